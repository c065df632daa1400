"""Conversations mixed from recordings of dev speakers, with who speaks when known exactly."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.align import loud_frames
from syrinx.training.augment import coloured_noise, rms
from syrinx.training.data import HOP_LENGTH, SAMPLE_RATE, UNKNOWN_PHONE, SpeechCache, Utterance

CORPORA = ("librispeech", "speechocean762", "rhasspy_nathalie", "aishell_subset")
SPEECH_DBFS = -26.0
LEVEL_DB = 3.0
FLOOR_DB = -34.0
WORD_S = 0.35
LEAST_S = 12.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A conversation.

    ``words`` are pieces of about a third of a second of oracle speech (begin, end, in s) that lie
    within one turn each, ``speaker`` says whose each is.
    """

    audio: NDArray[np.float32]
    words: tuple[tuple[float, float], ...]
    speaker: tuple[int, ...]
    names: tuple[str, ...]
    corpora: str


def people(cache: SpeechCache, corpora: Sequence[str] = CORPORA) -> dict[str, list[Utterance]]:
    """Dev speakers with enough speech, by name: their utterances of a second and more."""
    found: dict[str, list[Utterance]] = {}
    for utterance in cache.select("dev", corpora):
        if utterance.n_samples >= SAMPLE_RATE and utterance.speaker != "unlabelled":
            found.setdefault(utterance.speaker_key, []).append(utterance)
    return {
        name: have
        for name, have in sorted(found.items())
        if sum(u.n_samples for u in have) >= LEAST_S * SAMPLE_RATE
    }


def halves(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Every other speaker of each corpus: to set the limits by, and to measure with."""
    by_corpus: dict[str, list[str]] = {}
    for name in sorted(names):
        by_corpus.setdefault(name.split("/")[0], []).append(name)
    first, second = [], []
    for place, group in enumerate(by_corpus.values()):
        shift = place % 2 if len(group) == 1 else 0  # lonely speakers take turns
        first += group[shift::2]
        second += group[1 - shift :: 2]
    return first, second


def talks(
    cache: SpeechCache,
    names: Sequence[str],
    *,
    count: int,
    speakers: int,
    corpus: str | None,
    seed: int,
    seconds: tuple[float, float] = (40.0, 120.0),
) -> Iterator[Talk]:
    """Conversations of so many of these speakers; of one corpus, or of any (None)."""
    everybody = people(cache)
    pool = [n for n in names if n in everybody and (corpus is None or n.startswith(f"{corpus}/"))]
    if len(pool) < speakers:
        raise SyrinxError(f"There are no {speakers} dev speakers of {corpus or 'the pack'}.")
    for number in range(count):
        rng = np.random.default_rng((seed, speakers, number))
        chosen = [pool[int(i)] for i in rng.permutation(len(pool))[:speakers]]
        voices = {name: everybody[name] for name in chosen}
        yield talk(cache, voices, float(rng.uniform(*seconds)), rng, corpora=corpus or "mixed")


def talk(
    cache: SpeechCache,
    voices: Mapping[str, Sequence[Utterance]],
    seconds: float,
    rng: np.random.Generator,
    *,
    corpora: str = "",
) -> Talk:
    """One conversation: turns of 1 to 10 s with 0 to 0.8 s between, over one faint room noise.

    Everybody has two turns at least, where the time allows; nobody follows himself unless alone.
    """
    names = list(voices)
    levels = rng.uniform(-LEVEL_DB, LEVEL_DB, len(names))
    pieces: list[NDArray[np.float32]] = []
    words: list[tuple[float, float]] = []
    whose: list[int] = []
    at, last = 0, -1
    waiting = [int(i) for i in rng.permutation(len(names))] + [
        int(i) for i in rng.permutation(len(names))
    ]
    while at < seconds * SAMPLE_RATE or waiting:
        who = waiting.pop(0) if waiting else int(rng.integers(len(names)))
        if who == last and len(names) > 1:
            who = (who + 1) % len(names)
        last = who
        gap = int(rng.choice([0.0, rng.uniform(0.05, 0.8)]) * SAMPLE_RATE)
        pieces.append(np.zeros(gap, np.float32))
        at += gap
        left = int(rng.uniform(1.0, 10.0) * SAMPLE_RATE)
        while left > SAMPLE_RATE // 2:
            have = voices[names[who]]
            utterance = have[int(rng.integers(len(have)))]
            audio, spoken = _speech(cache, utterance, left, rng)
            gain_db = SPEECH_DBFS + levels[who] - utterance.level_dbfs
            pieces.append(audio * np.float32(10 ** (gain_db / 20)))
            for start, end in spoken:
                words.append((at / SAMPLE_RATE + start, at / SAMPLE_RATE + end))
                whose.append(who)
            at += len(audio)
            left -= len(audio)
    audio = np.concatenate(pieces)
    floor = coloured_noise(len(audio), 1.0, rng)
    floor *= np.float32(10 ** ((SPEECH_DBFS + FLOOR_DB) / 20) / (rms(floor) + 1e-9))
    number = {who: place for place, who in enumerate(dict.fromkeys(whose))}
    return Talk(
        audio=np.clip(audio + floor, -1, 1).astype(np.float32),
        words=tuple(words),
        speaker=tuple(number[who] for who in whose),
        names=tuple(names[who] for who in number),
        corpora=corpora,
    )


def _speech(
    cache: SpeechCache, utterance: Utterance, most: int, rng: np.random.Generator
) -> tuple[NDArray[np.float32], list[tuple[float, float]]]:
    """At most ``most`` samples from anywhere in an utterance, and where speech is in them."""
    first = 0
    if utterance.n_samples > most:
        first = int(rng.integers(0, (utterance.n_samples - most) // HOP_LENGTH + 1)) * HOP_LENGTH
    audio = cache.audio(utterance, first, first + most)
    phones = cache.phones(utterance, first // HOP_LENGTH, (first + len(audio)) // HOP_LENGTH)
    if phones is not None and len(phones) and (phones != UNKNOWN_PHONE).all():
        spoken = phones > 0
    else:
        spoken = loud_frames(audio)[: len(audio) // HOP_LENGTH]
    return audio, list(_pieces(spoken))


def _pieces(spoken: NDArray[np.bool_]) -> Iterator[tuple[float, float]]:
    """Stretches of true frames (10 ms), cut into pieces of about `WORD_S`; crumbs are left out."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], spoken.astype(np.int8), [0]])))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start < 5:
            continue
        count = max(1, round((end - start) * 0.01 / WORD_S))
        marks = np.linspace(start, end, count + 1) * 0.01
        yield from zip(marks[:-1].tolist(), marks[1:].tolist(), strict=True)
