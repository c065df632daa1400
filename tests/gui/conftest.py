"""A window on a fake engine, and the check that no test leaves anything behind."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from multiprocessing import resource_tracker
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syrinx.app.services.engine_client import EngineClient
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.viewmodels.library import LibraryModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.theme import Theme
from syrinx.app.voices import VoiceLibrary
from tests.gui.fakes import FakeHost, make_voices


def settle() -> None:
    """Run what is posted, deletions included."""
    for _ in range(3):
        gc.collect()
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _active_timers() -> list[QTimer]:
    gc.collect()
    return [o for o in gc.get_objects() if type(o) is QTimer and _is_active(o)]


def _is_active(timer: QTimer) -> bool:
    try:
        return timer.isActive()
    except RuntimeError:  # its C++ half is gone
        return False


@pytest.fixture(autouse=True)
def no_leaks(qapp: QApplication, qtlog: object) -> Iterator[None]:
    """Fail when a thread, child process, timer or top-level widget is left, or Qt warned."""
    resource_tracker.ensure_running()  # multiprocessing keeps it for the whole session
    # What lives now is looked at no more: in a long session the full collections below took
    # seconds for each test.
    gc.collect()
    gc.freeze()
    threads = set(threading.enumerate())
    children = set(psutil.Process().children(recursive=True))
    widgets = set(QApplication.topLevelWidgets())
    timers = set(map(id, _active_timers()))
    yield
    settle()
    assert set(threading.enumerate()) <= threads, "a thread is left"
    assert set(psutil.Process().children(recursive=True)) <= children, "a child process is left"
    left = [w for w in QApplication.topLevelWidgets() if w not in widgets]
    assert not left, f"top-level widgets are left: {left}"
    running = [t for t in _active_timers() if id(t) not in timers]
    assert not running, f"timers still run: {[(t.parent(), t.interval()) for t in running]}"
    bad = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    warned = [
        r.message
        for r in qtlog.records  # type: ignore[attr-defined]
        # The offscreen platform says this of itself when a pop-up opens.
        if r.type in bad and not r.message.startswith("This plugin does not support")
    ]
    assert not warned, f"Qt warned: {warned}"


class Bench(SimpleNamespace):
    """The parts of a running window: host, client, settings, model, theme, window."""

    def deliver(self, *events: object) -> None:
        """Let the engine say something."""
        self.host.events.extend(events)
        self.client._on_poll()
        QApplication.processEvents()


@pytest.fixture
def make_bench(qtbot: QtBot, tmp_path: Path) -> Iterator[object]:
    """Return a function that builds models (and a window unless told otherwise) on a fake host."""
    made: list[Bench] = []

    def make(
        *,
        host: FakeHost | None = None,
        window: bool = True,
        library: VoiceLibrary | None = None,
        size: tuple[int, int] | None = (1280, 800),
    ) -> Bench:
        host = host or FakeHost()
        client = EngineClient(lambda: host)
        settings = SettingsStore(tmp_path)
        if library is None:
            model, area = LiveModel(client, settings, make_voices), None
        else:
            model = LiveModel(client, settings, library.list, picture=library.picture)
            area = LibraryModel(library, settings)
        bench = Bench(
            host=host, client=client, settings=settings, model=model, window=None, library=area
        )
        made.append(bench)
        if window:
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            bench.theme = Theme(application, "dark")
            bench.window = MainWindow(model, bench.theme, settings, area)
            if size is not None:
                bench.window.resize(*size)
            bench.window.show()
            qtbot.waitExposed(bench.window)
        model.open()
        bench.deliver()  # ready
        bench.deliver()  # devices
        return bench

    yield make
    for bench in made:
        if bench.window is not None:
            bench.window.close()
            bench.window.deleteLater()
            bench.theme.deleteLater()
        bench.model.close()
        bench.host.close()
        bench.model.deleteLater()
        if bench.library is not None:
            bench.library.deleteLater()
        bench.settings.deleteLater()
        bench.client.deleteLater()
    settle()


@pytest.fixture
def bench(make_bench: object) -> Bench:
    """Return a window on a fake engine that is ready."""
    return make_bench()  # type: ignore[operator,no-any-return]
