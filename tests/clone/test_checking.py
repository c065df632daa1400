"""The checking process: questions answered by a real child, which may be killed."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import numpy as np
import psutil
import pytest
import soundfile

from syrinx.app.clone.checking import (
    Answer,
    CheckTake,
    ConvertSample,
    CutFiles,
    CutProgress,
    FilesCut,
    PieceCut,
    Refused,
    SampleConverted,
    TakeChecked,
    checking_main,
)
from syrinx.app.clone.child import ChildDiedError, ChildProcess

RATE = 16_000
_waiting: list[Answer] = []


@pytest.fixture
def child(tmp_path: Path) -> Iterator[ChildProcess]:
    process = ChildProcess(checking_main, str(tmp_path), name="syrinx-checking")
    _waiting.clear()
    yield process
    process.close(kill=True)


@pytest.fixture(scope="module")
def speech() -> np.ndarray:
    """Nine seconds of one person, with half a second of quiet around."""
    path = resources.files("syrinx.assets") / "speech" / "others.ogg"
    audio, rate = soundfile.read(
        str(path), dtype="float32", start=round(18.4 * RATE), frames=9 * RATE
    )
    assert rate == RATE
    room = 1e-4 * np.random.default_rng(0).standard_normal(RATE).astype(np.float32)
    return np.concatenate((room[: RATE // 2], audio, room[RATE // 2 :]))


def wait_for_next(child: ChildProcess, *, timeout_s: float = 60.0) -> Answer:
    """Return one answer; the others of the same look wait."""
    deadline = time.monotonic() + timeout_s
    while not _waiting and time.monotonic() < deadline:
        _waiting.extend(child.poll())
        time.sleep(0.02)
    return _waiting.pop(0)


def wait_for(child: ChildProcess, *, timeout_s: float = 60.0) -> Answer:
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        for answer in child.poll():
            return answer
        time.sleep(0.02)
    raise AssertionError("no answer")


def test_a_take_is_checked_by_its_left_channel(
    child: ChildProcess, speech: np.ndarray, tmp_path: Path
) -> None:
    path = tmp_path / "take.wav"
    soundfile.write(path, np.stack((speech, np.zeros_like(speech)), axis=1), RATE)
    child.send(CheckTake(token=7, path=str(path)))
    answer = wait_for(child)
    assert isinstance(answer, TakeChecked)
    assert answer.token == 7
    assert answer.seconds == pytest.approx(len(speech) / RATE)
    assert 4.0 < answer.measures["speech_s"] < 9.5
    assert np.linalg.norm(answer.embedding) == pytest.approx(1.0, abs=1e-3)


def test_silence_is_sent_back_in_words(child: ChildProcess, tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    soundfile.write(path, np.zeros(3 * RATE, np.float32), RATE)
    child.send(CheckTake(token=1, path=str(path)))
    answer = wait_for(child)
    assert isinstance(answer, TakeChecked)
    assert not answer.accepted
    assert "microphone" in answer.problems[0]


def test_another_person_is_noticed(child: ChildProcess, speech: np.ndarray, tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    soundfile.write(path, speech, RATE)
    child.send(CheckTake(token=1, path=str(path)))
    own = wait_for(child)
    assert isinstance(own, TakeChecked)
    stranger = tuple((-np.asarray(own.embedding)).tolist())
    child.send(CheckTake(token=2, path=str(path), others=((stranger, 400.0),)))
    answer = wait_for(child)
    assert isinstance(answer, TakeChecked)
    assert any("another person" in sentence for sentence in answer.problems)


def test_a_sample_is_converted_and_compared(
    child: ChildProcess, speech: np.ndarray, tmp_path: Path
) -> None:
    source, target = tmp_path / "own.wav", tmp_path / "new.wav"
    soundfile.write(source, speech[: 4 * RATE], RATE)
    child.send(ConvertSample(token=3, source=str(source), target=str(target), voice_id="kathleen"))
    answer = wait_for(child)
    assert isinstance(answer, SampleConverted)
    assert soundfile.info(target).frames == 4 * RATE
    assert answer.similarity > answer.source_similarity + 0.1


def test_a_long_file_is_cut_into_takes(
    child: ChildProcess, speech: np.ndarray, tmp_path: Path
) -> None:
    path = tmp_path / "long.wav"
    soundfile.write(path, np.concatenate((speech, speech, np.zeros(2 * RATE, np.float32))), RATE)
    child.send(CutFiles(token=4, paths=(str(path), str(tmp_path / "no.wav")), folder=str(tmp_path)))
    answers: list[Answer] = []
    while not answers or not isinstance(answers[-1], FilesCut):
        answers.append(wait_for_next(child))
    pieces = [answer for answer in answers if isinstance(answer, PieceCut)]
    assert any(isinstance(answer, CutProgress) for answer in answers)
    assert pieces
    for piece in pieces:
        assert soundfile.info(piece.path).duration == pytest.approx(piece.take.seconds, abs=0.01)
        assert piece.origin.startswith("long.wav, ")
    end = answers[-1]
    assert isinstance(end, FilesCut)
    assert any("no.wav" in remark for remark in end.remarks)


def test_files_of_somebody_else_are_put_aside(
    child: ChildProcess, speech: np.ndarray, tmp_path: Path
) -> None:
    path = tmp_path / "long.wav"
    soundfile.write(path, np.concatenate((speech, speech)), RATE)
    child.send(CheckTake(token=1, path=str(path)))
    own = wait_for(child)
    assert isinstance(own, TakeChecked)
    stranger = tuple((-np.asarray(own.embedding)).tolist())
    child.send(
        CutFiles(token=2, paths=(str(path),), folder=str(tmp_path), others=((stranger, 0.0),))
    )
    answer: Answer = wait_for_next(child)
    while not isinstance(answer, FilesCut):
        assert not isinstance(answer, PieceCut)
        answer = wait_for_next(child)
    assert any("somebody else" in remark for remark in answer.remarks)


@pytest.mark.parametrize("question", [CheckTake, ConvertSample])
def test_what_cannot_be_done_is_one_sentence(child: ChildProcess, question: type) -> None:
    missing = "/nowhere/take.wav"
    if question is CheckTake:
        child.send(CheckTake(token=5, path=missing))
    else:
        child.send(ConvertSample(token=5, source=missing, target="x.wav", voice_id="nobody"))
    answer = wait_for(child)
    assert isinstance(answer, Refused)
    assert answer.token == 5
    assert answer.message.endswith(".")
    assert "Error" not in answer.message


def test_a_killed_child_is_told_and_replaced(child: ChildProcess, tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    soundfile.write(path, np.zeros(RATE, np.float32), RATE)
    child.send(CheckTake(token=1, path=str(path)))
    wait_for(child)
    first = child.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    with pytest.raises(ChildDiedError, match="stopped unexpectedly"):
        wait_for(child)
    child.send(CheckTake(token=2, path=str(path)))
    assert wait_for(child).token == 2
    assert child.pid != first


def test_the_child_has_no_torch_and_ends_with_the_pipe(child: ChildProcess, tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    soundfile.write(path, np.zeros(RATE, np.float32), RATE)
    child.send(CheckTake(token=1, path=str(path)))
    wait_for(child)
    assert child.pid is not None
    process = psutil.Process(child.pid)
    loaded = {Path(m.path).name for m in process.memory_maps()}
    assert not any(name.startswith("libtorch") for name in loaded)
    child.close()
    assert not process.is_running()
