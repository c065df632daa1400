"""Texts as a recogniser's language model reads them: sentences of lower-case words, numbers said.

The sources are named in ADR 0073. Texts of ``dev`` speakers are for measuring only.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from syrinx.training.data import SpeechCache

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
SMALL = _SMALL.split()
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
SHORT = {
    "mr": "mister",
    "mrs": "missus",
    "dr": "doctor",
    "st": "saint",
    "etc": "et cetera",
    "vs": "versus",
    "&": "and",
    "%": "percent",
    "a.m": "a m",
    "p.m": "p m",
}
READ_SENTENCES = ("librispeech", "speechocean762")
SENTENCE_CORPORA = (
    "librispeech",
    "speechocean762",
    "rhasspy_kathleen",
    "vctk_subset",
    "asterisk_allison_8k",
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*'?|'[a-z]+")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?(?:st|nd|rd|th)?")
_MARKUP = re.compile(r"`[^`]*`|\[[^\]]*\]\([^)]*\)|https?://\S+|:\w+:`[^`]*`")


def said_number(number: int) -> list[str]:
    """Words of a whole number: 1204 is "one thousand two hundred four"."""
    if number < 20:
        return [SMALL[number]]
    if number < 100:
        rest = number % 10
        return [TENS[number // 10], *([SMALL[rest]] if rest else [])]
    for size, name in SCALES:
        if number >= size:
            rest = number % size
            return [*said_number(number // size), name, *(said_number(rest) if rest else [])]
    raise ValueError(number)


def _said(match: re.Match[str]) -> str:
    text = match.group()
    digits = re.sub(r"[a-z]+$", "", text).replace(",", "")
    if digits != text.replace(",", ""):
        *head, last = said_number(min(int(digits), 10**12 - 1))
        last = ORDINALS.get(last, (last[:-1] + "ie" if last.endswith("y") else last) + "th")
        return " ".join([*head, last])
    whole, _, part = digits.partition(".")
    if len(whole) > 9 or (len(whole) > 1 and whole.startswith("0")):
        words = [SMALL[int(d)] for d in whole]
    elif len(whole) == 4 and "," not in text and not part and 1100 <= int(whole) < 2000:
        head, tail = said_number(int(whole[:2])), int(whole[2:])
        words = [*head, *(["hundred"] if tail == 0 else ["o"] if tail < 10 else [])]
        words += said_number(tail) if tail else []
    else:
        words = said_number(int(whole))
    if part:
        words += ["point", *(SMALL[int(d)] for d in part)]
    return " ".join(words)


def words_of(text: str) -> list[str]:
    """Words of one sentence: lower case, inner and leading apostrophes kept, numbers said.

    >>> words_of("It's the 2nd of 20, Mr. Smith!")
    ['it's', 'the', 'second', 'of', 'twenty', 'mister', 'smith']
    """
    plain = text.lower().replace("’", "'").replace("‘", "'")
    plain = _NUMBER.sub(lambda m: f" {_said(m)} ", plain)
    out: list[str] = []
    for token in re.split(r"[\s/\-–—]+", plain):
        bare = token.strip('.,;:!?"()[]{}*_')
        if bare in SHORT:
            out += SHORT[bare].split()
            continue
        for word in _WORD.findall(token):
            word = word.removesuffix("'") if not word.endswith("s'") else word
            if word.startswith("'") and word not in ("'em", "'til", "'twas", "'tis"):
                word = word[1:]
            out.append(word)
    return out


def sentences_of(text: str) -> Iterator[list[str]]:
    """Sentences of running text; what has hardly any words in it is left out."""
    for part in re.split(r"(?<=[.!?:;])\s+|\n\s*\n", text):
        words = words_of(part)
        if words and len(words) <= 60:
            yield words


def speech_texts(
    cache: SpeechCache, split: str, corpora: Iterable[str] = SENTENCE_CORPORA
) -> dict[str, list[list[str]]]:
    """English texts of the pack by corpus; each text of a corpus once."""
    found: dict[str, dict[str, list[str]]] = {name: {} for name in corpora}
    for utterance in cache.select(split):
        if utterance.corpus in found and utterance.language == "en" and utterance.text:
            found[utterance.corpus].setdefault(utterance.text, words_of(utterance.text))
    return {name: [w for w in texts.values() if w] for name, texts in found.items()}


def project_texts(root: Path) -> list[list[str]]:
    """What the project itself has written: its documents and the docstrings of its code."""
    out: list[list[str]] = []
    for path in sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")]):
        text = re.sub(r"```.*?```", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        lines = [s for s in text.split("\n") if not s.lstrip().startswith(("|", "    "))]
        out += _prose("\n".join(lines))
    for folder in ("app", "dsp", "neural", "training"):
        for path in sorted((root / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                kinds = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
                if isinstance(node, kinds):
                    out += _prose(ast.get_docstring(node) or "")
    return out


def _prose(text: str) -> list[list[str]]:
    found = sentences_of(re.sub(r"[*#>]+", " ", _MARKUP.sub(" ", text)))
    return [words for words in found if len(words) >= 4]


def prose_texts(folder: Path) -> list[list[str]]:
    """Sentences of the text files of a folder."""
    out: list[list[str]] = []
    for path in sorted(folder.glob("*.txt")):
        out += sentences_of(path.read_text(encoding="utf-8"))
    return out
