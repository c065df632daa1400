"""``syrinx devices``: the sound devices of this machine."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from syrinx.app.cli.common import add_json, print_json

HELP = "list the sound devices"
DESCRIPTION = "List the sound devices, with the ids that --input and --output of `live` take."
EPILOG = "A * marks the defaults."


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the list; a machine without devices is an error."""
    from syrinx.app.engine.device import NO_DEVICES, list_devices
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
            print(
                f" {mark} {device.id}  ({getattr(device, channels)} channels, "
                f"{device.default_sample_rate} Hz)"
            )
        if not able:
            print("   none")
    return 0
