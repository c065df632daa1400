"""What a soundboard is made of: pads, as they are kept in the settings (no Qt)."""

from __future__ import annotations

import math
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from syrinx.app.audio_files import AudioReader
from syrinx.app.engine.clip_reader import MAX_CLIP_S
from syrinx.app.files import reason, replacing
from syrinx.app.translation import mark, told, tr
from syrinx.dsp.errors import SyrinxError

PadMode = Literal["once", "hold", "toggle"]
MODES: dict[PadMode, str] = {
    "once": mark("Once, again at each press"),
    "hold": mark("While it is held"),
    "toggle": mark("On and off"),
}
COLOURS = (
    "#37b0c8", "#5c9ea0", "#6aa84f", "#d0a03c", "#d0783c", "#c8503c", "#c0508c", "#7a5bc7",
)  # fmt: skip
MOST_PADS = 48
MIN_DB, MAX_DB = -40.0, 20.0
KEYS = "1234567890ACDEFGHIJKLNOQRSTUVWXYZ"
"""Letters that the Live area does not need itself (B, M, P), digits first."""
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Pad:
    """One pad.

    Attributes
    ----------
    id
        Unique; names the copied file and the slot in the engine.
    file
        Name of the sound file in the soundboard's folder.
    name, colour
        What is shown; the colour as ``#rrggbb``.
    gain_db
        Of this clip.
    mode
        What a press does.
    loop
        Play it over and over.
    key
        One of `KEYS`, or "".
    through_voice
        Have the voice say it.
    seconds
        Length of the file.
    """

    id: str
    file: str
    name: str
    colour: str = COLOURS[0]
    gain_db: float = 0.0
    mode: PadMode = "once"
    loop: bool = False
    key: str = ""
    through_voice: bool = False
    seconds: float = 0.0

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value cannot be."""
        texts = (self.id, self.file, self.name, self.colour, self.key)
        flags = (self.loop, self.through_voice)
        plain = all(isinstance(text, str) for text in texts) and all(
            isinstance(flag, bool) for flag in flags
        )
        numbers = (self.gain_db, self.seconds)
        if not plain or not all(isinstance(n, int | float) and math.isfinite(n) for n in numbers):
            raise SyrinxError(tr("A pad of the soundboard has a value of the wrong kind."))
        known = self.mode in MODES and (not self.key or (len(self.key) == 1 and self.key in KEYS))
        if not known or not MIN_DB <= self.gain_db <= MAX_DB or not self.id.isalnum():
            raise SyrinxError(tr('The pad "{name}" has a value that cannot be.', name=self.name))
        if not self.file or Path(self.file).name != self.file:
            raise SyrinxError(tr('The pad "{name}" has no file of the soundboard.', name=self.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All pads, and what concerns them together.

    Attributes
    ----------
    pads
        In their order.
    gain_db
        Of all.
    alone
        A clip stops the others.
    """

    pads: tuple[Pad, ...] = ()
    gain_db: float = 0.0
    alone: bool = False
    damaged: int = field(default=0, compare=False)
    """Pads that could not be understood."""

    def to_json(self) -> dict[str, Any]:
        """Return JSON values."""
        return {
            "pads": [asdict(pad) for pad in self.pads],
            "gain_db": self.gain_db,
            "alone": self.alone,
        }


def board_of(kept: Any) -> Board:
    """Return what was kept; what is damaged is left out or the default."""
    values = kept if isinstance(kept, dict) else {}
    entries = values.get("pads", [])
    pads: list[Pad] = []
    damaged = 0
    for entry in entries if isinstance(entries, list) else []:
        try:
            pad = Pad(**entry)
            if any(other.id == pad.id for other in pads):
                raise SyrinxError(tr("There is such a pad already."))
            pads.append(pad)
        except (TypeError, SyrinxError):
            damaged += 1
    gain = values.get("gain_db", 0.0)
    right = isinstance(gain, int | float) and not isinstance(gain, bool) and math.isfinite(gain)
    return Board(
        pads=tuple(pads[:MOST_PADS]),
        gain_db=float(min(max(gain, MIN_DB), MAX_DB)) if right else 0.0,
        alone=values.get("alone") is True,
        damaged=damaged,
    )


def copy_in(source: Path, folder: Path) -> Pad:
    """Check a sound file, copy it into the soundboard's folder, and return a pad for it.

    Raises
    ------
    SyrinxError
        It cannot be read or is too long, or the copy cannot be written.
    """
    with AudioReader(source) as reader:
        seconds = reader.seconds
        if seconds > MAX_CLIP_S:
            raise SyrinxError(
                tr(
                    "{source} is longer than {minutes:.0f} minutes, the most that can be played: "
                    "cut it first.",
                    source=source,
                    minutes=MAX_CLIP_S / 60,
                )
            )
        reader.read(1024)
    name = secrets.token_hex(6)
    target = folder / f"{name}{source.suffix.lower()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SyrinxError(
            tr("Cannot write {folder}: {reason}.", folder=folder, reason=told(reason(error)))
        ) from error
    with replacing(target) as temporary:
        shutil.copyfile(source, temporary)
    shown = " ".join(source.stem.replace("_", " ").split())[:LONGEST_NAME]
    return Pad(id=name, file=target.name, name=shown or tr("Sound"), seconds=seconds)


def free_key(pads: Sequence[Pad]) -> str:
    """Return the first digit that no pad has; "" when there is none."""
    taken = {pad.key for pad in pads}
    return next((key for key in KEYS[:10] if key not in taken), "")


def free_colour(pads: Sequence[Pad]) -> str:
    """Return the colour that the fewest pads have."""
    counts = [sum(pad.colour == colour for pad in pads) for colour in COLOURS]
    return COLOURS[counts.index(min(counts))]
