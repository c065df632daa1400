"""What fine-tuning of a voice learns with and does not change: the networks that ship."""

from __future__ import annotations

import copy
import dataclasses
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from safetensors import safe_open
from torch import Tensor

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.content_encoder import ContentEncoderConfig
from syrinx.neural.decoder import EMPHASIS, LOG_GAINS, Decoder, DecoderConfig
from syrinx.neural.export import load_constants, load_exported, metadata_of
from syrinx.neural.runtime.registry import FLOAT_MODELS, ModelRegistry
from syrinx.neural.runtime.speaker import SpeakerEmbedder
from syrinx.training.batches import PhoneSet
from syrinx.training.fit import load_weights
from syrinx.training.recipes.content_encoder import PhoneRecogniser
from syrinx.training.sharpen import REACH_BINS, sharpening, unsharpen_head

PHONE_HEAD = Path(__file__).parent / "checkpoints" / "phone_head.safetensors"
Embed = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""From audio at 16 kHz to the embedding of its speaker, unit length."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TuningModels:
    """Torch modules that do not learn.

    ``decoder`` is the one before it was finished (ADR 0040, 0047), ``shipped`` the one after;
    ``sharpened`` and ``reach_bins`` say what lies between them. ``embed`` hears whose voice a
    conversion is; None: nobody is asked. ``identity`` names the files: what was learned with
    others means nothing to these.
    """

    recogniser: PhoneRecogniser
    decoder: Decoder
    shipped: Decoder
    sharpened: float = 1.0
    reach_bins: float = REACH_BINS
    embed: Embed | None = None
    identity: str = ""

    @classmethod
    def load(cls, registry: ModelRegistry, phone_head: Path = PHONE_HEAD) -> TuningModels:
        """Read the networks that ship.

        Raises
        ------
        SyrinxError
            A model or the phone head is missing or does not fit.
        """
        encoder_name, decoder_name = FLOAT_MODELS
        encoder_graph = onnx.load_from_string(registry.read(encoder_name))
        decoder_graph = onnx.load_from_string(registry.read(decoder_name))
        recogniser = PhoneRecogniser(
            _phones(phone_head), ContentEncoderConfig(**metadata_of(encoder_graph)["config"])
        )
        load_exported(recogniser.encoder, encoder_graph)
        load_weights(recogniser.head, phone_head)
        decoder = Decoder(DecoderConfig(**metadata_of(decoder_graph)["config"]))
        load_exported(decoder, decoder_graph)
        shipped = copy.deepcopy(decoder)
        load_constants(shipped, decoder_graph, EMPHASIS)
        origin = (registry.entry(decoder_name).provenance or {}).get("training", {})
        sharpened = float(origin.get("sharpened", 1.0))
        reach_bins = float(origin.get("sharpened_reach_bins", REACH_BINS))
        if sharpened != 1.0:
            unsharpen_head(decoder, sharpened, reach_bins)
        return cls(
            recogniser=recogniser,
            decoder=decoder,
            shipped=shipped,
            sharpened=sharpened,
            reach_bins=reach_bins,
            embed=SpeakerEmbedder(registry).embed,
            identity="/".join(registry.entry(name).sha256 for name in FLOAT_MODELS),
        )

    def __post_init__(self) -> None:
        """Nothing of the networks learns."""
        for part in (self.recogniser, self.decoder, self.shipped):
            part.requires_grad_(False)
            part.eval()

    def sharpen(self, adapter: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Make an adapter for the unsharpened decoder one for the decoder that ships."""
        made = {name: value.clone() for name, value in adapter.items()}
        if self.sharpened != 1.0:
            matrix = sharpening(self.sharpened, self.reach_bins)
            for rows in LOG_GAINS:
                made["head_out"][:, rows] = made["head_out"][:, rows] @ matrix.T
                made["head_bias"][rows] = matrix @ made["head_bias"][rows]
        return made


def _phones(path: Path) -> PhoneSet:
    try:
        with safe_open(path, framework="pt") as file:
            return PhoneSet(json.loads((file.metadata() or {})["phones"]))
    except (OSError, KeyError, ValueError) as error:
        raise SyrinxError(f"The phone head {path} cannot be read: reinstall Syrinx.") from error
