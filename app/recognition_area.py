"""Puts the Transcribe area into the window: its models and the process that recognises."""

from __future__ import annotations

from pathlib import Path

from syrinx.app.services.recognition_client import RecognitionClient, make_recognition_client
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.transcription.model_store import OWN
from syrinx.app.transcription.models import is_model_folder
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.player import PlayerModel
from syrinx.app.viewmodels.recognition_models import RecognitionModels
from syrinx.app.viewmodels.transcribe import TranscribeModel
from syrinx.app.viewmodels.transcribe_editor import EditorModel
from syrinx.app.viewmodels.transcribe_play import ListenModel
from syrinx.app.viewmodels.transcribe_watch import WatchModel
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.theme import Theme
from syrinx.app.views.transcribe_view import TranscribeView
from syrinx.dsp.errors import SyrinxError


class RecognitionArea:
    """The area in the window; no process is started before there is a file.

    Parameters
    ----------
    window
        Gets the area.
    live
        Its stream is borrowed to play recordings.
    settings
        Where the choices are kept.
    player
        Plays files through the engine.
    folder
        The data folder.
    recognizers
        The user's own models; None = there is only ours.
    client
        Given by tests.
    """

    def __init__(
        self,
        window: MainWindow,
        live: LiveModel,
        settings: SettingsStore,
        player: PlayerModel,
        theme: Theme,
        folder: Path,
        *,
        recognizers: RecognitionModels | None = None,
        client: RecognitionClient | None = None,
    ) -> None:
        client = client or make_recognition_client(folder, window)
        editor = EditorModel(client, window)
        self.client, self._recognizers = client, recognizers
        self.model = TranscribeModel(
            client,
            settings,
            WatchModel(settings, folder / "transcription" / "watched.json", window),
            editor,
            ListenModel(player, live, editor, window),
            self.models,
            window,
            is_recogniser=lambda path: recognizers is not None and is_model_folder(path),
        )
        if recognizers is not None:
            self.model.adopt = self._adopt
            recognizers.changed.connect(self.model.options_changed)
            recognizers.message_posted.connect(self.model.message_posted)
        self.view = TranscribeView(self.model, theme)
        window.add_area(self.view, icon="transcribe", name=mark("Transcribe"))

    def open(self) -> None:
        """Go on with what is left of the last time: call once the window is shown."""
        if self._recognizers is not None:
            self._recognizers.refresh()
        self.model.open()

    def models(self) -> list[tuple[str, str]]:
        """Return id and name of the recognisers that can be used now, ours first."""
        installed = [] if self._recognizers is None else self._recognizers.installed
        usable = [(model.id, model.name) for model in installed if model.problem is None]
        return [(OWN, tr("Syrinx (English)")), *usable]

    def close(self) -> None:
        """Keep what was edited and end the process and the threads."""
        self.model.close()
        self.view.close_files()

    def _adopt(self, folder: Path) -> None:
        """Take a folder in that holds a model."""
        assert self._recognizers is not None  # else nobody asks for it
        self._recognizers.add_folders([folder])
        text = tr("{name} is a recogniser: it is checked and added.", name=folder.name)
        self.model.message_posted.emit(Message(level="info", text=text))


def add_recognition(
    window: MainWindow,
    live: LiveModel,
    settings: SettingsStore,
    player: PlayerModel,
    theme: Theme,
    folder: Path,
    recognizers: RecognitionModels,
) -> RecognitionArea | None:
    """Return the area; None when its folder cannot be used, which is told."""
    try:
        return RecognitionArea(
            window, live, settings, player, theme, folder, recognizers=recognizers
        )
    except SyrinxError as error:
        live.message_posted.emit(Message(level="error", text=str(error)))
        return None
