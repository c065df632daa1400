"""Virtual cables of Windows and macOS: which one is there, and how to get one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from syrinx.app.engine.messages import DeviceInfo
from syrinx.app.texts import mark

MICROPHONE_PERMISSION = mark(
    "macOS asks once whether Syrinx may use the microphone. If you said no, Syrinx hears only "
    "silence: open System Settings > Privacy & Security > Microphone, switch Syrinx on (or the "
    "Terminal, when you started it there), and start Syrinx again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CableKind:
    """A product that makes an output whose sound comes back as an input.

    Attributes
    ----------
    name
        Of the product.
    output_pattern
        Regular expression for the name of the output that Syrinx plays to.
    microphone
        What other programs choose as their microphone.
    steps
        How to install it, three sentences.
    """

    name: str
    output_pattern: str
    microphone: str
    steps: tuple[str, str, str]


VB_CABLE = CableKind(
    name="VB-CABLE",
    output_pattern=r"\bcable input\b",
    microphone="CABLE Output (VB-Audio Virtual Cable)",
    steps=(
        "Download VB-CABLE (free) from vb-audio.com/Cable and unpack it.",
        "Right-click VBCABLE_Setup_x64, choose “Run as administrator”, then “Install Driver”.",
        "Restart Windows. Syrinx then finds “CABLE Input” by itself.",
    ),
)
BLACKHOLE = CableKind(
    name="BlackHole",
    output_pattern=r"\bblackhole \d+ch\b",
    microphone="BlackHole 2ch",
    steps=(
        "Download BlackHole 2ch (free) from existential.audio/blackhole, "
        "or: brew install blackhole-2ch.",
        "Open the package, follow it, and enter your password when macOS asks.",
        "Restart the Mac. Syrinx then finds “BlackHole 2ch” by itself.",
    ),
)
_OTHERS = (
    CableKind(
        name="VoiceMeeter",
        output_pattern=r"\bvoicemeeter (aux |vaio3 )?input\b",
        microphone="VoiceMeeter Output",
        steps=("", "", ""),
    ),
    CableKind(
        name="Loopback",
        output_pattern=r"\bloopback audio\b",
        microphone="Loopback Audio",
        steps=("", "", ""),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCable:
    """A cable that is installed: what Syrinx plays to, and what others choose."""

    kind: CableKind
    output: DeviceInfo
    microphone: str


def advised_cable(platform: str) -> CableKind:
    """Return the product to install on ``sys.platform``."""
    return BLACKHOLE if platform == "darwin" else VB_CABLE


def find_cable(devices: Iterable[DeviceInfo]) -> FoundCable | None:
    """Return the best cable among the devices, None where there is none.

    On Windows a cable is listed once per host API; WASAPI's entry has the least delay.
    """
    known = list(devices)
    for kind in (VB_CABLE, BLACKHOLE, *_OTHERS):
        outputs = [
            device
            for device in known
            if device.output_channels and re.search(kind.output_pattern, device.name, re.IGNORECASE)
        ]
        if outputs:
            outputs.sort(key=lambda device: "wasapi" not in device.host_api.casefold())
            best = outputs[0]
            same = best.name if kind is BLACKHOLE else kind.microphone
            return FoundCable(kind=kind, output=best, microphone=same)
    return None
