"""The queue of transcriptions as rows: what each file is called, how far it is, what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from syrinx.app.services.recognition_client import Progress, RecognitionClient
from syrinx.app.texts import mark
from syrinx.app.transcription.queue import Item
from syrinx.app.translation import told, tr
from syrinx.app.viewmodels.takes import clock

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
STATES = {
    "waiting": mark("Waiting"),
    "running": mark("Transcribing"),
    "done": mark("Done"),
    "failed": mark("Failed"),
    "cancelled": mark("Cancelled"),
}
_DOT = " \N{MIDDLE DOT} "


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One file as it is shown.

    Attributes
    ----------
    item
        As it is in the queue.
    progress
        While it runs; None = nothing was heard of it yet.
    """

    item: Item
    progress: Progress | None = None

    @property
    def name(self) -> str:
        """The file without its folder."""
        return Path(self.item.path).name

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1; None = it does not run, or has only begun."""
        if self.item.state != "running" or self.progress is None or not self.progress.total_s:
            return None
        return min(1.0, self.progress.done_s / self.progress.total_s)

    @property
    def state(self) -> str:
        """State in words, with the time left."""
        if self.share is None:
            return tr(STATES[self.item.state])
        assert self.progress is not None  # it has a share
        left_s = self.progress.left_s
        if left_s is None:
            return tr("{share:.0f} %", share=100 * self.share)
        return tr("{share:.0f} %, {left} left", share=100 * self.share, left=clock(left_s))

    @property
    def facts(self) -> str:
        """Length and words, or why there are none; where it lies while nothing is known."""
        if self.item.state == "failed":
            # The list is narrow: what comes first must be the reason, not the folder.
            return told(self.item.message).replace(self.item.path, self.name)
        if self.item.state == "running":
            return self.progress.text if self.progress is not None else ""
        parts = []
        if self.item.duration_s is not None:
            parts.append(clock(self.item.duration_s))
        if self.item.state == "done" and self.item.words is not None:
            parts.append(words_text(self.item.words))
        if self.item.state == "done" and self.item.message:
            parts.append(told(self.item.message))
        return _DOT.join(parts) or str(Path(self.item.path).parent)


def words_text(count: int) -> str:
    """Return "1 word", "12 words"."""
    return tr("1 word") if count == 1 else tr("{count:,} words", count=count)


class RowsModel(QAbstractListModel):
    """Follows the queue: only what has changed is told to the views.

    Parameters
    ----------
    client
        Whose queue is shown.
    """

    def __init__(self, client: RecognitionClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._rows = [Row(item=item) for item in client.queue.items]
        self._places = {row.item.id: place for place, row in enumerate(self._rows)}
        client.items_changed.connect(self._on_items_changed)
        client.progressed.connect(self._on_progressed)

    # ---- Qt's side ----

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's way)
        """Return the number of files."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the row, its name, its help, or what a screen reader says."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, [row.item.path, row.state, row.facts]))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, [row.name, row.state, row.facts]))
        return None

    # ---- the files ----

    def row(self, index: Index) -> Row | None:
        """Return what an index stands for; None = nothing."""
        place = index.row()
        return self._rows[place] if index.isValid() and 0 <= place < len(self._rows) else None

    def index_of(self, item_id: str) -> QModelIndex:
        """Return where an item is; an invalid index when it is not there."""
        place = self._places.get(item_id)
        return QModelIndex() if place is None else self.index(place)

    # ---- inside ----

    def _on_items_changed(self) -> None:
        items = self._client.queue.items
        before = [row.item.id for row in self._rows]
        now = [item.id for item in items]
        if before != now:
            kept = set(now)
            self._drop([place for place, item_id in enumerate(before) if item_id not in kept])
            rest = [row.item.id for row in self._rows]
            if now[: len(rest)] == rest:
                self._append(items[len(rest) :])
            else:  # the queue only ever appends
                self.beginResetModel()
                self._rows = [Row(item=item) for item in items]
                self.endResetModel()
            self._places = {item_id: place for place, item_id in enumerate(now)}
        for place, (row, item) in enumerate(zip(self._rows, items, strict=True)):
            if row.item is not item and row.item != item:
                progress = row.progress if item.state == row.item.state == "running" else None
                self._put(place, Row(item=item, progress=progress))

    def _drop(self, places: Sequence[int]) -> None:
        """Take rows out, those that lie side by side at once."""
        stop = len(places)
        while stop:
            start = stop - 1
            while start and places[start - 1] == places[start] - 1:
                start -= 1
            first, last = places[start], places[stop - 1]
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            stop = start

    def _append(self, items: Sequence[Item]) -> None:
        if items:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(items) - 1)
            self._rows += [Row(item=item) for item in items]
            self.endInsertRows()

    def _on_progressed(self, progress: Progress) -> None:
        place = self._places.get(progress.item)
        if place is not None and self._rows[place].item.state == "running":
            self._put(place, Row(item=self._rows[place].item, progress=progress))

    def _put(self, place: int, row: Row) -> None:
        self._rows[place] = row
        index = self.index(place)
        self.dataChanged.emit(index, index)
