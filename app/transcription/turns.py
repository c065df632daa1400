"""Which words are whose: windows of speech, told apart by their speaker embeddings.

Neighbouring windows that are alike become runs; runs become speakers by average linkage (the mean
cosine between the windows of two groups); then the best way through the words is searched, where
changing the speaker costs something, and less so after a pause (Viterbi). Everything but the
grouping is linear in the length, and the grouping takes a bounded number of runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from syrinx.app.clone.likeness import grouped

Floats = NDArray[np.float64]
Span = tuple[float, float]
"""Beginning and end in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnSettings:
    """What tells speakers apart; measured in ``docs/measurements/diarisation.md``.

    Attributes
    ----------
    window_s, step_s
        Speech that is embedded at once, and how often.
    pause_s
        Words nearer than this belong to one stretch of speech.
    alike
        Cosine of a window to a run's mean from which on it goes on with the run.
    longest_run
        In windows.
    least
        Mean cosine between the windows of two groups from which on they are one speaker.
    small_s, small_share, small_root
        A speaker with less speech is none: seconds, but at most a share of all; in long
        recordings, where odd sounds add up, the root of all seconds times the last one.
    change, change_after_pause
        Cost of another speaker at the next word, in cosine of a window; after a pause of
        ``long_pause_s`` the latter, in proportion between.
    most_runs
        That many are grouped at most, the longest ones; the others follow.
    """

    window_s: float = 1.5
    step_s: float = 0.5
    pause_s: float = 0.3
    alike: float = 0.55
    longest_run: int = 12
    least: float = 0.25
    small_s: float = 5.0
    small_share: float = 0.15
    small_root: float = 0.5
    change: float = 0.3
    change_after_pause: float = 0.08
    long_pause_s: float = 0.6
    most_runs: int = 1200


def stretches(words: Sequence[Span], pause_s: float) -> list[Span]:
    """Where speech is, by the words in order of their beginnings: pauses are between."""
    out: list[Span] = []
    for start, end in words:
        if out and start - out[-1][1] < pause_s:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def windows(speech: Sequence[Span], settings: TurnSettings) -> list[list[Span]]:
    """Windows of each stretch, spread evenly; short stretches are one window, with what is around.

    Windows of a stretch that is shorter than half a window reach beyond it, to that length.
    """
    size, least = settings.window_s, settings.window_s / 2
    out = []
    for start, end in speech:
        length = end - start
        if length < least:
            middle = max(least / 2, (start + end) / 2)
            out.append([(middle - least / 2, middle + least / 2)])
        elif length <= size:
            out.append([(start, end)])
        else:
            count = int(np.ceil((length - size) / settings.step_s)) + 1
            places = np.linspace(start, end - size, count)
            out.append([(float(place), float(place) + size) for place in places])
    return out


def runs(embeddings: Floats, of: Sequence[int], settings: TurnSettings) -> list[list[int]]:
    """Windows next to each other in one stretch, ``of`` which they are, that sound alike."""
    out: list[list[int]] = []
    total = np.zeros(0)
    for index, window in enumerate(embeddings):
        if out and of[index] == of[index - 1] and len(out[-1]) < settings.longest_run:
            mean = total / max(1e-9, float(np.linalg.norm(total)))
            if float(window @ mean) >= settings.alike:
                out[-1].append(index)
                total = total + window
                continue
        out.append([index])
        total = window.copy()
    return out


