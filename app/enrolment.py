"""From recordings of one person to a voice: checked, embedded window by window, averaged.

With a content encoder at hand the voice also gets a bank of its speaker's content frames, with a
tuner an adapter that was fine-tuned on the recordings.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import soxr
from numpy.typing import NDArray

from syrinx.app import source_pitch
from syrinx.app.audio_files import AudioReader
from syrinx.app.voice_adapter import VoiceAdapter
from syrinx.app.voice_bank import VoiceBank
from syrinx.app.voice_model import check_name as check_spelling
from syrinx.app.voices import Voice, VoiceLibrary, slug
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.retrieval import LEAST_FRAMES, compact, speech_frames
from syrinx.neural.runtime.speaker import SAMPLE_RATE, skip_silence

WINDOW_S = 3.0
LEAST_SPEECH_S = 5.0
GOOD_SPEECH_S = 30.0
MOST_AUDIO_S = 600.0
"""More is not read: recordings are sampled evenly, so that an hour costs no more than this."""
MOST_BANK_S = 300.0
"""Speech that a bank is made from; more of it changed no measured figure."""
_CHUNK_S = 15.0
_CLIPPED_AT = 0.999
_CLIPPED_REFUSED, _CLIPPED_NAMED = 5e-3, 1e-4
_SAME_PERSON = 0.45
"""Cosine under which one file's voice is called unlike the rest's. Of single utterances of 13 dev
speakers against a speaker's mean, under 0.5 % of their own and 95 % of others' lie below."""


OnTuned = Callable[[int, int, float], None]
"""Is told steps done, steps in all and the seconds that are left."""


class Embedder(Protocol):
    """What ``syrinx.neural.runtime.speaker.SpeakerEmbedder`` does."""

    def embed(self, audio: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return the embedding of 16 kHz audio, ``(192,)``, of unit length."""
        ...


