"""The contract of every live block processor (numpy, one channel).

A processor turns ``audio`` of shape ``(n_samples,)``, float32, nominally in [-1, 1], into as many
samples, delayed by a constant ``latency``. ``Chain`` and the other adapters (``adapters.py``)
rely on nothing else.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Audio = NDArray[np.float32]


@runtime_checkable
class Processor(Protocol):
    """A causal block processor with a constant delay.

    Attributes
    ----------
    sample_rate
        Rate of input and output in Hz.
    block_size
        ``process`` takes any positive multiple of it. 1 means: any length.
    latency
        Constant delay in samples: what enters at index ``n`` leaves at index ``n + latency``.
    """

    @property
    def sample_rate(self) -> int: ...

    @property
    def block_size(self) -> int: ...

    @property
    def latency(self) -> int: ...

    def reset(self) -> None:
        """Forget the past: the next output equals that of a new instance."""
        ...

    def process(self, block: Audio) -> Audio:
        """Process ``block`` of shape ``(n,)``; return a new array of shape ``(n,)``, float32.

        The result does not depend on how the signal is split into blocks. NaN and infinities
        in the input are replaced by 0 at the chain's entry and never stay in the state.
        """
        ...