def speakers_of(
    embeddings: Floats,
    seconds: Floats,
    of: Sequence[int],
    settings: TurnSettings,
    *,
    count: int | None = None,
) -> Floats:
    """Mean embeddings of the speakers, ``(n, d)`` of unit length, the one who says most first.

    Parameters
    ----------
    embeddings
        Of the windows, ``(n, d)`` of unit length.
    seconds
        What each window counts for.
    of
        Number of each window's stretch.
    count
        Known number of speakers; by the settings if None.
    """
    every = runs(embeddings, of, settings)
    every.sort(key=len, reverse=True)  # a stable order: equal ones as they come
    chosen = every[: settings.most_runs]
    means = np.stack([embeddings[run].mean(axis=0) for run in chosen])
    weights = np.array([len(run) for run in chosen], np.float64)
    total = float(seconds.sum())
    small = max(settings.small_s, settings.small_root * float(np.sqrt(total)))
    small = min(small, settings.small_share * total)

    def found(least: float) -> list[tuple[float, list[int]]]:
        groups = [
            [index for place in group for index in chosen[place]]
            for group in grouped(means, least, weights)
        ]
        sized = sorted(((float(seconds[g].sum()), g) for g in groups), key=lambda item: -item[0])
        return [item for item in sized if item[0] >= small] or sized[:1]

    if count is None:
        kept = found(settings.least)
    else:  # of the groupings with so many speakers of a size that nearest to the usual threshold
        steps = sorted(np.linspace(-0.35, 0.35, 15).tolist(), key=abs)
        trials = [found(settings.least + step) for step in steps]
        kept = min(trials, key=lambda groups: abs(len(groups) - count))[:count]
    centres = np.stack([embeddings[group].sum(axis=0) for _, group in kept])
    return _unit(centres)


def assigned(
    words: Sequence[Span],
    spans: Sequence[Span],
    embeddings: Floats,
    centres: Floats,
    settings: TurnSettings,
) -> list[int]:
    """The speaker of each word: the best way through all of them."""
    if len(centres) < 2 or not words:
        return [0] * len(words)
    scores = _scores(words, spans, embeddings @ centres.T)
    ease = np.array(
        [min(1.0, max(0.0, b[0] - a[1]) / settings.long_pause_s) for a, b in pairwise(words)]
    )
    costs = settings.change + ease * (settings.change_after_pause - settings.change)
    best = scores[0]
    back = np.zeros(scores.shape, np.int64)
    for index in range(1, len(scores)):
        other = int(best.argmax())
        changed = best[other] - costs[index - 1]
        back[index] = np.where(changed > best, other, np.arange(len(best)))
        best = np.maximum(best, changed) + scores[index]
    path = [int(best.argmax())]
    for index in range(len(scores) - 1, 0, -1):
        path.append(int(back[index, path[-1]]))
    return path[::-1]


def _scores(words: Sequence[Span], spans: Sequence[Span], likeness: Floats) -> Floats:
    """Likeness of each word to each speaker, ``(n_words, n_speakers)``, times its seconds.

    Of the windows around a word those count most whose middle is near.
    """
    starts = np.array([span[0] for span in spans])
    ends = np.array([span[1] for span in spans])
    middles = (starts + ends) / 2
    out = np.zeros((len(words), likeness.shape[1]))
    order = np.argsort(middles, kind="stable")
    for place, (start, end) in enumerate(words):
        at = (start + end) / 2
        first = int(np.searchsorted(middles[order], at - 1.0))
        last = int(np.searchsorted(middles[order], at + 1.0))
        near = order[first:last]
        weight = np.maximum(0.0, 1.0 - np.abs(middles[near] - at) / ((ends - starts)[near] / 2))
        if not weight.sum():  # none reaches it: the nearest one
            near = np.array([int(np.abs(middles - at).argmin())])
            weight = np.ones(1)
        mean = weight @ likeness[near] / weight.sum()
        out[place] = mean * float(np.clip(end - start, 0.1, 1.0)) / 0.5
    return out


def refined(
    words: Sequence[Span],
    labels: Sequence[int],
    spans: Sequence[Span],
    embeddings: Floats,
    centres: Floats,
) -> Floats:
    """Speakers by what was given to them: windows that hold words of one speaker only."""
    starts = np.array([word[0] for word in words])
    ends = np.array([word[1] for word in words])
    sums = np.zeros_like(centres)
    for (start, end), embedding in zip(spans, embeddings, strict=True):
        first = int(np.searchsorted(ends, start, side="right"))
        last = int(np.searchsorted(starts, end, side="left"))
        inside = set(labels[first:last])
        if len(inside) == 1:
            sums[inside.pop()] += embedding
    empty = ~sums.any(axis=1)
    sums[empty] = centres[empty]
    return _unit(sums)


def by_appearance(labels: Sequence[int]) -> list[int]:
    """The same speakers, numbered in the order in which they begin to speak."""
    number: dict[int, int] = {}
    return [number.setdefault(label, len(number)) for label in labels]


def _unit(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(1e-9, lengths))
