"""Converts the fixed dev sentences to a target with the live chain, and scores what comes out.

One `Workplace` per process holds what all targets share: judges, sources, the studio.
"""

from __future__ import annotations

import dataclasses
import re
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.augment import mix_at_snr
from syrinx.training.data import SAMPLE_RATE, SpeechCache, Utterance
from syrinx.training.metrics.baselines import (
    WorldAnalysis,
    WorldConversion,
    analyse,
    median_f0_hz,
    shift_pitch,
)
from syrinx.training.metrics.conversion import read_recording
from syrinx.training.metrics.dev_set import Target, dev_sentences, file_name, target_of
from syrinx.training.metrics.examples import keep_example, write_wav
from syrinx.training.metrics.panel import find_judges
from syrinx.training.metrics.scoring import Board, Listener, Recording, at_16k
from syrinx.training.studio import OpenStudio, Studio, StudioOptions, StudioVoice

SNR_DB = 10.0
LENGTHS_S = (30, 180)
OnStep = Callable[[], None]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to convert, and how.

    ``sentences`` of the fixed set are drawn, ``limit`` of them, spread evenly, are converted (the
    word judge knows all of them). ``baselines`` are the classical changers. ``examples`` of the
    sentences, spread evenly, keep their audio and a picture in ``folder``.
    """

    cache: Path
    studio: StudioOptions
    sentences: int = 40
    limit: int | None = None
    compare_float: bool = False
    compare_average: bool = False
    noise: bool = True
    baselines: bool = True
    outside_judges: bool = True
    encoder: Path | None = None
    folder: Path | None = None
    examples: int = 4


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A voice to be scored.

    ``voice`` is the id of a voice of the program, None = to be enrolled from ``speaker``'s
    recordings; ``speaker`` is who it is compared with (``corpus/speaker``), None = nobody.
    """

    name: str
    voice: str | None
    speaker: str | None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A sentence to be converted, clean and with noise, as files and in memory."""

    utterance: Utterance
    recording: Recording
    path: Path
    noisy: Recording
    noisy_path: Path
    world: WorldAnalysis | None


class Workplace:
    """What all targets of a process share; a context, for it keeps temporary files."""

    def __init__(self, plan: Plan, open_studio: OpenStudio) -> None:
        self.plan, self.cache = plan, SpeechCache(plan.cache)
        self._scratch = tempfile.TemporaryDirectory(prefix="syrinx-evaluate-")
        self.scratch = Path(self._scratch.name)
        sentences = dev_sentences(self.cache, plan.sentences)
        judges, self.notes = find_judges(
            {file_name(u): u.text for u in sentences},
            plan.encoder,
            outside_judges=plan.outside_judges,
        )
        self.listener = Listener(judges)
        self.speed: dict[bool, dict[str, float]] = {}
        self.studio: Studio = open_studio(plan.studio)
        places = np.unique(
            np.linspace(0, len(sentences) - 1, min(plan.limit or 10**6, len(sentences))).round()
        )
        noises = list(self.cache.noises().items())
        self.sources = [
            self._source(sentences[int(place)], number, noises)
            for number, place in enumerate(places)
        ]

    def __enter__(self) -> Workplace:
        self.studio.__enter__()
        return self

    def __exit__(self, *exc: object) -> None:
        self.studio.__exit__(*exc)
        self._scratch.cleanup()

    def _source(
        self, utterance: Utterance, number: int, noises: Sequence[tuple[str, NDArray]]
    ) -> Source:
        audio = self.cache.audio(utterance)
        rng = np.random.default_rng(utterance.index)
        kind = number % (len(noises) + 1)  # the recorded ones in turn, then white noise
        if kind < len(noises):
            noise = noises[kind][1]
            start = int(rng.integers(0, max(1, len(noise) - len(audio))))
            noise = np.resize(noise[start : start + len(audio)], len(audio)).astype(np.float32)
        else:
            noise = rng.standard_normal(len(audio), dtype=np.float32)
        noisy = np.clip(mix_at_snr(audio, noise, SNR_DB), -1.0, 1.0).astype(np.float32)
        stem = file_name(utterance).removesuffix(".wav")
        return Source(
            utterance=utterance,
            recording=at_16k(stem, audio),
            path=write_wav(self.scratch / "source" / f"{stem}.wav", audio),
            noisy=at_16k(stem, noisy),
            noisy_path=write_wav(self.scratch / "noisy" / f"{stem}.wav", noisy),
            world=analyse(audio) if self.plan.baselines else None,
        )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A row that the live chain makes."""

    row: str
    voice: str
    fp32: bool
    took_s: dict[str, float] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(slots=True, kw_only=True)
class Result:
    """One target's figures and examples.

    ``table`` is row -> figure -> value; ``took_s`` is row -> seconds that making the voice took, by
    averaging and by fine-tuning; ``examples`` name the files of each sentence by row,
    relative to the report's folder.
    """

    name: str
    kind: str
    speaker: str | None
    enrolled_s: dict[str, float]
    took_s: dict[str, dict[str, float]]
    table: dict[str, dict[str, Any]]
    examples: list[dict[str, Any]]
    notes: list[str]


