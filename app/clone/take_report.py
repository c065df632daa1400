"""What is said of a take: codes, sentences for a person without knowledge, the measures."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.recording_levels import LevelMeasures
from syrinx.dsp.recording_quality import RecordingQuality
from syrinx.dsp.recording_spectrum import HumMeasures
from syrinx.dsp.recording_speech import SpeechMeasures


class TakeIssue(StrEnum):
    """Everything that can be said against a take. The values are stored: never change one."""

    SILENT = "silent"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    TOO_QUIET = "too_quiet"
    CLIPPED = "clipped"
    NOISY = "noisy"
    HUM = "hum"
    ECHO = "echo"
    CUT_START = "cut_start"
    CUT_END = "cut_end"
    TOO_FAST = "too_fast"
    OTHER_SPEAKER = "other_speaker"
    TWO_SPEAKERS = "two_speakers"
    TEXT_TOO_SHORT = "text_too_short"
    TEXT_TOO_LONG = "text_too_long"
    OTHER_TEXT = "other_text"
    DULL = "dull"
    OFFSET = "offset"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was found: a code for programs, a sentence for people."""

    issue: TakeIssue
    sentence: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TakeReport:
    """What a check of one take found.

    Attributes
    ----------
    problems
        Why the take is sent back, the weightiest first; empty when it is accepted.
    remarks
        Worth knowing; they refuse nothing.
    quality
        The measures.
    likeness
        How much it sounds like the other accepted takes, 1 at most; None without others.
    embedding
        Who speaks, ``(192,)``; None where there is too little speech.
    text_cost, text_matches
        How badly the text fits what was heard, and whether well enough; None when nobody judged it.
    """

    problems: tuple[Finding, ...]
    remarks: tuple[Finding, ...]
    quality: RecordingQuality
    likeness: float | None = None
    embedding: NDArray[np.float32] | None = dataclasses.field(default=None, compare=False)
    text_cost: float | None = None
    text_matches: bool | None = None

    @property
    def accepted(self) -> bool:
        """Whether nothing speaks against the take."""
        return not self.problems

    @property
    def issues(self) -> frozenset[TakeIssue]:
        """Codes of the problems."""
        return frozenset(found.issue for found in self.problems)

    def to_json(self) -> dict[str, Any]:
        """Plain data that :func:`report_from_json` reads."""
        return {
            "problems": [[found.issue.value, found.sentence] for found in self.problems],
            "remarks": [[found.issue.value, found.sentence] for found in self.remarks],
            "quality": dataclasses.asdict(self.quality),
            "likeness": self.likeness,
            "embedding": None
            if self.embedding is None
            else [round(float(x), 5) for x in self.embedding],
            "text_cost": self.text_cost,
            "text_matches": self.text_matches,
        }


def report_from_json(data: Mapping[str, Any]) -> TakeReport:
    """Read what :meth:`TakeReport.to_json` wrote.

    Raises
    ------
    SyrinxError
        It is not that.
    """
    try:
        quality = dict(data["quality"])
        quality["levels"] = LevelMeasures(**quality["levels"])
        quality["hum"] = HumMeasures(**quality["hum"])
        quality["speech"] = SpeechMeasures(**quality["speech"])
        embedding = data["embedding"]
        return TakeReport(
            problems=_findings(data["problems"]),
            remarks=_findings(data["remarks"]),
            quality=RecordingQuality(**quality),
            likeness=None if data["likeness"] is None else float(data["likeness"]),
            embedding=None if embedding is None else np.array(embedding, np.float32),
            text_cost=None if data.get("text_cost") is None else float(data["text_cost"]),
            text_matches=None if data.get("text_matches") is None else bool(data["text_matches"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise SyrinxError("The stored check of a take is damaged: check the take again.") from error


def _findings(rows: list[list[str]]) -> tuple[Finding, ...]:
    return tuple(Finding(issue=TakeIssue(code), sentence=str(text)) for code, text in rows)
