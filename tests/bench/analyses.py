"""What the analyses behind the pictures cost: ``python -m tests.bench.analyses``.

A voice-like signal at 48 kHz in pieces of 16 ms, as the window takes it; processor time, which
does not depend on what else the machine does.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from syrinx.app.viewmodels import tracks
from syrinx.app.viewmodels.sound_history import SoundHistory
from tests.dsp.signals import sentence

RATE, STEP, SECONDS = 48_000, 768, 20.0


def main() -> int:
    """Measure and print a table."""
    audio = sentence(RATE, seconds=SECONDS)
    sound = SoundHistory()
    kinds = (
        tracks.LevelTrack,
        tracks.PitchTrack,
        tracks.FormantTrack,
        tracks.LoudnessTrack,
        tracks.SpectrumTrack,
        tracks.EnvelopeTrack,
    )
    made = [kind(sound, "input") for kind in kinds]
    costs: dict[str, list[float]] = {}

    def clocked(name: str, work: Callable[[], object]) -> None:
        begun = time.thread_time()
        work()
        costs.setdefault(name, []).append(time.thread_time() - begun)

    for first in range(0, len(audio) - STEP, STEP):
        piece = audio[first : first + STEP]
        clocked(
            "SoundHistory.feed",
            lambda piece=piece, first=first: sound.feed(  # type: ignore[misc]
                piece, piece, position=first, sample_rate=RATE, latency=0
            ),
        )
        for track in made:
            clocked(type(track).__name__, track.update)
    print(f"{'':20} {'median µs':>10} {'p99 µs':>8} {'of a core':>10}")
    for name, times in costs.items():
        share = 100 * np.mean(times) * RATE / STEP
        middle, high = (1e6 * np.percentile(times, p) for p in (50, 99))
        print(f"{name:20} {middle:10.0f} {high:8.0f} {share:8.2f} %")
    for kind in kinds:
        track = kind(sound, "input")
        begun = time.thread_time()
        while not track.update():
            pass
        print(
            f"{kind.__name__:20} catches up {SECONDS:.0f} s in {time.thread_time() - begun:.2f} s"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
