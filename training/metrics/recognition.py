"""How well a recogniser hears dev speech: errors with their confidence, speed, delay, memory."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
import soxr
from numpy.typing import NDArray

from syrinx.training.augment import recorded_noise, rms
from syrinx.training.data import SAMPLE_RATE, SpeechCache, Utterance
from syrinx.training.listening import Listening
from syrinx.training.metrics.dev_set import evenly
from syrinx.training.metrics.spoken_text import spoken_words
from syrinx.training.metrics.words import NO_ERRORS, WordErrors, word_errors
from syrinx.training.noise_kinds import test_parts

SPEECH_DBFS = -26.0
CLEAN = "clean"
BLOCK_S = 0.5
RESAMPLES = 1000
Audio = NDArray[np.float32]
Hear = Callable[[Audio], str]
"""From audio at 16 kHz to its text."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One recording: its word errors, and its character errors of so many characters."""

    words: WordErrors
    characters: int
    character_errors: int


def material(
    cache: SpeechCache, corpora: Sequence[str], limit: int | None
) -> dict[str, list[Utterance]]:
    """Dev utterances with an English text by corpus, at most ``limit`` of each, spread evenly."""
    found = {}
    for corpus in corpora:
        have = [u for u in cache.select("dev", (corpus,)) if u.text.strip() and u.language == "en"]
        if have:
            found[corpus] = have if limit is None else evenly(have, limit)
    return found


def heard_as(
    cache: SpeechCache, utterance: Utterance, snr_db: float | None, seed: int = 0
) -> Audio:
    """An utterance at `SPEECH_DBFS`, in one of the pack's noises that training leaves alone.

    The noise of an utterance is the same at every level; which one takes turns.
    """
    gain = np.float32(10 ** ((SPEECH_DBFS - utterance.level_dbfs) / 20))
    clean = cache.audio(utterance) * gain
    if snr_db is None:
        return np.clip(clean, -1, 1)
    noises = test_parts(cache.noises())
    name = sorted(noises)[utterance.index % len(noises)]
    rng = np.random.default_rng((seed, utterance.index))
    noise = recorded_noise({name: noises[name]}, len(clean), rng)
    noise = noise / np.float32(rms(noise) + 1e-9)
    return np.clip(clean + noise * np.float32(10 ** ((SPEECH_DBFS - snr_db) / 20)), -1, 1)


class Heard:
    """Hears recordings by a recogniser, and adds up the time of it.

    Attributes
    ----------
    processor_s, audio_s
        Time of this process's processors, and of the audio.
    """

    def __init__(self, recognizer: Listening, *, block_s: float = BLOCK_S) -> None:
        self._recognizer, self._block_s = recognizer, block_s
        self.processor_s = self.audio_s = 0.0

    def __call__(self, audio: Audio) -> str:
        """Return the text of audio at 16 kHz."""
        rate = self._recognizer.sample_rate
        wide = audio if rate == SAMPLE_RATE else soxr.resample(audio, SAMPLE_RATE, rate)
        began = time.process_time()
        stream = self._recognizer.stream()
        size = max(1, round(self._block_s * rate))
        segments = []
        for start in range(0, len(wide), size):
            segments += stream.accept(wide[start : start + size])
        segments += stream.finish()
        self.processor_s += time.process_time() - began
        self.audio_s += len(audio) / SAMPLE_RATE
        return " ".join(segment.text for segment in segments)

    @property
    def rtf(self) -> float:
        """Processor time over time."""
        return self.processor_s / self.audio_s if self.audio_s else float("nan")


def edit_distance(said: str, heard: str) -> int:
    """Fewest insertions, deletions and substitutions of characters (Levenshtein)."""
    a = np.frombuffer(said.encode("utf-32-le"), np.uint32)
    b = np.frombuffer(heard.encode("utf-32-le"), np.uint32)
    places = np.arange(len(b) + 1)
    row = places.copy()
    for index, letter in enumerate(a, start=1):
        kept = np.empty_like(row)
        kept[0] = index
        kept[1:] = np.minimum(row[:-1] + (b != letter), row[1:] + 1)
        row = np.minimum.accumulate(kept - places) + places  # insertions, all at once
    return int(row[-1])


def scored(said: str, heard: str) -> Scored:
    """Count the errors of a recording, both texts in the one form."""
    words, found = spoken_words(said), spoken_words(heard)
    whole = " ".join(words)
    return Scored(
        words=word_errors(words, found),
        characters=len(whole),
        character_errors=edit_distance(whole, " ".join(found)),
    )


