"""Whole-word hidden Markov models with Gaussian mixtures on cepstra, in numpy.

The recogniser of the 1980s (Rabiner 1989; Young et al. 2006): states in a row, each stays or goes
on, each emits cepstra with their first and second differences by a mixture of Gaussians with
diagonal covariances. Estimated by Baum-Welch over all clips of a word at once; mixtures grow by
splitting. Silence around a clip is cut off by its level, so that words alone are modelled.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import numpy as np
import scipy.fft
from numpy.typing import NDArray
from scipy.special import logsumexp

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.mel import hann_window, mel_filterbank
from syrinx.training.align import loud_frames
from syrinx.training.data import HOP_LENGTH, SAMPLE_RATE

WIN_LENGTH, N_FFT, N_MELS, N_CEPSTRA = 400, 512, 26, 13
FMIN_HZ, FMAX_HZ = 100.0, 3_800.0
MARGIN_FRAMES = 3
FLOOR = 0.05
"""Of the variance of all frames together: no Gaussian is narrower."""
SPLIT = 0.2
Floats = NDArray[np.float64]


def _filterbank(warp: float) -> Floats:
    """Mel filters whose frequencies are ``warp`` times as high: another length of vocal tract."""
    return mel_filterbank(
        sample_rate=SAMPLE_RATE,
        n_fft=N_FFT,
        n_mels=N_MELS,
        fmin_hz=FMIN_HZ * warp,
        fmax_hz=min(FMAX_HZ * warp, SAMPLE_RATE / 2),
    ).astype(np.float64)


def cepstra(audio: NDArray[np.float32], *, warp: float = 1.0) -> Floats:
    """Cepstra of a word with differences, ``(T, 39)``; its mean and the silence are taken out.

    Parameters
    ----------
    audio
        ``(n_samples,)`` at 16 kHz.
    warp
        0.9 makes a voice sound as from a longer vocal tract, 1.1 from a shorter one.
    """
    loud = np.flatnonzero(loud_frames(audio))
    first = max(0, int(loud[0]) - MARGIN_FRAMES) if len(loud) else 0
    last = int(loud[-1]) + MARGIN_FRAMES if len(loud) else 1
    piece = audio[first * HOP_LENGTH : last * HOP_LENGTH + WIN_LENGTH].astype(np.float64)
    piece = np.pad(piece, (0, max(0, WIN_LENGTH + 8 * HOP_LENGTH - len(piece))))
    piece = np.append(piece[0], piece[1:] - 0.97 * piece[:-1])
    frames = np.lib.stride_tricks.sliding_window_view(piece, WIN_LENGTH)[::HOP_LENGTH]
    power = np.abs(np.fft.rfft(frames * hann_window(WIN_LENGTH), N_FFT)) ** 2
    mel = np.log(power @ _filterbank(warp).T + 1e-10 * max(1e-9, float(power.max())))
    static = scipy.fft.dct(mel, norm="ortho", axis=1)[:, :N_CEPSTRA]
    static -= static.mean(axis=0)
    delta = _slope(static)
    return np.concatenate([static, 3.0 * delta, 6.0 * _slope(delta)], axis=1)


def _slope(values: Floats) -> Floats:
    """Regression over five frames."""
    padded = np.pad(values, ((2, 2), (0, 0)), mode="edge")
    n = len(values)
    return (2 * (padded[4 : 4 + n] - padded[:n]) + padded[3 : 3 + n] - padded[1 : 1 + n]) / 10


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WordHmm:
    """The model of one word: ``mean, variance (S, M, D)``, ``weight (S, M)``, ``stay (S,)``."""

    mean: Floats
    variance: Floats
    weight: Floats
    stay: Floats

    @property
    def n_states(self) -> int:
        """States in the row."""
        return len(self.stay)

    def components(self, frames: Floats) -> Floats:
        """Log densities ``(T, S, M)`` of frames ``(T, D)``, weights included."""
        states, mixtures, size = self.mean.shape
        mean = self.mean.reshape(-1, size)
        precision = 1.0 / self.variance.reshape(-1, size)
        distance = frames**2 @ precision.T - 2.0 * frames @ (mean * precision).T
        distance += (mean**2 * precision).sum(axis=1)
        scale = np.log(2 * np.pi * self.variance).sum(axis=2)
        density = -0.5 * (distance.reshape(-1, states, mixtures) + scale)
        return density + np.log(self.weight)

    def score(self, frames: Floats) -> float:
        """Log likelihood of the best way through the states, per frame."""
        emissions = logsumexp(self.components(frames), axis=2)
        stay, move = np.log(self.stay), np.log(1.0 - self.stay)
        now = np.full(self.n_states, -np.inf)
        now[0] = emissions[0, 0]
        for row in emissions[1:]:
            come = np.concatenate([[-np.inf], now[:-1] + move[:-1]])
            now = np.maximum(now + stay, come) + row
        return float(now[-1]) / len(frames)


def started(clips: Sequence[Floats], n_states: int, floor: Floats) -> WordHmm:
    """A model with one Gaussian a state, from clips cut into equal parts.

    Raises
    ------
    SyrinxError
        No clip is as long as the states.
    """
    usable = [clip for clip in clips if len(clip) >= n_states]
    if not usable:
        raise SyrinxError(f"No example is as long as {n_states} states of 10 ms: use fewer states.")
    parts = [np.array_split(clip, n_states) for clip in usable]
    groups = [np.concatenate([part[state] for part in parts]) for state in range(n_states)]
    frames = np.array([len(group) / len(usable) for group in groups])
    return WordHmm(
        mean=np.stack([group.mean(axis=0) for group in groups])[:, None],
        variance=np.stack([np.maximum(group.var(axis=0), floor) for group in groups])[:, None],
        weight=np.ones((n_states, 1)),
        stay=np.clip(1.0 - 1.0 / np.maximum(frames, 1.05), 0.05, 0.98),
    )


def split(model: WordHmm) -> WordHmm:
    """Twice as many Gaussians: each becomes two, a fifth of a deviation to either side."""
    step = SPLIT * np.sqrt(model.variance)
    return WordHmm(
        mean=np.concatenate([model.mean - step, model.mean + step], axis=1),
        variance=np.concatenate([model.variance] * 2, axis=1),
        weight=np.concatenate([model.weight / 2] * 2, axis=1),
        stay=model.stay,
    )


def improved(model: WordHmm, clips: Sequence[Floats], floor: Floats) -> tuple[WordHmm, float]:
    """One round of Baum-Welch; also the log likelihood per frame before it.

    Clips shorter than the row of states cannot have come from it and are left out.
    """
    clips = [clip for clip in clips if len(clip) >= model.n_states]
    frames = np.concatenate(clips)
    parts = model.components(frames)
    emissions = logsumexp(parts, axis=2)
    occupied, stayed, total = _occupancy(model, emissions, [len(clip) for clip in clips])
    share = occupied[..., None] * np.exp(parts - emissions[..., None])  # (T, S, M)
    count = share.sum(axis=0) + 1e-9
    flat = share.reshape(len(frames), -1)
    shape = model.mean.shape
    mean = (flat.T @ frames).reshape(shape) / count[..., None]
    square = (flat.T @ frames**2).reshape(shape) / count[..., None]
    known = count > 2.0  # a Gaussian that nothing belongs to stays what it was
    variance = np.maximum(square - mean**2, floor)
    weight = np.maximum(count, 1e-3)
    return (
        WordHmm(
            mean=np.where(known[..., None], mean, model.mean),
            variance=np.where(known[..., None], variance, model.variance),
            weight=weight / weight.sum(axis=1, keepdims=True),
            stay=np.clip(stayed / np.maximum(occupied.sum(axis=0), 1e-9), 0.05, 0.98),
        ),
        total / len(frames),
    )


def _occupancy(
    model: WordHmm, emissions: Floats, lengths: Sequence[int]
) -> tuple[Floats, Floats, float]:
    """Forward and backward over all clips side by side.

    Returns the probability of each state in each frame ``(T, S)``, how often each state stayed
    ``(S,)``, and the log likelihood of everything.
    """
    n, states, longest = len(lengths), model.n_states, max(lengths)
    stay, move = np.log(model.stay), np.log(1.0 - model.stay)
    grid = np.full((longest, n, states), -np.inf)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    for clip, length in enumerate(lengths):
        grid[:length, clip] = emissions[starts[clip] : starts[clip] + length]
    size = np.array(lengths)
    forward = np.full((longest, n, states), -np.inf)
    forward[0, :, 0] = grid[0, :, 0]
    for t in range(1, longest):
        come = np.full((n, states), -np.inf)
        come[:, 1:] = forward[t - 1, :, :-1] + move[:-1]
        forward[t] = np.logaddexp(forward[t - 1] + stay, come) + grid[t]
    backward = np.full((longest, n, states), -np.inf)
    for t in range(longest - 1, -1, -1):
        if t + 1 < longest:
            after = backward[t + 1] + grid[t + 1]
            go = np.full((n, states), -np.inf)
            go[:, :-1] = after[:, 1:] + move[:-1]
            backward[t] = np.logaddexp(after + stay, go)
        backward[t, size - 1 == t] = np.append(np.full(states - 1, -np.inf), 0.0)
    total = forward[size - 1, np.arange(n), -1]
    inside = np.exp(forward + backward - total[:, None])
    both = forward[:-1] + stay + grid[1:] + backward[1:] - total[:, None]
    stayed = np.exp(np.where(np.isfinite(both), both, -np.inf)).sum(axis=(0, 1))
    occupied = np.concatenate([inside[:length, clip] for clip, length in enumerate(lengths)])
    return occupied, stayed, float(total.sum())


def floor_of(clips: Sequence[Floats]) -> Floats:
    """Smallest variance of each coefficient that a Gaussian may have, ``(D,)``."""
    return FLOOR * np.concatenate(list(clips)).var(axis=0) + 1e-6


def recognised(models: Mapping[str, WordHmm], frames: Floats) -> str:
    """The word whose model explains the frames best."""
    scores = {word: model.score(frames) for word, model in models.items()}
    return max(scores, key=lambda word: scores[word])
