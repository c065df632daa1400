"""The telemetry memory: what is written is read, torn or lost frames never are."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator

import numpy as np
import pytest

from syrinx.app.engine.taps import AUDIO_SLOTS, CHUNK, TapReader, Taps, TapWriter
from syrinx.dsp.errors import SyrinxError


@pytest.fixture
def taps() -> Iterator[Taps]:
    owner = Taps()
    yield owner
    owner.close()


def pair(taps: Taps) -> tuple[TapWriter, TapReader]:
    writer = TapWriter(taps.name)
    writer.begin(sample_rate=48000, latency=77)
    return writer, TapReader(taps.name)


def test_samples_arrive_in_order_and_once(taps: Taps) -> None:
    writer, reader = pair(taps)
    rng = np.random.default_rng(0)
    audio = rng.standard_normal(40 * CHUNK + 100).astype(np.float32)
    received, position = [], 0
    for start in range(0, len(audio), 100):
        block = audio[start : start + 100]
        writer.write(block, -block)
        seen = reader.read_audio()
        if seen is not None:
            assert (seen.stream, seen.sample_rate, seen.latency) == (1, 48000, 77)
            assert seen.position == position
            assert seen.lost_frames == 0
            assert np.array_equal(seen.output, -seen.input)
            assert seen.input_peak == np.abs(seen.input).max()
            assert seen.output_rms == pytest.approx(np.sqrt(np.mean(seen.output**2)), rel=1e-5)
            received.append(seen.input)
            position += len(seen.input)
    assert np.array_equal(np.concatenate(received), audio[: 40 * CHUNK])
    assert reader.read_audio() is None
    reader.close()
    writer.close()


def test_a_slow_reader_loses_the_oldest_and_is_told(taps: Taps) -> None:
    writer, reader = pair(taps)
    count = AUDIO_SLOTS + 100
    audio = np.arange(count * CHUNK, dtype=np.float32)
    writer.write(audio, audio)
    seen = reader.read_audio()
    assert seen is not None
    assert seen.lost_frames == 102
    assert seen.position == 102 * CHUNK
    assert np.array_equal(seen.input, audio[102 * CHUNK :])
    reader.close()
    writer.close()


def test_f0_arrives_with_its_position(taps: Taps) -> None:
    writer, reader = pair(taps)
    for frame in range(5):
        writer.write_f0(480 * frame, 100.0 + frame)
    seen = reader.read_f0()
    assert seen is not None
    assert seen.positions.tolist() == [0, 480, 960, 1440, 1920]
    assert seen.f0_hz.tolist() == [100.0, 101.0, 102.0, 103.0, 104.0]
    assert reader.read_f0() is None
    reader.close()
    writer.close()


def test_a_new_stream_starts_at_zero_and_hides_the_old_one(taps: Taps) -> None:
    writer, reader = pair(taps)
    ones = np.ones(CHUNK, np.float32)
    writer.write(ones, ones)
    writer.begin(sample_rate=44100, latency=5)
    writer.write(2 * ones, 2 * ones)
    seen = reader.read_audio()
    assert seen is not None
    assert (seen.stream, seen.position, seen.sample_rate) == (2, 0, 44100)
    assert np.array_equal(seen.input, 2 * ones)
    reader.close()
    writer.close()


def test_a_frame_that_is_being_written_is_not_read(taps: Taps) -> None:
    writer, reader = pair(taps)
    ones = np.ones(CHUNK, np.float32)
    for _ in range(3):
        writer.write(ones, ones)
    writer._memory.audio[1]["sequence"] = 2 * AUDIO_SLOTS + 3  # odd: under way
    seen = reader.read_audio()
    assert seen is not None
    assert seen.position == 2 * CHUNK
    assert seen.lost_frames == 2
    reader.close()
    writer.close()


WRITE_FOR_EVER = f"""
import sys
import numpy as np
from syrinx.app.engine.taps import TapWriter

writer = TapWriter(sys.argv[1])
writer.begin(sample_rate=48000, latency=0)
value = 0
while True:
    value += 1
    block = np.full({CHUNK}, value, np.float32)
    writer.write(block, -block)
"""


def test_frames_of_a_writer_at_full_speed_are_whole(taps: Taps) -> None:
    """A writer in a process of its own overtakes the reader all the time."""
    process = subprocess.Popen([sys.executable, "-c", WRITE_FOR_EVER, taps.name])
    reader, frames, lost, last = TapReader(taps.name), 0, 0, 0.0
    deadline = threading.Event()
    timer = threading.Timer(30.0, deadline.set)
    timer.start()
    while frames < 20_000 and not deadline.is_set():
        seen = reader.read_audio()
        if seen is None:
            continue
        blocks = seen.input.reshape(-1, CHUNK)
        assert (blocks == blocks[:, :1]).all()
        assert np.array_equal(seen.output, -seen.input)
        values = blocks[:, 0]
        assert (np.diff(values) == 1).all()
        assert values[0] > last
        last, lost, frames = values[-1], lost + seen.lost_frames, frames + len(blocks)
    timer.cancel()
    process.kill()
    process.wait(10)
    reader.close()
    assert frames > 0


def test_the_memory_is_gone_after_close() -> None:
    owner = Taps()
    name = owner.name
    owner.close()
    owner.close()
    with pytest.raises(SyrinxError, match="telemetry"):
        TapReader(name)
