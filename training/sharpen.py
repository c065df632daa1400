"""Sharper formants after training: what the losses on differences have blurred (ADR 0040).

The decoder's head gives a log gain per bin, linear in its last hidden layer. Moving these gains
away from their own average over frequency is linear as well, so that it can be written into the
weights of the head: no step takes longer. (A post-filter on the envelope, as in statistical
speech synthesis: Yoshimura et al. 2001, Toda and Tokuda 2007.) The gains are logarithms: the sum
of their powers grows, and a constant takes that off again. What has been blurred over time is
made up for in voiced frames, by constants of the decoder (ADR 0047).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import scipy.ndimage
import torch
from torch import Tensor

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.decoder import EMPHASIS, LOG_GAINS, N_BINS, Decoder

REACH_BINS = 8.0
"""Deviation of the average over frequency, in bins of 50 Hz: formants stand out of 400 Hz."""
SPOKEN_DBFS = -50.0
NEPERS_PER_DB = math.log(10.0) / 20.0
Inputs = tuple[Tensor, Tensor, Tensor, Tensor, Tensor]


def sharpening(strength: float, reach_bins: float = REACH_BINS) -> Tensor:
    """Matrix ``(161, 161)`` on log gains: the average plus ``strength`` times what differs."""
    if not 1.0 <= strength <= 3.0:
        raise SyrinxError(f"Spectra can be sharpened by a factor of 1 to 3, not {strength:g}.")
    average = scipy.ndimage.gaussian_filter1d(np.eye(N_BINS), reach_bins, axis=0, mode="nearest")
    matrix = strength * np.eye(N_BINS) + (1.0 - strength) * average
    return torch.from_numpy(matrix.astype(np.float32))


def unsharpen_head(decoder: Decoder, strength: float, reach_bins: float = REACH_BINS) -> None:
    """Take :func:`sharpen_head` back, but for the constant: to train on from a model that ships."""
    _move(decoder, torch.linalg.inv(sharpening(strength, reach_bins).double()).float())


def sharpen_head(decoder: Decoder, strength: float, heard: Iterable[Inputs]) -> float:
    """Sharpen the gains of ``decoder`` in place, at the same loudness.

    Parameters
    ----------
    strength
        1 (nothing) to 3.
    heard
        Inputs of ``decoder.forward``, by which the loudness is compared.

    Returns
    -------
    float
        The change of loudness in dB that was taken off.
    """
    matrix, heard = sharpening(strength), list(heard)
    before = _levels_db(decoder, heard)
    _move(decoder, matrix)
    return _take_off(decoder, decoder.head.bias, heard, before)


def emphasise(
    decoder: Decoder, strength: float, less_noise_db: float, heard: Iterable[Inputs]
) -> float:
    """Let the gains of voiced frames vary more over time, with less noise, at the same loudness.

    Every bin's log gain moves away from its average over voiced speech: what a loss on differences
    has blurred over time is made up for, as the variance over the utterance is in statistical
    speech synthesis (Toda and Tokuda 2007). Sets the constants of the decoder (ADR 0047).

    Parameters
    ----------
    strength
        1 (nothing) to 2.
    less_noise_db
        What is taken off the noise of voiced frames; above 4 kHz, where voiced fricatives have
        theirs, a quarter of it.
    heard
        Inputs of ``decoder.forward``: of them the average is taken, by them the loudness kept.

    Returns
    -------
    float
        The change of loudness in dB that was taken off.
    """
    if not 1.0 <= strength <= 2.0:
        raise SyrinxError(f"Gains can vary 1 to 2 times as much, not {strength:g}.")
    heard = list(heard)
    clear_emphasis(decoder)
    before, mean = _levels_db(decoder, heard), _voiced_mean(decoder, heard)
    for rows in LOG_GAINS:
        decoder.voiced_slope[rows] = strength - 1.0
        decoder.voiced_offset[rows] = (1.0 - strength) * mean[rows]
    decoder.voiced_offset[2 * N_BINS :] -= less_noise_db * NEPERS_PER_DB * _noise_share()
    return _take_off(decoder, decoder.voiced_offset, heard, before)


def _take_off(
    decoder: Decoder, constants: Tensor, heard: Sequence[Inputs], before_db: np.ndarray
) -> float:
    """Bring ``decoder`` back to the levels ``before_db`` by ``constants (483,)``; return the dB."""
    total = 0.0
    for _ in range(3 if heard else 0):  # gains are limited, so once need not be enough
        louder = float(np.median(_levels_db(decoder, heard) - before_db))
        with torch.no_grad():
            for rows in LOG_GAINS:
                constants[rows] -= louder * NEPERS_PER_DB
        total += louder
    return total


def _noise_share() -> Tensor:
    """How much of ``less_noise_db`` each bin ``(161,)`` gets."""
    share = np.interp(np.linspace(0.0, 8000.0, N_BINS), (3500.0, 4500.0), (1.0, 0.25))
    return torch.from_numpy(share.astype(np.float32))


def clear_emphasis(decoder: Decoder) -> None:
    """Take :func:`emphasise` back."""
    for name in EMPHASIS:
        decoder.get_buffer(name).zero_()


def _voiced_mean(decoder: Decoder, heard: Iterable[Inputs]) -> Tensor:
    """Average ``(483,)`` of what the head says in voiced frames of speech."""
    seen: list[Tensor] = []
    hook = decoder.head.register_forward_hook(lambda _module, _given, made: seen.append(made))
    total, count = torch.zeros(3 * N_BINS), torch.zeros(())
    try:
        with torch.no_grad():
            for content, f0_hz, loudness_db, speaker, noise in heard:
                decoder(content, f0_hz, loudness_db, speaker, noise)
                spoken = ((f0_hz > 0) & (loudness_db > SPOKEN_DBFS)).float().transpose(1, 2)
                total += (seen.pop() * spoken).sum(dim=(0, 1))
                count += spoken.sum()
    finally:
        hook.remove()
    return total / count.clamp(min=1.0)


def _move(decoder: Decoder, matrix: Tensor) -> None:
    with torch.no_grad():
        for rows in LOG_GAINS:
            decoder.head.weight[rows] = matrix @ decoder.head.weight[rows]
            decoder.head.bias[rows] = matrix @ decoder.head.bias[rows]


def _levels_db(decoder: Decoder, heard: Iterable[Inputs]) -> np.ndarray:
    with torch.no_grad():
        power = [float(decoder(*inputs).square().mean()) for inputs in heard]
    return 10.0 * np.log10(np.array(power) + 1e-12)
