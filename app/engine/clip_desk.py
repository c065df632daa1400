"""Clips on the side of the control thread: read aside, handed over, followed, told about."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from syrinx.app.engine import messages as m
from syrinx.app.engine.clip_reader import ReadRequest, ReadResult, Shelf, attempt
from syrinx.app.engine.clips import MAX_CLIPS, Clip, ClipMixer, Playable, Sound
from syrinx.app.engine.errands import Errands
from syrinx.app.engine.fed_clip import MAX_WAITING_S, FedClip
from syrinx.app.engine.priority import BESIDE, raise_thread_priority
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.units import db_to_gain

_KEPT_S = 1.0
"""After the DSP thread let go of a clip: it may still be inside the block that did."""
_PREPARING = "prepare"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Asked:
    """A clip whose file is being read."""

    command: m.PlayClip
    request: ReadRequest


class ClipDesk:
    """Plays clips, one a slot, in all at most `MAX_CLIPS`. Used by the control thread only.

    Parameters
    ----------
    send
        Takes the events.
    """

    def __init__(self, send: Callable[[m.Event], None]) -> None:
        self._send = send
        self._mixer: ClipMixer | None = None
        self._silent = False
        self._asked: dict[str, _Asked] = {}
        self._playing: dict[str, Playable] = {}
        self._preparing: ReadRequest | None = None
        self._shelf = Shelf()
        self._read: queue.SimpleQueue[ReadResult] = queue.SimpleQueue()
        # Above other programs, as the builder of voices: it holds the interpreter's lock, too.
        self._reader: Errands[ReadRequest, ReadResult] = Errands(
            attempt,
            self._read.put,
            name="clips",
            begin=lambda: raise_thread_priority(BESIDE),
        )
        self._retired: list[tuple[float, Playable]] = []

    @property
    def played(self) -> tuple[tuple[str, float], ...]:
        """Slots and how far their clips were taken, in s."""
        return tuple((slot, clip.played_s) for slot, clip in self._playing.items())

    def begin(self, mixer: ClipMixer, *, silent: bool = False) -> None:
        """Play into a new stream; one that is silent has no voice to say a clip."""
        self._mixer, self._silent = mixer, silent
        self._prepare_next()

    def play(self, command: m.PlayClip) -> None:
        """Have the file read, unless it is at hand; then it replaces what plays in its slot."""
        mixer = self._mixer
        if mixer is None:
            return
        self._withdraw(command.slot, "replaced")
        if command.alone:
            self._stop_others(command.slot)
        sound = self._shelf.find(command.path, mixer.sample_rate) if command.whole else None
        if sound is not None:
            self._start(command, sound)
            return
        request = ReadRequest(
            path=command.path,
            sample_rate=mixer.sample_rate,
            start_s=command.start_s,
            seconds=command.seconds,
        )
        self._asked[command.slot] = _Asked(command=command, request=request)
        self._reader.request(request, ("play", command.slot))

    def begin_feed(self, command: m.PlayFed) -> None:
        """Make a clip that is fed, instead of what plays in its slot; it sounds when there is some.

        Raises
        ------
        SyrinxError
            There is no stream.
        """
        mixer = self._mixer
        if mixer is None:
            raise SyrinxError("Nothing runs: start the stream, then speak.")
        self._withdraw(command.slot, "replaced")
        clip = FedClip(
            command.label,
            slot=command.slot,
            source_rate=command.sample_rate,
            sample_rate=mixer.sample_rate,
            gain=_gain(command.gain_db),
            through_voice=command.through_voice and not self._silent,
        )
        self._begin(clip, 0.0)

    def feed(self, command: m.FeedClip) -> None:
        """Append to the clip of a slot; one that has ended or was replaced gets nothing.

        Raises
        ------
        SyrinxError
            More waits than anybody can hear in a minute.
        """
        clip = self._playing.get(command.slot)
        if not isinstance(clip, FedClip) or clip.path != command.label:
            return
        if clip.waiting_s > MAX_WAITING_S:
            raise SyrinxError("Speech comes faster than it is heard: wait for what is told.")
        clip.put(np.frombuffer(command.audio, np.float32), last=command.last)

    def stop(self, slot: str | None) -> None:
        """Fade out what plays in a slot, or in all, and forget what is being read for it."""
        for name in self._slots() if slot is None else [slot]:
            self._withdraw(name, "command")
            self._end(name, "command")

    def set_gain(self, slot: str, gain_db: float) -> None:
        """Change the level of a slot's clip."""
        asked, clip = self._asked.get(slot), self._playing.get(slot)
        if clip is not None:
            clip.gain = _gain(gain_db)
        if asked is not None:
            command = replace(asked.command, gain_db=gain_db)
            self._asked[slot] = replace(asked, command=command)

    def prepare(self, paths: tuple[str, ...]) -> None:
        """Keep these files at hand from now on."""
        self._shelf.want(paths)
        self._prepare_next()

    def end(self, *, error: str | None) -> None:
        """Take leave of the stream, which has ended; ``error`` is the sentence when it broke."""
        reason: m.ClipEnd = "command" if error is None else "error"
        for slot in self._slots():
            self._withdraw(slot, reason, error)
            self._end(slot, reason, error)
        self._mixer = None
        self._retired.clear()

    def look_after(self) -> None:
        """Start what has been read, and tell what has ended; call it often."""
        while not self._read.empty():
            self._deliver(self._read.get())
        mixer, now = self._mixer, time.monotonic()
        if mixer is None:
            return
        for slot in [slot for slot, clip in self._playing.items() if clip.ended]:
            self._end(slot, "ended")
        if self._retired:
            self._retired = [
                (now + _KEPT_S if mixer.holds(clip) else until, clip)
                for until, clip in self._retired
                if mixer.holds(clip) or now < until
            ]

    def close(self) -> None:
        """End the reading thread."""
        self._reader.close()

    # ---- inside ----

    def _slots(self) -> list[str]:
        return list({**self._asked, **self._playing})

    def _deliver(self, read: ReadResult) -> None:
        if read.request.start_s == 0.0 and read.request.seconds is None:
            self._shelf.put(read)
        if read.request is self._preparing:
            self._preparing = None
            self._prepare_next()
            return
        asked = next((it for it in self._asked.values() if it.request is read.request), None)
        if asked is None:
            return  # it was withdrawn while the file was being read
        command = asked.command
        del self._asked[command.slot]
        if read.sound is None:
            message = read.error or f"{read.request.path} cannot be played."
            self._send(m.CommandFailed(command="PlayClip", message=message, slot=command.slot))
            return
        self._start(command, read.sound)

    def _prepare_next(self) -> None:
        """One at a time, so that a clip to be played waits for one file at most."""
        mixer = self._mixer
        path = None if mixer is None else self._shelf.missing(mixer.sample_rate)
        if mixer is None or path is None or self._preparing is not None:
            return
        self._preparing = ReadRequest(path=path, sample_rate=mixer.sample_rate)
        self._reader.request(self._preparing, _PREPARING)

    def _start(self, command: m.PlayClip, sound: Sound) -> None:
        clip = Clip(
            sound,
            slot=command.slot,
            gain=_gain(command.gain_db),
            loop=command.loop,
            through_voice=command.through_voice and not self._silent,
        )
        self._begin(clip, sound.seconds)

    def _begin(self, clip: Playable, seconds: float) -> None:
        mixer, slot = self._mixer, clip.slot
        if mixer is None:
            return
        self._end(slot, "replaced")
        while len(self._playing) >= MAX_CLIPS:
            self._end(next(iter(self._playing)), "replaced")
        self._playing[slot] = clip
        mixer.start(clip)
        self._send(m.ClipStarted(path=clip.path, seconds=seconds, slot=slot))

    def _stop_others(self, slot: str) -> None:
        for other in self._slots():
            if other not in (slot, ""):
                self._withdraw(other, "replaced")
                self._end(other, "replaced")

    def _end(self, slot: str, reason: m.ClipEnd, error: str | None = None) -> None:
        clip = self._playing.pop(slot, None)
        if clip is None:
            return
        self._retired.append((time.monotonic() + _KEPT_S, clip))
        if clip.ended:  # since the last look
            reason, error = "ended", None
        elif self._mixer is not None:
            self._mixer.stop(clip)
        self._send(
            m.ClipStopped(
                path=clip.path, reason=reason, seconds=clip.played_s, error=error, slot=slot
            )
        )

    def _withdraw(self, slot: str, reason: m.ClipEnd, error: str | None = None) -> None:
        asked = self._asked.pop(slot, None)
        if asked is not None:
            self._reader.withdraw(lambda key: key != ("play", slot))
            path = asked.command.path
            self._send(m.ClipStopped(path=path, reason=reason, seconds=0.0, error=error, slot=slot))


def _gain(gain_db: float) -> float:
    return float(db_to_gain(gain_db))
