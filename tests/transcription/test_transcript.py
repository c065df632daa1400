"""Transcripts as plain data: checked, kept as JSON, rewritten by a person."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syrinx.app.transcription.transcript import Segment, Transcript, Word, from_json, to_json
from syrinx.dsp.errors import SyrinxError


def words(text: str, start_s: float = 0.0) -> tuple[Word, ...]:
    """Words of half a second, one after the other."""
    return tuple(
        Word(text=word, start_s=start_s + at / 2, end_s=start_s + at / 2 + 0.4, confidence=0.5)
        for at, word in enumerate(text.split())
    )


LETTERS = st.characters(min_codepoint=33, max_codepoint=0x9FFF, exclude_categories=["Z", "C"])
TEXTS = st.text(LETTERS, min_size=1, max_size=12).filter(lambda text: text.split() == [text])


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    made, at = [], 0.0
    for _ in range(draw(st.integers(0, 5))):
        spoken = []
        for _ in range(draw(st.integers(1, 30))):
            text = draw(TEXTS)
            at = round(at + draw(st.integers(0, 1500)) / 1000, 3)
            end = round(at + draw(st.integers(0, 900)) / 1000, 3)
            sure = draw(st.integers(0, 1000)) / 1000
            spoken.append(Word(text=text, start_s=at, end_s=end, confidence=sure))
            at = end
        made.append(Segment(words=tuple(spoken), speaker=draw(st.sampled_from([None, 0, 1, 7]))))
    return Transcript(
        segments=tuple(made),
        duration_s=round(at + 1, 3),
        language=draw(st.sampled_from([None, "en", "zh"])),
        model="own",
        speakers=("Ada <the first>", "Bo & Co"),
    )


@given(transcripts())
def test_json_keeps_everything(transcript: Transcript) -> None:
    assert from_json(to_json(transcript)) == transcript


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "[" * 100_000,
        json.dumps({"format": 2, "segments": []}),
        json.dumps({"format": 1, "segments": [], "duration_s": "1"}),
        json.dumps({"format": 1, "segments": [{}], "duration_s": 1}),
        json.dumps({"format": 1, "segments": [{"words": []}], "duration_s": 1}),
        json.dumps({"format": 1, "segments": [], "duration_s": float("nan")}),
        json.dumps({"format": 1, "segments": [], "duration_s": 1, "speakers": "Ada"}),
        json.dumps(
            {
                "format": 1,
                "segments": [{"words": [{"text": "a", "start_s": 2, "end_s": 1}]}],
                "duration_s": 3,
            }
        ),
    ],
)
def test_what_is_no_transcript_is_refused(text: str) -> None:
    with pytest.raises(SyrinxError):
        from_json(text)


def test_words_that_stay_keep_their_times() -> None:
    segment = Segment(words=words("we eight the cake"), speaker=1)
    mended = segment.rewritten("we ate the  good cake")
    assert mended.text == "we ate the good cake"
    assert mended.speaker == 1
    assert mended.words[0] == segment.words[0]
    assert mended.words[1].start_s == segment.words[1].start_s
    assert mended.words[1].end_s == pytest.approx(segment.words[1].end_s)
    assert mended.words[1].confidence == 1
    assert mended.words[2] == segment.words[2]
    assert mended.words[3].start_s == pytest.approx(segment.words[2].end_s)
    assert mended.words[3].end_s == pytest.approx(segment.words[3].start_s)


@given(st.text("ab ", min_size=1).filter(str.strip), st.text("abc ", min_size=1).filter(str.strip))
def test_any_rewriting_is_in_order(before: str, after: str) -> None:
    segment = Segment(words=words(before, 3.0))
    mended = segment.rewritten(after)
    assert mended.text.split() == after.split()
    assert mended.start_s >= segment.start_s
    assert mended.end_s <= segment.end_s + 1e-9


def test_nothing_cannot_be_written() -> None:
    with pytest.raises(SyrinxError, match="delete it"):
        Segment(words=words("one")).rewritten("  ")


def test_speakers_have_names() -> None:
    transcript = Transcript(segments=(), duration_s=0, speakers=("", "Ada"))
    assert [transcript.speaker_name(number) for number in range(3)] == [
        "Speaker 1",
        "Ada",
        "Speaker 3",
    ]
