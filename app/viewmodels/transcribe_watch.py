"""A folder whose new recordings are transcribed by themselves."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from syrinx.app.engine.errands import Errands
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.transcription.watch import FolderWatch
from syrinx.app.translation import tr
from syrinx.dsp.errors import SyrinxError

LOOK_MS = 4000
FOLDER, ON = "transcribe_folder", "transcribe_watch"
Look = list[Path] | str | None


class WatchModel(QObject):
    """Looks into the folder every few seconds, in a thread: a network drive may be slow.

    Parameters
    ----------
    settings
        Where the folder and the switch are kept; off at first.
    memory
        Where is kept what was taken already.
    """

    changed = Signal()
    arrived = Signal(object)
    """Paths of recordings that are whole."""
    failed = Signal(str)
    _looked = Signal(object)

    def __init__(
        self, settings: SettingsStore, memory: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._watch = FolderWatch(memory)
        self._errands: Errands[Path, Look] | None = None
        self._looking = False
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._looked.connect(self._on_looked, Qt.ConnectionType.QueuedConnection)

    @property
    def folder(self) -> Path | None:
        """What is watched, or would be."""
        kept = self._settings.recall(FOLDER)
        return Path(kept) if isinstance(kept, str) and kept else None

    @property
    def on(self) -> bool:
        """Whether it is watched."""
        return self._settings.recall(ON) is True and self.folder is not None

    @property
    def missing(self) -> bool:
        """Whether the last look found no such folder."""
        return bool(self._told)

    def open(self) -> None:
        """Watch, if that was chosen the last time."""
        if self.on:
            self._timer.start()
            self.look()

    def watch(self, folder: Path) -> None:
        """Watch this folder from now on."""
        self._settings.remember(FOLDER, str(folder.absolute()))
        self.set_on(True)

    def set_on(self, on: bool) -> None:
        """Watch, or no longer."""
        self._settings.remember(ON, on)
        self._told = ""
        if self.on:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()
        self.changed.emit()

    def look(self) -> None:
        """Look now, unless a look is under way."""
        folder = self.folder
        if folder is None or self._looking:
            return
        if self._errands is None:
            self._errands = Errands(self._work, self._looked.emit, name="watch")
        self._looking = True
        self._errands.request(folder)

    def close(self) -> None:
        """End the thread."""
        self._timer.stop()
        if self._errands is not None:
            self._errands.close()
            self._errands = None

    # ---- inside ----

    def _work(self, folder: Path, unwanted: object) -> Look:
        """In the thread: whole files, None without a folder, or a sentence."""
        try:
            return self._watch.look(folder, unwanted)  # type: ignore[arg-type]
        except SyrinxError as error:
            return str(error)

    def _on_looked(self, found: Look) -> None:
        self._looking = False
        if not self.on:
            return
        if isinstance(found, str) or found is None:
            text = found or tr("The watched folder {folder} is not there.", folder=self.folder)
            if text != self._told:  # once, not every few seconds
                self._told = text
                self.failed.emit(text)
                self.changed.emit()
            return
        if self._told:
            self._told = ""
            self.changed.emit()
        if found:
            self.arrived.emit(found)
            try:
                self._watch.take(found)
            except SyrinxError as error:
                self.failed.emit(str(error))
