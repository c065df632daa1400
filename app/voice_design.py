"""Voices that belong to nobody: points among the embeddings of people, reached with sliders.

    voice = design_voice("Mara", gender=0.8, brightness=1.0, seed=7)
    library.add(voice)

Numpy only. The sliders were fitted (ADR 0032), and an invented voice is checked to be no real
person's (ADR 0033).
"""

from __future__ import annotations

import colorsys
import dataclasses
import math
import secrets
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.app.voice_model import Voice, check_name, slug
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.timbre import MAX_FLUTTER
from syrinx.neural.runtime.voice_space import SLIDERS, VoiceSpace, load_voice_space

INVENTED = "invented"
LICENCE = "CC0 1.0"
_ATTEMPTS = 200
_OWN_DISTANCE = 0.65
USUAL_FLUTTER = 0.01
"""With it the periods of the decoder's voice are as uneven as readers' are on the average."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A slider: what it means, and how far it goes.

    ``low``, ``high`` are its limits; ``unit`` is "Hz" or "" (steps between typical voices).
    """

    name: str
    meaning: str
    low: float
    high: float
    unit: str = ""


ATTRIBUTES: Mapping[str, Attribute] = {
    item.name: item
    for item in (
        Attribute(
            name="pitch",
            meaning="median pitch; without it, what is usual for the gender and age",
            low=60.0,
            high=400.0,
            unit="Hz",
        ),
        Attribute(
            name="gender",
            meaning="-1 a typical man, 0 between, 1 a typical woman",
            low=-2.0,
            high=2.0,
        ),
        Attribute(
            name="age",
            meaning="-1 a child of about eight, 0 a grown-up; mostly by the usual pitch",
            low=-2.0,
            high=2.0,
        ),
        Attribute(
            name="brightness",
            meaning="-1 dark, 1 bright: one typical step between speakers each",
            low=-2.0,
            high=2.0,
        ),
        Attribute(
            name="roughness",
            meaning="-1 smooth, 1 rough: the pitch twice as unsteady with each step",
            low=-2.0,
            high=2.0,
        ),
    )
}


def design_voice(
    name: str,
    *,
    pitch: float | None = None,
    gender: float | None = None,
    age: float | None = None,
    brightness: float | None = None,
    roughness: float | None = None,
    seed: int | None = None,
    base: Voice | None = None,
    keep_away_from: Sequence[Voice] = (),
    space: VoiceSpace | None = None,
) -> Voice:
    """Invent a voice, or change a voice along the sliders.

    Without ``base`` the voice is drawn as real speakers are spread and moved to where the
    sliders say; sliders that are None are drawn, too. Everything is decided by ``seed``: with the
    same seed, one slider changes and the person stays. Draws that come too near a real speaker
    are thrown away.

    With ``base`` the sliders are steps away from that voice, None is no step, and the result is
    somebody's voice changed: consent, licence and attribution of ``base`` go with it.

    Parameters
    ----------
    pitch
        Median F0 in Hz; 60 to 400.
    gender, age, brightness, roughness
        See `ATTRIBUTES`; -2 to 2.
    seed
        Which person; None = another one each time (see the voice's ``consent``, which tells it).
        Of no effect with ``base``.
    keep_away_from
        Voices of real people that it must not resemble either, such as the user's enrolled ones.
    space
        None = the shipped one.

    Returns
    -------
    Voice
        Neural, not yet in any library.

    Raises
    ------
    SyrinxError
        A slider is outside its range, ``base`` has no embedding of this encoder, or no draw
        keeps away from real speakers.
    """
    sliders = {
        "pitch": pitch,
        "gender": gender,
        "age": age,
        "brightness": brightness,
        "roughness": roughness,
    }
    check_name(name.strip())
    check_sliders(sliders)
    if space is None:
        space = load_voice_space()
    if base is not None:
        return _changed(name, sliders, base, space)
    seed = secrets.randbelow(100_000) if seed is None else seed
    if not 0 <= seed < 2**63:
        raise SyrinxError("The seed must be a whole number from 0 up.")
    people = [v.speaker_embedding for v in keep_away_from if _is_person(v, space)]
    for attempt in range(_ATTEMPTS):
        rng = np.random.default_rng([seed, attempt])
        drawn = _drawn_sliders(rng, sliders, space)
        point = space.draw(rng)
        f0_hz = drawn.pop("pitch_hz")
        point = space.moved(point, np.array([drawn[key] for key in SLIDERS]))
        nearest = space.nearest(point)
        mine = max((float(other @ point) for other in people if other is not None), default=-1.0)
        if nearest < space.limit and mine < _OWN_DISTANCE:
            break
    else:
        raise SyrinxError(
            "Every voice with these sliders comes too near to a real speaker's; choose less "
            "extreme values or another seed."
        )
    used = ", ".join(f"{key} {drawn[key]:+.2f}" for key in SLIDERS[1:])
    return Voice(
        id=slug(name),
        name=name.strip(),
        kind="neural",
        description=_description(drawn["gender"], drawn["age"], f0_hz, drawn),
        tags=("own", INVENTED, *_tags(drawn["gender"], drawn["age"], f0_hz)),
        colour=_colour(seed),
        licence=LICENCE,
        attribution="invented with Syrinx",
        f0_median_hz=round(f0_hz, 1),
        f0_flutter=_flutter(drawn["roughness"]),
        speaker_embedding=point.astype(np.float32),
        speaker_encoder=space.speaker_encoder,
        consent=(
            f"invented, belongs to nobody: of {len(space.people)} real speakers the nearest has "
            f"cosine {nearest:.2f} (limit {space.limit:.2f}); seed {seed}, "
            f"pitch {f0_hz:.1f} Hz, {used}"
        ),
    )


