"""Fit the voicing decision of the live F0 estimator (`syrinx.dsp.pitch_voicing`).

``python -m syrinx.training.fit_voicing`` reads train speakers of the speech cache, labels them with
WORLD's DIO, fits the network and writes its weights to ``dsp/pitch_voicing.npy``.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

from syrinx.dsp.pitch import StreamingF0
from syrinx.dsp.pitch_voicing import HIDDEN, N_FEATURES, WEIGHTS
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache
from syrinx.training.data import HOP_LENGTH as HOP
from syrinx.training.metrics.live_f0 import FMAX_HZ, segments
from syrinx.training.metrics.prosody import world_f0

Sequence2 = tuple[NDArray[np.float32], NDArray[np.float32]]
MIN_FRAMES = 6
MADE_UP = 300
NOISE = 0.05  # of a feature's spread, added while fitting


def made_up_vowels(count: int, seed: int) -> Iterator[NDArray[np.float32]]:
    """Yield 2 s each of harmonics under three random formants, 62 to 650 Hz, between silences.

    Speech has few frames at either end of the range: without these, a steady vowel at 65 Hz was
    called unvoiced by one fit and voiced by the next.
    """
    rng = np.random.default_rng(seed)
    time = np.arange(2 * SAMPLE_RATE) / SAMPLE_RATE
    for _ in range(count):
        start_hz = float(np.exp(rng.uniform(np.log(62.0), np.log(650.0))))
        track = start_hz * 2.0 ** (rng.uniform(-2.0, 2.0) / 12.0 * time / time[-1])
        track = np.clip(track, 62.0, 680.0)
        phase = 2.0 * np.pi * np.cumsum(track) / SAMPLE_RATE
        formants = np.sort(rng.uniform((250.0, 700.0, 2000.0), (850.0, 2500.0, 3500.0)))
        audio = np.zeros_like(time)
        for order in range(1, int(7000.0 / track.max()) + 1):
            hz = order * start_hz
            peaks = 1.0 / (1.0 + ((hz - formants) / (0.06 * formants + 40.0)) ** 2)
            audio += (0.02 + peaks.sum()) / order**0.5 * np.cos(order * phase)
        audio *= 10.0 ** (rng.uniform(-40.0, -12.0) / 20.0) / np.sqrt(np.mean(audio**2))
        on, off = rng.uniform(0.1, 0.4), rng.uniform(1.5, 1.9)
        audio *= np.clip((time - on) / 0.02, 0.0, 1.0) * np.clip((off - time) / 0.02, 0.0, 1.0)
        noise = 10.0 ** (rng.uniform(-75.0, -50.0) / 20.0) * rng.standard_normal(time.shape[0])
        yield (audio + noise).astype(np.float32)


def labelled(audio: NDArray[np.float32]) -> Sequence2:
    """Features ``(n, N_FEATURES)`` and DIO's voicing ``(n,)`` of the frames with a candidate."""
    reference = world_f0(audio, fmax_hz=FMAX_HZ)
    estimator = StreamingF0(sample_rate=SAMPLE_RATE, hop_length=HOP)
    lag = estimator.delay_samples // HOP
    padded = np.zeros((reference.shape[0] + lag) * HOP, dtype=np.float32)
    used = min(padded.shape[0], audio.shape[0])
    padded[:used] = audio[:used]
    features, labels = [], []
    for index, hop in enumerate(padded.reshape(-1, HOP)):
        estimator.process(hop)
        frame = index + 1 - lag
        if frame >= 0 and frame < reference.shape[0] and estimator.features:
            features.append(estimator.features)
            labels.append(reference[frame] > 0)
    shape = (len(features), N_FEATURES)
    return (
        np.asarray(features, dtype=np.float32).reshape(shape),
        np.asarray(labels, dtype=np.float32),
    )


def batches(
    data: Sequence[Sequence2], rng: np.random.Generator, size: int
) -> Iterator[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    """Padded features, labels and masks; sequences of similar length together, in random order."""
    by_length = np.argsort([labels.shape[0] for _, labels in data], kind="stable")
    starts = np.arange(0, len(data), size)
    for start in rng.permutation(starts):
        chosen = [data[int(index)] for index in by_length[start : start + size]]
        longest = max(labels.shape[0] for _, labels in chosen)
        features = torch.zeros(len(chosen), longest, N_FEATURES)
        labels = torch.zeros(len(chosen), longest)
        mask = torch.zeros(len(chosen), longest)
        for row, (x, y) in enumerate(chosen):
            features[row, : x.shape[0]] = torch.from_numpy(x)
            labels[row, : y.shape[0]] = torch.from_numpy(y)
            mask[row, : y.shape[0]] = 1.0
        yield features, labels, mask


def fit(data: Sequence[Sequence2], *, epochs: int, seed: int = 0) -> NDArray[np.float32]:
    """Fit the network; return its weights in the order that `VoicingModel` reads."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    everything = np.concatenate([features for features, _ in data])
    mean, spread = everything.mean(axis=0), everything.std(axis=0) + 1e-6
    scaled = [((features - mean) / spread, labels) for features, labels in data]
    unit, head = nn.GRU(N_FEATURES, HIDDEN, batch_first=True), nn.Linear(HIDDEN, 1)
    weights = [*unit.parameters(), *head.parameters()]
    optimizer = torch.optim.AdamW(weights, lr=4e-3, weight_decay=1e-3)
    size = 48
    steps = epochs * (len(data) // size + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 6e-3, steps)
    for epoch in range(epochs):
        wrong = total = 0.0
        for features, labels, mask in batches(scaled, rng, size):
            noisy = features + NOISE * torch.randn_like(features)
            odds = head(unit(noisy)[0])[..., 0]
            loss = binary_cross_entropy_with_logits(odds, labels, weight=mask, reduction="sum")
            optimizer.zero_grad()
            (loss / mask.sum()).backward()
            nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            schedule.step()
            wrong += float((((odds > 0).float() != labels) * mask).sum())
            total += float(mask.sum())
        print(f"epoch {epoch + 1}/{epochs}: {100 * wrong / total:.2f} % wrong", flush=True)
    state = {name: value.detach().numpy() for name, value in unit.state_dict().items()}
    into = state["weight_ih_l0"] / spread
    bias_in = state["bias_ih_l0"] - into @ mean
    bias_state = state["bias_hh_l0"]
    gates = 2 * HIDDEN
    parts = (
        into.ravel(),
        state["weight_hh_l0"].ravel(),
        bias_in[:gates] + bias_state[:gates],
        bias_in[gates:],
        bias_state[gates:],
        head.weight.detach().numpy()[0],
        head.bias.detach().numpy(),
    )
    return np.concatenate(parts).astype(np.float32)


def main(arguments: list[str] | None = None) -> int:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m syrinx.training.fit_voicing")
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--minutes", type=float, default=20.0, help="of each corpus")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--out", type=Path, default=Path("dsp") / WEIGHTS)
    parser.add_argument("--jobs", type=int, default=4)
    options = parser.parse_args(arguments)
    cache = SpeechCache(options.cache)
    found = segments(cache, split="train", per_corpus=5000, seed=7, minutes=options.minutes)
    heard = itertools.chain((audio for _, audio in found), made_up_vowels(MADE_UP, seed=3))
    with ProcessPoolExecutor(options.jobs) as pool:
        data = list(pool.map(labelled, heard, chunksize=8))
    data = [pair for pair in data if pair[1].shape[0] >= MIN_FRAMES]
    weights = fit(data, epochs=options.epochs)
    np.save(options.out, weights.astype("<f2"))
    print(options.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
