"""Presets, actions, mute, keys and MIDI in the window, as a person uses them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from syrinx.app.chord import parse_chord
from syrinx.app.control_area import ControlArea
from syrinx.app.engine.messages import SetParams, SetVoice, StartStream
from syrinx.app.presets import FILE_NAME, PresetStore
from syrinx.app.viewmodels.actions import Action, ActionRegistry
from syrinx.app.viewmodels.live_actions import clip_actions
from syrinx.app.viewmodels.message import Message
from syrinx.app.views.preset_dialogs import PresetDialogs
from syrinx.app.views.settings_view import SettingsView
from syrinx.dsp.errors import SyrinxError
from tests.gui.conftest import Bench
from tests.gui.control_bench import FakeKeys, FakeMidi


class Room(SimpleNamespace):
    """A window with a control area on fake keys and a fake controller."""

    @property
    def said(self) -> list[str]:
        return [message.text for message in self.messages]


@pytest.fixture
def make_room(make_bench) -> Iterator[Callable[..., Room]]:  # type: ignore[no-untyped-def]
    made: list[Room] = []

    def make(keys: FakeKeys | None = None, midi: FakeMidi | None = None, **changes: object) -> Room:
        bench: Bench = make_bench(**changes)
        pages = SettingsView()
        keys, midi = keys or FakeKeys(), midi or FakeMidi()
        messages: list[Message] = []
        bench.model.message_posted.connect(messages.append)
        control = ControlArea(
            bench.window, pages, bench.model, bench.settings, bench.theme,
            backends=[keys], midi=midi,
        )  # fmt: skip
        bench.window.add_area(pages, icon="settings", name="Settings", foot=True)
        room = Room(bench=bench, model=bench.model, control=control, bar=control.bar,
                    presets=control.presets, mute=control.mute, keys=keys, midi=midi,
                    messages=messages, pages=pages)  # fmt: skip
        QApplication.processEvents()
        made.append(room)
        return room

    yield make
    for room in made:
        room.control.close()


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    return make_room()


def start(room: Room) -> None:
    room.model.start()
    room.bench.deliver()
    assert room.model.state == "running"


# ---- actions ----


def test_actions_are_named_and_unique(room: Room) -> None:
    actions = room.control.registry.all()
    assert len({action.id for action in actions}) == len(actions)
    assert len({action.title for action in actions}) == len(actions)
    for action in actions:
        assert action.description.endswith(".")


def test_the_last_one_to_let_go_ends_what_is_held() -> None:
    heard: list[str] = []
    registry = ActionRegistry()
    registry.add(
        Action(id="x", title="X", description="X.", group="G",
               run=lambda _: heard.append("begin"), end=lambda: heard.append("end"))
    )  # fmt: skip
    registry.press("x", "a")
    registry.press("x", "b")
    registry.press("x", "b")
    registry.release("x", "a")
    registry.release("x", "stranger")
    assert heard == ["begin"]
    registry.release_all("b")
    assert heard == ["begin", "end"]
    registry.release_all("b")
    registry.call("x")
    registry.call("x")
    assert heard == ["begin", "end"] * 2
    registry.press("x", "a")
    registry.replace_group("G", [])
    assert heard == ["begin", "end"] * 3
    with pytest.raises(SyrinxError):
        registry.call("x")
    registry.deleteLater()


def test_what_fails_is_not_held() -> None:
    def fail(_: object) -> None:
        raise SyrinxError("no")

    registry = ActionRegistry()
    registry.add(Action(id="x", title="X", description="X.", group="G", run=fail, end=fail_end))
    with pytest.raises(SyrinxError):
        registry.press("x", "a")
    assert not registry.is_held("x")
    registry.release("x", "a")
    registry.deleteLater()


def fail_end() -> None:
    raise AssertionError("it had not begun")


@pytest.mark.parametrize(
    ("wants", "argument", "fits"),
    [
        ("number", 3, True), ("number", "4.5", True), ("number", "x", False),
        ("number", None, False), ("number", True, False), ("number", float("inf"), False),
        ("number", float("nan"), False), ("text", "a", True), ("text", 2.0, True),
        ("text", "", False), ("text", None, False), ("text", True, False),
    ],
)  # fmt: skip
def test_arguments(wants: str, argument: object, fits: bool) -> None:
    got: list[object] = []
    registry = ActionRegistry()
    registry.add(
        Action(id="x", title="X", description="X.", group="G", run=got.append, wants=wants)  # type: ignore[arg-type]
    )
    if fits:
        registry.call("x", argument)  # type: ignore[arg-type]
        assert isinstance(got[0], str if wants == "text" else float)
    else:
        with pytest.raises(SyrinxError):
            registry.call("x", argument)  # type: ignore[arg-type]
    registry.deleteLater()


def test_every_action_of_the_live_area_does_something_or_says_why(room: Room) -> None:
    registry = room.control.registry
    registry.call("toggle")
    assert room.bench.host.sent(StartStream)
    room.bench.deliver()
    registry.call("voice_next")
    assert room.model.voice.id == "gunter"
    registry.call("voice_previous")
    registry.call("voice_previous")
    assert room.model.voice.id == "whisper"  # around the end
    registry.call("pitch_up")
    assert room.model.params.pitch == 1.0
    for _ in range(30):
        registry.call("pitch_down")
    assert room.model.params.pitch == -24.0
    registry.call("pitch_auto")
    assert room.model.params.pitch == "auto"
    registry.call("gain_up")
    registry.call("gain_down")
    assert room.model.params.output_gain_db == 0.0
    registry.call("record")
    room.bench.deliver()
    assert room.model.recording_path is not None
    registry.call("record")
    registry.call("bypass")
    assert room.model.params.bypass
    registry.call("stop")
    registry.call("stop")
    room.bench.deliver()
    assert room.model.state == "stopped"
    with pytest.raises(SyrinxError, match="Nothing runs"):
        registry.call("record")
    with pytest.raises(SyrinxError, match="no presets"):
        registry.call("preset_next")
    room.model.voices.set_text("zzzz")
    with pytest.raises(SyrinxError, match="empty"):
        registry.call("voice_next")


def test_clips_of_a_soundboard(room: Room) -> None:
    played: list[object] = []
    room.control.registry.add(*clip_actions(played.append, lambda: played.append("stop"), 3))
    for action, argument in (("clip.2", None), ("clip", 7), ("clip_stop", None)):
        room.control.registry.call(action, argument)
    assert played == [2, 7, "stop"]


# ---- mute ----


def test_panic_is_red_and_stays_over_voices_presets_and_restarts(room: Room, qtbot: QtBot) -> None:
    start(room)
    room.presets.add("One")
    room.bar.mutes.panic.click()
    assert room.bar.property("panic") is True
    assert room.bar.panic.isVisible()
    rail = room.bench.window._areas[0][0]
    assert rail.property("alert") is True  # seen in every area
    assert "nothing goes out" in rail.accessibleDescription()
    assert room.bench.host.sent(SetParams)[-1].params.mute == "all"
    room.model.select_voice("robot")
    room.presets.apply(room.presets.presets[0].id)
    room.model.start()
    room.bench.deliver()
    assert room.bench.host.sent(StartStream)[-1].config.params.mute == "all"
    assert all(c.params.mute == "all" for c in room.bench.host.sent(SetParams)[-1:])
    room.bar.mutes.mute.click()
    assert room.model.params.mute == "all"
    room.bar.panic.release.click()
    assert room.model.params.mute == "voice"
    assert not room.bar.panic.isVisible()
    assert rail.property("alert") is False
    assert room.bar.mutes.mute.isChecked()


def test_push_to_talk_is_remembered_and_mute_is_not(room: Room, make_room) -> None:  # type: ignore[no-untyped-def]
    room.bar.mutes.talk.click()
    room.mute.set_muted(True)
    room.mute.set_panic(True)
    assert room.model.params.mute == "all"
    room.bench.settings.flush()
    again = make_room()
    assert again.model.params.mute == "talk"
    assert again.bar.mutes.talk.isChecked()
    again.mute.set_talking(True)
    assert again.model.params.mute == "off"
    assert again.bar.mutes.talk.property("state") == "open"
    again.mute.set_talking(False)
    assert again.model.params.mute == "talk"


def test_push_to_bypass_gives_back_what_was_before(room: Room) -> None:
    for before in (False, True):
        room.model.set_bypassed(before)
        room.control.registry.press("push_to_bypass", "k")
        assert room.model.params.bypass
        room.control.registry.release("push_to_bypass", "k")
        assert room.model.params.bypass == before


# ---- presets ----


def test_plus_keeps_what_is_heard_and_asks_for_its_name(room: Room, qtbot: QtBot) -> None:
    assert room.bar.hint.isVisible()
    room.model.select_voice("giant")
    room.model.set_formant(-2.0)
    qtbot.mouseClick(room.bar.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(room.bar.popover.isVisible)
    assert room.bar.popover.name.text() == "Giant"
    qtbot.keyClicks(room.bar.popover.name, "Ogre & co")
    qtbot.keyClick(room.bar.popover.name, Qt.Key.Key_Return)
    assert not room.bar.popover.isVisible()
    [preset] = PresetStore(room.bench.settings.folder).load()[0]
    assert (preset.name, preset.voice) == ("Ogre & co", "giant")
    assert preset.entries["formant_semitones"] == -2.0
    [chip] = room.bar.buttons.values()
    assert chip.text() == "Ogre && co"
    assert chip.isChecked()
    assert not room.bar.hint.isVisible()


def test_one_click_switches_and_a_change_shows(room: Room, qtbot: QtBot) -> None:
    start(room)
    room.model.set_pitch(-3.0)
    one = room.presets.add("One")
    room.model.select_voice("robot")
    room.model.set_pitch(5.0)
    two = room.presets.add("Two")
    first, second = room.bar.buttons[one.id], room.bar.buttons[two.id]
    assert not room.bar.update_button.isVisible()
    sent = len(room.bench.host.sent(SetVoice))
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert (room.model.voice.id, room.model.params.pitch) == ("kathleen", -3.0)
    assert len(room.bench.host.sent(SetVoice)) == sent + 1
    assert room.bench.host.sent(SetParams)[-1].params.pitch == -3.0
    assert first.isChecked()
    assert not second.isChecked()
    room.model.set_formant(1.0)
    assert first.text() == "One *"
    assert "changed" in first.accessibleName()
    assert room.bar.update_button.isVisible()
    room.model.set_bypassed(True)  # of the moment: no part of a preset
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert room.model.params.formant_semitones == 0.0
    assert first.text() == "One"
    assert first.isChecked()
    assert room.model.params.bypass
    room.model.set_formant(1.0)
    qtbot.mouseClick(room.bar.update_button, Qt.MouseButton.LeftButton)
    assert room.bar.buttons[one.id].text() == "One"
    assert room.presets.find(one.id).entries["formant_semitones"] == 1.0


def test_the_preset_that_is_on_is_remembered(room: Room, make_room) -> None:  # type: ignore[no-untyped-def]
    room.presets.add("One")
    room.presets.add("Two")
    room.presets.apply(room.presets.presets[0].id)
    room.model.set_formant(2.0)
    room.bench.settings.flush()
    again = make_room()
    assert again.presets.current.name == "One"
    assert again.presets.is_modified
    assert [chip.text() for chip in again.bar.buttons.values()] == ["One *", "Two"]


def test_a_preset_whose_voice_is_gone_says_so_and_gives_the_rest(room: Room) -> None:
    room.model.select_voice("giant")
    room.model.set_formant(-4.0)
    preset = room.presets.add("Ogre")
    room.model.select_voice("kathleen")
    room.model.set_formant(0.0)
    room.model.voices.set_voices([v for v in room.model.voices.everything if v.id != "giant"])
    chip = room.bar.buttons[preset.id]
    assert "“Giant” is not here any more" in chip.toolTip()
    assert "“Giant” is not here any more" in chip.accessibleDescription()
    chip.click()
    assert room.model.voice.id == "kathleen"
    assert room.model.params.formant_semitones == -4.0
    assert "“Ogre”: Its voice “Giant” is not here any more." in room.said[-1]


def test_a_preset_whose_second_voice_is_gone_morphs_into_none(room: Room) -> None:
    room.model.change(morph_to="gunter", morph=0.5)
    preset = room.presets.add("Both")
    assert room.presets.trouble_of(preset) is None
    room.model.change(morph_to=None)
    kept = [voice for voice in room.model.voices.everything if voice.id != "gunter"]
    room.model.voices.set_voices(kept)
    room.bar.buttons[preset.id].click()
    assert (room.model.params.morph_to, room.model.params.morph) == (None, 0.5)
    assert "second voice “gunter” is not here" in room.said[-1]


def test_the_menu_of_a_chip(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    class Answers(PresetDialogs):
        agreed = False

        def file_to_export(self, parent, suggested):  # type: ignore[no-untyped-def]
            return tmp_path / f"{suggested}.syrinxpreset"

        def files_to_import(self, parent):  # type: ignore[no-untyped-def]
            return [tmp_path / "Two.syrinxpreset", tmp_path / "missing"]

        def may_delete(self, parent, name):  # type: ignore[no-untyped-def]
            return self.agreed

    room.bar._dialogs = Answers()
    names = lambda: [preset.name for preset in room.presets.presets]  # noqa: E731
    for name in ("One", "Two", "Three"):
        room.presets.add(name)

    def choose(row: int, entry: str) -> None:
        preset_id = room.presets.presets[row].id
        chip: QToolButton = room.bar.buttons[preset_id]
        chip.customContextMenuRequested.emit(QPoint(4, 4))
        [action] = [a for a in room.bar.menu.actions() if a.text().replace("&", "") == entry]
        action.trigger()
        room.bar.menu.hide()

    choose(1, "Duplicate")
    assert names() == ["One", "Two", "Two 2", "Three"]
    choose(2, "Move right")
    choose(0, "Move left")
    assert names() == ["One", "Two", "Three", "Two 2"]
    choose(3, "Delete…")
    assert len(names()) == 4
    room.bar._dialogs.agreed = True
    choose(3, "Delete…")
    assert names() == ["One", "Two", "Three"]
    room.model.set_formant(7.0)
    choose(1, "Update from what is heard")
    assert room.presets.current.name == "Two"
    choose(1, "Export…")
    room.bar._import()
    assert names() == ["One", "Two", "Three", "Two 2"]
    assert "cannot be read" in room.said[-1]
    assert room.presets.presets[3].entries["formant_semitones"] == 7.0
    choose(0, "Name, colour, key…")
    qtbot.waitUntil(room.bar.popover.isVisible)
    room.bar.popover.colours["#d65f7d"].click()
    room.bar.popover.name.setText("Two")  # taken
    room.bar.popover.hide()
    assert room.presets.presets[0].colour == "#d65f7d"
    assert room.presets.presets[0].name == "Two 3"
    room.presets.delete(room.presets.presets[1].id)
    assert room.presets.current is None


def test_nothing_changes_when_the_disk_refuses(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.presets.add("One")

    def refuse(*_: object) -> None:
        raise SyrinxError("The disk is full.")

    monkeypatch.setattr(PresetStore, "save", refuse)
    assert room.presets.add("Two") is None
    room.presets.rename(room.presets.presets[0].id, "Other")
    room.presets.delete(room.presets.presets[0].id)
    assert [preset.name for preset in room.presets.presets] == ["One"]
    assert room.said == ["The disk is full."] * 3


def test_a_damaged_file_is_told_in_the_window(tmp_path: Path, make_room, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / FILE_NAME).write_text("{")
    room = make_room()
    qtbot.waitUntil(lambda: any("could not be understood" in text for text in room.said))


# ---- keys ----


def test_a_key_does_what_it_is_given_to(room: Room) -> None:
    room.mute.set_push_to_talk(True)
    assert room.control.keys.assign("push_to_talk", parse_chord("F9")) is None
    assert room.control.keys.assign("panic", parse_chord("Ctrl+F12")) is None
    room.keys.press("F9")
    assert room.model.params.mute == "off"
    room.keys.press("F9")  # a repeat of a held key
    room.keys.press("F9", down=False)
    assert room.model.params.mute == "talk"
    room.keys.press("Ctrl+F12")
    room.keys.press("Ctrl+F12", down=False)
    assert room.mute.panic


def test_keys_are_kept_and_damage_is_left_out(room: Room, make_room) -> None:  # type: ignore[no-untyped-def]
    room.control.keys.assign("mute", parse_chord("F7"))
    preset = room.presets.add("One")
    room.control.keys.assign(f"preset.{preset.id}", parse_chord("F8"))
    kept = room.bench.settings.recall("keys")
    kept["bindings"].update({"panic": "Hyper+X", "bypass": 7, "nothing": "F1"})
    room.bench.settings.remember("keys", kept)
    room.bench.settings.flush()
    again = make_room()
    bound = {name: str(hotkey.chord) for name, hotkey in again.keys.hotkeys.items()}
    assert bound == {"mute": "F7", f"preset.{preset.id}": "F8"}
    again.model.set_formant(5.0)
    again.keys.press("F8")
    assert again.model.params.formant_semitones == 0.0
    again.presets.delete(preset.id)
    QApplication.processEvents()
    assert set(again.keys.hotkeys) == {"mute"}


def test_the_page_takes_the_next_key_and_names_who_has_it(room: Room, qtbot: QtBot) -> None:
    room.bench.window.show_area(room.pages)
    room.pages.show_page("Keys")
    page = room.pages.findChild(object, "keys")
    mute, panic = page.rows["mute"], page.rows["panic"]

    def press(row, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:  # type: ignore[no-untyped-def]
        qtbot.mouseClick(row.field, Qt.MouseButton.LeftButton)
        assert row.field.is_waiting
        assert room.keys.hotkeys == {}  # a global key would never reach the window
        qtbot.keyClick(row.field, key, modifier)
        assert not row.field.is_waiting

    press(mute, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert str(room.control.keys.key_of("mute")) == "Ctrl+F9"
    assert mute.field.text() == "Ctrl+F9"
    press(panic, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert panic.note.text() == "Ctrl+F9 is the key of “Mute”."
    assert room.control.keys.key_of("panic") is None
    panic.take.click()
    assert str(room.control.keys.key_of("panic")) == "Ctrl+F9"
    assert room.control.keys.key_of("mute") is None
    assert mute.field.text() == "None"
    press(mute, Qt.Key.Key_M)
    assert "you cannot type it" in mute.note.text()
    press(mute, Qt.Key.Key_F5)
    assert "no longer does “search for devices”" in mute.note.text()
    press(mute, Qt.Key.Key_Escape)
    assert str(room.control.keys.key_of("mute")) == "F5"
    press(mute, Qt.Key.Key_Backspace)
    assert room.control.keys.key_of("mute") is None
    press(mute, Qt.Key.Key_Space)  # a shortcut of the window, and the button's own key
    assert str(room.control.keys.key_of("mute")) == "Space"
    assert set(room.keys.hotkeys) == {"mute", "panic"}
    qtbot.mouseClick(panic.field, Qt.MouseButton.LeftButton)
    mute.field.setFocus()
    assert not panic.field.is_waiting
    assert set(room.keys.hotkeys) == {"mute", "panic"}


def test_the_rows_are_as_high_as_their_text(room: Room, qtbot: QtBot) -> None:
    room.bench.window.show_area(room.pages)
    room.pages.show_page("Keys")
    page = room.pages.findChild(object, "keys")
    page.rows["mute"]._tell("One line of trouble.")
    page.rows["panic"]._tell("Many words of trouble. " * 12)
    qtbot.wait(50)
    for row in page.rows.values():
        assert row.height() >= row.heightForWidth(row.width())


def test_a_key_that_the_platform_refuses_is_named_in_its_row(make_room, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    room = make_room(keys=FakeKeys(taken=("F9",)))
    room.control.keys.assign("mute", parse_chord("F9"))
    page = room.pages.findChild(object, "keys")
    assert page.rows["mute"].note.text() == "Another program has the key F9."


def test_an_action_that_cannot_be_done_now_says_so(room: Room) -> None:
    room.control.keys.assign("push_to_talk", parse_chord("F9"))
    room.keys.press("F9")
    assert "Push-to-talk is off" in room.said[-1]
    room.keys.press("F9", down=False)
    assert room.model.params.mute == "off"


def test_keys_of_the_window_where_there_are_no_others(make_room, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    from syrinx.app.services.hotkeys_window import WindowKeys

    room = make_room(keys=WindowKeys("Only here."))
    room.mute.set_push_to_talk(True)
    room.control.keys.assign("push_to_talk", parse_chord("T"))
    room.control.keys.assign("mute", parse_chord("Ctrl+M"))
    window = room.bench.window
    start_button = window.live.transport.start
    start_button.setFocus()
    qtbot.keyPress(start_button, Qt.Key.Key_T)
    assert room.model.params.mute == "off"
    qtbot.keyRelease(start_button, Qt.Key.Key_T)
    assert room.model.params.mute == "talk"
    search = window.live.picker.search
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_T)  # one must be able to type it
    assert search.text() == "t"
    assert room.model.params.mute == "talk"
    qtbot.keyClick(search, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert room.mute.muted
    start_button.setFocus()
    qtbot.keyPress(start_button, Qt.Key.Key_T)
    assert room.mute.talking
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert not room.mute.talking  # nobody would tell of the release
    assert "Only here." in room.control.keys.note


# ---- MIDI ----


def test_learn_by_moving_then_pads_act_and_knobs_turn(make_room, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    room = make_room(midi=FakeMidi("Pads", "Keys"))
    page = room.pages.findChild(object, "midi")
    assert not page.rows["action:mute"].learn.isEnabled()
    page.on.click()
    assert page.status.text() == "Listening."
    assert room.midi.opened == "Pads"
    room.mute.set_push_to_talk(True)

    def play(*messages: list[int]) -> None:
        room.midi.queue += messages
        qtbot.waitUntil(lambda: not room.midi.queue)

    def learn(target: str, message: list[int]) -> None:
        page.rows[target].learn.click()
        assert page.rows[target].bound.text() == "Press or move it now"
        play(message)
        assert room.control.midi.learning is None

    learn("action:push_to_talk", [0x99, 36, 100])
    learn("action:panic", [0xB0, 20, 127])
    learn("knob:wet", [0xB0, 21, 3])
    learn("action:mute", [0xC4, 5])
    learn("knob:pitch", [0xE0, 0, 64])
    assert page.rows["action:push_to_talk"].bound.text() == "Note 36, channel 10"
    assert page.rows["action:panic"].bound.text() == "Controller 20, channel 1"
    assert room.model.params.wet == 1.0  # learning does nothing else
    play([0x99, 36, 100])
    assert room.model.params.mute == "off"
    play([0x89, 36, 0])
    assert room.model.params.mute == "talk"
    play([0x99, 36, 1], [0x99, 36, 0])  # a strike without force is a release
    assert room.model.params.mute == "talk"
    play([0xB0, 20, 127], [0xB0, 20, 90], [0xB0, 20, 0])
    assert room.mute.panic
    play([0xB0, 20, 127], [0xB0, 20, 0])
    assert not room.mute.panic
    for value in (0, 127):
        play([0xB0, 21, value])
        assert room.model.params.wet == value / 127
    play([0xC4, 5])
    assert room.mute.muted
    for low, high, pitch in ((0, 0, -24.0), (127, 127, 24.0), (0, 64, 0.0)):
        play([0xE0, low, high])
        assert room.model.params.pitch == pytest.approx(pitch, abs=0.05)
    # Garbage, the clock, and other channels do nothing.
    before = room.model.params
    play([], [0xF8], [0xF0, 1, 2, 3], [0xB1, 21, 64], [0xB0, 200, 300], [0x99], [21, 3, 4])
    assert room.model.params == before
    page.rows["action:panic"].forget.click()
    play([0xB0, 20, 127])
    assert not room.mute.panic
    # A control does one thing.
    learn("knob:wet", [0x99, 36, 100])
    assert page.rows["action:push_to_talk"].bound.text() == ""


def test_a_controller_is_remembered_waited_for_and_lets_go_when_it_leaves(
    make_room, qtbot: QtBot
) -> None:  # type: ignore[no-untyped-def]
    room = make_room(midi=FakeMidi("Pads", "Keys"))
    model = room.control.midi
    model.set_enabled(True)
    model.set_port("Keys")
    assert room.midi.opened == "Keys"
    model.learn("action:push_to_talk")
    room.midi.queue = [[0x90, 60, 9]]
    qtbot.waitUntil(lambda: model.learning is None)
    room.mute.set_push_to_talk(True)
    room.midi.queue = [[0x90, 60, 9]]
    qtbot.waitUntil(lambda: room.mute.talking)
    room.midi.there = ["Pads"]
    model.midi.look()
    assert not room.mute.talking
    assert model.status == "Waiting for “Keys” to be plugged in."
    room.midi.there = ["Pads", "Keys"]
    model.midi.look()
    assert room.midi.opened == "Keys"
    room.bench.settings.flush()
    again = make_room(midi=FakeMidi("Keys"))
    assert again.midi.opened == "Keys"
    assert [b.target for b in again.control.midi.bindings] == ["action:push_to_talk"]


def test_without_midi_the_page_says_so_and_damage_is_left_out(make_room) -> None:  # type: ignore[no-untyped-def]
    room = make_room(midi=FakeMidi(broken="There is no MIDI here."))
    room.control.midi.set_enabled(True)
    page = room.pages.findChild(object, "midi")
    assert page.status.text() == "There is no MIDI here."
    good = {"kind": "note", "channel": 1, "number": 2, "target": "knob:wet"}
    bad = [{**good, name: value} for name, value in (
        ("kind", "x"), ("channel", 0), ("channel", True), ("number", 128), ("number", "1"),
        ("target", "x"), ("target", 3),
    )]  # fmt: skip
    kept = {"enabled": 1, "port": 7, "bindings": [*bad, good, None, 3]}
    room.bench.settings.remember("midi", kept)
    room.bench.settings.flush()
    again = make_room()
    assert not again.control.midi.enabled
    assert again.control.midi.port is None
    assert len(again.control.midi.bindings) == 1


# ---- the page of the remote control ----


def test_the_page_switches_shows_copies_and_renews(room: Room, qtbot: QtBot) -> None:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    page, remote = room.pages.findChild(object, "remote"), room.control.remote
    assert not page.on.isChecked()
    assert page.status.text() == "Off. Nothing listens."
    page.port.setValue(port)
    page.port.editingFinished.emit()
    page.on.click()
    assert remote.server.port == port
    assert f"Listening on port {port}" in page.status.text()
    assert remote.token not in page.address.text() + page.osc_address.text()
    page.show_token.click()
    assert remote.token in page.address.text()
    page.copy.click()
    assert QGuiApplication.clipboard().text() == f"ws://127.0.0.1:{port}/?token={remote.token}"
    before = remote.token
    page.renew.click()
    assert remote.token != before
    assert remote.token in page.address.text()
    page.on.click()
    assert remote.server.port is None
