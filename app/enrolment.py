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
from numpy.typing import NDArray

from syrinx.app import source_pitch
from syrinx.app.recordings import Recordings, read_recordings
from syrinx.app.voice_adapter import VoiceAdapter
from syrinx.app.voice_bank import VoiceBank
from syrinx.app.voice_model import check_name as check_spelling
from syrinx.app.voices import Voice, VoiceLibrary, slug
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.retrieval import LEAST_FRAMES, compact, speech_frames
from syrinx.neural.runtime.speaker import SAMPLE_RATE

WINDOW_S = 3.0
NOT_TUNED = "The voice was not fine-tuned."
"""Before the sentence that says why."""
MOST_BANK_S = 300.0
"""Speech that a bank is made from; more of it changed no measured figure."""
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
class Averaged:
    """What recordings say of a voice without learning.

    Attributes
    ----------
    embedding
        ``(192,)`` float32, unit length.
    windows, outliers
        Windows embedded, and those left out because they sound unlike the others.
    f0_median_hz, f0_range_hz
        Median, and the 5th and 95th percentiles, of the speaker's F0; None = nothing voiced.
    remarks
        One sentence each.
    """

    embedding: NDArray[np.float32]
    windows: int
    outliers: int
    f0_median_hz: float | None
    f0_range_hz: tuple[float, float] | None
    remarks: tuple[str, ...]


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
    averaged_s, tuned_s
        Seconds that all but the tuner took, and the tuner.
    """

    voice: Voice
    speech_s: float
    windows: int
    outliers: int
    remarks: tuple[str, ...]
    averaged_s: float
    tuned_s: float


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
    began = time.monotonic()
    check_name(name, library, replace_existing=replace_existing)
    read, embedded = (0.5, 1.0) if content is None else (0.3, 0.7)
    recordings = read_recordings(paths, lambda done, total: on_progress(read * done, total))
    total_s = sum(len(part) for part in recordings.whole) / SAMPLE_RATE
    averaged = average(
        recordings,
        embedder,
        lambda share: on_progress(total_s * (read + (embedded - read) * share), total_s),
    )
    remarks = [*recordings.remarks, *averaged.remarks]
    bank = None if content is None else make_bank(recordings.whole, content)
    on_progress(total_s, total_s)
    adapter, tuned_s = None, 0.0
    if tuner is not None:
        tuned_at = time.monotonic()
        try:
            adapter = tuner.tune(
                recordings.whole, averaged.embedding, averaged.f0_median_hz, on_tuned
            )
        except SyrinxError as error:
            remarks.append(f"{NOT_TUNED} {error}")
        tuned_s = time.monotonic() - tuned_at
    voice = Voice(
        id=slug(name),
        name=name.strip(),
        kind="neural",
        description=description_of(recordings),
        tags=("own",),
        f0_median_hz=averaged.f0_median_hz,
        speaker_embedding=averaged.embedding,
        speaker_encoder=speaker_encoder,
        bank=bank,
        adapter=adapter,
        consent=consent,
        seconds=round(recordings.speech_s, 1),
        created=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    )
    stored = library.add(voice, replace_existing=replace_existing)
    return Enrolment(
        voice=stored,
        speech_s=recordings.speech_s,
        windows=averaged.windows,
        outliers=averaged.outliers,
        remarks=tuple(remarks),
        averaged_s=time.monotonic() - began - tuned_s,
        tuned_s=tuned_s,
    )


def average(
    recordings: Recordings,
    embedder: Embedder,
    on_progress: Callable[[float], None] = lambda share: None,
) -> Averaged:
    """Embed the speech window by window, and average what is alike.

    Parameters
    ----------
    on_progress
        Called with the share that is done.

    Raises
    ------
    SyrinxError
        The recordings give no voice.
    """
    embeddings, weights, origins = [], [], []
    embedded_s = 0.0
    for origin, part in enumerate(recordings.speech):
        for window in windows(part):
            embeddings.append(embedder.embed(window))
            weights.append(len(window) / SAMPLE_RATE)
            origins.append(origin)
            embedded_s += weights[-1]
            on_progress(min(1.0, embedded_s / recordings.speech_s))
    stacked, weighted = np.array(embeddings, np.float64), np.array(weights)
    embedding, kept = robust_mean(stacked, weighted)
    remarks = _strangers(stacked, np.array(origins), recordings.names)
    pitch = source_pitch.pitch_of(recordings.speech)
    if pitch is None:
        remarks.append("No voiced speech was found, so auto pitch does nothing for this voice.")
    return Averaged(
        embedding=embedding,
        windows=len(weighted),
        outliers=int(len(weighted) - np.count_nonzero(kept)),
        f0_median_hz=None if pitch is None else pitch.median_hz,
        f0_range_hz=None if pitch is None else (pitch.low_hz, pitch.high_hz),
        remarks=tuple(remarks),
    )


def description_of(recordings: Recordings) -> str:
    """What the card of a voice says of its recordings."""
    return f"made from {recordings.speech_s:.0f} s of speech"


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


def _strangers(
    embeddings: NDArray[np.float64], origins: NDArray[np.int_], names: Sequence[str]
) -> list[str]:
    """Name the files whose voice is unlike that of all the others."""
    found = []
    for origin, name in enumerate(names):
        own, others = embeddings[origins == origin], embeddings[origins != origin]
        if len(others) and _unit(own.sum(0)) @ _unit(others.sum(0)) < _SAME_PERSON:
            found.append(f"{name} sounds like another person than the other recordings.")
    return found
