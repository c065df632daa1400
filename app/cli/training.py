"""``syrinx train`` and ``syrinx evaluate``: handed over to ``syrinx.training.cli``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec

from syrinx.dsp.errors import SyrinxError

COMMANDS = {
    "train": "train a network by a recipe",
    "evaluate": "measure quality: conversion, content, pitch, speakers, the mark",
}


def command(name: str, argv: Sequence[str]) -> Callable[[], int]:
    """Return what runs ``train`` or ``evaluate`` with these arguments."""

    def run() -> int:
        if find_spec("torch") is None:
            raise SyrinxError(
                f"syrinx {name} needs PyTorch, which is not installed; "
                'install it with: pip install "syrinx[training]".'
            )
        from syrinx.training import cli

        try:
            if name == "train":
                return cli.train_main(argv)
            from syrinx.app.studio import open_studio

            return cli.evaluate_main(argv, studio=open_studio)
        except SystemExit as stop:  # its own argparse
            return stop.code if isinstance(stop.code, int) else int(stop.code is not None)

    return run
