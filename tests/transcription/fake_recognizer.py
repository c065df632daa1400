"""A recogniser that hears beeps: a tone of 500, 600 ... Hz is the word of its number.

It is no stub of a result: the words and times come out of the audio, so that a test which cuts,
resamples or delays the sound sees it.
"""

from __future__ import annotations

import sys
import types
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.transcription.transcript import Segment, Word
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

RATE = 16_000
FRAME = 320
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
LOW_HZ, STEP_HZ = 500.0, 100.0
PAUSE_FRAMES = 20
"""0.4 s of silence end a segment."""


def beeps(words: str, rate: int = RATE, *, word_s: float = 0.2, gap_s: float = 0.1) -> Audio:
    """Return the audio of these words, a gap before each and 0.6 s of silence at the end."""
    parts = []
    for word in words.split():
        hz = LOW_HZ + STEP_HZ * WORDS.index(word)
        time = np.arange(round(word_s * rate)) / rate
        parts += [np.zeros(round(gap_s * rate)), 0.3 * np.sin(2 * np.pi * hz * time)]
    parts.append(np.zeros(round(0.6 * rate)))
    return np.concatenate(parts).astype(np.float32)


class BeepStream:
    """One recording."""

    def __init__(self) -> None:
        self._rest: Audio = np.zeros(0, np.float32)
        self._frame = 0
        self._quiet = 0
        self._run: list[tuple[int, int]] = []
        """Word and first frame of each tone since the last pause; the last one may go on."""
        self._open = False
        self._words: list[Word] = []

    @property
    def partial(self) -> str:
        texts = [word.text for word in self._words]
        if self._open:
            texts.append(WORDS[self._run[0][0]])
        return " ".join(texts)

    def accept(self, audio: Audio) -> list[Segment]:
        audio = np.concatenate([self._rest, audio])
        whole = len(audio) - len(audio) % FRAME
        self._rest = audio[whole:]
        done: list[Segment] = []
        for frame in audio[:whole].reshape(-1, FRAME):
            done += self._hear(frame)
            self._frame += 1
        return done

    def finish(self) -> list[Segment]:
        self._end_word()
        return self._end_segment()

    def _hear(self, frame: Audio) -> list[Segment]:
        spectrum = np.abs(np.fft.rfft(frame * np.hanning(FRAME), 1600))
        hz = float(np.argmax(spectrum)) * RATE / 1600
        number = round((hz - LOW_HZ) / STEP_HZ)
        if np.max(np.abs(frame)) < 0.05 or not 0 <= number < len(WORDS):
            self._quiet += 1
            self._end_word()
            return self._end_segment() if self._quiet >= PAUSE_FRAMES else []
        self._quiet = 0
        if not self._open or self._run[0][0] != number:
            self._end_word()
            self._run, self._open = [(number, self._frame)], True
        return []

    def _end_word(self) -> None:
        if self._open:
            number, first = self._run[0]
            times = (first * FRAME / RATE, self._frame * FRAME / RATE)
            if self._frame - first >= 3:  # shorter ones are edges
                self._words.append(
                    Word(text=WORDS[number], start_s=times[0], end_s=times[1], confidence=0.9)
                )
            self._open = False

    def _end_segment(self) -> list[Segment]:
        words, self._words = self._words, []
        return [Segment(words=tuple(words))] if words else []


class BeepRecognizer:
    """Hears beeps."""

    name = "beeps"
    language = "en"
    sample_rate = RATE

    def __init__(self) -> None:
        self.streams = 0

    def stream(self) -> BeepStream:
        self.streams += 1
        return BeepStream()


def load_recognizer(model_id: str, home: Path) -> BeepRecognizer:
    """Stand in for `syrinx.app.transcription.models.load_recognizer`."""
    if model_id not in ("syrinx", "beeps"):
        raise SyrinxError(f'There is no recogniser "{model_id}".')
    return BeepRecognizer()


@pytest.fixture
def beep_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every `load_recognizer` of this process return a `BeepRecognizer`."""
    module = types.ModuleType("syrinx.app.transcription.models")
    module.load_recognizer = load_recognizer  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)


def beep_main(connection: Connection, home: str) -> None:
    """Entry of a caption process that hears beeps."""
    from syrinx.app.transcription.caption_process import serve

    serve(connection, home, load_recognizer)
