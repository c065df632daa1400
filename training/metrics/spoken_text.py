"""Texts brought to one form before words are counted, said and heard alike.

- Case, punctuation, hyphens and typographic apostrophes go: "Well-known," is "well known".
- Numbers in digits are written out: "1665" one thousand six hundred sixty five, "3.5" three point
  five, "21st" twenty first, "$5" five dollars, "40%" forty percent. A number is not read as a
  year: what was said cannot be told from the digits.
- Contractions are written out: "can't" can not, "I'm" I am, "they'll" they will, "she's" she is.
  A possessive ("John's") stays one word with its apostrophe.
- "Mr." is mister, "Mrs." missus, "Dr." doctor, "&" and, "ok" okay.

British and American spellings are not brought together.
"""

from __future__ import annotations

import re

from syrinx.training.metrics.words import normalise_text

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LONGEST = 12
_WHOLE = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
    "y'all": "you all",
    "mr": "mister",
    "mrs": "missus",
    "dr": "doctor",
    "ok": "okay",
}
_ENDINGS = (("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"))
_HAS_IS = frozenset(
    ["it", "he", "she", "that", "this", "what", "there", "here", "where", "who", "how", "when"]
)
_SIGNS = ((r"[$]\s*(\d[\d,.]*\d|\d)", r"\1 dollars"), (r"%", " percent "), (r"&", " and "))
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?\b|\d")


def spoken_words(text: str) -> list[str]:
    """Return the words of a text in the one form."""
    text = text.lower().replace("’", "'").replace("‘", "'")
    for pattern, words in _SIGNS:
        text = re.sub(pattern, words, text)
    text = _NUMBER.sub(lambda found: f" {_spoken_number(found.group())} ", text)
    return [word for part in normalise_text(text) for word in _expanded(part)]


def _expanded(word: str) -> list[str]:
    if word in _WHOLE:
        return _WHOLE[word].split()
    for ending, full in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), full]
    stem = word.removesuffix("'s")
    if stem != word and stem in _HAS_IS:
        return [stem, "is"]
    if word.endswith("'d") and word[:-2] in {"i", "you", "he", "she", "we", "they", "it"}:
        return [word[:-2], "would"]
    return [word]


def _spoken_number(digits: str) -> str:
    ending = re.search(r"(?:st|nd|rd|th)$", digits)
    whole, _, fraction = digits.removesuffix(ending.group() if ending else "").partition(".")
    whole = whole.replace(",", "")
    if len(whole) > _LONGEST or (len(whole) > 1 and whole[0] == "0"):
        spoken = " ".join(_ONES[int(d)] for d in whole)  # as telephone numbers are read
    else:
        spoken = number_words(int(whole))
    if fraction:
        spoken += " point " + " ".join(_ONES[int(d)] for d in fraction)
    return _ordinal(spoken) if ending else spoken


def number_words(value: int) -> str:
    """Write out a whole number from 0 to under 10 ** 12, without "and"."""
    if value < 20:
        return _ONES[value]
    if value < 100:
        ten, one = divmod(value, 10)
        return _TENS[ten - 2] + (f" {_ONES[one]}" if one else "")
    for size, name in _SCALES:
        if value >= size:
            many, rest = divmod(value, size)
            return f"{number_words(many)} {name}" + (f" {number_words(rest)}" if rest else "")
    return ""  # not reached: every value is 20 or more here


def _ordinal(spoken: str) -> str:
    *before, last = spoken.split()
    if last in _ORDINALS:
        last = _ORDINALS[last]
    elif last.endswith("y"):
        last = last[:-1] + "ieth"
    elif not last.endswith("th"):
        last += "th"
    return " ".join([*before, last])
