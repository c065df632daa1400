"""From the checkpoint of a recipe's one network to a file of the live path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from syrinx.neural.bundle import write_bundle
from syrinx.neural.export import export_streaming, store_as_fp16
from syrinx.neural.streaming.module import StreamingModule
from syrinx.training.fit import load_weights
from syrinx.training.recipes.export_live import read_provenance


def export_checkpoint(
    checkpoint: Path,
    out: Path,
    build: Callable[[dict[str, Any]], StreamingModule],
    *,
    name: str,
    entry: str,
) -> Path:
    """Add a trained network, stored in half precision, to a folder of models.

    Parameters
    ----------
    checkpoint
        Weights, with their provenance beside them.
    out
        The folder; what else is there stays.
    build
        Makes the network of the sizes that the provenance tells.
    name
        Of the network in the provenance and in the file.
    entry
        Of the file in the folder's list.

    Raises
    ------
    SyrinxError
        If the checkpoint cannot be read or is of another size.
    """
    origin = read_provenance(checkpoint)
    model = build(origin.get("model", {}).get(name, {}))
    load_weights(model, checkpoint)
    onnx_model = store_as_fp16(export_streaming(model.eval(), name=name))
    if origin.get("history"):  # the checkpoint is that of the best validation, not of the last
        best = min(origin["history"], key=lambda item: item["score"])
        origin = {**origin, "history": [best], "steps": best["step"]}
    return write_bundle(out, {entry: onnx_model}, provenance={entry: {"training": origin}})
