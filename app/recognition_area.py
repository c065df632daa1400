"""Puts the Transcribe area into the window: its models and the process that recognises."""

from __future__ import annotations

from pathlib import Path

from syrinx.app.services.recognition_client import RecognitionClient, make_recognition_client
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.player import PlayerModel
from syrinx.app.viewmodels.transcribe import Models, TranscribeModel
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
    models
        The recognisers there are now; None = our own alone.
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
        models: Models | None = None,
        client: RecognitionClient | None = None,
    ) -> None:
        client = client or make_recognition_client(folder, window)
        editor = EditorModel(client, window)
        self.client = client
        self.model = TranscribeModel(
            client,
            settings,
            WatchModel(settings, folder / "transcription" / "watched.json", window),
            editor,
            ListenModel(player, live, editor, window),
            models or own_models,
            window,
        )
        self.view = TranscribeView(self.model, theme)
        window.add_area(self.view, icon="transcribe", name=mark("Transcribe"))

    def open(self) -> None:
        """Go on with what is left of the last time: call once the window is shown."""
        self.model.open()

    def close(self) -> None:
        """Keep what was edited and end the process and the threads."""
        self.model.close()
        self.view.close_files()


def add_recognition(
    window: MainWindow,
    live: LiveModel,
    settings: SettingsStore,
    player: PlayerModel,
    theme: Theme,
    folder: Path,
) -> RecognitionArea | None:
    """Return the area; None when its folder cannot be used, which is told."""
    try:
        return RecognitionArea(window, live, settings, player, theme, folder)
    except SyrinxError as error:
        live.message_posted.emit(Message(level="error", text=str(error)))
        return None


def own_models() -> list[tuple[str, str]]:
    """Return the recogniser that comes with the program."""
    return [("syrinx", tr("Syrinx (English)"))]
