"""Recordings: aligned, readable whatever happens, one sentence on a full disk."""

from __future__ import annotations

import shutil
import signal
import struct
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr

from syrinx.app.engine import recorder as recorder_module
from syrinx.app.engine.markers import labels_path, read_labels
from syrinx.app.engine.params import RecordContent
from syrinx.app.engine.recorder import Recorder, repair_wav_header
from syrinx.app.engine.recording_file import FORMATS
from syrinx.app.engine.wav_file import WavFile
from syrinx.dsp.errors import SyrinxError

RATE = 48000


def noise(seconds: float, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return (0.2 * rng.standard_normal(round(seconds * RATE))).clip(-0.9, 0.9).astype(np.float32)


def feed(recorder: Recorder, audio: np.ndarray, latency: int, past: np.ndarray) -> np.ndarray:
    """Push ``audio`` and itself ``latency`` later; return what the line still holds."""
    line = np.concatenate((past, audio))
    out = line[: len(audio)]
    for start in range(0, len(audio), 128):
        block = slice(start, start + 128)
        recorder.push(audio[block], out[block], latency)
    return line[len(audio) :]


@pytest.mark.parametrize("ending", ["wav", "flac"])
def test_input_and_output_are_aligned(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "new folder" / f"take.{ending}"
    recorder = Recorder(path, sample_rate=RATE, latency=648)
    audio = noise(1.0)
    feed(recorder, audio, 648, np.zeros(648, np.float32))
    recorder.close()
    stereo, rate = soundfile.read(path, dtype="float32")
    assert (rate, stereo.shape) == (RATE, (RATE - 648, 2))
    assert np.abs(stereo[:, 0] - audio[:-648]).max() < 1e-6
    assert np.array_equal(stereo[:, 0], stereo[:, 1])
    assert recorder.error is None
    assert recorder.seconds == pytest.approx(1.0 - 648 / RATE)


@pytest.mark.parametrize(("first", "second"), [(648, 1700), (1700, 648), (0, 500), (500, 0)])
def test_a_voice_of_another_delay_stays_aligned(tmp_path: Path, first: int, second: int) -> None:
    path = tmp_path / "take.wav"
    recorder = Recorder(path, sample_rate=RATE, latency=first)
    audio = noise(1.0)
    half = RATE // 2
    feed(recorder, audio[:half], first, np.zeros(first, np.float32))
    # The new voice has heard the end of the first half, too.
    past = audio[:half][half - second :] if second else np.zeros(0, np.float32)
    feed(recorder, audio[half:], second, past)
    recorder.close()
    stereo, _ = soundfile.read(path, dtype="float32")
    settled = half + 1700
    assert len(stereo) > settled + 1000
    assert np.array_equal(stereo[settled:, 0], stereo[settled:, 1])
    early = half - 2000
    assert np.array_equal(stereo[:early, 0], stereo[:early, 1])


@pytest.mark.parametrize("content", ["input", "output"])
@pytest.mark.parametrize("latency", [0, 648])
def test_one_side_alone_is_mono_and_on_the_same_time_line(
    tmp_path: Path, content: RecordContent, latency: int
) -> None:
    path = tmp_path / "take.wav"
    recorder = Recorder(path, sample_rate=RATE, latency=latency, content=content)
    audio = noise(1.0)
    feed(recorder, audio, latency, np.zeros(latency, np.float32))
    recorder.close()
    mono, _ = soundfile.read(path, dtype="float32")
    # Of the output, the last of what was said is not there yet; of the input it is.
    assert mono.shape == (RATE - (latency if content == "output" else 0),)
    assert np.abs(mono - audio[: len(mono)]).max() < 1e-6


def chirp(seconds: float, rate: int = RATE) -> np.ndarray:
    t = np.arange(round(seconds * rate)) / rate
    return (0.4 * np.sin(2 * np.pi * (150 * t + 400 * t * t))).astype(np.float32)


def best_lag(audio: np.ndarray, reference: np.ndarray, most: int = 4000) -> int:
    """By how many samples ``audio`` comes later than ``reference``, by correlation."""
    size = 1 << int(np.ceil(np.log2(len(audio) + len(reference))))
    spectrum = np.fft.rfft(audio, size) * np.conj(np.fft.rfft(reference, size))
    found = np.fft.irfft(spectrum, size)
    lags = np.concatenate((np.arange(most), np.arange(-most, 0)))
    return int(lags[np.argmax(found[lags])])


@pytest.mark.parametrize("rate", [44100, 48000, 96000])
@pytest.mark.parametrize("ending", list(FORMATS))
def test_every_format_is_in_step_with_what_was_said(tmp_path: Path, ending: str, rate: int) -> None:
    """Encoders look ahead, and resamplers: none of that may be left in the file."""
    path = tmp_path / f"take{ending}"
    recorder = Recorder(path, sample_rate=rate, latency=500)
    audio = chirp(3.0, rate)
    late = np.concatenate((np.zeros(500, np.float32), audio))
    for start in range(0, len(audio), 441):
        block = slice(start, start + 441)
        recorder.push(audio[block], late[: len(audio)][block], 500)
    recorder.close()
    assert recorder.error is None
    stereo, written = soundfile.read(path, dtype="float32")
    assert written == FORMATS[ending].rate_for(rate)
    said = audio if written == rate else soxr.resample(audio, rate, written)
    assert len(stereo) == round((len(audio) - 500) * written / rate)
    for side in stereo.T:
        assert best_lag(side, said) == 0
        middle = slice(written // 10, len(side) - written // 10)  # an encoder's first frames ring
        error = side[middle] - said[: len(side)][middle]
        assert np.mean(error**2) < 1e-2 * np.mean(said**2)


def kill_while_recording(path: Path) -> None:
    code = (
        "import os, signal, sys, time, numpy as np; from pathlib import Path\n"
        "from syrinx.app.engine.recorder import Recorder\n"
        "recorder = Recorder(Path(sys.argv[1]), sample_rate=48000, latency=0)\n"
        "t = np.arange(48000 * 4) / 48000\n"
        "audio = (0.4 * np.sin(2 * np.pi * (150 * t + 400 * t * t))).astype(np.float32)\n"
        "for number, block in enumerate(np.split(audio, 40)):\n"
        "    recorder.push(block, block, 0); time.sleep(0.06)\n"
        "    if number == 3: recorder.mark('before the end')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize("ending", list(FORMATS))
def test_a_killed_recording_can_be_read_as_it_lies_there(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"take{ending}"
    kill_while_recording(path)
    stereo, _ = soundfile.read(path, dtype="float32")
    assert len(stereo) > 2 * RATE
    # A killed MP3 has a frame of silence in front, and the delay of encoder and decoder.
    late = 1152 + 1105 if ending == ".mp3" else 0
    said = chirp(4.0)
    assert best_lag(stereo[:, 0], said) == late
    middle = slice(late + RATE // 10, len(stereo) - RATE // 10)
    error = stereo[middle, 1] - said[middle.start - late : middle.stop - late]
    assert np.mean(error**2) < 1e-2 * np.mean(said**2)
    assert [label for _, label in read_labels(path)] == ["before the end"]


def test_the_header_of_a_killed_wav_file_is_repaired_to_the_last_sample(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    kill_while_recording(path)
    repair_wav_header(path)
    stereo, _ = soundfile.read(path, dtype="float32")
    assert len(stereo) == (path.stat().st_size - 80) // 6
    np.testing.assert_allclose(stereo[:, 0], chirp(4.0)[: len(stereo)], atol=1e-6)


# ---- markers ----


@pytest.mark.parametrize("rate", [48000, 96000])
@pytest.mark.parametrize("ending", list(FORMATS))
def test_markers_lie_where_they_were_set(tmp_path: Path, ending: str, rate: int) -> None:
    path = tmp_path / f"take{ending}"
    recorder = Recorder(path, sample_rate=rate, latency=1000)
    audio = np.zeros(rate // 10, np.float32)
    told = []
    for number in range(10):
        recorder.push(audio, audio, 1000)
        if number in (2, 6):
            told.append(recorder.mark("" if number == 2 else "Ein\tWort\nΩ"))
    told.append(recorder.mark("past the end"))
    recorder.close()
    assert told == pytest.approx([0.3, 0.7, 1.0])
    # Audacity's label track: start, end, label. The last one lies on the last sample.
    lines = labels_path(path).read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["0.300000\t0.300000\tMarker 1", "0.700000\t0.700000\tEin Wort Ω"]
    assert float(lines[2].split("\t")[0]) == pytest.approx(1.0 - 1001 / rate, abs=1e-6)
    assert read_labels(path)[1] == (0.7, "Ein Wort Ω")
    if ending == ".wav":
        expected = [round(0.3 * rate), round(0.7 * rate), rate - 1001]
        assert cues(path) == list(
            zip(expected, ["Marker 1", "Ein Wort Ω", "past the end"], strict=True)
        )


def cues(path: Path) -> list[tuple[int, str]]:
    """Read markers by the definition of the chunks, in a reader of its own."""
    raw, places, labels = path.read_bytes(), {}, {}
    at = 12
    while at < len(raw):
        name, size = raw[at : at + 4], struct.unpack_from("<I", raw, at + 4)[0]
        body = raw[at + 8 : at + 8 + size]
        if name == b"cue ":
            for number in range(struct.unpack_from("<I", body)[0]):
                key, _, _, _, _, place = struct.unpack_from("<II4sIII", body, 4 + 24 * number)
                places[key] = place
        if name == b"LIST" and body[:4] == b"adtl":
            inside = 4
            while inside < len(body):
                kind, length = struct.unpack_from("<4sI", body, inside)
                assert kind == b"labl"
                key = struct.unpack_from("<I", body, inside + 8)[0]
                labels[key] = body[inside + 12 : inside + 8 + length].rstrip(b"\0").decode()
                inside += 8 + length + length % 2
        at += 8 + size + size % 2
    assert at == len(raw)
    assert struct.unpack_from("<I", raw, 4)[0] == len(raw) - 8
    return [(places[key], labels[key]) for key in sorted(places)]


def test_a_recording_without_markers_has_no_labels_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "take.flac"
    recorder = Recorder(path, sample_rate=RATE, latency=0)
    recorder.push(noise(0.1), noise(0.1), 0)
    recorder.close()
    assert list(tmp_path.iterdir()) == [path]


# ---- what can go wrong ----


@pytest.mark.parametrize("ending", list(FORMATS))
def test_a_full_disk_ends_the_recording_with_a_sentence(tmp_path: Path, ending: str) -> None:
    """The system itself refuses: a limit on the size of files, in a process of its own."""
    path = tmp_path / f"take{ending}"
    limit = {".wav": 200_000, ".flac": 200_000, ".mp3": 40_000}.get(ending, 60_000)
    code = (
        "import resource, signal, sys, time, numpy as np; from pathlib import Path\n"
        "from syrinx.app.engine.recorder import Recorder\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "limit = int(sys.argv[2])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))\n"
        "recorder = Recorder(Path(sys.argv[1]), sample_rate=48000, latency=0)\n"
        "audio = np.random.default_rng(0).uniform(-0.5, 0.5, 480000).astype(np.float32)\n"
        "for number, block in enumerate(np.split(audio, 50)):\n"
        "    recorder.push(block, block, 0); time.sleep(0.02)\n"
        "recorder.close(); print(recorder.error)\n"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code, str(path), str(limit)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert shown.stderr == ""
    assert "ended early (file too large): make room on the disk" in shown.stdout
    assert shown.stdout.count("\n") == 1
    stereo, _ = soundfile.read(path, dtype="float32")
    audio = np.random.default_rng(0).uniform(-0.5, 0.5, 480000).astype(np.float32)
    assert len(stereo) > 9600
    if ending in (".wav", ".flac"):
        np.testing.assert_allclose(stereo[:, 1], audio[: len(stereo)], atol=1e-6)
    else:
        assert abs(best_lag(stereo[:, 0], audio)) < 1


def test_the_last_room_on_the_disk_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = [10**9]
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(
        recorder_module.shutil, "disk_usage", lambda _: usage._replace(free=free[0])
    )
    recorder = Recorder(tmp_path / "take.flac", sample_rate=RATE, latency=0)
    block = np.zeros(4800, np.float32)
    recorder.push(block, block, 0)
    free[0] = 1_000_000
    recorder.push(block, block, 0)
    recorder.close()
    assert "make room on the disk" in (recorder.error or "")
    assert recorder.free_bytes == 1_000_000
    soundfile.info(tmp_path / "take.flac")
    with pytest.raises(SyrinxError, match=r"no room .* 1 MB left"):
        Recorder(tmp_path / "next.flac", sample_rate=RATE, latency=0)
    assert not (tmp_path / "next.flac").exists()


@pytest.mark.parametrize("ending", list(FORMATS))
def test_a_folder_that_is_deleted_meanwhile_comes_back_with_the_recording(
    tmp_path: Path, ending: str
) -> None:
    folder = tmp_path / "takes"
    path = folder / f"take{ending}"
    recorder = Recorder(path, sample_rate=RATE, latency=0)
    audio = chirp(2.0)
    recorder.push(audio, audio, 0)
    deadline = time.monotonic() + 10
    while not recorder.written:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    shutil.rmtree(folder)
    recorder.push(audio, audio, 0)
    recorder.close()
    assert "taken away: the first 2.0 s were saved again" in (recorder.error or "")
    assert recorder.path == path
    stereo, _ = soundfile.read(path, dtype="float32")
    assert len(stereo) == 2 * RATE
    assert best_lag(stereo[:, 0], audio) == 0


def test_a_folder_that_cannot_come_back_is_one_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "takes"
    recorder = Recorder(folder / "take.wav", sample_rate=RATE, latency=0)
    recorder.push(noise(0.1), noise(0.1), 0)
    shutil.rmtree(folder)
    folder.write_text("a file now")
    recorder.close()
    assert "is lost: its folder was taken away" in (recorder.error or "")
    assert folder.read_text() == "a file now"


def test_a_file_that_took_the_name_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    recorder = Recorder(path, sample_rate=RATE, latency=0)
    audio = noise(0.1)
    recorder.push(audio, audio, 0)
    path.unlink()
    path.write_text("another")
    recorder.close()
    assert path.read_text() == "another"
    assert recorder.path == tmp_path / "take (2).wav"
    assert soundfile.info(recorder.path).frames in (0, len(audio))


@pytest.mark.parametrize("content", ["both", "output"])
def test_a_wav_file_beyond_its_limit_is_an_rf64_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: RecordContent
) -> None:
    """The limit is 4 GB; here it is lower, and the file is the same but for its size."""
    monkeypatch.setattr(
        "syrinx.app.engine.recording_file.WavFile", partial(WavFile, size_limit=100_000)
    )
    path = tmp_path / "take.wav"
    recorder = Recorder(path, sample_rate=RATE, latency=0, content=content)
    audio = noise(1.0)
    recorder.push(audio, audio, 0)
    recorder.mark("here")
    recorder.close()
    assert path.read_bytes()[:4] == b"RF64"
    assert soundfile.info(path).format == "RF64"
    read, _ = soundfile.read(path, dtype="float32", always_2d=True)
    assert np.abs(read[:, -1] - audio).max() < 1e-6
    whole = path.read_bytes()
    repair_wav_header(path)  # it was closed: nothing to repair
    assert path.read_bytes() == whole
    # Killed after it had grown: the sizes in front are old ones.
    torn = tmp_path / "torn.wav"
    torn.write_bytes(whole[:20] + struct.pack("<QQQ", 90_000, 80_000, 10) + whole[44:])
    torn.write_bytes(torn.read_bytes()[: 80 + 90_000])
    repair_wav_header(torn)
    again, _ = soundfile.read(torn, dtype="float32", always_2d=True)
    assert len(again) == 90_000 // 3 // read.shape[1]


def test_a_killed_wav_file_past_4_gb_becomes_rf64_when_it_is_repaired(tmp_path: Path) -> None:
    """A file with a hole in it: large in its size only."""
    path = tmp_path / "take.wav"
    recorder = Recorder(path, sample_rate=RATE, latency=0)
    recorder.push(noise(0.1), noise(0.1), 0)
    recorder.close()
    size = (1 << 32) + 6_000_000
    with path.open("r+b") as file:
        file.truncate(80 + size)
    repair_wav_header(path)
    info = soundfile.info(path)
    assert (info.format, info.frames) == ("RF64", size // 6)


@pytest.mark.parametrize("name", ["take.aac", "take", "folder.wav/take.wav"])
def test_a_path_that_cannot_be_is_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.wav").write_text("a file")
    with pytest.raises(SyrinxError, match="recording"):
        Recorder(tmp_path / name, sample_rate=RATE, latency=0)


def test_a_recording_never_overwrites_another(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    path.write_bytes(b"precious")
    with pytest.raises(SyrinxError, match="exists"):
        Recorder(path, sample_rate=RATE, latency=0)
    assert path.read_bytes() == b"precious"
