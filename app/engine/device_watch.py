"""Notices that a sound device came or went, also while a stream runs.

PortAudio lists devices once, and can only search again when no stream of the process is open. So
the search is done by a short-lived process of ours; it costs half a second of one core, and opens
devices. It runs only when something cheap says that something changed:

- Linux: ``/proc/asound`` (cards), ``/dev/shm`` (JACK's servers and clients) and the socket of the
  sound server, looked at once a second (0.1 ms); and ``pactl subscribe``, a child that sleeps until
  the sound server has news.
- Windows: the names that ``winmm`` counts up; macOS: the numbers of Core Audio's devices. Written
  after their documentation, not tried.
"""

from __future__ import annotations

import contextlib
import ctypes
import glob
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from syrinx.app.engine.device import list_devices, rescan_portaudio
from syrinx.app.engine.messages import DeviceInfo
from syrinx.app.engine.pulse_list import pulse_runs, pulse_sockets
from syrinx.app.engine.spawn import spawn_child
from syrinx.dsp.errors import SyrinxError

LOOK_S = 1.0
SETTLE_S = 0.4
"""A device that comes brings several changes; they are awaited."""
SEARCH_S = 15.0
_RESUBSCRIBE_S = 5.0
_NEWS = re.compile(r"'(new|remove)' on (sink|source|card) |'change' on server ")

Fingerprint = tuple[str, ...]
Devices = tuple[DeviceInfo, ...]


def fingerprint() -> Fingerprint:
    """Return what differs when a device came or went; cheap."""
    if sys.platform == "win32":
        return _windows_names()
    if sys.platform == "darwin":
        return _core_audio_numbers()
    marks = []
    for path in ("/proc/asound/cards", "/proc/asound/pcm"):
        with contextlib.suppress(OSError):
            marks.append(Path(path).read_text(errors="replace"))
    # A client of PortAudio's comes and goes with every search: that is no news.
    marks += sorted(name for name in glob.glob("/dev/shm/jack*") if "PortAudio" not in name)
    for socket in pulse_sockets():
        with contextlib.suppress(OSError):
            marks.append(f"{socket} {socket.stat().st_ino}")
    return tuple(marks)


class Search(Protocol):
    """A search for devices that runs aside."""

    def result(self) -> Devices | None:
        """Return the devices once they are there; raise SyrinxError when it failed."""
        ...

    def cancel(self) -> None:
        """End it."""
        ...


