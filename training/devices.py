"""What a microphone or a telephone does to speech: band, colour, clipping, companding."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.augment import band_gain

FloatArray = NDArray[np.float32]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """Band edges (-3 dB) in Hz, the gain between them as (Hz, dB) points, and what follows.

    ``slope`` is the order of the edges; ``companded`` quantises as a telephone network does
    (mu-law, 8 bits).
    """

    low_hz: float
    high_hz: float
    points_db: tuple[tuple[float, float], ...] = ()
    slope: int = 4
    companded: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.low_hz < self.high_hz:
            raise SyrinxError("The band of a device needs a low edge below its high edge.")

    def gain(self, frequency: NDArray) -> NDArray:
        """Magnitude at each frequency in Hz, zero phase."""
        out = band_gain(frequency, self.low_hz, self.high_hz, slope=self.slope)
        if self.points_db:
            hz, db = np.array(self.points_db).T
            at = np.log2(np.maximum(frequency, 1.0))
            out = out * 10 ** (np.interp(at, np.log2(hz), db) / 20)
        return out

    def varied(self, rng: np.random.Generator) -> Device:
        """Another one of the kind: edges 8 %, colour 1.5 dB apart (standard deviations)."""
        low, high = np.array([self.low_hz, self.high_hz]) * np.exp(rng.normal(0, 0.08, 2))
        points = tuple((hz, float(db + rng.normal(0, 1.5))) for hz, db in self.points_db)
        return dataclasses.replace(self, low_hz=float(low), high_hz=float(high), points_db=points)


DEVICES: Mapping[str, Device] = {
    "telephone": Device(low_hz=300, high_hz=3400, slope=8, companded=True),
    "wideband_call": Device(low_hz=80, high_hz=6600, slope=6),
    "headset": Device(
        low_hz=130,
        high_hz=7000,
        points_db=((100, -2), (250, 2), (1000, 0), (2500, 3), (4000, 5), (7000, -3)),
        slope=2,
    ),
    "laptop": Device(
        low_hz=180,
        high_hz=7200,
        points_db=((150, -6), (300, -3), (600, 3), (1200, 4), (2000, -4), (3200, 2), (6000, 5)),
        slope=3,
    ),
    "cheap_usb": Device(
        low_hz=90, high_hz=5500, points_db=((100, 3), (400, 2), (1500, -2), (5000, -5)), slope=2
    ),
    "handheld_radio": Device(
        low_hz=450, high_hz=2700, points_db=((450, -3), (1500, 4), (2700, 0)), slope=6
    ),
}


def companded(audio: FloatArray, *, bits: int = 8, mu: float = 255.0) -> FloatArray:
    """Quantise as ITU-T G.711 mu-law does (the continuous curve)."""
    steps = 2 ** (bits - 1)
    pressed = np.sign(audio) * np.log1p(mu * np.minimum(np.abs(audio), 1.0)) / np.log1p(mu)
    pressed = np.rint(pressed * steps) / steps
    return (np.sign(pressed) * np.expm1(np.abs(pressed) * np.log1p(mu)) / mu).astype(np.float32)


def clip_hard(audio: FloatArray, share: float) -> FloatArray:
    """Cut off the loudest ``share`` of the samples, as an overdriven converter does."""
    ceiling = np.quantile(np.abs(audio), 1.0 - share)
    return np.clip(audio, -ceiling, ceiling).astype(np.float32) if ceiling > 0 else audio


def clip_soft(audio: FloatArray, share: float) -> FloatArray:
    """Saturate (tanh) so that the loudest ``share`` of the samples is pressed by over 2.4 dB."""
    knee = np.quantile(np.abs(audio), 1.0 - share)
    return (knee * np.tanh(audio / knee)).astype(np.float32) if knee > 0 else audio
