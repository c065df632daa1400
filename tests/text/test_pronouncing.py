"""Sounds of words: the lexicon, letters, endings, homographs, weak forms, Mandarin."""

from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.hotwords import with_hot_words
from syrinx.neural.runtime.decoding.lexicon import Lexicon
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.text import units
from syrinx.neural.runtime.text.front_end import TextFrontEnd
from syrinx.neural.runtime.text.homograph_table import TABLE
from syrinx.neural.runtime.text.letters import LetterToSound
from syrinx.neural.runtime.text.lexicon import StressedLexicon
from syrinx.neural.runtime.text.mandarin import sounds
from syrinx.neural.runtime.text.morphology import compound, inflected, past, plural
from syrinx.neural.runtime.text.pinyin import syllable, syllables
from syrinx.neural.runtime.text.pronouncer import PlainSounding, open_pronouncer
from syrinx.neural.runtime.text.said_words import LETTERS, SPECIAL, WEAK
from syrinx.neural.runtime.text.tagger import Tagger


def test_the_units_are_those_of_version_1() -> None:
    assert units.VERSION == 1
    assert len(units.UNITS) == len(set(units.UNITS)) == 6 + 24 + 45 + 21 + 40 * 5 + 1
    # Models know units by their numbers: these may never change.
    named = {"_": 0, "¶": 5, "B": 6, "ZH": 29, "AA0": 30, "UW2": 74, "b": 75, "a1": 96, "rr": 296}
    assert {name: units.UNITS.index(name) for name in named} == named
    assert units.phone_of("AH0") == "AH"
    assert units.phone_of("ang3") == "ang"
    assert [units.accent_of(u) for u in ("AH0", "AH2", "B", "a1", "a5", "b", ",")] == [
        1, 3, 0, 4, 8, 0, 0,
    ]  # fmt: skip
    with pytest.raises(SyrinxError):
        units.numbers(["QQ"])


def test_every_sound_of_the_tables_is_a_unit() -> None:
    ways = [way for entry in TABLE.values() for _, way in entry]
    ways += [*SPECIAL.values(), *LETTERS.values(), *(w for pair in WEAK.values() for w in pair)]
    for way in ways:
        assert all(units.is_english(unit) for unit in way), way
    for way in [way for entry in TABLE.values() for _, way in entry]:
        assert sum(unit.endswith("1") for unit in way) == 1, way


HOMOGRAPHS = [
    ("I read it yesterday.", "read", "R EH1 D"),
    ("I will read it.", "read", "R IY1 D"),
    ("She has read it.", "read", "R EH1 D"),
    ("Let me read it to you.", "read", "R IY1 D"),
    ("He read his fragments aloud.", "read", "R EH1 D"),
    ("Jack lives in Berlin.", "lives", "L IH1 V Z"),
    ("Nine lives of a cat.", "lives", "L AY1 V Z"),
    ("Please record a message.", "record", "R IH0 K AO1 R D"),
    ("He wants to read.", "read", "R IY1 D"),
    ("She read the book.", "read", "R EH1 D"),
    ("They lead us.", "lead", "L IY1 D"),
    ("a lead pipe", "lead", "L EH1 D"),
    ("We live here.", "live", "L IH1 V"),
    ("a live concert", "live", "L AY1 V"),
    ("The wind blows.", "wind", "W IH1 N D"),
    ("to wind the clock", "wind", "W AY1 N D"),
    ("a tear in his eye", "tear", "T IH1 R"),
    ("They tear it apart.", "tear", "T EH1 R"),
    ("Please close the door.", "close", "K L OW1 Z"),
    ("It is close to me.", "close", "K L OW1 S"),
    ("I use it.", "use", "Y UW1 Z"),
    ("It has no use.", "use", "Y UW1 S"),
    ("a new record", "record", "R EH1 K ER0 D"),
    ("We record it.", "record", "R IH0 K AO1 R D"),
    ("I object.", "object", "AH0 B JH EH1 K T"),
    ("the object", "object", "AA1 B JH EH0 K T"),
    ("a present for you", "present", "P R EH1 Z AH0 N T"),
    ("We present it.", "present", "P R IH0 Z EH1 N T"),
    ("I used to run.", "used", "Y UW1 S T"),
    ("He used a knife.", "used", "Y UW1 Z D"),
    ("It is a minute.", "minute", "M IH1 N AH0 T"),
    ("minute details", "minute", "M AY0 N UW1 T"),
    ("to separate them", "separate", "S EH1 P ER0 EY2 T"),
    ("a separate room", "separate", "S EH1 P R AH0 T"),
    ("He caught a bass in the lake.", "bass", "B AE1 S"),
    ("the bass player", "bass", "B EY1 S"),
    ("the apple", "the", "DH IY0"),
    ("the hour", "the", "DH IY0"),
    ("the house", "the", "DH AH0"),
    ("the university", "the", "DH AH0"),
    ("a man", "a", "AH0"),
    ("go to them", "to", "T AH0"),
    ("go to us", "to", "T UW0"),
]


