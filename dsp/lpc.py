"""Linear prediction of frames by Burg's method, and the resonances of the predictor.

Burg's recursion (J. P. Burg, *Maximum entropy spectral analysis*, 1967) minimises the forward and
the backward error together: the filter is stable whatever the frame, and short frames are
resolved better than by the autocorrelation. All frames are computed side by side.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def burg(frames: NDArray[np.floating], order: int) -> tuple[Floats, Floats]:
    """Fit an all-pole filter of ``order`` to each frame.

    Parameters
    ----------
    frames
        Shape ``(n_frames, n_samples)``, windowed.
    order
        Number of poles, less than the samples of a frame.

    Returns
    -------
    tuple
        Coefficients ``(n_frames, order + 1)`` of ``A(z)``, the first of which is 1, and the mean
        squared error ``(n_frames,)``. A silent frame has zeros behind the 1.
    """
    frames = np.asarray(frames, dtype=np.float64)
    coefficients = np.zeros((frames.shape[0], order + 1))
    coefficients[:, 0] = 1.0
    error = np.mean(frames**2, axis=1)
    forward, backward = frames[:, 1:], frames[:, :-1]
    for step in range(1, order + 1):
        power = np.einsum("ij,ij->i", forward, forward) + np.einsum("ij,ij->i", backward, backward)
        cross = np.einsum("ij,ij->i", forward, backward)
        reflection = -2.0 * cross / np.maximum(power, 1e-30)
        head = coefficients[:, : step + 1]
        coefficients[:, : step + 1] = head + reflection[:, None] * head[:, ::-1]
        error = error * (1.0 - reflection**2)
        if step < order:
            column = reflection[:, None]
            forward, backward = (
                (forward + column * backward)[:, 1:],
                (backward + column * forward)[:, :-1],
            )
    return coefficients, error


def resonances(coefficients: Floats, sample_rate: float) -> tuple[Floats, Floats]:
    """Return frequency and bandwidth of the complex pole pairs of each filter.

    Parameters
    ----------
    coefficients
        Of `burg`, ``(n_frames, order + 1)``.
    sample_rate
        Hz.

    Returns
    -------
    tuple
        Frequencies ascending and bandwidths (-3 dB) in Hz, each ``(n_frames, order // 2)``; NaN
        behind the last one.
    """
    count, order = coefficients.shape[0], coefficients.shape[1] - 1
    companion = np.zeros((count, order, order))
    companion[:, 0, :] = -coefficients[:, 1:]
    companion[:, np.arange(1, order), np.arange(order - 1)] = 1.0
    poles = np.linalg.eigvals(companion)
    angle = np.angle(poles)
    upper = angle > 1e-6
    upper &= angle < np.pi - 1e-6
    hz = np.where(upper, angle * (sample_rate / (2.0 * np.pi)), np.nan)
    radius = np.maximum(np.abs(poles), 1e-12)
    width = np.where(upper, -np.log(radius) * (sample_rate / np.pi), np.nan)
    rank = np.argsort(hz, axis=1)[:, : order // 2]  # NaN last
    return np.take_along_axis(hz, rank, axis=1), np.take_along_axis(width, rank, axis=1)
