"""Who may be heard, as buttons: mute, push-to-talk, and the red strip of a panic."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.keys import KeysModel
from syrinx.app.viewmodels.mute import MuteModel
from syrinx.app.views.parts import label, restyle
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import MARGIN, UNIT


class MuteControls(QWidget):
    """Push-to-talk, mute and panic."""

    def __init__(self, mute: MuteModel, keys: KeysModel, theme: Theme) -> None:
        super().__init__()
        self._mute, self._keys, self._theme = mute, keys, theme
        self.talk = _button("talk", tr("Push to talk"), checkable=True)
        self.mute = _button("mute", tr("Mute"), checkable=True)
        self.panic = _button("panic", tr("Panic"), checkable=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        for button in (self.talk, self.mute, self.panic):
            row.addWidget(button)
        self.talk.clicked.connect(mute.set_push_to_talk)
        self.mute.clicked.connect(mute.set_muted)
        self.panic.clicked.connect(lambda: mute.set_panic(True))
        mute.changed.connect(self._show)
        keys.changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        mute = self._mute
        self.talk.setChecked(mute.push_to_talk)
        self.mute.setChecked(mute.muted)
        talk_key = self._keys.key_of("push_to_talk")
        self.talk.setToolTip(
            tr(
                "Your voice goes out only while you hold {key}.\nThe soundboard goes on.",
                key=talk_key,
            )
            if talk_key
            else tr(
                "Your voice goes out only while you hold a key: give “Push to talk” a key in "
                "Settings, Keys."
            )
        )
        self.mute.setToolTip(
            self._with_key(tr("Silence your voice; the soundboard goes on"), "mute")
        )
        self.panic.setToolTip(self._with_key(tr("Silence everything at once"), "panic"))
        state = "open" if mute.push_to_talk and mute.talking else ""
        if self.talk.property("state") != state:
            self.talk.setProperty("state", state)
            restyle(self.talk)
        talk_token = "accent_text" if state else "text"
        self.talk.setIcon(self._theme.icon("microphone", "text_muted", checked=talk_token))
        self.mute.setIcon(self._theme.icon("mute", "text_muted", checked="danger_text"))
        self.panic.setIcon(self._theme.icon("stop", "danger"))

    def _with_key(self, text: str, action: str) -> str:
        key = self._keys.key_of(action)
        return f"{text} ({key})" if key else text


class PanicStrip(QFrame):
    """Says in red that nothing goes out, and takes it back."""

    def __init__(self, mute: MuteModel, keys: KeysModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panic")
        self._keys, self._theme = keys, theme
        self._icon = QLabel()
        self.text = label("", "panic")
        self.release = QPushButton(tr("Let sound out again"))
        self.release.setObjectName("unpanic")
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.release)
        self.release.clicked.connect(lambda: mute.set_panic(False))
        keys.changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        key = self._keys.key_of("panic")
        self.text.setText(
            tr("Panic mute: nothing goes out. Press {key} to take it back.", key=key)
            if key
            else tr("Panic mute: nothing goes out.")
        )
        self._icon.setPixmap(self._theme.pixmap("mute", "danger_text", 18, 2.0))


def _button(name: str, text: str, *, checkable: bool) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", "small")
    button.setCheckable(checkable)
    button.setIconSize(QSize(15, 15))
    return button
