"""The voicing decision: a recurrent network of 32 units over the features of the frames.

Fitted by ``python -m syrinx.training.fit_voicing`` on train speakers to the voicing of WORLD's DIO
(10 ms frames, 60 to 700 Hz), by logistic loss. One gated recurrent unit (K. Cho et al., 2014),
one output; the weights lie beside this file, float16.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError

N_FEATURES = 41
HIDDEN = 32
WEIGHTS = "pitch_voicing.npy"

Floats = NDArray[np.float32]


class _Weights(NamedTuple):
    into: Floats
    state: Floats
    into_bias: Floats
    state_bias: Floats
    output: Floats
    output_bias: float


class VoicingModel:
    """Log-odds that a frame is voiced, given its features and what was before."""

    def __init__(self) -> None:
        self._weights = _read()
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._hidden: Floats = np.zeros(HIDDEN, dtype=np.float32)

    def step(self, features: tuple[float, ...]) -> float:
        """Hear the features of the next frame (see `syrinx.dsp.pitch`), return the log-odds."""
        w, gated = self._weights, 2 * HIDDEN
        from_input = w.into @ np.asarray(features, dtype=np.float32) + w.into_bias
        from_state = w.state @ self._hidden
        gates = 0.5 + 0.5 * np.tanh(0.5 * (from_input[:gated] + from_state[:gated]))
        renew, keep = gates[:HIDDEN], gates[HIDDEN:]
        fresh = np.tanh(from_input[gated:] + renew * (from_state[gated:] + w.state_bias))
        self._hidden = fresh + keep * (self._hidden - fresh)
        return float(np.dot(w.output, self._hidden)) + w.output_bias


@cache
def _read() -> _Weights:
    with files("syrinx.dsp").joinpath(WEIGHTS).open("rb") as file:
        flat = np.load(file, allow_pickle=False).astype(np.float32)
    gates = 3 * HIDDEN
    sizes = (gates * N_FEATURES, gates * HIDDEN, gates, HIDDEN, HIDDEN, 1)
    if flat.shape != (sum(sizes),):
        raise SyrinxError(f"{WEIGHTS} does not belong to this version: reinstall Syrinx.")
    into, state, into_bias, state_bias, output, output_bias = np.split(flat, np.cumsum(sizes)[:-1])
    return _Weights(
        into=into.reshape(gates, N_FEATURES),
        state=state.reshape(gates, HIDDEN),
        into_bias=into_bias,
        state_bias=state_bias,
        output=output,
        output_bias=float(output_bias[0]),
    )
