"""OSC over UDP: on this computer only; the token is the second part of every address."""

from __future__ import annotations

import hmac
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QHostAddress, QUdpSocket

from syrinx.app.osc import OscMessage, OscValue, read_packet
from syrinx.app.services.remote_limits import Allowance
from syrinx.dsp.errors import SyrinxError

RATE, BURST = 500.0, 1000.0
"""Messages a second: a fader that is moved sends a hundred."""
MAX_PACKET = 8192
_AT_ONCE = 64

OnOsc = Callable[[tuple[str, ...], tuple[OscValue, ...]], None]
"""Gets the parts of the address behind the token, and the arguments; may raise SyrinxError."""


class OscServer(QObject):
    """Listens on 127.0.0.1 for ``/syrinx/TOKEN/...``. It never answers.

    Parameters
    ----------
    on_message
        Gets what was sent with the token; what it raises is not told to anybody.
    """

    def __init__(self, on_message: OnOsc, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_message = on_message
        self._socket: QUdpSocket | None = None
        self._token = b""
        self._allowance = Allowance(RATE, BURST)

    @property
    def port(self) -> int | None:
        """Where it listens; None = nowhere."""
        return self._socket.localPort() if self._socket is not None else None

    def listen(self, port: int, *, token: str) -> None:
        """Begin to listen; port 0 = any free one.

        Raises
        ------
        SyrinxError
            The port is taken.
        """
        self.close()
        socket = QUdpSocket(self)
        mode = QUdpSocket.BindFlag.DontShareAddress
        if not socket.bind(QHostAddress.SpecialAddress.LocalHost, port, mode):
            text = socket.errorString()
            socket.deleteLater()
            why = text[:1].lower() + text[1:]
            raise SyrinxError(f"Port {port} cannot be used for OSC ({why}): choose another one.")
        self._token = token.encode()
        socket.readyRead.connect(self._on_readable)
        self._socket = socket

    def close(self) -> None:
        """Listen no longer."""
        if self._socket is not None:
            self._socket.close()
            self._socket.deleteLater()
            self._socket = None

    def _on_readable(self) -> None:
        socket = self._socket
        for _ in range(_AT_ONCE):
            if socket is None or socket is not self._socket or not socket.hasPendingDatagrams():
                return
            datagram = socket.receiveDatagram(MAX_PACKET)
            if datagram.senderAddress().isLoopback():
                self._take(bytes(datagram.data().data()))

    def _take(self, packet: bytes) -> None:
        try:
            messages = read_packet(packet)
        except SyrinxError:
            return
        for message in messages:
            if self._allowance.take():
                self._deliver(message)

    def _deliver(self, message: OscMessage) -> None:
        parts = message.address.split("/")
        if len(parts) < 4 or parts[:2] != ["", "syrinx"]:
            return
        if not hmac.compare_digest(parts[2].encode(errors="surrogateescape"), self._token):
            return
        try:
            self._on_message(tuple(parts[3:]), message.arguments)
        except SyrinxError:
            return
