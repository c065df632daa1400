"""A web server of this computer whose moods a test chooses."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server:
    """What it gives, how, and what it was asked.

    Attributes
    ----------
    content, tag
        The one file, and its ETag.
    ranges
        Whether it can begin in the middle.
    stop_after
        Breaks the connection after so many bytes, once for each entry.
    redirect
        Sends the asker elsewhere.
    status
        Instead of the file.
    announced
        Length that it announces; None = the true one.
    gate
        Holds the rest back, after the first bytes, until it is set.
    asked
        ``Range`` headers, "" without one.
    """

    def __init__(self, content: bytes) -> None:
        self.content, self.tag = content, '"one"'
        self.ranges = True
        self.stop_after: list[int] = []
        self.redirect = ""
        self.status = 200
        self.announced: int | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.asked: list[str] = []
        self.port = 0

    def url(self, name: str = "model.tar.bz2") -> str:
        """Return an address of the file."""
        return f"http://127.0.0.1:{self.port}/files/{name}"


@contextmanager
def serving(content: bytes) -> Iterator[Server]:
    """Serve one file."""
    told = Server(content)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.asked.append(self.headers.get("Range", ""))
            if told.redirect:
                self.send_response(302)
                self.send_header("Location", told.redirect)
                self.end_headers()
                return
            if told.status != 200:
                self.send_error(told.status)
                return
            begin = self._begin()
            body = told.content[begin:]
            length = len(body) if told.announced is None else told.announced
            self.send_response(206 if begin else 200)
            if begin:
                end = len(told.content)
                self.send_header("Content-Range", f"bytes {begin}-{end - 1}/{end}")
            self.send_header("Content-Length", str(length))
            self.send_header("ETag", told.tag)
            self.end_headers()
            if told.stop_after:
                body = body[: told.stop_after.pop(0)]
            self._send(body)
            self.close_connection = True

        def _begin(self) -> int:
            wanted = re.match(r"bytes=(\d+)-", self.headers.get("Range", ""))
            same = self.headers.get("If-Range", told.tag) == told.tag
            return int(wanted[1]) if wanted and told.ranges and same else 0

        def _send(self, body: bytes) -> None:
            try:
                self.wfile.write(body[:4096])
                self.wfile.flush()
                told.gate.wait(10)
                self.wfile.write(body[4096:])
            except ConnectionError:
                pass  # the asker had enough

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    told.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield told
    finally:
        told.gate.set()
        server.shutdown()
        server.server_close()  # waits for its threads
        thread.join()
