"""Puts what surrounds the voice into the window: the settings, and features of the Live area."""

from __future__ import annotations

from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.rack import RackModel
from syrinx.app.views.general_page import GeneralPage
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.rack_view import RackView
from syrinx.app.views.settings_view import SettingsView
from syrinx.app.views.theme import Theme


class LiveExtras:
    """The Settings area, and the features of the Live area that have models of their own.

    Parameters
    ----------
    window
        Gets the area and the parts.
    live
        The Live area's model.
    settings
        Where each feature keeps what is its own.
    """

    def __init__(
        self, window: MainWindow, live: LiveModel, settings: SettingsStore, theme: Theme
    ) -> None:
        self.view = SettingsView()
        self.view.add_page("General", GeneralPage(live, window, theme))
        window.add_area(self.view, icon="settings", name="Settings", foot=True)
        self.rack = RackModel(live, settings, window)
        self.rack_view = RackView(self.rack, theme)
        window.live.controls.clean_up.add(self.rack_view)

    def close(self) -> None:
        """End what the features have started."""
