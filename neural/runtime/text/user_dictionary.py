"""The user's own pronunciations: a word, and how it is written as it sounds, or its sounds.

A JSON file that can be edited by hand::

    {"version": 1, "words": {"Syrinx": "[[S IH1 R IH0 NG K S]]", "Nguyen": "win", "SQL": "sequel"}}
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.phonemes import BRACKETS, parse

FILE_NAME = "pronunciations.json"
MOST_WORDS = 20000
_WORD = re.compile(r"[^\W_](?:[\w'.&+-]{0,58}[\w+])?")


class UserDictionary:
    """Words of the user; capitals do not count.

    Parameters
    ----------
    words
        Word -> respelling in usual words, or sounds in ``[[ ]]``.

    Raises
    ------
    SyrinxError
        If a word or its sounds are not understood.
    """

    def __init__(self, words: Mapping[str, str] | None = None) -> None:
        self._words: dict[str, str] = {}
        for word, said in (words or {}).items():
            self.set(word, said)

    def __len__(self) -> int:
        return len(self._words)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(sorted(self._words.items(), key=lambda item: item[0].lower()))

    def set(self, word: str, said: str) -> None:
        """Add a word or change it.

        Raises
        ------
        SyrinxError
            If it is no word, or what is to be said is not understood.
        """
        word, said = word.strip().replace("’", "'"), said.strip()
        if not _WORD.fullmatch(word):
            raise SyrinxError(f"{word[:60]!r} is not one word: a dictionary holds single words.")
        if not said or len(said) > 400:
            raise SyrinxError(f"Say how {word!r} sounds, in at most 400 characters.")
        sounds = BRACKETS.fullmatch(said)
        if sounds:
            parse(sounds[1])
        elif "[" in said or not any(c.isalpha() for c in said):
            raise SyrinxError(
                f"{said[:60]!r} does not tell how {word!r} sounds: write usual words, or sounds in"
                " [[ ]]."
            )
        if len(self._words) >= MOST_WORDS and word not in self._words:
            raise SyrinxError(f"A dictionary holds at most {MOST_WORDS} words.")
        self.remove(word)
        self._words[word] = said

    def remove(self, word: str) -> None:
        """Take a word out; nothing happens if it is not there."""
        for known in [w for w in self._words if w.lower() == word.lower()]:
            del self._words[known]

    def sounds(self, say: Callable[[str], tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Units of each word, the word in small letters.

        Parameters
        ----------
        say
            Units of a text without entries of this dictionary.
        """
        out = {}
        for word, said in self._words.items():
            match = BRACKETS.fullmatch(said)
            ways = parse(match[1]) if match else [say(said)]
            units = tuple(unit for way in ways for unit in way)
            if units:
                out[word.lower()] = units
        return out

    @classmethod
    def load(cls, path: Path) -> UserDictionary:
        """Read a dictionary; an empty one where there is no file.

        Raises
        ------
        SyrinxError
            If the file is broken; the sentence names it, and the word.
        """
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError) as error:
            raise SyrinxError(
                f"The pronunciation dictionary {path} cannot be read ({error}): mend or remove it."
            ) from error
        words = content.get("words") if isinstance(content, dict) else None
        if not isinstance(words, dict) or not all(
            isinstance(k, str) and isinstance(v, str) for k, v in words.items()
        ):
            raise SyrinxError(
                f'The pronunciation dictionary {path} has no "words" with texts: mend or remove it.'
            )
        try:
            return cls(words)
        except SyrinxError as error:
            raise SyrinxError(f"In the pronunciation dictionary {path}: {error}") from error

    def save(self, path: Path) -> None:
        """Write the dictionary, whole or not at all.

        Raises
        ------
        SyrinxError
            If it cannot be written.
        """
        text = json.dumps({"version": 1, "words": dict(iter(self))}, ensure_ascii=False, indent=1)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text + "\n")
            os.replace(name, path)
        except OSError as error:
            raise SyrinxError(
                f"The pronunciation dictionary {path} cannot be written ({error.strerror})."
            ) from error
