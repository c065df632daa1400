"""Settings, About: which version this is, and what it contains of others."""

from __future__ import annotations

from importlib import resources
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtGui import QShowEvent
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
        super().showEvent(event)


def _version() -> str:
    try:
        return version("syrinx")
    except PackageNotFoundError:  # run from a folder that was never installed
        return tr("(not installed)")
