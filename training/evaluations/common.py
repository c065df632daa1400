"""What the evaluations share: means of tables, figures as text and as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

WORD_FIGURES = {"wer", "wer_above_source", "wer_in_noise", "words_kept_in_noise"}


def mean_tables(
    tables: Sequence[Mapping[str, Mapping[str, Any]]],
) -> dict[str, dict[str, Any]]:
    """Average tables of row -> figure -> number over voices; missing figures are left out.

    Figures of words count by the number of words: every word alike.
    """
    out: dict[str, dict[str, Any]] = {}
    for row in dict.fromkeys(row for table in tables for row in table):
        names = dict.fromkeys(name for table in tables for name in table.get(row, {}))
        figures = {}
        for name in names:
            rows = [t[row] for t in tables if t.get(row, {}).get(name) is not None]
            if rows:
                by_words = name in WORD_FIGURES
                weights = [r.get("wer_words", 1) if by_words else 1 for r in rows]
                mean = np.average([r[name] for r in rows], weights=weights)
                figures[name] = round(float(mean), 4)
        if figures:
            out[row] = figures
    return out


def emit(report: Mapping[str, Any], path: Path | None, text: str) -> None:
    """Print the text, and write the figures as JSON to a file; ``-`` prints the JSON instead."""
    if path is not None and str(path) == "-":
        print(_document(report))
        return
    print(text)
    if path is not None:
        write_json(report, path)


def write_json(report: Mapping[str, Any], path: Path) -> None:
    """Write the figures to a file; numbers that are none become null."""
    path.write_text(_document(report) + "\n", encoding="utf-8")


def _document(report: Mapping[str, Any]) -> str:
    return json.dumps(_finite(report), indent=1, ensure_ascii=False)


def _finite(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Mapping):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value


def figures_text(figures: Mapping[str, Any]) -> str:
    """One line per figure."""
    width = max((len(name) for name in figures), default=0)
    return "\n".join(
        f"{name:<{width}}  {'-' if value is None else format(value, '.4g')}"
        for name, value in figures.items()
    )
