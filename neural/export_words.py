"""The word model as a file: an ONNX graph with int8 weights, the words in its metadata."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Sequence

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import Tensor, nn

from syrinx.neural.export import name_initialisers, set_metadata, trace
from syrinx.neural.word_model import END, FIRST_WORD, OTHER, WordModel

SMALLEST_SIZE = 4096
"""Weights with fewer numbers stay float."""


class _Scorer(nn.Module):
    """A word model whose embeddings are put together: what is made of what is not asked again."""

    def __init__(self, model: WordModel) -> None:
        super().__init__()
        self.config = model.config
        self.table = nn.Parameter(model.table().detach().clone())
        self.model = model
        del model.features  # sparse: no graph has such a thing

    def forward(self, tokens: Tensor, targets: Tensor) -> Tensor:
        states = self.model.states(tokens, self.table)
        found = self.model.log_probs(states.flatten(0, 1), targets.flatten(), self.table)
        return found.view(targets.shape)


def export_word_model(model: WordModel, words: Sequence[str]) -> onnx.ModelProto:
    """Return the graph: ``tokens`` (B, T), ``targets`` (B, T) -> ``log_probs`` (B, T).

    Parameters
    ----------
    words
        Those of the tokens from `FIRST_WORD` on.
    """
    scorer = _Scorer(copy.deepcopy(model).eval())
    generator = torch.Generator().manual_seed(0)
    example = torch.randint(0, model.config.tokens, (3, 7), generator=generator)
    axes = {0: "batch", 1: "time"}
    names = ["tokens", "targets", "log_probs"]
    graph = trace(
        scorer,
        (example, example),
        inputs=names[:2],
        outputs=names[2:],
        dynamic_axes=dict.fromkeys(names, axes),
        fold=False,
    )
    name_initialisers(graph, scorer)
    metadata = {
        "name": "word_model",
        "config": dataclasses.asdict(model.config),
        "tokens": {"end": END, "other": OTHER, "first": FIRST_WORD},
        "words": " ".join(words),
    }
    set_metadata(graph, metadata)
    return graph


def store_as_int8(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a copy whose large weights are stored as int8, a scale per row.

    They are multiplied out when onnxruntime opens the model: a quarter of the file, float sums.
    """
    model = onnx.ModelProto.FromString(model.SerializeToString())
    graph = model.graph
    kept, first = [], []
    for item in graph.initializer:
        value = numpy_helper.to_array(item)
        if item.data_type != onnx.TensorProto.FLOAT or value.size < SMALLEST_SIZE:
            kept.append(item)
            continue
        scale = np.maximum(np.abs(value).max(-1, keepdims=True), 1e-9) / 127.0
        small, by, wide = (f"{item.name}.{part}" for part in ("int8", "scale", "wide"))
        whole = np.round(value / scale).astype(np.int8)
        kept.append(numpy_helper.from_array(whole, small))
        kept.append(numpy_helper.from_array(scale.astype(np.float32), by))
        first.append(helper.make_node("Cast", [small], [wide], to=onnx.TensorProto.FLOAT))
        first.append(helper.make_node("Mul", [wide, by], [item.name]))
    nodes = list(graph.node)
    del graph.node[:], graph.initializer[:]
    graph.node.extend([*first, *nodes])
    graph.initializer.extend(kept)
    onnx.checker.check_model(model)
    return model
