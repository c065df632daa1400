"""The text front end: hard sentences, agreement with espeak-ng, letters to sounds, speed.

Agreement is counted over words: a word agrees if none of its phones differs after both sides are
brought to phones without stress; "loosely", if what differs is nothing but a weak vowel, the
vowels of cot and caught, or an r that belongs to both neighbours. espeak-ng only measures.
"""

from __future__ import annotations

import argparse
import dataclasses
import importlib.resources
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import psutil

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.text.front_end import TextFrontEnd
from syrinx.training.data import DEFAULT_CACHE
from syrinx.training.language.espeak_phones import from_espeak

HARD = "hard_sentences.json"
_ORDINARY = re.compile(r"(?:[A-Za-z'’,.;:?!-]+\s+){4,}[A-Za-z'’,.;:?!-]+")
LOOSE = {"AO": "AA", "IH": "AH", "UH": "AH", "IY": "AH"}
Pairs = list[tuple[int, str, str]]


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate text_front_end", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="default: %(default)s")
    parser.add_argument("--texts", type=int, default=500, help="texts against espeak-ng")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--words", type=int, default=0, help="words that differ to be shown")
    args = parser.parse_args(argv)
    before = psutil.Process().memory_info().rss
    started = time.perf_counter()
    front = TextFrontEnd.open(ModelRegistry())
    opened = time.perf_counter()
    next(front.utterances("The first sentence."))
    first = time.perf_counter()
    front.warm_up()
    warm = time.perf_counter()
    print(
        f"opened in {1e3 * (opened - started):.0f} ms, first sentence of three words"
        f" {1e3 * (first - opened):.1f} ms, letters to sounds opened in"
        f" {1e3 * (warm - first):.0f} ms,"
        f" {(psutil.Process().memory_info().rss - before) / 1e6:.0f} MB"
    )
    print(hard_report(front))
    rows = _texts(args.cache, args.texts, args.seed)
    if rows:
        texts = [text for text, _ in rows]
        print(speed_report(front, texts))
        print(agreement(front, texts, [phones for _, phones in rows]).report(args.words))
    return 0


def hard_report(front: TextFrontEnd) -> str:
    """How many of the hard sentences are read as they should be, word by word."""
    place = importlib.resources.files("syrinx.assets") / "speech" / HARD
    cases = json.loads(place.read_text(encoding="utf-8"))
    right = words = wrong = failed = 0
    for text, expected in cases:
        try:
            said = " ".join(w.text for u in front.utterances(text) for w in u.words).split()
        except (SyrinxError, ValueError, IndexError, KeyError) as error:
            print(f"{text!r}: {error}", file=sys.stderr)
            failed += 1
            continue
        right += " ".join(said) == expected
        pairs = aligned(said, expected.split())
        wrong += sum(a != b for _, a, b in pairs)
        words += len(expected.split())
    return (
        f"hard sentences: {len(cases)}, failed {failed}, read as expected {right},"
        f" words {words}, skipped, repeated or other {wrong} ({wrong / max(words, 1):.2%})"
    )


def speed_report(front: TextFrontEnd, texts: Sequence[str]) -> str:
    """Characters per second of one thread."""
    started = time.process_time()
    letters = units = 0
    for text in texts:
        for u in front.utterances(text):
            letters += len(u.text)
            units += len(u.units)
    seconds = time.process_time() - started
    slowest = max(_seconds(front, text) for text in texts[:200])
    return (
        f"speed: {letters / seconds:.0f} characters/s, {units / seconds:.0f} units/s;"
        f" slowest of 200 texts {1e3 * slowest:.0f} ms"
    )


def _seconds(front: TextFrontEnd, text: str) -> float:
    started = time.process_time()
    list(front.utterances(text))
    return time.process_time() - started


def _texts(cache: Path, count: int, seed: int) -> list[tuple[str, str]]:
    """English texts of the pack of five words and more, by chance, with espeak-ng's phones."""
    table = cache / "utterances.json"
    if not table.is_file():
        print(f"no speech cache in {cache}: espeak-ng is not compared", file=sys.stderr)
        return []
    found = {
        # The phones are those of small letters: in capitals, words would be acronyms.
        " ".join(row["text"].split()).lower(): row["phones"]
        for row in json.loads(table.read_text())
        if row["language"] == "en" and row["phones"] and _ORDINARY.fullmatch(row["text"])
    }
    rows = sorted(found.items())
    random.Random(seed).shuffle(rows)
    return rows[:count]


