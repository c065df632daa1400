"""Puts recordings, takes and the soundboard into the window."""

from __future__ import annotations

from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.actions import Action, ActionRegistry, Argument
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.live_actions import SOUNDBOARD, STREAM, clip_actions
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.player import PlayerModel
from syrinx.app.viewmodels.recordings import RecordingsModel
from syrinx.app.viewmodels.remote_desk import RemoteDesk
from syrinx.app.viewmodels.soundboard import SoundboardModel
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.pad_keys import PadKeys
from syrinx.app.views.recording_page import RecordingPage
from syrinx.app.views.settings_view import SettingsView
from syrinx.app.views.studio_strip import StudioStrip
from syrinx.app.views.theme import Theme
from syrinx.dsp.errors import SyrinxError

FOLDED = "studio_folded"


class StudioParts:
    """The strip under the picture, its keys, and its page of settings.

    Parameters
    ----------
    window, pages
        Get the strip and the page of settings.
    live, settings, theme
        As everywhere.

    Attributes
    ----------
    recordings, soundboard
        Their models, for other parts that control them.
    """

    def __init__(
        self,
        window: MainWindow,
        pages: SettingsView,
        live: LiveModel,
        settings: SettingsStore,
        theme: Theme,
    ) -> None:
        engine = live.client
        self.player = PlayerModel(engine, live)
        self.recordings = RecordingsModel(engine, live, settings, self.player)
        self.soundboard = SoundboardModel(engine, live, settings, self.player)
        self.strip = StudioStrip(self.recordings, self.soundboard, theme)
        folded = settings.recall(FOLDED)
        if not isinstance(folded, bool):  # nobody chose: what is empty takes no room
            folded = not self.soundboard.pads and not self.recordings.takes.rowCount()
        self.strip.set_folded(folded)
        self.strip.fold.toggled.connect(lambda folded: settings.remember(FOLDED, folded))
        self.page = RecordingPage(self.recordings, self.soundboard)
        self.keys = PadKeys(window.live, self.recordings, self.soundboard)
        window.live.add_strip(self.strip)
        pages.add_page(mark("Recording"), self.page)
        if self.soundboard.damaged:
            text = "Some pads of the soundboard were damaged and are left out: add them again."
            live.message_posted.emit(Message(level="warning", text=text))

    def offer(self, registry: ActionRegistry, desk: RemoteDesk) -> None:
        """Let keys, MIDI and the remote control push pads and set markers."""
        recordings, board = self.recordings, self.soundboard

        def add_marker(label: Argument) -> None:
            if recordings.running is None:
                raise SyrinxError("Nothing is being recorded: start a recording, then mark.")
            recordings.add_marker(str(label or ""))

        registry.add(
            Action(
                id="marker", title=tr("Marker"), group=STREAM, run=add_marker,
                description=tr("Marks what is being said now in the recording."),
            )
        )  # fmt: skip

        def offer_pads() -> None:
            count = len(board.pads)
            if (
                count == 0
                or registry.find(f"clip.{count}") is None
                or registry.find(f"clip.{count + 1}")
            ):
                actions = clip_actions(board.trigger_at, board.stop_all, count)
                registry.replace_group(SOUNDBOARD, actions)

        board.changed.connect(offer_pads)
        offer_pads()
        desk.clips = board.facts

    def close(self) -> None:
        """End the threads and timers."""
        self.strip.close()
        self.player.close()
        self.recordings.close()
        self.soundboard.close()
