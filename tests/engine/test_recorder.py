"""Recordings: aligned, readable whatever happens, one sentence on a full disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.app.engine.recorder import Recorder, repair_wav_header
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


def test_a_wav_file_that_was_never_closed_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    code = (
        "import os, sys, time, numpy as np; from pathlib import Path\n"
        "from syrinx.app.engine.recorder import Recorder\n"
        "recorder = Recorder(Path(sys.argv[1]), sample_rate=48000, latency=0)\n"
        "block = np.full(4800, 0.5, np.float32)\n"
        "for _ in range(12):\n"
        "    recorder.push(block, block, 0); time.sleep(0.1)\n"
        "os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 9
    assert soundfile.info(path).frames > 0
    repair_wav_header(path)
    audio, _ = soundfile.read(path)
    assert len(audio) > 24000
    assert np.allclose(audio, 0.5, atol=1e-6)


def test_a_full_disk_ends_the_recording_with_a_sentence(tmp_path: Path) -> None:
    """The system itself refuses: a limit on the size of files, in a process of its own."""
    path = tmp_path / "take.wav"
    code = (
        "import resource, signal, sys, time, numpy as np; from pathlib import Path\n"
        "from syrinx.app.engine.recorder import Recorder\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200000, 200000))\n"
        "recorder = Recorder(Path(sys.argv[1]), sample_rate=48000, latency=0)\n"
        "block = np.full(9600, 0.5, np.float32)\n"
        "for _ in range(15):\n"
        "    recorder.push(block, block, 0); time.sleep(0.05)\n"
        "recorder.close(); print(recorder.error)\n"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert "ended early" in shown.stdout
    assert shown.stdout.count("\n") == 1
    assert shown.stderr == ""
    audio, _ = soundfile.read(path)
    assert len(audio) > 9600
    assert np.allclose(audio, 0.5, atol=1e-6)


def test_the_last_room_on_the_disk_is_left_alone(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "take.flac", sample_rate=RATE, latency=0, keep_free=1 << 60)
    block = np.zeros(4800, np.float32)
    recorder.push(block, block, 0)
    recorder.close()
    assert "make room on the disk" in (recorder.error or "")
    soundfile.info(tmp_path / "take.flac")


@pytest.mark.parametrize("name", ["take.mp3", "take", "folder.wav/take.wav"])
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
