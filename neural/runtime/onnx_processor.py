"""The neural voice as a live processor: onnxruntime and numpy, nothing else."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import BlockProcessor, approach
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.formant_warp import FormantWarp
from syrinx.dsp.hush import Hush
from syrinx.dsp.pitch import StreamingF0, TrackerConfig
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.breath import HEAD_BIAS, Breath, vowel_share
from syrinx.neural.runtime.registry import FLOAT_MODELS, LIVE_MODELS, ModelRegistry
from syrinx.neural.runtime.retrieval import FrameBank
from syrinx.neural.runtime.session import StateSession
from syrinx.neural.runtime.timbre import MAX_FLUTTER, Banks, TimbreMix, Weights, unit_length

SAMPLE_RATE = 16_000
HOP_LENGTH = 160
LATENCY = 2 * HOP_LENGTH
MAX_SHIFT_SEMITONES = 36.0
F0_LIMITS_HZ = (40.0, 1000.0)
TRACE_FRAMES = 256
_NOISE_SEED = 20_240_229
_DECODER = FLOAT_MODELS[1]
VOICING_BIAS = 2.0
"""Towards voiced: loud voiced frames taken for unvoiced come out as bursts of noise. On dev speech
the bias lets 10.6 % instead of 16.6 % of them pass, and calls 1.7 % instead of 0.3 % of the frames
voiced that both estimators of WORLD call unvoiced."""
_RAMP = (np.arange(HOP_LENGTH, dtype=np.float32) + 1.0) / HOP_LENGTH
_LARGEST_SQUARE = np.float32(1e6)
_SILENCE_DBFS = -99.5
_RATIO_PER_STEP = 0.05
"""How fast the index ratio glides: from none to all in 0.2 s."""


class NeuralVoice(BlockProcessor):
    """Speech in, the same words in another voice out: 16 kHz, steps of 160 samples.

    Content encoder -> retrieval -> F0 -> pitch shift -> decoder, one step per 10 ms. The F0 that
    the decoder gets at step ``t`` is that of the frame centred at input sample ``160 (t - 1)``,
    as are the content and the loudness; the output block holds input time
    ``[160 (t - 2), 160 (t - 1))``.

    Parameters
    ----------
    registry
        Where the models come from; voices of one registry share the weights.
    speaker_embedding
        The target voice, ``(192,)``; it is scaled to unit length.
    pitch_semitones
        Shift of the source's F0, see `set_pitch`.
    fp32
        Use the models with float weights instead of the int8 ones.
    seed
        Seed of the noise that the decoder shapes into breath and consonants.
    bank
        Content frames of the target, made with the same content encoder; None = no retrieval.
    index_ratio
        See `set_index_ratio`.
    adapter
        What fine-tuning added to the decoder for this voice, by name; None = nothing (ADR 0046).
    f0_flutter
        Standard deviation of a random change of the decoder's F0 from step to step, relative, 0
        to `MAX_FLUTTER`: roughness that the decoder does not make by itself (ADR 0032).

    Attributes
    ----------
    level_dbfs
        Level of the newest frame that F0 was found for.
    melody
        Makes the decoder's F0 of the source's, both in Hz and voiced; None = the shift of
        `set_pitch`. It is called once per voiced step.
    flutter_share
        Share of the voice's flutter that is left, 0 to 1: none where the pitch is held.

    Raises
    ------
    SyrinxError
        If a model is missing or broken, or does not fit this program or the bank.
    """

    def __init__(
        self,
        registry: ModelRegistry,
        *,
        speaker_embedding: NDArray[np.floating],
        pitch_semitones: float = 0.0,
        fp32: bool = False,
        seed: int = _NOISE_SEED,
        bank: FrameBank | None = None,
        index_ratio: float = 0.0,
        f0_flutter: float = 0.0,
        adapter: Mapping[str, NDArray[np.floating]] | None = None,
    ) -> None:
        super().__init__(sample_rate=SAMPLE_RATE, block_size=HOP_LENGTH, latency=LATENCY)
        encoder_name, decoder_name = FLOAT_MODELS if fp32 else LIVE_MODELS
        self._encoder = StateSession(registry.session(encoder_name))
        self._decoder = StateSession(registry.session(decoder_name))
        check_fit(encoder_name, self._encoder, ("audio",), ("content", "loudness_db"))
        check_fit(
            decoder_name,
            self._decoder,
            ("content", "f0_hz", "loudness_db", "speaker_embedding", "noise"),
            ("audio_out",),
        )
        if adapter is not None:
            self._decoder.adapt(adapter)
        values = self._decoder.adapter_values
        self._breath = Breath(values[HEAD_BIAS]) if HEAD_BIAS in values else None
        self.melody: Callable[[float], float] | None = None
        self.flutter_share = 1.0
        self._f0 = StreamingF0(
            sample_rate=SAMPLE_RATE,
            hop_length=HOP_LENGTH,
            config=TrackerConfig(voicing_bias=VOICING_BIAS),
        )
        self._f0_delay = round((LATENCY - self._f0.delay_samples) / HOP_LENGTH)
        if self._f0_delay < 0:
            raise SyrinxError("The F0 estimator looks further ahead than the neural voice does.")
        self._seed = seed
        if not 0.0 <= f0_flutter <= MAX_FLUTTER:
            raise SyrinxError(f"The flutter of a voice must lie between 0 and {MAX_FLUTTER:g}.")
        self._flutter = f0_flutter
        self._embedding = unit_length(speaker_embedding)
        self._ratio = 1.0
        self.set_pitch(pitch_semitones)
        self._hush = Hush()
        self._warp = FormantWarp(sample_rate=SAMPLE_RATE, step=HOP_LENGTH)
        self._banks = self._fitting(() if bank is None else ((bank, 1.0),))
        self.set_index_ratio(index_ratio)
        self._heard = np.zeros(2 * HOP_LENGTH, np.float32)
        self._trace = np.zeros((TRACE_FRAMES, 2), np.float32)
        self._trace_next = self._traced = 0
        self.reset()

    @property
    def pitch_semitones(self) -> float:
        """The present shift of the pitch."""
        return 12.0 * math.log2(self._ratio)

    def set_pitch(self, semitones: float) -> None:
        """Shift the pitch from the next step on; safe from another thread.

        Raises
        ------
        SyrinxError
            If the shift is not a number or above three octaves.
        """
        if not abs(semitones) <= MAX_SHIFT_SEMITONES:  # refuses NaN, too
            raise SyrinxError(
                f"A pitch shift of {semitones} semitones is not possible:"
                f" use {-MAX_SHIFT_SEMITONES:g} to {MAX_SHIFT_SEMITONES:g}."
            )
        self._ratio = float(2.0 ** (semitones / 12.0))

    def set_speaker(self, speaker_embedding: NDArray[np.floating]) -> None:
        """Change the target voice from the next step on; safe from another thread.

        A morph between two voices is a series of such calls with blended embeddings.
        """
        self._embedding = unit_length(speaker_embedding)

    @property
    def adapter_shapes(self) -> Mapping[str, tuple[int, ...]]:
        """Shapes of the tensors that fine-tuning adds to this decoder, by name."""
        return self._decoder.adapter

    def wear(self, mix: TimbreMix, weights: Weights) -> None:
        """Sound like a mixture of voices from the next step on; in the thread that processes.

        Call it step by step and the voice glides: about 0.3 ms a call, the next step included.
        The constructor's voice is left behind; pitch, index ratio and breathiness stay.
        """
        self._embedding = mix.embedding(weights)
        self._banks = self._fitting(mix.banks(weights))
        self._flutter = mix.f0_flutter(weights)
        if self._decoder.adapter:
            mix.write_adapter(weights, self._decoder.adapter_values)
            self._decoder.renew_condition()
        if self._breath is not None:
            self._breath.renew()

    def set_breathiness(self, amount: float) -> None:
        """Mix more noise among the harmonics, gliding; safe from another thread.

        -1 is firm, 0 as the voice is, 1 breathy. A decoder without an adapter's inputs stays as
        it is.

        Raises
        ------
        SyrinxError
            If the amount is not between -1 and 1.
        """
        if not -1.0 <= amount <= 1.0:
            raise SyrinxError(f"Breathiness must lie between -1 and 1, not at {amount}.")
        if self._breath is not None:
            self._breath.amount = float(amount)

    def set_formant(self, semitones: float) -> None:
        """Move the formants, gliding, without delay; safe from another thread.

        Raises
        ------
        SyrinxError
            If the shift is not a number or above two octaves.
        """
        self._warp.semitones = semitones

    def set_index_ratio(self, ratio: float) -> None:
        """Pull the content this far towards the bank, gliding; safe from another thread.

        0 leaves it as it is and costs nothing, 1 takes the mean of the neighbours instead.
        Without a bank it does nothing.

        Raises
        ------
        SyrinxError
            If the ratio is not between 0 and 1.
        """
        if not 0.0 <= ratio <= 1.0:
            raise SyrinxError(f"The index ratio must lie between 0 and 1, not {ratio}.")
        self._index_ratio = float(ratio)

    def f0_trace(self) -> NDArray[np.float32]:
        """Return the F0 of the steps since the last call, oldest first.

        Returns
        -------
        array (n_frames, 2), float32
            Source F0 and the F0 given to the decoder in Hz, 0 where unvoiced; at most
            ``TRACE_FRAMES`` rows. Row by row it belongs to the output blocks.
        """
        count = min(self._traced, TRACE_FRAMES)
        index = np.arange(self._trace_next - count, self._trace_next) % TRACE_FRAMES
        self._traced = 0
        return self._trace[index]

    def reset(self) -> None:
        """Forget the past; pitch, speaker and index ratio stay."""
        self._encoder.reset()
        self._decoder.reset()
        self._f0.reset()
        self._past_f0 = [0.0] * self._f0_delay
        self._heard.fill(0.0)
        self._warp.reset()
        self._silent_before = True
        self._hush.reset()
        self._gain_before = 1.0
        self.level_dbfs = -100.0
        self._pull = self._index_ratio
        if self._breath is not None:
            self._breath.reset()
        self._rng = np.random.default_rng(self._seed)
        self._flutter_rng = np.random.default_rng([self._seed, 1])
        self._trace_next = self._traced = 0

    def _process(self, audio: Audio) -> Audio:
        out = np.empty(audio.shape[0], np.float32)
        for start in range(0, audio.shape[0], HOP_LENGTH):
            block = audio[start : start + HOP_LENGTH]
            out[start : start + HOP_LENGTH] = self._step(block)
        return out

    def _step(self, block: Audio) -> Audio:
        encoder, decoder = self._encoder, self._decoder
        self._heard[:HOP_LENGTH] = self._heard[HOP_LENGTH:]  # the frame that the step is about
        self._heard[HOP_LENGTH:] = block
        encoder.inputs["audio"][0, 0] = block
        encoder.run()
        source_hz = self._next_f0(block)
        target_hz = 0.0
        if source_hz > 0.0:
            low, high = F0_LIMITS_HZ
            wanted = source_hz * self._ratio if self.melody is None else self.melody(source_hz)
            target_hz = min(max(wanted, low), high)
        inputs = decoder.inputs
        content = encoder.outputs["content"]
        inputs["content"][...] = content
        self._pull = approach(self._pull, self._index_ratio, _RATIO_PER_STEP)
        if self._pull > 0.0 and self._banks:
            self._retrieve(content[0, :, 0], inputs["content"][0, :, 0])
        inputs["loudness_db"][...] = encoder.outputs["loudness_db"]
        inputs["f0_hz"][...] = target_hz * self._next_flutter()
        inputs["speaker_embedding"][0] = self._embedding
        if self._breath is not None:
            voiced = target_hz > 0.0 and not self._breath.idle
            self._breath.step(vowel_share(self._heard) if voiced else 0.0)
        self._rng.standard_normal(dtype=np.float32, out=inputs["noise"][0, 0])
        decoder.run()
        self._trace[self._trace_next % TRACE_FRAMES] = source_hz, target_hz
        self._trace_next += 1
        self._traced += 1
        result: Audio = decoder.outputs["audio_out"][0, 0]
        # A block is made of two frames: where both had digital silence, so has the output (the
        # network alone would leave a noise at about -120 dBFS).
        level_dbfs = self.level_dbfs = float(encoder.outputs["loudness_db"][0, 0, 0])
        silent = level_dbfs <= _SILENCE_DBFS
        if silent and self._silent_before:
            result.fill(0.0)
        self._silent_before = silent
        if not np.dot(result, result) < _LARGEST_SQUARE:  # NaN, infinity or a runaway: start anew
            encoder.reset()
            decoder.reset()
            self._warp.reset()
            result.fill(0.0)
        result = self._warp.process(result, target_hz)
        self._quieten(result, self._hush.gain_db(level_dbfs, voiced=source_hz > 0.0))
        return result

    def _fitting(self, banks: Banks) -> Banks:
        channels = self._encoder.outputs["content"].shape[1]
        for bank, _ in banks:
            if bank.channels != channels:
                raise SyrinxError(
                    f"The voice's bank has {bank.channels} numbers per frame, the content encoder"
                    f" {channels}: enrol or import the voice again."
                )
        return banks

    def _retrieve(self, content: Audio, out: Audio) -> None:
        """Pull the content towards every bank by its share, into ``out``."""
        (first, share), *others = self._banks
        out[...] = first.pull(content, self._pull * share)
        for bank, share in others:
            out += bank.pull(content, self._pull * share)
            out -= content

    def _quieten(self, block: Audio, gain_db: float) -> None:
        """Lead a block to the gain of its newest frame, in place."""
        before, gain = self._gain_before, 10.0 ** (gain_db / 20.0)
        self._gain_before = gain
        if before != 1.0 or gain != 1.0:
            block *= np.float32(before) + np.float32(gain - before) * _RAMP

    def _next_flutter(self) -> float:
        """Factor of the next step's F0."""
        flutter = self._flutter * self.flutter_share
        if flutter == 0.0:
            return 1.0
        deviations = min(max(self._flutter_rng.standard_normal(), -3.0), 3.0)
        return 1.0 + flutter * deviations

    def _next_f0(self, block: Audio) -> float:
        """F0 of the frame centred 320 samples before the newest one, 0 where unvoiced."""
        f0_hz, voiced = self._f0.process(block)
        newest = float(f0_hz[0]) if voiced[0] else 0.0
        if not self._past_f0:
            return newest
        self._past_f0.append(newest)
        return self._past_f0.pop(0)


def decoder_id(registry: ModelRegistry) -> str:
    """Return the SHA-256 of the decoder's weights, which a voice's adapter belongs to.

    It is that of the float model, from which the int8 one is made.
    """
    return registry.entry(_DECODER).sha256


def check_fit(name: str, session: Any, inputs: tuple[str, ...], outputs: tuple[str, ...]) -> None:
    """Raise if a model does not have the inputs and outputs of ``docs/design.md``."""
    if set(session.inputs) != set(inputs) or set(session.outputs) != set(outputs):
        raise SyrinxError(
            f"The model {name} is of another version of Syrinx (it has the inputs"
            f" {sorted(session.inputs)}): reinstall Syrinx."
        )
