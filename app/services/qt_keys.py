"""Qt's key events as chords."""

from __future__ import annotations

import string

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from syrinx.app.chord import Chord

_Key = Qt.Key
_NAMES: dict[int, str] = {
    **{int(getattr(_Key, f"Key_{letter}")): letter for letter in string.ascii_uppercase},
    **{int(getattr(_Key, f"Key_{digit}")): digit for digit in string.digits},
    **{int(getattr(_Key, f"Key_F{n}")): f"F{n}" for n in range(1, 25)},
    int(_Key.Key_Space): "Space", int(_Key.Key_Tab): "Tab", int(_Key.Key_Backtab): "Tab",
    int(_Key.Key_Return): "Return", int(_Key.Key_Backspace): "Backspace",
    int(_Key.Key_Escape): "Escape", int(_Key.Key_Insert): "Insert",
    int(_Key.Key_Delete): "Delete", int(_Key.Key_Home): "Home", int(_Key.Key_End): "End",
    int(_Key.Key_PageUp): "PageUp", int(_Key.Key_PageDown): "PageDown",
    int(_Key.Key_Up): "Up", int(_Key.Key_Down): "Down",
    int(_Key.Key_Left): "Left", int(_Key.Key_Right): "Right",
    int(_Key.Key_Pause): "Pause", int(_Key.Key_ScrollLock): "ScrollLock",
    int(_Key.Key_Print): "Print", int(_Key.Key_Menu): "Menu",
    int(_Key.Key_Minus): "-", int(_Key.Key_Equal): "=",
    int(_Key.Key_BracketLeft): "[", int(_Key.Key_BracketRight): "]",
    int(_Key.Key_Backslash): "\\", int(_Key.Key_Semicolon): ";",
    int(_Key.Key_Apostrophe): "'", int(_Key.Key_Comma): ",", int(_Key.Key_Period): ".",
    int(_Key.Key_Slash): "/", int(_Key.Key_QuoteLeft): "`",
    int(_Key.Key_MediaPlay): "MediaPlay", int(_Key.Key_MediaTogglePlayPause): "MediaPlay",
    int(_Key.Key_MediaStop): "MediaStop", int(_Key.Key_MediaPrevious): "MediaPrevious",
    int(_Key.Key_MediaNext): "MediaNext", int(_Key.Key_VolumeUp): "VolumeUp",
    int(_Key.Key_VolumeDown): "VolumeDown", int(_Key.Key_VolumeMute): "VolumeMute",
}  # fmt: skip
_NUMPAD: dict[int, str] = {
    **{int(getattr(_Key, f"Key_{digit}")): f"Num{digit}" for digit in string.digits},
    int(_Key.Key_Plus): "Num+", int(_Key.Key_Minus): "Num-", int(_Key.Key_Asterisk): "Num*",
    int(_Key.Key_Slash): "Num/", int(_Key.Key_Period): "Num.", int(_Key.Key_Comma): "Num.",
    int(_Key.Key_Enter): "NumEnter",
}  # fmt: skip
_SHIFTED = dict(zip('!@#$%^&*()_+{}|:"<>?~', "1234567890-=[]\\;',./`", strict=True))
"""What Qt calls a key that is pressed with Shift, on a US keyboard."""
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Meta": Qt.KeyboardModifier.MetaModifier,
}


def chord_of(event: QKeyEvent) -> Chord | None:
    """Return the chord of a key event; None for a lone modifier or a key without a name."""
    code, modifiers = event.key(), event.modifiers()
    name = _NAMES.get(code)
    if modifiers & Qt.KeyboardModifier.KeypadModifier:
        name = _NUMPAD.get(code, name)
    elif name is None and modifiers & Qt.KeyboardModifier.ShiftModifier and 32 < code < 127:
        name = _SHIFTED.get(chr(code))
    if name is None:
        return None
    held = frozenset(text for text, modifier in _MODIFIERS.items() if modifiers & modifier)
    return Chord(key=name, modifiers=held)
