"""Measure what is ours around a model of the user: where recordings are cut, time and memory.

``python packaging/measure_recognition_models.py [--minutes 60] [--utterances 80]``; see
``docs/measurements/recognition_models.md``. Speech is that of the dev speakers; the model is the
tiny one of the tests, whose own cost is next to nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from syrinx.app.transcription.models import load_recognizer  # noqa: E402
from syrinx.app.transcription.speech_cutter import SpeechCutter, Stretch, activity_for  # noqa: E402
from syrinx.training.data import DEFAULT_CACHE, SpeechCache  # noqa: E402
from tests.transcription import tiny_models  # noqa: E402

RATE = 16_000
BLOCK = RATE // 2
LONGEST_S = 28.0
FloatArray = NDArray[np.float32]


def recording(
    cache: SpeechCache, rng: np.random.Generator, count: int
) -> tuple[FloatArray, list[tuple[int, int]]]:
    """Return utterances of dev speakers with pauses of 0.8 to 4 s, and where each lies."""
    chosen = cache.select("dev")
    parts: list[FloatArray] = []
    places, at = [], 0
    for _ in range(count):
        audio = cache.audio(chosen[int(rng.integers(len(chosen)))]).astype(np.float32)
        pause = np.zeros(round(rng.uniform(0.8, 4) * RATE), np.float32)
        places.append((at + len(pause), at + len(pause) + len(audio)))
        parts += [pause, audio]
        at += len(pause) + len(audio)
    parts.append(np.zeros(RATE, np.float32))
    return np.concatenate(parts), places


def cut(audio: FloatArray) -> list[Stretch]:
    """Cut as a recogniser's recording is cut."""
    cutter = SpeechCutter(activity_for(Path("/nowhere"), RATE), RATE, LONGEST_S)
    found = []
    for at in range(0, len(audio), BLOCK):
        found += cutter.accept(audio[at : at + BLOCK])
    return found + cutter.finish()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--utterances", type=int, default=80)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    options = parser.parse_args()
    rng = np.random.default_rng(1)
    clean, places = recording(SpeechCache(options.cache), rng, options.utterances)
    level = np.sqrt(np.mean(np.square(clean[clean != 0])))
    for name, snr_db in (("quiet room", 60.0), ("20 dB SNR", 20.0), ("10 dB SNR", 10.0)):
        noise = rng.standard_normal(len(clean)).astype(np.float32)
        noisy = clean + noise * level * 10 ** (-snr_db / 20)
        inside = np.zeros(len(clean), bool)
        found = cut(noisy.astype(np.float32))
        for piece in found:
            first = round(piece.start_s * RATE)
            inside[first : first + len(piece.audio)] = True
        power = np.square(clean)
        kept = power[inside].sum() / power.sum()
        lost = sum(not inside[a:b].any() for a, b in places)
        outside = clean == 0
        print(
            f"{name}: {len(found)} stretches of {len(places)} utterances; {100 * kept:.2f} % of "
            f"the energy inside, {lost} utterances missed; {100 * inside[outside].mean():.0f} % "
            f"of the pauses inside; longest {max(len(p.audio) for p in found) / RATE:.1f} s"
        )
    with tempfile.TemporaryDirectory() as place:
        for kind in ("ctc", "streaming_transducer"):
            getattr(tiny_models, kind)(Path(place) / "recognizers" / kind)
            stream = load_recognizer(kind, Path(place)).stream()
            process, begun, seconds, first = psutil.Process(), time.process_time(), 0.0, 0
            while seconds < 60 * options.minutes:
                at = int(seconds * RATE) % (len(clean) - BLOCK)
                stream.accept(clean[at : at + BLOCK])
                seconds += BLOCK / RATE
                if seconds == 300:
                    first = process.memory_info().rss
            took = time.process_time() - begun
            grown = (process.memory_info().rss - first) / 1e6
            print(
                f"{kind}: {options.minutes} min, {took / seconds:.4f} of real time, "
                f"{grown:+.1f} MB after the fifth minute"
            )


if __name__ == "__main__":
    main()
