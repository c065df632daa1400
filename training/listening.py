"""What an evaluation asks of a recogniser: the program's own protocol, seen from here.

``training`` cannot import ``app``; the program hands such an object over (`Studio.recognizer`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class HeardWord(Protocol):
    """A word that was understood; times in seconds."""

    @property
    def text(self) -> str: ...

    @property
    def start_s(self) -> float: ...

    @property
    def end_s(self) -> float: ...


class HeardSegment(Protocol):
    """Words that are final."""

    @property
    def words(self) -> Sequence[HeardWord]: ...

    @property
    def text(self) -> str: ...


class ListeningStream(Protocol):
    """One recording on its way through a recogniser."""

    @property
    def partial(self) -> str: ...

    def accept(self, audio: NDArray[np.float32]) -> Sequence[HeardSegment]: ...

    def finish(self) -> Sequence[HeardSegment]: ...


class Listening(Protocol):
    """A recogniser that is loaded."""

    @property
    def name(self) -> str: ...

    @property
    def sample_rate(self) -> int: ...

    def stream(self) -> ListeningStream: ...
