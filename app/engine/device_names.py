"""What the names of devices tell: which is the same one again, and what a host API can do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from syrinx.app.engine.messages import DeviceInfo

PULSE = "PulseAudio"
"""Host API of the devices that a PulseAudio or PipeWire server offers."""
SINK = "syrinx"
SOURCE = "syrinx_microphone"
"""The virtual microphone: the sink that Syrinx plays to, and the source that others choose."""

_CABLES = (
    (r"cable input", r"cable output"),
    (r"cable-([a-d]) input", r"cable-\1 output"),
    (r"voicemeeter input", r"voicemeeter out"),
    (r"blackhole (\d+)ch", r"blackhole \1ch"),
    (r"loopback audio", r"loopback audio"),
)
"""Outputs (as patterns) of virtual cables, and the inputs that hear them."""


def exclusive_mode(host_api: str) -> Literal["choice", "always", "never"]:
    """Return whether a device of this host API can be had alone.

    WASAPI and Core Audio leave the choice; ASIO, WDM-KS and OSS always take the device; JACK, a
    sound server, MME and DirectSound never do. ALSA's devices ending in ``(hw:...)`` are taken,
    its others shared: there the name is the choice.
    """
    api = host_api.casefold()
    if "wasapi" in api or "core audio" in api:
        return "choice"
    if any(name in api for name in ("asio", "wdm", "oss")):
        return "always"
    return "never"


def plain_name(device_id: str) -> str:
    """Return the id without what the system renumbers when a device is plugged in again.

    That is ALSA's ``(hw:2,0)`` and the ``2-`` that Windows puts in front of a device at another
    socket, as in "Microphone (2- USB Audio Device)".
    """
    name = re.sub(r"\s*\(hw:\d+(,\d+)?\)", "", device_id)
    name = re.sub(r"\((\d+)- ", "(", name)
    return name.strip()


def find_again(devices: Iterable[DeviceInfo], device_id: str, *, output: bool) -> DeviceInfo | None:
    """Return the device that was once called ``device_id``, None when it is not there.

    An equal id wins; else the only one whose id differs in the system's own numbers alone.
    """
    able = [d for d in devices if (d.output_channels if output else d.input_channels)]
    for device in able:
        if device.id == device_id:
            return device
    plain = plain_name(device_id)
    again = [d for d in able if plain_name(d.id) == plain]
    return again[0] if len(again) == 1 else None


def feedback(source: DeviceInfo, outputs: Iterable[DeviceInfo]) -> str | None:
    """Return a sentence when the input hears one of the outputs inside the machine, else None.

    Parameters
    ----------
    source
        The input.
    outputs
        The main output and the monitor.
    """
    for output in outputs:
        if source.monitor_of == output.id or _is_cable(output.name, source.name):
            return (
                f'"{source.name}" hears what Syrinx plays on "{output.name}": that feeds back; '
                "choose a microphone as the input."
            )
    return None


def _is_cable(output: str, source: str) -> bool:
    for out_pattern, in_pattern in _CABLES:
        found = re.search(out_pattern, output, re.IGNORECASE)
        if found and re.search(found.expand(in_pattern), source, re.IGNORECASE):
            return True
    return False
