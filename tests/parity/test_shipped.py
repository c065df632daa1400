"""The shipped models: whole, small, and int8 close to float."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from syrinx.neural.fidelity import log_mel_distance_db
from syrinx.neural.runtime.onnx_processor import NeuralVoice
from syrinx.neural.runtime.recognizer import AcousticModel
from syrinx.neural.runtime.registry import (
    RECOGNIZER_FLOAT,
    RECOGNIZER_MODEL,
    REQUIRED_MODELS,
    ModelRegistry,
    shipped_models,
)
from syrinx.neural.runtime.session import StateSession
from syrinx.neural.runtime.speaker import SpeakerEmbedder
from syrinx.training.recipes.recognizer import KEPT
from tests.contracts.processor_contract import assert_processor_contract
from tests.neural_runtime.tiny import voice_like

LIVE_MB = 20.0
INT8_LOG_MEL_FLOOR_DB = 2.0
INT8_CONTENT_FLOOR_DB = 20.0
INT8_RECOGNIZER_FLOOR_DB = 25.0


@pytest.fixture(scope="module")
def registry() -> ModelRegistry:
    return ModelRegistry()


@pytest.fixture(scope="module")
def embedding(registry: ModelRegistry) -> np.ndarray:
    return SpeakerEmbedder(registry).embed(voice_like(4.0, seed=9))


def test_all_models_are_there_and_intact(registry: ModelRegistry) -> None:
    assert registry.verify() == []
    assert set(REQUIRED_MODELS) <= set(registry.entries())


def test_no_stray_files_and_a_provenance_for_each(registry: ModelRegistry) -> None:
    entries = registry.entries()
    listed = {entry.path.name for entry in entries.values()}
    there = {path.name for path in shipped_models().iterdir() if path.is_file()}
    assert listed <= there
    assert {name for name in there if name.endswith(".onnx")} <= listed
    for entry in entries.values():
        assert entry.provenance, entry.name
        text = str(entry.provenance)
        assert "/home/" not in text
        assert str(Path.home()) not in text or str(Path.home()) == "/"


def test_live_files_are_small(registry: ModelRegistry) -> None:
    entries = registry.entries()
    live = sum(entries[name].bytes for name in ("content_encoder.int8", "decoder.int8"))
    assert live <= LIVE_MB * 1e6


@pytest.mark.parametrize("fp32", [False, True])
def test_processor_contract(registry: ModelRegistry, embedding: np.ndarray, fp32: bool) -> None:
    assert_processor_contract(
        lambda: NeuralVoice(registry, speaker_embedding=embedding, fp32=fp32),
        probe=voice_like(1.0),
        measure_delay=False,
        split_tolerance=0.0,
    )


def test_int8_encoder_stays_over_its_floor(registry: ModelRegistry) -> None:
    outputs = []
    for name in ("content_encoder.fp16", "content_encoder.int8"):
        session = StateSession(registry.session(name))
        outputs.append(
            np.stack(
                [
                    session.step(audio=block[None, None])["content"].ravel().copy()
                    for block in voice_like(3.0, seed=4).reshape(-1, 160)
                ]
            )
        )
    error = np.mean((outputs[1] - outputs[0]) ** 2)
    assert 10 * np.log10(np.mean(outputs[0] ** 2) / error) > INT8_CONTENT_FLOOR_DB


def test_int8_voice_sounds_like_the_float_one(
    registry: ModelRegistry, embedding: np.ndarray
) -> None:
    audio = voice_like(3.0, seed=4)
    first, second = (
        NeuralVoice(registry, speaker_embedding=embedding, fp32=fp32).process(audio)
        for fp32 in (True, False)
    )
    assert first.any()
    assert log_mel_distance_db(first, second) < INT8_LOG_MEL_FLOOR_DB


def test_int8_recogniser_hears_what_the_float_one_hears(registry: ModelRegistry) -> None:
    audio = voice_like(4.0, seed=4)
    heard = []
    kept = ModelRegistry(shipped=KEPT)
    for name, place in ((RECOGNIZER_FLOAT, kept), (RECOGNIZER_MODEL, registry)):
        stream = AcousticModel.shipped(place, name=name).stream()
        heard.append(np.concatenate([stream.accept(audio), stream.finish()]))
    error = np.mean((heard[1] - heard[0]) ** 2)
    assert 10 * np.log10(np.mean(heard[0] ** 2) / error) > INT8_RECOGNIZER_FLOOR_DB
    assert np.mean(heard[0].argmax(-1) == heard[1].argmax(-1)) > 0.97
