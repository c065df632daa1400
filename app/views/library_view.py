"""The Voices area: search and filters, cards, and the voice that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QSignalBlocker, QSize, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.library import LibraryModel
from syrinx.app.viewmodels.voice_facts import clean, size
from syrinx.app.viewmodels.voice_words import tag_text
from syrinx.app.viewmodels.voices import VoiceRole, number_of_voices
from syrinx.app.views.file_drop import FileDrop, files_in
from syrinx.app.views.library_card import LibraryGrid
from syrinx.app.views.library_detail import LibraryDetail
from syrinx.app.views.library_dialogs import LibraryDialogs
from syrinx.app.views.message_bar import MessageBar
from syrinx.app.views.parts import ElidedLabel, ignore_stray_wheel, label, panel, restyle
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, HEADER_HEIGHT
from syrinx.app.voices import EXCHANGE_SUFFIX

DETAIL_WIDTH = 348
_KINDS = (
    ("all", mark("A&ll")),
    ("own", mark("&Yours")),
    ("neural", mark("&Neural")),
    ("effect", mark("&Effects")),
)
_ANY_TAG = mark("Any tag")


class LibraryView(QWidget):
    """Shows all voices and the chosen one; takes dropped ``.syrinxvoice`` files.

    Parameters
    ----------
    model
        The Voices area's model.
    theme
        Colours and icons.
    dialogs
        How the user is asked; None = with the system's dialogs.
    play
        Plays a sound file; None = recordings of consent cannot be listened to here.
    """

    def __init__(
        self,
        model: LibraryModel,
        theme: Theme,
        dialogs: LibraryDialogs | None = None,
        play: Callable[[Path], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._dialogs = dialogs or LibraryDialogs()
        self.messages = MessageBar(model, theme)
        self.detail = LibraryDetail(model, theme, self._dialogs, play)
        self.grid = LibraryGrid(model, theme)
        self.search = QLineEdit()
        self.tag = QComboBox()
        self.favourites = QToolButton()
        self.import_ = QPushButton(tr("&Import"))
        self.storage = ElidedLabel("", "faint")
        self.empty = label("", "muted", wrap=True)
        self.clear = QPushButton(tr("Show all voices"))
        self._segments: dict[str, QPushButton] = {}
        self._kinds = QButtonGroup(self)
        FileDrop(self, model.import_files, wanted=_exchange_files, light=self._mark_drop)
        self._build()
        self._connect()
        self._paint_icons()
        self._on_reset()
        self._show_storage()

    def set_player(self, play: Callable[[Path], None]) -> None:
        """Let recordings be listened to."""
        self.detail.set_player(play)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # ---- building ----

    def _build(self) -> None:
        self._frame, column = panel(margin=12)
        title = label(tr("VOICES"), "section")
        title.setFixedHeight(HEADER_HEIGHT)
        self.import_.setProperty("role", "small")
        self.import_.setIconSize(QSize(16, 16))
        self.import_.setToolTip(
            tr("Take voices from {suffix} files, or drop them here", suffix=EXCHANGE_SUFFIX)
        )
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(title)
        head.addSpacing(GAP)
        for kind, text in _KINDS:
            button = QPushButton(tr(text))
            button.setCheckable(True)
            button.setProperty("role", "segment")
            self._kinds.addButton(button)
            self._segments[kind] = button
            head.addWidget(button)
        self.storage.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.storage, 1)
        head.addWidget(self.import_)
        column.addLayout(head)
        self.search.setPlaceholderText(tr("Search voices"))
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)  # files are dropped on the area
        self.search.setAccessibleName(tr("Search voices"))
        self.search.setToolTip(tr("Search names, descriptions and tags (Ctrl+F)"))
        self._magnifier = self.search.addAction(
            self._theme.icon("search", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.tag.setAccessibleName(tr("Tag"))
        self.tag.setToolTip(tr("Voices with one tag only"))
        self.tag.setMinimumWidth(132)
        self.tag.setMaxVisibleItems(16)
        ignore_stray_wheel(self.tag)
        self.favourites.setProperty("role", "plain")
        self.favourites.setCheckable(True)
        self.favourites.setIconSize(QSize(18, 18))
        self.favourites.setToolTip(tr("Favourites only"))
        self.favourites.setAccessibleName(tr("Favourites only"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.search, 1)
        row.addWidget(self.tag)
        row.addWidget(self.favourites)
        column.addLayout(row)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing = QWidget()
        inner = QVBoxLayout(nothing)
        inner.setSpacing(GAP)
        inner.addStretch(1)
        inner.addWidget(self.empty)
        inner.addWidget(self.clear, alignment=Qt.AlignmentFlag.AlignCenter)
        inner.addStretch(2)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.grid)
        self.stack.addWidget(nothing)
        column.addWidget(self.stack, 1)
        self.detail.setFixedWidth(DETAIL_WIDTH)
        columns = QHBoxLayout()
        columns.setSpacing(GAP)
        columns.addWidget(self._frame, 1)
        columns.addWidget(self.detail)
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 12, 12, 12)
        body.setSpacing(GAP)
        body.addWidget(self.messages)
        body.addLayout(columns, 1)

    def _connect(self) -> None:
        model = self._model
        self.search.textChanged.connect(model.voices.set_text)
        self.search.returnPressed.connect(self._choose_first)
        for kind, button in self._segments.items():
            button.clicked.connect(lambda _=False, kind=kind: model.voices.set_kind(kind))
        self.tag.activated.connect(self._on_tag)
        self.favourites.toggled.connect(model.voices.set_favourites_only)
        self.clear.clicked.connect(model.voices.show_all)
        self.import_.clicked.connect(self._on_import)
        self.grid.selectionModel().currentChanged.connect(self._on_current_changed)
        self.grid.removal_asked.connect(self.detail.ask_to_remove)
        self.grid.renaming_asked.connect(self.detail.edit_name)
        model.voices.modelReset.connect(self._on_reset)
        model.selection_changed.connect(self._show_choice)
        model.changed.connect(self._show_storage)
        self._theme.changed.connect(self._paint_icons)

    # ---- what the user does ----

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Look again: the command line may have changed the library."""
        super().showEvent(event)
        self._model.reload()
        self._show_storage()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrow down leaves the search field for the cards; Escape clears the search."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.grid.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.grid.currentIndex().isValid():
                self.grid.setCurrentIndex(self._model.voices.index(0))
        elif event.matches(QKeySequence.StandardKey.Cancel) and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _mark_drop(self, on: bool) -> None:
        self._frame.setProperty("drop", on)
        restyle(self._frame)

    def _on_import(self) -> None:
        paths = self._dialogs.voices_to_import(self)
        if paths:
            self._model.import_files(paths)

    def _on_tag(self, row: int) -> None:
        self._model.voices.set_tag(self.tag.itemData(row))

    def _choose_first(self) -> None:
        voice = self._model.voices.voice_at(0)
        if voice is not None:
            self._model.select(voice.id)

    def _on_current_changed(self, current: QModelIndex) -> None:
        voice = current.data(VoiceRole.VOICE) if current.isValid() else None
        if voice is not None:
            self._model.select(voice.id)

    # ---- showing ----

    def _on_reset(self) -> None:
        voices = self._model.voices
        self._segments[voices.kind].setChecked(True)
        for kind, _ in _KINDS:
            self._segments[kind].setToolTip(number_of_voices(voices.count_of(kind)))
        with QSignalBlocker(self.search), QSignalBlocker(self.favourites):
            if self.search.text() != voices.text:
                self.search.setText(voices.text)
            self.favourites.setChecked(voices.favourites_only)
        self._show_tags()
        self.stack.setCurrentIndex(0 if voices.rowCount() else 1)
        self.empty.setText(self._empty_text())
        self.clear.setVisible(voices.total > voices.rowCount())
        self._show_choice()

    def _empty_text(self) -> str:
        voices = self._model.voices
        if voices.text:
            return tr("No voice matches “{text}”.", text=voices.text)
        if voices.favourites_only:
            return tr("No favourites here. A click on the star of a voice makes it one.")
        if voices.kind == "own":
            return tr(
                "You have no voices of your own yet. Import a {suffix} file, or drop it here.",
                suffix=EXCHANGE_SUFFIX,
            )
        return tr("There are no voices of this kind.")

    def _show_tags(self) -> None:
        voices = self._model.voices
        with QSignalBlocker(self.tag):
            self.tag.clear()
            self.tag.addItem(tr(_ANY_TAG), None)
            for tag in voices.tags[:200]:
                self.tag.addItem(tag_text(clean(tag, longest=40)), tag)
            row = 0 if voices.tag is None else self.tag.findData(voices.tag)
            if row < 0:  # the last voice with it is gone
                self.tag.addItem(tag_text(clean(voices.tag or "", longest=40)), voices.tag)
                row = self.tag.count() - 1
            self.tag.setCurrentIndex(row)

    def _show_choice(self) -> None:
        voice = self._model.voice
        row = self._model.voices.row_of(voice.id if voice else None)
        selection = self.grid.selectionModel()
        if row < 0:
            with QSignalBlocker(selection):
                selection.clear()
        elif self.grid.currentIndex().row() != row or not selection.hasSelection():
            index = self._model.voices.index(row)
            with QSignalBlocker(selection):
                self.grid.setCurrentIndex(index)
            self.grid.scrollTo(index)
        self.grid.viewport().update()

    def _show_storage(self) -> None:
        own = self._model.voices.count_of("own")
        if own:
            self.storage.setText(
                tr("{count} of your own, {size}", count=own, size=size(self._model.total_bytes()))
            )
        else:
            self.storage.setText("")
        self.storage.setToolTip(tr("They lie in {folder}", folder=self._model.folder))

    def _paint_icons(self) -> None:
        self._magnifier.setIcon(self._theme.icon("search", "text_faint"))
        self.import_.setIcon(self._theme.icon("import"))
        self.favourites.setIcon(self._theme.icon("star", checked="warning"))
        self.grid.viewport().update()


def _exchange_files(data: QMimeData) -> list[Path]:
    """Return the exchange files among what is dropped."""
    return [path for path in files_in(data) if path.name.lower().endswith(EXCHANGE_SUFFIX)]
