"""Where the transcripts of many recordings go: a name for each, none twice."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from syrinx.app.files import reason
from syrinx.app.transcription.found import found_files
from syrinx.dsp.errors import SyrinxError


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A recording, and the file that its transcript goes to."""

    source: Path
    target: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be done, and sentences about inputs in which there is nothing to do."""

    jobs: tuple[Job, ...]
    missed: tuple[str, ...]


def plan(inputs: Sequence[Path], folder: Path | None, kind: str) -> Plan:
    """Pair every recording with the file of its transcript.

    ``take.wav`` becomes ``take.srt``. Where two of them would become one, the later one keeps its
    ending (``take.flac.srt``), else it gets a number. What is found in a folder stands in the same
    folders below ``folder``.

    Parameters
    ----------
    inputs
        Files, tried whatever they are called, and folders, of which sound files are taken.
    folder
        Where the transcripts go; None = beside the recordings.
    kind
        Ending of the transcripts, as "srt".

    Raises
    ------
    SyrinxError
        A folder holds too many files.
    """
    jobs: list[Job] = []
    missed: list[str] = []
    taken: set[str] = set()
    done: set[Path] = set()
    sources = {_key(path) for path in inputs}
    for given in inputs:
        found = list(found_files([given])) if os.path.isdir(given) else [given]
        if not found:
            missed.append(_why_nothing(given))
        for source in found:
            place = source.absolute()
            if place in done:  # named twice, or by its folder, too
                continue
            done.add(place)
            below = source.parent
            if folder is not None:
                below = (
                    folder / source.parent.relative_to(given) if os.path.isdir(given) else folder
                )
            target = _free(below, source, kind, taken | sources)
            taken.add(_key(target))
            jobs.append(Job(source=source, target=target))
    return Plan(jobs=tuple(jobs), missed=tuple(missed))


def make_folders(jobs: Iterable[Job]) -> None:
    """Make the folders that the transcripts go to.

    Raises
    ------
    SyrinxError
        One cannot be made.
    """
    for folder in sorted({job.target.parent for job in jobs}):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SyrinxError(f"Cannot make the folder {folder}: {reason(error)}.") from error


def _why_nothing(folder: Path) -> str:
    try:
        os.scandir(folder).close()
    except OSError as error:
        return f"Cannot read the folder {folder}: {reason(error)}."
    return f"There is no sound file in the folder {folder}."


def _free(folder: Path, source: Path, kind: str, taken: set[str]) -> Path:
    names = [f"{source.stem}.{kind}", f"{source.name}.{kind}"]
    for name in names:
        if _key(folder / name) not in taken:
            return folder / name
    number = 2
    while _key(folder / f"{source.stem} ({number}).{kind}") in taken:
        number += 1
    return folder / f"{source.stem} ({number}).{kind}"


def _key(path: Path) -> str:
    """One name for one place, also where case does not count."""
    return os.path.abspath(path).casefold()
