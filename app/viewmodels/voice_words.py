"""What the voices that Syrinx makes say of themselves, in the language of the window.

A voice keeps its tags and its description in English, as data: they are searched, exported and
edited. Here the words are known that Syrinx itself writes there; what a user wrote stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from syrinx.app.translation import mark, told, tr
from syrinx.app.voices import Voice

TAGS = frozenset(
    (
        mark("English"),
        mark("German"),
        mark("alien"),
        mark("androgynous"),
        mark("band"),
        mark("big"),
        mark("breath"),
        mark("bright"),
        mark("bubbles"),
        mark("call"),
        mark("cartoon"),
        mark("child"),
        mark("chorus"),
        mark("dark"),
        mark("deep"),
        mark("demon"),
        mark("designed"),
        mark("distortion"),
        mark("double"),
        mark("echo"),
        mark("fantasy"),
        mark("female"),
        mark("funny"),
        mark("high"),
        mark("horror"),
        mark("invented"),
        mark("kid"),
        mark("light"),
        mark("loudspeaker"),
        mark("low"),
        mark("machine"),
        mark("male"),
        mark("many"),
        mark("military"),
        mark("modulated"),
        mark("monotone"),
        mark("muffled"),
        mark("music"),
        mark("old"),
        mark("own"),
        mark("phone"),
        mark("quiet"),
        mark("reverb"),
        mark("room"),
        mark("sci-fi"),
        mark("sea"),
        mark("secret"),
        mark("space"),
        mark("strange"),
        mark("studio"),
        mark("synth"),
        mark("vintage"),
        mark("vocoder"),
        mark("walkie-talkie"),
        mark("warm"),
        mark("wow"),
        mark("young"),
    )
)
"""Of the voices that come with Syrinx, and of those it invents and mixes."""
DESCRIPTIONS = frozenset(
    (
        mark("a child who does not exist"),
        mark("calm, a little dry; a woman from the US"),
        mark("clear and bright, a man who does not exist"),
        mark("clear and bright, a woman who does not exist"),
        mark("clear and even; a woman from Germany"),
        mark("clear and firm; a woman from Britain"),
        mark("deep and dark, a grown man who does not exist"),
        mark("deep and plain; a man from Britain"),
        mark("high and light"),
        mark("high and young, a woman who does not exist"),
        mark("light and young, a man who does not exist"),
        mark("lively, rather high"),
        mark("low and firm"),
        mark("middle, lively"),
        mark("neither man nor woman, nobody at all"),
        mark("unhurried, middle-low"),
        mark("very low"),
        mark("warm and dark, a woman who does not exist"),
        mark("young and bright; a woman from England"),
    )
)
"""Of the neural voices that come with Syrinx; those of the effects are sentences."""
_WORDS = frozenset((mark("youthful"), mark("dark"), mark("bright"), mark("smooth"), mark("rough")))
_INVENTED = {
    "a child's voice": mark("a child's voice at {hz} Hz, invented"),
    "a woman's voice": mark("a woman's voice at {hz} Hz, invented"),
    "a man's voice": mark("a man's voice at {hz} Hz, invented"),
    "neither man's nor woman's": mark("neither man's nor woman's at {hz} Hz, invented"),
}
_INVENTED_FORM = re.compile(r"(?:(.*), )?([^,]+) at (\d+) Hz, invented")
_MADE_FORM = re.compile(r"made from (\d+) s of speech")


def listed(texts: Iterable[str]) -> str:
    """Put texts behind each other, with what the language writes between them."""
    return tr(", ").join(texts)


def tag_text(tag: str) -> str:
    """Return a tag as it is shown."""
    return tr(tag) if tag in TAGS else tag


def tags_text(tags: Iterable[str]) -> str:
    """Return tags as they are shown, behind each other."""
    return listed(map(tag_text, tags))


def description_text(voice: Voice) -> str:
    """Return the description of a voice as it is shown."""
    text = voice.description
    if text in DESCRIPTIONS:
        return tr(text)
    made = _MADE_FORM.fullmatch(text)
    if made is not None:
        return tr("made from {seconds} s of speech", seconds=made[1])
    found = _INVENTED_FORM.fullmatch(text)
    if found is not None and found[2] in _INVENTED:
        words = found[1].split(", ") if found[1] else []
        if _WORDS.issuperset(words):
            return listed([*map(tr, words), tr(_INVENTED[found[2]], hz=found[3])])
    return told(text)
