"""The exported graph: names, metadata, no lost state, fp16 storage."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.content_encoder import ContentEncoder
from syrinx.neural.decoder import EMPHASIS, Decoder
from syrinx.neural.export import (
    CONSTANT_PREFIX,
    WEIGHT_PREFIX,
    export_streaming,
    load_constants,
    load_exported,
    metadata_of,
    store_as_fp16,
)
from syrinx.neural.runtime.session import StateSession, open_session
from tests.neural_runtime.tiny import content_encoder, decoder, encoder_stream


@pytest.mark.parametrize("make", [content_encoder, decoder])
def test_ends_and_metadata(make: type[nn.Module]) -> None:
    module = make()
    model = export_streaming(module, name="some")
    states = sorted(module.initial_state(1))
    inputs = {
        node.name: tuple(d.dim_value for d in node.type.tensor_type.shape.dim)
        for node in model.graph.input
    }
    expected = {n: tuple(v.shape) for n, v in module.step_inputs(1).items()}
    if isinstance(module, Decoder):
        expected |= {f"adapter.{n}": shape for n, shape in module.adapter_shapes().items()}
    expected |= {f"state.{n}": tuple(v.shape) for n, v in module.initial_state(1).items()}
    assert inputs == expected
    assert [n.name for n in model.graph.output] == [
        *module.output_names,
        *(f"next_state.{n}" for n in states),
    ]
    metadata = metadata_of(model)
    assert metadata["name"] == "some"
    assert metadata["sample_rate"] == 16_000
    assert metadata["latency"] == module.latency
    assert metadata["config"]["channels"] == 32
    assert not any(node.doc_string for node in model.graph.node)
    (opset,) = (o.version for o in model.opset_import if o.domain == "")
    assert opset >= 18


@pytest.mark.parametrize("make", [content_encoder, decoder])
def test_every_state_reaches_the_output(make: type[nn.Module]) -> None:
    """A state frozen into the graph would leave the outputs as they are."""
    module = make()
    session = StateSession(open_session(export_streaming(module, name="m").SerializeToString()))
    inputs = {name: value.numpy() + 0.1 for name, value in module.step_inputs(1).items()}

    def after(changed: str | None) -> np.ndarray:
        session.reset()
        if changed is not None:
            session.state[changed][...] = 0.7
        return np.concatenate(
            [v.copy().ravel() for _ in range(20) for v in session.step(**inputs).values()]
        )

    plain = after(None)
    for name in session.state:
        assert np.abs(after(name) - plain).max() > 1e-6, f"{name} changes nothing"


def test_no_depthwise_convolution_and_no_idle_node_in_the_live_graph() -> None:
    for module in (content_encoder(), decoder()):
        model = export_streaming(module, name="m")
        kinds = {node.op_type for node in model.graph.node}
        assert not kinds & {"Conv", "Identity", "Loop", "If"}
        ones = {
            i.name
            for i in model.graph.initializer
            if len(i.dims) == 1 and i.dims[0] > 1 and (numpy_helper.to_array(i) == 1).all()
        }
        products = [set(node.input) for node in model.graph.node if node.op_type == "Mul"]
        assert products
        assert not any(ones & inputs for inputs in products)


def test_initialisers_are_named_after_what_they_hold() -> None:
    model = export_streaming(content_encoder(), name="m")
    names = {i.name for i in model.graph.initializer}
    assert WEIGHT_PREFIX + "stack.blocks.0.up.weight" in names
    assert WEIGHT_PREFIX + "project.weight" in names
    assert {CONSTANT_PREFIX + "log_mel.basis", CONSTANT_PREFIX + "log_mel.mel"} <= names


def test_fp16_storage_halves_weights_and_leaves_constants() -> None:
    module = content_encoder()
    model = export_streaming(module, name="m")
    stored = store_as_fp16(model)
    halves = {i.name for i in stored.graph.initializer if i.data_type == onnx.TensorProto.FLOAT16}
    assert WEIGHT_PREFIX + "project.weight.fp16" in halves
    basis = next(i for i in stored.graph.initializer if i.name == CONSTANT_PREFIX + "log_mel.basis")
    np.testing.assert_array_equal(numpy_helper.to_array(basis), module.log_mel.basis.numpy())
    full, half = (StateSession(open_session(m.SerializeToString())) for m in (model, stored))
    for inputs in list(encoder_stream(0.5))[1:]:
        expected = full.step(**inputs)["content"]
        np.testing.assert_allclose(half.step(**inputs)["content"], expected, atol=5e-3)
    assert len(stored.SerializeToString()) < len(model.SerializeToString())


def test_a_weight_too_large_for_fp16_stays_fp32() -> None:
    module = content_encoder()
    with torch.no_grad():
        module.project.weight[0, 0] = 1e6
    stored = store_as_fp16(export_streaming(module, name="m"))
    kinds = {i.name: i.data_type for i in stored.graph.initializer}
    assert kinds[WEIGHT_PREFIX + "project.weight"] == onnx.TensorProto.FLOAT


class Forgetful(ContentEncoder):
    """Loses a state on the way."""

    def step(self, audio: Tensor, state: dict[str, Tensor]):  # type: ignore[no-untyped-def]
        content, loudness, new = super().step(audio, state)
        new.pop("embed.past")
        return content, loudness, new


class Uneven(Decoder):
    """Starts from a state that one number cannot describe."""

    def initial_state(self, batch: int) -> dict[str, Tensor]:
        state = super().initial_state(batch)
        state["pulses"] = torch.arange(160.0)[None, None]
        return state


def test_a_lost_or_uneven_state_is_an_error() -> None:
    with pytest.raises(SyrinxError, match=r"embed\.past"):
        export_streaming(Forgetful(content_encoder().config), name="m")
    with pytest.raises(SyrinxError, match="pulses"):
        export_streaming(Uneven(decoder().config), name="m")


@pytest.mark.parametrize("make", [content_encoder, decoder])
def test_an_exported_model_can_be_trained_on(make: type[nn.Module]) -> None:
    module = make()
    with torch.no_grad():
        for parameter in module.parameters():  # as after training: no two are alike
            parameter.add_(0.05 * torch.randn_like(parameter))
    model = store_as_fp16(export_streaming(module, name="m"))
    other = type(module)(module.config)
    load_exported(other, model)
    other.eval()
    inputs = [torch.rand_like(v) + 0.1 for v in module.step_inputs(1).values()]
    with torch.no_grad():
        wanted = module.step(*inputs, module.initial_state(1))[0]
        got = other.step(*inputs, other.initial_state(1))[0]
    assert torch.allclose(got, wanted, atol=2e-2 * float(wanted.abs().max()))


def test_emphasis_is_in_the_graph_and_read_back_only_where_it_is_asked_for() -> None:
    module = decoder()
    with torch.no_grad():
        for parameter in module.parameters():  # no two are alike
            parameter.add_(0.05 * torch.randn_like(parameter))
        for name in EMPHASIS:
            module.get_buffer(name).copy_(0.2 * torch.randn(483))
    model = store_as_fp16(export_streaming(module, name="m"))
    inputs = module.step_inputs(1)
    session = StateSession(open_session(model.SerializeToString()))
    given = session.step(**{name: value.numpy() for name, value in inputs.items()})["audio_out"]
    with torch.no_grad():
        wanted = module.step(*inputs.values(), module.initial_state(1))[0]
    assert np.allclose(given, wanted.numpy(), atol=1e-2 * float(wanted.abs().max()))
    other = Decoder(module.config)
    load_exported(other, model)  # to train on
    assert not any(other.get_buffer(name).any() for name in EMPHASIS)
    load_constants(other, model, EMPHASIS)
    for name in EMPHASIS:
        assert torch.equal(other.get_buffer(name), module.get_buffer(name))
    other = Decoder(module.config)
    load_constants(other, export_streaming(decoder(), name="m"), EMPHASIS)
    assert not any(other.get_buffer(name).any() for name in EMPHASIS)


def test_a_model_of_another_network_is_told() -> None:
    model = export_streaming(decoder(), name="m")
    with pytest.raises(SyrinxError, match="exported model"):
        load_exported(content_encoder(), model)
