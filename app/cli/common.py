"""What every command shares: common options, JSON, progress bars, checked numbers."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from syrinx.dsp.errors import SyrinxError

if TYPE_CHECKING:
    from syrinx.app.engine.rack_params import RackParams

PRESETS = ("clean", "warm-radio", "room")
"""Ids of `RACK_PRESETS`, which is read only when it is needed (a test compares them)."""


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command has."""
    group = parser.add_argument_group("general")
    group.add_argument("-q", "--quiet", action="store_true", help="no progress bar, no notes")
    group.add_argument(
        "--debug", action="store_true", help="show the traceback of an error, for a bug report"
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json``."""
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")


def add_neural(parser: argparse.ArgumentParser) -> None:
    """Add what is asked of a neural voice: likeness, the band above 8 kHz, precision."""
    parser.add_argument(
        "--index-ratio",
        type=number(0, 1),
        metavar="RATIO",
        help="how far to pull what is said towards the voice's own recordings: 0 (clearest words) "
        "to 1 (most like the voice; default: 0.25); for voices with a bank",
    )
    parser.add_argument(
        "--band-extension",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="give neural voices a band above 8 kHz (default), or let them end there",
    )
    parser.add_argument(
        "--mark",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="let a voice made from recordings carry the inaudible mark that `syrinx inspect` "
        "finds, or not (default: as in the settings, which say yes at first)",
    )
    parser.add_argument("--fp32", action="store_true", help="networks in full precision: slower")


def add_rack(parser: argparse.ArgumentParser) -> None:
    """Add clean-up and effects around the voice."""
    parser.add_argument(
        "--rack-preset",
        choices=PRESETS,
        metavar="NAME",
        help=f"ready-made clean-up and effects: {', '.join(PRESETS)}",
    )
    parser.add_argument(
        "--suppress",
        type=number(0, 1),
        nargs="?",
        const=1.0,
        metavar="STRENGTH",
        help="take noise out of the input, 0 (nothing) to 1 (default of the option)",
    )


def rack_of(options: argparse.Namespace) -> RackParams:
    """Return the stages that the options ask for."""
    from dataclasses import replace

    from syrinx.app.engine.rack_params import FeedbackParams, RackParams, SuppressParams
    from syrinx.app.engine.rack_presets import RACK_PRESETS

    rack = RackParams()
    if options.rack_preset is not None:
        # Nothing can feed back in a file; live has an option of its own.
        rack = replace(RACK_PRESETS[options.rack_preset].rack, feedback=FeedbackParams())
    if options.suppress is not None:
        suppress = SuppressParams(on=options.suppress > 0, strength=options.suppress)
        rack = replace(rack, suppress=suppress)
    return rack


def wants_mark(options: argparse.Namespace) -> bool:
    """Return whether to mark: as the options say, else as the settings do."""
    from syrinx.app.settings import home_path, load_settings

    if options.mark is not None:
        return bool(options.mark)
    return load_settings(home_path()).settings.mark_output


def print_json(value: Any) -> None:
    """Print one JSON document; infinities and NaN become null, as JSON has none."""
    print(json.dumps(_finite(value), indent=2, ensure_ascii=False))


def note(options: argparse.Namespace, text: str) -> None:
    """Print a line for the user to stderr, unless ``--quiet``."""
    if not options.quiet:
        print(text, file=sys.stderr)


def tell_failure(options: argparse.Namespace, error: SyrinxError) -> None:
    """Print what went wrong with one of several things, and let the others go on.

    With ``--debug`` the error is raised instead.
    """
    if options.debug:
        raise error
    print(f"syrinx: {error}", file=sys.stderr)


def progress(options: argparse.Namespace, *, total: float, unit: str, title: str) -> Any:
    """Return a tqdm bar on stderr: off when stderr is no terminal or with ``--quiet``."""
    from tqdm import tqdm

    return tqdm(
        total=total,
        unit=unit,
        desc=title,
        leave=False,
        disable=options.quiet or not sys.stderr.isatty(),
        bar_format="{desc}: {percentage:3.0f}%|{bar}| {n:.0f}/{total:.0f} {unit}, {remaining} left",
        file=sys.stderr,
    )


def number(low: float, high: float) -> Callable[[str], float]:
    """Return an argparse type: a finite number between ``low`` and ``high``."""

    def parse(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
        if not math.isfinite(value) or not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not between {low:g} and {high:g}")
        return value

    return parse


def pitch(text: str) -> float | str:
    """Argparse type of ``--pitch``: "auto" or semitones."""
    if text.strip().casefold() == "auto":
        return "auto"
    try:
        return number(-24, 24)(text)
    except argparse.ArgumentTypeError as error:
        raise argparse.ArgumentTypeError(f"{error}, nor the word auto") from None


def _finite(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value
