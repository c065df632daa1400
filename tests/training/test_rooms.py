"""Simulated rooms against acoustics: geometry of the echoes, decay, the direct path."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.signal

from syrinx.dsp.errors import SyrinxError
from syrinx.training.rooms import (
    SPEED_OF_SOUND,
    Room,
    RoomBank,
    image_sources,
    room_response,
)

RATE = 16_000
OFFICE = Room(
    size_m=(5.0, 4.0, 2.8),
    mouth_m=(1.5, 2.0, 1.3),
    microphone_m=(3.0, 2.0, 1.3),
    absorption=(0.2, 0.35),
)


def decay_time_s(response: np.ndarray) -> float:
    """RT60 from the slope between -5 and -25 dB of Schroeder's backward integral."""
    energy = np.cumsum(response[::-1].astype(np.float64) ** 2)[::-1]
    level = 10 * np.log10(energy / energy[0])
    first, last = np.argmax(level < -5), np.argmax(level < -25)
    slope = np.polyfit(np.arange(first, last) / RATE, level[first:last], 1)[0]
    return float(-60 / slope)


def test_the_first_images_are_where_geometry_puts_them() -> None:
    distance, count = image_sources(OFFICE, longest_s=0.03)
    assert distance[count == 0] == pytest.approx([1.5])
    floor = np.hypot(1.5, 2 * 1.3)
    ceiling = np.hypot(1.5, 2 * 1.5)
    side = np.hypot(1.5, 4.0)
    ends = [1.5 + 3.0, 2 * 5.0 - 4.5]
    expected = sorted([floor, ceiling, side, side, *ends])
    assert sorted(distance[count == 1]) == pytest.approx(expected)


def test_images_grow_with_the_volume_of_the_sphere() -> None:
    distance, _ = image_sources(OFFICE, longest_s=0.08)
    radius = 0.08 * SPEED_OF_SOUND
    volume = np.prod(OFFICE.size_m)
    assert len(distance) == pytest.approx(4 / 3 * np.pi * radius**3 / volume, rel=0.05)


def test_an_echo_has_its_delay_and_height() -> None:
    response = room_response(OFFICE, np.random.default_rng(0))
    floor_m = np.hypot(1.5, 2.6)
    at = round((floor_m - 1.5) / SPEED_OF_SOUND * RATE)
    assert response[0] == 1.0
    # below 2 kHz the wall keeps sqrt(1 - 0.2), above sqrt(1 - 0.35): the impulse is in between
    height = response[at - 8 : at + 9].sum()
    assert np.sqrt(0.65) * 1.5 / floor_m < height < np.sqrt(0.8) * 1.5 / floor_m + 0.02
    assert np.abs(response[40 : at - 12]).max() < 0.05


@pytest.mark.parametrize("absorption", [0.15, 0.3, 0.5])
def test_the_decay_is_eyrings(absorption: float) -> None:
    room = Room(
        size_m=(5.0, 4.0, 2.8),
        mouth_m=(1.5, 2.2, 1.3),
        microphone_m=(3.1, 1.7, 1.1),
        absorption=(absorption, absorption),
    )
    measured = [decay_time_s(room_response(room, np.random.default_rng(s))) for s in range(3)]
    assert np.mean(measured) == pytest.approx(room.decay_s[0], rel=0.15)


def test_high_frequencies_die_first() -> None:
    response = room_response(OFFICE, np.random.default_rng(1))
    low = scipy.signal.sosfilt(scipy.signal.butter(6, 1200, fs=RATE, output="sos"), response)
    high = scipy.signal.sosfilt(
        scipy.signal.butter(6, 3500, "high", fs=RATE, output="sos"), response
    )
    assert decay_time_s(low) > 1.3 * decay_time_s(high)


def test_a_nearer_microphone_hears_less_of_the_room() -> None:
    near = Room(
        size_m=(5.0, 4.0, 2.8),
        mouth_m=(1.5, 2.0, 1.3),
        microphone_m=(1.7, 2.0, 1.3),
        absorption=(0.2, 0.35),
    )
    rng = np.random.default_rng(0)
    echoes = [float((room_response(r, rng)[1:] ** 2).sum()) for r in (near, OFFICE)]
    assert 10 * np.log10(echoes[1] / echoes[0]) == pytest.approx(20 * np.log10(1.5 / 0.2), abs=3)


def test_a_bank_repeats_itself_and_stays_within_reason() -> None:
    banks = [RoomBank(8, seed=3), RoomBank(8, seed=3)]
    a, b = (bank.draw(np.random.default_rng(5)) for bank in banks)
    assert np.array_equal(a, b)
    for number in range(8):
        room = banks[0].room(number)
        assert 0.05 < room.decay_s[0] < 1.2
        assert room.distance_m < 2.6


def test_rooms_are_checked() -> None:
    with pytest.raises(SyrinxError, match="not inside"):
        Room(
            size_m=(2.0, 2.0, 2.0),
            mouth_m=(1.0, 1.0, 3.0),
            microphone_m=(1.0, 1.0, 1.0),
            absorption=(0.2, 0.2),
        )
