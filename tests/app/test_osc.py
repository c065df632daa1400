"""OSC: the examples of its specification, round trips, and that garbage is an error."""

from __future__ import annotations

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syrinx.app.osc import OscMessage, read_packet, write_message
from syrinx.dsp.errors import SyrinxError

# The two examples in "The Open Sound Control 1.0 Specification".
FREQUENCY = bytes.fromhex("2f6f7363696c6c61746f722f342f6672657175656e6379002c66000043dc0000")
FOO = bytes.fromhex(
    "2f666f6f00000000 2c69697366660000 000003e8 ffffffff 68656c6c6f000000 3f9df3b6 40b5b22d"
)


def test_the_examples_of_the_specification() -> None:
    assert read_packet(FREQUENCY) == [OscMessage("/oscillator/4/frequency", (440.0,))]
    [message] = read_packet(FOO)
    assert message.address == "/foo"
    assert message.arguments[:3] == (1000, -1, "hello")
    assert message.arguments[3:] == pytest.approx((1.234, 5.678), abs=1e-6)
    assert write_message(OscMessage("/oscillator/4/frequency", (440.0,))) == FREQUENCY


_VALUES = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1)
    | st.floats(width=32, allow_nan=False)
    | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])) | st.binary()
)  # fmt: skip
_MESSAGES = st.builds(
    OscMessage, st.from_regex(r"/[a-z/]{0,20}", fullmatch=True), st.lists(_VALUES).map(tuple)
)


@given(_MESSAGES)
def test_messages_and_back(message: OscMessage) -> None:
    packet = write_message(message)
    assert len(packet) % 4 == 0
    assert read_packet(packet) == [message]


@given(st.lists(_MESSAGES, max_size=5))
def test_bundles_in_bundles(messages: list[OscMessage]) -> None:
    def bundle(parts: list[bytes]) -> bytes:
        return b"#bundle\0" + bytes(8) + b"".join(struct.pack(">i", len(p)) + p for p in parts)

    flat = bundle([write_message(message) for message in messages])
    assert read_packet(flat) == messages
    assert read_packet(bundle([flat, flat])) == messages * 2


def test_a_tower_of_bundles_is_refused() -> None:
    packet = FREQUENCY
    for _ in range(100):
        packet = b"#bundle\0" + bytes(8) + struct.pack(">i", len(packet)) + packet
    with pytest.raises(SyrinxError):
        read_packet(packet)


@given(st.binary(max_size=200))
def test_garbage_is_one_kind_of_error(data: bytes) -> None:
    for packet in (data, FREQUENCY[:12] + data, b"#bundle\0" + data, FOO + data):
        with suppress(SyrinxError):
            assert all(message.address for message in read_packet(packet))
