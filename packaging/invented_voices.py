"""The voices that ship and belong to nobody: kinds, names, and the seeds that were chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from syrinx.app.voice_design import design_voice
from syrinx.app.voice_model import Voice
from syrinx.neural.runtime.voice_space import VoiceSpace

KINDS: Mapping[str, Mapping[str, float]] = {
    "deep man": {"gender": -1.1, "age": 0.0, "pitch": 92.0, "brightness": -0.7, "roughness": 0.0},
    "clear man": {"gender": -0.9, "age": 0.0, "pitch": 118.0, "brightness": 0.8, "roughness": 0.0},
    "young man": {"gender": -0.7, "age": -0.3, "pitch": 138.0, "brightness": 0.4, "roughness": 0.0},
    "warm woman": {"gender": 0.9, "age": 0.0, "pitch": 176.0, "brightness": -0.7, "roughness": 0.0},
    "clear woman": {"gender": 1.0, "age": 0.0, "pitch": 208.0, "brightness": 0.9, "roughness": 0.0},
    "young woman": {
        "gender": 0.9,
        "age": -0.4,
        "pitch": 236.0,
        "brightness": 0.3,
        "roughness": 0.0,
    },
    "child": {"gender": 0.2, "age": -1.1, "pitch": 270.0, "brightness": 0.3, "roughness": 0.0},
    "between": {"gender": 0.0, "age": 0.0, "pitch": 152.0, "brightness": 0.2, "roughness": 0.0},
}
"""Sliders of each kind; all are said, so that the seed decides the person alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """A voice to invent."""

    name: str
    kind: str
    seed: int
    description: str
    tags: tuple[str, ...]
    colour: str


INVENTED: tuple[Invented, ...] = (
    Invented(
        name="Bram",
        kind="deep man",
        seed=1,
        description="deep and dark, a grown man who does not exist",
        tags=("male", "deep"),
        colour="#2e4057",
    ),
    Invented(
        name="Anton",
        kind="clear man",
        seed=3,
        description="clear and bright, a man who does not exist",
        tags=("male", "bright"),
        colour="#008c95",
    ),
    Invented(
        name="Jory",
        kind="young man",
        seed=2,
        description="light and young, a man who does not exist",
        tags=("male", "young"),
        colour="#66a182",
    ),
    Invented(
        name="Lena",
        kind="warm woman",
        seed=402,
        description="warm and dark, a woman who does not exist",
        tags=("female", "warm"),
        colour="#a44a3f",
    ),
    Invented(
        name="Selma",
        kind="clear woman",
        seed=1,
        description="clear and bright, a woman who does not exist",
        tags=("female", "bright"),
        colour="#d1495b",
    ),
    Invented(
        name="Pia",
        kind="young woman",
        seed=601,
        description="high and young, a woman who does not exist",
        tags=("female", "young"),
        colour="#edae49",
    ),
    Invented(
        name="Robin",
        kind="child",
        seed=701,
        description="a child who does not exist",
        tags=("child",),
        colour="#7cb518",
    ),
    Invented(
        name="Sascha",
        kind="between",
        seed=801,
        description="neither man nor woman, nobody at all",
        tags=("androgynous",),
        colour="#8367c7",
    ),
)


def invent(recipe: Invented, space: VoiceSpace) -> Voice:
    """Design the voice as it ships."""
    voice = design_voice(recipe.name, seed=recipe.seed, space=space, **KINDS[recipe.kind])
    return replace(
        voice,
        description=recipe.description,
        tags=("invented", *recipe.tags),
        colour=recipe.colour,
        attribution="Syrinx",
        shipped=True,
    )
