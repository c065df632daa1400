"""The segments of the chosen transcript as rows that a view can show and edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from syrinx.app.transcription.transcript import Segment
from syrinx.app.translation import tr
from syrinx.app.viewmodels.takes import clock
from syrinx.app.viewmodels.transcribe_editor import EditorModel

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A segment as it is shown; ``turn`` = who begins to speak here, None = nobody new."""

    segment: Segment
    turn: str | None


class SegmentsModel(QAbstractListModel):
    """Follows the editor."""

    def __init__(self, editor: EditorModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._item: str | None = None
        self._lines: list[Line] = []
        editor.changed.connect(self._on_changed)
        self._on_changed()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's way)
        """Return the number of segments."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the line, its text, or what a screen reader says."""
        line = self.line(index)
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return line.segment.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [clock(line.segment.start_s), line.turn, line.segment.text]
            return ", ".join(filter(None, parts))
        return None

    def setData(  # noqa: N802
        self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        """Give a segment another text."""
        if role != Qt.ItemDataRole.EditRole or self.line(index) is None:
            return False
        self._editor.rewrite(index.row(), str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every segment can be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def line(self, index: Index) -> Line | None:
        """Return what an index stands for; None = nothing."""
        row = index.row()
        return self._lines[row] if index.isValid() and 0 <= row < len(self._lines) else None

    def _on_changed(self) -> None:
        item = self._editor.item
        now = self._make()
        same_file = item is not None and item.id == self._item
        self._item = None if item is None else item.id
        if same_file and len(now) == len(self._lines):
            before, self._lines = self._lines, now
            for row, (old, new) in enumerate(zip(before, now, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row), self.index(row))
        elif same_file and now and self._lines:
            self._resize(now)
        else:
            self.beginResetModel()
            self._lines = now
            self.endResetModel()

    def _resize(self, now: list[Line]) -> None:
        """Take rows out, or put some in, where the first change is: a view keeps its place."""
        before = self._lines
        both = zip(before, now, strict=False)
        same = [old.segment == new.segment for old, new in both]
        first = same.index(False) if False in same else len(same)
        more = len(now) - len(before)
        if more < 0:
            self.beginRemoveRows(QModelIndex(), first, first - more - 1)
            self._lines = now
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), first, first + more - 1)
            self._lines = now
            self.endInsertRows()
        self.dataChanged.emit(self.index(0), self.index(len(now) - 1))

    def _make(self) -> list[Line]:
        transcript = self._editor.transcript
        lines: list[Line] = []
        speaker = None
        for segment in transcript.segments if transcript is not None else ():
            turn = segment.speaker is not None and segment.speaker != speaker
            speaker = segment.speaker
            name = self._editor.speaker_name(speaker) if turn and speaker is not None else None
            lines.append(Line(segment=segment, turn=name))
        return lines


def line_help(segment: Segment, word: int) -> str:
    """Return what is told about the word under the pointer."""
    found = segment.words[word]
    return tr(
        "{time} s, {share:.0f} % sure. A click plays from here, a double click edits.",
        time=f"{found.start_s:.2f}",
        share=100 * found.confidence,
    )
