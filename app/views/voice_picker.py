"""The voice picker: search, kinds, and a list of cards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.voices import VoiceRole
from syrinx.app.views.parts import header, label, panel
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT, contrast

CARD_HEIGHT = 56
_KINDS = (("all", "A&ll"), ("neural", "&Neural"), ("effect", "&Effects"))


class VoiceCard(QStyledItemDelegate):
    """Draws one voice: colour disc, name, what it is like, star."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

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
        card = QRectF(option.rect).adjusted(1, 2, -1, -2)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if selected else "raised"))
            painter.drawRoundedRect(card, 8, 8)
        if focused and selected:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self._draw_disc(painter, card, voice)
        self._draw_text(painter, card, voice)
        favourite = bool(index.data(VoiceRole.FAVOURITE))
        if favourite or hovered:
            ratio = painter.device().devicePixelRatioF()
            name = "star-filled" if favourite else "star"
            token = "warning" if favourite else "text_faint"
            star = star_rect(option.rect)
            painter.drawPixmap(star.topLeft(), theme.pixmap(name, token, star.width(), ratio))
        painter.restore()

    def _draw_disc(self, painter: QPainter, card: QRectF, voice) -> None:  # type: ignore[no-untyped-def]
        disc = QRectF(card.left() + 10, card.center().y() - 17, 34, 34)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(voice.colour))
        if voice.kind == "neural":
            painter.drawEllipse(disc)
        else:
            painter.drawRoundedRect(disc, 9, 9)
        font = painter.font()
        font.setPixelSize(15)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        dark = contrast("#101416", voice.colour) >= contrast("#ffffff", voice.colour)
        painter.setPen(QColor("#101416" if dark else "#ffffff"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, voice.name[:1].upper())

    def _draw_text(self, painter: QPainter, card: QRectF, voice) -> None:  # type: ignore[no-untyped-def]
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
        text = ", ".join(voice.tags) or voice.description or voice.kind.capitalize()
        metrics = QFontMetrics(font)
        painter.drawText(rect, align, metrics.elidedText(text, elide, int(rect.width())))


class VoiceList(QListView):
    """A list of cards; F marks a favourite, a click on the star too."""

    def __init__(self, model: LiveModel, theme: Theme) -> None:
        super().__init__()
        self._live = model
        self.setModel(model.voices)
        self.setItemDelegate(VoiceCard(theme, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Voices")
        self.verticalScrollBar().setSingleStep(CARD_HEIGHT // 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Toggle the star, or choose the voice."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and star_rect(self.visualRect(index)).adjusted(-4, -4, 4, 4).contains(
            event.position().toPoint()
        ):
            self._live.toggle_favourite(index.data(VoiceRole.VOICE).id)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Handle F; letters do not jump (there is a search field)."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_F and not event.modifiers() and index.isValid():
            self._live.toggle_favourite(index.data(VoiceRole.VOICE).id)
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Hide a tooltip that belongs to no card."""
        if event.type() == QEvent.Type.Leave:
            QToolTip.hideText()
        return super().viewportEvent(event)


class VoicePicker(QWidget):
    """Search field, kinds, cards and what is said when nothing is found."""

    def __init__(self, model: LiveModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        frame, column = panel(margin=12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column.addLayout(header("VOICE"))
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search voices")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("Search voices")
        self.search.setToolTip("Search names, descriptions and tags (Ctrl+F)")
        self._magnifier = self.search.addAction(
            theme.icon("search", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        column.addWidget(self.search)
        self._kinds = QButtonGroup(self)
        self._segments: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for kind, text in _KINDS:
            button = QPushButton(text)
            button.setCheckable(True)
            button.setProperty("role", "segment")
            self._kinds.addButton(button)
            self._segments[kind] = button
            button.clicked.connect(lambda _=False, kind=kind: model.voices.set_kind(kind))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.list = VoiceList(model, theme)
        self.empty = label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = QPushButton("Clear the search")
        nothing = QWidget()
        inner = QVBoxLayout(nothing)
        inner.setSpacing(GAP)
        inner.addStretch(1)
        inner.addWidget(self.empty)
        inner.addWidget(self.clear, alignment=Qt.AlignmentFlag.AlignCenter)
        inner.addStretch(2)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(nothing)
        column.addWidget(self.stack, 1)
        self.search.textChanged.connect(model.voices.set_text)
        self.search.returnPressed.connect(self._choose_first)
        self.clear.clicked.connect(self._on_clear)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        model.voices.modelReset.connect(self._on_reset)
        model.voice_changed.connect(self._show_choice)
        theme.changed.connect(self._on_theme_changed)
        self._on_reset()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrow down leaves the search field for the list; Escape clears the search."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self._model.voices.index(0))
        elif event.matches(QKeySequence.StandardKey.Cancel) and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, current: QModelIndex) -> None:
        voice = current.data(VoiceRole.VOICE) if current.isValid() else None
        if voice is not None:
            self._model.select_voice(voice.id)

    def _choose_first(self) -> None:
        voice = self._model.voices.voice_at(0)
        if voice is not None:
            self._model.select_voice(voice.id)

    def _on_clear(self) -> None:
        self.search.clear()
        self._model.voices.set_kind("all")
        self.search.setFocus()

    def _on_reset(self) -> None:
        voices = self._model.voices
        self._segments[voices.kind].setChecked(True)
        for kind, _ in _KINDS[1:]:
            self._segments[kind].setToolTip(f"{voices.count_of(kind)} voices")
        if voices.rowCount():
            self.stack.setCurrentIndex(0)
        else:
            searching = bool(voices.text)
            self.empty.setText(
                f"No voice matches \N{LEFT DOUBLE QUOTATION MARK}{voices.text}"
                "\N{RIGHT DOUBLE QUOTATION MARK}."
                if searching
                else "There are no voices of this kind yet."
            )
            self.clear.setText("Clear the search" if searching else "Show all voices")
            self.clear.setVisible(voices.total > 0)
            self.stack.setCurrentIndex(1)
        self._show_choice()

    def _show_choice(self) -> None:
        voice = self._model.voice
        row = self._model.voices.row_of(voice.id if voice else None)
        selection = self.list.selectionModel()
        if row < 0:
            selection.blockSignals(True)
            selection.clear()
            selection.blockSignals(False)
        elif self.list.currentIndex().row() != row or not selection.hasSelection():
            self.list.setCurrentIndex(self._model.voices.index(row))
            self.list.scrollTo(self._model.voices.index(row))
        self.list.viewport().update()

    def _on_theme_changed(self) -> None:
        self._magnifier.setIcon(self._theme.icon("search", "text_faint"))
        self.list.viewport().update()


def star_rect(card: QRect) -> QRect:
    """Return where the star of a card lies."""
    return QRect(card.right() - 30, card.top() + 9, 18, 18)
