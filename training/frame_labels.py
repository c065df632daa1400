"""What the aligner left beside a cache: phone labels of frames, and its opinion of each take.

Files, beside those of :mod:`syrinx.training.data`::

    phones.u8     uint8, one label per frame, addressed as ``f0.f32`` is: 0 silence, ``i`` the
                  phone ``phones[i - 1]``, 255 unknown (no text, or no alignment)
    phones.json   {"phones": names, "takes": one row per utterance, see :class:`Take`}

The labels are read by ``SpeechCache.phones``; here are the table, the choice of good takes and
the trimming of silence.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.training.align import Alignment, loud_frames
from syrinx.training.batches import PhoneSet
from syrinx.training.data import (
    HOP_LENGTH,
    PHONE_LABELS,
    PHONE_TABLE,
    UNKNOWN_PHONE,
    SpeechCache,
    Utterance,
)
from syrinx.training.joined_cache import JoinedCache

UNLIKELY = 4.0
"""A take is objected to when it lies this many (robust) standard deviations below its corpus."""
HEARD, WORD_HEARD = -1.0, -3.0
"""Scores above these are never objected to."""
LONGEST_EXTRA_S = 0.5
EXTRA_DB = 18.0
"""Sound this near to the loudest frame is speech; what lies lower may be the noise of the room."""
MARGIN_S = 0.2


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """The aligner's opinion of one utterance.

    Speech lies in frames ``[start, end)``, by the alignment or, without one, by its level.
    ``score`` and ``worst_word`` as in :class:`~syrinx.training.align.Alignment`; ``extra_s`` is
    how long it is loud outside the words of the text. ``objection`` is empty for a good take.
    """

    start: int
    end: int
    score: float | None = None
    worst_word: float | None = None
    extra_s: float = 0.0
    objection: str = ""


def judge(audio: NDArray, alignment: Alignment | None, *, transcribed: bool) -> Take:
    """The opinion of one utterance by itself; :func:`compare` goes on."""
    loud = loud_frames(audio)
    spoken = loud if alignment is None else alignment.labels > 0
    place = np.flatnonzero(spoken)
    start, end = (int(place[0]), int(place[-1]) + 1) if len(place) else (0, len(loud))
    if alignment is None:
        return Take(start=start, end=end, objection="text does not fit in" if transcribed else "")
    near = loud_frames(audio, below_peak_db=EXTRA_DB)
    return Take(
        start=start,
        end=end,
        score=round(alignment.score, 4),
        worst_word=round(alignment.worst_word, 4),
        extra_s=round(0.01 * float((near & ~spoken).sum()), 2),
    )


def _limit(values: Sequence[float], never_above: float) -> float:
    middle = float(np.median(values))
    spread = 1.4826 * float(np.median(np.abs(np.array(values) - middle)))
    return min(never_above, middle - UNLIKELY * spread)


def compare(takes: Sequence[Take]) -> list[Take]:
    """The takes of one corpus with objections to those that fit worse than nearly all others.

    Some corpora are harder to hear than others, so each has its own measure.
    """
    scores = [t.score for t in takes if t.score is not None]
    words = [t.worst_word for t in takes if t.worst_word is not None]
    if not scores:
        return list(takes)
    lowest, lowest_word = _limit(scores, HEARD), _limit(words, WORD_HEARD)
    out = []
    for take in takes:
        objection = take.objection
        if take.score is None or take.worst_word is None:
            pass
        elif take.score < lowest:
            objection = "text not heard"
        elif take.worst_word < lowest_word:
            objection = "a word not heard"
        elif take.extra_s > LONGEST_EXTRA_S:
            objection = "speech beside the text"
        out.append(dataclasses.replace(take, objection=objection))
    return out


def write_frame_labels(
    cache: SpeechCache,
    phones: PhoneSet,
    alignments: Iterable[tuple[Utterance, Alignment | None]],
) -> dict[str, float]:
    """Write ``phones.u8`` and ``phones.json`` beside the cache; return what came of it."""
    total = sum(u.n_frames for u in cache.utterances)
    labels = np.full(total, UNKNOWN_PHONE, np.uint8)
    takes: list[Take | None] = [None] * len(cache.utterances)
    by_corpus: dict[str, list[Utterance]] = {}
    for u, alignment in alignments:
        if alignment is not None:
            labels[u.f0_start : u.f0_start + u.n_frames] = alignment.labels
        takes[u.index] = judge(cache.audio(u), alignment, transcribed=True)
        by_corpus.setdefault(u.corpus, []).append(u)
    for utterances in by_corpus.values():
        compared = compare([take for u in utterances if (take := takes[u.index])])
        for u, take in zip(utterances, compared, strict=True):
            takes[u.index] = take
    for u in cache.utterances:
        if takes[u.index] is None:
            takes[u.index] = judge(cache.audio(u), None, transcribed=False)
    rows = [dataclasses.astuple(take) for take in takes if take is not None]
    columns = [field.name for field in dataclasses.fields(Take)]
    record = {"phones": list(phones.phones), "columns": columns, "takes": rows}
    for name, content in ((PHONE_LABELS, labels.tobytes()), (PHONE_TABLE, _json(record))):
        part = cache.folder / f"{name}.part"
        part.write_bytes(content)
        os.replace(part, cache.folder / name)
    aligned = sum(t.score is not None for t in takes if t)
    return {
        "aligned": float(aligned),
        "disliked": float(sum(bool(t.objection) for t in takes if t)),
        "labelled_minutes": float((labels != UNKNOWN_PHONE).sum()) / 6000.0,
    }


def _json(record: dict) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode()


def read_takes(cache: SpeechCache) -> list[Take | None] | None:
    """The opinions by index of the utterance; None where nothing has been aligned at all."""
    out: list[Take | None] = []
    known = False
    for part in cache.caches if isinstance(cache, JoinedCache) else [cache]:
        path = part.folder / PHONE_TABLE
        if path.is_file():
            record = json.loads(path.read_text())
            rows = [dict(zip(record["columns"], row, strict=True)) for row in record["takes"]]
            if len(rows) == len(part.utterances):
                known = True
                out += [Take(**row) for row in rows]
                continue
        out += [None] * len(part.utterances)
    return out if known else None


def trimmed(utterance: Utterance, take: Take, *, margin_s: float = MARGIN_S) -> Utterance:
    """The utterance without the silence before and after it, but for a margin.

    The record then addresses a shorter piece of the same arrays, cut at whole frames: audio, F0
    and phones stay in step.
    """
    margin = round(margin_s * 100)
    first = max(0, take.start - margin)
    last = min(utterance.n_frames, take.end + margin)
    n_samples = min(utterance.n_samples - first * HOP_LENGTH, (last - first) * HOP_LENGTH)
    return dataclasses.replace(
        utterance,
        start=utterance.start + first * HOP_LENGTH,
        n_samples=n_samples,
        f0_start=utterance.f0_start + first,
        n_frames=min(n_samples // HOP_LENGTH + 1, utterance.n_frames - first),
    )


def good_takes(
    cache: SpeechCache, utterances: Sequence[Utterance], *, margin_s: float | None = MARGIN_S
) -> list[Utterance]:
    """The utterances that the aligner has nothing against, trimmed unless ``margin_s`` is None.

    Without a table (nothing has been aligned) they come back as they are.
    """
    takes = read_takes(cache)
    if takes is None:
        return list(utterances)
    out = []
    for u in utterances:
        take = takes[u.index]
        if take is None or margin_s is None:
            out += [u] if take is None or not take.objection else []
        elif not take.objection:
            out.append(trimmed(u, take, margin_s=margin_s))
    return out
