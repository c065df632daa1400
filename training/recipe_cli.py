"""The command line of a recipe, made from its settings: one option per field."""

from __future__ import annotations

import argparse
import dataclasses
import sys
import typing
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import UnionType
from typing import Any

from syrinx.training.fit import FitEvent


def recipe_main(
    argv: Sequence[str] | None,
    name: str,
    description: str,
    recipe_class: type,
    run: Callable[[Any], Iterable[FitEvent]],
) -> int:
    """Parse ``argv`` into a ``recipe_class``, run it and print its events; return 0."""
    parser = argparse.ArgumentParser(prog=f"syrinx train {name}", description=description)
    kinds = typing.get_type_hints(recipe_class)
    for field in dataclasses.fields(recipe_class):
        parser.add_argument(
            f"--{field.name.replace('_', '-')}",
            type=_plain_type(kinds[field.name]),
            default=field.default,
            help="default: %(default)s",
        )
    recipe = recipe_class(**vars(parser.parse_args(argv)))
    for event in run(recipe):
        figures = " ".join(f"{key}={value:.4g}" for key, value in event.figures.items())
        print(f"{event.kind} {event.step} {event.elapsed_s:.0f}s {figures}", file=sys.stderr)
    return 0


def _plain_type(kind: Any) -> Callable[[str], Any]:
    """The type to parse with: ``Path | None`` is read as a path."""
    if isinstance(kind, UnionType):
        kind = next(k for k in typing.get_args(kind) if k is not type(None))
    return Path if kind is Path else typing.cast(Callable[[str], Any], kind)
