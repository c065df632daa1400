"""``syrinx train`` and ``syrinx evaluate``: find the recipe or the evaluation, hand over to it.

A recipe is a module of ``syrinx.training.recipes`` with ``main(argv) -> int``; its name is the
module's name and its help text is the first line of its docstring. The list is made without
importing them, so that ``--help`` does not wait for PyTorch.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import pkgutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from syrinx.dsp.errors import SyrinxError
from syrinx.training import evaluations, recipes
from syrinx.training.studio import OpenStudio

PREPARE = "prepare"
EVALUATIONS = {
    "acoustic": "phone and letter errors of the recogniser's network on dev speech, and its speed",
    "conversion": "convert dev speech as the program does, and score it beside the baselines",
    "enrolment": "what fine-tuning adds to averaging, for dev speakers, and how long it takes",
    "align": "boundaries of the aligner against exact ones, phone errors, disliked takes",
    "content": "phone error rate and speaker probe of a content encoder",
    "sources": "write the fixed dev sentences and target recordings to be converted",
    "convert": "score a folder of converted speech against its source and its target",
    "diarisation": "who speaks when in mixed conversations: confusion, numbers of speakers",
    "recognition": "word errors of a recogniser, clean and in noise; its speed, delay and memory",
    "f0": "score the live F0 estimator against WORLD on dev speech",
    "speaker": "equal error rates of a speaker encoder over the dev speakers",
    "language": "perplexity of a language model, and the share of words that it lacks",
    "mark": "find the inaudible mark after coding, noise and rooms, and where there is none",
    "expression": "intonation, breathiness and morph: what each setting does to F0, noise, words",
    "suppression": "noise suppression on dev speech in noise, and its gate at onsets",
    "takes": "good takes and takes spoiled on purpose: how many the check refuses",
    "text_front_end": "how texts are read: hard sentences, agreement with espeak-ng, speed",
    "texts": "takes held against the text that was read and others: refused and accepted",
}
OF_THE_PROGRAM = {
    "conversion",
    "diarisation",
    "enrolment",
    "expression",
    "mark",
    "recognition",
    "suppression",
    "takes",
    "texts",
}
"""Evaluations of what the program does: they borrow it (ADR 0031)."""


def recipe_names() -> dict[str, str]:
    """Return the recipes: name -> first line of the docstring."""
    found: dict[str, str] = {}
    for path in recipes.__path__:
        for module in pkgutil.iter_modules([path]):
            tree = ast.parse((Path(path) / f"{module.name}.py").read_text(encoding="utf-8"))
            functions = {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
            if not module.name.startswith("_") and "main" in functions:
                found[module.name] = (ast.get_docstring(tree) or "").split("\n")[0].rstrip(".")
    return dict(sorted(found.items()))


def train_main(argv: Sequence[str]) -> int:
    """Run ``syrinx train RECIPE ...``; return the exit code."""
    name, rest = _choose(
        "syrinx train",
        "Train a network by a recipe. Start with `prepare`.",
        "RECIPE",
        {PREPARE: "decode and analyse the training speech into the cache", **recipe_names()},
        argv,
    )
    if name == PREPARE:
        return prepare_main(rest)
    return int(importlib.import_module(f"{recipes.__name__}.{name}").main(rest) or 0)


def evaluate_main(argv: Sequence[str], *, studio: OpenStudio | None = None) -> int:
    """Run ``syrinx evaluate WHAT ...``; return the exit code.

    ``studio`` opens the program's own enrolment and live chain, which those
    of `OF_THE_PROGRAM` need.
    """
    name, rest = _choose("syrinx evaluate", "Measure quality.", "WHAT", EVALUATIONS, argv)
    module = importlib.import_module(f"{evaluations.__name__}.{name}")
    if name in OF_THE_PROGRAM:
        return int(module.main(rest, studio=studio))
    return int(module.main(rest))


def _choose(
    prog: str, description: str, metavar: str, choices: Mapping[str, str], argv: Sequence[str]
) -> tuple[str, list[str]]:
    width = max(map(len, choices))
    parser = argparse.ArgumentParser(
        prog=prog,
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(
            [
                *(f"  {name:<{width}}  {text}" for name, text in choices.items()),
                "",
                f"{prog} {metavar} --help explains one of them.",
            ]
        ),
    )
    parser.add_argument("name", metavar=metavar, choices=list(choices))
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="...")
    # Only the first word is ours: options after it belong to the recipe.
    head = list(argv[:1])
    return parser.parse_args(head).name, list(argv[1:])


def prepare_main(argv: Sequence[str]) -> int:
    """Run ``syrinx train prepare``."""
    from tqdm import tqdm

    from syrinx.training.data import DEFAULT_CACHE, DEFAULT_SPEECH, prepare, pronounce

    parser = argparse.ArgumentParser(
        prog="syrinx train prepare",
        description="Decode, resample, analyse and phonemize the training speech, once.",
    )
    parser.add_argument("--speech", type=Path, default=DEFAULT_SPEECH, help="the speech pack")
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="where to put it")
    parser.add_argument("--workers", type=int, default=4, help="processes (default: 4)")
    parser.add_argument(
        "--phones-only", action="store_true", help="only pronounce the texts of the cache anew"
    )
    args = parser.parse_args(argv)
    if args.workers < 1:
        raise SyrinxError("--workers must be at least 1.")
    if args.phones_only:
        pronounce(args.cache, workers=args.workers)
        print(args.cache, file=sys.stdout)
        return 0
    with tqdm(unit="file", disable=None) as bar:
        for event in prepare(args.speech, args.cache, workers=args.workers):
            bar.total = event["total"]
            bar.update(event["done"] - bar.n)
    print(args.cache, file=sys.stdout)
    return 0
