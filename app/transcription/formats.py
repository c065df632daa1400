"""Transcripts as files: TXT, SRT, VTT, JSON and CSV; and subtitles read back.

SRT as players read it (index, ``00:00:01,000 --> 00:00:02,000``, lines, an empty line); WebVTT as
by W3C's recommendation (voice tags for speakers, ``&``, ``<`` and ``>`` escaped).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator

from syrinx.app.transcription.cues import Cue, CueLimits, cues
from syrinx.app.transcription.transcript import Transcript, to_json
from syrinx.dsp.errors import SyrinxError

FORMATS = ("txt", "srt", "vtt", "json", "csv")
PARAGRAPH_S = 2.5
"""A pause so long begins a paragraph in a TXT file."""
_TIME = re.compile(r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})")
_ARROW = re.compile(r"\s*(\S+)\s+-->\s+(\S+)")
_TAG = re.compile(r"<[^>]*>")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")


def write(transcript: Transcript, kind: str, limits: CueLimits | None = None) -> str:
    """Return a transcript as the text of a file.

    Parameters
    ----------
    kind
        One of ``FORMATS``.
    limits
        Of subtitles; None = the usual ones.

    Raises
    ------
    SyrinxError
        The format is none of these.
    """
    writers: dict[str, Callable[[], str]] = {
        "txt": lambda: to_txt(transcript),
        "srt": lambda: to_srt(transcript, limits),
        "vtt": lambda: to_vtt(transcript, limits),
        "json": lambda: to_json(transcript),
        "csv": lambda: to_csv(transcript),
    }
    if kind not in writers:
        raise SyrinxError(f'"{kind}" is no format of transcripts; use {", ".join(FORMATS)}.')
    return writers[kind]()


def to_txt(transcript: Transcript) -> str:
    """Return the bare text: a line a segment, a paragraph after a long pause or at a new turn."""
    lines: list[str] = []
    end_s, speaker = 0.0, None
    for number, segment in enumerate(transcript.segments):
        turn = segment.speaker is not None and segment.speaker != speaker
        if number and (turn or segment.start_s - end_s >= PARAGRAPH_S):
            lines.append("")
        if turn and segment.speaker is not None:
            lines.append(f"{transcript.speaker_name(segment.speaker)}:")
        lines.append(segment.text)
        end_s, speaker = segment.end_s, segment.speaker
    return "\n".join(lines) + "\n" if lines else ""


def to_srt(transcript: Transcript, limits: CueLimits | None = None) -> str:
    """Return SubRip subtitles; a change of the speaker is named."""
    parts, speaker = [], None
    for number, cue in enumerate(cues(transcript, limits), start=1):
        lines = list(cue.lines)
        if cue.speaker is not None and cue.speaker != speaker:
            lines[0] = f"{transcript.speaker_name(cue.speaker)}: {lines[0]}"
        speaker = cue.speaker
        times = f"{_clock(cue.start_s, ',')} --> {_clock(cue.end_s, ',')}"
        parts.append("\n".join([str(number), times, *lines]) + "\n")
    return "\n".join(parts)


def to_vtt(transcript: Transcript, limits: CueLimits | None = None) -> str:
    """Return WebVTT subtitles; speakers stand in voice tags."""
    parts = ["WEBVTT\n"]
    for cue in cues(transcript, limits):
        lines = [_escaped(line) for line in cue.lines]
        if cue.speaker is not None:
            name = _escaped(" ".join(transcript.speaker_name(cue.speaker).split()))
            lines[0] = f"<v {name}>{lines[0]}"
        times = f"{_clock(cue.start_s, '.')} --> {_clock(cue.end_s, '.')}"
        parts.append("\n".join([times, *lines]) + "\n")
    return "\n".join(parts)


def to_csv(transcript: Transcript) -> str:
    """Return a row for each segment: times in s, speaker, text, mean confidence.

    A text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["start_s", "end_s", "speaker", "text", "confidence"])
    for segment in transcript.segments:
        name = "" if segment.speaker is None else transcript.speaker_name(segment.speaker)
        writer.writerow(
            [
                f"{segment.start_s:.3f}",
                f"{segment.end_s:.3f}",
                _harmless(name),
                _harmless(segment.text),
                f"{segment.confidence:.3f}",
            ]
        )
    return table.getvalue()


def read_subtitles(text: str) -> list[Cue]:
    """Read SRT or WebVTT, as tolerantly as players do.

    Times are put in order, marks of style are dropped, cues without text left out.

    Raises
    ------
    SyrinxError
        There is not one cue in it.
    """
    found = sorted(_read_cues(text), key=lambda cue: cue.start_s)
    if not found:
        raise SyrinxError("There are no subtitles in it: it is neither SRT nor WebVTT.")
    return found


def _read_cues(text: str) -> Iterator[Cue]:
    body = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    speakers: dict[str, int] = {}
    for block in re.split(r"\n[ \t]*\n", body):
        lines = block.split("\n")
        for at, line in enumerate(lines):
            arrow = _ARROW.match(line)
            if arrow is None:
                continue
            start_s, end_s = _seconds(arrow[1]), _seconds(arrow[2])
            if start_s is None or end_s is None:
                break
            shown = lines[at + 1 :]
            voice = _VOICE.search(" ".join(shown))
            speaker = None
            if voice is not None:
                speaker = speakers.setdefault(voice[1].strip(), len(speakers))
            plain = tuple(
                words for words in (" ".join(_plain(line).split()) for line in shown) if words
            )
            if plain:
                yield Cue(start_s=start_s, end_s=max(start_s, end_s), lines=plain, speaker=speaker)
            break


def _clock(seconds: float, mark: str) -> str:
    whole = round(seconds * 1000)
    hours, rest = divmod(whole, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}{mark}{rest % 1000:03d}"


def _seconds(text: str) -> float | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds, thousandths = found.groups()
    fraction = float(f"0.{thousandths}")
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + fraction


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plain(text: str) -> str:
    bare = _TAG.sub("", text)
    for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&amp;", "&")):
        bare = bare.replace(name, sign)
    return bare


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
