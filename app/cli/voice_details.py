"""``syrinx voices``: look closely at a voice, and change it."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from syrinx.app.cli.common import note, print_json

if TYPE_CHECKING:
    from syrinx.app.voices import Voice, VoiceLibrary, VoiceStorage, VoiceVersion

_LONGEST = 100
"""Characters of a text from a voice file in one line."""


def configure(actions: Any) -> list[argparse.ArgumentParser]:
    """Add the sub-commands; return their parsers."""

    def add(name: str, run: Any, text: str, description: str = "") -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = actions.add_parser(
            name, help=text, description=description or f"{text[0].upper()}{text[1:]}."
        )
        parser.set_defaults(action=run)
        return parser

    show = add("show", _show, "tell everything known about a voice")
    _voice(show)

    duplicate = add("duplicate", _duplicate, "copy a voice under another name")
    _voice(duplicate)
    duplicate.add_argument("name", metavar="NAME", help="of the copy")

    change = add("set", _set, "change what a voice is called and looks like")
    _voice(change)
    change.add_argument("--name")
    change.add_argument("--colour", metavar="#RRGGBB")
    change.add_argument("--language", metavar="CODE", help='as "en" or "zh"; "" for none')
    change.add_argument("--speaker", metavar="NAME", help='whose voice it is; "" for nobody\'s')
    picture = change.add_mutually_exclusive_group()
    picture.add_argument(
        "--picture", metavar="FILE", type=Path, help="PNG or JPEG, up to 1 MB, kept as it is"
    )
    picture.add_argument("--no-picture", action="store_true", help="delete the picture")

    tag = add(
        "tag",
        _tag,
        "add tags to a voice, or take them off",
        "Add tags to a voice, or take them off. Without tags: tell those it has.",
    )
    _voice(tag)
    tag.add_argument("tags", metavar="TAG", nargs="*", help="to add")
    tag.add_argument("--remove", metavar="TAG", action="append", default=[], help="to take off")
    tag.add_argument("--clear", action="store_true", help="take all others off")

    versions = add(
        "versions",
        _versions,
        "list the earlier versions of a voice",
        "List the earlier versions of a voice, the newest first: what enroll --replace replaced.",
    )
    _voice(versions)

    restore = add(
        "restore",
        _restore,
        "bring an earlier version of a voice back",
        "Bring an earlier version of a voice back: its sound, and the consent to it. The present "
        "one becomes a version in its turn: the same command again undoes it.",
    )
    _voice(restore)
    restore.add_argument(
        "version",
        metavar="VERSION",
        nargs="?",
        default="1",
        help="number or id from `syrinx voices versions` (default: the newest)",
    )

    storage = add("storage", _storage, "tell what your voices take on the disk, and where it is")
    storage.add_argument("voice", metavar="VOICE", nargs="?", help="id or name (default: all)")
    for parser in (show, versions, storage):
        parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    return [show, duplicate, change, tag, versions, restore, storage]


def summary(voice: Voice) -> dict[str, Any]:
    """Return the fields of a voice for JSON output, without the thousands of numbers."""
    values = voice.to_json()
    values.pop("speaker_embedding", None)
    if voice.bank is not None:
        values["bank"] = {"frames": len(voice.bank)}
    if voice.adapter is not None:
        numbers = sum(tensor.size for tensor in voice.adapter.tensors.values())
        values["adapter"] = {"numbers": numbers}
    return values


def shown(text: str, *, longest: int = _LONGEST) -> str:
    """Return a text from a voice file as one short line without control characters."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= longest else line[: longest - 3] + "..."


def _voice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("voice", metavar="VOICE", help="id or name")


def _show(options: argparse.Namespace, library: VoiceLibrary) -> int:
    voice = library.get(options.voice)
    own = not voice.shipped
    versions = library.versions(voice.id) if own else []
    storage = library.storage(voice.id) if own else None
    files = library.files(voice.id)
    if options.json:
        values = summary(voice)
        values["files"] = {name: str(path) for name, path in files.items()}
        if storage is not None:
            values["versions"] = [_version_json(v) for v in versions]
            values["storage"] = _storage_json(storage)
        print_json(values)
        return 0
    print(f"{voice.name} ({voice.id})")
    for name, value in _facts(voice):
        print(f"  {name:<12} {value}")
    record = voice.consent_record
    if record is not None:
        print(f"  {'statement':<12} {shown(record.statement, longest=400)}")
    for name, path in files.items():
        print(f"  {'file':<12} {name}: {path}")
    if storage is not None:
        print(f"  {'versions':<12} {len(versions)} earlier")
        print(f"  {'storage':<12} {_megabytes(storage.total)} in {library.folder / voice.id}")
    return 0


