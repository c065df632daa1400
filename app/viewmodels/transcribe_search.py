"""Looking through what was dropped, in a thread: a folder may be huge, or on a slow drive."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from syrinx.app.engine.errands import Errands
from syrinx.app.transcription.found import found_files
from syrinx.dsp.errors import SyrinxError

MOST_AT_ONCE = 500
TELL_EVERY_S = 0.25
"""So often is handed over what was found; the first files are worked on meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A part of what was found, or the end of a search.

    Attributes
    ----------
    search
        Number of the search.
    files
        Recordings, in their order.
    recogniser
        A folder that is one.
    problem
        Why the search could not go on, as a sentence.
    ended
        Whether this was the last part.
    """

    search: int
    files: tuple[Path, ...] = ()
    recogniser: Path | None = None
    problem: str = ""
    ended: bool = False


class SearchModel(QObject):
    """Searches one drop after the other.

    Parameters
    ----------
    is_recogniser
        Asked in the thread about each folder that was dropped: such a one is not searched.
    """

    changed = Signal()
    """Whether it searches, where, or how much it has found."""
    found = Signal(object)
    """A `Found`, in the thread of the window."""
    _sent = Signal(object)

    def __init__(
        self, is_recogniser: Callable[[Path], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._is_recogniser = is_recogniser
        self._errands: Errands[tuple[int, Sequence[Path]], Found] | None = None
        self._searches: dict[int, Sequence[Path]] = {}
        self._number = 0
        self.count = 0
        self._sent.connect(self._on_sent, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether anything is looked through now."""
        return bool(self._searches)

    @property
    def places(self) -> list[Path]:
        """What is looked through now."""
        return list(next(iter(self._searches.values()), ()))

    def start(self, paths: Sequence[Path]) -> int:
        """Look through files and folders; return the number of the search."""
        if self._errands is None:
            self._errands = Errands(self._work, self._sent.emit, name="search")
        self._number += 1
        self._searches[self._number] = list(paths)
        self._errands.request((self._number, list(paths)), self._number)
        self.changed.emit()
        return self._number

    def cancel(self) -> None:
        """End every search; what was found until now stays."""
        if self._errands is not None and self._searches:
            self._errands.withdraw(lambda _: False)
            ended, self._searches = list(self._searches), {}
            self.count = 0
            for number in ended:
                self.found.emit(Found(search=number, ended=True))
            self.changed.emit()

    def close(self) -> None:
        """End the thread."""
        self._searches = {}
        if self._errands is not None:
            self._errands.close()
            self._errands = None

    # ---- inside ----

    def _work(self, search: tuple[int, Sequence[Path]], unwanted: Callable[[], bool]) -> Found:
        """In the thread: hand over what is found now and then, and say that it was the end."""
        number, paths = search
        files: list[Path] = []
        told = time.monotonic()
        try:
            for given in paths:
                if os.path.isdir(given) and self._is_recogniser(given):
                    self._sent.emit(Found(search=number, recogniser=given))
                    continue
                for path in found_files([given], unwanted):
                    files.append(path)
                    now = time.monotonic()
                    if len(files) >= MOST_AT_ONCE or now - told >= TELL_EVERY_S:
                        self._sent.emit(Found(search=number, files=tuple(files)))
                        files, told = [], now
        except SyrinxError as error:
            return Found(search=number, files=tuple(files), problem=str(error), ended=True)
        return Found(search=number, files=tuple(files), ended=True)

    def _on_sent(self, found: Found) -> None:
        if found.search not in self._searches:  # it was cancelled
            return
        self.count += len(found.files)
        if found.ended:
            del self._searches[found.search]
            self.count = self.count if self._searches else 0
        self.found.emit(found)
        self.changed.emit()
