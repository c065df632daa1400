"""The slider between delay and safety, the measured delay, the diagnostics page, the dialog."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.messages import (
    CommandFailed,
    DelayMeasured,
    EngineFailed,
    EngineRestarted,
    LateBlocks,
    LatencyChanged,
    MeasureDelay,
    MeterStages,
    SafetyChanged,
    SetSafety,
    StartStream,
    Telemetry,
)
from syrinx.app.engine.watch import Hiccup
from syrinx.app.live_extras import LiveExtras
from syrinx.app.logs import last_lines
from syrinx.app.viewmodels.delay import KEY, POSITIONS_MS, DelayChoice
from tests.gui.conftest import Bench
from tests.gui.fakes import LATENCY

MEASURED = DelayMeasured(
    measured_ms=15.2, spread_ms=0.02, count=3, declared_ms=14.7, confidence=9.0, level_dbfs=-32.0,
    chain_ms=30.0, chain_declared_ms=30.0, chain_measured_ms=30.4, declared=LATENCY,
)  # fmt: skip
HICCUP = Hiccup(
    stream_s=4.0, blocks=3, gaps=1, missing_ms=6.5, cause="held", callback_gap_ms=3.0,
    waited_ms=18.0, slowest_ms=1.0, slowest_cpu_ms=1.0,
)  # fmt: skip


@pytest.fixture
def extras(bench: Bench) -> Iterator[LiveExtras]:
    made = LiveExtras(bench.window, bench.model, bench.settings, bench.theme)
    bench.window.live.controls.show_tab("Devices")
    yield made
    made.close()


def start(bench: Bench) -> None:
    bench.model.start()
    bench.deliver()
    assert bench.model.state == "running"


def test_the_slider_tells_the_running_stream_and_remembers(
    bench: Bench, extras: LiveExtras, qtbot: QtBot
) -> None:
    panel = extras.diagnostics.panel
    assert panel.slider.value() == POSITIONS_MS.index(8.0)
    start(bench)
    panel.slider.setFocus()
    qtbot.keyClick(panel.slider, Qt.Key.Key_Right)
    assert bench.host.sent(SetSafety)[-1] == SetSafety(safety_ms=10.0, adaptive=True)
    assert len(bench.host.sent(StartStream)) == 1  # no gap
    assert bench.settings.current.safety_ms == 10.0
    assert panel.safety.value() == 10.0
    longer = replace(LATENCY, buffer_ms=LATENCY.buffer_ms + 2.0)
    bench.deliver(LatencyChanged(latency=longer))
    assert panel.figure.text() == f"{longer.total_ms:.0f} ms"
    assert bench.window.live.transport.delay.value.text() == f"{longer.total_ms:.0f} ms"
    qtbot.mouseDClick(panel.slider, Qt.MouseButton.LeftButton)
    assert bench.settings.current.safety_ms == 8.0


def test_a_stopped_stream_shows_about_what_it_was(bench: Bench, extras: LiveExtras) -> None:
    panel = extras.diagnostics.panel
    assert not panel.figure.isVisible()
    start(bench)
    bench.model.stop()
    bench.deliver()
    assert panel.figure.text() == f"about {LATENCY.total_ms:.0f} ms"
    panel.slider.setValue(len(POSITIONS_MS) - 1)
    assert panel.figure.text() == f"about {LATENCY.total_ms - 8 + 60:.0f} ms"
    assert bench.host.sent(SetSafety) == []


def test_automatic_is_on_and_can_be_switched_off(bench: Bench, extras: LiveExtras) -> None:
    panel = extras.diagnostics.panel
    assert panel.automatic.isChecked()
    start(bench)
    assert bench.host.sent(StartStream)[-1].config.adaptive
    panel.automatic.click()
    assert bench.host.sent(SetSafety)[-1] == SetSafety(safety_ms=8.0, adaptive=False)
    assert not DelayChoice.read(bench.settings.recall(KEY)).automatic


def test_what_the_margin_does_by_itself_is_said(bench: Bench, extras: LiveExtras) -> None:
    start(bench)
    text = "Some blocks came too late: the safety margin grew from 8 to 12 ms."
    bench.deliver(SafetyChanged(safety_ms=12.0, base_ms=8.0, reason="late", message=text))
    assert bench.window.live.messages.text.text() == text
    panel = extras.diagnostics.panel
    assert "12 ms" in panel.note.text()
    assert panel.slider.value() == POSITIONS_MS.index(8.0)  # the choice is another thing
    assert extras.diagnostics.model.entries[-1].text == text


def test_the_delay_is_measured_and_shown_with_its_parts(
    bench: Bench, extras: LiveExtras, qtbot: QtBot
) -> None:
    panel = extras.diagnostics.panel
    assert not panel.measure.isEnabled()
    start(bench)
    qtbot.mouseClick(panel.measure, Qt.MouseButton.LeftButton)
    assert len(bench.host.sent(MeasureDelay)) == 1
    assert not panel.measure.isEnabled()
    bench.deliver(MEASURED)
    text = panel.result.text()
    for wanted in ("45.2 ms", "8.5 ms", "6.7 ms", "30.0 ms", "30.4 by speech", "3 of 3", "0.02"):
        assert wanted in text, wanted
    assert panel.measure.isEnabled()
    qtbot.mouseClick(panel.measure, Qt.MouseButton.LeftButton)
    bench.deliver(CommandFailed(command="MeasureDelay", message="The chirp was not heard."))
    assert panel.result.text() == "The chirp was not heard."
    assert panel.measure.isEnabled()


def test_advanced_holds_margin_rate_and_period(bench: Bench, extras: LiveExtras) -> None:
    panel = extras.diagnostics.panel
    assert not panel.details.isVisible()
    panel.advanced.click()
    assert panel.details.isVisible()
    panel.safety.field.setValue(7)
    assert bench.settings.current.safety_ms == 7.0
    for box, value in ((panel.rate, 44100), (panel.period, 256)):
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    start(bench)
    config = bench.host.sent(StartStream)[-1].config
    assert (config.sample_rate, config.period, config.safety_ms) == (44100, 256, 7.0)


@pytest.mark.parametrize(
    "kept",
    [None, 3, [], {"automatic": "yes", "sample_rate": 7, "period": True, "rest_ms": "x"},
     {"rest_ms": float("nan")}, {"rest_ms": -5, "period": [64]}],
)  # fmt: skip
def test_damaged_settings_fall_back(kept: object) -> None:
    assert DelayChoice.read(kept) == DelayChoice()


def page(bench: Bench, extras: LiveExtras) -> object:
    bench.window.show_area(extras.view)
    extras.view.show_page("Diagnostics")
    return extras.diagnostics.page


def test_late_blocks_stand_in_the_time_line_with_their_cause(
    bench: Bench, extras: LiveExtras
) -> None:
    shown = page(bench, extras)
    assert shown.quiet.isVisible()
    start(bench)
    bench.deliver(LateBlocks(at=time.time() - 300, hiccup=HICCUP, voice_id="robot"))
    bench.deliver(EngineRestarted(message="The audio engine stopped and was started again."))
    texts = [shown.list.item(row).text() for row in range(shown.list.count())]
    assert "started again" in texts[0]
    assert "3 blocks late, 6.5 ms silent" in texts[1]
    assert "another program had the processor" in texts[1]
    assert texts[1].endswith("Voice: Robot.")
    assert "waited 18.0 ms" in shown.list.item(1).toolTip()
    strip = shown.strip
    late, restart = strip.bars()
    assert late[0] == pytest.approx(0.5, abs=0.05)
    assert 0.15 < late[1] < restart[1] == 1.0
    assert (late[2], restart[2]) == ("warning", "danger")
    assert "3 blocks late" in strip.text_at(round(late[0] * strip.width()))
    assert strip.text_at(0) == ""
    assert "late blocks 1 times" in strip.accessibleName()
    assert "Robot" not in extras.diagnostics.model.report()
    log = last_lines(extras.diagnostics.log.path, 5, only=("warning",))
    assert any("started again" in line for line in log)
    shown.clear.click()
    assert shown.quiet.isVisible()


def test_stages_are_measured_only_while_the_page_is_looked_at(
    bench: Bench, extras: LiveExtras
) -> None:
    start(bench)
    assert bench.host.sent(MeterStages) == []
    shown = page(bench, extras)
    assert bench.host.sent(MeterStages) == [MeterStages(on=True)]
    stages = (("Network", 0.2), ("Limiter", 0.01))
    bench.deliver(Telemetry(streaming=True, load=0.25, stages=stages))
    assert shown.stages.rows() == [
        ("Network", "20.0 %"), ("Limiter", "1.0 %"), ("Everything else", "4.0 %")
    ]  # fmt: skip
    assert "25 %" in shown.stages_note.text()
    bench.window.show_area(bench.window.live)
    assert bench.host.sent(MeterStages)[-1] == MeterStages(on=False)


def test_the_report_is_copied(bench: Bench, extras: LiveExtras, qtbot: QtBot) -> None:
    start(bench)
    bench.deliver(MEASURED, LateBlocks(at=time.time(), hiccup=HICCUP, voice_id=None))
    shown = page(bench, extras)
    qtbot.mouseClick(shown.copy, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    for wanted in (
        "measured 45.2 ms",
        "3 blocks late",
        "waited 18.0 ms",
        "USB microphone",
        "safety_ms = 8.0",
    ):
        assert wanted in text, wanted
    assert "Copied" in shown.copied.text()


def test_a_window_that_does_not_answer_is_noted(bench: Bench, extras: LiveExtras) -> None:
    start(bench)
    model = extras.diagnostics.model
    model._due = time.perf_counter() - 1.0
    model._on_tick()
    assert "did not answer for 1.0 s" in model.entries[-1].text
    bench.deliver(LateBlocks(at=time.time(), hiccup=HICCUP, voice_id=None))
    assert "the window was busy then" in model.entries[-1].text


@pytest.fixture
def watched(extras: LiveExtras, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveExtras]:
    hooks = sys.excepthook, threading.excepthook
    extras.diagnostics.watch()
    yield extras
    extras.close()
    assert (sys.excepthook, threading.excepthook) == hooks


def broken() -> None:
    raise ZeroDivisionError("for the test")


def fail(how: Callable[[], None] = broken) -> None:
    try:
        how()
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())


def test_an_error_opens_one_dialog_that_names_the_log(
    bench: Bench, watched: LiveExtras, qtbot: QtBot
) -> None:
    crashes = watched.diagnostics._crashes
    fail()
    dialog = crashes.dialog
    assert dialog.isVisible()
    assert str(watched.diagnostics.log.path) in dialog.where.text()
    assert "== Versions ==" in dialog.report.toPlainText()
    assert "ZeroDivisionError: for the test" in watched.diagnostics.log.path.read_text()
    fail()  # behind the dialog: only written down
    assert crashes.dialog is dialog
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert "== Versions ==" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    assert crashes.dialog is None
    fail()  # the same again is a sentence
    assert crashes.dialog is None
    assert "ZeroDivisionError" in bench.window.live.messages.text.text()
    assert bench.window.isVisible()


def test_the_dialog_starts_the_program_again(
    bench: Bench, watched: LiveExtras, qtbot: QtBot
) -> None:
    fail()
    qtbot.mouseClick(watched.diagnostics._crashes.dialog.restart, Qt.MouseButton.LeftButton)
    assert watched.diagnostics.restart_wanted
    assert not bench.window.isVisible()


def test_an_engine_that_gave_up_can_be_started_again(
    bench: Bench, watched: LiveExtras, qtbot: QtBot
) -> None:
    bench.deliver(EngineFailed(message="It stopped, again and again."))
    dialog = watched.diagnostics._crashes.dialog
    assert "again and again" in dialog.text.text()
    assert "engine.log" in dialog.where.text()
    assert not bench.client.is_open
    qtbot.mouseClick(dialog.restart, Qt.MouseButton.LeftButton)
    assert bench.client.is_open


def test_an_error_in_a_thread_is_shown_too(watched: LiveExtras, qtbot: QtBot) -> None:
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: watched.diagnostics._crashes.dialog is not None)


def test_the_declared_parts_add_up_in_the_text() -> None:
    from syrinx.app.views.delay_panel import measured_text

    straight = LatencyReport(input_ms=0.0, buffer_ms=10.7, output_ms=2.7)
    shown = measured_text(
        replace(MEASURED, measured_ms=13.4, chain_ms=0.0, declared=straight, count=2)
    )
    assert "13.4 ms, mouth to ear" in shown
    assert "voice" not in shown
    assert "2 of 3" in shown
