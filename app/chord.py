"""A key with its modifiers, as text: ``"Ctrl+Alt+F9"``."""

from __future__ import annotations

import string
from dataclasses import dataclass

from syrinx.dsp.errors import SyrinxError

MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
"""In the order in which they are written. Meta is the key with the system's sign on it."""

KEYS = (
    *string.ascii_uppercase,
    *string.digits,
    *(f"F{number}" for number in range(1, 25)),
    *(f"Num{number}" for number in range(10)),
    "Num+", "Num-", "Num*", "Num/", "Num.", "NumEnter",
    "Space", "Tab", "Return", "Backspace", "Escape",
    "Insert", "Delete", "Home", "End", "PageUp", "PageDown",
    "Up", "Down", "Left", "Right",
    "Pause", "ScrollLock", "Print", "Menu",
    "-", "=", "[", "]", "\\", ";", "'", ",", ".", "/", "`",
    "MediaPlay", "MediaStop", "MediaPrevious", "MediaNext",
    "VolumeUp", "VolumeDown", "VolumeMute",
)  # fmt: skip
"""Names of keys. They name what a US keyboard has; letters follow the user's layout."""

_KEY_OF = {name.casefold(): name for name in KEYS}
_MODIFIER_OF = {name.casefold(): name for name in MODIFIERS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chord:
    """A key and the modifiers held with it.

    Attributes
    ----------
    key
        One of `KEYS`.
    modifiers
        Some of `MODIFIERS`.
    """

    key: str
    modifiers: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Raise SyrinxError for a key or modifier that there is not."""
        if self.key not in KEYS:
            raise SyrinxError(f'There is no key "{self.key[:20]}".')
        if not self.modifiers <= set(MODIFIERS):
            raise SyrinxError("The modifiers are Ctrl, Alt, Shift and Meta.")

    def __str__(self) -> str:
        """Return the text that `parse_chord` reads."""
        return "+".join([*(name for name in MODIFIERS if name in self.modifiers), self.key])

    @property
    def is_bare(self) -> bool:
        """Whether it is a key that one types with: as a global key, other programs lose it."""
        types = len(self.key) == 1 or self.key in (
            "Space", "Tab", "Return", "Backspace", "Escape", "Delete", "Up", "Down", "Left", "Right"
        )  # fmt: skip
        return types and not self.modifiers - {"Shift"}


def parse_chord(text: str) -> Chord:
    """Return the chord that a text names; case does not matter.

    Raises
    ------
    SyrinxError
        It names no key.
    """
    if not isinstance(text, str) or len(text) > 40:
        raise SyrinxError("A key is a short text, such as Ctrl+Alt+F9.")
    *modifiers, key = [part.strip().casefold() for part in _parts(text)]
    unknown = [part for part in modifiers if part not in _MODIFIER_OF]
    if key not in _KEY_OF or unknown:
        raise SyrinxError(f'"{text}" names no key: write it as Ctrl+Alt+F9.')
    return Chord(key=_KEY_OF[key], modifiers=frozenset(_MODIFIER_OF[part] for part in modifiers))


def _parts(text: str) -> list[str]:
    if text.casefold().endswith("num+"):
        return [*text[:-4].rstrip("+").split("+"), "num+"] if len(text) > 4 else ["num+"]
    return text.split("+")
