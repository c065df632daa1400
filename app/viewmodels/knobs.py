"""What can be turned by a controller: the numbers of the Live area, with their ranges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from syrinx.app.engine.params import MAX_INTONATION, MAX_MORPH_S
from syrinx.app.translation import tr
from syrinx.app.viewmodels.live import LiveModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Knob:
    """A number that can be turned.

    Attributes
    ----------
    id, title
        As scripts and settings name it; as the user reads it, in the language of the window.
    low, high
        Ends of its way, in ``unit``.
    get, set
        Read and turn it.
    """

    id: str
    title: str
    low: float
    high: float
    unit: str
    get: Callable[[], float]
    set: Callable[[float], None]

    def turn_to(self, place: float) -> None:
        """Turn it to ``place`` on its way, 0 to 1."""
        self.set(self.low + (self.high - self.low) * min(1.0, max(0.0, place)))


def live_knobs(live: LiveModel) -> list[Knob]:
    """Return the knobs that every voice has."""

    def plain(name: str, title: str, low: float, high: float, unit: str) -> Knob:
        return Knob(
            id=name, title=title, low=low, high=high, unit=unit,
            get=lambda: float(getattr(live.params, name)),
            set=lambda value: live.change(**{name: round(value, 2)}),
        )  # fmt: skip

    def pitch() -> float:
        now = live.params.pitch
        return (live.auto_shift() or 0.0) if now == "auto" else float(now)

    def gate() -> float:
        threshold = live.params.gate_threshold_dbfs
        return -80.0 if threshold is None else threshold

    return [
        Knob(id="pitch", title=tr("Pitch"), low=-24, high=24, unit="st", get=pitch,
             set=lambda value: live.set_pitch(round(value, 1))),
        plain("formant_semitones", tr("Formant"), -12, 12, "st"),
        plain("wet", tr("Share of the voice"), 0, 1, ""),
        plain("index_ratio", tr("Likeness"), 0, 1, ""),
        plain("intonation", tr("Intonation"), 0, MAX_INTONATION, ""),
        plain("pitch_lock", tr("Pitch lock"), 0, 1, ""),
        plain("breathiness", tr("Breathiness"), -1, 1, ""),
        plain("morph", tr("Morph to the second voice"), 0, 1, ""),
        plain("morph_s", tr("Morph time"), 0, MAX_MORPH_S, "s"),
        plain("input_gain_db", tr("Input gain"), -24, 24, "dB"),
        plain("output_gain_db", tr("Output gain"), -24, 24, "dB"),
        Knob(id="gate", title=tr("Gate (lowest: off)"), low=-80, high=-10, unit="dB", get=gate,
             set=lambda value: live.set_gate(None if value <= -79.5 else round(value))),
    ]  # fmt: skip
