"""Speech that the recogniser wrote down itself: what is chosen, and what is kept."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.training.cli import recipe_names
from syrinx.training.data import SpeechCache
from syrinx.training.recipes.heard_speech import Hearer, Understood, run, surest, write_heard
from tests.decoding.scripted import ScriptedModel, small_vocabulary, spoken


def understood(confidence: float, distance: float, *words: str) -> Understood:
    return Understood(words=words or ("hum",), confidence=confidence, distance=distance)


def untranscribed(cache: SpeechCache) -> SpeechCache:
    """The cache with every second text of the train speakers forgotten."""
    path = cache.folder / "utterances.json"
    records = json.loads(path.read_text())
    for record in records[::2]:
        record["text"] = record["phones"] = ""
    path.write_text(json.dumps(records))
    return SpeechCache(cache.folder)


def test_words_and_what_the_network_heard_are_compared() -> None:
    script = "-abc-bd-cef--"
    clear = ScriptedModel(spoken(script))
    found = Hearer(clear, small_vocabulary())(clear.audio)  # type: ignore[arg-type]
    assert found.words == ("one", "two", "three")
    assert found.distance == 0.0
    odd = ScriptedModel(spoken("-abc-bdh-cegf--"))
    other = Hearer(odd, small_vocabulary())(odd.audio)  # type: ignore[arg-type]
    assert other.distance > 0.0


def test_the_surest_are_chosen() -> None:
    takes = [
        understood(0.9, 0.10),
        understood(0.2, 0.30),
        understood(0.8, 0.15),
        understood(0.95, 0.60),
        Understood(words=(), confidence=0.9, distance=0.0),
    ]
    assert surest(takes, share=0.6, farthest=0.5) == [0, 2]
    assert surest(takes, share=1.0, farthest=0.5) == [0, 1, 2]
    assert surest([], share=1.0, farthest=0.5) == []


def test_what_is_kept_reads_as_a_cache(cache: SpeechCache, tmp_path: Path) -> None:
    some = cache.select("train")[3:5]
    write_heard(cache, [(u, understood(1.0, 0.0, "hum", "hum")) for u in some], tmp_path / "out")
    heard = SpeechCache(tmp_path / "out")
    for u, kept in zip(some, heard.utterances, strict=True):
        assert kept.text == "hum hum"
        assert kept.corpus == u.corpus + "_heard"
        assert (kept.speaker, kept.split) == (u.speaker, "train")
        assert np.abs(heard.audio(kept) - cache.audio(u)).max() < 1e-4
    assert heard.phones(heard.utterances[0]) is None


def test_another_corpus_is_added_and_the_same_one_replaced(
    cache: SpeechCache, tmp_path: Path
) -> None:
    hums, words = cache.select("train", ["hums"])[:3], cache.select("train", ["words"])[:2]
    write_heard(cache, [(u, understood(1.0, 0.0, "old")) for u in hums], tmp_path)
    write_heard(cache, [(u, understood(1.0, 0.0, "word")) for u in words], tmp_path)
    write_heard(cache, [(u, understood(1.0, 0.0, "new")) for u in hums[1:]], tmp_path)
    kept = SpeechCache(tmp_path)
    assert [u.text for u in kept.utterances] == ["word", "word", "new", "new"]
    assert [u.index for u in kept.utterances] == [0, 1, 2, 3]
    for u, source in zip(kept.utterances, [*words, *hums[1:]], strict=True):
        assert np.abs(kept.audio(u) - cache.audio(source)).max() < 1e-4


def test_only_untranscribed_train_speech_is_heard(cache: SpeechCache, tmp_path: Path) -> None:
    cache = untranscribed(cache)
    lengths: list[int] = []

    def hear(audio: np.ndarray) -> Understood:
        lengths.append(len(audio))
        return understood(0.9, 0.01 * len(lengths))

    lines = list(run(cache, hear, tmp_path / "out", corpora=["hums"], share=0.5, farthest=0.4))
    wanted = [u for u in cache.select("train", ["hums"]) if not u.text]
    assert lengths == [u.n_samples for u in wanted]
    kept = SpeechCache(tmp_path / "out").utterances
    assert len(kept) == len(wanted) // 2
    assert lines[-1].startswith(f"{len(kept)} of {len(wanted)} takes")


def test_nothing_sure_is_an_error(cache: SpeechCache, tmp_path: Path) -> None:
    cache = untranscribed(cache)
    far = dataclasses.replace(understood(0.9, 0.9))
    with pytest.raises(SyrinxError, match="sure of nothing"):
        list(run(cache, lambda _: far, tmp_path, corpora=["hums"], share=1.0, farthest=0.4))
    with pytest.raises(SyrinxError, match="no untranscribed"):
        list(run(cache, lambda _: far, tmp_path, corpora=["none"], share=1.0, farthest=0.4))


def test_it_is_listed() -> None:
    assert "heard_speech" in recipe_names()
