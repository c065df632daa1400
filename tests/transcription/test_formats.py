"""Files of transcripts, read by parsers of others and by our own."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from itertools import pairwise

import pytest
import srt
import webvtt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syrinx.app.transcription.cues import CueLimits, cues
from syrinx.app.transcription.formats import (
    FORMATS,
    read_subtitles,
    to_csv,
    to_srt,
    to_txt,
    to_vtt,
    write,
)
from syrinx.app.transcription.transcript import Segment, Transcript, Word
from syrinx.dsp.errors import SyrinxError
from tests.transcription.test_transcript import transcripts, words

LIMITS = st.builds(
    CueLimits, line_length=st.integers(10, 60), lines=st.integers(1, 4), seconds=st.integers(1, 60)
)
SLOW = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


def said(*texts: str, speakers: tuple[int | None, ...] = ()) -> Transcript:
    segments, at = [], 0.0
    for number, text in enumerate(texts):
        who = speakers[number] if speakers else None
        segments.append(Segment(words=words(text, at), speaker=who))
        at = segments[-1].end_s + 3
    return Transcript(segments=tuple(segments), duration_s=at, speakers=("Ada", "Bo"))


def seconds(clock: str) -> float:
    hours, minutes, rest = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


@given(transcripts(), LIMITS)
@SLOW
def test_cues_hold_every_word_once_within_the_limits(
    transcript: Transcript, limits: CueLimits
) -> None:
    made = list(cues(transcript, limits))
    shown = [word for cue in made for line in cue.lines for word in line.split(" ")]
    assert shown == [word.text for word in transcript.words()]
    for cue in made:
        assert len(cue.lines) <= limits.lines
        assert all(len(line) <= limits.line_length or " " not in line for line in cue.lines)
        many = len(cue.text.split(" ")) > 1
        assert not many or cue.end_s - cue.start_s <= limits.seconds + 1e-9
    for before, after in pairwise(made):
        assert before.start_s <= before.end_s <= after.start_s


@given(transcripts(), LIMITS)
@SLOW
def test_srt_is_read_by_another_parser(transcript: Transcript, limits: CueLimits) -> None:
    wanted = list(cues(transcript, limits))
    found = list(srt.parse(to_srt(transcript, limits)))
    assert len(found) == len(wanted)
    for number, (cue, read) in enumerate(zip(wanted, found, strict=True), start=1):
        assert read.index == number
        assert read.start.total_seconds() == pytest.approx(cue.start_s, abs=1e-3)
        assert read.end.total_seconds() == pytest.approx(cue.end_s, abs=1e-3)
        assert read.content.endswith("\n".join(cue.lines))


@given(transcripts(), LIMITS)
@SLOW
def test_vtt_is_read_by_another_parser(transcript: Transcript, limits: CueLimits) -> None:
    wanted = list(cues(transcript, limits))
    found = list(webvtt.from_string(to_vtt(transcript, limits)))
    assert len(found) == len(wanted)
    for cue, read in zip(wanted, found, strict=True):
        assert seconds(read.start) == pytest.approx(cue.start_s, abs=1e-3)
        assert seconds(read.end) == pytest.approx(cue.end_s, abs=1e-3)
        if cue.speaker is not None:
            assert read.voice


@given(transcripts(), LIMITS, st.sampled_from(["srt", "vtt"]))
@SLOW
def test_subtitles_are_read_back(transcript: Transcript, limits: CueLimits, kind: str) -> None:
    # Without names: SRT has no place of its own for them.
    nameless = Transcript(
        segments=tuple(Segment(words=segment.words) for segment in transcript.segments),
        duration_s=transcript.duration_s,
    )
    wanted = list(cues(nameless, limits))
    if kind == "srt":  # which knows no escapes: what looks like a tag is one
        wanted = [cue for cue in wanted if "<" not in cue.text and "&" not in cue.text]
    if not wanted:
        return
    found = read_subtitles(write(nameless, kind, limits))
    texts = [cue.lines for cue in found]
    for cue in wanted:
        assert cue.lines in texts


def test_voices_of_vtt_are_read_back() -> None:
    found = read_subtitles(to_vtt(said("Hello there.", "Well, hello!", speakers=(0, 1))))
    assert [(cue.speaker, cue.text) for cue in found] == [(0, "Hello there."), (1, "Well, hello!")]


@pytest.mark.parametrize(
    "text",
    [
        "1\r\n00:00:01,000 --> 00:00:02,500\r\nHello\r\n\r\n"
        "2\r\n00:00:03,0 --> 00:00:04,5\r\nyou\r\n",
        "\ufeffWEBVTT - title\n\nNOTE a note\n\nid\n00:01.000 --> 00:02.500 line:0\nHello\n\n"
        "00:03.000 --> 00:04.500\n<i>you</i>\n",
        "00:00:03.000 --> 00:00:04.500\nyou\n\n00:00:01.000 --> 00:00:02.500\nHello",
    ],
)
def test_subtitles_of_others(text: str) -> None:
    assert [(cue.start_s, cue.end_s, cue.text) for cue in read_subtitles(text)] == [
        (1.0, 2.5, "Hello"),
        (3.0, 4.5, "you"),
    ]


@pytest.mark.parametrize("text", ["", "WEBVTT\n", "Dear diary,\n\ntoday --> tomorrow\nI wrote\n"])
def test_what_has_no_cues_is_refused(text: str) -> None:
    with pytest.raises(SyrinxError, match="neither SRT nor WebVTT"):
        read_subtitles(text)


@given(st.text())
def test_reading_never_crashes(text: str) -> None:
    with suppress(SyrinxError):
        assert read_subtitles(text)


@given(transcripts())
@SLOW
def test_csv_has_a_row_a_segment(transcript: Transcript) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(transcript))))
    assert [float(row["start_s"]) for row in rows] == pytest.approx(
        [segment.start_s for segment in transcript.segments], abs=1e-3
    )
    assert all(not row["text"].startswith(("=", "+", "-", "@")) for row in rows)


def test_text_has_paragraphs_and_turns() -> None:
    assert to_txt(said("One two.", "Three.")) == "One two.\n\nThree.\n"
    turns = said("One.", "Two.", "Three.", speakers=(0, 0, 1))
    assert to_txt(turns) == "Ada:\nOne.\n\nTwo.\n\nBo:\nThree.\n"
    assert to_txt(said()) == ""


def test_names_are_harmless_in_vtt() -> None:
    one = Word(text="<b>&", start_s=0, end_s=1)
    transcript = Transcript(
        segments=(Segment(words=(one,), speaker=0),), duration_s=1, speakers=("A>B\nC",)
    )
    assert "<v A&gt;B C>&lt;b&gt;&amp;" in to_vtt(transcript)


def test_every_format_and_no_other() -> None:
    assert all(write(said("One."), kind) for kind in FORMATS)
    with pytest.raises(SyrinxError, match="no format"):
        write(said("One."), "docx")


@pytest.mark.parametrize(
    "bad", [{"line_length": 5}, {"lines": 0}, {"seconds": 0.1}, {"line_length": 1000}]
)
def test_limits_are_checked(bad: dict[str, float]) -> None:
    with pytest.raises(SyrinxError):
        CueLimits(**bad)  # type: ignore[arg-type]
