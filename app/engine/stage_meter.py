"""How much of the time each stage of a voice takes: a stop-watch in its chains, off by default.

Off it costs one comparison per chain and block; on, two clock readings per stage (0.1 µs each).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from syrinx.app.texts import mark
from syrinx.dsp.adapters import Chain
from syrinx.dsp.processor import Processor

NAMES = {
    "Sanitize": mark("Input check"),
    "HighPass": mark("High-pass"),
    "Gain": mark("Gain"),
    "Gate": mark("Gate"),
    "Resampled": mark("Network"),
    "PitchFormantShift": mark("Formant shift"),
    "Watermark": mark("Mark"),
    "Suppressor": mark("Noise suppression"),
    "VoiceActivityGate": mark("Gate"),
    "Limiter": mark("Limiter"),
    "EnvelopeVoice": mark("Envelope voice"),
    "Drive": mark("Drive"),
    "MuLaw": mark("Mu law"),
    "RingModulator": mark("Ring modulator"),
    "Chorus": mark("Chorus"),
    "Comb": mark("Comb"),
    "Hall": mark("Hall"),
    "Delay": mark("Delay"),
    "Equalizer": mark("Equalizer"),
}
"""Stages as the user reads them, in English; others go by the name of their class."""


class StageMeter:
    """Switches the stop-watches of a processor and reads them.

    Parameters
    ----------
    whole
        Every `Chain` in it, however deep, is a row of stages.
    """

    def __init__(self, whole: Processor) -> None:
        self._chains = list(_chains(whole))

    def switch(self, on: bool) -> None:
        """Start at zero, or stop."""
        for chain in self._chains:
            chain.spent = [0.0] * len(chain.processors) if on else None

    def take(self) -> dict[str, float]:
        """Return the seconds that each stage took since the last call, in their order."""
        spent: dict[str, float] = {}
        for chain in self._chains:
            times = chain.spent
            if times is None:
                continue
            chain.spent = [0.0] * len(times)
            for processor, seconds in zip(chain.processors, times, strict=True):
                if next(_chains(processor), None) is None:  # its own stages say it better
                    name = stage_name(processor)
                    spent[name] = spent.get(name, 0.0) + seconds
        return spent


def stage_name(processor: Processor) -> str:
    """Return what the user calls this stage: its ``stage_name`` if it has one."""
    own = getattr(processor, "stage_name", None)
    if isinstance(own, str):
        return own
    inner = getattr(processor, "inner", None)
    kind = type(processor).__name__
    if kind in ("DryWet", "Bypass", "Reblocked") and inner is not None:
        return stage_name(inner)
    return NAMES.get(kind) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).capitalize()


def _chains(processor: object) -> Iterator[Chain]:
    if isinstance(processor, Chain):
        yield processor
        for part in processor.processors:
            yield from _chains(part)
    for name in ("inner", "old", "new"):
        inside = getattr(processor, name, None)
        if inside is not None:
            yield from _chains(inside)
