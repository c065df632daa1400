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
            text = f"{value:.1f} %" if value > 0 else mark("none")
        case RoomItem.HUM if found.grade is Grade.GOOD:
            text = mark("none")
        case RoomItem.NOISE:
            text = mark("{0} dB below your voice").format(f"{value:.0f}")
        case RoomItem.ECHO:
            text = mark("dies away in {0} s").format(f"{value:.2f}")
        case RoomItem.BAND:
            text = mark("up to {0} kHz").format(f"{value / 1000:.1f}")
        case RoomItem.SAMPLE_RATE:
            text = f"{value / 1000:g} kHz"
        case _:
            text = f"{value:.0f} {found.unit}"
    return text.replace("-", "\N{MINUS SIGN}")
