"""What the Voices area asks the user: files, a colour, a name, and whether to delete."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QColorDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from syrinx.app.translation import mark, tr
from syrinx.app.voices import EXCHANGE_SUFFIX

_PICTURES = mark("Pictures (*.png *.jpg *.jpeg *.webp *.bmp)")


class LibraryDialogs:
    """Asks with the system's dialogs; a test gives its own answers instead."""

    def voices_to_import(self, parent: QWidget) -> list[Path]:
        """Ask for exchange files; none when cancelled."""
        names, _ = QFileDialog.getOpenFileNames(parent, tr("Import voices"), "", _voice_files())
        return [Path(name) for name in names]

    def file_to_export(self, parent: QWidget, suggested: str) -> Path | None:
        """Ask where to export to, and whether a file that is there may be replaced."""
        dialog = QFileDialog(parent, tr("Export this voice"), "", _voice_files())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(EXCHANGE_SUFFIX.removeprefix("."))  # before it asks
        dialog.selectFile(suggested + EXCHANGE_SUFFIX)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def picture(self, parent: QWidget) -> Path | None:
        """Ask for a picture."""
        name, _ = QFileDialog.getOpenFileName(parent, tr("Choose a picture"), "", tr(_PICTURES))
        return Path(name) if name else None

    def colour(self, parent: QWidget, current: str) -> str | None:
        """Ask for a colour."""
        chosen = QColorDialog.getColor(QColor(current), parent, tr("Colour of this voice"))
        return chosen.name() if chosen.isValid() else None

    def name_of_copy(self, parent: QWidget, suggested: str) -> str | None:
        """Ask for the name of a copy."""
        name, done = QInputDialog.getText(
            parent, tr("Duplicate this voice"), tr("Name of the copy:"), text=suggested
        )
        return name.strip() if done and name.strip() else None

    def may_remove(self, parent: QWidget, name: str, text: str) -> bool:
        """Ask whether a voice may be deleted; the safe answer is the default."""
        box = removal_box(parent, name, text)
        box.exec()
        agreed = box.clickedButton() is box.button(QMessageBox.StandardButton.Discard)
        box.deleteLater()
        return agreed


def _voice_files() -> str:
    return tr("Voices (*{suffix})", suffix=EXCHANGE_SUFFIX)


def removal_box(parent: QWidget, name: str, text: str) -> QMessageBox:
    """Return the question before a deletion."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Delete this voice?"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("Delete “{name}” for good?", name=name))
    box.setInformativeText(text)
    box.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
    box.button(QMessageBox.StandardButton.Discard).setText(tr("Delete"))
    for button in box.buttons():
        button.setIcon(QIcon())  # the desktop's own do not fit the theme
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return box
