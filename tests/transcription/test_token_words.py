"""Words from tokens: times by the tokens, else by letters; scripts without spaces."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syrinx.app.transcription.token_words import MAX_RUN, TAIL_S, Said, words_of
from syrinx.app.transcription.transcript import Segment


def said(text: str, *tokens: tuple[str, float], **more: object) -> Said:
    facts: dict[str, object] = {"start_s": 1.0, "end_s": 4.0, **more}
    names, times = [token for token, _ in tokens], [time for _, time in tokens]
    return Said(text=text, tokens=names, times=times, **facts)  # type: ignore[arg-type]


def test_a_word_lasts_from_its_first_token_to_the_next_word() -> None:
    heard = said(" hello world", (" hel", 1.2), ("lo", 1.5), (" wor", 1.7), ("ld", 3.0))
    hello, world = words_of(heard)
    assert (hello.text, hello.start_s, hello.end_s) == ("hello", 1.2, 1.7)
    assert world.text == "world"
    assert (world.start_s, world.end_s) == pytest.approx((1.7, 3.0 + TAIL_S))


@pytest.mark.parametrize(
    "tokens", [("\u2581a", "\u2581b"), (" a", " b"), ("a@@", "b"), ("a", " ", "b")]
)
def test_marks_of_words_may_be_of_any_kind(tokens: tuple[str, ...]) -> None:
    text = "ab" if "a@@" in tokens else "a b"
    heard = said(text, *[(token, 1.0 + k) for k, token in enumerate(tokens)])
    words = words_of(heard)
    assert " ".join(word.text for word in words) == text
    assert words[0].start_s == 1.0
    if text == "a b":
        assert words[1].start_s == 1.0 + len(tokens) - 1


def test_lengths_of_tokens_are_taken_when_they_are_given() -> None:
    heard = said("a b", (" a", 1.0), (" b", 2.0), lengths=[0.3, 0.2])
    assert [(word.start_s, word.end_s) for word in words_of(heard)] == [
        (1.0, pytest.approx(1.3)),
        (2.0, pytest.approx(2.2)),
    ]


def test_without_times_letters_share_the_piece() -> None:
    words = words_of(said("aa bbbb"))
    spans = [(word.start_s, word.end_s) for word in words]
    assert spans == [pytest.approx((1.0, 2.0)), pytest.approx((2.0, 4.0))]


def test_confidence_is_the_geometric_mean_of_the_tokens() -> None:
    logs = [math.log(0.5), math.log(0.5), math.log(0.9)]
    heard = said("ab c", ("a", 1.0), ("b", 1.5), (" c", 2.0), log_probs=logs)
    assert [word.confidence for word in words_of(heard)] == pytest.approx([0.5, 0.9])
    assert {word.confidence for word in words_of(said("ab c"))} == {1.0}


def test_marks_that_are_no_words_take_no_time() -> None:
    heard = said("yes", ("<|en|>", 1.0), ("<|NEUTRAL|>", 1.0), ("yes", 2.0))
    assert words_of(heard)[0].start_s == 2.0


def test_punctuation_that_the_tokens_lack_moves_words_by_little() -> None:
    heard = said("One, two, three.", ("one", 1.0), (" two", 2.0), (" three", 3.0))
    words = words_of(heard)
    assert [word.text for word in words] == ["One,", "two,", "three."]
    assert words[2].start_s == pytest.approx(3.0, abs=0.5)


def test_chinese_is_cut_at_punctuation_pauses_and_after_a_dozen_characters() -> None:
    text = "今天天气很好，我们去公园。"
    times = [(letter, 1.0 + 0.1 * k) for k, letter in enumerate(text)]
    assert [word.text for word in words_of(said(text, *times))] == [
        "今天天气很好，",
        "我们去公园。",
    ]
    late = [(letter, time + (1.0 if k >= 4 else 0)) for k, (letter, time) in enumerate(times)]
    first = words_of(said(text, *late))[0]
    assert first.text == "今天天气"
    assert first.end_s < late[4][1]
    long = "好" * 30
    assert max(len(word.text) for word in words_of(said(long))) == MAX_RUN


def test_latin_words_inside_chinese_stay_whole() -> None:
    assert [word.text for word in words_of(said("打开OBS吧"))] == ["打开", "OBS", "吧"]
    assert [word.text for word in words_of(said("don't stop-gap 3.5"))] == [
        "don't",
        "stop-gap",
        "3.5",
    ]


PIECES = st.lists(
    st.tuples(st.text(alphabet=" \u2581abcé好。<>@", max_size=5), st.floats(-5, 9)), max_size=12
)


@given(text=st.text(alphabet=" abcé好吗。,3", max_size=40), pieces=PIECES)
def test_whatever_comes_the_words_are_those_of_the_text_and_in_order(
    text: str, pieces: list[tuple[str, float]]
) -> None:
    words = words_of(said(text, *pieces))
    assert "".join(word.text for word in words) == "".join(text.split())
    if words:
        segment = Segment(words=words)  # would refuse words out of order
        assert segment.start_s >= 1.0
        assert segment.end_s <= 4.0 + 1e-9
