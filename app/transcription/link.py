"""A connection to a server, read in a thread of its own: whoever waits for it can give up."""

from __future__ import annotations

import contextlib
import http.client
import queue
import socket
import threading
import urllib.request
from collections.abc import Callable
from types import TracebackType
from typing import Any

CHUNK = 1 << 18
TICK_S = 0.1
"""So often is asked whether the answer is still wanted."""
_JOIN_S = 2.0


class Link:
    """One request.

    The thread is needed because nothing ends the wait of a socket in time: not for a name, nor
    for a server that accepts and then says nothing.

    Parameters
    ----------
    request
        Is sent at once.
    timeout_s
        After so long without a byte the connection counts as lost.
    unwanted
        Asked while it waits; it raises when nobody wants the answer any more.
    handlers
        Of ``urllib.request``, for redirects.
    """

    def __init__(
        self,
        request: urllib.request.Request,
        *,
        timeout_s: float,
        unwanted: Callable[[], None],
        handlers: tuple[Any, ...] = (),
    ) -> None:
        self._unwanted = unwanted
        self._closed = threading.Event()
        self._sockets: list[socket.socket] = []
        self._come: queue.Queue[Any] = queue.Queue(maxsize=4)
        opener = urllib.request.build_opener(_Http(self._sockets), _Https(self._sockets), *handlers)
        self._thread = threading.Thread(
            target=self._run, args=(opener, request, timeout_s), name="download", daemon=True
        )
        self._thread.start()

    def response(self) -> Any:
        """Return the answer's head: ``status`` and ``headers``.

        Raises
        ------
        Exception
            Whatever ``urllib.request`` raises, or ``unwanted``.
        """
        return self._next()

    def read(self) -> bytes:
        """Return what came next; empty at the end. Raises as `response` does."""
        chunk = self._next()
        assert isinstance(chunk, bytes)  # the head was taken before
        return chunk

    def close(self) -> None:
        """Hang up."""
        self._closed.set()
        for ours in self._sockets:  # wakes the thread
            with contextlib.suppress(OSError):
                ours.shutdown(socket.SHUT_RDWR)
        self._thread.join(_JOIN_S)  # one that looks for a name ends by itself

    def __enter__(self) -> Link:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hang up."""
        self.close()

    # ---- inside ----

    def _next(self) -> Any:
        while True:
            self._unwanted()
            with contextlib.suppress(queue.Empty):
                come = self._come.get(timeout=TICK_S)
                if isinstance(come, BaseException):
                    raise come
                return come

    def _run(
        self, opener: urllib.request.OpenerDirector, request: urllib.request.Request, wait_s: float
    ) -> None:
        try:
            with opener.open(request, timeout=wait_s) as response:
                self._give(response)
                while not self._closed.is_set():
                    chunk = response.read1(CHUNK)
                    self._give(chunk)
                    if not chunk:
                        return
        except Exception as error:
            self._give(error)

    def _give(self, come: Any) -> None:
        while not self._closed.is_set():
            with contextlib.suppress(queue.Full):
                self._come.put(come, timeout=TICK_S)
                return


class _Http(urllib.request.HTTPHandler):
    """Remembers its sockets."""

    def __init__(self, sockets: list[socket.socket]) -> None:
        super().__init__()
        self._sockets = sockets

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_kept(http.client.HTTPConnection, self._sockets), req)


class _Https(urllib.request.HTTPSHandler):
    """Remembers its sockets."""

    def __init__(self, sockets: list[socket.socket]) -> None:
        super().__init__()
        self._sockets = sockets

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_kept(http.client.HTTPSConnection, self._sockets), req)


def _kept(kind: type[http.client.HTTPConnection], sockets: list[socket.socket]) -> Any:
    """Return a kind of connection that puts its socket into a list."""

    class Kept(kind):  # type: ignore[valid-type, misc]
        def connect(self) -> None:
            super().connect()
            sockets.append(self.sock)

    return Kept
