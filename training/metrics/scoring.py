"""What is heard in a recording, and the rows of figures that recordings add up to.

A `Listener` asks the judges about one recording; a `Board` compares recordings with one target and
keeps one row of figures for each way of making them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.metrics.defects import find_defects
from syrinx.training.metrics.judges import WordJudge
from syrinx.training.metrics.prosody import (
    active_level_db,
    compare_prosody,
    lag_frames,
    world_f0,
)
from syrinx.training.metrics.spectrum import log_mel_distance_db
from syrinx.training.metrics.words import WordErrors, total_errors

SAMPLE_RATE = 16_000
Embed = Callable[[NDArray], NDArray]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """Mono audio at the file's own rate and at 16 kHz."""

    name: str
    audio: NDArray
    sample_rate: int
    audio_16k: NDArray


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Judges:
    """Whatever can be asked: speaker encoders and naturalness by name, words."""

    encoders: Mapping[str, Embed]
    naturalness: Mapping[str, Callable[[NDArray], float]] = dataclasses.field(default_factory=dict)
    words: WordJudge | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What one recording is by itself; ``words`` is None where they cannot be judged."""

    voices: Mapping[str, NDArray]
    naturalness: Mapping[str, float]
    words: WordErrors | None
    level_dbfs: float
    f0_hz: NDArray


def at_16k(name: str, audio: NDArray) -> Recording:
    """Make a recording of audio at 16 kHz."""
    return Recording(name=name, audio=audio, sample_rate=SAMPLE_RATE, audio_16k=audio)


def cosine(a: NDArray, b: NDArray) -> float:
    """Cosine of the angle between two vectors."""
    return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-12))


def mean_vector(vectors: Sequence[NDArray]) -> NDArray:
    """Mean of vectors scaled to unit length."""
    mean = np.mean([v / (np.linalg.norm(v) + 1e-12) for v in vectors], axis=0)
    return np.asarray(mean / (np.linalg.norm(mean) + 1e-12))


class Listener:
    """Asks the judges; what it heard in a source is kept, for every row is compared with it."""

    def __init__(self, judges: Judges) -> None:
        self.judges = judges
        self._kept: dict[int, tuple[Recording, Heard]] = {}

    def hear(self, recording: Recording, text: str | None = None, *, keep: bool = False) -> Heard:
        """Ask every judge about a recording; the words only where the text is known."""
        if id(recording) in self._kept:
            return self._kept[id(recording)][1]
        audio = recording.audio_16k
        heard = Heard(
            voices={name: embed(audio) for name, embed in self.judges.encoders.items()},
            naturalness={name: score(audio) for name, score in self.judges.naturalness.items()},
            words=self.words(recording, text),
            level_dbfs=active_level_db(audio),
            f0_hz=world_f0(audio),
        )
        if keep:  # the recording too, so that its identity is not given to another one
            self._kept[id(recording)] = (recording, heard)
        return heard

    def words(self, recording: Recording, text: str | None) -> WordErrors | None:
        """Count the word errors; None without a text, a judge, or where he lacks a word."""
        judge = self.judges.words
        if not text or judge is None or not judge.knows(text):
            return None
        return judge.errors(text, recording.audio_16k)


class Row:
    """Collects the figures of one row over its recordings."""

    def __init__(self) -> None:
        self.values: dict[str, list[float]] = {}
        self.words: list[WordErrors] = []
        self.noisy_words: list[WordErrors] = []
        self.fixed: dict[str, float] = {}
        self.clicks = self.clipped = 0
        self.seconds = 0.0

    def add(self, name: str, value: float) -> None:
        """Add one recording's value of a figure; the mean counts."""
        self.values.setdefault(name, []).append(value)

    def figures(self) -> dict[str, Any]:
        """Return the means, with the rates of what was counted.

        The F0 correlation also has its median: octave errors of the estimator in one unclean
        recording move the mean of ten by 0.05.
        """
        out: dict[str, Any] = {}
        for name, values in self.values.items():
            kept = np.array([v for v in values if np.isfinite(v)])
            out[name] = round(float(kept.mean()), 4) if kept.size else None
            if name == "f0_correlation" and kept.size:
                out["f0_correlation_median"] = round(float(np.median(kept)), 4)
        if self.words:
            total = total_errors(self.words)
            out["wer"] = round(total.rate, 4)
            out["wer_words"] = total.words
        if self.words and self.noisy_words:
            out["wer_in_noise"] = round(total_errors(self.noisy_words).rate, 4)
            if out["wer"] < 1:
                out["words_kept_in_noise"] = round((1 - out["wer_in_noise"]) / (1 - out["wer"]), 4)
        out["clicks_per_minute"] = round(60 * self.clicks / max(self.seconds, 1e-9), 3)
        out["clipped_samples"] = self.clipped
        out["seconds"] = round(self.seconds, 1)
        return out | self.fixed


