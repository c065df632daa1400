"""The check of a take: accepted, or sent back with the reason in words.

The measures are `syrinx.dsp.recording_quality`'s; here are the limits and the sentences. The
limits were set on the train speakers of the speech pack (docs/measurements/takes.md).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
import soxr
from numpy.typing import NDArray

from syrinx.app.clone.likeness import Reference, likeness, one_voice, reference_of
from syrinx.app.clone.take_report import Finding, TakeIssue, TakeReport
from syrinx.app.clone.texts import letters
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.dsp.recording_quality import RecordingQuality, measure_recording
from syrinx.neural.runtime.speaker import skip_silence

SAMPLE_RATE = 16_000


class Embedder(Protocol):
    """What ``syrinx.neural.runtime.speaker.SpeakerEmbedder`` does."""

    def embed(self, audio: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return the embedding of 16 kHz audio, ``(192,)``, of unit length."""
        ...


class TextCosts(Protocol):
    """What ``syrinx.app.clone.text_check.TextChecker`` does."""

    def cost(self, audio: Audio, text: str, language: str) -> float | None:
        """Return how badly ``text`` fits 16 kHz audio; None when that cannot be said."""
        ...


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TakeLimits:
    """Beyond these a take is sent back.

    The fields are named as the measures of `RecordingQuality`. ``good_*`` and ``faint_dbfs`` only
    make a remark. Hum and the edges are in dB relative to the speech; one line of hum must be
    stronger than several. ``likeness`` and ``one_voice`` are those of `syrinx.app.clone.likeness`;
    with at most ``few_takes`` others ``likeness_few`` counts. ``letters_per_s`` is the range of a
    language's letters (Mandarin: characters) per second of speech. ``text_cost`` is what a text may
    cost (`syrinx.neural.runtime.text_cost`), ``text_cost_lenient`` the same for somebody whom the
    recogniser has misunderstood before.
    """

    least_speech_s: float = 1.0
    least_voiced_s: float = 0.2
    longest_s: float = 30.0
    quiet_dbfs: float = -50.0
    faint_dbfs: float = -38.0
    snr_db: float = 12.0
    good_snr_db: float = 20.0
    flat_share: float = 3e-4
    peak_ratio: float = 1.08
    hum_lines_db: float = -34.0
    hum_line_db: float = -30.0
    hum_prominence_db: float = 16.0
    decay_s: float = 0.29
    good_decay_s: float = 0.24
    edge_db: float = -9.0
    edge_over_noise_db: float = 8.0
    syllables_per_s: float = 6.8
    likeness: float = 0.44
    likeness_few: float = 0.38
    few_takes: int = 2
    one_voice: float = 0.05
    text_cost: float = 2.8
    text_cost_lenient: float = 3.2
    dull_hz: float = 4500.0
    offset: float = 0.02
    letters_per_s: tuple[tuple[str, float, float], ...] = (("en", 4.0, 24.0), ("zh", 1.5, 8.0))

    def rates(self, language: str) -> tuple[float, float] | None:
        """Letters per second of this language; None where nothing is known."""
        for name, low, high in self.letters_per_s:
            if name == language.split("-")[0].lower():
                return low, high
        return None


