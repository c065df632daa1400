"""500 recordings, 20 of them broken, the program killed: ``python -m tests.bench.queue_500``.

480 takes of shipped speech in many formats, rates and channels, and 20 files that are broken in as
many ways. The window works on them with its own recogniser; meanwhile the process that recognises
is killed, then the whole program, half-way; it is started again and must end with every file
exactly once done or failed, and the transcripts that were there as they were. Linux only.
"""

from __future__ import annotations

import argparse
import ctypes
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import soundfile
import soxr

from syrinx.app.transcription.queue import Item, TranscriptionQueue

GOOD, BAD = 480, 20
RATE = 16_000
KINDS = (
    ("wav", "WAV", "PCM_16", 16_000, 1),
    ("flac", "FLAC", "PCM_24", 48_000, 2),
    ("ogg", "OGG", "VORBIS", 44_100, 1),
    ("opus", "OGG", "OPUS", 48_000, 2),
    ("mp3", "MP3", "MPEG_LAYER_III", 44_100, 2),
    ("wav", "WAV", "FLOAT", 96_000, 2),
    ("wav", "WAV", "ULAW", 8_000, 1),
    ("aiff", "AIFF", "PCM_16", 22_050, 1),
    ("w64", "W64", "PCM_24", 32_000, 1),
    ("caf", "CAF", "PCM_16", 11_025, 1),
    ("wav", "WAVEX", "PCM_32", 44_100, 6),
    ("au", "AU", "PCM_16", 24_000, 1),
    ("mp3", "MP3", "MPEG_LAYER_III", 16_000, 1),
    ("flac", "FLAC", "PCM_16", 37_800, 1),
)
"""Suffix, format, samples, rate, channels."""
DAC_OVERRIDE, DAC_READ_SEARCH, PR_CAPBSET_DROP = 1, 2, 24


