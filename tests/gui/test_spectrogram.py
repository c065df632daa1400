"""The picture's numbers, by oracle: tones, wrapped buffers, gaps."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syrinx.app.viewmodels.pitch_trace import PitchTrace
from syrinx.app.viewmodels.pixels import colour_table, mix
from syrinx.app.viewmodels.scroll_image import ScrollImage
from syrinx.app.viewmodels.spectrogram import (
    CEILING_DB,
    FLOOR_DB,
    FRAME_RATE_HZ,
    N_BANDS,
    Analyser,
    FrequencyAxis,
    History,
    ScrollClock,
    frequency_ticks,
    level_of,
    quantise,
    time_ticks,
)
from syrinx.app.viewmodels.stream import StreamModel

GREYS = np.uint32(0xFF000000) | (np.arange(256, dtype=np.uint32) * np.uint32(0x010101))


def tone(hz: float, rate: int, seconds: float = 0.5, level: float = 1.0) -> np.ndarray:
    return (level * np.sin(2 * np.pi * hz * np.arange(int(seconds * rate)) / rate)).astype("f4")


def image(width: int, height: int, seconds: float, **more: object) -> ScrollImage:
    return ScrollImage(
        width,
        height,
        seconds=seconds,
        axis=FrequencyAxis(),
        n_bands=N_BANDS,
        colours=GREYS,
        trace=0xFFFF0000,
        **more,  # type: ignore[arg-type]
    )


def is_red(picture: ScrollImage) -> np.ndarray:
    red, blue = (picture.pixels >> 16) & 0xFF, picture.pixels & 0xFF
    return red.astype(int) - blue > 100


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("hz", [130.0, 440.0, 1000.0, 3700.0, 7000.0])
def test_a_tone_lights_its_band_at_its_level(rate: int, hz: float) -> None:
    analyser = Analyser(rate)
    frames = analyser.process(tone(hz, rate))
    band = int(np.argmax(frames[-1]))
    expected = float(analyser.axis.position(hz)) * N_BANDS - 0.5
    bin_width = rate / analyser.n_fft
    slack = 1 + (analyser.axis.position(hz + bin_width) - analyser.axis.position(hz)) * N_BANDS
    assert abs(band - expected) <= slack
    assert frames[-1].max() == pytest.approx(0.0, abs=1.0)


def test_ten_decibels_less_read_ten_decibels_less() -> None:
    loud = Analyser(48_000).process(tone(1000, 48_000))[-1].max()
    soft = Analyser(48_000).process(tone(1000, 48_000, level=10**-0.5))[-1].max()
    assert loud - soft == pytest.approx(10.0, abs=0.01)


def test_bands_above_half_the_rate_stay_silent() -> None:
    analyser = Analyser(8000)
    noise = np.random.default_rng(1).standard_normal(8000).astype("f4")
    frames = analyser.process(noise)
    above = analyser.axis.bands() > 4100
    assert frames[:, above].max() < -110
    assert frames[:, ~above].max() > -30


@settings(max_examples=20, deadline=None)
@given(cuts=st.lists(st.integers(0, 9600), max_size=8))
def test_frames_do_not_depend_on_the_split(cuts: list[int]) -> None:
    audio = np.random.default_rng(2).standard_normal(9600).astype("f4")
    whole = Analyser(48_000).process(audio)
    analyser = Analyser(48_000)
    borders = [0, *sorted(cuts), len(audio)]
    parts = [analyser.process(audio[a:b]) for a, b in pairwise(borders)]
    np.testing.assert_allclose(np.concatenate(parts), whole, 1e-4)


def test_not_a_number_does_not_stay() -> None:
    analyser = Analyser(48_000)
    analyser.process(np.full(4800, np.nan, dtype="f4"))
    assert np.isfinite(analyser.process(tone(500, 48_000))).all()


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
def test_f0_is_placed_at_the_position_it_describes(rate: int) -> None:
    """A glide of one octave in two seconds: a wrong position would be a wrong pitch."""
    t = np.arange(2 * rate) / rate
    phase = 2 * np.pi * 120.0 * 2.0 / np.log(2.0) * 2 ** (t / 2.0)
    audio = sum(np.sin(k * phase) * 0.3 / k for k in range(1, 10)).astype("f4")
    trace = PitchTrace(rate)
    trace.restart(1000)
    parts = [trace.process(audio[i : i + 1111]) for i in range(0, len(audio), 1111)]
    positions = np.concatenate([part[0] for part in parts])
    f0 = np.concatenate([part[1] for part in parts])
    expected = 120.0 * 2 ** ((positions - 1000) / rate / 2.0)
    inner = slice(20, -5)
    assert np.isfinite(f0[inner]).all()
    cents = 1200 * np.log2(f0[inner] / expected[inner])
    assert abs(np.median(cents)) < 3.0  # 5 ms are 3 cents on this glide


def test_noise_and_silence_have_no_f0() -> None:
    noise = np.random.default_rng(3).standard_normal(48_000).astype("f4") * 0.1
    assert np.isnan(PitchTrace(48_000).process(noise)[1]).mean() > 0.9
    assert np.isnan(PitchTrace(48_000).process(np.zeros(9600, "f4"))[1]).all()


def test_axis_is_its_own_inverse_and_logarithmic() -> None:
    axis = FrequencyAxis()
    positions = np.linspace(0, 1, 20)
    np.testing.assert_allclose(axis.position(axis.frequency(positions)), positions, atol=1e-12)
    octave = axis.position(200) - axis.position(100)
    assert axis.position(4000) - axis.position(2000) == pytest.approx(octave)


def test_quantised_levels_come_back() -> None:
    levels = np.linspace(FLOOR_DB, CEILING_DB, 100, dtype="f4")
    back = np.array([level_of(v) for v in quantise(levels)])
    np.testing.assert_allclose(back, levels, atol=0.2)
    assert list(quantise(np.array([-300, 30], dtype="f4"))) == [0, 255]


def test_history_keeps_the_last_frames_by_number() -> None:
    history = History(1.0, n_bands=2)  # 100 frames
    for number in range(250):
        history.append(np.full((1, 2), number % 256, dtype=np.uint8))
    assert list(history.frames(240, 252)[:, 0]) == [*range(240, 250), 0, 0]
    assert history.frames(0, 5).max() == 0
    history.skip(3)
    assert history.count == 253
    assert list(history.frames(248, 253)[:, 0]) == [248, 249, 0, 0, 0]


def test_history_forgets_the_f0_of_frames_that_left() -> None:
    history = History(1.0, n_bands=2)
    history.put_f0(7, 100.0)
    assert history.f0(7, 8)[0] == 100.0
    assert np.isnan(history.f0(107, 108)[0])


@settings(max_examples=25, deadline=None)
@given(
    width=st.sampled_from([37, 150, 400, 901]),
    steps=st.lists(st.floats(0, 0.6), min_size=3, max_size=20),
)
def test_the_circular_image_equals_one_painted_at_once(width: int, steps: list[float]) -> None:
    rng = np.random.default_rng(5)
    history = History(6.0)
    history.append(rng.integers(0, 255, (500, N_BANDS), dtype=np.uint8))
    for frame in range(0, 500, 2):
        history.put_f0(frame, 150.0 + frame / 5)
        history.put_f0(frame + 1, 150.0 + frame / 5)
    rolling = image(width, 60, 2.0, grid_hz=(100, 1000))
    time_s = 0.0
    for step in steps:
        time_s = min(time_s + step, 4.9)
        rolling.advance(history, time_s)
    whole = image(width, 60, 2.0, grid_hz=(100, 1000))
    whole.redraw(history, time_s)
    assert rolling.head == whole.head
    painted = np.arange(max(0, rolling.column - width), rolling.column) % width
    np.testing.assert_array_equal(rolling.pixels[:, painted], whole.pixels[:, painted])


def test_a_tone_lights_the_right_row_of_the_newest_column() -> None:
    stream = StreamModel(span_s=2.0)
    stream.feed(tone(1000, 48_000, 3.0), position=0, sample_rate=48_000)
    picture = image(400, 300, 2.0)
    picture.redraw(stream.history, 2.5)
    column = picture.pixels[:, (picture.head - 1) % 400] & 0xFF
    row = (1 - float(stream.axis.position(1000))) * 300
    assert np.argmax(column) == pytest.approx(row, abs=2)
    assert column.max() == 255
    assert column[:100].max() < 40  # nothing two octaves above


def test_the_f0_line_lies_on_the_f0() -> None:
    history = History(4.0)
    history.append(np.zeros((300, N_BANDS), dtype=np.uint8))
    for frame in range(100, 200):
        history.put_f0(frame, 220.0)
    picture = image(300, 400, 3.0)  # one column per frame
    picture.redraw(history, 3.0)
    red = is_red(picture)
    rows, columns = np.nonzero(red)
    expected = (1 - float(FrequencyAxis().position(220))) * 400
    assert abs(rows.mean() + 0.5 - expected) <= 1.0
    assert columns.min() == 100
    assert columns.max() == 198


def test_the_f0_line_is_broken_where_the_pitch_jumps() -> None:
    history = History(4.0)
    history.append(np.zeros((300, N_BANDS), dtype=np.uint8))
    for frame in range(100, 200):
        history.put_f0(frame, 120.0 if frame < 150 else 300.0)
    picture = image(300, 400, 3.0)
    picture.redraw(history, 3.0)
    red = is_red(picture)
    between = (1 - float(FrequencyAxis().position(190))) * 400
    assert not red[int(between)].any()
    assert red.any(axis=0).sum() == 98  # 49 steps on each side


def test_specks_of_f0_are_not_drawn() -> None:
    history = History(4.0)
    history.append(np.zeros((300, N_BANDS), dtype=np.uint8))
    for frame in (100, 101, 102, 150, 151, 152, 153):
        history.put_f0(frame, 200.0)
    picture = image(300, 400, 3.0)
    picture.redraw(history, 3.0)
    assert list(np.flatnonzero(is_red(picture).any(axis=0))) == [150, 151, 152]


def test_grid_lines_are_lighter_than_silence() -> None:
    picture = image(50, 200, 1.0, grid_hz=(1000,))
    row = int((1 - float(FrequencyAxis().position(1000))) * 200)
    assert (picture.pixels[row] & 0xFF).min() > 10
    assert (picture.pixels[row + 5] & 0xFF).max() == 0


def test_mix_is_a_weighted_mean() -> None:
    below, above = np.array([0xFF204060], np.uint32), np.array([0xFF406080], np.uint32)
    assert mix(below, above, np.array([0.0]))[0] == 0xFF204060
    assert mix(below, above, np.array([0.5]))[0] == 0xFF305070
    assert mix(below, above, np.array([1.0]))[0] == 0xFF406080


def test_colour_table_passes_through_its_stops() -> None:
    table = colour_table(("#000000", "#804020", "#ffffff"))
    assert table[0] == 0xFF000000
    assert table[255] == 0xFFFFFFFF
    middle = int(table[127])
    assert abs((middle >> 16 & 0xFF) - 0x80) <= 2
    assert len(np.unique(table)) == 256


def test_a_gap_in_the_stream_keeps_time() -> None:
    stream = StreamModel()
    stream.feed(tone(500, 48_000, 1.0), position=0, sample_rate=48_000)
    before = stream.history.count
    stream.feed(tone(500, 48_000, 1.0), position=96_000, sample_rate=48_000)
    assert stream.history.count == pytest.approx(3.0 * FRAME_RATE_HZ - 4, abs=2)
    silent = stream.history.frames(before + 10, 195)
    assert silent.max() == 0


def test_a_stream_that_starts_again_clears_the_picture() -> None:
    stream = StreamModel()
    stream.feed(tone(500, 48_000, 1.0), position=50_000, sample_rate=48_000)
    revision = stream.revision
    stream.feed(tone(500, 48_000, 0.5), position=0, sample_rate=48_000)
    assert stream.revision > revision
    assert stream.history.count == pytest.approx(46, abs=2)
    stream.feed(tone(500, 16_000, 0.5), position=24_000, sample_rate=16_000)
    assert stream.history.count == pytest.approx(46, abs=2)


def test_pause_freezes_and_resume_goes_on() -> None:
    stream = StreamModel()
    stream.feed(tone(500, 48_000, 1.0), position=0, sample_rate=48_000)
    stream.tick(0.5)
    stream.paused = True
    count, time_s = stream.history.count, stream.time_s
    stream.feed(tone(900, 48_000, 1.0), position=48_000, sample_rate=48_000)
    stream.tick(1.0)
    assert (stream.history.count, stream.time_s) == (count, time_s)
    stream.paused = False
    stream.feed(tone(900, 48_000, 1.0), position=96_000, sample_rate=48_000)
    assert stream.history.count == pytest.approx(count + FRAME_RATE_HZ, abs=2)


def test_reading_under_the_pointer() -> None:
    stream = StreamModel(span_s=2.0)
    stream.feed(tone(1000, 48_000, 3.0, level=0.1), position=0, sample_rate=48_000)
    stream.tick(0.0)
    centres = stream.axis.bands()
    band = int(np.argmin(np.abs(centres - 1000)))
    position = (band + 0.5) / N_BANDS  # the middle of the band nearest to the tone
    reading = stream.read(1.0, position)
    assert reading is not None
    assert reading.frequency_hz == pytest.approx(1000, rel=0.01)
    assert reading.level_dbfs == pytest.approx(-20, abs=3)
    silent = stream.read(1.0, 0.1)
    assert silent is not None
    assert silent.level_dbfs < -70
    assert stream.read(50.0, position) is None
    assert stream.read(1.0, 1.5) is None


def test_f0_of_the_engine_lands_on_the_frame_it_describes() -> None:
    stream = StreamModel()
    stream.feed(np.zeros(96_000, "f4"), position=0, sample_rate=48_000)
    stream.feed_f0(180.0, position=48_000)
    # frame k is centred at k * 480 + 1024
    frame = round((48_000 - 1024) / 480)
    assert stream.history.f0(frame, frame + 1)[0] == 180.0
    stream.feed_f0(200.0, position=48_000 + 2 * 480)
    assert stream.history.f0(frame + 1, frame + 2)[0] == pytest.approx(190.0)
    stream.feed_f0(0.0, position=48_000 + 3 * 480)
    assert np.isnan(stream.history.f0(frame + 3, frame + 4)[0])


def test_the_clock_moves_evenly_and_never_overtakes() -> None:
    clock = ScrollClock()
    newest, times = 0.0, []
    for tick in range(400):
        if tick % 3 == 0:
            newest += 0.075  # audio comes in lumps of three ticks
        times.append(clock.tick(0.025, newest))
        assert times[-1] <= newest
    steps = np.diff(times[100:])
    assert steps.mean() == pytest.approx(0.025, rel=0.02)
    assert steps.min() > 0.015
    assert steps.max() < 0.035


def test_the_clock_jumps_after_a_stall() -> None:
    clock = ScrollClock()
    clock.tick(0.02, 0.1)
    assert clock.tick(0.02, 5.0) == pytest.approx(5.0 - ScrollClock.LAG_S)


@pytest.mark.parametrize("height", [90, 300, 900])
def test_frequency_labels_never_touch(height: int) -> None:
    axis = FrequencyAxis()
    ticks = frequency_ticks(axis, height)
    rows = [float(axis.position(hz)) * height for hz, _ in ticks]
    assert len(ticks) >= 3
    assert min(np.diff(rows)) >= 20


@pytest.mark.parametrize("width", [200, 800, 3000])
def test_time_labels_never_touch(width: int) -> None:
    ticks = time_ticks(8.0, width)
    assert ticks
    assert width * (ticks[0] / 8.0) >= 90
