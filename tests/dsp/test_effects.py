"""Every effect voice: contract at every rate, loudness, its own character."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.effect_parts import Chorus, Comb, Drive, Hall, LevelMatch, MuLaw, RingModulator
from syrinx.dsp.effects import EFFECTS, build_effect
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.vocoder import EnvelopeVoice
from tests.contracts.processor_contract import assert_processor_contract
from tests.dsp.signals import sentence, steady

RATES = [8000, 22257, 44100, 48000]
TAIL_S = 12.0


def loudness_db(audio):
    return 10 * np.log10((audio.astype(np.float64) ** 2).mean() + 1e-20)


def band_db(audio, rate, low, high):
    spectrum = np.abs(np.fft.rfft(audio)) ** 2
    hz = np.fft.rfftfreq(audio.shape[0], 1 / rate)
    return 10 * np.log10(spectrum[(hz >= low) & (hz < high)].sum() + 1e-20)


@pytest.mark.parametrize("effect_id", EFFECTS)
@pytest.mark.parametrize("rate", RATES)
def test_contract(effect_id, rate):
    assert_processor_contract(
        lambda: build_effect(effect_id, sample_rate=rate),
        probe=sentence(rate, seconds=0.5),
        measure_delay=False,
        split_tolerance=1e-4 if effect_id in ("monster", "megaphone") else 2e-5,
    )


@pytest.mark.parametrize("effect_id", EFFECTS)
@pytest.mark.parametrize("rate", [8000, 48000, 192000])
def test_loudness_is_kept_and_the_delay_is_short(effect_id, rate):
    effect = build_effect(effect_id, sample_rate=rate)
    assert effect.latency <= 0.012 * rate
    audio = sentence(rate, seconds=4.0)
    output = effect.process(audio)
    assert np.isfinite(output).all()
    half = audio.shape[0] // 2
    assert abs(loudness_db(output[half:]) - loudness_db(audio[half:])) < 2.0


@pytest.mark.parametrize("effect_id", EFFECTS)
def test_the_voice_is_changed_and_silence_returns(effect_id):
    rate = 16000
    effect = build_effect(effect_id, sample_rate=rate)
    audio = sentence(rate)
    output = effect.process(audio)
    delay = effect.latency
    same = output[delay:] - audio[: audio.shape[0] - delay]
    assert loudness_db(same) > loudness_db(audio) - 12.0
    effect.process(np.zeros(round(TAIL_S * rate), dtype=np.float32))
    rest = effect.process(np.zeros(rate, dtype=np.float32))
    assert np.abs(rest).max() < 1e-5


def test_user_shifts_are_added():
    rate = 16000
    plain = build_effect("hall", sample_rate=rate)
    moved = build_effect("hall", sample_rate=rate, pitch_semitones=3.0)
    assert plain.latency == 0
    assert moved.latency > 0
    build_effect("chipmunk", sample_rate=rate, pitch_semitones=24.0, formant_semitones=24.0)


def test_an_unknown_effect_names_those_there_are():
    with pytest.raises(SyrinxError, match="deep"):
        build_effect("nonsense", sample_rate=48000)


def test_specs_are_complete():
    assert len(EFFECTS) >= 12
    for effect_id, spec in EFFECTS.items():
        assert spec.id == effect_id
        assert spec.name
        assert spec.description.endswith(".")
        assert spec.tags
        assert spec.colour.startswith("#")
        assert len(spec.colour) == 7


def test_the_telephone_lets_only_its_band_through():
    rate = 48000
    rng = np.random.default_rng(0)
    noise = (0.1 * rng.standard_normal(2 * rate)).astype(np.float32)
    output = build_effect("telephone", sample_rate=rate).process(noise)
    inside = band_db(output, rate, 500, 3000) - 10 * np.log10(2500)
    assert band_db(output, rate, 20, 120) - 10 * np.log10(100) < inside - 20
    assert band_db(output, rate, 8000, 20000) - 10 * np.log10(12000) < inside - 30


def test_a_whisper_has_no_harmonics():
    rate = 16000
    audio = steady(150.0, rate, 2.0)

    def periodicity(x):
        x = x[rate:]
        lag = round(rate / 150)
        return np.dot(x[lag:], x[:-lag]) / np.dot(x, x)

    whisper = build_effect("whisper", sample_rate=rate).process(audio)
    assert periodicity(audio) > 0.8
    assert abs(periodicity(whisper)) < 0.25


def test_a_vocoder_with_noise_alone_keeps_the_level_of_noise():
    rate = 16000
    rng = np.random.default_rng(1)
    noise = (0.1 * rng.standard_normal(2 * rate)).astype(np.float32)
    output = EnvelopeVoice(sample_rate=rate, low_cut_hz=20.0).process(noise)
    assert loudness_db(output[rate:]) == pytest.approx(loudness_db(noise), abs=2.5)


def test_the_hall_decays_by_60_db_in_its_time():
    rate = 16000
    hall = Hall(sample_rate=rate, seconds=1.0, wet=1.0, dry=0.0, damping=0.0)
    impulse = np.zeros(2 * rate, dtype=np.float32)
    impulse[0] = 1.0
    tail = hall.process(impulse)
    energy = np.cumsum(tail[::-1].astype(np.float64) ** 2)[::-1]
    decay = 10 * np.log10(energy / energy[0] + 1e-20)
    early, late = int(0.1 * rate), int(0.7 * rate)
    slope = (decay[late] - decay[early]) / 0.6
    assert slope == pytest.approx(-60.0, abs=6.0)


@pytest.mark.parametrize(
    "factory",
    [
        lambda: Drive(sample_rate=48000, drive_db=12.0),
        lambda: MuLaw(sample_rate=48000),
        lambda: Comb(sample_rate=48000, delay_ms=5.0, gain=0.3),
        lambda: RingModulator(sample_rate=48000, hz=100.0, depth=0.3),
        lambda: Chorus(sample_rate=48000, taps=[(8.0, 1.0, 1.0, 0.3)]),
        lambda: Hall(sample_rate=48000, wet=0.1),
        lambda: LevelMatch(Drive(sample_rate=48000, drive_db=6.0)),
    ],
)
def test_parts_keep_the_contract(factory):
    assert_processor_contract(factory, split_tolerance=2e-6)


def test_a_vibrato_declares_its_mean_delay():
    chorus = Chorus(sample_rate=48000, taps=[(4.0, 0.01, 1.0, 1.0)], dry=0.0)
    assert chorus.latency == 192
    assert_processor_contract(
        lambda: Chorus(sample_rate=48000, taps=[(4.0, 0.01, 1.0, 1.0)], dry=0.0),
        split_tolerance=2e-6,
        delay_tolerance=1.0,
    )
