"""The cards of the Voices area: larger than those of the picker, in as many columns as fit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.library import LibraryModel
from syrinx.app.viewmodels.voice_facts import clean, foot_line
from syrinx.app.viewmodels.voice_words import description_text, tags_text
from syrinx.app.viewmodels.voices import VoiceRole
from syrinx.app.views.theme import Theme
from syrinx.app.views.voice_card import VoiceCard, draw_disc, star_rect
from syrinx.app.voices import Voice

CARD = QSize(248, 100)
_DISC = 56
_SCROLL_BAR = 16
"""Room for it, a little more than the style sheet says."""


class LibraryCard(VoiceCard):
    """Draws one voice with a line more: whose it is and how it was made."""

    inset = (4, 4)
    radius = 10

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(theme, parent)
        self._list = parent

    def sizeHint(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as a column is now."""
        return self._list.gridSize()

    def _draw_ground(
        self, painter: QPainter, card: QRectF, *, selected: bool, hovered: bool
    ) -> None:
        theme = self._theme
        painter.setPen(theme.colour("accent" if selected else "line"))
        plain, under = ("ground", "raised") if theme.palette.dark else ("raised", "ground")
        token = "accent_soft" if selected else under if hovered else plain
        painter.setBrush(theme.colour(token))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), self.radius, self.radius)

    def _draw_disc(
        self, painter: QPainter, card: QRectF, voice: Voice, picture: Path | None
    ) -> None:
        disc = QRectF(card.left() + 14, card.center().y() - _DISC / 2, _DISC, _DISC)
        draw_disc(painter, disc, voice, path=picture, pictures=self._pictures)

    def _draw_text(self, painter: QPainter, card: QRectF, voice: Voice) -> None:
        left = card.left() + 14 + _DISC + 12
        width = card.right() - left - 12
        tags = tags_text([clean(tag, longest=40) for tag in voice.tags[:8]])
        middle = tags or clean(description_text(voice))
        rows = (
            (voice.name, 14, QFont.Weight.DemiBold, "text", card.top() + 14, width - 22),
            (middle, 12, QFont.Weight.Normal, "text_muted", card.top() + 35, width),
            (foot_line(voice), 11, QFont.Weight.Normal, "text_faint", card.top() + 55, width),
        )
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        font = painter.font()
        for text, pixels, weight, token, top, room in rows:
            font.setPixelSize(pixels)
            font.setWeight(weight)
            painter.setFont(font)
            painter.setPen(self._theme.colour(token))
            elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QRectF(left, top, room, 20), align, elided)

    @staticmethod
    def star_rect(card: QRect) -> QRect:
        """Return where the star lies."""
        return star_rect(card).translated(-6, 8)


class LibraryGrid(QListView):
    """Cards side by side; F marks a favourite, Delete and F2 ask for removal and renaming."""

    removal_asked = Signal()
    renaming_asked = Signal()

    def __init__(self, model: LibraryModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = model
        self.setModel(model.voices)
        self.setItemDelegate(LibraryCard(theme, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setGridSize(CARD)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(tr("Voices"))
        self.verticalScrollBar().setSingleStep(CARD.height() // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Share the width among as many columns as fit.

        The scroll bar's place is left free whether it is there or not: a width that depends on
        it, and it on the width, would never come to rest.
        """
        width = self.width() - _SCROLL_BAR
        columns = max(1, width // CARD.width())
        self.setGridSize(QSize(max(1, (width - 1) // columns), CARD.height()))
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Toggle the star, or choose the voice."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        star = LibraryCard.star_rect(self.visualRect(index)).adjusted(-4, -4, 4, 4)
        if index.isValid() and star.contains(place):
            self._library.toggle_favourite(index.data(VoiceRole.VOICE).id)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Use the voice live."""
        if self.indexAt(event.position().toPoint()).isValid():
            self._library.use()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Handle F, Delete, F2 and Return; letters do not jump (there is a search field)."""
        index = self.currentIndex()
        keys = {
            Qt.Key.Key_Delete: self.removal_asked.emit,
            Qt.Key.Key_F2: self.renaming_asked.emit,
            Qt.Key.Key_Return: self._library.use,
            Qt.Key.Key_Enter: self._library.use,
        }
        if event.key() in keys and index.isValid():
            keys[Qt.Key(event.key())]()
        elif event.key() == Qt.Key.Key_F and not event.modifiers() and index.isValid():
            self._library.toggle_favourite(index.data(VoiceRole.VOICE).id)
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)
