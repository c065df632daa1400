"""The word list: which words there are, how they sound, and how often they may come.

Pronunciations and words are those of the CMU dictionary in Festival's form (package
``festlex-cmu``); its letter-to-sound rules say the others. How often a word comes that the texts
lack is estimated from Festival's list of parts of speech (``festlex-poslex``), which has the
probability of each word given its part, and from its stem.
"""

from __future__ import annotations

import math
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from syrinx.dsp.errors import SyrinxError

DICTIONARIES = Path("/usr/share/festival/dicts")
CMU = "cmu/cmudict-0.4.out"
PARTS = "wsj.wp39.poslexR"
_ENTRY = re.compile(r'^\("([^"]+)" \S+ (.*)\)$')
_PART = re.compile(r"\(([a-z$]+) (-?[\d.]+)\)")
WEAK = {
    "a": ["ah", "ey"],
    "an": ["ae n", "ah n"],
    "and": ["ae n d", "ah n d", "ah n"],
    "are": ["aa r", "er"],
    "as": ["ae z", "ah z"],
    "at": ["ae t", "ah t"],
    "but": ["b ah t"],
    "can": ["k ae n", "k ah n"],
    "could": ["k uh d"],
    "for": ["f ao r", "f er"],
    "from": ["f r ah m"],
    "had": ["hh ae d", "hh ah d"],
    "has": ["hh ae z"],
    "have": ["hh ae v", "hh ah v"],
    "her": ["hh er", "er"],
    "him": ["hh ih m", "ih m"],
    "his": ["hh ih z", "ih z"],
    "in": ["ih n"],
    "into": ["ih n t uw", "ih n t ah"],
    "of": ["ah v"],
    "or": ["ao r", "er"],
    "our": ["aw er", "aa r"],
    "than": ["dh ae n", "dh ah n"],
    "that": ["dh ae t", "dh ah t"],
    "the": ["dh ah", "dh iy"],
    "them": ["dh eh m", "dh ah m"],
    "to": ["t uw", "t ah"],
    "was": ["w aa z", "w ah z"],
    "were": ["w er"],
    "with": ["w ih dh", "w ih th"],
    "you": ["y uw", "y ah"],
    "your": ["y ao r", "y er"],
}
"""Short words as they are said in sentences, the clear form first."""
YOUNG = {
    "barista": ["b ah r iy s t ah"],
    "cortado": ["k ao r t aa d ow"],
    "frappuccino": ["f r ae p ah ch iy n ow"],
    "latte": ["l aa t ey"],
    "lattes": ["l aa t ey z"],
    "macchiato": ["m aa k iy aa t ow"],
    "stevia": ["s t iy v iy ah"],
}
"""Words that the dictionary is too old for and that Festival's rules would read wrongly."""
SUFFIXES = (
    ("'s", "", 0.06),
    ("s", "", 0.25),
    ("es", "", 0.25),
    ("ies", "y", 0.25),
    ("ed", "", 0.3),
    ("ed", "e", 0.3),
    ("ied", "y", 0.3),
    ("ing", "", 0.3),
    ("ing", "e", 0.3),
    ("ly", "", 0.15),
    ("ily", "y", 0.1),
    ("er", "", 0.08),
    ("er", "e", 0.08),
    ("est", "", 0.05),
    ("ness", "", 0.05),
    ("ful", "", 0.05),
    ("less", "", 0.05),
    ("able", "", 0.03),
)
_VOICELESS = frozenset({"p", "t", "k", "f", "th"})
_HISSES = frozenset({"s", "z", "sh", "zh", "ch", "jh"})


def dictionary(folder: Path = DICTIONARIES) -> dict[str, list[tuple[str, ...]]]:
    """Every word of the CMU dictionary and its pronunciations, phones in lower case.

    Raises
    ------
    SyrinxError
        If it is not installed.
    """
    path = folder / CMU
    if not path.is_file():
        raise SyrinxError("There is no word list: install the package festlex-cmu.")
    out: dict[str, list[tuple[str, ...]]] = {}
    for line in path.read_text(encoding="latin-1").splitlines():
        match = _ENTRY.match(line)
        if match and re.fullmatch(r"[a-z]+(?:'[a-z]+)*'?|'[a-z]+", match[1]):
            way = _phones(match[2])
            if way and way not in out.setdefault(match[1], []):
                out[match[1]].append(way)
    for word, ways in (WEAK | YOUNG).items():
        out[word] = [tuple(way.split()) for way in ways]
    return out


def _phones(entry: str) -> tuple[str, ...]:
    return tuple("ah" if p == "ax" else p for p in re.findall(r"[a-z]+", entry))


def pronounced(
    words: Iterable[str], known: Mapping[str, Sequence[tuple[str, ...]]]
) -> dict[str, list[tuple[str, ...]]]:
    """Pronunciations of words: by the dictionary, its possessives, or Festival's rules.

    Raises
    ------
    SyrinxError
        If rules are needed and Festival is not installed.
    """
    out: dict[str, list[tuple[str, ...]]] = {}
    strange = []
    for word in dict.fromkeys(words):
        if word in known:
            out[word] = list(known[word])
        elif word.endswith("'s") and word[:-2] in known:
            out[word] = [(*way, *_ending(way[-1])) for way in known[word[:-2]]]
        elif word.endswith("'") and word[:-1] in known:
            out[word] = list(known[word[:-1]])
        else:
            strange.append(word)
    if strange:
        out.update(_by_rules(strange))
    return out