class ContentReader(Protocol):
    """What ``syrinx.neural.runtime.content.ContentExtractor`` does."""

    @property
    def encoder_id(self) -> str:
        """SHA-256 of the content encoder."""
        ...

    def extract(self, audio: Audio) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return content ``(n, 64)`` and loudness ``(n,)`` in dBFS of 16 kHz audio."""
        ...


class Tuner(Protocol):
    """What ``syrinx.app.voice_tuning.VoiceTuner`` does."""

    def tune(
        self,
        recordings: Sequence[Audio],
        embedding: NDArray[np.floating],
        f0_median_hz: float | None,
        on_progress: OnTuned = ...,
    ) -> VoiceAdapter:
        """Learn a voice from recordings at 16 kHz."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """A voice that was made, and what is worth knowing about it.

    Attributes
    ----------
    voice
        As stored.
    speech_s
        Seconds of speech used.
    windows, outliers
        Windows embedded, and those left out because they sound unlike the others.
    remarks
        One sentence each; nothing failed.
    """

    voice: Voice
    speech_s: float
    windows: int
    outliers: int
    remarks: tuple[str, ...]


def enrol(
    name: str,
    paths: Sequence[Path],
    *,
    library: VoiceLibrary,
    embedder: Embedder,
    consent: str,
    content: ContentReader | None = None,
    speaker_encoder: str | None = None,
    replace_existing: bool = False,
    tuner: Tuner | None = None,
    on_progress: Callable[[float, float], None] = lambda done_s, total_s: None,
    on_tuned: OnTuned = lambda step, steps, left_s: None,
) -> Enrolment:
    """Make a voice from recordings and store it.

    Parameters
    ----------
    consent
        Who stated the speaker's consent, when and how; kept with the voice.
    content
        Makes the voice's bank; None = a voice without one.
    speaker_encoder
        SHA-256 of the embedder's model.
    replace_existing
        Replace a voice of the same id (its profile is kept in ``previous/``).
    tuner
        Makes the voice's adapter; None = the embedding alone. Where it fails the voice has none.
    on_progress
        Called with seconds done and seconds in all.
    on_tuned
        Called while the tuner works.

    Raises
    ------
    SyrinxError
        The name is taken, or a recording cannot be used; nothing is stored then.
    """
    check_name(name, library, replace_existing=replace_existing)
    if not paths:
        raise SyrinxError("Name at least one recording.")
    unique: dict[Path, Path] = {}
    for path in paths:
        unique.setdefault(path.resolve(), path)  # a file named twice has no more speech
    paths = list(unique.values())
    lengths = [_seconds(path) for path in paths]
    budget = min(1.0, MOST_AUDIO_S / sum(lengths))
    total_s = sum(lengths) * budget
    remarks: list[str] = []
    speech: list[Audio] = []
    whole: list[Audio] = []
    done_s = 0.0
    read, embedded = (0.5, 1.0) if content is None else (0.3, 0.7)
    for path, length in zip(paths, lengths, strict=True):
        parts = []
        for chunk in _checked_chunks(path, length * budget, remarks):
            parts.append(chunk)
            done_s += len(chunk) / SAMPLE_RATE
            on_progress(min(read * done_s, total_s), total_s)
        whole.append(np.concatenate(parts))
        kept = skip_silence(whole[-1])
        if len(kept) < 0.5 * SAMPLE_RATE:
            raise SyrinxError(f"{path} is silent, or has less than half a second of speech.")
        speech.append(kept)
    speech_s = sum(len(part) for part in speech) / SAMPLE_RATE
    if speech_s < LEAST_SPEECH_S:
        raise SyrinxError(
            f"The recordings hold {speech_s:.1f} s of speech; "
            f"{LEAST_SPEECH_S:g} s is the least, {GOOD_SPEECH_S:g} s is good."
        )
    if speech_s < GOOD_SPEECH_S:
        remarks.append(
            f"only {speech_s:.0f} s of speech; with {GOOD_SPEECH_S:g} s the voice is closer."
        )
    embeddings, weights, origins = [], [], []
    embedded_s = 0.0
    for origin, part in enumerate(speech):
        for window in windows(part):
            embeddings.append(embedder.embed(window))
            weights.append(len(window) / SAMPLE_RATE)
            origins.append(origin)
            embedded_s += weights[-1]
            share = embedded_s / speech_s
            on_progress(total_s * (read + (embedded - read) * share), total_s)
    stacked, weighted = np.array(embeddings, np.float64), np.array(weights)
    embedding, kept_windows = robust_mean(stacked, weighted)
    remarks += _strangers(stacked, np.array(origins), paths)
    bank = None if content is None else make_bank(whole, content)
    on_progress(total_s, total_s)
    f0_median_hz = source_pitch.median_f0_hz(speech)
    adapter = None
    if tuner is not None:
        try:
            adapter = tuner.tune(whole, embedding, f0_median_hz, on_tuned)
        except SyrinxError as error:
            remarks.append(f"the voice was not fine-tuned: {error}")
    voice = Voice(
        id=slug(name),
        name=name.strip(),
        kind="neural",
        description=f"made from {speech_s:.0f} s of speech",
        tags=("own",),
        f0_median_hz=f0_median_hz,
        speaker_embedding=embedding,
        speaker_encoder=speaker_encoder,
        bank=bank,
        adapter=adapter,
        consent=consent,
        seconds=round(speech_s, 1),
        created=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    )
    if voice.f0_median_hz is None:
        remarks.append("no voiced speech was found, so auto pitch does nothing for this voice.")
    stored = library.add(voice, replace_existing=replace_existing)
    return Enrolment(
        voice=stored,
        speech_s=speech_s,
        windows=len(weighted),
        outliers=int(len(weighted) - np.count_nonzero(kept_windows)),
        remarks=tuple(remarks),
    )


def check_name(name: str, library: VoiceLibrary, *, replace_existing: bool) -> None:
    """Raise SyrinxError when a new voice cannot have this name."""
    taken = {voice.id: voice for voice in library.list()}.get(slug(name))
    check_spelling(name.strip())
    if taken is not None and taken.shipped:
        raise SyrinxError(f'"{taken.id}" is the name of a built-in voice; choose another name.')
    if taken is not None and not replace_existing:
        raise SyrinxError(
            f'There already is a voice "{taken.id}"; choose another name, or use --replace.'
        )


def windows(speech: Audio) -> Iterator[Audio]:
    """Yield ``speech`` cut into equal windows of about three seconds."""
    count = max(1, round(len(speech) / (WINDOW_S * SAMPLE_RATE)))
    size = len(speech) // count
    for index in range(count):
        yield speech[index * size : (index + 1) * size]


def robust_mean(
    embeddings: NDArray[np.float64], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return the weighted mean of unit embeddings without outliers, and which ones were kept.

    A window whose cosine to the mean lies more than three robust deviations (1.4826 MAD, at
    least 0.02) under the median is left out, at most a quarter of them; three rounds.

    Parameters
    ----------
    embeddings
        ``(n, 192)``.
    weights
        ``(n,)``, positive.

    Returns
    -------
    mean
        ``(192,)`` float32, unit length.
    kept
        ``(n,)`` bool.
    """
    kept = np.ones(len(embeddings), dtype=bool)
    for _ in range(3):
        mean = _unit(weights[kept] @ embeddings[kept])
        cosine = embeddings @ mean
        median = float(np.median(cosine))
        spread = max(0.02, 1.4826 * float(np.median(np.abs(cosine - median))))
        limit = max(median - 3.0 * spread, float(np.quantile(cosine, 0.25, method="lower")))
        strict = cosine >= median - 3.0 * spread
        again = strict if np.count_nonzero(~strict) <= len(kept) // 4 else cosine >= limit
        if np.array_equal(again, kept):
            break
        kept = again
    return _unit(weights[kept] @ embeddings[kept]).astype(np.float32), kept


