"""Reads a script aloud: a few seconds ahead of whoever listens, sentence by sentence.

However long the script is, only the sentences between what is made and what is heard are in
memory. A reading can be begun at any sentence, ended at any moment, and a sentence made anew.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from syrinx.app.synthesis.script import Script, Sentence
from syrinx.app.synthesis.synthesizer import Manner, SpeechChunk, Synthesizer, WordTime
from syrinx.dsp.errors import SyrinxError

AHEAD_S = 20.0
"""So much is made before it is heard: a slow sentence does not stop the flow."""
JOIN_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spoken:
    """A chunk of a script.

    Attributes
    ----------
    sentence
        What it belongs to.
    chunk
        Audio and words; their times count from the beginning of the sentence.
    first, last
        Whether the sentence begins, or ends, with it.
    """

    sentence: Sentence
    chunk: SpeechChunk
    first: bool
    last: bool


def read_aloud(
    script: Script,
    voice: Synthesizer,
    manner: Manner | Callable[[], Manner],
    *,
    first: int = 0,
    takes: Callable[[int], int] = lambda _: 0,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Spoken]:
    """Yield the chunks of a script, one sentence after the other, as they are asked for.

    Parameters
    ----------
    manner
        A function is asked before each sentence: what changes counts from the next one on.
    first
        Number of the sentence to begin with.
    takes
        Which reading of a sentence is wanted.
    stopped
        Asked before each chunk.

    Raises
    ------
    SyrinxError
        A sentence cannot be said.
    """
    for sentence in script.from_sentence(first):
        if stopped():
            return
        how = manner() if callable(manner) else manner
        yield from say(sentence, voice, how, take=takes(sentence.number), stopped=stopped)


def say(
    sentence: Sentence,
    voice: Synthesizer,
    manner: Manner,
    *,
    take: int = 0,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Spoken]:
    """Yield the chunks of one sentence, alone."""
    before: SpeechChunk | None = None
    begun = False
    for chunk in voice.speak(sentence, manner, take=take):
        if stopped():
            return
        if before is not None:
            yield Spoken(sentence=sentence, chunk=before, first=not begun, last=False)
            begun = True
        before = chunk
    if before is not None:
        yield Spoken(sentence=sentence, chunk=before, first=not begun, last=True)


class Reader:
    """Makes a script in a thread, at most `AHEAD_S` ahead of whoever takes it.

    Parameters
    ----------
    make
        Makes the chunks, given a function that says when to stop; see `read_aloud`.
    sample_rate
        Of the audio, in Hz.
    ahead_s
        Seconds that wait at most, and one chunk.
    """

    def __init__(
        self,
        make: Callable[[Callable[[], bool]], Iterator[Spoken]],
        sample_rate: int,
        *,
        ahead_s: float = AHEAD_S,
    ) -> None:
        self._make, self._rate, self._ahead_s = make, sample_rate, ahead_s
        self._ready: deque[Spoken] = deque()
        self._waiting_s = 0.0
        self._change = threading.Condition()
        self._stop = self._done = False
        self._error: str | None = None
        self._thread = threading.Thread(target=self._run, name="syrinx-reader", daemon=True)
        self._thread.start()

    @property
    def waiting_s(self) -> float:
        """Seconds that are made and not taken."""
        with self._change:
            return self._waiting_s

    @property
    def finished(self) -> bool:
        """Whether everything was taken, or it was ended."""
        with self._change:
            return self._stop or (self._done and not self._ready)

    def take(self, timeout_s: float | None = None) -> Spoken | None:
        """Return the next chunk; None = the end, or none came in time (see `finished`).

        Raises
        ------
        SyrinxError
            A sentence could not be said; what was made before it has been given.
        """
        with self._change:
            self._change.wait_for(lambda: self._ready or self._done or self._stop, timeout_s)
            if self._stop:
                return None
            if self._ready:
                spoken = self._ready.popleft()
                self._waiting_s -= len(spoken.chunk.audio) / self._rate
                self._change.notify_all()
                return spoken
            if self._error is not None:
                error, self._error = self._error, None
                raise SyrinxError(error)
            return None

    def __iter__(self) -> Iterator[Spoken]:
        """Yield the chunks until the end."""
        while (spoken := self.take()) is not None:
            yield spoken

    def heard(self, seconds: float) -> None:
        """Take note of how far the listener is; what was taken says enough here."""

    def close(self) -> None:
        """End it: what waits is thrown away; the sentence in work is finished first."""
        with self._change:
            self._stop = True
            self._ready.clear()
            self._waiting_s = 0.0
            self._change.notify_all()
        self._thread.join(JOIN_S)

    def _stopped(self) -> bool:
        return self._stop

    def _run(self) -> None:
        error = None
        try:
            for spoken in self._make(self._stopped):
                with self._change:
                    self._change.wait_for(lambda: self._stop or self._waiting_s < self._ahead_s)
                    if self._stop:
                        return
                    self._ready.append(spoken)
                    self._waiting_s += len(spoken.chunk.audio) / self._rate
                    self._change.notify_all()
        except SyrinxError as failed:
            error = str(failed)
        except MemoryError:
            error = "There is not enough memory for this: close other programs, then try again."
        except Exception as failed:  # the one who listens must hear of it
            text = " ".join(f"{type(failed).__name__}: {failed}".split())
            error = f"This is an error in Syrinx itself ({text})."
        finally:
            with self._change:
                self._error, self._done = error, True
                self._change.notify_all()


class Place:
    """Where in the text a reading is, by how much of it was heard.

    Keeps what was taken and not yet heard, and one sentence; a long reading needs no more.

    Parameters
    ----------
    sample_rate
        Of the audio, in Hz.
    """

    def __init__(self, sample_rate: int) -> None:
        self._rate = sample_rate
        self._words: deque[tuple[float, WordTime]] = deque()
        self._sentences: deque[tuple[float, Sentence]] = deque()
        self._end_s = self._begun_s = 0.0
        self._word: WordTime | None = None
        self._sentence: Sentence | None = None

    def took(self, spoken: Spoken) -> None:
        """Note a chunk that is on its way to the ear."""
        if spoken.first:
            self._begun_s = self._end_s
            self._sentences.append((self._begun_s, spoken.sentence))
        for word in spoken.chunk.words:
            self._words.append((self._begun_s + word.start_s, word))
        self._end_s += len(spoken.chunk.audio) / self._rate

    def at(self, heard_s: float) -> tuple[Sentence | None, WordTime | None]:
        """Return the sentence and the word that are heard; it only goes forward.

        Parameters
        ----------
        heard_s
            Seconds of the reading that were heard.
        """
        while self._sentences and self._sentences[0][0] <= heard_s:
            self._sentence = self._sentences.popleft()[1]
        while self._words and self._words[0][0] <= heard_s:
            self._word = self._words.popleft()[1]
        return self._sentence, self._word
