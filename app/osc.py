"""Open Sound Control 1.0: packets to messages and back. What is not OSC is an error.

After "The Open Sound Control 1.0 Specification" (M. Wright, 2002).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from syrinx.dsp.errors import SyrinxError

MAX_DEPTH = 4
"""Of bundles in bundles."""
MAX_MESSAGES = 64
"""In one packet."""
_BUNDLE = b"#bundle\0"
_NUMBERS = {"i": ">i", "f": ">f", "h": ">q", "d": ">d", "t": ">Q", "c": ">i", "r": ">I", "m": ">I"}
_WORDS: dict[str, bool | None] = {"T": True, "F": False, "N": None, "I": None}

OscValue = float | int | str | bytes | bool | None


@dataclass(frozen=True, slots=True)
class OscMessage:
    """An address and its arguments."""

    address: str
    arguments: tuple[OscValue, ...] = ()


def read_packet(packet: bytes) -> list[OscMessage]:
    """Return the messages of a packet, those of bundles in their order; times are not kept.

    Raises
    ------
    SyrinxError
        It is no OSC.
    """
    found: list[OscMessage] = []
    _read(packet, 0, found)
    return found


def write_message(message: OscMessage) -> bytes:
    """Return the packet of a message.

    Raises
    ------
    SyrinxError
        An argument has no type in OSC.
    """
    tags, body = ",", b""
    for value in message.arguments:
        if value is None or isinstance(value, bool):
            tags += {None: "N", True: "T", False: "F"}[value]
        elif isinstance(value, str):
            tags, body = tags + "s", body + _padded(value.encode() + b"\0")
        elif isinstance(value, bytes):
            tags += "b"
            body += struct.pack(">i", len(value)) + _padded(value)
        elif isinstance(value, int) and -(2**31) <= value < 2**31:
            tags, body = tags + "i", body + struct.pack(">i", value)
        elif isinstance(value, int) and -(2**63) <= value < 2**63:
            tags, body = tags + "h", body + struct.pack(">q", value)
        elif isinstance(value, float):
            tags, body = tags + "f", body + struct.pack(">f", value)
        else:
            raise SyrinxError("OSC has no type for this value.")
    return _padded(message.address.encode() + b"\0") + _padded(tags.encode() + b"\0") + body


def _read(packet: bytes, depth: int, found: list[OscMessage]) -> None:
    if len(packet) % 4 or not packet or depth > MAX_DEPTH or len(found) >= MAX_MESSAGES:
        raise _broken()
    if not packet.startswith(_BUNDLE):
        found.append(_message(packet))
        return
    place = len(_BUNDLE) + 8
    if len(packet) < place:
        raise _broken()
    while place < len(packet):
        size = int(_number(">i", packet, place))
        place += 4
        if size <= 0 or place + size > len(packet):
            raise _broken()
        _read(packet[place : place + size], depth + 1, found)
        place += size


def _message(packet: bytes) -> OscMessage:
    address, place = _text(packet, 0)
    if not address.startswith("/"):
        raise _broken()
    if place == len(packet):
        return OscMessage(address)
    tags, place = _text(packet, place)
    if not tags.startswith(","):
        raise _broken()
    arguments: list[OscValue] = []
    for tag in tags[1:]:
        if tag in _WORDS:
            arguments.append(_WORDS[tag])
        elif tag in _NUMBERS:
            arguments.append(_number(_NUMBERS[tag], packet, place))
            place += struct.calcsize(_NUMBERS[tag])
        elif tag in "sS":
            value, place = _text(packet, place)
            arguments.append(value)
        elif tag == "b":
            size = int(_number(">i", packet, place))
            if size < 0 or place + 4 + size > len(packet):
                raise _broken()
            arguments.append(packet[place + 4 : place + 4 + size])
            place += 4 + size + -size % 4
        else:
            raise _broken()
    if place != len(packet):
        raise _broken()
    return OscMessage(address, tuple(arguments))


def _number(form: str, packet: bytes, place: int) -> float | int:
    try:
        value: float | int = struct.unpack_from(form, packet, place)[0]
    except struct.error as error:
        raise _broken() from error
    return value


def _text(packet: bytes, place: int) -> tuple[str, int]:
    end = packet.find(b"\0", place)
    if end < 0:
        raise _broken()
    after = end + 1 + -(end + 1) % 4
    if after > len(packet):
        raise _broken()
    try:
        return packet[place:end].decode(), after
    except UnicodeDecodeError as error:
        raise _broken() from error


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def _broken() -> SyrinxError:
    return SyrinxError("This is no OSC packet.")
