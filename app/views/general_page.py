"""Settings of the whole program: how it looks and speaks, and the mark in cloned voices."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QPushButton, QWidget

from syrinx.app.translation import LANGUAGES, mark, tr
from syrinx.app.viewmodels.language import LanguageModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.main_window import MODE_NAMES, MainWindow
from syrinx.app.views.parts import header, ignore_stray_wheel, label, plain
from syrinx.app.views.settings_view import column_of
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP

MARK_TEXT = mark(
    "What a voice made of somebody's recordings says carries an inaudible mark, which "
    "“syrinx inspect” finds again, after MP3 compression too. It protects the person whose voice "
    "it is: leave it on unless you have a reason."
)


class GeneralPage(QWidget):
    """Theme, language and mark."""

    def __init__(
        self, live: LiveModel, window: MainWindow, theme: Theme, language: LanguageModel
    ) -> None:
        super().__init__()
        self.setObjectName("general")
        self._live, self._theme, self._language = live, theme, language
        self.theme = QComboBox()
        self.theme.setAccessibleName(tr("Theme"))
        self.theme.setToolTip(tr("How the window looks"))
        for mode, name in MODE_NAMES.items():
            self.theme.addItem(plain(tr(name)), mode)
        ignore_stray_wheel(self.theme)
        self.language = QComboBox()
        self.language.setAccessibleName(tr("Language"))
        self.language.setToolTip(tr("Language of the window, from the next start on"))
        self.language.addItem(tr("Like the system"), None)
        for key, name in LANGUAGES.items():
            self.language.addItem(name, key)
        ignore_stray_wheel(self.language)
        self.restart = QPushButton(tr("Start again &now"))
        self.restart.setToolTip(tr("Closes Syrinx and opens it in the chosen language"))
        self.mark = QCheckBox(tr("&Mark what cloned voices say"))
        self.mark.setToolTip(tr("Inaudible; found again by “syrinx inspect FILE”"))
        look = QGridLayout()
        look.setColumnStretch(3, 1)
        look.setHorizontalSpacing(GAP)
        rows = ((tr("Theme"), self.theme), (tr("Language"), self.language))
        for row, (name, box) in enumerate(rows):
            caption = label(name, "heading")
            caption.setBuddy(box)
            look.addWidget(caption, row, 0)
            look.addWidget(box, row, 1)
        look.addWidget(self.restart, 1, 2)
        column = column_of(self)
        column.addLayout(header(tr("APPEARANCE")))
        column.addLayout(look)
        column.addLayout(header(tr("CLONED VOICES")))
        column.addWidget(self.mark)
        column.addWidget(label(tr(MARK_TEXT), "muted", wrap=True))
        self.theme.activated.connect(lambda _: window.choose_theme(self.theme.currentData()))
        self.mark.toggled.connect(lambda on: live.change(mark=on))
        self.language.activated.connect(lambda _: language.choose(self.language.currentData()))
        self.restart.clicked.connect(language.restart)
        language.changed.connect(self._show)
        live.params_changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        with QSignalBlocker(self.mark):
            self.mark.setChecked(self._live.params.mark)
        self.theme.setCurrentIndex(self.theme.findData(self._theme.mode))
        self.language.setCurrentIndex(self.language.findData(self._language.choice))
        self.restart.setVisible(self._language.needs_restart)
