"""The audio path: what the device's callback copies, and the thread that processes it.

Let ``W`` be the samples captured, ``R`` the samples rendered out of `ring_out`, both counted in
stream time, and ``P`` the pre-fill. As long as nothing is late, input ``n`` leaves the buffers at
``n + P``: the sum of both fills is ``P`` between two callbacks. A callback that finds too little
renders silence instead; these samples (`shortfall`) would from then on be delay. The DSP thread
therefore leaves out as many of the oldest input samples as soon as it runs again, so that the
delay is the declared one after the first block, however long the stall was.

Both cuts are faded. `ring_out` keeps a reserve of one fade: when less than a period and the
reserve is there, the callback fades out real samples, and fades in when the fill is right again.
The gap in the input is spliced by an equal-power crossfade before it reaches the voice chain, so
that no step enters the chain's memory either.

``P`` is one period, the safety margin, and what the chain asks for (`VoiceChain.reserve`): a
network computes 10 ms at once and may take that long now and then. A swap to a voice that asks for
more puts a faded pause of the difference in front of it; less comes when the other is faded out.

The safety margin may change while the stream runs (`AudioPath.set_safety`): a larger one puts a
faded pause in, a smaller one leaves as much out with the splice of a late block. Both wait for a
moment in which nobody speaks, for so long as they may.

A silent stream, on which takes are recorded, plays nothing of the input, so that nothing of it need
be left out: what would be is recorded and shown all the same, beside the silence that was heard.
"""

from __future__ import annotations

import threading
import time
from collections import deque

import numpy as np

from syrinx.app.engine.clips import ClipMixer
from syrinx.app.engine.counters import Counters
from syrinx.app.engine.monitor import MonitorFeed
from syrinx.app.engine.mute import MuteGate
from syrinx.app.engine.probe import LoopbackProbe
from syrinx.app.engine.recorder import Recorder
from syrinx.app.engine.ring import Ring
from syrinx.app.engine.taps import TapWriter
from syrinx.app.engine.voice_chain import VoiceChain
from syrinx.app.engine.watch import BlockWatch
from syrinx.dsp.adapters import Crossfade
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.feedback import FeedbackGuard
from syrinx.dsp.processor import Audio, Processor
from syrinx.dsp.units import samples_to_ms

FADE_S = 0.00133
"""Fade around a gap: 64 samples at 48 kHz."""
SPLICE_S = 0.005
SWAP_S = 0.05
INPUT_SECONDS = 4.0
QUIET_PEAK = 0.004
"""Below this (-48 dBFS) a period is as good as silent: a pause in it is not heard."""
MAX_SAFETY_MS = 100.0
"""The most that `AudioPath.set_safety` takes."""
SURPLUS_S = 0.3
"""So long after a swap what the voice before had in reserve may wait for a quiet moment."""
STALE = 1024
"""Samples of stale input that a silent stream takes at once."""


