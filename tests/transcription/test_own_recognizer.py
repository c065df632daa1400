"""The seam to Syrinx's own recogniser: final utterances become segments, open ones are partial."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from syrinx.app.transcription import own_recognizer as module
from syrinx.app.transcription.own_recognizer import OwnRecognizer, own_recognizer
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import RECOGNIZER_MODEL, ModelRegistry


def utterance(number: int, text: str, *, final: bool) -> SimpleNamespace:
    words = tuple(
        SimpleNamespace(text=word, start_s=k - 0.001, end_s=k + 0.5, confidence=1.0001)
        for k, word in enumerate(text.split())
    )
    return SimpleNamespace(number=number, text=text, words=words, final=final)


class Stream:
    """Says what a test wants."""

    def __init__(self, *answers: list[Any]) -> None:
        self._answers = list(answers)

    def accept(self, audio: object) -> list[Any]:
        return self._answers.pop(0)

    def finish(self) -> list[Any]:
        return self._answers.pop(0)


def test_utterances_become_segments() -> None:
    stream = Stream(
        [utterance(0, "hel", final=False)],
        [utterance(0, "hello", final=True), utterance(1, "wor", final=False)],
        [utterance(1, "", final=True)],
        [utterance(2, "world", final=True)],
    )
    made: Any = SimpleNamespace(sample_rate=16_000, stream=lambda: stream)
    recognizer = OwnRecognizer(made)
    assert (recognizer.name, recognizer.sample_rate) == ("Syrinx", 16_000)
    heard, audio = recognizer.stream(), np.zeros(160, np.float32)
    assert heard.accept(audio) == []
    assert heard.partial == "hel"
    (hello,) = heard.accept(audio)
    assert (hello.text, hello.words[0].start_s, hello.words[0].confidence) == ("hello", 0.0, 1.0)
    assert heard.partial == "wor"
    assert heard.accept(audio) == []
    assert heard.partial == ""
    assert [segment.text for segment in heard.finish()] == ["world"]


def test_without_its_models_a_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ModelRegistry, "entries", lambda self: {})
    with pytest.raises(SyrinxError, match="own recogniser are not installed"):
        own_recognizer(tmp_path)


def test_it_is_opened_from_the_registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def load(registry: object, network: object) -> object:
        seen.extend([registry, network])
        return SimpleNamespace(sample_rate=16_000, stream=Stream)

    entries = {RECOGNIZER_MODEL: None}
    monkeypatch.setattr(ModelRegistry, "entries", lambda self: entries)
    monkeypatch.setattr(module, "can_recognise", lambda registry: True)
    monkeypatch.setattr(module, "load_transcriber", load)
    monkeypatch.setattr(module.AcousticModel, "shipped", lambda registry: "network")
    assert own_recognizer(tmp_path).sample_rate == 16_000
    assert isinstance(seen[0], ModelRegistry)
    assert seen[1] == "network"
