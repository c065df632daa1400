"""``syrinx voices``: list, design, export, import, remove; the rest is in ``voice_details``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from syrinx.app.cli import design, voice_details
from syrinx.app.cli.common import add_common, add_json, note, print_json, tell_failure

if TYPE_CHECKING:
    from syrinx.app.voices import VoiceLibrary

HELP = "list, show, design, change, export, import and remove voices"
DESCRIPTION = "Without a sub-command: list all voices."
EPILOG = "`syrinx enroll` makes a voice from recordings, `design` one that belongs to nobody."

_WIDEST = 24
"""Characters of an id in the list."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_json(parser)
    parser.set_defaults(action=_list)
    actions = parser.add_subparsers(title="sub-commands", metavar="ACTION")

    listing = actions.add_parser("list", help="list all voices (the default)")
    listing.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    listing.set_defaults(action=_list)

    export = actions.add_parser("export", help="write a voice into a .syrinxvoice file")
    export.add_argument("voice", metavar="VOICE", help="id or name")
    export.add_argument("path", metavar="FILE_OR_DIR", type=Path, nargs="?", default=Path())
    export.add_argument("--force", action="store_true", help="replace a file that is there")
    export.set_defaults(action=_export)

    import_ = actions.add_parser("import", help="take voices from .syrinxvoice files")
    import_.add_argument("paths", metavar="FILE", type=Path, nargs="+")
    import_.set_defaults(action=_import)

    remove = actions.add_parser(
        "remove",
        help="delete a voice of your own for good",
        description="Delete a voice of your own for good, with its picture, the recording of the "
        "consent and all earlier versions.",
    )
    remove.add_argument("voice", metavar="VOICE", help="id or name")
    remove.set_defaults(action=_remove)

    invent = actions.add_parser(
        "design", help=design.HELP, description=design.DESCRIPTION, epilog=design.EPILOG
    )
    design.configure(invent)
    invent.set_defaults(action=design.run)
    details = voice_details.configure(actions)
    for action in (listing, export, import_, remove, invent, *details):
        add_common(action)


def run(options: argparse.Namespace) -> int:
    """Run the sub-command."""
    from syrinx.app.settings import home_path
    from syrinx.app.voices import VoiceLibrary

    return int(options.action(options, VoiceLibrary(home_path())))


def _list(options: argparse.Namespace, library: VoiceLibrary) -> int:
    voices = library.list()
    problems = library.problems()
    if options.json:
        listed = [voice_details.summary(voice) for voice in voices]
        print_json({"voices": listed, "problems": problems})
        return 0
    width = min(_WIDEST, max((len(voice.id) for voice in voices), default=0))
    for kind, title in (
        ("own", "Your voices"),
        ("neural", "Shipped voices"),
        ("effect", "Effects"),
    ):
        group = [v for v in voices if ("own" if not v.shipped else v.kind) == kind]
        if group:
            print(title)
        for voice in group:
            name = f"{voice.name}: " if voice.name.casefold() != voice.id else ""
            print(f"  {voice.id:<{width}}  {name}{voice_details.shown(voice.description)}".rstrip())
    for problem in problems:
        note(options, f"syrinx: {problem}")
    return 0


def _export(options: argparse.Namespace, library: VoiceLibrary) -> int:
    print(library.export(options.voice, options.path, overwrite=options.force))
    return 0


def _import(options: argparse.Namespace, library: VoiceLibrary) -> int:
    from syrinx.dsp.errors import SyrinxError

    failed = 0
    for path in options.paths:
        try:
            voice = library.import_(path)
        except SyrinxError as error:
            tell_failure(options, error)
            failed += 1
            continue
        print(f'{path}: "{voice.name}" is here as {voice.id}')
    return 1 if failed else 0


def _remove(options: argparse.Namespace, library: VoiceLibrary) -> int:
    note(options, f"Removed {library.remove(options.voice)}.")
    return 0
