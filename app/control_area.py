"""Puts presets, actions, keys, MIDI and remote control into the window."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from syrinx.app.presets import PresetStore
from syrinx.app.services.hotkeys import HotkeyBackend, Hotkeys, choose_backends
from syrinx.app.services.midi import MidiBackend, MidiIn, RtMidi
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.texts import mark
from syrinx.app.translation import tr
from syrinx.app.viewmodels.actions import ActionRegistry
from syrinx.app.viewmodels.keys import KeysModel
from syrinx.app.viewmodels.knobs import Knob, live_knobs
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.live_actions import add_live_actions
from syrinx.app.viewmodels.midi import MidiModel
from syrinx.app.viewmodels.mute import MuteModel
from syrinx.app.viewmodels.presets import PresetsModel
from syrinx.app.viewmodels.remote import RemoteModel
from syrinx.app.viewmodels.remote_desk import RemoteDesk
from syrinx.app.views.keys_page import KeysPage
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.midi_page import MidiPage
from syrinx.app.views.preset_bar import PresetBar
from syrinx.app.views.remote_page import RemotePage
from syrinx.app.views.settings_view import SettingsView
from syrinx.app.views.theme import Theme

PANIC = mark("Panic mute: nothing goes out")


class ControlArea:
    """Everything by which the voice is controlled, besides the controls themselves.

    Parameters
    ----------
    window, pages
        Get the bar and the pages of the settings.
    live, settings
        What is controlled, and where it is kept.
    knobs
        What other parts let controllers turn.
    backends, midi
        What hears keys and controllers; None = what the platform has.

    Attributes
    ----------
    registry
        Other parts add their actions to it.
    desk
        Its ``clips`` lists the soundboard for the remote control.
    """

    def __init__(
        self,
        window: MainWindow,
        pages: SettingsView,
        live: LiveModel,
        settings: SettingsStore,
        theme: Theme,
        *,
        knobs: tuple[Knob, ...] = (),
        backends: list[HotkeyBackend] | None = None,
        midi: MidiBackend | None = None,
    ) -> None:
        self.registry = ActionRegistry()
        self.presets = PresetsModel(live, settings, PresetStore(settings.folder))
        self.mute = MuteModel(live, settings)
        add_live_actions(self.registry, live, self.mute, self.presets)
        turned = [*live_knobs(live), *knobs]
        self.hotkeys = Hotkeys(
            choose_backends(QGuiApplication.platformName()) if backends is None else backends
        )
        self.keys = KeysModel(self.registry, self.presets, self.hotkeys, settings, live)
        midi_in = MidiIn(RtMidi() if midi is None else midi)
        self.midi = MidiModel(midi_in, self.registry, turned, settings, live)
        self.desk = RemoteDesk(self.registry, live, self.mute, self.presets, turned)
        self.remote = RemoteModel(
            self.desk, live, self.mute, self.presets, settings, settings.folder
        )
        self.bar = PresetBar(self.presets, self.keys, self.mute, theme)
        window.live.add_bar(self.bar)
        self._window = window
        self.mute.changed.connect(self._show_panic)
        pages.add_page(mark("Keys"), KeysPage(self.keys))
        pages.add_page(mark("MIDI"), MidiPage(self.midi, self.registry))
        pages.add_page(mark("Remote control"), RemotePage(self.remote))

    def _show_panic(self) -> None:
        """Show a panic in every area: the bar is in one of them."""
        self._window.set_alert(self._window.live, tr(PANIC) if self.mute.panic else None)

    def close(self) -> None:
        """Give keys, ports and sockets back."""
        self.remote.close()
        self.midi.close()
        self.keys.close()
