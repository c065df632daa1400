"""Perplexity of a language model and the words that it lacks, on dev texts or a text file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.arpa import read_arpa, write_arpa
from syrinx.neural.runtime.decoding.ngram import NgramModel, perplexity
from syrinx.neural.runtime.recognition import LANGUAGE_NAME
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.evaluations.common import emit
from syrinx.training.language.texts import READ_SENTENCES, sentences_of, speech_texts


def read_model(path: Path | None) -> NgramModel:
    """The model of a file (``.npz``, else ARPA text), or the shipped one."""
    if path is None:
        return NgramModel.load(ModelRegistry().read(LANGUAGE_NAME))
    return NgramModel.load(path) if path.suffix == ".npz" else read_arpa(path)


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate language", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("text", nargs="*", type=Path, help="text files; default: the dev texts")
    parser.add_argument("--model", type=Path, help="an .npz or an ARPA file; default: shipped")
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="default: %(default)s")
    parser.add_argument("--arpa", type=Path, metavar="OUT", help="write the model as ARPA text")
    parser.add_argument("--json", type=Path, help="write the figures there, - prints them")
    args = parser.parse_args(argv)
    model = read_model(args.model)
    if args.arpa is not None:
        write_arpa(model, args.arpa)
    texts: dict[str, list[list[str]]] = {}
    for path in args.text:
        try:
            texts[path.name] = list(sentences_of(path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError) as error:
            raise SyrinxError(f"The text {path} cannot be read ({error}).") from error
    if not texts:
        texts = speech_texts(SpeechCache(args.cache), "dev", READ_SENTENCES)
    report = {}
    lines = [f"{model.order}-gram model, {len(model.vocabulary)} words, {len(model)} n-grams"]
    for name, sentences in texts.items():
        found = perplexity(model, sentences)
        report[name] = {
            "words": found.words,
            "sentences": found.sentences,
            "perplexity": found.perplexity,
            "unknown": found.unknown_rate,
        }
        lines.append(
            f"{name}: perplexity {found.perplexity:.1f} over {found.words} words,"
            f" {100 * found.unknown_rate:.2f} % of them unknown"
        )
    emit(report, args.json, "\n".join(lines))
    return 0
