"""From torch to ONNX: one live step with its state as named inputs and outputs.

State hidden in a module would be frozen into the graph as a constant, without an error; here it
is passed in and out, and `export_streaming` checks that no state was lost on the way.
"""

from __future__ import annotations

import copy
import dataclasses
import io
import json
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.session import ADAPTER_PREFIX
from syrinx.neural.streaming.layers import ConvNeXtBlock
from syrinx.neural.streaming.module import State

OPSET = 20
IR_VERSION = 10
METADATA_KEY = "syrinx"
WEIGHT_PREFIX = "weight."
CONSTANT_PREFIX = "constant."
FP16_SUFFIX = ".fp16"
FP16_SMALLEST_SIZE = 1024
FP16_LARGEST_VALUE = 6.0e4


class LiveModule(Protocol):
    """What a network must have to be exported: a `StreamingModule` with named ends."""

    input_names: tuple[str, ...]
    output_names: tuple[str, ...]
    block_size: int
    latency: int

    def step_inputs(self, batch: int = 1) -> dict[str, Tensor]: ...

    def initial_state(self, batch: int) -> State: ...


class _StepGraph(nn.Module):
    """A module's ``step`` with flat arguments: inputs, adapter, states; outputs, next states."""

    def __init__(
        self,
        module: nn.Module,
        n_inputs: int,
        adapter_names: Sequence[str],
        state_names: Sequence[str],
    ) -> None:
        super().__init__()
        self.model = module
        self.n_inputs = n_inputs
        self.adapter_names = tuple(adapter_names)
        self.state_names = tuple(state_names)

    def forward(self, *args: Tensor) -> tuple[Tensor, ...]:
        first = self.n_inputs + len(self.adapter_names)
        inputs, given, states = args[: self.n_inputs], args[self.n_inputs : first], args[first:]
        state = dict(zip(self.state_names, states, strict=True))
        if given:
            adapter = dict(zip(self.adapter_names, given, strict=True))
            *outputs, following = self.model.step(*inputs, state, adapter)
        else:
            *outputs, following = self.model.step(*inputs, state)
        if set(following) != set(state):
            raise SyrinxError(
                f"This network's step loses or adds a state: {sorted(set(following) ^ set(state))}."
            )
        return (*outputs, *(following[name] for name in self.state_names))


def export_streaming(
    module: nn.Module,
    *,
    name: str,
    sample_rate: int = 16_000,
    extra: Mapping[str, Any] | None = None,
) -> onnx.ModelProto:
    """Return the ONNX graph of one live step (batch 1) of a `StreamingModule`.

    Parameters
    ----------
    module
        Has ``input_names``, ``output_names``, ``step_inputs`` and the streaming contract. With
        ``adapter_shapes`` the graph takes ``adapter.*`` inputs as well, which stay as they are
        from step to step.
    name
        Written into the metadata, with rate, block size, latency and ``module.config``.
    extra
        More entries for the metadata (JSON types).

    Returns
    -------
    onnx.ModelProto
        float32; inputs ``input_names`` and ``state.*``, outputs ``output_names`` and
        ``next_state.*``. Initialisers are called ``weight.<parameter>`` or ``constant.<buffer>``.

    Raises
    ------
    SyrinxError
        If a state does not survive the export.
    """
    module = _folded(module)
    example = module.step_inputs(1)  # type: ignore[operator]
    state: State = module.initial_state(1)  # type: ignore[operator]
    states = sorted(state)
    input_names = list(module.input_names)  # type: ignore[arg-type]
    output_names = list(module.output_names)  # type: ignore[arg-type]
    shapes = module.adapter_shapes() if hasattr(module, "adapter_shapes") else {}
    graph = _StepGraph(module, len(input_names), list(shapes), states)
    arguments = (
        *(example[n] for n in input_names),
        *(torch.zeros(shape) for shape in shapes.values()),
        *(state[n] for n in states),
    )
    adapter_names = [ADAPTER_PREFIX + n for n in shapes]
    model = trace(
        graph,
        arguments,
        inputs=[*input_names, *adapter_names, *(f"state.{n}" for n in states)],
        outputs=[*output_names, *(f"next_state.{n}" for n in states)],
    )
    missing = {f"state.{n}" for n in states} - {i for node in model.graph.node for i in node.input}
    if missing:
        raise SyrinxError(f"The exported graph of {name} does not use {sorted(missing)}.")
    name_initialisers(model, module)
    _drop_no_ops(model)
    metadata = {
        "name": name,
        "sample_rate": sample_rate,
        "block_size": int(module.block_size),  # type: ignore[arg-type]
        "latency": int(module.latency),  # type: ignore[arg-type]
        "config": _config(module),
        "state_fill": {n: fill for n in states if (fill := _fill_value(n, state[n])) != 0.0},
        **dict(extra or {}),
    }
    set_metadata(model, metadata)
    return model


