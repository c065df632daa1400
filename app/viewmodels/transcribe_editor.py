"""One transcript being read and corrected: text, speakers, search, undo; kept as one goes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.services.recognition_client import RecognitionClient
from syrinx.app.transcription.find import Match, Query, find, replace_all, replace_match, rewrite
from syrinx.app.transcription.queue import Item
from syrinx.app.transcription.transcript import Transcript
from syrinx.app.translation import tr
from syrinx.dsp.errors import SyrinxError

MOST_UNDONE = 500
KEEP_MS = 700
"""An edit is on disk so long after the last one."""


class EditorModel(QObject):
    """The transcript of the chosen file.

    Parameters
    ----------
    client
        Keeps what is corrected.
    """

    changed = Signal()
    """Another file, or another text."""
    matches_changed = Signal()
    failed = Signal(str)

    def __init__(self, client: RecognitionClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self.item: Item | None = None
        self.transcript: Transcript | None = None
        self.query = Query(text="")
        self.matches: list[Match] = []
        self.match: int | None = None
        self._undone: list[Transcript] = []
        self._redone: list[Transcript] = []
        self._starts: list[float] = []
        self._unkept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MS)
        self._timer.timeout.connect(self.keep)
        client.items_changed.connect(self._on_items_changed)

    # ---- which file ----

    @property
    def path(self) -> Path | None:
        """The recording."""
        return None if self.item is None else Path(self.item.path)

    def open(self, item_id: str | None) -> None:
        """Show a file; None = none. One that is not done has no text."""
        self.keep()
        self._unkept = False
        self.item = None if item_id is None else self._client.queue.get(item_id)
        self._undone.clear()
        self._redone.clear()
        self._show(self._read())

    def keep(self) -> None:
        """Write what was changed, now."""
        self._timer.stop()
        if self._unkept and self.item is not None and self.transcript is not None:
            # What the disk refuses is tried again with the next change, or at the end.
            self._unkept = not self._client.correct(self.item.id, self.transcript)

    # ---- what is where ----

    def word_at(self, time_s: float) -> tuple[int, int] | None:
        """Return the segment and the word that is heard at a time; None = nobody speaks."""
        if self.transcript is None:
            return None
        segments = self.transcript.segments
        # A segment may reach into the next one: look back a few.
        last = bisect_right(self._starts, time_s) - 1
        for number in range(last, max(-1, last - 4), -1):
            segment = segments[number]
            if segment.end_s < time_s:
                continue
            for place in range(len(segment.words) - 1, -1, -1):
                word = segment.words[place]
                if word.start_s <= time_s:
                    return (number, place) if time_s < word.end_s + 0.15 else None
        return None

    def speakers(self) -> list[int]:
        """Return the numbers of all that speak."""
        if self.transcript is None:
            return []
        found = {segment.speaker for segment in self.transcript.segments}
        return sorted(number for number in found if number is not None)

    def speaker_name(self, number: int) -> str:
        """Return what a speaker is called; one without a name in the window's language."""
        if self.transcript is None:
            return tr("Speaker {number}", number=number + 1)
        return speaker_name(self.transcript, number)

    # ---- changes ----

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._undone)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step forward."""
        return bool(self._redone)

    def rewrite(self, number: int, text: str) -> None:
        """Give a segment another text; without a word it is deleted."""
        transcript = self.transcript
        if transcript is None or not 0 <= number < len(transcript.segments):
            return
        if " ".join(text.split()) != transcript.segments[number].text:
            self._change(lambda: rewrite(transcript, number, text))

    def rename_speaker(self, number: int, name: str) -> None:
        """Call a speaker by a name; an empty one takes it away."""
        transcript, name = self.transcript, " ".join(name.split())
        if transcript is None:
            return
        names = [*transcript.speakers, *[""] * (number + 1 - len(transcript.speakers))]
        if names[number] != name:
            names[number] = name
            self._change(lambda: replace(transcript, speakers=tuple(names)))

    def set_speaker(self, number: int, speaker: int | None) -> None:
        """Say who speaks in a segment."""
        transcript = self.transcript
        if transcript is None or transcript.segments[number].speaker == speaker:
            return
        segments = list(transcript.segments)
        segments[number] = replace(segments[number], speaker=speaker)
        self._change(lambda: replace(transcript, segments=tuple(segments)))

    def undo(self) -> None:
        """Take the last change back."""
        if self._undone and self.transcript is not None:
            self._redone.append(self.transcript)
            self._show(self._undone.pop())
            self._keep_soon()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        if self._redone and self.transcript is not None:
            self._undone.append(self.transcript)
            self._show(self._redone.pop())
            self._keep_soon()

    # ---- find and replace ----

    def find(self, query: Query) -> None:
        """Look for a text; the first place from here on is the chosen one."""
        here = self._chosen()
        self.query = query
        self._look(here)
        self.matches_changed.emit()

    def step(self, by: int) -> None:
        """Go to the next place, or the one before; at the end it begins again."""
        if self.matches:
            self.match = ((self.match or 0) + by) % len(self.matches)
            self.matches_changed.emit()

    def replace_one(self, by: str) -> None:
        """Replace the chosen place; the next one is chosen."""
        transcript, here = self.transcript, self._chosen()
        if transcript is None or here is None:
            return
        self._change(lambda: replace_match(transcript, here, by))
        self._look(Match(segment=here.segment, start=here.start + len(by), stop=0))
        self.matches_changed.emit()

    def replace_all(self, by: str) -> int:
        """Replace every place; return how many there were."""
        transcript = self.transcript
        if transcript is None or not self.matches:
            return 0
        count = len(self.matches)
        self._change(lambda: replace_all(transcript, self.query, by)[0])
        return count

    # ---- inside ----

    def _chosen(self) -> Match | None:
        known = self.match is not None and self.match < len(self.matches)
        return self.matches[self.match] if known and self.match is not None else None

    def _look(self, here: Match | None) -> None:
        segments = self.transcript.segments if self.transcript is not None else ()
        self.matches = list(find(segments, self.query))
        self.match = 0 if self.matches else None
        if here is not None:
            for number, match in enumerate(self.matches):
                if (match.segment, match.start) >= (here.segment, here.start):
                    self.match = number
                    break

    def _change(self, make: Callable[[], Transcript]) -> None:
        before = self.transcript
        try:
            after = make()
        except SyrinxError as error:
            self.failed.emit(str(error))
            return
        if before is None or after == before:
            return
        self._undone.append(before)
        del self._undone[:-MOST_UNDONE]
        self._redone.clear()
        self._show(after)
        self._keep_soon()

    def _keep_soon(self) -> None:
        self._unkept = True
        self._timer.start()

    def _show(self, transcript: Transcript | None) -> None:
        here = self._chosen()
        self.transcript = transcript
        segments = transcript.segments if transcript is not None else ()
        self._starts = [segment.start_s for segment in segments]
        self._look(here)
        self.changed.emit()
        self.matches_changed.emit()

    def _read(self) -> Transcript | None:
        if self.item is None or self.item.state != "done":
            return None
        try:
            return self._client.queue.transcript(self.item.id)
        except SyrinxError as error:
            self.failed.emit(str(error))
            return None

    def _on_items_changed(self) -> None:
        """The chosen file may be done now, be transcribed again, or be gone."""
        if self.item is None:
            return
        before, now = self.item, self._client.queue.get(self.item.id)
        if now is before:
            return
        self.item = now
        if now is None or now.state != before.state:
            self._timer.stop()
            self._unkept = False
            self._undone.clear()
            self._redone.clear()
            self._show(self._read())


def speaker_name(transcript: Transcript, number: int) -> str:
    """Return what a speaker is called; one without a name in the window's language."""
    names = transcript.speakers
    given = names[number] if number < len(names) else ""
    return given or tr("Speaker {number}", number=number + 1)
