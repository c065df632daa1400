"""Units of the text front end in time: which frames each ARPAbet phone of a take lasts.

The aligner (ADR 0034) knows the phones of espeak-ng. In a first pass each ARPAbet phone scores as
the sum of those that may be it. Some of espeak's stand for two of ours ("ar" is one sound there),
so a small network learns the phones anew from content frames, without those frames, and aligns a
second time: the boundaries then lie where the content changes, which is what durations are for.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import nn

from syrinx.neural.runtime.text.units import CONSONANTS, VOWELS
from syrinx.training.hmm import PhoneChain, best_path

FloatArray = NDArray[np.float32]
PHONES = (*CONSONANTS, *VOWELS)
"""Class ``i`` is ``PHONES[i - 1]``; 0 is silence."""
CLASSES = {phone: i for i, phone in enumerate(PHONES, start=1)}
PRIOR_WEIGHT = 0.7
CONTEXT = 4
_ESPEAK = {
    "AA": "ɑː ɑ ɑːɹ a ɔː", "AE": "æ a ɐ", "AH": "ʌ ə ɐ ᵻ əl", "AO": "ɔː ɔːɹ oːɹ ɔ oː ɑː",
    "AW": "aʊ", "AY": "aɪ aɪə", "EH": "ɛ ɛɹ ɛː", "ER": "ɚ ɜː ɜ ɹ", "EY": "eɪ eː", "IH": "ɪ ᵻ ɪɹ i",
    "IY": "iː i iə ɪɹ", "OW": "oʊ oː", "OY": "ɔɪ ɔø", "UH": "ʊ ʊɹ", "UW": "uː y yː",
    "B": "b", "CH": "tʃ", "D": "d ɾ", "DH": "ð", "F": "f", "G": "ɡ", "HH": "h ç x", "JH": "dʒ",
    "K": "k x", "L": "l əl", "M": "m", "N": "n", "NG": "ŋ", "P": "p",
    "R": "ɹ r ɑːɹ ɔːɹ oːɹ ɛɹ ɪɹ ʊɹ ɚ", "S": "s ts", "SH": "ʃ", "T": "t ɾ ts", "TH": "θ", "V": "v",
    "W": "w", "Y": "j", "Z": "z", "ZH": "ʒ",
}  # fmt: skip
"""ARPAbet phone -> the phones of espeak-ng that it may be."""


def class_map(espeak: Sequence[str]) -> NDArray[np.float32]:
    """Membership ``(1 + len(espeak), 1 + len(PHONES))``, 0 or 1; silence is the first of both."""
    member = np.zeros((1 + len(espeak), 1 + len(PHONES)), np.float32)
    member[0, 0] = 1.0
    for phone, others in _ESPEAK.items():
        for other in others.split():
            if other in espeak:
                member[1 + espeak.index(other), CLASSES[phone]] = 1.0
    return member


def mapped(log_p: FloatArray, member: NDArray[np.float32]) -> FloatArray:
    """Log posteriors of espeak's phones ``(T, n)`` as those of `PHONES` ``(T, 1 + 39)``."""
    out: FloatArray = np.log(np.exp(log_p) @ member + 1e-9).astype(np.float32)
    return out


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One take in time.

    ``label (T,)`` classes; ``unit (T,)`` counts phones from 0, -1 in silence; ``word (T,)`` counts
    words, -1 in silence. ``score`` as in `syrinx.training.align.Alignment`, ``worst_word`` too.
    """

    label: NDArray[np.int64]
    unit: NDArray[np.int64]
    word: NDArray[np.int64]
    score: float
    worst_word: float


def align_words(
    log_p: Sequence[FloatArray], words: Sequence[Sequence[Sequence[int]]], log_prior: FloatArray
) -> list[Timing | None]:
    """Align several takes; None where a text is too long for its take.

    Parameters
    ----------
    log_p
        ``(T, 1 + 39)`` each.
    words
        Classes of each word.
    """
    chains = [PhoneChain.of(w) for w in words]
    fits = [i for i, c in enumerate(chains) if 0 < c.shortest <= len(log_p[i])]
    out: list[Timing | None] = [None] * len(chains)
    if not fits:
        return out
    scaled = [(log_p[i] - PRIOR_WEIGHT * log_prior).astype(np.float32) for i in fits]
    paths, _ = best_path(scaled, [chains[i] for i in fits])
    for i, path in zip(fits, paths, strict=True):
        if len(path) == 0:
            continue
        chain = chains[i]
        spoken_units = np.unique(chain.unit[chain.word >= 0])
        number = np.full(int(chain.unit.max()) + 1, -1)
        number[spoken_units] = np.arange(len(spoken_units))
        label, word, unit = chain.label[path], chain.word[path], number[chain.unit[path]]
        lost = log_p[i][np.arange(len(path)), label] - log_p[i].max(axis=1)
        spoken = unit >= 0
        count = np.maximum(np.bincount(unit[spoken], minlength=len(spoken_units)), 1)
        of_phone = np.bincount(unit[spoken], lost[spoken], minlength=len(spoken_units)) / count
        word_of_unit = np.zeros(len(spoken_units), np.int64)
        word_of_unit[unit[spoken]] = word[spoken]
        of_word = np.bincount(word_of_unit, of_phone) / np.maximum(np.bincount(word_of_unit), 1)
        out[i] = Timing(
            label=label,
            unit=unit,
            word=word,
            score=float(of_phone.mean()),
            worst_word=float(of_word.min()),
        )
    return out


def in_context(content: NDArray[np.floating]) -> FloatArray:
    """Frames ``(T, 64)`` with the four before and after each ``(T, 9 * 64)``."""
    padded = np.pad(content.astype(np.float32), ((CONTEXT, CONTEXT), (0, 0)), mode="edge")
    width = len(content)
    return np.concatenate([padded[k : k + width] for k in range(2 * CONTEXT + 1)], axis=1)


class ContentClassifier(nn.Module):
    """Content frames in context ``(N, 9 * 64)`` to logits of silence and `PHONES`."""

    def __init__(self, channels: int = 64, hidden: int = 256) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear((2 * CONTEXT + 1) * channels, hidden),
            nn.GELU(),
            nn.LayerNorm(hidden),
            nn.Dropout(0.1),
            nn.Linear(hidden, 1 + len(PHONES)),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        out: torch.Tensor = self.layers(x)
        return out

    def log_p(self, content: NDArray[np.floating]) -> FloatArray:
        """Log posteriors ``(T, 1 + 39)`` of the frames of a take."""
        self.eval()
        with torch.no_grad():
            out = F.log_softmax(self(torch.from_numpy(in_context(content))), dim=-1)
        values: FloatArray = out.numpy()
        return values


def teach_classifier(
    contents: Sequence[NDArray[np.floating]],
    labels: Sequence[NDArray[np.int64]],
    *,
    steps: int = 1500,
    seed: int = 1,
    told: Callable[[int, float], None] | None = None,
) -> ContentClassifier:
    """Teach the second pass's network; labels below 0 are left out."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = ContentClassifier(contents[0].shape[1])
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.01)
    model.train()
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * (1.0 - step / steps) + 1e-5
        chosen = rng.choice(len(contents), size=min(6, len(contents)), replace=False)
        x = torch.from_numpy(np.concatenate([in_context(contents[i]) for i in chosen]))
        y = torch.from_numpy(np.concatenate([labels[i] for i in chosen]))
        loss = F.cross_entropy(model(x), y, ignore_index=-1)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        if told is not None and step % 100 == 0:
            told(step, float(loss.detach()))
    return model
