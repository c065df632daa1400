"""From what sherpa-onnx returns (a text, tokens, perhaps their times) to words with times."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syrinx.app.transcription.transcript import Word

TAIL_S = 0.4
"""A token that nothing follows is taken to last at most so long."""
MAX_RUN = 12
"""Characters of a script without spaces that are shown as one word."""
RUN_PAUSE_S = 0.35
"""A pause that parts two words in such a script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A result of sherpa-onnx.

    Attributes
    ----------
    text
        As the model would write it.
    tokens
        Its pieces; a space or U+2581 at the start begins a word.
    times
        Where each begins, in seconds from the start of the recording; empty = the model says none.
    lengths
        How long each is, in seconds; empty = unknown.
    log_probs
        Natural logarithms of how likely each is; empty = unknown.
    start_s, end_s
        Of the piece of the recording that was heard.
    """

    text: str
    start_s: float
    end_s: float
    tokens: Sequence[str] = ()
    times: Sequence[float] = ()
    lengths: Sequence[float] = ()
    log_probs: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter of the text, with the time and the probability of its token."""

    text: str
    start_s: float
    end_s: float
    log_prob: float


def words_of(said: Said) -> tuple[Word, ...]:
    """Return the words of a result in order.

    With times of tokens a word lasts from its first token to the next word, or to the end of its
    own last token. Without, the words share the piece in proportion to their letters.
    """
    texts = said.text.split()
    if not texts:
        return ()
    letters = _letters(said, sum(map(len, texts)))
    words: list[Word] = []
    at = 0
    for text in texts:
        mine = letters[at : at + len(text)]
        at += len(text)
        for piece, part in _runs(text, mine):
            words.append(_word(piece, part))
    return tuple(_in_order(words))


def _letters(said: Said, count: int) -> list[_Letter]:
    """Give each of the ``count`` letters of the text (spaces left out) its place in time."""
    known = _timed(said) if len(said.times) == len(said.tokens) and said.tokens else []
    if not known:
        share = max(0.0, said.end_s - said.start_s) / count
        probs = [x for x in said.log_probs if math.isfinite(x)]
        mean = sum(probs) / len(probs) if probs else 0.0
        return [
            _Letter("", said.start_s + share * k, said.start_s + share * (k + 1), mean)
            for k in range(count)
        ]
    # As a rule there are as many as in the text. Punctuation, numbers written out and bytes of
    # other scripts make a difference: then they are stretched over the text.
    return [known[min(len(known) - 1, k * len(known) // count)] for k in range(count)]


def _timed(said: Said) -> list[_Letter]:
    letters: list[_Letter] = []
    for k, token in enumerate(said.tokens):
        text = "".join(token.replace("\u2581", " ").replace("@@", "").split())
        if not text or (text.startswith("<") and text.endswith(">") and len(text) > 2):
            continue
        start_s = min(max(said.times[k], said.start_s), said.end_s)
        if k < len(said.lengths) and said.lengths[k] > 0:
            end_s = start_s + said.lengths[k]
        else:
            after = said.times[k + 1] if k + 1 < len(said.times) else said.end_s
            end_s = min(max(after, start_s), start_s + TAIL_S)
        end_s = min(end_s, said.end_s)
        log_prob = said.log_probs[k] if k < len(said.log_probs) else 0.0
        step = (end_s - start_s) / len(text)
        for number, letter in enumerate(text):
            first = start_s + step * number
            letters.append(_Letter(letter, first, first + step, log_prob))
    return letters


def _runs(text: str, letters: list[_Letter]) -> Iterator[tuple[str, list[_Letter]]]:
    """Cut a word of a script without spaces at punctuation, at pauses, and after a dozen letters.

    Other words stay whole.
    """
    begin = 0
    for k in range(1, len(text)):
        before, after = text[k - 1], text[k]
        if not (_without_spaces(before) or _without_spaces(after)):
            continue
        if unicodedata.category(after).startswith("P"):
            continue  # it belongs to what it closes
        pause = letters[k].start_s - letters[k - 1].end_s >= RUN_PAUSE_S
        closed = unicodedata.category(before) in ("Po", "Pe", "Pf")
        mixed = _without_spaces(before) != _without_spaces(after)
        if pause or closed or mixed or k - begin >= MAX_RUN:
            yield text[begin:k], letters[begin:k]
            begin = k
    yield text[begin:], letters[begin:]


def _without_spaces(letter: str) -> bool:
    code = ord(letter)
    return (
        0x3040 <= code <= 0x30FF  # kana
        or 0x3400 <= code <= 0x9FFF  # Han
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
        or 0x0E00 <= code <= 0x0EFF  # Thai, Lao
        or 0x1000 <= code <= 0x109F  # Burmese
        or 0x1780 <= code <= 0x17FF  # Khmer
    )


def _word(text: str, letters: list[_Letter]) -> Word:
    probs = [letter.log_prob for letter in letters if math.isfinite(letter.log_prob)]
    mean = sum(probs) / len(probs) if probs else 0.0
    return Word(
        text=text,
        start_s=letters[0].start_s,
        end_s=max(letters[0].start_s, letters[-1].end_s),
        confidence=min(1.0, max(0.0, math.exp(min(0.0, mean)))),
    )


def _in_order(words: list[Word]) -> Iterator[Word]:
    """Let no word begin before the one before it, nor last into the next."""
    last_s = 0.0
    for k, word in enumerate(words):
        start_s = max(last_s, word.start_s)
        end_s = max(start_s, word.end_s)
        if k + 1 < len(words):
            end_s = max(start_s, min(end_s, words[k + 1].start_s))
        last_s = start_s
        yield Word(text=word.text, start_s=start_s, end_s=end_s, confidence=word.confidence)
