"""The caption process as a command sees it: asked on the side, never waited for."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from syrinx.app.clone.child import ChildProcess
from syrinx.app.files import write_atomically
from syrinx.app.transcription import formats
from syrinx.app.transcription.caption_lag import LagMeter
from syrinx.app.transcription.caption_process import (
    Answer,
    Caption,
    Listen,
    Listening,
    NotListening,
    Rest,
    Resting,
)
from syrinx.app.transcription.listening import Said
from syrinx.app.transcription.transcript import Segment, Transcript
from syrinx.dsp.errors import SyrinxError

FINISH_S = 5.0
"""The end of what was being said is waited for so long."""


class HeardCaptions:
    """Owner of a caption process.

    Parameters
    ----------
    target, home
        Entry of the process, and the data folder.
    model
        Id of the recogniser.
    show
        Gets what is new.

    Attributes
    ----------
    segments
        All that is final.
    lag
        How long after their end words were shown.
    """

    def __init__(
        self, target: Callable[..., None], home: Path, model: str, *, show: Callable[[Said], None]
    ) -> None:
        self._child = ChildProcess(target, str(home), name="syrinx-captions")
        self._model, self._show = model, show
        self._began_at = time.monotonic()
        self._token = 0
        self._resting = True
        self._name = model
        self._language: str | None = None
        self.segments: list[Segment] = []
        self.lag = LagMeter()

    def __enter__(self) -> HeardCaptions:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._child.close(kill=True)

    def listen(self, tap_name: str) -> None:
        """Listen to the input of these taps."""
        self._token += 1
        self._resting = False
        self._began_at = time.monotonic()
        self._child.send(
            Listen(
                token=self._token,
                tap_name=tap_name,
                source="input",
                model=self._model,
                began_at=self._began_at,
            )
        )

    def poll(self) -> bool:
        """Show what is new; False, so that a command goes on.

        Raises
        ------
        SyrinxError
            The recogniser cannot be had, or the process is gone.
        """
        for answer in self._child.poll():
            self._hear(answer)
        return False

    def finish(self) -> None:
        """End what is being said, and wait for it; call when nothing more is recorded."""
        if self._resting:
            return
        with contextlib.suppress(SyrinxError):
            self._child.send(Rest(token=self._token))
            deadline = time.monotonic() + FINISH_S
            while not self._resting and time.monotonic() < deadline:
                self.poll()
                time.sleep(0.01)

    def write(self, path: Path) -> None:
        """Write what was said, in the format that the ending of ``path`` asks for.

        Raises
        ------
        SyrinxError
            It cannot be written.
        """
        transcript = Transcript(
            segments=tuple(self.segments),
            duration_s=max(0.0, time.monotonic() - self._began_at),
            language=self._language,
            model=self._name,
        )
        text = formats.write(transcript, path.suffix[1:].lower())
        write_atomically(path, text.encode("utf-8"))

    def _hear(self, answer: Answer) -> None:
        match answer:
            case Listening():
                self._name, self._language = answer.model, answer.language
            case Caption():
                said, now = answer.said, time.monotonic()
                for segment in said.final:
                    self.segments.append(segment)
                    ends = [(word.text, said.began_at + word.end_s) for word in segment.words]
                    self.lag.end(ends, now)
                self.lag.show(said.partial, now)
                self._show(Said(final=said.final, partial=said.partial))
            case Resting():
                self._resting = True
            case NotListening():
                self._resting = True
                raise SyrinxError(answer.message)


def check_output(path: Path | None, *, overwrite: bool) -> None:
    """Raise SyrinxError now rather than after an hour of speech."""
    if path is None:
        return
    if path.suffix[1:].lower() not in formats.FORMATS:
        known = " ".join(f".{kind}" for kind in formats.FORMATS)
        raise SyrinxError(f'"{path.name}" needs one of these endings: {known}.')
    if path.exists() and not overwrite:
        raise SyrinxError(f"{path} is there already: --overwrite writes it anew.")
    if not path.parent.is_dir():
        raise SyrinxError(f"Cannot write {path}: there is no folder {path.parent}.")
