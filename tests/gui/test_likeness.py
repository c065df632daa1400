"""The likeness slider: to its model and back, kept, and only for voices that have a bank."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from syrinx.app.engine.messages import DEFAULT_INDEX_RATIO, Notice, SetParams, StartStream
from syrinx.app.settings import Settings, load_settings
from syrinx.app.voice_bank import VoiceBank
from syrinx.app.voices import Voice
from tests.gui import conftest
from tests.gui.conftest import Bench
from tests.gui.fakes import make_voices


def voices() -> list[Voice]:
    """The fake voices; Kathleen has a bank, Günter none."""
    frames = np.random.default_rng(0).standard_normal((100, 64))
    bank = VoiceBank.from_frames(frames, content_encoder="ab" * 32)
    first, *others = make_voices()
    return [replace(first, bank=bank), *others]


@pytest.fixture
def bench(make_bench: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr(conftest, "make_voices", voices)
    return make_bench()


def test_it_goes_both_ways(bench: Bench) -> None:
    row = bench.window.live.controls.likeness
    assert row.value() == pytest.approx(100 * DEFAULT_INDEX_RATIO)
    row.field.setValue(80)
    assert bench.model.params.index_ratio == pytest.approx(0.8)
    bench.window.live.transport.start.click()
    bench.deliver()
    (started,) = bench.host.sent(StartStream)
    assert started.config.params.index_ratio == pytest.approx(0.8)
    row.slider.setValue(0)
    assert bench.host.sent(SetParams)[-1].params.index_ratio == 0.0
    bench.model.set_likeness(33)
    assert row.value() == 33
    assert len(bench.host.sent(StartStream)) == 1  # a running stream goes on


def test_a_double_click_restores_the_default(bench: Bench, qtbot: QtBot) -> None:
    row = bench.window.live.controls.likeness
    row.field.setValue(0)
    qtbot.mouseDClick(row.slider, Qt.MouseButton.LeftButton)
    assert bench.model.params.index_ratio == pytest.approx(DEFAULT_INDEX_RATIO)


def test_only_voices_with_a_bank_have_it(bench: Bench) -> None:
    row = bench.window.live.controls.likeness
    assert row.field.isEnabled()
    for without in ("g-nter", "gunter", "robot"):
        if bench.model.voices.find(without) is not None:
            bench.model.select_voice(without)
            assert not row.field.isEnabled()
            assert not row.slider.isEnabled()
    assert bench.model.voice.id == "robot"
    bench.model.select_voice("kathleen")
    assert row.field.isEnabled()
    assert row.slider.isEnabled()


def test_it_is_kept(make_bench: Callable[..., Bench], tmp_path: Path) -> None:
    first = make_bench()
    first.model.set_likeness(25)
    first.window.close()
    assert load_settings(tmp_path).settings.index_ratio == 0.25
    assert make_bench().window.live.controls.likeness.value() == 25


@pytest.mark.parametrize("value", ["2", "-0.1", "true", '"much"'])
def test_a_damaged_setting_is_set_aside(tmp_path: Path, value: str) -> None:
    (tmp_path / "settings.json").write_text(f'{{"index_ratio": {value}}}')
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings()
    assert loaded.notice is not None


def test_the_default_is_the_engines() -> None:
    assert Settings().index_ratio == DEFAULT_INDEX_RATIO


def test_a_bank_that_does_not_fit_is_said_in_the_window(bench: Bench) -> None:
    bench.deliver(Notice(message="The likeness of the voice is left out."))
    assert "left out" in bench.window.live.messages.text.text()
