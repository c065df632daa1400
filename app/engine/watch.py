"""Late blocks and their causes: what ran, and what did not, when the sound was missing.

Three witnesses. The callback notes how long it was not called: then the machine or the sound
server stood still. The DSP thread notes how long it waited after it was woken, how long its
slowest block took, how much of that it computed itself, and how much it was ready to: the rest it
slept, waiting for a lock or for the disk. The control thread adds how much the whole process
computed meanwhile, and how much the host of a virtual machine took. `LateWatch` puts them together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from syrinx.app.engine.account import Account

Cause = Literal["machine", "chain", "engine", "lock", "disk", "held", "test"]
"""Why a block was late.

"machine": the callback itself was not called, and this process was not the one that computed.
"chain": the voice took longer than there was time.
"engine": something else in this process held the DSP thread up (a voice being built).
"lock": the DSP thread slept within a block: it waited for another thread of this process.
"disk": as "lock", and memory had to be read from the disk.
"held": the DSP thread was ready and another program had the processor.
"test": a stall on command.
"""

OPEN_S = 3.0
"""A hiccup that does not end is told after so long; the rest is the next one."""
QUIET_S = 0.06
STALL_S = 0.002
"""A callback later than this beyond its period was held up."""
SLOW_S = 0.006
"""Of a block that takes longer the account is read."""


class BlockWatch:
    """Maxima since the last `take`; each field has one writing thread, and nothing waits.

    Attributes
    ----------
    captured_at
        ``time.perf_counter()`` of the last callback.
    cpu_s
        What the DSP thread has computed so far; it is never cleared.
    ready_s, disk_reads
        Of the slowest block, where it took more than `SLOW_S`: see `Account`. None = not known.
    """

    __slots__ = (
        "_account",
        "_before",
        "_clear_callback",
        "_clear_dsp",
        "callback_gap_s",
        "captured_at",
        "cpu_s",
        "disk_reads",
        "ready_s",
        "slowest_cpu_s",
        "slowest_s",
        "waited_s",
    )

    def __init__(self) -> None:
        self.captured_at = self.cpu_s = 0.0
        self.callback_gap_s = self.waited_s = self.slowest_s = self.slowest_cpu_s = 0.0
        self.ready_s: float | None = None
        self.disk_reads = 0
        self._account: Callable[[], Account | None] | None = None
        self._before: Account | None = None
        self._clear_callback = self._clear_dsp = False

    def follow(self, account: Callable[[], Account | None]) -> None:
        """DSP thread: ask ``account`` what the system says of this thread."""
        self._account, self._before = account, account()

    def called(self, now: float) -> None:
        """Callback: it was called at ``now``."""
        if self._clear_callback:
            self._clear_callback = False
            self.callback_gap_s = 0.0
        before, self.captured_at = self.captured_at, now
        if before and now - before > self.callback_gap_s:
            self.callback_gap_s = now - before

    def processed(self, *, waited_s: float, seconds: float, cpu_s: float) -> None:
        """DSP thread: a block began so long after its callback, and took so long."""
        begins = False
        if self._clear_dsp:
            self._clear_dsp = False
            self.waited_s = self.slowest_s = self.slowest_cpu_s = 0.0
            self.ready_s, self.disk_reads = None, 0
            begins = True
        self.cpu_s += cpu_s
        if waited_s > self.waited_s:
            self.waited_s = waited_s
        if seconds > self.slowest_s:
            self.slowest_s, self.slowest_cpu_s = seconds, cpu_s
            if seconds > SLOW_S:
                self._explain(seconds - cpu_s)
                return
        if begins and self._account is not None:  # often enough to be near a slow block
            self._before = self._account()

    def _explain(self, lost_s: float) -> None:
        """Say of a slow block how long it was ready to run; the reading before is 20 ms old."""
        now = None if self._account is None else self._account()
        before, self._before = self._before, now
        if now is None or before is None:
            self.ready_s, self.disk_reads = None, 0
            return
        self.ready_s = min(now.ready_s - before.ready_s, max(0.0, lost_s))
        self.disk_reads = now.disk_reads - before.disk_reads

    def take(self) -> tuple[float, float, float, float]:
        """Control thread: ``(callback_gap_s, waited_s, slowest_s, slowest_cpu_s)``.

        `ready_s` and `disk_reads` belong to the slowest block and are read in front of this.
        """
        taken = (self.callback_gap_s, self.waited_s, self.slowest_s, self.slowest_cpu_s)
        self._clear_callback = self._clear_dsp = True
        return taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the control thread sees each time, every 20 ms.

    Attributes
    ----------
    stream_s
        Stream time.
    late_blocks, gaps
        As counted so far.
    missing_ms
        Audio that was missing so far.
    callback_gap_s, waited_s, slowest_s, slowest_cpu_s
        See `BlockWatch.take`.
    period_s
        Length of one period.
    wall_s, process_cpu_s
        Time and computing time of the whole process since the last look.
    forced
        Whether the DSP thread was put to sleep on command.
    ready_s, disk_reads
        See `BlockWatch`.
    stolen_s
        What the host of a virtual machine took of all processors together since the last look,
        or since up to half a second.
    """

    stream_s: float
    late_blocks: int
    gaps: int
    missing_ms: float
    callback_gap_s: float
    waited_s: float
    slowest_s: float
    slowest_cpu_s: float
    period_s: float
    wall_s: float
    process_cpu_s: float
    forced: bool = False
    ready_s: float | None = None
    disk_reads: int = 0
    stolen_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hiccup:
    """Late blocks that belong together; lengths in ms.

    Attributes
    ----------
    stream_s
        When it began.
    blocks, gaps
        Callbacks that found too little, and how many silences that made.
    missing_ms
        Length of these silences together.
    cause
        See `Cause`.
    callback_gap_ms, waited_ms, slowest_ms, slowest_cpu_ms
        The witnesses, at their worst.
    ready_ms, disk_reads
        Of the slowest block: how long it was ready and another thread had the processor, and how
        many pages of memory were read from the disk. None = the system does not say, or the block
        was not slow. What is left of it, it slept.
    stolen_ms
        See `Look.stolen_s`.
    """

    stream_s: float
    blocks: int
    gaps: int
    missing_ms: float
    cause: Cause
    callback_gap_ms: float
    waited_ms: float
    slowest_ms: float
    slowest_cpu_ms: float
    ready_ms: float | None = None
    disk_reads: int = 0
    stolen_ms: float = 0.0


