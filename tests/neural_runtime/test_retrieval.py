"""Retrieval: the search, the compact bank, and what a bank does to the neural voice."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.content import ContentExtractor, content_encoder_id
from syrinx.neural.runtime.onnx_processor import HOP_LENGTH, NeuralVoice
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.retrieval import (
    NEIGHBOURS,
    FrameBank,
    compact,
    speech_frames,
    unit_rows,
)
from tests.contracts.processor_contract import assert_processor_contract
from tests.neural_runtime.tiny import voice_like

EMBEDDING = np.linspace(-1.0, 1.0, 192)


def frames(count: int, seed: int = 0) -> np.ndarray:
    """Frames as the encoder's layer norm leaves them: mean 0, length 8."""
    values = np.random.default_rng(seed).standard_normal((count, 64))
    values -= values.mean(axis=1, keepdims=True)
    return (8.0 * values / np.linalg.norm(values, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def registry(tiny_models: Path) -> ModelRegistry:
    return ModelRegistry(shipped=tiny_models)


@pytest.fixture(scope="module")
def bank_rows(registry: ModelRegistry) -> np.ndarray:
    """Content of another recording than the tests convert."""
    content, _ = ContentExtractor(registry).extract(voice_like(3.0, seed=5))
    return content


# ---- the search ----


@pytest.mark.parametrize("ratio", [0.0, 0.3, 1.0])
def test_pull_goes_to_the_mean_of_the_nearest_by_cosine(ratio: float) -> None:
    rows, query = frames(300, seed=1), frames(1, seed=2)[0]
    cosine = rows @ query / 64.0
    mean = rows[np.argsort(cosine)[-NEIGHBOURS:]].mean(axis=0)
    expected = (1 - ratio) * query + ratio * mean
    np.testing.assert_allclose(FrameBank(3.0 * rows).pull(query, ratio), expected, atol=2e-6)


def test_a_bank_that_holds_the_very_frame_returns_it() -> None:
    rows = frames(50)
    bank = FrameBank(np.repeat(rows, NEIGHBOURS, axis=0))
    for row in rows:
        np.testing.assert_allclose(bank.pull(row, 1.0), row, atol=2e-6)


def test_a_bank_smaller_than_the_neighbourhood_gives_its_mean() -> None:
    rows = frames(2)
    np.testing.assert_allclose(FrameBank(rows).pull(rows[0], 1.0), rows.mean(axis=0), atol=2e-6)


def test_a_search_leaves_the_query_and_the_bank_as_they_were() -> None:
    rows, query = frames(100), frames(1, seed=3)[0]
    kept, bank = query.copy(), FrameBank(rows)
    first = bank.pull(query, 0.7).copy()
    np.testing.assert_array_equal(query, kept)
    bank.pull(frames(1, seed=4)[0], 1.0)
    np.testing.assert_array_equal(bank.pull(query, 0.7), first)


def test_a_search_keeps_no_memory() -> None:
    bank, query = FrameBank(frames(2048)), frames(1, seed=3)[0]
    bank.pull(query, 0.5)
    tracemalloc.start()
    try:
        for _ in range(100):
            bank.pull(query, 0.5)
        now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert now < 2_000  # nothing is kept
    assert peak < 8_000  # and no array as long as the bank is made


@pytest.mark.parametrize(
    "rows", [np.zeros((0, 64)), np.zeros((3, 64)), np.full((3, 64), np.nan), np.ones(64)]
)
def test_useless_frames_are_refused(rows: np.ndarray) -> None:
    with pytest.raises(SyrinxError, match="bank of content"):
        FrameBank(rows)


# ---- the compact bank ----


def test_pauses_are_left_out() -> None:
    content, loudness = frames(100), np.full(100, -20.0)
    loudness[40:70] = -55.0
    np.testing.assert_array_equal(
        speech_frames(content, loudness), np.delete(content, np.s_[40:70], axis=0)
    )
    assert len(speech_frames(content[:0], loudness[:0])) == 0


def test_compact_finds_every_kind_of_frame_and_takes_real_ones() -> None:
    rng = np.random.default_rng(0)
    kinds = frames(40, seed=9)
    # Very unequal: a frame drawn at random would miss the rare kinds.
    many = np.repeat(kinds, np.geomspace(2, 400, 40).astype(int), axis=0)
    noisy = many + 0.3 * rng.standard_normal(many.shape).astype(np.float32)
    small = compact(noisy, 200)
    assert len(small) <= 200
    cosine = unit_rows(kinds) @ small.T
    assert cosine.max(axis=1).min() > 0.9
    exact = unit_rows(noisy) @ small.T
    assert exact.max(axis=0).min() > 1 - 1e-5  # each is one of the given frames
    np.testing.assert_array_equal(compact(noisy, 200), small)


def test_few_frames_stay_but_in_no_order() -> None:
    rows = unit_rows(frames(200))
    kept = compact(np.repeat(rows, 2, axis=0), 1000)  # what is there twice is kept once
    order = (kept @ rows.T).argmax(axis=1)
    np.testing.assert_array_equal(np.sort(order), np.arange(200))
    assert np.mean(np.diff(order) == 1) < 0.1  # no sentence can be read from it


def test_content_of_recordings_is_that_of_the_live_path(registry: ModelRegistry) -> None:
    audio = voice_like(1.0)
    extractor = ContentExtractor(registry)
    content, loudness = extractor.extract(audio)
    again, _ = extractor.extract(audio)
    assert content.shape == (98, 64)
    assert loudness.shape == (98,)
    np.testing.assert_array_equal(content, again)
    voice = NeuralVoice(registry, speaker_embedding=EMBEDDING)
    live = []
    for block in audio.reshape(-1, HOP_LENGTH):
        voice.process(block)
        live.append(voice._encoder.outputs["content"][0, :, 0].copy())
    np.testing.assert_array_equal(content, np.array(live)[2:])
    assert extractor.encoder_id == content_encoder_id(registry)
    assert extractor.encoder_id == registry.entry("content_encoder.fp16").sha256


# ---- in the voice ----


@pytest.mark.parametrize("fp32", [False, True])
def test_processor_contract_with_a_bank(
    registry: ModelRegistry, bank_rows: np.ndarray, fp32: bool
) -> None:
    assert_processor_contract(
        lambda: NeuralVoice(
            registry,
            speaker_embedding=EMBEDDING,
            fp32=fp32,
            bank=FrameBank(bank_rows),
            index_ratio=0.7,
        ),
        probe=voice_like(0.8),
        measure_delay=False,
        split_tolerance=0.0,
    )


def test_ratio_0_is_no_bank_bit_by_bit(registry: ModelRegistry, bank_rows: np.ndarray) -> None:
    audio = voice_like(1.0)
    plain = NeuralVoice(registry, speaker_embedding=EMBEDDING)
    banked = NeuralVoice(registry, speaker_embedding=EMBEDDING, bank=FrameBank(bank_rows))
    expected = plain.process(audio)
    np.testing.assert_array_equal(banked.process(audio), expected)
    banked.set_index_ratio(1.0)
    banked.reset()
    assert np.abs(banked.process(audio) - expected).max() > 1e-4
    without = NeuralVoice(registry, speaker_embedding=EMBEDDING, index_ratio=1.0)
    np.testing.assert_array_equal(without.process(audio), expected)


def test_a_bank_of_the_very_frames_changes_nothing(registry: ModelRegistry) -> None:
    audio = voice_like(1.0)
    extractor = ContentExtractor(registry)
    extractor.extract(audio)
    plain = NeuralVoice(registry, speaker_embedding=EMBEDDING)
    content, output = [], []
    for block in audio.reshape(-1, HOP_LENGTH):
        output.append(plain.process(block))
        content.append(plain._encoder.outputs["content"][0, :, 0].copy())
    bank = FrameBank(np.repeat(np.array(content), NEIGHBOURS, axis=0))
    voice = NeuralVoice(registry, speaker_embedding=EMBEDDING, bank=bank, index_ratio=1.0)
    expected = np.concatenate(output)
    assert np.abs(voice.process(audio) - expected).max() < 1e-3 * np.abs(expected).max()


def test_the_ratio_glides_and_arrives(registry: ModelRegistry, bank_rows: np.ndarray) -> None:
    """Every block differs from the one of another ratio by as little as the ratio moved."""
    audio = voice_like(2.0)
    voice = NeuralVoice(registry, speaker_embedding=EMBEDDING, bank=FrameBank(bank_rows))
    pulls = []
    for index, block in enumerate(audio.reshape(-1, HOP_LENGTH)):
        if index == 50:
            voice.set_index_ratio(1.0)
        if index == 130:
            voice.set_index_ratio(0.0)
        voice.process(block)
        source = voice._encoder.outputs["content"][0, :, 0]
        pulls.append(np.linalg.norm(voice._decoder.inputs["content"][0, :, 0] - source))
    moved = np.array(pulls)
    assert not moved[:50].any()
    assert 0 < moved[50] < 0.06 * 16  # a twentieth of the way, which is 16 at most
    assert moved[75:130].min() > 5 * moved[50] / 20
    assert not moved[155:].any()  # exactly off again
    steps = []
    for index in (50, 130):
        steps.append(np.abs(np.diff(moved[index : index + 22])).max())
    # As fast as the neighbours themselves change from frame to frame, not faster.
    assert max(steps) < 3.0 * np.abs(np.diff(moved[80:130])).max() + 0.06 * 16


def test_reset_keeps_the_ratio_and_begins_with_it(
    registry: ModelRegistry, bank_rows: np.ndarray
) -> None:
    audio = voice_like(0.5)
    bank = FrameBank(bank_rows)
    voice = NeuralVoice(registry, speaker_embedding=EMBEDDING, bank=bank)
    voice.set_index_ratio(0.8)
    voice.reset()
    fresh = NeuralVoice(registry, speaker_embedding=EMBEDDING, bank=bank, index_ratio=0.8)
    np.testing.assert_array_equal(voice.process(audio), fresh.process(audio))


@pytest.mark.parametrize("ratio", [-0.1, 1.1, float("nan")])
def test_impossible_ratios_are_refused(registry: ModelRegistry, ratio: float) -> None:
    with pytest.raises(SyrinxError, match="index ratio"):
        NeuralVoice(registry, speaker_embedding=EMBEDDING, index_ratio=ratio)


def test_a_bank_of_another_width_is_refused(registry: ModelRegistry) -> None:
    bank = FrameBank(np.ones((4, 32)))
    with pytest.raises(SyrinxError, match="32 numbers per frame"):
        NeuralVoice(registry, speaker_embedding=EMBEDDING, bank=bank)
