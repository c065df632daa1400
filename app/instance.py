"""One window per data folder: a second start shows the first one's window and says so."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from syrinx.dsp.errors import SyrinxError

LOCK_NAME = "window.lock"


class SingleInstance(QObject):
    """Holds the lock of the data folder while the window is open.

    Raises
    ------
    SyrinxError
        Another window has the lock (it is asked to come to the front), or the folder cannot be
        written.
    """

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = folder / LOCK_NAME
        name = "syrinx-" + hashlib.sha256(str(folder).encode()).hexdigest()[:16]
        self._server: QLocalServer | None = None
        self._lock = QLockFile(str(path))
        self._lock.setStaleLockTime(0)  # only a dead owner makes it stale, not its age
        if not self._lock.tryLock(100):
            if self._lock.error() == QLockFile.LockError.LockFailedError:
                _ask_to_raise(name)
                raise SyrinxError(
                    "Syrinx is already open; close its window first, or set SYRINX_HOME to "
                    "another folder for a second one."
                )
            raise SyrinxError(f"Cannot write {path}; set SYRINX_HOME to a folder you can write.")
        QLocalServer.removeServer(name)  # left by a process that died
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(name)

    def close(self) -> None:
        """Give the lock back."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_connection(self) -> None:
        if self._server is not None:
            connection = self._server.nextPendingConnection()
            connection.disconnectFromServer()
            connection.deleteLater()
            self.raise_requested.emit()


def _ask_to_raise(name: str) -> None:
    socket = QLocalSocket()
    socket.connectToServer(name)
    socket.waitForConnected(500)
    socket.abort()
