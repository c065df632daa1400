"""What is read aloud in the clone wizard: sentences, topics for free speech, the consent.

The sentences are this project's own. They are ordered so that any number of them from the first
on covers as many sounds, and pairs of sounds, as that number can
(docs/measurements/takes.md has the figures).
"""

from __future__ import annotations

import dataclasses
import json
import time
from importlib import resources
from typing import Any

from syrinx.app.clone.texts import letters
from syrinx.dsp.errors import SyrinxError

LANGUAGES = ("en", "zh")
_FORMAT = 1
_LETTERS_PER_S = {"en": 14.5, "zh": 4.2}
_PAUSES_S = 0.8
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
"""Those of ``calendar`` are in the language of the system, once Qt has set its locale."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One sentence to read.

    Attributes
    ----------
    id
        Stored with a take, such as ``en-001``.
    text
        What is shown and read.
    pinyin
        How Mandarin is read, syllable by syllable; empty in other languages.
    seconds
        About how long reading takes, with a pause at both ends.
    """

    id: str
    text: str
    pinyin: str
    seconds: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PromptBook:
    """Everything that is read in one language.

    Attributes
    ----------
    language
        Such as ``en``.
    name
        The language's own name.
    prompts
        In the order in which they are best read.
    topics
        To talk about freely.
    """

    language: str
    name: str
    prompts: tuple[Prompt, ...]
    topics: tuple[str, ...]
    consent_form: str

    def __post_init__(self) -> None:
        ids = [prompt.id for prompt in self.prompts]
        texts = [prompt.text for prompt in self.prompts]
        if not self.prompts or not self.topics or not all(texts):
            raise SyrinxError(f"The sentences of {self.language} are missing.")
        if len(set(ids)) < len(ids) or len(set(texts)) < len(texts):
            raise SyrinxError(f"A sentence of {self.language} is there twice.")
        if "{name}" not in self.consent_form or "{date}" not in self.consent_form:
            raise SyrinxError(f"The consent of {self.language} has no place for name and date.")

    def consent(self, name: str, date: str) -> str:
        """The statement of a speaker who agrees, to be read aloud.

        Parameters
        ----------
        name, date
            Of the speaker, and of today, as they are spoken.
        """
        return self.consent_form.replace("{name}", name.strip()).replace("{date}", date.strip())

    def prompt(self, prompt_id: str) -> Prompt:
        """Return the sentence with this id.

        Raises
        ------
        SyrinxError
            There is none.
        """
        for prompt in self.prompts:
            if prompt.id == prompt_id:
                return prompt
        raise SyrinxError(f'There is no sentence "{prompt_id}".')


def prompt_book(language: str) -> PromptBook:
    """Read the sentences of a language (``en``, ``zh``, also ``en-GB`` and the like).

    Raises
    ------
    SyrinxError
        There are none, or the file is damaged.
    """
    short = language.split("-")[0].lower()
    if short not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise SyrinxError(
            f'There are no sentences to read in "{language}", only in {known}: speak freely.'
        )
    source = resources.files("syrinx.assets") / "prompts" / f"{short}.json"
    try:
        return _book(json.loads(source.read_text(encoding="utf-8")))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise SyrinxError(f"The sentences of {short} are damaged: install Syrinx again.") from error


def spoken_date(language: str, day: time.struct_time) -> str:
    """Return a day as it is read aloud in a language, whatever the system's own language is."""
    if language == "zh":
        return f"{day.tm_year}年{day.tm_mon}月{day.tm_mday}日"
    return f"{day.tm_mday} {_MONTHS[day.tm_mon - 1]} {day.tm_year}"


def _book(data: dict[str, Any]) -> PromptBook:
    if data["format"] != _FORMAT:
        raise ValueError("another format")
    language = str(data["language"])
    return PromptBook(
        language=language,
        name=str(data["name"]),
        prompts=tuple(_prompt(language, row) for row in data["prompts"]),
        topics=tuple(map(str, data["topics"])),
        consent_form=str(data["consent"]),
    )


def _prompt(language: str, row: dict[str, Any]) -> Prompt:
    text = str(row["text"])
    return Prompt(
        id=str(row["id"]),
        text=text,
        pinyin=str(row.get("pinyin", "")),
        seconds=round(letters(text) / _LETTERS_PER_S[language] + _PAUSES_S, 1),
    )
