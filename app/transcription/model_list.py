"""The list of well-known models: shipped, and replaceable by one in the data folder.

``recognition_models.json`` in the data folder adds to the shipped list; entries of the same id
replace it. So the list can be kept up to date without a new version of the program.
"""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from syrinx.app.transcription.downloads import Download
from syrinx.app.transcription.model_store import Given
from syrinx.dsp.errors import SyrinxError

FILE_NAME = "recognition_models.json"
FORMAT = 1
MAX_LIST = 1 << 20
MAX_ENTRIES = 500
MANY = "multilingual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A model that can be downloaded.

    Attributes
    ----------
    id, name, kind, languages, licence
        As they stand in the list; ``languages`` may be ("multilingual",).
    download
        Where it is; it always has a checksum and a size.
    """

    id: str
    name: str
    kind: str
    languages: tuple[str, ...]
    licence: str
    download: Download

    @property
    def size(self) -> int:
        """Bytes to download."""
        return self.download.size or 0

    @property
    def given(self) -> Given:
        """What the installed model is to be called, and what is known of it."""
        languages = () if self.languages == (MANY,) else self.languages
        return Given(name=self.name, languages=languages, licence=self.licence)


def offers(home: Path) -> list[Offer]:
    """Return the list.

    Raises
    ------
    SyrinxError
        The list in the data folder is broken; the sentence names the entry.
    """
    shipped = importlib.resources.files("syrinx.assets") / FILE_NAME
    found = {offer.id: offer for offer in _read(shipped.read_text(encoding="utf-8"), FILE_NAME)}
    own = home / FILE_NAME
    try:
        if own.is_file():
            if own.stat().st_size > MAX_LIST:
                raise SyrinxError(f"The list {own} is too long.")
            text = own.read_text(encoding="utf-8")
            found |= {offer.id: offer for offer in _read(text, str(own))}
    except (OSError, UnicodeDecodeError) as error:
        raise SyrinxError(f"The list {own} cannot be read ({error}).") from error
    return list(found.values())


def offer_of(offer_id: str, home: Path) -> Offer:
    """Return one offer.

    Raises
    ------
    SyrinxError
        It is not in the list.
    """
    every = offers(home)
    for offer in every:
        if offer.id == offer_id:
            return offer
    known = ", ".join(offer.id for offer in every)
    raise SyrinxError(f'The list has no model "{offer_id}"; it has: {known}.')


def _read(text: str, place: str) -> Iterator[Offer]:
    try:
        entries = json.loads(text)
        if entries.get("format") != FORMAT or len(entries["models"]) > MAX_ENTRIES:
            raise ValueError
        models = list(entries["models"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise SyrinxError(
            f"The list {place} is not a list of recognition models; delete it, or get a new one."
        ) from error
    for number, entry in enumerate(models, 1):
        try:
            yield _offer(entry)
        except (SyrinxError, ValueError, TypeError, KeyError, AttributeError) as error:
            why = str(error).rstrip(".") if isinstance(error, SyrinxError) else repr(error)
            raise SyrinxError(
                f"Entry {number} of the list {place} cannot be used ({why})."
            ) from error


def _offer(entry: dict[str, Any]) -> Offer:
    texts = {key: entry[key] for key in ("id", "name", "kind", "licence", "url", "sha256")}
    languages, size = entry["languages"], entry["size"]
    if not all(isinstance(text, str) and text for text in texts.values()):
        raise ValueError
    if type(size) is not int or size <= 0 or not all(isinstance(code, str) for code in languages):
        raise ValueError
    return Offer(
        id=texts["id"],
        name=texts["name"],
        kind=texts["kind"],
        languages=tuple(languages),
        licence=texts["licence"],
        download=Download(url=texts["url"], sha256=texts["sha256"], size=size),
    )
