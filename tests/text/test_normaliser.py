"""What is said for what is written: the committed list, and places in the source."""

import importlib.resources
import json

import pytest

from syrinx.neural.runtime.text.front_end import TextFrontEnd
from syrinx.neural.runtime.text.source import SourceText

HARD = json.loads(
    (importlib.resources.files("syrinx.assets") / "speech" / "hard_sentences.json").read_text(
        encoding="utf-8"
    )
)


def words_of(front: TextFrontEnd, text: str) -> list[str]:
    return [word.text for utterance in front.utterances(text) for word in utterance.words]


def test_the_list_is_as_long_as_asked_for() -> None:
    assert len(HARD) >= 300
    assert len({text for text, _ in HARD}) == len(HARD)


@pytest.mark.parametrize(("text", "expected"), HARD)
def test_hard_sentences(front: TextFrontEnd, text: str, expected: str) -> None:
    assert " ".join(words_of(front, text)) == expected


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("He paid $5.99 today.", [("five", "$5.99"), ("cents", "$5.99"), ("today", "today")]),
        ("On March 3, 2024 we", [("march", "March"), ("third", "3"), ("four", "2024")]),
        ("a café – naïve", [("cafe", "café"), ("naive", "naïve")]),
        ("x &amp; y", [("X", "x"), ("Y", "y")]),
        ("fooBar’s H2O", [("two", "2"), ("O", "O")]),
        ("see example.com now", [("dot", "example.com"), ("now", "now")]),
    ],
)
def test_words_know_where_they_stand(
    front: TextFrontEnd, text: str, pairs: list[tuple[str, str]]
) -> None:
    found = [
        (word.text, text[word.start : word.end].strip(" ,"))
        for utterance in front.utterances(text)
        for word in utterance.words
    ]
    for pair in pairs:
        assert pair in found


def test_other_scripts_are_one_notice_each(front: TextFrontEnd) -> None:
    assert words_of(front, "Привет, мир and שלום שלום!") == ["and"]
    assert len(front.notices) == 2
    assert any("Cyrillic" in notice for notice in front.notices)
    assert words_of(front, "plain") == ["plain"]
    assert front.notices == []


def test_cleaning_keeps_places() -> None:
    text = "ﬁ é e\u0301 \u200b“x”"
    cleaned = SourceText.of(text).cleaned()
    assert cleaned.text == 'fi e e "x"'
    for char, start, end in zip(cleaned.text, cleaned.starts, cleaned.ends, strict=True):
        assert start < end <= len(text)
        if char == "x":
            assert text[start:end] == "x"
    assert cleaned.starts == tuple(sorted(cleaned.starts))