class AudioPath:
    """Rings, concealment and the voice chain; the `DeviceClient` of a device.

    Parameters
    ----------
    chain
        The voice; its ``block_size`` is 1.
    period
        Samples per callback, the unit of processing.
    safety_ms
        Pre-fill beyond one period. It holds two fades (2.7 ms at least).
    taps
        Where to write telemetry; None = nowhere.
    coupled
        Whether input and output come from one callback. Two devices with clocks of their own
        drift apart: then the fill of the buffers itself is kept, within two periods.
    silent
        Play silence instead of what the chain makes, and leave nothing of the input out.

    Attributes
    ----------
    retired
        What runs no more, for another thread to clear: it takes up to 1 ms to take a voice apart.
    """

    def __init__(
        self,
        chain: VoiceChain,
        *,
        period: int,
        safety_ms: float,
        taps: TapWriter | None = None,
        coupled: bool = True,
        silent: bool = False,
    ) -> None:
        rate = chain.sample_rate
        self.sample_rate, self.period = rate, period
        fade = max(16, round(FADE_S * rate))
        self._margin = period + max(2 * fade, round(safety_ms * rate / 1000.0))
        self.prefill = self.prefill_of(chain)
        self.ring_in = Ring(round(INPUT_SECONDS * rate) + 2 * self.prefill)
        self._margin_wanted, self._margin_due = self._margin, 0
        growth = round(MAX_SAFETY_MS * rate / 1000.0)
        self.ring_out = Ring(4 * self.prefill + 8 * period + 16384 + growth)
        self.ring_out.push(np.zeros(self.prefill, np.float32))
        ramp = 0.5 - 0.5 * np.cos(np.pi * (np.arange(fade) + 0.5) / fade)
        self._fade_in: Audio = ramp.astype(np.float32)
        self._fade_out: Audio = self._fade_in[::-1].copy()
        splice = max(fade, min(period, round(SPLICE_S * rate)))
        angle = 0.5 * np.pi * (np.arange(splice) + 0.5) / splice
        self._splice_in: Audio = np.sin(angle).astype(np.float32)
        self._chain: VoiceChain = chain
        self._running: Processor = chain
        self._wanted: VoiceChain = chain
        self.retired: deque[Processor] = deque(maxlen=4)
        self._taps = taps
        self.recorder: Recorder | None = None
        self.probe: LoopbackProbe | None = None
        self.clips = ClipMixer(rate)
        margin_ms = samples_to_ms(self._margin, rate)
        self.guard = FeedbackGuard(sample_rate=rate, shortest_ms=margin_ms, on=False)
        self.monitor: MonitorFeed | None = None
        self.watch = BlockWatch()
        self.mute = MuteGate(rate)
        self.error: str | None = None
        self.counters = Counters()
        self.largest_callback = 0
        self._coupled, self._silent = coupled, silent
        self._muted = False
        self._paused = False
        self._shortfall = 0
        self._dropped = 0
        self._taken = 0
        self._held = False
        self._reset_counters = False
        self._last: Audio = np.zeros(period, np.float32)
        self._wake = threading.Lock()
        self._wake.acquire()

    # ---- callback (audio thread) ----

    def render(self, out: Audio) -> None:
        """Give the device its next samples; never waits."""
        ring, counters, frames, fade = self.ring_out, self.counters, out.shape[0], self._fade_in
        size = fade.shape[0]
        counters.blocks += 1
        counters.rendered += frames
        self.largest_callback = max(self.largest_callback, frames)
        enough = ring.fill >= frames + size
        if self._muted and not self._coupled:
            enough = enough and self.queue >= self.prefill  # silence fills up what drift emptied
        if enough:
            ring.pop(out)
            if self._muted:
                self._muted = False
                count = min(size, frames)
                out[:count] *= fade[:count]
            return
        counters.late_blocks += 1
        if self._muted:
            out.fill(0)
            self._shortfall += frames
            return
        self._muted = True
        counters.gaps += 1
        got = ring.pop(out)
        count = min(size, got)
        if count:
            out[got - count : got] *= self._fade_out[size - count :]
        out[got:] = 0
        self._shortfall += frames - got

    def capture(self, audio: Audio, *, xruns: int = 0) -> None:
        """Take the device's newest samples and wake the DSP thread; never waits."""
        self.counters.xruns += xruns
        self.watch.called(time.perf_counter())
        self.ring_in.push_newest(audio)
        self.wake()

    def wake(self) -> None:
        """Let `wait` return; a lock used as a semaphore, of which this side only releases."""
        if self._wake.locked():
            try:
                self._wake.release()
            except RuntimeError:  # another thread was faster
                return

    # ---- DSP thread ----

    def wait(self, timeout_s: float) -> None:
        """Wait until there may be something to do."""
        self._wake.acquire(timeout=timeout_s)

    def step(self) -> bool:
        """Process one period if one is there; return whether it was."""
        ring, period = self.ring_in, self.period
        if self._held or ring.fill < period:
            return False
        if self._silent and self._take_stale():
            return True
        started = time.perf_counter()
        waited = started - self.watch.captured_at
        computed = time.thread_time()
        longer = self._swap_if_wanted() or self._resize_if_wanted()
        if longer > 0:
            pause = self._pause(longer)
            for at in range(0, longer, self.period):  # the device is served meanwhile
                piece = pause[at : at + self.period]
                self._taken += piece.shape[0]
                self._process(piece, started)
                started = time.perf_counter()
            self._paused = True
        block = self._next_block()
        if block is None:
            return False
        if self._paused:
            self._paused = False
            count = min(block.shape[0], self._fade_in.shape[0])
            block[:count] *= self._fade_in[:count]
        self._process(block, started)
        self.watch.processed(
            waited_s=waited,
            seconds=time.perf_counter() - started,
            cpu_s=time.thread_time() - computed,
        )
        return True

    def _process(self, block: Audio, started: float) -> None:
        """Send ``block`` through the voice and on to the device, the taps and the recorder."""
        probe = self.probe
        try:
            heard = self.clips.into_voice(block) if probe is None else probe.hear(block)
            output = self._running.process(heard)
        except Exception as error:  # any failure of a voice must leave the engine alive
            self.error = self.error or (
                str(error)
                if isinstance(error, SyrinxError)
                else f"The voice stopped with an internal error ({type(error).__name__}: {error})."
            )
            output = np.zeros(block.shape[0], np.float32)
        if not np.isfinite(np.dot(output, output)):
            output = np.zeros(block.shape[0], np.float32)
        if self._silent:
            output = np.zeros(block.shape[0], np.float32)
        self.mute.voice(output, after=self._chain.latency)
        monitor = self.monitor
        spoken: Audio = output if monitor is None else output.copy()  # the monitor plays no chirp
        if probe is not None:  # behind the mute: not a sample of a muted voice gets out
            output = probe.speak(output)
        before = output if monitor is None else output.copy()
        self.clips.mix(output)
        pads = output if monitor is None else output - before
        own = block if probe is None else heard
        if probe is None and not self._silent:
            output = self.guard.process(block, output)
            if monitor is not None:  # the loudspeaker that is heard may be the monitor
                spoken, pads = self.guard.turned(spoken), self.guard.turned(pads)
                own = self.guard.turned(own)
        if monitor is None:
            self.mute.everything(output)
        else:
            self.mute.everything(output, spoken, pads)
        np.clip(output, -1.0, 1.0, out=output)
        self.ring_out.push(output)
        if monitor is not None:
            played = output if probe is None else spoken + pads
            monitor.push(*((own + pads, played) if monitor.clips else (own, spoken)))
        self._tell(block, output)
        self._count(block, output, time.perf_counter() - started)

    def drain(self) -> None:
        """Wait until the DSP thread has processed everything there is, or is held."""
        while not self._held and self.ring_in.fill >= self.period and self.error is None:
            self.wake()
            time.sleep(0.0)

    def hold(self, held: bool) -> None:
        """Stop processing, or go on."""
        self._held = held

    def set_chain(self, chain: VoiceChain) -> None:
        """Swap to ``chain`` (built and warmed up) at the next block border, with a crossfade."""
        self._wanted = chain

    def set_safety(self, safety_ms: float, *, patience_s: float = 0.0) -> None:
        """Change the pre-fill beyond one period, at the next quiet moment.

        Parameters
        ----------
        safety_ms
            At most `MAX_SAFETY_MS`. A growth by less than one fade (1.3 ms) becomes one fade.
        patience_s
            So long it may wait for quiet.
        """
        fade = self._fade_in.shape[0]
        safety = round(min(safety_ms, MAX_SAFETY_MS) * self.sample_rate / 1000.0)
        wanted = self.period + max(2 * fade, safety)
        if 0 < wanted - self._margin < fade:
            wanted = self._margin + fade
        self._margin_due = self._taken + round(patience_s * self.sample_rate)
        self._margin_wanted = wanted

    @property
    def safety_ms(self) -> float:
        """Pre-fill beyond one period as it is now, ms."""
        return 1000.0 * (self._margin - self.period) / self.sample_rate

    @property
    def missing_ms(self) -> float:
        """How much was silent so far because nothing was ready, ms."""
        return 1000.0 * self._shortfall / self.sample_rate

    @property
    def chain(self) -> VoiceChain:
        """The voice that is heard, or being faded in."""
        return self._chain

    @property
    def wanted(self) -> VoiceChain:
        """The voice asked for last, at the latest the next one."""
        return self._wanted

    def prefill_of(self, chain: VoiceChain) -> int:
        """Samples held in the buffers with ``chain``: what its slowest block may take, besides."""
        return self._margin + chain.reserve

    @property
    def queue(self) -> int:
        """Samples in the buffers: `prefill` when nothing is late (± one period)."""
        return self.ring_in.fill + self.ring_out.fill

    def take_over(self, before: AudioPath) -> None:
        """Count on from where another path of the same stream stopped; record and play on."""
        self.counters, self._taken = before.counters, before._taken
        self._shortfall = self._dropped = before._shortfall  # told already; nothing to leave out
        self._margin_wanted = self.period + before._margin_wanted - before.period
        self.counters.dropped += before.ring_in.fill
        self.monitor = before.monitor
        self.recorder, self.clips, self.watch = before.recorder, before.clips, before.watch
        self.mute, self.probe = before.mute, before.probe
        self.guard.set_as(before.guard)

    def take_counters(self) -> Counters:
        """Return the counters; levels and load start again."""
        now = self.counters
        copy = Counters(**{name: getattr(now, name) for name in now.__slots__})
        self._reset_counters = True
        return copy

    def _next_block(self) -> Audio | None:
        ring, period = self.ring_in, self.period
        block: Audio = np.empty(period, np.float32)
        excess = 0 if self._silent else self._excess()
        if excess > 0:
            # All of the excess at once; what is left fills ring_out up to the pre-fill again.
            # A few samples would not hold the splice: then the device is served, and more comes.
            fade = self._fade_in.shape[0]
            count = min(max(period, fade), ring.fill - excess)
            if count < fade:
                return None
            block = np.empty(count, np.float32)
            size = min(count, self._splice_in.shape[0])
            old = np.zeros(size, np.float32)
            if ring.lost:  # the continuation is gone: mirror what was processed last
                known = self._last[::-1][:size]
                old[: known.shape[0]] = known
            else:
                ring.peek(0, old)
            ring.skip(excess)
            ring.pop(block)
            ramp = self._splice(size)
            block[:size] = block[:size] * ramp + old * ramp[::-1]
            self._dropped += excess
            self.counters.dropped += excess
        else:
            ring.pop(block)
        self._last = block
        self._taken += block.shape[0]
        return block

    def _take_stale(self) -> bool:
        """Record and show some of the input that comes too late to be played, if there is any."""
        ring = self.ring_in
        excess = min(self._excess(), ring.fill)
        if excess <= 0:
            return False
        started = time.perf_counter()
        lost = ring.lost
        if lost:  # the callback is about to write over more of it
            lost = min(excess, lost + 4 * self.period)
            ring.skip(lost)
            self.counters.dropped += lost
        block: Audio = np.empty(min(excess - lost, max(self.period, STALE)), np.float32)
        ring.pop(block)
        self._dropped += lost + block.shape[0]
        self._taken += lost + block.shape[0]
        if block.shape[0]:
            self._running.process(block)  # follows the pitch
            output: Audio = np.zeros(block.shape[0], np.float32)
            self._tell(block, output)
            self._count(block, output, time.perf_counter() - started)
        return True

    def _excess(self) -> int:
        """How many samples too many the buffers hold."""
        if self._coupled:
            return self._shortfall - self._dropped
        excess = self.queue - self.prefill
        return excess if excess > 2 * self.period else 0

    def _splice(self, size: int) -> Audio:
        """Equal-power ramp of ``size`` samples."""
        if size == self._splice_in.shape[0]:
            return self._splice_in
        return np.sin(0.5 * np.pi * (np.arange(size) + 0.5) / size).astype(np.float32)

    def _swap_if_wanted(self) -> int:
        """Begin the crossfade to another voice; return by how much the pre-fill grew.

        Where the new voice needs less, the old one needs its reserve until it is faded out.
        """
        running = self._running
        if isinstance(running, Crossfade):
            if not running.done:
                return 0
            self._running = self._chain
            self.retired.append(running)
        wanted = self._wanted
        if wanted is self._chain:
            return 0
        self._running = Crossfade(self._chain, wanted, seconds=SWAP_S)
        self._chain = wanted
        self.guard.own_delay_ms = samples_to_ms(wanted.latency, self.sample_rate)
        if self._taps is not None:
            self._taps.set_latency(wanted.latency)
        longer = max(0, self.prefill_of(wanted) - self.prefill)
        self.prefill += longer
        self._margin_due = max(self._margin_due, self._taken + round(SURPLUS_S * self.sample_rate))
        return longer

    def _resize_if_wanted(self) -> int:
        """Take over another margin when it is quiet or time; return by how much it grew.

        A surplus, of a voice before too, is left out like that of a late block.
        """
        growth = self._margin_wanted - self._margin
        longer = self.prefill_of(self._chain) + growth - self.prefill
        if not longer or (longer < 0 and isinstance(self._running, Crossfade)):
            return 0
        if self._taken < self._margin_due and float(np.abs(self._last).max()) > QUIET_PEAK:
            return 0
        self._margin += growth
        self.guard.set_shortest(samples_to_ms(self._margin, self.sample_rate))
        self.prefill += longer
        if longer < 0:
            self._dropped += longer
        return longer

    def _pause(self, size: int) -> Audio:
        """``size`` samples to put between two blocks: the input fades out and is silent."""
        pause: Audio = np.zeros(size, np.float32)
        count = min(size, self._fade_out.shape[0])
        if self.ring_in.fill >= count and not self.ring_in.lost:
            self.ring_in.peek(0, pause[:count])  # heard again, faded in, behind the pause
        else:
            mirrored = 2.0 * self._last[-1] - self._last[::-1][:count]  # no kink
            count = mirrored.shape[0]
            pause[:count] = mirrored
        pause[:count] *= self._fade_out[-count:]
        return pause

    def _tell(self, block: Audio, output: Audio) -> None:
        recorder, taps = self.recorder, self._taps
        if recorder is not None:
            recorder.push(block, output, self._chain.latency)
        if taps is not None:
            taps.write(block, output)
            for position, f0_hz in self._chain.take_f0(self._taken):
                taps.write_f0(position, f0_hz)

    def _count(self, block: Audio, output: Audio, seconds: float) -> None:
        counters = self.counters
        if self._reset_counters:
            self._reset_counters = False
            counters.busy_s = counters.load_peak = 0.0
            counters.busy_samples = 0
            counters.input_peak = counters.output_peak = 0.0
            counters.input_square = counters.output_square = 0.0
        counters.busy_s += seconds
        counters.busy_samples += block.shape[0]
        counters.load_peak = max(counters.load_peak, seconds * self.sample_rate / self.period)
        counters.input_peak = max(counters.input_peak, float(np.abs(block).max()))
        counters.output_peak = max(counters.output_peak, float(np.abs(output).max()))
        counters.input_square += float(np.dot(block, block))
        counters.output_square += float(np.dot(output, output))
