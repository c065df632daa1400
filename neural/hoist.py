"""What depends on the voice alone is computed when the voice changes, not at every step.

A quarter of the decoder's nodes, and a megabyte of float weights that every step would read, turn
the speaker embedding into the scale and shift of each block. The exported graph keeps their
result as a state and computes it anew only if the embedding differs from the one it belongs to.
"""

from __future__ import annotations

from math import prod

import numpy as np
import onnx
from onnx import helper, numpy_helper

from syrinx.neural.export import metadata_of, set_metadata
from syrinx.neural.quantize import initial_feed
from syrinx.neural.runtime.session import ADAPTER_PREFIX, CONDITION_KEY, open_session

CACHE = "condition"
KEY = CONDITION_KEY
NO_KEY = 2.0
"""Initial value of the key: no entry of a unit-length embedding equals it."""


def cache_condition(
    model: onnx.ModelProto, input_name: str = "speaker_embedding"
) -> onnx.ModelProto:
    """Return a live graph that caches all that depends on the voice alone.

    That is ``input_name``, whose changes are seen, and the adapter, which an instance has from
    its first step on. Adds the states ``condition`` and ``condition_of``; the outputs stay the
    same. A graph without such nodes, or whose cached tensors do not fit side by side, is returned
    as it is.
    """
    result = onnx.ModelProto()
    result.CopyFrom(model)
    graph = result.graph
    constant = {i.name for i in graph.initializer}
    dependent = {input_name}
    given = {node.name for node in graph.input if node.name.startswith(ADAPTER_PREFIX)}
    first: list[onnx.NodeProto] = []
    inner: list[onnx.NodeProto] = []
    rest: list[onnx.NodeProto] = []
    for node in graph.node:
        sources = {name for name in node.input if name}
        if sources <= constant:
            constant |= set(node.output)
            first.append(_copied(node))
        elif sources & dependent and sources <= constant | dependent | given:
            dependent |= set(node.output)
            inner.append(_copied(node))
        else:
            rest.append(_copied(node))
    outputs = {node.name for node in graph.output}
    made = {name for node in inner for name in node.output}
    wanted = {name for node in rest for name in node.input} & made
    edge = [name for node in inner for name in node.output if name in wanted]
    if not edge or outputs & made:
        return result
    shapes = _shapes(model, edge)
    leading = {shape[:-1] for shape in shapes}
    if len(leading) != 1 or prod(next(iter(leading))) != 1:
        return result
    sizes = [shape[-1] for shape in shapes]
    cache_shape = [*next(iter(leading)), sum(sizes)]
    (key_node,) = (node for node in graph.input if node.name == input_name)
    key_shape = [d.dim_value for d in key_node.type.tensor_type.shape.dim]

    for node in inner:  # names inside a branch must differ from those around it
        for names in (node.input, node.output):
            names[:] = [f"{name}.fresh" if name in made else name for name in names]
        node.name = f"{node.name}.fresh"
    inner.append(helper.make_node("Concat", [f"{n}.fresh" for n in edge], ["fresh"], axis=-1))
    kept = helper.make_node("Identity", [f"state.{CACHE}"], ["kept"])
    branches = [
        helper.make_graph(nodes, name, [], [_float_info(name, cache_shape)])
        for name, nodes in (("fresh", inner), ("kept", [kept]))
    ]
    zero, split = f"{CACHE}.zero", f"{CACHE}.split"
    graph.initializer.append(numpy_helper.from_array(np.array(0, np.float32), zero))
    graph.initializer.append(numpy_helper.from_array(np.array(sizes, np.int64), split))
    following = f"next_state.{CACHE}"
    switch = [
        helper.make_node("Sub", [input_name, f"state.{KEY}"], [f"{KEY}.difference"]),
        helper.make_node("Abs", [f"{KEY}.difference"], [f"{KEY}.distance"]),
        helper.make_node("ReduceMax", [f"{KEY}.distance"], [f"{KEY}.largest"], keepdims=0),
        helper.make_node("Greater", [f"{KEY}.largest", zero], [f"{KEY}.changed"]),
        helper.make_node(
            "If", [f"{KEY}.changed"], [following], then_branch=branches[0], else_branch=branches[1]
        ),
        helper.make_node("Split", [following, split], edge, axis=-1),
        helper.make_node("Identity", [input_name], [f"next_state.{KEY}"]),
    ]
    for index, node in enumerate(switch):
        node.name = f"{CACHE}.{index}"
    del graph.node[:]
    graph.node.extend([*first, *switch, *rest])
    for name, shape in ((CACHE, cache_shape), (KEY, key_shape)):
        graph.input.append(_float_info(f"state.{name}", shape))
        graph.output.append(_float_info(f"next_state.{name}", shape))
    metadata = metadata_of(model)
    fill = {**metadata.get("state_fill", {}), KEY: NO_KEY}
    set_metadata(result, {**metadata, "state_fill": fill})
    return result


def _shapes(model: onnx.ModelProto, names: list[str]) -> list[tuple[int, ...]]:
    """Shapes of inner tensors, found by running one step on zeros."""
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    present = {node.name for node in watched.graph.output}
    watched.graph.output.extend(
        helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None)
        for name in names
        if name not in present
    )
    feed = initial_feed(model)
    for node in model.graph.input:
        if node.name not in feed:
            tensor = node.type.tensor_type
            shape = [d.dim_value for d in tensor.shape.dim]
            feed[node.name] = np.zeros(shape, helper.tensor_dtype_to_np_dtype(tensor.elem_type))
    session = open_session(watched.SerializeToString())
    return [tuple(value.shape) for value in session.run(names, feed)]


def _float_info(name: str, shape: list[int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape)


def _copied(node: onnx.NodeProto) -> onnx.NodeProto:
    result = onnx.NodeProto()
    result.CopyFrom(node)
    return result
