"""The few calls of libxcb that keys need, by ctypes: one connection of our own.

Qt's window on X11 needs the same two libraries. Xlib is avoided: its errors go to one handler of
the whole process, and an error that nobody handles ends the process; xcb answers every request.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Iterator
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_uint8, c_uint16, c_uint32, c_void_p
from dataclasses import dataclass

from syrinx.dsp.errors import SyrinxError

KEY_PRESS, KEY_RELEASE, MAPPING_NOTIFY = 2, 3, 34
_NEW_KEYBOARD_OR_MAP = 3
_FIRST_EVENT = 10
"""Offset in the answer about an extension."""
_ASYNC = 1
_CORE_KEYBOARD = 0x100
_DETECTABLE_AUTO_REPEAT = 1
_MIN_KEYCODE, _MAX_KEYCODE = 34, 35
"""Offsets in ``xcb_setup_t``."""
_REPLY = 32
"""Bytes of a reply before its list."""


class _Cookie(Structure):
    _fields_ = (("sequence", c_uint32),)


class _Screens(Structure):
    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))


class _Event(Structure):
    """A key event; of other events only the first field counts."""

    _fields_ = (
        ("response_type", c_uint8), ("detail", c_uint8), ("sequence", c_uint16),
        ("time", c_uint32), ("root", c_uint32), ("event", c_uint32), ("child", c_uint32),
        ("places", c_uint16 * 4), ("state", c_uint16), ("same_screen", c_uint8), ("pad", c_uint8),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """What the server said: `kind` is `KEY_PRESS`, `KEY_RELEASE` or `MAPPING_NOTIFY`."""

    kind: int
    keycode: int
    state: int


class Display:
    """A connection to the X server of ``$DISPLAY``.

    Raises
    ------
    SyrinxError
        There is no server, or the libraries are missing.
    """

    def __init__(self) -> None:
        self._xcb, self._xkb = _library("xcb"), _library("xcb-xkb")
        self._libc = ctypes.CDLL(None)
        self._libc.free.argtypes = [c_void_p]
        self._declare()
        self._connection = c_void_p(self._xcb.xcb_connect(None, None))
        if self._xcb.xcb_connection_has_error(self._connection):
            self.close()
            raise SyrinxError("The X server cannot be reached.")
        self._setup = self._xcb.xcb_get_setup(self._connection)
        screens = self._xcb.xcb_setup_roots_iterator(self._setup)
        self._roots: list[int] = []
        while screens.rem:
            self._roots.append(screens.data[0])
            self._xcb.xcb_screen_next(byref(screens))
        self._use_keyboard_extension()

    @property
    def descriptor(self) -> int:
        """File descriptor that becomes readable with an event."""
        return int(self._xcb.xcb_get_file_descriptor(self._connection))

    @property
    def is_broken(self) -> bool:
        """Whether the server is gone."""
        return not self._connection or bool(self._xcb.xcb_connection_has_error(self._connection))

    def close(self) -> None:
        """Leave; the server takes all grabs back."""
        if self._connection:
            self._xcb.xcb_disconnect(self._connection)
            self._connection = c_void_p(None)

    def events(self) -> Iterator[KeyEvent]:
        """Yield what has come, without waiting."""
        while self._connection and (event := self._xcb.xcb_poll_for_event(self._connection)):
            kind = event.contents.response_type & 0x7F
            if kind == self._keyboard_event:
                kind = MAPPING_NOTIFY
            got = KeyEvent(kind, event.contents.detail, event.contents.state)
            self._libc.free(event)
            yield got

    def keysyms(self) -> dict[int, list[int]]:
        """Return the key symbols of every key code, unshifted first."""
        low = ctypes.cast(self._setup, POINTER(c_uint8))[_MIN_KEYCODE]
        high = ctypes.cast(self._setup, POINTER(c_uint8))[_MAX_KEYCODE]
        cookie = self._xcb.xcb_get_keyboard_mapping(self._connection, low, high - low + 1)
        reply = self._xcb.xcb_get_keyboard_mapping_reply(self._connection, cookie, None)
        if not reply:
            return {}
        width = ctypes.cast(reply, POINTER(c_uint8))[1]
        symbols = ctypes.cast(reply + _REPLY, POINTER(c_uint32))
        table = {
            code: [symbols[(code - low) * width + column] for column in range(width)]
            for code in range(low, high + 1)
        }
        self._libc.free(reply)
        return table

    def modifier_of(self, keycodes: set[int]) -> int:
        """Return the mask of the modifier that one of these keys is, 0 for none."""
        cookie = self._xcb.xcb_get_modifier_mapping(self._connection)
        reply = self._xcb.xcb_get_modifier_mapping_reply(self._connection, cookie, None)
        if not reply:
            return 0
        width = ctypes.cast(reply, POINTER(c_uint8))[1]
        codes = ctypes.cast(reply + _REPLY, POINTER(c_uint8))
        found = 0
        for row in range(8):
            if any(codes[row * width + column] in keycodes for column in range(width)):
                found = 1 << row
        self._libc.free(reply)
        return found

    def grab(self, keycode: int, modifiers: int) -> bool:
        """Take a key from everybody else; False when somebody has it already."""
        return all(
            self._answered(
                self._xcb.xcb_grab_key_checked(
                    self._connection, 0, root, modifiers, keycode, _ASYNC, _ASYNC
                )
            )
            for root in self._roots
        )

    def ungrab(self, keycode: int, modifiers: int) -> None:
        """Give a key back."""
        for root in self._roots:
            self._answered(
                self._xcb.xcb_ungrab_key_checked(self._connection, keycode, root, modifiers)
            )

    def _answered(self, cookie: _Cookie) -> bool:
        error = self._xcb.xcb_request_check(self._connection, cookie)
        if error:
            self._libc.free(error)
        return not error

    def _use_keyboard_extension(self) -> None:
        """Ask for one release at the end of a held key, not one at each of its repeats."""
        cookie = self._xkb.xcb_xkb_use_extension(self._connection, 1, 0)
        reply = self._xkb.xcb_xkb_use_extension_reply(self._connection, cookie, None)
        flags = _DETECTABLE_AUTO_REPEAT
        cookie = self._xkb.xcb_xkb_per_client_flags(
            self._connection, _CORE_KEYBOARD, flags, flags, 0, 0, 0
        )
        answer = self._xkb.xcb_xkb_per_client_flags_reply(self._connection, cookie, None)
        both = bool(reply) and bool(answer)
        for pointer in (reply, answer):
            if pointer:
                self._libc.free(pointer)
        if not both:
            self.close()
            raise SyrinxError("The X server has no keyboard extension.")
        # Who uses the extension hears of another layout by its events only.
        self._xkb.xcb_xkb_select_events(
            self._connection, _CORE_KEYBOARD, _NEW_KEYBOARD_OR_MAP, 0, _NEW_KEYBOARD_OR_MAP,
            0xFF, 0xFF, ctypes.create_string_buffer(64),
        )  # fmt: skip
        extension = ctypes.c_char.in_dll(self._xkb, "xcb_xkb_id")
        about = self._xcb.xcb_get_extension_data(self._connection, byref(extension))
        self._keyboard_event = about[_FIRST_EVENT] if about else MAPPING_NOTIFY
        self._xcb.xcb_flush(self._connection)

    def _declare(self) -> None:
        xcb, xkb = self._xcb, self._xkb
        u8, u16, u32, pointer = c_uint8, c_uint16, c_uint32, c_void_p
        signatures = (
            (xcb, "xcb_connect", pointer, (c_char_p, POINTER(c_int))),
            (xcb, "xcb_connection_has_error", c_int, (pointer,)),
            (xcb, "xcb_disconnect", None, (pointer,)),
            (xcb, "xcb_get_file_descriptor", c_int, (pointer,)),
            (xcb, "xcb_get_setup", pointer, (pointer,)),
            (xcb, "xcb_get_extension_data", POINTER(u8), (pointer, pointer)),
            (xcb, "xcb_flush", c_int, (pointer,)),
            (xcb, "xcb_setup_roots_iterator", _Screens, (pointer,)),
            (xcb, "xcb_screen_next", None, (POINTER(_Screens),)),
            (xcb, "xcb_poll_for_event", POINTER(_Event), (pointer,)),
            (xcb, "xcb_get_keyboard_mapping", _Cookie, (pointer, u8, u8)),
            (xcb, "xcb_get_keyboard_mapping_reply", pointer, (pointer, _Cookie, pointer)),
            (xcb, "xcb_get_modifier_mapping", _Cookie, (pointer,)),
            (xcb, "xcb_get_modifier_mapping_reply", pointer, (pointer, _Cookie, pointer)),
            (xcb, "xcb_grab_key_checked", _Cookie, (pointer, u8, u32, u16, u8, u8, u8)),
            (xcb, "xcb_ungrab_key_checked", _Cookie, (pointer, u8, u32, u16)),
            (xcb, "xcb_request_check", pointer, (pointer, _Cookie)),
            (xkb, "xcb_xkb_use_extension", _Cookie, (pointer, u16, u16)),
            (xkb, "xcb_xkb_use_extension_reply", pointer, (pointer, _Cookie, pointer)),
            (xkb, "xcb_xkb_per_client_flags", _Cookie, (pointer, u16, u32, u32, u32, u32, u32)),
            (xkb, "xcb_xkb_per_client_flags_reply", pointer, (pointer, _Cookie, pointer)),
        )
        select = (pointer, u16, u16, u16, u16, u16, u16, pointer)
        signatures += ((xkb, "xcb_xkb_select_events", _Cookie, select),)
        for library, name, result, arguments in signatures:
            function = getattr(library, name)
            function.restype, function.argtypes = result, arguments


def _library(name: str) -> ctypes.CDLL:
    for candidate in (f"lib{name}.so.1", ctypes.util.find_library(name)):
        if candidate is None:
            continue
        try:
            return ctypes.CDLL(candidate)
        except OSError:
            continue
    raise SyrinxError(f"The library lib{name} is missing.")
