"""The recogniser's words: a pronouncing lexicon and an n-gram model of the pack's texts.

Needs the packages festlex-cmu, festlex-poslex and festival; nothing at run time does. Writes
``recognizer_lexicon.npz``, ``recognizer_language.npz``, ``recognizer_sounding.npz`` (letters to
sounds of hot words) and a report.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.fit import commit_id
from syrinx.training.language.build import LanguageBuilder, LanguageConfig, Sources, word_list

REPORT_FILE = "language.json"


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    default = LanguageConfig()
    parser = argparse.ArgumentParser(
        prog="syrinx train language_model", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="default: %(default)s")
    parser.add_argument("--out", type=Path, default=Path("runs/language"))
    parser.add_argument(
        "--project", type=Path, help="folder of Syrinx's own sources, whose texts are read as well"
    )
    parser.add_argument("--words", type=int, default=default.n_words, help="default: %(default)s")
    parser.add_argument("--order", type=int, default=default.order, help="default: %(default)s")
    parser.add_argument(
        "--made-words", type=int, default=default.made_words, help="default: %(default)s"
    )
    parser.add_argument("--prune", type=float, default=default.prune, help="default: %(default)s")
    args = parser.parse_args(argv)
    config = LanguageConfig(
        n_words=args.words,
        order=args.order,
        made_words=args.made_words,
        prune=args.prune,
    )
    sources = Sources.gather(SpeechCache(args.cache), args.project, config)
    builder = LanguageBuilder(sources, word_list(sources, config), config)
    report: dict[str, object] = {"commit": commit_id()}
    for progress in builder.run():
        report[progress.what] = dict(progress.figures)
        figures = " ".join(f"{k}={v}" for k, v in progress.figures.items())
        print(f"{progress.what}: {figures}", flush=True)
    report["bytes"] = builder.save(args.out)
    (args.out / REPORT_FILE).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(args.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
