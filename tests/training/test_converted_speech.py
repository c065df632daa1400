"""Transcribed speech in other voices: who says what, what is kept, and how it is gone on with."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.bundle import write_bundle
from syrinx.neural.recognizer import Recognizer, RecognizerConfig
from syrinx.neural.runtime.onnx_processor import NeuralVoice
from syrinx.neural.runtime.recognizer import AcousticModel
from syrinx.neural.runtime.registry import RECOGNIZER_FLOAT, ModelRegistry
from syrinx.training.align import collapse
from syrinx.training.batches import PhoneSet
from syrinx.training.cli import recipe_names
from syrinx.training.converted import BatchConverter, Job, TargetVoice, plan, target_voices
from syrinx.training.data import SpeechCache, live_f0
from syrinx.training.frame_labels import read_takes
from syrinx.training.recipes.content_encoder import edit_distance
from syrinx.training.recipes.converted_speech import (
    BatchEars,
    ConvertedConfig,
    batches,
    portions,
    run,
)
from syrinx.training.recipes.export_recognizer import float_model
from syrinx.training.recognition_data import Sentence
from syrinx.training.tuning_models import TuningModels
from tests.neural_runtime.tiny import voice_like

CONFIG = ConvertedConfig(
    minutes=0.2, portion_s=4.0, sources={"hums": 1.0}, voices={"hums": 0.5, "words": 0.5}
)


def sentences(cache: SpeechCache) -> list[Sentence]:
    return [Sentence(utterance=u, phones=(1, 2, 3), letters=()) for u in cache.select("train")]


def embeddings(cache: SpeechCache) -> np.ndarray:
    rows = np.random.default_rng(0).normal(size=(3, len(cache.utterances), 192))
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float16)


class Converter:
    """Says every job at half of its level, and remembers who was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(
        self, cache: SpeechCache, jobs: Sequence[Job], noise: torch.Generator
    ) -> list[tuple[np.ndarray, np.ndarray]]:
        self.asked += [job.voice.name for job in jobs]
        return [
            (
                0.5 * cache.audio(job.sentence.utterance),
                cache.f0(job.sentence.utterance) * np.float32(job.pitch_ratio),
            )
            for job in jobs
        ]


def hear_all(takes: Sequence[np.ndarray]) -> list[list[int]]:
    return [[1, 2, 3] for _ in takes]


def make(
    cache: SpeechCache,
    out: Path,
    config: ConvertedConfig = CONFIG,
    *,
    hear: object = hear_all,
    identity: str = "these",
) -> tuple[Converter, list[str]]:
    converter = Converter()
    voices = target_voices(cache, embeddings(cache), ["hums", "words"])
    lines = run(
        cache,
        sentences(cache),
        voices,
        out,
        config,
        convert=converter,
        hear=hear,  # type: ignore[arg-type]
        identity={"models": identity},
    )
    return converter, list(lines)


def test_dev_speakers_lend_no_voice_and_nobody_unknown_is_averaged(cache: SpeechCache) -> None:
    table = embeddings(cache)
    voices = target_voices(cache, table, ["hums", "words"])
    named = {(v.corpus, v.speaker) for some in voices.values() for v in some}
    apart = {("hums", f"unlabelled {u.index}") for u in cache.utterances if u.speaker[0] == "u"}
    assert named == {("hums", "s0"), ("hums", "s1"), ("words", "s3")} | apart
    assert len(apart) == 4
    first = [v for v in voices["hums"] if v.speaker == "s1"]
    assert [v.f0_hz / 130.0 for v in first] == pytest.approx([1.0, 8 / 7, 7 / 8])
    mean = table[2, 4:8].astype(np.float32).mean(axis=0)
    assert first[2].embedding == pytest.approx(mean / np.linalg.norm(mean), abs=1e-3)
    with pytest.raises(SyrinxError, match="do not fit"):
        target_voices(cache, table[:, 1:], ["hums"])
    with pytest.raises(SyrinxError, match="nobody"):
        target_voices(cache, table, ["none"])


