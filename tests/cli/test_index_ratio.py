"""Enrolment with a bank, and ``--index-ratio`` on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.app.engine.messages import DEFAULT_INDEX_RATIO
from syrinx.app.enrolment import MOST_BANK_S, enrol, make_bank
from syrinx.app.voices import VoiceLibrary
from syrinx.neural.runtime.content import ContentExtractor, content_encoder_id
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.retrieval import BANK_FRAMES, LEAST_FRAMES
from tests.cli.conftest import Result, speech_like
from tests.cli.test_commands import FakeEmbedder
from tests.neural_runtime.tiny import voice_like, write_tiny_bundle

Run = Callable[..., Result]
Wav = Callable[..., Path]


@pytest.fixture
def tiny_home(syrinx_home: Path) -> Path:
    """A data folder whose models are tiny."""
    write_tiny_bundle(syrinx_home / "models")
    return syrinx_home


class CountingContent:
    """Content that is noise, one frame per 10 ms, and what was asked for."""

    encoder_id = "cd" * 32

    def __init__(self) -> None:
        self.seconds = 0.0

    def extract(self, audio: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        self.seconds += len(audio) / 16_000
        count = len(audio) // 160
        rng = np.random.default_rng(count)
        return rng.standard_normal((count, 64)).astype(np.float32), np.full(count, -20.0)


def test_enrolment_makes_a_bank_with_the_installed_encoder(wav: Wav, tiny_home: Path) -> None:
    source = wav(audio=voice_like(20.0), rate=16_000)
    registry = ModelRegistry(tiny_home)
    progress: list[float] = []
    done = enrol(
        "Ada",
        [source],
        library=VoiceLibrary(tiny_home),
        embedder=FakeEmbedder(),
        content=ContentExtractor(registry),
        consent="given",
        on_progress=lambda done_s, total_s: progress.append(done_s / total_s),
    )
    bank = VoiceLibrary(tiny_home).get("ada").bank
    assert bank is not None
    assert done.voice.bank is not None
    assert bank.content_encoder == content_encoder_id(registry)
    assert LEAST_FRAMES <= len(bank) <= BANK_FRAMES
    assert progress == sorted(progress)
    assert progress[-1] == pytest.approx(1.0)


def test_a_bank_is_made_from_five_minutes_at_most() -> None:
    content = CountingContent()
    bank = make_bank([np.zeros(16_000 * 200, np.float32)] * 3, content)
    assert bank is not None
    assert len(bank) == BANK_FRAMES
    assert content.seconds == MOST_BANK_S


def test_too_little_speech_gives_no_bank() -> None:
    assert make_bank([np.zeros(160 * (LEAST_FRAMES - 1), np.float32)], CountingContent()) is None
    assert make_bank([], CountingContent()) is None


def test_the_command_line_enrols_converts_and_lists(
    syrinx: Run, wav: Wav, tiny_home: Path, tmp_path: Path
) -> None:
    source = wav("ada.wav", audio=voice_like(12.0), rate=16_000)
    result = syrinx("enroll", "Ada", source, "--consent", "--json")
    assert result.code == 0, result.err
    assert json.loads(result.out)["bank_frames"] > LEAST_FRAMES
    listed = json.loads(syrinx("voices", "--json").out)["voices"]
    (ada,) = [v for v in listed if v["id"] == "ada"]
    assert ada["bank"]["frames"] > LEAST_FRAMES
    assert "int8" not in ada["bank"]

    other = wav("in.wav", audio=voice_like(1.0, seed=7), rate=16_000)
    heard = {}
    for name, options in {
        "off": ["--index-ratio", "0"],
        "full": ["--index-ratio", "1"],
        "default": [],
        "stated": ["--index-ratio", str(DEFAULT_INDEX_RATIO)],
    }.items():
        target = tmp_path / f"{name}.wav"
        done = syrinx("convert", other, "--voice", "ada", "--pitch", "0", "-o", target, *options)
        assert done.code == 0, done.err
        heard[name] = soundfile.read(target)[0]
    assert np.abs(heard["off"] - heard["full"]).max() > 1e-4
    np.testing.assert_array_equal(heard["default"], heard["stated"])


@pytest.mark.parametrize("command", ["convert", "live"])
def test_the_help_names_the_default(syrinx: Run, command: str) -> None:
    text = " ".join(syrinx(command, "--help").out.split())
    assert f"default: {DEFAULT_INDEX_RATIO:g})" in text


@pytest.mark.parametrize("command", ["convert", "live"])
@pytest.mark.parametrize("ratio", ["1.5", "-1", "much"])
def test_a_wrong_ratio_is_refused(syrinx: Run, command: str, ratio: str, wav: Wav) -> None:
    files = [wav()] if command == "convert" else []
    result = syrinx(command, *files, "--voice", "deep", "--index-ratio", ratio)
    assert result.code == 2
    assert "--index-ratio" in result.err


def test_a_bank_of_other_models_is_a_remark(
    syrinx: Run, wav: Wav, tiny_home: Path, tmp_path: Path
) -> None:
    library = VoiceLibrary(tiny_home)
    enrol(
        "Ada",
        [wav("ada.wav", audio=speech_like(8.0, 16_000), rate=16_000)],
        library=library,
        embedder=FakeEmbedder(),
        content=CountingContent(),
        consent="given",
    )
    done = syrinx("convert", wav("in.wav"), "--voice", "ada", "-o", tmp_path / "out.wav")
    assert done.code == 0
    assert "another content encoder" in done.err
    findings = json.loads(syrinx("doctor", "--json").out)
    assert "another content encoder, so without likeness: ada" in json.dumps(findings)