class Board:
    """Rows of figures of recordings that want to sound like one target.

    Parameters
    ----------
    reference
        Recordings of the target to compare with; empty for a voice that nobody recorded.
    """

    def __init__(self, listener: Listener, reference: Sequence[Recording]) -> None:
        self.listener = listener
        self.rows: dict[str, Row] = {}
        self.reference = {
            name: mean_vector([embed(r.audio_16k) for r in reference])
            for name, embed in listener.judges.encoders.items()
            if reference
        }

    def row(self, name: str) -> Row:
        """Return a row, a new one at its first use."""
        return self.rows.setdefault(name, Row())

    def add(
        self,
        name: str,
        recording: Recording,
        *,
        source: Recording | None = None,
        text: str | None = None,
    ) -> None:
        """Score one recording; ``source`` is what it was made from (or the recording itself)."""
        row, audio = self.row(name), recording.audio_16k
        heard = self.listener.hear(recording, text, keep=recording is source)
        for judge, voice in heard.voices.items():
            if judge in self.reference:
                row.add(f"{judge}_to_target", cosine(voice, self.reference[judge]))
        for judge, score in heard.naturalness.items():
            row.add(judge, score)
        if heard.words is not None:
            row.words.append(heard.words)
        if source is not None:
            before = self.listener.hear(source, text, keep=True)
            for judge, voice in heard.voices.items():
                row.add(f"{judge}_to_source", cosine(voice, before.voices[judge]))
            lag = 0 if recording is source else lag_frames(source.audio_16k, audio)
            row.add("lag_ms", 10.0 * lag)
            prosody = compare_prosody(
                source.audio_16k, audio, lag=lag, f0_hz=(before.f0_hz, heard.f0_hz)
            )
            row.add("f0_correlation", prosody.f0_correlation)
            row.add("f0_shift_semitones", prosody.f0_shift_semitones)
            row.add("voicing_agreement", prosody.voicing_agreement)
            row.add("log_mel_distance_db", log_mel_distance_db(source.audio_16k, audio, lag=lag))
            row.add("loudness_difference_db", heard.level_dbfs - before.level_dbfs)
        defects = find_defects(
            recording.audio,
            recording.sample_rate,
            source=None if source is None else source.audio_16k,
            audio_16k=audio,
        )
        row.clicks += defects.clicks
        row.clipped += defects.clipped
        row.seconds += defects.seconds
        row.add("dc_dbfs", defects.dc_dbfs)
        if source is not None:
            row.add("silence_dbfs", defects.silence_dbfs)

    def add_noisy(self, name: str, recording: Recording, text: str | None) -> None:
        """Count only the words: the recording was made from a source with noise."""
        errors = self.listener.words(recording, text)
        if errors is not None:
            self.row(name).noisy_words.append(errors)

    def table(self, *, low: str = "source", high: str = "target") -> dict[str, dict[str, Any]]:
        """Return row -> figures, with the share of the gap closed where it can be told.

        ``<encoder>_gap_closed`` is how far a row is on the way from the source (``low``) to the
        target's own recordings (``high``), by the mean similarity to the target;
        ``wer_above_source`` is the difference of the word error rates.
        """
        table = {name: row.figures() for name, row in self.rows.items() if row.seconds > 0}
        natural = table.get(low, {}).get("wer")
        for name, figures in table.items():
            if name != low and natural is not None and figures.get("wer") is not None:
                figures["wer_above_source"] = round(figures["wer"] - natural, 4)
        for judge in self.reference:
            key = f"{judge}_to_target"
            floor, ceiling = (table.get(row, {}).get(key) for row in (low, high))
            if floor is None or ceiling is None or ceiling <= floor:
                continue
            for name, figures in table.items():
                if name not in (low, high) and figures.get(key) is not None:
                    share = (figures[key] - floor) / (ceiling - floor)
                    figures[f"{judge}_gap_closed"] = round(share, 4)
        return table


def require_two(target: Sequence[Recording]) -> None:
    """Raise SyrinxError when a target cannot be compared with itself."""
    if len(target) < 2:
        raise SyrinxError("A target needs two recordings: one to compare with, one to be it.")
