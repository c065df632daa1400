"""Puts delay, safety and diagnostics into the window."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from syrinx.app.crashes import CrashReporter
from syrinx.app.logs import RotatingLog
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.texts import mark
from syrinx.app.viewmodels.delay import DelayModel
from syrinx.app.viewmodels.diagnostics import DiagnosticsModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.delay_panel import DelayPanel
from syrinx.app.views.diagnostics_page import DiagnosticsPage
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.settings_view import SettingsView
from syrinx.app.views.theme import Theme

PAGE = mark("Diagnostics")


class DiagnosticsArea:
    """The section of the Devices tab, the page of the settings, the log and the crash dialog.

    Parameters
    ----------
    window
        Gets the section.
    view
        Gets the page.
    live
        The Live area's model.
    settings
        Where the choice is kept; its folder gets the log.
    """

    def __init__(
        self,
        window: MainWindow,
        view: SettingsView,
        live: LiveModel,
        settings: SettingsStore,
        theme: Theme,
    ) -> None:
        self.log = RotatingLog(settings.folder, "window")
        self.delay = DelayModel(live, settings, live)
        self.model = DiagnosticsModel(live, self.delay, settings, self.log, live)
        self.panel = DelayPanel(self.delay, theme)
        window.live.controls.connection.add(self.panel)
        self.page = DiagnosticsPage(self.model, theme)
        view.add_page(PAGE, self.page, wide=True)
        self._crashes: CrashReporter | None = None
        self._window, self._live = window, live
        self._restart_asked = False

    def watch(self) -> None:
        """Take over errors that nobody caught, and those that end the process."""
        left = self.log.watch_crashes()
        self._crashes = CrashReporter(self._window, self._live, self.model, self.log)
        self.log.write("info", "The window opens.")
        if left:
            QTimer.singleShot(0, self._window, self._crashes.tell_last_time)

    @property
    def restart_wanted(self) -> bool:
        """Whether the program is to be started again once it has ended."""
        asked = self._crashes is not None and self._crashes.restart_wanted
        return asked or self._restart_asked

    def restart(self) -> None:
        """Close the window and start the program again."""
        self._restart_asked = True
        self._window.close()

    def close(self) -> None:
        """End what was started."""
        self.model.close()
        if self._crashes is not None:
            self._crashes.close()
        self.log.close()