class TakeChecker:
    """Checks takes of one person.

    Parameters
    ----------
    embedder
        Says who speaks; None leaves that check out.
    limits
        When a take is sent back.
    texts
        Says whether the text was read; None leaves that to the length of the take.
    """

    def __init__(
        self,
        embedder: Embedder | None,
        *,
        limits: TakeLimits | None = None,
        texts: TextCosts | None = None,
    ) -> None:
        self._embedder = embedder
        self._texts = texts
        self.limits = limits or TakeLimits()

    def check(
        self,
        audio: Audio,
        sample_rate: int,
        *,
        text: str | None = None,
        language: str = "en",
        others: Reference | None = None,
        lenient: bool = False,
    ) -> TakeReport:
        """Check one take.

        Parameters
        ----------
        audio
            Mono, ``(n_samples,)`` in [-1, 1].
        sample_rate
            In Hz.
        text
            What was to be read; None for free speech.
        others
            The takes accepted so far, see :func:`accepted_takes`.
        lenient
            Let a text pass that is hard to make out.

        Raises
        ------
        SyrinxError
            The sample rate is none, or the speaker model is missing.
        """
        quality = measure_recording(audio, sample_rate)
        problems = list(_no_speech(quality, self.limits))
        if problems:
            return TakeReport(problems=tuple(problems), remarks=(), quality=quality)
        narrow = (
            audio
            if sample_rate == SAMPLE_RATE
            else np.asarray(soxr.resample(audio, sample_rate, SAMPLE_RATE), np.float32)
        )
        problems += _spoiled(quality, self.limits)
        embedding = self._embedding(narrow)
        alike = None
        if embedding is not None and others is not None and len(others):
            alike = likeness(embedding, quality.speech.f0_median_hz, others)
            few = len(others) <= self.limits.few_takes
            if alike < (self.limits.likeness_few if few else self.limits.likeness):
                problems.append(_found(TakeIssue.OTHER_SPEAKER))
        if embedding is not None and not problems and self._two_voices(narrow):
            problems.append(_found(TakeIssue.TWO_SPEAKERS))
        cost = matches = None
        remarks = list(_remarks(quality, self.limits))
        if text is not None and text.strip():
            wrong_length = list(_wrong_length(quality, text, language, self.limits))
            problems += wrong_length
            if self._texts is not None and not wrong_length:
                cost = self._texts.cost(narrow, text, language)
        if cost is not None:
            matches = cost <= self.limits.text_cost
            if not matches and lenient and cost <= self.limits.text_cost_lenient:
                remarks.append(_found(TakeIssue.OTHER_TEXT, _HARD_TO_MAKE_OUT))
            elif not matches:
                problems.append(_found(TakeIssue.OTHER_TEXT))
        return TakeReport(
            problems=tuple(problems),
            remarks=tuple(remarks),
            quality=quality,
            likeness=alike,
            embedding=embedding,
            text_cost=cost,
            text_matches=matches,
        )

    def _two_voices(self, narrow: Audio) -> bool:
        if self._embedder is None:
            return False
        return one_voice(skip_silence(narrow), self._embedder.embed) < self.limits.one_voice

    def _embedding(self, narrow: Audio) -> NDArray[np.float32] | None:
        if self._embedder is None:
            return None
        try:
            return self._embedder.embed(narrow)
        except SyrinxError:  # too little that is loud enough: the other checks say so
            return None


def accepted_takes(reports: Sequence[TakeReport]) -> Reference:
    """Whom a new take is compared with: the accepted ones of these that have an embedding."""
    kept = [r for r in reports if r.accepted and r.embedding is not None]
    return reference_of(
        [r.embedding for r in kept if r.embedding is not None],
        [r.quality.speech.f0_median_hz for r in kept],
    )


_SENTENCES = {
    TakeIssue.SILENT: "Nobody can be heard: check that the right microphone is chosen and not "
    "muted, then read it again.",
    TakeIssue.TOO_SHORT: "There is hardly any speech in it: press the key, wait a moment, read the "
    "whole sentence, wait a moment, press again.",
    TakeIssue.TOO_LONG: "It is too long: make a pause and stop after each sentence.",
    TakeIssue.TOO_QUIET: "It is too quiet: move closer to the microphone, or turn it up in the "
    "sound settings.",
    TakeIssue.CLIPPED: "It is too loud, the loudest places are cut off: turn the microphone down, "
    "or move back a little.",
    TakeIssue.NOISY: "There is too much noise behind the voice: close the window, switch off fans "
    "and music, or move closer to the microphone.",
    TakeIssue.HUM: "A hum from the mains is audible: move the microphone and its cable away from "
    "power supplies, or run a laptop on its battery.",
    TakeIssue.ECHO: "The room echoes: move closer to the microphone, or go to a room with "
    "curtains, a carpet or a bed.",
    TakeIssue.CUT_START: "The beginning is cut off: press the key, wait a moment, then begin to "
    "read.",
    TakeIssue.CUT_END: "The end is cut off: wait a moment after the last word, then press the key.",
    TakeIssue.TOO_FAST: "That was very fast: read it more slowly, as if to a friend.",
    TakeIssue.OTHER_SPEAKER: "This sounds like another person than the other takes: only one "
    "person may read. If it was you, read it again as before.",
    TakeIssue.TWO_SPEAKERS: "Two people can be heard in it: only one person may speak.",
    TakeIssue.TEXT_TOO_SHORT: "That was too short for the text: read all of it, not too fast.",
    TakeIssue.TEXT_TOO_LONG: "That was too long for the text: read only what is shown, and go on "
    "without long pauses.",
    TakeIssue.OTHER_TEXT: "Other words were heard than the ones shown: read it again, word by "
    "word.",
    TakeIssue.DULL: "High tones are missing: a headset over Bluetooth or a telephone does that; a "
    "microphone on a cable sounds better.",
    TakeIssue.OFFSET: "The sound card adds a constant voltage; it does no harm here.",
}


