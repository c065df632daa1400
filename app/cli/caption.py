"""``syrinx caption``: what is said into the microphone, on the terminal, while it is said."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from syrinx.app.cli.common import note, number
from syrinx.app.cli.said import SaidPrinter

if TYPE_CHECKING:
    from syrinx.app.engine.messages import EngineConfig

HELP = "live captions of the microphone"
DESCRIPTION = (
    "Write what is said into the microphone on the terminal: a line that may still change, then "
    "the final one with its times. Nothing is played."
)
EPILOG = "Ctrl-C ends it. Devices: see `syrinx devices`; a part of the name is enough."


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--input", metavar="DEV", help="input device (default: the system's)")
    parser.add_argument(
        "--device-output",
        metavar="DEV",
        help="output device that keeps the time; silence is played on it (default: the system's)",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="keep what was said: a .srt, .vtt, .txt, .json or .csv file",
    )
    parser.add_argument("--model", metavar="ID", default="syrinx", help="recogniser to use")
    parser.add_argument("--seconds", type=number(0.1, 1e7), metavar="S", help="end after this time")
    parser.add_argument("--overwrite", action="store_true", help="write the file anew")


def run(options: argparse.Namespace) -> int:
    """Listen until the time is over, Ctrl-C, or the device is gone."""
    from syrinx.app.cli.captions_heard import HeardCaptions, check_output
    from syrinx.app.engine import messages as m
    from syrinx.app.engine.live import run_live
    from syrinx.app.settings import home_path
    from syrinx.app.transcription.caption_process import caption_main

    check_output(options.output, overwrite=options.overwrite)

    def on_event(event: m.Event) -> None:
        match event:
            case m.StreamStarted():
                note(options, f"syrinx: listening to {event.input_device}; Ctrl-C ends it.")
            case m.Notice() | m.EngineRestarted():
                note(options, f"syrinx: {event.message}")

    with (
        SaidPrinter(rewrite=sys.stdout.isatty()) as printer,
        HeardCaptions(caption_main, home_path(), options.model, show=printer.show) as captions,
    ):
        # The recogniser is loaded while the devices are opened.
        try:
            run_live(
                _config(options),
                seconds=options.seconds,
                on_event=on_event,
                on_taps=captions.listen,
                stop=captions.poll,
            )
        finally:
            captions.finish()
            if options.output is not None:
                captions.write(options.output)
    lag_ms = captions.lag.median_ms
    if lag_ms is not None:
        note(options, f"syrinx: words were shown {lag_ms:.0f} ms after their end (median).")
    if options.output is not None:
        print(options.output)
    return 0


def _config(options: argparse.Namespace) -> EngineConfig:
    from syrinx.app.engine.messages import EngineConfig

    return EngineConfig(
        input_device=options.input, output_device=options.device_output, silent=True
    )