def figures(items: Sequence[Scored], *, seed: int = 0) -> dict[str, float]:
    """Word and character error rate, the former with its 95 % confidence interval.

    The interval is a bootstrap over recordings (Bisani and Ney 2004): it does not tell how other
    speakers would do.
    """
    total = sum((item.words for item in items), NO_ERRORS)
    errors = np.array(
        [i.words.substitutions + i.words.deletions + i.words.insertions for i in items]
    )
    words = np.array([i.words.words for i in items])
    rng = np.random.default_rng(seed)
    drawn = rng.integers(0, len(items), (RESAMPLES, len(items)))
    rates = errors[drawn].sum(axis=1) / np.maximum(1, words[drawn].sum(axis=1))
    low, high = np.percentile(rates, [2.5, 97.5])
    return {
        "wer": total.rate,
        "wer_low": float(low),
        "wer_high": float(high),
        "cer": sum(i.character_errors for i in items) / max(1, sum(i.characters for i in items)),
        "words": total.words,
        "recordings": len(items),
        "substituted": total.substitutions / max(1, total.words),
        "left_out": total.deletions / max(1, total.words),
        "added": total.insertions / max(1, total.words),
    }


def score_all(
    cache: SpeechCache,
    found: Mapping[str, Sequence[Utterance]],
    hear: Hear,
    snrs_db: Sequence[float | None],
    *,
    on_step: Callable[[], object] = lambda: None,
) -> dict[str, dict[str, dict[str, float]]]:
    """Errors by loudness of the noise and corpus, and of all corpora together."""
    table: dict[str, dict[str, dict[str, float]]] = {}
    for snr_db in snrs_db:
        row = table.setdefault(CLEAN if snr_db is None else f"{snr_db:g} dB", {})
        everything: list[Scored] = []
        for corpus, utterances in found.items():
            items = []
            for utterance in utterances:
                items.append(scored(utterance.text, hear(heard_as(cache, utterance, snr_db))))
                on_step()
            row[corpus] = figures(items)
            everything += items
        row["all"] = figures(everything)
    return table


def relative_loss(table: Mapping[str, Mapping[str, Mapping[str, float]]]) -> dict[str, float]:
    """Word error rate in each noise over that without, of all corpora."""
    clean = table.get(CLEAN, {}).get("all", {}).get("wer", 0.0)
    return {
        name: row["all"]["wer"] / clean
        for name, row in table.items()
        if name != CLEAN and clean > 0 and "all" in row
    }


def endless(cache: SpeechCache, utterances: Sequence[Utterance], block_s: float) -> Iterator[Audio]:
    """The utterances one after the other, again and again, in blocks."""
    size, kept = round(block_s * SAMPLE_RATE), np.zeros(0, np.float32)
    while True:
        for utterance in utterances:
            kept = np.concatenate([kept, heard_as(cache, utterance, None)])
            while len(kept) >= size:
                yield kept[:size]
                kept = kept[size:]


def long_run(
    recognizer: Listening,
    audio: Iterable[Audio],
    minutes: float,
    *,
    memory_mb: Callable[[], float],
    on_minute: Callable[[float], object] = lambda minute: None,
) -> dict[str, float]:
    """One stream for so long: processor time over time, and memory at a tenth and at the end.

    The result so far is thrown away, as it is when a file is transcribed to disk.
    """
    stream, rate = recognizer.stream(), recognizer.sample_rate
    resampler = soxr.ResampleStream(SAMPLE_RATE, rate, 1, dtype="float32")
    given_s, spent, early_mb, words, minute = 0.0, 0.0, 0.0, 0, 0
    for block in audio:
        wide = block if rate == SAMPLE_RATE else resampler.resample_chunk(block)
        began = time.process_time()
        segments = stream.accept(wide)
        spent += time.process_time() - began
        words += sum(len(segment.words) for segment in segments)
        given_s += len(block) / SAMPLE_RATE
        if not early_mb and given_s >= 6 * minutes:
            early_mb = memory_mb()
        if int(given_s / 60) > minute:
            minute = int(given_s / 60)
            on_minute(minute)
        if given_s >= 60 * minutes:
            break
    began = time.process_time()
    words += sum(len(segment.words) for segment in stream.finish())
    spent += time.process_time() - began
    late_mb = memory_mb()
    return {
        "minutes": given_s / 60,
        "rtf": spent / given_s if given_s else float("nan"),
        "memory_early_mb": early_mb,
        "memory_end_mb": late_mb,
        "memory_grown_mb": late_mb - early_mb,
        "words": words,
    }