def test_all_takes_come_once_before_any_comes_again(cache: SpeechCache) -> None:
    voices = target_voices(cache, embeddings(cache), ["hums", "words"])
    shares = {"hums": 0.75, "words": 0.25}
    jobs = list(
        itertools.islice(
            plan(sentences(cache), shares, voices, {"hums": 1, "words": 1}, seed=3), 64
        )
    )
    said = [job.sentence.utterance for job in jobs if job.sentence.utterance.corpus == "hums"]
    assert len({u.index for u in said[:12]}) == 12
    seconds = {
        c: sum(j.sentence.utterance.n_samples for j in jobs if j.sentence.utterance.corpus == c)
        for c in shares
    }
    assert seconds["hums"] / sum(seconds.values()) == pytest.approx(0.75, abs=0.15)
    for job in jobs:
        u = job.sentence.utterance
        semitones = 12 * np.log2(job.pitch_ratio * u.f0_median_hz / job.voice.f0_hz)
        assert abs(semitones) < 5.0
    again = plan(sentences(cache), shares, voices, {"hums": 1, "words": 1}, seed=3)
    assert [j.pitch_ratio for j in jobs[:8]] == [next(again).pitch_ratio for _ in range(8)]


def test_batches_hold_like_lengths_and_every_job(cache: SpeechCache) -> None:
    voices = target_voices(cache, embeddings(cache), ["hums"])
    jobs = next(portions(plan(sentences(cache), {"hums": 1}, voices, {"hums": 1}, seed=1), 20.0))
    groups = list(batches(jobs, 3.0))
    assert sorted(i for g in groups for i in g) == list(range(len(jobs)))
    for group in groups:
        longest = max(jobs[i].sentence.utterance.n_samples for i in group)
        assert len(group) == 1 or len(group) * longest <= 3.0 * 16_000


def test_what_is_kept_reads_as_a_cache_with_the_labels_of_its_sources(
    cache: SpeechCache, tmp_path: Path
) -> None:
    total = sum(u.n_frames for u in cache.utterances)
    (cache.folder / "phones.u8").write_bytes((np.arange(total) % 3).astype(np.uint8).tobytes())
    (cache.folder / "phones.json").write_text(json.dumps({"phones": ["a", "b"]}))
    cache = SpeechCache(cache.folder)
    _, lines = make(cache, tmp_path / "out")
    made = SpeechCache(tmp_path / "out")
    assert lines[-1].startswith(f"{len(made.utterances)} takes")
    sources = {(u.speaker, u.n_samples): u for u in cache.select("train")}
    minutes = 0.0
    for u in made.utterances:
        source = sources[u.speaker.split(" by ")[1], u.n_samples]
        assert (u.corpus, u.text, u.split) == ("hums_converted", source.text, "train")
        assert made.audio(u) == pytest.approx(0.5 * cache.audio(source), abs=1e-4)
        labels = made.phones(u)
        assert labels is not None
        assert np.array_equal(labels, cache.phones(source))
        minutes += u.n_samples / 960_000
    assert minutes >= CONFIG.minutes
    assert made.phone_names == PhoneSet(["a", "b"]).phones
    assert read_takes(made) is not None
    told = json.loads((tmp_path / "out" / "provenance.json").read_text())
    assert told["corpora"]["hums"]["kept"] == 1.0
    assert told["models"] == "these"


def test_takes_that_are_no_longer_understood_are_left_out(
    cache: SpeechCache, tmp_path: Path
) -> None:
    def hear(takes: Sequence[np.ndarray]) -> list[list[int]]:
        half = [float(np.abs(audio).max()) < 0.6 * loudest for audio in takes]
        return [
            [1, 4, 5] if quiet and len(audio) > 15_000 else [1, 2, 3]
            for quiet, audio in zip(half, takes, strict=True)
        ]

    loudest = max(float(np.abs(cache.audio(u)).max()) for u in cache.select("train", ["hums"]))
    make(cache, tmp_path, dataclasses.replace(CONFIG, minutes=0.1), hear=hear)
    kept = SpeechCache(tmp_path).utterances
    assert {u.n_samples for u in kept} == {8_000, 12_000}
    told = json.loads((tmp_path / "provenance.json").read_text())["corpora"]["hums"]
    assert 0.2 < told["kept"] < 0.8
    assert told["per_source"] == 0.0
    assert told["kept_per_converted"] == 0.0 < told["per_converted"]
    with pytest.raises(SyrinxError, match="Nothing of what"):
        make(cache, tmp_path / "none", hear=lambda takes: [[9] * 9 for _ in takes])


