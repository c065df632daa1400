"""The Settings area: a list of pages at the left, the chosen one at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import tr
from syrinx.app.views.parts import label, panel
from syrinx.app.views.tabs import Page
from syrinx.app.views.tokens import GAP

LIST_WIDTH = 208
ITEM_HEIGHT = 36
TEXT_WIDTH = 640
"""Lines of text are not longer than the eye follows."""
WIDE = 960
"""Of a page of pictures and lists."""


class SettingsView(QWidget):
    """Pages by name; each feature brings its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setObjectName("pages")
        self.list.setAccessibleName(tr("Settings"))
        self.list.setAccessibleDescription(tr("Pages; the arrow keys move along them"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget()
        side, column = panel(margin=GAP, spacing=GAP)
        side.setFixedWidth(LIST_WIDTH)
        column.addWidget(self.list)
        main, rows = panel(margin=0, spacing=0)
        rows.addWidget(self.stack)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(GAP)
        row.addWidget(side)
        row.addWidget(main, 1)
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)

    def add_page(self, name: str, page: QWidget, *, wide: bool = False) -> None:
        """Offer a page; the first one is shown. A wide one is more than text.

        The name is marked English; the list shows it in the language of the window.
        """
        page.setMaximumWidth(WIDE if wide else TEXT_WIDTH)
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        # A row asks for the height of lines as long as the page is wide, a column would not.
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(page, 1)
        row.addStretch(0)
        whole = Page(label(tr(name), "title"), held)
        self.stack.addWidget(whole)
        item = QListWidgetItem(tr(name))
        item.setData(Qt.ItemDataRole.UserRole, name)
        item.setSizeHint(QSize(0, ITEM_HEIGHT))  # else that of before the style sheet is kept
        self.list.addItem(item)
        if self.list.count() == 1:
            self.list.setCurrentRow(0)

    def show_page(self, name: str) -> None:
        """Show the page of this name; an unknown one changes nothing."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(row)


def column_of(widget: QWidget) -> QVBoxLayout:
    """Give a page a column without margins, and return it."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    return column
