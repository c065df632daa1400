"""Where voices come from: the user's folders, what came with the program, and the effects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from importlib import resources
from pathlib import Path

from syrinx.app.files import reason
from syrinx.app.voice_files import MAX_VOICE_BYTES, VOICE_FILE, decode_voice
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


class OwnVoices:
    """The voices of the user's own in a folder.

    Every question looks at the disk; a profile that is still the same file is not decoded again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[Path, tuple[tuple[int, ...], Voice]] = {}

    def read(self, path: Path) -> Voice:
        """Return what `read_own` returns; raises SyrinxError as it does."""
        try:
            stat = path.stat()
        except OSError:
            return read_own(path)  # which says why
        state = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        known = self._known.get(path)
        if known is None or known[0] != state:
            known = self._known[path] = (state, read_own(path))
        return known[1]

    def all(self) -> Iterator[Voice | SyrinxError]:
        """Yield every voice, or the error that says why it cannot be used."""
        try:
            folders = sorted(item for item in self._folder.iterdir() if item.name[0] != ".")
        except FileNotFoundError:
            return
        except OSError as error:
            yield SyrinxError(f"Voices in {self._folder} cannot be read: {reason(error)}.")
            return
        paths = [folder / VOICE_FILE for folder in folders]
        there = set(paths)
        for gone in [path for path in list(self._known) if path not in there]:
            self._known.pop(gone, None)
        for path in paths:
            if path.exists():
                try:
                    yield self.read(path)
                except SyrinxError as error:
                    yield error


def check_own(voice: Voice) -> None:
    """Raise SyrinxError when this cannot be a voice of the user's own."""
    if voice.kind != "neural" or voice.shipped:
        raise SyrinxError(f'"{voice.name}" is built in and cannot be stored as your own voice.')
    if not voice.consent:
        raise SyrinxError(
            f'The voice "{voice.name}" cannot be stored without a note of the consent of '
            "the person whose voice it is."
        )


def shipped_ids() -> list[str]:
    """Return the ids of the neural voices that came with the program: their files' names."""
    folder = resources.files("syrinx.assets") / "voices"
    if not folder.is_dir():
        return []
    names = sorted(item.name for item in folder.iterdir())
    return [name.removesuffix(".json") for name in names if name.endswith(".json")]


def shipped_voice(id_: str) -> Voice:
    """Return a voice of `shipped_ids`; raises SyrinxError when its profile is damaged."""
    item = resources.files("syrinx.assets") / "voices" / f"{id_}.json"
    return replace(decode_voice(item.read_bytes(), source=item.name), shipped=True)


def effect_voice(id_: str) -> Voice:
    """Return the voice of an effect of ``syrinx.dsp.effects``."""
    spec = EFFECTS[id_]
    return Voice(
        id=id_,
        name=spec.name,
        kind="effect",
        description=spec.description,
        tags=tuple(getattr(spec, "tags", ())),
        colour=getattr(spec, "colour", "#7a8ca3"),
        licence="Apache-2.0",
        attribution="Syrinx",
        effect_id=id_,
        shipped=True,
    )


def effect_voices() -> Iterator[Voice]:
    """Yield a voice for every effect of ``syrinx.dsp.effects``."""
    for effect_id in EFFECTS:
        yield effect_voice(effect_id)


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
