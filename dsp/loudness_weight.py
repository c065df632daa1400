"""The weighting filter of loudness: what the ear hears of a level (ITU-R BS.1770).

BS.1770 lists coefficients for 48 kHz only. For other rates the analogue prototypes behind them
are taken through the bilinear transform, with the values of B. De Man, *Evaluation of
implementations of the EBU R128 loudness measurement* (AES 145, 2018); at 48 kHz the result
agrees with the listed coefficients to 1e-5.
"""

from __future__ import annotations

from math import pi, tan

from syrinx.dsp.filters import Biquad

OFFSET_DB = -0.691
"""What makes a sine of 997 Hz at 0 dBFS -3.01 LUFS."""
_SHELF_HZ, _SHELF_DB, _SHELF_Q = 1681.974450955533, 3.999843853973347, 0.7071752369554196
_LOW_HZ, _LOW_Q = 38.13547087602444, 0.5003270373238773
_HIGHEST = 0.45


def loudness_weight(sample_rate: int) -> tuple[Biquad, Biquad]:
    """Return the two stages of the K-weighting: the head's high shelf and the low cut."""
    return _shelf(sample_rate), _low_cut(sample_rate)


def _shelf(sample_rate: int) -> Biquad:
    k = tan(pi * min(_SHELF_HZ, _HIGHEST * sample_rate) / sample_rate)
    high = 10.0 ** (_SHELF_DB / 20.0)
    band = high**0.4996667741545416
    a0 = 1.0 + k / _SHELF_Q + k * k
    return Biquad(
        b0=(high + band * k / _SHELF_Q + k * k) / a0,
        b1=2.0 * (k * k - high) / a0,
        b2=(high - band * k / _SHELF_Q + k * k) / a0,
        a1=2.0 * (k * k - 1.0) / a0,
        a2=(1.0 - k / _SHELF_Q + k * k) / a0,
    )


def _low_cut(sample_rate: int) -> Biquad:
    k = tan(pi * _LOW_HZ / sample_rate)
    a0 = 1.0 + k / _LOW_Q + k * k
    return Biquad(
        b0=1.0,
        b1=-2.0,
        b2=1.0,
        a1=2.0 * (k * k - 1.0) / a0,
        a2=(1.0 - k / _LOW_Q + k * k) / a0,
    )
