"""Errors that nobody caught: into the log, and into one dialog that offers a new start."""

from __future__ import annotations

import subprocess
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from syrinx.app.logs import RotatingLog, crash_path
from syrinx.app.translation import mark, told, tr
from syrinx.app.viewmodels.diagnostics import DiagnosticsModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.views.crash_dialog import CrashDialog
from syrinx.app.views.main_window import MainWindow


class CrashReporter(QObject):
    """Takes over ``sys.excepthook`` and that of threads until `close`.

    One dialog at a time: what breaks behind it, or again after "Go on" with the same error, is
    only written down.

    Parameters
    ----------
    window
        Parent of the dialog; closed for a new start.
    live
        Gets the sentence for its message bar, and a new engine.
    model
        Makes the report.
    log
        Of the window.

    Attributes
    ----------
    restart_wanted
        Whether the program is to be started again once it has ended.
    """

    _raised = Signal(str, str)

    def __init__(
        self, window: MainWindow, live: LiveModel, model: DiagnosticsModel, log: RotatingLog
    ) -> None:
        super().__init__(window)
        self._window, self._live, self._model, self._log = window, live, model, log
        self.dialog: CrashDialog | None = None
        self.restart_wanted = False
        self._known: set[str] = set()
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_error
        threading.excepthook = lambda gone: self._on_error(
            gone.exc_type, gone.exc_value or gone.exc_type(), gone.exc_traceback
        )
        self._raised.connect(self._show)  # from another thread it is queued
        model.engine_failed.connect(self._on_engine_failed)

    def close(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._hooks
        if self.dialog is not None:
            self.dialog.close()

    def tell_last_time(self) -> None:
        """Say so when the window was ended by the system the last time."""
        path = crash_path(self._log.path.parent.parent, "window")
        text = (
            f"Syrinx ended unexpectedly the last time; the details are in {path}.1. Settings, "
            "Diagnostics, has a report for whoever can help."
        )
        self._live.message_posted.emit(Message(level="warning", text=text))

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        lines = "".join(traceback.format_exception(kind, error, trace))
        self._log.write("error", lines)
        if not self._log.path.exists():  # the disk is full, or not ours
            sys.stderr.write(lines)
        last = traceback.extract_tb(trace)[-1:] if trace is not None else []
        place = f"{last[0].filename}:{last[0].lineno}" if last else ""
        self._raised.emit(kind.__name__, f"{kind.__name__} {place}")

    def _show(self, kind: str, place: str) -> None:
        text = f"Something went wrong inside Syrinx ({kind}); details are in {self._log.path}."
        if self.dialog is not None or place in self._known:
            self._live.message_posted.emit(Message(level="error", text=text))
            return
        self._known.add(place)
        self._open(
            CrashDialog(
                self._window,
                title=tr("Something went wrong inside Syrinx ({kind}).", kind=kind),
                log=self._log.path,
                report=self._model.report,
                restart=self._restart,
            )
        )

    def _on_engine_failed(self, message: str) -> None:
        if self.dialog is not None:
            return
        self._open(
            CrashDialog(
                self._window,
                title=told(message),
                log=self._log.path.with_name("engine.log"),
                report=self._model.report,
                restart=self._live.open_engine,
                restart_text=mark("&Start the engine again"),
            )
        )

    def _open(self, dialog: CrashDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self) -> None:
        self.dialog = None

    def _restart(self) -> None:
        self.restart_wanted = True
        self._window.close()


def start_again() -> None:
    """Start the program anew, in a process that outlives this one."""
    frozen = getattr(sys, "frozen", False)
    command = [sys.executable] if frozen else [sys.executable, "-m", "syrinx.app"]
    subprocess.Popen(command, start_new_session=True, close_fds=True)
