"""Who says what in a transcript: its segments split at the turns of the speakers, and numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.app.transcription.recording import Recording
from syrinx.app.transcription.transcript import Segment, Transcript, Word
from syrinx.app.transcription.turns import (
    Floats,
    Span,
    TurnSettings,
    assigned,
    by_appearance,
    refined,
    speakers_of,
    stretches,
    windows,
)
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import SPEAKER_MODEL, ModelRegistry
from syrinx.neural.runtime.speaker import SAMPLE_RATE, SpeakerEmbedder
from syrinx.neural.runtime.turn_space import TurnSpace, load_turn_space

BLOCK_S = 1.0
SETTINGS = TurnSettings()
_ROUNDS = 2
_FAINT = 1e-4
"""A window whose samples stay below this is silence, whatever the words say."""


def with_speakers(
    path: Path,
    transcript: Transcript,
    home: Path,
    *,
    speakers: int | None = None,
    settings: TurnSettings = SETTINGS,
) -> Transcript:
    """Return the transcript with its segments split at turns and the speakers numbered.

    Speakers are numbered from 0 by their first words. Names that were given before are dropped:
    they belonged to other numbers.

    Parameters
    ----------
    path
        The recording, of any length: a few seconds of it are in memory.
    transcript
        Its words tell where speech is.
    home
        Data folder, where a speaker encoder of the user may lie.
    speakers
        How many there are, where that is known.
    settings
        What tells speakers apart.

    Raises
    ------
    SyrinxError
        The file cannot be read, the model is missing, or the number of speakers is not 1 or more.
    """
    if speakers is not None and speakers < 1:
        raise SyrinxError(
            "A recording has one speaker at least: leave the number out, or raise it."
        )
    if not transcript.segments:
        return replace(transcript, speakers=())
    space = load_turn_space()
    embedder = SpeakerEmbedder(_registry(home, space))
    order = sorted(transcript.words(), key=lambda word: (word.start_s, word.end_s))
    words = [(word.start_s, word.end_s) for word in order]
    labels = turns_of(path, words, embedder, space, speakers=speakers, settings=settings)
    whose = {id(word): label for word, label in zip(order, labels, strict=True)}
    segments = [part for segment in transcript.segments for part in split(segment, whose)]
    segments.sort(key=lambda segment: segment.start_s)
    return replace(transcript, segments=tuple(segments), speakers=())


def _registry(home: Path, space: TurnSpace) -> ModelRegistry:
    """The models, or the shipped ones where the user's encoder is another than the space's."""
    registry = ModelRegistry(home)
    known = registry.entry(SPEAKER_MODEL).sha256 == space.speaker_encoder
    return registry if known else ModelRegistry()


def turns_of(
    path: Path,
    words: Sequence[Span],
    embedder: SpeakerEmbedder,
    space: TurnSpace,
    *,
    speakers: int | None = None,
    settings: TurnSettings = SETTINGS,
) -> list[int]:
    """Return the speaker of each word, numbered by appearance; words in order of their times."""
    spans: list[Span] = []
    of: list[int] = []
    for number, group in enumerate(windows(stretches(words, settings.pause_s), settings)):
        spans += group
        of += [number] * len(group)
    found = list(embedded(path, spans, embedder))
    heard = [(place, one) for place, one in enumerate(found) if one is not None]
    if not heard:
        return [0] * len(words)
    embeddings = space.placed(np.stack([one for _, one in heard]))
    spans, of = [spans[place] for place, _ in heard], [of[place] for place, _ in heard]
    return labelled(words, spans, of, embeddings, speakers=speakers, settings=settings)


def labelled(
    words: Sequence[Span],
    spans: Sequence[Span],
    of: Sequence[int],
    embeddings: Floats,
    *,
    speakers: int | None = None,
    settings: TurnSettings = SETTINGS,
) -> list[int]:
    """Return the speaker of each word from the embeddings of windows.

    Parameters
    ----------
    spans, of, embeddings
        Where each window lies, the number of its stretch of speech, ``(n, d)`` of unit length.
    """
    seconds = _shares(spans, of)
    centres = speakers_of(embeddings, seconds, of, settings, count=speakers)
    labels = assigned(words, spans, embeddings, centres, settings)
    for _ in range(_ROUNDS):
        centres = refined(words, labels, spans, embeddings, centres)
        labels = assigned(words, spans, embeddings, centres, settings)
    return by_appearance(labels)


def _shares(spans: Sequence[Span], of: Sequence[int]) -> Floats:
    """Seconds that each window stands for: those of a stretch overlap, and share its length."""
    numbers, first, count = np.unique(np.array(of), return_index=True, return_counts=True)
    lengths = [
        spans[start + many - 1][1] - spans[start][0]
        for start, many in zip(first, count, strict=True)
    ]
    share = dict(zip(numbers.tolist(), np.array(lengths) / count, strict=True))
    return np.array([share[number] for number in of])


def embedded(
    path: Path, spans: Sequence[Span], embedder: SpeakerEmbedder
) -> Iterator[NDArray[np.float32] | None]:
    """Embed windows of a recording, ordered by their beginnings; None where there is silence.

    The recording is read once, and no more of it is kept than the windows need.
    """
    kept, begin = np.zeros(0, np.float32), 0
    with Recording(path) as recording:
        blocks = recording.blocks(BLOCK_S, SAMPLE_RATE)
        for start_s, end_s in spans:
            start, end = round(start_s * SAMPLE_RATE), round(end_s * SAMPLE_RATE)
            while begin + len(kept) < end and (block := next(blocks, None)) is not None:
                passed = max(0, min(len(kept), start - begin))
                kept, begin = np.concatenate([kept[passed:], block]), begin + passed
            audio = kept[max(0, start - begin) : max(0, end - begin)]
            enough = len(audio) >= (end - start) // 2 and len(audio) > 0
            if enough and float(np.abs(audio).max()) >= _FAINT:
                yield embedder.window(audio)
            else:
                yield None


def split(segment: Segment, whose: dict[int, int]) -> Iterator[Segment]:
    """Yield the parts of a segment between changes of the speaker.

    Parameters
    ----------
    whose
        Speaker by ``id`` of the word.
    """
    part: list[Word] = []
    for word in segment.words:
        if part and whose[id(word)] != whose[id(part[-1])]:
            yield Segment(words=tuple(part), speaker=whose[id(part[-1])])
            part = []
        part.append(word)
    yield Segment(words=tuple(part), speaker=whose[id(part[-1])])
