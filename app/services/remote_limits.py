"""Who answers the remote control, and how much one may ask of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Protocol


class Desk(Protocol):
    """Who answers messages."""

    def answer(self, session: object, message: dict[str, Any]) -> Any:
        """Do what a message asks for. Raises SyrinxError with the sentence that is sent back."""

    def leave(self, session: object) -> None:
        """A client has gone: let go of what it held."""


class Allowance:
    """So many a second, with some in reserve.

    Parameters
    ----------
    rate, burst
        Per second; at once.
    clock
        Seconds from any start.
    """

    def __init__(
        self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._left, self._seen = burst, clock()

    def take(self) -> bool:
        """Use one up; False when there is none."""
        now = self._clock()
        self._left = min(self._burst, self._left + (now - self._seen) * self._rate)
        self._seen = now
        if self._left < 1.0:
            return False
        self._left -= 1.0
        return True
