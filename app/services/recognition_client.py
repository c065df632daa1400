"""The transcription process as Qt sees it: works through the queue, one file after the other."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.clone.child import ChildDiedError, ChildProcess
from syrinx.app.services.checking_client import Child
from syrinx.app.transcription.process import (
    Answer,
    NotTranscribed,
    Progressed,
    Transcribe,
    Transcribed,
    transcription_main,
)
from syrinx.app.transcription.queue import Item, Options, TranscriptionQueue
from syrinx.app.transcription.transcript import Transcript, from_json
from syrinx.dsp.errors import SyrinxError

POLL_MS = 50
LAST_FILES = 20
"""So many tell how long the next ones take."""
MAX_DEATHS = 2
"""A recording that ends the process so often is left aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the recording is that runs now.

    Attributes
    ----------
    item
        Its id.
    done_s, total_s
        In seconds of the recording.
    left_s
        Seconds until it is done, by the speed so far; None = too early to tell.
    text
        The last words.
    """

    item: str
    done_s: float
    total_s: float
    left_s: float | None
    text: str


class RecognitionClient(QObject):
    """Owns the queue and the process that works on it.

    Parameters
    ----------
    queue
        Also what is left of the last time; it is gone on with after `resume`.
    child
        The process; started with the first file, given another one when it dies.

    Signals
    -------
    items_changed
        Items were added, removed, or changed their state.
    progressed
        A `Progress`.
    failed
        A sentence: the queue itself cannot go on, for instance because the disk is full.
    """

    items_changed = Signal()
    progressed = Signal(object)
    failed = Signal(str)

    def __init__(
        self, queue: TranscriptionQueue, child: Child, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.queue = queue
        self._child = child
        self._running: str | None = None
        self._began_at = 0.0
        self._deaths: dict[str, int] = {}
        self._paused = False
        self._took_s: deque[float] = deque(maxlen=LAST_FILES)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._on_poll)

    @property
    def running(self) -> str | None:
        """Id of the item that runs now."""
        return self._running

    @property
    def paused(self) -> bool:
        """Whether no further file is begun."""
        return self._paused

    @property
    def left_s(self) -> float | None:
        """Seconds until all is done, if files take what the last ones took; None = unknown."""
        if not self._took_s or self._running is None:
            return None
        each_s = sum(self._took_s) / len(self._took_s)
        running_s = max(0.0, each_s - (time.monotonic() - self._began_at))
        return running_s + each_s * self.queue.count("waiting")

    # ---- what a user does ----

    def add(
        self, paths: Iterable[Path], options: Options | None = None, *, skip_done: bool = False
    ) -> list[Item]:
        """Append files and folders, and begin; return what was added."""
        added = self._try(lambda: self.queue.add(paths, options, skip_done=skip_done)) or []
        self._go_on()
        return added

    def cancel(self, item_ids: Iterable[str]) -> None:
        """Take items out of what is to be done; the one that runs is stopped at once."""
        wanted = list(item_ids)
        if self._together(wanted, self.queue.cancel):
            for item_id in wanted:
                self._stop_if(item_id)
        self._go_on()

    def retry(self, item_ids: Iterable[str], options: Options | None = None) -> None:
        """Let items wait again."""
        wanted = list(item_ids)
        for item_id in wanted:
            self._deaths.pop(item_id, None)
        self._together(wanted, lambda item_id: self.queue.retry(item_id, options))
        self._go_on()

    def prioritise(self, *item_ids: str) -> None:
        """Let items be the next, in this order."""
        self._together(list(reversed(item_ids)), self.queue.prioritise)
        self.items_changed.emit()

    def remove(self, item_ids: Iterable[str]) -> None:
        """Forget items and their transcripts."""
        gone = list(item_ids)
        if self._try(lambda: self.queue.remove(gone) or True):
            for item_id in gone:
                self._stop_if(item_id)
        self._go_on()

    def correct(self, item_id: str, transcript: Transcript) -> bool:
        """Keep a transcript as a person has changed it; False = it could not be kept."""
        kept = self._try(lambda: self.queue.correct(item_id, transcript) or True)
        if kept:
            self.items_changed.emit()
        return bool(kept)

    def pause(self) -> None:
        """Begin no further file; the one that runs is finished."""
        self._paused = True
        self.items_changed.emit()

    def resume(self) -> None:
        """Go on with the queue."""
        self._paused = False
        for item in self.queue.items:  # such as could not be put back: the disk was full
            if item.state == "running" and item.id != self._running:
                self._try(lambda item=item: self.queue.wait_again(item.id))
        self._go_on()

    def close(self) -> None:
        """End the process; what runs waits for the next time."""
        self._timer.stop()
        self._child.close(kill=True)
        if self._running is not None:
            item_id, self._running = self._running, None
            self._try(lambda: self.queue.wait_again(item_id))

    # ---- inside ----

    def _try(self, change: Callable[[], object]) -> object:
        """Change the queue; what it cannot write is told."""
        try:
            return change()
        except SyrinxError as error:
            self.failed.emit(str(error))
            return None

    def _together(self, item_ids: list[str], change: Callable[[str], object]) -> bool:
        """Change several items, written once; False = nothing was changed."""

        def work() -> bool:
            with self.queue.together():
                for item_id in item_ids:
                    change(item_id)
            return True

        return bool(self._try(work))

    def _go_on(self) -> None:
        if self._running is None and not self._paused:
            item = self.queue.next()
            if item is not None:
                self._begin(item)
        self.items_changed.emit()

    def _begin(self, item: Item) -> None:
        try:
            self.queue.start(item.id)
            self._child.send(
                Transcribe(
                    item=item.id,
                    path=item.path,
                    model=item.options.model,
                    diarize=item.options.diarize,
                )
            )
        except SyrinxError as error:  # no process, or the disk is full: going on would be in vain
            self._paused = True
            self._try(lambda: self.queue.wait_again(item.id))
            self.failed.emit(str(error))
            return
        self._running, self._began_at = item.id, time.monotonic()
        self._timer.start()

    def _stop_if(self, item_id: str) -> None:
        if self._running == item_id:
            self._running = None
            self._timer.stop()
            self._child.close(kill=True)

    def _on_poll(self) -> None:
        try:
            answers: list[Answer] = self._child.poll()
        except ChildDiedError as error:
            self._on_died(str(error))
            return
        for answer in answers:
            if answer.item == self._running:
                self._hear(answer)

    def _hear(self, answer: Answer) -> None:
        match answer:
            case Progressed():
                taken = time.monotonic() - self._began_at
                share = answer.done_s / answer.total_s if answer.total_s else 0.0
                self.progressed.emit(
                    Progress(
                        item=answer.item,
                        done_s=answer.done_s,
                        total_s=answer.total_s,
                        left_s=taken * (1 - share) / share if share > 0.02 else None,
                        text=answer.text,
                    )
                )
            case Transcribed():
                self._end(lambda: self.queue.finish(answer.item, from_json(answer.transcript)))
            case NotTranscribed():
                self._end(lambda: self.queue.fail(answer.item, answer.message))

    def _end(self, note: Callable[[], None]) -> None:
        item_id, self._running = self._running, None
        self._took_s.append(time.monotonic() - self._began_at)
        self._timer.stop()
        try:
            note()
        except SyrinxError as error:  # the disk is full: what was understood cannot be kept
            self._paused = True
            self.failed.emit(str(error))
            if item_id is not None:
                self._try(lambda: self.queue.wait_again(item_id))
        self._go_on()

    def _on_died(self, message: str) -> None:
        item_id, self._running = self._running, None
        self._timer.stop()
        if item_id is None:
            return
        self._deaths[item_id] = self._deaths.get(item_id, 0) + 1
        if self._deaths[item_id] < MAX_DEATHS:
            self._try(lambda: self.queue.wait_again(item_id))
        else:
            self._try(lambda: self.queue.fail(item_id, message))
        self._go_on()


def make_recognition_client(folder: Path, parent: QObject | None = None) -> RecognitionClient:
    """Return the client of the data folder ``folder``.

    Raises
    ------
    SyrinxError
        The folder cannot be used.
    """
    child = ChildProcess(transcription_main, str(folder), name="syrinx-transcription")
    return RecognitionClient(TranscriptionQueue(folder / "transcription"), child, parent)
