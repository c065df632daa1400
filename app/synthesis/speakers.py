"""Voices that speak, by name: Syrinx's own synthesiser, published ones, and conversions of them.

The program's own synthesiser lets every voice of the library speak by itself. It comes with
`syrinx.neural.runtime.synthesis`; where that is there, ``own_voice.open_own_voice(voice, home)``
opens it. Until then a voice of the library speaks by way of a published one.
"""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path
from typing import cast

from syrinx.app.synthesis.synthesizer import Synthesizer
from syrinx.app.synthesis.voice_store import installed_voices, voice_store
from syrinx.app.transcription.model_store import InstalledModel
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.errors import SyrinxError

OWN_RUNTIME = "syrinx.neural.runtime.synthesis"
OWN_VOICE = "syrinx.app.synthesis.own_voice"


def has_own_synthesis() -> bool:
    """Whether the program can speak without a published voice."""
    try:
        found = [importlib.util.find_spec(name) for name in (OWN_RUNTIME, OWN_VOICE)]
    except ModuleNotFoundError:
        return False
    return None not in found


def open_speaker(name: str, home: Path, *, by: str | None = None, mark: bool = True) -> Synthesizer:
    """Open a voice that speaks.

    Parameters
    ----------
    name
        Id or name of a published voice, also ``ID/SPEAKER``; or of a voice of the library.
    home
        Data folder.
    by
        The published voice that says the words of a voice of the library; None = Syrinx's own
        synthesiser does.
    mark
        Mark what a voice made from recordings says (`syrinx.app.marking`).

    Raises
    ------
    SyrinxError
        There is no such voice, or it cannot be opened.
    """
    if by is None:
        found = _published(name, home)
        if found is not None:
            return open_published(*found)
    library = VoiceLibrary(home)
    try:
        voice = library.get(name)
    except SyrinxError as error:
        raise SyrinxError(
            f'There is no voice "{name}" that speaks; published voices are: {_there(home)}.'
        ) from error
    if by is not None:
        speaker = _published(by, home)
        if speaker is None:
            raise SyrinxError(f'There is no published voice "{by}"; there is: {_there(home)}.')
        from syrinx.app.synthesis.converted import ConvertedVoice
        from syrinx.neural.runtime.registry import ModelRegistry

        return ConvertedVoice(
            open_published(*speaker), voice, registry=ModelRegistry(home), mark=mark
        )
    if has_own_synthesis():
        made = importlib.import_module(OWN_VOICE).open_own_voice(voice, home)
        return cast(Synthesizer, made)
    raise SyrinxError(
        f"{voice.name} is a voice of the library: it speaks by way of a published voice, which is "
        f"to be named (--by NAME); there is: {_there(home)}."
    )


def open_published(model: InstalledModel, speaker: str | None = None) -> Synthesizer:
    """Open a published voice.

    Raises
    ------
    SyrinxError
        It cannot be used, or has no such speaker.
    """
    from syrinx.app.synthesis.published import PublishedVoice
    from syrinx.app.synthesis.voice_layouts import recognise_voice

    if model.problem is not None:
        raise SyrinxError(f"The voice {model.name} cannot be used: {model.problem}")
    return PublishedVoice(
        model.folder,
        recognise_voice(model.folder),
        name=model.name if speaker is None else f"{model.name} ({speaker})",
        language=next((code for code in model.languages if len(code) <= 3), ""),
        speaker=speaker,
    )


def _published(name: str, home: Path) -> tuple[InstalledModel, str | None] | None:
    wanted, _, speaker = name.partition("/")
    for model in installed_voices(home):
        if wanted.casefold() in (model.id.casefold(), model.name.casefold()):
            return voice_store(home).get(model.id), speaker or None
    return None


def _there(home: Path) -> str:
    return (
        ", ".join(model.id for model in installed_voices(home))
        or "none yet (add one: syrinx models add FOLDER)"
    )
