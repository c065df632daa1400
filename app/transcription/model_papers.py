"""Languages and licence of a model as its papers (README, LICENSE) state them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from syrinx.app.transcription.model_files import ModelFile

MAX_PAPER = 1 << 20
_READ = 1 << 16
_NAMES = ("readme", "license", "licence", "notice", "copying", "model_card")
_SUFFIXES = ("", ".md", ".txt", ".rst")
_LICENCES = (
    (r"MIT License|Permission is hereby granted, free of charge", "MIT"),
    (r"Apache License,?\s+Version 2\.0", "Apache-2.0"),
    (r"Attribution-NonCommercial-ShareAlike 4\.0", "CC-BY-NC-SA-4.0"),
    (r"Attribution-NonCommercial 4\.0", "CC-BY-NC-4.0"),
    (r"Attribution-ShareAlike 4\.0", "CC-BY-SA-4.0"),
    (r"Creative Commons Attribution 4\.0|Attribution 4\.0 International", "CC-BY-4.0"),
    (r"CC0 1\.0|Creative Commons Zero", "CC0-1.0"),
    (r"FunASR Model License|MODEL_LICENSE", "FunASR Model License"),
    (r"GNU AFFERO GENERAL PUBLIC LICENSE", "AGPL-3.0"),
    (r"GNU GENERAL PUBLIC LICENSE\s+Version 3", "GPL-3.0"),
    (r"Redistribution and use in source and binary forms", "BSD"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What the papers say; empty where they say nothing."""

    languages: tuple[str, ...] = ()
    licence: str = ""


def papers_of(files: Iterable[ModelFile]) -> list[ModelFile]:
    """Return the papers among the files of a model's own folder."""
    return [
        file
        for file in files
        if len(file.path.parts) == 1
        and file.path.suffix.lower() in _SUFFIXES
        and file.path.stem.lower().startswith(_NAMES)
        and 0 < file.size <= MAX_PAPER
    ]


def read_papers(folder: Path, files: Iterable[ModelFile]) -> Papers:
    """Read what they say; one that cannot be read says nothing."""
    languages: tuple[str, ...] = ()
    licence = ""
    for file in sorted(papers_of(files), key=lambda file: "readme" not in file.name.lower()):
        text = ""
        with contextlib.suppress(OSError), (folder / file.name).open("rb") as paper:
            text = paper.read(_READ).decode("utf-8", errors="replace")
        head = _front_matter(text)
        languages = languages or tuple(head.get("language", head.get("languages", [])))
        licence = licence or next(iter(head.get("license", [])), "")
        if not licence and not file.name.lower().startswith("readme"):
            licence = next((name for form, name in _LICENCES if re.search(form, text)), "")
    return Papers(languages=languages, licence=licence)


def _front_matter(text: str) -> dict[str, list[str]]:
    """Return the lists and words between the two lines of dashes at the top of a model card."""
    found: dict[str, list[str]] = {}
    lines = text.splitlines()
    if not lines or lines[0].strip() != "---":
        return found
    key = ""
    for line in lines[1:400]:
        if line.strip() == "---":
            return found
        entry = re.match(r"([A-Za-z_]+)\s*:\s*(.*)$", line)
        if entry is not None:
            key = entry[1].lower()
            value = entry[2].strip().strip("[]")
            parts = [part.strip().strip("'\"") for part in value.split(",")]
            found[key] = [part for part in parts if part]
        elif key and (item := re.match(r"\s*-\s+([^:]+)$", line)) is not None:
            found[key].append(item[1].strip().strip("'\""))
    return {}
