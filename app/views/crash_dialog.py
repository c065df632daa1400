"""When something broke: what it was, where it is written down, and how to go on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import mark, tr
from syrinx.app.views.parts import label
from syrinx.app.views.tokens import GAP, MARGIN

WIDTH = 560


class CrashDialog(QDialog):
    """Names the log, offers the report and a new start.

    Parameters
    ----------
    title
        What broke, in a sentence.
    log
        The file with the details.
    report
        Makes the text of the report; called once, now.
    restart
        Starts again. Called when the user wants it, after the dialog is closed.
    restart_text
        What the button says.
    """

    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        log: Path,
        report: Callable[[], str],
        restart: Callable[[], None],
        restart_text: str = mark("&Restart Syrinx"),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Syrinx: something broke"))
        self.setObjectName("crash")
        self.setModal(True)
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._restart = restart
        self.text = label(title, "title", wrap=True)
        self.where = label(tr("The details are in {log}.", log=log), "text", wrap=True)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hint = label(
            tr("The report below names no person and no file. Copy it when you ask for help."),
            "muted",
            wrap=True,
        )
        self.report = QPlainTextEdit(report())
        self.report.setReadOnly(True)
        self.report.setAccessibleName(tr("Report"))
        self.report.setMinimumHeight(160)
        self.copy = QPushButton(tr("&Copy report"))
        self.restart = QPushButton(tr(restart_text))
        self.go_on = QPushButton(tr("&Go on"))
        self.restart.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.restart, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for widget in (self.text, self.where, self.hint, self.report, buttons):
            column.addWidget(widget)
        self.copy.clicked.connect(self._on_copy)
        self.restart.clicked.connect(self._on_restart)
        self.go_on.clicked.connect(self.reject)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(tr("Copied"))

    def _on_restart(self) -> None:
        self.accept()
        self._restart()
