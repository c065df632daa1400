"""Recordings that are odd: as much as there is of them, and a sentence about the rest."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.app.transcription.queue import TranscriptionQueue
from syrinx.app.transcription.recognizer import transcribe
from syrinx.app.transcription.recording import Recording
from syrinx.app.transcription.transcript import Transcript, from_json, to_json
from syrinx.dsp.errors import SyrinxError
from tests.transcription.fake_recognizer import BeepRecognizer, beeps


def test_a_whole_one_has_no_remark(tmp_path: Path) -> None:
    for name in ("a.wav", "a.flac", "a.ogg", "a.mp3"):
        soundfile.write(tmp_path / name, beeps("one two three", 48_000), 48_000)
        heard = transcribe(tmp_path / name, BeepRecognizer())
        assert (heard.text, heard.remark) == ("one two three", "")


def test_samples_that_are_no_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    audio = beeps("one two")
    audio[:100] = np.nan
    soundfile.write(path, audio, 16_000, subtype="FLOAT")
    heard = transcribe(path, BeepRecognizer())
    assert heard.text == "one two"
    assert heard.remark == "100 samples are no numbers and count as silence."
    soundfile.write(path, np.full((999, 2), np.inf), 16_000, subtype="FLOAT")
    with pytest.raises(SyrinxError, match=r"a\.wav holds no audio: its samples are no numbers\."):
        transcribe(path, BeepRecognizer())


def test_one_that_breaks_at_once_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    soundfile.write(path, beeps("one two"), 16_000)
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"\xff\xf8") + 40])
    with pytest.raises(SyrinxError, match="broken"), Recording(path) as recording:
        list(recording.blocks(0.5, 16_000))


def test_the_remark_is_kept(tmp_path: Path) -> None:
    queue = TranscriptionQueue(tmp_path / "queue")
    (item,) = queue.add([tmp_path / "a.wav"])
    odd = Transcript(segments=(), duration_s=1.0, remark="The end is missing.")
    assert from_json(to_json(odd)) == odd
    queue.finish(item.id, odd)
    assert queue.items[0].message == "The end is missing."
    (tmp_path / "queue" / "queue.json").unlink()
    assert TranscriptionQueue(tmp_path / "queue").items[0].message == "The end is missing."


def test_what_phones_record_is_named_as_such(tmp_path: Path) -> None:
    for name in ("note.M4A", "meeting.mp4"):
        (tmp_path / name).write_bytes(b"\x00\x00\x00\x20ftypM4A " + bytes(500))
        with pytest.raises(SyrinxError, match=r"convert it to WAV, FLAC, OGG, Opus or MP3 first\."):
            transcribe(tmp_path / name, BeepRecognizer())


def test_a_name_that_the_system_refuses(tmp_path: Path) -> None:
    with pytest.raises(SyrinxError, match="file name too long"):
        transcribe(tmp_path / ("x" * 300 + ".wav"), BeepRecognizer())
