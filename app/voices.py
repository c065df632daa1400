"""Voices: what a voice is, and the library that keeps them (no Qt, no torch).

On disk a user's voice is the folder ``<home>/voices/<id>``: ``voice.json`` (the voice's fields and
the SHA-256 of their canonical JSON), the files that it names, and ``previous/`` with earlier
versions; all is written so that a voice is there whole or not at all. Shipped neural voices have
the same profile and lie in ``assets/voices/<id>.json``; effect voices come from
``syrinx.dsp.effects.EFFECTS``.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from syrinx.app import voice_attachments, voice_folder
from syrinx.app.files import reason
from syrinx.app.texts import mark
from syrinx.app.voice_exchange import EXCHANGE_SUFFIX, check_consent, read_exchange, write_exchange
from syrinx.app.voice_files import MAX_VOICE_BYTES, VOICE_FILE, encode_voice
from syrinx.app.voice_folder import VoiceStorage, VoiceVersion
from syrinx.app.voice_model import (
    EMBEDDING_SIZE,
    MAX_ID,
    MAX_NAME,
    Voice,
    check_name,
    check_tags,
    slug,
)
from syrinx.app.voice_sources import (
    OwnVoices,
    check_own,
    effect_voice,
    effect_voices,
    near_matches,
    shipped_ids,
    shipped_voice,
)
from syrinx.dsp.effects import EFFECTS
from syrinx.dsp.errors import SyrinxError

__all__ = [
    "EMBEDDING_SIZE",
    "EXCHANGE_SUFFIX",
    "Voice",
    "VoiceLibrary",
    "VoiceStorage",
    "VoiceVersion",
    "effect_voices",
    "near_matches",
    "slug",
]

_SOUND = (
    "description",
    "licence",
    "attribution",
    "f0_median_hz",
    "f0_flutter",
    "speaker_embedding",
    "speaker_encoder",
    "bank",
    "adapter",
    "consent",
    "consent_record",
    "speaker",
    "provenance",
    "seconds",
    "created",
)
"""Fields that an earlier version brings back; name, picture, colour, tags and language stay."""

# Inside the class ``list`` is its method.
Voices = list[Voice]
Versions = list[VoiceVersion]
Sentences = list[str]


class VoiceLibrary:
    """All voices a user can pick: effects, shipped ones and the user's own.

    Every question looks at the disk: another process may add a voice at any time. Profiles that
    are still the same file are not decoded again (4 ms each), those that came with the program
    never, and a question for an id decodes that voice alone.

    Parameters
    ----------
    home
        The data folder (``syrinx.app.settings.home()``). It is not written before ``add``.
    """

    def __init__(self, home: Path) -> None:
        self.folder = home / "voices"
        self._own_voices = OwnVoices(self.folder)
        self._shipped: dict[str, Voice] = {}

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
        found = self._with_id(id_or_name)
        if found is not None:
            return found
        voices = self.list()
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
            self._own_voices.read(own)  # raises the sentence about the damaged profile
        hint = near_matches(id_or_name, voices)
        if not hint:
            raise SyrinxError(f'There is no voice "{id_or_name}"; see: syrinx voices.')
        meant = " or ".join(hint)
        raise SyrinxError(f'There is no voice "{id_or_name}"; did you mean {meant}?')

    def add(
        self,
        voice: Voice,
        *,
        replace_existing: bool = False,
        files: Mapping[str, bytes] | None = None,
    ) -> Voice:
        """Store a voice of the user's own with its files, all or nothing; return it as stored.

        Parameters
        ----------
        voice
            A neural voice with ``shipped=False`` and a consent text.
        replace_existing
            Allow a voice with the same id: its profile is kept as a version, up to
            ``MAX_VERSIONS`` of them.
        files
            All files of the voice ("consent.flac", "picture.png", "picture.jpg") by name; None:
            those that ``voice.files`` names, which its folder has already.

        Raises
        ------
        SyrinxError
            The id is taken, the voice is not one that can be stored, a file cannot be one of a
            voice or does not fit the consent record, or the disk refuses.
        """
        if files is None:
            files = voice_attachments.load(self.folder / voice.id, voice.files)
        voice = replace(voice, files=voice_attachments.describe(files))
        return self._store(voice, files, replace_existing=replace_existing, keep=True)

    def files(self, id_or_name: str) -> Mapping[str, Path]:
        """Return where the files of a voice lie, by name ("consent.flac", "picture.png" ...)."""
        voice = self.get(id_or_name)
        return {} if voice.shipped else voice_attachments.paths(self.folder / voice.id, voice.files)

    def picture(self, voice: Voice) -> Path | None:
        """Return the picture of a voice; None where there is none."""
        if voice.shipped or voice.picture is None:
            return None
        found = voice_attachments.paths(self.folder / voice.id, [voice.picture])
        return next(iter(found.values()), None)

    def rename(self, id_or_name: str, name: str) -> Voice:
        """Change the name of one of the user's own voices; its id stays.

        This and the other changes of what a voice is called and looks like make no version:
        versions are of what it sounds like.

        Raises
        ------
        SyrinxError
            There is no such voice, it is built in, the name is impossible, or the disk refuses.
        """
        return self._edit(id_or_name, mark("renamed"), name=name.strip())

    def set_tags(self, id_or_name: str, tags: Iterable[str]) -> Voice:
        """Replace the tags of one of the user's own voices; raises SyrinxError as `rename`."""
        return self._edit(id_or_name, mark("tagged"), tags=check_tags(tags))

    def set_colour(self, id_or_name: str, colour: str) -> Voice:
        """Change the colour (``#rrggbb``) of a voice; raises SyrinxError as `rename`."""
        return self._edit(id_or_name, mark("changed"), colour=colour)

    def set_language(self, id_or_name: str, language: str) -> Voice:
        """Change the language (BCP 47, or "") of a voice; raises SyrinxError as `rename`."""
        return self._edit(id_or_name, mark("changed"), language=language.strip())

    def set_speaker(self, id_or_name: str, speaker: str) -> Voice:
        """Change whose voice it is; raises SyrinxError as `rename`."""
        return self._edit(id_or_name, mark("changed"), speaker=speaker.strip())

    def set_picture(self, id_or_name: str, picture: bytes | None) -> Voice:
        """Give a voice a picture (PNG or JPEG), or None; raises SyrinxError as `rename`."""
        voice = self._own(id_or_name, mark("changed"))
        new = {} if picture is None else {voice_attachments.picture_name(picture): picture}
        kept = [item for item in voice.files if item != voice.picture]
        voice = replace(voice, files=(*kept, *voice_attachments.describe(new)))
        return self._store(voice, new, replace_existing=True, keep=False)

    def duplicate(self, id_or_name: str, name: str) -> Voice:
        """Copy a neural voice and its files, without earlier versions, under another name.

        Raises
        ------
        SyrinxError
            There is no such voice, it is an effect, the name is taken, or the disk refuses.
        """
        voice = self.get(id_or_name)
        name = name.strip()
        check_name(name)
        if voice.kind == "effect":
            raise SyrinxError(f'"{voice.name}" is an effect, of which there can be no copy.')
        if any(known.name.casefold() == name.casefold() for known in self.list()):
            raise SyrinxError(f'There already is a voice "{name}"; choose another name.')
        files = voice_attachments.load(self.folder / voice.id, voice.files)
        origin = f"a copy of {voice.name}: {voice.licence}, {voice.attribution}"
        copy = replace(
            voice,
            id=self.free_id(name),
            name=name,
            shipped=False,
            consent=voice.consent or origin,
            created="",
        )
        return self.add(copy, files=files)

    def versions(self, id_or_name: str) -> Versions:
        """Return the earlier versions of one of the user's own voices, the newest first."""
        return voice_folder.versions(self.folder / self._own(id_or_name, mark("restored")).id)

    def restore(self, id_or_name: str, version: str) -> Voice:
        """Bring an earlier version back: how the voice sounds, and the consent to it.

        Name, picture, colour, tags and language stay. The present state becomes a version in its
        turn, so that this can be undone.

        Parameters
        ----------
        version
            ``VoiceVersion.id``.

        Raises
        ------
        SyrinxError
            There is no such voice or version, or the disk refuses.
        """
        voice = self._own(id_or_name, mark("restored"))
        known = {item.id: item.voice for item in self.versions(voice.id)}
        if version not in known:
            raise SyrinxError(
                f'The voice "{voice.name}" has no version "{version}"; '
                f"see: syrinx voices versions {voice.id}."
            )
        old = known[version]
        consent = [item for item in old.files if item.name == voice_attachments.CONSENT]
        picture = [voice.picture] if voice.picture else []
        again = replace(
            voice,
            **{name: getattr(old, name) for name in _SOUND},
            files=tuple(consent + picture),
        )
        return self._store(again, {}, replace_existing=True, keep=True, drop=version)

    def storage(self, id_or_name: str | None = None) -> VoiceStorage:
        """Return the bytes that one of the user's own voices takes, or all of them together."""
        if id_or_name is not None:
            return voice_folder.storage(self.folder / self._own(id_or_name, mark("measured")).id)
        own = [voice for voice in self.list() if not voice.shipped]
        return sum((voice_folder.storage(self.folder / v.id) for v in own), VoiceStorage())

    def tidy(self) -> None:
        """Delete what an interrupted change or removal left; voices are not touched."""
        voice_folder.tidy(self.folder)

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
        voice_folder.tidy(self.folder, target.name)
        doomed = self.folder / f".removed-{secrets.token_hex(4)}"
        try:
            os.rename(target, doomed)  # at once out of every list, even if the deletion is cut off
            shutil.rmtree(doomed)
        except OSError as error:
            raise SyrinxError(
                f'Cannot remove the voice "{id_or_name}": {reason(error)}.'
            ) from error
        return target.name

    def export(self, id_or_name: str, path: Path, *, overwrite: bool = True) -> Path:
        """Write a voice with its files into an exchange file; return the path written.

        Parameters
        ----------
        path
            A file name (``.syrinxvoice`` is added when it has no suffix) or an existing folder.
        overwrite
            Replace a file that is there.

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
        if path.exists() and not overwrite:
            raise SyrinxError(f"{path} exists already; choose another name, or use --force.")
        files = voice_attachments.load(self.folder / voice.id, voice.files)
        write_exchange(voice, files, path)
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
        read, files = read_exchange(path)
        voice = replace(read, shipped=False)
        check_own(voice)
        taken = {known.id: known for known in self.list()}
        number, first = 2, voice
        while True:
            known = taken.get(voice.id)
            if known is not None and replace(known, shipped=False) == voice:
                return known
            if known is None and not self._path_of(voice.id).exists():
                return self.add(voice, files=files)
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
        yield from self._own_voices.all()
        for id_ in shipped_ids():
            yield self._came_with(id_)
        yield from effect_voices()

    def _came_with(self, id_: str) -> Voice:
        if id_ not in self._shipped:
            self._shipped[id_] = shipped_voice(id_)
        return self._shipped[id_]

    def _with_id(self, id_: str) -> Voice | None:
        """Return the voice with exactly this id, without reading the others."""
        if self._path_of(id_).parent.name != id_:
            return None
        try:
            if self._path_of(id_).exists():
                return self._own_voices.read(self._path_of(id_))
        except SyrinxError:
            return None  # found out, and said, when all are read
        if id_ in EFFECTS:
            return effect_voice(id_)
        if id_ in self._shipped or id_ in shipped_ids():
            return self._came_with(id_)
        return None

    def _path_of(self, id_: str) -> Path:
        # slug() leaves no separators or dots: an id from outside cannot leave the folder.
        return self.folder / (slug(id_) if id_ else "-") / VOICE_FILE

    def _own(self, id_or_name: str, done: str) -> Voice:
        voice = self.get(id_or_name)
        if voice.shipped:
            raise SyrinxError(f'"{voice.name}" is built in and cannot be {done}.')
        return voice

    def _edit(self, id_or_name: str, done: str, **changes: Any) -> Voice:
        voice = replace(self._own(id_or_name, done), **changes)
        return self._store(voice, {}, replace_existing=True, keep=False)

    def _store(
        self,
        voice: Voice,
        new: Mapping[str, bytes],
        *,
        replace_existing: bool,
        keep: bool,
        drop: str | None = None,
    ) -> Voice:
        check_own(voice)
        if voice.id in EFFECTS or voice.id in shipped_ids():
            raise SyrinxError(f'"{voice.id}" is the name of a built-in voice; choose another name.')
        target = self.folder / voice.id
        if not voice.created:
            voice = replace(voice, created=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))
        check_consent(voice)
        profile = encode_voice(voice)
        if len(profile) > MAX_VOICE_BYTES:
            raise SyrinxError(f'The voice "{voice.name}" is too large to be stored.')
        try:
            voice_folder.tidy(self.folder, voice.id)
            if (target / VOICE_FILE).exists():
                if not replace_existing:
                    raise SyrinxError(
                        f'There already is a voice "{voice.id}"; take another name, or replace it.'
                    )
                voice_folder.replace_profile(target, profile, new, keep=keep, drop=drop)
            else:
                voice_folder.publish(target, profile, new)
        except OSError as error:
            raise SyrinxError(
                f'Cannot store the voice "{voice.name}" in {self.folder}: {reason(error)}.'
            ) from error
        return voice


def _numbered(text: str, ending: str, longest: int) -> str:
    return text[: longest - len(ending)].rstrip("- ") + ending
