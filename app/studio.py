"""The program's enrolment and live chain, on files, for ``syrinx evaluate conversion``."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import soxr
from numpy.typing import NDArray

from syrinx.app.audio_files import AudioReader
from syrinx.app.clone.take_report import TakeReport
from syrinx.app.clone.takes import SAMPLE_RATE as TEXT_RATE
from syrinx.app.clone.takes import TakeChecker, accepted_takes
from syrinx.app.clone.text_check import TextChecker, load_text_checker
from syrinx.app.engine.neural_parts import timbre_of
from syrinx.app.engine.params import DEFAULT_INDEX_RATIO, VoiceParams
from syrinx.app.engine.voice_chain import VoiceChain, build_voice_chain
from syrinx.app.enrolment import enrol
from syrinx.app.offline import convert_file
from syrinx.app.settings import home_path
from syrinx.app.transcription.speakers import SETTINGS, turns_of
from syrinx.app.voice_tuning import VoiceTuner
from syrinx.app.voices import Voice, VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.content import ContentExtractor
from syrinx.neural.runtime.frame_voice import FrameVoice
from syrinx.neural.runtime.onnx_processor import LATENCY
from syrinx.neural.runtime.onnx_processor import SAMPLE_RATE as CORE_RATE
from syrinx.neural.runtime.registry import INDEX_NAME, LIVE_MODELS, SPEAKER_MODEL, ModelRegistry
from syrinx.neural.runtime.speaker import SpeakerEmbedder
from syrinx.neural.runtime.synthesis import SpeechFrames
from syrinx.neural.runtime.turn_space import load_turn_space
from syrinx.training.listening import Listening
from syrinx.training.studio import NO_KNOBS, Knobs, StudioOptions, StudioVoice, TakeVerdict
from syrinx.training.voice_tuning import TuningConfig

RATE, BLOCK = 48_000, 480
"""Speed is measured as the live chain runs: 10 ms blocks at the rate of a sound card."""
_PATIENT = TuningConfig(budget_s=1800.0)
"""All steps, however many processes share the machine: figures must not depend on that."""
_WARM_BLOCKS, _ROUND_BLOCKS, _ROUNDS = 50, 50, 6


class AppStudio:
    """Enrols into a temporary data folder and converts with the chain of ``syrinx convert``.

    Parameters
    ----------
    options
        See `StudioOptions`.

    Raises
    ------
    SyrinxError
        ``options.models`` is no folder of exported models.
    """

    def __init__(self, options: StudioOptions) -> None:
        self._options = options
        home = options.home or home_path()
        models = options.models or home / "models"
        if options.models is not None and not (models / INDEX_NAME).is_file():
            raise SyrinxError(f"There is no {INDEX_NAME} in {models}: name a folder of models.")
        self._scratch = tempfile.TemporaryDirectory(prefix="syrinx-studio-")
        place = Path(self._scratch.name)
        if models.is_dir():
            try:
                (place / "models").symlink_to(models.resolve(), target_is_directory=True)
            except OSError:  # Windows lets only some users make links
                shutil.copytree(models, place / "models")
        self.registry = ModelRegistry(place)
        self._checker: TakeChecker | None = None
        self._texts: tuple[TextChecker | None] | None = None
        self._theirs, self._made = VoiceLibrary(home), VoiceLibrary(place)

    def __enter__(self) -> AppStudio:
        return self

    def __exit__(self, *exc: object) -> None:
        self._scratch.cleanup()

    def voices(self) -> Sequence[StudioVoice]:
        """Neural voices of the library."""
        return [
            StudioVoice(id=voice.id, name=voice.name)
            for voice in self._theirs.list()
            if voice.kind == "neural"
        ]

    def enrol(
        self, name: str, recordings: Sequence[Path], *, fine_tune: bool = True
    ) -> StudioVoice:
        """Make a voice from recordings as ``syrinx enroll`` does; it lives as long as this."""
        done = enrol(
            name,
            recordings,
            library=self._made,
            embedder=SpeakerEmbedder(self.registry),
            consent="recordings of the speech pack, for this evaluation only",
            content=ContentExtractor(self.registry),
            speaker_encoder=self.registry.entry(SPEAKER_MODEL).sha256,
            replace_existing=True,
            tuner=VoiceTuner(self.registry, config=_PATIENT) if fine_tune else None,
        )
        return StudioVoice(
            id=done.voice.id,
            name=done.voice.name,
            averaged_s=done.averaged_s,
            tuned_s=done.tuned_s,
        )

    def convert(
        self, source: Path, target: Path, voice: str, *, fp32: bool, knobs: Knobs = NO_KNOBS
    ) -> None:
        """Convert a file with the voice of this id, as ``syrinx convert`` does."""
        others = self._params(knobs)
        convert_file(
            source,
            target,
            self._voice(voice),
            fp32=fp32,
            registry=self.registry,
            formant_semitones=others.formant_semitones,
            index_ratio=others.index_ratio,
            others=others,
            second=self._second(others),
        )

    def voiced(self, frames: Sequence[SpeechFrames], voice: str) -> NDArray[np.float32]:
        """Return what frames that follow each other are in a voice, at 16 kHz."""
        speaker = FrameVoice(
            self.registry,
            timbre_of(self._voice(voice), self.registry, []),
            index_ratio=self._params().index_ratio,
        )
        return np.concatenate([speaker.speak(piece) for piece in frames])

    def sweep(
        self, source: Path, voice: str, *, knobs: Knobs, to: Knobs, every_s: float
    ) -> NDArray[np.float32]:
        """Return what the live chain at 48 kHz makes while it turns the knobs to and fro."""
        turns = (self._params(to), self._params(knobs))
        chain = self._chain(voice, turns[1], fp32=False)
        every = round(every_s * RATE / BLOCK)
        made = []
        for number, block in enumerate(_blocks(source)):
            if number and number % every == 0:
                chain.set_params(turns[(number // every + 1) % 2])
            made.append(chain.process(block))
        return np.concatenate(made)

    def rtf(
        self, source: Path, voice: str, *, fp32: bool, knobs: Knobs = NO_KNOBS, to: Knobs = NO_KNOBS
    ) -> float:
        """Processor time over time of the live chain in this thread, at 48 kHz: a median.

        With ``to`` it turns there and back, twice a second.
        """
        turns = (self._params(to or knobs), self._params(knobs))
        chain = self._chain(voice, turns[1], fp32=fp32)
        chain.warm_up()
        blocks = _blocks(source)[: _WARM_BLOCKS + _ROUNDS * _ROUND_BLOCKS]
        for block in blocks[:_WARM_BLOCKS]:
            chain.process(block)
        times = []
        for number, first in enumerate(range(_WARM_BLOCKS, len(blocks), _ROUND_BLOCKS)):
            part = blocks[first : first + _ROUND_BLOCKS]
            chain.set_params(turns[number % 2])
            start = time.thread_time()
            for block in part:
                chain.process(block)
            times.append((time.thread_time() - start) * RATE / part.size)
        return float(np.median(times)) if times else float("nan")

    def check_take(
        self,
        audio: NDArray[np.float32],
        sample_rate: int,
        *,
        text: str = "",
        language: str = "en",
        others: Sequence[TakeVerdict] = (),
    ) -> TakeVerdict:
        """Check a take as the clone wizard does; ``others`` are the earlier takes."""
        if self._checker is None:
            self._checker = TakeChecker(
                SpeakerEmbedder(self.registry), texts=load_text_checker(self.registry)
            )
        earlier = [other.report for other in others if isinstance(other.report, TakeReport)]
        report = self._checker.check(
            audio, sample_rate, text=text, language=language, others=accepted_takes(earlier)
        )
        return TakeVerdict(
            problems=tuple(found.issue.value for found in report.problems),
            likeness=report.likeness,
            report=report,
        )

    def recognizer(self, model: str) -> Listening:
        """Open the recogniser of this id."""
        from syrinx.app.transcription.models import load_recognizer

        recognizer: Listening = load_recognizer(model, self._options.home or home_path())
        return recognizer

    def turns(
        self,
        recording: Path,
        words: Sequence[tuple[float, float]],
        *,
        speakers: int | None = None,
        least: float | None = None,
    ) -> Sequence[int]:
        """Tell whose words these are."""
        return turns_of(
            recording,
            words,
            SpeakerEmbedder(self.registry),
            load_turn_space(),
            speakers=speakers,
            settings=SETTINGS if least is None else replace(SETTINGS, least=least),
        )

    def text_costs(
        self, audio: NDArray[np.float32], sample_rate: int, texts: Sequence[str]
    ) -> list[float | None]:
        """How badly each English text fits a take, as the clone wizard judges; None = unknown."""
        if self._texts is None:
            self._texts = (load_text_checker(self.registry),)
        checker = self._texts[0]
        if checker is None:
            return [None] * len(texts)
        narrow = np.asarray(soxr.resample(audio, sample_rate, TEXT_RATE), np.float32)
        return checker.costs(narrow, texts, "en")

    def facts(self, voice: str) -> Mapping[str, float]:
        """Declared delays in ms, the live networks' size in MB, the pull of the index."""
        chain = build_voice_chain(
            self._voice(voice), sample_rate=RATE, params=self._params(), registry=self.registry
        )
        entries = self.registry.entries()
        return {
            "model_delay_ms": 1000.0 * LATENCY / CORE_RATE,
            "chain_delay_ms": 1000.0 * chain.latency / RATE,
            "live_files_mb": sum(entries[name].bytes for name in LIVE_MODELS) / 1e6,
            "index_ratio": self._params().index_ratio,
        }

    def _voice(self, voice_id: str) -> Voice:
        made = {voice.id: voice for voice in self._made.list() if not voice.shipped}
        return made.get(voice_id) or self._theirs.get(voice_id)

    def _params(self, knobs: Knobs = NO_KNOBS) -> VoiceParams:
        ratio = self._options.index_ratio
        plain = VoiceParams(index_ratio=DEFAULT_INDEX_RATIO if ratio is None else ratio)
        changes: dict[str, Any] = dict(knobs)  # VoiceParams checks what is asked for
        return replace(plain, **changes)

    def _second(self, params: VoiceParams) -> Voice | None:
        return None if params.morph_to is None else self._voice(params.morph_to)

    def _chain(self, voice: str, params: VoiceParams, *, fp32: bool) -> VoiceChain:
        return build_voice_chain(
            self._voice(voice),
            sample_rate=RATE,
            params=params,
            second=self._second(params),
            fp32=fp32,
            registry=self.registry,
        )


def _blocks(source: Path) -> NDArray[np.float32]:
    """Blocks of 10 ms at 48 kHz, ``(n_blocks, 480)``."""
    with AudioReader(source) as reader:
        audio = soxr.resample(reader.read(reader.frames), reader.sample_rate, RATE)
    whole = audio[: len(audio) // BLOCK * BLOCK].astype(np.float32)
    return np.asarray(whole.reshape(-1, BLOCK))


def open_studio(options: StudioOptions) -> AppStudio:
    """Open the studio: an `OpenStudio` that can be pickled."""
    return AppStudio(options)
