"""Clean-up, presets, keys and MIDI in another language: all is translated, nothing of it kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMenu, QWidget

from syrinx.app.chord import parse_chord
from syrinx.app.control_area import ControlArea
from syrinx.app.viewmodels.expression import ExpressionModel
from syrinx.app.viewmodels.live_actions import clip_actions
from syrinx.app.viewmodels.rack import RackModel
from syrinx.app.viewmodels.rack_actions import rack_actions, rack_knobs
from syrinx.app.views.expression_rows import ExpressionRows
from syrinx.app.views.rack_view import RackView
from syrinx.app.views.settings_view import SettingsView
from syrinx.dsp.errors import SyrinxError
from tests.gui.conftest import Bench
from tests.gui.control_bench import FakeKeys, FakeMidi

OWN = re.compile(r"[A-Za-z]{2,}")
NOT_TRANSLATED = {"Kathleen", "Günter", "Giant", "Pad", "Ctrl+F9", "Fake keys."}
"""Names, keys, and what the fakes say."""


class Marked(QTranslator):
    """A language in which every text stands in brackets."""

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        return False

    def translate(self, context: str, text: str, *_: object) -> str:  # type: ignore[override]
        return f"‹{text}›" if context == "Syrinx" else ""


@pytest.fixture
def other_language(qapp: QApplication) -> Iterator[None]:
    translator = Marked()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def midi() -> FakeMidi:
    return FakeMidi("Pad")


class Parts(SimpleNamespace):
    """What this is about: the control area, the rack, their views."""

    def page(self, name: str) -> QWidget:
        """Return a page of the settings by its object name."""
        found = self.pages.findChild(QWidget, name)
        assert isinstance(found, QWidget)
        return found


@pytest.fixture
def parts(other_language: None, bench: Bench, midi: FakeMidi) -> Iterator[Parts]:
    live, settings = bench.model, bench.settings
    rack, pages = RackModel(live, settings, bench.window), SettingsView()
    control = ControlArea(
        bench.window, pages, live, settings, bench.theme,
        knobs=rack_knobs(rack), backends=[FakeKeys()], midi=midi,
    )  # fmt: skip
    control.registry.add(*rack_actions(rack), *clip_actions(lambda _: None, lambda: None, 2))
    bench.window.add_area(pages, icon="settings", name="Settings")
    view = RackView(rack, bench.theme)
    bench.window.live.controls.clean_up.add(view)
    expression = ExpressionModel(live, settings, parent=bench.window)
    rows = ExpressionRows(expression, bench.window.live.controls)
    QApplication.processEvents()
    yield Parts(control=control, rack=rack, view=view, rows=rows, pages=pages)
    control.close()


def texts_of(root: QWidget) -> set[str]:
    """Return all that a user reads or hears of a widget and those in it."""
    found: set[str] = set()
    for widget in [root, *root.findChildren(QWidget)]:
        found |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
        if isinstance(widget, QAbstractButton | QLabel):
            found.add(widget.text())
        if isinstance(widget, QComboBox):
            found |= {widget.itemText(row) for row in range(widget.count())}
        if isinstance(widget, QMenu):
            found |= {action.text() for action in widget.actions()}
    return {text for text in found if OWN.search(text)}


def untranslated(root: QWidget) -> set[str]:
    return {text for text in texts_of(root) if "‹" not in text} - NOT_TRANSLATED


def test_every_text_of_these_parts_is_translated(parts: Parts) -> None:
    control, bar, rows = parts.control, parts.control.bar, parts.rows
    preset = control.presets.add("Giant")
    assert preset is not None
    control.keys.assign("mute", parse_chord("Ctrl+F9"))
    control.mute.set_panic(True)
    bar.open_popover(preset.id)
    bar.popover.hide()
    bar._open_menu(preset.id, bar.rect().topLeft())
    bar.menu.hide()
    keys, midi = parts.page("keys"), parts.page("midi")
    assert len(texts_of(keys)) > 60
    assert len(texts_of(parts.view)) > 60
    sound = (rows.intonation, rows.lock, rows.breathiness, rows.wet, rows.second, rows.keep)
    for part in (parts.view, bar, bar.popover, bar.menu, bar._more_menu, keys, midi, *sound):
        assert not untranslated(part), part


def test_what_is_kept_and_what_programs_name_is_the_same_in_every_language(
    parts: Parts, bench: Bench, midi: FakeMidi
) -> None:
    control = parts.control
    bench.window.live.controls.mix_group.head.click()
    control.keys.assign("mute", parse_chord("Ctrl+F9"))
    control.presets.add()
    parts.rack.apply_preset("room")
    control.midi.set_enabled(True)
    control.midi.learn("knob:pitch")
    midi.queue.append([0xE0, 0, 64])
    control.midi.midi._read()
    kept = str(bench.settings.current)
    assert "['Mix']" in kept
    assert "knob:pitch" in kept
    assert "Ctrl+F9" in kept
    assert "‹" not in kept
    for action in control.registry.all():
        assert "‹" not in action.id + action.group
        assert action.title.startswith("‹")
        assert action.description.startswith("‹")
    assert all(knob.title.startswith("‹") for knob in control.midi.knobs.values())
    assert [str(binding) for binding in control.midi.bindings] == ["‹‹Pitch bend›, channel 1›"]


def test_programs_that_control_from_outside_are_answered_in_english(parts: Parts) -> None:
    desk = parts.control.desk
    parts.control.presets.add("Giant")
    for op in ("actions", "knobs", "presets"):
        answer = desk.answer(None, {"op": op})
        assert answer
        assert "‹" not in str(answer)
    titles = {action["id"]: action["title"] for action in desk.answer(None, {"op": "actions"})}
    assert titles["mute"] == "Mute"
    with pytest.raises(SyrinxError) as told:
        desk.answer(None, {"op": "call", "action": "dance"})
    assert str(told.value) == 'There is no action "dance".'
