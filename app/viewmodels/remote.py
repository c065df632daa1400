"""The remote control as its page shows it: on or off, where it listens, its token, who is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.remote_access import RemoteAccess, load_access, new_token, save_access
from syrinx.app.services.osc_server import OscServer
from syrinx.app.services.remote_server import RemoteServer
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import told, tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.mute import MuteModel
from syrinx.app.viewmodels.presets import PresetsModel
from syrinx.app.viewmodels.remote_desk import RemoteDesk
from syrinx.dsp.errors import SyrinxError

KEY = "remote"
DEFAULT_PORT = 47470
DEFAULT_OSC_PORT = 47471
STATE_MS = 40
"""Changes within this time are told as one."""
MAX_ORIGINS = 8
_DEFAULTS = {
    "enabled": False,
    "osc_enabled": False,
    "port": DEFAULT_PORT,
    "osc_port": DEFAULT_OSC_PORT,
    "origins": [],
}


class RemoteModel(QObject):
    """Opens and closes the servers, and tells subscribers what changes. Off until asked for.

    Parameters
    ----------
    desk
        Answers the messages.
    live, mute, presets
        What subscribers hear of.
    settings
        Keeps whether it is on, and the ports.
    folder
        The data folder, where ``control.json`` says how to get in.
    """

    changed = Signal()

    def __init__(
        self,
        desk: RemoteDesk,
        live: LiveModel,
        mute: MuteModel,
        presets: PresetsModel,
        settings: SettingsStore,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._live, self._settings, self._folder = desk, live, settings, folder
        self.server = RemoteServer(desk, self)
        self.osc = OscServer(desk.on_osc, self)
        self.error: str | None = None
        self.osc_error: str | None = None
        entries = settings.recall_fields(KEY)
        self.enabled = entries.get("enabled") is True
        self.osc_enabled = entries.get("osc_enabled") is True
        self.port_wanted = _port(entries.get("port"), DEFAULT_PORT)
        self.osc_port_wanted = _port(entries.get("osc_port"), DEFAULT_OSC_PORT)
        self.origins = _origins(entries.get("origins"))
        self._access = self._read_access()
        self._opened: object = None
        self._osc_opened: object = None
        self._last: dict[str, Any] = {}
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(STATE_MS)
        self._due.timeout.connect(self._publish_state)
        for signal in (
            live.state_changed, live.voice_changed, live.params_changed, live.latency_changed,
            live.recording_changed, mute.changed, presets.changed, presets.state_changed,
        ):  # fmt: skip
            signal.connect(self._on_changed)
        live.stats_changed.connect(self._publish_levels)
        self.server.clients_changed.connect(self.changed)
        self._apply()

    @property
    def token(self) -> str:
        """What clients must know."""
        return self._access.token

    @property
    def url(self) -> str:
        """The address to give to a program, with the token in it."""
        port = self.server.port or self.port_wanted
        return f"ws://127.0.0.1:{port}/?token={self.token}"

    @property
    def osc_address(self) -> str:
        """The beginning of every OSC address."""
        return f"/syrinx/{self.token}/"

    @property
    def status(self) -> str:
        """How it stands, in a sentence."""
        if self.error is not None:
            return told(self.error)
        if self.server.port is None:
            return tr("Off. Nothing listens.")
        port, count = self.server.port, self.server.clients
        if count == 0:
            return tr("Listening on port {port} of this computer; nobody is connected.", port=port)
        if count == 1:
            return tr(
                "Listening on port {port} of this computer; one program is connected.", port=port
            )
        return tr(
            "Listening on port {port} of this computer; {count} programs are connected.",
            port=port,
            count=count,
        )

    @property
    def osc_status(self) -> str:
        """How OSC stands, in a sentence."""
        if self.osc_error is not None:
            return told(self.osc_error)
        if self.osc.port is None:
            return tr("Off. Nothing listens.")
        return tr("Listening on UDP port {port} of this computer.", port=self.osc.port)

    def set_enabled(self, on: bool) -> None:
        """Listen for programs, or hang up on all of them."""
        self.enabled = on
        self._apply()

    def set_osc_enabled(self, on: bool) -> None:
        """Listen for OSC, or do not."""
        self.osc_enabled = on
        self._apply()

    def set_port(self, port: int) -> None:
        """Listen on another port."""
        self.port_wanted = _port(port, DEFAULT_PORT)
        self._apply()

    def set_osc_port(self, port: int) -> None:
        """Listen for OSC on another port."""
        self.osc_port_wanted = _port(port, DEFAULT_OSC_PORT)
        self._apply()

    def set_origins(self, text: str) -> None:
        """Let web pages in, by what their browser calls their origin, with blanks between."""
        self.origins = _origins(text.replace(",", " ").split())
        self._apply()

    def renew_token(self) -> None:
        """Make another token; whoever knows the old one is out."""
        self._access = RemoteAccess(token=new_token())
        self._apply(again=True)

    def close(self) -> None:
        """Hang up, and say in the file that nobody listens."""
        self._due.stop()
        was_open = self.server.port is not None
        self.server.close()
        self.osc.close()
        if was_open:
            self._save_access()

    # ---- inside ----

    def _apply(self, *, again: bool = False) -> None:
        now = {
            "enabled": self.enabled,
            "osc_enabled": self.osc_enabled,
            "port": self.port_wanted,
            "osc_port": self.osc_port_wanted,
            "origins": sorted(self.origins),
        }
        if self._settings.recall(KEY) is not None or now != _DEFAULTS:
            self._settings.remember(KEY, now)
        self._listen()
        self._listen_for_osc()
        if again or self._access.port != self.server.port:
            self._save_access()
        self.changed.emit()

    def _listen(self) -> None:
        """Open or close the WebSocket; who is connected stays so when nothing has changed."""
        wanted = (self.enabled, self.port_wanted, self.token, self.origins)
        if wanted == self._opened and self.error is None:
            return
        self._opened, self.error = wanted, None
        self.server.close()
        if self.enabled:
            try:
                self.server.listen(self.port_wanted, token=self.token, origins=self.origins)
            except SyrinxError as error:
                self.error = str(error)

    def _listen_for_osc(self) -> None:
        wanted = (self.osc_enabled, self.osc_port_wanted, self.token)
        if wanted == self._osc_opened and self.osc_error is None:
            return
        self._osc_opened, self.osc_error = wanted, None
        self.osc.close()
        if self.osc_enabled:
            try:
                self.osc.listen(self.osc_port_wanted, token=self.token)
            except SyrinxError as error:
                self.osc_error = str(error)

    def _read_access(self) -> RemoteAccess:
        try:
            found = load_access(self._folder)
        except SyrinxError:
            found = None
        return found or RemoteAccess(token=new_token())

    def _save_access(self) -> None:
        self._access = RemoteAccess(token=self.token, port=self.server.port)
        try:
            save_access(self._folder, self._access)
        except SyrinxError as error:
            self._live.message_posted.emit(Message(level="error", text=str(error)))

    def _on_changed(self) -> None:
        if not self.server.wanted("state"):
            self._last = {}  # who comes later knows the state as it will be then
        elif not self._due.isActive():
            self._due.start()

    def _publish_state(self) -> None:
        state = self._desk.state()
        if state != self._last:
            self._last = state
            self.server.publish("state", {"event": "state", "state": state})

    def _publish_levels(self) -> None:
        if self.server.wanted("levels"):
            self.server.publish("levels", {"event": "levels", "levels": self._desk.levels()})


def _port(value: object, default: int) -> int:
    fits = isinstance(value, int) and not isinstance(value, bool) and 1024 <= value < 65536
    return int(value) if fits else default  # type: ignore[call-overload]


def _origins(value: object) -> frozenset[str]:
    texts = value if isinstance(value, list) else []
    kept = [text for text in texts if isinstance(text, str) and 0 < len(text) <= 200]
    return frozenset(kept[:MAX_ORIGINS])
