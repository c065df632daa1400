"""Where the checking process works: models are read once, when they are first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import soundfile
import soxr

from syrinx.app.audio_files import AudioReader
from syrinx.app.clone import checking as c
from syrinx.app.clone.cutting import CutReport, cut_files, read_piece
from syrinx.app.clone.likeness import Reference, likeness, reference_of
from syrinx.app.clone.room import RoomMeter
from syrinx.app.clone.room_summary import summary_of
from syrinx.app.clone.take_report import TakeReport
from syrinx.app.clone.takes import TakeChecker
from syrinx.app.clone.text_check import TextChecker, load_text_checker
from syrinx.app.files import replacing
from syrinx.app.offline import convert_file
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.speaker import SAMPLE_RATE, SpeakerEmbedder, skip_silence

LONGEST_S = 120.0
"""More of one recording is not looked at."""


class Desk:
    """Serves the questions of one window.

    Parameters
    ----------
    home
        The data folder.
    tell
        Takes the answers.
    """

    def __init__(self, home: Path, tell: Callable[[c.Answer], None]) -> None:
        self._home, self._tell = home, tell
        self._registry = ModelRegistry(home)
        self._embedder: SpeakerEmbedder | None = None
        self._texts: tuple[TextChecker | None] | None = None

    def serve(self, question: c.Question) -> None:
        """Answer a question.

        Raises
        ------
        SyrinxError
            It cannot be answered: one sentence says why.
        """
        match question:
            case c.CheckTake():
                self._check(question)
            case c.CutFiles():
                self._cut(question)
            case c.ConvertSample():
                self._convert(question)
            case c.CheckRoom():
                self._check_room(question)
            case c.Prepare():
                _ = self.embedder, self.texts

    @property
    def embedder(self) -> SpeakerEmbedder:
        """The speaker encoder."""
        if self._embedder is None:
            self._embedder = SpeakerEmbedder(self._registry)
        return self._embedder

    @property
    def texts(self) -> TextChecker | None:
        """The recogniser that says whether a text was read; None where there is none."""
        if self._texts is None:
            self._texts = (load_text_checker(self._registry),)
        return self._texts[0]

    def _check(self, question: c.CheckTake) -> None:
        audio, sample_rate = _left(Path(question.path))
        report = TakeChecker(self.embedder, texts=self.texts).check(
            audio,
            sample_rate,
            text=question.text or None,
            language=question.language,
            others=_reference(question.others),
            lenient=question.lenient,
        )
        self._tell(checked(question.token, report))

    def _check_room(self, question: c.CheckRoom) -> None:
        audio, sample_rate = _left(Path(question.path))
        meter = RoomMeter(sample_rate)
        meter.feed(audio)
        self._tell(c.RoomChecked(token=question.token, room=summary_of(meter.report())))

    def _cut(self, question: c.CutFiles) -> None:
        token, folder = question.token, Path(question.folder)
        checker = TakeChecker(self.embedder)
        others = _reference(question.others)

        def tell(done_s: float, total_s: float) -> None:
            self._tell(c.CutProgress(token=token, done_s=done_s, total_s=total_s))

        report = cut_files([Path(path) for path in question.paths], checker, on_progress=tell)
        strange_s = 0.0
        for number, kept in enumerate(report.kept):
            if not _is_same(kept.report, others, checker.limits.likeness):
                strange_s += kept.piece.seconds
                continue
            path = folder / f"piece-{token}-{number:04d}.wav"
            audio, sample_rate = read_piece(kept.piece)
            with replacing(path) as temporary:
                soundfile.write(temporary, audio, sample_rate, subtype="PCM_24")
            piece = kept.piece
            origin = f"{piece.path.name}, {piece.start_s:.1f}\N{EN DASH}{piece.end_s:.1f} s"
            take = checked(token, kept.report)
            self._tell(c.PieceCut(token=token, path=str(path), origin=origin, take=take))
        self._tell(c.FilesCut(token=token, remarks=tuple(_put_aside(report, strange_s))))

    def _convert(self, question: c.ConvertSample) -> None:
        voice = VoiceLibrary(self._home).get(question.voice_id)
        source, target = Path(question.source), Path(question.target)
        report = convert_file(source, target, voice, registry=self._registry)
        self._tell(
            c.SampleConverted(
                token=question.token,
                path=str(target),
                similarity=self._likeness(target, voice.speaker_embedding),
                source_similarity=self._likeness(source, voice.speaker_embedding),
                pitch_semitones=report.pitch_semitones,
                remarks=report.remarks,
            )
        )

    def _likeness(self, path: Path, embedding: np.ndarray | None) -> float:
        """Cosine of a file's speaker to a voice; 0 where nobody can be heard."""
        if embedding is None:
            return 0.0
        audio, sample_rate = _left(path)
        narrow = np.asarray(soxr.resample(audio, sample_rate, SAMPLE_RATE), np.float32)
        try:
            return float(self.embedder.embed(skip_silence(narrow)) @ embedding)
        except SyrinxError:
            return 0.0


