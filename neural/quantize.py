"""Static per-channel int8 for live graphs: the weights shrink to a quarter and stay in the cache.

Each quantised product becomes ``QuantizeLinear -> MatMulIntegerToFloat``: 8-bit activations on a
calibrated scale, 8-bit weights on a scale per output channel, a float result with the bias added.
This is onnxruntime's fused form of a QDQ ``MatMul`` whose output is not quantised. Written out as
QDQ pairs it would first be fused to a float ``Gemm``, which has no such kernel and is twenty
times slower; with the output quantised as well (``QLinearMatMul``) it is no faster and less exact
(measurements: ``docs/measurements/int8.md``).

Weights are scaled so that no pair of neighbouring products can overflow 16 bits: processors
without VNNI add pairs in saturating 16-bit arithmetic, and would otherwise give another result.
"""

from __future__ import annotations

import dataclasses
import fnmatch
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import onnx
import onnxruntime as ort
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.export import CONSTANT_PREFIX, WEIGHT_PREFIX
from syrinx.neural.runtime.session import ADAPTER_PREFIX, STATE_PREFIX

ORT_DOMAIN = "com.microsoft"
DEFAULT_FLOAT_LAYERS = ("embed.*", "project.*", "head.*", "speaker.*")

Inputs = Mapping[str, NDArray[Any]]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class QuantizeConfig:
    """What becomes int8, and on what scale.

    Attributes
    ----------
    float_layers
        `fnmatch` patterns of parameter names that stay float: first, last and head layers.
    percentile
        Share of the calibration values, in percent, that the activation range must hold on each
        side; 100 takes the extremes.
    smallest_weight
        Products with fewer weights stay float: they cost more to quantise than to compute.
    saturation_safe
        Scale weights so that pairs cannot overflow on processors without VNNI.
    """

    float_layers: tuple[str, ...] = DEFAULT_FLOAT_LAYERS
    percentile: float = 99.999
    smallest_weight: int = 16_384
    saturation_safe: bool = True

    def __post_init__(self) -> None:
        if not 50.0 < self.percentile <= 100.0:
            raise SyrinxError("The calibration percentile lies above 50 and at most at 100.")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Smallest and largest value that an activation takes."""

    low: float
    high: float


class _Histogram:
    """Distribution of a stream of values on a grid that doubles when a value falls outside."""

    n_bins = 4096

    def __init__(self) -> None:
        self.limit = 1.0
        self.counts = np.zeros(self.n_bins, np.int64)
        self.low, self.high = np.inf, -np.inf

    def add(self, values: NDArray[Any]) -> None:
        low, high = float(values.min()), float(values.max())
        if not (np.isfinite(low) and np.isfinite(high)):
            raise SyrinxError("The calibration stream drives the network to NaN or infinity.")
        self.low, self.high = min(self.low, low), max(self.high, high)
        while max(-low, high) >= self.limit:
            middle = self.counts.reshape(-1, 2).sum(axis=1)
            self.counts = np.pad(middle, self.n_bins // 4)
            self.limit *= 2.0
        index = (values.reshape(-1) / self.limit + 1.0) * (self.n_bins / 2)
        self.counts += np.bincount(index.astype(np.int64), minlength=self.n_bins)

    def range(self, percentile: float) -> Range:
        if percentile >= 100.0:
            return Range(low=self.low, high=self.high)
        cumulated = np.cumsum(self.counts) / max(1, int(self.counts.sum()))
        edges = np.linspace(-self.limit, self.limit, self.n_bins + 1)
        outside = 1.0 - percentile / 100.0
        low = edges[int(np.searchsorted(cumulated, outside, side="right"))]
        high = edges[int(np.searchsorted(cumulated, 1.0 - outside, side="left")) + 1]
        return Range(low=max(self.low, float(low)), high=min(self.high, float(high)))


def quantisable(
    model: onnx.ModelProto, config: QuantizeConfig | None = None
) -> list[onnx.NodeProto]:
    """Return the ``MatMul`` nodes with a constant weight that ``config`` lets be int8."""
    config = config or QuantizeConfig()
    sizes = {i.name: int(np.prod(i.dims)) for i in model.graph.initializer if len(i.dims) == 2}
    return [
        node
        for node in model.graph.node
        if node.op_type == "MatMul"
        and sizes.get(node.input[1], 0) >= config.smallest_weight
        and not node.input[1].startswith(CONSTANT_PREFIX)
        and not _matches(node.input[1].removeprefix(WEIGHT_PREFIX), config.float_layers)
    ]


def calibrate(
    model: onnx.ModelProto, steps: Iterable[Inputs], config: QuantizeConfig | None = None
) -> dict[str, Range]:
    """Run the float graph over a real stream and return the range of each activation.

    Parameters
    ----------
    model
        From `syrinx.neural.export.export_streaming`.
    steps
        Inputs of successive live steps *without* the states, which are carried from step to step
        here. An empty mapping starts a new stream from the initial state.

    Raises
    ------
    SyrinxError
        If there are no steps, or values are not finite.
    """
    config = config or QuantizeConfig()
    names = list(dict.fromkeys(node.input[0] for node in quantisable(model, config)))
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    present = {node.name for node in watched.graph.output}
    watched.graph.output.extend(
        helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None)
        for name in names
        if name not in present
    )
    session = _float_session(watched)
    outputs = [node.name for node in session.get_outputs()]
    start = initial_feed(model)
    state = dict(start)
    histograms = {name: _Histogram() for name in names}
    count = 0
    for inputs in steps:
        if not inputs:
            state = dict(start)
            continue
        values = dict(zip(outputs, session.run(outputs, {**inputs, **state}), strict=True))
        state |= {n: values["next_" + n] for n in state if n.startswith(STATE_PREFIX)}
        for name, histogram in histograms.items():
            histogram.add(values[name])
        count += 1
    if count == 0:
        raise SyrinxError("There is nothing to calibrate with: give recordings of speech.")
    return {name: histogram.range(config.percentile) for name, histogram in histograms.items()}


def quantize_static(
    model: onnx.ModelProto, ranges: Mapping[str, Range], config: QuantizeConfig | None = None
) -> onnx.ModelProto:
    """Return the int8 twin of a float graph.

    Parameters
    ----------
    ranges
        From `calibrate`, with the same ``config``.
    """
    config = config or QuantizeConfig()
    result = onnx.ModelProto()
    result.CopyFrom(model)
    graph = result.graph
    weights = {i.name: i for i in graph.initializer}
    uses: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            uses.setdefault(name, []).append(node)
    targets = {id_: node for node in quantisable(result, config) if (id_ := node.output[0])}
    outputs = {node.name for node in graph.output}

    added: dict[str, onnx.TensorProto] = {}
    activations: dict[str, tuple[str, str, str]] = {}
    fused: set[str] = set()
    nodes: list[onnx.NodeProto] = []
    for node in graph.node:
        if node.output[0] in fused:
            continue
        if node.output[0] not in targets:
            nodes.append(_copied(node))
            continue
        source, weight = node.input[0], node.input[1]
        if source not in activations:
            activations[source] = _activation(source, ranges[source], added)
            scale, zero, quantized = activations[source]
            nodes.append(
                helper.make_node(
                    "QuantizeLinear", [source, scale, zero], [quantized], name=f"quantize.{source}"
                )
            )
        scale, zero, quantized = activations[source]
        w_value, w_scale, w_zero = _weight(weight, weights[weight], config, added)
        output, bias = node.output[0], ""
        after = uses.get(output, [])
        if len(after) == 1 and after[0].op_type == "Add" and output not in outputs:
            other = next(name for name in after[0].input if name != output)
            if other in weights and len(weights[other].dims) == 1:
                bias, output = other, after[0].output[0]
                fused.add(output)
        nodes.append(
            helper.make_node(
                "MatMulIntegerToFloat",
                [quantized, w_value, scale, w_scale, zero, w_zero, bias],
                [output],
                name=f"int8.{weight}",
                domain=ORT_DOMAIN,
            )
        )
    del graph.node[:]
    graph.node.extend(nodes)
    still_used = {name for node in nodes for name in node.input}
    kept = [i for i in graph.initializer if i.name in still_used]
    del graph.initializer[:]
    graph.initializer.extend([*kept, *added.values()])
    if targets and not any(o.domain == ORT_DOMAIN for o in result.opset_import):
        result.opset_import.append(helper.make_opsetid(ORT_DOMAIN, 1))
    return result


def initial_feed(model: onnx.ModelProto) -> dict[str, NDArray[Any]]:
    """Return the initial states of a live graph by input name, and an adapter of zeros."""
    from syrinx.neural.export import metadata_of

    fill = metadata_of(model).get("state_fill", {})
    feed = {}
    for node in model.graph.input:
        if node.name.startswith((STATE_PREFIX, ADAPTER_PREFIX)):
            tensor = node.type.tensor_type
            shape = [d.dim_value for d in tensor.shape.dim]
            dtype = helper.tensor_dtype_to_np_dtype(tensor.elem_type)
            value = fill.get(node.name.removeprefix(STATE_PREFIX), 0.0)
            feed[node.name] = np.full(shape, value, dtype)
    return feed


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def _copied(node: onnx.NodeProto) -> onnx.NodeProto:
    result = onnx.NodeProto()
    result.CopyFrom(node)
    return result


def _float_session(model: onnx.ModelProto) -> ort.InferenceSession:
    from syrinx.neural.runtime.session import open_session

    return open_session(model.SerializeToString())


def _activation(
    name: str, values: Range, added: dict[str, onnx.TensorProto]
) -> tuple[str, str, str]:
    """Add an asymmetric uint8 scale for the range (widened to hold 0) and return the names."""
    low, high = min(values.low, 0.0), max(values.high, 0.0)
    scale = max((high - low) / 255.0, 1e-8)
    zero = int(np.clip(round(-low / scale), 0, 255))
    names = f"{name}.scale", f"{name}.zero", f"{name}.int8"
    added[names[0]] = numpy_helper.from_array(np.array(scale, np.float32), names[0])
    added[names[1]] = numpy_helper.from_array(np.array(zero, np.uint8), names[1])
    return names


def _weight(
    name: str, tensor: onnx.TensorProto, config: QuantizeConfig, added: dict[str, onnx.TensorProto]
) -> tuple[str, str, str]:
    """Add the int8 weight ``(n_in, n_out)`` with a scale per output and return the names."""
    names = f"{name}.int8", f"{name}.scale", f"{name}.zero"
    if names[0] in added:
        return names
    value, scale = quantize_weight(
        numpy_helper.to_array(tensor), saturation_safe=config.saturation_safe
    )
    added[names[0]] = numpy_helper.from_array(value, names[0])
    added[names[1]] = numpy_helper.from_array(scale, names[1])
    added[names[2]] = numpy_helper.from_array(np.zeros(scale.shape, np.int8), names[2])
    return names


def quantize_weight(
    weight: NDArray[np.float32], *, saturation_safe: bool = True
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return symmetric int8 values and the scale of each column of ``weight`` (n_in, n_out).

    With ``saturation_safe`` the sum of the like-signed parts of each two neighbouring rows
    (0 and 1, 2 and 3, ...) stays within 128 in magnitude: 255 * 128 fits into 16 bits.
    """
    largest = np.abs(weight).max(axis=0)
    scale = largest / 127.0
    if saturation_safe:
        rows = np.pad(weight, ((0, weight.shape[0] % 2), (0, 0))).reshape(-1, 2, weight.shape[1])
        positive = np.maximum(rows, 0.0).sum(axis=1).max(axis=0)
        negative = np.maximum(-rows, 0.0).sum(axis=1).max(axis=0)
        # 127 instead of 128: rounding may add half a unit to each of the two.
        scale = np.maximum(scale, np.maximum(positive, negative) / 127.0)
    scale = np.where(scale > 0.0, scale, 1.0).astype(np.float32)
    value = np.clip(np.round(weight / scale), -127, 127).astype(np.int8)
    return value, scale
