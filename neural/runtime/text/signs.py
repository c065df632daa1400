"""Signs that are said, signs that make a pause, emoji, and characters of other scripts."""

from __future__ import annotations

import re
import unicodedata

from syrinx.neural.runtime.text.spoken import Around, Found, found

SAID = {
    "&": "and", "+": "plus", "=": "equals", "@": "at", "%": "percent", "°": "degrees", "×": "times",
    "÷": "divided by", "±": "plus or minus", "≈": "approximately", "≠": "not equal to",
    "≤": "less than or equal to", "≥": "greater than or equal to", "√": "square root of",
    "∞": "infinity", "§": "section", "©": "copyright", "$": "dollars", "£": "pounds",
    "€": "euros", "¥": "yen", "№": "number", "µ": "micro", "²": "squared", "³": "cubed",
    "‰": "per mille", "℃": "degrees celsius", "℉": "degrees fahrenheit", "∑": "sum",
    "∫": "integral",
    "∂": "partial", "∈": "in", "∅": "empty set", "≡": "is identical to", "½": "one half",
    "¼": "one quarter",
}  # fmt: skip
BREAKS = {
    ",": ",", ";": ";", ":": ";", "—": ";", "–": ";", ".": ".", "!": ".", "?": ".", "(": ",",
    ")": ",", "[": ",", "]": ",", "{": ",", "}": ",", "|": ",", "•": ";", "¿": "", "¡": "",
    "。": ".", "，": ",", "、": ",", "！": ".", "？": ".", "；": ";", "：": ";", "（": ",",
    "）": ",",
    "《": "", "》": "", "「": "", "」": "", "…": ".", "‣": ";", "·": "",
}  # fmt: skip
"""Sign -> the pause it makes; empty: none, but the words are apart."""
_GREEK = re.compile(r"GREEK (?:SMALL|CAPITAL) LETTER (?:FINAL )?([A-Z]+)$")
_MARKS = re.compile(r"[!?.]{1,200}|-{2,200}|[,;:—–()\[\]{}|•¿¡。，、！？；：（）《》「」…‣·]")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,15}\s?/?>")
_MODIFIERS = frozenset("\ufe0e\ufe0f\u200d\u20e3")
EMOJI_FIRST = 0x1F000
_OTHER_EMOJI = frozenset(
    "☀☁☂☃☎☑☔☕☘☝☠☢☣☮☯☹☺♀♂♥♦♣♠♻♿⚓⚔⚖⚙⚠⚡⚽⚾⛄⛅⛔⛪⛵⛽✂✅✈✉✊✋✌✍✏✔✖✝✡✨❄❌❓❗❤➡⬅⬆⬇⭐⭕〰㊗⌚⌛⏰⏳▶◀☑"
)
_NICER = {
    "face with tears of joy": "tears of joy", "heavy black heart": "heart", "red heart": "heart",
    "thumbs up sign": "thumbs up", "thumbs down sign": "thumbs down",
    "smiling face with open mouth": "smiley", "white smiling face": "smiley",
    "white heavy check mark": "check mark", "heavy check mark": "check mark",
    "person with folded hands": "folded hands", "black sun with rays": "sun",
    "hundred points symbol": "one hundred", "white medium star": "star",
}  # fmt: skip


def mark(text: str, at: int, around: Around) -> Found | None:
    """Punctuation: one pause, however often it is repeated."""
    match = _MARKS.match(text, at)
    if not match:
        return None
    sign = match[0][0]
    if match[0].startswith("--"):
        return found([";"], at, match.end())
    if match[0].startswith("..") and "?" not in match[0] and "!" not in match[0]:
        return found([";" if text[match.end() : match.end() + 2].strip() else "."], at, match.end())
    pause = BREAKS[sign]
    if pause == "." and re.match(r"[\"')\]]{0,3}\s{1,3}[a-z]", text[match.end() : match.end() + 8]):
        pause = ","  # "Hello!" he said
    return found([pause] if pause else [], at, match.end())


def dash(text: str, at: int, around: Around) -> Found | None:
    """A hyphen between blanks is a dash; one between words is nothing."""
    if text[at] != "-":
        return None
    apart = (at == 0 or text[at - 1].isspace()) and text[at + 1 : at + 2].isspace()
    return found([";"] if apart and around.before else [], at, at + 1)


