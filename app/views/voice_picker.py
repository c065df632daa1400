"""The voice picker: search, kinds, and a list of cards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.voices import VoiceRole, number_of_voices
from syrinx.app.views.parts import header, label, panel
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT
from syrinx.app.views.voice_card import CARD_HEIGHT, VoiceCard, star_rect

_KINDS = (
    ("all", mark("A&ll"), mark("Show all voices")),
    ("neural", mark("&Neural"), mark("Only voices of networks")),
    ("effect", mark("&Effects"), mark("Only effects, which need no network")),
)


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
        self.setAccessibleName(tr("Voices"))
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

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the chosen voice in sight: the window was higher, or is only now shown."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

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
        column.addLayout(header(tr("VOICE")))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search voices"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search voices"))
        self.search.setToolTip(tr("Search names, descriptions and tags (Ctrl+F)"))
        self._magnifier = self.search.addAction(
            theme.icon("search", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        column.addWidget(self.search)
        self._kinds = QButtonGroup(self)
        self._segments: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for kind, text, tooltip in _KINDS:
            button = QPushButton(tr(text))
            button.setToolTip(tr(tooltip))
            button.setCheckable(True)
            button.setProperty("role", "segment")
            self._kinds.addButton(button)
            self._segments[kind] = button
            button.clicked.connect(lambda _=False, kind=kind: model.voices.set_kind(kind))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.list = VoiceList(model, theme)
        self.list.setAccessibleDescription(
            tr("The voice that speaks; it changes while it runs, too")
        )
        self.empty = label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = QPushButton(tr("Clear the search"))
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
        for kind, *_ in _KINDS[1:]:
            self._segments[kind].setToolTip(number_of_voices(voices.count_of(kind)))
        if voices.rowCount():
            self.stack.setCurrentIndex(0)
        else:
            searching = bool(voices.text)
            self.empty.setText(
                tr("No voice matches “{text}”.", text=voices.text)
                if searching
                else tr("There are no voices of this kind yet.")
            )
            self.clear.setText(tr("Clear the search") if searching else tr("Show all voices"))
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
