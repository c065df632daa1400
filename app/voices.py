"""Voices: what a voice is, and the library that keeps them (no Qt, no torch).

On disk a user's voice is ``<home>/voices/<id>/voice.json``: the voice's fields and the SHA-256
of their canonical JSON, written atomically. Shipped neural voices have the same form and lie in
``assets/voices/<id>.json``; effect voices come from ``syrinx.dsp.effects.EFFECTS``.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from importlib import resources
from pathlib import Path

from syrinx.app.files import reason, write_atomically
from syrinx.app.voice_files import (
    MAX_VOICE_BYTES,
    decode_voice,
    encode_voice,
    read_exchange,
    write_exchange,
)
from syrinx.app.voice_model import EMBEDDING_SIZE, MAX_ID, MAX_NAME, Voice, slug
from syrinx.dsp.effects import EFFECTS
from syrinx.dsp.errors import SyrinxError

__all__ = ["EMBEDDING_SIZE", "EXCHANGE_SUFFIX", "Voice", "VoiceLibrary", "near_matches", "slug"]

EXCHANGE_SUFFIX = ".syrinxvoice"
VOICE_FILE = "voice.json"

# Inside the class ``list`` is its method.
Voices = list[Voice]
Sentences = list[str]


class VoiceLibrary:
    """All voices a user can pick: effects, shipped ones and the user's own.

    Nothing is cached: another process may add a voice at any time, and a library of hundreds of
    voices is read in milliseconds.

    Parameters
    ----------
    home
        The data folder (``syrinx.app.settings.home()``). It is not written before ``add``.
    """

    def __init__(self, home: Path) -> None:
        self.folder = home / "voices"

    def list(self) -> Voices:
        """Return every usable voice: the user's own first, then shipped neural ones, effects.

        Damaged profiles are left out and left in place; :meth:`problems` names them.
        """
        return [found for found in self._all() if isinstance(found, Voice)]

    def problems(self) -> Sentences:
        """Return one sentence for each voice profile that cannot be used."""
        return [str(found) for found in self._all() if isinstance(found, SyrinxError)]

    def get(self, id_or_name: str) -> Voice:
        """Return the voice with this id, or else with this name (case does not matter).

        Raises
        ------
        SyrinxError
            There is none (near matches are named), several have the name, or its profile is
            damaged.
        """
        voices = self.list()
        for voice in voices:
            if voice.id == id_or_name:
                return voice
        wanted = id_or_name.strip().casefold()
        named = [v for v in voices if wanted in (v.id.casefold(), v.name.casefold())]
        if len(named) == 1:
            return named[0]
        if named:
            ids = ", ".join(voice.id for voice in named)
            raise SyrinxError(
                f'Several voices are called "{id_or_name}"; use one of the ids {ids}.'
            )
        own = self._path_of(slug(id_or_name))
        if own.exists():
            self._read(own)  # raises the sentence about the damaged profile
        hint = near_matches(id_or_name, voices)
        raise SyrinxError(
            f'There is no voice "{id_or_name}"'
            + (f"; did you mean {' or '.join(hint)}?" if hint else "; see: syrinx voices.")
        )

    def add(self, voice: Voice, *, replace_existing: bool = False) -> Voice:
        """Store a voice of the user's own, atomically; return it as stored.

        Parameters
        ----------
        voice
            A neural voice with ``shipped=False`` and a consent text.
        replace_existing
            Allow a voice with the same id: its profile is kept in ``<id>/previous/``.

        Raises
        ------
        SyrinxError
            The id is taken, the voice is not one that can be stored, or the disk refuses.
        """
        _check_own(voice)
        if voice.id in EFFECTS or voice.id in {v.id for v in self._shipped_voices()}:
            raise SyrinxError(f'"{voice.id}" is the name of a built-in voice; choose another name.')
        if not voice.created:
            voice = replace(voice, created=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))
        data = encode_voice(voice)
        target = self.folder / voice.id
        try:
            if (target / VOICE_FILE).exists():
                if not replace_existing:
                    raise SyrinxError(
                        f'There already is a voice "{voice.id}"; take another name, or replace it.'
                    )
                self._keep_previous(target)
                write_atomically(target / VOICE_FILE, data)
            else:
                self._publish(target, data)
        except OSError as error:
            raise SyrinxError(
                f'Cannot store the voice "{voice.name}" in {self.folder}: {reason(error)}.'
            ) from error
        return voice

    def rename(self, id_: str, name: str) -> Voice:
        """Change the name of one of the user's own voices; its id stays.

        Raises
        ------
        SyrinxError
            There is no such voice, it is built in, or the disk refuses.
        """
        voice = self.get(id_)
        if voice.shipped:
            raise SyrinxError(f'"{voice.name}" is built in and cannot be renamed.')
        return self.add(replace(voice, name=name), replace_existing=True)

    def remove(self, id_or_name: str) -> str:
        """Delete one of the user's own voices, its earlier versions too, for good; return its id.

        Only the exact id, or a name that one voice alone has. A damaged profile can be removed
        by its id.

        Raises
        ------
        SyrinxError
            There is no such voice, it is built in, or the disk refuses.
        """
        target = self._path_of(id_or_name).parent
        if target.name != id_or_name or not target.is_dir():
            voice = self.get(id_or_name)
            if voice.shipped:
                raise SyrinxError(f'"{voice.name}" is built in and cannot be removed.')
            target = self.folder / voice.id
        doomed = self.folder / f".removed-{secrets.token_hex(4)}"
        try:
            os.rename(target, doomed)  # at once out of every list, even if the deletion is cut off
            shutil.rmtree(doomed)
        except OSError as error:
            raise SyrinxError(
                f'Cannot remove the voice "{id_or_name}": {reason(error)}.'
            ) from error
        return target.name

    def export(self, id_or_name: str, path: Path) -> Path:
        """Write a voice into an exchange file; return the path written.

        Parameters
        ----------
        path
            A file name (``.syrinxvoice`` is added when it has no suffix) or an existing folder.

        Raises
        ------
        SyrinxError
            There is no such voice, it is an effect, or the file cannot be written.
        """
        voice = self.get(id_or_name)
        if voice.kind == "effect":
            raise SyrinxError(
                f'"{voice.name}" is an effect that every Syrinx has; there is nothing to export.'
            )
        if path.is_dir():
            path = path / f"{voice.id}{EXCHANGE_SUFFIX}"
        elif not path.suffix:
            path = path.with_suffix(EXCHANGE_SUFFIX)
        write_exchange(voice, path)
        return path

    def import_(self, path: Path) -> Voice:
        """Read an exchange file and store its voice; return it as stored.

        A voice that is already here is returned as it is. When another voice has the same id,
        the new one gets the first free ``<id>-2``, ``<id>-3`` ... and the same number in its name.

        Raises
        ------
        SyrinxError
            The file is damaged, is no exchange file, or the disk refuses.
        """
        voice = replace(read_exchange(path), shipped=False)
        _check_own(voice)
        taken = {known.id: known for known in self.list()}
        number, first = 2, voice
        while True:
            known = taken.get(voice.id)
            if known is not None and replace(known, shipped=False) == voice:
                return known
            if known is None and not self._path_of(voice.id).exists():
                return self.add(voice)
            voice = replace(first, id=_numbered(first.id, f"-{number}", MAX_ID))
            voice = replace(voice, name=_numbered(first.name, f" ({number})", MAX_NAME))
            number += 1

    def free_id(self, name: str) -> str:
        """Return an id made from ``name`` that no voice has yet."""
        taken = {voice.id for voice in self.list()}
        stem = slug(name)
        candidate, number = stem, 2
        while candidate in taken or self._path_of(candidate).exists():
            candidate, number = f"{stem}-{number}", number + 1
        return candidate

    def _all(self) -> Iterator[Voice | SyrinxError]:
        yield from self._own_voices()
        yield from self._shipped_voices()
        yield from effect_voices()

    def _own_voices(self) -> Iterator[Voice | SyrinxError]:
        try:
            folders = sorted(item for item in self.folder.iterdir() if item.name[0] != ".")
        except FileNotFoundError:
            return
        except OSError as error:
            yield SyrinxError(f"Voices in {self.folder} cannot be read: {reason(error)}.")
            return
        for folder in folders:
            if not (folder / VOICE_FILE).exists():
                continue
            try:
                yield self._read(folder / VOICE_FILE)
            except SyrinxError as error:
                yield error

    def _shipped_voices(self) -> Iterator[Voice]:
        folder = resources.files("syrinx.assets") / "voices"
        if not folder.is_dir():
            return
        for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if item.name.endswith(".json"):
                yield replace(decode_voice(item.read_bytes(), source=item.name), shipped=True)

    def _read(self, path: Path) -> Voice:
        try:
            if path.stat().st_size > MAX_VOICE_BYTES:
                raise SyrinxError(f"The voice profile {path} is too large to be one.")
            data = path.read_bytes()
        except OSError as error:
            raise SyrinxError(
                f"The voice profile {path} cannot be read: {reason(error)}."
            ) from error
        voice = decode_voice(data, source=str(path))
        if voice.id != path.parent.name:
            raise SyrinxError(
                f"The voice profile {path} belongs in a folder named {voice.id}; rename its folder."
            )
        return replace(voice, shipped=False)

    def _path_of(self, id_: str) -> Path:
        # slug() leaves no separators or dots: an id from outside cannot leave the folder.
        return self.folder / (slug(id_) if id_ else "-") / VOICE_FILE

    def _publish(self, target: Path, data: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        staging = self.folder / f".new-{secrets.token_hex(4)}"
        staging.mkdir()
        try:
            write_atomically(staging / VOICE_FILE, data)
            os.rename(staging, target)  # refused when another process was first
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise

    def _keep_previous(self, target: Path) -> None:
        previous = target / "previous"
        previous.mkdir(exist_ok=True)
        stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
        kept = previous / f"{stamp}-{secrets.token_hex(2)}.json"
        shutil.copy2(target / VOICE_FILE, kept)


def _check_own(voice: Voice) -> None:
    """Raise SyrinxError when this cannot be a voice of the user's own."""
    if voice.kind != "neural" or voice.shipped:
        raise SyrinxError(f'"{voice.name}" is built in and cannot be stored as your own voice.')
    if not voice.consent:
        raise SyrinxError(
            f'The voice "{voice.name}" cannot be stored without a note of the consent of '
            "the person whose voice it is."
        )


def _numbered(text: str, ending: str, longest: int) -> str:
    return text[: longest - len(ending)].rstrip("- ") + ending


def effect_voices() -> Iterator[Voice]:
    """Yield a voice for every effect of ``syrinx.dsp.effects``."""
    for effect_id, spec in EFFECTS.items():
        yield Voice(
            id=effect_id,
            name=spec.name,
            kind="effect",
            description=spec.description,
            tags=tuple(getattr(spec, "tags", ())),
            colour=getattr(spec, "colour", "#7a8ca3"),
            licence="Apache-2.0",
            attribution="Syrinx",
            effect_id=effect_id,
            shipped=True,
        )


def near_matches(text: str, voices: list[Voice], *, count: int = 3) -> list[str]:
    """Return up to ``count`` ids of voices whose id or name is close to ``text``."""
    wanted = text.strip().casefold()
    spelled: dict[str, str] = {}
    for voice in voices:
        spelled.setdefault(voice.id.casefold(), voice.id)
        spelled.setdefault(voice.name.casefold(), voice.id)
    close = get_close_matches(wanted, spelled, n=2 * count, cutoff=0.6)
    if wanted:
        close += [name for name in spelled if wanted in name]
    return list(dict.fromkeys(spelled[name] for name in close))[:count]
