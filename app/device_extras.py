"""Puts what belongs to the sound devices into the window: the Devices tab and a settings page."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from syrinx.app.services.device_watcher import DeviceWatcher, make_device_watch
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.texts import mark
from syrinx.app.translation import tr
from syrinx.app.viewmodels.device_setup import DeviceSetup
from syrinx.app.viewmodels.device_tests import DeviceTests
from syrinx.app.viewmodels.hotplug import HotplugModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.monitor import MonitorModel
from syrinx.app.viewmodels.virtual_mic import VirtualMicModel
from syrinx.app.views.device_options import DeviceOptions
from syrinx.app.views.device_test_section import DeviceTestSection
from syrinx.app.views.lost_strip import LostStrip
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.monitor_section import MonitorSection
from syrinx.app.views.settings_view import SettingsView
from syrinx.app.views.theme import Theme
from syrinx.app.views.virtual_mic_page import VirtualMicPage

PAGE = mark("Virtual microphone")


class DeviceExtras:
    """The models of the devices, and where they are shown.

    Parameters
    ----------
    window, view
        Get the parts and the page.
    live
        The Live area's model.
    settings
        Keeps what is chosen.
    watcher
        Says which devices there are; None = the real one.
    """

    def __init__(
        self,
        window: MainWindow,
        view: SettingsView,
        live: LiveModel,
        settings: SettingsStore,
        theme: Theme,
        watcher: DeviceWatcher | None = None,
    ) -> None:
        self.setup = DeviceSetup(live, settings, live)
        self.monitor = MonitorModel(live, settings, live)
        self.watcher = watcher or DeviceWatcher(make_device_watch, live)
        self.hotplug = HotplugModel(live, self.watcher, live)
        self.tests = DeviceTests(live, live)
        self.virtual_mic = VirtualMicModel(live, settings, parent=live)
        tab = window.live.controls.connection
        self.guide = QPushButton(tr("&Virtual microphone\N{HORIZONTAL ELLIPSIS}"))
        self.guide.setToolTip(tr("Let games, calls and OBS choose Syrinx as their microphone"))
        self.guide.clicked.connect(lambda: self._show_page(window, view))
        self.options = DeviceOptions(self.setup, live.devices)
        self.monitor_section = MonitorSection(self.monitor, live.devices)
        self.test_section = DeviceTestSection(self.tests)
        sections = (self.options, self.guide, self.test_section, self.monitor_section)
        for place, section in enumerate(sections, 1):
            tab.rows.insertWidget(place, section)  # behind the devices, before what else there is
        self.strip = LostStrip(self.hotplug, theme)
        window.live.add_strip(self.strip)
        self.page = VirtualMicPage(self.virtual_mic)
        view.add_page(PAGE, self.page)

    @staticmethod
    def _show_page(window: MainWindow, view: SettingsView) -> None:
        view.show_page(PAGE)
        window.show_area(view)

    def open(self) -> None:
        """Begin to watch, and make the virtual microphone where it is wanted."""
        self.watcher.open()
        self.virtual_mic.open()

    def close(self) -> None:
        """End what runs, and remove the virtual microphone."""
        self.tests.close()
        self.watcher.close()
        self.hotplug.stop_waiting()
        self.virtual_mic.close()
