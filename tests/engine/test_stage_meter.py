"""What each stage costs: every stage once, whatever is nested in what, and nothing while off."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.engine.messages import VoiceParams
from syrinx.app.engine.stage_meter import StageMeter, stage_name
from syrinx.app.engine.voice_chain import build_voice_chain
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.adapters import Bypass, Chain, Delay, DryWet, Gain, Reblocked, Sanitize

RATE = 48000
BLOCK = np.zeros(480, np.float32)


class Slow(Gain):
    """Takes two milliseconds."""

    def _process(self, audio: np.ndarray) -> np.ndarray:
        time.sleep(0.002)
        return super()._process(audio)


class Named(Gain):
    stage_name = "Warmth"


def nested() -> Reblocked:
    inner = Chain([DryWet(Slow(sample_rate=RATE)), Delay(3, sample_rate=RATE)])
    body = Chain([Gain(sample_rate=RATE), Bypass(inner), Named(sample_rate=RATE)])
    return Reblocked(Chain([Sanitize(sample_rate=RATE), Bypass(body)]), block_size=480)


def test_every_stage_is_counted_once_by_its_name() -> None:
    whole = nested()
    meter = StageMeter(whole)
    meter.switch(True)
    for _ in range(5):
        whole.process(BLOCK)
    spent = meter.take()
    assert set(spent) == {"Input check", "Slow", "Delay", "Gain", "Warmth"}
    assert spent["Slow"] >= 0.01
    assert spent["Slow"] > 3 * sum(s for name, s in spent.items() if name != "Slow")
    assert set(meter.take().values()) == {0.0}  # it starts again each time


def test_off_it_measures_nothing_and_changes_nothing() -> None:
    whole, other = nested(), nested()
    meter = StageMeter(whole)
    assert meter.take() == {}
    block = np.random.default_rng(0).standard_normal(480).astype(np.float32)
    meter.switch(True)
    measured = whole.process(block)
    np.testing.assert_array_equal(measured, other.process(block))
    meter.switch(False)
    assert meter.take() == {}


def test_names_read_like_words() -> None:
    assert stage_name(Delay(1, sample_rate=RATE)) == "Delay"
    assert stage_name(DryWet(Named(sample_rate=RATE))) == "Warmth"


@pytest.mark.parametrize("voice_id", ["deep", "iris"])
def test_the_stages_of_a_voice_are_about_all_of_its_time(tmp_path: Path, voice_id: str) -> None:
    voice = VoiceLibrary(tmp_path).get(voice_id)
    chain = build_voice_chain(voice, sample_rate=RATE, params=VoiceParams())
    chain.warm_up()
    chain.stages.switch(True)
    before = time.perf_counter()
    for _ in range(50):
        chain.process(BLOCK)
    whole = time.perf_counter() - before
    spent = chain.stages.take()
    assert 0.3 * whole < sum(spent.values()) <= whole
    if voice_id == "iris":
        assert max(spent, key=lambda name: spent[name]) == "Network"
