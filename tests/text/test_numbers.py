"""Numbers in words: against tables, and against an independent reading back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syrinx.neural.runtime.text import numbers
from syrinx.neural.runtime.text.chinese_numbers import cardinal as chinese
from syrinx.neural.runtime.text.numbers import MOST_DIGITS, ONES, SCALES, TENS


def value_of(words: list[str]) -> int:
    """Read number words back, by a grammar of its own."""
    total = group = 0
    for word in words:
        if word in ONES:
            group += ONES.index(word)
        elif word in TENS:
            group += 10 * (TENS.index(word) + 2)
        elif word == "hundred":
            group *= 100
        else:
            total += group * 1000 ** (SCALES.index(word) + 1)
            group = 0
    return total + group


@given(st.integers(0, 10**MOST_DIGITS - 1))
def test_a_cardinal_is_read_back(value: int) -> None:
    assert value_of(numbers.cardinal(value)) == value


@given(st.integers(0, 10**20))
def test_an_ordinal_differs_from_its_cardinal_in_the_last_word(value: int) -> None:
    ordinal, cardinal = numbers.ordinal(value), numbers.cardinal(value)
    assert ordinal[:-1] == cardinal[:-1]
    assert ordinal[-1] != cardinal[-1]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1905, "nineteen oh five"),
        (1984, "nineteen eighty four"),
        (1900, "nineteen hundred"),
        (2000, "two thousand"),
        (2005, "two thousand five"),
        (2010, "twenty ten"),
        (2024, "twenty twenty four"),
        (1066, "ten sixty six"),
    ],
)
def test_years(value: int, words: str) -> None:
    assert numbers.year(value) == words.split()


@pytest.mark.parametrize(
    ("text", "value"),
    [("IV", 4), ("VIII", 8), ("XIV", 14), ("LVIII", 58), ("MCMXCIX", 1999), ("IIII", 0), ("VX", 0)],
)
def test_roman(text: str, value: int) -> None:
    assert numbers.roman(text) == value


@pytest.mark.parametrize(
    ("over", "under", "words"),
    [
        (1, 2, "one half"),
        (3, 4, "three quarters"),
        (2, 3, "two thirds"),
        (7, 8, "seven eighths"),
        (5, 23, "five over twenty three"),
    ],
)
def test_fractions(over: int, under: int, words: str) -> None:
    assert numbers.fraction(over, under) == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("007", "zero zero seven"),
        (".5", "point five"),
        ("1,234.50", "one thousand two hundred thirty four point five zero"),
    ],
)
def test_numbers_in_digits(text: str, words: str) -> None:
    assert numbers.number(text) == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [("1204", "twelve oh four"), ("204", "two oh four"), ("1500", "fifteen hundred")],
)
def test_numbers_in_pairs(text: str, words: str) -> None:
    assert numbers.pairs(text) == words.split()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "零"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (12000, "一万二千"),
        (10005, "一万零五"),
        (100000, "十万"),
        (1203004, "一百二十万三千零四"),
        (100000000, "一亿"),
        (100010000, "一亿零一万"),
        (-3, "负三"),
    ],
)
def test_chinese_numbers(value: int, said: str) -> None:
    assert chinese(value) == said
