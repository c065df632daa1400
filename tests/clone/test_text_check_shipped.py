"""The shipped recogniser holds texts against real speech; rests where it is not shipped."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.app.clone.takes import TakeLimits
from syrinx.app.clone.text_check import TextChecker, load_text_checker
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.training.data import SpeechCache
from syrinx.training.metrics.take_set import takes_of


@pytest.fixture(scope="module")
def checker() -> TextChecker:
    made = load_text_checker(ModelRegistry())
    assert made is not None
    return made


def test_prompts_and_the_statement_can_be_weighed(checker: TextChecker) -> None:
    from syrinx.app.clone.prompts import prompt_book

    book = prompt_book("en")
    silence = np.zeros(16_000 * 6, np.float32)
    texts = [prompt.text for prompt in book.prompts]
    costs = checker.costs(silence, [*texts, book.consent("Xochitl Zoe", "22 November 2026")], "en")
    assert all(cost is not None and cost > TakeLimits().text_cost_lenient for cost in costs)


def test_dev_speech(checker: TextChecker) -> None:
    try:
        takes = [
            take
            for made in takes_of(SpeechCache(), "dev", ["librispeech", "speechocean762"]).values()
            for take in [t for t in made if t.text and t.language == "en"][:2]
        ]
    except SyrinxError:
        pytest.skip("the speech pack is not here")
    limit = TakeLimits().text_cost
    right, other = [], []
    for number, take in enumerate(takes):
        text = takes[(number + 5) % len(takes)].text
        own, wrong = checker.costs(take.audio, [take.text, text], "en")
        assert own is not None
        assert wrong is not None
        right.append(own <= limit)
        other.append(wrong <= limit)
    assert np.mean(right) >= 0.9
    assert np.mean(other) <= 0.05
