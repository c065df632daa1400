"""``syrinx say`` and ``syrinx dub``: published voices made by hand, real files, one sentence."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import soundfile

from syrinx.dsp.loudness import LoudnessMeter
from tests.cli.conftest import Result
from tests.synthesis import tiny_voices
from tests.synthesis.tiny_voices import RATE, TOKEN_S

Syrinx = Callable[..., Result]


@pytest.fixture
def tiny(syrinx_home: Path) -> Path:
    """Install voices as if they had been added."""
    tiny_voices.vits(syrinx_home / "speakers" / "tiny")
    return tiny_voices.kokoro(syrinx_home / "speakers" / "styled")


def test_a_voice_is_added_listed_used_and_removed(
    syrinx: Syrinx, tmp_path: Path, syrinx_home: Path
) -> None:
    folder = tiny_voices.vits(tmp_path / "vits-tiny")
    added = syrinx("models", "add", folder)
    assert (added.code, added.out) == (0, "vits-tiny\n"), added.err
    assert "syrinx say --voice vits-tiny TEXT" in added.err
    listed = syrinx("models")
    assert "Voices that speak:\nvits-tiny  VITS; en;" in listed.out
    (facts,) = json.loads(syrinx("models", "--json").out)
    assert (facts["speaks"], facts["sample_rate"]) == (True, RATE)
    out = tmp_path / "a.wav"
    said = syrinx("say", "Hello world.", "--voice", "vits-tiny", "-o", out)
    assert (said.code, said.out) == (0, f"{out}\n"), said.err
    audio, rate = soundfile.read(out, dtype="float32")
    assert rate == RATE
    assert len(audio) / rate > 5 * TOKEN_S
    meter = LoudnessMeter(rate)
    meter.process(audio)
    assert meter.read().integrated == pytest.approx(-16.0, abs=0.5)
    assert syrinx("models", "remove", "vits-tiny").code == 0
    assert list((syrinx_home / "speakers").iterdir()) == []


def test_a_broken_voice_is_one_sentence(syrinx: Syrinx, tmp_path: Path) -> None:
    folder = tiny_voices.matcha(tmp_path / "m", vocoder=False)
    line = syrinx("models", "add", folder).assert_one_sentence()
    assert "this is missing: the vocoder" in line


@pytest.mark.usefixtures("tiny")
def test_text_comes_from_a_file_or_the_standard_input(
    syrinx: Syrinx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, text = tmp_path / "a.flac", tmp_path / "a.md"
    text.write_text("# Hello\n\nworld one two\n", encoding="utf-8")
    assert syrinx("say", "--file", text, "--voice", "tiny", "-o", tmp_path / "m.wav").code == 0
    assert b"Hello\0" in (tmp_path / "m.wav").read_bytes()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"hello world\n")))
    assert syrinx("say", "--voice", "tiny/1", "-o", out, "--speed", "2").code == 0
    assert soundfile.info(out).frames > 0


@pytest.mark.usefixtures("tiny")
def test_a_voice_of_the_library_speaks_by_a_published_one(syrinx: Syrinx, tmp_path: Path) -> None:
    out = tmp_path / "a.wav"
    assert syrinx("say", "hello world", "--voice", "robot", "--by", "tiny", "-o", out).code == 0
    robot, rate = soundfile.read(out, dtype="float32")
    assert syrinx("say", "hello world", "--voice", "tiny", "-o", out).code == 0
    plain, _ = soundfile.read(out, dtype="float32")
    assert rate == RATE
    assert len(robot) == len(plain)
    assert np.abs(np.corrcoef(robot, plain)[0, 1]) < 0.9


@pytest.mark.usefixtures("tiny")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("hi", "--voice", "nobody"), 'no voice "nobody" that speaks; published voices are: '),
        (("hello", "--voice", "robot", "--by", "x"), 'no published voice "x"'),
        (("hello", "--voice", "styled/x"), 'no speaker "x"; it has: loud, soft'),
        (("...", "--voice", "tiny"), "There is nothing to say"),
        (("hi", "--voice", "tiny", "--file", "x"), "a TEXT or a --file, not both"),
        (("--voice", "tiny", "--file", "none.txt"), "Cannot read none.txt"),
    ],
)
def test_what_cannot_be_said_is_one_sentence(
    syrinx: Syrinx, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    result = syrinx("say", *arguments, "-o", tmp_path / "a.wav")
    assert sentence in result.assert_one_sentence()
    assert not (tmp_path / "a.wav").exists()


def test_without_a_synthesiser_the_voices_are_named(
    syrinx: Syrinx, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("syrinx.app.synthesis.speakers.has_own_synthesis", lambda: False)
    line = syrinx("say", "hello", "--voice", "robot", "-o", "a.wav").assert_one_sentence()
    assert "by way of a published voice, which is to be named (--by NAME)" in line
    assert "styled, tiny" in line


@pytest.mark.usefixtures("tiny")
def test_subtitles_are_dubbed_beside_their_file(syrinx: Syrinx, tmp_path: Path) -> None:
    path = tmp_path / "film.srt"
    path.write_text(
        "1\n00:00:01,000 --> 00:00:03,000\nhello world\n\n"
        "2\n00:00:03,000 --> 00:00:03,200\nhello world hello world\n\n"
        "3\n00:00:03,400 --> 00:00:05,000\nok\n"
    )
    result = syrinx("dub", path, "--voice", "tiny")
    assert (result.code, result.out) == (0, f"{tmp_path / 'film.wav'}\n"), result.err
    assert "Subtitle 3 begins" in result.err
    audio, rate = soundfile.read(tmp_path / "film.wav")
    assert np.flatnonzero(np.abs(audio) > 1e-3)[0] / rate == pytest.approx(1.0, abs=0.02)
