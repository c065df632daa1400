"""The Sound tab's melody, breath, mix and morph: both ways, kept, and off for effects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from syrinx.app.engine.messages import SetParams, StartStream
from syrinx.app.engine.params import VoiceParams
from syrinx.app.live_extras import LiveExtras
from syrinx.app.viewmodels.expression import KEY, ExpressionModel
from syrinx.app.views.expression_rows import NONE, ExpressionRows
from syrinx.app.voices import Voice, VoiceLibrary
from tests.gui import conftest
from tests.gui.conftest import Bench
from tests.gui.fakes import make_voices


def with_ada() -> list[Voice]:
    """The fake voices, and one more neural one, after the others in the alphabet."""
    embedding = np.zeros(192, np.float32)
    embedding[3] = 1.0
    neural = next(voice for voice in make_voices() if voice.kind == "neural")
    return [*make_voices(), replace(neural, id="zora", name="Zora", speaker_embedding=embedding)]


def make_extras(bench: Bench, library: VoiceLibrary | None = None) -> LiveExtras:
    return LiveExtras(bench.window, bench.model, bench.settings, bench.theme, library)


@pytest.fixture
def bench(make_bench: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr(conftest, "make_voices", with_ada)
    made = make_bench()
    made.model.select_voice("kathleen")
    return made


@pytest.fixture
def rows(bench: Bench) -> ExpressionRows:
    extras = make_extras(bench)
    yield extras.expression_rows
    extras.close()


def test_every_row_goes_both_ways(bench: Bench, rows: ExpressionRows) -> None:
    model = bench.model
    bench.window.live.transport.start.click()
    bench.deliver()
    for row, shown, field, value in (
        (rows.intonation, 0, "intonation", 0.0),
        (rows.breathiness, -40, "breathiness", -0.4),
        (rows.wet, 70, "wet", 0.7),
        (rows.time, 2.5, "morph_s", 2.5),
    ):
        row.field.setValue(shown)
        assert getattr(model.params, field) == pytest.approx(value)
        assert getattr(bench.host.sent(SetParams)[-1].params, field) == pytest.approx(value)
    model.change(intonation=1.5, breathiness=0.25, wet=0.5, morph_s=1.0)
    assert [r.value() for r in (rows.intonation, rows.breathiness, rows.wet)] == [150, 25, 50]
    assert rows.time.value() == 1.0
    assert len(bench.host.sent(StartStream)) == 1  # a running stream goes on


def test_a_double_click_takes_a_row_back(bench: Bench, rows: ExpressionRows, qtbot: QtBot) -> None:
    plain = VoiceParams()
    bench.model.change(intonation=0.2, breathiness=0.5, wet=0.1)
    for row in (rows.intonation, rows.breathiness, rows.wet):
        qtbot.mouseDClick(row.slider, Qt.MouseButton.LeftButton)
    now = bench.model.params
    assert (now.intonation, now.breathiness, now.wet) == (
        plain.intonation,
        plain.breathiness,
        plain.wet,
    )


def test_the_lock_belongs_to_automatic_pitch(bench: Bench, rows: ExpressionRows) -> None:
    assert rows.lock.isEnabled()
    rows.lock.click()
    assert bench.model.params.pitch_lock == 1.0
    bench.window.live.controls.auto.click()
    assert not rows.lock.isEnabled()
    bench.model.change(pitch="auto", pitch_lock=0.0)
    assert rows.lock.isEnabled()
    assert not rows.lock.isChecked()


def test_a_second_voice_is_chosen_among_the_other_neural_ones(
    bench: Bench, rows: ExpressionRows
) -> None:
    names = [rows.second.itemText(row) for row in range(rows.second.count())]
    assert names[0] == NONE
    assert "Zora" in names
    assert "Kathleen" not in names
    assert "Robot" not in names
    assert not rows.morph.field.isEnabled()
    rows.second.setCurrentIndex(names.index("Zora"))
    rows.second.activated.emit(names.index("Zora"))
    assert bench.model.params.morph_to == "zora"
    assert rows.morph.field.isEnabled()
    rows.morph.field.setValue(30)
    assert bench.model.params.morph == pytest.approx(0.3)
    bench.model.select_voice("zora")  # nobody morphs into himself
    assert rows.second.currentIndex() == 0
    assert not rows.morph.field.isEnabled()
    bench.model.select_voice("kathleen")
    assert rows.second.currentText() == "Zora"


def test_effects_have_none_of_it(bench: Bench, rows: ExpressionRows) -> None:
    bench.model.select_voice("robot")
    for row in (rows.intonation, rows.breathiness, rows.time):
        assert not row.field.isEnabled()
    assert not rows.second.isEnabled()
    assert rows.wet.field.isEnabled()
    bench.model.select_voice("kathleen")
    assert rows.intonation.field.isEnabled()


def test_everything_has_a_name_and_a_help_text(bench: Bench, rows: ExpressionRows) -> None:
    for row in (rows.intonation, rows.breathiness, rows.wet, rows.morph, rows.time):
        assert row.field.accessibleName()
        assert len(row.slider.toolTip()) > 40
    for widget in (rows.lock, rows.second, rows.keep):
        assert widget.toolTip()
        assert widget.accessibleName() or widget.text()


def test_groups_fold_and_remember_it(bench: Bench, rows: ExpressionRows) -> None:
    controls = bench.window.live.controls
    controls.mix_group.head.click()
    assert controls.mix_group.is_folded
    assert not rows.wet.isVisible()
    again = ExpressionRows(rows._model, controls)
    assert again is not None
    assert controls.mix_group.is_folded
    assert bench.settings.recall("folded_controls") == ["Mix"]


def test_it_is_kept(bench: Bench, rows: ExpressionRows) -> None:
    bench.model.change(intonation=0.5, morph_to="zora", morph=0.25, breathiness=-0.5)
    assert bench.settings.recall(KEY)["intonation"] == 0.5
    bench.model.params = VoiceParams()
    # Its model alone: the whole window once more would let the first one keep the defaults.
    ExpressionModel(bench.model, bench.settings)
    now = bench.model.params
    assert (now.intonation, now.morph_to, now.morph, now.breathiness) == (0.5, "zora", 0.25, -0.5)


@pytest.mark.parametrize(
    "damaged",
    [
        {"intonation": 7, "breathiness": 0.5},
        {"intonation": "loud", "morph_to": 3, "breathiness": 0.5},
        {"intonation": None, "morph_to": "nobody-any-more", "breathiness": 0.5},
    ],
)
def test_a_damaged_knob_is_as_it_is_at_first(bench: Bench, damaged: dict[str, object]) -> None:
    bench.settings.remember(KEY, damaged)
    extras = make_extras(bench)
    now = bench.model.params
    assert (now.intonation, now.morph_to, now.breathiness) == (1.0, None, 0.5)
    extras.close()


@pytest.mark.parametrize("damaged", [[], "x", 3])
def test_settings_of_the_wrong_kind_are_left_alone(bench: Bench, damaged: object) -> None:
    bench.settings.remember(KEY, damaged)
    extras = make_extras(bench)
    assert bench.model.params.intonation == 1.0
    bench.model.change(intonation=0.5)
    assert bench.settings.recall(KEY)["intonation"] == 0.5
    extras.close()


def test_a_mixture_becomes_a_voice(
    make_bench: Callable[..., Bench], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = VoiceLibrary(tmp_path)
    bench = make_bench(library=library)
    extras = make_extras(bench, library)
    rows = extras.expression_rows
    bench.model.select_voice("iris")
    assert not rows.keep.isEnabled()
    bench.model.change(morph_to="otto", morph=0.4)
    assert rows.keep.isEnabled()
    monkeypatch.setattr(rows, "ask_name", lambda: "Iris and Otto")
    rows.keep.click()
    made = library.get("Iris and Otto")
    assert made.adapter is not None
    assert bench.model.voices.find(made.id) is not None
    assert "in your voices" in bench.window.live.messages.text.text()
    rows.keep.click()  # the same name again is another voice
    assert len([voice for voice in library.list() if not voice.shipped]) == 2
    monkeypatch.setattr(rows, "ask_name", lambda: None)
    rows.keep.click()
    assert len([voice for voice in library.list() if not voice.shipped]) == 2
    extras.close()
