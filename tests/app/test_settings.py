"""Settings: round trip, damaged files, places."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from syrinx.app.engine.messages import DEFAULT_SAFETY_MS
from syrinx.app.settings import Settings, home, load_settings, save_settings
from syrinx.dsp.errors import SyrinxError


def test_home_follows_the_variable_and_is_made_on_demand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SYRINX_HOME", str(tmp_path / "deep" / "home"))
    assert home() == tmp_path / "deep" / "home"
    assert home().is_dir()


def test_home_on_a_file_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SYRINX_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(SyrinxError, match="SYRINX_HOME"):
        home()


def test_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings()
    assert loaded.notice is None


def test_the_window_starts_with_the_delay_that_the_engine_declares() -> None:
    assert Settings().safety_ms == DEFAULT_SAFETY_MS


def test_round_trip(tmp_path: Path) -> None:
    settings = Settings(
        input_device="Mikrofon — Ä",
        pitch=-3.5,
        gate_threshold_dbfs=-50.0,
        band_extension=False,
        mark_output=False,
        favourites=("deep", "robot"),
        extra={"window": {"geometry": "AAA="}},
    )
    save_settings(settings, tmp_path)
    assert load_settings(tmp_path).settings == settings


def test_entries_of_a_newer_version_survive(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark", "hologram": [1, 2]}')
    loaded = load_settings(tmp_path).settings
    save_settings(replace(loaded, theme="light"), tmp_path)
    assert json.loads((tmp_path / "settings.json").read_text())["hologram"] == [1, 2]
    assert load_settings(tmp_path).settings.theme == "light"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1]",
        '{"pitch": "up"}',
        '{"wet": 3}',
        '{"wet": NaN}',
        '{"favourites": "deep"}',
        '{"theme": []}',
        '{"pitch": true}',
        '{"band_extension": 1}',
        '{"mark_output": "yes"}',
        "\udcff",
    ],
)
def test_a_damaged_file_is_kept_aside_and_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    before = path.read_bytes()
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings()
    assert loaded.notice is not None
    (kept,) = tmp_path.glob("settings.broken-*.json")
    assert kept.name in loaded.notice
    assert kept.read_bytes() == before
    assert not path.exists()


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    save_settings(Settings(theme="dark"), tmp_path)
    broken = Settings(extra={"x": object()})
    with pytest.raises(TypeError):
        save_settings(broken, tmp_path)
    assert load_settings(tmp_path).settings.theme == "dark"
    assert [item.name for item in tmp_path.iterdir()] == ["settings.json"]


def test_writing_into_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SyrinxError, match="Cannot write"):
        save_settings(Settings(), tmp_path / "gone")
