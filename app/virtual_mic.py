"""The virtual microphone on Linux: a sink to play to, and a source that other programs choose.

PulseAudio and PipeWire make both from two modules: a null sink "Syrinx", and a source
"Syrinx Microphone" that hears it. Many programs hide the monitors of sinks; none hides a source.
The modules carry who made them, so that what a crash left behind is found at the next start.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import psutil

from syrinx.app.engine.device_names import PULSE, SINK, SOURCE
from syrinx.app.engine.pulse_list import Ask, ask_pactl, pulse_runs
from syrinx.app.texts import mark
from syrinx.dsp.errors import SyrinxError

OUTPUT_ID = f"{PULSE}: {SINK}"
"""What the engine is told to play to."""
MICROPHONE_NAME = "Syrinx Microphone"
"""What others choose."""
RATE = 48000
_OWNER = "syrinx.owner"
State = Literal["absent", "ours", "another"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Module:
    number: str
    alive: bool
    ours: bool


class VirtualMicrophone:
    """Makes and removes it.

    Parameters
    ----------
    ask
        Runs pactl.
    """

    def __init__(self, ask: Ask = ask_pactl) -> None:
        self._ask = ask
        self._mark = owner_mark()

    def state(self) -> State:
        """Return whether it is there, and whether this program made it."""
        modules = [module for module in self._modules() if module.alive]
        if not modules:
            return "absent"
        return "ours" if any(module.ours for module in modules) else "another"

    def make(self) -> None:
        """Make it; what an earlier crash left is cleared away first.

        Raises
        ------
        SyrinxError
            No sound server, no pactl, or the server refuses.
        """
        self.clear_left_over()
        if self.state() != "absent":
            return
        sink = self._load(
            "module-null-sink", f"sink_name={SINK}", f"rate={RATE}", "channels=2",
            self._properties("sink", "Syrinx"),
        )  # fmt: skip
        try:
            self._load(
                "module-remap-source", f"master={SINK}.monitor", f"source_name={SOURCE}",
                self._properties("source", MICROPHONE_NAME),
            )  # fmt: skip
        except SyrinxError:
            self._ask("unload-module", sink)
            raise

    def remove(self) -> None:
        """Remove what this program made."""
        self._unload(lambda module: module.ours)

    def clear_left_over(self) -> bool:
        """Remove what programs made that do not run any more; return whether there was any."""
        return self._unload(lambda module: not module.alive)

    def _properties(self, kind: str, title: str) -> str:
        return f'{kind}_properties=\'device.description="{title}" {_OWNER}="{self._mark}"\''

    def _load(self, *words: str) -> str:
        number = (self._ask("load-module", *words) or "").strip()
        if not number.isdigit():
            raise SyrinxError(
                f"The sound server does not make the virtual microphone ({words[0]}): "
                "update PipeWire or PulseAudio, or restart it."
            )
        return number

    def _modules(self) -> list[_Module]:
        found = []
        for line in (self._ask("list", "short", "modules") or "").splitlines():
            number, _, rest = line.partition("\t")
            if re.search(rf"\b(sink_name={SINK}|source_name={SOURCE})(\s|$)", rest):
                owner = re.search(rf"{re.escape(_OWNER)}=\W*([\d.]+)", rest)
                mark = owner[1] if owner else ""
                found.append(
                    _Module(number=number, alive=_runs(mark), ours=_same(mark, self._mark))
                )
        return found

    def _unload(self, which: Callable[[_Module], bool]) -> bool:
        numbers = [module.number for module in self._modules() if which(module)]
        for number in reversed(numbers):  # the source hangs on the sink
            self._ask("unload-module", number)
        return bool(numbers)


def why_not() -> str | None:
    """Return the sentence that says why there can be no virtual microphone here, else None."""
    if not sys.platform.startswith("linux"):
        return "Windows and macOS need a virtual cable, which you install once."
    if shutil.which("pactl") is None:
        return mark(
            "pactl is missing: install pulseaudio-utils "
            "(Debian and Ubuntu: `sudo apt install pulseaudio-utils`)."
        )
    if not pulse_runs():
        return "No sound server runs: start PipeWire (with pipewire-pulse) or PulseAudio."
    return None


def owner_mark(pid: int | None = None) -> str:
    """Return what tells this process from all others, also from a later one of its number."""
    number = os.getpid() if pid is None else pid
    return f"{number}.{round(psutil.Process(number).create_time())}"


def _runs(mark: str) -> bool:
    number, _, _ = mark.partition(".")
    try:
        return _same(owner_mark(int(number)), mark)
    except (ValueError, psutil.Error):
        return False


def _same(first: str, second: str) -> bool:
    """Equal process, and equal time of its start but for rounding."""
    one, two = first.partition("."), second.partition(".")
    if not (one[2].isdigit() and two[2].isdigit()):
        return False
    return one[0] == two[0] and abs(int(one[2]) - int(two[2])) <= 2
