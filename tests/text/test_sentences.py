"""Where sentences end, pauses, modes, emphasis."""

import pytest

from syrinx.neural.runtime.text.front_end import TextFrontEnd
from syrinx.neural.runtime.text.sentences import MOST, sentences
from syrinx.neural.runtime.text.source import SourceText


def split(text: str) -> list[str]:
    return [s.text.text.strip() for s in sentences(SourceText.of(text).cleaned())]


@pytest.mark.parametrize(
    "parts",
    [
        ["He came.", "She left."],
        ["Dr. Smith met Mr. Jones.", "They talked."],
        ["It costs $3.50.", "Buy it!"],
        ["J. R. R. Tolkien wrote it.", "Read it."],
        ["He lives in the U.S. today.", "Good."],
        ['"Stop!" she cried.', '"Why?"'],
        ["Use e.g. a hammer.", "Or i.e. that one."],
        ["We left at 5 p.m. sharp.", "It rained."],
        ["Wait... what?", "Nothing."],
        ["See Fig. 3 and No. 5.", "Done."],
        ["Really?!", "Yes!!!"],
        ["He lives on Elm St. near us.", "I know."],
        ["你好。", "你好吗？", "好！"],
        ["- one", "- two", "- three"],
        ["1. First item", "2. Second item"],
        ["A Heading", "The text that follows it goes on for long enough to be a text."],
    ],
)
def test_sentences_are_found(parts: list[str]) -> None:
    joined = "\n" if parts[0].startswith(("-", "1.", "A Heading")) else " "
    text = ("" if "。" in parts[0] else joined).join(parts)
    assert split(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "He arrived at 5 p.m. on Monday.",
        "The U.S. Army is there.",
        "Version 3.11.2 of it.",
        "It was St. Mary's.",
        "He said... nothing at all.",
        "On Jan. 5 and Sept. 3 it snowed.",
        "a line that was wrapped by hand somewhere in the\nmiddle of it",
        "See example.com or a.b.c for more.",
        '"Why?" he asked.',
    ],
)
def test_these_are_one_sentence(text: str) -> None:
    assert len(split(text)) == 1


def test_long_sentences_are_cut_at_clauses_and_nothing_is_lost() -> None:
    text = "and then we went on, " * 400
    pieces = list(sentences(SourceText.of(text)))
    assert all(len(piece.text) <= MOST for piece in pieces)
    assert "".join(piece.text.text for piece in pieces).split() == text.split()
    assert [piece.whole for piece in pieces] == [False] * (len(pieces) - 1) + [True]
    assert all(piece.text.text.rstrip().endswith(",") for piece in pieces)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("He came.", "statement"),
        ("Did he come?", "question"),
        ("Where is he?", "question_word"),
        ("And what's that?", "question_word"),
        ("Stop!", "exclamation"),
        ("Really?!", "question"),
        ("Well...", "unfinished"),
        ("first of all:", "unfinished"),
        ("你好吗？", "question"),
    ],
)
def test_modes(front: TextFrontEnd, text: str, mode: str) -> None:
    assert next(front.utterances(text)).mode == mode


@pytest.mark.parametrize(
    ("text", "pauses"),
    [
        ("One.", "_¶"),
        ("One, two; three.", "_,;¶"),
        ("One (two) three", "_,,¶"),
        ("One -- two", "_;¶"),
        ("One - two", "_;¶"),
        ("well-known", "_¶"),
        ("One,, ,; two", "_;¶"),
        (", one", "_¶"),
    ],
)
def test_pauses(front: TextFrontEnd, text: str, pauses: str) -> None:
    found = next(front.utterances(text))
    marks = [u for u, word in zip(found.units, found.word_of, strict=True) if word < 0]
    assert "".join(marks) == pauses


def test_sentences_and_paragraphs_end_with_their_pauses(front: TextFrontEnd) -> None:
    found = [u.units[-1] for u in front.utterances("One. Two.\n\nThree.")]
    assert found == [".", "¶", "¶"]


def test_long_clauses_are_broken_before_conjunctions(front: TextFrontEnd) -> None:
    text = "The quick brown fox jumps over the lazy dog because it was told to do so"
    found = next(front.utterances(text))
    at = found.units.index("|")
    following = next(word for word in found.words if word.first == at + 1)
    assert following.text == "because"


def test_emphasis(front: TextFrontEnd) -> None:
    found = next(front.utterances("It is *the* best, **really**."))
    levels = {word.text: word.emphasis for word in found.words}
    assert levels == {"it": 0, "is": 0, "the": 1, "best": 0, "really": 2}
    the = found.words[2]
    assert found.units[the.first : the.last] == ("DH", "IY1")
    assert found.emphasis[the.first] == 2
    assert found.emphasis[found.words[0].first] == 0


def test_stars_of_arithmetic_are_no_emphasis(front: TextFrontEnd) -> None:
    found = next(front.utterances("3 * 4 * 5 and a * b"))
    assert all(word.emphasis == 0 for word in found.words)
