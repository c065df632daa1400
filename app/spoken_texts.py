"""Files that are to be spoken: plain text, Markdown, SSML, and subtitles with their times."""

from __future__ import annotations

import codecs
import dataclasses
from pathlib import Path
from typing import Literal

from syrinx.app.files import reason
from syrinx.app.transcription.formats import read_subtitles
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.ssml import is_ssml

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".srt", ".vtt", ".ssml", ".xml")
MOST_BYTES = 50_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SpokenText:
    """A text, its form for `TextFrontEnd.utterances`, and when it is to be spoken.

    ``start_s`` and ``end_s`` are None for texts without times; ``speaker`` is a number of a
    subtitle's voice tag.
    """

    text: str
    form: Literal["plain", "markdown", "ssml"] = "plain"
    start_s: float | None = None
    end_s: float | None = None
    speaker: int | None = None


def read_spoken_text(path: Path) -> list[SpokenText]:
    """Read a file: one part, or one per subtitle.

    Raises
    ------
    SyrinxError
        If the file cannot be read, is too large or no text, or has no subtitles in it.
    """
    text = _decoded(path)
    suffix = path.suffix.lower()
    if suffix in (".srt", ".vtt"):
        return [
            SpokenText(
                text=" ".join(cue.lines), start_s=cue.start_s, end_s=cue.end_s, speaker=cue.speaker
            )
            for cue in read_subtitles(text)
        ]
    if suffix in (".md", ".markdown"):
        return [SpokenText(text=text, form="markdown")]
    if suffix in (".ssml", ".xml") or is_ssml(text):
        return [SpokenText(text=text, form="ssml")]
    return [SpokenText(text=text)]


def _decoded(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SyrinxError(
                f"{path} has more than {MOST_BYTES // 1_000_000} MB: cut it into several files."
            )
        content = path.read_bytes()
    except OSError as error:
        raise SyrinxError(f"{path} cannot be read ({reason(error)}).") from error
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    if b"\x00" in content[:4000]:
        raise SyrinxError(f"{path} is no text: only text can be spoken.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
