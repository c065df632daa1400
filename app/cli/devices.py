"""``syrinx devices``: the sound devices of this machine."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from syrinx.app.cli.common import add_json, print_json

if TYPE_CHECKING:
    from syrinx.app.engine.messages import DeviceInfo

HELP = "list the sound devices"
DESCRIPTION = "List the sound devices, with the ids that --input and --output of `live` take."
EPILOG = (
    "A * marks the defaults. A device may be given to `live` by any unambiguous part of its name."
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the list; a machine without devices is an error."""
    from syrinx.app.engine.device import NO_DEVICES, list_devices
    from syrinx.app.engine.device_names import exclusive_mode
    from syrinx.dsp.errors import SyrinxError

    devices = list_devices()
    if options.json:
        print_json({"devices": [asdict(device) for device in devices]})
    if not devices:
        raise SyrinxError(NO_DEVICES)
    if options.json:
        return 0
    for title, channels, default in (
        ("Inputs", "input_channels", "is_default_input"),
        ("Outputs", "output_channels", "is_default_output"),
    ):
        print(title)
        able = [device for device in devices if getattr(device, channels)]
        for device in able:
            mark = "*" if getattr(device, default) else " "
            count = getattr(device, channels)
            facts = [
                f"{count} channel{'s' if count > 1 else ''}",
                f"{device.default_sample_rate} Hz",
            ]
            if device.name not in device.id:
                facts.insert(0, device.name)
            if channels == "input_channels" and device.monitor_of is not None:
                facts.append("hears an output")
            if exclusive_mode(device.host_api) == "choice":
                facts.append("--exclusive possible")
            print(f" {mark} {device.id}  ({', '.join(facts)})")
        if not able:
            print("   none")
    print("Virtual microphone")
    print(f"   {_virtual_microphone(devices)}")
    return 0


def _virtual_microphone(devices: Sequence[DeviceInfo]) -> str:
    import sys

    from syrinx.app.virtual_cable import advised_cable, find_cable
    from syrinx.app.virtual_mic import MICROPHONE_NAME, VirtualMicrophone, why_not

    platform: str = sys.platform
    if platform.startswith("linux"):
        refusal = why_not()
        if refusal is not None:
            return refusal
        if VirtualMicrophone().state() == "absent":
            return "can be made: syrinx live --virtual-mic"
        return f'is there: other programs choose "{MICROPHONE_NAME}"'
    cable = find_cable(devices)
    if cable is None:
        return " ".join(advised_cable(platform).steps)
    return f'{cable.kind.name}: --output "{cable.output.id}"; others choose "{cable.microphone}"'