def export_speaker_encoder(
    module: nn.Module, *, name: str = "speaker_encoder", sample_rate: int = 16_000
) -> onnx.ModelProto:
    """Return the ONNX graph of a speaker encoder: ``audio`` (1, 1, n) -> ``speaker_embedding``."""
    module = copy.deepcopy(module).eval()
    model = trace(
        module,
        (torch.randn(1, 1, 2 * sample_rate),),
        inputs=["audio"],
        outputs=["speaker_embedding"],
        dynamic_axes={"audio": {2: "n_samples"}},
    )
    name_initialisers(model, module)
    set_metadata(model, {"name": name, "sample_rate": sample_rate, "config": _config(module)})
    return model


def export_second_hearing(
    module: nn.Module, *, channels: int, extra: Mapping[str, Any] | None = None
) -> onnx.ModelProto:
    """Return the ONNX graph of a second hearing: ``hidden`` (1, T, C) -> ``phones``, ``letters``.

    Parameters
    ----------
    channels
        Of the hidden frames.
    extra
        More entries for the metadata (JSON types).
    """
    module = copy.deepcopy(module).eval()
    names = ["phones", "letters"]
    model = trace(
        module,
        (torch.randn(1, 50, channels),),
        inputs=["hidden"],
        outputs=names,
        dynamic_axes={"hidden": {1: "frames"}, **{name: {1: "frames"} for name in names}},
    )
    name_initialisers(model, module)
    set_metadata(
        model, {"name": "recognizer_second", "config": _config(module), **dict(extra or {})}
    )
    return model


def export_classifier(
    module: nn.Module, *, name: str, n_samples: int, sample_rate: int = 16_000
) -> onnx.ModelProto:
    """Return the ONNX graph of a classifier of clips: ``audio`` (B, 1, n_samples) -> ``logits``."""
    module = copy.deepcopy(module).eval()
    model = trace(
        module,
        (torch.randn(2, 1, n_samples),),
        inputs=["audio"],
        outputs=["logits"],
        dynamic_axes={"audio": {0: "batch"}, "logits": {0: "batch"}},
    )
    name_initialisers(model, module)
    set_metadata(model, {"name": name, "sample_rate": sample_rate, "config": _config(module)})
    return model


