"""The neural voices that come with the program: enough, different, licensed or nobody's."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.voices import Voice, VoiceLibrary
from syrinx.neural.runtime.registry import SPEAKER_MODEL, ModelRegistry
from syrinx.neural.runtime.voice_space import load_voice_space


@pytest.fixture
def voices(tmp_path: Path) -> list[Voice]:
    return [v for v in VoiceLibrary(tmp_path).list() if v.shipped and v.kind == "neural"]


def test_there_are_a_dozen_and_five_of_them_nobodys(voices: list[Voice]) -> None:
    assert len(voices) >= 12
    assert sum("invented" in v.tags for v in voices) >= 5
    for group in ("male", "female"):
        assert sum(group in v.tags for v in voices) >= 4


def test_every_licence_lets_it_be_a_voice(voices: list[Voice]) -> None:
    for voice in voices:
        assert voice.licence in ("CC0 1.0", "CC BY 4.0"), voice.name
        assert voice.attribution, voice.name
        assert voice.speaker_encoder == ModelRegistry().entry(SPEAKER_MODEL).sha256


def test_invented_voices_are_far_from_people_and_from_each_other(voices: list[Voice]) -> None:
    space = load_voice_space()
    invented = [v for v in voices if "invented" in v.tags]
    people = [v for v in voices if "invented" not in v.tags]
    for voice in invented:
        assert space.nearest(voice.speaker_embedding) < space.limit, voice.name
        assert "belongs to nobody" in (voice.consent or "")
        for person in people:
            assert voice.speaker_embedding @ person.speaker_embedding < space.limit
    for one, other in itertools.combinations(invented, 2):
        assert one.speaker_embedding @ other.speaker_embedding < 0.75, (one.name, other.name)


def test_the_guard_knows_the_shipped_people(voices: list[Voice]) -> None:
    space = load_voice_space()
    for voice in voices:
        if "invented" not in voice.tags:
            assert space.nearest(voice.speaker_embedding) > 0.75, voice.name


def test_they_look_different_in_the_list(voices: list[Voice]) -> None:
    assert len({v.name for v in voices}) == len({v.name[0] + v.colour for v in voices})
    colours = np.array([[int(v.colour[i : i + 2], 16) for i in (1, 3, 5)] for v in voices])
    for (i, one), (j, other) in itertools.combinations(enumerate(colours), 2):
        assert np.abs(one - other).sum() > 24, (voices[i].name, voices[j].name)
    for voice in voices:
        assert voice.description
        assert 2 <= len(voice.tags) <= 4
        assert voice.f0_median_hz is not None
