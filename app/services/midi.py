"""MIDI in: which ports there are, and what comes from one. A seam; the real one is python-rtmidi.

The package is optional (``pip install syrinx[midi]``). On Linux it reads ALSA's sequencer where
there is one, else JACK.
"""

from __future__ import annotations

import glob
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.dsp.errors import SyrinxError

POLL_MS = 8
LOOK_MS = 2000
"""How often to look for ports that were plugged in or out."""
CLIENT = "Syrinx"
_SEQUENCER = "/dev/snd/seq"


@dataclass(frozen=True, slots=True, kw_only=True)
class MidiEvent:
    """What a controller said.

    Attributes
    ----------
    kind
        "note", "control" (change), "program" (change) or "bend".
    channel
        1 to 16.
    number
        Of the note, controller or program, 0 to 127; 0 for a bend.
    value
        0 to 1: velocity (0 = let go), position; 1 for a program.
    """

    kind: Literal["note", "control", "program", "bend"]
    channel: int
    number: int
    value: float


def read_midi(message: list[int]) -> MidiEvent | None:
    """Return what a message says; None for what is of no use here (clock, sysex, garbage)."""
    if not 2 <= len(message) <= 3 or any(not 0 <= byte <= 255 for byte in message):
        return None
    if message[0] < 0x80 or any(byte > 127 for byte in message[1:]):
        return None
    status, channel = message[0] & 0xF0, (message[0] & 0x0F) + 1
    first, last = message[1], message[-1]
    if status == 0xC0 and len(message) == 2:
        return MidiEvent(kind="program", channel=channel, number=first, value=1.0)
    if len(message) != 3:
        return None
    if status == 0x80:
        return MidiEvent(kind="note", channel=channel, number=first, value=0.0)
    if status == 0x90:
        return MidiEvent(kind="note", channel=channel, number=first, value=last / 127)
    if status == 0xB0:
        return MidiEvent(kind="control", channel=channel, number=first, value=last / 127)
    if status == 0xE0:
        return MidiEvent(kind="bend", channel=channel, number=0, value=(last * 128 + first) / 16383)
    return None


class MidiBackend(Protocol):
    """What reads ports."""

    def ports(self) -> list[str]:
        """Return the names of what can be listened to. Raises SyrinxError when nothing works."""

    def open(self, port: str) -> None:
        """Listen to a port. Raises SyrinxError when it is gone."""

    def read(self) -> list[list[int]]:
        """Return the messages since the last call."""

    def close(self) -> None:
        """Listen no longer. May be called twice."""


class RtMidi:
    """The ports of the system by python-rtmidi."""

    def __init__(self) -> None:
        self._input: Any = None
        self._looker: Any = None

    def ports(self) -> list[str]:
        """Return the names of all input ports but our own."""
        if self._looker is None:
            self._looker = _open_input()
        return [name for name in self._looker.get_ports() if not name.startswith(f"{CLIENT}:")]

    def open(self, port: str) -> None:
        """Listen to a port by its name."""
        self.close()
        made = _open_input()
        names = made.get_ports()
        if port not in names:
            made.delete()
            raise SyrinxError(f"The MIDI port “{port}” is not there.")
        made.ignore_types(sysex=True, timing=True, active_sense=True)
        made.open_port(names.index(port), "input")
        self._input = made

    def read(self) -> list[list[int]]:
        """Return the messages since the last call."""
        found: list[list[int]] = []
        while self._input is not None and (got := self._input.get_message()) is not None:
            found.append(list(got[0]))
        return found

    def close(self) -> None:
        """Close everything."""
        for name in ("_input", "_looker"):
            made = getattr(self, name)
            setattr(self, name, None)
            if made is not None:
                with suppress(Exception):  # the server may be gone already
                    made.close_port()
                made.delete()


def _open_input() -> Any:
    try:
        import rtmidi
    except ImportError as error:
        raise SyrinxError(
            "MIDI needs the package python-rtmidi: pip install syrinx[midi]."
        ) from error
    api = rtmidi.API_UNSPECIFIED
    if sys.platform == "linux" and not os.path.exists(_SEQUENCER):
        # Asking ALSA all the same makes it complain to the terminal.
        api = rtmidi.API_UNIX_JACK
        if api not in rtmidi.get_compiled_api() or not _jack_runs():
            raise SyrinxError(
                "There is no MIDI here: neither ALSA's sequencer (the kernel module snd-seq) nor "
                "a JACK server runs."
            )
    try:
        return rtmidi.MidiIn(api, CLIENT)
    except Exception as error:  # its errors have no common name in all versions
        raise SyrinxError(f"MIDI does not work here ({error}).") from error


def _jack_runs() -> bool:
    """Whether a JACK server can be asked: its library complains to the terminal without one."""
    server = os.environ.get("JACK_DEFAULT_SERVER", "default")
    return bool(list(Path("/dev/shm").glob(f"jack_{glob.escape(server)}_*")))


class MidiIn(QObject):
    """Listens to one port, also after it was unplugged and plugged in again.

    Parameters
    ----------
    backend
        Reads the ports.
    """

    received = Signal(object)
    """A `MidiEvent`."""
    changed = Signal()
    """Ports came or went, or the connection did."""

    def __init__(self, backend: MidiBackend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._wanted: str | None = None
        self.ports: list[str] = []
        self.error: str | None = None
        self.is_open = False
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._read)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.look)

    def start(self, port: str | None) -> None:
        """Listen to ``port`` whenever it is there; None = the first one that there is."""
        self._wanted = port
        self._disconnect()
        self._look.start()
        self.look()

    def stop(self) -> None:
        """Listen to nothing."""
        self._look.stop()
        self._disconnect()
        self._backend.close()
        self.ports, self.error = [], None
        self.changed.emit()

    def look(self) -> None:
        """See which ports there are, and connect or let go."""
        before = (self.ports, self.error, self.is_open)
        try:
            self.ports, self.error = self._backend.ports(), None
        except SyrinxError as error:
            self.ports, self.error = [], str(error)
        wanted = self._wanted if self._wanted is not None else next(iter(self.ports), None)
        if self.is_open and self._opened not in self.ports:
            self._disconnect()
        if not self.is_open and wanted is not None and wanted in self.ports:
            self._connect(wanted)
        if (self.ports, self.error, self.is_open) != before:
            self.changed.emit()

    def _connect(self, port: str) -> None:
        try:
            self._backend.open(port)
        except SyrinxError as error:
            self.error = str(error)
            return
        self._opened, self.is_open = port, True
        self._poll.start()

    def _disconnect(self) -> None:
        if self.is_open:
            self.is_open = False
            self._poll.stop()
            self._backend.close()

    def _read(self) -> None:
        for message in self._backend.read():
            event = read_midi(message)
            if event is not None:
                self.received.emit(event)
