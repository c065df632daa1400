"""The last recordings as a list that a view can show, rename in and drag from."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QFile,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
    Signal,
)

from syrinx.app.engine.errands import Errands
from syrinx.app.engine.markers import labels_path, read_labels
from syrinx.app.engine.recording_file import FORMATS
from syrinx.app.files import reason
from syrinx.app.translation import told, tr
from syrinx.app.viewmodels.take_peaks import peaks_of
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

MOST_TAKES = 30
TAKE_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_NONE: Audio = np.zeros(0, np.float32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Take:
    """One recording.

    Attributes
    ----------
    path
        Of the file.
    seconds
        Its length; 0 while it is not known.
    markers
        How many it has.
    peaks
        Its outline, see `peaks_of`; empty while it is not known.
    """

    path: Path
    seconds: float = 0.0
    markers: int = 0
    peaks: Audio = field(default_factory=lambda: _NONE)

    @property
    def detail(self) -> str:
        """Length, format and markers in words."""
        known = FORMATS.get(self.path.suffix.lower())
        parts = [clock(self.seconds), known.name if known else self.path.suffix[1:].upper()]
        if self.markers:
            parts.append(
                tr("1 marker") if self.markers == 1 else tr("{count} markers", count=self.markers)
            )
        return " \N{MIDDLE DOT} ".join(parts)


class TakesModel(QAbstractListModel):
    """The newest recordings first; what is gone from the disk is left out."""

    paths_changed = Signal()
    failed = Signal(str)
    _outlined = Signal(object, object, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._takes: list[Take] = []
        self._reader: Errands[Path, None] | None = None
        self._outlined.connect(self._on_outlined, Qt.ConnectionType.QueuedConnection)

    # ---- Qt's side ----

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's way)
        """Return the number of takes."""
        return 0 if parent.isValid() else len(self._takes)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a take, or what is said of it."""
        take = self.take(index)
        if take is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return take.path.stem
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{take.path.stem}, {take.detail}"
            case Qt.ItemDataRole.ToolTipRole:
                return tr(
                    "{path}\nDrag it into another program, or press F2 to rename it.",
                    path=take.path,
                )
            case _:
                return take if role == TAKE_ROLE else None

    def setData(  # noqa: N802
        self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        """Rename the file."""
        take = self.take(index)
        if take is None or role != Qt.ItemDataRole.EditRole:
            return False
        try:
            path = renamed(take.path, str(value))
        except SyrinxError as error:
            self.failed.emit(str(error))
            return False
        if path == take.path:
            return False
        self._put(index.row(), replace(take, path=path))
        self.paths_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let takes be chosen, renamed and dragged."""
        flags = super().flags(index)
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """Return what a drag carries."""
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """Return the files for a drag: chats and file managers take their addresses."""
        data = QMimeData()
        takes = [self.take(index) for index in indexes]
        paths = [take.path for take in takes if take is not None and take.path.is_file()]
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return data

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        """Only copies leave: the take stays."""
        return Qt.DropAction.CopyAction

    # ---- the takes ----

    @property
    def paths(self) -> list[Path]:
        """The files, newest first."""
        return [take.path for take in self._takes]

    def take(self, index: Index) -> Take | None:
        """Return the take of a row; None = there is none."""
        row = index.row()
        return self._takes[row] if index.isValid() and 0 <= row < len(self._takes) else None

    def restore(self, paths: Sequence[Path]) -> None:
        """Show these, as far as they are still there."""
        self.beginResetModel()
        self._takes = [
            Take(path=path, markers=len(read_labels(path)))
            for path in paths[:MOST_TAKES]
            if path.is_file()
        ]
        self.endResetModel()
        for path in self.paths:
            self._outline(path)

    def add(self, path: Path, seconds: float) -> None:
        """Put a new take in front."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._takes.insert(0, Take(path=path, seconds=seconds, markers=len(read_labels(path))))
        self.endInsertRows()
        if len(self._takes) > MOST_TAKES:
            self._drop(len(self._takes) - 1)
        self._outline(path)
        self.paths_changed.emit()

    def trash(self, index: Index) -> bool:
        """Move a take into the system's trash; False = there is none: ask, then `delete`."""
        take = self.take(index)
        if take is None:
            return True
        if take.path.exists() and not _to_trash(take.path):
            return False
        if labels_path(take.path).exists():
            _to_trash(labels_path(take.path))
        self._drop(index.row())
        self.paths_changed.emit()
        return True

    def delete(self, index: Index) -> None:
        """Delete a take for good."""
        take = self.take(index)
        if take is None:
            return
        try:
            take.path.unlink(missing_ok=True)
            labels_path(take.path).unlink(missing_ok=True)
        except OSError as error:
            self.failed.emit(
                tr(
                    "{path} cannot be deleted: {reason}.",
                    path=take.path,
                    reason=told(reason(error)),
                )
            )
            return
        self._drop(index.row())
        self.paths_changed.emit()

    def touch(self, path: Path) -> None:
        """Show a take again: it plays, or does not any more."""
        for row, take in enumerate(self._takes):
            if take.path == path:
                index = self.index(row)
                self.dataChanged.emit(index, index, [TAKE_ROLE])

    def close(self) -> None:
        """End the thread that looks into the files."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    # ---- inside ----

    def _outline(self, path: Path) -> None:
        if self._reader is None:
            self._reader = Errands(
                lambda wanted, unwanted: self._outlined.emit(wanted, *peaks_of(wanted, unwanted)),
                lambda _: None,
                name="outlines",
            )
        self._reader.request(path, path)

    def _on_outlined(self, path: Path, peaks: Audio, seconds: float) -> None:
        for row, take in enumerate(self._takes):
            if take.path == path:
                self._put(row, replace(take, peaks=peaks, seconds=seconds or take.seconds))

    def _put(self, row: int, take: Take) -> None:
        self._takes[row] = take
        self.dataChanged.emit(self.index(row), self.index(row))

    def _drop(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._takes[row]
        self.endRemoveRows()


def renamed(path: Path, name: str) -> Path:
    """Give a recording, and what lies beside it, another name; return the new path.

    Raises
    ------
    SyrinxError
        The name cannot be, is taken, or the system refuses.
    """
    wanted = name.strip()
    if wanted.lower().endswith(path.suffix.lower()):
        wanted = wanted[: -len(path.suffix)].strip()
    if wanted == path.stem:
        return path
    if not wanted or wanted.startswith(".") or any(sign in wanted for sign in '/\\:*?"<>|\0'):
        raise SyrinxError(
            tr('"{name}" cannot be the name of a file: leave out / \\ : * ? " < > |.', name=name)
        )
    target = path.with_name(wanted + path.suffix)
    same = target.exists() and path.exists() and os.path.samefile(target, path)  # another case
    if target.exists() and not same:
        raise SyrinxError(
            tr('There is a file "{name}" already: choose another name.', name=target.name)
        )
    try:
        path.rename(target)
        if labels_path(path).exists():
            labels_path(path).rename(labels_path(target))
    except OSError as error:
        raise SyrinxError(
            tr("{path} cannot be renamed: {reason}.", path=path, reason=told(reason(error)))
        ) from error
    return target


def clock(seconds: float) -> str:
    """Return 1:05 or 1:02:03."""
    whole = int(seconds)
    if whole >= 3600:
        return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return f"{whole // 60}:{whole % 60:02d}"


def _to_trash(path: Path) -> bool:
    return QFile.moveToTrash(str(path)) is not False and not path.exists()
