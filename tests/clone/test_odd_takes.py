"""Takes of another person are found once enough others are there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from syrinx.app.clone.odd_takes import LEAST, PROBLEM, put_odd_aside
from syrinx.app.clone.project import CloneProject, Consent, Take
from syrinx.app.clone.takes import TakeLimits


def embedding(speaker: int, seed: int) -> tuple[float, ...]:
    """A unit vector near a speaker's: cosine 0.7 or so between two of one speaker."""
    own = np.random.default_rng(speaker).standard_normal(192)
    noise = np.random.default_rng(1000 + seed).standard_normal(192)
    value = own / np.linalg.norm(own) + 0.65 * noise / np.linalg.norm(noise)
    return tuple(float(x) for x in value / np.linalg.norm(value))


def project(*speakers: int, consent: int | None = None) -> CloneProject:
    takes = tuple(
        Take(file=f"take-{i:03d}.wav", seconds=4.0, accepted=True, embedding=embedding(s, i))
        for i, s in enumerate(speakers, 1)
    )
    read = None
    if consent is not None:
        read = Consent(
            statement="I agree.", date="2026-11-22", file="consent.wav", seconds=9.0,
            embedding=embedding(consent, 99),
        )  # fmt: skip
    return CloneProject(id="ada", name="Ada", takes=takes, consent=read)


def test_the_limit_is_that_of_the_check() -> None:
    assert TakeLimits().likeness == LEAST


def test_the_stranger_among_the_first_takes_is_put_aside() -> None:
    changed = put_odd_aside(project(2, 1, 1, 1, consent=1))
    assert [take.accepted for take in changed.takes] == [False, True, True, True]
    assert changed.takes[0].problems == (PROBLEM,)


def test_one_voice_stays_whole() -> None:
    before = project(1, 1, 1, 1, 1, consent=1)
    assert put_odd_aside(before) is before


def test_two_takes_are_too_few_to_tell() -> None:
    before = project(1, 2)
    assert put_odd_aside(before) is before


def test_the_statement_is_never_put_aside() -> None:
    before = project(1, 1, 1, consent=2)
    assert all(take.accepted for take in put_odd_aside(before).takes)


def test_what_was_sent_back_does_not_count() -> None:
    before = project(2, 2, 2, 1, 1, 1)
    takes = tuple(replace(t, accepted=i > 2) for i, t in enumerate(before.takes))
    changed = put_odd_aside(replace(before, takes=takes))
    assert [take.accepted for take in changed.takes] == [False] * 3 + [True] * 3
