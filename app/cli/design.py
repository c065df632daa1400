"""``syrinx voices design``: a voice that belongs to nobody, by sliders."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from syrinx.app.cli.common import number, print_json

if TYPE_CHECKING:
    from syrinx.app.voices import VoiceLibrary

HELP = "invent a voice that belongs to nobody"
DESCRIPTION = (
    "Invent a voice, and keep it among your own. It is drawn as real voices are spread, moved to "
    "where the sliders say, and checked to be no real speaker's. With --like it is a known voice, "
    "changed: then every slider is a step away from that one."
)
EPILOG = (
    "The same seed and sliders give the same voice; sliders that are left out follow the seed. "
    "Try it: syrinx voices design Mara --gender 1 --brightness 1 --seed 7, then "
    "syrinx convert FILE --voice mara."
)
_STEPS = ("gender", "age", "brightness", "roughness")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("name", metavar="NAME", nargs="?")
    parser.add_argument(
        "--pitch", type=number(30, 1000), metavar="HZ", help="median pitch, 60 to 400 Hz"
    )
    for key, text in (
        ("gender", "-1 a man's, 1 a woman's"),
        ("age", "-1 a child's, 0 a grown-up's"),
        ("brightness", "-1 dark, 1 bright"),
        ("roughness", "-1 smooth, 1 rough"),
    ):
        parser.add_argument(f"--{key}", type=number(-10, 10), metavar="STEP", help=text)
    parser.add_argument("--seed", type=int, metavar="N", help="which person (default: any)")
    parser.add_argument("--like", metavar="VOICE", help="start from this voice instead")
    parser.add_argument("--mix", metavar="VOICE", help="with --like: blend that one with this one")
    parser.add_argument(
        "--share",
        type=number(0, 1),
        default=0.5,
        metavar="0..1",
        help="with --mix: how much of its voice (default 0.5)",
    )
    parser.add_argument(
        "--replace", action="store_true", help="replace a voice of that name (the old one is kept)"
    )
    parser.add_argument(
        "--list-attributes", action="store_true", help="tell the sliders and their ranges; no voice"
    )
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS)


def run(options: argparse.Namespace, library: VoiceLibrary) -> int:
    """Make and store the voice."""
    from dataclasses import replace

    from syrinx.app.enrolment import check_name
    from syrinx.app.voice_design import check_sliders, design_voice, mix_voices
    from syrinx.dsp.errors import SyrinxError

    if options.list_attributes:
        return _list_attributes(options)
    if options.name is None:
        raise SyrinxError("Give the voice a name: syrinx voices design NAME.")
    if options.mix and not options.like:
        raise SyrinxError("--mix needs --like: the two voices to blend.")
    if options.seed is not None and options.like:
        raise SyrinxError("--seed invents a voice, --like changes one; use one of them.")
    steps = {key: getattr(options, key) for key in _STEPS}
    check_sliders({"pitch": options.pitch, **steps})
    check_name(options.name, library, replace_existing=options.replace)
    base = library.get(options.like) if options.like else None
    if base is not None and options.mix:
        base = mix_voices(options.name, base, library.get(options.mix), share=options.share)
    changed = options.pitch is not None or any(steps.values())
    if base is not None and options.mix and not changed:
        voice = base
    else:
        voice = design_voice(
            options.name,
            pitch=options.pitch,
            **steps,
            seed=options.seed,
            base=base,
            keep_away_from=[voice for voice in library.list() if not voice.shipped],
        )
    voice = library.add(replace(voice, shipped=False), replace_existing=options.replace)
    if options.json:
        values = voice.to_json()
        values.pop("speaker_embedding", None)
        print_json(values)
    else:
        print(f'The voice "{voice.name}" is ready: {voice.description}.')
        print(f"  {voice.consent}")
        print(f"Use it: syrinx convert FILE --voice {voice.id}")
    return 0


def _list_attributes(options: argparse.Namespace) -> int:
    from syrinx.app.voice_design import ATTRIBUTES
    from syrinx.neural.runtime.voice_space import load_voice_space

    fits = load_voice_space().notes.get("sliders", {})
    if options.json:
        listed = [
            {
                "name": item.name,
                "meaning": item.meaning,
                "low": item.low,
                "high": item.high,
                "unit": item.unit,
                "r2": fits.get(item.name, {}).get("r2"),
            }
            for item in ATTRIBUTES.values()
        ]
        print_json({"attributes": listed})
        return 0
    for item in ATTRIBUTES.values():
        span = f"{item.low:g} to {item.high:g} {item.unit}".rstrip()
        print(f"  --{item.name:<11} {span:<13} {item.meaning}")
    return 0
