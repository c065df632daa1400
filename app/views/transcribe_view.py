"""The Transcribe area: files at the left, the chosen one's text at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QHideEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from syrinx.app.transcription.queue import Item
from syrinx.app.translation import tr
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.transcribe import TranscribeModel
from syrinx.app.views.file_drop import FileDrop
from syrinx.app.views.message_bar import MessageBar
from syrinx.app.views.splitter_memory import remember_sizes
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN
from syrinx.app.views.transcribe_bar import AddBar
from syrinx.app.views.transcribe_dialogs import TranscribeDialogs
from syrinx.app.views.transcribe_editor import EditorPanel
from syrinx.app.views.transcribe_empty import DropVeil, EmptyPage
from syrinx.app.views.transcribe_export import ExportPopover
from syrinx.app.views.transcribe_files import FilesPanel
from syrinx.app.views.transcribe_search import SearchStrip


class TranscribeView(QWidget):
    """Takes files that are dropped anywhere on it.

    Parameters
    ----------
    dialogs
        Ask the user; a test gives its own answers instead.
    """

    def __init__(
        self,
        model: TranscribeModel,
        theme: Theme,
        dialogs: TranscribeDialogs | None = None,
    ) -> None:
        super().__init__()
        self._model = model
        self._dialogs = dialogs or TranscribeDialogs()
        FileDrop(self, self.add, light=self._show_veil)
        self.add_bar = AddBar(model, theme)
        self.messages = MessageBar(model, theme)
        self.search = SearchStrip(model.search)
        self.empty = EmptyPage(theme)
        self.files = FilesPanel(model, theme, self._dialogs)
        self.editor = EditorPanel(model, theme)
        self.popover = ExportPopover(model, self)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.stack = QStackedWidget()
        self.veil = DropVeil(self)
        self._build()
        self.empty.files.clicked.connect(self.choose_files)
        self.empty.folder.clicked.connect(self.choose_folder)
        self.add_bar.files_pressed.connect(self.choose_files)
        self.add_bar.folder_pressed.connect(self.choose_folder)
        self.add_bar.watch_folder_pressed.connect(self.choose_watched)
        self.files.chosen.connect(self._on_chosen)
        self.files.entered_text.connect(self.editor.focus_text)
        self.editor.export_pressed.connect(self.open_export)
        self.editor.retry_pressed.connect(self.files.retry)
        self.editor.replaced.connect(self._on_replaced)
        self.popover.one_wanted.connect(self._export_one)
        self.popover.all_wanted.connect(self._export_all)
        self.popover.folder_wanted.connect(self._choose_export_folder)
        model.queue_changed.connect(self._show)
        model.added.connect(self.files.list.show_item)
        key = QShortcut(QKeySequence("Ctrl+O"), self)
        key.activated.connect(self.choose_files)
        self._corner = QPoint()
        self._show()
        if model.items:
            self.files.list.show_item(model.items[0].id)

    def close_files(self) -> None:
        """End the thread that reads pictures."""
        self.editor.canvas.close_files()

    def focus_search(self) -> None:
        """Find in the text."""
        self.editor.open_find()

    # ---- what a user does ----

    def add(self, paths: Sequence[Path]) -> None:
        """Append files and folders; the first of them is shown once it was found."""
        self.messages.hide()  # an older error must not hide what is said now
        self._model.add(paths)

    def choose_files(self) -> None:
        """Ask for files."""
        paths = self._dialogs.files(self)
        if paths:
            self.add(paths)

    def choose_folder(self) -> None:
        """Ask for a folder."""
        folder = self._dialogs.folder(self, tr("Folder to transcribe"), None)
        if folder is not None:
            self.add([folder])

    def choose_watched(self) -> None:
        """Ask for the folder that is watched from now on."""
        watch = self._model.watch
        folder = self._dialogs.folder(self, tr("Folder to watch"), watch.folder)
        if folder is not None:
            watch.watch(folder)

    def open_export(self, corner: QPoint) -> None:
        """Show what is exported, and how."""
        if self._model.finished():
            self._corner = corner
            self.popover.open_at(corner, one=self._model.editor.transcript is not None)

    def export(self, items: Sequence[Item]) -> None:
        """Write transcripts; what is there already is asked about."""
        taken = self._model.taken(items)
        answer = "keep"
        if taken:
            asked = self._dialogs.replace_or_keep(self, taken)
            if asked is None:
                return
            answer = asked
        self.messages.hide()
        self._model.export(items, replace=answer == "replace")

    # ---- events ----

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the veil over everything."""
        self.veil.setGeometry(self.rect().adjusted(GAP, GAP, -GAP, -GAP))
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Give the list the keyboard."""
        super().showEvent(event)
        if self.stack.currentWidget() is self.columns:
            self.files.list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Keep what was edited; what plays here is not heard elsewhere."""
        self._model.editor.keep()
        self._model.listen.stop()
        super().hideEvent(event)

    # ---- inside ----

    def _build(self) -> None:
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(12)
        self.files.setMinimumWidth(240)
        self.files.setMaximumWidth(480)
        self.editor.setMinimumWidth(440)
        self.columns.addWidget(self.files)
        self.columns.addWidget(self.editor)
        self.columns.setStretchFactor(0, 2)
        self.columns.setStretchFactor(1, 5)
        self.columns.setSizes([320, 800])
        recall, keep = self._model.recall_layout, self._model.keep_layout
        remember_sizes(self.columns, recall("columns"), partial(keep, "columns"))
        halves = self.editor.halves
        remember_sizes(halves, recall("halves"), partial(keep, "halves"))
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.columns)
        inner = QVBoxLayout()
        inner.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        inner.setSpacing(12)
        inner.addWidget(self.messages)
        inner.addWidget(self.search)
        inner.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.add_bar)
        column.addLayout(inner, 1)

    def _show(self) -> None:
        filled = bool(self._model.items)
        self.stack.setCurrentWidget(self.columns if filled else self.empty)

    def _show_veil(self, over: bool) -> None:
        self.veil.setVisible(over)
        self.veil.raise_()

    def _on_chosen(self, item_id: str | None) -> None:
        self._model.listen.stop()
        self._model.editor.open(item_id)

    def _on_replaced(self, count: int) -> None:
        text = (
            tr("1 place was replaced.")
            if count == 1
            else tr("{count} places were replaced.", count=count)
        )
        self.messages.hide()
        self._model.message_posted.emit(Message(level="info", text=text))

    def _export_one(self) -> None:
        item = self._model.editor.item
        if item is not None:
            self.export([item])

    def _export_all(self) -> None:
        self.export(self._model.finished())

    def _choose_export_folder(self) -> None:
        folder = self._dialogs.folder(self, tr("Folder of transcripts"), self._model.into)
        if folder is not None:
            self.popover.set_folder(folder)
        self.open_export(self._corner)