def mix_voices(
    name: str, first: Voice, second: Voice, *, share: float = 0.5, space: VoiceSpace | None = None
) -> Voice:
    """Return a voice between two, on the great circle through both; pitch in proportion.

    Parameters
    ----------
    share
        How much of the second: 0 the first alone, 1 the second alone.

    Raises
    ------
    SyrinxError
        A voice has no embedding of this encoder, or the share is not between 0 and 1.
    """
    check_name(name.strip())
    if not 0.0 <= share <= 1.0:
        raise SyrinxError("The share of the second voice must lie between 0 and 1.")
    if space is None:
        space = load_voice_space()
    one, other = (_embedding(voice, space) for voice in (first, second))
    angle = math.acos(float(np.clip(one @ other, -1.0, 1.0)))
    if angle > math.radians(179.0):
        raise SyrinxError(f'"{first.name}" and "{second.name}" are opposites; nothing is between.')
    if angle < 1e-4:
        point = one
    else:
        point = (math.sin((1 - share) * angle) * one + math.sin(share * angle) * other) / (
            math.sin(angle)
        )
    pitches = (first.f0_median_hz, second.f0_median_hz)
    f0_hz = None
    if pitches[0] and pitches[1]:
        f0_hz = round(float(pitches[0] ** (1 - share) * pitches[1] ** share), 1)
    if (share == 0.0 or second.id == first.id) or share == 1.0:
        sources: tuple[Voice, ...] = (second,) if share == 1.0 else (first,)
    else:
        sources = (first, second)
    percent = round(100 * share)
    flutter = (1 - share) * (first.f0_flutter or 0.0) + share * (second.f0_flutter or 0.0)
    return _derived(
        name,
        sources,
        point,
        f0_hz,
        flutter,
        f"{100 - percent} % {first.name}, {percent} % {second.name}",
        space,
    )


def check_sliders(sliders: Mapping[str, float | None]) -> None:
    """Raise SyrinxError when a slider is outside its range or no number."""
    for key, value in sliders.items():
        attribute = ATTRIBUTES[key]
        if value is not None and not attribute.low <= value <= attribute.high:  # refuses NaN
            unit = f" {attribute.unit}" if attribute.unit else ""
            raise SyrinxError(
                f"The slider {key} goes from {attribute.low:g} to {attribute.high:g}{unit}, "
                f"not to {value:g}."
            )


def _drawn_sliders(
    rng: np.random.Generator, sliders: Mapping[str, float | None], space: VoiceSpace
) -> dict[str, float]:
    """All sliders, those not given drawn; "pitch" in octaves, and "pitch_hz"."""
    # Always the same draws, so that giving one slider changes no other.
    side = 1.0 if rng.random() < 0.5 else -1.0
    free = {
        "gender": side * rng.uniform(0.6, 1.1),
        "age": 0.0,
        "brightness": rng.normal(0.0, 0.6),
        "roughness": rng.normal(0.0, 0.6),
    }
    scatter = rng.normal(0.0, 0.12)
    drawn = {}
    for key, value in free.items():
        given = sliders[key]
        drawn[key] = float(np.clip(value, -1.5, 1.5)) if given is None else float(given)
    pitch = sliders["pitch"]
    if pitch is None:
        usual = space.usual_pitch_hz(drawn["gender"], drawn["age"])
        pitch = float(np.clip(usual * 2.0**scatter, *_pitch_range()))
    drawn["pitch_hz"] = pitch
    drawn["pitch"] = math.log2(pitch / space.middle_pitch_hz)
    return drawn


def _flutter(roughness: float) -> float:
    """Flutter of the pitch: doubles with every step of roughness, the embedding does not tell it.

    Of what makes a voice rough the decoder takes nothing from the embedding (measured), so the
    pitch it is given has to be rough.
    """
    return round(float(USUAL_FLUTTER * 2.0**roughness), 5)


