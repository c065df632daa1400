"""Clips on the side of the control thread: read aside, handed over, followed, told about."""

from __future__ import annotations

import math
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from syrinx.app.audio_files import AudioReader
from syrinx.app.engine import messages as m
from syrinx.app.engine.clips import Clip, ClipMixer
from syrinx.app.resampling import resampled
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.dsp.units import db_to_gain

MAX_CLIP_S = 600.0
_BLOCK_S = 0.25
_KEPT_S = 1.0
"""After the DSP thread let go of a clip: it may still be inside the block that did."""


class ClipDesk:
    """Plays one clip at a time. Used by the control thread only.

    Parameters
    ----------
    send
        Takes the events.
    """

    def __init__(self, send: Callable[[m.Event], None]) -> None:
        self._send = send
        self._mixer: ClipMixer | None = None
        self._asked: ClipRequest | None = None
        self._read: queue.SimpleQueue[ReadClip] = queue.SimpleQueue()
        self._reader = ClipReader(self._read.put)
        self._retired: list[tuple[float, Clip]] = []

    def begin(self, mixer: ClipMixer) -> None:
        """Play into a new stream."""
        self._mixer = mixer

    def play(self, command: m.PlayClip, *, sample_rate: int) -> None:
        """Have the file read for a device of ``sample_rate`` Hz; then it replaces what plays."""
        self._withdraw("replaced")
        self._asked = ClipRequest(
            path=command.path, gain_db=command.gain_db, sample_rate=sample_rate
        )
        self._reader.request(self._asked)

    def stop(self) -> None:
        """Fade out what plays, and forget what is being read."""
        self._withdraw("command")
        self._replace(None, "command")

    def end(self, *, error: str | None) -> None:
        """Take leave of the stream, which has ended; ``error`` is the sentence when it broke."""
        reason: m.ClipEnd = "command" if error is None else "error"
        self._withdraw(reason, error)
        self._replace(None, reason, error)
        self._mixer = None
        self._retired.clear()

    def look_after(self) -> None:
        """Start what has been read, and tell what has ended; call it often."""
        while not self._read.empty():
            self._deliver(self._read.get())
        mixer, now = self._mixer, time.monotonic()
        if mixer is None:
            return
        if mixer.wanted is not None and mixer.wanted.done:
            self._replace(None, "ended")
        self._retired = [
            (now + _KEPT_S if mixer.holds(clip) else until, clip)
            for until, clip in self._retired
            if mixer.holds(clip) or now < until
        ]

    def close(self) -> None:
        """End the reading thread."""
        self._reader.close()

    def _deliver(self, read: ReadClip) -> None:
        mixer = self._mixer
        if read.request is not self._asked or mixer is None:
            return  # it was withdrawn while the file was being read
        self._asked = None
        if read.clip is None:
            message = read.error or f"{read.request.path} cannot be played."
            self._send(m.CommandFailed(command="PlayClip", message=message))
            return
        self._replace(read.clip, "replaced")
        self._send(m.ClipStarted(path=read.clip.path, seconds=read.clip.seconds))

    def _replace(self, clip: Clip | None, reason: m.ClipEnd, error: str | None = None) -> None:
        mixer = self._mixer
        if mixer is None:
            return
        before, mixer.wanted = mixer.wanted, clip
        if before is None:
            return
        self._retired.append((time.monotonic() + _KEPT_S, before))
        if before.done:  # since the last look
            reason, error = "ended", None
        self._send(
            m.ClipStopped(path=before.path, reason=reason, seconds=before.played_s, error=error)
        )

    def _withdraw(self, reason: m.ClipEnd, error: str | None = None) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._send(m.ClipStopped(path=asked.path, reason=reason, seconds=0.0, error=error))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClipRequest:
    """What to read, and for which rate; each request is itself alone."""

    path: str
    gain_db: float
    sample_rate: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadClip:
    """A clip ready to play, or the sentence that says why there is none."""

    request: ClipRequest
    clip: Clip | None = None
    error: str | None = None


class ClipReader:
    """A thread that reads the latest request; what is not asked for any more it breaks off.

    Parameters
    ----------
    deliver
        Called in the reader's thread with each result.
    """

    def __init__(self, deliver: Callable[[ReadClip], None]) -> None:
        self._deliver = deliver
        self._request: ClipRequest | None = None
        self._closing = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="clips", daemon=True)
        self._thread.start()

    def request(self, request: ClipRequest) -> None:
        """Ask for a clip."""
        with self._changed:
            self._request = request
            self._changed.notify()

    def close(self) -> None:
        """End the thread."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(10.0)

    def _run(self) -> None:
        while True:
            with self._changed:
                while self._request is None and not self._closing:
                    self._changed.wait()
                request, self._request = self._request, None
                if self._closing or request is None:
                    return
            self._deliver(self._attempt(request))

    def _attempt(self, request: ClipRequest) -> ReadClip:
        """Read, and put every failure into a sentence."""
        try:
            return ReadClip(request=request, clip=read_clip(request, unwanted=self._unwanted))
        except SyrinxError as error:
            return ReadClip(request=request, error=str(error))
        except Exception as error:  # a strange file must not end the engine
            sentence = f"{request.path} cannot be played ({type(error).__name__}: {error})."
            return ReadClip(request=request, error=sentence)

    def _unwanted(self) -> bool:
        return self._closing or self._request is not None


def read_clip(request: ClipRequest, *, unwanted: Callable[[], bool] = lambda: False) -> Clip | None:
    """Read a sound file as mono at the rate asked for.

    Parameters
    ----------
    request
        What to read.
    unwanted
        Asked between blocks; once it says yes, reading is broken off and gives None.

    Raises
    ------
    SyrinxError
        The file is missing or broken, or longer than `MAX_CLIP_S`.
    """
    path = Path(request.path)
    with AudioReader(path) as reader:
        rate = reader.sample_rate
        if reader.seconds > MAX_CLIP_S:
            raise SyrinxError(
                f"{path} is longer than {MAX_CLIP_S / 60:.0f} minutes, the most that can be "
                "played: cut it first."
            )
        # In place: ten minutes are 115 MB, and lists of blocks would take that twice.
        room = math.ceil(reader.frames * request.sample_rate / rate) + 1
        audio: Audio = np.empty(room, np.float32)
        filled = 0
        for block in resampled(reader.blocks(round(_BLOCK_S * rate)), rate, request.sample_rate):
            if unwanted():
                return None
            part = block[: room - filled]
            audio[filled : filled + part.shape[0]] = part
            filled += part.shape[0]
    if not filled:
        raise SyrinxError(f"{path} holds no audio.")
    audio = audio[:filled]
    audio *= np.float32(db_to_gain(request.gain_db))
    return Clip(request.path, audio, sample_rate=request.sample_rate)
