"""Puts the Clone area into the window: its models, their processes, and how a voice gets live."""

from __future__ import annotations

from pathlib import Path

from syrinx.app.clone.checking import checking_main
from syrinx.app.clone.child import ChildProcess
from syrinx.app.clone.project import ProjectStore
from syrinx.app.clone.prompts import prompt_book
from syrinx.app.services.checking_client import CheckingClient
from syrinx.app.services.engine_client import EngineClient
from syrinx.app.services.train_client import TrainClient, make_training_host
from syrinx.app.texts import mark
from syrinx.app.viewmodels.capture import CaptureModel
from syrinx.app.viewmodels.clone_listen import ListenModel
from syrinx.app.viewmodels.clone_training import TrainingModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.recording_player import RecordingPlayer
from syrinx.app.viewmodels.room_check import RoomCheckModel
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_view import CloneView
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.theme import Theme
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.errors import SyrinxError


class CloneArea:
    """The wizard in the window; no process is started before it is needed.

    Parameters
    ----------
    window
        Gets the area.
    live, engine
        The Live area's model, and the engine that both use.
    library
        Where voices are stored.
    folder
        The data folder.
    """

    def __init__(
        self,
        window: MainWindow,
        live: LiveModel,
        engine: EngineClient,
        theme: Theme,
        library: VoiceLibrary,
        folder: Path,
    ) -> None:
        self._window, self._live, self._library = window, live, library
        capture = CaptureModel(engine, live)
        checking = CheckingClient(ChildProcess(checking_main, str(folder), name="syrinx-checking"))
        self.wizard = WizardModel(ProjectStore(folder), capture, checking, prompt_book)
        self._room = RoomCheckModel(capture, checking)
        training = TrainClient(lambda: make_training_host(folder))
        self.training = TrainingModel(self.wizard, training, live, library.free_id)
        self.listen = ListenModel(self.wizard, capture, checking)
        self.view = CloneView(self.wizard, self._room, self.training, self.listen, theme)
        window.add_area(self.view, icon="clone", name=mark("Clone"))
        self._player = RecordingPlayer(capture, live)
        self._player.message_posted.connect(live.message_posted)
        if window.library is not None:
            window.library.set_player(self._player.toggle)
        self.training.finished.connect(lambda _id: live.reload_voices())
        self.listen.kept.connect(self._on_kept)
        self.wizard.voice_discarded.connect(self._on_discarded)

    def close(self) -> None:
        """End the processes; what was being made can be gone on with."""
        self.training.close()
        self.wizard.close()

    def _on_discarded(self, voice_id: str) -> None:
        try:
            self._library.remove(voice_id)
        except SyrinxError as error:
            self.wizard.message_posted.emit(Message(level="error", text=str(error)))
        self._live.reload_voices()

    def _on_kept(self, voice_id: str) -> None:
        self._live.reload_voices()
        self._live.select_voice(voice_id)
        self._window.show_area(self._window.live)
