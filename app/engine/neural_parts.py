"""The networks of a neural voice, from its profile: what fits is used, the rest is said."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from syrinx.app.engine.followed import FollowedVoice
from syrinx.app.engine.params import VoiceParams
from syrinx.app.texts import mark
from syrinx.app.voices import Voice
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.content import content_encoder_id
from syrinx.neural.runtime.onnx_processor import NeuralVoice, decoder_id
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.retrieval import FrameBank
from syrinx.neural.runtime.timbre import Timbre


def build_followed(
    voice: Voice,
    second: Voice | None,
    *,
    params: VoiceParams,
    fp32: bool,
    registry: ModelRegistry,
    notices: list[str],
) -> FollowedVoice:
    """Return the network of a voice, with the one that it can be morphed into.

    ``notices`` gets a sentence for each part of a profile that was made for other networks.

    Raises
    ------
    SyrinxError
        A voice is not a neural one, or the models are missing or broken.
    """
    timbre = timbre_of(voice, registry, notices)
    other = None if second is None else timbre_of(second, registry, notices)
    network = NeuralVoice(
        registry,
        speaker_embedding=timbre.embedding,
        fp32=fp32,
        index_ratio=params.index_ratio,
    )
    return FollowedVoice(network, timbre, second=other, params=params)


def timbre_of(voice: Voice, registry: ModelRegistry, notices: list[str]) -> Timbre:
    """Return what makes a voice, of the parts of its profile that fit the networks.

    Raises
    ------
    SyrinxError
        The voice is not a neural one.
    """
    if voice.kind != "neural":
        raise SyrinxError(f'"{voice.name}" is an effect: only neural voices can be morphed.')
    if voice.speaker_embedding is None:
        raise SyrinxError(f'The voice "{voice.name}" has no speaker embedding: enrol it again.')
    bank = _bank(voice, registry, notices)
    return Timbre(
        embedding=voice.speaker_embedding,
        adapter=_adapter(voice, registry, notices),
        banks=() if bank is None else ((bank, 1.0),),
        f0_median_hz=voice.f0_median_hz,
        f0_flutter=voice.f0_flutter or 0.0,
    )


def _adapter(
    voice: Voice, registry: ModelRegistry, notices: list[str]
) -> Mapping[str, NDArray[np.float16]] | None:
    """Return the voice's adapter when it was made for the decoder that is installed."""
    if voice.adapter is None:
        return None
    if voice.adapter.decoder == decoder_id(registry):
        return voice.adapter.tensors
    remedy = mark("update Syrinx") if voice.shipped else mark("enrol it again to have it")
    notices.append(
        f'The fine-tuning of the voice "{voice.name}" was made for another decoder and is left '
        f"out; {remedy}."
    )
    return None


def _bank(voice: Voice, registry: ModelRegistry, notices: list[str]) -> FrameBank | None:
    """Return the voice's bank when it was made with the content encoder that is installed."""
    if voice.bank is None:
        return None
    if voice.bank.content_encoder == content_encoder_id(registry):
        return voice.bank.frame_bank()
    remedy = mark("update Syrinx") if voice.shipped else mark("enrol it again to have it")
    notices.append(
        f'The likeness of the voice "{voice.name}" was made for another content encoder and is '
        f"left out; {remedy}."
    )
    return None
