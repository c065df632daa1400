"""How long after its end a spoken word is shown, when audio comes as from a microphone."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Sequence

import numpy as np
import soxr
from numpy.typing import NDArray

from syrinx.training.batches import PhoneSet
from syrinx.training.data import HOP_LENGTH, SAMPLE_RATE, UNKNOWN_PHONE, SpeechCache, Utterance
from syrinx.training.hmm import PhoneChain, best_path
from syrinx.training.listening import Listening
from syrinx.training.metrics.words import normalise_text

STREAM_BLOCK_S = 0.1
UNLIKELY = np.float32(-30.0)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Of one word that was rightly understood: seconds from its end.

    ``first_s`` until it stood there for the first time, ``settled_s`` until it stood there and
    stayed. Both count the recogniser's own time.
    """

    first_s: float
    settled_s: float


def word_ends(cache: SpeechCache, utterance: Utterance) -> list[tuple[str, float]] | None:
    """Words of an utterance and where the aligner says they end, in s; None where it does not say.

    The frame labels beside the cache are walked once more along the words' phones. Utterances
    whose pronunciation joins words are left out: which word ends where is not known then.
    """
    labels = cache.phones(utterance)
    said = normalise_text(utterance.text)
    if labels is None or not len(labels) or (labels == UNKNOWN_PHONE).any():
        return None
    phone_set = PhoneSet(cache.phone_names)
    words = [phone_set.encode(word) for word in utterance.phones.split("|")]
    if len(words) != len(said) or not all(words):
        return None
    scores = np.full((len(labels), len(cache.phone_names) + 1), UNLIKELY, np.float32)
    scores[np.arange(len(labels)), labels] = 0.0
    chain = PhoneChain.of(words)
    (path,), _ = best_path([scores], [chain])
    if not len(path):
        return None
    owner = chain.word[path]
    ends = [np.flatnonzero(owner == number) for number in range(len(said))]
    if not all(len(frames) for frames in ends):
        return None
    seconds = HOP_LENGTH / SAMPLE_RATE
    return [
        (word, (int(frames[-1]) + 0.5) * seconds) for word, frames in zip(said, ends, strict=True)
    ]


def shown_words(
    recognizer: Listening,
    audio: NDArray[np.float32],
    ends: Sequence[tuple[str, float]],
    *,
    block_s: float = STREAM_BLOCK_S,
) -> list[Shown]:
    """Play audio at 16 kHz to a stream as a microphone would, and watch for each word.

    Words are matched to the final text; those that are wrong there are not counted.
    """
    views = _watch(recognizer, audio, block_s)
    final = views[-1][1]
    out = []
    for place, heard in _matches([word for word, _ in ends], final):
        word, end_s = ends[place]
        there = [heard < len(view) and view[heard] == word for _, view in views]
        first = there.index(True)
        last_absence = max((i for i, yes in enumerate(there) if not yes), default=-1)
        out.append(
            Shown(
                first_s=views[first][0] - end_s,
                settled_s=views[min(last_absence + 1, len(views) - 1)][0] - end_s,
            )
        )
    return out


def _watch(
    recognizer: Listening, audio: NDArray[np.float32], block_s: float
) -> list[tuple[float, list[str]]]:
    """When which words stood there; a recogniser that is late has to catch up."""
    rate = recognizer.sample_rate
    wide = audio if rate == SAMPLE_RATE else soxr.resample(audio, SAMPLE_RATE, rate)
    stream, size = recognizer.stream(), max(1, round(block_s * rate))
    views: list[tuple[float, list[str]]] = []
    settled: list[str] = []
    clock = 0.0
    for start in range(0, len(wide), size):
        block = wide[start : start + size]
        began = time.process_time()
        segments = stream.accept(block)
        partial = stream.partial
        clock = max(clock, (start + len(block)) / rate) + time.process_time() - began
        settled += [w for segment in segments for w in normalise_text(segment.text)]
        views.append((clock, settled + normalise_text(partial)))
    began = time.process_time()
    segments = stream.finish()
    clock += time.process_time() - began
    settled += [w for segment in segments for w in normalise_text(segment.text)]
    views.append((clock, list(settled)))
    return views


def _matches(said: Sequence[str], heard: Sequence[str]) -> list[tuple[int, int]]:
    """Places of equal words in an alignment with the fewest errors."""
    cost = np.zeros((len(said) + 1, len(heard) + 1), np.int64)
    cost[:, 0], cost[0] = np.arange(len(said) + 1), np.arange(len(heard) + 1)
    for i, word in enumerate(said, start=1):
        for j, other in enumerate(heard, start=1):
            kept = cost[i - 1, j - 1] + (word != other)
            cost[i, j] = min(kept, cost[i - 1, j] + 1, cost[i, j - 1] + 1)
    out: list[tuple[int, int]] = []
    i, j = len(said), len(heard)
    while i and j:
        if cost[i, j] == cost[i - 1, j - 1] + (said[i - 1] != heard[j - 1]):
            if said[i - 1] == heard[j - 1]:
                out.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif cost[i, j] == cost[i - 1, j] + 1:
            i -= 1
        else:
            j -= 1
    return out[::-1]


def shown_figures(items: Sequence[Shown]) -> dict[str, float]:
    """Medians and ninetieth percentiles over words, in ms."""
    if not items:
        return {"words": 0}
    first = [1000 * item.first_s for item in items]
    settled = [1000 * item.settled_s for item in items]
    return {
        "words": len(items),
        "first_median_ms": float(np.median(first)),
        "first_p90_ms": float(np.percentile(first, 90)),
        "settled_median_ms": float(np.median(settled)),
        "settled_p90_ms": float(np.percentile(settled, 90)),
    }
