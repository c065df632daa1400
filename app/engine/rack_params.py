"""The rack: what cleans up the input and shapes the output, as plain frozen values.

Input stages stand in a fixed order (feedback guard, automatic level, noise suppression, gate);
output stages in `RackParams.order`, with the limiter behind them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Literal, get_args

from syrinx.app.engine.checking import check
from syrinx.app.texts import mark
from syrinx.dsp.equalizer import EqBand
from syrinx.dsp.errors import SyrinxError

OutputStage = Literal["de_esser", "eq", "compressor", "reverb"]
OUTPUT_STAGES: tuple[OutputStage, ...] = get_args(OutputStage)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackParams:
    """The feedback guard: ``sensitivity`` 0 to 1, ``muted_s`` how long the output rests."""

    on: bool = False
    sensitivity: float = 0.5
    muted_s: float = 4.0

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        _switch(self.on)
        check(mark("sensitivity of the feedback guard"), self.sensitivity, 0.0, 1.0, "")
        check(mark("pause of the feedback guard"), self.muted_s, 1.0, 30.0, "s")


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelParams:
    """Automatic level: loudness of speech behind it, and how far it may amplify."""

    on: bool = False
    target_lufs: float = -20.0
    max_boost_db: float = 18.0

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        _switch(self.on)
        check(mark("target of the automatic level"), self.target_lufs, -36.0, -10.0, "LUFS")
        check(mark("boost of the automatic level"), self.max_boost_db, 0.0, 36.0, "dB")


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppressParams:
    """Noise suppression: ``strength`` 0 (nothing) to 1 (all that can be taken)."""

    on: bool = False
    strength: float = 1.0

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        _switch(self.on)
        check(mark("strength of the noise suppression"), self.strength, 0.0, 1.0, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class GateParams:
    """What opens the gate. Whether there is one says ``VoiceParams.gate_threshold_dbfs``.

    Attributes
    ----------
    by_voice
        Open for speech, however loud other sounds are, instead of for what is loud.
    voice_threshold
        Probability of speech from which it opens.
    """

    by_voice: bool = False
    voice_threshold: float = 0.4

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        _switch(self.by_voice)
        check(mark("probability that opens the gate"), self.voice_threshold, 0.05, 0.95, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeEsserParams:
    """De-esser: most that it lowers, where its band begins, and from which level on."""

    on: bool = False
    range_db: float = 8.0
    hz: float = 5000.0
    threshold_db: float = -6.0

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        _switch(self.on)
        check(mark("range of the de-esser"), self.range_db, 0.0, 24.0, "dB")
        check(mark("band of the de-esser"), self.hz, 2000.0, 10_000.0, "Hz")
        check(mark("threshold of the de-esser"), self.threshold_db, -30.0, 12.0, "dB")


_BANDS = {
    "low": (mark("low band"), mark("gain of the low band")),
    "body": (mark("body band"), mark("gain of the body band")),
    "presence": (mark("presence band"), mark("gain of the presence band")),
    "air": (mark("air band"), mark("gain of the air band")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EqParams:
    """Equaliser of five bands; ``amount`` scales all gains, 0 (flat) to 2."""

    on: bool = False
    amount: float = 1.0
    low_cut_hz: float = 80.0
    low_hz: float = 160.0
    low_db: float = 0.0
    body_hz: float = 350.0
    body_db: float = -2.0
    presence_hz: float = 3500.0
    presence_db: float = 2.5
    air_hz: float = 9000.0
    air_db: float = 2.0

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        _switch(self.on)
        check(mark("amount of the equaliser"), self.amount, 0.0, 2.0, "")
        check(mark("low cut"), self.low_cut_hz, 20.0, 400.0, "Hz")
        for name, (band, gain) in _BANDS.items():
            check(band, getattr(self, f"{name}_hz"), 20.0, 20_000.0, "Hz")
            check(gain, getattr(self, f"{name}_db"), -15.0, 15.0, "dB")

    def bands(self) -> tuple[EqBand, ...]:
        """Return the bands as the filter wants them."""
        scale = self.amount
        return (
            EqBand(kind="high_pass", hz=self.low_cut_hz),
            EqBand(kind="low_shelf", hz=self.low_hz, gain_db=scale * self.low_db),
            EqBand(kind="peak", hz=self.body_hz, gain_db=scale * self.body_db, q=1.0),
            EqBand(kind="peak", hz=self.presence_hz, gain_db=scale * self.presence_db, q=0.9),
            EqBand(kind="high_shelf", hz=self.air_hz, gain_db=scale * self.air_db),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CompressorParams:
    """Compressor; ``makeup_db`` None = automatic."""

    on: bool = False
    threshold_dbfs: float = -24.0
    ratio: float = 3.0
    knee_db: float = 8.0
    attack_ms: float = 5.0
    release_ms: float = 120.0
    makeup_db: float | None = None

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        _switch(self.on)
        check(mark("threshold of the compressor"), self.threshold_dbfs, -60.0, 0.0, "dBFS")
        check(mark("ratio of the compressor"), self.ratio, 1.0, 20.0, "")
        check(mark("knee of the compressor"), self.knee_db, 0.0, 24.0, "dB")
        check(mark("attack of the compressor"), self.attack_ms, 0.5, 200.0, "ms")
        check(mark("release of the compressor"), self.release_ms, 10.0, 2000.0, "ms")
        if self.makeup_db is not None:
            check(mark("make-up of the compressor"), self.makeup_db, 0.0, 24.0, "dB")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverbParams:
    """Reverb: share of the room, its size, and how much its walls swallow, all 0 to 1."""

    on: bool = False
    mix: float = 0.2
    size: float = 0.35
    damping: float = 0.5

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        _switch(self.on)
        check(mark("mix of the reverb"), self.mix, 0.0, 1.0, "")
        check(mark("size of the room"), self.size, 0.0, 1.0, "")
        check(mark("damping of the room"), self.damping, 0.0, 1.0, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class LimiterParams:
    """Limiter, the last stage: no sample leaves above the ceiling.

    A voice has one while it is on; straight through only where another stage may amplify.
    """

    on: bool = True
    ceiling_dbfs: float = -0.3

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        _switch(self.on)
        check(mark("ceiling of the limiter"), self.ceiling_dbfs, -24.0, 0.0, "dBFS")


@dataclass(frozen=True, slots=True, kw_only=True)
class RackParams:
    """All stages.

    Attributes
    ----------
    order
        Of the output stages, each once.
    bypass
        Let everything through all of them, at the same delay, to compare. The limiter stays.
    """

    feedback: FeedbackParams = field(default_factory=FeedbackParams)
    level: LevelParams = field(default_factory=LevelParams)
    suppress: SuppressParams = field(default_factory=SuppressParams)
    gate: GateParams = field(default_factory=GateParams)
    de_esser: DeEsserParams = field(default_factory=DeEsserParams)
    eq: EqParams = field(default_factory=EqParams)
    compressor: CompressorParams = field(default_factory=CompressorParams)
    reverb: ReverbParams = field(default_factory=ReverbParams)
    limiter: LimiterParams = field(default_factory=LimiterParams)
    order: tuple[OutputStage, ...] = OUTPUT_STAGES
    bypass: bool = False

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        if sorted(self.order) != sorted(OUTPUT_STAGES):
            raise SyrinxError(
                f"The order of the output stages must name {', '.join(OUTPUT_STAGES)} once each."
            )
        _switch(self.bypass)

    @property
    def amplifies(self) -> bool:
        """Whether a stage is on that may make the sound louder than it came."""
        return any(part.on for part in (self.level, self.eq, self.compressor, self.reverb))


def rack_to_json(rack: RackParams) -> dict[str, Any]:
    """Return the rack as JSON values; ``bypass`` is of the moment and left out."""
    values = asdict(rack)
    values.pop("bypass")
    values["order"] = list(rack.order)
    return values


def rack_from_json(
    values: object, default: RackParams | None = None
) -> tuple[RackParams, tuple[str, ...]]:
    """Read what `rack_to_json` wrote.

    Parameters
    ----------
    values
        Anything; what is missing or damaged is as in ``default``.

    Returns
    -------
    RackParams, tuple of str
        The rack, and the names of the stages that were damaged.
    """
    rack = default if default is not None else RackParams()
    if not isinstance(values, Mapping):
        return rack, () if values is None else ("rack",)
    damaged = []
    for item in fields(RackParams):
        if item.name == "bypass" or item.name not in values:
            continue
        try:
            part = _part(getattr(rack, item.name), values[item.name])
            rack = replace(rack, **{item.name: part})
        except (SyrinxError, TypeError, ValueError):
            damaged.append(item.name)
    return rack, tuple(damaged)


def _part(default: Any, value: Any) -> Any:
    if isinstance(default, tuple):
        return tuple(value)
    known = {item.name for item in fields(default)}
    return replace(default, **{name: value[name] for name in value if name in known})


def _switch(value: object) -> None:
    if not isinstance(value, bool):
        raise SyrinxError(f"A stage is on or off, not {value!r}.")
