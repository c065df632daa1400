"""Speech of text-to-speech engines: names of phones, their frames, sentences, joined caches."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.training.batches import PhoneSet
from syrinx.training.data import SpeechCache
from syrinx.training.frame_labels import Take, read_takes, write_frame_labels
from syrinx.training.joined_cache import JoinedCache, open_cache
from syrinx.training.taught import (
    IPA,
    VOICES,
    Segment,
    frame_labels,
    installed_voices,
    matched_phones,
    sentences,
    speak,
)


def segments(text: str, step_s: float = 0.1) -> list[Segment]:
    return [Segment(name=n, end_s=step_s * (i + 1)) for i, n in enumerate(text.split())]


def test_segments_take_the_phones_of_the_text() -> None:
    said = segments("pau b eh t er f ao r ih t pau")
    names, phones = matched_phones(said, "b ɛ ɾ ɚ | f ɔːɹ | ɪ t")
    assert names == ["", "b", "ɛ", "ɾ", "ɚ", "f", "ɔːɹ", "ɔːɹ", "ɪ", "t", ""]
    assert phones == "b ɛ ɾ ɚ | f ɔːɹ | ɪ t"


def test_what_the_engine_says_counts_where_it_reads_differently() -> None:
    names, phones = matched_phones(segments("dh iy ae p l"), "ð ɪ | æ p əl")
    assert names == ["ð", "iː", "æ", "p", "l"]
    assert phones == "ð iː | æ p l"
    names, _ = matched_phones(segments("w ah n t uw"), "w ʌ n")
    assert names == ["w", "ʌ", "n", "t", "uː"]


def test_every_segment_has_a_phone_without_a_text() -> None:
    names, phones = matched_phones(segments(" ".join(IPA)), "")
    assert names == [choice[0] for choice in IPA.values()]
    assert phones.split() == names


def test_a_frame_has_the_phone_at_its_centre() -> None:
    said = [
        Segment(name="pau", end_s=0.03),
        Segment(name="b", end_s=0.055),
        Segment(name="zz", end_s=0.08),
    ]
    labels = frame_labels(said, ["", "b", "zz"], {"b": 4}, 11)
    assert labels.tolist() == [0, 0, 0, 4, 4, 4, 255, 255, 0, 0, 0]


def test_sentences_are_many_different_and_repeatable() -> None:
    texts = [
        "THE OLD MAN WENT TO THE MARKET",
        "A young woman gave the letter to Martin in the morning.",
        "We walked to the river and saw the boats",
        "no",
    ]
    made = sentences(texts, 60, np.random.default_rng(1))
    assert len(set(made)) == len(made) == 60
    assert made == sentences(texts, 60, np.random.default_rng(1))
    assert "The old man went to the market" in made
    assert not any("{" in text or text.isupper() for text in made)
    assert all(2 <= len(text.split()) <= 18 for text in made)
    with pytest.raises(SyrinxError, match="no texts"):
        sentences(["no"], 5, np.random.default_rng(0))


@pytest.mark.skipif(not shutil.which("flite"), reason="flite is not installed")
@pytest.mark.parametrize("text", ["The old man went away.", "Stop. Wait for the second part."])
def test_flite_says_when_its_segments_end(text: str, tmp_path: Path) -> None:
    voice = next(v for v in installed_voices() if v.engine == "flite")
    (spoken,) = speak(voice, [text], tmp_path, np.random.default_rng(0))
    ends = [s.end_s for s in spoken.segments]
    assert ends == sorted(ends)
    assert ends[-1] == pytest.approx(len(spoken.audio) / 16_000, abs=0.02)
    power = np.convolve(spoken.audio**2, np.ones(320) / 320, "same")
    pause = next(s.end_s for s in spoken.segments if s.name == "pau")
    assert power[: round((pause - 0.03) * 16_000)].max() < 1e-3 * power.max()


@pytest.mark.skipif(not shutil.which("festival"), reason="festival is not installed")
def test_festival_says_when_its_segments_end(tmp_path: Path) -> None:
    voice = next((v for v in installed_voices() if v.engine == "festival"), None)
    if voice is None:
        pytest.skip("no voice of festival is installed")
    spoken = list(speak(voice, ['Say "yes" now.', "Go."], tmp_path, np.random.default_rng(0)))
    assert len(spoken) == 2
    for one in spoken:
        length_s = len(one.audio) / 16_000
        assert one.segments[-1].end_s == pytest.approx(length_s, abs=0.05)


def test_voices_are_named_once_with_a_licence() -> None:
    assert len({(v.engine, v.name) for v in VOICES}) == len(VOICES)
    assert all(v.licence for v in VOICES)


def _labelled(cache: SpeechCache, names: list[str], label: int) -> SpeechCache:
    """The cache with every frame labelled ``label`` by a table of ``names``."""
    total = sum(u.n_frames for u in cache.utterances)
    (cache.folder / "phones.u8").write_bytes(np.full(total, label, np.uint8).tobytes())
    takes = [[0, u.n_frames, 0.0, 0.0, 0.0, "x" if u.index == 1 else ""] for u in cache.utterances]
    columns = ["start", "end", "score", "worst_word", "extra_s", "objection"]
    record = {"phones": names, "columns": columns, "takes": takes}
    (cache.folder / "phones.json").write_text(json.dumps(record))
    return SpeechCache(cache.folder)


def test_joined_caches_are_one(cache: SpeechCache, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(cache.folder, other)
    _labelled(cache, ["a", "b"], 2)
    _labelled(SpeechCache(other), ["c", "b"], 2)
    joined = JoinedCache([cache.folder, other])
    n = len(cache.utterances)
    assert [u.index for u in joined.utterances] == list(range(2 * n))
    first, second = joined.utterances[3], joined.utterances[n + 3]
    assert np.array_equal(joined.audio(first), joined.audio(second))
    assert np.array_equal(joined.f0(second, 2, 9), cache.f0(cache.utterances[3], 2, 9))
    for u in (first, second):  # "b" is 2 in both
        labels = joined.phones(u)
        assert labels is not None
        assert set(labels.tolist()) == {2}
    _labelled(SpeechCache(other), ["c", "b"], 1)
    labels = JoinedCache([cache.folder, other]).phones(second)
    assert labels is not None
    assert set(labels.tolist()) == {255}
    takes = read_takes(joined)
    assert takes is not None
    assert [i for i, take in enumerate(takes) if take and take.objection] == [1, n + 1]
    for folder in (cache.folder, other):
        np.save(folder / "rows.npy", np.full((3, n, 4), len(folder.name)))
    rows = joined.rows_of("rows.npy")
    assert rows.shape == (3, 2 * n, 4)
    assert rows[0, n, 0] == len("other")
    with pytest.raises(SyrinxError, match="missing"):
        joined.rows_of("nothing.npy")


def test_a_second_cache_that_is_not_there_is_left_out(cache: SpeechCache, tmp_path: Path) -> None:
    assert type(open_cache(cache.folder, tmp_path / "nowhere")) is SpeechCache
    assert isinstance(open_cache(cache.folder, cache.folder), JoinedCache)


def test_unaligned_takes_are_judged_by_their_level(cache: SpeechCache) -> None:
    figures = write_frame_labels(cache, PhoneSet(["h"]), [])
    assert figures == {"aligned": 0.0, "disliked": 0.0, "labelled_minutes": 0.0}
    takes = read_takes(SpeechCache(cache.folder))
    assert takes is not None
    take = takes[0]
    assert isinstance(take, Take)
    assert (take.start, take.end, take.score) == (0, cache.utterances[0].n_frames, None)
