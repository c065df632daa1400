"""The room check: phases, the meter, and advice for each thing that can be wrong."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.app.clone.room import Grade, Phase, RoomItem, RoomMeter, RoomReport
from syrinx.dsp.errors import SyrinxError
from tests.app.test_takes import echoing, take

RATE = 16_000


def listened(speech: np.ndarray, noise: np.ndarray, rate: int = RATE) -> RoomReport:
    """3 s of silence and 6 s of speech, with noise in both, in blocks of odd sizes."""
    silence_s, speech_s = 3, 6
    audio = np.zeros((silence_s + speech_s) * rate, np.float32)
    audio[silence_s * rate :] = np.resize(speech, speech_s * rate)
    audio += np.resize(noise, len(audio))
    meter = RoomMeter(rate)
    sizes = np.random.default_rng(0).integers(1, rate // 5, 400)
    start = 0
    for size in sizes:
        meter.feed(audio[start : start + size].astype(np.float32))
        start += int(size)
    assert meter.phase is Phase.DONE
    return meter.report()


def hiss(level_dbfs: float, rate: int = RATE) -> np.ndarray:
    return 10 ** (level_dbfs / 20) * np.random.default_rng(3).standard_normal(9 * rate)


def grades(report: RoomReport) -> dict[RoomItem, Grade]:
    return {found.item: found.grade for found in report.findings}


def test_phases_follow_the_samples_and_the_meter_the_last_tenth() -> None:
    meter = RoomMeter(RATE, silence_s=1.0, speech_s=2.0)
    assert (meter.phase, meter.progress) == (Phase.SILENCE, 0.0)
    assert meter.level_dbfs == -100.0
    assert meter.feed(np.full(RATE // 2, 0.1, np.float32)) is Phase.SILENCE
    assert meter.progress == pytest.approx(0.5)
    assert meter.level_dbfs == pytest.approx(-20.0)
    assert meter.peak_dbfs == pytest.approx(-20.0, abs=0.01)
    assert meter.feed(np.zeros(RATE, np.float32)) is Phase.SPEECH
    assert meter.progress == pytest.approx(0.25)
    assert meter.feed(np.zeros(4 * RATE, np.float32)) is Phase.DONE
    assert meter.progress == 1.0
    meter.reset()
    assert meter.phase is Phase.SILENCE
    with pytest.raises(SyrinxError):
        RoomMeter(100)


def test_a_good_room_needs_no_advice() -> None:
    report = listened(take(rate=48_000), hiss(-75.0, 48_000), 48_000)
    wrong = [
        f for f in report.findings if f.grade is not Grade.GOOD and f.item is not RoomItem.BAND
    ]
    assert wrong == []  # the made voice ends at 5 kHz
    assert {found.item for found in report.findings} == set(RoomItem)


def test_noise_is_named_by_what_it_is() -> None:
    steady = listened(take(), hiss(-38.0))
    assert grades(steady)[RoomItem.NOISE] is Grade.POOR
    assert any("fan" in sentence for sentence in steady.advice)
    assert steady.grade is Grade.POOR
    changing = hiss(-30.0) * (np.sin(2 * np.pi * np.arange(9 * RATE) / RATE / 1.5) > 0.6)
    report = listened(take(), changing + hiss(-70.0))
    assert grades(report)[RoomItem.NOISE] is not Grade.GOOD
    assert any("come and go" in sentence for sentence in report.advice)


def test_hum_echo_clipping_and_level() -> None:
    time = np.arange(9 * RATE) / RATE
    hum = listened(take(), 0.01 * np.sin(2 * np.pi * 60 * time) + hiss(-70.0))
    assert grades(hum)[RoomItem.HUM] is Grade.POOR
    assert any("60 Hz" in sentence for sentence in hum.advice)
    assert grades(listened(echoing(take()), hiss(-80.0)))[RoomItem.ECHO] is Grade.POOR
    loud = listened(np.clip(8 * take(), -1, 1), hiss(-75.0))
    assert grades(loud)[RoomItem.CLIPPING] is Grade.POOR
    faint = listened(0.3 * take(), hiss(-90.0))
    assert grades(faint)[RoomItem.LEVEL] is Grade.FAIR
    assert any("closer" in sentence for sentence in faint.advice)
    nobody = listened(np.zeros(RATE, np.float32), hiss(-75.0))
    assert grades(nobody)[RoomItem.LEVEL] is Grade.POOR
    assert nobody.advice[0].startswith("Nobody was heard")


@pytest.mark.parametrize(("rate", "grade"), [(8000, Grade.POOR), (16_000, Grade.FAIR)])
def test_a_low_rate_is_named(rate: int, grade: Grade) -> None:
    report = listened(take(rate=rate), hiss(-75.0, rate), rate)
    assert grades(report)[RoomItem.SAMPLE_RATE] is grade


def test_an_early_report_does_no_harm() -> None:
    report = RoomMeter(48_000).report()
    assert grades(report)[RoomItem.LEVEL] is Grade.POOR
