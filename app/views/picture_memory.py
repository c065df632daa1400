"""Remembers which pictures of the sound were shown, and how much time they showed."""

from __future__ import annotations

from typing import Any

from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.viewmodels.pictures_model import PicturesModel
from syrinx.app.viewmodels.sound_history import KEPT_S
from syrinx.app.viewmodels.time_window import SHORTEST_S
from syrinx.app.views.picture_panel import PicturePanel

KEY = "pictures"


class PictureMemory:
    """Keeps the choice under one entry of the settings; a damaged one counts as none.

    Parameters
    ----------
    panel
        Has all its pictures by now: the choice of the last time is shown in it.
    """

    def __init__(self, settings: SettingsStore, model: PicturesModel, panel: PicturePanel) -> None:
        self._settings, self._model, self._panel = settings, model, panel
        kept = settings.recall(KEY)
        if isinstance(kept, dict):
            self._restore(kept)
        panel.chosen.connect(self._keep)
        model.window.changed.connect(self._keep)

    def _restore(self, kept: dict[str, Any]) -> None:
        first, second, span_s = (kept.get(name) for name in ("first", "second", "span_s"))
        if isinstance(first, str):
            self._panel.show_pictures(first, second if isinstance(second, str) else None)
        if isinstance(span_s, int | float) and SHORTEST_S <= span_s <= KEPT_S:
            self._model.window.zoom(float(span_s) / self._model.window.span_s)

    def _keep(self) -> None:
        first, second = self._panel.shown
        span_s = round(self._model.window.span_s, 3)
        entry = {"first": first, "second": second, "span_s": span_s}
        if entry != self._settings.recall(KEY):
            self._settings.remember(KEY, entry)
