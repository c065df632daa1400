"""Speech into the engine while it is made: its output is the virtual microphone, or the ear."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Protocol

from syrinx.app.engine import messages as m
from syrinx.app.synthesis.reading import Place, Spoken
from syrinx.app.synthesis.script import Sentence
from syrinx.app.synthesis.synthesizer import WordTime
from syrinx.dsp.errors import SyrinxError

FED_AHEAD_S = 3.0
"""The engine has so much in hand; what changes is heard after that at the latest."""
PIECE_S = 0.5
SLOT = "speech"


class Source(Protocol):
    """Where speech comes from: a `Reader` in this process, an `Inbox` of the one that speaks."""

    @property
    def finished(self) -> bool: ...

    def take(self, timeout_s: float | None = None) -> Spoken | None: ...

    def heard(self, seconds: float) -> None: ...

    def close(self) -> None: ...


class Feeder:
    """Hands a reading to the engine as fast as it is heard. Call `poll` a few times a second.

    Parameters
    ----------
    reader
        Makes the speech.
    sample_rate
        Of it, in Hz.
    send
        Takes the engine's commands.
    slot, gain_db, through_voice
        As in `syrinx.app.engine.messages.PlayFed`.

    Attributes
    ----------
    done
        Whether everything was heard, or it was ended.
    error
        Why it ended early, else None.
    """

    def __init__(
        self,
        reader: Source,
        sample_rate: int,
        send: Callable[[m.Command], None],
        *,
        slot: str = SLOT,
        gain_db: float = 0.0,
        through_voice: bool = False,
    ) -> None:
        self._reader, self._rate, self._send = reader, sample_rate, send
        self._slot, self._gain_db, self._through_voice = slot, gain_db, through_voice
        self._label = f"speech {secrets.token_hex(4)}"
        self._place = Place(sample_rate)
        self._fed_s = self.heard_s = 0.0
        self._started = self._all_fed = self.done = False
        self.error: str | None = None

    def begin(self) -> None:
        """Open the clip; the stream runs."""
        self._send(
            m.PlayFed(
                label=self._label,
                sample_rate=self._rate,
                slot=self._slot,
                gain_db=self._gain_db,
                through_voice=self._through_voice,
            )
        )

    def poll(self) -> None:
        """Hand on what is made, as far as the engine needs it."""
        while self._started and not self.done and not self._all_fed:
            if self._fed_s - self.heard_s >= FED_AHEAD_S:
                return
            try:
                spoken = self._reader.take(timeout_s=0.0)
            except SyrinxError as error:
                self.error, spoken = str(error), None
            if spoken is None:
                if not self._reader.finished and self.error is None:
                    return
                self._feed(b"", last=True)
                self._all_fed = True
                return
            self._hand_on(spoken)

    def on_event(self, event: m.Event) -> None:
        """Follow what the engine tells."""
        match event:
            case m.ClipStarted() if event.path == self._label:
                self._started = True
            case m.Telemetry():
                self.heard_s = next(
                    (seconds for slot, seconds in event.clips if slot == self._slot), self.heard_s
                )
                self._reader.heard(self.heard_s)
            case m.ClipStopped() if event.path == self._label:
                self.heard_s = event.seconds
                self.done = True
                self.error = self.error or event.error
            case m.CommandFailed() if event.slot == self._slot:
                self.done, self.error = True, event.message
            case m.StreamStopped() | m.DeviceLost() | m.EngineFailed():
                self.done = True

    def where(self) -> tuple[Sentence | None, WordTime | None]:
        """Return the sentence and the word that are heard now."""
        return self._place.at(self.heard_s)

    def close(self) -> None:
        """Fade out what is heard, and make nothing any more."""
        if self._started and not self.done:
            self._send(m.StopClip(slot=self._slot))
        self.done = True
        self._reader.close()

    def _hand_on(self, spoken: Spoken) -> None:
        self._place.took(spoken)
        audio, size = spoken.chunk.audio, round(PIECE_S * self._rate)
        for at in range(0, len(audio), size):
            self._feed(audio[at : at + size].tobytes(), last=False)
        self._fed_s += len(audio) / self._rate

    def _feed(self, audio: bytes, *, last: bool) -> None:
        self._send(m.FeedClip(label=self._label, slot=self._slot, audio=audio, last=last))
