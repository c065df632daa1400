"""Presets: a voice and all that can be turned, under a name; kept in ``presets.json``."""

from __future__ import annotations

import json
import os
import re
import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from syrinx.app.chord import parse_chord
from syrinx.app.engine.messages import VoiceParams
from syrinx.app.files import reason, write_atomically
from syrinx.app.plain import changed, to_plain
from syrinx.dsp.errors import SyrinxError

FILE_NAME = "presets.json"
VERSION = 1
SUFFIX = ".syrinxpreset"
MAX_PRESETS = 64
MAX_BYTES = 4_000_000
MAX_NAME = 40
COLOURS = (
    "#37b0c8", "#e08a3c", "#8f7ae6", "#5fb36a", "#d65f7d", "#c9a227", "#5c8fe0", "#9aa5ad",
)  # fmt: skip
"""Offered for new presets in turn."""

NOT_KEPT = frozenset({"mute", "bypass", "source_f0_hz", "mark"})
"""Of the moment, of the speaker, or his word of honour: no preset changes them."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_ID = re.compile(r"[a-z0-9]{1,16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A voice and all that can be turned.

    Attributes
    ----------
    id
        Short and lasting: keys and controllers are bound to it.
    name
        1 to `MAX_NAME` characters.
    colour
        ``#rrggbb``.
    voice
        Id of the voice; None = straight through.
    voice_name
        Its name when the preset was stored: what to say when the voice is gone.
    entries
        The parameters as JSON values, as `syrinx.app.plain.to_plain` gives them. What this
        version does not know stays in it.
    hotkey
        Text of a `syrinx.app.chord.Chord`; None = no key.
    """

    id: str
    name: str
    colour: str = COLOURS[0]
    voice: str | None = None
    voice_name: str = ""
    entries: Mapping[str, Any] = field(default_factory=dict)
    hotkey: str | None = None

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value cannot be."""
        if not isinstance(self.id, str) or not _ID.fullmatch(self.id):
            raise SyrinxError("The id of a preset is a short word.")
        if not isinstance(self.name, str) or not 1 <= len(self.name.strip()) <= MAX_NAME:
            raise SyrinxError(f"A preset needs a name of at most {MAX_NAME} characters.")
        if not isinstance(self.colour, str) or not _COLOUR.fullmatch(self.colour):
            raise SyrinxError("The colour of a preset is written as #rrggbb.")
        if self.voice is not None and not (isinstance(self.voice, str) and self.voice):
            raise SyrinxError("The voice of a preset is an id.")
        if not isinstance(self.voice_name, str) or not isinstance(self.entries, Mapping):
            raise SyrinxError("The preset is damaged.")
        if self.hotkey is not None:
            parse_chord(self.hotkey)

    def params(self, now: VoiceParams) -> tuple[VoiceParams, list[str]]:
        """Return the parameters, and the names of those that could not be used.

        What the preset does not say has its default; `NOT_KEPT` is as in ``now``, and so is the
        feedback guard, which belongs to the room and not to the voice.
        """
        kept = {name: getattr(now, name) for name in NOT_KEPT if hasattr(now, name)}
        entries = {name: value for name, value in self.entries.items() if name not in NOT_KEPT}
        params, problems = changed(VoiceParams(), entries)
        rack = replace(params.rack, feedback=now.rack.feedback, bypass=now.rack.bypass)
        return replace(params, rack=rack, **kept), problems

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "id": self.id,
            "name": self.name,
            "colour": self.colour,
            "voice": self.voice,
            "voice_name": self.voice_name,
            "params": dict(self.entries),
            "hotkey": self.hotkey,
        }


def entries_of(params: VoiceParams) -> dict[str, Any]:
    """Return what a preset keeps of ``params``."""
    entries = to_plain(params)
    return {name: value for name, value in entries.items() if name not in NOT_KEPT}


def new_id(taken: Sequence[Preset]) -> str:
    """Return an id that none of them has."""
    used = {preset.id for preset in taken}
    while (made := secrets.token_hex(4)) in used:
        pass
    return made


def free_name(name: str, taken: Sequence[Preset]) -> str:
    """Return ``name``, with a number behind it when it is taken."""
    used = {preset.name.casefold() for preset in taken}
    stem, number, found = name[: MAX_NAME - 4].strip() or "Preset", 2, name
    while found.casefold() in used:
        found, number = f"{stem} {number}", number + 1
    return found


class PresetStore:
    """The presets of a data folder.

    Parameters
    ----------
    folder
        The data folder.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def load(self) -> tuple[list[Preset], str | None]:
        """Return the presets, and a sentence when something could not be read.

        A file that cannot be understood is set aside; of one with damaged presets, a copy is
        kept and the others are used.
        """
        try:
            if self._path.stat().st_size > MAX_BYTES:
                return [], self._set_aside()
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return [], None
        except OSError as error:
            return [], f"The presets in {self._path} cannot be read ({reason(error)})."
        except UnicodeDecodeError:
            return [], self._set_aside()
        try:
            document = _parse(text)
        except SyrinxError:
            return [], self._set_aside()
        presets, damaged = _presets_of(document)
        if not damaged:
            return presets, None
        copy = self._put_aside(keep=True).name
        if damaged == 1:
            text = f"One preset was damaged and left out; the file as it was is {copy}."
        else:
            text = f"{damaged} presets were damaged and left out; the file as it was is {copy}."
        return presets, text

    def save(self, presets: Sequence[Preset]) -> None:
        """Write all presets, in this order, wholly or not at all.

        Raises
        ------
        SyrinxError
            The folder cannot be written or the disk is full.
        """
        write_atomically(self._path, _document(presets))

    def _set_aside(self) -> str:
        kept = self._put_aside(keep=False).name
        return f"The presets could not be understood; they are kept in {kept}."

    def _put_aside(self, *, keep: bool) -> Path:
        aside = self._path.with_name(f"presets.broken-{time.strftime('%Y%m%d-%H%M%S')}.json")
        try:
            if keep:
                write_atomically(aside, self._path.read_bytes())
            else:
                os.replace(self._path, aside)
        except (OSError, SyrinxError):
            return self._path
        return aside


