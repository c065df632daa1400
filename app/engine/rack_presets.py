"""Ready-made settings of the rack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from syrinx.app.engine.rack_params import (
    CompressorParams,
    DeEsserParams,
    EqParams,
    FeedbackParams,
    LevelParams,
    RackParams,
    ReverbParams,
    SuppressParams,
)
from syrinx.app.texts import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class RackPreset:
    """A ready-made setting: a starting point, not a secret. The gate is left as it is.

    Its name and description are English, and translated where they are shown.
    """

    id: str
    name: str
    description: str
    rack: RackParams


_GUARDED = FeedbackParams(on=True)
RACK_PRESETS: Mapping[str, RackPreset] = MappingProxyType(
    {
        preset.id: preset
        for preset in (
            RackPreset(
                id="clean",
                name=mark("Clean"),
                description="Noise taken out, one loudness, rumble and sharp s sounds lowered.",
                rack=RackParams(
                    feedback=_GUARDED,
                    level=LevelParams(on=True),
                    suppress=SuppressParams(on=True),
                    de_esser=DeEsserParams(on=True, range_db=6.0),
                    eq=EqParams(
                        on=True, body_db=-1.0, presence_db=1.0, air_db=0.0, low_cut_hz=80.0
                    ),
                ),
            ),
            RackPreset(
                id="warm-radio",
                name=mark("Warm radio"),
                description="Close and even, as on the radio: full, dense, not sharp.",
                rack=RackParams(
                    feedback=_GUARDED,
                    level=LevelParams(on=True, target_lufs=-18.0),
                    suppress=SuppressParams(on=True),
                    de_esser=DeEsserParams(on=True, range_db=9.0),
                    eq=EqParams(
                        on=True, low_hz=180.0, low_db=3.0, body_db=-2.5, body_hz=400.0,
                        presence_db=2.5, presence_hz=3000.0, air_db=1.0,
                    ),
                    compressor=CompressorParams(
                        on=True, threshold_dbfs=-28.0, ratio=4.0, release_ms=150.0
                    ),
                ),
            ),
            RackPreset(
                id="room",
                name=mark("Room"),
                description="As if you spoke in a furnished room instead of into a microphone.",
                rack=RackParams(
                    feedback=_GUARDED,
                    level=LevelParams(on=True),
                    suppress=SuppressParams(on=True),
                    eq=EqParams(on=True, body_db=-1.0, presence_db=0.0, air_db=0.0),
                    reverb=ReverbParams(on=True, mix=0.25, size=0.35, damping=0.6),
                ),
            ),
        )
    }
)  # fmt: skip
