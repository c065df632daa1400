"""One connection to the remote control: its handshake, its limits, its messages.

The protocol (RFC 6455) is that of the package ``websockets``, which does no input or output of
its own; the bytes go through Qt's socket, so that everything happens in the window's thread.
"""

from __future__ import annotations

import hmac
import json
import logging
import sys
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QAbstractSocket, QTcpSocket
from websockets.frames import CloseCode, Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import State
from websockets.server import ServerProtocol

from syrinx.app.services.remote_limits import Allowance, Desk
from syrinx.dsp.errors import SyrinxError

MAX_MESSAGE = 64 * 1024
"""Bytes of one message."""
MAX_HANDSHAKE = 16 * 1024
HANDSHAKE_MS = 5000
CLOSE_MS = 2000
MAX_UNREAD = 1024 * 1024
"""Bytes that wait for a client that does not read; with more it is cut off."""
RATE, BURST = 100.0, 200.0
"""Frames a second, and how many may come at once."""
_READ = 64 * 1024
_SILENT = logging.Logger("syrinx.remote", level=logging.CRITICAL + 1)
"""What the package would log holds addresses with tokens."""


class RemoteSession(QObject):
    """A client, from its first byte to its last.

    Parameters
    ----------
    socket
        Its connection; the session closes it.
    desk
        Answers what it asks.
    token
        What it must know.
    origins
        Web pages (as in the ``Origin`` header) that may connect; others may not.
    """

    ended = Signal()

    def __init__(
        self, socket: QTcpSocket, desk: Desk, *, token: str, origins: frozenset[str]
    ) -> None:
        super().__init__()
        socket.setParent(self)
        socket.setReadBufferSize(2 * _READ)
        socket.setSocketOption(QAbstractSocket.SocketOption.LowDelayOption, 1)
        self._socket, self._desk = socket, desk
        self._token, self._origins = token, origins
        self._protocol = ServerProtocol(max_size=MAX_MESSAGE, logger=_SILENT)
        self._allowance = Allowance(RATE, BURST)
        self._early = 0
        self._parts: list[bytes] = []
        self._binary = False
        self._is_over = False
        self.topics: set[str] = set()
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self.abort)
        self._deadline.start(HANDSHAKE_MS)
        socket.readyRead.connect(self._on_readable)
        socket.disconnected.connect(self._end)
        socket.errorOccurred.connect(self._on_error)

    @property
    def is_open(self) -> bool:
        """Whether the handshake is done and nobody has hung up."""
        return self._protocol.state is State.OPEN and not self._is_over

    def begin(self) -> None:
        """Read what came before anybody listened."""
        if self._socket.bytesAvailable():
            self._on_readable()

    def send(self, message: dict[str, Any]) -> None:
        """Send a message, unless the connection is over or its client does not read."""
        if not self.is_open:
            return
        if self._socket.bytesToWrite() > MAX_UNREAD:
            self.abort()
            return
        self._protocol.send_text(json.dumps(message).encode())
        self._flush()

    def close(self, code: int = CloseCode.GOING_AWAY, reason: str = "") -> None:
        """Say good-bye and hang up."""
        if not self._is_over:
            self._protocol.fail(code, reason)
            self._flush()

    def abort(self) -> None:
        """Hang up at once."""
        self._socket.abort()
        self._end()

    # ---- bytes ----

    def _on_readable(self) -> None:
        while not self._is_over and self._socket.bytesAvailable():
            data = bytes(self._socket.read(_READ).data())
            if not data:
                return
            if self._protocol.state is State.CONNECTING:
                self._early += len(data)
                if self._early > MAX_HANDSHAKE:
                    self.abort()
                    return
            self._feed(data)

    def _feed(self, data: bytes) -> None:
        self._protocol.receive_data(data)
        for event in self._protocol.events_received():
            if isinstance(event, Request):
                self._open(event)
            elif not self._is_over and self._protocol.state is State.OPEN:
                self._take(event)
        self._flush()

    def _flush(self) -> None:
        for data in self._protocol.data_to_send():
            if data:
                self._socket.write(data)
            else:  # the end of the stream
                self._deadline.start(CLOSE_MS)
                self._socket.disconnectFromHost()

    def _on_error(self, _error: QAbstractSocket.SocketError) -> None:
        self._end()

    def _end(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._deadline.stop()
            self._desk.leave(self)
            self.ended.emit()

    # ---- handshake ----

    def _open(self, request: Request) -> None:
        if self._protocol.close_expected():
            return  # what came behind the request was no HTTP: it has been hung up on
        refusal = self._refusal(request)
        if refusal is not None:
            response = self._protocol.reject(*refusal)
        else:
            response = self._protocol.accept(request)
        self._protocol.send_response(response)
        self._flush()
        if self._protocol.state is State.OPEN:
            self._deadline.stop()
            self._feed(b"")  # what came together with the request

    def _refusal(self, request: Request) -> tuple[HTTPStatus, str] | None:
        """Return why a client is sent away; None = it may come in."""
        hosts = request.headers.get_all("Host")
        port = self._socket.localPort()
        known = {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}
        if len(hosts) != 1 or hosts[0].lower() not in known:
            # A page whose name was made to point here (DNS rebinding) says its own name.
            return HTTPStatus.FORBIDDEN, "Syrinx is called 127.0.0.1 here.\n"
        for origin in request.headers.get_all("Origin"):
            if origin not in self._origins:
                return HTTPStatus.FORBIDDEN, "This page may not control Syrinx.\n"
        if not self._knows_token(request):
            return HTTPStatus.UNAUTHORIZED, "The token is missing or wrong.\n"
        return None

    def _knows_token(self, request: Request) -> bool:
        offered = [
            value.partition(" ")[2].strip()
            for value in request.headers.get_all("Authorization")
            if value.partition(" ")[0].lower() == "bearer"
        ]
        try:
            query = parse_qs(urlsplit(request.path).query, max_num_fields=8)
        except ValueError:
            return False
        offered += query.get("token", [])
        wanted = self._token.encode()
        return len(offered) == 1 and hmac.compare_digest(
            offered[0].encode(errors="surrogateescape"), wanted
        )

    # ---- messages ----

    def _take(self, frame: Any) -> None:
        if not isinstance(frame, Frame):
            return
        if not self._allowance.take():
            self._protocol.fail(CloseCode.POLICY_VIOLATION, "too many messages")
            return
        if frame.opcode not in (Opcode.TEXT, Opcode.BINARY, Opcode.CONT):
            return
        if frame.opcode is not Opcode.CONT:
            self._parts, self._binary = [], frame.opcode is Opcode.BINARY
        self._parts.append(bytes(frame.data))
        if not frame.fin:
            return
        data, self._parts = b"".join(self._parts), []
        if self._binary:
            self._protocol.fail(CloseCode.UNSUPPORTED_DATA, "messages are texts")
            return
        try:
            text = data.decode()
        except UnicodeDecodeError:
            self._protocol.fail(CloseCode.INVALID_DATA, "this is not UTF-8")
            return
        self.send(self._answer(text))

    def _answer(self, text: str) -> dict[str, Any]:
        try:
            message = json.loads(text, parse_constant=_no_constant)
        except (ValueError, RecursionError):
            return {"ok": False, "error": "This is no JSON."}
        if not isinstance(message, dict):
            return {"ok": False, "error": "A message is a JSON object."}
        name = message.get("id")
        head = {"id": name} if isinstance(name, str | int) and len(str(name)[:99]) < 99 else {}
        try:
            return {**head, "ok": True, "result": self._desk.answer(self, message)}
        except SyrinxError as error:
            return {**head, "ok": False, "error": str(error)}
        except Exception:  # reported as any error of the window; the client lives on
            sys.excepthook(*sys.exc_info())
            return {**head, "ok": False, "error": "This is an error in Syrinx itself."}


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")
