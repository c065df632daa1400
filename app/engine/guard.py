"""Looks after a stream: late blocks and their causes, and the margin that adapts to them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from syrinx.app.engine.account import stolen_s
from syrinx.app.engine.margin import LIMIT_MS, AdaptiveMargin, MarginStep
from syrinx.app.engine.messages import Event, LateBlocks, LatencyChanged, SafetyChanged
from syrinx.app.engine.watch import LateWatch, Look

if TYPE_CHECKING:
    from syrinx.app.engine.stream import Stream

PATIENCE_S = {"late": 1.0, "calm": 20.0}
"""How long a change may wait for quiet: what is late now is late again soon."""
CHOSEN_PATIENCE_S = 0.3
SILENCE_S = 60.0
"""A sentence about what no margin helps against is not said more often."""
_LOAD_S = 2.0
_STOLEN_S = 0.5
"""So often it is asked what the host took, and at each late block."""


class Guard:
    """Belongs to one stream and to the control thread, which calls `look` every 20 ms.

    Parameters
    ----------
    stream
        The stream.
    safety_ms, adaptive
        See `EngineConfig`.
    """

    def __init__(self, stream: Stream, *, safety_ms: float, adaptive: bool) -> None:
        self._stream = stream
        self._margin = AdaptiveMargin(safety_ms) if adaptive else None
        self._watch = LateWatch()
        self._safety_ms = stream.path.safety_ms
        self._gaps, self._missing_ms = 0, 0.0
        self._stalls = 0
        self._wall_s, self._process_s = time.perf_counter(), time.process_time()
        self._busy_s = self._load = 0.0
        self._late, self._stolen_s, self._asked_s = 0, stolen_s(), self._wall_s
        self._said: dict[str, float] = {}

    def set_safety(self, safety_ms: float, *, adaptive: bool) -> None:
        """Begin anew at the margin that the user has chosen."""
        self._margin = AdaptiveMargin(safety_ms) if adaptive else None
        self._stream.path.set_safety(safety_ms, patience_s=CHOSEN_PATIENCE_S)

    def look(self) -> Iterator[Event]:
        """Yield what is worth telling since the last call."""
        now = self._take()
        hiccup = self._watch.look(now)
        if hiccup is not None:
            voice_id = self._stream.path.chain.voice_id
            yield LateBlocks(at=time.time(), hiccup=hiccup, voice_id=voice_id)
        gaps, missing_ms = now.gaps - self._gaps, now.missing_ms - self._missing_ms
        self._gaps, self._missing_ms = now.gaps, now.missing_ms
        if self._margin is not None:
            before_ms = self._margin.margin_ms
            step = self._margin.observe(
                now.stream_s, gaps=gaps, missing_ms=missing_ms, load=self._load
            )
            if step is not None:
                yield from self._decided(step, before_ms)
        path = self._stream.path
        if path.safety_ms != self._safety_ms:
            self._safety_ms = path.safety_ms
            yield LatencyChanged(latency=self._stream.latency())

    def _decided(self, step: MarginStep, before_ms: float) -> Iterator[Event]:
        assert self._margin is not None
        if step.reason in PATIENCE_S:
            self._stream.path.set_safety(step.margin_ms, patience_s=PATIENCE_S[step.reason])
        else:
            now = time.monotonic()
            if now - self._said.get(step.reason, -SILENCE_S) < SILENCE_S:
                return
            self._said[step.reason] = now
        yield SafetyChanged(
            safety_ms=step.margin_ms,
            base_ms=self._margin.base_ms,
            reason=step.reason,
            message=sentence(step, before_ms),
        )

    def _take(self) -> Look:
        stream, path = self._stream, self._stream.path
        counters, rate = path.counters, path.sample_rate
        ready_s, disk_reads = path.watch.ready_s, path.watch.disk_reads
        gap_s, waited_s, slowest_s, slowest_cpu_s = path.watch.take()
        wall_s, process_s, busy_s = time.perf_counter(), time.process_time(), path.watch.cpu_s
        passed = max(wall_s - self._wall_s, 1e-6)
        share = min(1.0, passed / _LOAD_S)
        self._load += share * ((busy_s - self._busy_s) / passed - self._load)
        forced = stream.thread.asleep or stream.thread.stalls != self._stalls
        look = Look(
            stream_s=counters.rendered / rate,
            late_blocks=counters.late_blocks,
            gaps=counters.gaps,
            missing_ms=path.missing_ms,
            callback_gap_s=gap_s,
            waited_s=waited_s,
            slowest_s=slowest_s,
            slowest_cpu_s=slowest_cpu_s,
            period_s=path.period / rate,
            wall_s=passed,
            process_cpu_s=process_s - self._process_s,
            forced=forced,
            ready_s=ready_s,
            disk_reads=disk_reads,
            stolen_s=self._taken_by_host(wall_s, counters.late_blocks),
        )
        self._wall_s, self._process_s, self._busy_s = wall_s, process_s, busy_s
        self._stalls = stream.thread.stalls
        return look

    def _taken_by_host(self, now_s: float, late: int) -> float:
        if late == self._late and now_s - self._asked_s < _STOLEN_S:
            return 0.0
        before, self._stolen_s = self._stolen_s, stolen_s()
        self._late, self._asked_s = late, now_s
        return max(0.0, self._stolen_s - before)


def sentence(step: MarginStep, before_ms: float) -> str:
    """Return what the user is told of a decision."""
    match step.reason:
        case "late":
            return (
                f"Some blocks came too late: the safety margin grew from {before_ms:.0f} to "
                f"{step.margin_ms:.0f} ms."
            )
        case "calm":
            return (
                f"Nothing has been late for a while: the safety margin shrank from "
                f"{before_ms:.0f} to {step.margin_ms:.0f} ms."
            )
        case "limit":
            return (
                f"Blocks come too late although the safety margin is at {step.margin_ms:.0f} ms: "
                "close other programs, or choose a lighter voice."
            )
        case "stall":
            return (
                f"The sound stood still for {step.missing_ms / 1000:.2f} s, more than the "
                f"{LIMIT_MS:.0f} ms that a margin may hold: see Settings, Diagnostics, for the "
                "cause."
            )
        case "overload":
            return (
                "This voice is too slow for this machine as it is now: close other programs, or "
                "choose another voice."
            )
