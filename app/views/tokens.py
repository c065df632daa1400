"""Design tokens: every colour and every length that a view may use, in one place.

Cool (kingfisher) stands for what goes in, warm (ember) for what comes out, throughout.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one theme, as ``#rrggbb``.

    Attributes
    ----------
    ground, surface, raised, sunken
        Window, panel, control and well (spectrogram, list) backgrounds.
    line, line_strong
        Hairlines between panels; borders of controls.
    text, text_muted, text_faint
        Text by importance; all three are readable (4.5:1, 4.5:1, 3:1) on every background.
    accent, accent_hover, accent_pressed, accent_text, accent_soft
        The one colour of action, its states, text on it and a tint for selections.
    warm
        The colour of the output side and of an applied value.
    ok, warning, danger, danger_text
        Meter zones and messages; text on ``danger``.
    cool_map, warm_map
        Colour stops of the two spectrograms from silence to full scale.
    trace
        The F0 line on both spectrograms.
    grey_map
        Colour stops of a spectrogram that is the ground of a drawing.
    difference_map
        Colour stops from much softer (cool) over the same (the ground) to much louder (warm).
    formants
        F1 to F4.
    """

    dark: bool
    ground: str
    surface: str
    raised: str
    sunken: str
    line: str
    line_strong: str
    text: str
    text_muted: str
    text_faint: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_text: str
    accent_soft: str
    warm: str
    ok: str
    warning: str
    danger: str
    danger_text: str
    cool_map: tuple[str, ...]
    warm_map: tuple[str, ...]
    trace: str
    grey_map: tuple[str, ...]
    difference_map: tuple[str, ...]
    formants: tuple[str, str, str, str]


DARK = Palette(
    dark=True,
    ground="#0e1417",
    surface="#151d21",
    raised="#1f292e",
    sunken="#0a0f11",
    line="#243036",
    line_strong="#3a4950",
    text="#e9eff0",
    text_muted="#a3b1b6",
    text_faint="#7d8d93",
    accent="#37c2ae",
    accent_hover="#52d3c0",
    accent_pressed="#2aa694",
    accent_text="#04211c",
    accent_soft="#16322f",
    warm="#ff9166",
    ok="#3fc58a",
    warning="#f2b84b",
    danger="#ff6370",
    danger_text="#2a0307",
    cool_map=("#0a0f11", "#0e2b33", "#12555a", "#1f8f86", "#58cdb4", "#d9fbea"),
    warm_map=("#0a0f11", "#2b1726", "#6a2539", "#bf4a3c", "#f79056", "#fff0cf"),
    trace="#ffffff",
    grey_map=("#0a0f11", "#141c20", "#243036", "#3f4e55", "#75868d", "#c3ced2"),
    difference_map=("#c9fff2", "#37c2ae", "#12555a", "#0a0f11", "#7a3324", "#ff9166", "#ffe9d6"),
    formants=("#ffd166", "#5fd6ff", "#ff8fd2", "#a6e36b"),
)

LIGHT = Palette(
    dark=False,
    ground="#eef1f0",
    surface="#fafbfb",
    raised="#ffffff",
    sunken="#ffffff",
    line="#d9dfdd",
    line_strong="#b9c3c1",
    text="#15211f",
    text_muted="#4c5b5a",
    text_faint="#6c7b79",
    accent="#0b7f72",
    accent_hover="#0a9283",
    accent_pressed="#08685d",
    accent_text="#ffffff",
    accent_soft="#d8efeb",
    warm="#c2481d",
    ok="#1f9a63",
    warning="#b87a00",
    danger="#c62f43",
    danger_text="#ffffff",
    cool_map=("#ffffff", "#d3ece7", "#8fcfc5", "#3d9e97", "#15636a", "#08303b"),
    warm_map=("#ffffff", "#fbe3d2", "#f6b48a", "#dd6f47", "#a2323b", "#4b1230"),
    trace="#101a1c",
    grey_map=("#ffffff", "#eef1f1", "#d5dbdb", "#aab4b4", "#75817f", "#3c4746"),
    difference_map=("#08303b", "#0b7f72", "#a9dcd4", "#ffffff", "#f6c3a5", "#c2481d", "#4b1230"),
    formants=("#b06a00", "#0a6bb5", "#b3197c", "#3f7a10"),
)


# Lengths in device-independent pixels; everything sits on a grid of 4.
UNIT = 4
GAP = 8
MARGIN = 16
RADIUS = 6
HEADER_HEIGHT = 28
RAIL_WIDTH = 68
VOICES_WIDTH = 264
CONTROLS_WIDTH = 288


def contrast(foreground: str, background: str) -> float:
    """Return the WCAG 2.1 contrast ratio (1 to 21) of two ``#rrggbb`` colours."""
    first, second = sorted((_luminance(foreground), _luminance(background)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