@pytest.mark.parametrize(("text", "word", "way"), HOMOGRAPHS)
def test_homographs_and_weak_forms(front: TextFrontEnd, text: str, word: str, way: str) -> None:
    found = next(front.utterances(text))
    at = next(w for w in found.words if w.text == word)
    assert " ".join(found.units[at.first : at.last]) == way


KNOWN = {
    "hope": ("HH", "OW1", "P"),
    "stop": ("S", "T", "AA1", "P"),
    "bus": ("B", "AH1", "S"),
    "try": ("T", "R", "AY1"),
    "want": ("W", "AA1", "N", "T"),
    "fire": ("F", "AY1", "ER0"),
    "work": ("W", "ER1", "K"),
    "final": ("F", "AY1", "N", "AH0", "L"),
}


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("hoping", "HH OW1 P IH0 NG"),
        ("stopped", "S T AA1 P T"),
        ("buses", "B AH1 S IH0 Z"),
        ("tries", "T R AY1 Z"),
        ("wanted", "W AA1 N T IH0 D"),
        ("bus's", "B AH1 S IH0 Z"),
        ("finally", "F AY1 N AH0 L IY0"),
        ("workers", "W ER1 K ER0 Z"),
    ],
)
def test_endings(word: str, said: str) -> None:
    assert inflected(word, KNOWN.get) == tuple(said.split())


def test_compounds_and_regular_ends() -> None:
    assert compound("firework", KNOWN.get) == ("F", "AY1", "ER0", "W", "ER2", "K")
    assert compound("unwork", KNOWN.get) == ("AH0", "N", "W", "ER1", "K")
    assert inflected("xyzing", KNOWN.get) is None
    assert plural(("K", "AE1", "T"))[-1] == "S"
    assert plural(("D", "AO1", "G"))[-1] == "Z"
    assert past(("S", "T", "AA1", "P"))[-1] == "T"


def test_unknown_words_are_said_with_one_main_stress(front: TextFrontEnd) -> None:
    pronouncer = open_pronouncer(ModelRegistry())
    for word in ("syrinx", "blorptastic", "zanzibaring", "quixlet", "frobnicate", "x"):
        way = pronouncer.word(word)
        assert way
        assert all(units.is_english(unit) for unit in way)
    assert sum(u.endswith("1") for u in pronouncer.word("frobnicate")) == 1
    assert pronouncer.word("'") == ()


def test_hot_words_sound_as_they_are_spoken() -> None:
    sounding = PlainSounding(open_pronouncer(ModelRegistry()))
    assert sounding.say("Podcast") == ("p", "aa", "d", "k", "ae", "s", "t")
    lexicon, _ = with_hot_words(Lexicon.of({"a": [("ah",)]}), {"Podcast": 3.0}, sounding)
    assert "podcast" in lexicon.words
    with pytest.raises(SyrinxError):
        sounding.say("...")


