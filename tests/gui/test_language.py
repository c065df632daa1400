"""The choice of the language: kept, told when it needs a new start, and there at the next one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syrinx.app.engine.messages import EngineFailed
from syrinx.app.live_extras import LiveExtras
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import LANGUAGES
from syrinx.app.viewmodels import language as language_model
from syrinx.app.viewmodels.language import LanguageModel, chosen_language
from syrinx.app.viewmodels.message import Message
from syrinx.app.views.clone_parts import VerdictCard
from syrinx.app.views.crash_dialog import CrashDialog
from syrinx.app.views.general_page import GeneralPage
from tests.gui.conftest import Bench
from tests.language import ROOT, compile_into, load_tool, spoken

# Builds the real window, says what it reads, and closes it. Nothing but the start is changed.
READ = """
import json, sys
from PySide6.QtCore import QTimer
import syrinx.app.window as window
from syrinx.app.main import main

kept = window.MainWindow.show

def show(self):
    kept(self)
    QTimer.singleShot(0, lambda: look(self))

def look(self):
    said = [button.text() for button, _ in self._areas]
    print("SAID", json.dumps([self.windowTitle(), self.theme_button.toolTip(), *said]), flush=True)
    self.close()

window.MainWindow.show = show
sys.exit(main([]))
"""


@pytest.fixture(autouse=True)
def english_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system speak English, whatever the machine speaks that runs the test."""
    real = language_model.language_for
    monkeypatch.setattr(language_model, "language_for", lambda wanted: real(wanted, ["en"]))


@pytest.fixture
def page(bench: Bench) -> Iterator[GeneralPage]:
    """Return Settings, General, in sight."""
    extras = LiveExtras(bench.window, bench.model, bench.settings, bench.theme)
    bench.window.show_area(extras.view)
    found = extras.view.findChild(GeneralPage)
    assert found is not None
    found.extras = extras
    yield found
    extras.close()


def choose(page: GeneralPage, language: str | None) -> None:
    page.language.setCurrentIndex(page.language.findData(language))
    page.language.activated.emit(page.language.currentIndex())


def test_every_language_is_offered_by_its_own_name(page: GeneralPage) -> None:
    offered = [page.language.itemData(row) for row in range(page.language.count())]
    assert offered == [None, *LANGUAGES]
    assert page.language.itemText(offered.index("zh_CN")) == "简体中文"
    assert page.language.currentData() is None
    assert not page.restart.isVisible()


def test_the_choice_is_kept_and_says_when_it_needs_a_new_start(
    page: GeneralPage, bench: Bench
) -> None:
    choose(page, "zh_CN")
    assert page.restart.isVisible()
    choose(page, "en")  # what is spoken already
    assert not page.restart.isVisible()
    choose(page, None)
    assert not page.restart.isVisible()
    choose(page, "zh_CN")
    bench.settings.flush()
    again = SettingsStore(bench.settings.folder)
    assert chosen_language(again) == "zh_CN"
    assert LanguageModel(again).choice == "zh_CN"
    assert not LanguageModel(again).needs_restart
    again.deleteLater()


@pytest.mark.parametrize("kept", ["xx", 1, [], {"a": 1}, "", None, True])
def test_nonsense_in_the_settings_is_no_choice(tmp_path: Path, qtbot: QtBot, kept: object) -> None:
    settings = SettingsStore(tmp_path)
    settings.remember("language", kept)
    assert chosen_language(settings) is None
    assert not LanguageModel(settings).needs_restart
    settings.flush()
    settings.deleteLater()


def test_the_new_start_is_asked_for_and_the_window_closes(page: GeneralPage, bench: Bench) -> None:
    diagnostics = page.extras.diagnostics  # type: ignore[attr-defined]
    assert not diagnostics.restart_wanted
    choose(page, "zh_CN")
    page.restart.click()
    assert diagnostics.restart_wanted
    assert not bench.window.isVisible()


@pytest.mark.parametrize("chosen", ["zh_CN", "en"])
def test_the_next_start_speaks_it(tmp_path: Path, chosen: str) -> None:
    """The whole program, from its own files."""
    settings = SettingsStore(tmp_path)
    settings.remember("language", chosen)
    settings.flush()
    settings.deleteLater()
    environment = {**os.environ, "SYRINX_HOME": str(tmp_path), "LANGUAGE": "", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", READ], env=environment, capture_output=True, text=True,
        timeout=90, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("SAID ")]
    title, theme, *areas = json.loads(line.removeprefix("SAID "))
    assert title == "Syrinx"
    english = ["Live", "Voices", "Clone", "Settings", "Transcribe"]
    assert len(areas) == len(english)
    if chosen == "en":
        assert sorted(areas) == sorted(english)
        assert theme == "Light or dark"
    else:
        done_there = load_tool().read(ROOT / "assets" / "translations" / "syrinx_zh_CN.ts")
        assert sorted(areas) == sorted(done_there[name] for name in english)
        assert all("\u4e00" <= sign <= "\u9fff" for sign in "".join(areas))


# ---- sentences of other parts, where they are shown ----


@pytest.fixture
def telling(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """Speak a language of a few sentences."""
    done = {
        "The disk is full.": "磁盘已满。",
        'The voice "{0}" is gone.': "声音“{0}”不见了。",
        "The engine died.": "引擎已停止。",
        "input device": "输入设备",
    }
    with spoken(qapp, compile_into(tmp_path / "made", done)):
        yield


def test_messages_verdicts_and_crashes_are_told(
    telling: None, make_bench: Callable[..., Bench], qtbot: QtBot
) -> None:
    bench = make_bench()
    message = Message(level="error", text='The voice "Input device" is gone. The disk is full.')
    bench.model.message_posted.emit(message)
    bar = bench.window.live.messages
    assert bar.text.text() == "声音“Input device”不见了。磁盘已满。"
    assert bar.accessibleName() == bar.text.text()
    card = VerdictCard(bench.theme)
    qtbot.addWidget(card)
    card.show_verdict("poor", "Titles are.", ("The engine died.", "Other words."))
    assert card.text.text() == "引擎已停止。Other words."
    extras = LiveExtras(bench.window, bench.model, bench.settings, bench.theme)
    try:
        extras.diagnostics.watch()
        bench.deliver(EngineFailed(message="The engine died."))
        dialog = bench.window.findChild(CrashDialog)
        assert dialog is not None
        assert dialog.text.text() == "引擎已停止。"
        assert "The engine died." in dialog.report.toPlainText()  # for whoever helps
        dialog.close()
    finally:
        extras.close()


def test_the_parts_of_the_delay_are_told(telling: None, make_bench: Callable[..., Bench]) -> None:
    bench = make_bench()
    bench.model.start()
    bench.deliver()
    popover = bench.window.live.transport.popover
    popover.open_at(bench.window.rect().topRight())
    assert popover.rows()[0][0] == "输入设备"
    popover.hide()
