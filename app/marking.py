"""Which voices carry the inaudible mark (ADR 0049): those made from somebody's recordings."""

from __future__ import annotations

from syrinx.app.voice_design import INVENTED
from syrinx.app.voice_model import Voice


def is_marked(voice: Voice | None) -> bool:
    """Return whether what this voice says is marked, unless the user wants none.

    Marked are the neural voices of the user's own library, imported ones and mixtures among
    them. Not marked are effects, voices that came with the program, and invented voices. The
    tag alone does not make a voice an invented one: it must hold nothing of recordings.
    """
    if voice is None or voice.kind != "neural" or voice.shipped:
        return False
    from_recordings = (voice.seconds, voice.bank, voice.adapter) != (None, None, None)
    return from_recordings or INVENTED not in voice.tags
