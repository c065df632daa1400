"""The evaluation of the aligner: starts of phones, boundaries that are off by a known time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from syrinx.training.batches import PhoneSet
from syrinx.training.boundaries import boundary_errors, starts
from syrinx.training.data import SpeechCache
from syrinx.training.evaluations import align as evaluation

PHONES = PhoneSet(["h", "m", "ʌ"])


def labelled(cache: SpeechCache) -> SpeechCache:
    """Every utterance: ten frames of silence, h, ʌ and m of ten frames each, silence."""
    pieces = []
    for u in cache.utterances:
        track = np.repeat([0, 1, 3, 2], 10)
        pieces.append(np.pad(track, (0, u.n_frames))[: u.n_frames])
    (cache.folder / "phones.u8").write_bytes(np.concatenate(pieces).astype(np.uint8).tobytes())
    columns = ["start", "end", "score", "worst_word", "extra_s", "objection"]
    takes = [
        [10, 40, -0.5, -1.0, 0.0, "text not heard" if u.index == 0 else ""]
        for u in cache.utterances
    ]
    record = {"phones": ["h", "m", "ʌ"], "columns": columns, "takes": takes}
    (cache.folder / "phones.json").write_text(json.dumps(record))
    return SpeechCache(cache.folder)


def test_starts_of_phones_and_the_end_of_the_last() -> None:
    phones, at = starts(np.array([0, 0, 1, 1, 2, 0, 0, 2, 2, 0]))
    assert phones == [1, 2, 2]
    assert at.tolist() == [2, 4, 7, 9]
    assert starts(np.zeros(5, int))[0] == []


def test_boundaries_that_are_two_frames_late(cache: SpeechCache) -> None:
    cache = labelled(cache)

    def scores(features: Sequence[np.ndarray]) -> list[np.ndarray]:
        out = []
        for x in features:
            track = np.pad(np.roll(np.repeat([0, 1, 3, 2], 10), 2), (0, len(x)))[: len(x)]
            track[40:42] = 2
            track[42:] = 0
            out.append(np.log(np.eye(4, dtype=np.float32)[track] * 0.96 + 0.01))
        return out

    some = [u for u in cache.utterances if u.n_frames > 60]
    flat = np.zeros(4, np.float32)
    figures = boundary_errors(scores, cache, some, PHONES, flat)["all"]
    assert figures["utterances"] == figures["compared"] == len(some)
    assert figures["bias_ms"] == pytest.approx(20.0)
    assert figures["within_20_ms"] == 1.0
    assert figures["median_ms"] == pytest.approx(20.0)


def test_opinions_are_counted_by_corpus(cache: SpeechCache) -> None:
    assert evaluation.opinions(cache) == {}
    out = evaluation.opinions(labelled(cache))
    first = cache.utterances[0].corpus
    assert out[first]["objections"] == {"text not heard": 1}
    assert out[first]["leading_s"] == pytest.approx(0.1)


def test_an_alignment_is_drawn(cache: SpeechCache, tmp_path: Path) -> None:
    cache = labelled(cache)
    line = evaluation.draw(cache, cache.utterances[1], tmp_path / "one.png")
    assert "h@0.10" in line
    assert "ʌ@0.20" in line
    assert (tmp_path / "one.png").stat().st_size > 500
