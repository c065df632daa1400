"""Fit the voicing decision of the live F0 estimator (`syrinx.dsp.pitch_voicing`).

``python -m syrinx.training.fit_voicing FOLDER`` reads train speakers of the corpus in FOLDER (see
`syrinx.training.evaluate_f0`), labels them with WORLD's DIO, fits the network and prints its
weights as the base64 text that ``dsp/pitch_voicing.py`` holds.
"""

from __future__ import annotations

import argparse
import base64
import textwrap
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

from syrinx.dsp.pitch import StreamingF0
from syrinx.dsp.pitch_voicing import HIDDEN, N_FEATURES
from syrinx.training.evaluate_f0 import HOP, SAMPLE_RATE, segments, world_f0

Sequence2 = tuple[NDArray[np.float32], NDArray[np.float32]]
MIN_FRAMES = 6
NOISE = 0.05  # of a feature's spread, added while fitting


def labelled(audio: NDArray[np.float32]) -> Sequence2:
    """Features ``(n, N_FEATURES)`` and DIO's voicing ``(n,)`` of the frames with a candidate."""
    reference = world_f0(audio, "dio")
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
    data: Sequence[Sequence2], order: NDArray[np.int64], size: int
) -> Iterator[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    """Padded features, labels and masks."""
    for start in range(0, len(order), size):
        chosen = [data[int(index)] for index in order[start : start + size]]
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
    size = 32
    steps = epochs * (len(data) // size + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 6e-3, steps)
    for epoch in range(epochs):
        wrong = total = 0.0
        for features, labels, mask in batches(scaled, rng.permutation(len(data)), size):
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
    """Fit and print."""
    parser = argparse.ArgumentParser(prog="python -m syrinx.training.fit_voicing")
    parser.add_argument("folder", type=Path, help="folder with manifest.tsv")
    parser.add_argument("--minutes", type=float, default=14.0, help="of each corpus")
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--jobs", type=int, default=4)
    options = parser.parse_args(arguments)
    found = segments(
        options.folder, split="train", per_corpus=5000, seed=7, minutes=options.minutes
    )
    with ProcessPoolExecutor(options.jobs) as pool:
        data = list(pool.map(labelled, (audio for _, audio in found), chunksize=8))
    data = [pair for pair in data if pair[1].shape[0] >= MIN_FRAMES]
    weights = fit(data, epochs=options.epochs)
    text = base64.b64encode(weights.astype("<f2").tobytes()).decode()
    print("\n".join(f'    "{line}"' for line in textwrap.wrap(text, 92)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