_HARD_TO_MAKE_OUT = "Some words were hard to make out; it was kept all the same."


def _found(issue: TakeIssue, sentence: str | None = None) -> Finding:
    return Finding(issue=issue, sentence=sentence or _SENTENCES[issue])


def _no_speech(quality: RecordingQuality, limits: TakeLimits) -> Iterator[Finding]:
    """What makes all other checks pointless."""
    speech = quality.speech
    # Strong hum hides the pitch: then the voice is not missing, it was not found.
    voiced_s = limits.least_voiced_s if is_humming(quality, limits) else speech.voiced_s
    if speech.speech_s < 0.05 or voiced_s < min(limits.least_voiced_s, 0.05):
        yield _found(TakeIssue.SILENT)
    elif speech.speech_s < limits.least_speech_s or voiced_s < limits.least_voiced_s:
        yield _found(TakeIssue.TOO_SHORT)


def is_humming(quality: RecordingQuality, limits: TakeLimits) -> bool:
    """Whether mains hum is strong enough to refuse a take."""
    hum = quality.hum
    least_db = limits.hum_lines_db if hum.lines > 1 else limits.hum_line_db
    over_db = hum.hum_dbfs - quality.levels.speech_dbfs
    return hum.prominence_db > limits.hum_prominence_db and over_db > least_db


def _spoiled(quality: RecordingQuality, limits: TakeLimits) -> Iterator[Finding]:
    """What the recording suffers from, the weightiest first."""
    levels, hum, speech = quality.levels, quality.hum, quality.speech
    if quality.seconds > limits.longest_s:
        yield _found(TakeIssue.TOO_LONG)
    if quality.clipped_share > limits.flat_share or quality.peak_ratio < limits.peak_ratio:
        yield _found(TakeIssue.CLIPPED)
    if levels.speech_dbfs < limits.quiet_dbfs:
        yield _found(TakeIssue.TOO_QUIET)
    noisy = levels.snr_db < limits.snr_db
    humming = is_humming(quality, limits)
    if humming:
        yield _found(TakeIssue.HUM)
    if noisy and not (humming and hum.hum_dbfs > levels.noise_dbfs - 3.0):
        yield _found(TakeIssue.NOISY)
    if quality.decay_s > limits.decay_s and not noisy:
        yield _found(TakeIssue.ECHO)
    over_noise = levels.noise_dbfs - levels.speech_dbfs + limits.edge_over_noise_db
    edge_db = max(limits.edge_db, over_noise)
    if speech.start_db > edge_db:
        yield _found(TakeIssue.CUT_START)
    if speech.end_db > edge_db:
        yield _found(TakeIssue.CUT_END)
    if speech.syllables_per_s > limits.syllables_per_s and not noisy:
        yield _found(TakeIssue.TOO_FAST)


def _remarks(quality: RecordingQuality, limits: TakeLimits) -> Iterator[Finding]:
    """What could be better, and refuses nothing."""
    levels = quality.levels
    if limits.quiet_dbfs <= levels.speech_dbfs < limits.faint_dbfs:
        yield _found(TakeIssue.TOO_QUIET, "It is rather quiet: a little closer would be better.")
    if limits.snr_db <= levels.snr_db < limits.good_snr_db:
        yield _found(TakeIssue.NOISY, "Some noise is audible: a quieter place would be better.")
    if limits.good_decay_s < quality.decay_s <= limits.decay_s:
        yield _found(TakeIssue.ECHO, "The room echoes a little: closer would be better.")
    if 0.0 < quality.band_limit_hz < limits.dull_hz and levels.snr_db >= limits.good_snr_db:
        yield _found(TakeIssue.DULL)
    if abs(quality.dc_offset) > limits.offset:
        yield _found(TakeIssue.OFFSET)


def _wrong_length(
    quality: RecordingQuality, text: str, language: str, limits: TakeLimits
) -> Iterator[Finding]:
    rates = limits.rates(language)
    if rates is None:
        return
    per_s = letters(text) / quality.speech.speech_s
    if per_s > rates[1]:
        yield _found(TakeIssue.TEXT_TOO_SHORT)
    elif 0.0 < per_s < rates[0]:
        yield _found(TakeIssue.TEXT_TOO_LONG)
