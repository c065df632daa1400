"""Any text at all: no exception, units of the set, places in order, cost that grows linearly."""

import cProfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.front_end import Form, Language, TextFrontEnd
from syrinx.neural.runtime.text.units import PAUSES, is_unit
from syrinx.neural.runtime.text.utterance import Utterance

PIECES = [
    *("Dr.", "St.", "$5.99", "1/2", "10-20", "3:30", "p.m.", "U.S.", "e.g.", "NASA", "iPhone"),
    *("C++", "www.a.com", "a@b.co", "[[AA]]", "[[ ]]", "*", "**", "...", "--", "—", "!", "?"),
    *('"', "'", "(", ")", "😀", "👨‍👩‍👧", "é", "ß", "Ω", "中", "。", "，", "م", "٣", "½", "²", "ﬁ"),
    *("Ⅷ", "\ud800", "\x00", "\u200b", "%", "$", "€", "<", ">", "&", "#", "@", "/", "\\"),
    *("XIV", "1990s", "'68", "March", "3,", "2024", "99999999", "0", "-5", "+1", "#tag"),
    *("ni3", "hǎo", "3个", "I", "a", "A", "the"),
]
SSML_PIECES = [
    *("<p>", "</p>", "<s>", "</s>", "<break/>", "<break time='1s'/>", "<emphasis>", "</emphasis>"),
    *("<sub alias='x'>", "</sub>", "<prosody rate='fast'>", "</prosody>", "&amp;", "&#65;"),
    *("<unknown/>", "<![CDATA[a<b]]>", "5", "$3", "é", "<say-as interpret-as='date'>", "word"),
    *("</say-as>", "<phoneme ph='AA'>", "</phoneme>"),
]
ONE_KIND = [
    *("a", "1", "1-", "1,", "1/", "a.", "A.B.", "(", "[[", "*", "'", "-", "!", "<", "&", "#", "@"),
    *("x@", "http://", "9:9", "$", "a ", "word ", "1 ", "😀", "中", "\u0301", "I ", "Mr. ", "\n"),
    *("_", "a-", "a1", "<a", "ni3", "*a* ", "$1 ", "1.1.", "(1) ", "'a", "a/b"),
]
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "\n", "\n\n"])), max_size=25
    ).map(lambda parts: "".join(a + b for a, b in parts)),
)
SETTINGS = settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))


def checked(utterances: list[Utterance], n: int) -> None:
    """Hold everything that an utterance promises against a text of ``n`` characters."""
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


@SETTINGS
@given(TEXTS, st.sampled_from(["plain", "markdown"]), st.sampled_from(["auto", "en", "zh"]))
@example("", "plain", "auto")
@example("@²", "plain", "auto")
@example("\ud800", "plain", "zh")
def test_any_text(shared_front: TextFrontEnd, text: str, form: Form, language: Language) -> None:
    checked(list(shared_front.utterances(text, form=form, language=language)), len(text))


@SETTINGS
@given(st.lists(st.one_of(st.sampled_from(SSML_PIECES), st.text(max_size=5)), max_size=12))
def test_any_ssml_is_spoken_or_refused(shared_front: TextFrontEnd, parts: list[str]) -> None:
    text = "<speak>" + " ".join(parts) + "</speak>"
    found, said = [], "SSML"
    try:
        found = list(shared_front.utterances(text))
    except SyrinxError as error:
        said = str(error)
    assert "SSML" in said
    checked(found, len(text))


@pytest.mark.parametrize("piece", ONE_KIND)
def test_five_thousand_characters_of_one_kind(shared_front: TextFrontEnd, piece: str) -> None:
    text = (piece * 5000)[:5000]
    checked(list(shared_front.utterances(text)), len(text))


def calls(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls: its cost, whatever else the machine does."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def test_cost_grows_with_the_length_only(shared_front: TextFrontEnd) -> None:
    text = "On March 3, 2024 Dr. Smith paid $5.99 for 3 apples, didn't he? "
    list(shared_front.utterances(text))
    once, eight = (calls(lambda n=n: list(shared_front.utterances(text * n))) for n in (20, 160))
    assert eight < 9 * once


def test_the_first_sentence_does_not_wait_for_the_others(shared_front: TextFrontEnd) -> None:
    first = "First. Second."
    shared_front.warm_up()
    list(shared_front.utterances(first))
    alone = calls(lambda: next(shared_front.utterances(first)))
    long = first + "\n\nA thousand paragraphs more, each of them with its words." * 1000
    assert calls(lambda: next(shared_front.utterances(long))) < 1.2 * alone + 100
