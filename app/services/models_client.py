"""Adding and downloading recognition models aside, one after the other, for the window."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from syrinx.app.transcription.downloads import Download
from syrinx.app.transcription.model_download import Step, fetch_model, step_of
from syrinx.app.transcription.model_store import Given, InstalledModel, ModelStore
from syrinx.app.transcription.model_trial import StoppedError
from syrinx.dsp.errors import SyrinxError

TELL_EVERY_S = 0.1
CLOSE_S = 2.0
"""A server that does not answer may take longer: the thread ends with the program then."""

_Report = Callable[[Step], None]
_Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One model on its way in.

    Attributes
    ----------
    title
        Its name.
    work
        Takes it in; runs in a thread.
    """

    title: str
    work: Callable[[_Report, _Cancelled], InstalledModel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the job is that runs."""

    title: str
    step: Step | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A job is over.

    Attributes
    ----------
    model
        What is installed now; None when it failed.
    message
        Why it failed.
    stopped
        Whether somebody cancelled it.
    """

    title: str
    model: InstalledModel | None = None
    message: str = ""
    stopped: bool = False


class ModelsClient(QObject):
    """Runs jobs one after the other in a thread; results come as signals in the window's thread.

    Parameters
    ----------
    store
        Where the models are.

    Signals
    -------
    progressed
        A `Progress`.
    ended
        An `Ended`.
    """

    progressed = Signal(object)
    ended = Signal(object)
    _told = Signal(object)
    _over = Signal(object)

    def __init__(self, store: ModelStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._waiting: list[Job] = []
        self._running: Progress | None = None
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        queued = Qt.ConnectionType.QueuedConnection
        self._told.connect(self._on_told, queued)
        self._over.connect(self._on_over, queued)

    @property
    def running(self) -> Progress | None:
        """What runs now, and how far it is."""
        return self._running

    @property
    def waiting(self) -> list[str]:
        """Titles of what comes then."""
        return [job.title for job in self._waiting]

    def add_folder(self, folder: Path, *, full_precision: bool = False) -> None:
        """Take a folder with a model in."""

        def work(report: _Report, cancelled: _Cancelled) -> InstalledModel:
            return self.store.add(
                folder,
                full_precision=full_precision,
                on_progress=lambda copied: report(step_of(copied)),
                cancelled=cancelled,
            )

        self._begin(Job(title=folder.name, work=work))

    def fetch(
        self, wanted: Download, *, given: Given | None = None, full_precision: bool = False
    ) -> None:
        """Download a model."""

        def work(report: _Report, cancelled: _Cancelled) -> InstalledModel:
            return fetch_model(
                wanted,
                self.store,
                given=given,
                full_precision=full_precision,
                on_progress=report,
                cancelled=cancelled,
            )

        title = given.name if given is not None and given.name else wanted.file_name
        self._begin(Job(title=title, work=work))

    @property
    def stopping(self) -> bool:
        """Whether what runs was cancelled and has not ended yet."""
        return self._running is not None and self._stop.is_set()

    def cancel(self) -> None:
        """Stop what runs; what waits goes on."""
        if self._running is not None:
            self._stop.set()
            self.progressed.emit(self._running)

    def close(self) -> None:
        """Stop everything; what was being downloaded can be gone on with."""
        self._waiting.clear()
        self._stop.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(CLOSE_S)
        self._running = None

    # ---- inside ----

    def _begin(self, job: Job) -> None:
        self._waiting.append(job)
        if self._thread is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._running = None
            return
        job = self._waiting.pop(0)
        self._stop = stop = threading.Event()
        self._running = Progress(title=job.title)
        self._thread = threading.Thread(
            target=self._run, args=(job, stop), name="models", daemon=True
        )
        self._thread.start()
        self.progressed.emit(self._running)

    def _run(self, job: Job, stop: threading.Event) -> None:
        """In the thread."""
        told_at, stage = 0.0, ""

        def report(step: Step) -> None:
            nonlocal told_at, stage
            now = time.monotonic()
            if step.stage != stage or now - told_at >= TELL_EVERY_S:
                told_at, stage = now, step.stage
                self._told.emit(Progress(title=job.title, step=step))

        try:
            ended = Ended(title=job.title, model=job.work(report, stop.is_set))
        except StoppedError as error:
            ended = Ended(title=job.title, message=str(error), stopped=True)
        except SyrinxError as error:
            ended = Ended(title=job.title, message=str(error))
        except Exception as error:
            text = " ".join(f"{type(error).__name__}: {error}".split())
            ended = Ended(title=job.title, message=f"This is an error in Syrinx itself ({text}).")
        self._over.emit(ended)

    def _on_told(self, progress: Progress) -> None:
        if self._thread is not None:
            self._running = progress
            self.progressed.emit(progress)

    def _on_over(self, ended: Ended) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return  # closed meanwhile
        thread.join()
        self._next()
        self.ended.emit(ended)


def make_models_client(home: Path, parent: QObject | None = None) -> ModelsClient:
    """Return the client of a data folder."""
    return ModelsClient(ModelStore(home), parent)
