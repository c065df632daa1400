"""The card of a voice in a list: picture or colour disc, name, what it is like, star."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from syrinx.app.viewmodels.voice_words import description_text, tags_text
from syrinx.app.viewmodels.voices import VoiceRole, kind_name
from syrinx.app.views.pictures import Pictures
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import contrast
from syrinx.app.voices import Voice

CARD_HEIGHT = 56


def draw_disc(
    painter: QPainter, disc: QRectF, voice: Voice, *, path: Path | None, pictures: Pictures
) -> None:
    """Draw the picture of a voice, or else its colour and first letter.

    Neural voices have a round disc, effects a square one.
    """
    shape = QPainterPath()
    if voice.kind == "neural":
        shape.addEllipse(disc)
    else:
        radius = disc.width() * 0.26
        shape.addRoundedRect(disc, radius, radius)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    ratio = painter.device().devicePixelRatioF()
    pixmap = None if path is None else pictures.pixmap(path, round(disc.width()), ratio)
    if pixmap is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(shape)
        painter.drawPixmap(disc, pixmap, QRectF(pixmap.rect()))
    else:
        painter.fillPath(shape, QColor(voice.colour))
        font = painter.font()
        font.setPixelSize(round(disc.width() * 0.44))
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        dark = contrast("#101416", voice.colour) >= contrast("#ffffff", voice.colour)
        painter.setPen(QColor("#101416" if dark else "#ffffff"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, voice.name[:1].upper())
    painter.restore()


class VoiceCard(QStyledItemDelegate):
    """Draws one voice: picture or colour disc, name, what it is like, star."""

    inset = (1, 2)
    radius = 8

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = Pictures()

    def sizeHint(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Every card has the same height."""
        return QSize(160, CARD_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the card."""
        voice = index.data(VoiceRole.VOICE)
        if voice is None:
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, top = self.inset
        card = QRectF(option.rect).adjusted(left, top, -left, -top)
        self._draw_ground(painter, card, selected=selected, hovered=hovered)
        if focused and selected:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), self.radius, self.radius)
        self._draw_disc(painter, card, voice, index.data(VoiceRole.PICTURE))
        self._draw_text(painter, card, voice)
        favourite = bool(index.data(VoiceRole.FAVOURITE))
        if favourite or hovered:
            ratio = painter.device().devicePixelRatioF()
            name = "star-filled" if favourite else "star"
            token = "warning" if favourite else "text_faint"
            star = self.star_rect(option.rect)
            painter.drawPixmap(star.topLeft(), theme.pixmap(name, token, star.width(), ratio))
        painter.restore()

    @staticmethod
    def star_rect(card: QRect) -> QRect:
        """Return where the star lies."""
        return star_rect(card)

    def _draw_ground(
        self, painter: QPainter, card: QRectF, *, selected: bool, hovered: bool
    ) -> None:
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_soft" if selected else "raised"))
            painter.drawRoundedRect(card, self.radius, self.radius)

    def _draw_disc(
        self, painter: QPainter, card: QRectF, voice: Voice, picture: Path | None
    ) -> None:
        disc = QRectF(card.left() + 10, card.center().y() - 17, 34, 34)
        draw_disc(painter, disc, voice, path=picture, pictures=self._pictures)

    def _draw_text(self, painter: QPainter, card: QRectF, voice: Voice) -> None:
        left = card.left() + 54
        width = card.right() - left - 30
        font = painter.font()
        font.setPixelSize(13)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        rect = QRectF(left, card.top() + 8, width, 18)
        elide = Qt.TextElideMode.ElideRight
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, align, QFontMetrics(font).elidedText(voice.name, elide, int(width)))
        font.setWeight(font.Weight.Normal)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_muted"))
        rect = QRectF(left, card.top() + 27, card.right() - left - 8, 18)
        text = tags_text(voice.tags) or description_text(voice) or kind_name(voice).capitalize()
        metrics = QFontMetrics(font)
        painter.drawText(rect, align, metrics.elidedText(text, elide, int(rect.width())))


def star_rect(card: QRect) -> QRect:
    """Return where the star of a card lies."""
    return QRect(card.right() - 30, card.top() + 9, 18, 18)
