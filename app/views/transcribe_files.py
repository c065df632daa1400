"""The left side of the Transcribe area: the queue, and what can be done with its files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QVBoxLayout

from syrinx.app.transcription.queue import Item
from syrinx.app.translation import tr
from syrinx.app.viewmodels.transcribe import TranscribeModel
from syrinx.app.views.parts import ElidedLabel, header
from syrinx.app.views.reveal import reveal
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import UNIT
from syrinx.app.views.transcribe_dialogs import TranscribeDialogs
from syrinx.app.views.transcribe_list import FileList


class FilesPanel(QFrame):
    """The list with its menu, a button that pauses, and how many files there are."""

    chosen = Signal(object)
    entered_text = Signal()

    def __init__(self, model: TranscribeModel, theme: Theme, dialogs: TranscribeDialogs) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._model, self._theme, self._dialogs = model, theme, dialogs
        self.list = FileList(model.rows, theme)
        self.pause = tool(tr("Pause"), "")
        self.pause.setCheckable(True)
        self.more = tool(
            tr("What can be done with the chosen files"),
            tr("Cancel, try again, to the front, remove, show in the folder"),
        )
        self.summary = ElidedLabel("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(UNIT)
        head = header(tr("FILES"), self.pause, self.more)
        head.setContentsMargins(8, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.summary.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.summary)
        self.list.chosen.connect(self.chosen)
        self.list.entered_text.connect(self.entered_text)
        self.list.remove_pressed.connect(self.remove)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.more.clicked.connect(self._on_more)
        self.pause.clicked.connect(model.set_paused)
        model.queue_changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    def menu(self) -> QMenu:
        """Return what can be done with the chosen files; the caller deletes it."""
        items = self.list.items()
        ids = [item.id for item in items]
        menu = QMenu(self)

        def offer(text: str, act: object, wanted: bool) -> None:
            action = menu.addAction(text)
            action.triggered.connect(act)
            action.setEnabled(wanted)

        states = {item.state for item in items}
        active = bool(states & {"waiting", "running"})
        offer(tr("Cancel"), lambda: self._model.cancel(ids), active)
        again = tr("Try again") if "done" not in states else tr("Transcribe again")
        offer(again, self.retry, bool(states - {"waiting", "running"}))
        offer(tr("To the front"), lambda: self._model.to_front(ids), "waiting" in states)
        menu.addSeparator()
        offer(tr("Show in the folder"), lambda: reveal(Path(items[0].path)), len(items) == 1)
        menu.addSeparator()
        offer(tr("Remove from the list"), self.remove, bool(items))
        return menu

    def retry(self) -> None:
        """Let the chosen files be transcribed again; corrected texts are asked about."""
        items = [item for item in self.list.items() if item.state not in ("waiting", "running")]
        done = _done(items)
        if not done or self._dialogs.may_redo(self, done):
            self._model.retry([item.id for item in items])

    def remove(self) -> None:
        """Take the chosen files out of the list; transcripts are asked about."""
        items = self.list.items()
        done = _done(items)
        if items and (not done or self._dialogs.may_remove(self, done)):
            self._model.remove([item.id for item in items])

    # ---- inside ----

    def _on_menu(self, place: QPoint) -> None:
        self._open_menu(self.list.viewport().mapToGlobal(place))

    def _on_more(self) -> None:
        self._open_menu(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.exec(place)
        menu.deleteLater()

    def _show(self) -> None:
        paused = self._model.paused
        self.pause.setChecked(paused)
        self.pause.setAccessibleName(tr("Go on") if paused else tr("Pause"))
        self.pause.setToolTip(
            tr("Go on with the files that wait")
            if paused
            else tr("Begin no further file; the one that runs is finished")
        )
        self.pause.setIcon(self._theme.icon("start" if paused else "pause"))
        self.more.setIcon(self._theme.icon("more"))
        text = self._model.summary
        self.summary.setText(tr("Paused. {summary}", summary=text) if paused else text)


def _done(items: list[Item]) -> int:
    return sum(item.state == "done" for item in items)


def tool(name: str, tip: str) -> QToolButton:
    """Return a small button that shows only an icon."""
    made = QToolButton()
    made.setProperty("role", "plain")
    made.setIconSize(QSize(16, 16))
    made.setAccessibleName(name)
    made.setToolTip(tip or name)
    return made
