"""The noise suppressor: one network in torch, in onnxruntime and live; the gate behind it."""

from __future__ import annotations

import importlib.resources
import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
import torch

from syrinx.dsp.adapters import Chain
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.suppression import (
    CORE_RATE,
    HOP_LENGTH,
    N_BANDS,
    Frames,
    band_features,
    gain_matrix,
    power_matrix,
)
from syrinx.dsp.voice_gate import VoiceActivityGate
from syrinx.neural.bundle import write_bundle
from syrinx.neural.export import export_streaming, store_as_fp16
from syrinx.neural.runtime.registry import SUPPRESSOR_MODEL, ModelRegistry
from syrinx.neural.runtime.session import StateSession
from syrinx.neural.runtime.suppressor import MOST_DB, Suppressor, can_suppress
from syrinx.neural.suppressor import Suppressor as Network
from syrinx.neural.suppressor import SuppressorConfig, TwoTapBlock
from tests.contracts.processor_contract import assert_processor_contract
from tests.contracts.streaming_contract import assert_streaming_contract
from tests.neural_runtime.tiny import voice_like

CONFIG = SuppressorConfig(channels=16, hidden=24, dilations=(1, 2, 4))
SPEECH = Path(str(importlib.resources.files("syrinx.assets"))) / "speech" / "others.ogg"
RATES = [8000, 16_000, 44_100, 48_000, 96_000]


def network(bias: float | None = None) -> Network:
    """A tiny network with its own mind, or one whose gains are all ``sigmoid(bias)``."""
    torch.manual_seed(3)
    made = Network(CONFIG).eval()
    with torch.no_grad():
        if bias is not None:
            made.head.weight.zero_()
            made.head.bias.fill_(bias)
    return made


def bundle(folder: Path, module: Network) -> ModelRegistry:
    model = store_as_fp16(export_streaming(module, name="suppressor"))
    write_bundle(folder, {SUPPRESSOR_MODEL: model}, provenance={SUPPRESSOR_MODEL: {"test": True}})
    return ModelRegistry(shipped=folder)


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> ModelRegistry:
    return bundle(tmp_path_factory.mktemp("own") / "models", network())


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> ModelRegistry:
    """All gains are 0.25, and the activity, too."""
    return bundle(tmp_path_factory.mktemp("steady") / "models", network(-np.log(3.0)))


def joined(module: Network):
    """The network as a module of one output."""

    class Joined(type(module)):  # type: ignore[misc]
        def step(self, x, state):
            gains, activity, new = Network.step(self, x, state)
            return torch.cat([gains, activity], dim=1), new

        def forward(self, x):
            return self.step(x, self.initial_state(x.shape[0]))[0]

    made = Joined(module.config)
    made.load_state_dict(module.state_dict())
    return made


def test_the_network_keeps_the_streaming_contract() -> None:
    assert_streaming_contract(joined(network()), N_BANDS)
    assert_streaming_contract(TwoTapBlock(8, 12, 5, scale=1.0), 8)


def test_torch_onnx_and_live_agree(registry: ModelRegistry) -> None:
    """Gains of all three, and the audio that torch's gains make."""
    audio = voice_like(1.0, seed=5)
    frames = Frames()
    spectra = frames.spectra(audio)
    features = band_features(np.abs(spectra) ** 2, power_matrix())
    module = network()
    with torch.no_grad():
        for parameter in module.parameters():  # as stored
            if parameter.numel() >= 1024:
                parameter.copy_(parameter.half().float())
        gains, activity = module(torch.from_numpy(features.T.copy())[None])
    session = StateSession(registry.session(SUPPRESSOR_MODEL))
    found = [session.step(bands=row[None, :, None])["gains"][0, :, 0].copy() for row in features]
    assert np.abs(np.array(found) - gains[0].numpy().T).max() < 1e-4
    floor = 10 ** (-MOST_DB / 20)
    weights = (floor + (1 - floor) * gains[0].numpy().T) @ gain_matrix()
    wanted = frames.audio(spectra * weights)
    live = Suppressor(registry, sample_rate=CORE_RATE)
    made = live.process(audio)
    assert np.abs(made - wanted).max() < 1e-4
    assert live.voice_activity == pytest.approx(float(activity[0, 0, -1]), abs=1e-4)
    assert np.allclose(live.activity[::HOP_LENGTH], activity[0, 0].numpy(), atol=1e-4)


@pytest.mark.parametrize("rate", RATES)
def test_the_processor_contract(registry: ModelRegistry, rate: int) -> None:
    assert_processor_contract(
        lambda: Suppressor(registry, sample_rate=rate),
        measure_delay=False,
        split_tolerance=1e-4,
        tail_s=0.2,
    )


