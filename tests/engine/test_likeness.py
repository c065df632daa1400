"""The bank in the live chain: the ratio reaches the network, another encoder's bank does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.engine.live import run_live
from syrinx.app.engine.messages import DeviceScript, EngineConfig, VoiceParams
from syrinx.app.engine.voice_chain import VoiceChain, build_voice_chain
from syrinx.app.voice_bank import VoiceBank
from syrinx.app.voices import Voice, VoiceLibrary, effect_voices
from syrinx.neural.runtime.content import ContentExtractor
from syrinx.neural.runtime.registry import ModelRegistry
from tests.contracts.processor_contract import assert_processor_contract
from tests.neural_runtime.tiny import voice_like, write_tiny_bundle

RATE = 48_000


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> ModelRegistry:
    return ModelRegistry(shipped=write_tiny_bundle(tmp_path_factory.mktemp("models")))


@pytest.fixture(scope="module")
def bank(registry: ModelRegistry) -> VoiceBank:
    extractor = ContentExtractor(registry)
    content, _ = extractor.extract(voice_like(3.0, seed=5))
    return VoiceBank.from_frames(content, content_encoder=extractor.encoder_id)


def voice(bank: VoiceBank | None) -> Voice:
    embedding = np.zeros(192, np.float32)
    embedding[5] = 1.0
    return Voice(
        id="someone",
        name="Someone",
        kind="neural",
        f0_median_hz=200.0,
        speaker_embedding=embedding,
        bank=bank,
        shipped=True,
    )


@pytest.fixture(scope="module")
def build(registry: ModelRegistry) -> Callable[..., VoiceChain]:
    def make(bank: VoiceBank | None, **params: float) -> VoiceChain:
        return build_voice_chain(
            voice(bank), sample_rate=RATE, params=VoiceParams(**params), registry=registry
        )

    return make


def speech(seconds: float = 1.0) -> np.ndarray:
    return np.repeat(voice_like(seconds, seed=2), 3)


def test_the_chain_with_a_bank_keeps_the_contract(
    build: Callable[..., VoiceChain], bank: VoiceBank
) -> None:
    assert_processor_contract(
        lambda: build(bank, index_ratio=0.6), probe=speech(0.5), measure_delay=False
    )


def test_ratio_0_is_a_voice_without_a_bank(
    build: Callable[..., VoiceChain], bank: VoiceBank
) -> None:
    audio = speech()
    plain = build(None, index_ratio=0.0).process(audio)
    np.testing.assert_array_equal(build(bank, index_ratio=0.0).process(audio), plain)
    np.testing.assert_array_equal(build(None, index_ratio=1.0).process(audio), plain)
    assert np.abs(build(bank, index_ratio=1.0).process(audio) - plain).max() > 1e-4


def test_a_bank_costs_no_delay(build: Callable[..., VoiceChain], bank: VoiceBank) -> None:
    assert build(bank, index_ratio=1.0).latency_parts == build(None).latency_parts


def test_the_ratio_turns_live_without_another_chain_or_a_click(
    build: Callable[..., VoiceChain], bank: VoiceBank
) -> None:
    audio = speech(3.0)
    pulled = build(bank, index_ratio=1.0).process(audio)
    chain = build(bank, index_ratio=0.0)
    parts = []
    for index, block in enumerate(audio.reshape(-1, 480)):
        if index == 100:
            assert chain.set_params(VoiceParams(index_ratio=1.0))
        if index == 200:
            assert chain.set_params(VoiceParams(index_ratio=0.0))
        parts.append(chain.process(block))
    turned, plain = np.concatenate(parts), build(bank, index_ratio=0.0).process(audio)
    before = slice(0, 100 * 480)
    np.testing.assert_array_equal(turned[before], plain[before])
    assert np.abs(turned - plain)[160 * 480 : 200 * 480].max() > 1e-4
    # Nowhere does it jump by more than the two voices themselves do.
    steepest = max(np.abs(np.diff(pulled)).max(), np.abs(np.diff(plain)).max())
    assert np.abs(np.diff(turned)).max() <= 1.2 * steepest


def test_a_bank_of_another_encoder_is_left_out_with_a_notice(
    build: Callable[..., VoiceChain], bank: VoiceBank
) -> None:
    foreign = replace(bank, content_encoder="0" * 64)
    chain = build(foreign, index_ratio=1.0)
    (notice,) = chain.notices
    assert "Someone" in notice
    assert notice.endswith(".")
    audio = speech()
    np.testing.assert_array_equal(chain.process(audio), build(None).process(audio))
    assert build(bank).notices == build(None).notices == ()


def test_effects_take_no_notice_of_the_ratio() -> None:
    effect = next(iter(effect_voices()))
    audio = speech(0.5)
    outputs = [
        build_voice_chain(effect, sample_rate=RATE, params=VoiceParams(index_ratio=ratio)).process(
            audio
        )
        for ratio in (0.0, 1.0)
    ]
    np.testing.assert_array_equal(*outputs)


def test_the_engine_tells_of_a_foreign_bank_and_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bank: VoiceBank
) -> None:
    monkeypatch.setenv("SYRINX_HOME", str(tmp_path))
    write_tiny_bundle(tmp_path / "models")
    foreign = replace(bank, content_encoder="0" * 64)
    VoiceLibrary(tmp_path).add(replace(voice(foreign), shipped=False, consent="given"))
    report = run_live(
        EngineConfig(
            voice_id="someone",
            script=DeviceScript(sample_rate=RATE, period=480, seconds=0.5),
        ),
        seconds=0.4,
    )
    assert [n for n in report.notices if "Someone" in n and "enrol it again" in n]
