"""Gate, limiter, compressor."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.gate import Gate
from syrinx.dsp.limiter import Compressor, Limiter
from tests.contracts.processor_contract import assert_processor_contract

RATES = [8000, 22257, 44100, 48000, 192000]


@pytest.mark.parametrize("rate", RATES)
def test_contract(rate):
    assert_processor_contract(lambda: Gate(sample_rate=rate))
    assert_processor_contract(lambda: Gate(sample_rate=rate, threshold_dbfs=None))
    assert_processor_contract(lambda: Limiter(sample_rate=rate, ceiling_dbfs=-6.0))
    assert_processor_contract(lambda: Limiter(sample_rate=rate))
    assert_processor_contract(lambda: Compressor(sample_rate=rate))


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("start_ms", [300.0, 300.4, 300.9])
def test_gate_never_clips_an_onset(rate, start_ms):
    gate = Gate(sample_rate=rate, threshold_dbfs=-40.0)
    audio = np.zeros(rate, dtype=np.float32)
    start = round(start_ms * rate / 1000)
    audio[start : start + rate // 10] = 0.1
    output = gate.process(audio)
    kept = slice(start + gate.latency, start + gate.latency + rate // 10)
    np.testing.assert_array_equal(output[kept], audio[start : start + rate // 10])


def test_gate_mutes_noise_below_the_threshold_and_holds_between_syllables():
    rate = 48000
    rng = np.random.default_rng(0)
    noise = (0.001 * rng.standard_normal(2 * rate)).astype(np.float32)
    audio = noise.copy()
    time = np.arange(rate // 5) / rate
    word = (0.3 * np.sin(2 * np.pi * 200 * time)).astype(np.float32)
    for start in (0.3, 0.6):  # 100 ms apart, shorter than the hold
        audio[round(start * rate) : round(start * rate) + word.shape[0]] += word
    gate = Gate(sample_rate=rate, threshold_dbfs=-40.0)
    output = gate.process(audio)
    delay = gate.latency
    assert np.abs(output[: round(0.28 * rate)]).max() < 1e-5
    between = slice(round(0.51 * rate), round(0.59 * rate))
    np.testing.assert_array_equal(output[delay:][between], audio[:-delay][between])
    assert np.abs(output[round(1.6 * rate) :]).max() < 1e-5
    assert not gate.is_open


def test_gate_closes_smoothly():
    rate = 48000
    audio = np.full(rate, 0.5, dtype=np.float32)
    audio[rate // 4 :] = 0.001  # below the threshold: the gain can be read off it
    output = Gate(sample_rate=rate, threshold_dbfs=-40.0).process(audio)
    tail = output[rate // 4 + 300 :]
    assert np.abs(np.diff(tail)).max() < 1e-6
    assert tail[-1] < 1e-6


def test_gate_threshold_can_be_changed_and_taken_off():
    gate = Gate(sample_rate=8000, threshold_dbfs=-20.0)
    quiet = np.full(4000, 0.01, dtype=np.float32)
    assert np.abs(gate.process(quiet)).max() < 1e-4
    gate.threshold_dbfs = None
    assert gate.threshold_dbfs is None
    assert gate.process(quiet)[-1] == np.float32(0.01)
    with pytest.raises(SyrinxError, match="look-back"):
        Gate(sample_rate=8000, look_back_ms=1.0)


@pytest.mark.parametrize("rate", RATES)
def test_limiter_never_exceeds_the_ceiling_and_does_not_clip_flat(rate):
    rng = np.random.default_rng(5)
    audio = rng.standard_normal(rate).astype(np.float32)
    audio *= np.repeat(rng.uniform(0.05, 4.0, size=20), rate // 20 + 1)[:rate].astype(np.float32)
    limiter = Limiter(sample_rate=rate, ceiling_dbfs=-1.0)
    output = limiter.process(audio)
    ceiling = 10 ** (-1 / 20)
    assert np.abs(output).max() <= ceiling + 1e-7
    # The gain alone does it: the guard behind it only meets rounding.
    gain = output[limiter.latency :] / audio[: -limiter.latency]
    reached = np.abs(output[limiter.latency :]) >= ceiling * 0.999999
    assert reached.mean() < 0.02
    assert gain.min() > 0


def test_limiter_passes_quiet_audio_bit_for_bit():
    rng = np.random.default_rng(5)
    audio = (0.1 * rng.standard_normal(9600)).astype(np.float32)
    limiter = Limiter(sample_rate=48000)
    output = limiter.process(audio)
    np.testing.assert_array_equal(output[limiter.latency :], audio[: -limiter.latency])
    assert limiter.latency == 72


def test_limiter_bends_a_loud_tone_without_distortion():
    rate = 48000
    time = np.arange(rate) / rate
    tone = (2.0 * np.sin(2 * np.pi * 440 * time)).astype(np.float32)
    output = Limiter(sample_rate=rate, ceiling_dbfs=0.0).process(tone)[rate // 2 :]
    spectrum = np.abs(np.fft.rfft(output * np.hanning(output.shape[0])))
    hz = np.fft.rfftfreq(output.shape[0], 1 / rate)
    harmonics = spectrum[hz > 700].max() / spectrum.max()
    assert harmonics < 0.01
    with pytest.raises(SyrinxError, match="ceiling"):
        Limiter(sample_rate=rate, ceiling_dbfs=1.0)


def test_compressor_follows_its_ratio():
    rate = 48000
    time = np.arange(rate) / rate

    def level(amplitude: float) -> float:
        tone = (amplitude * np.sin(2 * np.pi * 1000 * time)).astype(np.float32)
        out = Compressor(sample_rate=rate, threshold_dbfs=-40.0, ratio=4.0).process(tone)
        return 20 * np.log10(np.abs(out[rate // 2 :]).max())

    assert level(1.0) - level(0.1) == pytest.approx(5.0, abs=0.5)
