"""Does a voice take the time that it declares? Measured on a copy of it, aside, by speech.

A voice changes the wave form, so that no chirp can be found again; the loudness of what is said
keeps its course. Sentences go through the copy, and the course of their level in dB is compared
with that of the result. Neural voices come within 0.5 ms of what they declare; effects that
filter or blur within 3 ms; a hall smears the loudness so much that nothing can be said.
"""

from __future__ import annotations

import importlib.resources
import io
from dataclasses import dataclass
from typing import Literal

import numpy as np
import soundfile
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio, Processor
from syrinx.dsp.units import samples_to_ms

PIECES_S = (3.0, 20.0, 54.0)
"""Where in ``assets/speech/others.ogg`` the sentences begin, s."""
PIECE_S = 2.0
WITHIN_MS = 3.0
LEAST_LIKENESS = 0.88
_HOP_S = 0.001
_WINDOW_S = 0.01
_FLOOR = 1e-6
_MOST_MS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainDelay:
    """The delay of a voice.

    Attributes
    ----------
    declared_ms
        The sum of its parts.
    measured_ms
        By the loudness of speech; None where that says nothing.
    verdict
        "right": they agree within 3 ms, and the declared one, which is exact to the sample, is
        the better figure. "wrong": they do not. "unclear": the voice smears the loudness.
    """

    declared_ms: float
    measured_ms: float | None
    verdict: Literal["right", "wrong", "unclear"]

    @property
    def best_ms(self) -> float:
        """The figure to show."""
        if self.verdict == "wrong" and self.measured_ms is not None:
            return self.measured_ms
        return self.declared_ms


def check_chain(chain: Processor) -> ChainDelay:
    """Send sentences through ``chain`` (a copy: it is reset) and compare.

    Raises
    ------
    SyrinxError
        The sentences are missing.
    """
    rate = chain.sample_rate
    found = []
    for spoken in sentences(rate):
        chain.reset()
        step = rate // 100
        heard = np.concatenate(
            [chain.process(spoken[at : at + step]) for at in range(0, spoken.shape[0], step)]
        )
        found.append(loudness_lag(spoken, heard, rate))
    lags = [lag for lag, likeness in found if likeness >= LEAST_LIKENESS]
    declared = samples_to_ms(chain.latency, rate)
    if len(lags) < 2:
        return ChainDelay(declared_ms=declared, measured_ms=None, verdict="unclear")
    measured = float(np.median(lags))
    right = abs(measured - declared) <= WITHIN_MS
    return ChainDelay(
        declared_ms=declared, measured_ms=measured, verdict="right" if right else "wrong"
    )


def loudness_lag(sent: Audio, heard: Audio, sample_rate: int) -> tuple[float, float]:
    """Return by how many ms the level (dB) of ``heard`` lags, and the correlation there."""
    first, second = _level(sent, sample_rate), _level(heard, sample_rate)
    count = min(first.shape[0], second.shape[0])
    match = np.zeros(min(_MOST_MS, count // 2))
    for lag in range(match.shape[0]):
        a, b = first[: count - lag], second[lag:count]
        a, b = a - a.mean(), b - b.mean()
        norm = float(np.sqrt(np.dot(a, a) * np.dot(b, b)))
        match[lag] = float(np.dot(a, b)) / norm if norm > 0.0 else 0.0
    best = int(np.argmax(match))
    fraction = 0.0
    if 0 < best < match.shape[0] - 1:
        before, peak, after = match[best - 1 : best + 2]
        bend = before - 2.0 * peak + after
        fraction = 0.5 * (before - after) / bend if bend else 0.0
    return 1000.0 * _HOP_S * (best + float(fraction)), float(match[best])


def _level(audio: Audio, sample_rate: int) -> NDArray[np.float64]:
    window = np.hanning(round(_WINDOW_S * sample_rate))
    power = np.convolve(audio.astype(np.float64) ** 2, window / window.sum(), "same")
    return np.asarray(10.0 * np.log10(power[:: round(_HOP_S * sample_rate)] + _FLOOR))


def sentences(sample_rate: int) -> list[Audio]:
    """Return the sentences at ``sample_rate``: whole blocks of 10 ms, 0.3 s of silence behind.

    Raises
    ------
    SyrinxError
        They are missing.
    """
    import soxr

    source = importlib.resources.files("syrinx.assets") / "speech" / "others.ogg"
    try:
        data = source.read_bytes()
        pieces = []
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            for start_s in PIECES_S:
                file.seek(round(start_s * file.samplerate))
                piece = file.read(round(PIECE_S * file.samplerate), dtype="float32")
                pieces.append(soxr.resample(piece, file.samplerate, sample_rate))
    except (OSError, soundfile.LibsndfileError) as error:
        raise SyrinxError(
            f"The sentences to measure a voice with are missing ({error}): install Syrinx again."
        ) from error
    step = sample_rate // 100
    pause = np.zeros(30 * step, np.float32)
    return [
        np.concatenate((piece[: piece.shape[0] // step * step].astype(np.float32), pause))
        for piece in pieces
    ]