def _facts(voice: Voice) -> list[tuple[str, str]]:
    kind = "effect" if voice.kind == "effect" else "neural voice"
    if voice.adapter is not None:
        kind += ", fine-tuned"
    pitch = "" if voice.f0_median_hz is None else f"{voice.f0_median_hz:.0f} Hz"
    rows = [
        ("kind", kind),
        ("description", shown(voice.description)),
        ("tags", shown(", ".join(voice.tags))),
        ("colour", voice.colour),
        ("language", voice.language),
        ("whose", shown(voice.speaker)),
        ("pitch", pitch),
        ("made from", "" if voice.seconds is None else f"{voice.seconds:.0f} s of speech"),
        ("made on", shown(voice.created)),
        ("made with", shown(json.dumps(dict(voice.provenance)), longest=400)),
        ("licence", shown(voice.licence)),
        ("attribution", shown(voice.attribution)),
        ("consent", shown(voice.consent or "", longest=400)),
    ]
    return [(name, value) for name, value in rows if value not in ("", "{}")]


def _duplicate(options: argparse.Namespace, library: VoiceLibrary) -> int:
    voice = library.duplicate(options.voice, options.name)
    print(f'The voice "{voice.name}" is here as {voice.id}')
    return 0


def _set(options: argparse.Namespace, library: VoiceLibrary) -> int:
    from syrinx.app.voice_attachments import read_picture
    from syrinx.dsp.errors import SyrinxError

    voice = library.get(options.voice)
    changes = [
        (options.name, library.rename),
        (options.colour, library.set_colour),
        (options.language, library.set_language),
        (options.speaker, library.set_speaker),
    ]
    if not any(value is not None for value, _ in changes) and not (
        options.picture or options.no_picture
    ):
        raise SyrinxError("Say what to change, for example --name NAME (see --help).")
    picture = (
        None if options.picture is None else next(iter(read_picture(options.picture).values()))
    )
    for value, change in changes:
        if value is not None:
            voice = change(voice.id, value)
    if picture is not None or options.no_picture:
        voice = library.set_picture(voice.id, picture)
    note(options, f"Changed {voice.id}.")
    return 0


def _tag(options: argparse.Namespace, library: VoiceLibrary) -> int:
    voice = library.get(options.voice)
    off = {tag.casefold() for tag in options.remove}
    kept = [] if options.clear else [tag for tag in voice.tags if tag.casefold() not in off]
    if options.tags or options.remove or options.clear:
        voice = library.set_tags(voice.id, [*kept, *options.tags])
    print(shown(", ".join(voice.tags), longest=1000))
    return 0


def _versions(options: argparse.Namespace, library: VoiceLibrary) -> int:
    versions = library.versions(options.voice)
    if options.json:
        print_json({"versions": [_version_json(version) for version in versions]})
        return 0
    if not versions:
        note(options, "There are no earlier versions.")
    for number, version in enumerate(versions, 1):
        tuned = ", fine-tuned" if version.fine_tuned else ""
        when = version.replaced.replace("T", " ").removesuffix("Z")
        text = shown(version.voice.description) or "no description"
        print(f"{number:>3}  until {when}  {text}{tuned}")
    return 0


def _restore(options: argparse.Namespace, library: VoiceLibrary) -> int:
    from syrinx.dsp.errors import SyrinxError

    versions = library.versions(options.voice)
    wanted = options.version
    if wanted.isdecimal() and len(wanted) < 4:
        if not 1 <= int(wanted) <= len(versions):
            raise SyrinxError(
                f'The voice "{options.voice}" has no version {int(wanted)}, only {len(versions)}.'
                if versions
                else f'The voice "{options.voice}" has no earlier version.'
            )
        wanted = versions[int(wanted) - 1].id
    voice = library.restore(options.voice, wanted)
    print(f'"{voice.name}" is again the one that was {shown(voice.description) or "made before"}.')
    return 0


def _storage(options: argparse.Namespace, library: VoiceLibrary) -> int:
    if options.voice is not None:
        chosen = [library.get(options.voice)]
        library.storage(chosen[0].id)  # says why a built-in voice has none
    else:
        chosen = [voice for voice in library.list() if not voice.shipped]
    sizes = {voice.id: library.storage(voice.id) for voice in chosen}
    total = sum(size.total for size in sizes.values())
    if options.json:
        print_json(
            {
                "folder": str(library.folder),
                "bytes": total,
                "voices": {name: _storage_json(size) for name, size in sizes.items()},
            }
        )
        return 0
    for name, size in sizes.items():
        print(
            f"  {name:<24} {_megabytes(size.total):>9}: profile {_megabytes(size.profile)}, "
            f"files {_megabytes(size.files)}, versions {_megabytes(size.versions)}"
        )
    print(f"{_megabytes(total)} in {library.folder}")
    return 0


def _version_json(version: VoiceVersion) -> dict[str, Any]:
    return {
        "id": version.id,
        "replaced": version.replaced,
        "created": version.voice.created,
        "description": version.voice.description,
        "seconds": version.voice.seconds,
        "fine_tuned": version.fine_tuned,
        "bytes": version.size,
    }


def _storage_json(storage: VoiceStorage) -> dict[str, int]:
    return {
        "profile": storage.profile,
        "files": storage.files,
        "versions": storage.versions,
        "bytes": storage.total,
    }


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.2f} MB" if count >= 100_000 else f"{count / 1e3:.1f} kB"
