"""The decoder's half of a neural voice: frames that nobody spoke become audio in a voice.

`NeuralVoice` hears somebody; here content, pitch and loudness come from the synthesiser. Decoder,
adapter, bank and embedding are the same, so any voice of the library speaks (ADR 0083).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.onnx_processor import F0_LIMITS_HZ, HOP_LENGTH, check_fit
from syrinx.neural.runtime.registry import FLOAT_MODELS, LIVE_MODELS, ModelRegistry
from syrinx.neural.runtime.session import StateSession
from syrinx.neural.runtime.synthesis import SILENCE_DBFS, SpeechFrames
from syrinx.neural.runtime.timbre import Timbre

_NOISE_SEED = 20_240_229


class FrameVoice:
    """Decodes frames in a voice, 160 samples at 16 kHz each, keeping its state from call to call.

    Parameters
    ----------
    registry
        Where the decoder comes from.
    timbre
        The voice; its median F0 is where 0 semitones lie.
    index_ratio
        How far content is pulled to the voice's own, 0 to 1.
    fp32
        Use the float weights.

    Raises
    ------
    SyrinxError
        A model is missing, the voice's parts are of other models, or its pitch is not known.
    """

    def __init__(
        self,
        registry: ModelRegistry,
        timbre: Timbre,
        *,
        index_ratio: float = 0.25,
        fp32: bool = False,
        seed: int = _NOISE_SEED,
    ) -> None:
        if not 0.0 <= index_ratio <= 1.0:
            raise SyrinxError(f"The index ratio must lie between 0 and 1, not {index_ratio}.")
        if timbre.f0_median_hz is None:
            raise SyrinxError("The pitch of this voice is not known: enrol it again.")
        name = (FLOAT_MODELS if fp32 else LIVE_MODELS)[1]
        self._decoder = StateSession(registry.session(name))
        check_fit(
            name,
            self._decoder,
            ("content", "f0_hz", "loudness_db", "speaker_embedding", "noise"),
            ("audio_out",),
        )
        if timbre.adapter is not None:
            self._decoder.adapt(timbre.adapter)
        channels = self._decoder.inputs["content"].shape[1]
        if any(bank.channels != channels for bank, _ in timbre.banks):
            raise SyrinxError("The voice's bank is of another content encoder: enrol it again.")
        self._timbre, self._ratio, self._seed = timbre, index_ratio, seed
        self._median_hz = float(timbre.f0_median_hz)
        self.reset()

    def reset(self) -> None:
        """Begin anew."""
        self._decoder.reset()
        self._rng = np.random.default_rng(self._seed)
        self._flutter_rng = np.random.default_rng([self._seed, 1])

    def speak(self, frames: SpeechFrames) -> Audio:
        """Audio ``(160 T,)`` of the frames, which follow those of the last call."""
        decoder, timbre = self._decoder, self._timbre
        low, high = F0_LIMITS_HZ
        f0_hz = self._median_hz * 2.0 ** (frames.semitones.astype(np.float64) / 12.0)
        f0_hz = np.where(frames.voiced, np.clip(f0_hz, low, high), 0.0)
        flutter = np.clip(self._flutter_rng.standard_normal(len(f0_hz)), -3.0, 3.0)
        f0_hz *= 1.0 + timbre.f0_flutter * flutter
        out = np.empty(len(f0_hz) * HOP_LENGTH, np.float32)
        inputs = decoder.inputs
        for k, content in enumerate(frames.content):
            inputs["content"][0, :, 0] = self._pulled(content)
            inputs["f0_hz"][...] = f0_hz[k]
            inputs["loudness_db"][...] = max(float(frames.loudness_db[k]), SILENCE_DBFS)
            inputs["speaker_embedding"][0] = timbre.embedding
            self._rng.standard_normal(dtype=np.float32, out=inputs["noise"][0, 0])
            decoder.run()
            out[k * HOP_LENGTH : (k + 1) * HOP_LENGTH] = decoder.outputs["audio_out"][0, 0]
        return out

    def _pulled(self, content: NDArray[np.float32]) -> NDArray[np.float32]:
        out = content
        for bank, share in self._timbre.banks:
            if self._ratio * share > 0.0:
                out = out + (bank.pull(content, self._ratio * share) - content)
        return out
