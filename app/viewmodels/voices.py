"""The voices the user can pick, searched and filtered, as a Qt list model."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from syrinx.app.voices import Voice

Index = QModelIndex | QPersistentModelIndex
KINDS = ("all", "neural", "effect")


class VoiceRole(IntEnum):
    """Roles of :class:`VoicesModel` beside the standard ones."""

    VOICE = Qt.ItemDataRole.UserRole + 1
    FAVOURITE = Qt.ItemDataRole.UserRole + 2


class VoicesModel(QAbstractListModel):
    """All voices that match the search text and the kind; favourites first.

    A text matches when each of its words occurs in the name, the description, a tag or the kind;
    neither case nor accents matter.
    """

    filter_changed = Signal()

    def __init__(self, voices: Sequence[Voice] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Voice] = list(voices)
        self._shown: list[Voice] = list(voices)
        self._favourites: frozenset[str] = frozenset()
        self._text = ""
        self._kind = "all"

    @property
    def text(self) -> str:
        """The search text."""
        return self._text

    @property
    def kind(self) -> str:
        """ "all", "neural" or "effect"."""
        return self._kind

    @property
    def total(self) -> int:
        """Number of voices without search and filter."""
        return len(self._all)

    def count_of(self, kind: str) -> int:
        """Number of voices of a kind, whatever the search."""
        return sum(1 for voice in self._all if kind in ("all", voice.kind))

    def set_voices(self, voices: Sequence[Voice]) -> None:
        """Replace all voices (the library changed)."""
        self._all = list(voices)
        self._filter()

    def set_favourites(self, ids: Sequence[str]) -> None:
        """Mark the favourites; they come first."""
        if frozenset(ids) != self._favourites:
            self._favourites = frozenset(ids)
            self._filter()

    def set_text(self, text: str) -> None:
        """Search."""
        if text != self._text:
            self._text = text
            self._filter()

    def set_kind(self, kind: str) -> None:
        """Show one kind only."""
        if kind not in KINDS:
            raise ValueError(f"no kind of voice {kind!r}")
        if kind != self._kind:
            self._kind = kind
            self._filter()

    def voice_at(self, row: int) -> Voice | None:
        """Return the voice in a row, None outside."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, voice_id: str | None) -> int:
        """Return the row of a voice, -1 when it is not shown."""
        return next((i for i, voice in enumerate(self._shown) if voice.id == voice_id), -1)

    def find(self, voice_id: str | None) -> Voice | None:
        """Return a voice by its id, shown or not."""
        return next((voice for voice in self._all if voice.id == voice_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's name)
        """Number of voices shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks for."""
        voice = self.voice_at(index.row()) if index.isValid() else None
        if voice is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return voice.name
        if role == VoiceRole.VOICE:
            return voice
        if role == VoiceRole.FAVOURITE:
            return voice.id in self._favourites
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(voice)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{voice.name}, {kind_name(voice)}. {voice.description}"
        return None

    def _filter(self) -> None:
        words = _plain(self._text).split()
        shown = [
            voice
            for voice in self._all
            if self._kind in ("all", voice.kind) and all(word in _haystack(voice) for word in words)
        ]
        shown.sort(key=lambda voice: voice.id not in self._favourites)
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()
        self.filter_changed.emit()


def kind_name(voice: Voice) -> str:
    """Return the kind in the user's words."""
    return "neural voice" if voice.kind == "neural" else "effect"


def tooltip(voice: Voice) -> str:
    """Say everything known about a voice, a line each."""
    lines = [voice.name, voice.description, ", ".join(voice.tags)]
    if voice.f0_median_hz:
        lines.append(f"Mean pitch {voice.f0_median_hz:.0f} Hz")
    if voice.attribution:
        lines.append(f"{voice.attribution} ({voice.licence})" if voice.licence else "")
    return "\n".join(line for line in lines if line)


def _haystack(voice: Voice) -> str:
    parts = (voice.name, voice.description, *voice.tags, voice.kind, voice.id)
    return _plain(" ".join(parts))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
