"""Written English to the words that are said, each with its place in the source.

One walk through the text: at the beginning of each word the rules are asked in turn, the first
that answers decides, and the walk goes on behind what it took. All patterns are bounded, so that
the time grows with the length of the text only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from syrinx.neural.runtime.text import abbreviations, dates, measures, network, signs, wording
from syrinx.neural.runtime.text.listing import listed
from syrinx.neural.runtime.text.numbers import digits
from syrinx.neural.runtime.text.source import SourceText
from syrinx.neural.runtime.text.spoken import Around, Found, Piece, Token, found
from syrinx.neural.runtime.text.units import PAUSES
from syrinx.neural.runtime.text.wording import Known

Rule = Callable[[str, int, Around], Found | None]
_AT_DIGIT: tuple[Rule, ...] = (
    network.address,
    dates.date,
    network.telephone,
    dates.clock,
    measures.money,
    dates.decades,
    measures.ordinals,
    measures.fractions,
)
_AT_LETTER: tuple[Rule, ...] = (
    network.address,
    dates.date,
    measures.money,
    network.telephone,
    abbreviations.abbreviation,
    abbreviations.roman_number,
)
_AT_SIGN: tuple[Rule, ...] = (
    network.address,
    network.tag,
    measures.money,
    network.telephone,
    dates.decades,
    measures.fractions,
    signs.emoji,
    signs.mark,
    signs.dash,
    signs.sign,
)
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f\u3007]{1,5000}")
_CODE = re.compile(r"\d{1,6}[A-Za-z]{1,2}\d|0[xX][0-9a-fA-F]|\d{1,4}(?:[B-HJ-Z]|[a-z])(?![a-z])")
_BARE = re.compile(r"\d{3,12}(?![\d.,:/-]\d|\d|[A-Za-z])")
_IN_PAIRS = frozenset(listed("room flight suite apartment highway route boeing rm"))
_BY_DIGIT = frozenset(listed("call dial pin zip code password dialled dialed"))
_GREEK_WORD = re.compile("[\u0370-\u03ff\u1f00-\u1fff]{3}")
_LEAD = re.compile(r"\$?\d|['-]\d|\.\d")


class Normaliser:
    """Says what is written.

    Parameters
    ----------
    known
        The words that have a pronunciation: it decides between spelling and saying.
    """

    def __init__(self, known: Known) -> None:
        self._known = known

    def tokens(
        self,
        source: SourceText,
        *,
        notices: set[str] | None = None,
        said: Sequence[str] = (),
    ) -> list[Token]:
        """The words of a text and the signs that make pauses, in order.

        Parameters
        ----------
        source
            Cleaned.
        notices
            Takes a sentence about what cannot be spoken.
        said
            The words before it, where the text is a part of a sentence.
        """
        text = source.text
        letters = [c for c in text if c.isalpha()]
        capitals = sum(c.isupper() for c in letters)
        shouted = len(letters) > 8 and capitals > 0.8 * len(letters) and " " in text.strip()
        words: list[str] = list(said)
        out: list[Token] = []
        at, n = 0, len(text)
        while at < n:
            if text[at].isspace():
                at += 1
                continue
            around = Around(said=words[-4:], shouted=shouted)
            if han := HAN.match(text, at):
                start, end = source.span(at, han.end())
                out.append(Token(kind="chinese", text=han[0], start=start, end=end, written=han[0]))
                words.append(han[0])
                at = han.end()
                continue
            result = self._asked(text, at, around)
            if result is None:
                result = _unspeakable(text, at, notices)
            for piece in result.pieces:
                made = _tokens_of(piece, source)
                words += [t.text for t in made]
                out += made
            at = max(result.end, at + 1)
        return out

    def of_words(self, words: Sequence[str]) -> list[Token]:
        """Tokens of words that are known already; their place is to be filled in."""
        piece = Piece(words=tuple(words), start=0, end=0)
        return _tokens_of(piece, SourceText.of(""))

    def _asked(self, text: str, at: int, around: Around) -> Found | None:
        char = text[at]
        if char.isascii() and char.isdecimal():
            rules = _AT_DIGIT
        elif char.isascii() and char.isalpha():
            rules = _AT_LETTER
        else:
            rules = _AT_SIGN
        for rule in rules:
            result = rule(text, at, around)
            if result is not None:
                return result
            if rule is measures.fractions and rules is _AT_SIGN and _LEAD.match(text, at):
                free = at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ")%")
                if char == "." or (char == "-" and free):
                    result = measures.figures(text, at, around)
                    if result is not None:
                        return result
        if rules is _AT_DIGIT:
            return self._number(text, at, around)
        if rules is _AT_LETTER or char == "'":
            return wording.word(text, at, around, self._known)
        return None

    def _number(self, text: str, at: int, around: Around) -> Found | None:
        bare = _BARE.match(text, at)
        spelled = "".join(w for w in around.said[-3:] if len(w) == 1)
        if bare and (
            around.before in _BY_DIGIT or set(around.said[-2:-1]) & _BY_DIGIT or spelled == "ZIP"
        ):
            return found(digits(bare[0]), at, bare.end())
        if bare and around.before in _IN_PAIRS:
            return found(network.house_number(bare[0]), at, bare.end())
        year = dates.plain_year(text, at, around)
        plain = measures.figures(text, at, around)
        alone = year is not None and not text[year.end : year.end + 1].isalpha()
        if alone and (plain is None or plain.end <= (year.end if year else 0)):
            return year
        if plain is None or (text[plain.end : plain.end + 1].isalpha()):
            code = wording.word(text, at, around, self._known)
            return code if code is not None else plain
        if _CODE.match(text, at) and plain.end < len(text) and text[plain.end].isalnum():
            return wording.word(text, at, around, self._known)
        return plain


def _tokens_of(piece: Piece, source: SourceText) -> list[Token]:
    start, end = source.span(piece.start, piece.end)
    written = source.text[piece.start : piece.end]
    out = []
    for said in piece.words:
        if said in PAUSES:
            out.append(Token(kind="pause", text=said, start=start, end=end, written=written))
        elif said[0].isupper() and (len(said) == 1 or said[1] == "'"):
            out.append(Token(kind="letter", text=said, start=start, end=end, written=written))
        else:
            out.append(Token(kind="word", text=said, start=start, end=end, written=written))
    return out


def _unspeakable(text: str, at: int, notices: set[str] | None) -> Found:
    char = text[at]
    name = signs.letter_of_other_script(char)
    if name is not None and not _GREEK_WORD.match(text, at):
        return Found(pieces=(Piece(words=name, start=at, end=at + 1),), end=at + 1)
    end = at + 1
    if char.isalpha():
        while end < len(text) and not text[end].isascii() and text[end].isalpha():
            if HAN.match(text, end):
                break
            end += 1
        if notices is not None:
            script = signs.script_of(char)
            notices.add(f"{script} letters cannot be spoken and were left out.")
    return Found(pieces=(Piece(words=(), start=at, end=end),), end=end)
