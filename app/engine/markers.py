"""Markers of a recording, and the label track beside it that Audacity and others read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from syrinx.app.files import replacing

LONGEST_LABEL = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A place in a recording.

    Attributes
    ----------
    sample
        Of the file, from 0.
    label
        One line.
    """

    sample: int
    label: str


def one_line(text: str) -> str:
    """Return a label without what would break its line: tabs, line ends, control characters."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(plain.split())[:LONGEST_LABEL]


def labels_path(recording: Path) -> Path:
    """Return where the markers of ``recording`` are written."""
    return recording.with_name(recording.name + ".labels.txt")


def write_labels(recording: Path, markers: Iterable[Marker], *, sample_rate: int) -> None:
    """Write all markers beside the recording, wholly or not at all.

    One line a marker: start and end in s (they are equal) and the label, divided by tabs. This is
    Audacity's label track (File > Import > Labels).

    Raises
    ------
    SyrinxError
        The folder cannot be written.
    """
    lines = []
    for marker in markers:
        time = f"{marker.sample / sample_rate:.6f}"
        lines.append(f"{time}\t{time}\t{marker.label}\n")
    with replacing(labels_path(recording)) as temporary:
        temporary.write_text("".join(lines), encoding="utf-8", newline="\n")


def read_labels(recording: Path) -> list[tuple[float, str]]:
    """Return times in s and labels beside a recording; none when there is no such file."""
    try:
        text = labels_path(recording).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return []
    found = []
    for line in text.splitlines():
        start, _, rest = line.partition("\t")
        try:
            found.append((float(start), rest.partition("\t")[2]))
        except ValueError:
            continue
    return found
