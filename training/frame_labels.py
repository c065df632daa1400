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

LOWEST_SCORE = -2.5
LOWEST_WORD = -6.0
LONGEST_EXTRA_S = 0.5
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


def objection_to(alignment: Alignment | None, extra_s: float) -> str:
    """Why a transcribed take should not be learned from; empty if it should."""
    if alignment is None:
        return "text does not fit in"
    if alignment.score < LOWEST_SCORE:
        return "text not heard"
    if alignment.worst_word < LOWEST_WORD:
        return "a word not heard"
    if extra_s > LONGEST_EXTRA_S:
        return "speech beside the text"
    return ""


def judge(
    audio: NDArray, labels: NDArray | None, alignment: Alignment | None, *, transcribed: bool
) -> Take:
    """The opinion of one utterance; ``labels`` are its frames' if it has been aligned."""
    loud = loud_frames(audio)
    spoken = loud if labels is None else labels > 0
    place = np.flatnonzero(spoken)
    start, end = (int(place[0]), int(place[-1]) + 1) if len(place) else (0, len(loud))
    extra_s = 0.0 if labels is None else float((loud & ~spoken).sum()) * 0.01
    return Take(
        start=start,
        end=end,
        score=None if alignment is None else round(alignment.score, 4),
        worst_word=None if alignment is None else round(alignment.worst_word, 4),
        extra_s=round(extra_s, 3),
        objection=objection_to(alignment, extra_s) if transcribed else "",
    )


def write_frame_labels(
    cache: SpeechCache,
    phones: PhoneSet,
    alignments: Iterable[tuple[Utterance, Alignment | None]],
) -> dict[str, float]:
    """Write ``phones.u8`` and ``phones.json`` beside the cache; return what came of it."""
    total = sum(u.n_frames for u in cache.utterances)
    labels = np.full(total, UNKNOWN_PHONE, np.uint8)
    takes: list[Take | None] = [None] * len(cache.utterances)
    for u, alignment in alignments:
        own = None
        if alignment is not None:
            own = alignment.labels
            labels[u.f0_start : u.f0_start + u.n_frames] = own
        takes[u.index] = judge(cache.audio(u), own, alignment, transcribed=True)
    for u in cache.utterances:
        if takes[u.index] is None:
            takes[u.index] = judge(cache.audio(u), None, None, transcribed=False)
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


def label_map(names: Sequence[str], phones: PhoneSet) -> NDArray[np.int64]:
    """Class in ``phones`` of each of the 256 labels: silence 0 (the blank), unknown -1."""
    out = np.full(256, -1, np.int64)
    out[0] = 0
    for i, name in enumerate(names, start=1):
        out[i] = (phones.encode(name) or [-1])[0]
    return out
