"""Takes that turn out to be another person's once enough others are there to tell."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from syrinx.app.clone.likeness import odd_ones, reference_of
from syrinx.app.clone.project import CloneProject

FROM_TAKES = 3
LEAST = 0.44
"""Likeness of a take to several others (`TakeLimits.likeness`, docs/measurements/takes.md)."""
PROBLEM = "Beside the later takes this sounds like another person: record it again, or delete it."


def put_odd_aside(project: CloneProject) -> CloneProject:
    """Return the project without the takes in use that are unlike the rest.

    The first takes are compared with one or two others, which is little to judge by. The statement
    of consent counts as one more voice; it is never put aside.
    """
    heard = [take for take in project.accepted if take.embedding]
    if len(heard) < FROM_TAKES:
        return project
    voices = [(take.embedding, take.measures.get("f0_median_hz", 0.0)) for take in heard]
    if project.consent is not None and project.consent.embedding:
        voices.append((project.consent.embedding, project.consent.f0_hz))
    reference = reference_of(
        [np.asarray(embedding, np.float32) for embedding, _ in voices], [hz for _, hz in voices]
    )
    odd = {heard[index].file for index in odd_ones(reference, LEAST) if index < len(heard)}
    if not odd:
        return project
    takes = tuple(
        replace(take, accepted=False, problems=(PROBLEM,)) if take.file in odd else take
        for take in project.takes
    )
    return replace(project, takes=takes)