class LateWatch:
    """Joins looks to hiccups; lives in the control thread, one for each stream."""

    def __init__(self) -> None:
        self._last: Look | None = None
        self._first: Look | None = None
        self._before: Look | None = None
        self._looks: list[Look] = []
        self._late_s = 0.0

    def look(self, now: Look) -> Hiccup | None:
        """Take a look; return the hiccup that has just ended, if one has."""
        last, self._last = self._last, now
        if last is None:
            return None
        late = now.late_blocks > last.late_blocks
        if self._first is None:
            if not late:
                self._before = now
                return None
            self._first, self._looks = last, [self._before] if self._before is not None else []
        self._looks.append(now)
        if late:
            self._late_s = now.stream_s
        over = now.stream_s - self._late_s >= QUIET_S
        if not over and now.stream_s - self._first.stream_s < OPEN_S:
            return None
        first, looks = self._first, self._looks
        self._first, self._before, self._looks = None, now, []
        gap, waited = max(x.callback_gap_s for x in looks), max(x.waited_s for x in looks)
        slowest = max(looks, key=lambda x: x.slowest_s)
        return Hiccup(
            stream_s=first.stream_s,
            blocks=now.late_blocks - first.late_blocks,
            gaps=now.gaps - first.gaps,
            missing_ms=now.missing_ms - first.missing_ms,
            cause=_cause(looks),
            callback_gap_ms=1000.0 * gap,
            waited_ms=1000.0 * waited,
            slowest_ms=1000.0 * slowest.slowest_s,
            slowest_cpu_ms=1000.0 * slowest.slowest_cpu_s,
            ready_ms=None if slowest.ready_s is None else 1000.0 * slowest.ready_s,
            disk_reads=slowest.disk_reads,
            stolen_ms=1000.0 * sum(x.stolen_s for x in looks),
        )


def _cause(looks: list[Look]) -> Cause:
    if any(look.forced for look in looks):
        return "test"
    slowest = max(looks, key=lambda look: look.slowest_s)
    gap_s = max(look.callback_gap_s for look in looks) - slowest.period_s
    waited_s = max(look.waited_s for look in looks)
    lost_s = slowest.slowest_s - slowest.slowest_cpu_s
    worst = max(gap_s, waited_s, slowest.slowest_s)
    if slowest.slowest_cpu_s >= max(0.5 * worst, slowest.period_s):
        return "chain"
    wall_s = sum(look.wall_s for look in looks)
    busy = sum(look.process_cpu_s for look in looks) / wall_s if wall_s > 0 else 0.0
    if busy > 0.7:
        return "engine"
    if gap_s > STALL_S and gap_s >= 0.5 * max(waited_s, lost_s):
        return "machine"
    if slowest.ready_s is not None and lost_s >= max(gap_s, waited_s, 2.0 * slowest.ready_s):
        return "disk" if slowest.disk_reads else "lock"
    return "held"
