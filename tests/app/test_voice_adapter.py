"""The adapter of a voice: what is stored, what comes back, and what is refused."""

from __future__ import annotations

import base64
import json
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from syrinx.app.engine.messages import VoiceParams
from syrinx.app.engine.voice_chain import build_voice_chain
from syrinx.app.voice_adapter import MAX_NUMBERS, VoiceAdapter
from syrinx.app.voice_files import decode_voice, encode_voice
from syrinx.app.voices import Voice, VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.onnx_processor import decoder_id
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.session import StateSession
from tests.app.voices import neural
from tests.neural_runtime.tiny import voice_like

DECODER = "cd" * 32


def tensors() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(0)
    return {"0.film": rng.standard_normal(640), "head_bias": rng.standard_normal((2, 3))}


def adapted() -> Voice:
    return replace(neural(), adapter=VoiceAdapter(tensors=tensors(), decoder=DECODER))


def test_round_trip_in_the_library_the_exchange_file_and_the_pipe(tmp_path: Path) -> None:
    library = VoiceLibrary(tmp_path)
    stored = library.add(adapted())
    read = library.get("ada")
    assert read == stored
    assert read.adapter is not None
    assert read.adapter.decoder == DECODER
    for name, value in tensors().items():
        np.testing.assert_allclose(read.adapter.tensors[name], value, rtol=1e-3)
        with pytest.raises(ValueError, match="read-only"):
            read.adapter.tensors[name][...] = 0
    library.export("ada", tmp_path / "ada.syrinxvoice")
    elsewhere = VoiceLibrary(tmp_path / "elsewhere").import_(tmp_path / "ada.syrinxvoice")
    assert elsewhere == stored
    assert pickle.loads(pickle.dumps(stored)) == stored
    assert neural() != stored


@pytest.mark.parametrize(
    ("given", "decoder"),
    [
        ({}, DECODER),
        ({"a": np.array([np.nan])}, DECODER),
        ({"a": np.array([1e6])}, DECODER),  # more than half precision holds
        ({"a b": np.zeros(3)}, DECODER),
        ({"a": np.zeros(MAX_NUMBERS + 1)}, DECODER),
        ({"a": np.zeros(3)}, "no digest"),
    ],
)
def test_what_is_no_adapter_is_refused(given: dict[str, np.ndarray], decoder: str) -> None:
    with pytest.raises(SyrinxError, match="adapter"):
        VoiceAdapter(tensors=given, decoder=decoder)


@pytest.mark.parametrize(
    "change",
    [
        {"fp16": "?"},
        {"fp16": base64.b64encode(bytes(100)).decode()},
        {"shapes": {"a": [-1, -6]}},
        {"shapes": {"a": [10**9, 10**9]}},
        {"shapes": [3]},
        {"shapes": {"a": "x"}},
        {"decoder": 7},
    ],
)
def test_damaged_json_is_refused(change: dict[str, Any]) -> None:
    voice = adapted()
    assert voice.adapter is not None
    values = {**voice.adapter.to_json(), **change}
    with pytest.raises(SyrinxError, match="adapter"):
        VoiceAdapter.from_json(values)
    with pytest.raises(SyrinxError):
        VoiceAdapter.from_json(None)


def test_an_altered_profile_is_noticed() -> None:
    document = json.loads(encode_voice(adapted()))
    document["voice"]["adapter"]["decoder"] = "ef" * 32
    with pytest.raises(SyrinxError, match="checksum"):
        decode_voice(json.dumps(document).encode(), source="x")


def test_an_effect_has_no_adapter() -> None:
    with pytest.raises(SyrinxError, match="effect"):
        Voice(id="e", name="E", kind="effect", effect_id="robot", adapter=adapted().adapter)


def fitting(registry: ModelRegistry, decoder: str) -> VoiceAdapter:
    """An adapter for the decoder that ships which changes its sound."""
    session = StateSession(registry.session("decoder.int8"))
    rng = np.random.default_rng(0)
    made = {name: 0.3 * rng.standard_normal(shape) for name, shape in session.adapter.items()}
    return VoiceAdapter(tensors=made, decoder=decoder)


@pytest.mark.parametrize("fp32", [False, True])
def test_a_voice_sounds_as_its_adapter_says_and_without_a_foreign_one(fp32: bool) -> None:
    registry, audio = ModelRegistry(), voice_like(0.6)

    def heard(voice: Voice) -> tuple[np.ndarray, tuple[str, ...]]:
        chain = build_voice_chain(
            voice, sample_rate=16_000, params=VoiceParams(pitch=0.0), fp32=fp32, registry=registry
        )
        return chain.process(audio), tuple(chain.notices)

    plain, none = heard(neural())
    own, still_none = heard(replace(neural(), adapter=fitting(registry, decoder_id(registry))))
    foreign, told = heard(replace(neural(), adapter=fitting(registry, DECODER)))
    assert none == still_none == ()
    assert np.abs(own - plain).max() > 1e-3
    np.testing.assert_array_equal(foreign, plain)
    assert len(told) == 1
    assert "fine-tuning" in told[0]


def test_an_adapter_of_other_shapes_is_one_sentence() -> None:
    registry = ModelRegistry()
    wrong = VoiceAdapter(tensors=tensors(), decoder=decoder_id(registry))
    with pytest.raises(SyrinxError, match="enrol it again"):
        build_voice_chain(
            replace(neural(), adapter=wrong),
            sample_rate=16_000,
            params=VoiceParams(),
            registry=registry,
        )
