"""The remote control's WebSocket server: on this computer only, for those who know the token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QTcpServer, QTcpSocket

from syrinx.app.services.remote_limits import Desk
from syrinx.dsp.errors import SyrinxError

if TYPE_CHECKING:
    from syrinx.app.services.remote_session import RemoteSession

MAX_CLIENTS = 32
_HOME = QHostAddress.SpecialAddress.LocalHost
_HOME_6 = QHostAddress.SpecialAddress.LocalHostIPv6


class RemoteServer(QObject):
    """Listens on 127.0.0.1 and, where there is one, on ::1; on nothing else.

    Parameters
    ----------
    desk
        Answers all clients.
    """

    clients_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._servers: list[QTcpServer] = []
        self._sessions: list[RemoteSession] = []
        self._token = ""
        self._origins: frozenset[str] = frozenset()

    @property
    def port(self) -> int | None:
        """Where it listens; None = nowhere."""
        return self._servers[0].serverPort() if self._servers else None

    @property
    def clients(self) -> int:
        """How many have come in."""
        return sum(1 for session in self._sessions if session.is_open)

    def listen(self, port: int, *, token: str, origins: frozenset[str] = frozenset()) -> None:
        """Begin to listen.

        Parameters
        ----------
        port
            0 = any free one.
        token
            What clients must know.
        origins
            Web pages that may connect, as their browser names them.

        Raises
        ------
        SyrinxError
            The port is taken, or the token is not worth the name.
        """
        self.close()
        if len(token) < 16:
            raise SyrinxError("The remote control needs a token: renew it.")
        self._token, self._origins = token, origins
        first = self._listen(_HOME, port)
        self._servers.append(first)
        try:
            self._servers.append(self._listen(_HOME_6, first.serverPort()))
        except _NoSuchAddressError:
            return  # a computer without IPv6
        except SyrinxError:
            self.close()
            raise

    def publish(self, topic: str, message: dict[str, Any]) -> None:
        """Send a message to those who subscribed to a topic."""
        for session in list(self._sessions):
            if topic in session.topics:
                session.send(message)

    def wanted(self, topic: str) -> bool:
        """Whether anybody subscribed to a topic."""
        return any(topic in session.topics for session in self._sessions)

    def close(self) -> None:
        """Hang up on everybody and listen no longer."""
        for server in self._servers:
            server.close()
            server.deleteLater()
        self._servers = []
        for session in list(self._sessions):
            session.close()
            session.abort()

    def _listen(self, address: QHostAddress.SpecialAddress, port: int) -> QTcpServer:
        server = QTcpServer(self)
        server.setMaxPendingConnections(MAX_CLIENTS)
        server.newConnection.connect(lambda: self._on_connection(server))
        if server.listen(address, port):
            return server
        error, text = server.serverError(), server.errorString()
        server.deleteLater()
        if error == QAbstractSocket.SocketError.SocketAddressNotAvailableError or (
            address == _HOME_6
            and error == QAbstractSocket.SocketError.UnsupportedSocketOperationError
        ):
            raise _NoSuchAddressError(text)
        why = text[:1].lower() + text[1:]
        raise SyrinxError(
            f"Port {port} cannot be used for the remote control ({why}): choose another one."
        )

    def _on_connection(self, server: QTcpServer) -> None:
        while server.hasPendingConnections():
            socket = server.nextPendingConnection()
            at_home = socket.peerAddress().isLoopback() and socket.localAddress().isLoopback()
            if not at_home or len(self._sessions) >= MAX_CLIENTS:
                socket.abort()
                socket.deleteLater()
                continue
            self._admit(socket)

    def _admit(self, socket: QTcpSocket) -> None:
        # Not before somebody comes: the package of the protocol takes 90 ms to import.
        from syrinx.app.services.remote_session import RemoteSession

        session = RemoteSession(socket, self._desk, token=self._token, origins=self._origins)
        self._sessions.append(session)
        session.ended.connect(lambda: self._on_ended(session))
        session.begin()
        self.clients_changed.emit()

    def _on_ended(self, session: RemoteSession) -> None:
        if session in self._sessions:
            self._sessions.remove(session)
            session.deleteLater()
            self.clients_changed.emit()


class _NoSuchAddressError(SyrinxError):
    """The computer has no such address."""
