"""Sentences of a narrow domain from a small grammar that somebody wrote by hand.

A file of lines: ``name = one way | another {rule} [perhaps this] *3``, where ``{rule}`` puts in a
way of another line, what is in brackets may be left out and ``*3`` makes a way three times as
likely. A line that begins with # says something about the file.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from syrinx.dsp.errors import SyrinxError

START = "sentence"
DEEPEST = 20
_RULE = re.compile(r"\{([a-z_]+)\}")
_MAYBE = re.compile(r"\[([^\[\]]*)\]")
_TIMES = re.compile(r"\*(\d+)\s*$")


class Templates:
    """The rules of a file; the one called "sentence" is where they begin.

    Raises
    ------
    SyrinxError
        If a rule is missing.
    """

    def __init__(self, text: str, *, name: str = "the templates") -> None:
        self._ways: dict[str, list[str]] = {}
        self._chances: dict[str, np.ndarray] = {}
        for line in text.splitlines():
            rule, found, ways = line.partition("=")
            if not found or line.startswith("#"):
                continue
            plain, weights = [], []
            for way in ways.split("|"):
                times = _TIMES.search(way)
                plain.append(_TIMES.sub("", way).strip())
                weights.append(float(times[1]) if times else 1.0)
            self._ways[rule.strip()] = plain
            self._chances[rule.strip()] = np.array(weights) / sum(weights)
        used = {r for ways in self._ways.values() for way in ways for r in _RULE.findall(way)}
        lacking = sorted(({START} | used) - set(self._ways))
        if lacking:
            raise SyrinxError(f"There is no rule {lacking[0]!r} in {name}.")

    @classmethod
    def read(cls, path: Path) -> Templates:
        """Of a file.

        Raises
        ------
        SyrinxError
            If it cannot be read, or a rule is missing in it.
        """
        try:
            return cls(path.read_text(encoding="utf-8"), name=str(path))
        except (OSError, UnicodeDecodeError) as error:
            raise SyrinxError(f"The templates {path} cannot be read: {error}.") from error

    def words(self) -> list[str]:
        """All words that the rules have."""
        ways = (_RULE.sub(" ", way) for ways in self._ways.values() for way in ways)
        return sorted({w for way in ways for w in re.sub(r"[\[\]]", " ", way).split()})

    def sentence(self, rng: np.random.Generator) -> list[str]:
        """Words of one sentence.

        Raises
        ------
        SyrinxError
            If the rules put themselves in without end.
        """
        return self._filled(f"{{{START}}}", rng, 0).split()

    def _filled(self, way: str, rng: np.random.Generator, depth: int) -> str:
        if depth > DEEPEST:
            raise SyrinxError("The rules of the templates go round in a circle.")
        while _MAYBE.search(way):
            way = _MAYBE.sub(lambda m: m[1] if rng.random() < 0.5 else "", way, count=1)

        def choose(match: re.Match[str]) -> str:
            ways = self._ways[match[1]]
            chosen = ways[int(rng.choice(len(ways), p=self._chances[match[1]]))]
            return self._filled(chosen, rng, depth + 1)

        return _RULE.sub(choose, way)
