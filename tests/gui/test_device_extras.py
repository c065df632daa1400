"""The Devices tab and the page of the virtual microphone, driven as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syrinx.app.engine.device_messages import (
    MonitorChanged,
    SetMonitor,
    SpeakersTested,
    TestSpeakers,
)
from syrinx.app.engine.messages import (
    DeviceInfo,
    DeviceLost,
    StartStream,
    StopStream,
    StreamStopped,
)
from syrinx.app.live_extras import LiveExtras
from syrinx.app.services.device_watcher import DeviceWatcher
from syrinx.app.viewmodels.device_tests import judge
from syrinx.app.viewmodels.virtual_mic import VirtualMicModel
from syrinx.app.views.device_panel import DeviceBox
from syrinx.app.views.virtual_mic_page import VirtualMicPage
from syrinx.app.virtual_mic import OUTPUT_ID
from syrinx.dsp.errors import SyrinxError
from tests.gui.conftest import Bench
from tests.gui.fakes import DEVICES, RATE
from tests.gui.test_reach import assert_named, reachable

MIC, PHONES, JACK = DEVICES
SPEAKERS = replace(PHONES, id="ALSA: Speakers", name="Speakers", is_default_output=False)


@pytest.fixture
def extras(bench: Bench) -> Iterator[Any]:
    made = LiveExtras(bench.window, bench.model, bench.window._settings, bench.theme)
    bench.window.live.controls.show_tab("Devices")
    QApplication.processEvents()
    yield made.devices
    made.close()


def choose(qtbot: QtBot, box: DeviceBox, text: str) -> None:
    """Choose a line of a list by the keyboard."""
    box.setFocus()
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def click(qtbot: QtBot, widget: Any) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def started(bench: Bench) -> Any:
    return bench.host.sent(StartStream)[-1].config


def test_the_monitor_is_off_and_then_what_one_chooses(
    qtbot: QtBot, bench: Bench, extras: Any
) -> None:
    section = extras.monitor_section
    bench.model.start()
    bench.deliver()
    assert started(bench).monitor is None
    assert not section.device.isVisibleTo(bench.window)
    bench.deliver()
    section.on.setFocus()
    qtbot.keyClick(section.on, Qt.Key.Key_Space)
    assert bench.host.sent(SetMonitor)[-1].monitor.device is None
    choose(qtbot, section.device, "Headphones")
    section.gain.field.setValue(-6.0)
    section.source.setCurrentIndex(1)
    section.source.activated.emit(1)
    config = bench.host.sent(SetMonitor)[-1].monitor
    assert (config.device, config.gain_db, config.source) == (PHONES.id, -6.0, "input")
    assert config.clips
    section.clips.click()
    assert bench.host.sent(SetMonitor)[-1].monitor.clips is False
    bench.deliver()
    assert "Plays on Headphones, 30 ms later" in section.text.text()
    bench.deliver(MonitorChanged(device=None, message="It is gone."))
    assert section.text.text() == "It is gone."
    assert section.text.property("role") == "warning"
    kept = bench.window._settings.recall("monitor")
    assert kept == {
        "on": True, "device": PHONES.id, "gain_db": -6.0, "source": "input", "clips": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    "damage", [None, 7, {"on": "yes", "gain_db": "x"}, {"gain_db": 1e9, "device": 3}]
)
def test_a_damaged_setting_is_the_default(make_bench: Any, damage: Any) -> None:
    bench = make_bench(window=False)
    bench.settings.remember("monitor", damage)
    bench.settings.remember("devices", damage)
    from syrinx.app.viewmodels.device_setup import DeviceSetup
    from syrinx.app.viewmodels.monitor import MonitorModel

    monitor = MonitorModel(bench.model, bench.settings, bench.model)
    setup = DeviceSetup(bench.model, bench.settings, bench.model)
    assert (monitor.on, monitor.device_id, monitor.gain_db) == (False, None, 0.0)
    assert (setup.channel, setup.exclusive) == (None, False)


def test_the_channel_is_kept_for_each_input(qtbot: QtBot, bench: Bench, extras: Any) -> None:
    options, panel = extras.options, bench.window.live.controls.devices
    assert not options.channel.isVisibleTo(bench.window)  # one channel: nothing to choose
    choose(qtbot, panel.input, "system")
    assert options.channel.isVisibleTo(bench.window)
    options.channel.setCurrentIndex(2)
    options.channel.activated.emit(2)
    bench.model.start()
    bench.deliver()
    assert started(bench).input_channel == 2
    choose(qtbot, panel.input, "USB microphone")
    bench.model.start()
    assert started(bench).input_channel is None
    choose(qtbot, panel.input, "system")
    bench.model.start()
    assert started(bench).input_channel == 2


def test_the_exclusive_mode_is_offered_where_there_is_one(bench: Bench, extras: Any) -> None:
    options = extras.options
    assert not options.exclusive.isVisibleTo(bench.window)
    extras.setup.set_exclusive(True)
    bench.model.start()
    assert not started(bench).exclusive
    wasapi = replace(PHONES, id="Windows WASAPI: Out", host_api="Windows WASAPI")
    bench.model.devices.set_devices((MIC, wasapi))
    assert options.exclusive.isVisibleTo(bench.window)
    assert options.exclusive.isChecked()
    bench.model.start()
    assert started(bench).exclusive


def test_one_sound_system_alone_is_listed(qtbot: QtBot, bench: Bench, extras: Any) -> None:
    box = extras.options.host_api
    panel = bench.window.live.controls.devices
    assert panel.input.findText("system") >= 0
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert panel.input.findText("system") == -1
    assert panel.input.findText("USB microphone") >= 0
    assert bench.window._settings.recall("devices")["host_api"] == "ALSA"


def lose(bench: Bench, *left: DeviceInfo) -> None:
    bench.host.devices = left
    bench.deliver(StreamStopped(reason="device_lost"), DeviceLost(message="It is gone."))
    bench.deliver()
    QApplication.processEvents()


def test_a_lost_device_is_awaited_and_the_voice_comes_back(
    qtbot: QtBot, bench: Bench, extras: Any
) -> None:
    bench.model.devices.choose_output(PHONES.id)
    bench.model.start()
    bench.deliver()
    strip = extras.strip
    assert not strip.isVisible()
    lose(bench, MIC, SPEAKERS)
    assert bench.window.isVisible()
    assert strip.isVisible()
    assert "“Headphones” is gone" in strip.text.text()
    starts = len(bench.host.sent(StartStream))
    qtbot.wait(600)
    assert len(bench.host.sent(StartStream)) == starts  # the speakers are not taken
    assert strip.instead.text() == "Use “Speakers”"
    extras.watcher.devices_changed.emit((MIC, PHONES, SPEAKERS))
    qtbot.waitUntil(lambda: len(bench.host.sent(StartStream)) == starts + 1)
    assert started(bench).output_device == PHONES.id
    bench.deliver()
    assert bench.model.state == "running"
    assert not strip.isVisible()
    assert "your voice is back" in bench.window.live.messages.text.text()


def test_a_lost_default_comes_back_by_name_and_stays_the_default(
    qtbot: QtBot, bench: Bench, extras: Any
) -> None:
    bench.model.start()  # on the system's default: microphone and headphones
    bench.deliver()
    lose(bench, MIC, SPEAKERS)
    other = replace(SPEAKERS, is_default_output=True)
    extras.watcher.devices_changed.emit((MIC, other, replace(PHONES, is_default_output=False)))
    qtbot.waitUntil(lambda: started(bench).output_device == PHONES.id)
    assert started(bench).input_device == MIC.id
    bench.deliver()
    assert bench.model.devices.output_id is None
    bench.model.start()
    assert started(bench).output_device is None


def test_what_is_offered_is_taken_on_a_click(qtbot: QtBot, bench: Bench, extras: Any) -> None:
    bench.model.devices.choose_output(PHONES.id)
    bench.model.start()
    bench.deliver()
    lose(bench, MIC, SPEAKERS)
    click(qtbot, extras.strip.instead)
    bench.deliver()
    assert started(bench).output_device == SPEAKERS.id
    assert bench.model.state == "running"
    assert not extras.strip.isVisible()


def test_whoever_will_not_wait_stays_stopped(qtbot: QtBot, bench: Bench, extras: Any) -> None:
    bench.model.start()
    bench.deliver()
    lose(bench, MIC)
    click(qtbot, extras.strip.stop)
    assert not extras.strip.isVisible()
    starts = len(bench.host.sent(StartStream))
    extras.watcher.devices_changed.emit(DEVICES)
    qtbot.wait(600)
    assert len(bench.host.sent(StartStream)) == starts
    assert bench.model.state == "stopped"


def test_a_device_that_is_gone_keeps_its_name(bench: Bench, extras: Any) -> None:
    long = replace(PHONES, id="PulseAudio: alsa_output.usb-x.analog", name="Headset")
    bench.model.devices.set_devices((MIC, long))
    bench.model.devices.choose_output(long.id)
    bench.model.devices.set_devices((MIC,))
    texts = [choice.text for choice in bench.model.devices.outputs()]
    assert "Headset (not connected)" in texts
    assert bench.window._settings.recall("devices")["names"][long.id] == "Headset"


def test_a_renumbered_device_is_the_same(bench: Bench, extras: Any) -> None:
    first = replace(MIC, id="ALSA: Mic (hw:1,0)", name="Mic (hw:1,0)")
    moved = replace(MIC, id="ALSA: Mic (hw:2,0)", name="Mic (hw:2,0)")
    bench.model.devices.set_devices((first, PHONES))
    bench.model.devices.choose_input(first.id)
    bench.model.devices.set_devices((moved, PHONES))
    assert bench.model.devices.input_id == moved.id


def test_the_loudspeakers_are_tried(qtbot: QtBot, bench: Bench, extras: Any) -> None:
    section = extras.test_section
    bench.model.devices.choose_output(PHONES.id)
    bench.host.answering = False
    click(qtbot, section.speakers)
    assert bench.host.sent(TestSpeakers)[-1].device == PHONES.id
    assert not section.speakers.isEnabled()
    assert "left" in section.text.text()
    bench.deliver(SpeakersTested(device="Headphones"))
    assert section.speakers.isEnabled()
    assert section.text.text() == "That was “Headphones”."


def test_the_microphone_is_tried(
    qtbot: QtBot, bench: Bench, extras: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    section, model = extras.test_section, extras.tests
    bench.model.devices.choose_input(JACK.id)
    extras.setup.set_channel(2)
    extras.monitor.set_on(True)
    click(qtbot, section.microphone)
    bench.deliver()  # the silent stream
    assert started(bench).silent
    assert (started(bench).input_channel, started(bench).monitor) == (2, None)
    assert model.microphone == "recording"
    assert section.level.isVisibleTo(bench.window)
    path = model._path
    assert not path.exists()  # the recorder makes it
    tone = 0.2 * np.sin(np.arange(RATE))
    soundfile.write(path, np.stack([tone, 0 * tone], 1), RATE)
    bench.deliver()  # recording
    model._end.timeout.emit()
    bench.deliver()  # recorded
    assert model.microphone == "playing"
    assert section.text.text().startswith("Good (peak -14 dBFS)")
    bench.deliver()  # the clip begins
    assert bench.host.clip == str(path)
    bench.host.end_clip()
    bench.deliver()
    assert model.microphone == "idle"
    assert bench.host.sent(StopStream)
    assert not path.parent.exists()
    bench.deliver()
    bench.model.start()
    bench.deliver()
    assert not section.microphone.isEnabled()
    assert "Stop your voice" in section.microphone.toolTip()


def test_a_trial_can_be_stopped_and_a_lost_device_ends_it(
    qtbot: QtBot, bench: Bench, extras: Any
) -> None:
    section, model = extras.test_section, extras.tests
    click(qtbot, section.microphone)
    bench.deliver()
    path = model._path
    click(qtbot, section.microphone)
    assert (model.microphone, model.text) == ("idle", "")
    assert not path.parent.exists()
    bench.deliver()
    click(qtbot, section.microphone)
    bench.deliver()
    bench.deliver(DeviceLost(message="It is gone."))
    assert model.microphone == "idle"
    assert section.text.text() == "It is gone."
    assert section.text.property("role") == "warning"


@pytest.mark.parametrize(
    ("peak", "platform", "said", "bad"),
    [
        (0.0, "linux", "muted", True),
        (0.0, "darwin", "System Settings", True),
        (0.002, "linux", "Very quiet", True),
        (0.2, "linux", "Good", False),
        (1.0, "linux", "Too loud", True),
    ],
)
def test_what_a_trial_says(
    tmp_path: Path, peak: float, platform: str, said: str, bad: bool
) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, np.stack([np.full(100, peak), np.ones(100)], 1), RATE, subtype="FLOAT")
    text, trouble = judge(path, platform)
    assert said in text
    assert trouble is bad
    assert judge(tmp_path / "missing.wav")[1]


class FakeMaker:
    def __init__(self) -> None:
        self.there = False
        self.calls: list[str] = []
        self.fails = False

    def state(self) -> str:
        return "ours" if self.there else "absent"

    def make(self) -> None:
        self.calls.append("make")
        if self.fails:
            raise SyrinxError("The server says no.")
        self.there = True

    def remove(self) -> None:
        self.calls.append("remove")
        self.there = False

    def clear_left_over(self) -> bool:
        self.calls.append("clear")
        return False


@pytest.fixture
def page(qtbot: QtBot, bench: Bench) -> Iterator[Any]:
    """Returns a page on a fake maker, and both."""
    made: list[VirtualMicPage] = []

    def make(platform: str = "linux", refusal: str | None = None) -> Any:
        maker = FakeMaker()
        model = VirtualMicModel(
            bench.model, bench.window._settings, maker, bench.model,  # type: ignore[arg-type]
            platform=platform, refusal=lambda: refusal,
        )  # fmt: skip
        made.append(VirtualMicPage(model))
        made[-1].show()
        return made[-1], model, maker

    yield make
    for each in made:
        each.close()
        each.deleteLater()


def test_the_devices_tab_leads_to_the_page(qtbot: QtBot, bench: Bench, extras: Any) -> None:
    click(qtbot, extras.guide)
    assert extras.page.isVisible()


def test_one_click_makes_the_virtual_microphone(qtbot: QtBot, bench: Bench, page: Any) -> None:
    view, model, maker = page()
    bench.model.devices.choose_output(PHONES.id)
    model.open()
    qtbot.waitUntil(lambda: not model.busy)
    assert maker.calls == ["clear"]
    assert "none yet" in view.state.text()
    click(qtbot, view.action)
    qtbot.waitUntil(lambda: model.there)
    assert bench.model.devices.output_id == OUTPUT_ID
    assert "Choose “Syrinx Microphone”" in view.state.text()
    assert view.hint.isVisible()
    click(qtbot, view.action)
    qtbot.waitUntil(lambda: not model.busy)
    assert not maker.there
    assert bench.model.devices.output_id == PHONES.id
    model.close()


def test_it_is_removed_at_the_end_and_made_at_the_next_start(
    qtbot: QtBot, bench: Bench, page: Any
) -> None:
    view, model, maker = page()
    click(qtbot, view.action)
    qtbot.waitUntil(lambda: model.there)
    model.close()
    assert maker.calls == ["make", "remove"]
    _, later, again = page()
    later.open()
    qtbot.waitUntil(lambda: later.there)
    assert again.calls == ["make"]
    # The sound server was restarted: it is gone from the list, and made again.
    sink = replace(PHONES, id=OUTPUT_ID, name="Syrinx", host_api="PulseAudio")
    bench.model.devices.set_devices((MIC, PHONES, sink))
    again.there = False
    bench.model.devices.set_devices((MIC, PHONES))
    qtbot.waitUntil(lambda: again.there and not later.busy)
    later.close()


def test_a_refusal_is_said_and_changes_nothing(qtbot: QtBot, bench: Bench, page: Any) -> None:
    view, model, maker = page()
    maker.fails = True
    before = bench.model.devices.output_id
    click(qtbot, view.action)
    qtbot.waitUntil(lambda: not model.busy)
    assert view.state.text() == "The server says no."
    assert view.state.property("role") == "warning"
    assert bench.model.devices.output_id == before
    assert bench.window._settings.recall("virtual_microphone")["on"] is False
    blocked, _, _ = page(refusal="No sound server runs.")
    assert blocked.state.text() == "No sound server runs."
    assert not blocked.action.isEnabled()


def test_elsewhere_a_cable_is_found_or_explained(qtbot: QtBot, bench: Bench, page: Any) -> None:
    view, _, _ = page("darwin")
    assert "No virtual cable was found" in view.state.text()
    assert [step.isVisible() for step in view.steps] == [True] * 3
    assert "brew" in view.steps[0].text()
    assert view.permission.isVisible()
    assert not view.action.isVisible()
    hole = replace(PHONES, id="Core Audio: BlackHole 2ch", name="BlackHole 2ch")
    bench.model.devices.set_devices((MIC, PHONES, hole))
    assert view.action.text() == "&Use BlackHole"
    click(qtbot, view.action)
    assert bench.model.devices.output_id == hole.id
    assert "Choose “BlackHole 2ch”" in view.state.text()
    assert not view.steps[0].isVisible()
    windows, _, _ = page("win32")
    assert not windows.permission.isVisible()


def test_everything_is_reached_by_the_keyboard_and_has_a_name(bench: Bench, extras: Any) -> None:
    extras.monitor.set_on(True)
    bench.model.devices.choose_input(JACK.id)
    extras.setup.changed.emit()
    QApplication.processEvents()
    reached = reachable(bench.window)
    panel = bench.window.live.controls.devices
    wanted = [
        panel.input, panel.output, extras.options.host_api, extras.options.channel,
        extras.test_section.microphone, extras.test_section.speakers, extras.monitor_section.on,
        extras.monitor_section.device, extras.monitor_section.gain.slider,
    ]  # fmt: skip
    order = [reached.index(widget) for widget in wanted]
    assert order == sorted(order)
    assert_named(reached)


class FakeWatch:
    def __init__(self) -> None:
        self.found: list[Any] = []
        self.calls: list[str] = []

    def refresh(self) -> None:
        self.calls.append("refresh")

    def poll(self) -> Any:
        return self.found.pop() if self.found else None

    def close(self) -> None:
        self.calls.append("close")


def test_the_watcher_tells_what_the_watch_finds(qtbot: QtBot) -> None:
    watch = FakeWatch()
    watcher = DeviceWatcher(lambda: watch)
    watcher.open()
    watch.found.append(DEVICES)
    with qtbot.waitSignal(watcher.devices_changed) as told:
        pass
    assert told.args == [DEVICES]
    watcher.refresh()
    watcher.close()
    watcher.close()
    assert watch.calls == ["refresh", "close"]
    watcher.deleteLater()
