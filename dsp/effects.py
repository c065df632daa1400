"""The effect voices: voices that need no model.

Each is a chain of the processors of this package, matched in loudness to its input. All work at
any rate from 8 to 192 kHz and in blocks of any length.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from syrinx.dsp import filters
from syrinx.dsp.chain import Chain
from syrinx.dsp.effect_parts import (
    Chorus,
    Comb,
    Drive,
    Hall,
    LevelMatch,
    MuLaw,
    RingModulator,
)
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.filters import Biquad, SosFilter
from syrinx.dsp.limiter import Compressor
from syrinx.dsp.processor import Processor
from syrinx.dsp.shift import MAX_SEMITONES, PitchFormantShift
from syrinx.dsp.vocoder import EnvelopeVoice

Parts = list[Processor]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectSpec:
    """One effect voice.

    Attributes
    ----------
    id, name, description
        Key, title and one sentence for the voice picker.
    tags
        Words that the search finds.
    colour
        ``#rrggbb`` of its badge.
    pitch_semitones, formant_semitones
        Shift that belongs to the voice; the user's own is added.
    monotone_hz
        F0 of a voice without intonation.
    gain_db
        Gain that matches its loudness to the input's on average speech.
    """

    id: str
    name: str
    description: str
    tags: tuple[str, ...]
    colour: str
    pitch_semitones: float = 0.0
    formant_semitones: float = 0.0
    monotone_hz: float | None = None
    gain_db: float = 0.0


def build_effect(
    effect_id: str,
    *,
    sample_rate: int,
    pitch_semitones: float = 0.0,
    formant_semitones: float = 0.0,
) -> Processor:
    """Build an effect voice.

    Parameters
    ----------
    effect_id
        A key of `EFFECTS`.
    sample_rate
        Rate in Hz.
    pitch_semitones, formant_semitones
        Added to the voice's own shift; the sum is kept within ±24.

    Raises
    ------
    SyrinxError
        When there is no such effect.
    """
    spec = EFFECTS.get(effect_id)
    if spec is None:
        raise SyrinxError(
            f'There is no effect "{effect_id}"; there are {", ".join(sorted(EFFECTS))}.'
        )
    pitch = _within(spec.pitch_semitones + pitch_semitones)
    formant = _within(spec.formant_semitones + formant_semitones)
    parts: Parts = []
    if pitch or formant or spec.monotone_hz is not None:
        parts.append(
            PitchFormantShift(
                sample_rate=sample_rate,
                pitch_semitones=pitch,
                formant_semitones=formant,
                monotone_hz=spec.monotone_hz,
            )
        )
    parts += _AFTER[effect_id](sample_rate)
    return LevelMatch(Chain(parts), gain_db=spec.gain_db)


def _within(semitones: float) -> float:
    return max(-MAX_SEMITONES, min(MAX_SEMITONES, semitones))


def _equaliser(rate: int, *sections: Callable[[int], Biquad]) -> SosFilter:
    return SosFilter([section(rate) for section in sections], sample_rate=rate)


def _low(hz: float, q: float = filters.BUTTERWORTH_Q) -> Callable[[int], Biquad]:
    return lambda rate: filters.low_pass(min(hz, 0.45 * rate), sample_rate=rate, q=q)


def _high(hz: float, q: float = filters.BUTTERWORTH_Q) -> Callable[[int], Biquad]:
    return lambda rate: filters.high_pass(hz, sample_rate=rate, q=q)


def _bell(hz: float, gain_db: float, q: float = 1.0) -> Callable[[int], Biquad]:
    return lambda rate: filters.peaking(
        min(hz, 0.45 * rate), sample_rate=rate, q=q, gain_db=gain_db
    )


def _bass(hz: float, gain_db: float) -> Callable[[int], Biquad]:
    return lambda rate: filters.low_shelf(hz, sample_rate=rate, gain_db=gain_db)


def _treble(hz: float, gain_db: float) -> Callable[[int], Biquad]:
    return lambda rate: filters.high_shelf(min(hz, 0.4 * rate), sample_rate=rate, gain_db=gain_db)


def _deep(rate: int) -> Parts:
    return [_equaliser(rate, _bass(180.0, 3.0), _treble(5000.0, 2.0))]


def _bright(rate: int) -> Parts:
    return [_equaliser(rate, _high(120.0), _treble(6000.0, -2.0))]


def _child(rate: int) -> Parts:
    return [_equaliser(rate, _high(180.0), _bell(3500.0, 2.0), _treble(7000.0, -3.0))]


def _giant(rate: int) -> Parts:
    return [
        _equaliser(rate, _bass(150.0, 5.0), _treble(4000.0, 3.0)),
        Hall(sample_rate=rate, seconds=0.7, wet=0.18, damping=0.45),
    ]


def _monster(rate: int) -> Parts:
    return [
        RingModulator(sample_rate=rate, hz=43.0, depth=0.35),
        Drive(sample_rate=rate, drive_db=14.0),
        _equaliser(rate, _bass(200.0, 4.0), _low(6500.0)),
    ]


def _robot(rate: int) -> Parts:
    return [
        Comb(sample_rate=rate, delay_ms=4.7, gain=0.55),
        Drive(sample_rate=rate, drive_db=6.0),
        _equaliser(rate, _high(110.0), _bell(2200.0, 5.0), _low(7500.0)),
    ]


def _cyborg(rate: int) -> Parts:
    return [
        EnvelopeVoice(
            sample_rate=rate,
            tones_hz=(82.4, 123.5, 164.8),
            noise=0.25,
            low_cut_hz=70.0,
            smooth_hz=250.0,
        ),
        Chorus(sample_rate=rate, taps=[(9.0, 1.5, 0.6, 0.5)]),
    ]


def _whisper(rate: int) -> Parts:
    return [
        EnvelopeVoice(sample_rate=rate, low_cut_hz=350.0, tilt_db_per_octave=3.0),
        _equaliser(rate, _low(8500.0)),
    ]


def _ghost(rate: int) -> Parts:
    return [
        EnvelopeVoice(sample_rate=rate, low_cut_hz=250.0, tilt_db_per_octave=2.0),
        Hall(sample_rate=rate, seconds=3.0, wet=0.7, dry=0.7, damping=0.35),
    ]


def _radio(rate: int) -> Parts:
    return [
        _equaliser(rate, _high(400.0), _high(300.0), _bell(1800.0, 5.0), _low(3200.0)),
        Compressor(sample_rate=rate, threshold_dbfs=-30.0, ratio=5.0, makeup_db=12.0),
        Drive(sample_rate=rate, drive_db=16.0),
        _equaliser(rate, _high(300.0), _low(3400.0), _low(3800.0)),
    ]


def _telephone(rate: int) -> Parts:
    band = (_high(300.0, 0.54), _high(300.0, 1.3), _low(3300.0, 0.54), _low(3300.0, 1.3))
    return [
        _equaliser(rate, *band),
        MuLaw(sample_rate=rate),
        _equaliser(rate, _high(250.0), _low(3400.0), _low(3600.0)),
    ]


def _megaphone(rate: int) -> Parts:
    return [
        _equaliser(rate, _high(500.0), _high(450.0), _bell(1500.0, 9.0, 1.5)),
        Drive(sample_rate=rate, drive_db=24.0),
        Comb(sample_rate=rate, delay_ms=1.3, gain=0.4),
        _equaliser(rate, _high(450.0), _bell(2600.0, 4.0, 2.0), _low(4500.0)),
        Comb(sample_rate=rate, delay_ms=62.0, gain=0.16),
    ]


def _gramophone(rate: int) -> Parts:
    return [
        Chorus(sample_rate=rate, taps=[(3.0, 0.9, 1.3, 1.0)], dry=0.0),
        Drive(sample_rate=rate, drive_db=10.0),
        _equaliser(rate, _high(420.0), _bell(1100.0, 6.0, 1.4), _low(2700.0), _low(3300.0)),
    ]


def _underwater(rate: int) -> Parts:
    return [
        Chorus(
            sample_rate=rate,
            taps=[(4.0, 2.2, 2.7, 0.8), (6.5, 2.5, 1.1, 0.5)],
            dry=0.0,
        ),
        _equaliser(rate, _low(650.0, 1.2), _low(1300.0), _bell(320.0, 5.0)),
        RingModulator(sample_rate=rate, hz=5.2, depth=0.22),
        Hall(sample_rate=rate, seconds=0.8, wet=0.25, damping=0.5),
    ]


def _hall(rate: int) -> Parts:
    return [Hall(sample_rate=rate, seconds=2.2, wet=0.45, damping=0.3)]


def _cave(rate: int) -> Parts:
    return [
        Comb(sample_rate=rate, delay_ms=137.0, gain=0.35),
        Hall(sample_rate=rate, seconds=4.0, wet=0.6, dry=0.8, damping=0.45),
    ]


def _choir(rate: int) -> Parts:
    taps = [
        (13.0, 2.1, 0.53, 0.7),
        (19.0, 2.7, 0.37, 0.65),
        (26.0, 2.4, 0.71, 0.6),
        (34.0, 3.0, 0.29, 0.55),
    ]
    return [
        Chorus(sample_rate=rate, taps=taps, dry=0.7),
        Hall(sample_rate=rate, seconds=1.6, wet=0.22, damping=0.3),
    ]


def _alien(rate: int) -> Parts:
    return [
        RingModulator(sample_rate=rate, hz=94.0, depth=0.62),
        Chorus(sample_rate=rate, taps=[(5.0, 1.6, 5.5, 0.7), (8.0, 2.0, 3.1, 0.5)], dry=0.6),
        _equaliser(rate, _high(150.0), _bell(2500.0, 4.0)),
    ]


def _spec(
    effect_id: str, name: str, description: str, tags: str, colour: str, **shift: float
) -> EffectSpec:
    return EffectSpec(
        id=effect_id,
        name=name,
        description=description,
        tags=tuple(tags.split()),
        colour=colour,
        pitch_semitones=shift.get("pitch", 0.0),
        formant_semitones=shift.get("formant", 0.0),
        monotone_hz=shift.get("monotone_hz"),
        gain_db=shift.get("gain_db", 0.0),
    )


_AFTER: dict[str, Callable[[int], Parts]] = {
    "deep": _deep,
    "high": _bright,
    "child": _child,
    "chipmunk": _child,
    "giant": _giant,
    "monster": _monster,
    "robot": _robot,
    "cyborg": _cyborg,
    "whisper": _whisper,
    "ghost": _ghost,
    "radio": _radio,
    "telephone": _telephone,
    "megaphone": _megaphone,
    "gramophone": _gramophone,
    "underwater": _underwater,
    "hall": _hall,
    "cave": _cave,
    "choir": _choir,
    "alien": _alien,
}

_SPECS = (
    _spec("deep", "Deep", "Your voice, lower and fuller.", "low male warm", "#3b5b92",
          pitch=-4.0, formant=-2.5),
    _spec("high", "High", "Your voice, higher and lighter.", "female light bright", "#c2649a",
          pitch=4.5, formant=2.5),
    _spec("child", "Child", "Small and young.", "young kid high", "#e0a63c",
          pitch=7.0, formant=4.5),
    _spec("chipmunk", "Chipmunk", "Tiny, quick and squeaky.", "funny cartoon high", "#d98b2b",
          pitch=12.0, formant=7.0, gain_db=3.0),
    _spec("giant", "Giant", "Huge, slow and rumbling.", "low big fantasy", "#5b6e4a",
          pitch=-6.0, formant=-5.0),
    _spec("monster", "Monster", "A growl from below.", "demon horror low", "#8c2f39",
          pitch=-8.0, formant=-4.0, gain_db=4.0),
    _spec("robot", "Robot", "One note, one mood.", "machine monotone sci-fi", "#6c7a89",
          monotone_hz=104.0),
    _spec("cyborg", "Cyborg", "A synthesizer speaks your words.", "vocoder synth music", "#3f8f8c"),
    _spec("whisper", "Whisper", "Breath without voice.", "quiet secret breath",
          "#9aa5b1", gain_db=5.0),
    _spec("ghost", "Ghost", "A whisper from far away.", "horror echo breath",
          "#7f8fa6", gain_db=-5.0),
    _spec("radio", "Radio", "Over an old two-way radio.", "walkie-talkie military band",
          "#7d8c3c", gain_db=4.0),
    _spec("telephone", "Telephone", "Over a land line.", "call phone band", "#4a7c59", gain_db=2.5),
    _spec("megaphone", "Megaphone", "Loud and clear, from across the square.",
          "loudspeaker distortion", "#c0562f", gain_db=8.0),
    _spec("gramophone", "Gramophone", "A record from long ago.", "vintage old wow",
          "#8a6d3b", gain_db=3.0),
    _spec("underwater", "Underwater", "From beneath the surface.", "sea muffled bubbles",
          "#2f6f9f", gain_db=-3.0),
    _spec("hall", "Hall", "In a concert hall.", "reverb room space", "#6a5acd", gain_db=-6.0),
    _spec("cave", "Cave", "Deep in the rock.", "echo reverb dark", "#57504a", gain_db=-8.0),
    _spec("choir", "Choir", "Several of you at once.", "double chorus many",
          "#9b6fb0", gain_db=-4.0),
    _spec("alien", "Alien", "Not from here.", "sci-fi strange modulated", "#4fae6a",
          pitch=2.0, formant=3.5, gain_db=5.0),
)  # fmt: skip

EFFECTS: Mapping[str, EffectSpec] = MappingProxyType({spec.id: spec for spec in _SPECS})
"""Every effect voice by its id, in the order of the voice picker."""
