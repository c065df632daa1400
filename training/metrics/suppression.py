"""What the noise suppressor does to dev speech in kept noises: mixtures and figures."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
import soxr
from numpy.typing import NDArray

from syrinx.dsp.processor import Audio
from syrinx.dsp.suppression import HOP_LENGTH
from syrinx.dsp.voice_gate import VoiceActivityGate
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.suppressor import Suppressor
from syrinx.training.augment import SAMPLE_RATE, recorded_noise, rms
from syrinx.training.data import SpeechCache, Utterance
from syrinx.training.metrics.dev_set import dev_sentences, evenly
from syrinx.training.metrics.made_music import made_music
from syrinx.training.noise_kinds import UNSEEN, babble, keyboard, test_parts
from syrinx.training.suppression_data import SpeechStreams, hop_levels_db, speech_hops

SPEECH_DBFS = -26.0
NOISE_S = 12.0
UNSEEN_KINDS = (UNSEEN, "music")
"""Kinds of noise of which training heard nothing."""
ONSET_S = 0.05
CLIPPED_DB = 1.0
CLEAN = "clean"
Noise = Callable[[int, np.random.Generator], Audio]


def noise_kinds(cache: SpeechCache) -> dict[str, Noise]:
    """How to cut ``n`` samples of each kind: kept recordings, music, dev talkers, typing."""
    streams = SpeechStreams(cache, "dev")
    kinds: dict[str, Noise] = {}
    for name, audio in test_parts(cache.noises()).items():
        kinds[name] = lambda n, rng, audio=audio, name=name: recorded_noise({name: audio}, n, rng)
    kinds["babble"] = lambda n, rng: babble(n, rng, streams)
    kinds["keyboard"] = keyboard
    kinds["music"] = lambda n, rng: made_music(n / SAMPLE_RATE, rng)[:n]
    return kinds


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Mixture:
    """A sentence at `SPEECH_DBFS` in noise; ``snr_db`` None: as recorded."""

    utterance: Utterance
    kind: str
    snr_db: float | None
    clean: Audio
    heard: Audio


def mixtures(
    cache: SpeechCache,
    *,
    sentences: int,
    kinds: Sequence[str] | None = None,
    snrs_db: Sequence[float] = (0.0, 5.0, 10.0, 20.0),
    seed: int = 0,
) -> Iterator[Mixture]:
    """The same sentences clean, and in every kind of noise at every level."""
    noises = noise_kinds(cache)
    chosen = list(noises) if kinds is None else list(kinds)
    for number, utterance in enumerate(dev_sentences(cache, sentences)):
        audio = cache.audio(utterance)
        clean = audio * np.float32(10 ** ((SPEECH_DBFS - utterance.level_dbfs) / 20))
        yield Mixture(utterance=utterance, kind=CLEAN, snr_db=None, clean=clean, heard=clean)
        for place, kind in enumerate(chosen):
            noise = noises[kind](len(clean), np.random.default_rng((seed, number, place)))
            noise = noise / np.float32(rms(noise) + 1e-9)
            for snr_db in snrs_db:
                gain = np.float32(10 ** ((SPEECH_DBFS - snr_db) / 20))
                heard = np.clip(clean + gain * noise, -1, 1)
                yield Mixture(
                    utterance=utterance, kind=kind, snr_db=snr_db, clean=clean, heard=heard
                )


def suppressed(suppressor: Suppressor, audio: Audio) -> tuple[Audio, Audio]:
    """Run a recording at 16 kHz through a suppressor of any rate, in step again.

    Returns the result and the activity of each sample, which is what was known when the sample
    left the suppressor.
    """
    rate = suppressor.sample_rate
    wide = audio if rate == SAMPLE_RATE else soxr.resample(audio, SAMPLE_RATE, rate)
    late, block = suppressor.latency, suppressor.block_size
    size = -(-(len(wide) + late) // block) * block
    padded = np.zeros(size, np.float32)
    padded[: len(wide)] = wide
    suppressor.reset()
    out = suppressor.process(padded)[late : late + len(wide)]
    activity = suppressor.activity[late : late + len(wide)]
    if rate != SAMPLE_RATE:
        out = soxr.resample(out, rate, SAMPLE_RATE)
        places = np.arange(len(audio)) * rate // SAMPLE_RATE
        activity = activity[np.minimum(places, len(activity) - 1)]
    return np.resize(out, len(audio)).astype(np.float32), activity


class _Told:
    def __init__(self, activity: Audio) -> None:
        self.activity = activity


def gate_gain(activity: Audio, sample_rate: int, **settings: float) -> Audio:
    """Gain of a `VoiceActivityGate` for each sample of the speech, in step with it."""
    probe = VoiceActivityGate(_Told(activity), sample_rate=sample_rate, **settings)
    late = probe.latency
    longer = np.concatenate((activity, np.full(late, activity[-1], np.float32)))
    gate = VoiceActivityGate(_Told(longer), sample_rate=sample_rate, **settings)
    return gate.process(np.ones(len(longer), np.float32))[late:]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Onset:
    """How much the gate lowers the first 50 ms of an utterance.

    ``lowered_db`` counts from where the speech comes up to the noise, ``faint_db`` from its first
    trace, be it covered by the noise or not. Without noise they are the same.
    """

    lowered_db: float
    faint_db: float

    @property
    def clipped(self) -> bool:
        """Whether that is more than `CLIPPED_DB`."""
        return self.lowered_db > CLIPPED_DB


def first_speech(clean: Audio, level_dbfs: float, *, above_dbfs: float = -np.inf) -> int | None:
    """First sample of speech that is as loud as ``above_dbfs``; None if there is none."""
    speech = speech_hops(clean, level_dbfs)
    hops = np.flatnonzero(speech & (hop_levels_db(clean) >= above_dbfs))
    return int(hops[0]) * HOP_LENGTH if hops.size else None


def onset(
    clean: Audio,
    level_dbfs: float,
    gain: NDArray[np.floating],
    *,
    noise_dbfs: float = -np.inf,
) -> Onset | None:
    """What a gate of this gain does to the beginning of the speech; None if there is none."""
    lowered = []
    for above_dbfs in (noise_dbfs, -np.inf):
        first = first_speech(clean, level_dbfs, above_dbfs=above_dbfs)
        if first is None:
            return None
        span = slice(first, first + int(ONSET_S * SAMPLE_RATE))
        before = float(np.sum(np.square(clean[span], dtype=np.float64)))
        after = float(np.sum(np.square(clean[span] * gain[span], dtype=np.float64)))
        lowered.append(float(10 * np.log10((before + 1e-12) / (after + 1e-12))))
    return Onset(lowered_db=lowered[0], faint_db=lowered[1])


def onset_utterances(cache: SpeechCache, count: int = 200) -> list[Utterance]:
    """Dev utterances of all corpora at 16 kHz and more, spread evenly."""
    have = [
        u
        for u in cache.select("dev")
        if u.band_hz >= SAMPLE_RATE and SAMPLE_RATE <= u.n_samples <= 10 * SAMPLE_RATE
    ]
    return evenly(have, count)


def onsets(
    suppressor: Suppressor,
    cache: SpeechCache,
    utterances: Sequence[Utterance],
    *,
    snr_db: float | None,
    silence_s: float = 1.0,
    seed: int = 1,
    **settings: float,
) -> Iterator[Onset]:
    """The gate behind the suppressor at the beginning of utterances, after some silence."""
    noises = noise_kinds(cache)
    names = list(noises)
    for number, utterance in enumerate(utterances):
        gain = np.float32(10 ** ((SPEECH_DBFS - utterance.level_dbfs) / 20))
        silence = np.zeros(int(silence_s * SAMPLE_RATE), np.float32)
        clean = np.concatenate((silence, cache.audio(utterance) * gain))
        heard = clean
        if snr_db is not None:
            kind = noises[names[number % len(names)]]
            noise = kind(len(clean), np.random.default_rng((seed, number)))
            noise = noise / np.float32(rms(noise) + 1e-9)
            heard = clean + noise * np.float32(10 ** ((SPEECH_DBFS - snr_db) / 20))
        _, activity = suppressed(suppressor, np.clip(heard, -1, 1))
        found = onset(
            clean,
            SPEECH_DBFS,
            gate_gain(activity, SAMPLE_RATE, **settings),
            noise_dbfs=-np.inf if snr_db is None else SPEECH_DBFS - snr_db,
        )
        if found is not None:
            yield found


def cost_ms(registry: ModelRegistry, sample_rate: int, *, blocks: int = 600) -> Mapping[str, float]:
    """Processor time of this thread for blocks of 10 ms, in ms: median and 99th percentile."""
    suppressor = Suppressor(registry, sample_rate=sample_rate)
    size = sample_rate // 100
    rng = np.random.default_rng(0)
    audio = (0.05 * rng.standard_normal((blocks, size))).astype(np.float32)
    spent = []
    for block in audio:
        began = time.thread_time()
        suppressor.process(block)
        spent.append(1000 * (time.thread_time() - began))
    spent = spent[20:]
    return {"median": float(np.median(spent)), "p99": float(np.percentile(spent, 99))}
