"""Any text at all: no exception, units of the set, places in order, time that grows linearly."""

import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.front_end import Form, Language, TextFrontEnd
from syrinx.neural.runtime.text.ssml import is_ssml
from syrinx.neural.runtime.text.units import PAUSES, is_unit
from syrinx.neural.runtime.text.utterance import Utterance

PIECES = st.sampled_from(
    [
        "Dr.",
        "St.",
        "$5.99",
        "1/2",
        "10-20",
        "3:30",
        "p.m.",
        "U.S.",
        "e.g.",
        "NASA",
        "iPhone",
        "C++",
        "www.a.com",
        "a@b.co",
        "[[AA]]",
        "[[",
        "]]",
        "*",
        "**",
        "...",
        "--",
        "—",
        "!",
        "?",
        '"',
        "'",
        "(",
        ")",
        "😀",
        "👨\u200d👩\u200d👧",
        "é",
        "ß",
        "Ω",
        "中",
        "。",
        "，",
        "م",
        "٣",
        "½",
        "²",
        "ﬁ",
        "Ⅷ",
        "�",
        "\x00",
        "\u200b",
        "%",
        "$",
        "€",
        "<",
        ">",
        "&",
        "#",
        "@",
        "/",
        "\\",
        "XIV",
        "1990s",
        "'68",
        "March",
        "3,",
        "2024",
        "99999999",
        "0",
        "-5",
        "+1",
        "#tag",
        "ni3",
        "hǎo",
        "3个",
        "I",
        "a",
        "A",
        "the",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\n", "\n\n"])), max_size=25).map(
        lambda parts: "".join(a + b for a, b in parts)
    ),
)


def checked(utterances: list[Utterance], n: int) -> None:
    last = 0
    for u in utterances:
        assert all(is_unit(unit) for unit in u.units)
        assert len(u.pause_ms) == len(u.units) == len(u.numbers) == len(u.accents)
        assert u.units[0] in PAUSES
        assert u.units[-1] in PAUSES
        assert 0 <= u.start <= u.end <= n
        at = 1
        for word in u.words:
            assert last <= word.start <= word.end <= n
            last = word.start
            assert at <= word.first < word.last < len(u.units)
            assert all(unit in PAUSES for unit in u.units[at : word.first])
            assert all(unit not in PAUSES for unit in u.units[word.first : word.last])
            at = word.last
        assert all(unit in PAUSES for unit in u.units[at:])
        for one, other in zip(u.units, u.units[1:], strict=False):
            assert one not in PAUSES or other not in PAUSES


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(TEXTS, st.sampled_from(["plain", "markdown"]), st.sampled_from(["auto", "en", "zh"]))
@example("", "plain", "auto")
@example("\ud800", "plain", "zh")
def test_any_text(shared_front: TextFrontEnd, text: str, form: Form, language: Language) -> None:
    checked(list(shared_front.utterances(text, form=form, language=language)), len(text))


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "<p>",
                    "</p>",
                    "<s>",
                    "</s>",
                    "<break/>",
                    "<break",
                    "time='1s'/>",
                    "<emphasis>",
                    "</emphasis>",
                    "<sub",
                    "alias='x'>",
                    "</sub>",
                    "<prosody",
                    "rate='fast'>",
                    "</prosody>",
                    "&amp;",
                    "&#65;",
                    "<unknown/>",
                    "<![CDATA[a<b]]>",
                    "5",
                    "$3",
                    "é",
                    "<say-as",
                    "interpret-as='date'>",
                    "</say-as>",
                    "word",
                ]
            ),
            st.text(max_size=5),
        ),
        max_size=12,
    )
)
def test_any_ssml_is_spoken_or_refused(shared_front: TextFrontEnd, parts: list[str]) -> None:
    text = "<speak>" + " ".join(parts) + "</speak>"
    assert is_ssml(text)
    try:
        checked(list(shared_front.utterances(text)), len(text))
    except SyrinxError as error:
        assert "SSML" in str(error)


@pytest.mark.parametrize(
    "piece",
    ["a", "1", "1-", "1,", "1/", "a.", "A.B.", "(", "[[", "*", "'", "-", "!", "<", "&", "#", "@", "x@",
     "http://", "9:9", "$", "a ", "word ", "1 ", "😀", "中", "\u0301", "I ", "Mr. ", "\n", "_", "a-"],
)  # fmt: skip
def test_five_thousand_characters_of_one_kind(shared_front: TextFrontEnd, piece: str) -> None:
    text = (piece * 5000)[:5000]
    checked(list(shared_front.utterances(text)), len(text))


def test_time_grows_with_the_length_only(shared_front: TextFrontEnd) -> None:
    def seconds(text: str) -> float:
        started = time.process_time()
        for _ in shared_front.utterances(text):
            pass
        return time.process_time() - started

    text = "On March 3, 2024 Dr. Smith paid $5.99 for 3 apples, didn't he? "
    seconds(text * 20)
    once, eight = seconds(text * 40), seconds(text * 320)
    # Squared growth would be 64 times; a busy machine may double one of them.
    assert eight < 24 * once


def test_the_first_sentence_comes_before_the_last_is_looked_at(front: TextFrontEnd) -> None:
    text = "First sentence. " + "And then " * 200000
    started = time.process_time()
    first = next(front.utterances("First. Second.\n\n" + text))
    assert [word.text for word in first.words] == ["first"]
    assert time.process_time() - started < 30