def test_the_lexicon_comes_back_from_its_file(tmp_path: Path) -> None:
    table = {
        "record": [("n", ("R", "EH1", "K", "ER0", "D")), ("v", ("R", "IH0", "K", "AO1", "R", "D"))],
        "a": [("", ("AH0",))],
        "zoo's": [("", ("Z", "UW1", "Z"))],
    }
    lexicon = StressedLexicon.of(table)
    lexicon.save(tmp_path / "l.bin")
    for read in (lexicon, StressedLexicon.load(tmp_path / "l.bin")):
        assert read.words() == ["a", "record", "zoo's"]
        assert {word: read.ways(word) for word in read.words()} == table
        assert read.ways("zo") == read.ways("é") == read.ways("zzz") == []
        assert "record" in read
        assert len(read) == 3


def test_files_that_are_something_else_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"nothing")
    for load in (StressedLexicon.load, Tagger.load, LetterToSound.load):
        with pytest.raises(SyrinxError, match="cannot be read"):
            load(tmp_path / "x")
        with pytest.raises(SyrinxError, match="cannot be read"):
            load(tmp_path / "missing")
        with pytest.raises(SyrinxError, match="came with the program"):
            load(b"")


def test_the_shipped_tagger_knows_what_words_are() -> None:
    tagger = Tagger.load(ModelRegistry().read("text_parts"))
    assert tagger.tag(["he", "will", "record", "the", "record"]) == ["prp", "md", "vb", "dt", "nn"]
    assert tagger.common("good")
    assert not tagger.common("tolkien")
    assert tagger.tag([]) == []


def test_a_tagger_comes_back_from_its_file(tmp_path: Path) -> None:
    grams = np.full((3, 3, 3), -1.0, np.float32)
    tagger = Tagger(["nn", "punc", "vb"], grams, {"go": {"vb": -1.0, "nn": -2.0}})
    tagger.save(tmp_path / "t.bin")
    assert Tagger.load(tmp_path / "t.bin").tag(["go", "go"]) == tagger.tag(["go", "go"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("你好", "n i2 h ao3"),
        ("不要", "b u2 iao4"),
        ("不好", "b u4 h ao3"),
        ("一个", "i2 g e4"),
        ("一天", "i4 t ian1"),
        ("第一", "d i4 i1"),
        ("看一看", "k an4 i5 k an4"),
        ("是不是", "sh iii4 b u5 sh iii4"),
        ("老虎", "l ao2 h u3"),
        ("银行", "in2 h ang2"),
        ("行走", "x ing2 z ou3"),
        ("玩儿", "uan2 rr"),
        ("女儿", "n v3 er2"),
        ("四十", "s ii4 sh iii2"),
        ("资源", "z ii1 van2"),
    ],
)
def test_mandarin(text: str, said: str) -> None:
    assert [unit for way in sounds([text]) for unit in way] == said.split()


def test_third_tones_change_between_words() -> None:
    assert [way[-1][-1] for way in sounds(["我", "想", "走"])] == ["2", "2", "3"]
    assert [u for way in sounds(["很", "好"]) for u in way] == ["h", "en2", "h", "ao3"]


def test_a_chinese_sentence_with_numbers_and_english(front: TextFrontEnd) -> None:
    found = next(front.utterances("2024年3月5日, 他买了2个iPhone。"))
    said = [word.text for word in found.words]
    assert "".join(said[:6]) == "二零二四年三月五日"
    assert "两" in "".join(said)
    assert said[-2:] == ["I", "phone"]
    assert "IY0" not in found.units


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("zhi1", ("zh", "iii1")),
        ("zi4", ("z", "ii4")),
        ("ju2", ("j", "v2")),
        ("lü4", ("l", "v4")),
        ("lv4", ("l", "v4")),
        ("xue2", ("x", "ve2")),
        ("gui4", ("g", "uei4")),
        ("liu2", ("l", "iou2")),
        ("er2", ("er2",)),
        ("wu3", ("u3",)),
        ("ma", ("m", "a5")),
        ("yuǎn", ("van3",)),
    ],
)
def test_pinyin(text: str, way: tuple[str, ...]) -> None:
    assert syllable(text) == way


def test_words_of_pinyin() -> None:
    assert syllables("nǐhǎo") == [("n", "i3"), ("h", "ao3")]
    assert syllables("bei3jing1") == [("b", "ei3"), ("j", "ing1")]
    assert syllables("hello") == []
    with pytest.raises(SyrinxError):
        syllable("xqz3")
