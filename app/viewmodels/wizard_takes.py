"""What the wizard makes of an answer: a take, a statement of consent; and its patience."""

from __future__ import annotations

import time

from syrinx.app.clone.checking import TakeChecked, only_the_text
from syrinx.app.clone.project import Consent, Take
from syrinx.app.clone.prompts import Prompt
from syrinx.app.consent import Check
from syrinx.app.translation import mark

PATIENCE = 2
"""So often a text is refused that fits everything but the recogniser's ears."""
_CHECKED: dict[Check | None, str] = {
    None: mark("The recording is clean and as long as the statement takes."),
    "matches": mark("The recording is clean, and what was read matches the statement."),
    "differs": mark("The recording is clean, but some words of it were hard to make out."),
}


class Patience:
    """Counts how often in a row one text was sent back for nothing but its words.

    A recogniser understands some people badly. Somebody who reads the same text a third time is
    believed a little more (`CheckTake.lenient`).
    """

    def __init__(self) -> None:
        self._text, self._refused = "", 0

    def is_over(self, text: str) -> bool:
        """Whether this text has been refused often enough."""
        return text == self._text and self._refused >= PATIENCE

    def hear(self, text: str, answer: TakeChecked) -> None:
        """Note what became of a recording of this text."""
        if not only_the_text(answer):
            # Another fault says nothing about the words: the count goes on.
            self._refused = 0 if answer.accepted else self._refused
        elif text == self._text:
            self._refused += 1
        else:
            self._text, self._refused = text, 1


def take_of(answer: TakeChecked, *, prompt: Prompt | None = None) -> Take:
    """Return the take that was checked."""
    return Take(
        file="new",
        seconds=answer.seconds,
        accepted=answer.accepted,
        prompt=prompt.id if prompt else "",
        text=prompt.text if prompt else "",
        problems=answer.problems,
        remarks=answer.remarks,
        measures=answer.measures,
        embedding=answer.embedding,
    )


def consent_of(answer: TakeChecked, statement: str) -> Consent:
    """Return the consent that was given by reading ``statement``."""
    matches = answer.measures.get("text_matches")
    compared: Check | None = None if matches is None else "matches" if matches else "differs"
    return Consent(
        statement=statement,
        date=time.strftime("%Y-%m-%d"),
        file="consent.wav",
        seconds=answer.seconds,
        checked=_CHECKED[compared],
        embedding=answer.embedding,
        f0_hz=answer.measures.get("f0_median_hz", 0.0),
        compared=compared,
    )