def checked(token: int, report: TakeReport) -> c.TakeChecked:
    """Bring a report into the form that crosses the pipe."""
    quality = report.quality
    levels, speech = quality.levels, quality.speech
    embedding = () if report.embedding is None else tuple(np.round(report.embedding, 5).tolist())
    measures = {
        "speech_s": speech.speech_s,
        "voiced_s": speech.voiced_s,
        "level_dbfs": levels.speech_dbfs,
        "noise_dbfs": levels.noise_dbfs,
        "snr_db": levels.snr_db,
        "decay_s": quality.decay_s,
        "f0_median_hz": speech.f0_median_hz,
        "syllables_per_s": speech.syllables_per_s,
        "likeness": report.likeness,
        "text_cost": report.text_cost,
        "text_matches": report.text_matches,
    }
    return c.TakeChecked(
        token=token,
        seconds=quality.seconds,
        accepted=report.accepted,
        problems=tuple(found.sentence for found in report.problems),
        remarks=tuple(found.sentence for found in report.remarks),
        measures={
            name: float(value)
            for name, value in measures.items()
            if value is not None and np.isfinite(value)
        },
        embedding=embedding,
    )


def _is_same(report: TakeReport, others: Reference, least: float) -> bool:
    """Whether a piece sounds like the takes so far; without any it does."""
    if not len(others) or report.embedding is None:
        return True
    return likeness(report.embedding, report.quality.speech.f0_median_hz, others) >= least


def _put_aside(report: CutReport, strange_s: float) -> Iterator[str]:
    yield from report.failed
    sentences = {aside.reason: aside.sentence for aside in report.aside}
    for reason, seconds in report.aside_s().items():
        amount = f"{seconds:.0f} s were put aside."
        yield f"{amount} {sentences[reason]}"
    if strange_s:
        yield (
            f"{strange_s:.0f} s were put aside. They sound like somebody else than the statement "
            "of consent and the takes."
        )
    if not report.kept and not report.aside and not report.failed:
        yield "Nobody speaks in it."


def _reference(others: Iterable[c.Heard]) -> Reference:
    heard = list(others)
    return reference_of(
        [np.asarray(embedding, np.float32) for embedding, _ in heard],
        [f0_hz for _, f0_hz in heard],
    )


def _left(path: Path) -> tuple[Audio, int]:
    """The first channel of a file: recordings of the engine have the input there."""
    with AudioReader(path):  # its sentences about files that are none
        pass
    try:
        with soundfile.SoundFile(path) as file:
            count = round(LONGEST_S * file.samplerate)
            audio = file.read(count, dtype="float32", always_2d=True)
            return np.ascontiguousarray(audio[:, 0]), int(file.samplerate)
    except (OSError, soundfile.LibsndfileError) as error:
        raise SyrinxError(f"{path} cannot be read as audio ({error}).") from error
