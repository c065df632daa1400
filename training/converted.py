"""Speech of the pack in the voices of its other speakers, by the program's own converter.

In torch, many takes at once: the networks that ship, with float weights and without what the live
chain does around them. Ten times as fast as the chain step by step.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.content_encoder import HOP_LENGTH, LATENCY
from syrinx.training.batches import SPEEDS
from syrinx.training.cross_speaker import shifted_f0, speed_ratio
from syrinx.training.data import SAMPLE_RATE, SpeechCache, Utterance
from syrinx.training.recognition_data import Sentence
from syrinx.training.speaker_book import UNTOLD
from syrinx.training.tuning_models import TuningModels

FloatArray = NDArray[np.float32]
DESCRIBED_BY = 8
"""So many takes of a speaker, the longest, make the embedding."""
VOICE_S = 8.0
"""A voice says takes until they last so long together: short ones can be strung together then."""
PITCH_SPREAD_ST = 1.0
LARGEST_SHIFT = 2.5


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TargetVoice:
    """Somebody of the pack at one of `SPEEDS`: embedding ``(192,)`` and mean F0 in Hz."""

    corpus: str
    speaker: str
    speed: int
    embedding: FloatArray
    f0_hz: float

    @property
    def name(self) -> str:
        """Unique over corpora and speeds."""
        numerator, denominator = SPEEDS[self.speed]
        return f"{self.corpus}/{self.speaker} x{numerator}/{denominator}"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A sentence to be said by a voice, its F0 multiplied by ``pitch_ratio``."""

    sentence: Sentence
    voice: TargetVoice
    pitch_ratio: float


def target_voices(
    cache: SpeechCache, embeddings: NDArray, corpora: Sequence[str]
) -> dict[str, list[TargetVoice]]:
    """All train speakers of some corpora, at every speed, by corpus.

    Where speakers are not told apart each take is a voice of its own.

    Parameters
    ----------
    embeddings
        ``(n_speeds, n_utterances, 192)`` as ``syrinx train embed_speakers`` writes them.

    Raises
    ------
    SyrinxError
        If the embeddings do not belong to the cache, or there is nobody.
    """
    if embeddings.shape[:2] != (len(SPEEDS), len(cache.utterances)):
        raise SyrinxError(
            "The speaker embeddings do not fit the cache: run `syrinx train embed_speakers` again."
        )
    takes: dict[tuple[str, str], list[Utterance]] = {}
    for u in cache.select("train", corpora):
        if u.f0_median_hz > 0.0:
            own = f"{u.speaker} {u.index}" if UNTOLD in u.speaker else u.speaker
            takes.setdefault((u.corpus, own), []).append(u)
    found: dict[str, list[TargetVoice]] = {}
    for (corpus, speaker), some in sorted(takes.items()):
        longest = sorted(some, key=lambda u: -u.n_samples)[:DESCRIBED_BY]
        rows = [u.index for u in longest]
        f0_hz = float(np.median([u.f0_median_hz for u in longest]))
        for speed in range(len(SPEEDS)):
            mean = np.asarray(embeddings[speed, rows], np.float32).mean(axis=0)
            voice = TargetVoice(
                corpus=corpus,
                speaker=speaker,
                speed=speed,
                embedding=mean / (np.linalg.norm(mean) + 1e-9),
                f0_hz=f0_hz * speed_ratio(speed),
            )
            found.setdefault(corpus, []).append(voice)
    if not found:
        raise SyrinxError("There is nobody whose voice could be taken in this cache.")
    return found


