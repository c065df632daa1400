"""Puts live captions into the window: their process, their window, a button, and their actions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from syrinx.app.services.caption_client import CaptionClient, make_caption_client
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.transcription.models import installed_models
from syrinx.app.translation import tr
from syrinx.app.viewmodels.actions import ActionRegistry
from syrinx.app.viewmodels.captions import CaptionModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.caption_window import CaptionWindow
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.theme import Theme
from syrinx.dsp.errors import SyrinxError


class CaptionArea:
    """Live captions; nothing is started before somebody wants them.

    Parameters
    ----------
    window
        Gets a button in the bar of its Live area.
    live
        Whose engine is listened to.
    folder
        The data folder.
    client
        Listens; None = in a process of its own.
    """

    def __init__(
        self,
        window: MainWindow,
        live: LiveModel,
        settings: SettingsStore,
        theme: Theme,
        folder: Path,
        *,
        client: CaptionClient | None = None,
    ) -> None:
        self._theme = theme
        self.model = CaptionModel(
            client or make_caption_client(folder),
            live,
            settings,
            models=lambda: _usable_models(folder),
        )
        self.window = CaptionWindow(self.model, settings, theme)
        self.button = QPushButton()
        self.button.setObjectName("show_captions")
        self.button.setCheckable(True)
        self.button.setIconSize(QSize(18, 18))
        self.button.setToolTip(tr("Show what is said as text, in a window above all others"))
        self.button.setAccessibleName(tr("Captions"))
        self.button.clicked.connect(self.model.toggle)
        window.live.transport.add_button(self.button)
        self.model.message_posted.connect(live.message_posted)
        self.model.state_changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    def offer(self, registry: ActionRegistry) -> None:
        """Let keys, MIDI and the remote control switch them."""
        registry.add(*self.model.actions())

    def close(self) -> None:
        """End the process and the window."""
        self.window.close()
        self.model.close()
        self.window.deleteLater()

    def _show(self) -> None:
        self.button.setChecked(self.model.is_on)
        self.button.setIcon(self._theme.icon("captions", "text", checked="accent"))


def _usable_models(folder: Path) -> list[tuple[str, str]]:
    try:
        return [(m.id, m.name) for m in installed_models(folder) if m.problem is None]
    except SyrinxError:  # the models page says it
        return []
