"""What the Transcribe area asks: files, folders, and before something would be lost."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from syrinx.app.transcription.found import SUFFIXES
from syrinx.app.translation import tr

Answer = Literal["replace", "keep"]


class TranscribeDialogs:
    """Asks with the system's dialogs; a test gives its own answers instead."""

    def files(self, parent: QWidget) -> list[Path]:
        """Ask for recordings; none when cancelled."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        kinds = tr("Sound files ({patterns});;All files (*)", patterns=patterns)
        names, _ = QFileDialog.getOpenFileNames(parent, tr("Files to transcribe"), "", kinds)
        return [Path(name) for name in names]

    def folder(self, parent: QWidget, title: str, start: Path | None) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(parent, title, str(start or ""))
        return Path(name) if name else None

    def may_remove(self, parent: QWidget, count: int) -> bool:
        """Ask whether transcripts may be deleted; the safe answer is the default."""
        title = (
            tr("Delete this transcript?")
            if count == 1
            else tr("Delete {count} transcripts?", count=count)
        )
        more = tr("What was corrected in it is lost, too. The recordings stay.")
        return self._agreed(parent, title, more, tr("Delete"))

    def may_redo(self, parent: QWidget, count: int) -> bool:
        """Ask whether finished transcripts may be made again."""
        title = (
            tr("Transcribe this file again?")
            if count == 1
            else tr("Transcribe {count} finished files again?", count=count)
        )
        return self._agreed(parent, title, tr("What you corrected is lost."), tr("Again"))

    def replace_or_keep(self, parent: QWidget, count: int) -> Answer | None:
        """Ask what to do about files that are there already; None = write nothing."""
        box = _box(parent)
        box.setText(
            tr("One of the files is there already.")
            if count == 1
            else tr("{count} of the files are there already.", count=count)
        )
        box.setInformativeText(tr("Keep both gives the new ones names that are free."))
        keep = box.addButton(tr("Keep both"), QMessageBox.ButtonRole.AcceptRole)
        replace = box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        _without_icons(box)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        if clicked is keep:
            return "keep"
        return "replace" if clicked is replace else None

    def _agreed(self, parent: QWidget, title: str, more: str, verb: str) -> bool:
        box = _box(parent)
        box.setText(title)
        box.setInformativeText(more)
        agree = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        _without_icons(box)
        box.exec()
        agreed = box.clickedButton() is agree
        box.deleteLater()
        return agreed


def _box(parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Transcribe"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box


def _without_icons(box: QMessageBox) -> None:
    for button in box.buttons():
        button.setIcon(QIcon())  # the desktop's own do not fit the theme
