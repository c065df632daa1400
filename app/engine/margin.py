"""The safety margin that adapts: it grows when blocks come too late, and shrinks after long calm.

A pure state machine in stream time, so that it can be tested without sound. What it decides,
`syrinx.app.engine.worker.AudioPath.set_safety` does. The rule and its figures: ADR 0061.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from syrinx.dsp.errors import SyrinxError

LIMIT_MS = 40.0
"""The automatic margin does not grow beyond this; a larger one is the user's own choice."""
OPEN_S = 0.5
"""Gaps this close to the first one are judged together: one hiccup, one decision."""
QUIET_S = 0.06
"""Without a further gap for so long, a hiccup is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginRule:
    """How far and how fast the margin follows.

    Attributes
    ----------
    step_ms
        It changes by multiples of this. At least 2 ms: the fade around what is put in or left out
        takes 1.3 ms.
    most_step_ms
        The most it grows by at once.
    spare_ms
        Added to what was missing.
    limit_ms
        See `LIMIT_MS`.
    calm_s
        So long nothing may have been late before it shrinks for the first time.
    again_s
        And so long before each further step down.
    longest_calm_s
        A step down that proves wrong within `calm_s` doubles that time, up to this one.
    overload
        From this mean load on, more buffer does not help: the voice is too slow for the machine.
    """

    step_ms: float = 2.0
    most_step_ms: float = 8.0
    spare_ms: float = 1.0
    limit_ms: float = LIMIT_MS
    calm_s: float = 120.0
    again_s: float = 30.0
    longest_calm_s: float = 1800.0
    overload: float = 0.95

    def __post_init__(self) -> None:
        """Raise SyrinxError when the numbers contradict each other."""
        if not 0 < self.step_ms <= self.most_step_ms <= self.limit_ms:
            raise SyrinxError("A margin grows by a step, at most to its limit, and never back.")
        if not 0 < self.again_s <= self.calm_s <= self.longest_calm_s:
            raise SyrinxError("A margin waits longer before its first step down than after it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginStep:
    """A decision.

    Attributes
    ----------
    margin_ms
        The new margin; the old one where nothing would help.
    reason
        "late": it grew. "calm": it shrank. "limit": it is as large as it may be. "stall": the
        gap was longer than any margin. "overload": the voice is too slow here.
    missing_ms
        Length of the mean gap that led to it; 0 after calm.
    """

    margin_ms: float
    reason: Literal["late", "calm", "limit", "stall", "overload"]
    missing_ms: float = 0.0


class AdaptiveMargin:
    """Decides about the margin from what was late.

    Parameters
    ----------
    base_ms
        What the user chose: it never gets smaller.
    rule
        See `MarginRule`.

    Attributes
    ----------
    margin_ms
        As it should be now.
    """

    def __init__(self, base_ms: float, *, rule: MarginRule | None = None) -> None:
        self._rule = rule or MarginRule()
        self._base_ms = self.margin_ms = base_ms
        self._calm_s = self._rule.calm_s
        self._opened: float | None = None
        self._gaps = 0
        self._missing_ms = 0.0
        self._late_s = 0.0
        self._shrink_s: float | None = None
        self._next_s: float | None = None

    @property
    def base_ms(self) -> float:
        """What the user chose."""
        return self._base_ms

    @property
    def calm_s(self) -> float:
        """How long it waits now before it shrinks."""
        return self._calm_s

    def observe(
        self, now_s: float, *, gaps: int = 0, missing_ms: float = 0.0, load: float = 0.0
    ) -> MarginStep | None:
        """Take what happened since the last call; return a decision when one is due.

        Parameters
        ----------
        now_s
            Stream time; it never goes back.
        gaps
            How many gaps began.
        missing_ms
            Audio that was missing, ms; without `gaps` it belongs to the one before.
        load
            Mean load of the DSP thread.
        """
        if gaps or missing_ms:
            if self._opened is None:
                self._opened = now_s
            self._gaps += gaps
            self._missing_ms += missing_ms
            self._late_s = now_s
            if now_s - self._opened < OPEN_S:
                return None
        elif self._opened is None:
            return self._shrink(now_s)
        elif now_s - self._late_s < QUIET_S:
            return None
        mean_ms = self._missing_ms / max(1, self._gaps)
        self._opened, self._gaps, self._missing_ms = None, 0, 0.0
        return self._grow(now_s, mean_ms, load)

    def _grow(self, now_s: float, missing_ms: float, load: float) -> MarginStep:
        rule = self._rule
        if self._shrink_s is not None and now_s - self._shrink_s <= self._calm_s:
            self._calm_s = min(2.0 * self._calm_s, rule.longest_calm_s)
        self._shrink_s = None
        self._next_s = now_s + self._calm_s
        limit_ms = max(rule.limit_ms, self._base_ms)
        if missing_ms > rule.limit_ms:
            return self._told("stall", missing_ms)
        if load >= rule.overload:
            return self._told("overload", missing_ms)
        wanted = min(missing_ms + rule.spare_ms, rule.most_step_ms)
        steps = max(1, math.ceil(wanted / rule.step_ms - 1e-9))
        margin_ms = min(limit_ms, self.margin_ms + steps * rule.step_ms)
        if margin_ms <= self.margin_ms:
            return self._told("limit", missing_ms)
        self.margin_ms = margin_ms
        return self._told("late", missing_ms)

    def _shrink(self, now_s: float) -> MarginStep | None:
        rule = self._rule
        if self.margin_ms <= self._base_ms:
            if self._shrink_s is not None and now_s - self._shrink_s > self._calm_s:
                self._shrink_s, self._calm_s = None, rule.calm_s  # it proved right
            return None
        if self._next_s is None or now_s < self._next_s:
            return None
        self.margin_ms = max(self._base_ms, self.margin_ms - rule.step_ms)
        self._shrink_s, self._next_s = now_s, now_s + rule.again_s
        return self._told("calm", 0.0)

    def _told(
        self, reason: Literal["late", "calm", "limit", "stall", "overload"], missing_ms: float
    ) -> MarginStep:
        return MarginStep(margin_ms=self.margin_ms, reason=reason, missing_ms=missing_ms)
