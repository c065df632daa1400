"""``syrinx evaluate align``: how well the aligner works.

Aligns voices of ``syrinx train taught_speech`` that the aligner has never heard and compares the
start of every phone; decodes the dev speakers without their texts; counts the takes that the
aligner dislikes; and draws alignments.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from syrinx.training.boundaries import boundary_errors, held_out
from syrinx.training.data import (
    DEFAULT_CACHE,
    DEFAULT_TAUGHT,
    HOP_LENGTH,
    SpeechCache,
    Utterance,
)
from syrinx.training.flat_start import dev_material
from syrinx.training.frame_labels import read_takes
from syrinx.training.metrics.picture import spectrogram_pixels, write_png
from syrinx.training.recipes.align import load_aligner, phone_error_rates


def opinions(cache: SpeechCache) -> dict[str, Any]:
    """Objections by corpus, and how much silence there is to trim (medians, and long ones)."""
    takes = read_takes(cache)
    if takes is None:
        return {}
    out: dict[str, Any] = {}
    for u in cache.utterances:
        take = takes[u.index]
        if take is None:
            continue
        row = out.setdefault(u.corpus, {"takes": 0, "aligned": 0, "objections": Counter()})
        row["takes"] += 1
        row["aligned"] += take.score is not None
        row["objections"][take.objection] += bool(take.objection)
        row.setdefault("silence_s", []).append(
            (take.start * 0.01, max(0.0, u.n_samples / 16_000 - take.end * 0.01))
        )
    for row in out.values():
        silence = np.array(row.pop("silence_s"))
        row["objections"] = {k: v for k, v in row["objections"].items() if v}
        row["leading_s"], row["trailing_s"] = np.median(silence, axis=0).round(3).tolist()
        row["over_half_a_second"] = int((silence > 0.5).any(axis=1).sum())
    return out


def draw(cache: SpeechCache, utterance: Utterance, path: Path) -> str:
    """Write the spectrogram with a line at every boundary; return the phones with their times.

    Lines between phones are short, those of a silence full height.
    """
    labels = cache.phones(utterance)
    image = spectrogram_pixels(cache.audio(utterance))
    if labels is None:
        return ""
    image = np.repeat(image, 4, axis=1)
    words = []
    for at in np.flatnonzero(np.diff(labels.astype(int), prepend=-1)):
        silent = labels[at] == 0 or (at > 0 and labels[at - 1] == 0)
        top = 0 if silent else image.shape[0] // 3
        image[top:, min(4 * at, image.shape[1] - 1)] = (90, 255, 160) if silent else (255, 255, 255)
        name = "_" if labels[at] == 0 else cache.phone_names[labels[at] - 1]
        words.append(f"{name}@{at * HOP_LENGTH / 16_000:.2f}")
    write_png(path, image)
    return f"{path.name}: {utterance.text}: {' '.join(words)}"


def main(argv: Sequence[str] | None = None) -> int:
    """Print figures as JSON; with ``--pictures`` also draw."""
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate align",
        description="Boundaries against exact ones, phone errors on dev, disliked takes.",
    )
    parser.add_argument("--folder", type=Path, default=Path("runs/align"))
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--taught", type=Path, default=DEFAULT_TAUGHT)
    parser.add_argument("--limit", type=int, default=200, help="sentences of each voice")
    parser.add_argument("--pictures", type=Path, help="folder for drawn alignments")
    args = parser.parse_args(argv)
    cache = SpeechCache(args.cache)
    scores, phones, prior = load_aligner(args.folder)
    report: dict[str, Mapping[str, Any]] = {
        "phone_error_rate": phone_error_rates(scores, dev_material(cache, phones)),
        "opinions": opinions(cache),
    }
    if (args.taught / "utterances.json").is_file():
        taught = SpeechCache(args.taught)
        some = held_out(taught, each=args.limit)
        report["boundaries"] = boundary_errors(scores, taught, some, phones, prior)
    print(json.dumps(report, indent=1, ensure_ascii=False))
    if args.pictures:
        args.pictures.mkdir(parents=True, exist_ok=True)
        takes = read_takes(cache) or []
        seen: Counter[str] = Counter()
        for u in cache.utterances:
            take = takes[u.index] if takes else None
            if take is None or take.score is None or u.n_samples > 6 * 16_000:
                continue
            kind = f"{u.corpus}_{take.objection.replace(' ', '_') or 'good'}"
            seen[kind] += 1
            if seen[kind] <= 2:
                print(draw(cache, u, args.pictures / f"{kind}_{seen[kind]}.png"), take)
    return 0
