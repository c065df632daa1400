"""Invented voices: what the sliders reach, what is drawn, whom the guard keeps away."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.voice_design import ATTRIBUTES, design_voice, mix_voices
from syrinx.app.voices import Voice, VoiceLibrary, slug
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import SPEAKER_MODEL, ModelRegistry
from syrinx.neural.runtime.voice_space import SLIDERS, VoiceSpace, load_voice_space


@pytest.fixture(scope="module")
def space() -> VoiceSpace:
    return load_voice_space()


def person(name: str, embedding: np.ndarray, space: VoiceSpace, **changes: object) -> Voice:
    voice = Voice(
        id=slug(name),
        name=name,
        kind="neural",
        f0_median_hz=120.0,
        speaker_embedding=(embedding / np.linalg.norm(embedding)).astype(np.float32),
        speaker_encoder=space.speaker_encoder,
        consent="given by letter",
        licence="CC BY 4.0",
        attribution=f"{name}, a reader",
        colour="#204060",
    )
    return replace(voice, **changes)


def sliders(voice: Voice, space: VoiceSpace) -> dict[str, float]:
    return dict(zip(SLIDERS, space.sliders_of(voice.speaker_embedding), strict=True))


def test_the_shipped_space_is_of_the_shipped_encoder(space: VoiceSpace) -> None:
    assert space.speaker_encoder == ModelRegistry().entry(SPEAKER_MODEL).sha256
    assert len(space.people) > 2000
    assert tuple(ATTRIBUTES) == SLIDERS
    fits = space.notes["sliders"]
    for name, floor in (("pitch", 0.8), ("gender", 0.7), ("age", 0.4), ("brightness", 0.2)):
        assert fits[name]["r2"] > floor, name


def test_same_seed_same_voice_other_seed_another_person(space: VoiceSpace) -> None:
    voices = [design_voice("Mara", gender=0.8, seed=seed, space=space) for seed in range(6)]
    assert design_voice("Mara", gender=0.8, seed=3, space=space) == voices[3]
    for one, other in itertools.combinations(voices, 2):
        assert one.speaker_embedding @ other.speaker_embedding < 0.75


def test_without_a_seed_it_is_someone_new_and_the_seed_is_told(space: VoiceSpace) -> None:
    voice = design_voice("Mara", space=space)
    told = re.search(r"seed (\d+)", voice.consent or "")
    assert told
    again = design_voice("Mara", seed=int(told[1]), space=space)
    assert np.array_equal(again.speaker_embedding, voice.speaker_embedding)


def test_sliders_arrive_where_they_are_set(space: VoiceSpace) -> None:
    voice = design_voice(
        "Mara",
        pitch=210.0,
        gender=0.7,
        age=-0.5,
        brightness=1.2,
        roughness=-0.8,
        seed=5,
        space=space,
    )
    found = sliders(voice, space)
    assert found["gender"] == pytest.approx(0.7, abs=0.02)
    assert found["age"] == pytest.approx(-0.5, abs=0.02)
    assert found["brightness"] == pytest.approx(1.2, abs=0.02)
    assert found["roughness"] == pytest.approx(-0.8, abs=0.02)
    assert voice.f0_median_hz == 210.0
    octaves = np.log2(210.0 / space.middle_pitch_hz)
    assert found["pitch"] == pytest.approx(octaves, abs=0.02)


@pytest.mark.parametrize(
    ("name", "step"), [("gender", 1.0), ("age", -0.5), ("brightness", 1.0), ("roughness", 1.0)]
)
def test_a_slider_of_a_known_voice_changes_only_itself(
    space: VoiceSpace, name: str, step: float
) -> None:
    """Age leads to younger voices only: nobody in the pack is known to be old (ADR 0032)."""
    base = person("Ada", space.mean + space.basis[:, 0], space)
    before = sliders(base, space)
    after = sliders(design_voice("New", base=base, space=space, **{name: step}), space)
    for key in SLIDERS:
        expected = before[key] + (step if key == name else 0.0)
        assert after[key] == pytest.approx(expected, abs=0.02), key


def test_women_are_higher_than_men_and_children_too(space: VoiceSpace) -> None:
    pitch = {
        who: np.median([design_voice("X", seed=seed, space=space, **who_is).f0_median_hz
                        for seed in range(12)])
        for who, who_is in {
            "man": {"gender": -1.0},
            "woman": {"gender": 1.0},
            "boy": {"gender": -1.0, "age": -1.0},
            "girl": {"gender": 1.0, "age": -1.0},
        }.items()
    }  # fmt: skip
    assert pitch["man"] < 135 < 170 < pitch["woman"]
    assert pitch["boy"] > 1.3 * pitch["man"]
    assert pitch["girl"] > pitch["woman"]


def test_an_invented_voice_is_nobodys(space: VoiceSpace, tmp_path: Path) -> None:
    library = VoiceLibrary(tmp_path)
    for seed in range(20):
        voice = design_voice(f"V {seed}", seed=seed, space=space)
        assert space.nearest(voice.speaker_embedding) < space.limit
        assert "belongs to nobody" in (voice.consent or "")
        assert "invented" in voice.tags
        library.add(voice)
    assert len([v for v in library.list() if not v.shipped]) == 20


def test_it_keeps_away_from_the_users_own_people(space: VoiceSpace) -> None:
    first = design_voice("First", gender=0.8, seed=1, space=space)
    someone = person("Someone", first.speaker_embedding.astype(float), space)
    other = design_voice("Second", gender=0.8, seed=1, keep_away_from=[someone], space=space)
    assert other.speaker_embedding @ someone.speaker_embedding < 0.65
    # An invented one is nobody: it does not block its own seed.
    again = design_voice("Again", gender=0.8, seed=1, keep_away_from=[first], space=space)
    assert np.array_equal(again.speaker_embedding, first.speaker_embedding)


def test_a_crowded_place_is_refused(space: VoiceSpace) -> None:
    crowded = replace(space, limit=0.05)
    with pytest.raises(SyrinxError, match="too near to a real speaker"):
        design_voice("X", seed=1, space=crowded)


@pytest.mark.parametrize(
    ("sliders", "word"),
    [
        ({"gender": 2.5}, "gender goes from -2 to 2"),
        ({"pitch": 20.0}, "pitch goes from 60 to 400 Hz"),
        ({"age": float("nan")}, "age goes from"),
        ({"seed": -1}, "seed"),
    ],
)
def test_errors_are_sentences(space: VoiceSpace, sliders: dict[str, float], word: str) -> None:
    with pytest.raises(SyrinxError, match=word):
        design_voice("X", space=space, **sliders)
    with pytest.raises(SyrinxError, match="1 to 100 characters"):
        design_voice("  ", space=space)


def test_a_changed_voice_keeps_the_consent_and_the_licence(space: VoiceSpace) -> None:
    base = person("Ada", space.mean, space)
    voice = design_voice("Ada rough", roughness=1.0, pitch=90.0, base=base, space=space)
    assert "Ada: given by letter" in (voice.consent or "")
    assert "nobody" not in (voice.consent or "")
    assert voice.licence == "CC BY 4.0"
    assert voice.attribution == "Ada, a reader (changed)"
    assert voice.f0_median_hz == 90.0
    assert "invented" not in voice.tags
    same = design_voice("Ada again", base=base, space=space)
    assert np.allclose(same.speaker_embedding, base.speaker_embedding, atol=1e-6)


def test_roughness_makes_the_pitch_flutter(space: VoiceSpace) -> None:
    flutter = [
        design_voice("X", roughness=rough, seed=1, space=space).f0_flutter
        for rough in (-2.0, -1.0, 0.0, 1.0, 2.0)
    ]
    assert flutter == [0.0025, 0.005, 0.01, 0.02, 0.04]
    base = person("Ada", space.mean, space)
    assert design_voice("X", brightness=1.0, base=base, space=space).f0_flutter is None
    assert design_voice("X", roughness=-1.0, base=base, space=space).f0_flutter is None
    assert design_voice("X", roughness=1.0, base=base, space=space).f0_flutter == 0.01
    rough = replace(base, f0_flutter=0.04)
    assert design_voice("X", roughness=-1.0, base=rough, space=space).f0_flutter == 0.02
    assert mix_voices("X", base, rough, share=0.5, space=space).f0_flutter == 0.02


def test_mixing_is_a_walk_from_one_voice_to_the_other(space: VoiceSpace) -> None:
    one = person("Ada", space.mean + space.basis[:, 0], space)
    other = person("Bob", space.mean - space.basis[:, 0], space, f0_median_hz=240.0)
    cosines = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        mixed = mix_voices("Mix", one, other, share=share, space=space)
        assert np.linalg.norm(mixed.speaker_embedding) == pytest.approx(1.0, abs=1e-5)
        cosines.append(float(mixed.speaker_embedding @ other.speaker_embedding))
    angles = np.arccos(np.clip(cosines, -1, 1))
    assert np.allclose(np.diff(angles), -angles[0] / 4, atol=2e-3)
    half = mix_voices("Mix", one, other, space=space)
    assert half.f0_median_hz == pytest.approx(np.sqrt(120 * 240), abs=0.1)
    assert "Ada" in (half.consent or "")
    assert "Bob" in (half.consent or "")
    whole = mix_voices("Mix", one, other, share=1.0, space=space)
    assert "Ada" not in (whole.consent or "")


def test_mixing_refuses_effects_and_other_encoders(space: VoiceSpace) -> None:
    one = person("Ada", space.mean, space)
    effect = Voice(id="robot", name="Robot", kind="effect", effect_id="robot", shipped=True)
    with pytest.raises(SyrinxError, match="is an effect"):
        mix_voices("X", one, effect, space=space)
    with pytest.raises(SyrinxError, match="another speaker encoder"):
        mix_voices("X", one, replace(one, speaker_encoder="0" * 64), space=space)
    with pytest.raises(SyrinxError, match="between 0 and 1"):
        mix_voices("X", one, one, share=1.5, space=space)
    with pytest.raises(SyrinxError, match="is an effect"):
        design_voice("X", base=effect, space=space)
