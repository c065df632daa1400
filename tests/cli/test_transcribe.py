"""``syrinx transcribe``: real files, a recogniser that hears beeps."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import soundfile

from syrinx.app.cli.main import main
from syrinx.app.cli.said import SaidPrinter, stamp
from syrinx.app.cli.transcribe import FORMATS
from syrinx.app.transcription import formats
from syrinx.app.transcription.listening import Said
from syrinx.app.transcription.outputs import plan
from syrinx.app.transcription.transcript import from_json
from syrinx.app.transcription.wav_pipe import WavPipe
from syrinx.dsp.errors import SyrinxError
from tests.cli.conftest import Result
from tests.transcription.fake_recognizer import beep_models, beeps

__all__ = ["beep_models"]

Syrinx = Callable[..., Result]
pytestmark = pytest.mark.usefixtures("beep_models")


def write(path: Path, words: str, rate: int = 48_000) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, beeps(words, rate), rate)
    return path


def test_the_formats_are_those_there_are() -> None:
    assert FORMATS == formats.FORMATS


def test_each_file_beside_its_recording(syrinx: Syrinx, tmp_path: Path) -> None:
    one = write(tmp_path / "one.wav", "one two three")
    two = write(tmp_path / "two.flac", "nine", 22_050)
    result = syrinx("transcribe", one, two)
    assert result.code == 0, result.err
    assert result.out.split() == [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    assert (tmp_path / "one.txt").read_text() == "one two three\n"
    assert (tmp_path / "two.txt").read_text() == "nine\n"


def test_json_has_the_times_and_reads_back(syrinx: Syrinx, tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", "one two")
    assert syrinx("transcribe", path, "--format", "json", "-o", tmp_path / "out" / "deep").code == 0
    transcript = from_json((tmp_path / "out" / "deep" / "a.json").read_text())
    (segment,) = transcript.segments
    assert [word.text for word in segment.words] == ["one", "two"]
    assert transcript.model == "beeps"
    assert transcript.language == "en"
    assert abs(transcript.duration_s - 1.2) < 1e-3
    for word, start_s in zip(segment.words, (0.1, 0.4), strict=True):
        assert abs(word.start_s - start_s) <= 0.03
        assert abs(word.end_s - start_s - 0.2) <= 0.04


def test_subtitles_keep_to_the_limits(syrinx: Syrinx, tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", "one two three four five six seven eight")
    for kind in ("srt", "vtt"):
        done = syrinx("transcribe", path, "--format", kind, "--line-length", 12, "--lines", 1)
        assert done.code == 0, done.err
        found = formats.read_subtitles((tmp_path / f"a.{kind}").read_text())
        assert " ".join(cue.text for cue in found) == "one two three four five six seven eight"
        assert all(len(cue.lines) == 1 and len(cue.text) <= 12 for cue in found)
    assert syrinx("transcribe", path, "--lines", "1.5").code == 2


def test_names_that_would_be_one_are_kept_apart(tmp_path: Path) -> None:
    wav, flac = tmp_path / "take.wav", tmp_path / "take.flac"
    other = tmp_path / "b" / "take.wav"
    jobs = plan([wav, flac, other, wav], tmp_path / "out", "srt").jobs
    assert [job.source for job in jobs] == [wav, flac, other]  # one recording once
    names = [job.target.name for job in jobs]
    assert names == ["take.srt", "take.flac.srt", "take.wav.srt"]
    # A recording is never a target, whatever it is called.
    odd = tmp_path / "song.txt"
    (job,) = plan([odd], None, "txt").jobs
    assert job.target != odd


def test_folders_are_walked_and_mirrored(syrinx: Syrinx, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.wav", "one")
    write(tmp_path / "in" / "deep" / "a.flac", "two")
    (tmp_path / "in" / "notes.md").write_text("no sound")
    assert syrinx("transcribe", tmp_path / "in", "-o", tmp_path / "out").code == 0
    assert (tmp_path / "out" / "a.txt").read_text() == "one\n"
    assert (tmp_path / "out" / "deep" / "a.txt").read_text() == "two\n"
    (tmp_path / "empty").mkdir()
    assert "no sound file" in syrinx("transcribe", tmp_path / "empty").assert_one_sentence()


def test_broken_ones_are_named_and_the_others_done(syrinx: Syrinx, tmp_path: Path) -> None:
    good = write(tmp_path / "good.wav", "five")
    bad = tmp_path / "bad.wav"
    bad.write_bytes(b"RIFF but nothing else")
    result = syrinx("transcribe", bad, tmp_path / "none.wav", good)
    assert result.code == 1
    assert (tmp_path / "good.txt").read_text() == "five\n"
    last = result.err.strip().splitlines()[-1]
    assert "2 of 3" in last
    assert "bad.wav" in last
    assert "none.wav" in last
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.wav", "good.txt", "good.wav"]


def test_a_folder_without_sound_does_not_stop_the_others(syrinx: Syrinx, tmp_path: Path) -> None:
    good = write(tmp_path / "good.wav", "five")
    (tmp_path / "x.wav").mkdir()
    result = syrinx("transcribe", tmp_path / "x.wav", good)
    assert result.code == 1
    assert result.err == f"syrinx: There is no sound file in the folder {tmp_path / 'x.wav'}.\n"
    assert (tmp_path / "good.txt").read_text() == "five\n"


@pytest.mark.parametrize("stream", [False, True])
def test_as_much_as_there_is_and_it_is_said(stream: bool, syrinx: Syrinx, tmp_path: Path) -> None:
    wav, flac = write(tmp_path / "cut.wav", "one two"), write(tmp_path / "torn.flac", "one two")
    wav.write_bytes(wav.read_bytes()[: 44 + 2 * 48_000 // 2])  # half a second
    sound = beeps("one two three", 16_000)
    soundfile.write(flac, np.concatenate([sound, sound]), 16_000)
    torn = bytearray(flac.read_bytes())
    torn[len(torn) * 3 // 4 :] = b""
    flac.write_bytes(torn)
    result = syrinx("transcribe", wav, flac, *(["--stream"] if stream else []))
    assert result.code == 0, result.err
    cut, broken = result.err.strip().splitlines()
    assert cut == (
        f"syrinx: {wav}: The recording was cut short: the 0.5 s that are there were transcribed."
    )
    assert broken.startswith(f"syrinx: {flac}: The recording is broken after ")
    assert (tmp_path / "cut.txt").read_text().startswith("one")
    assert (tmp_path / "torn.txt").read_text().startswith("one two three")


def test_nothing_is_overwritten_unasked(syrinx: Syrinx, tmp_path: Path) -> None:
    path, other = write(tmp_path / "a.wav", "one"), write(tmp_path / "b.wav", "two")
    (tmp_path / "a.txt").write_text("mine")
    result = syrinx("transcribe", path, other)
    assert result.code == 1
    assert "is there already" in result.err
    assert (tmp_path / "a.txt").read_text() == "mine"
    assert (tmp_path / "b.txt").read_text() == "two\n"
    result = syrinx("transcribe", path, other, "--skip-done")
    assert result.code == 0
    assert "2 of 2" in result.err
    assert (tmp_path / "a.txt").read_text() == "mine"
    assert syrinx("transcribe", path, "--overwrite").code == 0
    assert (tmp_path / "a.txt").read_text() == "one\n"


def test_a_model_that_is_none(syrinx: Syrinx, tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", "one")
    line = syrinx("transcribe", path, "--model", "nobody").assert_one_sentence()
    assert "nobody" in line
    assert not (tmp_path / "a.txt").exists()


def test_stream_prints_what_comes(syrinx: Syrinx, tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, np.concatenate([beeps("one two"), beeps("three")]), 16_000)
    result = syrinx("transcribe", path, "--stream")
    assert result.code == 0, result.err
    lines = result.out.splitlines()
    assert "~ one" in lines
    assert "~ one two" in lines
    assert lines.index("~ one two") < lines.index("00:00.1 - 00:00.6  one two")
    assert lines[-2] == "00:01.3 - 00:01.5  three"
    assert lines[-1] == str(tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text() == "one two\nthree\n"


def test_speakers_are_told_apart_when_asked(
    syrinx: Syrinx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    path = write(tmp_path / "a.wav", "one")

    told: list[int | None] = []

    def with_speakers(
        source: Path, transcript: object, home: Path, *, speakers: int | None
    ) -> object:
        assert source == path
        told.append(speakers)
        return replace(transcript, speakers=("Ann",))  # type: ignore[type-var]

    module = SimpleNamespace(with_speakers=with_speakers)
    monkeypatch.setitem(sys.modules, "syrinx.app.transcription.speakers", module)  # type: ignore[arg-type]
    assert syrinx("transcribe", path, "--diarize", "--format", "json").code == 0
    assert from_json((tmp_path / "a.json").read_text()).speakers == ("Ann",)
    again = ("transcribe", path, "--speakers", "3", "--format", "json", "--overwrite")
    assert syrinx(*again).code == 0
    assert told == [None, 3]


def _wav(words: str, subtype: str = "PCM_16", channels: int = 1) -> bytes:
    memory = io.BytesIO()
    audio = beeps(words, 22_050)
    soundfile.write(
        memory, np.repeat(audio[:, None], channels, axis=1), 22_050, subtype=subtype, format="WAV"
    )
    return memory.getvalue()


def _pipe(monkeypatch: pytest.MonkeyPatch, body: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(body)))


def test_a_wav_through_a_pipe(
    syrinx: Syrinx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pipe(monkeypatch, _wav("seven eight", channels=2))
    result = syrinx("transcribe", "--stream", "-")
    assert result.code == 0, result.err
    assert result.out.splitlines()[-1] == "00:00.1 - 00:00.6  seven eight"
    _pipe(monkeypatch, _wav("seven"))
    assert syrinx("transcribe", "--stream", "-", "-o", tmp_path, "--format", "srt").code == 0
    assert "seven" in (tmp_path / "stdin.srt").read_text()
    _pipe(monkeypatch, b"OggS and so on and on")
    assert "no WAV" in syrinx("transcribe", "--stream", "-").assert_one_sentence()


def test_any_sound_file_through_a_pipe(
    syrinx: Syrinx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pipe(monkeypatch, write(tmp_path / "a.flac", "seven eight").read_bytes())
    result = syrinx("transcribe", "-")
    assert (result.code, result.out) == (0, "seven eight\n"), result.err
    _pipe(monkeypatch, _wav("two"))
    done = syrinx("transcribe", "-", "-o", tmp_path / "out", "--format", "vtt")
    assert done.out.strip() == str(tmp_path / "out" / "stdin.vtt")
    assert "two" in (tmp_path / "out" / "stdin.vtt").read_text()
    _pipe(monkeypatch, b"no sound")
    line = syrinx("transcribe", "-").assert_one_sentence()
    assert line == "syrinx: the standard input is not a sound file, or is broken."
    assert "alone" in syrinx("transcribe", "-", tmp_path / "a.flac").assert_one_sentence()


@pytest.mark.parametrize("subtype", ["PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE"])
def test_every_kind_of_samples_through_a_pipe(subtype: str) -> None:
    body = _wav("one nine", subtype, channels=2)
    pipe = WavPipe(io.BytesIO(body))
    assert (pipe.sample_rate, pipe.channels) == (22_050, 2)
    audio = np.concatenate(list(pipe.blocks(777)))
    wanted, _ = soundfile.read(io.BytesIO(body), dtype="float32")
    np.testing.assert_allclose(audio, wanted.mean(axis=1), atol=1e-6)
    assert pipe.frames_read == len(wanted)


def test_a_pipe_of_unknown_length_and_in_crumbs() -> None:
    body = bytearray(_wav("one", "PCM_24"))
    at = body.index(b"data") + 4
    body[at : at + 4] = b"\xff\xff\xff\xff"

    class Crumbs(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            return super().read(min(5, size or 0))

    audio = np.concatenate(list(WavPipe(Crumbs(bytes(body))).blocks(1000)))
    wanted, _ = soundfile.read(io.BytesIO(_wav("one", "PCM_24")), dtype="float32")
    np.testing.assert_allclose(audio, wanted, atol=1e-6)


@pytest.mark.parametrize("cut", [3, 13, 30])
def test_a_pipe_that_ends_too_soon(cut: int) -> None:
    with pytest.raises(SyrinxError, match=r"header|no WAV"):
        WavPipe(io.BytesIO(_wav("one")[:cut]))


def test_a_terminal_line_is_written_over() -> None:
    out = io.StringIO()
    with SaidPrinter(rewrite=True, out=out) as printer:
        printer.show(Said(final=(), partial="one"))
        printer.show(Said(final=(), partial="x" * 500))
    assert out.getvalue().startswith("~ one\r\x1b[K~ \N{HORIZONTAL ELLIPSIS}xxx")
    assert out.getvalue().endswith("\r\x1b[K")
    assert stamp(3725.04) == "1:02:05.0"


def test_help_says_what_there_is() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "syrinx.app", "transcribe", "--help"],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0
    for word in ("--stream", "--diarize", "--skip-done", "--overwrite", "--line-length"):
        assert word in done.stdout
    assert main(["transcribe"]) == 2
