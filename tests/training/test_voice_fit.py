"""The statistics of the sliders on made-up speakers, and the measures on made-up voices."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.signal

from syrinx.training.voice_attributes import VoiceMeasures, mean_measures, measure_voice
from syrinx.training.voice_fit import (
    clusters,
    first_component,
    held_out,
    likeliest_directions,
    low_rank,
    residual,
    ridge,
    standardised,
    two_groups,
    within,
)

RATE = 16_000


def made_up_speakers(count: int = 400) -> dict[str, np.ndarray]:
    """Two attributes and a microphone, each along a line of its own, in 24 dimensions."""
    rng = np.random.default_rng(0)
    lines = np.linalg.qr(rng.standard_normal((24, 24)))[0]
    attributes = rng.standard_normal((count, 2)) @ np.array([[1.0, 0.6], [0.0, 0.8]])
    microphone = rng.standard_normal(count)
    groups = np.where(np.arange(count) % 2, "a", "b")
    embeddings = attributes @ lines[:2] + microphone[:, None] * lines[2]
    embeddings += 0.2 * rng.standard_normal((count, 24)) + (groups == "a")[:, None] * lines[3]
    return {
        "embeddings": within(embeddings, groups),
        "attributes": attributes,
        "microphone": microphone,
        "lines": lines,
        "groups": groups,
    }


def test_within_and_standardised_forget_the_groups() -> None:
    groups = np.array(["a", "a", "b", "b"])
    values = np.array([1.0, 3.0, 10.0, 20.0])
    assert within(values, groups) == pytest.approx([-1, 1, -5, 5])
    assert np.std(standardised(values, groups)) == pytest.approx(1.0)
    with_gap = within(np.array([1.0, np.nan, 10.0, 20.0]), groups)
    assert with_gap[0] == 0.0
    assert np.isnan(with_gap[1])


def test_residual_has_nothing_of_the_others() -> None:
    rng = np.random.default_rng(1)
    x, y = rng.standard_normal((2, 500))
    x -= x.mean()
    left = residual(2 * x + y, [x])
    assert abs(np.corrcoef(left, x)[0, 1]) < 1e-9
    assert np.corrcoef(left, y)[0, 1] > 0.99


def test_two_groups_finds_men_and_women() -> None:
    rng = np.random.default_rng(2)
    octaves = np.log2(np.concatenate([rng.normal(115, 15, 200), rng.normal(200, 20, 300)]))
    upper = two_groups(octaves, (np.log2(100.0), np.log2(220.0)))
    assert np.mean(upper[:200] < 0.5) > 0.97
    assert np.mean(upper[200:] > 0.5) > 0.97


def test_first_component_is_what_the_columns_share() -> None:
    rng = np.random.default_rng(3)
    common = rng.standard_normal(800)
    columns = common[:, None] + 0.7 * rng.standard_normal((800, 4))
    assert np.corrcoef(first_component(columns), common)[0, 1] > 0.9


def test_held_out_is_honest() -> None:
    made = made_up_speakers()
    options = {"penalty": 1.0, "nuisances": np.zeros((1, 24)), "immunity": 0.0}
    _, told = held_out(made["embeddings"], made["attributes"][:, 0], **options)
    assert told.r2 > 0.9
    assert 0.9 < told.slope < 1.02
    noise = np.random.default_rng(4).standard_normal(400)
    _, untold = held_out(made["embeddings"], noise, **options)
    assert untold.r2 < 0.02


def test_immunity_removes_the_answer_to_the_microphone() -> None:
    made = made_up_speakers()
    # What is measured answers to the microphone as well as to the voice.
    measured = made["attributes"][:, 0] + made["microphone"]
    nuisance = made["lines"][2:3]
    plain = ridge(made["embeddings"], measured, penalty=1.0, nuisances=nuisance, immunity=0.0)
    immune = ridge(made["embeddings"], measured, penalty=1.0, nuisances=nuisance, immunity=1e5)
    assert float(nuisance[0] @ plain) > 0.8
    assert abs(float(nuisance[0] @ immune)) < 0.02
    assert float(made["lines"][0] @ immune) > 0.7


def test_directions_change_one_attribute_and_not_the_microphone() -> None:
    made = made_up_speakers()
    nuisance = made["lines"][2:3]
    filters = np.stack(
        [
            ridge(made["embeddings"], column, penalty=1.0, nuisances=nuisance, immunity=1e5)
            for column in made["attributes"].T
        ],
        axis=1,
    )
    covariance = np.cov(made["embeddings"].T)
    directions = likeliest_directions(covariance, filters, nuisance)
    assert np.allclose(filters.T @ directions, np.eye(2), atol=1e-6)
    for index in range(2):
        unit = directions[:, index] / np.linalg.norm(directions[:, index])
        assert abs(unit @ made["lines"][index]) > 0.97
        assert abs(unit @ made["lines"][2]) < 0.1


def test_low_rank_keeps_the_variance() -> None:
    made = made_up_speakers()
    covariance = np.cov(made["embeddings"].T)
    basis = low_rank(covariance, share=0.8)
    assert 2 <= basis.shape[1] < 12
    assert np.trace(basis @ basis.T) >= 0.8 * np.trace(covariance)


def test_clusters_tell_people_apart() -> None:
    rng = np.random.default_rng(5)
    people = np.linalg.qr(rng.standard_normal((24, 4)))[0].T
    heard = np.repeat(people, 6, axis=0) + 0.05 * rng.standard_normal((24, 24))
    found = clusters(heard, alike=0.6)
    assert len(found) == 4
    assert np.all((found @ people.T).max(axis=0) > 0.98)


# ---- measures ----


def vowel(
    f0_hz: float,
    *,
    scale: float = 1.0,
    tilt_db: float = 0.0,
    jitter: float = 0.0,
    noise: float = 0.0,
    seconds: float = 1.5,
) -> tuple[np.ndarray, np.ndarray]:
    """Return pulses through four formants at (n - 1/2) * 1000 Hz * scale, and their true F0."""
    rng = np.random.default_rng(0)
    audio = np.zeros(round(seconds * RATE))
    place = 100.0
    while place < len(audio) - 1:
        audio[int(place)] += 1 - (place % 1)
        audio[int(place) + 1] += place % 1
        place += RATE / f0_hz * (1 + jitter * rng.standard_normal())
    audio += noise * rng.standard_normal(len(audio)) * np.sqrt(np.mean(audio**2))
    for number in range(4):
        centre, width = (number + 0.5) * 1000 * scale, 80 + 40 * number
        radius = np.exp(-np.pi * width / RATE)
        poles = radius * np.exp(2j * np.pi * centre / RATE)
        audio = scipy.signal.lfilter([1], np.real(np.poly([poles, poles.conj()])), audio)
    audio = scipy.signal.lfilter([1], [1, -0.9], audio)
    spectrum = np.fft.rfft(audio)
    hz = np.fft.rfftfreq(len(audio), 1 / RATE)
    spectrum *= 10 ** (tilt_db * np.log2(np.maximum(hz, 50) / 1000) / 20)
    audio = np.fft.irfft(spectrum, len(audio))
    audio = 0.1 * audio / np.std(audio)
    return audio.astype(np.float32), np.full(len(audio) // 160, f0_hz, np.float32)


def measured(**options: float) -> VoiceMeasures:
    found = measure_voice(*vowel(options.pop("f0_hz", 120.0), **options))
    assert found is not None
    return found


@pytest.mark.parametrize("scale", [0.95, 1.0, 1.1])
def test_formant_spacing_of_a_known_tract(scale: float) -> None:
    assert measured(scale=scale).tract_hz == pytest.approx(1000 * scale, rel=0.04)


def test_brightness_follows_a_tilt() -> None:
    dark, plain, bright = (measured(tilt_db=tilt) for tilt in (-3.0, 0.0, 3.0))
    assert dark.balance_db < plain.balance_db - 3 < bright.balance_db - 6
    assert dark.centroid_hz < plain.centroid_hz < bright.centroid_hz


def test_roughness_shows_in_jitter_and_harmonicity() -> None:
    clean, rough, noisy = measured(), measured(jitter=0.02), measured(noise=0.3)
    assert clean.jitter < 0.003
    assert rough.jitter > max(0.004, 3 * clean.jitter)
    assert rough.harmonicity_db < clean.harmonicity_db - 3
    assert noisy.harmonicity_db < clean.harmonicity_db - 3
    assert rough.prominence_db < clean.prominence_db


def test_silence_and_noise_have_no_voice() -> None:
    assert measure_voice(np.zeros(RATE, np.float32), np.zeros(100, np.float32)) is None


def test_means_are_weighted_by_voiced_frames() -> None:
    one, other = measured(seconds=1.0), measured(f0_hz=240.0, seconds=3.0)
    both = mean_measures([one, other])
    assert both.frames == one.frames + other.frames
    share = other.frames / both.frames
    assert both.f0_hz == pytest.approx(120 + share * 120, rel=1e-3)
