"""Speaker verification: equal error rate, and the trials of the dev speakers."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import ArrayLike, NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.speaker_encoder import SpeakerEncoder
from syrinx.training.data import SAMPLE_RATE, SpeechCache, Utterance


def equal_error_rate(same: ArrayLike, different: ArrayLike) -> float:
    """Rate at which false rejections equal false acceptances.

    Parameters
    ----------
    same, different
        Scores of trials of one speaker, and of two speakers; higher means more alike.

    Returns
    -------
    float
        In [0, 1]: 0 if the scores separate, 0.5 if they say nothing. Between two thresholds
        the error curves are joined by straight lines.
    """
    same = np.sort(np.asarray(same, dtype=np.float64))
    different = np.sort(np.asarray(different, dtype=np.float64))
    if same.size == 0 or different.size == 0:
        raise SyrinxError("An equal error rate needs trials of the same and of different speakers.")
    threshold = np.append(np.unique(np.concatenate([same, different])), np.inf)
    rejected = np.searchsorted(same, threshold, side="left") / same.size
    accepted = 1.0 - np.searchsorted(different, threshold, side="left") / different.size
    gap = rejected - accepted  # rises from -1 (everything accepted) to 1
    after = int(np.argmax(gap >= 0))
    if gap[after] == 0:
        return float(rejected[after])
    before = after - 1
    share = -gap[before] / (gap[after] - gap[before])
    return float(rejected[before] + share * (rejected[after] - rejected[before]))


def dev_segments(
    cache: SpeechCache,
    seconds: float,
    *,
    split: str = "dev",
    per_speaker: int = 12,
    corpora: tuple[str, ...] | None = None,
) -> tuple[NDArray, list[str]]:
    """Cut each labelled speaker's speech, strung together, into pieces that do not overlap.

    Speakers with less than two pieces are left out; pieces are spread evenly over the speech of
    those with more than ``per_speaker``.

    Returns
    -------
    (segments, speakers)
        float32 (n, n_samples), and the speaker key of each.
    """
    by_speaker: dict[str, list[Utterance]] = {}
    for utterance in cache.select(split, corpora):
        if utterance.speaker != "unlabelled":
            by_speaker.setdefault(utterance.speaker_key, []).append(utterance)
    n_samples = round(seconds * SAMPLE_RATE)
    segments: list[NDArray] = []
    speakers: list[str] = []
    for key, utterances in sorted(by_speaker.items()):
        count = sum(u.n_samples for u in utterances) // n_samples
        if count < 2:
            continue
        speech = np.concatenate([cache.audio(u) for u in utterances])
        for index in np.unique(np.linspace(0, count - 1, min(count, per_speaker)).astype(int)):
            segments.append(speech[index * n_samples : (index + 1) * n_samples])
            speakers.append(key)
    if not segments:
        raise SyrinxError(f"No {split} speaker has two pieces of {seconds:g} s.")
    return np.stack(segments), speakers


@torch.inference_mode()
def embed_batch(
    model: SpeakerEncoder, audio: NDArray, *, batch_samples: int = 2_000_000
) -> NDArray:
    """Embed equally long pieces (n, n_samples), in bfloat16: float32 (n, embedding_dim)."""
    training = model.training
    model.eval()
    size = max(1, batch_samples // audio.shape[1])
    out = []
    for first in range(0, len(audio), size):
        piece = torch.from_numpy(np.ascontiguousarray(audio[first : first + size]))
        with torch.autocast("cpu", torch.bfloat16):
            out.append(model(piece.unsqueeze(1)).float().numpy())
    model.train(training)
    return np.concatenate(out)


def trial_scores(embeddings: NDArray, speakers: list[str]) -> tuple[NDArray, NDArray, NDArray]:
    """Score every pair once.

    Returns
    -------
    (same, different, different_in_corpus)
        Cosines of pairs of one speaker, of two speakers, and of two speakers of one corpus,
        which share their recording conditions and are the harder trials.
    """
    unit = embeddings / np.linalg.norm(embeddings, axis=1, keepdims=True)
    scores = unit @ unit.T
    first, second = np.triu_indices(len(speakers), k=1)
    key = np.array(speakers)
    corpus = np.array([s.split("/")[0] for s in speakers])
    equal = key[first] == key[second]
    near = ~equal & (corpus[first] == corpus[second])
    flat = scores[first, second]
    return flat[equal], flat[~equal], flat[near]


def dev_equal_error_rates(
    model: SpeakerEncoder,
    cache: SpeechCache,
    *,
    seconds: tuple[int, ...] = (3, 10, 30),
    per_speaker: int = 12,
) -> dict[str, float]:
    """Equal error rates over the dev speakers, by length of the pieces.

    Keys: ``eer_3s`` (all pairs), ``eer_3s_in_corpus`` (impostors from the same corpus only),
    ``speakers_3s``, and so on for every length.
    """
    figures: dict[str, float] = {}
    for length in seconds:
        audio, speakers = dev_segments(cache, length, per_speaker=per_speaker)
        same, different, near = trial_scores(embed_batch(model, audio), speakers)
        figures[f"eer_{length}s"] = round(equal_error_rate(same, different), 4)
        if near.size:
            figures[f"eer_{length}s_in_corpus"] = round(equal_error_rate(same, near), 4)
        figures[f"speakers_{length}s"] = len(set(speakers))
    return figures
