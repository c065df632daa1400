"""Who speaks: an embedding from recordings, by the ONNX speaker encoder."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import SPEAKER_MODEL, ModelRegistry

SAMPLE_RATE = 16_000
EMBEDDING_SIZE = 192
WINDOW_S = 3.0
SHORTEST_S = 0.5
_FRAME = SAMPLE_RATE // 50
_BELOW_LOUD_DB = 40.0
_SILENCE_DBFS = -60.0


def skip_silence(audio: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return ``audio`` without its pauses.

    A 20 ms frame is speech if it lies above -60 dBFS and less than 40 dB under the recording's
    95th percentile; three frames around each one stay, so that no consonant is cut off.

    Parameters
    ----------
    audio
        ``(n_samples,)`` at 16 kHz.
    """
    n_frames = audio.shape[0] // _FRAME
    if n_frames == 0:
        return audio[:0]
    frames = audio[: n_frames * _FRAME].reshape(n_frames, _FRAME)
    level = 10.0 * np.log10(np.mean(np.square(frames, dtype=np.float64), axis=1) + 1e-12)
    speech = level > max(_SILENCE_DBFS, float(np.percentile(level, 95.0)) - _BELOW_LOUD_DB)
    kept = np.convolve(speech, np.ones(7), mode="same") > 0.5
    return np.ascontiguousarray(frames[kept].reshape(-1))


class SpeakerEmbedder:
    """Embeds recordings of one person.

    Parameters
    ----------
    registry
        Where the model comes from; it is opened at the first use.
    threads
        Threads of onnxruntime: this does not run on the audio thread.
    """

    def __init__(self, registry: ModelRegistry, *, threads: int = 1) -> None:
        self._registry = registry
        self._threads = threads

    def embed(self, audio: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return the embedding of ``audio``, ``(192,)``, of unit length.

        The speech in it (pauses are skipped) is cut into equal windows of about 3 s, and the
        windows' embeddings are averaged.

        Parameters
        ----------
        audio
            ``(n_samples,)`` at 16 kHz, in [-1, 1]; half a second of speech at least.

        Raises
        ------
        SyrinxError
            If there is too little speech, or the model is missing or broken.
        """
        audio = np.asarray(audio, np.float32)
        if audio.ndim != 1:
            raise SyrinxError("An embedding needs one channel of audio: mix it down to mono.")
        audio = np.nan_to_num(audio, nan=0.0, posinf=0.0, neginf=0.0)
        speech = skip_silence(audio)
        if speech.shape[0] < SHORTEST_S * SAMPLE_RATE:
            raise SyrinxError(
                f"The recording has only {speech.shape[0] / SAMPLE_RATE:.1f} s of speech:"
                f" {SHORTEST_S:g} s is the least, 30 s is good."
            )
        session = self._registry.session(SPEAKER_MODEL, threads=self._threads)
        count = max(1, round(speech.shape[0] / (WINDOW_S * SAMPLE_RATE)))
        size = speech.shape[0] // count
        total = np.zeros(EMBEDDING_SIZE, np.float64)
        for index in range(count):
            window = speech[index * size : (index + 1) * size]
            (result,) = session.run(["speaker_embedding"], {"audio": window[None, None]})
            total += result[0]
        length = float(np.linalg.norm(total))
        if not 0.0 < length < np.inf:
            raise SyrinxError("The recording gives no voice: use a cleaner one.")
        return (total / length).astype(np.float32)

    def window(self, audio: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the embedding of a short piece just as it is, ``(192,)`` of unit length.

        For windows of a recording that are known to be speech; `embed` is for whole recordings.

        Parameters
        ----------
        audio
            ``(n_samples,)`` at 16 kHz; 0.1 s at least, better 1.5 s.
        """
        session = self._registry.session(SPEAKER_MODEL, threads=self._threads)
        if audio.shape[0] < SAMPLE_RATE // 10:
            audio = np.pad(audio, (0, SAMPLE_RATE // 10 - audio.shape[0]))
        (result,) = session.run(["speaker_embedding"], {"audio": audio[None, None]})
        return np.asarray(result[0], np.float32)
