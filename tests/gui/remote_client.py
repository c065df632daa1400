"""A client of the remote control in the test's own thread, and bare sockets."""

from __future__ import annotations

import json
import socket
import time
from typing import Any

from PySide6.QtWidgets import QApplication
from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Response
from websockets.protocol import State
from websockets.uri import parse_uri

PATIENCE_S = 10.0


class Raw:
    """A TCP connection whose other end runs in this thread's event loop."""

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self.socket = socket.create_connection((host, port), timeout=5)
        self.socket.setblocking(False)
        self.closed = False

    def send(self, data: bytes) -> None:
        end = time.monotonic() + PATIENCE_S
        while data and time.monotonic() < end:
            try:
                data = data[self.socket.send(data) :]
            except BlockingIOError:
                QApplication.processEvents()
            except OSError:
                self.closed = True
                return

    def receive(self) -> bytes:
        """Let the server work, and return what it has sent."""
        QApplication.processEvents()
        try:
            data = self.socket.recv(1 << 20)
        except BlockingIOError:
            return b""
        except OSError:
            data = b""
        self.closed = self.closed or not data
        return data

    def rest(self) -> bytes:
        """Return everything until the server hangs up."""
        found, end = b"", time.monotonic() + PATIENCE_S
        while not self.closed:
            assert time.monotonic() < end, "the server does not hang up"
            found += self.receive()
        return found

    def close(self) -> None:
        self.socket.close()


class Client:
    """A WebSocket client. Fails when the server says nothing for ten seconds."""

    def __init__(
        self,
        port: int,
        *,
        token: str | None = None,
        path: str = "/",
        headers: dict[str, str] | None = None,
        host: str = "127.0.0.1",
    ) -> None:
        name = f"[{host}]" if ":" in host else host
        self.raw = Raw(port, host)
        self.protocol = ClientProtocol(parse_uri(f"ws://{name}:{port}{path}"), max_size=1 << 22)
        request = self.protocol.connect()
        if token is not None:
            request.headers["Authorization"] = f"Bearer {token}"
        for key, value in (headers or {}).items():
            if key in request.headers:
                del request.headers[key]
            request.headers[key] = value
        self.protocol.send_request(request)
        self.messages: list[dict[str, Any]] = []
        self.status: int | None = None
        self._number = 0
        end = time.monotonic() + PATIENCE_S
        while self.status is None and time.monotonic() < end:
            self.pump()
        assert self.status is not None, "no answer to the handshake"

    @property
    def is_open(self) -> bool:
        return self.protocol.state is State.OPEN

    @property
    def close_code(self) -> int | None:
        return self.protocol.close_code

    def pump(self) -> None:
        """Send what is due, let the server work, take what came."""
        for data in self.protocol.data_to_send():
            if data:
                self.raw.send(data)
        data = self.raw.receive()
        if data:
            self.protocol.receive_data(data)
        elif self.raw.closed:
            self.protocol.receive_eof()
        for event in self.protocol.events_received():
            if isinstance(event, Response):
                self.status = event.status_code
            elif isinstance(event, Frame) and event.opcode is Opcode.TEXT:
                self.messages.append(json.loads(bytes(event.data)))

    def send_text(self, text: str | bytes) -> None:
        self.protocol.send_text(text.encode() if isinstance(text, str) else text)
        self.pump()

    def ask(self, op: str, **entries: Any) -> Any:
        """Return the result; an error is an AssertionError with its sentence."""
        answer = self.raw_ask({"op": op, **entries})
        assert answer["ok"], answer["error"]
        return answer["result"]

    def refused(self, op: str, **entries: Any) -> str:
        """Return the sentence of an error."""
        answer = self.raw_ask({"op": op, **entries})
        assert not answer["ok"], answer
        return str(answer["error"])

    def raw_ask(self, message: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        self.send_text(json.dumps({"id": self._number, **message}))
        return self.wait(lambda got: got.get("id") == self._number)

    def wait(self, fits: Any) -> dict[str, Any]:
        """Return the first message that fits, and forget those before it."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            while self.messages:
                message = self.messages.pop(0)
                if fits(message):
                    return message
            assert self.is_open, f"hung up: {self.close_code}"
            self.pump()
        raise AssertionError("the server said nothing that was waited for")

    def event(self, name: str) -> dict[str, Any]:
        return self.wait(lambda got: got.get("event") == name)

    def wait_closed(self) -> int | None:
        end = time.monotonic() + PATIENCE_S
        while not self.raw.closed:
            assert time.monotonic() < end, "the server does not hang up"
            self.pump()
        self.pump()
        return self.close_code

    def close(self) -> None:
        self.raw.close()
        QApplication.processEvents()
