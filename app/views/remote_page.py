"""Settings, Remote control: WebSocket and OSC, their ports, and the token."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.remote import RemoteModel
from syrinx.app.views.parts import header, ignore_stray_wheel, label
from syrinx.app.views.settings_view import column_of
from syrinx.app.views.tokens import GAP

TEXT = mark(
    "Other programs of this computer, such as Stream Deck, OBS or a script of your own, may do "
    "what the window can do. Nothing from outside this computer can connect, and nobody without "
    "the token. docs/control.md has the messages; “syrinx control” uses it from a terminal."
)
TOKEN_TEXT = mark(
    "Whoever knows the token can switch your microphone. Renew it when somebody has seen it: "
    "programs that use the old one are out."
)
ORIGIN_TEXT = mark(
    "Web pages are refused, since any page you visit could try. If a panel of yours is a page "
    "(a dock of OBS, for instance), write here what its browser calls its origin."
)


class RemotePage(QWidget):
    """Shows a `RemoteModel`."""

    def __init__(self, model: RemoteModel) -> None:
        super().__init__()
        self.setObjectName("remote")
        self._model = model
        self.on = QCheckBox(tr("Let programs of this computer control Syrinx (WebSocket)"))
        self.on.setToolTip(tr("Off unless you switch it on; only with the token, only from here"))
        self.status = label("", "muted", wrap=True)
        self.port = _port(tr("Port of the WebSocket"))
        self.osc_on = QCheckBox(tr("Listen for OSC, too"))
        self.osc_on.setToolTip(tr("The same actions and knobs by OSC over UDP"))
        self.osc_status = label("", "muted", wrap=True)
        self.osc_port = _port(tr("Port for OSC"))
        self.address = _read_only(tr("Address with the token"))
        self.osc_address = _read_only(tr("Beginning of the OSC addresses, with the token"))
        self.show_token = QPushButton(tr("Show"))
        self.show_token.setCheckable(True)
        self.copy = QPushButton(tr("Copy"))
        self.copy_osc = QPushButton(tr("Copy"))
        self.renew = QPushButton(tr("Renew the token"))
        self.origins = QLineEdit()
        self.origins.setAccessibleName(tr("Web pages that may connect"))
        self.origins.setPlaceholderText(tr("None"))
        self.origins.setToolTip(
            tr("Addresses of pages, as http://localhost:8000, with spaces between")
        )
        for button, text in (
            (self.show_token, tr("Show the token")),
            (self.copy, tr("Copy the address with the token")),
            (self.copy_osc, tr("Copy the beginning of the OSC addresses")),
            (self.renew, tr("Make another token; the old one no longer works")),
        ):
            button.setProperty("role", "small")
            button.setToolTip(text)
        self.copy.setAccessibleName(tr("Copy the address"))
        self.copy_osc.setAccessibleName(tr("Copy the OSC address"))
        self._build()
        self.on.toggled.connect(model.set_enabled)
        self.osc_on.toggled.connect(model.set_osc_enabled)
        self.port.editingFinished.connect(lambda: model.set_port(self.port.value()))
        self.osc_port.editingFinished.connect(lambda: model.set_osc_port(self.osc_port.value()))
        self.origins.editingFinished.connect(lambda: model.set_origins(self.origins.text()))
        self.renew.clicked.connect(model.renew_token)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(model.url))
        self.copy_osc.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(model.osc_address)
        )
        self.show_token.toggled.connect(self._show)
        model.changed.connect(self._show)
        self._show()

    def _build(self) -> None:
        column = column_of(self)
        column.addWidget(label(tr(TEXT), "muted", wrap=True))
        column.addLayout(header("WEBSOCKET"))
        column.addWidget(self.on)
        column.addWidget(self.status)
        column.addLayout(_line(tr("Port"), self.port))
        column.addLayout(_line(tr("Address"), self.address, self.show_token, self.copy))
        column.addLayout(header(tr("TOKEN")))
        column.addWidget(label(tr(TOKEN_TEXT), "muted", wrap=True))
        renew = QHBoxLayout()
        renew.addWidget(self.renew)
        renew.addStretch(1)
        column.addLayout(renew)
        column.addLayout(header("OSC"))
        column.addWidget(self.osc_on)
        column.addWidget(self.osc_status)
        column.addLayout(_line(tr("Port"), self.osc_port))
        column.addLayout(_line(tr("Address"), self.osc_address, self.copy_osc))
        column.addLayout(header(tr("WEB PAGES")))
        column.addWidget(label(tr(ORIGIN_TEXT), "muted", wrap=True))
        column.addWidget(self.origins)

    def _show(self) -> None:
        model = self._model
        with (
            QSignalBlocker(self.on),
            QSignalBlocker(self.osc_on),
            QSignalBlocker(self.port),
            QSignalBlocker(self.osc_port),
        ):
            self.on.setChecked(model.enabled)
            self.osc_on.setChecked(model.osc_enabled)
            self.port.setValue(model.port_wanted)
            self.osc_port.setValue(model.osc_port_wanted)
        self.status.setText(model.status)
        self.osc_status.setText(model.osc_status)
        shown = self.show_token.isChecked()
        self.show_token.setText(tr("Hide") if shown else tr("Show"))
        self.address.setText(_hidden(model.url, model.token, shown))
        self.osc_address.setText(_hidden(model.osc_address, model.token, shown))
        if not self.origins.hasFocus():
            self.origins.setText(" ".join(sorted(model.origins)))


def _hidden(text: str, token: str, shown: bool) -> str:
    return text if shown else text.replace(token, "\N{BULLET}" * 12)


def _port(name: str) -> QSpinBox:
    field = QSpinBox()
    field.setRange(1024, 65535)
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setFixedWidth(76)
    field.setAccessibleName(name)
    field.setToolTip(tr("A number from 1024 to 65535 that no other program uses"))
    field.setKeyboardTracking(False)
    ignore_stray_wheel(field)
    return field


def _read_only(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setReadOnly(True)
    field.setAccessibleName(name)
    field.setToolTip(name)
    return field


def _line(caption: str, *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    text = label(caption, "heading")
    text.setFixedWidth(64)
    text.setBuddy(widgets[0])
    row.addWidget(text)
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
    if not isinstance(widgets[0], QLineEdit):
        row.addStretch(1)
    return row
