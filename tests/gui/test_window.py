"""The window: every control to its model and back, keys, messages, themes, empty states."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QWidget
from pytestqt.qtbot import QtBot

from syrinx.app.engine.messages import (
    CommandFailed,
    DeviceLost,
    EngineFailed,
    EngineRestarted,
    LatencyChanged,
    ListDevices,
    Notice,
    RecordingStopped,
    SetParams,
    SetVoice,
    StartRecording,
    StartStream,
    StopRecording,
    StopStream,
    Telemetry,
)
from syrinx.app.settings import load_settings
from syrinx.app.views.parts import ParamRow
from syrinx.app.views.tokens import DARK, LIGHT
from tests.gui.conftest import Bench
from tests.gui.fakes import LATENCY, RATE, FakeHost

ROWS = {
    "formant": ("formant_semitones", 3.5),
    "input_gain": ("input_gain_db", -6.0),
    "output_gain": ("output_gain_db", 4.5),
}


def start(bench: Bench) -> None:
    bench.window.live.transport.start.click()
    bench.deliver()
    assert bench.model.state == "running"


def speak(bench: Bench, seconds: float = 1.0, hz: float = 1000.0) -> None:
    """Let a tone pass the engine and the window see it, in steps of 50 ms."""
    t = np.arange(int(seconds * RATE)) / RATE
    audio = (0.5 * np.sin(2 * np.pi * hz * t)).astype("f4")
    for first in range(0, len(audio), RATE // 20):
        piece = audio[first : first + RATE // 20]
        bench.host.writer.write(piece, 0.5 * piece)
        bench.model.pull(0.05)


def catch_up(bench: Bench) -> None:
    """Let the pictures analyse what they have not seen yet."""
    for _ in range(10):
        bench.window.live.panel.refresh()


# ---- controls ----


@pytest.mark.parametrize("name", ROWS)
def test_parameter_rows_go_both_ways(bench: Bench, name: str) -> None:
    field, value = ROWS[name]
    row: ParamRow = getattr(bench.window.live.controls, name)
    start(bench)
    row.field.setValue(value)
    assert getattr(bench.model.params, field) == value
    sent = bench.host.sent(SetParams)[-1]
    assert getattr(sent.params, field) == value
    assert row.slider.value() == round(value / row._step)
    getattr(bench.model, f"set_{name}")(-1.0)
    assert row.value() == -1.0
    row.slider.setValue(round(2.0 / row._step))
    assert getattr(bench.model.params, field) == pytest.approx(2.0)


def test_a_double_click_restores_the_default(bench: Bench, qtbot: QtBot) -> None:
    row = bench.window.live.controls.formant
    row.field.setValue(5.0)
    qtbot.mouseDClick(row.slider, Qt.MouseButton.LeftButton)
    assert bench.model.params.formant_semitones == 0.0


def test_the_wheel_does_not_turn_what_has_no_focus(bench: Bench) -> None:
    from PySide6.QtGui import QWheelEvent

    row = bench.window.live.controls.formant
    bench.window.live.transport.start.setFocus()
    centre = QPointF(row.slider.rect().center())
    event = QWheelEvent(
        centre, row.slider.mapToGlobal(centre), QPoint(0, 0), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(row.slider, event)
    assert bench.model.params.formant_semitones == 0.0


def test_pitch_and_auto(bench: Bench) -> None:
    controls = bench.window.live.controls
    assert controls.auto.isChecked()
    assert not controls.pitch.field.isEnabled()
    # Kathleen's mean pitch is 196 Hz; the user's 98 Hz is an octave below.
    bench.deliver(Telemetry(streaming=True, source_f0_hz=98.0))
    assert controls.pitch.value() == pytest.approx(12.0)
    controls.auto.click()
    assert bench.model.params.pitch == pytest.approx(12.0)
    assert controls.pitch.field.isEnabled()
    controls.pitch.field.setValue(-3.0)
    assert bench.model.params.pitch == -3.0
    bench.model.set_auto_pitch(True)
    assert controls.auto.isChecked()


def test_brilliance(bench: Bench) -> None:
    box = bench.window.live.controls.band_extension
    assert box.isChecked()
    assert bench.model.params.band_extension
    box.click()
    assert not bench.model.params.band_extension
    bench.model.set_band_extension(True)
    assert box.isChecked()


def test_bypass(bench: Bench) -> None:
    start(bench)
    button = bench.window.live.transport.bypass
    button.click()
    assert bench.host.sent(SetParams)[-1].params.bypass
    bench.model.set_bypassed(False)
    assert not button.isChecked()


def test_devices_go_both_ways(bench: Bench, qtbot: QtBot) -> None:
    panel = bench.window.live.controls.devices
    start(bench)
    row = panel.input.findText("system")
    panel.input.setCurrentIndex(row)
    panel.input.activated.emit(row)
    assert bench.model.devices.input_id == "JACK: system"
    qtbot.waitUntil(lambda: len(bench.host.sent(StartStream)) == 2, timeout=3000)
    assert bench.host.sent(StartStream)[-1].config.input_device == "JACK: system"
    heading = panel.input.model().item(panel.input.findText("ALSA"))
    assert not heading.isEnabled()
    before = len(bench.host.sent(ListDevices))
    panel.refresh.click()
    assert len(bench.host.sent(ListDevices)) == before + 1


def test_voices_go_both_ways(bench: Bench) -> None:
    picker = bench.window.live.picker
    start(bench)
    assert bench.model.voice.id == "kathleen"
    picker.list.setCurrentIndex(bench.model.voices.index(3))
    assert bench.host.sent(SetVoice)[-1].voice_id == "giant"
    assert bench.window.live.transport.name.text() == "Giant"
    bench.model.select_voice("radio")
    assert picker.list.currentIndex().data() == "Radio"


def test_search_keeps_the_choice_and_says_when_nothing_is_found(bench: Bench) -> None:
    picker = bench.window.live.picker
    picker.search.setText("zebra")
    assert picker.stack.currentIndex() == 1
    assert "zebra" in picker.empty.text()
    assert bench.model.voice.id == "kathleen"
    picker.clear.click()
    assert picker.stack.currentIndex() == 0
    assert picker.list.currentIndex().data() == "Kathleen"
    picker.search.setText("robot")
    assert bench.model.voice.id == "kathleen"  # searching is not choosing
    picker.search.returnPressed.emit()
    assert bench.model.voice.id == "robot"


def test_the_star_makes_a_favourite(bench: Bench, qtbot: QtBot) -> None:
    from syrinx.app.views.voice_picker import star_rect

    picker = bench.window.live.picker
    where = star_rect(picker.list.visualRect(bench.model.voices.index(4))).center()
    qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert bench.settings.current.favourites == ("radio",)
    assert bench.model.voices.index(0).data() == "Radio"
    assert bench.model.voice.id == "kathleen"  # starring is not choosing
    assert picker.list.currentIndex().data() == "Kathleen"


# ---- state ----


def test_start_and_stop(bench: Bench) -> None:
    transport = bench.window.live.transport
    assert not transport.record.isEnabled()
    start(bench)
    assert transport.start.text() == "&Stop"
    assert "USB microphone" in transport.detail.text()
    assert bench.window.live.is_animating
    transport.start.click()
    bench.deliver()
    assert isinstance(bench.host.commands[-1], StopStream)
    assert transport.start.text() == "&Start"


def test_figures_and_popover(bench: Bench) -> None:
    transport = bench.window.live.transport
    start(bench)
    bench.deliver(
        Telemetry(streaming=True, load=0.123, load_peak=0.4, late_blocks=2, stream_s=1.0),
        Telemetry(streaming=True, load=0.123, load_peak=0.4, late_blocks=3, stream_s=2.0),
    )
    assert transport.delay.value.text() == f"{LATENCY.total_ms:.0f} ms"
    assert transport.late.value.text() == "3"
    assert transport.load.value.text() == "12 %"
    transport.delay.click()
    popover = transport.popover
    assert popover.isVisible()
    assert popover.plot.late_marks() == 1
    rows = popover.rows()
    assert [name for name, _ in rows] == [
        "Input device", "Buffer", "Blocks of 10 ms", "Neural voice", "Output device",
    ]  # fmt: skip
    assert sum(float(ms.split()[0]) for _, ms in rows) == pytest.approx(LATENCY.total_ms, abs=0.3)
    assert popover.sum.text() == f"{LATENCY.total_ms:.1f} ms"
    other = LATENCY.__class__(input_ms=1.0, buffer_ms=2.0, output_ms=3.0)
    bench.deliver(LatencyChanged(latency=other))
    assert [name for name, _ in popover.rows()] == ["Input device", "Buffer", "Output device"]
    popover.hide()


def test_recording(bench: Bench, tmp_path: Path) -> None:
    transport = bench.window.live.transport
    start(bench)
    transport.record.click()
    bench.deliver()
    path = Path(bench.host.sent(StartRecording)[0].path)
    assert path.parent == tmp_path / "recordings"
    assert path.parent.is_dir()
    assert transport.record.isChecked()
    bench.deliver(Telemetry(streaming=True, recording_s=75.0))
    assert transport.record.text() == "1:15"
    transport.record.click()
    assert bench.host.sent(StopRecording)
    bench.deliver(RecordingStopped(path=str(path), seconds=75.0))
    assert not transport.record.isChecked()
    assert str(path) in bench.window.live.messages.text.text()


@pytest.mark.parametrize(
    ("event", "level"),
    [
        (CommandFailed(command="SetVoice", message="The voice cannot be built."), "error"),
        (DeviceLost(message="The microphone is gone."), "warning"),
        (EngineRestarted(message="The engine was started again."), "warning"),
        (EngineFailed(message="The engine cannot start."), "error"),
        (Notice(message="Something to know."), "info"),
    ],
)
def test_what_happens_is_said(bench: Bench, event: object, level: str) -> None:
    bar = bench.window.live.messages
    assert not bar.isVisible()
    start(bench)
    bench.deliver(event)
    assert bar.isVisible()
    assert bar.text.text() == event.message  # type: ignore[attr-defined]
    assert bar.property("level") == level
    bar.close_button.click()
    assert not bar.isVisible()


def test_an_information_does_not_hide_an_error(bench: Bench) -> None:
    bar = bench.window.live.messages
    bench.deliver(CommandFailed(command="SetVoice", message="An error."), Notice(message="News."))
    assert bar.text.text() == "An error."


def test_a_failed_start_can_be_tried_again(bench: Bench) -> None:
    bench.host.answering = False
    bench.model.start()
    assert bench.window.live.transport.start.text() == "&Stop"
    bench.deliver(CommandFailed(command="StartStream", message="No such rate."))
    assert bench.window.live.transport.start.text() == "&Start"
    bench.host.answering = True
    start(bench)


def test_a_lost_device_stops_and_searches_again(bench: Bench) -> None:
    start(bench)
    before = len(bench.host.sent(ListDevices))
    bench.deliver(DeviceLost(message="The microphone is gone."))
    assert bench.model.state == "stopped"
    assert len(bench.host.sent(ListDevices)) == before + 1


def test_a_failed_engine_is_replaced_by_the_next_start(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench()
    bench.deliver(EngineFailed(message="The engine died too often."))
    assert bench.host.closed
    second = FakeHost()
    bench.client._make_host = lambda: second
    bench.window.live.transport.start.click()
    bench.deliver()
    for event in second.poll():
        bench.client.event_received.emit(event)
    assert second.sent(StartStream)
    bench.model.close()
    second.close()


def test_without_devices_nothing_can_start(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(host=FakeHost(devices=()))
    live = bench.window.live
    assert not live.transport.start.isEnabled()
    live.controls.show_tab("Devices")
    assert "No audio devices found" in live.controls.devices.empty.text()
    assert live.controls.devices.empty.isVisible()
    assert "No audio device" in live.input._empty_text
    bench.host.devices = FakeHost.__init__.__defaults__[0]  # type: ignore[index]
    live.controls.devices.refresh.click()
    bench.deliver()
    assert live.transport.start.isEnabled()
    assert not live.controls.devices.empty.isVisible()


# ---- pictures ----


def shown(widget: QWidget) -> np.ndarray:
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint32)
    return pixels.reshape(picture.height(), picture.width())


def test_a_tone_is_seen_where_it_belongs_and_read_there(bench: Bench, qtbot: QtBot) -> None:
    start(bench)
    bench.window.live._timer.stop()  # this test moves the time itself
    speak(bench, 2.0)
    view = bench.window.live.input
    catch_up(bench)
    plot = view.plot_rect()
    pixels = shown(view)
    ratio = view.devicePixelRatioF()
    column = pixels[: int(plot.height() * ratio), int((plot.right() - 40) * ratio)]
    brightness = sum((column >> s & 0xFF).astype(int) for s in (0, 8, 16))
    row = (1 - float(view.pane.axis.position(1000))) * plot.height()
    assert np.argmax(brightness) / ratio == pytest.approx(row, abs=2)
    qtbot.mouseMove(view, QPoint(plot.right() - 40, round(row)))
    view._pointer = QPointF(plot.right() - 40, row)
    text = view.reading_text()
    hz = int(text.split(" Hz")[0].split()[-1].replace(",", ""))
    assert hz == pytest.approx(1000, rel=0.02)
    assert " s " in text
    assert "dB" in text


def test_meters_show_the_tone(bench: Bench) -> None:
    start(bench)
    bench.window.live._timer.stop()
    speak(bench, 0.5)
    assert bench.model.input_meter.level_dbfs == pytest.approx(-6.0, abs=0.3)
    assert bench.model.output_meter.level_dbfs == pytest.approx(-12.0, abs=0.3)
    assert bench.model.input_meter.peak_dbfs == pytest.approx(-6.0, abs=0.3)


def test_pause_holds_the_picture(bench: Bench) -> None:
    start(bench)
    bench.window.live._timer.stop()
    speak(bench, 1.0)
    bench.window.live.pause.click()
    before = bench.model.pictures.window.end_s
    speak(bench, 0.5)
    assert bench.model.pictures.window.end_s == before
    bench.model.pictures.set_paused(False)
    assert not bench.window.live.pause.isChecked()


def test_the_picture_survives_a_new_size(bench: Bench) -> None:
    start(bench)
    bench.window.live._timer.stop()
    speak(bench, 2.0)
    catch_up(bench)
    for size in ((1000, 650), (2400, 1300)):
        bench.window.resize(*size)
        QApplication.processEvents()
        view = bench.window.live.output
        plot = view.plot_rect()
        pixels = shown(view)[: plot.height(), plot.left() : plot.right()]
        assert len(np.unique(pixels)) > 20


# ---- theme, keys, memory ----


def test_theme_switch(bench: Bench, qtbot: QtBot) -> None:
    window = bench.window
    assert bench.theme.palette is DARK
    dark = shown(window.live.input)[5, 200]
    window.theme_actions["light"].trigger()
    QApplication.processEvents()
    assert bench.theme.palette is LIGHT
    assert bench.settings.current.theme == "light"
    light = shown(window.live.input)[5, 200]
    assert (dark & 0xFF) < 60
    assert (light & 0xFF) > 200
    assert QApplication.palette().window().color().name() == LIGHT.ground
    window.theme_actions["dark"].trigger()


class Hints:
    """The system's colour scheme, which the offscreen platform does not have."""

    def __init__(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 (Qt's name)
        return self.scheme


def test_the_theme_follows_the_system(bench: Bench) -> None:
    bench.theme._hints = hints = Hints(Qt.ColorScheme.Light)
    bench.theme.set_mode("system")
    assert bench.theme.palette is LIGHT
    hints.scheme = Qt.ColorScheme.Dark
    bench.theme._on_system_changed()
    assert bench.theme.palette is DARK
    bench.theme.set_mode("light")
    bench.theme._on_system_changed()
    assert bench.theme.palette is LIGHT  # chosen by hand: the system does not matter


def test_keys(bench: Bench, qtbot: QtBot) -> None:
    window = bench.window
    window.activateWindow()
    window.live.picker.list.setFocus()
    qtbot.keyClick(window.live.picker.list, Qt.Key.Key_Space)
    bench.deliver()
    assert bench.model.state == "running"
    qtbot.keyClick(window.live.picker.list, Qt.Key.Key_B)
    assert bench.model.params.bypass
    qtbot.keyClick(window.live.picker.list, Qt.Key.Key_P)
    assert bench.model.pictures.paused
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.live.picker.search.hasFocus()
    qtbot.keyClicks(window.live.picker.search, "b b")
    assert window.live.picker.search.text() == "b b"
    assert bench.model.params.bypass
    assert bench.model.state == "running"


def test_what_was_chosen_is_there_again(make_bench: Callable[..., Bench], tmp_path: Path) -> None:
    first = make_bench()
    first.model.select_voice("giant")
    first.model.set_formant(2.5)
    first.model.set_gate(-44.0)
    first.model.set_band_extension(False)
    first.model.devices.choose_output("JACK: system")
    first.window.theme_actions["light"].trigger()
    first.window.resize(1100, 700)
    first.window.close()
    kept = load_settings(tmp_path).settings
    assert (kept.voice, kept.formant_semitones, kept.theme) == ("giant", 2.5, "light")
    second = make_bench(size=None)
    assert second.model.voice.id == "giant"
    assert second.window.live.controls.formant.value() == 2.5
    assert second.model.params.gate_threshold_dbfs == -44.0
    assert not second.window.live.controls.band_extension.isChecked()
    assert second.window.live.controls.devices.output.currentText() == "system"
    assert second.window.size().height() == 700  # the offscreen screen is 800 wide


def test_a_long_name_does_not_widen_the_window(bench: Bench) -> None:
    width = bench.window.minimumSizeHint().width()
    bench.window.live.transport.name.setText("A very long name of a voice " * 10)
    bench.window.live.transport.detail.setText("A very long description " * 20)
    QApplication.processEvents()
    assert bench.window.minimumSizeHint().width() == width
    assert bench.window.minimumSizeHint().width() <= 1000


def test_it_fits_into_the_smallest_window(bench: Bench) -> None:
    bench.window.resize(1000, 650)
    QApplication.processEvents()
    assert bench.window.size().width() == 1000
    assert bench.window.size().height() == 650
    for field in bench.window.findChildren(QDoubleSpinBox):
        assert field.width() >= field.sizeHint().width() * 0.7