@dataclasses.dataclass(slots=True, kw_only=True)
class Agreement:
    """Counts of words and phones that are the same on both sides, and what differs."""

    words: int = 0
    same: int = 0
    loosely: int = 0
    phones: int = 0
    differing: int = 0
    identical_texts: int = 0
    texts: int = 0
    phone_pairs: Counter[tuple[str, str]] = dataclasses.field(default_factory=Counter)
    which: Counter[str] = dataclasses.field(default_factory=Counter)

    def report(self, n_words: int = 0) -> str:
        """The figures as text."""
        pairs = ", ".join(
            f"{a or '-'}/{b or '-'} {n}" for (a, b), n in self.phone_pairs.most_common(12)
        )
        out = (
            f"espeak-ng: {self.texts} texts, {self.words} words,"
            f" the same {self.same / self.words:.1%}, loosely {self.loosely / self.words:.1%};"
            f" phones that differ {self.differing / self.phones:.1%}; texts without any difference"
            f" {self.identical_texts / self.texts:.1%}\nours/theirs: {pairs}"
        )
        if n_words:
            out += "\n" + ", ".join(f"{w} {n}" for w, n in self.which.most_common(n_words))
        return out


def agreement(front: TextFrontEnd, texts: Sequence[str], theirs: Sequence[str]) -> Agreement:
    """Hold the front end's phones against espeak-ng's.

    Parameters
    ----------
    theirs
        Phones of each text as :func:`syrinx.training.data.phonemize` gives them.
    """
    out = Agreement()
    for text, other in zip(texts, theirs, strict=True):
        mine: list[str] = []
        word_of: list[int] = []
        words: list[str] = []
        for u in front.utterances(text):
            for word in u.words:
                said = [unit.rstrip("012") for unit in u.units[word.first : word.last]]
                mine += said
                word_of += [len(words)] * len(said)
                words.append(word.text)
        if not mine:
            continue
        pairs = aligned(_one_r(mine), _one_r(from_espeak(other.replace("|", " ").split())))
        differ = [(i, a, b) for i, a, b in pairs if a != b]
        bad = {word_of[i] for i, _, _ in differ}
        worse = {word_of[i] for i, a, b in differ if LOOSE.get(a, a) != LOOSE.get(b, b)}
        out.texts += 1
        out.identical_texts += not differ
        out.words += len(words)
        out.same += len(words) - len(bad)
        out.loosely += len(words) - len(worse)
        out.phones += len(mine)
        out.differing += len(differ)
        out.phone_pairs.update((a, b) for _, a, b in differ)
        out.which.update(words[k] for k in worse)
    return out


def _one_r(phones: Sequence[str]) -> list[str]:
    """The r between vowels belongs to either: espeak-ng writes it twice ("arrive" ɚ ɹ aɪ v).

    The length stays, so that places keep their words; what is dropped becomes empty.
    """
    return [
        "" if phone == "R" and at and phones[at - 1] == "ER" else phone
        for at, phone in enumerate(phones)
    ]


def aligned(first: Sequence[str], second: Sequence[str]) -> Pairs:
    """Best alignment: place in the first, its item and the other's; empty where one is missing."""
    n, m = len(first), len(second)
    row = [0]
    for item in second:
        row.append(row[-1] + (item != ""))
    cost = [row]
    for item in first:
        above, gap = cost[-1], int(item != "")
        here = [above[0] + gap]
        for j, other in enumerate(second, start=1):
            skip = here[-1] + (other != "")
            here.append(min(above[j - 1] + (item != other), above[j] + gap, skip))
        cost.append(here)
    out: Pairs = []
    i, j = n, m
    while i or j:
        if i and j and cost[i][j] == cost[i - 1][j - 1] + (first[i - 1] != second[j - 1]):
            i, j = i - 1, j - 1
            out.append((i, first[i], second[j]))
        elif i and cost[i][j] == cost[i - 1][j] + int(first[i - 1] != ""):
            i -= 1
            out.append((i, first[i], ""))
        else:
            j -= 1
            out.append((max(i - 1, 0), "", second[j]))
    return out[::-1]


if __name__ == "__main__":
    raise SystemExit(main())
