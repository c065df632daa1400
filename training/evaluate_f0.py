"""Compare the live F0 estimator with WORLD on held-out speakers.

``python -m syrinx.training.evaluate_f0 FOLDER`` where FOLDER holds ``manifest.tsv`` (columns
``file start_s end_s corpus speaker split``) and the audio files it names.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.pitch_metrics import f0_agreement
from syrinx.training.data import live_f0
from syrinx.training.metrics.prosody import world_f0

SAMPLE_RATE = 16000
HOP = 160
FMAX_HZ = 700.0


def segments(
    folder: Path, *, split: str, per_corpus: int, seed: int = 0, minutes: float = 1e9
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield the corpus and the 16 kHz audio of random segments, at most 8 s of each.

    A corpus ends with ``per_corpus`` segments or after ``minutes``.
    """
    manifest = folder / "manifest.tsv"
    if not manifest.is_file():
        raise SyrinxError(f"{manifest} does not exist: give the folder of the speech data.")
    with manifest.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["split"] == split]
    corpora: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        corpora[row["corpus"]].append(row)
    rng = np.random.default_rng(seed)
    for corpus in sorted(corpora):
        chosen = corpora[corpus]
        left = minutes * 60.0
        for index in rng.permutation(len(chosen))[:per_corpus]:
            row = chosen[int(index)]
            path = folder / row["file"]
            rate = soundfile.info(path).samplerate
            start = float(row["start_s"])
            stop = min(float(row["end_s"]), start + 8.0)
            left -= stop - start
            if left < 0.0:
                break
            audio, _ = soundfile.read(
                path,
                start=int(start * rate),
                stop=int(stop * rate),
                dtype="float32",
                always_2d=True,
            )
            mono = soxr.resample(audio[:, 0], rate, SAMPLE_RATE)
            if mono.shape[0] >= SAMPLE_RATE // 4:
                yield corpus, mono.astype(np.float32)


def evaluate(
    folder: Path, *, method: str = "dio", split: str = "dev", per_corpus: int = 14
) -> dict[str, dict[str, float]]:
    """Agreement per corpus and over ``all`` frames (see `f0_agreement`).

    ``method`` is ``dio``, ``harvest``, or ``both``: DIO's F0 over the frames on whose voicing
    DIO and Harvest agree. They disagree on a fifth of all frames, most of them at the borders
    of voiced sound and in noise, where there is no truth to compare with.
    """
    tracks: dict[str, list[tuple[NDArray[np.floating], NDArray[np.floating]]]] = defaultdict(list)
    for corpus, audio in segments(folder, split=split, per_corpus=per_corpus):
        live = live_f0(audio, voicing_bias=0.0)
        first: Literal["dio", "harvest"] = "harvest" if method == "harvest" else "dio"
        reference = world_f0(audio, first, fmax_hz=FMAX_HZ)
        count = min(live.shape[0], reference.shape[0])
        keep = np.ones(count, dtype=np.bool_)
        if method == "both":
            other = world_f0(audio, "harvest", fmax_hz=FMAX_HZ)[:count]
            keep = (reference[:count] > 0) == (other > 0)
        pair = (live[:count][keep], reference[:count][keep])
        tracks[corpus].append(pair)
        tracks["all"].append(pair)
    return {
        name: f0_agreement(*(np.concatenate(side) for side in zip(*pairs, strict=True)))
        for name, pairs in tracks.items()
    }


def main(arguments: list[str] | None = None) -> int:
    """Print the table as JSON."""
    parser = argparse.ArgumentParser(
        prog="python -m syrinx.training.evaluate_f0",
        description="Compare the live F0 estimator with WORLD on held-out speakers.",
    )
    parser.add_argument("folder", type=Path, help="folder with manifest.tsv")
    parser.add_argument("--reference", choices=("dio", "harvest", "both"), default="dio")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--per-corpus", type=int, default=14, help="segments of each corpus")
    options = parser.parse_args(arguments)
    try:
        table = evaluate(
            options.folder,
            method=options.reference,
            split=options.split,
            per_corpus=options.per_corpus,
        )
    except SyrinxError as error:
        parser.exit(1, f"{error}\n")
    print(json.dumps(table, indent=2))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
