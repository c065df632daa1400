"""Whole-word hidden Markov models of spoken words, as it was done before networks; digits as such.

``--folder pack`` takes the pack's digits, split by speaker; any other folder has a folder of
sound files per word. Each word is a row of states with mixtures of Gaussians over cepstra
(``training/word_hmm.py``), estimated by Baum-Welch on voices of three lengths of vocal tract. In
the run's folder lie afterwards ``words.npz``, ``report.json``, ``report.txt`` and
``confusion.svg``.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.fit import FitEvent, commit_id
from syrinx.training.keyword_data import (
    PACK,
    Examples,
    add_word_options,
    facts,
    from_folder,
    from_pack,
)
from syrinx.training.metrics.confusion import confusion, confusion_svg, report_of, report_text
from syrinx.training.word_hmm import (
    Floats,
    WordHmm,
    cepstra,
    floor_of,
    improved,
    recognised,
    split,
    started,
)

DIGITS = ("fsdd_digits_8k",)
MODELS, PROVENANCE = "words.npz", "provenance.json"
REPORT, TEXT, PICTURE = "report.json", "report.txt", "confusion.svg"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class HmmRecipe:
    """Settings; mixtures double ``doublings`` times, after ``rounds`` rounds each."""

    folder: str = PACK
    out: Path = Path("runs/hmm_words")
    cache: Path = DEFAULT_CACHE
    corpora: tuple[str, ...] = DIGITS
    budget_s: float = 300.0
    states: int = 8
    doublings: int = 2
    rounds: int = 4
    warps: tuple[float, ...] = (0.9, 1.0, 1.1)
    per_word: int = 300
    least: int = 20
    seed: int = 1
    resume: bool = False

    def __post_init__(self) -> None:
        if min(self.states - 1, self.rounds, self.per_word, self.least) < 1 or self.doublings < 0:
            raise SyrinxError("--states must be at least 2; --rounds and the like at least 1.")
        if self.budget_s <= 0 or not self.warps or min(self.warps) < 0.5 or max(self.warps) > 2:
            raise SyrinxError("--budget must be above zero, and warps lie within 0.5 and 2.")


def examples_of(recipe: HmmRecipe) -> tuple[Examples, Examples]:
    """Train and test clips as the settings say."""
    if recipe.folder == PACK:
        return from_pack(SpeechCache(recipe.cache), corpora=recipe.corpora, least=recipe.least)
    return from_folder(Path(recipe.folder))


def frames_by_word(train: Examples, recipe: HmmRecipe) -> dict[str, list[Floats]]:
    """Cepstra of at most ``per_word`` clips of each word, drawn once, at every warp."""
    rng = np.random.default_rng(recipe.seed)
    out = {}
    for label, word in enumerate(train.classes):
        places = np.flatnonzero(train.label == label)
        places = np.sort(rng.permutation(places)[: recipe.per_word])
        out[word] = [cepstra(train.audio[p], warp=w) for w in recipe.warps for p in places]
    return out


def estimate(
    clips: Mapping[str, Sequence[Floats]],
    recipe: HmmRecipe,
    *,
    begin: Mapping[str, WordHmm] | None = None,
    done: int = 0,
) -> Iterator[tuple[int, dict[str, WordHmm], float]]:
    """Baum-Welch, round by round: number of the round, models, log likelihood per frame."""
    floor = floor_of([clip for group in clips.values() for clip in group])
    if begin:
        models = dict(begin)
    else:
        models = {word: started(group, recipe.states, floor) for word, group in clips.items()}
    for number in range(done, recipe.rounds * (recipe.doublings + 1)):
        if number and number % recipe.rounds == 0:
            models = {word: split(model) for word, model in models.items()}
        likelihoods = []
        for word, group in clips.items():
            models[word], likelihood = improved(models[word], group, floor)
            likelihoods.append(likelihood)
        yield number + 1, models, float(np.mean(likelihoods))


def save_models(path: Path, models: Mapping[str, WordHmm]) -> None:
    """Write the models as one npz file, atomically."""
    arrays: dict[str, NDArray[Any]] = {"words": np.array(list(models))}
    for word, model in models.items():
        for field in dataclasses.fields(model):
            arrays[f"{field.name}.{word}"] = getattr(model, field.name).astype(np.float32)
    part = path.with_suffix(".part.npz")
    np.savez_compressed(part, **arrays)
    os.replace(part, path)


def load_models(path: Path) -> dict[str, WordHmm]:
    """Read what `save_models` wrote.

    Raises
    ------
    SyrinxError
        It is missing or damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as found:
            names = [field.name for field in dataclasses.fields(WordHmm)]
            return {
                str(word): WordHmm(**{n: found[f"{n}.{word}"].astype(np.float64) for n in names})
                for word in found["words"]
            }
    except (OSError, ValueError, KeyError) as error:
        raise SyrinxError(f"The models {path} cannot be read: train them again.") from error


