"""Global keys on X11: passive grabs on the root windows."""

from __future__ import annotations

import string
from collections.abc import Mapping

from PySide6.QtCore import QSocketNotifier

from syrinx.app.chord import Chord
from syrinx.app.services.hotkeys import Hotkey, OnKey
from syrinx.app.services.xcb import KEY_PRESS, KEY_RELEASE, MAPPING_NOTIFY, Display

_SHIFT, _LOCK, _CONTROL, _ALT, _META = 1, 2, 4, 8, 64
_MASKS = {"Ctrl": _CONTROL, "Alt": _ALT, "Shift": _SHIFT, "Meta": _META}
_NUM_LOCK = 0xFF7F
_TERMINALS = frozenset(f"F{n}" for n in range(1, 13))
_KEYSYMS: dict[str, tuple[int, ...]] = {
    **{letter: (ord(letter.lower()),) for letter in string.ascii_uppercase},
    **{digit: (ord(digit),) for digit in string.digits},
    **{f"F{n}": (0xFFBD + n,) for n in range(1, 25)},
    **{f"Num{n}": (0xFFB0 + n,) for n in range(10)},
    **{sign: (ord(sign),) for sign in "-=[]\\;',./`"},
    "Num+": (0xFFAB,), "Num-": (0xFFAD,), "Num*": (0xFFAA,), "Num/": (0xFFAF,),
    "Num.": (0xFFAE, 0xFFAC), "NumEnter": (0xFF8D,),
    "Space": (0x20,), "Tab": (0xFF09,), "Return": (0xFF0D,), "Backspace": (0xFF08,),
    "Escape": (0xFF1B,), "Insert": (0xFF63,), "Delete": (0xFFFF,), "Home": (0xFF50,),
    "End": (0xFF57,), "PageUp": (0xFF55,), "PageDown": (0xFF56,), "Up": (0xFF52,),
    "Down": (0xFF54,), "Left": (0xFF51,), "Right": (0xFF53,), "Pause": (0xFF13,),
    "ScrollLock": (0xFF14,), "Print": (0xFF61,), "Menu": (0xFF67,),
    "MediaPlay": (0x1008FF14,), "MediaStop": (0x1008FF15,), "MediaPrevious": (0x1008FF16,),
    "MediaNext": (0x1008FF17,), "VolumeUp": (0x1008FF13,), "VolumeDown": (0x1008FF11,),
    "VolumeMute": (0x1008FF12,),
}  # fmt: skip
"""X key symbols, by name of the key."""


class X11Keys:
    """Grabs keys from the X server; they arrive whoever has the focus, and nobody else has them."""

    is_global = True
    asks_user = False
    note = "Keys work everywhere; other programs do not get them while Syrinx runs."

    def __init__(self) -> None:
        self._display: Display | None = None
        self._notifier: QSocketNotifier | None = None
        self._on_key: OnKey | None = None
        self._hotkeys: dict[str, Hotkey] = {}
        self._codes: dict[tuple[int, int], str] = {}
        self._locks = _LOCK
        self._held: dict[int, str] = {}

    def open(self, on_key: OnKey) -> None:
        """Connect to the server."""
        self._on_key = on_key
        self._display = Display()
        self._notifier = QSocketNotifier(self._display.descriptor, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_readable)

    def bind(self, hotkeys: Mapping[str, Hotkey]) -> dict[str, str]:
        """Grab these keys and no others."""
        self._hotkeys = dict(hotkeys)
        problems = self._grab_all()
        self._read()  # events may have come while the server was asked
        return problems

    def close(self) -> None:
        """Give all keys back."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._display is not None:
            self._display.close()
            self._display = None

    def _grab_all(self) -> dict[str, str]:
        display = self._display
        if display is None or display.is_broken:
            return dict.fromkeys(self._hotkeys, "The X server cannot be reached.")
        symbols = display.keysyms()
        num_lock = display.modifier_of(_codes_with(symbols, (_NUM_LOCK,)))
        locks = sorted({0, _LOCK, num_lock, _LOCK | num_lock})
        self._locks = _LOCK | num_lock
        wanted: dict[tuple[int, int], str] = {}
        problems: dict[str, str] = {}
        for name, hotkey in self._hotkeys.items():
            code = _best_code(symbols, hotkey.chord)
            if _is_of_the_server(hotkey.chord):
                problems[name] = f"The system keeps {hotkey.chord} for itself."
            elif code is None:
                problems[name] = f"Your keyboard has no key {hotkey.chord.key}."
            else:
                wanted[code, _mask(hotkey.chord)] = name
        for place in self._codes.keys() - wanted.keys():
            for lock in locks:
                display.ungrab(place[0], place[1] | lock)
        for (code, mask), name in list(wanted.items()):
            if (code, mask) in self._codes:
                continue
            if not all(display.grab(code, mask | lock) for lock in locks):
                for lock in locks:
                    display.ungrab(code, mask | lock)
                del wanted[code, mask]
                chord = self._hotkeys[name].chord
                problems[name] = f"Another program has the key {chord}."
        self._codes = wanted
        return problems

    def _on_readable(self) -> None:
        self._read()

    def _read(self) -> None:
        display = self._display
        if display is None or self._on_key is None:
            return
        for event in display.events():
            if event.kind == KEY_PRESS:
                name = self._codes.get((event.keycode, event.state & 0xFF & ~self._locks))
                if name is not None:
                    self._held[event.keycode] = name
                    self._on_key(name, True)
            elif event.kind == KEY_RELEASE:
                # The modifiers may have been let go before the key was.
                held = self._held.pop(event.keycode, None)
                if held is not None:
                    self._on_key(held, False)
            elif event.kind == MAPPING_NOTIFY:
                self._regrab()
        if display.is_broken and self._notifier is not None:
            self._notifier.setEnabled(False)

    def _regrab(self) -> None:
        """The keyboard has another layout now: the keys lie elsewhere."""
        display = self._display
        if display is None:
            return
        for code, mask in self._codes:
            for lock in {0, _LOCK, self._locks, self._locks & ~_LOCK}:
                display.ungrab(code, mask | lock)
        self._codes = {}
        self._grab_all()


def _is_of_the_server(chord: Chord) -> bool:
    """Ctrl+Alt+F1 to F12 change the virtual terminal; no grab sees them."""
    return {"Ctrl", "Alt"} <= chord.modifiers and chord.key in _TERMINALS


def _mask(chord: Chord) -> int:
    return sum(_MASKS[name] for name in chord.modifiers)


def _codes_with(symbols: Mapping[int, list[int]], wanted: tuple[int, ...]) -> set[int]:
    return {code for code, row in symbols.items() if any(symbol in wanted for symbol in row)}


def _best_code(symbols: Mapping[int, list[int]], chord: Chord) -> int | None:
    """Return the key that has the symbol; where several do, the one that needs no Shift."""
    wanted = _KEYSYMS[chord.key]
    places = [
        (row.index(symbol), code)
        for code, row in symbols.items()
        for symbol in wanted
        if symbol in row
    ]
    return min(places)[1] if places else None
