"""The delay as declared, by parts, and as measured, by correlation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.app.texts import mark
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

CHIRP_SECONDS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class LatencyReport:
    """The delay from microphone to ear, declared part by part.

    Attributes
    ----------
    input_ms, output_ms
        What the devices declare for themselves, ms.
    buffer_ms
        The pre-fill between the callbacks and the DSP thread, ms.
    chain_parts
        ``(name, ms)`` of every part of the voice chain, in order.
    """

    input_ms: float
    buffer_ms: float
    output_ms: float
    chain_parts: tuple[tuple[str, float], ...] = ()

    @property
    def chain_ms(self) -> float:
        """Delay of the voice chain, ms."""
        return sum(ms for _, ms in self.chain_parts)

    @property
    def total_ms(self) -> float:
        """Delay from microphone to ear, ms."""
        return self.input_ms + self.buffer_ms + self.chain_ms + self.output_ms

    @property
    def parts(self) -> tuple[tuple[str, float], ...]:
        """``(name, ms)`` of every part in the order in which the sound passes them.

        The names are English; the window translates them where it shows them.
        """
        return (
            (mark("input device"), self.input_ms),
            (mark("buffer"), self.buffer_ms),
            *self.chain_parts,
            (mark("output device"), self.output_ms),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the sum and the parts as JSON values."""
        return {
            "total_ms": self.total_ms,
            "input_ms": self.input_ms,
            "buffer_ms": self.buffer_ms,
            "chain_ms": self.chain_ms,
            "output_ms": self.output_ms,
            "chain_parts": [{"name": name, "ms": ms} for name, ms in self.chain_parts],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """A measured delay.

    Attributes
    ----------
    samples
        By how much the second signal lags, with the fraction.
    confidence
        Correlation peak over the best one elsewhere; below 2 means: not found.
    """

    samples: float
    confidence: float


def chirp(sample_rate: int, *, seconds: float = CHIRP_SECONDS) -> Audio:
    """Return a linear sweep with faded ends, at -12 dBFS, from 300 Hz to 0.35 of the rate.

    Its autocorrelation is one narrow peak, so that its arrival is known to a sample.
    """
    count = round(seconds * sample_rate)
    time = np.arange(count) / sample_rate
    low, high = 300.0, min(6000.0, 0.35 * sample_rate)
    phase = 2.0 * np.pi * (low * time + (high - low) * time**2 / (2.0 * seconds))
    fade = np.minimum(1.0, np.minimum(time, time[::-1]) / 0.01)
    return np.asarray(0.25 * np.sin(phase) * np.sin(0.5 * np.pi * fade) ** 2, dtype=np.float32)


def find_delay(sent: Audio, received: Audio) -> Delay:
    """Return by how many samples ``received`` lags ``sent``, from their cross-correlation.

    Both start at the same moment; the signal must keep its wave form (straight through,
    filters, gains). The peak is refined by a parabola through three points.

    Raises
    ------
    SyrinxError
        When one of them is empty or silent: there is nothing to correlate.
    """
    return _peak(
        np.asarray(sent, dtype=np.float64), np.asarray(received, dtype=np.float64), guard=64
    )


def find_envelope_delay(sent: Audio, received: Audio, sample_rate: int) -> Delay:
    """As `find_delay`, but from the loudness alone, for voices that change the wave form.

    ``sent`` should be bursts: their edges mark the time. The loudness is that of 1 ms windows;
    the result is the lag of the centre of energy of each edge, good to about 1 ms.
    """

    def envelope(audio: Audio) -> NDArray[np.float64]:
        window = np.hanning(max(3, sample_rate // 500))
        power = np.convolve(np.asarray(audio, dtype=np.float64) ** 2, window / window.sum(), "same")
        root = np.sqrt(np.maximum(power, 0.0))
        return np.asarray(root - root.mean(), dtype=np.float64)

    return _peak(envelope(sent), envelope(received), guard=sample_rate // 20)


def measure_delay(
    play: Callable[[Audio], Audio], sample_rate: int, *, seconds: float = CHIRP_SECONDS
) -> Delay:
    """Send a chirp through ``play`` (signal in, what came back of the same length out)."""
    sent = np.concatenate((chirp(sample_rate, seconds=seconds), np.zeros(sample_rate, np.float32)))
    return find_delay(sent, play(sent))


def _peak(sent: NDArray[np.float64], received: NDArray[np.float64], *, guard: int) -> Delay:
    if not sent.any() or not received.any():
        raise SyrinxError("No delay can be measured: one of the two signals is silent.")
    size = 1 << (len(sent) + len(received) - 1).bit_length()
    spectrum = np.fft.rfft(received, size) * np.conj(np.fft.rfft(sent, size))
    match = np.fft.irfft(spectrum, size)[: len(received)]
    strength = np.abs(match)
    index = int(np.argmax(strength))
    elsewhere = np.concatenate((strength[: max(0, index - guard)], strength[index + guard + 1 :]))
    second = float(elsewhere.max()) if elsewhere.size else 0.0
    fraction = 0.0
    if 0 < index < len(match) - 1:
        before, peak, after = match[index - 1], match[index], match[index + 1]
        bend = before - 2.0 * peak + after
        fraction = 0.5 * (before - after) / bend if bend else 0.0
    return Delay(
        samples=index + float(fraction),
        confidence=float(strength[index]) / max(second, 1e-12 * float(strength[index])),
    )
