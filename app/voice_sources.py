"""Where voices come from: the user's folders, what came with the program, and the effects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from importlib import resources
from pathlib import Path

from syrinx.app.files import reason
from syrinx.app.voice_files import MAX_VOICE_BYTES, decode_voice
from syrinx.app.voice_model import Voice
from syrinx.dsp.effects import EFFECTS
from syrinx.dsp.errors import SyrinxError


def read_own(path: Path) -> Voice:
    """Read the profile of a voice of the user's own.

    Raises
    ------
    SyrinxError
        It cannot be read, is damaged, or lies in the folder of another voice.
    """
    try:
        if path.stat().st_size > MAX_VOICE_BYTES:
            raise SyrinxError(f"The voice profile {path} is too large to be one.")
        data = path.read_bytes()
    except OSError as error:
        raise SyrinxError(f"The voice profile {path} cannot be read: {reason(error)}.") from error
    voice = decode_voice(data, source=str(path))
    if voice.id != path.parent.name:
        raise SyrinxError(
            f"The voice profile {path} belongs in a folder named {voice.id}; rename its folder."
        )
    return replace(voice, shipped=False)


def shipped_ids() -> list[str]:
    """Return the ids of the neural voices that came with the program: their files' names."""
    folder = resources.files("syrinx.assets") / "voices"
    if not folder.is_dir():
        return []
    names = sorted(item.name for item in folder.iterdir())
    return [name.removesuffix(".json") for name in names if name.endswith(".json")]


def shipped_voice(id_: str) -> Voice | None:
    """Return one neural voice that came with the program; None when there is none of this id."""
    if id_ not in shipped_ids():
        return None
    item = resources.files("syrinx.assets") / "voices" / f"{id_}.json"
    return replace(decode_voice(item.read_bytes(), source=item.name), shipped=True)


def shipped_voices() -> Iterator[Voice]:
    """Yield the neural voices that came with the program."""
    for id_ in shipped_ids():
        voice = shipped_voice(id_)
        if voice is not None:
            yield voice


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
