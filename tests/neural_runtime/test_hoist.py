"""The cached condition changes nothing but the work."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
import pytest
import torch

from syrinx.neural.export import export_streaming, store_as_fp16
from syrinx.neural.hoist import cache_condition
from syrinx.neural.quantize import calibrate, quantize_static
from syrinx.neural.runtime.session import StateSession, open_session
from tests.neural_runtime.tiny import QUANTIZE, content_encoder, decoder, decoder_stream


def plain() -> onnx.ModelProto:
    """A decoder that heeds its speaker more than an untrained one does."""
    module = decoder()
    with torch.no_grad():
        for block in module.stack.blocks:
            block.film.weight.mul_(100.0)
        module.head.weight.mul_(5.0)
    return export_streaming(module, name="decoder")


def int8() -> onnx.ModelProto:
    model = plain()
    return quantize_static(model, calibrate(model, decoder_stream(20), QUANTIZE), QUANTIZE)


def run(model: onnx.ModelProto, steps: list[dict[str, Any]]) -> np.ndarray:
    return run_session(StateSession(open_session(model.SerializeToString())), steps)


def run_session(session: StateSession, steps: list[dict[str, Any]]) -> np.ndarray:
    return np.concatenate([session.step(**s)["audio_out"].ravel().copy() for s in steps])


@pytest.mark.parametrize("make", [plain, int8])
@pytest.mark.parametrize("store", [lambda model: model, store_as_fp16])
def test_output_is_the_same_while_the_speaker_changes(make: Any, store: Any) -> None:
    steps = [dict(inputs) for inputs in list(decoder_stream(60))[1:]]
    rng = np.random.default_rng(0)
    for index, inputs in enumerate(steps):
        if index in (0, 7, 8, 31):
            speaker = rng.standard_normal((1, 192)).astype(np.float32)
        if index == 40:  # back to an earlier one, and a morph in small steps
            speaker = steps[0]["speaker_embedding"]
        if index > 50:
            speaker = speaker + np.float32(1e-4)
        inputs["speaker_embedding"] = speaker / np.linalg.norm(speaker)
    model = make()
    cached = store(cache_condition(model))
    expected = run(store(model), steps)
    np.testing.assert_allclose(run(cached, steps), expected, atol=1e-6)
    still = [{**s, "speaker_embedding": steps[0]["speaker_embedding"]} for s in steps]
    assert np.abs(run(cached, still) - expected).max() > 1e-4, "the speaker changes nothing"


def test_an_adapter_counts_as_part_of_the_voice() -> None:
    """The cached graph gives what torch gives, with an adapter as without."""
    module = decoder()
    rng = np.random.default_rng(1)
    given = {n: 0.3 * rng.standard_normal(s) for n, s in module.adapter_shapes().items()}
    adapter = {n: torch.from_numpy(v).float() for n, v in given.items()}
    steps = [dict(inputs) for inputs in list(decoder_stream(60))[1:]]
    tensors = {n: torch.from_numpy(np.concatenate([s[n] for s in steps], -1)) for n in steps[0]}
    tensors["speaker_embedding"] = torch.from_numpy(steps[0]["speaker_embedding"])
    with torch.no_grad():
        wanted = module(**tensors, adapter=adapter).numpy().ravel()
        plain = module(**tensors).numpy().ravel()
    graph = cache_condition(export_streaming(module, name="decoder"))
    session = StateSession(open_session(graph.SerializeToString()))
    np.testing.assert_allclose(run_session(session, steps), plain, atol=1e-4)
    session.adapt(given)
    np.testing.assert_allclose(run_session(session, steps), wanted, atol=1e-4)
    assert np.abs(wanted - plain).max() > 1e-2


def test_the_condition_is_not_computed_at_every_step() -> None:
    """A cache that says it belongs to this speaker is believed, and used."""
    inputs = dict(list(decoder_stream(1))[1])
    session = StateSession(open_session(cache_condition(plain()).SerializeToString()))
    first = session.step(**inputs)["audio_out"].copy()
    session.reset()
    session.state["state.condition_of"][...] = inputs["speaker_embedding"]
    session.state["state.condition"][...] = 0.3
    assert np.abs(session.step(**inputs)["audio_out"] - first).max() > 1e-4
    session.reset()
    np.testing.assert_array_equal(session.step(**inputs)["audio_out"], first)


def test_work_is_taken_out_of_the_step() -> None:
    model = plain()
    cached = cache_condition(model)
    assert not [n for n in cached.graph.node if n.op_type == "Gemm"]
    assert len(cached.graph.node) < len(model.graph.node)
    onnx.checker.check_model(cached, full_check=True)


def test_a_graph_without_a_speaker_is_left_alone() -> None:
    model = export_streaming(content_encoder(), name="m")
    assert cache_condition(model).SerializeToString() == model.SerializeToString()