def test_it_goes_on_where_it_was_and_ends_as_if_it_had_never_stopped(
    cache: SpeechCache, tmp_path: Path
) -> None:
    whole, _ = make(cache, tmp_path / "whole", dataclasses.replace(CONFIG, minutes=0.4))
    first, _ = make(cache, tmp_path / "parts")
    more, _ = make(cache, tmp_path / "parts", dataclasses.replace(CONFIG, minutes=0.4))
    assert first.asked + more.asked == whole.asked
    for name in ("audio.i16", "f0.f32", "utterances.json"):
        assert (tmp_path / "parts" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    with pytest.raises(SyrinxError, match="other settings"):
        make(cache, tmp_path / "parts", identity="others")
    with pytest.raises(SyrinxError, match="other settings"):
        make(cache, tmp_path / "parts", dataclasses.replace(CONFIG, seed=1))


def test_many_takes_are_heard_as_the_program_hears_each(tmp_path: Path) -> None:
    torch.manual_seed(0)
    config = RecognizerConfig(channels=16, kernel=5, dilations=(1, 2), ahead=(2, 1))
    network = Recognizer(config).eval()
    network.mean.set_usual(torch.randn(config.n_mels), 0.2)
    for parameter in network.parameters():  # equal ones are stored once
        parameter.data += 0.1 * torch.randn_like(parameter)
    model = float_model(network)
    write_bundle(tmp_path, {RECOGNIZER_FLOAT: model}, provenance={RECOGNIZER_FLOAT: {}})
    file = tmp_path / f"{RECOGNIZER_FLOAT}.onnx"
    takes = [voice_like(seconds, seed=i) for i, seconds in enumerate((0.7, 1.31, 2.0))]
    heard = BatchEars(file)(takes)
    stream = AcousticModel.of_file(file).stream()
    for take, found in zip(takes, heard, strict=True):
        log_p = np.concatenate([stream.accept(take), stream.finish()])
        alone = [int(unit) for unit in collapse(log_p.argmax(-1))]
        assert len(alone) > 3
        assert edit_distance(alone, found) <= 0.1 * len(alone)
    with pytest.raises(SyrinxError, match="no recogniser's float network"):
        BatchEars(tmp_path / "none.onnx")
    (tmp_path / "text.onnx").write_text("text")
    with pytest.raises(SyrinxError, match="no recogniser's float network"):
        BatchEars(tmp_path / "text.onnx")


def test_many_at_once_are_what_the_live_chain_says(cache: SpeechCache) -> None:
    registry = ModelRegistry()
    take = cache.select("train", ["hums"])[3]
    n = take.n_samples // 160 * 160
    rng = np.random.default_rng(2)
    vector = rng.normal(size=192).astype(np.float32)
    voice = TargetVoice(
        corpus="hums",
        speaker="x",
        speed=0,
        embedding=vector / np.linalg.norm(vector),
        f0_hz=take.f0_median_hz,
    )
    spoken = voice_like(take.n_samples / 16_000, seed=3)[: take.n_samples]
    pcm = np.memmap(cache.folder / "audio.i16", np.int16, mode="r+")
    pcm[take.start : take.start + take.n_samples] = np.round(20_000 * spoken / abs(spoken).max())
    pcm.flush()
    cache = SpeechCache(cache.folder)
    f0_hz = live_f0(cache.audio(take))
    track = np.memmap(cache.folder / "f0.f32", np.float32, mode="r+")
    track[take.f0_start : take.f0_start + take.n_frames] = f0_hz
    track.flush()
    job = Job(
        sentence=Sentence(utterance=take, phones=(), letters=()), voice=voice, pitch_ratio=1.25
    )
    short = dataclasses.replace(
        job,
        sentence=dataclasses.replace(job.sentence, utterance=cache.select("train", ["hums"])[0]),
    )
    both = BatchConverter(TuningModels.load(registry))(
        SpeechCache(cache.folder), [job, short], torch.Generator().manual_seed(0)
    )
    (made, pitch), (other, _) = both
    assert (len(made), len(other)) == (take.n_samples, 8_000)
    assert pitch[pitch > 0] == pytest.approx(1.25 * f0_hz[f0_hz > 0], rel=1e-5)
    live = NeuralVoice(
        registry,
        speaker_embedding=voice.embedding,
        pitch_semitones=12 * np.log2(1.25),
        fp32=True,
    )
    padded = np.concatenate([cache.audio(take)[:n], np.zeros(320, np.float32)])
    said = live.process(padded)[320:]

    def levels(audio: np.ndarray) -> np.ndarray:
        frames = audio[: n // 640 * 640].reshape(-1, 640)
        bands = np.abs(np.fft.rfft(frames * np.hanning(640)))[:, 1:257].reshape(len(frames), 16, 16)
        return 20 * np.log10(np.sqrt((bands**2).mean(-1)) + 1e-3)

    apart = [np.median(np.abs(levels(np.roll(made, k)) - levels(said))) for k in (0, -320, 320)]
    assert apart[0] < 0.8
    assert apart[0] < 0.7 * min(apart[1:])


def test_it_is_listed() -> None:
    assert "converted_speech" in recipe_names()
