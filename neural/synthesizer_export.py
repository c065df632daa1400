"""The synthesiser as two ONNX graphs: one per sentence, one per chunk of frames.

``text``: ``units emphasis edges (1, U) int64, mode (1,) int64, style (1, 196)`` to ``hidden
(1, U, C)`` and ``prosody (1, U, 3)``. ``frames``: ``hidden, prosody, style``, ``index (1, T)``,
``position (1, T, 3)``, ``noise (1, T/2, 128)`` to ``content (1, T, 64)`` and ``others (1, T, 3)``:
pitch in semitones, voicing in logits, loudness in dB above that of speech at -26 dBFS.
"""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

import onnx
import torch
from torch import Tensor, nn

from syrinx.neural.export import name_initialisers, set_metadata, trace
from syrinx.neural.runtime.text.units import VERSION
from syrinx.neural.synthesizer import (
    EXTRAS,
    FRAMES_PER_CELL,
    POSITIONS,
    PROSODY,
    Synthesizer,
)

PITCH_SCALE, LOUDNESS_SCALE = 4.0, 10.0
TEXT_INPUTS = ("units", "emphasis", "edges", "mode", "style")
FRAME_INPUTS = ("hidden", "prosody", "style", "index", "position", "noise")


class _TextGraph(nn.Module):
    def __init__(self, model: Synthesizer) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, units: Tensor, emphasis: Tensor, edges: Tensor, mode: Tensor, style: Tensor
    ) -> tuple[Tensor, Tensor]:
        mask = torch.ones_like(units, dtype=torch.float32)[..., None]
        hidden, prosody = self.model.text(
            units, emphasis, edges, mode, self.model.styled(style), mask
        )
        return hidden, prosody


class _FrameGraph(nn.Module):
    def __init__(self, model: Synthesizer, steps: int) -> None:
        super().__init__()
        self.model, self.steps = model, steps

    def forward(
        self,
        hidden: Tensor,
        prosody: Tensor,
        style: Tensor,
        index: Tensor,
        position: Tensor,
        noise: Tensor,
    ) -> tuple[Tensor, Tensor]:
        mask = torch.ones_like(noise[..., :1])
        frames = self.model.frames(hidden, prosody, index, position, self.model.styled(style), mask)
        content = self.model.sample(frames, noise, mask, self.steps)
        others = torch.stack(
            [PITCH_SCALE * frames.pitch, frames.voicing, LOUDNESS_SCALE * frames.loudness], dim=-1
        )
        return content, others


def export_synthesizer(
    model: Synthesizer, *, steps: int, styles: Mapping[str, Sequence[float]], encoder: str
) -> tuple[onnx.ModelProto, onnx.ModelProto]:
    """Return the graphs for texts and for frames.

    Parameters
    ----------
    steps
        Of the flow; 0 gives the mean.
    styles
        Name -> the 196 numbers of a way of speaking; the first is the one to begin with.
    encoder
        SHA-256 of the content encoder whose content it was taught.
    """
    model = copy.deepcopy(model).cpu().float().eval()
    config = model.config
    units, frames = 12, 40
    style = torch.randn(1, config.embedding_size + EXTRAS)
    whole = torch.zeros(1, units, dtype=torch.long)
    text = trace(
        _TextGraph(model),
        (whole, whole, whole, torch.zeros(1, dtype=torch.long), style),
        inputs=list(TEXT_INPUTS),
        outputs=["hidden", "prosody"],
        dynamic_axes={name: {1: "units"} for name in (*TEXT_INPUTS[:3], "hidden", "prosody")},
    )
    n_noise = FRAMES_PER_CELL * config.content_channels
    spread = trace(
        _FrameGraph(model, steps),
        (
            torch.randn(1, units, config.channels),
            torch.randn(1, units, PROSODY),
            style,
            torch.zeros(1, frames, dtype=torch.long),
            torch.randn(1, frames, POSITIONS),
            torch.randn(1, frames // FRAMES_PER_CELL, n_noise),
        ),
        inputs=list(FRAME_INPUTS),
        outputs=["content", "others"],
        dynamic_axes={
            "hidden": {1: "units"},
            "prosody": {1: "units"},
            "index": {1: "frames"},
            "position": {1: "frames"},
            "noise": {1: "cells"},
            "content": {1: "frames"},
            "others": {1: "frames"},
        },
    )
    facts: dict[str, Any] = {
        "units": VERSION,
        "encoder": encoder,
        "config": dataclasses.asdict(config),
    }
    name_initialisers(text, model)
    set_metadata(text, {"name": "synthesizer_text", **facts, "styles": dict(styles)})
    name_initialisers(spread, model)
    around = FRAMES_PER_CELL * config.cells_around(steps)
    set_metadata(
        spread, {"name": "synthesizer_frames", **facts, "frames_around": around, "steps": steps}
    )
    return text, spread
