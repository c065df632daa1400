"""``syrinx transcribe`` with the shipped recogniser on real speech."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
import soundfile

from syrinx.app.transcription.transcript import from_json
from tests.cli.conftest import Result

Syrinx = Callable[..., Result]


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    """Fifteen seconds of people who read English sentences."""
    source = resources.files("syrinx.assets") / "speech" / "others.ogg"
    audio, rate = soundfile.read(str(source), dtype="float32", frames=15 * 16_000)
    path = tmp_path / "speech.wav"
    soundfile.write(path, audio, rate)
    return path


def test_words_with_times(syrinx: Syrinx, speech: Path) -> None:
    result = syrinx("transcribe", speech, "--format", "json")
    assert result.code == 0, result.err
    transcript = from_json(speech.with_suffix(".json").read_text())
    words = list(transcript.words())
    assert 15 <= len(words) <= 70  # people say two to four words a second
    assert all(0 <= word.start_s <= word.end_s <= transcript.duration_s + 0.1 for word in words)
    assert transcript.language == "en"


def test_the_stream_says_the_same_in_the_end(syrinx: Syrinx, speech: Path) -> None:
    assert syrinx("transcribe", speech).code == 0
    whole = speech.with_suffix(".txt").read_text()
    result = syrinx("transcribe", speech, "--stream", "--overwrite")
    assert result.code == 0, result.err
    assert speech.with_suffix(".txt").read_text() == whole
    assert any(line.startswith("~ ") for line in result.out.splitlines())
