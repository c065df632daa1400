"""What is told about a voice, in words: pure functions for the Voices area."""

from __future__ import annotations

import calendar
import time
import unicodedata
from collections.abc import Mapping
from typing import Any

from syrinx.app.translation import told, tr
from syrinx.app.voices import Voice, VoiceStorage, VoiceVersion

LONGEST = 300
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
    words = ["Effect" if voice.kind == "effect" else "Neural voice"]
    if voice.adapter is not None:
        words.append("fine-tuned")
    words.append("comes with Syrinx" if voice.shipped else "your own")
    return ", ".join(words)


def foot_line(voice: Voice) -> str:
    """Say in a few words what a card has room for."""
    if voice.kind == "effect":
        return "Effect"
    words = ["Your voice" if not voice.shipped else "Built in"]
    if voice.adapter is not None:
        words.append("fine-tuned")
    if voice.seconds is not None and not voice.shipped:
        words.append(duration(voice.seconds))
    return " \N{MIDDLE DOT} ".join(words)


def made_rows(voice: Voice) -> list[tuple[str, str]]:
    """Return how it was made: pairs of a name and a text.

    What the user can change stands elsewhere, and is here for built-in voices only.
    """
    rows = []
    if voice.shipped:
        rows.append(("Tags", clean(", ".join(voice.tags))))
        rows.append(("Language", voice.language))
    if voice.seconds is None or not voice.description.startswith("made from"):
        rows.append(("Description", clean(voice.description)))
    if voice.seconds is not None:
        rows.append(("Made from", f"{duration(voice.seconds)} of speech"))
    rows.append(("Made on", moment(voice.created)))
    if voice.f0_median_hz is not None:
        rows.append(("Mean pitch", f"{voice.f0_median_hz:.0f} Hz"))
    rows.append(("Licence", clean(voice.licence)))
    rows.append(("From", clean(voice.attribution)))
    rows.append(("Made with", provenance(voice.provenance)))
    return [(name, text) for name, text in rows if text]


def provenance(values: Mapping[str, Any]) -> str:
    """Return the single values of a provenance in one text."""
    parts = []
    for name, value in list(values.items())[:12]:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            continue
        shown = f"{value:.3g}" if isinstance(value, float) else str(value)
        parts.append(f"{clean(str(name), longest=30).replace('_', ' ')} {clean(shown, longest=40)}")
    return ", ".join(parts)


def consent_lines(voice: Voice) -> list[str]:
    """Say who agreed, when and how, and to which words."""
    if voice.shipped:
        return []
    record = voice.consent_record
    if record is None:
        return [clean(voice.consent or "")]
    lines = [tr("{sentence}.", sentence=told(clean(record.sentence())))]
    lines.append(f"\N{LEFT DOUBLE QUOTATION MARK}{clean(record.statement, longest=600)}"
                 "\N{RIGHT DOUBLE QUOTATION MARK}")  # fmt: skip
    return lines


def version_lines(version: VoiceVersion) -> tuple[str, str]:
    """Return what an earlier version was, and until when."""
    words = [clean(version.voice.description, longest=80)]
    if not words[0] and version.voice.seconds is not None:
        words[0] = f"made from {duration(version.voice.seconds)} of speech"
    if version.fine_tuned:
        words.append("fine-tuned")
    text = ", ".join(word for word in words if word) or "earlier version"
    return text[:1].upper() + text[1:], f"until {moment(version.replaced)}"


def storage_line(storage: VoiceStorage) -> str:
    """Say what a voice takes, and its parts."""
    parts = [
        ("profile", storage.profile),
        ("picture and consent", storage.files),
        ("earlier versions", storage.versions),
    ]
    listed = ", ".join(f"{name} {size(count)}" for name, count in parts if count)
    return f"{size(storage.total)} ({listed})" if listed else size(0)


def removal_text(voice: Voice, versions: int, storage: VoiceStorage) -> str:
    """Say what is deleted with a voice."""
    parts = ["its profile"]
    if voice.picture is not None:
        parts.append("its picture")
    if voice.consent_record is not None and voice.consent_record.how == "recorded":
        parts.append("the recording of the consent")
    if versions:
        parts.append("1 earlier version" if versions == 1 else f"{versions} earlier versions")
    listed = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
    verb = "is" if len(parts) == 1 else "are"
    return (
        f"{listed[:1].upper()}{listed[1:]} ({size(storage.total)}) {verb} deleted from this "
        "computer. This cannot be undone. Files that you exported are not touched."
    )


def size(count: int) -> str:
    """Write a number of bytes."""
    if count >= 100_000:
        return f"{count / 1e6:.1f} MB"
    return f"{count / 1e3:.0f} kB" if count >= 1000 else f"{count} bytes"


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
