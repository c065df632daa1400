"""Presets on disk: round trips, damage, later versions, export and import."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syrinx.app.engine.params import VoiceParams
from syrinx.app.engine.rack_params import FeedbackParams, RackParams
from syrinx.app.engine.rack_presets import RACK_PRESETS
from syrinx.app.presets import (
    FILE_NAME,
    MAX_NAME,
    MAX_PRESETS,
    NOT_KEPT,
    Preset,
    PresetStore,
    entries_of,
    export_presets,
    free_name,
    import_presets,
)
from syrinx.dsp.errors import SyrinxError

ONE = Preset(
    id="one", name="Erzähler", colour="#123abc", voice="kathleen", voice_name="Kathleen",
    entries=entries_of(VoiceParams(pitch=-3.5, wet=0.5)), hotkey="Ctrl+Alt+F9",
)  # fmt: skip
TWO = Preset(id="two", name="Zwei")


def test_presets_come_back_as_they_were_stored_and_in_their_order(tmp_path: Path) -> None:
    store = PresetStore(tmp_path)
    assert store.load() == ([], None)
    store.save([TWO, ONE])
    assert PresetStore(tmp_path).load() == ([TWO, ONE], None)
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_the_parameters_are_those_of_the_preset_but_for_what_is_of_the_moment() -> None:
    now = VoiceParams(
        pitch=9.0, mute="all", bypass=True, source_f0_hz=123.0, mark=False, output_gain_db=6.0
    )
    params, problems = ONE.params(now)
    assert problems == []
    assert params == replace(now, pitch=-3.5, wet=0.5, output_gain_db=0.0)
    assert not NOT_KEPT & ONE.entries.keys()


def test_a_file_cannot_take_the_mark_away_or_mute() -> None:
    preset = replace(ONE, entries={"mark": False, "mute": "all", "wet": 0.25})
    params, problems = preset.params(VoiceParams())
    assert params == VoiceParams(wet=0.25)
    assert problems == []


def test_what_a_later_version_keeps_is_kept(tmp_path: Path) -> None:
    later = replace(ONE, entries={**ONE.entries, "chorus": {"depth": 0.4}, "wet": "lots"})
    PresetStore(tmp_path).save([later])
    loaded = PresetStore(tmp_path).load()[0][0]
    assert loaded == later
    params, problems = loaded.params(VoiceParams())
    assert sorted(problems) == ["chorus", "wet"]
    assert params == VoiceParams(pitch=-3.5)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"presets": 3}', '{"presets": [NaN]}', "[" * 100_000]
)
def test_a_file_that_cannot_be_understood_is_set_aside(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    presets, notice = PresetStore(tmp_path).load()
    assert presets == []
    assert notice is not None
    kept = [path for path in tmp_path.iterdir() if path.name in notice]
    assert [path.read_text() for path in kept] == [text]
    assert not (tmp_path / FILE_NAME).exists()


def test_a_file_that_is_no_text_or_too_large_is_set_aside(tmp_path: Path) -> None:
    for data in (b"\xff\xfe\x00", b" " * 5_000_000):
        (tmp_path / FILE_NAME).write_bytes(data)
        presets, notice = PresetStore(tmp_path).load()
        assert presets == []
        assert notice is not None


@pytest.mark.parametrize(
    "damage",
    [
        {"id": 3}, {"id": "../x"}, {"id": ""}, {"name": ""}, {"name": "x" * 99}, {"name": None},
        {"params": None}, {"params": []}, {"voice": 3}, {"voice": ""}, {"voice_name": 3},
    ],
)  # fmt: skip
def test_of_damaged_presets_the_others_are_used_and_a_copy_is_kept(
    tmp_path: Path, damage: dict[str, object]
) -> None:
    entries = [{**ONE.to_json(), **damage}, TWO.to_json(), "nonsense", TWO.to_json()]
    (tmp_path / FILE_NAME).write_text(json.dumps({"version": 1, "presets": entries}))
    presets, notice = PresetStore(tmp_path).load()
    assert presets == [TWO]
    assert notice is not None
    assert "3 presets were damaged" in notice
    PresetStore(tmp_path).save(presets)
    copies = list(tmp_path.glob("presets.broken*"))
    assert len(copies) == 1
    assert "nonsense" in copies[0].read_text()


@pytest.mark.parametrize("damage", [{"colour": "red"}, {"colour": 3}, {"hotkey": "Hyper+Q"}])
def test_a_damaged_colour_or_key_costs_no_preset(tmp_path: Path, damage: dict[str, object]) -> None:
    entries = {"version": 1, "presets": [{**ONE.to_json(), **damage}]}
    (tmp_path / FILE_NAME).write_text(json.dumps(entries))
    presets, notice = PresetStore(tmp_path).load()
    assert notice is None
    assert presets[0].entries == ONE.entries
    assert presets[0].hotkey in (None, ONE.hotkey)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SyrinxError, match="Cannot write"):
        PresetStore(tmp_path / "file").save([ONE])


def test_export_and_import_give_new_ids_free_names_and_no_keys(tmp_path: Path) -> None:
    path = tmp_path / "mine.syrinxpreset"
    export_presets([ONE, TWO], path)
    first, second = import_presets(path, [ONE])
    assert first.id not in ("one", "two")
    assert first.name == "Erzähler 2"
    assert first.hotkey is None
    assert (first.entries, first.voice, first.colour) == (ONE.entries, "kathleen", "#123abc")
    assert second.name == "Zwei"


def test_what_is_no_preset_is_not_imported(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with pytest.raises(SyrinxError, match="cannot be read"):
        import_presets(path, [])
    for data in (b"", b"\xff\xff", b"{}", b'{"presets": [1]}'):
        path.write_bytes(data)
        with pytest.raises(SyrinxError, match="holds no presets"):
            import_presets(path, [])
    export_presets([ONE], path)
    full = [replace(ONE, id=f"p{n}", name=f"P{n}") for n in range(MAX_PRESETS)]
    with pytest.raises(SyrinxError, match="room"):
        import_presets(path, full)


@given(st.lists(st.text(min_size=1, max_size=MAX_NAME).filter(str.strip), max_size=8))
def test_names_never_clash(names: list[str]) -> None:
    made: list[Preset] = []
    for number, name in enumerate(names):
        made.append(Preset(id=f"n{number}", name=free_name(name, made)))
    assert len({preset.name.casefold() for preset in made}) == len(made)


def test_clean_up_and_effects_belong_to_it_but_not_the_feedback_guard(tmp_path: Path) -> None:
    rack = RACK_PRESETS["warm-radio"].rack
    stored = replace(rack, feedback=FeedbackParams(on=False), bypass=True, order=rack.order[::-1])
    store = PresetStore(tmp_path)
    store.save([replace(TWO, entries=entries_of(VoiceParams(rack=stored)))])
    [preset] = store.load()[0]
    guarded = FeedbackParams(on=True, sensitivity=0.3)
    params, problems = preset.params(VoiceParams(rack=RackParams(feedback=guarded)))
    assert problems == []
    assert params.rack == replace(stored, feedback=guarded, bypass=False)