def store_as_fp16(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a copy whose large weights are stored as fp16 and cast to fp32 in the graph.

    onnxruntime folds the casts when it opens the model: half the file, the same step time.
    Constants such as Fourier and mel matrices (``constant.*``) stay fp32.
    """
    model = _copy(model)
    graph = model.graph
    casts = []
    kept = []
    for item in graph.initializer:
        if item.data_type != onnx.TensorProto.FLOAT or item.name.startswith(CONSTANT_PREFIX):
            kept.append(item)
            continue
        value = numpy_helper.to_array(item)
        if value.size < FP16_SMALLEST_SIZE or np.abs(value).max() > FP16_LARGEST_VALUE:
            kept.append(item)
            continue
        half = f"{item.name}{FP16_SUFFIX}"
        kept.append(numpy_helper.from_array(value.astype(np.float16), half))
        casts.append(
            helper.make_node(
                "Cast", [half], [item.name], name=f"cast.{item.name}", to=onnx.TensorProto.FLOAT
            )
        )
    nodes = list(graph.node)
    del graph.node[:], graph.initializer[:]
    graph.node.extend([*casts, *nodes])
    graph.initializer.extend(kept)
    onnx.checker.check_model(model)
    return model


def load_exported(module: nn.Module, model: onnx.ModelProto) -> None:
    """Copy the weights of an exported float model back into the module, to train on.

    The shipped fp16 file is thereby the checkpoint, too. A layer scale that `export_streaming`
    multiplied into the layer after it becomes one.

    Raises
    ------
    SyrinxError
        If a parameter is missing, or has another shape or a square one.
    """
    found = {
        item.name.removesuffix(FP16_SUFFIX).removeprefix(WEIGHT_PREFIX): item
        for item in model.graph.initializer
    }
    with torch.no_grad():
        for name, parameter in module.named_parameters():
            if name not in found and name.endswith("layer_scale"):
                parameter.fill_(1.0)
                continue
            if name not in found:
                raise SyrinxError(f"The exported model has no {name}: it is of another network.")
            value = torch.from_numpy(numpy_helper.to_array(found[name]).astype(np.float32))
            square = value.ndim == 2 and value.shape[0] == value.shape[1]
            if value.shape != parameter.shape:
                value = value.T
            if value.shape != parameter.shape or square:  # square: transposed or not, who knows
                raise SyrinxError(f"{name} of the exported model does not fit: {value.shape}.")
            parameter.copy_(value)


def load_constants(module: nn.Module, model: onnx.ModelProto, names: Sequence[str]) -> None:
    """Copy named buffers of an exported model back; what the model lacks stays as it is."""
    found = {item.name: item for item in model.graph.initializer}
    for name in names:
        if (item := found.get(CONSTANT_PREFIX + name)) is not None:
            value = numpy_helper.to_array(item).astype(np.float32)
            module.get_buffer(name).copy_(torch.from_numpy(value))


def metadata_of(model: onnx.ModelProto) -> dict[str, Any]:
    """Return the JSON object in ``metadata_props["syrinx"]``."""
    for item in model.metadata_props:
        if item.key == METADATA_KEY:
            value: dict[str, Any] = json.loads(item.value)
            return value
    return {}


def set_metadata(model: onnx.ModelProto, metadata: Mapping[str, Any]) -> None:
    """Write ``metadata`` into ``metadata_props["syrinx"]``."""
    text = json.dumps(dict(metadata), sort_keys=True)
    helper.set_model_props(model, {METADATA_KEY: text})


def save_model(model: onnx.ModelProto, path: str | Path) -> None:
    """Write a model to one file."""
    Path(path).write_bytes(model.SerializeToString())


def name_initialisers(model: onnx.ModelProto, module: nn.Module) -> None:
    """Name initialisers after the parameters and buffers they hold, transposed or not.

    The exporter calls most of them ``onnx::MatMul_123``; the quantiser and `store_as_fp16` tell
    weights from constants, and layers from one another, by name. What was folded (a
    normalisation into a convolution) counts as a weight and keeps its own name after the prefix.
    """
    norms = (nn.modules.batchnorm._BatchNorm,)
    statistics = {
        f"{prefix}.{buffer}" if prefix else buffer
        for prefix, child in module.named_modules()
        if isinstance(child, norms)
        for buffer, _ in child.named_buffers(recurse=False)
    }
    named = [(WEIGHT_PREFIX + n, p) for n, p in module.named_parameters()]
    named += [(CONSTANT_PREFIX + n, b) for n, b in module.named_buffers() if n not in statistics]
    known: dict[tuple[tuple[int, ...], bytes], str] = {}
    for label, tensor in named:
        value = tensor.detach().cpu().numpy()
        for form in (value, value.T):
            known.setdefault((form.shape, np.ascontiguousarray(form).tobytes()), label)
    taken = {node.name for node in model.graph.input}
    renamed: dict[str, str] = {}
    for item in model.graph.initializer:
        value = numpy_helper.to_array(item)
        plain = item.name.replace("onnx::", "").replace("model.", "", 1)
        label = known.get((value.shape, value.tobytes()), WEIGHT_PREFIX + plain)
        while label in taken:
            label += "_"
        taken.add(label)
        renamed[item.name] = label
        item.name = label
    for node in model.graph.node:
        for index, source in enumerate(node.input):
            node.input[index] = renamed.get(source, source)


def trace(
    module: nn.Module,
    arguments: tuple[Tensor, ...],
    *,
    inputs: list[str],
    outputs: list[str],
    dynamic_axes: dict[str, dict[int, str]] | None = None,
    fold: bool = True,
) -> onnx.ModelProto:
    """The graph of a module as it runs on ``arguments``, sizes of ``dynamic_axes`` open.

    With ``fold`` what depends on weights alone is computed here; a weight that is used in several
    ways is then in the file several times.
    """
    buffer = io.BytesIO()
    with torch.no_grad(), warnings.catch_warnings():
        # The TorchScript exporter is called legacy in torch 2.13; it is ten times as fast as the
        # new one, needs no data file beside the model, and its graphs fuse as measured.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            arguments,
            buffer,
            dynamo=False,
            opset_version=OPSET,
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=dynamic_axes,
            do_constant_folding=fold,
        )
    model = onnx.load_from_string(buffer.getvalue())
    model.ir_version = IR_VERSION
    model.producer_name, model.producer_version = "syrinx", ""
    for node in model.graph.node:  # source lines of the machine that exported
        node.doc_string = ""
    _require_names(model, inputs, outputs)
    _constants_to_initialisers(model)
    onnx.checker.check_model(model)
    return model


def _require_names(model: onnx.ModelProto, inputs: list[str], outputs: list[str]) -> None:
    found = [node.name for node in model.graph.input], [node.name for node in model.graph.output]
    if found != (inputs, outputs):
        lost = sorted({*inputs, *outputs} ^ {*found[0], *found[1]})
        raise SyrinxError(f"The exporter lost inputs or outputs of the network: {lost}.")


def _constants_to_initialisers(model: onnx.ModelProto) -> None:
    """Turn ``Constant`` nodes into initialisers, so that each constant has one form only."""
    graph = model.graph
    nodes = []
    for node in graph.node:
        if node.op_type == "Constant" and node.attribute[0].name == "value":
            tensor = onnx.TensorProto()
            tensor.CopyFrom(node.attribute[0].t)
            tensor.name = node.output[0]
            graph.initializer.append(tensor)
        else:
            nodes.append(node)
    del graph.node[:]
    graph.node.extend(nodes)


def _drop_no_ops(model: onnx.ModelProto) -> None:
    """Take out identities, and products with vectors of ones: what is left of layer scales."""
    graph = model.graph
    ones = {
        i.name
        for i in graph.initializer
        if len(i.dims) == 1 and i.dims[0] > 1 and (numpy_helper.to_array(i) == 1).all()
    }
    keep = {node.name for node in (*graph.input, *graph.output)}
    biased = {node.output[0] for node in graph.node if node.op_type == "Add"}
    aliases: dict[str, str] = {}
    nodes = []
    for node in graph.node:
        for index, name in enumerate(node.input):
            node.input[index] = aliases.get(name, name)
        if node.output[0] not in keep:
            if node.op_type == "Identity" and node.input[0] not in keep:
                aliases[node.output[0]] = node.input[0]
                continue
            others = [name for name in node.input if name not in ones]
            if node.op_type == "Mul" and len(others) == 1 and others[0] in biased:
                aliases[node.output[0]] = others[0]
                continue
        nodes.append(node)
    used = {name for node in nodes for name in node.input}
    initialisers = [i for i in graph.initializer if i.name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(initialisers)


def _folded(module: nn.Module) -> nn.Module:
    """Return a copy in eval mode with each block's layer scale multiplied into its last layer.

    Training wants the scale apart (its size decides how a new block starts); one live step wants
    a node less.
    """
    module = copy.deepcopy(module).cpu().float().eval()
    with torch.no_grad():
        for child in module.modules():
            if isinstance(child, ConvNeXtBlock):
                child.down.weight.mul_(child.layer_scale[:, None])
                child.down.bias.mul_(child.layer_scale)
                child.layer_scale.fill_(1.0)
    return module


def _fill_value(name: str, value: Tensor) -> float:
    first = float(value.flatten()[0])
    if not bool((value == first).all()):
        raise SyrinxError(f"The state {name} does not start from one number throughout.")
    return first


def _config(module: nn.Module) -> dict[str, Any]:
    config = getattr(module, "config", None)
    return dataclasses.asdict(config) if dataclasses.is_dataclass(config) else {}  # type: ignore[arg-type]


def _copy(model: onnx.ModelProto) -> onnx.ModelProto:
    copied = onnx.ModelProto()
    copied.CopyFrom(model)
    return copied
