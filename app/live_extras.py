"""Puts what surrounds the voice into the window: the settings, and features of the Live area."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from syrinx.app.control_area import ControlArea
from syrinx.app.device_extras import DeviceExtras
from syrinx.app.diagnostics_area import DiagnosticsArea
from syrinx.app.services.models_client import make_models_client
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.studio_parts import StudioParts
from syrinx.app.texts import mark
from syrinx.app.viewmodels.expression import ExpressionModel
from syrinx.app.viewmodels.language import LanguageModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.rack import RackModel
from syrinx.app.viewmodels.rack_actions import rack_actions, rack_knobs
from syrinx.app.viewmodels.recognition_models import RecognitionModels
from syrinx.app.views.about_page import AboutPage
from syrinx.app.views.expression_rows import ExpressionRows
from syrinx.app.views.general_page import GeneralPage
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.models_page import ModelsPage
from syrinx.app.views.picture_memory import PictureMemory
from syrinx.app.views.rack_view import RackView
from syrinx.app.views.settings_view import SettingsView
from syrinx.app.views.sound_pictures import make_pictures
from syrinx.app.views.theme import Theme
from syrinx.app.voices import Voice, VoiceLibrary

MODELS = mark("Recognition models")


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
    library
        Takes voices that are made here; None = none can be.
    """

    def __init__(
        self,
        window: MainWindow,
        live: LiveModel,
        settings: SettingsStore,
        theme: Theme,
        library: VoiceLibrary | None = None,
    ) -> None:
        self.view = SettingsView()
        self.language = LanguageModel(settings, window)
        self.view.add_page(mark("General"), GeneralPage(live, window, theme, self.language))
        for name, picture in make_pictures(live.pictures, theme).items():
            window.live.add_picture(name, picture)
        self._pictures = PictureMemory(settings, live.pictures, window.live.panel)
        self.studio = StudioParts(window, self.view, live, settings, theme)
        self.rack = RackModel(live, settings, window)
        knobs = rack_knobs(self.rack)
        self.control = ControlArea(window, self.view, live, settings, theme, knobs=knobs)
        self.control.registry.add(*rack_actions(self.rack))
        self.studio.offer(self.control.registry, self.control.desk)
        self.diagnostics = DiagnosticsArea(window, self.view, live, settings, theme)
        self.language.restart_requested.connect(self.diagnostics.restart)
        self.devices = DeviceExtras(window, self.view, live, settings, theme)
        client = make_models_client(settings.folder, window)
        self.models = RecognitionModels(client, settings.folder, window)
        self.view.add_page(MODELS, ModelsPage(self.models, theme), wide=True)
        self.view.add_page(mark("About"), AboutPage(), wide=True)
        window.add_area(self.view, icon="settings", name=mark("Settings"), foot=True)
        self.rack_view = RackView(self.rack, theme)
        window.live.controls.clean_up.add(self.rack_view)
        keep = None if library is None else partial(_keep_mixture, library)
        self.expression = ExpressionModel(live, settings, keep=keep, parent=window)
        self.expression_rows = ExpressionRows(self.expression, window.live.controls)

    def open(self) -> None:
        """Start what runs by itself: call once the window is shown."""
        self.devices.open()

    def close(self) -> None:
        """End what the features have started."""
        self.models.close()
        self.devices.close()
        self.diagnostics.close()
        self.control.close()
        self.studio.close()


def _keep_mixture(
    library: VoiceLibrary, name: str, first: Voice, second: Voice, share: float
) -> Voice:
    # Only now: the window has no networks until somebody keeps a mixture.
    from syrinx.app.voice_mixture import keep_mixture
    from syrinx.neural.runtime.registry import ModelRegistry

    registry = ModelRegistry(library.folder.parent)
    made = keep_mixture(name, first, second, share=share, registry=registry)
    return library.add(replace(made, id=library.free_id(name)))
