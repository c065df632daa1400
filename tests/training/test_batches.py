"""Batches made in a process, and what a microphone makes of them."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator

import numpy as np
import pytest
import torch

from syrinx.training.augment_batch import HearingConfig
from syrinx.training.batches import BatchMaker, InProcess, Microphone, PhoneSet
from syrinx.training.data import SpeechCache

PHONES = PhoneSet(["h", "m", "ʌ"])


def test_items_are_made_elsewhere_in_order() -> None:
    def items() -> Iterator[tuple[int, int]]:
        for number in itertools.count():
            yield os.getpid(), number

    got = list(itertools.islice(InProcess(items), 5))
    assert [number for _, number in got] == [0, 1, 2, 3, 4]
    assert {process for process, _ in got}.isdisjoint({os.getpid()})


def test_what_goes_wrong_there_is_raised_here() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ZeroDivisionError("no more speech")

    found = iter(InProcess(items))
    assert next(found) == 1
    with pytest.raises(ZeroDivisionError, match="no more speech"):
        next(found)


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_the_clean_speech_stays_beside_what_is_heard(cache: SpeechCache, chance: float) -> None:
    every = HearingConfig(noise_chance=1.0, snr_db=(0.0, 1.0))
    maker = BatchMaker(
        cache,
        cache.select("train"),
        {},
        PHONES,
        batch_s=4.0,
        longest_s=1.0,
        seed=0,
        microphone=Microphone(noises=cache.noises(), chance=chance, config=every),
    )
    batch = next(b for b in maker if len(b.audio) > 2)
    assert batch.heard is not None
    assert batch.heard.shape == batch.audio.shape
    changed = (batch.heard != batch.audio).any(dim=2).numpy()
    assert np.all(changed == (chance == 1.0))
    assert torch.isfinite(batch.heard).all()
