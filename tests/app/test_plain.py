"""Dataclasses as JSON and back: everything travels, nothing damaged gets in."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syrinx.app.engine.params import VoiceParams
from syrinx.app.plain import changed, nested, to_plain
from syrinx.dsp.errors import SyrinxError


class Order(Enum):
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    hz: float
    gain_db: float = 0.0

    def __post_init__(self) -> None:
        if not 20 <= self.hz <= 20000:
            raise SyrinxError("hz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Equaliser:
    on: bool = False
    bands: tuple[Band, ...] = (Band(hz=100.0),)
    order: Order = Order.FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class Tomorrow(VoiceParams):
    """What `VoiceParams` may be one day."""

    equaliser: Equaliser = field(default_factory=Equaliser)
    second: Equaliser | None = None
    steps: tuple[int, str] = (1, "a")
    names: dict[str, float] = field(default_factory=dict)
    mode: Literal["a", "b", 3] = "a"


FULL = Tomorrow(
    pitch=-3.5, formant_semitones=1.0, gate_threshold_dbfs=-40.0, wet=0.5,
    equaliser=Equaliser(on=True, bands=(Band(hz=50.0, gain_db=-3.0), Band(hz=9000.0))),
    second=Equaliser(order=Order.LAST), steps=(7, "z"), names={"x": 1.5}, mode=3,
)  # fmt: skip


def test_everything_travels_through_json() -> None:
    entries = json.loads(json.dumps(to_plain(FULL)))
    assert changed(Tomorrow(), entries) == (FULL, [])
    assert changed(FULL, to_plain(Tomorrow())) == (Tomorrow(), [])


def test_every_field_of_the_voice_travels() -> None:
    """A field of a kind that JSON has no word for would make presets fail: see it here."""
    assert changed(VoiceParams(wet=0.3), json.loads(json.dumps(to_plain(VoiceParams())))) == (
        VoiceParams(),
        [],
    )


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        ({"wet": 2.0}, "wet"), ({"wet": "0.5"}, "wet"), ({"wet": True}, "wet"),
        ({"wet": None}, "wet"), ({"wet": [0.5]}, "wet"), ({"wet": float("nan")}, "wet"),
        ({"wet": 10**400}, "wet"), ({"bypass": 1}, "bypass"), ({"pitch": "high"}, "pitch"),
        ({"mode": "c"}, "mode"), ({"mode": True}, "mode"), ({"steps": [1]}, "steps"),
        ({"steps": ["a", 1]}, "steps"), ({"names": {"x": "y"}}, "names"), ({"new": 1}, "new"),
        ({"equaliser": 3}, "equaliser"), ({"equaliser": {"on": 3}}, "equaliser.on"),
        ({"equaliser": {"bands": [{"hz": 5}]}}, "equaliser.bands"),
        ({"equaliser": {"bands": [{}]}}, "equaliser.bands"),
        ({"equaliser": {"bands": [{"hz": 100.0}] * 1000}}, "equaliser.bands"),
        ({"equaliser": {"order": "middle"}}, "equaliser.order"),
        ({"second": {"on": "x"}}, "second.on"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_and_left_out(entries: dict[str, Any], problem: str) -> None:
    result, problems = changed(FULL, {**entries, "output_gain_db": -6.0})
    assert problems == [problem]
    assert result == replace(FULL, output_gain_db=-6.0)


@pytest.mark.parametrize("entries", [None, [], "x", 3])
def test_what_is_no_object_changes_nothing(entries: object) -> None:
    assert changed(FULL, entries) == (FULL, ["everything"])


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([f.name for f in fields(Tomorrow)]) | st.text(), _JSON))
def test_anything_gives_valid_parameters(entries: dict[str, Any]) -> None:
    result, problems = changed(Tomorrow(), entries)
    assert replace(result) == result  # its own checks pass
    assert {name.partition(".")[0] for name in problems} <= {
        name[:80].partition(".")[0] for name in entries
    }


def test_paths() -> None:
    assert nested("a.b.c", 1) == {"a": {"b": {"c": 1}}}
    assert changed(FULL, nested("equaliser.on", False))[0].equaliser.on is False
    nested("a." * 5000, 1)


def test_what_json_has_no_word_for() -> None:
    with pytest.raises(TypeError):
        to_plain({"x": object()})
