"""Intonation, breathiness, mix and morph on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.app.cli.live import make_config
from syrinx.app.cli.main import build_parser
from tests.cli.conftest import Result
from tests.neural_runtime.tiny import voice_like, write_tiny_bundle

Run = Callable[..., Result]
Wav = Callable[..., Path]


@pytest.fixture
def tiny_home(syrinx_home: Path) -> Path:
    """A data folder whose models are tiny; voices then go without their fine-tuning."""
    write_tiny_bundle(syrinx_home / "models")
    return syrinx_home


def test_every_option_is_heard(syrinx: Run, wav: Wav, tiny_home: Path, tmp_path: Path) -> None:
    source = wav(audio=voice_like(1.5), rate=16_000)
    heard: dict[str, np.ndarray] = {}
    for name, options in {
        "plain": [],
        "stated": ["--intonation", 1, "--breathiness", 0, "--wet", 1, "--pitch-lock", 0],
        "robot": ["--intonation", 0],
        "breathy": ["--breathiness", 1],
        "half": ["--wet", 0.5],
        "locked": ["--pitch-lock", 1],
        "formant": ["--formant", 3],
        "start": ["--morph-to", "otto", "--morph", 0],
        "between": ["--morph-to", "otto"],
        "end": ["--morph-to", "otto", "--morph", 1],
    }.items():
        target = tmp_path / f"{name}.wav"
        done = syrinx("convert", source, "--voice", "kathleen", "-o", target, *options)
        assert done.code == 0, done.err
        heard[name] = soundfile.read(target)[0]
    plain = heard.pop("plain")
    for name in ("stated", "start"):
        np.testing.assert_array_equal(heard.pop(name), plain)
    for name, audio in heard.items():
        assert np.abs(audio - plain).max() > 1e-4, name
    other = tmp_path / "otto.wav"
    assert syrinx("convert", source, "--voice", "otto", "-o", other).code == 0
    np.testing.assert_array_equal(heard["end"], soundfile.read(other)[0])


def test_a_morph_needs_two_neural_voices(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    source, target = wav(), tmp_path / "out.wav"
    call = ["convert", source, "--voice", "iris", "-o", target]
    assert "--morph-to" in syrinx(*call, "--morph", 0.5).assert_one_sentence()
    assert "effect" in syrinx(*call, "--morph-to", "robot").assert_one_sentence()
    assert "nobody" in syrinx(*call, "--morph-to", "nobody").assert_one_sentence()
    assert not target.exists()


@pytest.mark.parametrize(
    "options",
    [
        ["--intonation", "3"], ["--breathiness", "-2"], ["--wet", "1.1"], ["--morph", "-0.1"],
        ["--pitch-lock", "much"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["convert", "live"])
def test_values_beyond_the_ends_are_refused(
    syrinx: Run, command: str, options: list[str], wav: Wav
) -> None:
    files = [wav()] if command == "convert" else []
    result = syrinx(command, *files, "--voice", "iris", *options)
    assert result.code == 2
    assert options[0] in result.err


def test_live_gets_the_same_knobs(syrinx_home: Path) -> None:
    words = (
        "live --voice iris --morph-to otto --morph 0.3 --morph-time 2 --intonation 0 "
        "--breathiness 0.5 --wet 0.9 --pitch-lock 1"
    )
    params = make_config(build_parser().parse_args(words.split())).params
    assert (params.morph_to, params.morph, params.morph_s) == ("otto", 0.3, 2.0)
    assert (params.intonation, params.breathiness) == (0.0, 0.5)
    assert (params.wet, params.pitch_lock) == (0.9, 1.0)
