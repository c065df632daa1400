"""From an address to an installed model: download, unpack, check, try out."""

from __future__ import annotations

import contextlib
import secrets
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from syrinx.app.transcription.archives import SUFFIXES, unpack
from syrinx.app.transcription.downloads import Download, download
from syrinx.app.transcription.model_store import Copied, Given, InstalledModel, ModelStore
from syrinx.dsp.errors import SyrinxError

Stage = Literal["copying", "downloading", "unpacking", "trying"]
DOWNLOADS = ".downloads"
KEPT_S = 14 * 86_400
"""So long a part of a download waits to be gone on with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How far it is: bytes of so many (None = unknown)."""

    stage: Stage
    done: int
    total: int | None


def step_of(copied: Copied) -> Step:
    """Say how far `ModelStore.add` is as a step."""
    stage: Stage = "trying" if copied.trying else "copying"
    return Step(stage=stage, done=copied.done, total=copied.total)


def fetch_model(
    wanted: Download,
    store: ModelStore,
    *,
    given: Given | None = None,
    full_precision: bool = False,
    on_progress: Callable[[Step], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> InstalledModel:
    """Download an archive with a model, and install it.

    A part that has come stays for the next time; nothing else does when it fails.

    Raises
    ------
    SyrinxError
        In a sentence, what went wrong.
    """
    name = wanted.file_name
    suffix = next((end for end in SUFFIXES if name.lower().endswith(end)), None)
    if suffix is None:
        raise SyrinxError(
            f"{name} is not an archive that Syrinx unpacks: give the address of a .tar.bz2, "
            ".tar.gz, .tar.xz or .tar file."
        )

    def downloading(done: int, total: int | None) -> None:
        on_progress(Step(stage="downloading", done=done, total=total))

    place = store.folder / DOWNLOADS
    _sweep(place)
    archive = download(wanted, place, on_progress=downloading, cancelled=cancelled)
    aside = store.folder / f".unpacked-{secrets.token_hex(4)}"
    try:
        size = archive.stat().st_size
        inner = aside / name[: -len(suffix)]
        unpack(
            archive,
            inner,
            on_progress=lambda read: on_progress(Step(stage="unpacking", done=read, total=size)),
            cancelled=cancelled,
        )
        given = replace(given or Given(), source=wanted.url)
        return store.add(
            _only_folder(inner),
            given=given,
            full_precision=full_precision,
            take=True,
            on_progress=lambda copied: on_progress(step_of(copied)),
            cancelled=cancelled,
        )
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        archive.unlink(missing_ok=True)


def _sweep(place: Path) -> None:
    """Delete parts of downloads that nobody has gone on with."""
    for part in place.glob("*.part"):
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > KEPT_S:
                part.unlink()


def _only_folder(folder: Path) -> Path:
    """Return the one folder inside, as published archives have it, else the folder itself."""
    inside = list(folder.iterdir())
    return inside[0] if len(inside) == 1 and inside[0].is_dir() else folder
