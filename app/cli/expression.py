"""How a voice speaks, on the command line: melody, breath, and what is mixed in."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from syrinx.app.cli.common import number

if TYPE_CHECKING:
    from syrinx.app.voices import Voice, VoiceLibrary

DEFAULT_MORPH = 0.5


def add_expression(parser: argparse.ArgumentParser, *, live: bool = False) -> None:
    """Add the options; with ``live`` also the speed of a morph."""
    group = parser.add_argument_group("expression")
    group.add_argument(
        "--intonation",
        type=number(0, 2),
        default=1.0,
        metavar="STRENGTH",
        help="movement of the pitch: 0 (monotone), 1 (as spoken; default) to 2 (exaggerated)",
    )
    group.add_argument(
        "--pitch-lock",
        type=number(0, 1),
        default=0.0,
        metavar="STRENGTH",
        help="how firmly --pitch auto holds the voice's mean: 0 (follows slowly; default) to 1 "
        "(within a second)",
    )
    group.add_argument(
        "--breathiness",
        type=number(-1, 1),
        default=0.0,
        metavar="AMOUNT",
        help="noise in the voice: -1 (firm), 0 (as it is; default) to 1 (breathy)",
    )
    group.add_argument(
        "--wet",
        type=number(0, 1),
        default=1.0,
        metavar="SHARE",
        help="share of the changed voice, 0 (only the input) to 1 (default)",
    )
    group.add_argument("--morph-to", metavar="VOICE", help="a second neural voice to mix in")
    group.add_argument(
        "--morph",
        type=number(0, 1),
        metavar="SHARE",
        help=f"of the second voice: 0 to 1 (default: {DEFAULT_MORPH:g})",
    )
    if live:
        group.add_argument(
            "--morph-time",
            type=number(0, 5),
            default=0.0,
            metavar="S",
            help="from one voice to the other, 0 to 5 seconds (default: 0)",
        )


def expression_of(
    options: argparse.Namespace, library: VoiceLibrary
) -> tuple[dict[str, Any], Voice | None]:
    """Return fields of `VoiceParams`, and the second voice.

    Raises
    ------
    SyrinxError
        There is no such voice, or it is not a neural one, or there is a share of none.
    """
    from syrinx.dsp.errors import SyrinxError

    second = None
    if options.morph_to is not None:
        second = library.get(options.morph_to)
        if second.kind != "neural":
            raise SyrinxError(f'"{second.name}" is an effect: only neural voices can be morphed.')
    elif options.morph is not None:
        raise SyrinxError("--morph needs a second voice: name it with --morph-to.")
    morph = DEFAULT_MORPH if options.morph is None else options.morph
    fields = {
        "intonation": options.intonation,
        "pitch_lock": options.pitch_lock,
        "breathiness": options.breathiness,
        "wet": options.wet,
        "morph_to": None if second is None else second.id,
        "morph": 0.0 if second is None else morph,
        "morph_s": getattr(options, "morph_time", 0.0),
    }
    return fields, second
