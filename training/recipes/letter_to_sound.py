"""How English words are said: the lexicon with stress, letters to sounds, parts of speech.

Needs the packages festlex-cmu and festlex-poslex; nothing at run time does. Writes
``text_lexicon.bin``, ``text_letters.npz``, ``text_parts.bin`` and a report. A twentieth of the
words is held out once to measure; what is written has learned from all.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import time
from collections.abc import Sequence
from pathlib import Path

from syrinx.neural.runtime.decoding.sounding import Sounding
from syrinx.neural.runtime.text.letters import LetterToSound
from syrinx.neural.runtime.text.lexicon import PARTS, StressedLexicon
from syrinx.training.fit import commit_id
from syrinx.training.language.graphones import graphones
from syrinx.training.language.letter_model import LetterConfig, held_out, letter_model, score
from syrinx.training.language.poslex import read_tagger
from syrinx.training.language.stressed import stressed_dictionary

LEXICON_FILE, LETTERS_FILE, PARTS_FILE = "text_lexicon.bin", "text_letters.npz", "text_parts.bin"
REPORT_FILE = "letter_to_sound.json"
LONGEST = 18


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    default = LetterConfig()
    parser = argparse.ArgumentParser(
        prog="syrinx train letter_to_sound", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--out", type=Path, default=Path("runs/letters"))
    parser.add_argument("--order", type=int, default=default.order, help="default: %(default)s")
    parser.add_argument("--prune", type=float, default=default.prune, help="default: %(default)s")
    parser.add_argument(
        "--measure", type=int, default=2000, help="held-out words to measure (default: 2000)"
    )
    parser.add_argument(
        "--rules", action="store_true", help="measure the recogniser's rules on the same words, too"
    )
    args = parser.parse_args(argv)
    args.out.mkdir(parents=True, exist_ok=True)
    config = LetterConfig(order=args.order, prune=args.prune)
    started = time.perf_counter()
    report: dict[str, object] = {"commit": commit_id()}

    def told(what: str, figures: dict[str, object]) -> None:
        report[what] = figures
        said = " ".join(
            f"{k}={v:.4g}" if isinstance(v, float) else f"{k}={v}" for k, v in figures.items()
        )
        print(f"{time.perf_counter() - started:.0f}s {what}: {said}", flush=True)

    table = stressed_dictionary()
    lexicon = StressedLexicon.of(
        {
            word: [(e.part if e.part in PARTS else "", e.way) for e in entries]
            for word, entries in table.items()
        }
    )
    lexicon.save(args.out / LEXICON_FILE)
    told("lexicon", {"words": len(lexicon), "bytes": (args.out / LEXICON_FILE).stat().st_size})
    tagger = read_tagger()
    tagger.save(args.out / PARTS_FILE)
    told("parts", {"bytes": (args.out / PARTS_FILE).stat().st_size})

    pairs = [
        (word, entry.way)
        for word, entries in table.items()
        for entry in entries
        if word.isalpha() and 1 < len(word) <= LONGEST and len(entry.way) <= LONGEST
    ]
    cuts = graphones(pairs)
    told("graphones", {"words": len(pairs), "not cut": sum(cut is None for cut in cuts)})
    if args.measure:
        seen = [cut for (w, _), cut in zip(pairs, cuts, strict=True) if cut and not held_out(w)]
        unseen: dict[str, list[tuple[str, ...]]] = {}
        for word, way in pairs:
            if held_out(word):
                unseen.setdefault(word, []).append(way)
        by_chance = sorted(unseen, key=lambda w: hashlib.sha256(w.encode()).digest())
        chosen = {word: unseen[word] for word in by_chance[: args.measure]}
        model = letter_model(seen, config)
        told("held out", dataclasses.asdict(score(LetterToSound(model), chosen)))
        everyday = {w: ways for w, ways in chosen.items() if tagger.common(w)}
        told("held out, no names", dataclasses.asdict(score(LetterToSound(model), everyday)))
        if args.rules:
            plain = [(w, [p.rstrip("012") for p in way]) for w, way in pairs if not held_out(w)]
            told("rules, held out", dataclasses.asdict(score(Sounding.learn(plain), chosen)))
    letter_model([cut for cut in cuts if cut], config).save(args.out / LETTERS_FILE)
    told("letters", {"bytes": (args.out / LETTERS_FILE).stat().st_size})
    report["seconds"] = round(time.perf_counter() - started)
    (args.out / REPORT_FILE).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(args.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
