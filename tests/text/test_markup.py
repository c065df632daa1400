"""SSML, Markdown, sounds in brackets, the user's dictionary, and files."""

from pathlib import Path

import pytest

from syrinx.app.spoken_texts import read_spoken_text
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.text.front_end import Form, TextFrontEnd
from syrinx.neural.runtime.text.phonemes import parse
from syrinx.neural.runtime.text.user_dictionary import UserDictionary


def said(front: TextFrontEnd, text: str, form: Form = "auto") -> str:
    return " | ".join(
        " ".join(word.text for word in u.words) for u in front.utterances(text, form=form)
    )


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("5 &amp; b &lt; c", "five and B less than C"),
        ("<sub alias='World Wide Web'>WWW</sub> ok", "world wide web okay"),
        ("<say-as interpret-as='characters'>NASA</say-as>", "N A S A"),
        ("<say-as interpret-as='characters'>a1-b</say-as>", "A one dash B"),
        ("<say-as interpret-as='cardinal'>1084</say-as>", "one thousand eighty four"),
        ("<say-as interpret-as='ordinal'>3</say-as>", "third"),
        ("<say-as interpret-as='date'>2024-03-05</say-as>", "march fifth twenty twenty four"),
        ("<say-as interpret-as='time'>3:05pm</say-as>", "three oh five P M"),
        ("<say-as interpret-as='telephone'>911</say-as>", "nine one one"),
        ("<p>one</p><p>two</p>", "one | two"),
        ("<s>one</s><s>two</s>", "one | two"),
        ("<![CDATA[5 < 6]]>", "five less than six"),
        ("x <!-- not said -->y", "X Y"),
        ("<phoneme ph='həˈloʊ'>hello</phoneme>", "hello"),
    ],
)
def test_ssml_is_spoken(front: TextFrontEnd, inner: str, expected: str) -> None:
    assert said(front, f"<speak>{inner}</speak>") == expected
    assert front.notices == []


def test_breaks_and_prosody(front: TextFrontEnd) -> None:
    text = (
        '<speak>a <break time="700ms"/> b <break time="1.5s"/>'
        '<prosody rate="150%" pitch="+2st" volume="-6dB">c '
        '<prosody rate="slow">d</prosody></prosody></speak>'
    )
    found = next(front.utterances(text))
    assert [ms for ms in found.pause_ms if ms] == [700, 1500]
    prosody = {word.text: word.prosody for word in found.words}
    assert prosody["a"].rate == 1.0
    assert prosody["C"].rate == pytest.approx(1.5)
    assert prosody["C"].pitch_semitones == 2.0
    assert prosody["C"].volume_db == -6.0
    assert prosody["D"].rate == pytest.approx(1.5 * 0.75)


def test_emphasis_by_ssml(front: TextFrontEnd) -> None:
    text = "<speak>I <emphasis level='strong'>said</emphasis> <emphasis>no</emphasis></speak>"
    found = next(front.utterances(text))
    assert [word.emphasis for word in found.words] == [0, 2, 1]


def test_places_of_ssml_are_those_of_the_file(front: TextFrontEnd) -> None:
    text = "<speak>é <sub alias='two words'>x</sub> R&amp;D café</speak>"
    spans = [
        (word.text, text[word.start : word.end]) for u in front.utterances(text) for word in u.words
    ]
    assert ("two", "<sub alias='two words'>x</sub>") in spans
    assert ("cafe", "café") in spans
    assert ("R", "R&amp;D") in spans


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("<speak>one\n<p>two</speak>", "broken in line 2"),
        ("<speak>", "broken"),
        ("<speak>a & b</speak>", "broken in line 1"),
        ("<!DOCTYPE speak><speak>a</speak>", ""),
    ],
)
def test_broken_ssml_is_one_sentence(front: TextFrontEnd, text: str, piece: str) -> None:
    with pytest.raises(SyrinxError) as caught:
        list(front.utterances(text, form="ssml"))
    assert piece in str(caught.value)
    assert "\n" not in str(caught.value)


def test_entities_are_not_expanded(front: TextFrontEnd) -> None:
    bomb = '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><speak>&b;</speak>'
    with pytest.raises(SyrinxError, match="document type"):
        list(front.utterances(bomb, form="ssml"))
    with pytest.raises(SyrinxError, match="broken"):
        list(front.utterances("<speak>&unknown;</speak>"))


def test_what_ssml_does_not_know_is_a_notice(front: TextFrontEnd) -> None:
    text = (
        "<speak><voice name='x'>hello</voice> <break time='soon'/>"
        "<prosody rate='?'>you</prosody></speak>"
    )
    assert said(front, text) == "hello you"
    assert len(front.notices) == 3


def test_text_with_angles_is_no_ssml(front: TextFrontEnd) -> None:
    assert said(front, "5 < 6 & 7 > 3") == "five less than six and seven greater than three"


