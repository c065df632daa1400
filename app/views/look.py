"""The theme as pixels, for what paints into arrays."""

from __future__ import annotations

from PySide6.QtGui import QColor

from syrinx.app.viewmodels.pane import Look
from syrinx.app.viewmodels.pixels import colour_table
from syrinx.app.views.theme import Theme


def look_of(theme: Theme) -> Look:
    """Return the colours of the theme in use."""
    palette = theme.palette

    def pixel(name: str) -> int:
        return theme.colour(name).rgb()

    first, second, third, fourth = (QColor(stop).rgb() for stop in palette.formants)
    return Look(
        cool=colour_table(palette.cool_map),
        warm=colour_table(palette.warm_map),
        grey=colour_table(palette.grey_map),
        difference=colour_table(palette.difference_map),
        blank=pixel("sunken"),
        lane=pixel("surface" if palette.dark else "ground"),
        trace=pixel("trace"),
        shade=pixel("sunken"),
        grid=pixel("text"),
        input=pixel("accent"),
        output=pixel("warm"),
        faint=pixel("text_faint"),
        warning=pixel("warning"),
        danger=pixel("danger"),
        formants=(first, second, third, fourth),
    )
