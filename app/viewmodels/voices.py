"""The voices the user can pick, searched and filtered, as a Qt list model."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from syrinx.app.translation import tr
from syrinx.app.viewmodels.voice_facts import clean
from syrinx.app.viewmodels.voice_words import description_text, tags_text
from syrinx.app.voices import Voice

Index = QModelIndex | QPersistentModelIndex
KINDS = ("all", "own", "neural", "effect")
PictureOf = Callable[[Voice], Path | None]


class VoiceRole(IntEnum):
    """Roles of :class:`VoicesModel` beside the standard ones."""

    VOICE = Qt.ItemDataRole.UserRole + 1
    FAVOURITE = Qt.ItemDataRole.UserRole + 2
    PICTURE = Qt.ItemDataRole.UserRole + 3


class VoicesModel(QAbstractListModel):
    """All voices that match the search text, the kind and the tag; favourites first.

    A text matches when each of its words occurs in the name, the description, a tag or the kind;
    neither case nor accents matter. What a voice says of itself is found in English as well as in
    the language of the window.

    Parameters
    ----------
    picture
        Returns the file of a voice's picture; None = no voice has one.
    """

    filter_changed = Signal()

    def __init__(
        self,
        voices: Sequence[Voice] = (),
        parent: QObject | None = None,
        *,
        picture: PictureOf | None = None,
    ) -> None:
        super().__init__(parent)
        self._all: list[Voice] = list(voices)
        self._shown: list[Voice] = list(voices)
        self._favourites: frozenset[str] = frozenset()
        self._picture = picture
        self._text = ""
        self._kind = "all"
        self._tag: str | None = None
        self._favourites_only = False

    @property
    def text(self) -> str:
        """The search text."""
        return self._text

    @property
    def kind(self) -> str:
        """ "all", "own", "neural" or "effect"."""
        return self._kind

    @property
    def everything(self) -> list[Voice]:
        """All voices, shown or not."""
        return list(self._all)

    @property
    def tag(self) -> str | None:
        """The tag that is asked for; None = any."""
        return self._tag

    @property
    def favourites_only(self) -> bool:
        """Whether favourites alone are shown."""
        return self._favourites_only

    @property
    def tags(self) -> list[str]:
        """All tags of all voices, in the order of the alphabet."""
        found: dict[str, str] = {}
        for voice in self._all:
            for tag in voice.tags:
                found.setdefault(tag.casefold(), tag)
        return [found[key] for key in sorted(found)]

    @property
    def total(self) -> int:
        """Number of voices without search and filter."""
        return len(self._all)

    def count_of(self, kind: str) -> int:
        """Number of voices of a kind, whatever the search."""
        return sum(1 for voice in self._all if _is_kind(voice, kind))

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

    def set_tag(self, tag: str | None) -> None:
        """Show voices with this tag only; None = all."""
        if tag != self._tag:
            self._tag = tag
            self._filter()

    def set_favourites_only(self, on: bool) -> None:
        """Show favourites only."""
        if on != self._favourites_only:
            self._favourites_only = on
            self._filter()

    def show_all(self) -> None:
        """Take every filter away."""
        self._text, self._kind, self._tag, self._favourites_only = "", "all", None, False
        self._filter()

    def is_favourite(self, voice_id: str) -> bool:
        """Whether a voice is a favourite."""
        return voice_id in self._favourites

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
        if role == VoiceRole.PICTURE:
            return None if self._picture is None else self._picture(voice)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(voice)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{voice.name}, {kind_name(voice)}. {clean(description_text(voice))}"
        return None

    def _filter(self) -> None:
        words = _plain(self._text).split()
        shown = [
            voice
            for voice in self._all
            if _is_kind(voice, self._kind)
            and (self._tag is None or self._tag.casefold() in map(str.casefold, voice.tags))
            and (not self._favourites_only or voice.id in self._favourites)
            and all(word in _haystack(voice) for word in words)
        ]
        shown.sort(key=lambda voice: voice.id not in self._favourites)
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()
        self.filter_changed.emit()


def kind_name(voice: Voice) -> str:
    """Return the kind in the user's words."""
    return tr("neural voice") if voice.kind == "neural" else tr("effect")


def number_of_voices(count: int) -> str:
    """Say how many voices."""
    return tr("1 voice") if count == 1 else tr("{count} voices", count=count)


def tooltip(voice: Voice) -> str:
    """Say everything known about a voice, a line each, as HTML.

    Qt takes a text for HTML by itself when it looks like it: what a voice file says must not
    be able to look like it.
    """
    lines = [voice.name, clean(description_text(voice)), clean(tags_text(voice.tags[:20]))]
    if voice.f0_median_hz:
        lines.append(tr("Mean pitch {hz:.0f} Hz", hz=voice.f0_median_hz))
    if voice.attribution:
        source = f"{voice.attribution} ({voice.licence})" if voice.licence else ""
        lines.append(clean(source))
    return "<br>".join(html.escape(line) for line in lines if line)


def _is_kind(voice: Voice, kind: str) -> bool:
    return kind in ("all", voice.kind) or (kind == "own" and not voice.shipped)


def _haystack(voice: Voice) -> str:
    parts = (voice.name, voice.description, *voice.tags, voice.kind, voice.id, voice.speaker)
    shown = (description_text(voice), tags_text(voice.tags), kind_name(voice))
    return _plain(" ".join((*parts, *shown)))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
