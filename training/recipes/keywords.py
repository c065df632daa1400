"""A keyword classifier: folders of examples to a small network, a report and a confusion matrix.

``syrinx train keywords FOLDER``: a sub-folder per word. Speakers are told by the names of the
files, and a fifth of them is kept for the test. Without a folder the single words of the speech
pack are taken, whose dev speakers are the test.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache
from syrinx.training.fit import FitConfig, FitEvent, fit, load_weights
from syrinx.training.keywords import (
    Confusions,
    Example,
    KeywordNet,
    confusions,
    examples_of_folder,
    examples_of_pack,
    masked,
    training_batches,
)
from syrinx.training.metrics.confusion_plot import confusion_svg

WORDS_FILE, REPORT_FILE, PLOT_FILE = "words.json", "report.json", "confusions.svg"


def train(
    examples: Sequence[Example],
    out: Path,
    *,
    seconds: float,
    budget_s: float,
    batch: int = 48,
    seed: int = 3,
    result: dict[str, Confusions],
) -> Iterator[FitEvent]:
    """Train on those that are no test; ``result["test"]`` is filled in at the end.

    Raises
    ------
    SyrinxError
        If a word has no recording to learn from, or nothing is left for the test.
    """
    words = sorted({e.word for e in examples})
    learned = [e for e in examples if not e.test]
    tested = [e for e in examples if e.test]
    missing = [w for w in words if not any(e.word == w for e in learned)]
    if missing or not tested:
        raise SyrinxError(
            f"Of {missing[0]!r} all speakers are kept for the test: record more of them."
            if missing
            else "No speaker is left for the test: record more of them."
        )
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = KeywordNet(len(words))
    length = round(seconds * SAMPLE_RATE)
    out.mkdir(parents=True, exist_ok=True)
    (out / WORDS_FILE).write_text(json.dumps({"words": words, "seconds": seconds}) + "\n")

    def loss_of(made: Any) -> tuple[torch.Tensor, dict[str, float]]:
        audio, labels = made
        logits = model.classify(masked(model.features(audio), rng))
        loss = F.cross_entropy(logits, labels, label_smoothing=0.05)
        right = (logits.argmax(dim=1) == labels).float().mean()
        return loss, {"right": float(right)}

    def validate() -> dict[str, float]:
        # By what is learned from: the test must not choose the weights.
        found = confusions(model, learned[:: max(1, len(learned) // 500)], words, length)
        return {"score": 1.0 - found.accuracy}

    config = FitConfig(
        folder=out,
        budget_s=budget_s,
        learning_rate=3e-3,
        validate_every_s=max(60.0, budget_s / 4),
        log_every=50,
    )
    batches = training_batches(learned, words, length=length, batch=batch, rng=rng)
    provenance = {"words": words, "examples": len(learned), "tested": len(tested)}
    yield from fit(model, batches, loss_of, validate, config, provenance=provenance)
    load_weights(model, out / "last.safetensors")
    result["test"] = confusions(model, tested, words, length)


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx train keywords", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("folder", nargs="?", type=Path, help="default: words of the speech pack")
    parser.add_argument("--out", type=Path, default=Path("runs/keywords"))
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="default: %(default)s")
    parser.add_argument("--minutes", type=float, default=5.0, help="default: %(default)s")
    parser.add_argument("--seconds", type=float, default=1.0, help="length that is heard")
    parser.add_argument(
        "--speaker",
        default=r"^([^_]+)",
        metavar="REGEX",
        help="whose first group in a file's name is the speaker (default: up to the first _)",
    )
    args = parser.parse_args(argv)
    if args.minutes <= 0 or not 0.2 <= args.seconds <= 5.0:
        raise SyrinxError("--minutes must be above 0, --seconds between 0.2 and 5.")
    if args.folder is None:
        examples = examples_of_pack(SpeechCache(args.cache))
    else:
        examples = examples_of_folder(args.folder, speaker=args.speaker)
    result: dict[str, Confusions] = {}
    steps = train(
        examples, args.out, seconds=args.seconds, budget_s=args.minutes * 60, result=result
    )
    for event in steps:
        figures = " ".join(f"{key}={value:.4g}" for key, value in event.figures.items())
        print(f"{event.kind} {event.step} {event.elapsed_s:.0f}s {figures}", file=sys.stderr)
    found = result["test"]
    speakers = len({e.speaker for e in examples if e.test})
    report = {
        "accuracy": found.accuracy,
        "recordings": int(found.counts.sum()),
        "speakers": speakers,
        "words": found.of_word(),
        "counts": found.counts.tolist(),
    }
    (args.out / REPORT_FILE).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    title = f"{100 * found.accuracy:.1f} % of {found.counts.sum()}, {speakers} unheard speakers"
    plot = confusion_svg(found.words, found.counts, title)
    (args.out / PLOT_FILE).write_text(plot, encoding="utf-8")
    print(title)
    for word, share in sorted(found.of_word().items(), key=lambda item: item[1]):
        print(f"  {word}: {100 * share:.1f} %")
    print(args.out / PLOT_FILE)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
