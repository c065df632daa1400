"""Fit the weights of ``dsp/watermark_search.py`` on train speakers.

    .venv/bin/python packaging/fit_mark.py [--utterances 80]

Recordings are marked with keys that the program never uses, and ridge regression learns from the
differences between a cell and its neighbours whether the cell was made louder or softer. Half of
the recordings are converted to shipped voices first, because that is what will be looked at.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from syrinx.app.offline import convert_file
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.watermark import N_SLOTS, Watermark, signs, slot_length
from syrinx.dsp.watermark_search import MarkFinder, neighbours
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache
from syrinx.training.metrics.dev_set import evenly

VOICES = ("kathleen", "otto", "iris", "ruben")
CORPORA = ("librispeech", "speechocean762", "rhasspy_kathleen", "vctk_subset")
RIDGE = 1e-3


def main() -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--utterances", type=int, default=80)
    args = parser.parse_args()
    cache = SpeechCache(args.cache)
    chosen = evenly(
        [u for u in cache.select("train", CORPORA) if u.n_samples > 3 * SAMPLE_RATE],
        args.utterances,
    )
    total: NDArray = np.zeros((25, 25))
    cross: NDArray = np.zeros(25)
    with tempfile.TemporaryDirectory() as folder:
        library = VoiceLibrary(Path(folder))
        for number, utterance in enumerate(chosen):
            audio = cache.audio(utterance)
            if number % 2:
                source, target = Path(folder) / "source.wav", Path(folder) / "converted.wav"
                soundfile.write(source, audio, SAMPLE_RATE)
                convert_file(source, target, library.get(VOICES[number // 2 % len(VOICES)]))
                audio = soundfile.read(target, dtype="float32")[0]
            features, wanted = examples(audio, key=b"fit %d" % number)
            total += features @ features.T
            cross += features @ wanted
    middle = 14  # the cell less itself is nothing
    keep = np.arange(25) != middle
    part = total[np.ix_(keep, keep)]
    part += RIDGE * np.trace(part) / len(part) * np.eye(len(part))
    weights = np.zeros(25)
    weights[keep] = np.linalg.solve(part, cross[keep])
    for row in weights.reshape(5, 5):
        sys.stdout.write("    (" + ", ".join(f"{value:.4f}" for value in row) + "),\n")
    return 0


def examples(audio: NDArray, *, key: bytes) -> tuple[NDArray, NDArray]:
    """Return the differences around every cell's middle, ``(25, n)``, and its sign, ``(n,)``."""
    marked = Watermark(sample_rate=SAMPLE_RATE, key=key).process(audio.astype(np.float32))
    finder = MarkFinder(sample_rate=SAMPLE_RATE)
    levels = finder.levels(marked)
    slot = slot_length(SAMPLE_RATE)
    numbers = np.arange(4, len(marked) // slot - 4)
    middles = (numbers + 0.625) * slot  # of the time behind the middle of the fade
    frames = np.rint((middles - finder.window / 2) / finder.hop).astype(int)
    around = neighbours(levels)[..., frames].reshape(25, -1)
    return around, signs(key)[:, numbers % N_SLOTS].reshape(-1)


if __name__ == "__main__":
    sys.exit(main())