@pytest.mark.parametrize("rate", RATES)
def test_the_delay_is_the_declared_one(steady: ModelRegistry, rate: int) -> None:
    """With even gains the output is the input, lowered and late: above 8 kHz, too."""
    live = Suppressor(steady, sample_rate=rate)
    assert live.latency / rate <= 0.0125
    rng = np.random.default_rng(1)
    audio = (0.1 * rng.standard_normal(rate // live.block_size * live.block_size)).astype("f4")
    out = live.process(audio)
    gain = 0.25 + 0.75 * 10 ** (-MOST_DB / 20)
    wanted = gain * audio[: -live.latency]
    start = rate // 10
    difference = out[live.latency :][start:] - wanted[start:]
    assert np.sqrt(np.mean(difference**2)) < 0.01 * np.sqrt(np.mean(wanted**2))


@pytest.mark.parametrize("rate", RATES)
def test_without_strength_the_input_comes_back(registry: ModelRegistry, rate: int) -> None:
    live = Suppressor(registry, sample_rate=rate, strength=0.0)
    audio = np.random.default_rng(2).uniform(-0.5, 0.5, rate // 2 // 480 * 480).astype("f4")
    audio = audio[: audio.shape[0] // live.block_size * live.block_size]
    out = live.process(audio)
    assert np.abs(out[live.latency :] - audio[: -live.latency]).max() < 1e-5


def test_the_strength_glides(steady: ModelRegistry) -> None:
    live = Suppressor(steady, sample_rate=CORE_RATE, strength=1.0)
    audio = np.full(CORE_RATE, 0.1, np.float32)
    live.process(audio)
    low = float(live.process(audio)[-1])
    live.strength = 0.0
    out = live.process(audio)
    assert out[-1] == pytest.approx(0.1, rel=1e-3)
    assert low == pytest.approx(0.1 * (0.25 + 0.75 * 10 ** (-MOST_DB / 20)), rel=1e-3)
    assert np.abs(np.diff(out)).max() < 2e-3
    settled = int(np.argmax(out > 0.0999))
    assert 0.03 < settled / CORE_RATE < 0.07
    live.reset()
    assert live.strength == 0.0
    with pytest.raises(SyrinxError, match="0 to 1"):
        live.strength = 1.5
    with pytest.raises(SyrinxError, match="0 to 1"):
        Suppressor(steady, sample_rate=48_000, strength=float("nan"))


@pytest.mark.parametrize("rate", [44_100, 48_000])
def test_activity_belongs_to_the_block(registry: ModelRegistry, rate: int) -> None:
    """One number per sample, the same whatever the split; the newest is `voice_activity`."""
    size = 44_100 // 441 * 20 if rate == 44_100 else 4800
    audio = np.random.default_rng(4).uniform(-0.3, 0.3, size).astype("f4")
    whole = Suppressor(registry, sample_rate=rate)
    whole.process(audio)
    split = Suppressor(registry, sample_rate=rate)
    step = split.block_size if split.block_size > 1 else 100
    pieces = []
    for at in range(0, size, step):
        split.process(audio[at : at + step])
        assert split.activity.shape == (min(step, size - at),)
        assert 0.0 <= split.voice_activity <= 1.0
        pieces.append(split.activity.copy())
    assert np.allclose(np.concatenate(pieces), whole.activity, atol=1e-5)
    if split.block_size > 1:
        assert pieces[-1][-1] == pytest.approx(split.voice_activity, abs=1e-6)


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
def test_silence_stays_silence_and_nothing_bad_stays(registry: ModelRegistry, rate: int) -> None:
    live = Suppressor(registry, sample_rate=rate)
    period = live.block_size * max(1, 441 // live.block_size)
    for bad in (np.nan, np.inf, -np.inf, 1e30):
        block = np.zeros(period, np.float32)
        block[3] = bad
        live.process(block)
    for _ in range(60):
        out = live.process(np.zeros(period, np.float32))
    assert not out.any()
    live.reset()
    assert not live.process(np.zeros(20 * period, np.float32)).any()


def test_the_gate_behind_it_keeps_the_contract(registry: ModelRegistry) -> None:
    def make() -> Chain:
        live = Suppressor(registry, sample_rate=48_000)
        return Chain([live, VoiceActivityGate(live, sample_rate=48_000, threshold=0.5)])

    assert_processor_contract(make, measure_delay=False, split_tolerance=1e-4, tail_s=0.5)


def test_a_missing_or_foreign_model_is_a_sentence(registry: ModelRegistry, tmp_path: Path) -> None:
    assert can_suppress(registry)
    empty = ModelRegistry(shipped=tmp_path / "none")
    assert not can_suppress(empty)
    with pytest.raises(SyrinxError, match="suppressor"):
        Suppressor(empty, sample_rate=48_000)
    other = network()
    other.input_names = ("audio",)
    other.step_inputs = lambda batch=1: {"audio": torch.zeros(batch, N_BANDS, 1)}  # type: ignore[method-assign]
    strange = bundle(tmp_path / "strange", other)
    with pytest.raises(SyrinxError, match="another version"):
        Suppressor(strange, sample_rate=48_000)
    shutil.rmtree(tmp_path / "strange")


@pytest.mark.skipif(not can_suppress(ModelRegistry()), reason="no suppressor is installed")
@pytest.mark.parametrize("rate", [16_000, 48_000])
def test_the_shipped_one_takes_noise_and_leaves_a_voice(rate: int) -> None:
    """Hiss goes down and is no speech; a voice is speech and stays."""
    registry = ModelRegistry()
    rng = np.random.default_rng(6)
    hiss = (0.01 * rng.standard_normal(3 * rate)).astype(np.float32)
    live = Suppressor(registry, sample_rate=rate)
    out = live.process(hiss)[rate:]
    assert 20 * np.log10(np.std(out) / np.std(hiss[rate:])) < -17.0
    assert np.median(live.activity[rate:]) < 0.35
    source, source_rate = soundfile.read(SPEECH, dtype="float32")
    voice = soxr.resample(source[32 * source_rate : 36 * source_rate], source_rate, rate)
    voice = (0.1 * voice / np.abs(voice).max()).astype(np.float32)
    voice = voice[: len(voice) // live.block_size * live.block_size]
    live.reset()
    out = live.process(voice)[live.latency :]
    assert 20 * np.log10(np.std(out) / np.std(voice)) > -1.0
    assert live.activity.max() > 0.9
