"""Sounds for published voices: most of them were taught the phonemes of espeak-ng, as IPA.

The package that runs them has no espeak-ng of its own since version 2. English is written in IPA
here, from what the text front end says; for other languages the user's own program ``espeak-ng``
is asked, where it is installed. IPA as espeak-ng's voice en-us writes it
(github.com/espeak-ng/espeak-ng, docs/phonemes).
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syrinx.app.synthesis.script import Sentence, Word
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.units import CLAUSE, COLON, PARAGRAPH, PAUSES, STOP
from syrinx.neural.runtime.text.utterance import Mode, Prosody, Utterance

ESPEAK_S = 20.0
"""A sentence takes milliseconds; a program that hangs is given up."""
MOST_UNITS = 240
"""Sounds at once: Kokoro takes 510 signs, and ends the process over more."""
_IPA = {
    "AA": "ɑː", "AE": "æ", "AH": "ʌ", "AO": "ɔː", "AW": "aʊ", "AY": "aɪ", "B": "b", "CH": "tʃ",
    "D": "d", "DH": "ð", "EH": "ɛ", "ER": "ɜː", "EY": "eɪ", "F": "f", "G": "ɡ", "HH": "h",
    "IH": "ɪ", "IY": "iː", "JH": "dʒ", "K": "k", "L": "l", "M": "m", "N": "n", "NG": "ŋ",
    "OW": "oʊ", "OY": "ɔɪ", "P": "p", "R": "ɹ", "S": "s", "SH": "ʃ", "T": "t", "TH": "θ",
    "UH": "ʊ", "UW": "uː", "V": "v", "W": "w", "Y": "j", "Z": "z", "ZH": "ʒ",
}  # fmt: skip
_WEAK = {"AH": "ə", "ER": "ɚ", "IY": "i", "UW": "u"}
_STRESS = {"0": "", "1": "ˈ", "2": "ˌ"}
_SIGNS = {CLAUSE: ",", COLON: ":", STOP: ".", PARAGRAPH: "."}
_ENDS: dict[Mode, str] = {
    "statement": ".",
    "question": "?",
    "question_word": "?",
    "exclamation": "!",
    "unfinished": ",",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a sentence that is said in one way, and the pause behind it.

    Attributes
    ----------
    text
        For voices that read.
    ipa
        For voices that are given sounds; empty where nobody knows them yet.
    words, prosody
        What it is made of, and how it is said.
    pause_s
        As somebody has asked for; 0 inside the flow of speech.
    final
        Whether it ends the sentence.
    """

    text: str
    ipa: str
    words: tuple[Word, ...]
    prosody: Prosody
    pause_s: float
    final: bool = True


def pieces_of(sentence: Sentence) -> Iterator[Piece]:
    """Cut a sentence where its manner changes, and where somebody has asked for a pause."""
    utterance = sentence.utterance
    if utterance is None:
        yield Piece(
            text=sentence.text,
            ipa="",
            words=sentence.words,
            prosody=Prosody(),
            pause_s=sentence.pause_s,
        )
        return
    cuts = _cuts(utterance)
    for begin, end in zip([0, *cuts], [*cuts, len(utterance.words)], strict=True):
        if begin == end:
            continue
        words = utterance.words[begin:end]
        last = end == len(utterance.words)
        pause_s = sentence.pause_s if last else 1e-3 * _asked(utterance, end)
        yield Piece(
            text=_written(utterance, begin, end),
            ipa=_spelt(utterance, begin, end),
            words=sentence.words[begin:end],
            prosody=words[0].prosody,
            pause_s=pause_s,
            final=last,
        )
    if not utterance.words:
        yield Piece(text="", ipa="", words=(), prosody=Prosody(), pause_s=sentence.pause_s)


def ipa_of(units: Sequence[str]) -> str:
    """Write one word of English in IPA; sounds of Mandarin are left out."""
    out = ""
    for unit in units:
        stress = unit[-1] if unit[-1] in _STRESS else ""
        phone = unit.removesuffix(stress) if stress else unit
        sound = _IPA.get(phone)
        if sound is None:
            continue
        if stress == "0":
            sound = _WEAK.get(phone, sound)
        out += _STRESS.get(stress, "") + sound
    return out


def espeak_ipa(text: str, voice: str, *, program: str | None = None) -> str:
    """Ask the user's espeak-ng for the sounds of a text.

    Parameters
    ----------
    voice
        Its name of the language, as "de".
    program
        None = the one on the path.

    Raises
    ------
    SyrinxError
        It is not installed, or does not know the language.
    """
    found = program or shutil.which("espeak-ng") or shutil.which("espeak")
    if found is None:
        raise SyrinxError(
            f"This voice is given sounds, and the sounds of its language ({voice}) come from the "
            "program espeak-ng: install it, or take an English voice."
        )
    try:
        done = subprocess.run(
            [found, "-q", "--ipa", "-v", voice, "--stdin"],
            input=text.encode(),
            capture_output=True,
            timeout=ESPEAK_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SyrinxError(f"The program espeak-ng does not answer ({error}).") from error
    said = " ".join(done.stdout.decode("utf-8", errors="replace").split())
    if done.returncode != 0 or (not said and any(char.isalpha() for char in text)):
        raise SyrinxError(f'The program espeak-ng does not know the language "{voice}".')
    end = text.rstrip()[-1:]
    return said + (end if end in ".!?,;:" else ".")


def _cuts(utterance: Utterance) -> list[int]:
    """Numbers of the words that begin a new piece."""
    words = utterance.words
    cuts: list[int] = []
    begin = 0
    for number in range(1, len(words)):
        too_long = words[number].last - words[begin].first > MOST_UNITS
        changed = words[number].prosody != words[number - 1].prosody
        if too_long or changed or _asked(utterance, number):
            cuts.append(number)
            begin = number
    return cuts


def _asked(utterance: Utterance, number: int) -> int:
    """Milliseconds of the pauses that somebody has asked for before a word."""
    between = range(utterance.words[number - 1].last, utterance.words[number].first)
    return sum(utterance.pause_ms[place] or 0 for place in between)


def _signs(utterance: Utterance, begin: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the words from ``begin`` to before ``end``, and the sign that stands behind each."""
    words = utterance.words
    for number in range(begin, end):
        if number + 1 == len(words):
            yield number, _ENDS[utterance.mode]
            continue
        between = utterance.units[words[number].last : words[number + 1].first]
        yield number, next((_SIGNS[unit] for unit in between if unit in _SIGNS), "")


def _written(utterance: Utterance, begin: int, end: int) -> str:
    signs = _signs(utterance, begin, end)
    return " ".join(utterance.words[number].text + sign for number, sign in signs)


def _spelt(utterance: Utterance, begin: int, end: int) -> str:
    parts = []
    for number, sign in _signs(utterance, begin, end):
        word = utterance.words[number]
        units = [unit for unit in utterance.units[word.first : word.last] if unit not in PAUSES]
        parts.append(ipa_of(units) + sign)
    return " ".join(parts)
