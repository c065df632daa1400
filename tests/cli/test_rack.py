"""``--suppress`` and ``--rack-preset``: what they do to a file, alone and with a voice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.app.cli.common import PRESETS
from syrinx.app.cli.live import make_config
from syrinx.app.cli.main import build_parser
from syrinx.app.engine.rack_presets import RACK_PRESETS
from tests.cli.conftest import Result, speech_like

Run = Callable[..., Result]
Wav = Callable[..., Path]
RATE = 48_000


def test_the_names_are_those_of_the_presets() -> None:
    assert tuple(RACK_PRESETS) == PRESETS


def test_noise_is_taken_out_without_a_voice(syrinx: Run, wav: Wav) -> None:
    rng = np.random.default_rng(0)
    hiss = (0.02 * rng.standard_normal(4 * RATE)).astype(np.float32)
    source = wav(rate=RATE, audio=hiss)
    result = syrinx("convert", source, "--suppress")
    assert result.code == 0, result.err
    target = source.with_name("in-clean.wav")
    assert Path(result.out.strip()) == target
    out, rate = soundfile.read(target)
    assert (len(out), rate) == (len(hiss), RATE)
    later = slice(2 * RATE, None)
    assert 10 * np.log10((out[later] ** 2).mean() / (hiss[later] ** 2).mean()) < -8.0


def test_a_strength_of_0_is_the_input_itself(syrinx: Run, wav: Wav) -> None:
    source = wav(rate=RATE, seconds=1.0, subtype="FLOAT")
    assert syrinx("convert", source, "--suppress", "0").code == 0
    before, _ = soundfile.read(source)
    after, _ = soundfile.read(source.with_name("in-clean.wav"))
    np.testing.assert_allclose(after, before, atol=1e-6)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_keeps_time_and_length(
    syrinx: Run, wav: Wav, tmp_path: Path, preset: str
) -> None:
    audio = speech_like(3.0, RATE)
    audio[:RATE] = 0.0
    source, target = wav(rate=RATE, audio=audio), tmp_path / "out.wav"
    result = syrinx("convert", source, "--rack-preset", preset, "--voice", "deep", "-o", target)
    assert result.code == 0, result.err
    out, rate = soundfile.read(target)
    assert (len(out), rate) == (len(audio), RATE)
    assert np.abs(out[: round(0.95 * RATE)]).max() < 0.01  # nothing comes before its time
    assert np.sqrt((out[RATE:] ** 2).mean()) > 0.01


def test_without_anything_to_do_it_says_so(syrinx: Run, wav: Wav) -> None:
    done = syrinx("convert", wav())
    assert done.code == 2  # wrong usage
    (line,) = done.err.strip().splitlines()
    assert "--voice" in line
    assert "--suppress" in line


def test_live_takes_the_same_options_and_guards_unless_told_otherwise() -> None:
    def config(*arguments: str) -> object:
        return make_config(build_parser().parse_args(["live", *arguments])).params.rack

    assert config().feedback.on
    assert not config().suppress.on
    assert not config("--no-feedback-guard").feedback.on
    rack = config("--rack-preset", "room", "--suppress", "0.5")
    assert rack.reverb.on
    assert rack.suppress.strength == 0.5
    assert rack.feedback.on


def test_bench_of_the_rack(syrinx: Run) -> None:
    result = syrinx("bench", "--rack", "--seconds", "1")
    assert result.code == 0, result.err
    assert "noise suppression" in result.out
    assert "feedback guard" in result.out