def export_presets(presets: Sequence[Preset], path: Path) -> None:
    """Write presets into a file to take elsewhere. Keys stay here: they belong to a keyboard.

    Raises
    ------
    SyrinxError
        The file cannot be written.
    """
    write_atomically(path, _document([replace(preset, hotkey=None) for preset in presets]))


def import_presets(path: Path, taken: Sequence[Preset]) -> list[Preset]:
    """Return the presets of a file with ids and names of their own, without keys.

    Raises
    ------
    SyrinxError
        The file cannot be read, holds no presets, or more than there is room for.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SyrinxError(f'"{path.name}" is too large to be a preset.')
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SyrinxError(f'"{path.name}" cannot be read: {reason(error)}.') from error
    except UnicodeDecodeError as error:
        raise SyrinxError(f'"{path.name}" holds no presets.') from error
    try:
        found, _ = _presets_of(_parse(text))
    except SyrinxError:
        found = []
    if not found:
        raise SyrinxError(f'"{path.name}" holds no presets.')
    if len(taken) + len(found) > MAX_PRESETS:
        raise SyrinxError(f"There is room for {MAX_PRESETS} presets: delete some first.")
    made: list[Preset] = []
    for preset in found:
        there = [*taken, *made]
        name = free_name(preset.name, there)
        made.append(replace(preset, id=new_id(there), name=name, hotkey=None))
    return made


def _document(presets: Sequence[Preset]) -> bytes:
    document = {"version": VERSION, "presets": [preset.to_json() for preset in presets]}
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _parse(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise SyrinxError("This is no JSON.") from error
    if not isinstance(document, dict) or not isinstance(document.get("presets"), list):
        raise SyrinxError("These are no presets.")
    return document


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _presets_of(document: Mapping[str, Any]) -> tuple[list[Preset], int]:
    """Return the presets of a document and how many were damaged."""
    presets: list[Preset] = []
    damaged = 0
    for entry in document["presets"]:
        try:
            preset = _preset_of(entry)
        except SyrinxError:
            damaged += 1
            continue
        if len(presets) >= MAX_PRESETS or preset.id in {known.id for known in presets}:
            damaged += 1
        else:
            presets.append(preset)
    return presets, damaged


def _preset_of(entry: object) -> Preset:
    if not isinstance(entry, dict) or not isinstance(entry.get("params"), dict):
        raise SyrinxError("The preset is damaged.")
    plain = Preset(
        id=entry.get("id", ""),
        name=entry.get("name", ""),
        voice=entry.get("voice"),
        voice_name=entry.get("voice_name", ""),
        entries=entry["params"],
    )
    # A damaged colour or key is not worth a preset.
    for name in ("colour", "hotkey"):
        try:
            plain = replace(plain, **{name: entry.get(name, getattr(plain, name))})
        except SyrinxError:
            continue
    return plain