class _Turns:
    """Gives what is furthest behind its share; within a group everything comes once, shuffled."""

    def __init__(self, groups: Mapping[str, Sequence], shares: Mapping[str, float], rng) -> None:
        self._groups = {k: v for k, v in groups.items() if v and shares.get(k, 0.0) > 0.0}
        if not self._groups:
            raise SyrinxError("None of the corpora that are asked for is in the cache.")
        self._shares, self._rng = shares, rng
        self._given = dict.fromkeys(self._groups, 0.0)
        self._left: dict[str, list[int]] = {k: [] for k in self._groups}

    def group(self) -> str:
        return min(self._groups, key=lambda k: self._given[k] / self._shares[k])

    def next(self, group: str):
        if not self._left[group]:
            self._left[group] = self._rng.permutation(len(self._groups[group])).tolist()
        return self._groups[group][self._left[group].pop()]

    def count(self, group: str, amount: float) -> None:
        self._given[group] += amount


def plan(
    sentences: Sequence[Sentence],
    source_shares: Mapping[str, float],
    voices: Mapping[str, Sequence[TargetVoice]],
    voice_shares: Mapping[str, float],
    *,
    seed: int,
) -> Iterator[Job]:
    """Who says what, endlessly: every take of a corpus once, then again by others.

    Parameters
    ----------
    source_shares, voice_shares
        By corpus: shares of the seconds that are said, and of the voices that say them.
    """
    rng = np.random.default_rng(seed)
    by_corpus: dict[str, list[Sentence]] = {}
    for s in sentences:
        if s.utterance.f0_median_hz > 0.0:
            by_corpus.setdefault(s.utterance.corpus, []).append(s)
    sources, targets = _Turns(by_corpus, source_shares, rng), _Turns(voices, voice_shares, rng)
    while True:
        corpus, kind = sources.group(), targets.group()
        voice: TargetVoice = targets.next(kind)
        targets.count(kind, 1.0)
        said = 0.0
        while said < VOICE_S:
            sentence: Sentence = sources.next(corpus)
            u = sentence.utterance
            seconds = u.n_samples / SAMPLE_RATE
            sources.count(corpus, seconds)
            said += seconds
            ratio = np.clip(voice.f0_hz / u.f0_median_hz, 1 / LARGEST_SHIFT, LARGEST_SHIFT)
            ratio *= 2.0 ** (rng.normal(0.0, PITCH_SPREAD_ST) / 12.0)
            yield Job(sentence=sentence, voice=voice, pitch_ratio=float(ratio))


class BatchConverter:
    """The networks that ship, on many takes at once."""

    def __init__(self, models: TuningModels) -> None:
        self._encoder, self._decoder = models.recogniser.encoder, models.shipped

    def __call__(
        self, cache: SpeechCache, jobs: Sequence[Job], noise: torch.Generator
    ) -> list[tuple[FloatArray, FloatArray]]:
        """Audio and F0 in Hz (0 unvoiced) of each job, in step with the source and as long.

        ``noise`` draws what breath and consonants are shaped from.
        """
        takes = [job.sentence.utterance for job in jobs]
        hops = max(-(-u.n_samples // HOP_LENGTH) for u in takes) + LATENCY // HOP_LENGTH
        audio = np.zeros((len(jobs), 1, hops * HOP_LENGTH), np.float32)
        f0_hz = np.zeros((len(jobs), hops), np.float32)
        for row, u in enumerate(takes):
            audio[row, 0, : u.n_samples] = cache.audio(u)
            found = cache.f0(u)[:hops]
            f0_hz[row, : len(found)] = found
        ratios = torch.tensor([job.pitch_ratio for job in jobs])[:, None]
        pitch = shifted_f0(torch.from_numpy(f0_hz), ratios)
        speakers = torch.from_numpy(np.stack([job.voice.embedding for job in jobs]))
        hiss = torch.randn(len(jobs), 1, hops * HOP_LENGTH, generator=noise)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            content, loudness_db = self._encoder(torch.from_numpy(audio))
            made = self._decoder(
                content, F.pad(pitch, (1, 0))[:, None, :hops], loudness_db, speakers, hiss
            )
        said = made[:, 0, LATENCY:].float().clamp(-1.0, 1.0).numpy()
        return [
            (said[row, : u.n_samples], pitch[row, : u.n_frames].numpy())
            for row, u in enumerate(takes)
        ]
