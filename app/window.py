"""Builds the window and its parts, and runs them until it is closed."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from syrinx.app import translation
from syrinx.app.caption_area import CaptionArea
from syrinx.app.clone_area import CloneArea
from syrinx.app.crashes import start_again
from syrinx.app.instance import SingleInstance
from syrinx.app.live_extras import LiveExtras
from syrinx.app.recognition_area import add_recognition
from syrinx.app.services.engine_client import EngineClient, make_engine_host
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.settings import home
from syrinx.app.viewmodels.language import chosen_language
from syrinx.app.viewmodels.library import LibraryModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.theme import Theme, application_icon
from syrinx.app.voices import VoiceLibrary


def run_window() -> int:
    """Open the window; return the exit code when it is closed.

    Raises
    ------
    SyrinxError
        The data folder cannot be used, or a window of the same folder is open already.
    """
    qInstallMessageHandler(_on_qt_message)
    folder = home()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Syrinx")
    application.setDesktopFileName("syrinx")
    instance = SingleInstance(folder)
    application.setWindowIcon(application_icon())
    settings = SettingsStore(folder)
    translation.install(application, translation.language_for(chosen_language(settings)))
    theme = Theme(application, settings.current.theme)
    library = VoiceLibrary(folder)
    engine = EngineClient(lambda: make_engine_host(folder))
    model = LiveModel(engine, settings, library.list, picture=library.picture)
    window = MainWindow(model, theme, settings, LibraryModel(library, settings))
    clone = CloneArea(window, model, engine, theme, library, folder)
    extras = LiveExtras(window, model, settings, theme, library)
    recognition = add_recognition(
        window, model, settings, extras.studio.player, theme, folder, extras.models
    )
    captions = CaptionArea(window, model, settings, theme, folder)
    captions.offer(extras.control.registry)
    instance.raise_requested.connect(lambda: _to_front(window))
    extras.diagnostics.watch()
    signals = _Signals(window)
    window.show()
    QTimer.singleShot(0, model.open)
    QTimer.singleShot(0, extras.open)
    if recognition is not None:
        QTimer.singleShot(0, recognition.open)
    try:
        return application.exec()
    finally:
        signals.close()
        if recognition is not None:
            recognition.close()
        captions.close()
        extras.close()
        clone.close()
        model.close()
        instance.close()
        if extras.diagnostics.restart_wanted:
            start_again()


def _to_front(window: MainWindow) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


class _Signals(QObject):
    """Closes the window on SIGINT and SIGTERM.

    Python runs a signal handler only between its own instructions, of which there may be none
    for as long as nothing happens in the window: the wake-up socket makes something happen.

    The handler only asks the event loop: a window that were closed before the loop runs would
    leave a program without a window that nothing ends.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_wake)
        self._before = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: QTimer.singleShot(0, self._end))

    def close(self) -> None:
        """Give the signals back."""
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()

    def _end(self) -> None:
        QApplication.closeAllWindows()  # an open dialog, too
        QApplication.quit()

    def _on_wake(self) -> None:
        with contextlib.suppress(OSError):
            self._ours.recv(64)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if kind == QtMsgType.QtFatalMsg:
        # Qt would abort with a core dump, for instance without libxcb-cursor0.
        first = text.strip().splitlines()[0].rstrip(".")
        sys.stderr.write(
            f"Syrinx cannot open its window: {first}; run syrinx doctor, or use the command "
            "line: syrinx live --voice NAME.\n"
        )
        sys.stderr.flush()
        os._exit(1)
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtWarningMsg) and os.environ.get("SYRINX_DEBUG"):
        sys.stderr.write(text + "\n")
