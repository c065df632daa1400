"""The Clean-up tab: every control to its model and back, order, compare, presets, memory."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QPushButton, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from syrinx.app.engine.messages import FeedbackHeard, SetParams, StartStream, Telemetry
from syrinx.app.engine.rack_params import OUTPUT_STAGES, RackParams, ReverbParams
from syrinx.app.engine.rack_presets import RACK_PRESETS
from syrinx.app.live_extras import LiveExtras
from syrinx.app.settings import load_settings
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.rack import RackModel
from syrinx.app.views.rack_knobs import CARDS
from syrinx.app.views.rack_view import RackView
from tests.gui.conftest import Bench


@pytest.fixture
def make_extras() -> Iterator[Callable[[Bench], LiveExtras]]:
    made: list[LiveExtras] = []

    def make(bench: Bench) -> LiveExtras:
        made.append(LiveExtras(bench.window, bench.model, bench.settings, bench.theme))
        bench.window.live.controls.show_tab("Clean-up")
        return made[-1]

    yield make
    for extras in made:
        extras.close()


@pytest.fixture
def view(bench: Bench, make_extras: Callable[[Bench], LiveExtras]) -> RackView:
    return make_extras(bench).rack_view


@pytest.fixture
def rack(view: RackView) -> RackModel:
    return view._model


def start(bench: Bench) -> None:
    bench.window.live.transport.start.click()
    bench.deliver()


def test_the_guard_is_on_from_the_beginning_and_all_else_is_off(
    bench: Bench, view: RackView
) -> None:
    for stage, card in view.cards.items():
        assert card.switch.isChecked() == (stage in ("feedback", "limiter"))
    start(bench)
    rack = bench.host.sent(StartStream)[-1].config.params.rack
    assert rack.feedback.on
    assert not rack.amplifies


@pytest.mark.parametrize("stage", [card.stage for card in CARDS])
def test_every_switch_goes_both_ways(bench: Bench, view: RackView, stage: str) -> None:
    start(bench)
    card, rack = view.cards[stage], view._model
    before = rack.is_on(stage)
    card.switch.click()
    assert rack.is_on(stage) != before
    assert bench.host.sent(SetParams)[-1].params == bench.model.params
    rack.set_on(stage, before)
    assert card.switch.isChecked() == before
    assert card.main.field.isEnabled() == before


@pytest.mark.parametrize(
    ("stage", "name"), [(card.stage, knob.name) for card in CARDS for knob in card.knobs]
)
def test_every_knob_goes_both_ways(view: RackView, stage: str, name: str) -> None:
    rack, card = view._model, view.cards[stage]
    rack.set_on(stage, True)
    knob = next(knob for knob in card.card.knobs if knob.name == name)
    row = card.row(name)
    assert row.value() == pytest.approx(float(rack.value(stage, name)) * knob.scale)
    if (stage, name) == ("compressor", "makeup_db"):
        card.options["auto_makeup"].click()  # by hand
    wanted = knob.low + knob.step * round((knob.high - knob.low) / knob.step / 3)
    row.field.setValue(wanted)
    assert float(rack.value(stage, name)) * knob.scale == pytest.approx(wanted)
    assert row.slider.value() == round(wanted / knob.step)
    for end in (knob.low, knob.high):
        rack.set_value(stage, name, end / knob.scale)
        assert row.value() == pytest.approx(end)


def test_the_defaults_of_the_knobs_are_those_of_the_stages(view: RackView) -> None:
    for card in CARDS:
        for knob in card.knobs:
            if knob.name not in ("threshold_dbfs", "makeup_db") or card.stage == "compressor":
                shown = float(view._model.value(card.stage, knob.name)) * knob.scale
                assert shown == pytest.approx(knob.default), (card.stage, knob.name)


def test_the_gate_keeps_its_level_while_it_is_off(bench: Bench, view: RackView) -> None:
    gate = view.cards["gate"]
    assert bench.model.params.gate_threshold_dbfs is None
    gate.switch.click()
    assert bench.model.params.gate_threshold_dbfs == -50.0
    gate.main.field.setValue(-42.0)
    assert bench.model.params.gate_threshold_dbfs == -42.0
    bench.model.set_gate(None)
    assert not gate.switch.isChecked()
    assert gate.main.value() == -42.0
    view._model.set_value("gate", "by_voice", True)
    assert gate.options["by_voice"].isChecked()
    assert bench.model.params.rack.gate.by_voice
    assert bench.model.params.gate_threshold_dbfs is None


def test_automatic_make_up(bench: Bench, view: RackView) -> None:
    card, params = view.cards["compressor"], lambda: bench.model.params.rack.compressor
    assert card.options["auto_makeup"].isChecked()
    assert params().makeup_db is None
    card.switch.click()
    card.options["auto_makeup"].click()
    assert params().makeup_db == 6.0
    card.row("makeup_db").field.setValue(3.0)
    assert params().makeup_db == 3.0
    view._model.set_value("compressor", "auto_makeup", True)
    assert card.options["auto_makeup"].isChecked()


def test_arrows_change_the_order_that_is_seen_and_heard(
    bench: Bench, view: RackView, rack: RackModel
) -> None:
    start(bench)
    assert view.order() == list(rack.order())
    assert not view.cards["de_esser"].up.isEnabled()
    assert not view.cards["reverb"].down.isEnabled()
    view.cards["compressor"].up.click()
    assert bench.model.params.rack.order == ("de_esser", "compressor", "eq", "reverb")
    assert bench.host.sent(SetParams)[-1].params.rack.order == bench.model.params.rack.order
    assert view.order() == list(rack.order())
    view.cards["de_esser"].down.click()
    view.cards["de_esser"].down.click()
    view.cards["de_esser"].down.click()
    assert rack.order()[-2:] == ("de_esser", "limiter")
    assert view.order() == list(rack.order())
    assert not rack.can_move("limiter", -1)
    assert not rack.can_move("gate", 1)
    rack.move("limiter", -1)
    assert rack.order()[-1] == "limiter"
    assert not view.cards["feedback"].up.isVisible()


def test_the_arrow_keeps_the_hand_at_the_end(bench: Bench, view: RackView, qtbot: QtBot) -> None:
    card = view.cards["eq"]
    card.up.setFocus()
    qtbot.keyClick(card.up, Qt.Key.Key_Space)
    assert bench.model.params.rack.order[0] == "eq"
    assert bench.window.focusWidget() is card.down


def test_compare_lets_everything_through_and_is_not_remembered(
    bench: Bench, view: RackView, rack: RackModel
) -> None:
    start(bench)
    rack.apply_preset("clean")
    view.compare.click()
    sent = bench.host.sent(SetParams)[-1].params.rack
    assert sent.bypass
    assert sent.eq.on
    view.compare.click()
    assert not bench.host.sent(SetParams)[-1].params.rack.bypass
    view.compare.click()
    bench.settings.flush()
    assert "bypass" not in load_settings(bench.settings.folder).settings.extra["rack"]


@pytest.mark.parametrize("name", RACK_PRESETS)
def test_ready_made_settings(bench: Bench, view: RackView, rack: RackModel, name: str) -> None:
    rack.set_value("gate", "by_voice", True)
    rack.set_on("gate", True)
    view.presets[name].click()
    preset = RACK_PRESETS[name].rack
    now = bench.model.params.rack
    assert dataclasses.replace(now, gate=preset.gate) == preset
    assert now.gate.by_voice  # the gate stays
    assert rack.is_on("gate")
    assert [key for key, button in view.presets.items() if button.isChecked()] == [name]
    view.cards["eq"].main.field.setValue(50.0)
    assert not any(button.isChecked() for button in view.presets.values())
    view.defaults.click()
    assert [stage for stage in rack.order() if rack.is_on(stage)] == ["feedback", "gate", "limiter"]


def test_what_was_set_is_there_again(
    make_bench: Callable[..., Bench], make_extras: Callable[[Bench], LiveExtras]
) -> None:
    first = make_bench()
    extras = make_extras(first)
    extras.rack.apply_preset("room")
    extras.rack.move("reverb", -1)
    wanted = first.model.params.rack
    first.window.close()
    second = make_bench()
    again = make_extras(second)
    assert second.model.params.rack == wanted
    assert again.rack_view.order() == list(again.rack.order())
    assert again.rack_view.cards["reverb"].switch.isChecked()


def test_a_damaged_setting_falls_back_and_says_so(
    bench: Bench, make_extras: Callable[[Bench], LiveExtras]
) -> None:
    told: list[Message] = []
    bench.model.message_posted.connect(told.append)
    bench.settings.remember("rack", {"eq": {"amount": 99}, "reverb": {"on": True}})
    extras = make_extras(bench)
    assert extras.rack.is_on("reverb")
    assert not extras.rack.is_on("eq")
    assert "Equaliser" in told[-1].text
    assert told[-1].level == "warning"


def test_a_preset_with_a_rack_is_unchanged_after_the_next_start(
    bench: Bench, make_bench: Callable[[], Bench], make_extras: Callable[[Bench], LiveExtras]
) -> None:
    first = make_extras(bench)
    first.rack.set_on("reverb", True)
    first.control.presets.add("Hall")
    first.rack.set_on("feedback", False)  # of the room: no preset keeps it
    assert not first.control.presets.is_modified
    first.rack.set_on("feedback", True)
    bench.settings.flush()
    again = make_extras(make_bench())
    assert again.control.presets.current.name == "Hall"
    assert not again.control.presets.is_modified
    again.rack.set_on("reverb", False)
    assert again.control.presets.is_modified


def test_keys_and_controllers_reach_the_stages(
    bench: Bench, make_extras: Callable[[Bench], LiveExtras]
) -> None:
    extras = make_extras(bench)
    registry, rack = extras.control.registry, extras.rack
    offered = [action for action in registry.all() if action.group == "Clean-up"]
    assert len(offered) == 9
    for action in offered:
        before = action.is_on()
        registry.call(action.id)
        assert action.is_on() is not before
        registry.call(action.id)
        assert action.is_on() is before
    for knob, stage, name in (
        ("suppress_strength", "suppress", "strength"),
        ("reverb_mix", "reverb", "mix"),
    ):
        extras.control.midi.knobs[knob].turn_to(0.25)
        assert rack.value(stage, name) == extras.control.midi.knobs[knob].get() == 0.25


def test_what_others_set_is_shown_and_kept(bench: Bench, view: RackView) -> None:
    rack = RackParams(reverb=ReverbParams(on=True, mix=0.6), order=OUTPUT_STAGES[::-1])
    bench.model.change(rack=rack)  # as a preset does
    assert view.cards["reverb"].main.value() == pytest.approx(60.0)
    assert view.order() == list(view._model.order())
    assert bench.settings.recall("rack")["reverb"]["mix"] == 0.6


def test_meters_show_what_the_engine_says(bench: Bench, view: RackView) -> None:
    start(bench)
    stages = (("level", 6.0), ("compressor", -4.5), ("feedback", 2.0))
    bench.deliver(Telemetry(streaming=True, readings=stages))
    cards = view.cards
    assert cards["compressor"].meter.value == -4.5
    assert cards["compressor"].meter.accessibleDescription() == "-4.5 dB"
    assert cards["level"].meter.accessibleDescription() == "+6.0 dB"
    assert cards["feedback"].meter.accessibleDescription() == "the output rests"
    assert view._model.guard_state == "muted"
    assert cards["de_esser"].meter.value is None
    bench.window.grab()  # paints
    bench.model.stop()
    bench.deliver()
    assert cards["compressor"].meter.value is None
    assert view._model.guard_state == "off"


def test_feedback_is_explained(bench: Bench, view: RackView) -> None:
    told: list[Message] = []
    bench.model.message_posted.connect(told.append)
    start(bench)
    text = "Your microphone hears the loudspeaker: use headphones."
    bench.deliver(FeedbackHeard(kind="howl", message=text, muted_s=4.0))
    assert told == [Message(level="warning", text=text)]


def test_every_control_has_a_name_and_a_help_text(view: RackView) -> None:
    kinds = (QCheckBox, QDoubleSpinBox, QSlider, QToolButton, QPushButton)
    widgets: list[QWidget] = []
    for kind in kinds:
        widgets += view.findChildren(kind)
    assert len(widgets) > 80
    names: dict[str, QWidget] = {}
    for widget in widgets:
        text = getattr(widget, "text", lambda: "")()
        name = widget.accessibleName() or text
        assert name, widget
        assert widget.toolTip(), name
        assert name not in names, name
        names[name] = widget


def test_nothing_is_cut_off_at_the_narrowest(bench: Bench, view: RackView) -> None:
    page = bench.window.live.controls.clean_up
    for card in view.cards.values():
        card.more.setChecked(True)
    bench.window.grab()
    assert view.minimumSizeHint().width() <= page.viewport().width() - 32
