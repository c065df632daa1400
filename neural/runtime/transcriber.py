"""Speech to words as it comes in: the network, the search, the ends of utterances.

:class:`Transcriber` joins Syrinx's own parts. What the program asks for is the protocol
:class:`SpeechToText`, so that any other recogniser can stand in its place.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.final import Finisher, HeardWord
from syrinx.neural.runtime.decoding.search import BLANK, BeamSearch, SearchConfig, Vocabulary
from syrinx.neural.runtime.recognizer import Heard

Audio = NDArray[np.float32]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word and when it is said; ``confidence`` is the probability that it is right."""

    text: str
    start_s: float
    end_s: float
    confidence: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """An utterance, or what is known of it so far.

    ``number`` counts utterances: a later segment of the same number replaces an earlier one.
    ``final`` ones do not change any more. The first ``settled`` words of a partial one will
    stay, as far as the search can tell.
    """

    number: int
    words: tuple[Word, ...]
    start_s: float
    end_s: float
    final: bool
    settled: int

    @property
    def text(self) -> str:
        """The words, blanks between them."""
        return " ".join(word.text for word in self.words)

    @property
    def confidence(self) -> float:
        """Mean of the words' confidences, 0 without words."""
        return float(np.mean([w.confidence for w in self.words])) if self.words else 0.0


class TranscriptStream(Protocol):
    """One recording or microphone being heard."""

    def accept(self, audio: Audio) -> list[Segment]:
        """Hear more; return the utterances that are new or have changed, in order."""
        ...

    def finish(self) -> list[Segment]:
        """There is no more: return what was still open as final segments."""
        ...


class SpeechToText(Protocol):
    """A recogniser of any make."""

    @property
    def sample_rate(self) -> int:
        """Rate of the audio it wants, in Hz, one channel."""
        ...

    def stream(self) -> TranscriptStream:
        """Begin to hear; streams do not know of each other."""
        ...


class AcousticStream(Protocol):
    """A network hearing one recording."""

    def accept(self, audio: Audio) -> NDArray[np.float32]:
        """Log probabilities ``(n_frames, n_units)`` of what can be told by now."""
        ...

    def finish(self) -> NDArray[np.float32]:
        """Those that are still due."""
        ...


class AcousticModel(Protocol):
    """A network that tells units from sound; the first unit is the blank."""

    @property
    def units(self) -> Sequence[str]:
        """Names of the units."""
        ...

    @property
    def frame_rate_hz(self) -> float:
        """Frames per second; frame ``i`` begins at ``i / frame_rate_hz``."""
        ...

    @property
    def sample_rate(self) -> int:
        """Rate of the audio, in Hz."""
        ...

    def stream(self) -> AcousticStream:
        """Begin to hear."""
        ...


@runtime_checkable
class WatchedStream(Protocol):
    """A stream whose network also writes letters, and shows what it tells them from."""

    def accept_all(self, audio: Audio) -> Heard:
        """As `AcousticStream.accept`, and what goes with it."""
        ...

    def finish_all(self) -> Heard:
        """As `AcousticStream.finish`, and what goes with it."""
        ...


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EndingConfig:
    """When an utterance is over.

    Parameters
    ----------
    pause_s
        So long must nothing have been heard after its last sound.
    long_s, long_pause_s
        From this length on a shorter pause is enough.
    longest_s
        Then it is cut wherever it is: the search's memory stays bounded.
    blank_above
        Frames whose blank is likelier than this are ones in which nothing is heard.
    """

    pause_s: float = 0.7
    long_s: float = 12.0
    long_pause_s: float = 0.25
    longest_s: float = 25.0
    blank_above: float = 0.6

    def __post_init__(self) -> None:
        if not 0 < self.long_pause_s <= self.pause_s or not 0 < self.long_s <= self.longest_s:
            raise SyrinxError("The pauses that end an utterance do not fit together.")


class Transcriber:
    """Syrinx's own recogniser.

    Parameters
    ----------
    acoustic
        The network; its units are those of the vocabulary.
    vocabulary
        What can be heard.
    search
        Weights and beam.
    finisher
        What makes words of a finished utterance; default: nobody else has a say in the words.
    ending
        When utterances end.
    second
        What hears a finished utterance again, whole; its answers are searched anew. None: words
        stay as they were heard at once.
    """

    def __init__(
        self,
        acoustic: AcousticModel,
        vocabulary: Vocabulary,
        *,
        search: SearchConfig | None = None,
        finisher: Finisher | None = None,
        ending: EndingConfig | None = None,
        second: Callable[[Heard], Heard] | None = None,
    ) -> None:
        if tuple(acoustic.units) != vocabulary.units:
            raise SyrinxError("The recogniser and its vocabulary do not belong together.")
        self.acoustic, self.vocabulary = acoustic, vocabulary
        self.search = SearchConfig() if search is None else search
        self.finisher = Finisher(vocabulary) if finisher is None else finisher
        self.ending = EndingConfig() if ending is None else ending
        self.second = second

    @property
    def sample_rate(self) -> int:
        """Rate of the audio, in Hz."""
        return int(self.acoustic.sample_rate)

    def stream(self) -> UtteranceStream:
        """Begin to hear."""
        return UtteranceStream(self)


