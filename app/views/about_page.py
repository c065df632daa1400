"""Settings, About: which version this is, and what it contains of others."""

from __future__ import annotations

from importlib import resources
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtGui import (
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from syrinx.app.translation import tr
from syrinx.app.views.parts import header, label
from syrinx.app.views.settings_view import column_of

NOTICES = "third-party.md"
LEAST_HEIGHT = 380


class AboutPage(QWidget):
    """Version, licence, and the notices of others, which stay English as their authors wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("about")
        self.notices = QTextBrowser()
        self.notices.setProperty("verbatim", True)
        self.notices.setAccessibleName(tr("Work of others, and its licences"))
        self.notices.setAccessibleDescription(
            tr("Everything in Syrinx that others have made, with the words of its licence.")
        )
        self.notices.setMinimumHeight(LEAST_HEIGHT)
        self.notices.setOpenLinks(False)
        column = column_of(self)
        column.addLayout(header(tr("PROGRAM")))
        column.addWidget(label(tr("Syrinx {version}", version=_version()), "heading"))
        about = tr(
            "Changes voices, clones them and writes down speech, on this machine alone. Free "
            "software under the Apache License 2.0, without any warranty."
        )
        column.addWidget(label(about, "muted", wrap=True))
        column.addLayout(header(tr("WORK OF OTHERS")))
        what = tr(
            "What Syrinx contains of others or has learned from, and under which licence. Licences "
            "are shown as their authors wrote them."
        )
        column.addWidget(label(what, "muted", wrap=True))
        column.addWidget(self.notices, 1)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Read the notices when somebody wants them."""
        if self.notices.document().isEmpty():
            text = (resources.files("syrinx.assets") / NOTICES).read_text(encoding="utf-8")
            self.notices.setMarkdown(text)
            _lay_out(self.notices.document())
        super().showEvent(event)


def _lay_out(document: QTextDocument) -> None:
    """Headings that are not larger than the window's, and air between paragraphs."""
    document.setDocumentMargin(12)
    document.setIndentWidth(16)
    block = document.begin()
    while block.isValid():
        cursor, level = QTextCursor(block), block.blockFormat().headingLevel()
        layout = block.blockFormat()
        layout.setTopMargin(14 if level else 0)
        layout.setBottomMargin(6)
        cursor.setBlockFormat(layout)
        if level:
            letters = QTextCharFormat()
            letters.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
            letters.setProperty(QTextFormat.Property.FontPixelSize, 15 if level < 3 else 13)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(letters)
        block = block.next()


def _version() -> str:
    try:
        return version("syrinx")
    except PackageNotFoundError:  # run from a folder that was never installed
        return tr("(not installed)")
