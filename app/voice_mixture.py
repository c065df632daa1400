"""A voice out of two, kept as it sounds in a morph, with the consent of both (ADR 0069)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from syrinx.app.voice_adapter import VoiceAdapter
from syrinx.app.voice_bank import VoiceBank
from syrinx.app.voice_design import mix_voices
from syrinx.app.voice_model import Voice
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.content import content_encoder_id
from syrinx.neural.runtime.onnx_processor import decoder_id
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.retrieval import BANK_FRAMES
from syrinx.neural.runtime.timbre import Timbre, TimbreMix
from syrinx.neural.runtime.voice_space import VoiceSpace

MIXED_FROM = "mixed_from"


def keep_mixture(
    name: str,
    first: Voice,
    second: Voice,
    *,
    share: float,
    registry: ModelRegistry,
    space: VoiceSpace | None = None,
) -> Voice:
    """Return a voice that sounds as a morph does at ``share`` of the second voice.

    What was made for the installed networks goes into it: embedding, adapter, bank, pitch. Of
    both voices ``provenance["mixed_from"]`` keeps who they are, their share, licence, attribution
    and consent, with the whole record where there is one; a recorded statement stays with the
    voice that it was read for, and the record names it by its checksum.

    Parameters
    ----------
    share
        0 to 1, both ends excluded: those are voices that there are already.

    Returns
    -------
    Voice
        Neural, not yet in any library.

    Raises
    ------
    SyrinxError
        A voice is no neural one, of another speaker encoder, or lacks a note of its consent or
        licence; or the share is not between 0 and 1.
    """
    if not 0.0 < share < 1.0 or first.id == second.id:
        raise SyrinxError("Put the morph between two different voices to keep it as a voice.")
    for voice in (first, second):
        if not (voice.consent or voice.licence):
            raise SyrinxError(
                f'The voice "{voice.name}" has neither a consent nor a licence, so nothing can be '
                "made from it."
            )
    voice = mix_voices(name, first, second, share=share, space=space)
    sources = ((first, 1.0 - share), (second, share))
    mixed = _timbre(first, second, share, registry)
    adapter = None
    if mixed.adapter is not None:
        tensors = {key: np.asarray(value, np.float16) for key, value in mixed.adapter.items()}
        adapter = VoiceAdapter(tensors=tensors, decoder=decoder_id(registry))
    return replace(
        voice,
        speaker_embedding=mixed.embedding,
        adapter=adapter,
        bank=_bank(first, second, share, registry),
        language=first.language if first.language == second.language else "",
        provenance={MIXED_FROM: [_source(item, part) for item, part in sources]},
    )


def _timbre(first: Voice, second: Voice, share: float, registry: ModelRegistry) -> Timbre:
    timbres = []
    shapes: dict[str, tuple[int, ...]] = {}
    for voice in (first, second):
        adapter = None
        if voice.adapter is not None and voice.adapter.decoder == decoder_id(registry):
            adapter = voice.adapter.tensors
            shapes = {name: value.shape for name, value in adapter.items()}
        embedding = voice.speaker_embedding
        if embedding is None:  # mix_voices has refused it
            raise SyrinxError(f'"{voice.name}" is an effect; only neural voices can be mixed.')
        timbres.append(Timbre(embedding=embedding, adapter=adapter))
    return TimbreMix(timbres, shapes).at((1.0 - share, share))


def _bank(first: Voice, second: Voice, share: float, registry: ModelRegistry) -> VoiceBank | None:
    """Frames of both in proportion; the first ones of a bank stand for all of it."""
    encoder = content_encoder_id(registry)
    parts = []
    for voice, part in ((first, 1.0 - share), (second, share)):
        if voice.bank is not None and voice.bank.content_encoder == encoder:
            count = max(1, round(part * min(BANK_FRAMES, len(voice.bank))))
            parts.append(voice.bank.frames[:count])
    if not parts:
        return None
    return VoiceBank(frames=np.concatenate(parts), content_encoder=encoder)


def _source(voice: Voice, share: float) -> dict[str, Any]:
    told = {
        "id": voice.id,
        "name": voice.name,
        "share": round(share, 4),
        "speaker": voice.speaker,
        "licence": voice.licence,
        "attribution": voice.attribution,
        "consent": voice.consent,
        "consent_record": None if voice.consent_record is None else voice.consent_record.to_json(),
        MIXED_FROM: voice.provenance.get(MIXED_FROM),
    }
    return {key: value for key, value in told.items() if value}
