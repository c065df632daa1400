"""What is told about a voice, in words: pure functions for the Voices area."""

from __future__ import annotations

import calendar
import time
import unicodedata
from collections.abc import Mapping
from typing import Any

from syrinx.app.translation import mark, told, tr
from syrinx.app.viewmodels.voice_words import description_text, listed, tags_text
from syrinx.app.voices import Voice, VoiceStorage, VoiceVersion

LONGEST = 300
_INVENTED = mark("invented with Syrinx")
_KNOWN_VALUES = frozenset((mark("takes"), mark("similarity"), mark("similarity averaged")))
"""What the wizard writes into the provenance of a voice."""
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str, *, longest: int = LONGEST) -> str:
    """Return a text from a voice file as one line without control characters, not too long."""
    plain = "".join(
        " " if unicodedata.category(c) in ("Cc", "Cs") or c in _TURNING else c
        for c in text[: 4 * longest]
    )
    line = " ".join(plain.split())
    return line if len(line) <= longest else line[: longest - 1] + "\N{HORIZONTAL ELLIPSIS}"


def kind_line(voice: Voice) -> str:
    """Say what it is and whose, as "Neural voice, fine-tuned, your own"."""
    words = [tr("Effect") if voice.kind == "effect" else tr("Neural voice")]
    if voice.adapter is not None:
        words.append(tr("fine-tuned"))
    words.append(tr("comes with Syrinx") if voice.shipped else tr("your own"))
    return listed(words)


def foot_line(voice: Voice) -> str:
    """Say in a few words what a card has room for."""
    if voice.kind == "effect":
        return tr("Effect")
    words = [tr("Built in") if voice.shipped else tr("Your voice")]
    if voice.adapter is not None:
        words.append(tr("fine-tuned"))
    if voice.seconds is not None and not voice.shipped:
        words.append(duration(voice.seconds))
    return " \N{MIDDLE DOT} ".join(words)


def made_rows(voice: Voice) -> list[tuple[str, str]]:
    """Return how it was made: pairs of a name and a text.

    What the user can change stands elsewhere, and is here for built-in voices only.
    """
    rows = []
    if voice.shipped:
        rows.append((tr("Tags"), clean(tags_text(voice.tags))))
        rows.append((tr("Language"), voice.language))
    if voice.seconds is None or not voice.description.startswith("made from"):
        rows.append((tr("Description"), clean(description_text(voice))))
    if voice.seconds is not None:
        text = tr("{duration} of speech", duration=duration(voice.seconds))
        rows.append((tr("Made from"), text))
    rows.append((tr("Made on"), moment(voice.created)))
    if voice.f0_median_hz is not None:
        rows.append((tr("Mean pitch"), f"{voice.f0_median_hz:.0f} Hz"))
    rows.append((tr("Licence"), clean(voice.licence)))
    source = voice.attribution
    rows.append((tr("From"), tr(_INVENTED) if source == _INVENTED else clean(source)))
    rows.append((tr("Made with"), provenance(voice.provenance)))
    return [(name, text) for name, text in rows if text]


def provenance(values: Mapping[str, Any]) -> str:
    """Return the single values of a provenance in one text."""
    parts = []
    for name, value in list(values.items())[:12]:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            continue
        shown = f"{value:.3g}" if isinstance(value, float) else str(value)
        words = clean(str(name), longest=30).replace("_", " ")
        known = tr(words) if words in _KNOWN_VALUES else words
        parts.append(f"{known} {clean(shown, longest=40)}")
    return listed(parts)


def consent_lines(voice: Voice) -> list[str]:
    """Say who agreed, when and how, and to which words."""
    if voice.shipped:
        return []
    record = voice.consent_record
    if record is None:
        return [told(clean(voice.consent or ""))]
    # What somebody read aloud is quoted as it was read; what is stated has the program's words.
    said = record.statement if record.how == "recorded" else told(record.statement)
    agreed = tr("{sentence}.", sentence=told(clean(record.sentence())))
    return [agreed, tr("“{name}”", name=clean(said, longest=600))]


def version_lines(version: VoiceVersion) -> tuple[str, str]:
    """Return what an earlier version was, and until when."""
    words = [clean(description_text(version.voice), longest=80)]
    if not words[0] and version.voice.seconds is not None:
        words[0] = tr("made from {duration} of speech", duration=duration(version.voice.seconds))
    if version.fine_tuned:
        words.append(tr("fine-tuned"))
    text = listed(word for word in words if word) or tr("earlier version")
    return text[:1].upper() + text[1:], tr("until {moment}", moment=moment(version.replaced))


def storage_line(storage: VoiceStorage) -> str:
    """Say what a voice takes, and its parts."""
    parts = [
        (tr("profile"), storage.profile),
        (tr("picture and consent"), storage.files),
        (tr("earlier versions"), storage.versions),
    ]
    told_parts = listed(f"{name} {size(count)}" for name, count in parts if count)
    if not told_parts:
        return size(0)
    return tr("{size} ({parts})", size=size(storage.total), parts=told_parts)


def removal_text(voice: Voice, versions: int, storage: VoiceStorage) -> str:
    """Say what is deleted with a voice."""
    parts = [tr("its profile")]
    if voice.picture is not None:
        parts.append(tr("its picture"))
    if voice.consent_record is not None and voice.consent_record.how == "recorded":
        parts.append(tr("the recording of the consent"))
    if versions:
        several = tr("{n} earlier versions", n=versions)
        parts.append(tr("1 earlier version") if versions == 1 else several)
    if len(parts) == 1:
        text = mark(
            "{parts} ({size}) is deleted from this computer. This cannot be undone. Files that "
            "you exported are not touched."
        )
        named = parts[0]
    else:
        text = mark(
            "{parts} ({size}) are deleted from this computer. This cannot be undone. Files that "
            "you exported are not touched."
        )
        named = tr("{parts} and {last}", parts=listed(parts[:-1]), last=parts[-1])
    return tr(text, parts=named[:1].upper() + named[1:], size=size(storage.total))


def size(count: int) -> str:
    """Write a number of bytes."""
    if count >= 100_000:
        return f"{count / 1e6:.1f} MB"
    return f"{count / 1e3:.0f} kB" if count >= 1000 else tr("{count} bytes", count=count)


def duration(seconds: float) -> str:
    """Write a length in time: "42 s", "3 min 5 s"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min" + (f" {rest} s" if rest else "")


def moment(text: str) -> str:
    """Write a UTC time in ISO 8601 as local date and time; "" when it is none."""
    try:
        seconds = calendar.timegm(time.strptime(text, "%Y-%m-%dT%H:%M:%SZ"))
        return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds))
    except (ValueError, OverflowError, OSError):
        return ""
