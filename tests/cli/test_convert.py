"""``syrinx convert``: length, alignment, formats, and every way it can go wrong."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.app import offline
from syrinx.app.audio_files import AudioReader
from syrinx.app.engine.voice_chain import build_voice_chain
from syrinx.app.offline import aligned, plan_outputs
from syrinx.app.resampling import resampled
from syrinx.dsp.errors import SyrinxError
from tests.cli.conftest import Result, run_program, speech_like

Run = Callable[..., Result]
Wav = Callable[..., Path]
EFFECT = "robot"


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if ".part" in path.name]


# ---- what it does ----


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000])
def test_length_and_rate_are_those_of_the_input(
    syrinx: Run, wav: Wav, tmp_path: Path, rate: int
) -> None:
    source = wav(seconds=0.7131, rate=rate)
    target = tmp_path / "out.wav"
    result = syrinx("convert", source, "--voice", EFFECT, "-o", target)
    assert result.code == 0, result.err
    before, after = soundfile.info(source), soundfile.info(target)
    assert (after.frames, after.samplerate) == (before.frames, before.samplerate)
    assert after.channels == 1


@pytest.mark.parametrize("channels", [1, 2, 8])
def test_any_number_of_channels_becomes_one(
    syrinx: Run, wav: Wav, tmp_path: Path, channels: int
) -> None:
    source = wav(channels=channels)
    mono = wav("mono.wav", channels=1)
    for path, out in ((source, "a.wav"), (mono, "b.wav")):
        assert syrinx("convert", path, "--voice", EFFECT, "-o", tmp_path / out).code == 0
    first, second = soundfile.read(tmp_path / "a.wav")[0], soundfile.read(tmp_path / "b.wav")[0]
    np.testing.assert_allclose(first, second, atol=2e-4)


def test_the_delay_is_removed(wav: Wav, tmp_path: Path) -> None:
    """Straight through, with the limiter's and the gate's delay: what comes out is what went in."""
    audio = speech_like(0.5, 48_000)
    source = wav(audio=audio, rate=48_000, subtype="FLOAT")
    target = tmp_path / "out.wav"
    offline.convert_file(source, target, None)
    np.testing.assert_allclose(soundfile.read(target)[0], audio, atol=1e-3)


def test_every_effect_stays_in_step_with_its_input(syrinx: Run, tmp_path: Path, wav: Wav) -> None:
    """A burst comes out where it went in, to 40 ms, whatever the effect's own delay."""
    from syrinx.app.voices import effect_voices

    rate = 48_000
    audio = np.zeros(rate, np.float32)
    audio[rate // 2 : rate // 2 + rate // 10] = speech_like(0.1, rate)
    source = wav(audio=audio, rate=rate)
    for voice in effect_voices():
        target = tmp_path / f"{voice.id}.wav"
        assert syrinx("convert", source, "--voice", voice.id, "-o", target).code == 0
        result = np.abs(soundfile.read(target)[0])
        onset = int(np.argmax(result > 0.2 * result.max())) / rate
        assert abs(onset - 0.5) < 0.04, voice.id


def test_the_same_input_gives_the_same_output(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    source = wav(rate=44_100)
    for name in ("a.wav", "b.wav"):
        syrinx("convert", source, "--voice", "whisper", "-o", tmp_path / name)
    assert (tmp_path / "a.wav").read_bytes() == (tmp_path / "b.wav").read_bytes()


def test_pitch_and_formant_change_the_result(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    source = wav(rate=48_000)
    outs = []
    for number, options in enumerate(([], ["--pitch", "7"], ["--formant", "-4"])):
        target = tmp_path / f"{number}.wav"
        assert syrinx("convert", source, "--voice", "deep", "-o", target, *options).code == 0
        outs.append(soundfile.read(target)[0])
    assert np.abs(outs[0] - outs[1]).max() > 0.01
    assert np.abs(outs[0] - outs[2]).max() > 0.01


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg", ".mp3", ".aiff", ".w64"])
def test_formats_in_and_out(syrinx: Run, wav: Wav, tmp_path: Path, suffix: str) -> None:
    source = wav(f"in{suffix}", rate=48_000)
    target = tmp_path / f"out{suffix}"
    result = syrinx("convert", source, "--voice", EFFECT, "-o", target)
    assert result.code == 0, result.err
    assert soundfile.info(target).samplerate == 48_000
    assert result.out.strip() == str(target)


def test_opus_wants_its_own_rates(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    source = wav(rate=44_100)
    target = tmp_path / "out.opus"
    sentence = syrinx("convert", source, "--voice", EFFECT, "-o", target).assert_one_sentence()
    assert "--rate 48000" in sentence
    assert not target.exists()
    done = syrinx("convert", source, "--voice", EFFECT, "-o", target, "--rate", "48000")
    assert done.code == 0, done.err
    assert soundfile.info(target).samplerate == 48_000


def test_another_rate(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    source = wav(rate=44_100, seconds=0.777)
    target = tmp_path / "out.wav"
    done = syrinx("convert", source, "--voice", EFFECT, "-o", target, "--rate", "16000")
    assert done.code == 0, done.err
    frames = soundfile.info(source).frames
    assert soundfile.info(target).frames == round(frames * 16_000 / 44_100)


def test_depth_follows_the_input(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    for subtype, expected in (("PCM_16", "PCM_16"), ("PCM_24", "PCM_24"), ("FLOAT", "PCM_24")):
        source = wav(f"{subtype}.wav", subtype=subtype)
        syrinx("convert", source, "--voice", EFFECT, "-o", tmp_path / "out.wav")
        assert soundfile.info(tmp_path / "out.wav").subtype == expected


def test_a_folder_keeps_the_names_as_wav(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    first, second = wav("a.wav"), wav("b.flac")
    done = syrinx("convert", first, second, "--voice", EFFECT, "-o", tmp_path / "new" / "out")
    assert done.code == 0, done.err
    written = sorted(path.name for path in (tmp_path / "new" / "out").iterdir())
    assert written == ["a.wav", "b.wav"]


def test_without_o_it_goes_beside_the_input(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    wav("talk.flac")
    assert syrinx("convert", tmp_path / "talk.flac", "--voice", EFFECT).code == 0
    assert (tmp_path / f"talk-{EFFECT}.wav").exists()


def test_more_than_4_gb_becomes_rf64(wav: Wav, tmp_path: Path) -> None:
    from syrinx.app.audio_files import writing

    target = tmp_path / "big.wav"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("syrinx.app.audio_files._check_space", lambda path, size: None)
        with writing(target, sample_rate=8000, frames=3_000_000_000) as writer:
            writer.write(np.zeros(100, np.float32))
    assert target.read_bytes()[:4] == b"RF64"
    assert soundfile.info(target).frames == 100


def test_memory_does_not_grow_with_the_length(wav: Wav, tmp_path: Path) -> None:
    """Peak memory of the process for four minutes at 8 kHz is that for five seconds."""
    script = (
        "import sys; from syrinx.app.cli.main import main; code = main(sys.argv[1:]);"
        # Not ru_maxrss: that one begins with what the parent had at the fork.
        "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]); sys.exit(code)"
    )
    peaks_mb = []
    for name, seconds in (("short.wav", 5), ("long.wav", 240)):
        source = wav(name, seconds=seconds, rate=8_000)
        command = [sys.executable, "-c", script, "convert", str(source), "--voice", EFFECT]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
        peaks_mb.append(int(done.stdout.split()[-1]) / 1024)
    assert peaks_mb[1] - peaks_mb[0] < 10.0, peaks_mb


# ---- the pieces ----


class Delayed:
    """A processor of block size 7 that delays by 50 samples."""

    sample_rate, block_size, latency = 16_000, 7, 50

    def __init__(self) -> None:
        self._line = np.zeros(self.latency, np.float32)

    def reset(self) -> None:
        self._line[:] = 0

    def process(self, block: np.ndarray) -> np.ndarray:
        assert len(block) % self.block_size == 0
        self._line = np.concatenate([self._line, block])
        out, self._line = self._line[: len(block)], self._line[len(block) :]
        return out


@pytest.mark.parametrize("length", [1, 6, 7, 8, 49, 50, 51, 1000])
@pytest.mark.parametrize("block", [1, 5, 7, 64])
def test_aligned_gives_back_exactly_what_came_in(length: int, block: int) -> None:
    audio = np.arange(1, length + 1, dtype=np.float32)
    blocks = [audio[start : start + block] for start in range(0, length, block)]
    out = np.concatenate(list(aligned(blocks, Delayed())))
    np.testing.assert_array_equal(out, audio)


def test_aligned_of_nothing_is_nothing() -> None:
    assert list(aligned([], Delayed())) == []


@pytest.mark.parametrize("rates", [(44_100, 48_000), (48_000, 16_000), (8_000, 192_000)])
def test_resampled_length_and_tone(rates: tuple[int, int]) -> None:
    rate_in, rate_out = rates
    tone = np.sin(2 * np.pi * 500 * np.arange(rate_in) / rate_in).astype(np.float32)
    blocks = [tone[start : start + 999] for start in range(0, len(tone), 999)]
    out = np.concatenate(list(resampled(blocks, rate_in, rate_out)))
    assert len(out) == rate_out
    expected = np.sin(2 * np.pi * 500 * np.arange(rate_out) / rate_out)
    middle = slice(rate_out // 10, -rate_out // 10)
    np.testing.assert_allclose(out[middle], expected[middle], atol=1e-3)


def test_plan_makes_no_folder_named_minus() -> None:
    with pytest.raises(SyrinxError, match="standard output"):
        plan_outputs([Path("a.wav")], "-", voice_id="v")


def test_plan_refuses_to_lose_files(tmp_path: Path) -> None:
    a, b = tmp_path / "x" / "a.wav", tmp_path / "y" / "a.flac"
    with pytest.raises(SyrinxError, match="both become"):
        plan_outputs([a, b], str(tmp_path / "out"), voice_id="v")
    assert not (tmp_path / "out").exists()
    with pytest.raises(SyrinxError, match="one file"):
        plan_outputs([a, b], str(tmp_path / "out.wav"), voice_id="v")
    a.parent.mkdir()
    with pytest.raises(SyrinxError, match="overwrite the input"):
        plan_outputs([a], str(a.parent), voice_id="v")


def test_auto_pitch_goes_to_the_median_of_the_voice(
    wav: Wav, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from syrinx.app.voices import Voice

    seen = []

    def straight_through(voice: Voice, **options: object) -> object:
        seen.append(options["params"])
        return build_voice_chain(None, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(offline, "build_voice_chain", straight_through)
    embedding = np.full(192, 192**-0.5, np.float32)
    voice = Voice(id="v", name="V", kind="neural", f0_median_hz=240.0, speaker_embedding=embedding)
    source = wav(audio=speech_like(3.0, 44_100, f0_hz=120.0), rate=44_100)
    report = offline.convert_file(source, tmp_path / "out.wav", voice)
    assert report.source_f0_hz == pytest.approx(120.0, rel=0.01)
    assert report.pitch_semitones == pytest.approx(12.0, abs=0.2)
    assert seen[0].pitch == report.pitch_semitones
    silent = wav("silent.wav", audio=np.zeros(16_000, np.float32))
    report = offline.convert_file(silent, tmp_path / "out.wav", voice)
    assert report.pitch_semitones == 0.0
    assert "no voiced speech" in report.remarks[0]


# ---- bad input ----


def bad_files(folder: Path, wav: Wav) -> dict[str, Path]:
    good = wav("good.wav").read_bytes()
    files = {
        "empty": b"",
        "text": b"this is no sound file\n" * 50,
        "header only": good[:20],
        "no samples": good[:44],
        "zeros": bytes(10_000),
    }
    paths = {}
    for name, data in files.items():
        paths[name] = folder / f"{name}.wav"
        paths[name].write_bytes(data)
    soundfile.write(folder / "none.wav", np.zeros(0, np.float32), 16_000)
    soundfile.write(folder / "slow.wav", np.zeros(4000, np.float32), 4_000)
    soundfile.write(folder / "fast.wav", np.zeros(4000, np.float32), 384_000)
    return paths | {
        "missing": folder / "missing.wav",
        "folder": folder,
        "zero length": folder / "none.wav",
        "4 kHz": folder / "slow.wav",
        "384 kHz": folder / "fast.wav",
    }


def test_a_pipe_does_not_hang(syrinx: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.wav"
    os.mkfifo(pipe)
    assert "pipe" in syrinx("convert", pipe, "--voice", EFFECT).assert_one_sentence()


def test_a_name_that_is_not_utf_8(wav: Wav, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    source = wav()
    os.rename(source, folder + b"/\xff\xfe.wav")
    done = run_program("convert", folder + b"/\xff\xfe.wav", "--voice", EFFECT, raw=True)
    assert done.code == 0, done.err
    assert os.path.exists(folder + b"/\xff\xfe-robot.wav")


BAD = [
    "empty", "text", "header only", "zeros", "missing", "folder", "zero length", "4 kHz", "384 kHz",
]  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_one_sentence_that_names_it(
    syrinx: Run, wav: Wav, tmp_path: Path, case: str
) -> None:
    path = bad_files(tmp_path, wav)[case]
    target = tmp_path / "out" / "result.wav"
    target.parent.mkdir()
    target.write_bytes(b"what was here before")
    sentence = syrinx("convert", path, "--voice", EFFECT, "-o", target).assert_one_sentence()
    assert str(path) in sentence
    assert target.read_bytes() == b"what was here before"
    assert leftovers(tmp_path) == []


def test_a_file_that_was_cut_short_is_converted_as_far_as_it_goes(
    syrinx: Run, wav: Wav, tmp_path: Path
) -> None:
    source = wav("whole.wav", seconds=1.0)
    source.write_bytes(source.read_bytes()[: 44 + 16_000])
    done = syrinx("convert", source, "--voice", EFFECT, "-o", tmp_path / "out.wav")
    assert done.code == 0, done.err
    assert "was cut short; the 0.5 s" in done.err
    assert soundfile.info(tmp_path / "out.wav").frames == 8_000


@pytest.mark.parametrize("name", ["x.ogg", "x.wav"])
def test_only_a_file_without_its_end_is_called_cut_short(
    wav: Wav, tmp_path: Path, name: str
) -> None:
    whole = wav(name, rate=44_100, seconds=5.0)
    with AudioReader(whole) as reader:
        assert not reader.cut_short
    data = bytearray(whole.read_bytes())
    whole.write_bytes(data[: len(data) // 2])
    with AudioReader(whole) as reader:
        assert reader.cut_short
    if name == "x.wav":  # as programs write that send a file through a pipe
        data[4:8] = data[40:44] = b"\xff\xff\xff\xff"
        whole.write_bytes(data)
        with AudioReader(whole) as reader:
            assert not reader.cut_short
            assert reader.frames == 5 * 44_100


def test_a_broken_mp3_is_one_sentence_and_the_decoder_is_quiet(wav: Wav, tmp_path: Path) -> None:
    """The decoder prints to the process's stderr, so only a real process shows it."""
    source = wav("x.mp3", rate=44_100, seconds=6.0)
    data = bytearray(source.read_bytes())
    third = len(data) // 3
    data[third : third + 3000] = np.random.default_rng(0).bytes(3000)
    source.write_bytes(data)
    done = run_program("convert", source, "--voice", EFFECT, "-o", tmp_path / "out.wav")
    assert len(done.err.strip().splitlines()) == 1, done.err
    assert done.err.startswith("syrinx: ")


def test_the_place_where_a_file_is_broken_is_named(wav: Wav, tmp_path: Path) -> None:
    noise = np.random.default_rng(0).uniform(-0.5, 0.5, 160_000).astype(np.float32)
    source = wav("x.flac", audio=noise)
    source.write_bytes(source.read_bytes()[: source.stat().st_size // 2])
    with AudioReader(source) as reader, pytest.raises(SyrinxError, match=r"after [45]\.\d s"):
        reader.read(160_000)


def test_broken_flac_frames_are_one_sentence(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    noise = np.random.default_rng(0).uniform(-0.5, 0.5, 80_000).astype(np.float32)
    source = wav("noise.flac", audio=noise)
    data = bytearray(source.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4000] = bytes(4000)
    source.write_bytes(data)
    done = syrinx("convert", source, "--voice", EFFECT, "-o", tmp_path / "out.wav")
    if done.code == 0:  # this libsndfile conceals what it cannot decode: then nothing may be lost
        assert soundfile.info(tmp_path / "out.wav").frames > 0
    else:
        done.assert_one_sentence()
        assert not (tmp_path / "out.wav").exists()
    assert leftovers(tmp_path) == []


def test_nan_and_inf_become_silence_and_are_named(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    audio = speech_like(1.0, 16_000)
    audio[1000:1010] = np.nan
    audio[2000] = np.inf
    source = wav("nan.wav", audio=audio, subtype="FLOAT")
    done = syrinx("convert", source, "--voice", EFFECT, "-o", tmp_path / "out.wav")
    assert done.code == 0
    assert "11 samples were no numbers" in done.err
    result = soundfile.read(tmp_path / "out.wav")[0]
    assert np.all(np.isfinite(result))
    assert np.abs(result[4000:]).max() > 0.01, "the rest is not silenced"


def test_one_bad_file_does_not_stop_the_others(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    good, bad = wav("good.wav"), tmp_path / "bad.wav"
    bad.write_bytes(b"no")
    done = syrinx("convert", bad, good, "--voice", EFFECT, "-o", tmp_path / "out")
    done.assert_one_sentence()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.wav"]


def test_unknown_voice_names_near_ones(syrinx: Run, wav: Wav) -> None:
    sentence = syrinx("convert", wav(), "--voice", "robbot").assert_one_sentence()
    assert "robot" in sentence


def test_unknown_suffix(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    done = syrinx("convert", wav(), "--voice", EFFECT, "-o", tmp_path / "out.docx")
    assert ".wav" in done.assert_one_sentence()


def test_missing_output_folder(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    done = syrinx("convert", wav(), "--voice", EFFECT, "-o", tmp_path / "gone" / "out.wav")
    assert "gone" in done.assert_one_sentence()


def test_unwritable_folder(syrinx: Run, wav: Wav) -> None:
    """/sys refuses new files to everybody, root too."""
    done = syrinx("convert", wav(), "--voice", EFFECT, "-o", "/sys/out.wav")
    assert "/sys/out.wav" in done.assert_one_sentence()


def test_output_folder_that_is_a_file(syrinx: Run, wav: Wav, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = syrinx("convert", wav(), "--voice", EFFECT, "-o", f"{tmp_path}/file/")
    done.assert_one_sentence()
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.parametrize("name", ["out.wav", "out.flac", "out.ogg"])
def test_full_disk(wav: Wav, tmp_path: Path, name: str) -> None:
    """The system refuses to let a file grow, as on a full disk."""
    noise = np.random.default_rng(0).uniform(-0.5, 0.5, 480_000).astype(np.float32)
    source = wav(audio=noise, rate=48_000)
    target = tmp_path / "out" / name
    target.parent.mkdir()
    target.write_bytes(b"before")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    done = run_program("convert", source, "--voice", EFFECT, "-o", target, preexec_fn=limit)
    done.assert_one_sentence()
    assert target.read_bytes() == b"before"
    assert [path.name for path in target.parent.iterdir()] == [name]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_leaves_nothing_behind(
    wav: Wav, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    source = wav(audio=np.tile(speech_like(1.0, 48_000), 600), rate=48_000)
    folder = tmp_path / "out"
    folder.mkdir()
    command = [sys.executable, "-m", "syrinx.app", "convert", source, "--voice", EFFECT]
    with subprocess.Popen([*command, "-o", folder], stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 60
        while not leftovers(folder):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.02)
        process.send_signal(number)
        assert process.wait(30) == code
        assert process.stderr is not None
        assert process.stderr.read().strip() == "syrinx: interrupted."
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["in.wav"],
        ["in.wav", "--voice", "robot", "--pitch", "loud"],
        ["in.wav", "--voice", "robot", "--pitch", "99"],
        ["in.wav", "--voice", "robot", "--formant", "nan"],
        ["in.wav", "--voice", "robot", "--rate", "1"],
    ],
)
def test_wrong_usage_is_2(syrinx: Run, arguments: list[str]) -> None:
    assert syrinx("convert", *arguments).code == 2
