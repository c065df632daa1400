"""How a classifier did: accuracy, a report by class, the confusion matrix as text and picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError

CELL, MARGIN, TITLE = 34, 84, 40


def confusion(
    said: NDArray[np.integer], heard: NDArray[np.integer], n_classes: int
) -> NDArray[np.int64]:
    """Counts ``(n_classes, n_classes)``: rows are what was said, columns what was heard."""
    if said.shape != heard.shape:
        raise SyrinxError("There must be one answer for each example.")
    counts = np.zeros((n_classes, n_classes), np.int64)
    np.add.at(counts, (said, heard), 1)
    return counts


def report_of(counts: NDArray[np.int64], classes: Sequence[str]) -> dict[str, Any]:
    """Accuracy, its mean over classes, and precision, recall, F1 and clips of each class."""
    right, said, heard = np.diag(counts), counts.sum(axis=1), counts.sum(axis=0)
    table = {}
    for place, name in enumerate(classes):
        precision = _share(right[place], heard[place])
        recall = _share(right[place], said[place])
        table[name] = {
            "precision": precision,
            "recall": recall,
            "f1": _share(2 * precision * recall, precision + recall),
            "clips": int(said[place]),
        }
    spoken = [row["recall"] for row in table.values() if row["clips"]]
    return {
        "clips": int(said.sum()),
        "accuracy": _share(right.sum(), said.sum()),
        "mean_recall": float(np.mean(spoken)) if spoken else float("nan"),
        "classes": table,
        "confusion": counts.tolist(),
    }


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole else 0.0


def report_text(report: Mapping[str, Any]) -> str:
    """The report as a table, and below it what was mistaken for what, the most frequent first."""
    classes = list(report["classes"])
    width = max(5, *(len(name) for name in classes)) + 2
    lines = [
        f"accuracy {100 * report['accuracy']:.1f} % of {report['clips']} clips,"
        f" mean over classes {100 * report['mean_recall']:.1f} %",
        "",
        f"{'class':<{width}} precision  recall      F1  clips",
    ]
    for name, row in report["classes"].items():
        lines.append(
            f"{name:<{width}} {100 * row['precision']:7.1f} % {100 * row['recall']:5.1f} %"
            f" {100 * row['f1']:5.1f} % {row['clips']:6d}"
        )
    counts = np.array(report["confusion"])
    wrong = counts - np.diag(np.diag(counts))
    order = [divmod(int(i), len(classes)) for i in np.argsort(-wrong, axis=None, kind="stable")]
    mistakes = [
        f"{classes[said]} heard as {classes[heard]}: {wrong[said, heard]}"
        for said, heard in order[:10]
        if wrong[said, heard]
    ]
    return "\n".join([*lines, "", *mistakes]).rstrip()


def confusion_svg(counts: NDArray[np.int64], classes: Sequence[str], title: str) -> str:
    """The matrix as an SVG picture: said downwards, heard across, shade by the share of the row."""
    n = len(classes)
    width, height = MARGIN + n * CELL + 12, TITLE + MARGIN + n * CELL + 12
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="{MARGIN}" y="20" font-size="14" fill="#1c1c28">{escape(title)}</text>',
        f'<text x="8" y="{TITLE + MARGIN - 8}" fill="#5a5a6a">said ↓ heard →</text>',
    ]
    totals = np.maximum(counts.sum(axis=1), 1)
    for row, name in enumerate(classes):
        y = TITLE + MARGIN + row * CELL
        x = MARGIN + row * CELL
        out.append(
            f'<text x="{MARGIN - 6}" y="{y + 21}" text-anchor="end" fill="#1c1c28">'
            f"{escape(name)}</text>"
        )
        place = f"{x + 21} {TITLE + MARGIN - 6}"
        out.append(
            f'<text transform="translate({place}) rotate(-60)" fill="#1c1c28">{escape(name)}</text>'
        )
    for row in range(n):
        for column in range(n):
            x, y = MARGIN + column * CELL, TITLE + MARGIN + row * CELL
            share = counts[row, column] / totals[row]
            shade, ink = _shade(share, right=row == column)
            out.append(
                f'<rect x="{x}" y="{y}" width="{CELL - 1}" height="{CELL - 1}" fill="{shade}"/>'
            )
            if counts[row, column]:
                out.append(
                    f'<text x="{x + CELL / 2:g}" y="{y + 21}" text-anchor="middle" fill="{ink}">'
                    f"{counts[row, column]}</text>"
                )
    return "\n".join([*out, "</svg>", ""])


def _shade(share: float, *, right: bool) -> tuple[str, str]:
    """Background and ink: blue for right answers, red for wrong ones, strong from small shares."""
    strength = share if right else share**0.4
    end = np.array([38, 84, 148] if right else [196, 52, 44])
    start = np.array([244, 245, 248])
    red, green, blue = (start + strength * (end - start)).round().astype(int)
    return f"#{red:02x}{green:02x}{blue:02x}", "#ffffff" if strength > 0.5 else "#1c1c28"
