"""One check for every number that a message carries."""

from __future__ import annotations

import math

from syrinx.dsp.errors import SyrinxError


def check(name: str, value: float, low: float, high: float, unit: str) -> None:
    """Raise SyrinxError unless ``value`` is a finite number from ``low`` to ``high``."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise SyrinxError(f"The {name} must be a number, not {value!r}.")
    if not math.isfinite(value) or not low <= value <= high:
        if unit:
            raise SyrinxError(
                f"The {name} must lie between {low:g} and {high:g} {unit}, not {value}."
            )
        raise SyrinxError(f"The {name} must lie between {low:g} and {high:g}, not {value}.")
