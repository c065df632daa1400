"""Whether a window can be shown at all, found out without Qt (which aborts when it cannot)."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_TIMEOUT_S = 2.0


def display_problem(environment: Mapping[str, str] | None = None) -> str | None:
    """Return why no window can be shown, as half a sentence, or None when one can.

    Parameters
    ----------
    environment
        Variables to look at; None = those of the process.
    """
    env = os.environ if environment is None else environment
    if sys.platform in ("win32", "darwin") or env.get("QT_QPA_PLATFORM"):
        return None
    wayland = env.get("WAYLAND_DISPLAY")
    if wayland and _wayland_answers(wayland, env.get("XDG_RUNTIME_DIR", "")):
        return None
    display = env.get("DISPLAY")
    if display:
        if _x_answers(display):
            return None
        return f"the display {display} does not answer"
    if wayland:
        return f"the Wayland display {wayland} does not answer"
    return "there is no display"


def _wayland_answers(name: str, folder: str) -> bool:
    return _connects(Path(folder) / name)  # an absolute name replaces the folder


def _x_answers(display: str) -> bool:
    host, _, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if not number.isdigit():
        return Path(display).exists()  # macOS style: a path to a socket
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _connects(Path(path)) or _connects(f"\0{path}")
    try:
        with socket.create_connection((host.strip("[]"), 6000 + int(number)), timeout=_TIMEOUT_S):
            return True
    except OSError:
        return False


def _connects(path: Path | str) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(_TIMEOUT_S)
            probe.connect(str(path))
            return True
    except OSError:
        return False