MARKDOWN = """# The *Title*

Some **bold** text with a [link](https://example.com/x) and `code`.
It goes on here.

```python
print("never said")
```

- first item
- [x] second item

1. one more

> quoted words

| a head | other |
|--------|-------|
| cell   | data  |

![a picture](x.png) <br/> [^1] end

[ref]: https://example.com
***
Setext heading
==============
Last."""


def test_markdown(front: TextFrontEnd) -> None:
    assert said(front, MARKDOWN, "markdown").split(" | ") == [
        "the title",
        "some bold text with a link and code",
        "it goes on here",
        "first item",
        "second item",
        "one one more",
        "quoted words",
        "a head other",
        "cell data",
        "a picture end",
        "setext heading",
        "last",
    ]


def test_words_of_markdown_know_their_places(front: TextFrontEnd) -> None:
    for u in front.utterances(MARKDOWN, form="markdown"):
        for word in u.words:
            if word.text.isalpha() and len(word.text) > 3:
                assert MARKDOWN[word.start : word.end].lower() == word.text


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("HH AH0 L OW1", [("HH", "AH0", "L", "OW1")]),
        ("K AE T", [("K", "AE1", "T")]),
        ("AA1 | B IY1", [("AA1",), ("B", "IY1")]),
        ("həˈloʊ wɜːld", [("HH", "AH0", "L", "OW1"), ("W", "ER1", "L", "D")]),
        ("/kæt/", [("K", "AE1", "T")]),
        ("dʒʌmp", [("JH", "AH1", "M", "P")]),
        ("ˌaɪˈdiː", [("AY2", "D", "IY1")]),
        ("ni3 hǎo", [("n", "i3"), ("h", "ao3")]),
        ("yuán", [("van2",)]),
    ],
)
def test_sounds_are_understood(text: str, ways: list[tuple[str, ...]]) -> None:
    assert parse(text) == ways


@pytest.mark.parametrize("text", ["", "   ", "§", "HH AH0 QQ", "k§t", "xyz1"])
def test_sounds_that_are_not_understood_are_refused(text: str) -> None:
    with pytest.raises(SyrinxError):
        parse(text)


def test_sounds_in_brackets(front: TextFrontEnd) -> None:
    found = next(front.utterances("Say [[K AE1 T]], or [[§]]."))
    assert " ".join(found.units) == "_ S EY1 K AE1 T , AO1 R ¶"
    assert len(front.notices) == 1
    assert "[[§]]" in front.notices[0]


def test_the_dictionary_of_the_user(tmp_path: Path) -> None:
    path = tmp_path / "pronunciations.json"
    words = UserDictionary({"Syrinx": "[[S IH1 R IH0 NG K S]]", "SQL": "sequel"})
    words.set("Nguyễn", "win")
    words.save(path)
    read = UserDictionary.load(path)
    assert dict(read) == dict(words)
    assert len(UserDictionary.load(tmp_path / "none.json")) == 0
    front = TextFrontEnd.open(ModelRegistry(), read)
    found = next(front.utterances("syrinx uses SQL"))
    units = [" ".join(found.units[w.first : w.last]) for w in found.words]
    assert units[0] == "S IH1 R IH0 NG K S"
    assert units[2] == "S IY1 K W AH0 L"
    words.remove("sql")
    front.set_dictionary(words)
    assert [w.text for w in next(front.utterances("SQL")).words] == ["S", "Q", "L"]


@pytest.mark.parametrize(
    ("word", "value"),
    [("two words", "x"), ("", "x"), ("word", ""), ("word", "[[§]]"), ("word", "123"), ("a", "[[")],
)
def test_entries_that_make_no_sense_are_refused(word: str, value: str) -> None:
    with pytest.raises(SyrinxError):
        UserDictionary({word: value})


BROKEN = ["", "[]", "{}", '{"words": {"a": 3}}', '{"words": {"a b": "c"}}']


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_dictionary_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "p.json"
    path.write_text(content)
    with pytest.raises(SyrinxError, match=r"p\.json"):
        UserDictionary.load(path)


def test_files(tmp_path: Path) -> None:
    def wrote(name: str, content: bytes) -> Path:
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    assert read_spoken_text(wrote("a.txt", "né".encode()))[0].text == "né"
    assert read_spoken_text(wrote("b.txt", "né".encode("cp1252")))[0].text == "né"
    assert read_spoken_text(wrote("c.txt", "né".encode("utf-16")))[0].text == "né"
    assert read_spoken_text(wrote("d.md", b"# x"))[0].form == "markdown"
    assert read_spoken_text(wrote("e.txt", b"<speak>x</speak>"))[0].form == "ssml"
    cues = read_spoken_text(wrote("f.srt", b"1\n00:00:01,500 --> 00:00:03,000\nHello\nyou\n"))
    assert [(c.text, c.start_s, c.end_s) for c in cues] == [("Hello you", 1.5, 3.0)]
    for name, content in (("g.srt", b"none"), ("h.txt", b"\x00\x01\x02")):
        with pytest.raises(SyrinxError):
            read_spoken_text(wrote(name, content))
    with pytest.raises(SyrinxError, match="cannot be read"):
        read_spoken_text(tmp_path / "missing.txt")