def make_bank(recordings: Iterable[Audio], content: ContentReader) -> VoiceBank | None:
    """Return the bank of a speaker, None when there are not `LEAST_FRAMES` of speech.

    Parameters
    ----------
    recordings
        Mono audio at 16 kHz, ``(n_samples,)`` each, pauses and all; of the first
        `MOST_BANK_S` seconds only.
    """
    frames, left = [], round(MOST_BANK_S * SAMPLE_RATE)
    for audio in recordings:
        frames.append(speech_frames(*content.extract(audio[:left])))
        left -= len(audio)
        if left <= 0:
            break
    speech = np.concatenate(frames) if frames else np.zeros((0, 1), np.float32)
    if len(speech) < LEAST_FRAMES:
        return None
    return VoiceBank.from_frames(compact(speech), content_encoder=content.encoder_id)


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    length = float(np.linalg.norm(vector))
    if not 0.0 < length < np.inf:
        raise SyrinxError("The recordings give no voice; use cleaner ones.")
    return vector / length


def _seconds(path: Path) -> float:
    with AudioReader(path) as reader:
        return reader.seconds


def _checked_chunks(path: Path, wanted_s: float, remarks: list[str]) -> Iterator[Audio]:
    """Yield the file, or evenly spread parts of it, at 16 kHz; check every sample read."""
    clipped = read = 0
    with AudioReader(path) as reader:
        size = round(_CHUNK_S * reader.sample_rate)
        count = max(1, round(wanted_s / _CHUNK_S))
        if wanted_s < 0.99 * reader.seconds and reader.seekable:
            starts = np.linspace(0, max(0, reader.frames - size), count).astype(int)
        else:
            starts = np.arange(0, reader.frames, size)
        for start in starts:
            if reader.seekable:
                reader.seek(int(start))
            chunk = reader.read(size)
            if reader.bad_samples:
                raise SyrinxError(
                    f"{path} holds values that are no numbers (NaN); save it again or leave it out."
                )
            clipped += int(np.count_nonzero(np.abs(chunk) >= _CLIPPED_AT))
            read += len(chunk)
            if len(chunk):
                yield soxr.resample(chunk, reader.sample_rate, SAMPLE_RATE)
    if clipped > _CLIPPED_REFUSED * read:
        raise SyrinxError(
            f"{path} is clipped ({100 * clipped / read:.1f} % of it at full scale); "
            "record it again with less gain, or leave it out."
        )
    if clipped > _CLIPPED_NAMED * read:
        remarks.append(f"{path.name} is clipped in places; less gain gives a cleaner voice.")


def _strangers(
    embeddings: NDArray[np.float64], origins: NDArray[np.int_], paths: Sequence[Path]
) -> list[str]:
    """Name the files whose voice is unlike that of all the others."""
    found = []
    for origin, path in enumerate(paths):
        own, others = embeddings[origins == origin], embeddings[origins != origin]
        if len(others) and _unit(own.sum(0)) @ _unit(others.sum(0)) < _SAME_PERSON:
            found.append(f"{path.name} sounds like another person than the other recordings.")
    return found
