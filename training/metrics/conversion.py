"""Scores of converted speech beside the baselines that tell what they are worth.

Rows: ``source`` (nothing changed), ``pitch_shift`` (the source at the target's median pitch, no
network), ``converted``, and ``target`` (other recordings of the target, the ceiling).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.metrics.defects import find_defects
from syrinx.training.metrics.judges import WordJudge
from syrinx.training.metrics.prosody import compare_prosody, lag_frames, world_f0
from syrinx.training.metrics.spectrum import log_mel_distance_db
from syrinx.training.metrics.words import WordErrors, total_errors

SAMPLE_RATE = 16_000
SUFFIXES = {".wav", ".flac", ".ogg", ".opus", ".mp3", ".aif", ".aiff"}
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
    """Whatever can be asked: speaker encoders by name, naturalness, words."""

    encoders: Mapping[str, Embed]
    naturalness: Callable[[NDArray], float] | None = None
    words: WordJudge | None = None


def audio_files(folder: Path) -> list[Path]:
    """Return the audio files of a folder, sorted by name.

    Raises
    ------
    SyrinxError
        If the folder is missing or holds none.
    """
    if not folder.is_dir():
        raise SyrinxError(f"There is no folder {folder}.")
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES)
    if not files:
        raise SyrinxError(f"There is no audio file in {folder}.")
    return files


def read_recording(path: Path) -> Recording:
    """Read a file, mixed down to mono."""
    try:
        audio, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (soundfile.LibsndfileError, OSError) as error:
        raise SyrinxError(f"{path} cannot be read as audio: {error}.") from None
    mono = np.nan_to_num(audio.mean(axis=1))
    if len(mono) < rate // 10:
        raise SyrinxError(f"{path} is shorter than 0.1 s.")
    at_16k = mono if rate == SAMPLE_RATE else soxr.resample(mono, rate, SAMPLE_RATE)
    return Recording(name=path.stem, audio=mono, sample_rate=rate, audio_16k=at_16k)


def pair_up(source: Path, converted: Path, *, limit: int | None = None) -> list[tuple[Path, Path]]:
    """Pair the files of two folders by stem.

    Raises
    ------
    SyrinxError
        If a source has no converted file, which would make the figures too good or too bad.
    """
    by_stem = {path.stem: path for path in audio_files(converted)}
    sources = audio_files(source)[:limit]
    missing = [path.stem for path in sources if path.stem not in by_stem]
    if missing:
        raise SyrinxError(
            f"{len(missing)} of {len(sources)} sources have no converted file of the same name in "
            f"{converted}, the first is {missing[0]}."
        )
    return [(path, by_stem[path.stem]) for path in sources]


def median_f0_hz(recordings: Sequence[Recording]) -> float:
    """Median F0 in Hz over the voiced frames of recordings, 0 without any."""
    voiced = [f0[f0 > 0] for f0 in (world_f0(r.audio_16k) for r in recordings)]
    joined = np.concatenate(voiced) if voiced else np.zeros(0)
    return float(np.median(joined)) if joined.size else 0.0


def shift_pitch(recording: Recording, target_f0_hz: float) -> Recording | None:
    """Shift a recording to a median F0 without a network; None where that cannot be done."""
    try:
        from syrinx.dsp.shift import PitchFormantShift
    except ImportError:
        return None
    own = median_f0_hz([recording])
    if own <= 0 or target_f0_hz <= 0:
        return None
    semitones = float(np.clip(12 * np.log2(target_f0_hz / own), -24, 24))
    rate = recording.sample_rate
    shift = PitchFormantShift(sample_rate=rate, pitch_semitones=semitones, formant_semitones=0.0)
    size = shift.block_size
    wanted = len(recording.audio) + shift.latency
    padded = np.zeros(-(-wanted // size) * size, dtype=np.float32)
    padded[: len(recording.audio)] = recording.audio
    audio = shift.process(padded)[shift.latency : wanted]
    at_16k = audio if rate == SAMPLE_RATE else soxr.resample(audio, rate, SAMPLE_RATE)
    return Recording(
        name=recording.name, audio=audio, sample_rate=rate, audio_16k=np.asarray(at_16k)
    )


def cosine(a: NDArray, b: NDArray) -> float:
    """Cosine of the angle between two vectors."""
    return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-12))


def mean_vector(vectors: Sequence[NDArray]) -> NDArray:
    """Mean of vectors scaled to unit length."""
    mean = np.mean([v / (np.linalg.norm(v) + 1e-12) for v in vectors], axis=0)
    return np.asarray(mean / (np.linalg.norm(mean) + 1e-12))


class _Row:
    """Collects the figures of one row over its recordings."""

    def __init__(self) -> None:
        self.values: dict[str, list[float]] = {}
        self.words: list[WordErrors] = []
        self.clicks = self.clipped = 0
        self.seconds = 0.0

    def add(self, name: str, value: float) -> None:
        self.values.setdefault(name, []).append(value)

    def figures(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for name, values in self.values.items():
            kept = np.array([v for v in values if np.isfinite(v)])
            out[name] = round(float(kept.mean()), 4) if kept.size else None
        if self.words:
            total = total_errors(self.words)
            out["wer"] = round(total.rate, 4)
            out["wer_words"] = total.words
        out["clicks_per_minute"] = round(60 * self.clicks / max(self.seconds, 1e-9), 3)
        out["clipped_samples"] = self.clipped
        out["seconds"] = round(self.seconds, 1)
        return out


class ConversionScores:
    """Scores one voice: add pairs, then ask for the table.

    Parameters
    ----------
    judges
        Who is asked.
    target
        Recordings of the target, two or more: every other one is the reference, the rest are the
        ``target`` row.
    """

    def __init__(self, judges: Judges, target: Sequence[Recording]) -> None:
        if len(target) < 2:
            raise SyrinxError("A target needs two recordings: one to compare with, one to be it.")
        self.judges = judges
        self.target_f0_hz = median_f0_hz(target[::2])
        self.reference = {
            name: mean_vector([embed(r.audio_16k) for r in target[::2]])
            for name, embed in judges.encoders.items()
        }
        self.rows = {name: _Row() for name in ("source", "pitch_shift", "converted", "target")}
        for recording in target[1::2]:
            self._score("target", recording, None, None, {})

    def add(self, source: Recording, converted: Recording, text: str | None = None) -> None:
        """Score one converted recording, its source and its pitch-shifted source."""
        voice = {name: embed(source.audio_16k) for name, embed in self.judges.encoders.items()}
        self._score("source", source, source, text, voice)
        shifted = shift_pitch(source, self.target_f0_hz)
        if shifted is not None:
            self._score("pitch_shift", shifted, source, text, voice)
        self._score("converted", converted, source, text, voice)

    def _score(
        self,
        row_name: str,
        recording: Recording,
        source: Recording | None,
        text: str | None,
        source_voice: Mapping[str, NDArray],
    ) -> None:
        row = self.rows[row_name]
        audio = recording.audio_16k
        for name, embed in self.judges.encoders.items():
            voice = source_voice[name] if recording is source else embed(audio)
            row.add(f"{name}_to_target", cosine(voice, self.reference[name]))
            if name in source_voice:
                row.add(f"{name}_to_source", cosine(voice, source_voice[name]))
        if self.judges.naturalness is not None:
            row.add("dnsmos", self.judges.naturalness(audio))
        if text and self.judges.words is not None and self.judges.words.knows(text):
            row.words.append(self.judges.words.errors(text, audio))
        reference = None
        if source is not None:
            lag = 0 if recording is source else lag_frames(source.audio_16k, audio)
            row.add("lag_ms", 10.0 * lag)
            prosody = compare_prosody(source.audio_16k, audio, lag=lag)
            row.add("f0_correlation", prosody.f0_correlation)
            row.add("f0_shift_semitones", prosody.f0_shift_semitones)
            row.add("voicing_agreement", prosody.voicing_agreement)
            row.add("log_mel_distance_db", log_mel_distance_db(source.audio_16k, audio, lag=lag))
            reference = source.audio_16k
        defects = find_defects(
            recording.audio, recording.sample_rate, source=reference, audio_16k=audio
        )
        row.clicks += defects.clicks
        row.clipped += defects.clipped
        row.seconds += defects.seconds
        row.add("dc_dbfs", defects.dc_dbfs)
        if reference is not None:
            row.add("silence_dbfs", defects.silence_dbfs)

    def table(self) -> dict[str, dict[str, Any]]:
        """Return row -> figures, with ``<encoder>_gap_closed`` where it can be told."""
        table = {name: row.figures() for name, row in self.rows.items() if row.seconds > 0}
        for name in self.judges.encoders:
            key = f"{name}_to_target"
            low, high = table.get("source", {}).get(key), table["target"][key]
            for row_name in ("pitch_shift", "converted"):
                if row_name in table and low is not None and high > low:
                    share = (table[row_name][key] - low) / (high - low)
                    table[row_name][f"{name}_gap_closed"] = round(share, 4)
        return table


def score_folders(
    judges: Judges,
    source: Path,
    converted: Path,
    target: Path,
    texts: Mapping[str, str],
    *,
    limit: int | None = None,
) -> Iterator[tuple[int, int, ConversionScores]]:
    """Score two folders; yield (done, total, scores) after each pair."""
    pairs = pair_up(source, converted, limit=limit)
    scores = ConversionScores(judges, [read_recording(path) for path in audio_files(target)])
    for done, (path, other) in enumerate(pairs, start=1):
        scores.add(read_recording(path), read_recording(other), texts.get(path.stem))
        yield done, len(pairs), scores