def run(recipe: HmmRecipe) -> Iterator[FitEvent]:
    """Estimate the models, and measure them on unseen speakers.

    Raises
    ------
    SyrinxError
        The examples are too few, or the run's folder has models that are not to be resumed.
    """
    out = recipe.out
    if (out / MODELS).is_file() and not recipe.resume:
        raise SyrinxError(
            f"{out} has models already: add --resume to go on with them,"
            " or name another folder with --out."
        )
    train, test = examples_of(recipe)
    clips = frames_by_word(train, recipe)
    out.mkdir(parents=True, exist_ok=True)
    models: dict[str, WordHmm] = {}
    history: list[dict[str, float]] = []
    spent = 0.0
    if recipe.resume and (out / MODELS).is_file():
        models = load_models(out / MODELS)
        kept = json.loads((out / PROVENANCE).read_text())
        history, spent = kept["history"], kept["elapsed_s"]
        if set(models) != set(clips):
            raise SyrinxError(f"The models in {out} are of other words: name another folder.")
    began, commit = time.monotonic(), commit_id()
    begin = models or None
    for number, found, likelihood in estimate(clips, recipe, begin=begin, done=len(history)):
        models = found
        elapsed_s = spent + time.monotonic() - began
        history.append({"round": number, "log_likelihood": likelihood})
        save_models(out / MODELS, models)
        record = {
            "recipe": "hmm_words",
            "commit": commit,
            "settings": {k: str(v) for k, v in dataclasses.asdict(recipe).items() if k != "cache"},
            "data": facts(train, test),
            "elapsed_s": round(elapsed_s, 1),
            "history": history,
        }
        (out / PROVENANCE).write_text(json.dumps(record, indent=1))
        figures = {"log_likelihood": likelihood}
        yield FitEvent(kind="round", step=number, elapsed_s=elapsed_s, figures=figures)
        if elapsed_s >= recipe.budget_s:
            break
    write_report(out, models, test)


def write_report(out: Path, models: Mapping[str, WordHmm], test: Examples) -> dict[str, Any]:
    """Recognise the test clips; write report, table and picture."""
    heard = np.array(
        [test.classes.index(recognised(models, cepstra(audio))) for audio in test.audio], np.int64
    )
    counts = confusion(test.label, heard, len(test.classes))
    report = report_of(counts, test.classes)
    right = heard == test.label
    report["speakers"] = {
        name: float(right[[s == name for s in test.speaker]].mean())
        for name in sorted(set(test.speaker))
    }
    (out / REPORT).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    (out / TEXT).write_text(report_text(report) + "\n", encoding="utf-8")
    people = len(report["speakers"])
    title = (
        f"{100 * report['accuracy']:.1f} % of {report['clips']} clips of"
        f" {people} unseen speaker{'s' if people > 1 else ''}"
    )
    (out / PICTURE).write_text(confusion_svg(counts, test.classes, title), encoding="utf-8")
    return report


def left_out(recipe: HmmRecipe) -> Iterator[tuple[str, float]]:
    """Accuracy on each train speaker when the models are estimated without him."""
    train, _ = examples_of(recipe)
    for name in sorted(set(train.speaker)):
        away = np.array([speaker == name for speaker in train.speaker])
        *_, (_, models, _) = estimate(frames_by_word(train.part(~away), recipe), recipe)
        test = train.part(away)
        said = [test.classes[label] for label in test.label]
        right = [recognised(models, cepstra(a)) == w for a, w in zip(test.audio, said, strict=True)]
        yield name, float(np.mean(right))


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line; print the rounds, then the report."""
    default = HmmRecipe()
    parser = argparse.ArgumentParser(
        prog="syrinx train hmm_words", description=(__doc__ or "").split("\n")[0]
    )
    add_word_options(parser, default)
    parser.add_argument("--states", type=int, default=default.states)
    parser.add_argument("--doublings", type=int, default=default.doublings, help="of the mixtures")
    parser.add_argument("--rounds", type=int, default=default.rounds)
    parser.add_argument("--per-word", type=int, default=default.per_word, help="clips at most")
    parser.add_argument("--least", type=int, default=default.least, help="examples of a word")
    parser.add_argument("--seed", type=int, default=default.seed)
    parser.add_argument("--resume", action="store_true", help="go on with the run in --out")
    parser.add_argument(
        "--leave-out", action="store_true", help="also each train speaker by models without him"
    )
    args = parser.parse_args(argv)
    recipe = HmmRecipe(
        folder=args.folder,
        out=args.out,
        cache=args.cache,
        corpora=tuple(args.corpora.split(",")),
        budget_s=args.budget,
        states=args.states,
        doublings=args.doublings,
        rounds=args.rounds,
        per_word=args.per_word,
        least=args.least,
        seed=args.seed,
        resume=args.resume,
    )
    for event in run(recipe):
        likelihood = event.figures["log_likelihood"]
        print(f"{event.kind} {event.step} {event.elapsed_s:.0f}s {likelihood:.3f}", file=sys.stderr)
    print((recipe.out / TEXT).read_text(encoding="utf-8"), end="")
    if args.leave_out:
        for name, accuracy in left_out(recipe):
            print(f"without {name}: {100 * accuracy:.1f} %", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
