"""Measure the feedback guard: false alarms on speech and music, time to silence real loops.

``python packaging/measure_feedback.py [--minutes 60] [--loops 40]``; see
``docs/measurements/rack.md``. Speech is that of the dev speakers, rooms are simulated.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.feedback import FeedbackGuard
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.metrics.made_music import made_music
from syrinx.training.rooms import Room, room_response

RATE = 16_000
BLOCK = 128
PREFILL_MS = 16.0
"""What the engine holds between output and input at least."""
FloatArray = NDArray[np.float32]
Voice = Callable[[FloatArray], FloatArray]


def speech(cache: SpeechCache, rng: np.random.Generator, seconds: float) -> FloatArray:
    """Utterances of dev speakers with pauses between."""
    chosen = cache.select("dev")
    parts: list[FloatArray] = []
    size = 0
    while size < seconds * RATE:
        audio = cache.audio(chosen[int(rng.integers(len(chosen)))])
        parts += [audio, np.zeros(round(rng.uniform(0.1, 1.5) * RATE), np.float32)]
        size += len(parts[-1]) + len(parts[-2])
    return np.concatenate(parts)[: round(seconds * RATE)]


def singing(rng: np.random.Generator, seconds: float) -> FloatArray:
    """Held notes of 0.3 to 3 s with vibrato, rich to nearly pure (a hum)."""
    out: list[FloatArray] = []
    size = 0
    while size < seconds * RATE:
        length = rng.uniform(0.3, 3.0)
        time = np.arange(round(length * RATE)) / RATE
        hz = 110.0 * 2 ** (rng.integers(0, 30) / 12)
        depth = rng.choice([0.0, rng.uniform(0.0, 0.012)])
        phase = 2 * np.pi * np.cumsum(hz * (1 + depth * np.sin(2 * np.pi * 5.5 * time))) / RATE
        tilt = rng.uniform(0.8, 3.5)
        orders = range(1, min(20, int(7000 / hz)) + 1)
        tone = sum(order**-tilt * np.sin(order * phase) for order in orders)
        shape = np.minimum(1, time / 0.05) * np.minimum(1, (length - time) / 0.05)
        out.append((0.15 * tone * shape).astype(np.float32))
        out.append(np.zeros(round(rng.uniform(0.0, 0.5) * RATE), np.float32))
        size += len(out[-1]) + len(out[-2])
    return np.concatenate(out)[: round(seconds * RATE)]


def whistling(rng: np.random.Generator, seconds: float) -> FloatArray:
    """Whistled notes of 0.1 to 2.5 s: pure, with human unsteadiness or (worse) without."""
    out: list[FloatArray] = []
    size = 0
    while size < seconds * RATE:
        length = float(np.exp(rng.uniform(np.log(0.1), np.log(2.5))))
        time = np.arange(round(length * RATE)) / RATE
        hz = rng.uniform(700, 2500) * (1 + rng.uniform(-0.1, 0.1) * time / length * rng.integers(2))
        wander = np.cumsum(rng.standard_normal(len(time))) * rng.choice([0.0, 2e-5])
        tone = np.sin(2 * np.pi * np.cumsum(hz * (1 + wander)) / RATE)
        shape = np.minimum(1, time / 0.03) * np.minimum(1, (length - time) / 0.03)
        breath = 0.003 * rng.standard_normal(len(time))
        out.append((rng.uniform(0.03, 0.3) * tone * shape + breath).astype(np.float32))
        out.append(np.zeros(round(rng.uniform(0.02, 1.0) * RATE), np.float32))
        size += len(out[-1]) + len(out[-2])
    return np.concatenate(out)[: round(seconds * RATE)]


def loops(rng: np.random.Generator, seconds: float) -> FloatArray:
    """A drum machine: bars that repeat sample by sample, the worst case of a correlation."""
    out: list[FloatArray] = []
    size = 0
    while size < seconds * RATE:
        step = round(rng.uniform(0.08, 0.25) * RATE)
        hat = (np.exp(-np.arange(step) / 300) * rng.standard_normal(step)).astype(np.float32)
        kick = np.sin(2 * np.pi * 60 * np.arange(step) / RATE) * np.exp(-np.arange(step) / 1500)
        bar = np.concatenate([0.1 * hat + 0.3 * kick * (beat % 2 == 0) for beat in range(8)])
        tune = made_music(len(bar) / RATE, rng)[: len(bar)] * rng.choice([0.0, 0.4])
        bar[: len(tune)] += tune
        out += [bar.astype(np.float32)] * int(rng.integers(4, 16))
        size += len(bar) * 16
    return np.concatenate(out)[: round(seconds * RATE)]


def music(rng: np.random.Generator, seconds: float) -> FloatArray:
    """Invented pieces of 20 s."""
    pieces = [made_music(20.0, rng) for _ in range(int(seconds / 20) + 1)]
    return np.concatenate(pieces)[: round(seconds * RATE)]


class Delay:
    """A voice that only delays: the hardest one, its output is like the input."""

    def __init__(self, samples: int) -> None:
        self._past = np.zeros(samples, np.float32)

    def __call__(self, block: FloatArray) -> FloatArray:
        line = np.concatenate((self._past, block))
        self._past = line[len(block) :]
        return line[: len(block)]


def false_alarms(audio: FloatArray, voice: Voice, *, own_delay_ms: float) -> Counter[str]:
    """Run a guard without any feedback; count what it suspects and reports."""
    guard = FeedbackGuard(sample_rate=RATE, shortest_ms=PREFILL_MS, own_delay_ms=own_delay_ms)
    counts: Counter[str] = Counter()
    before = guard.state
    for block in audio[: len(audio) // BLOCK * BLOCK].reshape(-1, BLOCK):
        guard.process(block, voice(block))
        if guard.state != before:
            before = guard.state
            counts[before] += 1
        if (report := guard.take_report()) is not None:
            counts[f"report {report.kind}"] += 1
    return counts


class Loop:
    """Loudspeaker, room, microphone: what was played comes back."""

    def __init__(self, response: FloatArray, gain: float, delay: int) -> None:
        self._taps = np.concatenate((np.zeros(delay, np.float32), gain * response))[::-1].copy()
        self._past = np.zeros(len(self._taps) + BLOCK, np.float32)
        if delay < BLOCK:
            raise ValueError("a loop shorter than a block cannot be simulated")

    def heard(self, block: FloatArray) -> FloatArray:
        """Return what the microphone gets: the talker and the loudspeaker."""
        return block + np.convolve(self._past, self._taps[::-1], "valid")[1 : BLOCK + 1]

    def play(self, block: FloatArray) -> None:
        """Take what the loudspeaker plays."""
        self._past = np.concatenate((self._past[BLOCK:], block))


def stability_gain(response: FloatArray) -> float:
    """Loop gain at which some frequency just sustains itself, for a response of gain 1."""
    return 1.0 / float(np.abs(np.fft.rfft(response, 1 << 16)).max())


def run_loop(
    talk: FloatArray, loop: Loop, voice: Voice, *, own_delay_ms: float, guarded: bool = True
) -> dict[str, float]:
    """Close the loop; return when the guard suspected and reported, and how loud it got."""
    guard = FeedbackGuard(sample_rate=RATE, shortest_ms=PREFILL_MS, own_delay_ms=own_delay_ms)
    guard.on = guarded
    result = {"turned": np.inf, "reported": np.inf, "howl": 0.0}
    power: list[float] = []
    came: list[float] = []
    for index, block in enumerate(talk[: len(talk) // BLOCK * BLOCK].reshape(-1, BLOCK)):
        back = loop.heard(np.zeros(BLOCK, np.float32))
        came.append(float(np.mean(back**2)))
        heard = np.clip(block + back, -1.0, 1.0).astype(np.float32)
        played = np.clip(guard.process(heard, voice(heard)), -0.97, 0.97).astype(np.float32)
        loop.play(played)
        now = (index + 1) * BLOCK / RATE
        power.append(float(np.mean(played**2)))
        if guard.state != "listening" and result["turned"] == np.inf:
            result["turned"] = now
        if (report := guard.take_report()) is not None and result["reported"] == np.inf:
            result["reported"] = now
            result["howl"] = float(report.kind == "howl")
    result["rms_db"] = 10 * np.log10(np.mean(power[len(power) // 2 :]) + 1e-12)
    result["share_db"] = 10 * np.log10(np.mean(came) / np.mean(talk**2) + 1e-12)
    return result


def voices(rng: np.random.Generator) -> Iterator[tuple[str, Voice, float]]:
    """Straight through, and what changes the voice: an effect that shifts, one that does not."""
    from syrinx.dsp.effects import build_effect

    yield "straight", Delay(0), 0.0
    for name in ("deep", "radio", "robot"):
        effect = build_effect(name, sample_rate=RATE)
        yield name, effect.process, 1000.0 * effect.latency / RATE


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0, help="per kind of speech and music")
    parser.add_argument("--loops", type=int, default=40)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    options = parser.parse_args()
    cache = SpeechCache(options.cache)
    rng = np.random.default_rng(0)
    seconds = 60.0 * options.minutes
    print("| sound | minutes | dips | alarms |\n|---|---|---|---|")
    kinds: dict[str, Callable[[], FloatArray]] = {
        "speech": lambda: speech(cache, rng, seconds),
        "singing": lambda: singing(rng, seconds / 3),
        "whistling": lambda: whistling(rng, seconds / 3),
        "music": lambda: music(rng, seconds / 3),
        "drum loops": lambda: loops(rng, seconds / 3),
    }
    for name, make in kinds.items():
        audio = make()
        audio = (audio + 3e-4 * rng.standard_normal(len(audio))).astype(np.float32)
        counts = false_alarms(audio, Delay(0), own_delay_ms=0.0)
        dips = counts["howl?"] + counts["echo?"]
        alarms = counts["report howl"] + counts["report echo"]
        minutes = len(audio) / RATE / 60
        print(
            f"| {name} | {minutes:.0f} | {dips} | {alarms} |  <!-- {dict(counts)} -->", flush=True
        )
    print("\n| voice | loop gain | found | turned down after | reported after | howls |")
    print("|---|---|---|---|---|---|")
    for gain_db in (-12.0, -6.0, 1.0, 3.0, 10.0):
        for name, _voice, _own in voices(rng):
            rows = []
            for number in range(max(1, options.loops // 5)):
                own = np.random.default_rng((1, number))
                room = Room.drawn(own, distance_m=(0.4, 2.0))
                response = room_response(room, own)
                gain = stability_gain(response) * 10 ** (gain_db / 20)
                loop = Loop(response, gain, round(own.uniform(0.02, 0.15) * RATE))
                talk = speech(cache, own, 20.0)
                voice, own_ms = next((v, o) for n, v, o in voices(own) if n == name)
                rows.append(run_loop(talk, loop, voice, own_delay_ms=own_ms))

            turned = np.array([row["turned"] for row in rows])
            reported = np.array([row["reported"] for row in rows])
            found = np.isfinite(reported)
            howls = sum(row["howl"] for row in rows)
            print(
                f"| {name} | {gain_db:+.0f} dB | {found.sum()}/{len(rows)} "
                f"| {_median(turned)} | {_median(reported)} | {howls:.0f} |",
                flush=True,
            )


def _median(seconds: NDArray[np.float64]) -> str:
    known = seconds[np.isfinite(seconds)]
    return f"{np.median(known):.1f} s (max {known.max():.1f})" if len(known) else "-"


if __name__ == "__main__":
    main()
