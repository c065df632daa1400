"""A model of the user through the process that transcribes, and one that ends it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import soundfile

from syrinx.app.clone.child import ChildDiedError, ChildProcess
from syrinx.app.transcription.process import (
    Answer,
    Desk,
    NotTranscribed,
    Transcribe,
    Transcribed,
    transcription_main,
)
from syrinx.app.transcription.transcript import from_json
from tests.transcription import tiny_models
from tests.transcription.tiny_models import RATE, hello_world


@pytest.fixture
def recording(tmp_path: Path) -> str:
    soundfile.write(tmp_path / "a.wav", hello_world(), RATE)
    return str(tmp_path / "a.wav")


def test_the_desk_transcribes_with_a_model_of_the_user(recording: str, syrinx_home: Path) -> None:
    for name in ("a", "b"):
        tiny_models.ctc(syrinx_home / "recognizers" / name)
    told: list[Answer] = []
    desk = Desk(syrinx_home, told.append)
    for model in ("a", "a", "b", "none"):
        desk.serve(Transcribe(item=model, path=recording, model=model))
    ends = [answer for answer in told if isinstance(answer, Transcribed | NotTranscribed)]
    for answer, model in zip(ends[:3], ("a", "a", "b"), strict=True):
        assert isinstance(answer, Transcribed)
        transcript = from_json(answer.transcript)
        assert (transcript.text, transcript.model) == ("hello world", model)
    assert isinstance(ends[3], NotTranscribed)
    assert ends[3].message == 'There is no recognition model "none"; there is: syrinx, a, b.'


def test_a_model_that_ends_its_process_is_noticed_and_not_the_end(
    recording: str, syrinx_home: Path
) -> None:
    """Its file was altered at the same size after it was taken in: sherpa-onnx exits."""
    folder = syrinx_home / "recognizers" / "bad"
    tiny_models.stub(folder / "model.onnx", {"model_type": "EncDecCTCModel"})
    tiny_models.write_tokens(folder)
    child = ChildProcess(transcription_main, str(syrinx_home), name="test-transcription")
    answers: list[Answer] = []

    def wait() -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until and not answers:
            answers.extend(child.poll())
            time.sleep(0.05)

    try:
        child.send(Transcribe(item="1", path=recording, model="bad"))
        with pytest.raises(ChildDiedError):
            wait()
        assert answers == []
    finally:
        child.close(kill=True)
