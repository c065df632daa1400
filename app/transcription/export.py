"""Transcripts written beside their recordings, or into a folder; nothing is overwritten unasked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from dataclasses import replace as changed
from pathlib import Path

from syrinx.app.files import write_atomically
from syrinx.app.transcription.cues import CueLimits
from syrinx.app.transcription.formats import write
from syrinx.app.transcription.transcript import Transcript
from syrinx.dsp.errors import SyrinxError


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A file to be written.

    Attributes
    ----------
    item
        Id of the transcript.
    kind
        One of ``FORMATS``.
    path
        Where to; no two targets have the same.
    taken
        Whether there is such a file.
    """

    item: str
    kind: str
    path: Path
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What an export did: files written, and sentences about those that were not."""

    paths: tuple[Path, ...]
    failed: tuple[str, ...]


def targets(
    items: Sequence[tuple[str, Path]],
    kinds: Sequence[str],
    folder: Path | None,
    *,
    replace: bool = False,
) -> list[Target]:
    """Return where transcripts go: the recording's name with another suffix.

    Parameters
    ----------
    items
        Ids and recordings.
    folder
        None = beside each recording.
    replace
        Whether files that are there are written over; else names that are free are found.
        Two recordings of the same name never write the same file.
    """
    used: set[Path] = set()
    made = []
    for item_id, recording in items:
        for kind in kinds:
            path = (folder or recording.parent) / f"{recording.stem}.{kind}"
            # A recording is never written over, whatever it is called.
            while path in used or (path.exists() and (not replace or path == recording)):
                path = _next(path, recording.stem, kind)
            used.add(path)
            made.append(Target(item=item_id, kind=kind, path=path, taken=path.exists()))
    return made


def taken(items: Sequence[tuple[str, Path]], kinds: Sequence[str], folder: Path | None) -> int:
    """Return how many of the files are there already."""
    return sum(target.taken for target in targets(items, kinds, folder, replace=True))


def export(
    wanted: Sequence[Target],
    read: Callable[[str], Transcript],
    limits: CueLimits,
    name_of: Callable[[Transcript, int], str] = Transcript.speaker_name,
) -> Written:
    """Write the files, each wholly or not at all; what fails does not stop the others.

    Parameters
    ----------
    read
        Gives the transcript of an item; may raise SyrinxError.
    limits
        Of subtitles.
    name_of
        Says what a speaker is called, in the reader's language when he has no name. JSON keeps
        what is known alone.
    """
    paths: list[Path] = []
    failed: list[str] = []
    known: tuple[str, Transcript] | None = None
    for target in wanted:
        try:
            if known is None or known[0] != target.item:
                known = (target.item, read(target.item))
            shown = known[1] if target.kind == "json" else _with_names(known[1], name_of)
            text = write(shown, target.kind, limits)
            # A spreadsheet takes a file without this sign for the system's old code page.
            mark = "\ufeff" if target.kind == "csv" else ""
            write_atomically(target.path, (mark + text).encode("utf-8"))
        except SyrinxError as error:
            if str(error) not in failed:
                failed.append(str(error))
        else:
            paths.append(target.path)
    return Written(paths=tuple(paths), failed=tuple(failed))


def _with_names(transcript: Transcript, name_of: Callable[[Transcript, int], str]) -> Transcript:
    spoken = [segment.speaker for segment in transcript.segments if segment.speaker is not None]
    if not spoken:
        return transcript
    names = tuple(name_of(transcript, number) for number in range(max(spoken) + 1))
    return changed(transcript, speakers=names)


def _next(path: Path, stem: str, kind: str) -> Path:
    inside = path.stem[len(stem) :].strip(" ()")
    number = int(inside) + 1 if inside.isdecimal() else 2
    return path.with_name(f"{stem} ({number}).{kind}")
