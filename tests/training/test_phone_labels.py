"""Phone labels of frames on their way from the aligner's files into the losses."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from syrinx.dsp.errors import SyrinxError
from syrinx.training.align import Alignment
from syrinx.training.batches import SPEEDS, BatchMaker, PhoneSet
from syrinx.training.data import SpeechCache
from syrinx.training.frame_labels import write_frame_labels
from syrinx.training.losses import ctc_loss, phone_loss
from syrinx.training.recipes.content_encoder import ContentRecipe, frames_named, run

PHONES = PhoneSet(["h", "m", "ʌ"])
NAMED = PhoneSet(["m", "x", "h"])
"""What the aligner knew, in another order, and one phone that the recipe does not know."""


def ramp(n_frames: int) -> np.ndarray:
    """Labels that tell where they are: each 7 frames long, silence first."""
    return ((np.arange(n_frames) // 7) % 4).astype(np.uint8)


@pytest.fixture
def aligned(cache: SpeechCache) -> SpeechCache:
    found = [
        (u, Alignment(labels=ramp(u.n_frames), words=ramp(u.n_frames), score=0.0, worst_word=0.0))
        for u in cache.utterances
        if u.speaker != "s1"
    ]
    write_frame_labels(cache, NAMED, found)
    return SpeechCache(cache.folder)


def test_content_step_t_is_taught_the_phone_of_frame_t_minus_1(aligned: SpeechCache) -> None:
    maker = BatchMaker(
        aligned, aligned.select("train"), {}, PHONES, batch_s=6.0, longest_s=3.0, seed=0,
        speed_chance=0.6,
    )  # fmt: skip
    seen = set()
    classes = np.array([0, 2, -1, 1])
    for batch, _ in zip(maker, range(8), strict=False):
        assert batch.phones is not None
        assert batch.phones.shape == batch.f0_hz.shape
        assert (batch.phones[:, 0] == -1).all()
        for row, (u, speed) in enumerate(zip(batch.utterances, batch.speeds, strict=True)):
            got = batch.phones[row, 1 : int(batch.frames[row])].numpy()
            if u.speaker == "s1":
                assert (got == -1).all()
                continue
            numerator, denominator = SPEEDS[speed]
            at = np.rint(np.arange(len(got)) * numerator / denominator).astype(int)
            starts = range(u.n_frames - int(at[-1]))  # a slower one may have been cut
            wanted = [classes[ramp(u.n_frames)[at + start]] for start in starts]
            assert any(np.array_equal(got, labels) for labels in wanted)
            if speed == 0:
                assert np.array_equal(got, wanted[0])
            seen.add(speed)
    assert seen == set(range(len(SPEEDS)))


def test_frames_count_where_they_are_known_and_the_text_where_not() -> None:
    torch.manual_seed(0)
    phones = torch.tensor([[-1, 1, 1, 2, 0], [-1, -1, -1, -1, -1], [-1, -1, -1, -1, -1]])
    right = 8.0 * F.one_hot(phones.clamp(min=0), 4).float()
    frames, labels = torch.tensor([5, 5, 5]), torch.tensor([[1, 2], [1, 2], [0, 0]])
    lengths = torch.tensor([2, 2, 0])
    logits = torch.cat([right[:1], torch.randn(2, 5, 4)])

    def loss(rows: slice, *, lag: int = 0, given: torch.Tensor = logits) -> torch.Tensor | None:
        return phone_loss(
            given[rows], phones[rows], frames[rows], labels[rows], lengths[rows], lag=lag
        )

    framed, told, both = loss(slice(0, 1)), loss(slice(1, 2)), loss(slice(0, 3))
    assert framed is not None
    assert told is not None
    assert both is not None
    assert float(framed) < 0.5
    assert float(told) == pytest.approx(
        float(ctc_loss(logits[1:2], frames[1:2], labels[1:2], lengths[1:2]))
    )
    assert float(both) == pytest.approx((float(framed) + float(told)) / 2)
    assert loss(slice(2, 3)) is None
    late = loss(slice(0, 1), lag=2, given=logits.roll(2, dims=1))
    assert late is not None
    assert float(late) < 0.5
    early = loss(slice(0, 1), given=logits.roll(2, dims=1))
    assert early is not None
    assert float(early) > 2.0


def test_the_content_encoder_learns_to_name_frames(aligned: SpeechCache, tmp_path: Path) -> None:
    recipe = ContentRecipe(
        folder=tmp_path / "run",
        start_from=None,
        cache=aligned.folder,
        taught=tmp_path / "none",
        budget_s=1.0,
        batch_s=4.0,
        longest_s=1.0,
    )
    first = list(run(recipe))
    again = list(run(dataclasses.replace(recipe, budget_s=3.0)))
    assert again[-1].kind == "validate"
    assert again[-1].step > first[-1].step
    assert np.isfinite(again[-1].figures["phone_error_rate"])
    record = json.loads((recipe.folder / "provenance.json").read_text())
    assert record["recipe"] == "content_encoder"
    (aligned.folder / "phones.json").unlink()
    with pytest.raises(SyrinxError, match="align"):
        list(run(recipe))


def test_frames_are_counted_by_their_phones(aligned: SpeechCache) -> None:
    dev = [u for u in aligned.select("dev") if u.speaker != "s1"]
    maker = BatchMaker(aligned, dev, {}, PHONES, batch_s=60.0, longest_s=3.0, seed=0)
    batch = maker.pack(dev, 48_000)

    class Knows(torch.nn.Module):
        def content(self, *_: object) -> torch.Tensor:
            assert batch.phones is not None
            return batch.phones

        def head(self, phones: torch.Tensor) -> torch.Tensor:
            return 20.0 * F.one_hot(phones.clamp(min=0), 4).float()

    right, loss = frames_named(Knows(), [batch])  # type: ignore[arg-type]
    assert right == 100.0
    assert loss < 1e-3