def main() -> int:
    """Make the files, run, kill, run again, look at everything; 1 when anything is amiss."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folder", type=Path, help="work here, and leave everything there")
    given = options.parse_args().folder
    place = given or Path(tempfile.mkdtemp(prefix="syrinx-queue-"))
    try:
        return _run(place)
    finally:
        if given is None:
            shutil.rmtree(place, ignore_errors=True)


def _run(place: Path) -> int:
    good, broken = make_good(place / "good"), make_broken(place / "broken")
    home = place / "home"
    mixed = [*good]
    for number, name in enumerate(broken):
        mixed.insert(number * 25 + 12, place / "broken" / name)
    queue = TranscriptionQueue(home / "transcription")
    print(f"{len(queue.add(mixed))} files are in the queue")
    late_harm(place / "broken")
    begun, peak = time.monotonic(), 0
    program = _start(home)
    try:
        for count in (60, 140):
            peak = max(peak, _wait(home, lambda done, count=count: done >= count, program))
            child = _recogniser(program)
            os.kill(child.pid, signal.SIGKILL)
            print(f"killed the process that recognises, after {_settled(home)} files")
        peak = max(peak, _wait(home, lambda done: done >= 250, program))
        children = psutil.Process(program.pid).children(recursive=True)
        program.kill()
        program.wait()
        before = _results(home)
        print(f"killed the program, after {_settled(home)} files")
        _, alive = psutil.wait_procs(children, timeout=10)
        print(f"processes left behind by it: {len(alive)}")
        program = _start(home)
        _wait(home, lambda done: done >= GOOD + BAD, program)
        took_s = time.monotonic() - begun
        program.terminate()
        program.wait(30)
    finally:
        if program.poll() is None:
            program.kill()
    return _report(home, mixed, broken, before, len(alive), took_s, peak)


def make_good(folder: Path) -> list[Path]:
    """Write takes of two to four seconds of the shipped speech in every kind."""
    folder.mkdir(parents=True)
    source = resources.files("syrinx.assets") / "speech" / "others.ogg"
    speech, rate = soundfile.read(str(source), dtype="float32")
    assert rate == RATE
    random, paths = np.random.default_rng(1), []
    for number in range(GOOD):
        suffix, format_, subtype, rate, channels = KINDS[number % len(KINDS)]
        first = int(random.integers(0, len(speech) - 4 * RATE))
        audio = soxr.resample(speech[first : first + int(random.integers(2, 5)) * RATE], RATE, rate)
        sides = [audio * gain for gain in random.uniform(0.3, 0.9, channels)]
        path = folder / f"take {number:03d} é录音.{suffix}"
        soundfile.write(path, np.stack(sides, axis=1), rate, subtype, format=format_)
        paths.append(path)
    return paths


def make_broken(folder: Path) -> dict[str, str]:
    """Write 20 files that are broken; return what the sentence about each must hold."""
    folder.mkdir(parents=True)
    audio = 0.1 * np.random.default_rng(2).standard_normal(3 * RATE).astype(np.float32)

    def sound(format_: str, subtype: str, samples: Any = audio, rate: int = RATE) -> bytes:
        file = io.BytesIO()
        soundfile.write(file, samples, rate, subtype, format=format_)
        return file.getvalue()

    wav, flac = sound("WAV", "PCM_16"), sound("FLAC", "PCM_16")
    codec = bytearray(wav)
    codec[20:22] = b"\x00\x20"  # AC-3 in a WAV
    bodies: dict[str, tuple[bytes, str]] = {
        "empty.wav": (b"", "is an empty file"),
        "text.wav": (b"These are words, but not spoken ones.\n" * 50, "is not a sound file"),
        "picture.mp3": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "is not a sound file"),
        "archive.opus": (b"PK\x03\x04" + bytes(3000), "is not a sound file"),
        "zeros.flac": (bytes(20_000), "is not a sound file"),
        "noise.ogg": (np.random.default_rng(3).bytes(20_000), "is not a sound file"),
        "header.wav": (wav[:30], "not a sound file"),
        "begin.ogg": (sound("OGG", "VORBIS")[:200], "not a sound file"),
        "no samples.wav": (sound("WAV", "PCM_16", audio[:0]), "holds no audio"),
        "codec.wav": (bytes(codec), "is not a sound file"),
        "no numbers.wav": (sound("WAV", "FLOAT", np.full(RATE, np.nan)), "are no numbers"),
        "too slow.wav": (sound("WAV", "PCM_16", rate=4000), "sample rate of 4000 Hz"),
        "too fast.wav": (sound("WAV", "PCM_16", rate=384_000), "sample rate of 384000 Hz"),
        "truncated.flac": (flac[: len(flac) // 2], "is broken after"),
        "truncated.wav": (wav[: len(wav) // 2], "was cut short"),
        "vanished.wav": (wav, "no such file"),
        "forbidden.wav": (wav, "permission denied"),
        "became a folder.wav": (wav, "is a folder"),
        "pipe.wav": (wav, "is a pipe or a device"),
        "circle.wav": (wav, "symbolic links"),
    }
    assert len(bodies) == BAD
    for name, (body, _) in bodies.items():
        (folder / name).write_bytes(body)
    return {name: sentence for name, (_, sentence) in bodies.items()}


def late_harm(folder: Path) -> None:
    """What happens to files after they were put into the queue."""
    for name in ("vanished.wav", "became a folder.wav", "pipe.wav", "circle.wav"):
        (folder / name).unlink()
    (folder / "forbidden.wav").chmod(0)
    (folder / "became a folder.wav").mkdir()
    os.mkfifo(folder / "pipe.wav")
    (folder / "circle.wav").symlink_to("circle.wav")


def _start(home: Path) -> subprocess.Popen[bytes]:
    def no_privilege() -> None:
        """Let root meet "permission denied", too."""
        for capability in (DAC_OVERRIDE, DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)

    around = {"SYRINX_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    return subprocess.Popen(
        [sys.executable, "-m", "syrinx.app"],
        env=os.environ | around,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=no_privilege if os.geteuid() == 0 else None,
    )


def _items(home: Path) -> list[Item]:
    # A reader beside the program: a copy, since opening a queue also tidies it up.
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(
            home / "transcription", Path(place) / "copy", ignore=shutil.ignore_patterns(".*")
        )
        return TranscriptionQueue(Path(place) / "copy").items


def _settled(home: Path) -> int:
    return sum(item.state in ("done", "failed") for item in _items(home))


def _wait(home: Path, enough: Callable[[int], bool], program: subprocess.Popen[bytes]) -> int:
    """Wait; return the most memory that program and children had at once, in bytes."""
    peak, last, when = 0, -1, time.monotonic()
    while True:
        if program.poll() is not None:
            raise SystemExit("the program ended by itself")
        main = psutil.Process(program.pid)
        with_children = [main, *main.children(recursive=True)]
        peak = max(peak, sum(_memory(process) for process in with_children))
        done = len(list((home / "transcription" / "results").glob("[!.]*.json")))
        if enough(done) or enough(_settled(home)):
            return peak
        if done != last:
            last, when = done, time.monotonic()
        if time.monotonic() - when > 120:
            raise SystemExit(f"nothing has happened for two minutes, after {done} files")
        time.sleep(0.3)


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


def _recogniser(program: subprocess.Popen[bytes]) -> psutil.Process:
    """The busiest of the children: the engine stands still."""
    children = psutil.Process(program.pid).children(recursive=True)
    before = {child.pid: sum(child.cpu_times()[:2]) for child in children}
    time.sleep(0.5)
    return max(children, key=lambda child: sum(child.cpu_times()[:2]) - before[child.pid])


def _results(home: Path) -> dict[str, tuple[int, bytes]]:
    found = sorted((home / "transcription" / "results").glob("[!.]*.json"))
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in found}


def _report(
    home: Path,
    paths: list[Path],
    broken: dict[str, str],
    before: dict[str, tuple[int, bytes]],
    left: int,
    took_s: float,
    peak: int,
) -> int:
    items, after = _items(home), _results(home)
    queue = TranscriptionQueue(home / "transcription")
    amiss = [f"processes were left behind: {left}"] * bool(left)
    if sorted(item.path for item in items) != sorted(map(str, paths)):
        amiss.append("not every file is in the list exactly once")
    amiss += [
        f"the transcript {name} was touched" for name in before if after.get(name) != before[name]
    ]
    words = 0
    for item in items:
        name = Path(item.path).name
        if name in broken:
            partly = name.startswith("truncated")
            print(f"  {item.state:7s} {item.message.replace(str(Path(item.path).parent), '...')}")
            if broken[name] not in item.message or item.state != ("done" if partly else "failed"):
                amiss.append(f"{name} is {item.state}: {item.message}")
        elif item.state != "done" or item.message:
            amiss.append(f"{name} is {item.state}: {item.message}")
        if item.state == "done":
            words += len(list(queue.transcript(item.id).words()))
    states = {state: sum(item.state == state for item in items) for state in ("done", "failed")}
    kept = json.dumps(states)
    seconds = sum(item.duration_s or 0.0 for item in items)
    print(
        f"{kept}, {words} words in {seconds / 60:.1f} min of sound, {took_s:.0f} s in all "
        f"({took_s / len(items):.2f} s a file), at most {peak / 2**20:.0f} MiB"
    )
    print("\n".join(f"AMISS: {sentence}" for sentence in amiss) or "nothing is amiss")
    return 1 if amiss else 0


if __name__ == "__main__":
    sys.exit(main())