def sign(text: str, at: int, around: Around) -> Found | None:
    """Signs with a name. Whether one is said may depend on what stands around it."""
    char = text[at]
    after = text[at + 1 : at + 2]
    previous = text[at - 1] if at else " "
    if char == "#" and after.isdecimal():
        return found(["number"], at, at + 1)
    tag = _TAG.match(text, at) if char == "<" else None
    if tag:
        return found([], at, tag.end())
    if char in "<>":
        between = text[at + 1 : at + 20].lstrip(" =")[:1].isalnum() and around.before not in (
            "",
            ",",
            ".",
        )
        less = "less" if char == "<" else "greater"
        if between and after == "=":
            return found([less, "than", "or", "equal", "to"], at, at + 2)
        return found([less, "than"] if between and not after.isalpha() else [], at, at + 1)
    if char == "~":
        return found(["about"] if after.isdecimal() else [], at, at + 1)
    if char == "^":
        return found(["to", "the", "power", "of"] if after.isalnum() else [], at, at + 1)
    if char == "*":
        digits = previous.isdecimal() or (previous == " " and around.before)
        times = digits and text[at + 1 : at + 3].strip()[:1].isdecimal()
        return found(["times"] if times else [], at, at + 1)
    if char == "/":
        words: list[str] = ["slash"] if previous.isdecimal() and after.isdecimal() else []
        if previous.isspace() and after.isspace() and around.before:
            words = ["divided", "by"] if text[at + 2 : at + 3].isdecimal() else ["slash"]
        return found(words, at, at + 1)
    if char == "+" and after == "+":
        return found(["plus", "plus"], at, at + 2)
    if char == "=" and after == "=":
        end = at
        while end < len(text) and text[end] == "=":
            end += 1
        return found(["equals"] if end - at == 2 else [], at, end)
    if char == "$" and not (previous.isspace() or previous.isdecimal()):
        return found([], at, at + 1)
    if char in SAID:
        return found(SAID[char].split(), at, at + 1)
    return None


def emoji(text: str, at: int, around: Around) -> Found | None:
    """The name of an emoji; the same one many times over is said once."""
    char = text[at]
    if not is_emoji(char):
        return None
    end = at + 1
    names: list[str] = []
    while end <= len(text):
        name = _emoji_name(text[end - 1])
        if name and name not in names and len(names) < 3:
            names.append(name)
        if end < len(text) and (is_emoji(text[end]) or text[end] in _MODIFIERS):
            end += 1
        else:
            break
    words = [w for name in names for w in (*name.split(), "|")]
    return found([",", *words[:-1], ","] if words else [], at, end)


def is_emoji(char: str) -> bool:
    """Whether a character is a picture."""
    return (ord(char) >= EMOJI_FIRST and unicodedata.category(char) in ("So", "Sk", "Cn")) or (
        char in _OTHER_EMOJI
    )


def _emoji_name(char: str) -> str:
    if 0x1F3FB <= ord(char) <= 0x1F3FF or char in _MODIFIERS:
        return ""  # colour of the skin
    if 0x1F1E6 <= ord(char) <= 0x1F1FF:
        return "flag"
    name = unicodedata.name(char, "").lower().replace("-", " ")
    name = _NICER.get(name, name)
    name = re.sub(r"\b(?:sign|symbol|emoji|black|white|heavy|medium)\b", "", name)
    words = re.sub("[^a-z ]", " ", name).split()[:5]
    while words and words[-1] in ("and", "with", "of"):
        words.pop()
    return " ".join(words)


def letter_of_other_script(char: str) -> tuple[str, ...] | None:
    """The name of a Greek letter; None: nothing that could be said."""
    match = _GREEK.match(unicodedata.name(char, ""))
    if match is None:
        return None
    name = {"lamda": "lambda"}.get(match[1].lower(), match[1].lower())
    return (name,)


def script_of(char: str) -> str:
    """Name of the script of a letter, for a notice: "Cyrillic"."""
    name = unicodedata.name(char, "unknown")
    return name.split()[0].capitalize()
