"""Devices, delay, diagnostics and takes in another language: shown there, and English inside."""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from syrinx.app import translation
from syrinx.app.engine.event_text import CAUSES, event_line, late_text
from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.messages import (
    CommandFailed,
    LateBlocks,
    StreamStopped,
)
from syrinx.app.engine.stage_meter import NAMES
from syrinx.app.engine.watch import Hiccup
from syrinx.app.live_extras import LiveExtras
from syrinx.app.translation import tr
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.pads import MODES
from syrinx.app.views.delay_popover import shown_part
from syrinx.app.views.diagnostics_page import shown
from tests.gui.conftest import Bench

ROOT = Path(__file__).resolve().parents[2]
HICCUP = Hiccup(
    stream_s=1.0, blocks=3, gaps=1, missing_ms=12.5, cause="held", callback_gap_ms=4.0,
    waited_ms=20.0, slowest_ms=11.0, slowest_cpu_ms=3.0,
)  # fmt: skip


@pytest.fixture(scope="module")
def collected() -> dict[str, Any]:
    """Return what ``packaging/translations.py`` finds, by its English."""
    spec = importlib.util.spec_from_file_location(
        "translations", ROOT / "packaging" / "translations.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
        return dict(module.collect())
    finally:
        del sys.modules[spec.name]


class Quoting(QTranslator):
    """A language that puts what it knows into quotation marks."""

    def __init__(self, known: dict[str, Any]) -> None:
        super().__init__()
        self._known = known

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        return False

    def translate(self, context: str, text: str, *_: object) -> str | None:  # type: ignore[override]
        return f"«{text}»" if context == translation.CONTEXT and text in self._known else None


@pytest.fixture
def quoted(qapp: QApplication, collected: dict[str, Any]) -> Iterator[None]:
    """Speak the quoting language."""
    translator = Quoting(collected)
    qapp.installTranslator(translator)
    forms = [translation._form(text.source) for text in collected.values() if text.form]
    translation._told.cache_clear()
    translation._state.forms = tuple(sorted(forms, key=lambda form: -form.weight))
    yield
    translation.uninstall(qapp, [translator])


@pytest.fixture
def extras(quoted: None, bench: Bench) -> Iterator[LiveExtras]:
    made = LiveExtras(bench.window, bench.model, bench.window._settings, bench.theme)
    QApplication.processEvents()
    yield made
    made.close()


def test_what_tables_say_is_collected(collected: dict[str, Any]) -> None:
    parts = LatencyReport(input_ms=1.0, buffer_ms=1.0, output_ms=1.0).parts
    texts = [*CAUSES.values(), *NAMES.values(), *MODES.values(), *(name for name, _ in parts)]
    assert [text for text in texts if text not in collected] == []


@pytest.mark.parametrize("busy", [False, True])
@pytest.mark.parametrize("blocks", [1, 3])
def test_late_blocks_are_whole_sentences(quoted: None, blocks: int, busy: bool) -> None:
    text = shown(late_text(replace(HICCUP, blocks=blocks), window_busy=busy))
    assert text.startswith("«")
    assert text.endswith("»")
    assert text.count("«") == 2  # the sentence, and the cause in it


def test_a_reason_to_stop_is_translated(quoted: None) -> None:
    for reason in ("command", "ended", "device_lost", "error"):
        line = event_line(StreamStopped(reason=reason))  # type: ignore[arg-type]
        assert line is not None
        assert shown(line[1]) == f"«{line[1]}»"


def test_the_time_line_is_translated_and_the_report_is_not(
    bench: Bench, extras: LiveExtras
) -> None:
    bench.model.start()
    bench.deliver()
    bench.deliver(LateBlocks(at=time.time(), hiccup=HICCUP, voice_id=None))
    sentence = '"Headphones" does not take 96000 Hz: choose another rate or device.'
    bench.deliver(CommandFailed(command="StartStream", message=sentence))
    page, model = extras.diagnostics.page, extras.diagnostics.model
    failed, late = page.list.item(0).text(), page.list.item(1)
    assert failed.endswith(f" StartStream: «{sentence}»")
    assert "«3 blocks late, 12.5 ms silent: «another program" in late.text()
    assert "«Callback not called for 4.0 ms" in late.toolTip()
    assert "«" not in model.report()
    assert "3 blocks late, 12.5 ms silent: another program" in model.report()


def test_the_pages_of_the_strip_keep_their_names(extras: LiveExtras) -> None:
    strip = extras.studio.strip
    strip.show_page("Takes")
    assert strip.stack.currentWidget() is strip.takes
    strip.show_page("Soundboard")
    assert strip.stack.currentWidget() is strip.soundboard
    assert strip._names["Soundboard"].text() == "«Soundboard»"


def test_an_action_has_a_title_to_read_and_a_group_to_find_it_by(extras: LiveExtras) -> None:
    desk = extras.control.desk
    marker = next(a for a in desk.answer(object(), {"op": "actions"}) if a["id"] == "marker")
    assert (marker["title"], marker["group"]) == ("Marker", "Stream")
    assert extras.control.registry.find("marker").title == "«Marker»"


def test_parts_of_the_delay_are_translated_but_not_the_name_of_a_voice(quoted: None) -> None:
    assert shown_part("input device") == "«input device»"
    assert shown_part("voice: Robot") == "«voice: Robot»"
    assert shown_part("Robot") == "Robot"


def test_a_device_is_kept_under_its_english_name(extras: LiveExtras, bench: Bench) -> None:
    devices = bench.model.devices
    devices.names["PulseAudio: syrinx"] = "Syrinx (virtual microphone)"
    assert devices.name_of("PulseAudio: syrinx") == "«Syrinx (virtual microphone)»"
    assert devices.inputs()[0].text == "«System default (USB microphone)»"


def test_logs_stay_english(bench: Bench, extras: LiveExtras) -> None:
    shown = tr("Its voice “{name}” is not here any more.", name="Ada")
    assert shown.startswith("«")
    bench.model.message_posted.emit(Message(level="warning", text=shown))
    line = extras.diagnostics.log.path.read_text(encoding="utf-8").splitlines()[-1]
    assert line.endswith("Its voice “Ada” is not here any more.")
    assert "«" not in line
