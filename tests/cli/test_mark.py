"""``syrinx inspect``, and the mark in what ``convert`` and the live chain make of a voice."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr

from syrinx.app.cli.live import make_config
from syrinx.app.cli.main import build_parser
from syrinx.app.engine.messages import VoiceParams
from syrinx.app.engine.voice_chain import build_voice_chain
from syrinx.app.inspection import inspect_file
from syrinx.app.marking import is_marked
from syrinx.app.settings import Settings, save_settings
from syrinx.app.voice_design import design_voice, mix_voices
from syrinx.app.voice_model import Voice
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.watermark import Watermark
from syrinx.dsp.watermark_search import find_mark
from tests.cli.conftest import Result
from tests.dsp.signals import sentence

Run = Callable[..., Result]
Wav = Callable[..., Path]
RATE = 48_000


def own(name: str = "Ann") -> Voice:
    """A voice of the user's own, with a shipped one's embedding."""
    voice = VoiceLibrary(Path("nowhere")).get("kathleen")
    return replace(
        voice, id=name.lower(), name=name, shipped=False, consent="given", tags=("own",), seconds=40
    )


@pytest.fixture
def ann(syrinx_home: Path) -> Voice:
    return VoiceLibrary(syrinx_home).add(own())


def test_voices_made_from_recordings_are_marked_and_no_others() -> None:
    library = VoiceLibrary(Path("nowhere"))
    assert is_marked(own())
    assert is_marked(replace(own(), tags=("invented",)))  # a tag alone proves nothing
    assert is_marked(design_voice("Changed", base=own(), brightness=1.0))
    assert is_marked(mix_voices("Both", own(), library.get("iris")))
    assert not is_marked(None)
    assert not is_marked(design_voice("Mara", seed=3))
    assert not any(is_marked(voice) for voice in library.list())


def test_convert_marks_and_inspect_says_so(
    syrinx: Run, wav: Wav, tmp_path: Path, ann: Voice
) -> None:
    source = wav(audio=sentence(RATE, seconds=5.0), rate=RATE)
    marked, plain, shipped = (tmp_path / f"{name}.wav" for name in ("marked", "plain", "shipped"))
    assert syrinx("convert", source, "--voice", ann.id, "-o", marked).code == 0
    assert syrinx("convert", source, "--voice", ann.id, "--no-mark", "-o", plain).code == 0
    assert syrinx("convert", source, "--voice", "iris", "-o", shipped).code == 0
    result = syrinx("inspect", marked, plain, shipped)
    assert result.code == 0
    lines = result.out.splitlines()
    assert "marked by Syrinx" in lines[0]
    assert "5.0 s, 48000 Hz, mono, PCM_16" in lines[1]
    assert "no mark found" in lines[2]
    assert "no mark found" in lines[4]
    one, other = soundfile.read(marked)[0], soundfile.read(plain)[0]
    assert len(one) == len(other)
    difference = np.mean((one - other) ** 2) / np.mean(other**2)
    assert 1e-4 < difference < 10 ** (-16 / 10)


def test_the_settings_decide_where_the_command_line_says_nothing(
    syrinx: Run, syrinx_home: Path, wav: Wav, tmp_path: Path, ann: Voice
) -> None:
    save_settings(Settings(mark_output=False), syrinx_home)
    source, out = wav(audio=sentence(RATE, seconds=4.0), rate=RATE), tmp_path / "out.wav"
    assert syrinx("convert", source, "--voice", ann.id, "-o", out).code == 0
    assert not inspect_file(out).marked
    assert syrinx("convert", source, "--voice", ann.id, "--mark", "-o", out).code == 0
    assert inspect_file(out).marked
    parser = build_parser()
    assert not make_config(parser.parse_args(["live"])).params.mark
    assert make_config(parser.parse_args(["live", "--mark"])).params.mark


def test_the_live_chain_is_as_late_and_as_loud_with_the_mark(ann: Voice) -> None:
    plain, marked = (
        build_voice_chain(ann, sample_rate=RATE, params=VoiceParams(pitch=0.0, mark=mark))
        for mark in (False, True)
    )
    assert marked.latency_parts == plain.latency_parts
    assert marked.latency == plain.latency
    audio = 6.0 * sentence(RATE, seconds=5.0)  # into the limiter
    one, other = marked.process(audio), plain.process(audio)
    assert np.abs(one).max() < 1.0
    assert find_mark(one, RATE).marked
    assert not find_mark(other, RATE).marked
    assert not marked.set_params(VoiceParams(pitch=0.0, mark=False))  # another chain
    assert marked.set_params(VoiceParams(pitch=0.0, output_gain_db=-3.0))
    shipped = build_voice_chain(
        VoiceLibrary(Path("nowhere")).get("iris"), sample_rate=RATE, params=VoiceParams()
    )
    assert shipped.set_params(VoiceParams(mark=False))  # it has no mark to lose


def test_bypass_is_the_users_own_voice_without_a_mark(ann: Voice) -> None:
    params = VoiceParams(bypass=True)
    chain = build_voice_chain(ann, sample_rate=RATE, params=params)
    audio = sentence(RATE, seconds=4.0)
    assert not find_mark(chain.process(audio), RATE).marked


def spoken(seconds: float = 6.0) -> np.ndarray:
    return Watermark(sample_rate=RATE).process(sentence(RATE, seconds=seconds))


def test_the_mark_survives_mp3_at_64_kbit_s(tmp_path: Path) -> None:
    path, seconds = tmp_path / "talk.mp3", 6.0
    soundfile.write(path, spoken(seconds), RATE, bitrate_mode="CONSTANT", compression_level=0.87)
    assert path.stat().st_size * 8 / seconds < 66_000
    found = inspect_file(path)
    assert found.marked
    assert found.spans_s[0][0] < 0.5
    assert found.spans_s[-1][1] > 5.0


@pytest.mark.parametrize("rate", [8000, 16_000, 44_100])
def test_the_mark_survives_another_rate_in_16_bits(tmp_path: Path, rate: int) -> None:
    path = tmp_path / "talk.flac"
    soundfile.write(path, soxr.resample(0.3 * spoken(), RATE, rate), rate)
    assert inspect_file(path).marked


def test_one_channel_is_enough(syrinx: Run, tmp_path: Path) -> None:
    """A recording of Syrinx: the microphone left, what was sent right."""
    path = tmp_path / "both.wav"
    soundfile.write(path, np.stack((sentence(RATE, seconds=6.0), spoken()), axis=1), RATE)
    facts = json.loads(syrinx("inspect", "--json", path).out)["files"][0]
    assert facts["marked"]
    assert facts["channel"] == 2
    assert facts["channels"] == 2
    assert "channel 2" in syrinx("inspect", path).out


def test_facts_are_exact(syrinx: Run, wav: Wav) -> None:
    time = np.arange(2 * 16_000) / 16_000
    tone = np.concatenate((0.5 * np.sin(2 * np.pi * 1000 * time), np.zeros(16_000)))
    path = wav(audio=tone.astype(np.float32), rate=16_000, subtype="FLOAT")
    facts = json.loads(syrinx("inspect", "--json", path).out)["files"][0]
    assert facts["seconds"] == 3.0
    assert (facts["sample_rate"], facts["channels"], facts["subtype"]) == (16_000, 1, "FLOAT")
    assert facts["peak_dbfs"] == pytest.approx(-6.02, abs=0.01)
    assert facts["level_dbfs"] == pytest.approx(-9.03, abs=0.01)
    assert not facts["marked"]
    assert facts["spans_s"] == []
    assert facts["log10_chance"] <= 0.0


def test_silence_is_inspected(syrinx: Run, wav: Wav) -> None:
    result = syrinx("inspect", wav(audio=np.zeros(20_000, np.float32)))
    assert result.code == 0
    assert "no mark found" in result.out


def test_bad_files_get_a_sentence_and_do_not_stop_the_others(
    syrinx: Run, wav: Wav, tmp_path: Path
) -> None:
    (tmp_path / "bad.wav").write_bytes(b"RIFF no")
    (tmp_path / "empty.wav").write_bytes(b"")
    good = wav()
    for bad in ("bad.wav", "empty.wav", "gone.wav", "."):
        result = syrinx("inspect", tmp_path / bad, good)
        result.assert_one_sentence()
        assert str(good) in result.out
    assert syrinx("inspect").code == 2
