"""Commands of clips that are made while they are heard; see `syrinx.app.engine.messages`."""

from __future__ import annotations

from dataclasses import dataclass

from syrinx.app.engine.checking import check
from syrinx.app.texts import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayFed:
    """Play speech that is made meanwhile; answered by `ClipStarted` with a length of 0.

    It is fed by `FeedClip`, and stops as every clip does: `StopClip`, another one in its slot, or
    the end of what was fed. `Telemetry.clips` tells how much of it was heard.

    Attributes
    ----------
    label
        Stands in events as the path of a clip; names this one and no other.
    sample_rate
        Of what will be fed, Hz.
    slot, gain_db, through_voice
        As in `PlayClip`.
    """

    label: str
    slot: str
    sample_rate: int = 48_000
    gain_db: float = 0.0
    through_voice: bool = False

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        check(mark("gain of the clip"), self.gain_db, -80.0, 40.0, "dB")
        check(mark("sample rate of the clip"), self.sample_rate, 8_000.0, 192_000.0, "Hz")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedClip:
    """The next samples of a `PlayFed`, float32 in the computer's byte order.

    At most a minute may wait to be heard; who feeds it looks at `Telemetry.clips`.
    """

    label: str
    slot: str
    audio: bytes
    last: bool = False
