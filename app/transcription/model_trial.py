"""Opens a model once in a process of its own: a broken one ends only that."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from syrinx.app.clone.training_process import give_way
from syrinx.app.engine.spawn import spawn_child
from syrinx.app.transcription.layouts import Layout
from syrinx.dsp.errors import SyrinxError

MOST_S = 600.0
"""A large model from a slow disk takes minutes, not more."""
NOISE_S = 1.5
_PLACE = re.compile(r"^\S*\.(?:cc|h|cpp):\S*:\d+\s*")
"""Where in its source sherpa-onnx says something."""


class Tried(Protocol):
    """What is to be tried."""

    @property
    def kind(self) -> str: ...


class StoppedError(SyrinxError):
    """Somebody cancelled."""


def try_model(
    folder: Path, layout: Layout, *, name: str, cancelled: Callable[[], bool] = lambda: False
) -> None:
    """Open a model and let it hear a moment of noise; see `tried_aside`."""
    tried_aside(_try, folder, layout, name=name, cancelled=cancelled)


def tried_aside(
    work: Callable[[Path, Any], None],
    folder: Path,
    layout: Tried,
    *,
    name: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Run ``work(folder, layout)``, a function of a module, in a process of its own.

    ``name`` stands in what is said of the model.

    Raises
    ------
    SyrinxError
        It cannot be opened or decoded, takes too long, or the process cannot be started.
    StoppedError
        ``cancelled`` became true.
    """
    with tempfile.TemporaryDirectory(prefix="syrinx-trial-") as place:
        log = Path(place) / "log"
        try:
            process, connection = spawn_child(
                trial_main, work, str(folder), layout, str(log), name="syrinx-trial"
            )
        except OSError as error:
            raise SyrinxError(f"The model cannot be tried out ({error}).") from error
        try:
            answer = _wait(process, connection, cancelled)
        finally:
            connection.close()
            if process.is_alive():
                process.kill()
            process.join()
            process.close()
        if answer is None:
            raise SyrinxError(
                f"The {layout.kind} model {name} cannot be opened: {_last_words(log)}."
            )
        if answer:
            raise SyrinxError(answer.replace(folder.name, name))


def _wait(process: object, connection: Connection, cancelled: Callable[[], bool]) -> str | None:
    """Return what the trial says: "" = all is well; None = it died."""
    deadline = time.monotonic() + MOST_S
    while not cancelled():
        try:
            if connection.poll(0.1):
                return str(connection.recv())
        except (EOFError, OSError):
            return None
        if time.monotonic() > deadline:
            return "The model cannot be opened in ten minutes: it is too large for this computer."
    raise StoppedError("The model was not added: it was cancelled.")


def trial_main(
    connection: Connection,
    work: Callable[[Path, Any], None],
    folder: str,
    layout: object,
    log: str,
) -> None:
    """Run the trial: answer with "" or a sentence, or die over the model."""
    give_way()
    with open(log, "wb", buffering=0) as file:
        for number in (1, 2):  # of the whole process: native code writes there
            os.dup2(file.fileno(), number)
    try:
        work(Path(folder), layout)
    except SyrinxError as error:
        connection.send(str(error))
    except Exception as error:
        text = " ".join(f"{type(error).__name__}: {error}".split())
        connection.send(f"The model cannot be opened ({text}).")
    else:
        connection.send("")


def _try(folder: Path, layout: Layout) -> None:
    from syrinx.app.transcription.sherpa import SherpaRecognizer
    from syrinx.app.transcription.speech_cutter import LevelActivity

    recognizer = SherpaRecognizer(
        folder,
        layout,
        name="trial",
        language=None,
        make_activity=lambda: LevelActivity(layout.sample_rate),
    )
    noise = np.random.default_rng(0).standard_normal(round(NOISE_S * layout.sample_rate))
    stream = recognizer.stream()
    stream.accept((0.05 * noise).astype(np.float32))
    stream.finish()


def _last_words(log: Path) -> str:
    """Return the last line that it wrote, without the place in its source."""
    try:
        text = log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        text = ""
    lines = [_PLACE.sub("", line).strip() for line in text.splitlines()]
    said = next((line for line in reversed(lines) if line), "")
    return said.rstrip(".")[:300] or "it ended the process that tried"
