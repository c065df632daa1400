"""What the bar of presets asks the user: files, and whether to delete."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from syrinx.app.presets import SUFFIX
from syrinx.app.translation import tr


class PresetDialogs:
    """Asks with the system's dialogs; a test gives its own answers instead."""

    def files_to_import(self, parent: QWidget) -> list[Path]:
        """Ask for files; none when cancelled."""
        names, _ = QFileDialog.getOpenFileNames(parent, tr("Import presets"), "", _filter())
        return [Path(name) for name in names]

    def file_to_export(self, parent: QWidget, suggested: str) -> Path | None:
        """Ask where to export to, and whether a file that is there may be replaced."""
        dialog = QFileDialog(parent, tr("Export presets"), "", _filter())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile("".join(c if c.isalnum() or c in " -_" else "_" for c in suggested))
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def may_delete(self, parent: QWidget, name: str) -> bool:
        """Ask whether a preset may be deleted; the safe answer is the default."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(tr("Delete this preset?"))
        box.setText(tr("Delete the preset “{name}”?", name=name))
        box.setInformativeText(tr("What is heard now stays as it is."))
        delete = QMessageBox.StandardButton.Discard
        box.setStandardButtons(delete | QMessageBox.StandardButton.Cancel)
        box.button(delete).setText(tr("Delete"))
        for button in box.buttons():
            button.setIcon(QIcon())
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        agreed = box.clickedButton() is box.button(delete)
        box.deleteLater()
        return agreed


def _filter() -> str:
    return tr("Presets (*{suffix})", suffix=SUFFIX)
