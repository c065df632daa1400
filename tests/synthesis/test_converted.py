"""Any voice: published speech through the live chain, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.synthesis.converted import RATE, ConvertedVoice
from syrinx.app.synthesis.script import Sentence, script_of
from syrinx.app.synthesis.synthesizer import Manner, SpeechChunk, WordTime
from syrinx.app.voices import Voice, VoiceLibrary
from syrinx.neural.runtime.registry import ModelRegistry
from tests.cli.conftest import speech_like
from tests.neural_runtime.tiny import write_tiny_bundle


class Buzzer:
    """Says every word as half a second of a voiced buzz at 120 Hz."""

    name, language, sample_rate = "buzzer", "en", 16_000

    def speak(self, sentence: Sentence, manner: Manner, *, take: int = 0) -> Iterator[SpeechChunk]:
        assert manner.pitch_semitones == 0.0  # that is the converter's
        for number, word in enumerate(sentence.words):
            begin = 0.5 * number
            time_of = WordTime(start=word.start, end=word.end, start_s=begin, end_s=begin + 0.5)
            yield SpeechChunk(audio=speech_like(0.5, self.sample_rate), words=(time_of,))


def neural() -> Voice:
    embedding = np.zeros(192, np.float32)
    embedding[3] = 1.0
    return Voice(
        id="someone",
        name="Someone",
        kind="neural",
        f0_median_hz=240.0,
        speaker_embedding=embedding,
        consent="a test",
    )


def sentences() -> tuple[Sentence, ...]:
    return tuple(script_of("Eins zwei drei. Vier.", language="xx", front_end=None).all())


def test_a_cloned_voice_says_it_in_step_and_an_octave_higher(syrinx_home: Path) -> None:
    write_tiny_bundle(syrinx_home / "models")
    voice = ConvertedVoice(Buzzer(), neural(), registry=ModelRegistry(syrinx_home))
    assert (voice.name, voice.language, voice.sample_rate) == ("Someone", "en", RATE)
    first, second = sentences()
    chunks = list(voice.speak(first, Manner()))
    assert sum(len(chunk.audio) for chunk in chunks) == round(1.5 * RATE)
    assert len(chunks) > 3  # it streams
    assert [word.start_s for chunk in chunks for word in chunk.words] == [0.0, 0.5, 1.0]
    at_s = 0.0
    for chunk in chunks:
        for word in chunk.words:
            assert at_s <= word.start_s < at_s + len(chunk.audio) / RATE
        at_s += len(chunk.audio) / RATE
    assert voice._pitch == pytest.approx(12.0, abs=0.3)
    again = list(voice.speak(second, Manner()))
    more = list(voice.speak(second, Manner()))
    for one, other in zip(again, more, strict=True):
        np.testing.assert_array_equal(one.audio, other.audio)


def test_an_effect_voice_keeps_rate_and_length(syrinx_home: Path) -> None:
    robot = VoiceLibrary(syrinx_home).get("robot")
    voice = ConvertedVoice(Buzzer(), robot, registry=ModelRegistry(syrinx_home))
    assert voice.sample_rate == 16_000
    audio = np.concatenate([c.audio for c in voice.speak(sentences()[0], Manner())])
    assert len(audio) == round(1.5 * 16_000)
    assert np.abs(audio).max() > 0.01
