"""What recordings and the soundboard cost.

    python -m tests.engine.studio_figures [--large FOLDER]

prints the time to mix clips into a block, the processor time and the size of a recording in each
format, and what a kill costs of it. ``--large`` writes a WAV file of more than 4 GB there, reads it
again, and deletes it.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile

from syrinx.app.engine.clips import MAX_CLIPS, Clip, ClipMixer, Sound
from syrinx.app.engine.recording_file import FORMATS, RecordingFile

RATE = 48000


def mixing(block: int) -> None:
    rng = np.random.default_rng(0)
    for count in (0, 1, 4, MAX_CLIPS):
        for what in ("steady", "while levels slide", "fading"):
            if what == "fading" and count == 0:
                continue
            mixer = ClipMixer(RATE)
            clips = [
                Clip(
                    Sound(
                        "x",
                        0.1 * rng.standard_normal(20 * RATE).astype(np.float32),
                        sample_rate=RATE,
                    ),
                    gain=0.5,
                    loop=True,
                )
                for _ in range(count)
            ]
            for clip in clips:
                mixer.start(clip)
            out = np.zeros(block, np.float32)
            times = []
            for number in range(2000):
                if what == "while levels slide":
                    for clip in clips:
                        clip.gain = 0.1 if number % 2 else 0.9
                if what == "fading" and number % 50 == 0:
                    for clip in clips:
                        mixer.stop(clip)
                    clips = [Clip(clip.sound, gain=0.5) for clip in clips]
                    for clip in clips:
                        mixer.start(clip)
                begun = time.perf_counter()
                mixer.into_voice(out)
                mixer.mix(out)
                times.append(time.perf_counter() - begun)
            median, high = np.percentile(times, (50, 99))
            print(f"mix {count} clips, {what:20} {1e6 * median:7.1f} us, p99 {1e6 * high:7.1f} us")


def formats(folder: Path) -> None:
    rng = np.random.default_rng(0)
    t = np.arange(60 * RATE) / RATE
    loud = 0.5 + 0.5 * np.sin(2 * np.pi * 0.3 * t)
    noise = rng.standard_normal((len(t), 2))
    audio = (0.05 * noise * loud[:, np.newaxis]).astype(np.float32)
    for ending, kind in FORMATS.items():
        for channels in (1, 2):
            path = folder / f"take{channels}{ending}"
            begun = time.process_time()
            file = RecordingFile(path, sample_rate=RATE, channels=channels)
            for start in range(0, len(audio), RATE // 10):
                file.write(audio[start : start + RATE // 10, :channels])
                if start % (RATE // 2) == 0:
                    file.settle()
            killed = folder / f"killed{ending}"
            killed.write_bytes(path.read_bytes())
            file.finish()
            file.close()
            cpu = (time.process_time() - begun) / 60
            lost = 60 - soundfile.info(killed).frames / file.sample_rate
            print(
                f"{kind.name:10} {channels} ch {100 * cpu:5.2f} % of a core "
                f"{path.stat().st_size / 60e3:6.1f} kB/s, a kill costs {lost:4.2f} s"
            )


def large(folder: Path) -> None:
    path = folder / "large.wav"
    file = RecordingFile(path, sample_rate=RATE, channels=2)
    rng = np.random.default_rng(0)
    minute = (0.1 * rng.standard_normal((60 * RATE, 2))).astype(np.float32)
    rounds = (1 << 32) // (60 * RATE * 6) + 2
    begun = time.perf_counter()
    for _ in range(rounds):
        file.write(minute)
    file.finish()
    file.close()
    spent = time.perf_counter() - begun
    info = soundfile.info(path)
    tail, _ = soundfile.read(path, start=info.frames - 60 * RATE, dtype="float32")
    print(
        f"{path.stat().st_size / 1e9:.2f} GB as {info.format}, {info.frames} frames of "
        f"{rounds * 60 * RATE}, last minute exact: {np.abs(tail - minute).max() < 1e-6}; "
        f"{path.stat().st_size / spent / 1e6:.0f} MB/s"
    )
    path.unlink()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", type=Path)
    options = parser.parse_args()
    print("blocks of 480 samples at 48 kHz:")
    mixing(480)
    with tempfile.TemporaryDirectory() as name:
        formats(Path(name))
    if options.large is not None:
        large(options.large)
