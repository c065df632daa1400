"""What a room check found, in the words and the form that the project keeps."""

from __future__ import annotations

from typing import Any

from syrinx.app.clone.room import Grade, RoomFinding, RoomItem, RoomReport
from syrinx.app.texts import mark

_NAMES = {
    RoomItem.LEVEL: mark("Level"),
    RoomItem.CLIPPING: mark("Clipping"),
    RoomItem.NOISE: mark("Noise"),
    RoomItem.HUM: mark("Hum"),
    RoomItem.ECHO: mark("Echo"),
    RoomItem.BAND: mark("High tones"),
    RoomItem.SAMPLE_RATE: mark("Sample rate"),
}

FIGURES = (
    mark("none"),
    mark("{value} dB below your voice"),
    mark("dies away in {value} s"),
    mark("up to {value} kHz"),
)
"""How `_figure` puts it: kept in English, shown in the language of the window."""


def summary_of(report: RoomReport) -> dict[str, Any]:
    """Return ``CloneProject.room``: the worst level, and name, level, figure, advice of each."""
    return {
        "level": report.grade.value,
        "items": [
            {
                "name": _NAMES[found.item],
                "level": found.grade.value,
                "figure": _figure(found),
                "advice": found.advice,
            }
            for found in report.findings
        ],
    }


def _figure(found: RoomFinding) -> str:
    value = found.value
    match found.item:
        case RoomItem.CLIPPING:
            text = (
                f"{value:.1f} %" if value >= 0.05 else "none" if found.grade is Grade.GOOD else ""
            )
        case RoomItem.HUM if found.grade is Grade.GOOD:
            text = "none"
        case RoomItem.NOISE:
            text = f"{value:.0f} dB below your voice"
        case RoomItem.ECHO:
            text = f"dies away in {value:.2f} s"
        case RoomItem.BAND:
            text = f"up to {value / 1000:.1f} kHz"
        case RoomItem.SAMPLE_RATE:
            text = f"{value / 1000:g} kHz"
        case _:
            text = f"{value:.0f} {found.unit}"
    return text.replace("-", "\N{MINUS SIGN}")
