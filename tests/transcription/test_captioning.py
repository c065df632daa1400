"""Live captions without a process: taps written by hand, a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.engine.taps import CHUNK, TapReader, Taps, TapWriter
from syrinx.app.transcription.caption_lag import LagMeter
from syrinx.app.transcription.caption_process import (
    Answer,
    Caption,
    Desk,
    Listen,
    Listening,
    NotListening,
    Rest,
    Resting,
)
from syrinx.app.transcription.captioning import Captioned, Captioner
from syrinx.app.transcription.tap_feed import Source, TapFeed
from syrinx.app.transcription.transcript import Word
from syrinx.dsp.processor import Audio
from tests.transcription.fake_recognizer import BeepRecognizer, beeps, load_recognizer

RATE = 48_000
STEP = 10 * CHUNK
"""Samples between two looks: 53 ms."""


class Stage:
    """An engine's taps, a captioner, and the time."""

    def __init__(self, source: Source = "input") -> None:
        self.now = 1000.0
        self.taps = Taps()
        self.writer = TapWriter(self.taps.name)
        self.reader = TapReader(self.taps.name)
        feed = TapFeed(self.reader, source, 16_000, clock=self.clock)
        self.captioner = Captioner(feed, BeepRecognizer(), began_at=990.0, clock=self.clock)
        self.told: list[tuple[float, Captioned]] = []

    def clock(self) -> float:
        return self.now

    def begin(self) -> None:
        self.writer.begin(sample_rate=RATE, latency=0)

    def play(self, audio: Audio, *, other: bool = False, looks: bool = True) -> None:
        """Let the engine hear (or with ``other`` say) it in real time."""
        whole = len(audio) - len(audio) % STEP
        for block in audio[:whole].reshape(-1, STEP):
            silence = np.zeros_like(block)
            self.now += STEP / RATE
            if other:
                self.writer.write(silence, block)
            else:
                self.writer.write(block, silence)
            if looks:
                self.look()

    def look(self) -> None:
        self.told += [(self.now, said) for said in self.captioner.pull()]

    def words(self) -> list[Word]:
        return [w for _, said in self.told for segment in said.final for w in segment.words]

    def close(self) -> None:
        self.reader.close()
        self.writer.close()
        self.taps.close()


@pytest.fixture
def stage() -> Iterator[Stage]:
    made = Stage()
    yield made
    made.close()


def test_words_come_with_the_time_at_which_they_were_said(stage: Stage) -> None:
    stage.begin()
    stage.play(np.zeros(RATE, np.float32))
    stage.now = start = stage.now
    stage.play(beeps("one two three", RATE))
    partials = [said.partial for _, said in stage.told]
    assert partials[:3] == ["one", "one two", "one two three"]
    words = stage.words()
    assert [word.text for word in words] == ["one", "two", "three"]
    for number, word in enumerate(words):
        said_at = start + 0.1 + 0.3 * number
        assert 990 + word.start_s == pytest.approx(said_at, abs=0.06)
        assert 990 + word.end_s == pytest.approx(said_at + 0.2, abs=0.06)
    # Shown while it is still being said, or hardly later.
    first = next(at for at, said in stage.told if said.partial == "one")
    assert first < start + 0.1 + 0.2


def test_the_converted_voice_is_the_other_side() -> None:
    stage = Stage("output")
    try:
        stage.begin()
        stage.play(beeps("nine", RATE), other=True)
        assert [word.text for word in stage.words()] == ["nine"]
        stage.play(beeps("eight", RATE))
        assert len(stage.words()) == 1
    finally:
        stage.close()


def test_a_new_stream_ends_what_was_open(stage: Stage) -> None:
    stage.begin()
    cut = beeps("one two", RATE)[: round(0.55 * RATE)]  # within the pause after "two"
    stage.play(cut)
    assert stage.words() == []
    stage.now += 60.0
    stage.begin()
    stage.play(beeps("three", RATE))
    words = stage.words()
    assert [word.text for word in words] == ["one", "two", "three"]
    assert words[2].start_s - words[1].start_s == pytest.approx(60.2, abs=0.3)
    starts = [word.start_s for word in words]
    assert starts == sorted(starts)


def test_a_stream_that_stops_ends_what_was_open(stage: Stage) -> None:
    stage.begin()
    stage.play(beeps("four", RATE)[: round(0.4 * RATE)])
    stage.now += 1.0
    stage.look()
    assert stage.words() == []
    stage.now += 1.0
    stage.look()
    assert [word.text for word in stage.words()] == ["four"]


def test_what_was_missed_keeps_the_times_right(stage: Stage) -> None:
    stage.begin()
    stage.play(beeps("one", RATE))
    start = stage.now
    # Longer than the taps hold at this rate (2.7 s), shorter than a new beginning.
    stage.play(np.zeros(4 * RATE, np.float32), looks=False)
    stage.play(beeps("two", RATE))
    last = stage.words()[-1]
    assert last.text == "two"
    assert 990 + last.start_s == pytest.approx(start + 4.1, abs=0.1)


def test_clocks_that_drift_are_followed(stage: Stage) -> None:
    stage.begin()
    for _ in range(6):  # the sound card runs 0.5 % slow
        stage.play(np.zeros(5 * RATE, np.float32))
        stage.now += 0.025
    start = stage.now
    stage.play(beeps("five", RATE))
    (word,) = stage.words()
    assert 990 + word.start_s == pytest.approx(start + 0.1, abs=0.12)


def test_the_lag_counts_from_when_a_word_stayed() -> None:
    lag = LagMeter()
    assert lag.median_ms is None
    lag.show("high", 1.0)
    lag.show("hi there", 1.2)
    lag.show("hi there one", 1.5)
    lag.end([("Hi", 1.0), ("there,", 1.1), ("won", 1.4)], 2.0)
    # 0.2 and 0.1 after their ends, and the last one only with the final line: 0.6.
    assert lag.median_ms == pytest.approx(200)
    lag.show("early", 5.0)
    lag.end([("early", 5.3)], 6.0)
    assert lag.median_ms == pytest.approx(150)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Desk, list[Answer]]]:
    told: list[Answer] = []
    made = Desk(tmp_path, load_recognizer, told.append)
    yield made, told
    made.close()


def test_the_desk_listens_and_rests(stage: Stage, desk: tuple[Desk, list[Answer]]) -> None:
    made, told = desk
    question = Listen(token=7, tap_name=stage.taps.name, source="input", model="beeps")
    made.serve(question)
    assert told == [Listening(token=7, model="beeps", language="en")]
    stage.begin()
    stage.play(beeps("six", RATE)[: round(0.4 * RATE)], looks=False)
    made.look()
    made.serve(Rest(token=8))
    kinds = [type(answer) for answer in told]
    assert kinds == [Listening, Caption, Caption, Resting]
    last = told[2]
    assert isinstance(last, Caption)
    assert [segment.text for segment in last.said.final] == ["six"]
    made.look()
    assert len(told) == 4


def test_what_fails_is_one_sentence(stage: Stage, desk: tuple[Desk, list[Answer]]) -> None:
    made, told = desk
    made.serve(Listen(token=1, tap_name="syx-none", source="input", model="beeps"))
    made.serve(Listen(token=2, tap_name=stage.taps.name, source="input", model="nobody"))
    first, second = told
    assert isinstance(first, NotListening)
    assert "telemetry" in first.message
    assert isinstance(second, NotListening)
    assert (second.token, "nobody" in second.message) == (2, True)
    made.look()
    assert len(told) == 2
