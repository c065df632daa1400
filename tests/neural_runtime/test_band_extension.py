"""The band extender: one network in torch, in onnxruntime and live; and the chain around it."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile
import torch

from syrinx.app.cli import convert, live
from syrinx.app.engine.messages import VoiceParams
from syrinx.app.engine.voice_chain import VoiceChain, build_voice_chain
from syrinx.app.offline import convert_file
from syrinx.app.voice_model import Voice
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.high_band import ENVELOPE_POWER, N_BANDS, STEP, HighBand
from syrinx.neural.band_extender import BandExtender, BandExtenderConfig
from syrinx.neural.bundle import write_bundle
from syrinx.neural.export import export_streaming, store_as_fp16
from syrinx.neural.runtime.band_extension import BandExtension, can_extend
from syrinx.neural.runtime.registry import EXTENDER_MODEL, ModelRegistry
from syrinx.neural.runtime.session import StateSession
from tests.contracts.processor_contract import assert_processor_contract
from tests.contracts.streaming_contract import assert_streaming_contract
from tests.neural_runtime.tiny import voice_like

CONFIG = BandExtenderConfig(channels=16, dilations=(1, 2), n_mels=24)


def extender() -> BandExtender:
    torch.manual_seed(4)
    return BandExtender(CONFIG).eval()


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory, tiny_models: Path) -> ModelRegistry:
    """The tiny bundle with a tiny extender added."""
    folder = tmp_path_factory.mktemp("extended") / "models"
    shutil.copytree(tiny_models, folder)
    model = store_as_fp16(export_streaming(extender(), name="band_extender"))
    write_bundle(folder, {EXTENDER_MODEL: model}, provenance={EXTENDER_MODEL: {"test": True}})
    return ModelRegistry(shipped=folder)


def someone() -> Voice:
    embedding = np.zeros(192, np.float32)
    embedding[5] = 1.0
    return Voice(
        id="someone",
        name="Someone",
        kind="neural",
        f0_median_hz=200.0,
        speaker_embedding=embedding,
        shipped=True,
    )


def chain(registry: ModelRegistry, rate: int = 48_000, **params: object) -> VoiceChain:
    return build_voice_chain(
        someone(), sample_rate=rate, params=VoiceParams(**params), registry=registry
    )


def test_the_network_keeps_the_streaming_contract() -> None:
    assert_streaming_contract(extender(), 1, tolerance=1e-4)


def test_gains_follow_the_level_as_the_carrier_leaves_it() -> None:
    """Twice as loud: the log gain grows by (1 - power) ln 2 plus what the network hears."""
    network = extender()
    with torch.no_grad():
        network.head.weight.zero_()
        audio = torch.from_numpy(voice_like(1.0))[None, None]
        change = network(2.0 * audio) - network(audio)
    assert torch.allclose(
        change[..., 20:],
        torch.full_like(change[..., 20:], (1 - ENVELOPE_POWER) * np.log(2)),
        atol=1e-3,
    )


def test_torch_onnx_and_live_agree(registry: ModelRegistry) -> None:
    audio = voice_like(1.5, seed=7)
    network = extender()
    with torch.no_grad():
        for parameter in network.parameters():  # as stored
            if parameter.numel() >= 1024:
                parameter.copy_(parameter.half().float())
        wanted = network(torch.from_numpy(audio)[None, None])[0].numpy()
    session = StateSession(registry.session(EXTENDER_MODEL))
    found = np.stack(
        [
            session.step(audio=block[None, None])["log_gain"][0, :, 0].copy()
            for block in audio.reshape(-1, STEP)
        ],
        axis=1,
    )
    assert wanted.shape == (N_BANDS, audio.shape[0] // STEP)
    assert np.abs(found - wanted).max() < 2e-3
    latency = Fraction(16)
    live = BandExtension(registry, 48_000, latency).process(audio)
    synthesis = HighBand(48_000, latency_in=latency)
    own = [
        synthesis.step(block, np.exp(gains))
        for block, gains in zip(audio.reshape(-1, STEP), found.T, strict=True)
    ]
    assert np.array_equal(live, np.concatenate(own))
    assert live.any()


@pytest.mark.parametrize("rate", [48_000, 44_100])
def test_the_extended_chain_keeps_the_contract(registry: ModelRegistry, rate: int) -> None:
    probe = np.repeat(voice_like(0.8), 3)
    assert_processor_contract(
        lambda: chain(registry, rate),
        probe=probe,
        measure_delay=False,
        split_tolerance=1e-4,
        tail_s=0.5,
    )


@pytest.mark.parametrize("rate", [48_000, 44_100, 96_000, 22_050])
def test_it_adds_a_band_and_no_delay(registry: ModelRegistry, rate: int) -> None:
    audio = np.resize(np.repeat(voice_like(1.0), 6), rate)
    with_band, without = chain(registry, rate), chain(registry, rate, band_extension=False)
    assert with_band.latency == without.latency
    assert with_band.latency_parts == without.latency_parts
    added = (with_band.process(audio) - without.process(audio)).astype(float)
    power = np.abs(np.fft.rfft(added * np.hanning(added.shape[0]))) ** 2
    frequency = np.fft.rfftfreq(added.shape[0], 1 / rate)
    assert power.any()
    assert power[frequency < 6500].sum() < 1e-3 * power[frequency > 7600].sum()


@pytest.mark.parametrize("rate", [16_000, 8000])
def test_where_there_is_no_room_nothing_changes(registry: ModelRegistry, rate: int) -> None:
    audio = voice_like(0.6)
    assert not can_extend(registry, rate)
    outputs = [chain(registry, rate, band_extension=on).process(audio) for on in (True, False)]
    assert np.array_equal(*outputs)


def test_switching_it_needs_another_chain(registry: ModelRegistry) -> None:
    running = chain(registry)
    assert not running.set_params(VoiceParams(band_extension=False))
    assert running.set_params(VoiceParams(output_gain_db=-3.0))


def test_a_folder_without_an_extender_still_speaks(tiny_models: Path) -> None:
    plain = ModelRegistry(shipped=tiny_models)
    assert not can_extend(plain, 48_000)
    audio = np.repeat(voice_like(0.5), 3)
    outputs = [chain(plain, band_extension=on).process(audio) for on in (True, False)]
    assert np.array_equal(*outputs)
    assert outputs[0].any()
    with pytest.raises(SyrinxError, match="band_extender"):
        BandExtension(plain, 48_000, Fraction(16))


def test_a_model_of_another_kind_is_named(registry: ModelRegistry, tmp_path: Path) -> None:
    content = registry.read("content_encoder.fp16")
    write_bundle(tmp_path, {EXTENDER_MODEL: content})
    with pytest.raises(SyrinxError, match=r"band_extender\.fp16 is of another version"):
        BandExtension(ModelRegistry(shipped=tmp_path), 48_000, Fraction(16))


def test_a_new_export_of_the_voices_leaves_the_extender(
    registry: ModelRegistry, tmp_path: Path
) -> None:
    names = list(registry.entries())
    write_bundle(tmp_path, {name: registry.read(name) for name in names})
    write_bundle(tmp_path, {"decoder.int8": registry.read("decoder.int8")})
    after = ModelRegistry(shipped=tmp_path)
    assert set(after.entries()) == set(names)
    assert after.read(EXTENDER_MODEL) == registry.read(EXTENDER_MODEL)
    assert can_extend(after, 48_000)


@pytest.mark.parametrize(("rate_in", "rate_out"), [(48_000, None), (16_000, 48_000)])
def test_files_get_the_band_where_the_result_has_room(
    registry: ModelRegistry, tmp_path: Path, rate_in: int, rate_out: int | None
) -> None:
    source = tmp_path / "in.wav"
    soundfile.write(source, np.repeat(voice_like(0.8), rate_in // 16_000), rate_in)
    share = {}
    for on in (True, False):
        target = tmp_path / f"{on}.wav"
        report = convert_file(
            source,
            target,
            someone(),
            pitch=0.0,
            registry=registry,
            output_rate=rate_out,
            band_extension=on,
        )
        audio, rate = soundfile.read(target)
        assert (rate, audio.shape[0], report.samples) == (48_000, 38_400, 38_400)
        power = np.abs(np.fft.rfft(audio * np.hanning(audio.shape[0]))) ** 2
        share[on] = power[np.fft.rfftfreq(audio.shape[0], 1 / rate) > 9500].sum() / power.sum()
    assert share[True] > 10 * share[False]


def test_the_commands_have_the_switch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYRINX_HOME", str(tmp_path))
    parser = argparse.ArgumentParser()
    convert.configure(parser)
    words = ["in.wav", "--voice", "iris"]
    assert parser.parse_args(words).band_extension
    assert not parser.parse_args([*words, "--no-band-extension"]).band_extension
    live_parser = argparse.ArgumentParser()
    live.configure(live_parser)
    assert live.make_config(live_parser.parse_args([])).params.band_extension
    without = live.make_config(live_parser.parse_args(["--no-band-extension"]))
    assert not without.params.band_extension


def _poisoned(value: float) -> Callable[[], np.ndarray]:
    def make() -> np.ndarray:
        audio = voice_like(0.3)
        audio[2000] = value
        return audio

    return make


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_broken_voice_does_not_stay(registry: ModelRegistry, value: float) -> None:
    extension = BandExtension(registry, 48_000, Fraction(16))
    extension.process(_poisoned(value)())
    extension.process(voice_like(0.1))
    clean = extension.process(voice_like(0.5))
    assert np.isfinite(clean).all()
    assert clean.any()
