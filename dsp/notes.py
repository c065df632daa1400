"""Notes of the equal temperament, A4 = 440 Hz, counted as MIDI does (A4 = 69, C4 = 60)."""

from __future__ import annotations

from math import log2

A4_HZ = 440.0
A4_NUMBER = 69
_NAMES = ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")


def note_number(hz: float) -> float:
    """Return the note of a frequency (> 0), with the fraction."""
    return A4_NUMBER + 12.0 * log2(hz / A4_HZ)


def note_hz(number: float) -> float:
    """Return the frequency of a note in Hz; the inverse of `note_number`."""
    return float(A4_HZ * 2.0 ** ((number - A4_NUMBER) / 12.0))


def note_name(number: int) -> str:
    """Return the name of a note, as "C♯3"."""
    return f"{_NAMES[number % 12]}{number // 12 - 1}"


def is_black(number: int) -> bool:
    """Whether the note is a black key of a piano."""
    return len(_NAMES[number % 12]) > 1


def note_text(hz: float) -> str:
    """Return the nearest note and the cents from it, as "A2 −13 ct"."""
    number = note_number(hz)
    nearest = round(number)
    cents = round(100.0 * (number - nearest))
    sign = "+" if cents > 0 else "−" if cents < 0 else "±"
    return f"{note_name(nearest)} {sign}{abs(cents)} ct"
