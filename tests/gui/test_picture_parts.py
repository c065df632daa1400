"""What the pictures are made of, by oracle: the ring of sound, the window in time, the pixels."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syrinx.app.viewmodels.column_image import ColumnImage
from syrinx.app.viewmodels.frame_ring import FrameRing
from syrinx.app.viewmodels.lines import draw_line, line_rows, long_runs
from syrinx.app.viewmodels.sound_history import KEPT_S, SoundHistory
from syrinx.app.viewmodels.time_window import F_HIGHEST_HZ, SHORTEST_S, SPAN_S, TimeWindow

RATE = 8000


def count_up(first: int, last: int) -> np.ndarray:
    return np.arange(first, last, dtype="f4") + 1


def filled(seconds: float, *, latency: int = 0) -> SoundHistory:
    """A history whose input counts 1, 2, ... and whose output repeats it `latency` later."""
    sound = SoundHistory()
    total = round(seconds * RATE)
    for first in range(0, total, 400):
        audio = count_up(first, min(total, first + 400))
        sound.feed(audio, audio - latency, position=first, sample_rate=RATE, latency=latency)
    return sound


# ---- the ring of sound ----


@pytest.mark.parametrize("latency", [0, 100, 1000])
def test_the_output_lies_where_its_input_lies(latency: int) -> None:
    sound = filled(2.0, latency=latency)
    assert sound.newest == 2 * RATE - latency
    for channel in ("input", "output"):
        np.testing.assert_array_equal(sound.read(channel, 500, 900), count_up(500, 900))


def test_a_minute_is_kept_and_no_more() -> None:
    sound = filled(90.0)
    assert sound.newest_s == pytest.approx(90.0)
    assert sound.oldest_s == pytest.approx(90.0 - KEPT_S)
    np.testing.assert_array_equal(
        sound.read("input", sound.oldest, sound.newest), count_up(sound.oldest, sound.newest)
    )
    assert not sound.read("input", 0, 1000).any()


def test_memory_is_bounded() -> None:
    sound = SoundHistory()
    sound.feed(np.zeros(1, "f4"), np.zeros(1, "f4"), position=0, sample_rate=48_000, latency=0)
    assert 2 * 4 * sound.capacity < 25e6


def test_lost_samples_are_silence() -> None:
    sound = filled(1.0)
    sound.feed(
        count_up(12_000, 12_400), count_up(12_000, 12_400),
        position=12_000, sample_rate=RATE, latency=0,
    )  # fmt: skip
    assert not sound.read("input", 8000, 12_000).any()
    np.testing.assert_array_equal(sound.read("output", 12_000, 12_400), count_up(12_000, 12_400))
    np.testing.assert_array_equal(sound.read("input", 7000, 8000), count_up(7000, 8000))


def test_a_gap_of_minutes_is_silence_too() -> None:
    sound = filled(1.0)
    sound.feed(
        np.ones(10, "f4"), np.ones(10, "f4"), position=RATE * 200, sample_rate=RATE, latency=0
    )
    assert sound.newest == RATE * 200 + 10
    assert not sound.read("input", sound.oldest, RATE * 200).any()
    assert sound.read("output", RATE * 200, RATE * 200 + 10).all()


@pytest.mark.parametrize("latency", [0, 100])
def test_a_pause_holds_everything_and_the_sound_goes_on_behind_it(latency: int) -> None:
    sound = filled(1.0, latency=latency)
    newest = sound.newest
    sound.paused = True
    for first in range(RATE, 3 * RATE, 400):
        audio = count_up(first, first + 400)
        sound.feed(audio, audio, position=first, sample_rate=RATE, latency=latency)
    assert sound.newest == newest
    sound.paused = False
    audio = count_up(3 * RATE, 4 * RATE)
    sound.feed(audio, audio - latency, position=3 * RATE, sample_rate=RATE, latency=latency)
    assert sound.newest == 2 * RATE - latency
    after = sound.read("output", RATE, 2 * RATE - latency)
    np.testing.assert_array_equal(after, count_up(3 * RATE, 4 * RATE - latency))
    before = sound.read("output", 0, RATE - latency)
    np.testing.assert_array_equal(before, count_up(0, RATE - latency))
    assert not sound.read("output", RATE - latency, RATE).any()  # its sound was not listened to


def test_another_delay_moves_what_follows() -> None:
    sound = filled(1.0, latency=100)
    audio = count_up(RATE, RATE + 400)
    sound.feed(audio, audio - 300, position=RATE, sample_rate=RATE, latency=300)
    assert sound.newest == RATE + 100
    np.testing.assert_array_equal(sound.read("output", 7000, RATE), count_up(7000, RATE))


def test_a_new_stream_or_rate_is_a_new_generation() -> None:
    sound = filled(1.0)
    generation = sound.generation
    sound.feed(np.ones(400, "f4"), np.ones(400, "f4"), position=0, sample_rate=RATE, latency=0)
    assert sound.generation == generation + 1
    assert sound.newest == 400
    sound.feed(np.ones(400, "f4"), np.ones(400, "f4"), position=400, sample_rate=16_000, latency=0)
    assert sound.generation == generation + 2


def test_not_a_number_is_silence() -> None:
    sound = SoundHistory()
    bad = np.array([np.nan, np.inf, -np.inf, 0.5], "f4")
    sound.feed(bad, bad, position=0, sample_rate=RATE, latency=0)
    np.testing.assert_array_equal(sound.read("input", 0, 4), [0, 0, 0, 0.5])


def test_f0_of_the_engine_lies_at_its_moment_and_small_gaps_are_filled() -> None:
    sound = filled(2.0)
    sound.feed_f0(100.0, position=RATE)
    sound.feed_f0(110.0, position=RATE + 2 * 80)
    sound.feed_f0(0.0, position=RATE + 4 * 80)
    np.testing.assert_allclose(sound.f0.frames(100, 103)[:, 0], [100.0, 105.0, 110.0])
    assert np.isnan(sound.f0.frames(103, 106)).all()
    assert not sound.f0_told()
    sound.feed_f0(120.0, position=2 * RATE - 80)
    assert sound.f0_told()


def test_frames_are_known_by_their_number() -> None:
    ring = FrameRing(10, 2)
    ring.start(100)
    ring.append(np.arange(30, dtype="f4").reshape(15, 2))
    assert (ring.first, ring.count) == (100, 115)
    np.testing.assert_array_equal(ring.frames(113, 115), [[26, 27], [28, 29]])
    assert np.isnan(ring.frames(100, 105)).all()
    assert np.isnan(ring.frames(115, 117)).all()


# ---- the window in time ----


def window(seconds: float = 30.0) -> TimeWindow:
    made = TimeWindow(filled(seconds))
    made.tick(0.0)
    return made


def test_it_follows_until_one_scrolls_and_again_at_the_end(qapp: object) -> None:
    seen = window()
    assert seen.following
    end = seen.end_s
    seen.scroll(-5.0)
    assert not seen.following
    assert seen.end_s == pytest.approx(end - 5.0)
    seen.scroll(100.0)
    assert seen.following
    seen.go_oldest()
    assert seen.start_s == pytest.approx(0.0)
    seen.scroll(-100.0)
    assert seen.start_s == pytest.approx(0.0)
    seen.follow()
    assert seen.end_s == pytest.approx(end)


def test_what_is_scrolled_to_stays_while_the_sound_goes_on(qapp: object) -> None:
    sound = filled(30.0)
    seen = TimeWindow(sound)
    seen.tick(0.0)
    seen.scroll(-5.0)
    end = seen.end_s
    for first in range(30 * RATE, 40 * RATE, RATE):
        sound.feed(
            np.ones(RATE, "f4"), np.ones(RATE, "f4"), position=first, sample_rate=RATE, latency=0
        )
        seen.tick(1.0)
    assert seen.end_s == end
    for first in range(40 * RATE, 120 * RATE, RATE):
        sound.feed(
            np.ones(RATE, "f4"), np.ones(RATE, "f4"), position=first, sample_rate=RATE, latency=0
        )
        seen.tick(1.0)
    assert seen.start_s == pytest.approx(sound.oldest_s)  # pushed along, never empty


def test_zoom_keeps_what_lies_under_the_pointer(qapp: object) -> None:
    seen = window()
    seen.scroll(-10.0)
    at = seen.start_s + 0.25 * seen.span_s
    seen.zoom(0.5, at_s=at)
    assert seen.span_s == SPAN_S / 2
    assert (at - seen.start_s) / seen.span_s == pytest.approx(0.25)
    seen.zoom(1e-9)
    assert seen.span_s == SHORTEST_S
    seen.zoom(1e9)
    assert seen.span_s == KEPT_S
    seen.reset_zoom()
    assert seen.span_s == SPAN_S


def test_zoom_in_frequency_stays_within_what_is_analysed(qapp: object) -> None:
    seen = window()
    seen.zoom_frequency(0.5, at_hz=1000.0)
    assert seen.f_low_hz == pytest.approx(1000 * (60 / 1000) ** 0.5)
    for _ in range(50):
        seen.zoom_frequency(0.5, at_hz=1000.0)
    assert 2.0 <= seen.f_high_hz / seen.f_low_hz < 4.0
    ratio = seen.f_high_hz / seen.f_low_hz
    for _ in range(50):
        seen.scroll_frequency(1.0)
    assert seen.f_high_hz == pytest.approx(F_HIGHEST_HZ)
    assert seen.f_high_hz / seen.f_low_hz == pytest.approx(ratio)
    for _ in range(50):
        seen.zoom_frequency(2.0)
    assert (seen.f_low_hz, seen.f_high_hz) == (50.0, F_HIGHEST_HZ)


def test_selection_is_ordered_and_kept_inside(qapp: object) -> None:
    seen = window(10.0)
    seen.select(6.0, 4.0)
    assert seen.selection == (4.0, 6.0)
    assert seen.shown() == (4.0, 6.0)
    seen.select(8.0, 50.0)
    assert seen.selection == (8.0, 10.0)
    seen.select(5.0, 5.001)
    assert seen.selection is None
    seen.stretch_selection(0.5)
    assert seen.selection is not None
    start, stop = seen.selection
    assert stop - start == pytest.approx(0.5)
    assert not seen.following


def test_a_new_stream_is_followed_without_a_selection(qapp: object) -> None:
    sound = filled(10.0)
    seen = TimeWindow(sound)
    seen.tick(0.0)
    seen.select(1.0, 2.0)
    seen.scroll(-1.0)
    sound.feed(np.ones(400, "f4"), np.ones(400, "f4"), position=0, sample_rate=RATE, latency=0)
    seen.tick(0.016)
    assert seen.following
    assert seen.selection is None
    assert seen.end_s <= sound.newest_s


# ---- pixels ----


class Numbered:
    """Paints every column with its number."""

    def __init__(self, height: int = 3) -> None:
        self.height = height
        self.painted: list[int] = []

    def paint(self, first: int, last: int) -> np.ndarray:
        self.painted += range(first, last)
        numbers = (np.arange(first, last) + 1000).astype(np.uint32)
        return np.repeat(numbers[:, None], self.height, 1)

    def blank(self) -> np.ndarray:
        return np.zeros(self.height, np.uint32)


@settings(max_examples=60, deadline=None)
@given(
    width=st.integers(3, 40),
    moves=st.lists(st.tuples(st.floats(0, 20), st.floats(-3, 1)), min_size=1, max_size=12),
)
def test_columns_are_right_wherever_one_scrolls(
    width: int, moves: list[tuple[float, float]]
) -> None:
    painter = Numbered()
    image = ColumnImage(width, 3, 10.0, painter)
    for end_s, behind in moves:
        image.show(end_s, end_s + behind)
        left = int(np.floor(end_s * 10 + 1e-6)) - width
        assert image.left == left
        row = np.roll(image.pixels[1], -image.head)
        ready = int(np.floor((end_s + behind) * 10 + 1e-6))
        for place in range(width):
            column = left + place
            if column < ready:
                assert row[place] == np.uint32(column + 1000)
            else:
                assert row[place] in (0, column + 1000)  # known from before, or blank


def test_scrolling_paints_only_what_is_new() -> None:
    painter = Numbered()
    image = ColumnImage(100, 3, 10.0, painter)
    assert image.show(50.0, 60.0) == 100
    assert image.show(50.3, 60.0) == 3
    assert image.show(49.3, 60.0) == 10
    assert image.show(49.3, 60.0) == 0


def test_what_becomes_ready_later_is_painted_then() -> None:
    image = ColumnImage(20, 3, 10.0, Numbered())
    assert image.show(2.0, 0.5) == 5
    assert image.show(2.0, 0.5) == 0
    assert image.show(2.0, 1.2) == 7
    assert (image.pixels[0, 12:] == 0).all()
    assert image.show(2.0, 5.0) == 8


def test_a_line_runs_through_its_values_and_breaks_at_jumps_and_gaps() -> None:
    rows = np.array([10.0, 12.0, 14.0, np.nan, 40.0, 40.0, 90.0, 90.0])
    pairs = line_rows(rows, np.arange(8.0), most=20.0)
    np.testing.assert_allclose(pairs[0], [10, 12])
    np.testing.assert_allclose(pairs[1], [12, 14])
    assert np.isnan(pairs[[2, 3, 5]]).all()
    np.testing.assert_allclose(pairs[4], [40, 40])
    halves = line_rows(rows, np.array([0.0, 0.5, 1.0]), most=20.0)
    np.testing.assert_allclose(halves, [[10, 11], [11, 12]])


def test_specks_are_left_out() -> None:
    joined = np.array([1, 0, 1, 1, 0, 1, 1, 1], bool)
    np.testing.assert_array_equal(long_runs(joined, 2), [0, 0, 1, 1, 0, 1, 1, 1])
    np.testing.assert_array_equal(long_runs(joined, 4), np.zeros(8, bool))
    assert long_runs(np.zeros(0, bool), 2).size == 0


def test_a_stroke_has_its_place_width_and_colour() -> None:
    columns = np.full((4, 50), 0xFF000000, np.uint32)
    draw_line(
        columns, np.array([[20.0, 20.0], [np.nan, 3], [20.0, 30.0], [-90, -80]]), 0xFFFFFFFF, 2
    )
    white = columns == 0xFFFFFFFF
    np.testing.assert_array_equal(np.flatnonzero(white[0]), [19, 20])
    assert not white[1].any()
    np.testing.assert_array_equal(np.flatnonzero(white[2]), range(19, 31))
    assert not white[3].any()
    total = (columns[0] & 0xFF).sum() / 255
    assert total == pytest.approx(2.0, abs=0.1)