def _ending(last: str) -> tuple[str, ...]:
    return ("ih", "z") if last in _HISSES else ("s",) if last in _VOICELESS else ("z",)


def _by_rules(words: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    if not shutil.which("festival"):
        raise SyrinxError("Words outside the dictionary need the package festival.")
    plain = {word: re.sub("[^a-z]", "", word) for word in words}
    lines = ['(lex.select "cmu")']
    lines += [f'(format t "%l\\n" (lex.lookup "{p}" nil))' for p in plain.values() if p]
    done = subprocess.run(
        ["festival", "--pipe"],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=False,
    )
    said: dict[str, tuple[str, ...]] = {}
    for line in done.stdout.splitlines():
        match = _ENTRY.match(line.strip())
        if match:
            said[match[1]] = _phones(match[2])
    return {word: [said[p]] for word, p in plain.items() if said.get(p)}


def part_probabilities(folder: Path = DICTIONARIES) -> dict[str, dict[str, float]]:
    """Part of speech -> word -> probability of the word given the part; lower case.

    Empty if Festival's list is not installed.
    """
    path = folder / PARTS
    out: dict[str, dict[str, float]] = {}
    if not path.is_file():
        return out
    for line in path.read_text(encoding="latin-1").splitlines():
        match = re.match(r'^\("([^"]+)" \((.*?) \) ', line)
        if match and re.fullmatch(r"[A-Za-z]+(?:'[a-z]+)?|'[a-z]+", match[1]):
            for part, value in _PART.findall(match[2]):
                words = out.setdefault(part, {})
                name = match[1].lower()
                words[name] = words.get(name, 0.0) + math.exp(float(value))
    return out


def share_of_parts(
    parts: Mapping[str, Mapping[str, float]], counts: Mapping[str, int], *, rounds: int = 40
) -> dict[str, float]:
    """How much of a text each part of speech makes up, from its words alone (EM)."""
    names = sorted(parts)
    words = [w for w in sorted(counts) if any(w in parts[n] for n in names)]
    if not words:
        return dict.fromkeys(names, 1.0 / max(len(names), 1))
    table = np.array([[parts[n].get(w, 0.0) for w in words] for n in names])
    weight = np.array([counts[w] for w in words], np.float64)
    share = np.full(len(names), 1.0 / len(names))
    for _ in range(rounds):
        joint = share[:, None] * table
        share = (joint / joint.sum(axis=0) * weight).sum(axis=1) / weight.sum()
    return dict(zip(names, share.tolist(), strict=True))


def expected_counts(
    counts: Mapping[str, int],
    known: Iterable[str],
    parts: Mapping[str, Mapping[str, float]],
    *,
    list_weight: float = 0.5,
    floor: float = 2e-9,
) -> dict[str, float]:
    """Probability of each word: of the texts, of the list of parts, and of the word's stem.

    Parameters
    ----------
    counts
        Of the texts.
    known
        All words to be told about.
    list_weight
        Weight of the list of parts beside the texts.
    floor
        Of a word about which nothing is known: mostly surnames.
    """
    total = sum(counts.values())
    share = share_of_parts(parts, counts)
    seen: Counter[str] = Counter()
    for word, count in counts.items():
        seen[word] += (1 - list_weight) * count / total
    for part, words in parts.items():
        for word, value in words.items():
            seen[word] += list_weight * share[part] * value
    out = {}
    for word in known:
        best = seen.get(word, 0.0)
        for suffix, instead, part_of in SUFFIXES:
            if word.endswith(suffix) and len(word) > len(suffix) + 2:
                stem = word[: -len(suffix)] + instead
                best = max(best, part_of * 0.2 * seen.get(stem, 0.0))
                if len(stem) > 3 and stem[-1] == stem[-2]:  # stopped
                    best = max(best, part_of * 0.2 * seen.get(stem[:-1], 0.0))
        out[word] = max(best, floor)
    return out


def names(
    parts: Mapping[str, Mapping[str, float]], share: Mapping[str, float], words: Iterable[str]
) -> dict[str, str]:
    """How names and "I" are written, of the words that are hardly ever anything else.

    Parameters
    ----------
    parts
        As of `part_probabilities`.
    share
        As of `share_of_parts`.
    """
    out = {}
    for word in words:
        as_name = sum(share[p] * parts[p].get(word, 0.0) for p in ("nnp", "nnps") if p in parts)
        other = sum(
            share[p] * values.get(word, 0.0)
            for p, values in parts.items()
            if p not in ("nnp", "nnps")
        )
        stem = word.removesuffix("'s")
        if word == "i" or word.startswith("i'"):
            out[word] = "I" + word[1:]
        elif as_name > 2 * other or (stem != word and stem in out):
            out[word] = word.capitalize()
    return out
