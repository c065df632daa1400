"""The recogniser's ears at work: lined up with the sound, however it is cut."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.bundle import write_bundle
from syrinx.neural.export import (
    export_second_hearing,
    export_streaming,
    save_model,
    store_as_fp16,
)
from syrinx.neural.recognizer import (
    HOP_LENGTH,
    LETTER_UNITS,
    PHONE_UNITS,
    Recognizer,
    RecognizerConfig,
)
from syrinx.neural.recognizer_second import SecondConfig, SecondHearing
from syrinx.neural.runtime import second_hearing as runtime
from syrinx.neural.runtime.recognizer import AcousticModel
from syrinx.neural.runtime.registry import RECOGNIZER_FLOAT, ModelRegistry
from syrinx.neural.suppressor import Suppressor, SuppressorConfig
from syrinx.training.recipes.export_recognizer import UNITS, float_model
from tests.neural_runtime.tiny import voice_like

TINY = RecognizerConfig(channels=16, kernel=5, dilations=(1, 2), ahead=(2, 1))


@pytest.fixture(scope="module")
def network() -> Recognizer:
    torch.manual_seed(0)
    network = Recognizer(TINY).eval()
    network.mean.set_usual(torch.randn(TINY.n_mels), 0.2)
    return network


@pytest.fixture(scope="module")
def model(network: Recognizer, tmp_path_factory: pytest.TempPathFactory) -> AcousticModel:
    folder = tmp_path_factory.mktemp("recognizer")
    write_bundle(
        folder, {RECOGNIZER_FLOAT: float_model(network)}, provenance={RECOGNIZER_FLOAT: {}}
    )
    return AcousticModel.shipped(ModelRegistry(shipped=folder), name=RECOGNIZER_FLOAT)


def heard_at_once(model: AcousticModel, audio: np.ndarray) -> np.ndarray:
    stream = model.stream()
    return np.concatenate([stream.accept(audio), stream.finish()])


def test_the_facts(model: AcousticModel) -> None:
    assert model.sample_rate == 16_000
    assert model.frame_rate_hz == pytest.approx(100 / 3)
    assert model.units == PHONE_UNITS
    assert model.units[0] == "<blank>"
    assert model.latency_s == pytest.approx(0.09)


@pytest.mark.parametrize("seed", range(5))
def test_answers_do_not_depend_on_how_audio_is_cut(model: AcousticModel, seed: int) -> None:
    rng = np.random.default_rng(seed)
    audio = voice_like(1.37, seed=seed).astype(np.float32)
    stream, pieces, rest = model.stream(), [], audio
    while len(rest):
        n = int(rng.choice([0, 1, 7, 160, 480, 481, 5000]))
        pieces.append(stream.accept(rest[:n]))
        rest = rest[n:]
    pieces.append(stream.finish())
    assert np.array_equal(np.concatenate(pieces), heard_at_once(model, audio))


def test_every_frame_is_answered_once_and_in_time(model: AcousticModel) -> None:
    for n in (0, 1, 479, 480, 481, 16_000):
        assert heard_at_once(model, np.zeros(n, np.float32)).shape == (-(-n // 480), 40)
    stream = model.stream()
    assert stream.accept(np.zeros(3 * HOP_LENGTH, np.float32)).shape == (0, 40)
    assert stream.accept(np.zeros(HOP_LENGTH, np.float32)).shape == (1, 40)


@torch.no_grad()
def test_answers_are_those_of_torch(model: AcousticModel, network: Recognizer) -> None:
    audio = voice_like(2.4, seed=3).astype(np.float32)
    padded = np.pad(audio, (0, network.latency))[None, None]
    wanted = network(torch.from_numpy(padded))[0][0].T[network.frames_late :].numpy()
    assert np.allclose(heard_at_once(model, audio), wanted, atol=1e-4)


def test_it_begins_anew_after_the_end(model: AcousticModel) -> None:
    audio = voice_like(0.9, seed=1).astype(np.float32)
    stream = model.stream()
    first = np.concatenate([stream.accept(audio), stream.finish()])
    again = np.concatenate([stream.accept(audio), stream.finish()])
    assert np.array_equal(first, again)


def test_no_number_counts_as_silence(model: AcousticModel) -> None:
    audio = voice_like(0.9, seed=1).astype(np.float32)
    broken, mended = audio.copy(), audio.copy()
    broken[3000:3010], mended[3000:3010] = np.nan, 0.0
    broken[5000], mended[5000] = np.inf, 0.0
    assert np.array_equal(heard_at_once(model, broken), heard_at_once(model, mended))


def test_streams_know_nothing_of_one_another(model: AcousticModel) -> None:
    audio = voice_like(0.9, seed=1).astype(np.float32)
    first, second = model.stream(), model.stream()
    head = first.accept(audio[:7000])
    second.accept(-audio[:9000])
    found = np.concatenate([head, first.accept(audio[7000:]), first.finish()])
    assert np.array_equal(found, heard_at_once(model, audio))


def test_letters_are_there_too(network: Recognizer, tmp_path: Path) -> None:
    path = tmp_path / "own.onnx"
    save_model(store_as_fp16(float_model(network)), path)
    letters = AcousticModel.of_file(path, head="letters")
    assert letters.units == LETTER_UNITS
    assert heard_at_once(letters, np.zeros(960, np.float32)).shape == (2, len(LETTER_UNITS))


def test_both_heads_in_one_go(network: Recognizer, tmp_path: Path) -> None:
    path = tmp_path / "own.onnx"
    save_model(store_as_fp16(float_model(network)), path)
    audio = voice_like(0.9, seed=2).astype(np.float32)
    phones = AcousticModel.of_file(path)
    assert phones.letter_units == LETTER_UNITS
    stream = phones.stream()
    parts = [stream.accept_all(audio[:5000]), stream.accept_all(audio[5000:])]
    parts.append(stream.finish_all())
    letters = AcousticModel.of_file(path, head="letters")
    for k, alone in enumerate((phones, letters)):
        assert np.array_equal(np.concatenate([p[k] for p in parts]), heard_at_once(alone, audio))
    assert sum(len(p.hidden) for p in parts) == len(heard_at_once(phones, audio))


def test_the_second_hearing_reads_what_the_first_has_shown(
    network: Recognizer, tmp_path: Path
) -> None:
    torch.manual_seed(5)
    second = SecondHearing(SecondConfig(channels=network.config.channels, blocks=1, heads=2))
    for model, name in (
        (float_model(network), "own.onnx"),
        (
            export_second_hearing(second, channels=TINY.channels, extra={"units": UNITS}),
            "second.onnx",
        ),
    ):
        save_model(store_as_fp16(model), tmp_path / name)
    acoustic = AcousticModel.of_file(tmp_path / "own.onnx")
    again = runtime.SecondHearing.of_file(tmp_path / "second.onnx", weight=1.0)
    assert again.units == PHONE_UNITS
    audio = voice_like(0.9, seed=3).astype(np.float32)
    first, heard = runtime.hear_all(acoustic, audio), runtime.hear_all(acoustic, audio, again)
    with torch.no_grad():
        wanted, letters = second.eval()(torch.from_numpy(first.hidden)[None])
    assert np.allclose(heard.answers, wanted[0], atol=5e-3)
    assert np.allclose(heard.letters, letters[0], atol=5e-3)
    half = runtime.mixed(first.answers, heard.answers, 0.5)
    assert np.allclose(np.exp(half).sum(-1), 1.0, atol=1e-5)
    assert np.allclose(runtime.mixed(first.answers, heard.answers, 0.0), first.answers, atol=1e-4)
    with pytest.raises(SyrinxError, match="no second hearing"):
        runtime.SecondHearing.of_file(tmp_path / "own.onnx")


def test_another_network_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.onnx"
    other = Suppressor(SuppressorConfig(channels=8, hidden=8, dilations=(1,)))
    save_model(export_streaming(other, name="suppressor"), path)
    with pytest.raises(SyrinxError, match="no recogniser"):
        AcousticModel.of_file(path)
