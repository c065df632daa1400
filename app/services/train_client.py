"""The training process as Qt sees it: commands as methods, events as a signal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.clone.training_messages import (
    CancelTraining,
    Event,
    LiveStream,
    TrainingFailed,
)
from syrinx.dsp.errors import SyrinxError

POLL_MS = 50


class Host(Protocol):
    """What the client needs of ``syrinx.app.clone.training_host.TrainingHost``."""

    @property
    def running(self) -> bool: ...

    def start(self, folder: Path, *, live: bool = False) -> None: ...

    def send(self, command: CancelTraining | LiveStream) -> None: ...

    def poll(self) -> list[Event]: ...

    def close(self) -> None: ...


class TrainClient(QObject):
    """Wraps a training host.

    Parameters
    ----------
    make_host
        Makes the host; called by the first :meth:`start`.
    """

    event_received = Signal(object)

    def __init__(self, make_host: Callable[[], Host], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_host = make_host
        self._host: Host | None = None
        self._live = False
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._on_poll)

    @property
    def running(self) -> bool:
        """Whether a voice is being made."""
        return self._host is not None and self._host.running

    def start(self, folder: Path) -> None:
        """Make the voice of the job in ``folder``, or go on with it.

        What fails comes as a `TrainingFailed` event.
        """
        if self._host is None:
            self._host = self._make_host()
        try:
            self._host.start(folder, live=self._live)
        except SyrinxError as error:
            self.event_received.emit(TrainingFailed(message=str(error)))
            return
        self._timer.start()

    def cancel(self) -> None:
        """End the job with the best so far; `TrainingCancelled` follows."""
        if self._host is not None:
            self._host.send(CancelTraining())

    def set_live(self, runs: bool) -> None:
        """Tell whether a live stream runs: training leaves a core to it."""
        self._live = runs
        if self._host is not None:
            self._host.send(LiveStream(runs=runs))

    def close(self) -> None:
        """End the process at once; the job can be gone on with. The client can be used again."""
        self._timer.stop()
        if self._host is not None:
            self._host.close()
            self._host = None

    def _on_poll(self) -> None:
        if self._host is None:
            return
        events = self._host.poll()
        if not self._host.running:
            self._timer.stop()
        for event in events:
            self.event_received.emit(event)


def make_training_host(folder: Path) -> Host:
    """Return the real host for the data folder ``folder``."""
    from syrinx.app.clone.training_host import TrainingHost

    return TrainingHost(home=folder)
