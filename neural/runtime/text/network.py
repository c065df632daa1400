"""Addresses of the network, file names, versions, telephone numbers, hashtags."""

from __future__ import annotations

import re

from syrinx.neural.runtime.text.listing import listed
from syrinx.neural.runtime.text.numbers import cardinal, digits, number, pairs
from syrinx.neural.runtime.text.spoken import Around, Found, found

_DOMAIN_END = (
    "com|org|net|edu|gov|io|ai|uk|de|fr|cn|jp|co|us|eu|info|dev|app|tv|me|ca|au|nl|ch|at|it|es|se"
    "|no|dk|fi|pl|ru|in|br|int|mil|biz|gg|xyz|example"
)
_URL = re.compile(
    r"(?:[a-z][a-z0-9+.]{1,8}://[^\s<>\"']{1,2000}"
    r"|www\.[^\s<>\"']{1,2000}"
    rf"|(?:[a-z0-9-]{{1,63}}\.){{1,6}}(?:{_DOMAIN_END})(?![\w.]*@)(?:[:/][^\s<>\"']{{0,2000}})?(?![\w-]))",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?!\w)")
_FILE = re.compile(
    r"(?:[\w-]{1,80}[./\\]){0,20}[\w-]{1,80}\.(txt|pdf|docx?|xlsx?|pptx?|csv|tsv|json|xml|ya?ml|toml|html?"
    r"|css|js|ts|py|rb|rs|go|c|h|cpp|java|sh|exe|dll|so|zip|gz|tar|rar|7z|png|jpe?g|gif|svg|bmp|webp"
    r"|wav|mp3|mp4|ogg|flac|opus|avi|mkv|mov|srt|vtt|md|log|ini|cfg|conf|bak|iso|onnx|npz)(?![\w.]*\w)"
)
_PATH = re.compile(r"(?:[A-Za-z]:\\|~?/|\.{1,2}/)(?:[\w.~-]{1,80}[/\\]?){1,30}")
_HASHTAG = re.compile(r"#([A-Za-z_]\w{0,80})")
_HANDLE = re.compile(r"@(\w{1,60})")
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?(?![\w.]\d)")
_VERSION = re.compile(r"[vV]?\d{1,5}(?:\.\d{1,5}){2,5}(?![\d.]*\d)|[vV]\d{1,5}(?:\.\d{1,5})?(?!\w)")
_PHONE = re.compile(
    r"(?:\+(\d{1,3})[\s.-]?)?(?:\((\d{2,5})\)[\s.-]?|(\d{1,5})[\s.-])(\d{2,4})[\s.-](\d{2,4})"
    r"(?:[\s.-](\d{2,5}))?(?![\d-])(?!\.\d)"
)
_LONG_PHONE = re.compile(r"\+\d{7,15}(?!\d)")
_SIGNS = {
    ".": "dot", "/": "slash", ":": "colon", "-": "dash", "_": "underscore", "@": "at",
    "?": "question mark", "=": "equals", "&": "and", "#": "hash", "%": "percent", "+": "plus",
    "~": "tilde", "\\": "backslash", "*": "star", ",": "comma", ";": "semicolon",
}  # fmt: skip
_BY_LETTER = frozenset(
    listed(
        "www http https ftp html htm xml json css js ts py rb rs cpp exe dll pdf csv tsv png jpg"
        " jpeg"
        " svg bmp mp wav ogg mkv srt vtt md cfg npz uk us de fr cn jp io ai eu tv ssh php sql"
        " url api"
        " id ip usb cd dvd ftp"
    )
)
_WHOLE = frozenset(listed("com org net edu gov info dev app zip tar doc docx log iso"))
_RUN = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]|\d+|[^\w\s]|_|\s+|[^\W\d_]+", re.ASCII)


def spelt(text: str) -> list[str]:
    """An address or a name of a file, part by part, signs by their names."""
    out: list[str] = []
    for part in _RUN.findall(text):
        low = part.lower()
        if part.isdecimal():
            out += digits(part) if len(part) > 4 or part[0] == "0" else number(part)
        elif not part.isascii():
            out.append(low)
        elif part.isalpha():
            vowels = re.search("[aeiouy]", low)
            if low in _WHOLE:
                out.append(low)
            elif low in _BY_LETTER or len(low) == 1 or (not vowels and len(low) <= 5):
                out += list(low.upper())
            else:
                out.append(low)
        elif part in _SIGNS:
            out += _SIGNS[part].split()
    return out


