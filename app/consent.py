"""The record of a speaker's consent: what was agreed to, by whom, when, and how it is known."""

from __future__ import annotations

import hashlib
import math
import re
import time
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

from syrinx.app.texts import mark
from syrinx.dsp.errors import SyrinxError

How = Literal["recorded", "stated on the command line"]
Check = Literal["matches", "differs"]
MAX_STATEMENT, MAX_SPEAKER = 2000, 100
MAX_RECORDING_S = 120.0
STATED = "The person whose voice this is agreed to its imitation with Syrinx."
"""What somebody states who makes a voice on the command line."""
_READ: dict[str | None, str] = {
    None: mark("{0} agreed on {1} by reading a statement aloud ({2} s, kept with the voice)"),
    "matches": mark(
        "{0} agreed on {1} by reading a statement aloud ({2} s, kept with the voice; what was "
        "read matches the statement)"
    ),
    "differs": mark(
        "{0} agreed on {1} by reading a statement aloud ({2} s, kept with the voice; what was "
        "read differs from the statement)"
    ),
}
_STATED = mark("{0} agreed, as was stated on the command line on {1}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRecord:
    """How the person whose voice it is agreed to it.

    Attributes
    ----------
    statement
        The text that was read aloud or agreed to.
    speaker
        Name of the person who agreed.
    date
        When, UTC: ``2026-11-21`` or ``2026-11-21T12:00:00Z``.
    how
        "recorded": the person read the statement, and the recording is kept with the voice.
        "stated on the command line": whoever made the voice states that the person agreed.
    language
        Of the statement, BCP 47, as "en"; "" = not known.
    checked
        What a recogniser found that compared recording and statement; None = nobody compared.
    recording_sha256, recording_s
        SHA-256 of the file ``consent.flac`` and its length in seconds; None = no recording.
    """

    statement: str
    speaker: str
    date: str
    how: How
    language: str = ""
    checked: Check | None = None
    recording_sha256: str | None = None
    recording_s: float | None = None

    def __post_init__(self) -> None:
        """Raise SyrinxError when a field has the wrong form."""
        _text(mark("the statement"), self.statement, MAX_STATEMENT)
        _text(mark("the speaker's name"), self.speaker, MAX_SPEAKER)
        if not isinstance(self.date, str) or not _DATE.fullmatch(self.date):
            raise SyrinxError("A consent record needs a date like 2026-11-21.")
        if self.how not in get_args(How):
            raise SyrinxError("A consent record must say whether it was recorded or stated.")
        check_language(self.language)
        if self.checked is not None and self.checked not in get_args(Check):
            raise SyrinxError("The check of a consent either matches or differs.")
        seconds, digest = self.recording_s, self.recording_sha256
        if self.how == "recorded":
            if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
                raise SyrinxError("A recorded consent must name the SHA-256 of its recording.")
            number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
            if not number or not 0 < float(seconds or 0) <= MAX_RECORDING_S:
                raise SyrinxError(
                    f"A recorded consent must be more than 0 and up to {MAX_RECORDING_S:g} s long."
                )
            object.__setattr__(self, "recording_s", float(seconds or math.nan))
        elif digest is not None or seconds is not None or self.checked is not None:
            raise SyrinxError("A consent that was only stated has no recording.")

    @classmethod
    def of_recording(
        cls,
        recording: bytes,
        *,
        seconds: float,
        statement: str,
        speaker: str,
        language: str = "",
        checked: Check | None = None,
        date: str | None = None,
    ) -> ConsentRecord:
        """Return the record that belongs to a recording.

        Parameters
        ----------
        recording
            The bytes of the FLAC file that is kept as ``consent.flac``.
        seconds
            Its length.
        date
            When it was read; None = now.

        Raises
        ------
        SyrinxError
            A field has the wrong form.
        """
        return cls(
            statement=statement,
            speaker=speaker,
            date=date or _now(),
            how="recorded",
            language=language,
            checked=checked,
            recording_sha256=hashlib.sha256(recording).hexdigest(),
            recording_s=seconds,
        )

    @classmethod
    def stated(cls, speaker: str, *, date: str | None = None) -> ConsentRecord:
        """Return the record of what ``--consent`` states; raises SyrinxError as the class does."""
        return cls(
            statement=STATED,
            speaker=speaker,
            date=date or _now(),
            how="stated on the command line",
            language="en",
        )

    def sentence(self) -> str:
        """Say it in one line, as ``Voice.consent`` keeps it."""
        day = self.date[:10]
        if self.how == "recorded":
            return _READ[self.checked].format(self.speaker, day, f"{self.recording_s:.0f}")
        return _STATED.format(self.speaker, day)

    def to_json(self) -> dict[str, Any]:
        """Return the fields as JSON values, unset ones left out."""
        return {name: value for name, value in asdict(self).items() if value not in (None, "")}

    @classmethod
    def from_json(cls, values: Any) -> ConsentRecord:
        """Build a record from JSON values; fields that this version does not know are ignored.

        Raises
        ------
        SyrinxError
            They are not those of a consent record.
        """
        if not isinstance(values, dict):
            raise SyrinxError("its consent record is damaged.")
        known = {item.name: values[item.name] for item in fields(cls) if item.name in values}
        if {"statement", "speaker", "date", "how"} - known.keys():
            raise SyrinxError("its consent record is incomplete.")
        try:
            return cls(**known)
        except TypeError as error:  # a list where a text belongs
            raise SyrinxError("its consent record is damaged.") from error


def check_language(language: object) -> None:
    """Raise SyrinxError unless it is "" or looks like a BCP 47 tag ("en", "zh-Hant")."""
    if not isinstance(language, str) or (language and not _LANGUAGE.fullmatch(language)):
        raise SyrinxError('A language is written like "en" or "zh-Hant".')


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def _text(what: str, value: object, longest: int) -> None:
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        raise SyrinxError(f"A consent record needs {what}, up to {longest} characters.")
    if any(0xD800 <= ord(c) <= 0xDFFF or (ord(c) < 32 and c not in "\n\t") for c in value):
        raise SyrinxError(f"In a consent record {what} cannot contain control characters.")
