"""The aligner: chains against exhaustive search, labels in files, good takes."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from syrinx.training.align import (
    Aligner,
    AlignerConfig,
    align_batch,
    by_length,
    collapse,
    decode,
    loud_frames,
    words_of,
)
from syrinx.training.batches import PhoneSet, label_map
from syrinx.training.data import SpeechCache, _plain_phones
from syrinx.training.flat_start import FlatStart, spread_evenly
from syrinx.training.frame_labels import Take, compare, good_takes, read_takes, trimmed
from syrinx.training.hmm import JUMP, SHORTEST_SILENCE, PhoneChain, best_path
from syrinx.training.recipes.align import AlignRecipe, run

PHONES = PhoneSet(["h", "m", "ʌ"])


def every_path(chain: PhoneChain, scores: np.ndarray) -> float:
    """Log likelihood of the best of all paths, by trying them all."""
    last, n = len(scores) - 1, len(chain)
    best = -np.inf

    def go(t: int, state: int, total: float) -> None:
        nonlocal best
        total += float(scores[t, chain.label[state]])
        if t == last:
            if state in (n - 1, n - 1 - SHORTEST_SILENCE):
                best = max(best, total)
            return
        for following in range(state, min(n, state + JUMP + 1)):
            step = following - state
            if (
                (step == 0 and chain.loop[state])
                or step == 1
                or (step == JUMP and chain.skip[following])
            ):
                go(t + 1, following, total)

    for first in (0, SHORTEST_SILENCE):
        go(0, first, 0.0)
    return best


@pytest.mark.parametrize("seed", range(4))
def test_the_best_path_is_the_best_of_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    chains = [PhoneChain.of([[1], [2]]), PhoneChain.of([[1, 2], [3]])]
    scores = [rng.normal(0, 2, (n, 4)).astype(np.float32) for n in (9, 11)]
    paths, totals = best_path(scores, chains)
    for chain, x, path, total in zip(chains, scores, paths, totals, strict=True):
        assert total == pytest.approx(every_path(chain, x), abs=1e-3)
        assert len(path) == len(x)
        assert x[np.arange(len(x)), chain.label[path]].sum() == pytest.approx(total, abs=1e-3)
        assert set(np.diff(path)) <= {0, 1, JUMP}


def test_an_utterance_too_short_for_its_text_has_no_path() -> None:
    scores = [np.zeros((3, 4), np.float32), np.zeros((20, 4), np.float32)]
    found = align_batch(scores, [[[1, 2, 3]], [[1, 2, 3]]], np.zeros(4, np.float32))
    assert found[0] is None
    assert found[1] is not None


def test_alignment_finds_phones_and_pauses_that_are_there() -> None:
    truth = np.array([0] * 12 + [1] * 8 + [3] * 10 + [0] * 9 + [2] * 7 + [0] * 11)
    rng = np.random.default_rng(0)
    logits = rng.normal(0, 0.7, (len(truth), 4))
    logits[np.arange(len(truth)), truth] += 4.0
    log_p = (logits - np.log(np.exp(logits).sum(1, keepdims=True))).astype(np.float32)
    (found,) = align_batch([log_p], [[[1, 3], [2]]], np.zeros(4, np.float32))
    assert found is not None
    assert (found.labels == truth).mean() > 0.95
    assert set(found.words[found.labels == 2]) == {1}
    assert found.score > -0.1
    (wrong,) = align_batch([log_p], [[[2, 1], [3]]], np.zeros(4, np.float32))
    assert wrong is not None
    assert wrong.score < -0.8
    assert wrong.worst_word <= wrong.score


def test_flat_start_finds_two_sounds_in_a_few_rounds() -> None:
    """Steady sounds of unequal lengths: evenly spread labels come to lie on them."""
    rng = np.random.default_rng(0)
    sound = rng.normal(0, 1, (3, 80)).astype(np.float32)
    material, words, loud = [], [], []
    truth = []
    for _ in range(40):
        order = [int(p) for p in rng.permutation([1, 2])]
        lengths = rng.integers(8, 40, 2)
        labels = np.concatenate(
            [[0] * 10, *([p] * n for p, n in zip(order, lengths, strict=True)), [0] * 10]
        )
        truth.append(labels.astype(int))
        material.append(sound[labels.astype(int)] + rng.normal(0, 0.3, (len(labels), 80)))
        words.append([order])
        loud.append(labels > 0)
    model = FlatStart(3)
    cepstra = [model.cepstra(x) for x in material]
    guess = [spread_evenly(w, x) for w, x in zip(words, loud, strict=True)]
    start = np.mean(np.concatenate(guess) == np.concatenate(truth))
    for _ in range(4):
        model.estimate(cepstra, guess)
        scores = [model.log_likelihood(x) for x in cepstra]
        guess = [a.labels.astype(int) for a in align_batch(scores, words, np.zeros(3)) if a]
    assert start < 0.95
    assert np.mean(np.concatenate(guess) == np.concatenate(truth)) > 0.97


def test_the_network_sees_both_ways_and_keeps_the_length() -> None:
    torch.manual_seed(0)
    model = Aligner(AlignerConfig(n_classes=5, channels=16, kernel=3, dilations=(1, 2)))
    x = torch.randn(2, 40, 80)
    base = model(x)
    assert base.shape == (2, 40, 5)
    for place in (10, 30):
        moved = x.clone()
        moved[:, place] += 1
        changed = (model(moved) - base).abs().amax(dim=(0, 2)) > 1e-6
        at = torch.nonzero(changed).flatten()
        assert at.min() < place < at.max()
        assert at.max() - at.min() < 26


def test_decoding_without_text_ignores_blips() -> None:
    labels = np.array([0] * 5 + [1] * 6 + [2] + [1] * 5 + [3] * 6 + [0] * 4)
    log_p = np.where(np.eye(4)[labels] > 0, -0.2, -2.0).astype(np.float32)
    assert collapse(decode(log_p)) == [1, 3]
    assert collapse(decode(log_p, switch_cost=0.0)) == [1, 2, 1, 3]


def test_words_leave_unknown_phones_out() -> None:
    assert words_of("h ʌ m | x | m ç", PHONES) == [[1, 3, 2], [2]]


def test_loudness_finds_the_sound() -> None:
    audio = np.zeros(16_000, np.float32)
    audio[4000:9600] = 0.1
    place = np.flatnonzero(loud_frames(audio))
    assert place[0] == pytest.approx(25, abs=1)
    assert place[-1] == pytest.approx(60, abs=1)


def test_batches_by_length_hold_everything_once() -> None:
    lengths = np.random.default_rng(0).integers(1, 300, 50).tolist()
    groups = list(by_length(lengths, 600))
    assert sorted(i for g in groups for i in g) == list(range(50))
    assert all(len(g) * max(lengths[i] for i in g) <= 600 or len(g) == 1 for g in groups)


def test_clauses_are_word_boundaries_and_ur_is_spoken() -> None:
    assert _plain_phones(" t ɹ ˈeɪ l\nf ˈɪ l\n") == "t ɹ eɪ l | f ɪ l"
    assert _plain_phones(" v ˌ?? d ə") == "v ʊ ɾ d ə"


def test_labels_are_classes_of_the_phone_head() -> None:
    table = label_map(["m", "zz", "h"], PHONES)
    assert table[[0, 1, 2, 3, 255]].tolist() == [0, 2, -1, 1, -1]


def test_a_take_is_compared_with_its_corpus() -> None:
    rng = np.random.default_rng(0)
    takes = [
        Take(start=0, end=9, score=float(s), worst_word=2 * float(s))
        for s in rng.normal(-1.5, 0.2, 50)
    ]
    takes += [
        Take(start=0, end=9, score=-3.5, worst_word=-3.5),
        Take(start=0, end=9, score=-1.6, worst_word=-9.0),
        Take(start=0, end=9, score=-1.4, worst_word=-2.0, extra_s=0.8),
        Take(start=0, end=9, objection="text does not fit in"),
    ]
    assert [t.objection for t in compare(takes)] == [""] * 50 + [
        "text not heard",
        "a word not heard",
        "speech beside the text",
        "text does not fit in",
    ]
    good = [Take(start=0, end=9, score=-0.01, worst_word=-0.01)] * 9
    fair = [Take(start=0, end=9, score=-0.8, worst_word=-2.0)]
    assert not any(t.objection for t in compare(good + fair))


def test_the_recipe_labels_a_cache_and_good_takes_are_trimmed(
    cache: SpeechCache, tmp_path: Path
) -> None:
    assert cache.phones(cache.utterances[0]) is None
    assert good_takes(cache, cache.utterances) == cache.utterances
    table = cache.folder / "utterances.json"
    records = json.loads(table.read_text())
    for record in records:  # PhoneSet wants a phone 60 times
        record["phones"] = " ".join(["h ʌ m"] * 6) if record["n_samples"] > 10_000 else ""
    table.write_text(json.dumps(records))
    recipe = AlignRecipe(
        folder=tmp_path / "run",
        cache=cache.folder,
        taught=tmp_path / "none",
        budget_s=0.5,
        rounds=2,
    )
    events = list(run(recipe))
    assert SpeechCache(cache.folder).phones(cache.utterances[0]) is not None
    assert {e.kind for e in events} >= {"flat", "validate", "aligned"}
    again = SpeechCache(cache.folder)
    assert again.phone_names == ("h", "m", "ʌ")
    takes = read_takes(again)
    assert takes is not None
    seen = 0
    for u in again.utterances:
        labels = again.phones(u)
        assert labels is not None
        assert labels.shape == (u.n_frames,)
        take = takes[u.index]
        assert take is not None
        if not u.phones:
            assert (labels == 255).all()
            assert take.objection == ""
        elif take.score is not None:
            seen += 1
            assert labels.max() <= 3
            assert collapse(labels) == [1, 3, 2] * 6
            short = trimmed(u, take, margin_s=0.02)
            assert np.array_equal(again.phones(short)[2], labels[short.f0_start - u.f0_start + 2])
            offset = short.start - u.start
            assert np.array_equal(again.audio(short), again.audio(u)[offset:][: short.n_samples])
    assert seen > 6
    assert len(list(run(dataclasses.replace(recipe, budget_s=0)))) == 1
    short = dataclasses.replace(recipe, folder=tmp_path / "gaussians", budget_s=0)
    assert [e.kind for e in run(short)] == ["flat", "flat", "aligned"]
    kept = dataclasses.replace(recipe, folder=tmp_path / "copy", kept=recipe.folder, budget_s=0)
    assert [e.kind for e in run(kept)] == ["aligned"]  # by the aligner that was kept
