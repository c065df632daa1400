"""Keys as text, and as Qt and X name them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syrinx.app.chord import KEYS, MODIFIERS, Chord, parse_chord
from syrinx.dsp.errors import SyrinxError

CHORDS = st.builds(
    Chord, key=st.sampled_from(KEYS), modifiers=st.frozensets(st.sampled_from(MODIFIERS))
)


@given(CHORDS)
def test_text_and_back(chord: Chord) -> None:
    assert parse_chord(str(chord)) == chord
    assert parse_chord(str(chord).lower()) == chord


@pytest.mark.parametrize(
    "text", ["", "Ctrl", "Ctrl+", "+", "Hyper+A", "A+B", "Num", 3, None, "x" * 99]
)
def test_what_names_no_key(text: str) -> None:
    with pytest.raises(SyrinxError):
        parse_chord(text)


@given(st.text(max_size=50))
def test_any_text(text: str) -> None:
    try:
        chord = parse_chord(text)
    except SyrinxError:
        return
    assert parse_chord(str(chord)) == chord


def test_keys_that_one_types_with() -> None:
    bare = {"A", "Shift+A", "1", "Space", "-", "Delete"}
    assert all(parse_chord(text).is_bare for text in bare)
    assert not any(parse_chord(text).is_bare for text in ("F9", "Ctrl+A", "Num0", "Pause", "Alt+1"))


def test_every_key_has_a_symbol_of_x() -> None:
    from syrinx.app.services.hotkeys_x11 import _KEYSYMS

    assert set(KEYS) == set(_KEYSYMS)


def test_every_key_can_be_pressed() -> None:
    from syrinx.app.services.qt_keys import _NAMES, _NUMPAD

    assert {*_NAMES.values(), *_NUMPAD.values()} == set(KEYS)
