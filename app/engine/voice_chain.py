"""The one place that builds what a voice consists of: live, offline and on the bench the same."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import cast

import numpy as np

from syrinx.app.engine.cleaners import CLEANERS
from syrinx.app.engine.followed import FollowedVoice
from syrinx.app.engine.neural_parts import build_followed
from syrinx.app.engine.params import VoiceParams
from syrinx.app.engine.pitch_follow import F0Points, F0Tracker
from syrinx.app.engine.rack import Rack, Readings, structure
from syrinx.app.engine.stage_meter import StageMeter
from syrinx.app.engine.suppression import Cleaners
from syrinx.app.marking import is_marked
from syrinx.app.texts import mark
from syrinx.app.voices import Voice
from syrinx.dsp.adapters import Bypass, Chain, DryWet, Gain, Reblocked, Resampled, Sanitize
from syrinx.dsp.base import clean
from syrinx.dsp.effects import build_effect
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.filters import HighPass
from syrinx.dsp.processor import Audio, Processor
from syrinx.dsp.watermark import Watermark
from syrinx.neural.runtime.band_extension import BandExtension, can_extend
from syrinx.neural.runtime.registry import ModelRegistry

NEURAL_BLOCK_MS = 10
WARM_UP_S = 0.3


class VoiceChain:
    """A voice with everything around it; a `syrinx.dsp.processor.Processor` of any block length.

    Made by `build_voice_chain`.

    Attributes
    ----------
    voice_id
        None = straight through.
    latency_parts
        ``(name, samples)`` of each part, in order; the sum is `latency`.
    notices
        One sentence each; nothing failed.
    stages
        What each part costs, once it is switched on.
    """

    block_size = 1

    def __init__(
        self,
        *,
        voice: Voice | None,
        second: Voice | None,
        params: VoiceParams,
        inner: Processor,
        parts: tuple[tuple[str, int], ...],
        bypass: Bypass | None,
        wet: DryWet | None,
        gains: tuple[Gain, Gain],
        rack: Rack,
        followed: FollowedVoice | None,
        tracker: F0Tracker | None,
        f0_offset_s: float,
        notices: tuple[str, ...] = (),
    ) -> None:
        self.voice_id = voice.id if voice is not None else None
        self.latency_parts = parts
        self.notices = notices
        self._is_effect = voice is not None and voice.kind == "effect"
        self._can_mark = is_marked(voice) or is_marked(second)
        self._second_id = second.id if second is not None else None
        self._inner = inner
        self._bypass, self._wet, self._gains, self._rack = bypass, wet, gains, rack
        self._followed, self._tracker = followed, tracker
        self._f0_offset_s = f0_offset_s
        self.stages = StageMeter(inner)
        self._wanted = self._applied = self.params = params
        self._samples = 0

    @property
    def sample_rate(self) -> int:
        """Rate in Hz."""
        return self._inner.sample_rate

    @property
    def latency(self) -> int:
        """Delay in samples."""
        return self._inner.latency

    @property
    def reserve(self) -> int:
        """Samples that the buffers around it should hold for its slowest block.

        A neural voice computes ten milliseconds at once. On a busy machine single steps took five
        times their median of 2 ms: one block in reserve lets them.
        """
        return 0 if self._followed is None else self.sample_rate * NEURAL_BLOCK_MS // 1000

    @property
    def source_f0_hz(self) -> float | None:
        """Running median F0 of the speaker in front of it; None = not known (yet)."""
        if self._followed is not None:
            return self._followed.auto.source_hz
        return None if self._tracker is None else self._tracker.median.source_hz

    def set_params(self, params: VoiceParams) -> bool:
        """Turn the knobs, from any thread; they glide from the next block on.

        Returns
        -------
        bool
            False when the change needs another chain (pitch or formant of an effect, band
            extension, mark or second voice of a neural one, a stage that delays on or off):
            build one and fade over to it.
        """
        if self._structure(params) != self._structure(self._applied):
            return False
        self._rack.turn(params.rack, params.gate_threshold_dbfs)
        self._wanted = self.params = params
        return True

    def readings(self) -> Readings:
        """Return what the stages around the voice do now (`Rack.readings`)."""
        return self._rack.readings()

    def go_on_from(self, before: VoiceChain) -> None:
        """Begin where another chain is, which may run meanwhile; before this one runs.

        What is known of the user's pitch is taken over. Between two neural voices, and when a
        time for it is set (``morph_s``), the sound glides from that one's to this one's. A voice
        whose mark would be lost on the way does not glide.
        """
        mine, theirs = self._followed, before._followed
        if mine is None or theirs is None:
            return
        same = (self.voice_id, self._second_id) == (before.voice_id, before._second_id)
        marked = self._wanted.mark and self._can_mark
        loses_mark = before._wanted.mark and before._can_mark and not marked
        glide = self._wanted.morph_s > 0.0 and not loses_mark
        mine.begin_at(theirs, glide=glide and not (same and theirs.morph.settled))

    def process(self, block: Audio) -> Audio:
        """Process ``block`` of shape ``(n_samples,)``; see the processor contract."""
        wanted = self._wanted
        if wanted is not self._applied:
            self._apply(wanted)
        if self._tracker is not None:
            self._tracker.process(clean(block))
        self._samples += block.shape[0]
        return self._inner.process(block)

    def reset(self) -> None:
        """Forget the past; the parameters stay."""
        self._inner.reset()
        if self._tracker is not None:
            self._tracker.reset()
        self._samples = 0

    def f0_trace(self) -> F0Points:
        """Return ``(time_s, f0_hz)`` of the frames since the last call, 0 = unvoiced.

        The time is that of the chain's input, from its last `reset` on.
        """
        if self._followed is not None:
            points = [(time - self._f0_offset_s, f0) for time, f0 in self._followed.trace]
            self._followed.trace.clear()
            return points
        if self._tracker is None:
            return []
        points, self._tracker.trace = self._tracker.trace, []
        return points

    def take_f0(self, end: int) -> list[tuple[int, float]]:
        """As `f0_trace`, in stream positions; ``end`` is that of what was processed last."""
        start = end - self._samples
        return [(start + round(time * self.sample_rate), f0) for time, f0 in self.f0_trace()]

    def warm_up(self, rest: Callable[[float], object] | None = None) -> None:
        """Run on silence, so that the first real block costs what every other one does.

        Parameters
        ----------
        rest
            Called behind each block with the seconds that it took, to let others compute.
        """
        period = max(1, self.sample_rate // 100)
        silence = np.zeros(period, np.float32)
        for _ in range(round(WARM_UP_S * self.sample_rate / period)):
            began = time.perf_counter()
            self.process(silence)
            if rest is not None:
                rest(time.perf_counter() - began)
        self.reset()
        self.f0_trace()

    def _structure(self, params: VoiceParams) -> tuple[object, ...]:
        pitch = params.pitch if self._is_effect else None
        formant = params.formant_semitones if self._is_effect else None
        extension = params.band_extension if self._followed is not None else None
        mark = params.mark and self._can_mark
        second = params.morph_to if self._followed is not None else None
        with_voice = self.voice_id is not None
        rack = structure(params.rack, params.gate_threshold_dbfs, with_voice=with_voice)
        return pitch, formant, extension, mark, second, rack

    def _apply(self, params: VoiceParams) -> None:
        self._applied = params
        self._gains[0].gain_db = params.input_gain_db
        self._gains[1].gain_db = params.output_gain_db
        if self._bypass is not None:
            self._bypass.bypassed = params.bypass
        if self._wet is not None:
            self._wet.wet = params.wet
        if self._followed is not None:
            self._followed.apply(params)


def build_voice_chain(
    voice: Voice | None,
    *,
    sample_rate: int,
    params: VoiceParams,
    second: Voice | None = None,
    fp32: bool = False,
    registry: ModelRegistry | None = None,
    trace: bool = False,
    cleaners: Cleaners | None = CLEANERS,
) -> VoiceChain:
    """Build the chain of a voice.

    Effects: ``Sanitize > HighPass > Gain > clean-up > effect > stages > Gain > Limiter``, where
    the clean-up is automatic level, noise suppression and gate, and the stages are de-esser,
    equaliser, compressor and reverb in the order of ``params.rack``. Neural voices: the same with
    the resampled network, in blocks of 10 ms, and the band above 8 kHz where the rate has room
    for it and the registry a model; voices made from recordings carry a mark behind it, unless
    ``params.mark`` is off. No voice: the same without a voice; without any delay while neither
    noise suppression nor gate nor limiter are needed.

    Parameters
    ----------
    voice
        None = straight through.
    sample_rate
        Rate of input and output in Hz.
    params
        See `VoiceParams`.
    second
        The voice that ``params.morph_to`` names, where ``voice`` is a neural one.
    fp32
        Use the unquantised networks.
    registry
        Where the networks come from; chains of one registry share their weights.
    trace
        Follow the F0 of the input for `VoiceChain.f0_trace`; a neural voice always knows it.
    cleaners
        Makes noise suppression; None = there is none.

    Raises
    ------
    SyrinxError
        The voice names an unknown effect, its models are missing or broken, or the second voice
        is not a neural one.
    """
    if voice is None or voice.kind != "neural":
        second = None
    gain_in = Gain(params.input_gain_db, sample_rate=sample_rate)
    gain_out = Gain(params.output_gain_db, sample_rate=sample_rate)
    notices: list[str] = []
    rack = Rack(
        params.rack,
        sample_rate=sample_rate,
        gate_threshold_dbfs=params.gate_threshold_dbfs,
        with_voice=voice is not None,
        in_blocks=voice is not None and voice.kind == "neural",
        cleaners=cleaners,
        registry=registry,
        notices=notices,
    )
    front: list[Processor] = [gain_in, rack.level]
    if rack.clean_up is not None:
        front.append(rack.clean_up)
    back: list[Processor] = [rack.effects, gain_out]
    parts = list(rack.parts)
    followed: FollowedVoice | None = None
    wet: DryWet | None = None
    block = 1
    f0_offset_s = 0.0
    if voice is not None:
        high_pass = HighPass(sample_rate=sample_rate)
        front.insert(0, high_pass)
        if voice.kind == "effect":
            core: Processor = _effect(voice, sample_rate, params)
            parts.append((f"voice: {voice.name}", core.latency))
        else:
            models = registry if registry is not None else ModelRegistry()
            followed = build_followed(
                voice, second, params=params, fp32=fp32, registry=models, notices=notices
            )
            extend = None
            if params.band_extension and can_extend(models, sample_rate):
                extend = partial(BandExtension, models, sample_rate)
            core = Resampled(followed, sample_rate=sample_rate, extend=extend)
            network = round(followed.latency * sample_rate / followed.sample_rate)
            parts.append((mark("network"), network))
            parts.append((mark("resampling"), core.latency - network))
            block = sample_rate * NEURAL_BLOCK_MS // 1000
            f0_offset_s = (core.latency - network) / 2 / sample_rate
        if params.mark and (is_marked(voice) or is_marked(second)):
            # Without delay, on what was converted only, and before the limiter holds the peaks.
            core = Chain([core, Watermark(sample_rate=sample_rate)])
        wet = DryWet(core, wet=params.wet)
        front.append(wet)
    if rack.limiter is not None:
        back.append(rack.limiter)
        parts.append((mark("limiter"), rack.limiter.latency))
    body: Processor = Chain([*front, *back])
    bypass = Bypass(body, bypassed=params.bypass)
    inner: Processor = Chain([Sanitize(sample_rate=sample_rate), bypass])
    if inner.block_size > 1:
        size = inner.block_size * max(1, block // inner.block_size)
        inner = Reblocked(inner, block_size=size)
        parts.append((mark("blocks of 10 ms"), size - 1))
    if sum(samples for _, samples in parts) != inner.latency:
        raise SyrinxError("The parts of the chain's delay do not add up to its delay.")
    tracker = None
    if followed is not None:
        followed.tracing = trace
    elif trace:
        tracker = F0Tracker(sample_rate=sample_rate, stored_hz=params.source_f0_hz)
    return VoiceChain(
        voice=voice,
        second=second,
        params=params,
        inner=inner,
        parts=tuple(parts),
        bypass=bypass,
        wet=wet,
        gains=(gain_in, gain_out),
        rack=rack,
        followed=followed,
        tracker=tracker,
        f0_offset_s=f0_offset_s,
        notices=tuple(notices),
    )


def _effect(voice: Voice, sample_rate: int, params: VoiceParams) -> Processor:
    return build_effect(
        cast(str, voice.effect_id),
        sample_rate=sample_rate,
        pitch_semitones=0.0 if params.pitch == "auto" else params.pitch,
        formant_semitones=params.formant_semitones,
    )
