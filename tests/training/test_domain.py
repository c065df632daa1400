"""A narrow domain: its templates, its language over a general list of words, hearing with it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.search import SearchConfig
from syrinx.training.data import SpeechCache
from syrinx.training.language.domain import Domain
from syrinx.training.language.templates import Templates
from syrinx.training.recipes.heard_speech import Hearer, run_domain
from tests.decoding.scripted import UNITS, WORDS, ScriptedModel, spoken

COFFEE = Path(__file__).parents[2] / "training" / "language" / "domains" / "coffee.txt"
COUNTING = """
# what is counted
sentence = {first} [three] for *3 | oh six
first = one
"""


def domain(text: str = COUNTING) -> Domain:
    said = {w: [tuple(p) for p in ways] for w, ways in WORDS.items()}
    return Domain(Templates(text), said | {"six": [tuple("gdg")]})


def test_templates_make_all_they_can_as_often_as_they_say() -> None:
    templates, rng = Templates(COUNTING), np.random.default_rng(0)
    made = [" ".join(templates.sentence(rng)) for _ in range(2000)]
    share = {text: made.count(text) / len(made) for text in set(made)}
    assert share == pytest.approx(
        {"one for": 0.375, "one three for": 0.375, "oh six": 0.25}, abs=0.04
    )


def test_templates_that_lack_a_rule_or_never_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SyrinxError, match="no rule 'second'"):
        Templates("sentence = {second}")
    with pytest.raises(SyrinxError, match="no rule 'sentence'"):
        Templates("first = one")
    with pytest.raises(SyrinxError, match="in a circle"):
        Templates("sentence = a {sentence}").sentence(np.random.default_rng(0))
    with pytest.raises(SyrinxError, match="cannot be read"):
        Templates.read(tmp_path / "none.txt")


def test_orders_of_coffee_are_orders() -> None:
    templates, rng = Templates.read(COFFEE), np.random.default_rng(0)
    known = set(templates.words())
    for _ in range(200):
        sentence = templates.sentence(rng)
        assert 1 <= len(sentence) <= 40
        assert known.issuperset(sentence)
        assert all(w.replace("'", "").isalpha() and w == w.lower() for w in sentence)


def test_a_domain_has_its_own_words_and_learns_what_was_said() -> None:
    known = domain()
    assert known.lexicon.words == ("for", "oh", "one", "six", "three")

    def score(text: str, understood: tuple[str, ...] = ()) -> float:
        model = known.vocabulary(UNITS, [understood] if understood else ()).model
        return float(model.sentences([model.encode(text.split())])[0].sum())

    assert known.allows(("one", "three", "for"))
    assert not any(known.allows(w) for w in [("one",), ("three", "for"), ("one", "oh", "six"), ()])
    assert score("one three for") > score("one for three") + 3
    assert score("oh three for", ("oh", "three", "for")) > score("oh three for") + 3
    with pytest.raises(SyrinxError, match="'ten' is pronounced"):
        domain("sentence = ten")


def test_what_sounds_alike_is_what_the_domain_says() -> None:
    model = ScriptedModel(spoken("-abc-cef-aeg--"))
    vocabulary = domain().vocabulary(UNITS)
    hearer = Hearer(model, vocabulary, search=SearchConfig(lm_weight=0.8))  # type: ignore[arg-type]
    assert hearer(model.audio).words == ("one", "three", "for")


def test_what_the_templates_do_not_allow_is_not_kept(cache: SpeechCache, tmp_path: Path) -> None:
    path = cache.folder / "utterances.json"
    records = json.loads(path.read_text())
    for record in records:
        record["text"] = record["phones"] = ""
    path.write_text(json.dumps(records))
    with pytest.raises(SyrinxError, match="sure of nothing"):
        list(
            run_domain(
                SpeechCache(cache.folder),
                ScriptedModel(spoken("-cef-abc-abc--")),  # type: ignore[arg-type]
                None,
                domain(),
                tmp_path,
                corpora=["hums"],
                share=1.0,
                farthest=0.9,
                rounds=1,
                search=SearchConfig(lm_weight=0.1),
            )
        )


def test_rounds_end_with_a_cache_of_what_was_understood(cache: SpeechCache, tmp_path: Path) -> None:
    path = cache.folder / "utterances.json"
    records = json.loads(path.read_text())
    for record in records:
        record["text"] = record["phones"] = ""
    path.write_text(json.dumps(records))
    cache = SpeechCache(cache.folder)
    lines = list(
        run_domain(
            cache,
            ScriptedModel(spoken("-abc-cef-aeg--")),  # type: ignore[arg-type]
            None,
            domain(),
            tmp_path / "out",
            corpora=["hums"],
            share=1.0,
            farthest=0.5,
            rounds=2,
            search=SearchConfig(lm_weight=0.8),
        )
    )
    assert [line.split(":")[0] for line in lines[:2]] == ["round 1", "round 2"]
    kept = SpeechCache(tmp_path / "out").utterances
    assert len(kept) == len(cache.select("train", ["hums"]))
    assert {u.text for u in kept} == {"one three for"}
