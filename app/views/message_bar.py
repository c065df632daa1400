"""One sentence for the user above the work area; errors stay until they are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from syrinx.app.translation import told, tr
from syrinx.app.viewmodels.library import LibraryModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.views.parts import label, restyle
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP

if TYPE_CHECKING:
    from syrinx.app.viewmodels.recognition_models import RecognitionModels
    from syrinx.app.viewmodels.transcribe import TranscribeModel
    from syrinx.app.viewmodels.wizard import WizardModel

INFO_MS = 8000
_ICONS = {
    "error": ("warning", "danger"),
    "warning": ("warning", "warning"),
    "info": ("info", "accent"),
}


class MessageBar(QFrame):
    """Shows the newest message; an information leaves by itself."""

    def __init__(
        self,
        model: LiveModel | LibraryModel | WizardModel | TranscribeModel | RecognitionModels,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._theme = theme
        self._level = "info"
        self._icon = QLabel()
        self.text = label("", "text", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.close_button = QToolButton()
        self.close_button.setProperty("role", "plain")
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.setAccessibleName(tr("Dismiss message"))
        self.close_button.setToolTip(tr("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(GAP)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INFO_MS)
        self._timer.timeout.connect(self.hide)
        self.close_button.clicked.connect(self.hide)
        model.message_posted.connect(self.show_message)
        theme.changed.connect(self._paint_icons)
        self._paint_icons()
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show ``message``; an information does not push an error away."""
        if message.level == "info" and self.isVisible() and self._level == "error":
            return
        self._level = message.level
        text = told(message.text)
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setProperty("level", message.level)
        restyle(self)
        self._paint_icons()
        self._timer.stop()
        if message.level == "info":
            self._timer.start()
        self.show()

    def _paint_icons(self) -> None:
        name, token = _ICONS[self._level]
        self._icon.setPixmap(self._theme.pixmap(name, token, 18, self.devicePixelRatioF()))
        self.close_button.setIcon(self._theme.icon("close"))