def convert_and_score(work: Workplace, wish: Wish, on_step: OnStep = lambda: None) -> Result:
    """Convert every source to one voice, and score all rows; ``on_step`` after each source.

    Raises
    ------
    SyrinxError
        There is no such speaker or voice, or he has not enough recordings.
    """
    target = None if wish.speaker is None else target_of(work.cache, wish.speaker)
    conversions, enrolled = _voices(work, wish, target)
    compare = [] if target is None else list(target.compare)
    recordings = [at_16k(file_name(u), work.cache.audio(u)) for u in compare]
    board = Board(work.listener, recordings[::2])
    world = WorldConversion([r.audio_16k for r in recordings[::2]]) if recordings else None
    target_hz = median_f0_hz(recordings[::2])
    sources = [s for s in work.sources if s.utterance.speaker_key != wish.speaker]
    if not sources:
        raise SyrinxError(f"All sources are {wish.speaker}; use more of them (--limit).")
    place = work.scratch / re.sub(r"[^A-Za-z0-9]+", "-", wish.name)
    shown = set(np.linspace(0, len(sources) - 1, work.plan.examples).round().astype(int).tolist())
    examples = []
    for number, source in enumerate(sources):
        text = source.utterance.text
        made: dict[str, Recording] = {"source": source.recording}
        if world is not None and source.world is not None:
            made["world"] = world.convert(source.recording, source.world)
            formants = 12 * float(np.log2(world.ratio(source.world)))
            shifted = shift_pitch(source.recording, target_hz, formant_semitones=formants)
            if shifted is not None:
                made["shift"] = shifted
        for item in conversions:
            path = place / item.row / source.path.name
            path.parent.mkdir(parents=True, exist_ok=True)
            work.studio.convert(source.path, path, item.voice, fp32=item.fp32)
            made[item.row] = read_recording(path)
        for row, recording in made.items():
            board.add(row, recording, source=source.recording, text=text)
        if work.plan.noise:
            path = place / "noisy.wav"
            last = [item for item in conversions if not item.fp32][-1]
            work.studio.convert(source.noisy_path, path, last.voice, fp32=False)
            board.add_noisy("source", source.noisy, text)
            board.add_noisy(last.row, read_recording(path), text)
        if work.plan.folder is not None and number in shown:
            own = recordings[1::2][len(examples) % len(recordings[1::2])] if recordings else None
            examples.append(keep_example(work.plan.folder, wish.name, text, made, own))
        on_step()
    for recording in recordings[1::2]:
        board.add("target", recording)
    _speed(work, conversions, board)
    shutil.rmtree(place, ignore_errors=True)
    dev = bool(compare) and compare[0].split == "dev"
    return Result(
        name=wish.name,
        kind="dev" if dev else "train" if compare else "free",
        speaker=wish.speaker,
        enrolled_s=enrolled,
        took_s={item.row: item.took_s for item in conversions if item.took_s},
        table=board.table(),
        examples=examples,
        notes=list(work.notes),
    )


def _voices(
    work: Workplace, wish: Wish, target: Target | None
) -> tuple[list[Conversion], dict[str, float]]:
    """The conversions to be made, and the seconds that each enrolled voice is made of."""
    kinds = [("int8", False), *([("fp32", True)] if work.plan.compare_float else [])]
    if wish.voice is not None:
        return [Conversion(row=name, voice=wish.voice, fp32=fp32) for name, fp32 in kinds], {}
    if target is None:
        raise SyrinxError(f"{wish.name} is neither a voice nor a speaker.")
    rows: list[Conversion] = []
    seconds: dict[str, float] = {}
    for length in LENGTHS_S:
        utterances = target.enrolment(length)
        if utterances is None:
            continue
        folder = work.scratch / "enrol" / f"{length}"
        paths = [write_wav(folder / file_name(u), work.cache.audio(u)) for u in utterances]
        name = f"evaluation {wish.name} {length}"
        if work.plan.compare_average:
            average = work.studio.enrol(f"{name} average", paths, fine_tune=False)
            rows.append(
                Conversion(
                    row=f"average_{length}s", voice=average.id, fp32=False, took_s=_took(average)
                )
            )
        voice = work.studio.enrol(name, paths)
        seconds[f"{length}s"] = round(sum(u.n_samples for u in utterances) / SAMPLE_RATE, 1)
        rows += [
            Conversion(row=f"{kind}_{length}s", voice=voice.id, fp32=fp32, took_s=_took(voice))
            for kind, fp32 in kinds
        ]
    if not rows:
        raise SyrinxError(
            f"{wish.speaker} has less than {LENGTHS_S[0]} s beside what is compared with."
        )
    return sorted(rows, key=lambda item: item.fp32), seconds


def _took(voice: StudioVoice) -> dict[str, float]:
    return {"averaged": round(voice.averaged_s, 2), "tuned": round(voice.tuned_s, 2)}


def _speed(work: Workplace, conversions: Sequence[Conversion], board: Board) -> None:
    """Put delay and speed into the rows; they do not depend on the voice, so one is measured."""
    for item in conversions:
        if item.fp32 not in work.speed:
            facts = work.studio.facts(item.voice)
            rtf = work.studio.rtf(work.sources[0].path, item.voice, fp32=item.fp32)
            work.speed[item.fp32] = {
                "model_delay_ms": round(facts["model_delay_ms"], 2),
                "chain_delay_ms": round(facts["chain_delay_ms"], 2),
                "rtf": round(rtf, 4),
                "index_ratio": facts["index_ratio"],
                **({} if item.fp32 else {"live_files_mb": round(facts["live_files_mb"], 2)}),
            }
        board.row(item.row).fixed = dict(work.speed[item.fp32])