class UtteranceStream:
    """One recording through a :class:`Transcriber`; its memory does not grow with time."""

    def __init__(self, owner: Transcriber) -> None:
        self._owner = owner
        self._hears = owner.acoustic.stream()
        self._rate = float(owner.acoustic.frame_rate_hz)
        self._search = BeamSearch(owner.vocabulary, owner.search)
        self._again = BeamSearch(owner.vocabulary, owner.search) if owner.second else None
        self._number = 0
        self._origin = 0
        """Frame at which the search began."""
        self._shown: tuple[tuple[int, ...], int] = ((), 0)
        self._restart()

    def _restart(self) -> None:
        self._frames: list[Heard] = []
        self._count = 0
        self._pause = 0
        self._heard_any = False
        self._search.reset()

    def accept(self, audio: Audio) -> list[Segment]:
        """Hear more; return the utterances that are new or have changed, in order."""
        if isinstance(self._hears, WatchedStream):
            return self._take(self._hears.accept_all(audio))
        return self._take(_only(self._hears.accept(audio)))

    def finish(self) -> list[Segment]:
        """There is no more: return what was still open as final segments."""
        if isinstance(self._hears, WatchedStream):
            segments = self._take(self._hears.finish_all())
        else:
            segments = self._take(_only(self._hears.finish()))
        out = [s for s in segments if s.final]
        out += self._close()
        return out

    def _take(self, heard: Heard) -> list[Segment]:
        """Frames that are new; the search sees them up to each end of an utterance."""
        out: list[Segment] = []
        quiet = heard.answers[:, BLANK] > np.log(self._owner.ending.blank_above)
        begin = 0
        for t in range(len(quiet)):
            self._pause = self._pause + 1 if quiet[t] else 0
            self._heard_any = self._heard_any or not quiet[t]
            if self._over(self._count + t + 1 - begin):
                self._push(heard, begin, t + 1)
                out += self._close()
                begin = t + 1
        self._push(heard, begin, len(quiet))
        partial = self._partial()
        return [*out, partial] if partial is not None else out

    def _push(self, heard: Heard, begin: int, end: int) -> None:
        if end > begin:
            self._search.step(heard.answers[begin:end])
            self._frames.append(Heard(*(rows[begin:end] for rows in heard)))
            self._count += end - begin

    def _over(self, frames: int) -> bool:
        ending = self._owner.ending
        length, pause = frames / self._rate, self._pause / self._rate
        if not self._heard_any:  # silence: nothing to close, but nothing to keep either
            return length > ending.pause_s
        wanted = ending.pause_s if length < ending.long_s else ending.long_pause_s
        return pause >= wanted or length >= ending.longest_s

    def _close(self) -> list[Segment]:
        """End the utterance here."""
        out: list[Segment] = []
        if self._heard_any:
            words = self._words()
            if words:
                said = tuple(self._placed(w) for w in words)
                out.append(self._segment(said, len(said), final=True))
            elif self._shown[0]:  # shown, but it was nothing
                out.append(self._segment((), 0, final=True))
        if out:
            self._number += 1
        self._shown = ((), 0)
        self._origin += self._count
        self._restart()
        return out

    def _words(self) -> list[HeardWord]:
        """Words of the utterance that ends here, heard again if there is a second hearing."""
        owner, search = self._owner, self._search
        heard = Heard(*(np.concatenate(rows) for rows in zip(*self._frames, strict=True)))
        if owner.second is not None and self._again is not None:
            heard, search = owner.second(heard), self._again
            search.reset()
            search.step(heard.answers)
        letters = heard.letters if heard.letters.shape[1] else None
        return owner.finisher.words(search, heard.answers, letters)

    def _placed(self, word: HeardWord) -> Word:
        return Word(
            text=word.text,
            start_s=(self._origin + word.first) / self._rate,
            end_s=(self._origin + word.last + 1) / self._rate,
            confidence=word.confidence,
        )

    def _partial(self) -> Segment | None:
        """What is known now, if it differs from what was told last."""
        if not self._heard_any:
            return None
        heard, settled = self._search.heard()
        numbers = tuple(word for word, _, _ in heard)
        if (numbers, settled) == self._shown or not (numbers or self._shown[0]):
            return None
        self._shown = (numbers, settled)
        words = [
            Word(
                text=self._owner.vocabulary.lexicon.written(word),
                start_s=(self._origin + start) / self._rate,
                end_s=(self._origin + end + 1) / self._rate,
                confidence=0.5 if i >= settled else 0.75,
            )
            for i, (word, start, end) in enumerate(heard)
        ]
        return self._segment(tuple(words), settled, final=False)

    def _segment(self, words: tuple[Word, ...], settled: int, *, final: bool) -> Segment:
        here = self._origin / self._rate
        return Segment(
            number=self._number,
            words=words,
            start_s=words[0].start_s if words else here,
            end_s=words[-1].end_s if words else here,
            final=final,
            settled=settled,
        )


def _only(answers: NDArray[np.float32]) -> Heard:
    """Answers of a network that tells nothing else."""
    nothing = np.zeros((len(answers), 0), np.float32)
    return Heard(answers=answers, letters=nothing, hidden=nothing)


def transcribe(
    recogniser: SpeechToText, audio: NDArray[np.floating[Any]], *, block_s: float = 1.0
) -> list[Segment]:
    """Final segments of a whole recording, one channel at the recogniser's rate."""
    stream = recogniser.stream()
    block = max(1, round(block_s * recogniser.sample_rate))
    out: list[Segment] = []
    for start in range(0, len(audio), block):
        piece = np.ascontiguousarray(audio[start : start + block], np.float32)
        out += [s for s in stream.accept(piece) if s.final]
    return out + stream.finish()
