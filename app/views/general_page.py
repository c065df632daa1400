"""Settings that concern the whole program: how it looks, and the mark in what cloned voices say."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.main_window import MODE_NAMES, MainWindow
from syrinx.app.views.parts import header, ignore_stray_wheel, label
from syrinx.app.views.settings_view import column_of
from syrinx.app.views.theme import Theme

MARK_TEXT = (
    "What a voice made of somebody's recordings says carries an inaudible mark, which "
    "“syrinx inspect” finds again, after MP3 compression too. It protects the person whose voice "
    "it is: leave it on unless you have a reason."
)


class GeneralPage(QWidget):
    """Theme and mark."""

    def __init__(self, live: LiveModel, window: MainWindow, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("general")
        self._live, self._theme = live, theme
        self.theme = QComboBox()
        self.theme.setAccessibleName("Theme")
        self.theme.setToolTip("How the window looks")
        for mode, name in MODE_NAMES.items():
            self.theme.addItem(name.replace("&", ""), mode)
        ignore_stray_wheel(self.theme)
        self.mark = QCheckBox("&Mark what cloned voices say")
        self.mark.setToolTip("Inaudible; found again by “syrinx inspect FILE”")
        look = QHBoxLayout()
        caption = label("Theme", "heading")
        caption.setBuddy(self.theme)
        look.addWidget(caption)
        look.addWidget(self.theme)
        look.addStretch(1)
        column = column_of(self)
        column.addLayout(header("APPEARANCE"))
        column.addLayout(look)
        column.addLayout(header("CLONED VOICES"))
        column.addWidget(self.mark)
        column.addWidget(label(MARK_TEXT, "muted", wrap=True))
        self.theme.activated.connect(lambda _: window.choose_theme(self.theme.currentData()))
        self.mark.toggled.connect(lambda on: live.change(mark=on))
        live.params_changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        with QSignalBlocker(self.mark):
            self.mark.setChecked(self._live.params.mark)
        self.theme.setCurrentIndex(self.theme.findData(self._theme.mode))
