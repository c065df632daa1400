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
from numpy.typing import NDArray

from syrinx.training.align import (
    Scorer,
    align_batch,
    by_length,
    features_of,
    words_of,
)
from syrinx.training.batches import PhoneSet
from syrinx.training.data import (
    DEFAULT_CACHE,
    DEFAULT_TAUGHT,
    HOP_LENGTH,
    SpeechCache,
    Utterance,
)
from syrinx.training.frame_labels import label_map, read_takes
from syrinx.training.metrics.picture import spectrogram_pixels, write_png
from syrinx.training.recipes.align import (
    BATCH_FRAMES,
    HELD_OUT,
    dev_material,
    load_aligner,
    phone_error_rates,
)


def starts(labels: NDArray) -> tuple[list[int], NDArray[np.int64]]:
    """Phones in order and the frames in which they start, the end of the last one added."""
    change = np.flatnonzero(np.diff(labels.astype(int), prepend=-1))
    spoken = [int(c) for c in change if labels[c] > 0]
    end = int(np.flatnonzero(labels > 0)[-1]) + 1 if spoken else 0
    return [int(labels[c]) for c in spoken], np.array([*spoken, end])


def boundary_errors(
    scores: Scorer,
    cache: SpeechCache,
    utterances: Sequence[Utterance],
    phones: PhoneSet,
    prior: NDArray[np.float32],
) -> dict[str, dict[str, float]]:
    """Errors of the starts of phones against exact labels, by speaker and over all."""
    errors: dict[str, list[NDArray]] = {}
    same: dict[str, list[float]] = {}
    table = label_map(cache.phone_names, phones)
    for group in by_length([u.n_frames for u in utterances], BATCH_FRAMES):
        chosen = [utterances[i] for i in group]
        log_p = scores(features_of(cache, chosen))
        found = align_batch(log_p, [words_of(u.phones, phones) for u in chosen], prior)
        for u, alignment in zip(chosen, found, strict=True):
            exact = cache.phones(u)
            if alignment is None or exact is None:
                continue
            truth = table[exact]
            for key in ("all", u.speaker):
                same.setdefault(key, []).append(float((truth == alignment.labels).mean()))
            (said, true_at), (heard, at) = starts(truth), starts(alignment.labels)
            if said == heard:
                for key in ("all", u.speaker):
                    errors.setdefault(key, []).append(10.0 * (at - true_at))
    out = {}
    for key, parts in sorted(errors.items()):
        ms = np.concatenate(parts)
        out[key] = {
            "utterances": len(same[key]),
            "compared": len(parts),
            "boundaries": len(ms),
            "median_ms": float(np.median(np.abs(ms))),
            "bias_ms": float(np.median(ms)),
            "mean_ms": float(np.abs(ms).mean()),
            "within_20_ms": float((np.abs(ms) <= 20).mean()),
            "within_50_ms": float((np.abs(ms) <= 50).mean()),
            "frames_right": float(np.mean(same[key])),
        }
    return out


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
        by_voice: dict[str, list[Utterance]] = {}
        for u in (u for u in taught.utterances if u.speaker in HELD_OUT):
            by_voice.setdefault(u.speaker, []).append(u)
        some = [u for us in by_voice.values() for u in us[:: max(1, len(us) // args.limit)]]
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
