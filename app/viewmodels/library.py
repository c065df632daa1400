"""The Voices area as a model: the library, the voice that is looked at, and what is done to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import told, tr
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.voice_words import listed
from syrinx.app.viewmodels.voices import VoicesModel
from syrinx.app.voice_attachments import CONSENT
from syrinx.app.voices import Voice, VoiceLibrary, VoiceStorage, VoiceVersion
from syrinx.dsp.errors import SyrinxError

_COMMAS = re.compile("[,\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA}]")


class LibraryModel(QObject):
    """Everything the Voices area shows and does; it knows nothing of widgets.

    It is empty until `reload`, which the area calls when it is shown: the start of the program
    need not wait for it.

    Parameters
    ----------
    library
        The voices on the disk.
    settings
        Where the favourites are kept.
    """

    selection_changed = Signal()
    """Another voice is looked at, or the same one is different now."""
    changed = Signal()
    """The library on the disk was changed here: other lists of voices must be read again."""
    voice_wanted = Signal(str)
    """This voice shall be used live."""
    message_posted = Signal(object)

    def __init__(
        self, library: VoiceLibrary, settings: SettingsStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._settings = settings
        self.voices = VoicesModel(parent=self, picture=library.picture)
        self.voice: Voice | None = None
        self.versions: list[VoiceVersion] = []
        self.storage: VoiceStorage | None = None
        settings.changed.connect(self._on_settings_changed)

    # ---- what the views ask ----

    @property
    def is_own(self) -> bool:
        """Whether the chosen voice can be changed."""
        return self.voice is not None and not self.voice.shipped

    @property
    def is_favourite(self) -> bool:
        """Whether the chosen voice is a favourite."""
        return self.voice is not None and self.voices.is_favourite(self.voice.id)

    @property
    def folder(self) -> Path:
        """Where the user's voices lie."""
        return self._library.folder

    def picture(self, voice: Voice) -> Path | None:
        """Return the file of a voice's picture."""
        return self._library.picture(voice)

    @property
    def consent_recording(self) -> Path | None:
        """The recording of the consent to the chosen voice, where there is one."""
        if self.voice is None:
            return None
        return self._library.files(self.voice.id).get(CONSENT)

    def total_bytes(self) -> int:
        """Return what all voices of the user's own take."""
        return self._library.storage().total

    def copy_name(self) -> str:
        """Return a name for a copy of the chosen voice that no voice has."""
        name = self.voice.name if self.voice else tr("Voice")
        taken = {voice.name.casefold() for voice in self._library.list()}
        number, wanted = 2, tr("{name} copy", name=name)
        while wanted.casefold() in taken:
            wanted, number = tr("{name} copy {number}", name=name, number=number), number + 1
        return wanted

    # ---- what the user does ----

    def select(self, voice_id: str | None) -> None:
        """Look at a voice."""
        found = self.voices.find(voice_id)
        if (found.id if found else None) != (self.voice.id if self.voice else None):
            self._show(found)

    def use(self) -> None:
        """Use the chosen voice live."""
        if self.voice is not None:
            self.voice_wanted.emit(self.voice.id)

    def toggle_favourite(self, voice_id: str) -> None:
        """Put a voice first, or back."""
        kept = [name for name in self._settings.current.favourites if name != voice_id]
        if len(kept) == len(self._settings.current.favourites):
            kept.append(voice_id)
        self._settings.update(favourites=tuple(kept))

    def rename(self, name: str) -> None:
        """Change the name of the chosen voice."""
        if self.voice is not None and name.strip() != self.voice.name:
            self._change(lambda library, id_: library.rename(id_, name))

    def set_tags(self, text: str) -> None:
        """Replace the tags by those in ``text``, with commas between them (Chinese ones, too)."""
        tags = [word.strip() for word in _COMMAS.split(text) if word.strip()]
        if self.voice is not None and tuple(tags) != self.voice.tags:
            self._change(lambda library, id_: library.set_tags(id_, tags))

    def set_colour(self, colour: str) -> None:
        """Change the colour (``#rrggbb``)."""
        self._change(lambda library, id_: library.set_colour(id_, colour))

    def set_picture(self, picture: bytes | None) -> None:
        """Give the chosen voice a picture (PNG or JPEG), or take it away."""
        self._change(lambda library, id_: library.set_picture(id_, picture))

    def set_language(self, language: str) -> None:
        """Say what the speaker speaks ("en", or "")."""
        if self.voice is not None and language.strip() != self.voice.language:
            self._change(lambda library, id_: library.set_language(id_, language))

    def set_speaker(self, speaker: str) -> None:
        """Say whose voice it is."""
        if self.voice is not None and speaker.strip() != self.voice.speaker:
            self._change(lambda library, id_: library.set_speaker(id_, speaker))

    def duplicate(self, name: str) -> None:
        """Copy the chosen voice under another name, and look at the copy."""
        self._change(
            lambda library, id_: library.duplicate(id_, name),
            lambda voice: tr("“{name}” is a copy of its own now.", name=voice.name),
        )

    def restore(self, version: str) -> None:
        """Bring an earlier version of the chosen voice back."""
        self._change(
            lambda library, id_: library.restore(id_, version),
            lambda voice: tr(
                "“{name}” sounds as it did before. What it was until now is the newest "
                "earlier version: restore that to undo this.",
                name=voice.name,
            ),
        )

    def export(self, path: Path) -> None:
        """Write the chosen voice into a ``.syrinxvoice`` file, over one that is there."""
        if self.voice is None:
            return
        try:
            written = self._library.export(self.voice.id, path)
        except SyrinxError as error:
            self._post("error", str(error))
        else:
            text = tr("Exported “{name}” to {path}.", name=self.voice.name, path=written)
            self._post("info", text)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Take voices from ``.syrinxvoice`` files; what fails is named, the others come."""
        taken: list[Voice] = []
        failed: list[str] = []
        for path in paths:
            try:
                taken.append(self._library.import_(path))
            except SyrinxError as error:
                failed.append(str(error))
        if taken:
            self._read(select=taken[-1].id)
            self.changed.emit()
        if failed:
            others = len(failed) - 1
            more = tr("1 more failed too.") if others == 1 else tr("{n} more failed too.", n=others)
            self._post("error", f"{told(failed[0])} {more}" if others else failed[0])
        elif taken:
            names = listed(tr("“{name}”", name=voice.name) for voice in taken[:3])
            if len(taken) > 3:
                text = tr("Imported {names} and {n} more.", names=names, n=len(taken) - 3)
            else:
                text = tr("Imported {names}.", names=names)
            self._post("info", text)

    def remove(self) -> None:
        """Delete the chosen voice for good."""
        voice = self.voice
        if voice is None:
            return
        row = self.voices.row_of(voice.id)
        try:
            self._library.remove(voice.id)
        except SyrinxError as error:
            self._post("error", str(error))
            return
        kept = tuple(name for name in self._settings.current.favourites if name != voice.id)
        self._settings.update(favourites=kept)
        self._read()
        neighbour = self.voices.voice_at(min(row, self.voices.rowCount() - 1))
        self._show(neighbour)
        self.changed.emit()
        self._post("info", tr("“{name}” was deleted.", name=voice.name))

    def post_error(self, text: str) -> None:
        """Let the message bar say what went wrong."""
        self._post("error", text)

    def reload(self, select: str | None = None) -> None:
        """Read the library again: something else may have changed it.

        Parameters
        ----------
        select
            The voice to look at then; None = the one that was looked at.
        """
        before = self.voices.everything
        self._library.tidy()
        self._read(select=select)
        if before and self.voices.everything != before:
            self.changed.emit()

    # ---- inside ----

    def _change(
        self,
        action: Callable[[VoiceLibrary, str], Voice],
        said: Callable[[Voice], str] | None = None,
    ) -> None:
        if self.voice is None:
            return
        try:
            voice = action(self._library, self.voice.id)
        except SyrinxError as error:
            self._post("error", str(error))
            self.selection_changed.emit()  # the views show again what is true
            return
        self._read(select=voice.id)
        self.changed.emit()
        if said is not None:
            self._post("info", said(voice))

    def _read(self, select: str | None = None) -> None:
        wanted = select or (self.voice.id if self.voice else None)
        voices = self._library.list()
        problems = self._library.problems() if self._has_damaged(voices) else []
        self.voices.set_voices(voices)
        self.voices.set_favourites(self._settings.current.favourites)
        self._show(self.voices.find(wanted) or self.voices.voice_at(0))
        if problems:
            self._post("warning", problems[0])

    def _has_damaged(self, voices: Sequence[Voice]) -> bool:
        try:
            folders = [p for p in self._library.folder.iterdir() if (p / "voice.json").exists()]
        except OSError:
            return False
        shown = {voice.id for voice in voices if not voice.shipped}
        return any(p.name not in shown for p in folders if not p.name.startswith("."))

    def _show(self, voice: Voice | None) -> None:
        self.voice = voice
        self.versions, self.storage = [], None
        if voice is not None and not voice.shipped:
            try:
                self.versions = self._library.versions(voice.id)
                self.storage = self._library.storage(voice.id)
            except SyrinxError as error:  # gone since the list was read
                self._post("error", str(error))
        self.selection_changed.emit()

    def _on_settings_changed(self) -> None:
        self.voices.set_favourites(self._settings.current.favourites)

    def _post(self, level: Literal["error", "warning", "info"], text: str) -> None:
        self.message_posted.emit(Message(level=level, text=text))