def address(text: str, at: int, around: Around) -> Found | None:
    """A URL, an address of mail, a path or a file."""
    match = _MAIL.match(text, at)
    if match:
        return found(spelt(match[0]), at, match.end())
    match = _URL.match(text, at)
    if match:
        said = match[0].rstrip(".,;:!?)]}'")
        whole = said
        for start in ("https://", "http://", "ftp://"):
            if whole.lower().startswith(start) and len(whole) > len(start):
                whole = whole[len(start) :]  # nobody says it
        return found(spelt(whole.rstrip("/")), at, at + len(said))
    match = _FILE.match(text, at)
    if match:
        return found(spelt(match[0]), at, match.end())
    match = _PATH.match(text, at)
    if match and (match[0].count("/") + match[0].count("\\") >= 2 or ":" in match[0]):
        said = match[0].rstrip(".,;:")
        return found(spelt(said), at, at + len(said))
    return None


def tag(text: str, at: int, around: Around) -> Found | None:
    """#SomeTag and @somebody."""
    match = _HASHTAG.match(text, at)
    if match:
        return found(["hashtag", *spelt(match[1])], at, match.end())
    match = _HANDLE.match(text, at)
    if match:
        return found(["at", *spelt(match[1])], at, match.end())
    return None


def telephone(text: str, at: int, around: Around) -> Found | None:
    """Telephone numbers, IP addresses, versions: digit by digit, or dot by dot."""
    match = _IP.match(text, at)
    if match:
        words: list[str] = []
        for part in re.split(r"([.:])", match[0]):
            words += [_SIGNS[part]] if part in ".:" else number(part)
        return found(words, at, match.end())
    match = _VERSION.match(text, at)
    if match:
        words = ["version"] if match[0][0] in "vV" else []
        for i, part in enumerate(match[0].lstrip("vV").split(".")):
            words += [*(["point"] if i else []), *number(part)]
        return found(words, at, match.end())
    match = _PHONE.match(text, at)
    if match and _is_phone(match):
        return found(phone_words(match[0]), at, match.end())
    match = _LONG_PHONE.match(text, at)
    if match:
        return found(phone_words(match[0]), at, match.end())
    return None


def _is_phone(match: re.Match[str]) -> bool:
    plain = re.sub(r"\D", "", match[0])
    if not 7 <= len(plain) <= 15:
        return False
    if match[1] or match[2]:
        return True
    # 555-123-4567 and 020 7946 0958; not 10-20 30 40 or 1 000 000.
    first = match[3] or ""
    spaced = " " in match[0]
    return (len(first) >= 3 and (not spaced or first[0] == "0")) or (
        first == "1" and not spaced and len(plain) == 11
    )


def phone_words(text: str) -> list[str]:
    """Digits of a telephone number, a short pause between its groups."""
    words: list[str] = ["plus"] if text.startswith("+") else []
    groups = re.findall(r"\d+", text)
    for i, group in enumerate(groups):
        if i:
            words.append("|")
        if group in ("800", "900"):
            words += number(group)
        elif len(group) > 6:
            words += digits(group)
        else:
            words += [
                "oh" if c == "0" and len(groups) > 1 else w
                for c, w in zip(group, digits(group), strict=True)
            ]
    return words


def house_number(text: str) -> list[str]:
    """A number of a room, house or flight: three or four digits in pairs."""
    if len(text) in (3, 4) and text[0] != "0" and not text.endswith("00"):
        return pairs(text)
    return number(text) if len(text) < 5 else digits(text) if text.isdecimal() else cardinal(0)


def characters(text: str) -> list[str]:
    """Every character by its name: letters, digits, signs."""
    out: list[str] = []
    for char in text:
        if char.isascii() and char.isalpha():
            out.append(char.upper())
        elif char.isascii() and char.isdecimal():
            out += digits(char)
        elif char in _SIGNS:
            out += _SIGNS[char].split()
        elif char == " " and out and out[-1] != "|":
            out.append("|")
    return out