class SearchProcess:
    """Lists the devices in a process of its own, which ends with that."""

    def __init__(self) -> None:
        self._process, self._ours = spawn_child(search_main, name="syrinx-devices")
        self._until = time.monotonic() + SEARCH_S

    def result(self) -> Devices | None:
        """Return the devices once they are there.

        Raises
        ------
        SyrinxError
            It died, or took too long.
        """
        try:
            if self._ours.poll():
                found = self._ours.recv()
                self.cancel()
                return tuple(found)
        except (EOFError, OSError) as error:
            self.cancel()
            raise SyrinxError("The search for sound devices broke off; search again.") from error
        if time.monotonic() > self._until:
            self.cancel()
            raise SyrinxError("The search for sound devices hangs; restart the sound server.")
        return None

    def cancel(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.join(0.2)
            if process.is_alive():
                process.kill()
                process.join(2.0)
            process.close()
            self._ours.close()


def search_main(connection: Connection) -> None:
    """Entry point of the searching process: send the devices, none where there is no PortAudio."""
    try:
        devices = list_devices()
    except SyrinxError:
        devices = ()
    with contextlib.suppress(OSError):
        connection.send(list(devices))


class ServerNews:
    """What ``pactl subscribe`` says: devices of the sound server that came or went."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._news = threading.Event()
        self._again = 0.0

    def take(self) -> bool:
        """Whether there was news since the last call; keeps the child running."""
        process, now = self._process, time.monotonic()
        if (process is None or process.poll() is not None) and now >= self._again:
            self.close()
            self._again = now + _RESUBSCRIBE_S
            self._start()
        if self._news.is_set():
            self._news.clear()
            return True
        return False

    def close(self) -> None:
        """End the child."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(2.0)
        if process.stdout is not None:
            process.stdout.close()

    def _start(self) -> None:
        program = shutil.which("pactl")
        if program is None or not pulse_runs():
            return
        try:
            self._process = subprocess.Popen(
                [program, "subscribe"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                errors="replace",
                env={**os.environ, "LC_ALL": "C"},
            )
        except OSError:
            return
        self._news.set()  # what happened before it listened
        thread = threading.Thread(
            target=self._listen, args=(self._process,), name="server-news", daemon=True
        )
        thread.start()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        lines = process.stdout
        if lines is None:
            return
        with contextlib.suppress(ValueError, OSError):  # closed while reading
            for line in lines:
                if _NEWS.search(line):
                    self._news.set()
            self._news.set()  # the server is gone


class DeviceWatch:
    """Says which devices there are whenever that has changed.

    Parameters
    ----------
    look
        Returns a fingerprint of the devices.
    search
        Starts a search.
    news
        Whether the sound server has said something, and its end.
    clock
        Seconds.
    """

    def __init__(
        self,
        *,
        look: Callable[[], Fingerprint] = fingerprint,
        search: Callable[[], Search] = SearchProcess,
        news: ServerNews | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._look, self._start, self._clock = look, search, clock
        self._news = news or ServerNews()
        self._mark: Fingerprint | None = None
        self._look_at = 0.0
        self._changed_at: float | None = None
        self._search: Search | None = None
        self._known: Devices | None = None

    def refresh(self) -> None:
        """Search now."""
        self._changed_at = self._clock() - SETTLE_S

    def poll(self) -> Devices | None:
        """Return all devices when others are there than before, else None; never waits long.

        Call it a few times a second.
        """
        now = self._clock()
        if self._news.take():
            self._changed_at = now
        if now >= self._look_at:
            self._look_at = now + LOOK_S
            mark = self._look()
            if mark != self._mark:
                self._mark = mark
                self._changed_at = now
        if self._search is not None:
            return self._finish()
        if self._changed_at is not None and now - self._changed_at >= SETTLE_S:
            self._changed_at = None
            with contextlib.suppress(OSError):  # no process can be started now
                self._search = self._start()
        return None

    def close(self) -> None:
        """End what runs."""
        self._news.close()
        if self._search is not None:
            self._search.cancel()
            self._search = None

    def _finish(self) -> Devices | None:
        assert self._search is not None  # asked by `poll` alone
        try:
            found = self._search.result()
        except SyrinxError:
            self._search = None  # the next change tries again
            return None
        if found is None:
            return None
        self._search = None
        if found == self._known:
            return None
        self._known = found
        return found


class Freshness:
    """Whether PortAudio's list in this process is that of the devices there are now."""

    def __init__(self, look: Callable[[], Fingerprint] = fingerprint) -> None:
        self._look = look
        self._mark: Fingerprint | None = None

    def renew(self) -> None:
        """Let PortAudio search again if something changed; only without open streams."""
        mark = self._look()
        if self._mark is not None and mark != self._mark and "sounddevice" in sys.modules:
            rescan_portaudio()
        self._mark = mark


def _windows_names() -> Fingerprint:
    winmm = ctypes.WinDLL("winmm")  # type: ignore[attr-defined]

    class Caps(ctypes.Structure):  # the head of WAVEINCAPSW and WAVEOUTCAPSW
        _fields_ = (
            ("wMid", ctypes.c_uint16),
            ("wPid", ctypes.c_uint16),
            ("vDriverVersion", ctypes.c_uint32),
            ("szPname", ctypes.c_wchar * 32),
            ("rest", ctypes.c_uint32 * 4),
        )

    names = []
    for way in ("In", "Out"):
        for number in range(getattr(winmm, f"wave{way}GetNumDevs")()):
            caps = Caps()
            size = 80 if way == "In" else 84
            get = getattr(winmm, f"wave{way}GetDevCapsW")
            if get(ctypes.c_void_p(number), ctypes.byref(caps), size) == 0:
                names.append(f"{way} {caps.szPname}")
    return tuple(names)


def _core_audio_numbers() -> Fingerprint:
    path = "/System/Library/Frameworks/CoreAudio.framework/CoreAudio"
    core: Any = ctypes.CDLL(path)

    class Address(ctypes.Structure):
        _fields_ = tuple((name, ctypes.c_uint32) for name in ("selector", "scope", "element"))

    numbers = []
    # All devices, the default input, the default output ('dev#', 'dIn ', 'dOut'; scope 'glob').
    for selector in (b"dev#", b"dIn ", b"dOut"):
        address = Address(int.from_bytes(selector, "big"), int.from_bytes(b"glob", "big"), 0)
        size = ctypes.c_uint32(0)
        if core.AudioObjectGetPropertyDataSize(
            1, ctypes.byref(address), 0, None, ctypes.byref(size)
        ):
            continue
        data = (ctypes.c_uint32 * (size.value // 4))()
        if not core.AudioObjectGetPropertyData(
            1, ctypes.byref(address), 0, None, ctypes.byref(size), data
        ):
            numbers.append(f"{selector.decode()} {list(data)}")
    return tuple(numbers)
