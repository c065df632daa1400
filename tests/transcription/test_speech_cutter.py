"""Where recordings are cut, with an activity that is known and with the network's."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from syrinx.app.transcription.speech_cutter import (
    LevelActivity,
    SpeechCutter,
    Stretch,
    activity_for,
)
from tests.transcription.tiny_models import RATE, hum, silence


class Late:
    """Says that a sample is speech when it is not zero; later, and in blocks."""

    def __init__(self, latency: int, block_size: int) -> None:
        self.latency, self.block_size = latency, block_size
        self._waiting = np.zeros(0, np.float32)
        self._late = np.zeros(latency, np.float32)

    def hear(self, audio: NDArray[np.float32]) -> NDArray[np.float32]:
        self._waiting = np.concatenate([self._waiting, audio])
        size = len(self._waiting) - len(self._waiting) % self.block_size
        block, self._waiting = self._waiting[:size], self._waiting[size:]
        both = np.concatenate([self._late, (block != 0).astype(np.float32)])
        self._late = both[len(block) :]
        return both[: len(block)]


def cut(audio: NDArray[np.float32], cutter: SpeechCutter, sizes: list[int]) -> list[Stretch]:
    found, at, k = [], 0, 0
    while at < len(audio):
        size = sizes[k % len(sizes)]
        found += cutter.accept(audio[at : at + size])
        at, k = at + size, k + 1
    return found + cutter.finish()


def spans(found: list[Stretch]) -> list[tuple[float, float]]:
    return [(piece.start_s, piece.start_s + len(piece.audio) / RATE) for piece in found]


def marked(*parts: tuple[float, float], seconds: float) -> NDArray[np.float32]:
    """Silence with speech from one second to another; every sample is unlike the others."""
    audio = np.zeros(round(seconds * RATE), np.float32)
    for first, last in parts:
        a, b = round(first * RATE), round(last * RATE)
        audio[a:b] = 0.1 + 1e-6 * np.arange(a, b)
    return audio


def test_a_stretch_has_a_little_before_and_after_it() -> None:
    audio = marked((1.0, 2.0), (4.0, 4.5), seconds=6)
    found = cut(audio, SpeechCutter(Late(0, 1), RATE, 20), [4000])
    assert spans(found) == [
        pytest.approx((0.72, 2.2), abs=0.03),
        pytest.approx((3.72, 4.7), abs=0.03),
    ]
    for piece in found:  # and it is that part of the recording
        at = round(piece.start_s * RATE)
        np.testing.assert_array_equal(piece.audio, audio[at : at + len(piece.audio)])


@settings(max_examples=30, deadline=None)
@given(
    sizes=st.lists(st.integers(1, 9000), min_size=1, max_size=4),
    latency=st.integers(0, 700),
    block_size=st.integers(1, 300),
)
def test_neither_blocks_nor_a_late_activity_change_anything(
    sizes: list[int], latency: int, block_size: int
) -> None:
    audio = marked((0.0, 0.4), (1.5, 3.0), (3.4, 3.7), (5.0, 5.5), seconds=5.5)
    plain = cut(audio, SpeechCutter(Late(0, 1), RATE, 20), [len(audio)])
    other = cut(audio, SpeechCutter(Late(latency, block_size), RATE, 20), sizes)
    assert spans(other) == [pytest.approx(span) for span in spans(plain)]
    for one, two in zip(plain, other, strict=True):
        np.testing.assert_array_equal(one.audio, two.audio)


def test_what_is_too_long_is_cut_where_it_is_quietest_and_nothing_is_lost() -> None:
    audio = marked((0.5, 30.0), seconds=31)
    audio[round(8.0 * RATE) : round(8.1 * RATE)] *= 0.01
    found = cut(audio, SpeechCutter(Late(0, 1), RATE, 10), [8000])
    assert all(len(piece.audio) <= 10 * RATE for piece in found)
    assert found[0].start_s + len(found[0].audio) / RATE == pytest.approx(8.05, abs=0.06)
    whole = np.concatenate([piece.audio for piece in found])
    first = round(found[0].start_s * RATE)
    np.testing.assert_array_equal(whole, audio[first : first + len(whole)])
    assert first + len(whole) >= 30.0 * RATE


def test_a_click_is_no_speech_and_short_pauses_are_part_of_it() -> None:
    audio = marked((1.0, 1.05), (3.0, 3.5), (4.0, 4.5), seconds=6)
    found = cut(audio, SpeechCutter(Late(0, 1), RATE, 20), [5000])
    assert spans(found) == [pytest.approx((2.72, 4.7), abs=0.03)]


def test_memory_does_not_grow_with_the_recording() -> None:
    cutter = SpeechCutter(Late(80, 80), RATE, 10)
    rng = np.random.default_rng(0)
    most = 0
    for k in range(600):  # ten minutes
        speech = (k % 40) < 25
        block = rng.standard_normal(RATE).astype(np.float32) * (0.1 if speech else 0.0)
        cutter.accept(block)
        most = max(most, len(cutter._audio))
    assert most <= 12 * RATE


def test_the_network_finds_the_hum_in_a_quiet_room(syrinx_home: Path) -> None:
    audio = np.concatenate([silence(1.5), hum(500, 0.8), silence(1.5, 1)])
    (piece,) = cut(audio, SpeechCutter(activity_for(syrinx_home, RATE), RATE, 20), [1111])
    assert 1.1 <= piece.start_s <= 1.5
    assert 2.3 <= piece.start_s + len(piece.audio) / RATE <= 3.1


def test_without_the_network_the_level_decides() -> None:
    audio = np.concatenate([silence(1), hum(500, 1), silence(1)])
    (piece,) = cut(audio, SpeechCutter(LevelActivity(RATE), RATE, 20), [4000])
    assert piece.start_s == pytest.approx(0.72, abs=0.03)
