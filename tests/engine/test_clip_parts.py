"""A part of a sound file as a clip: where it begins and ends, and how long it may be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.app.engine import messages as m
from syrinx.app.engine.clip_reader import ReadRequest, attempt, read_sound
from syrinx.dsp.errors import SyrinxError
from tests.engine.test_clips import RATE as DESK_RATE
from tests.engine.test_clips import Desk

RATE = 16_000


@pytest.fixture
def counted(tmp_path: Path) -> Path:
    """A file of 20 minutes in which every sample is its own number (as far as 24 bits tell)."""
    path = tmp_path / "long.wav"
    ramp = np.linspace(-0.9, 0.9, 1200 * RATE, dtype=np.float64)
    soundfile.write(path, ramp, RATE, subtype="FLOAT")
    return path


def test_a_part_begins_and_ends_at_its_sample(counted: Path) -> None:
    part = read_sound(str(counted), RATE, start_s=900.0, seconds=2.0)
    assert part is not None
    expected, _ = soundfile.read(counted, start=900 * RATE, frames=2 * RATE, dtype="float32")
    np.testing.assert_array_equal(part.audio, expected)


def test_the_whole_is_too_long_and_so_is_a_part_without_an_end(counted: Path) -> None:
    for start_s in (0.0, 100.0):
        with pytest.raises(SyrinxError, match="longer than 10 minutes"):
            read_sound(str(counted), RATE, start_s=start_s)
    rest = read_sound(str(counted), RATE, start_s=1190.0)
    assert rest is not None
    assert rest.seconds == pytest.approx(10.0)


def test_a_part_behind_the_end_is_told(counted: Path) -> None:
    request = ReadRequest(path=str(counted), sample_rate=RATE, start_s=2000.0, seconds=1.0)
    result = attempt(request, lambda: False)
    assert result.sound is None
    assert "holds no audio" in str(result.error)


def test_a_part_is_checked() -> None:
    assert m.PlayClip(path="a.wav").whole
    assert not m.PlayClip(path="a.wav", seconds=3.0).whole
    for odd in ({"start_s": -1.0}, {"seconds": 0.0}, {"seconds": 601.0}):
        with pytest.raises(SyrinxError):
            m.PlayClip(path="a.wav", **odd)  # type: ignore[arg-type]


def test_a_part_is_read_itself_and_never_kept_as_the_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk(monkeypatch)
    try:
        desk.desk._shelf.want(["a.wav"])
        for number, start_s in enumerate((2.0, 3.0)):
            desk.offer("a.wav")
            desk.desk.play(m.PlayClip(path="a.wav", start_s=start_s, seconds=1.0))
            desk.after(1 + number)  # the second replaces the first
        assert desk.parts == [(2.0, 1.0), (3.0, 1.0)]
        assert desk.desk._shelf.find("a.wav", DESK_RATE) is None
        for _ in range(2):
            desk.play("a.wav")
            desk.after(2)
        assert desk.parts[2:] == [(0.0, None)]  # the whole is read once
        assert desk.desk._shelf.find("a.wav", DESK_RATE) is not None
    finally:
        desk.desk.close()
