"""One measurement of the whole delay: the loop by chirps, the voice by speech, aside."""

from __future__ import annotations

import threading
from collections.abc import Callable

from syrinx.app.engine.chain_check import ChainDelay, check_chain
from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.messages import DelayMeasured
from syrinx.app.engine.probe import LoopbackProbe, LoopDelay
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Processor
from syrinx.dsp.units import samples_to_ms

NOT_HEARD = (
    "The chirp was not heard: connect the output to the input by a cable or a virtual one, or hold "
    "the microphone to the loudspeaker and turn it up, then measure again."
)


class Measurement:
    """Runs the probe in the stream and the check of the voice in another thread.

    Parameters
    ----------
    probe
        The stream has it already.
    build
        Makes a copy of the voice that runs. Called by `check`.
    """

    def __init__(self, probe: LoopbackProbe, build: Callable[[], Processor]) -> None:
        self.probe = probe
        self._build = build
        self._loop: LoopDelay | None = None
        self._chain: ChainDelay | None = None
        self._checked = threading.Event()

    def check(self) -> None:
        """Measure a copy of the voice: half a second of computing, in a thread of low priority."""
        try:
            self._chain = check_chain(self._build())
        except SyrinxError:
            self._chain = None  # the declared delay is what is known then
        finally:
            self._checked.set()

    def take(self, declared: LatencyReport, sample_rate: int) -> DelayMeasured | str | None:
        """Return the result once it is there, or the sentence that says why there is none.

        Parameters
        ----------
        declared
            Of the stream, now.
        sample_rate
            Of the stream, Hz.
        """
        probe = self.probe
        if self._loop is None:
            if not probe.done:
                return None
            self._loop = probe.result()
            if self._loop is None and probe.louder():
                return None
            probe.release()
            if self._loop is None:
                return NOT_HEARD
        if not probe.over or not self._checked.is_set():
            return None
        loop, chain = self._loop, self._chain
        return DelayMeasured(
            measured_ms=samples_to_ms(loop.samples, sample_rate),
            spread_ms=samples_to_ms(loop.spread, sample_rate),
            count=loop.count,
            confidence=loop.confidence,
            level_dbfs=loop.level_dbfs,
            declared_ms=declared.input_ms + declared.buffer_ms + declared.output_ms,
            chain_ms=declared.chain_ms if chain is None else chain.best_ms,
            chain_declared_ms=declared.chain_ms,
            chain_measured_ms=None if chain is None else chain.measured_ms,
            declared=declared,
        )