def _pitch_range() -> tuple[float, float]:
    return ATTRIBUTES["pitch"].low, ATTRIBUTES["pitch"].high


def _changed(
    name: str, sliders: Mapping[str, float | None], base: Voice, space: VoiceSpace
) -> Voice:
    """Take ``base`` along the sliders, each a step from where it is."""
    start = _embedding(base, space)
    steps = np.array([sliders[key] or 0.0 for key in SLIDERS])
    pitch, old = sliders["pitch"], base.f0_median_hz
    steps[0] = math.log2(pitch / old) if pitch and old else 0.0
    point = space.moved(start, space.sliders_of(start) + steps) if steps.any() else start
    told = [
        f"{key} {value:g} Hz" if key == "pitch" else f"{key} {value:+g}"
        for key, value in sliders.items()
        if value
    ]
    rough, flutter = sliders["roughness"] or 0.0, base.f0_flutter or 0.0
    if flutter > 0.0:
        flutter = min(flutter * 2.0**rough, MAX_FLUTTER)
    elif rough > 0.0:
        flutter = USUAL_FLUTTER * (2.0**rough - 1.0)
    return _derived(
        name,
        (base,),
        point,
        pitch or old,
        flutter,
        f"like {base.name}" + (f"; {', '.join(told)}" if told else ""),
        space,
    )


def _derived(
    name: str,
    sources: tuple[Voice, ...],
    point: NDArray[np.float64],
    f0_hz: float | None,
    flutter: float,
    description: str,
    space: VoiceSpace,
) -> Voice:
    consents = [
        f"{voice.name}: {voice.consent or f'{voice.licence}, {voice.attribution}'}"
        for voice in sources
    ]
    people = sorted({v.attribution for v in sources if v.attribution})
    licences = sorted({v.licence for v in sources if v.licence})
    return Voice(
        id=slug(name),
        name=name.strip(),
        kind="neural",
        description=description,
        tags=("own", "designed"),
        colour=_mixed_colour([voice.colour for voice in sources]),
        licence=", ".join(licences),
        attribution="; ".join(people) + (" (changed)" if people else ""),
        f0_median_hz=f0_hz,
        f0_flutter=round(flutter, 5) or None,
        speaker_embedding=point.astype(np.float32),
        speaker_encoder=space.speaker_encoder,
        consent="made from " + "; ".join(consents),
    )


def _embedding(voice: Voice, space: VoiceSpace) -> NDArray[np.float64]:
    if voice.speaker_embedding is None:
        raise SyrinxError(f'"{voice.name}" is an effect; only neural voices can be redesigned.')
    if not _is_of(voice, space):
        raise SyrinxError(
            f'The voice "{voice.name}" was made with another speaker encoder; make it again first.'
        )
    return np.asarray(voice.speaker_embedding, np.float64)


def _is_of(voice: Voice, space: VoiceSpace) -> bool:
    return voice.speaker_encoder in (None, space.speaker_encoder)


def _is_person(voice: Voice, space: VoiceSpace) -> bool:
    return voice.kind == "neural" and INVENTED not in voice.tags and _is_of(voice, space)


def _who(gender: float, age: float) -> str:
    if age < -0.6:
        return "child"
    if abs(gender) < 0.35:
        return "androgynous"
    return "female" if gender > 0 else "male"


def _tags(gender: float, age: float, f0_hz: float) -> tuple[str, ...]:
    who = _who(gender, age)
    low = {"female": 160.0, "male": 95.0}.get(who)
    return (who, "deep") if low is not None and f0_hz < low else (who,)


def _description(gender: float, age: float, f0_hz: float, sliders: Mapping[str, float]) -> str:
    words = []
    if -0.6 <= age < -0.25:
        words.append("youthful")
    for key, low, high in (("brightness", "dark", "bright"), ("roughness", "smooth", "rough")):
        if abs(sliders[key]) >= 0.5:
            words.append(high if sliders[key] > 0 else low)
    nouns = {
        "child": "a child's voice",
        "female": "a woman's voice",
        "male": "a man's voice",
        "androgynous": "neither man's nor woman's",
    }
    words.append(f"{nouns[_who(gender, age)]} at {f0_hz:.0f} Hz, invented")
    return ", ".join(words)


def _colour(seed: int) -> str:
    hue = (seed * 0.618034) % 1.0  # the golden ratio spreads neighbours
    red, green, blue = colorsys.hls_to_rgb(hue, 0.48, 0.38)
    return f"#{round(255 * red):02x}{round(255 * green):02x}{round(255 * blue):02x}"


def _mixed_colour(colours: Sequence[str]) -> str:
    parts = np.array([[int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in colours], float)
    return "#" + "".join(f"{round(value):02x}" for value in parts.mean(axis=0))
