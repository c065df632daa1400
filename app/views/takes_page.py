"""The takes of the strip: the list, and what can be done with the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMessageBox, QToolButton, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.recordings import RecordingsModel
from syrinx.app.views.reveal import reveal
from syrinx.app.views.take_list import TakeList
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT


class TakesPage(QWidget):
    """List and buttons.

    Parameters
    ----------
    show_file
        Shows a file in the file manager.
    may_delete
        Asks whether a file may be deleted for good, as there is no trash.
    """

    def __init__(
        self,
        model: RecordingsModel,
        theme: Theme,
        *,
        show_file: Callable[[Path], None] = reveal,
        may_delete: Callable[[QWidget, Path], bool] | None = None,
    ) -> None:
        super().__init__()
        self._model, self._theme = model, theme
        self._show_file = show_file
        self._may_delete = may_delete or ask_to_delete
        self.list = TakeList(model, theme)
        self.play = _tool(tr("Play"), tr("Play the chosen take (Enter)"))
        self.show_button = _tool(tr("Show in folder"), tr("Show the take in its folder"))
        self.rename = _tool(tr("Rename"), tr("Rename the take (F2)"))
        self.delete = _tool(tr("Delete"), tr("Move the take to the trash (Delete)"))
        grid = QGridLayout()
        grid.setSpacing(UNIT)
        for place, widget in enumerate((self.play, self.show_button, self.rename, self.delete)):
            grid.addWidget(widget, place // 2, place % 2)
        grid.setRowStretch(2, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.list, 1)
        row.addLayout(grid)
        self.play.clicked.connect(lambda: model.toggle(self.list.currentIndex()))
        self.show_button.clicked.connect(self._on_show)
        self.rename.clicked.connect(lambda: self.list.edit(self.list.currentIndex()))
        self.delete.clicked.connect(lambda: self._on_delete(self.list.currentIndex()))
        self.list.play_pressed.connect(model.toggle)
        self.list.delete_pressed.connect(self._on_delete)
        self.list.selectionModel().currentChanged.connect(self._refresh)
        model.takes.rowsRemoved.connect(self._refresh)
        model.takes.modelReset.connect(self._refresh)
        model.playing_changed.connect(self._refresh)
        theme.changed.connect(self._refresh)
        if model.takes.rowCount():
            self.list.setCurrentIndex(model.takes.index(0))
        self._refresh()

    def _refresh(self) -> None:
        take = self._model.takes.take(self.list.currentIndex())
        playing = take is not None and self._model.is_playing(take)
        self.play.setAccessibleName(tr("Stop") if playing else tr("Play"))
        icons = ((self.play, "stop" if playing else "start"), (self.show_button, "folder"))
        for widget, icon in (*icons, (self.rename, "rename"), (self.delete, "trash")):
            widget.setIcon(self._theme.icon(icon))
            widget.setEnabled(take is not None)

    def _on_show(self) -> None:
        take = self._model.takes.take(self.list.currentIndex())
        if take is not None:
            self._show_file(take.path)

    def _on_delete(self, index: QModelIndex) -> None:
        take = self._model.takes.take(index)
        if take is None or self._model.delete(index):
            return
        if self._may_delete(self, take.path):
            self._model.takes.delete(index)


def ask_to_delete(parent: QWidget, path: Path) -> bool:
    """Ask; the safe answer is the default."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Delete this take"))
    box.setText(tr("{name} cannot be moved to the trash. Delete it for good?", name=path.name))
    box.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.button(QMessageBox.StandardButton.Discard).setText(tr("Delete"))
    agreed = box.exec() == QMessageBox.StandardButton.Discard
    box.deleteLater()
    return agreed


def _tool(name: str, tooltip: str) -> QToolButton:
    made = QToolButton()
    made.setProperty("role", "plain")
    made.setIconSize(QSize(16, 16))
    made.setAccessibleName(name)
    made.setToolTip(tooltip)
    return made
