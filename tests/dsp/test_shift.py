"""Pitch and formant shift: the contract, the wanted F0, the formants, no clicks."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.pitch import StreamingF0, TrackerConfig
from syrinx.dsp.resample import PolyphaseResampler
from syrinx.dsp.shift import PitchFormantShift
from tests.contracts.processor_contract import assert_processor_contract
from tests.dsp.signals import VOWELS, sentence, steady, voice

RATES = [8000, 11025, 22257, 44100, 48000, 192000]


def f0_of(audio, rate):
    low = PolyphaseResampler(rate, 16000).process(audio)
    low = low[: low.shape[0] // 160 * 160]
    # Shifted voices are not what the voicing was fitted on, and the costs of the path are set for
    # speech up to 700 Hz: here a vowel at 330 Hz, its F1 on the second harmonic, must not double.
    config = TrackerConfig(voicing_bias=3.0, octave_cost=0.25, below_cost=2.5, range_cost=0.0)
    estimator = StreamingF0(fmin_hz=40, fmax_hz=1000, window_length=800, config=config)
    return estimator.process(low)[0]


def envelope_db(audio, rate, f0_hz):
    """Spectrum between 200 and 3500 Hz, smoothed over two harmonics."""
    spectrum = np.abs(np.fft.rfft(audio * np.hanning(audio.shape[0]))) ** 2
    hz = np.fft.rfftfreq(audio.shape[0], 1 / rate)
    grid = np.arange(200.0, 3500.0, 50.0)
    power = [spectrum[np.abs(hz - g) < 1.2 * f0_hz].mean() for g in grid]
    return grid, 10 * np.log10(power)


@pytest.mark.parametrize("rate", RATES)
def test_contract(rate):
    probe = sentence(rate, seconds=0.8 if rate < 100000 else 0.3)
    for pitch, formant in ((0.0, 0.0), (5.0, 3.0), (-7.0, -4.0)):
        assert_processor_contract(
            lambda p=pitch, f=formant: PitchFormantShift(
                sample_rate=rate, pitch_semitones=p, formant_semitones=f
            ),
            probe=probe,
            measure_delay=False,
            split_tolerance=1e-5,
        )


@pytest.mark.parametrize("rate", RATES)
def test_without_a_shift_the_delay_is_the_declared_one(rate):
    rng = np.random.default_rng(0)
    noise = (0.1 * rng.standard_normal(rate)).astype(np.float32)
    assert_processor_contract(
        lambda: PitchFormantShift(sample_rate=rate),
        probe=noise,
        split_tolerance=1e-5,
        delay_tolerance=1.0,
    )
    assert PitchFormantShift(sample_rate=rate).latency <= 0.012 * rate


@pytest.mark.parametrize("source", [90.0, 130.0, 220.0])
@pytest.mark.parametrize("semitones", [-12, -7, -3, 0, 4, 7, 12])
def test_the_wanted_f0_is_met(source, semitones):
    rate = 48000
    time = np.arange(2 * rate) / rate
    f0 = source * 2.0 ** (0.15 * np.sin(2 * np.pi * 0.8 * time))
    shift = PitchFormantShift(sample_rate=rate, pitch_semitones=semitones)
    # What the estimator says of the input, shifted, is compared with what it says of the output.
    audio = voice(f0, rate)
    output = shift.process(audio)
    before = f0_of(audio, rate)
    after = f0_of(output[shift.latency :], rate)[: before.shape[0]]
    before = before[: after.shape[0]]
    both = (before > 0) & (after > 0)
    both[:20] = False
    assert both.sum() > 100
    error = 1200 * np.log2(after[both] / before[both]) - 100 * semitones
    assert abs(np.median(error)) < 20
    assert np.median(np.abs(error)) < 20


@pytest.mark.parametrize("semitones", [-7, 5, 9])
def test_formants_stay_when_the_pitch_moves(semitones):
    rate, hz = 16000, 140.0
    audio = steady(hz, rate, 2.0, formants=VOWELS["a"])
    output = PitchFormantShift(sample_rate=rate, pitch_semitones=semitones).process(audio)
    wide = max(hz, hz * 2 ** (semitones / 12))
    _, before = envelope_db(audio[rate // 2 :], rate, wide)
    _, after = envelope_db(output[rate // 2 :], rate, wide)
    difference = (after - after.mean()) - (before - before.mean())
    assert np.sqrt((difference**2).mean()) < 5.0


@pytest.mark.parametrize("semitones", [-4, 4])
def test_formants_move_and_the_pitch_stays(semitones):
    rate, hz = 16000, 120.0
    peak = 1500.0
    audio = steady(hz, rate, 2.0, formants=(peak,))
    shift = PitchFormantShift(sample_rate=rate, formant_semitones=semitones)
    output = shift.process(audio)
    grid, level = envelope_db(output[rate // 2 :], rate, hz)
    above = grid > 500
    found = grid[above][level[above].argmax()]
    assert found / peak == pytest.approx(2 ** (semitones / 12), rel=0.08)
    f0 = f0_of(output, rate)[30:]
    assert abs(1200 * np.log2(np.median(f0[f0 > 0]) / hz)) < 10


@pytest.mark.parametrize(("pitch", "formant"), [(-12, 0), (7, 0), (12, 6), (-6, -5)])
def test_no_clicks(pitch, formant):
    """No sample-to-sample step is much larger than those of the input."""
    rate = 48000
    audio = sentence(rate)
    output = PitchFormantShift(
        sample_rate=rate, pitch_semitones=pitch, formant_semitones=formant
    ).process(audio)
    assert np.abs(np.diff(output)).max() < 2.5 * np.abs(np.diff(audio)).max()
    assert np.abs(output).max() < 2.0 * np.abs(audio).max()


def test_a_monotone_voice_keeps_one_note():
    rate = 48000
    time = np.arange(2 * rate) / rate
    audio = voice(140.0 * 2.0 ** (0.3 * np.sin(2 * np.pi * 0.8 * time)), rate)
    output = PitchFormantShift(sample_rate=rate, monotone_hz=105.0).process(audio)
    f0 = f0_of(output, rate)[30:]
    f0 = f0[f0 > 0]
    assert np.percentile(np.abs(1200 * np.log2(f0 / 105.0)), 80) < 25


def test_shifts_can_be_changed_while_it_runs():
    rate = 16000
    shift = PitchFormantShift(sample_rate=rate)
    audio = steady(150.0, rate, 1.0)
    shift.process(audio)
    shift.pitch_semitones = 7.0
    assert shift.pitch_semitones == 7.0
    f0 = f0_of(shift.process(audio), rate)[20:]
    assert np.median(f0[f0 > 0]) == pytest.approx(150 * 2 ** (7 / 12), rel=0.01)
    with pytest.raises(SyrinxError, match="semitones"):
        shift.formant_semitones = 30.0


def test_a_low_monotone_of_a_high_voice_leaves_gaps_in_short_blocks():
    """Grains as short as the voice's period, further apart than they are long."""
    shift = PitchFormantShift(sample_rate=16000, monotone_hz=50.0)
    audio = steady(400.0, 16000, 0.6)
    output = np.concatenate([shift.process(block) for block in np.split(audio, len(audio) // 8)])
    tail = output[len(output) // 2 :]
    assert np.abs(tail).max() > 0.01
    assert (np.abs(tail.reshape(-1, 8)).max(axis=1) == 0).any()
