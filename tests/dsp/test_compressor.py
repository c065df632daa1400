"""The soft-knee compressor and the de-esser: contract, closed forms, smooth changes."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.compressor import SoftCompressor
from syrinx.dsp.de_esser import SLOPE, DeEsser
from syrinx.dsp.errors import SyrinxError
from tests.contracts.processor_contract import assert_processor_contract
from tests.dsp.signals import sentence

RATES = [8000, 22257, 44100, 48000, 192000]
RATE = 48000


def tone(hz: float, dbfs: float, seconds: float = 1.0, rate: int = RATE) -> np.ndarray:
    time = np.arange(round(seconds * rate)) / rate
    return (10 ** (dbfs / 20) * np.sin(2 * np.pi * hz * time)).astype(np.float32)


def peak_db(audio: np.ndarray) -> float:
    return 20 * np.log10(np.abs(audio).max())


@pytest.mark.parametrize("rate", RATES)
def test_contract(rate: int) -> None:
    assert_processor_contract(lambda: SoftCompressor(sample_rate=rate))
    assert_processor_contract(lambda: DeEsser(sample_rate=rate))


def curve(level: float, threshold: float, ratio: float, knee: float) -> float:
    """Equation 4 of Giannoulis, Massberg and Reiss (2012), written down once more."""
    if 2 * (level - threshold) < -knee:
        return level
    if 2 * abs(level - threshold) <= knee:
        return level + (1 / ratio - 1) * (level - threshold + knee / 2) ** 2 / (2 * knee)
    return threshold + (level - threshold) / ratio


@pytest.mark.parametrize("dbfs", [-50.0, -29.0, -26.0, -24.0, -21.0, -12.0, 0.0])
@pytest.mark.parametrize("ratio", [1.0, 3.0, 20.0])
def test_the_curve_is_the_published_one(dbfs: float, ratio: float) -> None:
    stage = SoftCompressor(
        sample_rate=RATE, threshold_dbfs=-24.0, ratio=ratio, knee_db=8.0, makeup_db=0.0
    )
    # A tone whose every hop of 1 ms holds its peak.
    out = stage.process(tone(4000.0, dbfs))
    expected = curve(dbfs, -24.0, ratio, 8.0)
    assert peak_db(out[RATE // 2 :]) == pytest.approx(expected, abs=0.05)
    assert stage.reduction_db == pytest.approx(dbfs - expected, abs=0.05)


def test_automatic_make_up_keeps_the_reference_level() -> None:
    stage = SoftCompressor(sample_rate=RATE, threshold_dbfs=-30.0, ratio=4.0)
    assert peak_db(stage.process(tone(4000.0, -12.0))[RATE // 2 :]) == pytest.approx(-12, abs=0.05)
    quiet = SoftCompressor(sample_rate=RATE, threshold_dbfs=-30.0, ratio=4.0)
    raised = peak_db(quiet.process(tone(4000.0, -40.0))[RATE // 2 :]) + 40.0
    assert raised == pytest.approx(18.0 * 0.75, abs=0.05)


def test_attack_and_release_take_the_time_they_say() -> None:
    def stage() -> SoftCompressor:
        return SoftCompressor(
            sample_rate=RATE, threshold_dbfs=-40.0, ratio=10.0, knee_db=0.0,
            attack_ms=20.0, release_ms=200.0, makeup_db=0.0,
        )  # fmt: skip

    audio = np.concatenate((tone(4000.0, -60.0, 0.5), tone(4000.0, -10.0), tone(4000.0, -60.0)))
    made = stage()
    readings = []
    for block in audio[: len(audio) // 48 * 48].reshape(-1, 48):
        made.process(block)
        readings.append(made.reduction_db)
    readings = np.array(readings)
    full = 27.0  # 30 dB above the threshold, of which a tenth stays
    assert readings[499] == 0.0
    assert readings[1400] == pytest.approx(full, abs=0.01)
    # One time constant: 63 % of the way (in decibels).
    assert readings[500 + 20] == pytest.approx(full * (1 - np.exp(-1)), rel=0.06)
    # Smooth decoupled: the attack's time is added to the release's.
    assert readings[1500 + 220] == pytest.approx(full * np.exp(-1), rel=0.06)


def test_settings_glide() -> None:
    stage = SoftCompressor(sample_rate=RATE, threshold_dbfs=0.0, ratio=4.0, makeup_db=0.0)
    audio = tone(200.0, -12.0, 2.0)
    first = stage.process(audio[:RATE])
    stage.set_curve(
        threshold_dbfs=-40.0, ratio=8.0, knee_db=6.0, attack_ms=5.0, release_ms=100.0, makeup_db=9.0
    )
    out = np.concatenate((first, stage.process(audio[RATE:])))
    # No sample jumps: the steepest slope is that of the tone itself, with its gain.
    assert np.abs(np.diff(out)).max() < 1.3 * np.abs(np.diff(audio)).max() * 10 ** (9 / 20)
    around = np.abs(np.diff(out[RATE - 480 : RATE + 4800], 2)).max()
    cut = out.copy()
    cut[RATE:] *= 10 ** (-3 / 20)  # the measure: a gain that jumps by 3 dB at the same place
    cut[RATE + 60 :] *= 10 ** (-3 / 20)
    assert around < 0.2 * np.abs(np.diff(cut[RATE - 480 : RATE + 4800], 2)).max()
    assert abs(peak_db(out[-4800:]) - peak_db(out[RATE // 2 : RATE])) > 6.0


def test_impossible_settings_are_refused() -> None:
    with pytest.raises(SyrinxError, match="ratio"):
        SoftCompressor(sample_rate=RATE, ratio=0.5)
    with pytest.raises(SyrinxError, match="band"):
        DeEsser(sample_rate=RATE, hz=0.0)


# ---- de-esser ----


def test_what_is_not_sharp_passes_bit_for_bit() -> None:
    audio = tone(300.0, -20.0) + tone(2000.0, -34.0)
    assert np.array_equal(DeEsser(sample_rate=RATE).process(audio), audio)


def test_a_sharp_band_is_lowered_by_what_the_slope_says() -> None:
    voice, hiss = tone(300.0, -20.0, 6.0), tone(10000.0, -20.0, 6.0)
    stage = DeEsser(sample_rate=RATE, hz=5000.0, threshold_db=-8.0, range_db=12.0)
    out = stage.process(voice + hiss)
    # Both tones are -23 dBFS in power, together -20: the band lies 3 dB below the voice (the
    # Butterworth high-pass costs 0.3 dB at an octave above its corner).
    expected = SLOPE * (8.0 - 3.01 - 0.26)
    assert stage.reduction_db == pytest.approx(expected, abs=0.1)
    spectrum = np.abs(np.fft.rfft(out[-RATE:])) / (RATE / 2)
    before = 10 ** (-20 / 20)
    assert spectrum[300] == pytest.approx(before, rel=0.01)
    # A first-order shelf: 1 + (g - 1) H at an octave above the corner (warped by the bilinear
    # transform).
    warped = 1j * np.tan(np.pi * 10000 / RATE) / np.tan(np.pi * 5000 / RATE)
    gain = 10 ** (-stage.reduction_db / 20)
    shelf = abs(1 + (gain - 1) * warped / (1 + warped))
    assert spectrum[10000] == pytest.approx(before * shelf, rel=0.02)


def test_the_setting_does_not_depend_on_the_level() -> None:
    voice, hiss = tone(300.0, -20.0, 8.0), tone(8000.0, -20.0, 8.0)
    reductions = []
    for gain in (0.05, 1.0):
        stage = DeEsser(sample_rate=RATE)
        stage.process((gain * (voice + hiss)).astype(np.float32))
        reductions.append(stage.reduction_db)
    assert reductions[0] == pytest.approx(reductions[1], abs=0.2)


def test_the_range_is_the_limit_and_zero_switches_it_off() -> None:
    hiss = tone(9000.0, -6.0)
    stage = DeEsser(sample_rate=RATE, threshold_db=-30.0, range_db=5.0)
    stage.process(hiss)
    assert stage.reduction_db == pytest.approx(5.0, abs=0.01)
    off = DeEsser(sample_rate=RATE, threshold_db=-30.0, range_db=0.0)
    assert np.array_equal(off.process(hiss), hiss)


def test_hiss_between_vowels_is_softened_and_vowels_are_not() -> None:
    rate = 48000
    audio = sentence(rate, seconds=3.0)
    rng = np.random.default_rng(3)
    time = np.arange(len(audio)) / rate
    sharp = (np.sin(2 * np.pi * 2.0 * time) < -0.5) * 0.2 * rng.standard_normal(len(audio))
    spectrum = np.fft.rfft(sharp)
    spectrum[np.fft.rfftfreq(len(audio), 1 / rate) < 5500] = 0
    sharp = np.fft.irfft(spectrum, len(audio)).astype(np.float32)
    out = DeEsser(sample_rate=rate, range_db=10.0).process(audio + sharp)

    def power(signal: np.ndarray, where: np.ndarray) -> float:
        return 10 * np.log10((signal[where].astype(float) ** 2).mean())

    hissing = np.sin(2 * np.pi * 2.0 * time) < -0.7
    vowels = np.sin(2 * np.pi * 2.0 * time) > 0.3
    assert power(out, hissing) < power(audio + sharp, hissing) - 3.0
    assert power(out, vowels) == pytest.approx(power(audio + sharp, vowels), abs=0.2)
