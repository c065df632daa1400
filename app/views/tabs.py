"""Pages behind a row of names; each page scrolls when its place is low."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from syrinx.app.translation import tr
from syrinx.app.views.tokens import MARGIN


class Page(QScrollArea):
    """A column of sections that scrolls."""

    def __init__(self, *sections: QWidget) -> None:
        super().__init__()
        scrolled = QWidget()
        scrolled.setObjectName("scrolled")
        self.rows = QVBoxLayout(scrolled)
        self.rows.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        self.rows.setSpacing(12)
        self.rows.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        for section in sections:
            self.add(section)

    def add(self, section: QWidget) -> None:
        """Put a section below the others."""
        self.rows.insertWidget(self.rows.count() - 1, section)

    def _keep_width(self, _low: int, high: int) -> None:
        # The bar takes its room from the margin: rows neither move nor are cut when it comes.
        bar = self.verticalScrollBar().sizeHint().width() if high > 0 else 0
        self.rows.setContentsMargins(MARGIN, 12, max(0, MARGIN - bar), MARGIN)


class Tabs(QWidget):
    """A row of names and the page of the chosen one; the arrow keys move along the row.

    Parameters
    ----------
    name
        What assistive technology calls the row.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QTabBar()
        self.bar.setAccessibleName(name)
        self.bar.setAccessibleDescription(tr("Pages; the arrow keys move along them"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(True)
        self.bar.setUsesScrollButtons(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._on_current_changed)

    @property
    def names(self) -> list[str]:
        """The names in their order, in English."""
        return [self.bar.tabData(index) for index in range(self.bar.count())]

    def add(self, name: str, page: QWidget) -> None:
        """Put a page behind the others; the first one is shown; its name is marked English."""
        self.stack.addWidget(page)
        self.bar.setTabData(self.bar.addTab(tr(name)), name)

    def show_page(self, name: str) -> None:
        """Show the page of this name; an unknown one changes nothing."""
        if name in self.names:
            self.bar.setCurrentIndex(self.names.index(name))

    def _on_current_changed(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        if index >= 0:
            self.chosen.emit(self.names[index])
