"""The devices of a PulseAudio or PipeWire server, as ``pactl`` lists them.

PortAudio shows such a server as one ALSA device, "pulse", without its sinks and sources; a
microphone that was plugged in later is not in its list at all. `pactl` knows them by names that
stay the same.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from syrinx.app.engine.device_names import PULSE, SINK, SOURCE
from syrinx.app.engine.messages import DeviceInfo

PACTL_S = 3.0
Ask = Callable[..., str | None]
"""``ask("list", "sinks")`` returns what pactl prints, None when it fails."""


def is_pulse(info: DeviceInfo) -> bool:
    """Whether a sound server's own way leads to the device."""
    return info.host_api == PULSE


def pulse_name(info: DeviceInfo) -> str:
    """Return what the server calls the device."""
    return info.id.removeprefix(f"{PULSE}: ")


def pulse_sockets() -> list[Path]:
    """Return where a server of this user may listen."""
    places = []
    runtime = os.environ.get("PULSE_RUNTIME_PATH")
    if runtime:
        places.append(Path(runtime))
    session = os.environ.get("XDG_RUNTIME_DIR")
    if session:
        places.append(Path(session) / "pulse")
    if hasattr(os, "getuid"):
        places.append(Path(f"/run/user/{os.getuid()}/pulse"))
    return [place / "native" for place in (*places, Path("/var/run/pulse"))]


def pulse_runs() -> bool:
    """Whether a server seems to run (a look at its socket, 10 µs).

    Without that look the first question would start a server on systems where nobody wants one.
    """
    if not sys.platform.startswith("linux"):
        return False
    if os.environ.get("PULSE_SERVER"):
        return True
    return any(socket.exists() for socket in pulse_sockets())


def ask_pactl(*words: str) -> str | None:
    """Run pactl in plain English; None when it is missing or fails."""
    program = shutil.which("pactl")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, *words],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PACTL_S,
            env={**os.environ, "LC_ALL": "C"},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def list_pulse(ask: Ask = ask_pactl) -> tuple[DeviceInfo, ...]:
    """Return sinks and sources of the server, none when there is no server or no pactl.

    The virtual microphone's own sources are left out: as the input of Syrinx they feed back.
    """
    if ask is ask_pactl and not pulse_runs():
        return ()
    about, sinks, sources = (ask(*words) for words in (("info",), *_LISTS))
    if about is None or sinks is None or sources is None:
        return ()
    facts = _facts(about)
    found = []
    for block in _blocks(sinks, "Sink"):
        found.append(_device(block, facts.get("Default Sink"), output=True))
    for block in _blocks(sources, "Source"):
        if block.get("Name") not in (SOURCE, f"{SINK}.monitor"):
            found.append(_device(block, facts.get("Default Source"), output=False))
    # What others hear as a loop stands behind the microphones.
    return tuple(sorted(found, key=lambda device: device.monitor_of is not None))


_LISTS = (("list", "sinks"), ("list", "sources"))


def _facts(text: str) -> dict[str, str]:
    """``Key: value`` lines at the first level."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        key, colon, value = line.partition(":")
        if colon and not line.startswith(("\t\t", "  ")):
            found.setdefault(key.strip(), value.strip())
    return found


def _blocks(text: str, kind: str) -> list[dict[str, str]]:
    parts = re.split(rf"^{kind} #\d+\s*$", text, flags=re.MULTILINE)[1:]
    return [_facts(part) for part in parts]


def _device(facts: dict[str, str], default: str | None, *, output: bool) -> DeviceInfo:
    name = facts.get("Name", "")
    spec = re.search(r"(\d+)ch\s+(\d+)Hz", facts.get("Sample Specification", ""))
    channels, rate = (int(spec[1]), int(spec[2])) if spec else (2, 48000)
    heard = facts.get("Monitor of Sink", "n/a")
    is_default = name == default
    return DeviceInfo(
        id=f"{PULSE}: {name}",
        name=facts.get("Description") or name,
        host_api=PULSE,
        input_channels=0 if output else channels,
        output_channels=channels if output else 0,
        default_sample_rate=rate,
        is_default_input=is_default and not output,
        is_default_output=is_default and output,
        monitor_of=None if output or heard == "n/a" else f"{PULSE}: {heard}",
    )
