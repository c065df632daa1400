"""Analyses of the sound history: each value at its moment, hidden ones catch up, panes paint it."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.app.viewmodels.charts import LagChart, SpectrumChart
from syrinx.app.viewmodels.column_image import ColumnImage
from syrinx.app.viewmodels.curve_panes import LoudnessPane
from syrinx.app.viewmodels.pane import Look, Pane, Sheet, apart
from syrinx.app.viewmodels.pictures_model import PicturesModel
from syrinx.app.viewmodels.pixels import colour_table
from syrinx.app.viewmodels.sound_history import SoundHistory
from syrinx.app.viewmodels.time_window import TimeWindow
from syrinx.app.viewmodels.tracks import (
    AXIS,
    N_BANDS,
    EnvelopeTrack,
    FormantTrack,
    LevelTrack,
    LoudnessTrack,
    MelodyTrack,
    PitchTrack,
    SpectrumTrack,
    Track,
)

RATE = 48_000
GREY = colour_table(("#000000", "#ffffff"))
LOOK = Look(
    cool=GREY, warm=GREY, grey=GREY, difference=colour_table(("#0000ff", "#000000", "#ff0000")),
    blank=0xFF000000, lane=0xFF101010, trace=0xFFFFFFFF, shade=0xFF000000, grid=0xFF808080,
    input=0xFF00FF00, output=0xFFFF0000, faint=0xFF808080, warning=0xFFFFFF00,
    danger=0xFFFF00FF, formants=(0xFF010203, 0xFF020304, 0xFF030405, 0xFF040506),
)  # fmt: skip


def chirp(seconds: float, low_hz: float = 100.0, high_hz: float = 200.0) -> np.ndarray:
    """A voice-like sound that glides by octaves: where the pitch is tells when it is."""
    t = np.arange(round(seconds * RATE)) / RATE
    k = np.log(high_hz / low_hz) / seconds
    phase = 2 * np.pi * low_hz * (np.exp(k * t) - 1) / k
    return sum(np.sin(n * phase) * 0.3 / n for n in range(1, 12)).astype("f4")


def glide_hz(time_s: np.ndarray | float, seconds: float) -> np.ndarray | float:
    return 100.0 * 2.0 ** (time_s / seconds)


def history(
    audio: np.ndarray,
    output: np.ndarray | None = None,
    *,
    start: int = 0,
    latency: int = 0,
    sound: SoundHistory | None = None,
) -> SoundHistory:
    sound = sound or SoundHistory()
    output = audio if output is None else output
    for first in range(0, len(audio), 1024):
        part = slice(first, first + 1024)
        sound.feed(
            audio[part], output[part], position=start + first, sample_rate=RATE, latency=latency
        )
    return sound


def read_all(*tracks: Track | MelodyTrack) -> None:
    for track in tracks:
        for _ in range(300):
            if track.update():
                break
        else:
            pytest.fail("never done")


@pytest.fixture(scope="module")
def glide() -> SoundHistory:
    return history(chirp(4.0))


def test_f0_lies_at_its_moment(glide: SoundHistory) -> None:
    track = PitchTrack(glide, "input")
    read_all(track)
    frames = np.arange(50, 380)
    hz = track.ring.frames(50, 380)[:, 0]
    cents = 1200 * np.log2(hz / glide_hz(frames / track.rate_hz, 4.0))
    assert np.isfinite(hz).mean() > 0.98
    assert abs(np.nanmedian(cents)) < 2.0  # 10 ms are 3 cents here
    assert track.latest_hz() == pytest.approx(199, abs=2)


def test_the_spectrogram_lies_at_its_moment(glide: SoundHistory) -> None:
    """The tenth harmonic moves by 25 bands in 4 s: a shift of 0.1 s would be seen."""
    track = LevelTrack(glide, "output")
    read_all(track)
    click = np.zeros(RATE, "f4")
    click[24_000] = 1.0
    clicked = history(click)
    track = LevelTrack(clicked, "input")
    read_all(track)
    loudness = track.ring.frames(0, 98).astype(float).sum(axis=1)
    assert int(np.argmax(loudness)) == 50  # 0.5 s


def test_levels_are_those_of_the_tone() -> None:
    t = np.arange(RATE) / RATE
    sound = history((0.1 * np.sin(2 * np.pi * 1000 * t)).astype("f4"))
    track = LevelTrack(sound, "input")
    read_all(track)
    frame = track.ring.frames(50, 51)[0]
    assert int(np.argmax(frame)) == pytest.approx(float(AXIS.position(1000)) * N_BANDS, abs=1.5)


@pytest.mark.parametrize(
    "make", [LevelTrack, PitchTrack, FormantTrack, LoudnessTrack, SpectrumTrack, EnvelopeTrack]
)
def test_a_hidden_track_catches_up_to_what_one_that_was_seen_knows(make: type[Track]) -> None:
    audio = chirp(3.0)
    sound = SoundHistory()
    seen = make(sound, "input")
    for first in range(0, len(audio), 1024):
        history(audio[first : first + 1024], start=first, sound=sound)
        seen.update()
    hidden = make(sound, "input")
    assert not hidden.update()  # not all at once: the window must not stand still
    read_all(hidden)
    assert hidden.ring.count == seen.ring.count
    start, stop = hidden.ring.first + 30, hidden.ring.count
    np.testing.assert_allclose(
        hidden.ring.frames(start, stop).astype(float),
        seen.ring.frames(start, stop).astype(float),
        rtol=1e-2,
        atol=1.0 if make is LevelTrack else 0.1,
    )


@pytest.mark.parametrize("make", [LevelTrack, PitchTrack, FormantTrack, SpectrumTrack])
def test_a_track_that_was_hidden_for_long_goes_on_with_what_is_kept(make: type[Track]) -> None:
    sound = history(chirp(1.0))
    track = make(sound, "input")
    read_all(track)
    quiet = np.zeros(RATE, "f4")
    for second in range(1, 80):
        history(quiet, start=second * RATE, sound=sound)
    history(chirp(2.0), start=80 * RATE, sound=sound)
    read_all(track)
    assert track.ready_s == pytest.approx(82.0, abs=0.2)
    assert track.ring.first / track.rate_hz == pytest.approx(sound.oldest_s, abs=0.2)


def test_a_new_stream_is_read_from_its_beginning(glide: SoundHistory) -> None:
    sound = history(chirp(2.0))
    track = PitchTrack(sound, "input")
    read_all(track)
    history(chirp(1.0), start=0, sound=sound)
    read_all(track)
    assert track.ready_s <= 1.0
    assert track.ring.frames(50, 51)[0, 0] == pytest.approx(100 * 2**0.5, rel=0.01)


def test_the_engines_f0_goes_before_the_own_estimate() -> None:
    sound = SoundHistory()
    audio = chirp(2.0)
    track = PitchTrack(sound, "input")
    for first in range(0, len(audio), 960):
        history(audio[first : first + 960], start=first, sound=sound)
        if first < RATE:
            for position in (first - 960, first - 480):
                sound.feed_f0(300.0, position=position)
        track.update()
    hz = track.ring.frames(0, 190)[:, 0]
    assert np.nanmedian(hz[20:90]) == 300.0
    # Then it falls silent, after a change of the voice: the own estimate takes over.
    later = np.arange(160, 190) / 100.0
    np.testing.assert_allclose(hz[160:190], glide_hz(later, 2.0), rtol=0.01)


def test_loudness_is_measured_anew_when_asked() -> None:
    t = np.arange(5 * RATE) / RATE
    loud = (0.5 * np.sin(2 * np.pi * 1000 * t)).astype("f4")
    sound = history(loud)
    track = LoudnessTrack(sound, "input")
    read_all(track)
    read = track.read()
    assert read is not None
    assert read.integrated == pytest.approx(-6.02, abs=0.1)
    track.restart()
    history(0.1 * loud, start=len(loud), sound=sound)
    read_all(track)
    read = track.read()
    assert read is not None
    assert read.integrated == pytest.approx(-26.02, abs=0.1)
    assert read.seconds == pytest.approx(5.0, abs=0.11)


def test_melodies_are_compared_over_the_last_seconds() -> None:
    audio = np.concatenate([chirp(3.0), chirp(3.0)])
    higher = np.concatenate([chirp(3.0, 150, 300), chirp(3.0, 150, 300)])
    sound = history(audio, higher)
    track = MelodyTrack(sound, PitchTrack(sound, "input"), PitchTrack(sound, "output"))
    read_all(track)
    correlation, shift = track.latest()
    assert correlation > 0.98
    assert shift == pytest.approx(12 * np.log2(1.5), abs=0.1)


# ---- charts ----


def test_the_lag_chart_finds_the_true_delay_not_the_declared_one(qapp: object) -> None:
    rng = np.random.default_rng(0)
    knots = rng.uniform(-50, 0, 70)
    loudness = 10 ** (np.interp(np.arange(8 * RATE) / RATE * 8, np.arange(70), knots) / 20)
    voice = (0.3 * loudness * rng.standard_normal(8 * RATE)).astype("f4")
    other = (0.2 * loudness * np.sin(np.arange(8 * RATE) * 0.03)).astype("f4")
    late = np.concatenate([np.zeros(45 * 48, "f4"), other])[: 8 * RATE]
    sound = history(voice, late, latency=30 * 48)  # 45 ms are true, 30 ms are declared
    chart = LagChart(
        sound, TimeWindow(sound), EnvelopeTrack(sound, "input"), EnvelopeTrack(sound, "output")
    )
    for _ in range(30):
        chart.update()
    assert chart.corner() == "45 ms (declared 30 ms)"
    assert len(chart.marks()) == 2
    revision = chart.revision
    chart.update()
    assert chart.revision == revision  # nothing new, nothing painted


def test_the_long_term_spectrum_is_of_the_selection(qapp: object) -> None:
    t = np.arange(3 * RATE) / RATE
    low, high = (np.sin(2 * np.pi * hz * t).astype("f4") * 0.1 for hz in (200.0, 3000.0))
    sound = history(np.concatenate([low, high]))
    window = TimeWindow(sound)
    window.tick(0.0)
    tracks = SpectrumTrack(sound, "input"), SpectrumTrack(sound, "output")
    chart = SpectrumChart(sound, window, *tracks)
    for _ in range(15):
        chart.update()
    centres = tracks[0].centres_hz
    both = chart.curves()[0].y
    assert both[np.argmin(abs(centres - 200))] > 0.5
    assert both[np.argmin(abs(centres - 3000))] > 0.5
    window.select(3.5, 5.5)
    chart.update()
    second = chart.curves()[0].y
    assert second[np.argmin(abs(centres - 200))] == 0.0
    assert second[np.argmin(abs(centres - 3000))] == pytest.approx((90 - 20) / 90, abs=0.02)
    assert "selection 2.0 s" in chart.corner()
    assert "in" in chart.reading(0.5, 0.5)


# ---- panes ----


@pytest.fixture(scope="module")
def speech_like() -> PicturesModel:
    model = PicturesModel()
    audio = np.concatenate([chirp(2.0), np.zeros(RATE // 2, "f4"), chirp(2.0, 200, 120)])
    history(audio, 0.5 * audio, sound=model.sound)
    model.tick(0.0)
    return model


def panes(model: PicturesModel) -> dict[str, Pane]:
    return {
        "spectrogram": model.spectrogram("input"),
        "formants": model.formants("output"),
        "difference": model.difference(),
        "wave": model.wave("output"),
        "notes": model.notes(),
        "loudness": model.loudness_over_time(),
        "melody": model.melody(),
    }


@pytest.mark.parametrize("name", panes(PicturesModel()))
@pytest.mark.parametrize(("columns_per_s", "ratio"), [(60.0, 1.0), (333.3, 2.0), (7.0, 1.0)])
def test_painted_piece_by_piece_equals_painted_at_once(
    speech_like: PicturesModel, name: str, columns_per_s: float, ratio: float
) -> None:
    pane = panes(speech_like)[name]
    for _ in range(20):
        pane.update()
    sheet = Sheet(height=120, columns_per_s=columns_per_s, ratio=ratio)
    image = ColumnImage(90, 120, columns_per_s, pane.painter(LOOK, sheet))
    whole = ColumnImage(90, 120, columns_per_s, pane.painter(LOOK, sheet))
    rng = np.random.default_rng(1)
    for end_s in (*np.cumsum(rng.uniform(0, 0.3, 20)), 3.0, 2.9, 2.5):
        image.show(float(end_s), 4.2)
    whole.show(2.5, 4.2)
    assert image.head == whole.head
    pieces, once = (picture.pixels.view(np.uint8).astype(int) for picture in (image, whole))
    np.testing.assert_allclose(pieces, once, atol=1)  # a sum of float32 rounds
    assert len(np.unique(whole.pixels)) > 2


@pytest.mark.parametrize("name", panes(PicturesModel()))
@pytest.mark.parametrize("height", [84, 200, 640, 1500])
def test_labels_of_the_scale_never_touch(
    speech_like: PicturesModel, name: str, height: int
) -> None:
    pane = panes(speech_like)[name]
    ticks = pane.ticks(height)
    assert len(ticks) >= 2
    rows = np.array([place * height for place, _ in ticks])
    assert np.diff(rows).min() >= 13.5
    assert rows.min() >= 0
    assert rows.max() <= height


@pytest.mark.parametrize("name", panes(PicturesModel()))
def test_everything_says_something_and_can_be_zoomed(speech_like: PicturesModel, name: str) -> None:
    pane = panes(speech_like)[name]
    for _ in range(20):
        pane.update()
    assert pane.description
    assert pane.reading(3.9, 0.5)
    before = pane.key()
    pane.zoom_scale(0.7, 0.4)
    pane.scroll_scale(0.1)
    assert (pane.key() != before) == (name not in ("loudness", "melody"))
    assert pane.ticks(300)
    pane.corner()
    speech_like.window.reset_zoom()


def test_the_difference_is_minus_six_decibels_everywhere(speech_like: PicturesModel) -> None:
    pane = speech_like.difference()
    for _ in range(20):
        pane.update()
    place = float(pane.axis.position(150.0))
    assert pane.reading(1.0, place).endswith("-6 dB")
    sheet = Sheet(height=100, columns_per_s=50.0, ratio=1.0)
    pixels = pane.painter(LOOK, sheet).paint(40, 60)
    blue, red = pixels & 0xFF, pixels >> 16 & 0xFF
    assert np.median(red) <= 1
    assert red.max() < 20  # the lines of the scale are grey
    assert np.median(blue[blue > 20]) == pytest.approx(255 * 6 / 30, abs=8)


def test_a_clipped_wave_is_red_and_a_soft_one_is_not(qapp: object) -> None:
    model = PicturesModel()
    t = np.arange(RATE) / RATE
    loud = np.clip(1.5 * np.sin(2 * np.pi * 100 * t), -1, 1).astype("f4")
    history(loud, 0.25 * loud, sound=model.sound)
    sheet = Sheet(height=101, columns_per_s=50.0, ratio=1.0)
    hot = model.wave("input").painter(LOOK, sheet).paint(10, 20)
    assert (hot == LOOK.danger).sum() > 0.9 * hot.size
    cold = model.wave("output").painter(LOOK, sheet).paint(10, 20)
    assert not (cold == LOOK.danger).any()
    # A quarter of full scale reaches from 3/8 to 5/8.
    rows = np.flatnonzero((cold[5] >> 16 & 0xFF) > 60)
    assert rows.min() == pytest.approx(101 * 3 / 8, abs=1.5)
    assert rows.max() == pytest.approx(101 * 5 / 8, abs=1.5)


def test_a_note_is_drawn_in_its_lane(qapp: object) -> None:
    model = PicturesModel()
    t = np.arange(2 * RATE) / RATE
    tone = sum(0.2 / n * np.sin(2 * np.pi * 220 * n * t) for n in range(1, 8)).astype("f4")
    history(tone, np.zeros_like(tone), sound=model.sound)
    pane = model.notes()
    for _ in range(10):
        pane.update()
    sheet = Sheet(height=440, columns_per_s=50.0, ratio=1.0)
    pixels = pane.painter(LOOK, sheet).paint(40, 60)
    rows = np.nonzero(pixels[10] == LOOK.input)[0]
    place = 1 - (rows.mean() + 0.5) / 440
    assert pane.low + place * (pane.high - pane.low) == pytest.approx(57, abs=0.15)  # A3
    assert "A3" in pane.reading(1.0, 0.5)
    assert "in A3" in pane.corner()


def test_the_loudness_lines_lie_at_their_level(qapp: object) -> None:
    model = PicturesModel()
    t = np.arange(6 * RATE) / RATE
    tone = (10 ** (-23 / 20) * np.sin(2 * np.pi * 1000 * t)).astype("f4")
    history(tone, 0.1 * tone, sound=model.sound)
    pane = model.loudness_over_time()
    for _ in range(20):
        pane.update()
    sheet = Sheet(height=540, columns_per_s=50.0, ratio=1.0)
    pixels = pane.painter(LOOK, sheet).paint(200, 220)
    row = np.nonzero(pixels[10] == LOOK.input)[0].mean() + 0.5
    assert row == pytest.approx(540 * (1 - LoudnessPane._place(-23.0)), abs=1.5)
    assert pane.corner() == "output −20.0 LU"


def test_labels_are_thinned_out() -> None:
    ticks = [(k / 10, str(k)) for k in range(11)]
    assert [text for _, text in apart(ticks, 100, gap=18)] == ["1", "3", "5", "7", "9"]
