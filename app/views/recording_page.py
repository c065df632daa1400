"""Settings of recordings and of the soundboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from syrinx.app.engine.recording_file import FORMATS
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.recordings import CONTENTS, RecordingsModel, room_text, size_text
from syrinx.app.viewmodels.soundboard import SoundboardModel
from syrinx.app.views.parts import ElidedLabel, header, ignore_stray_wheel, label
from syrinx.app.views.settings_view import column_of
from syrinx.app.views.tokens import GAP

ABOUT = {
    ".wav": mark("Exact, 24 bit, with markers in the file. Past 4 GB it goes on as RF64."),
    ".flac": mark("Exact, 24 bit, about half the size of WAV."),
    ".mp3": mark("256 kbit/s; every program plays it. The delay of the encoder is taken out."),
    ".opus": mark("The smallest; chats and browsers play it."),
    ".ogg": mark("Small; at the device's own rate."),
}
MARKERS = mark(
    "Markers (M while recording) are also written beside the recording, as NAME.labels.txt: "
    "Audacity and others read it as a label track."
)


class RecordingPage(QWidget):
    """Format, content, folder, free space; one sound at a time.

    Parameters
    ----------
    ask_folder
        Asks for a folder; a test gives its own answer instead.
    """

    def __init__(
        self,
        recordings: RecordingsModel,
        soundboard: SoundboardModel,
        *,
        ask_folder: Callable[[QWidget, Path], Path | None] | None = None,
    ) -> None:
        super().__init__()
        self._model, self._soundboard = recordings, soundboard
        self._ask_folder = ask_folder or _ask_folder
        self.format = _choice(tr("Format"), tr("Of recordings from the next one on"))
        for ending, kind in FORMATS.items():
            self.format.addItem(kind.name, ending)
        self.content = _choice(tr("Content"), tr("What a recording holds; both are in step"))
        for content, text in CONTENTS.items():
            self.content.addItem(tr(text), content)
        self.about = label("", "muted", wrap=True)
        self.folder = ElidedLabel("", "muted")
        self.choose = QPushButton(tr("&Choose..."))
        self.choose.setToolTip(tr("Record into another folder"))
        self.standard = QPushButton(tr("&Standard"))
        self.standard.setToolTip(tr("Record into the folder with Syrinx's other data"))
        self.free = label("", "muted")
        self.alone = QCheckBox(tr("One s&ound at a time"))
        self.alone.setToolTip(tr("A pad of the soundboard stops the others"))
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(tr("&Format"), self.format)
        form.addRow("", self.about)
        form.addRow(tr("Con&tent"), self.content)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        row.addWidget(self.standard)
        form.addRow(tr("Folder"), row)
        form.addRow("", self.free)
        column = column_of(self)
        column.addLayout(header(tr("RECORDINGS")))
        column.addLayout(form)
        column.addWidget(label(tr(MARKERS), "muted", wrap=True))
        column.addLayout(header(tr("SOUNDBOARD")))
        column.addWidget(self.alone)
        self.format.activated.connect(lambda _: recordings.set_format(self.format.currentData()))
        self.content.activated.connect(lambda _: recordings.set_content(self.content.currentData()))
        self.choose.clicked.connect(self._on_choose)
        self.standard.clicked.connect(lambda: recordings.set_folder(None))
        self.alone.toggled.connect(soundboard.set_alone)
        recordings.choice_changed.connect(self._show)
        recordings.running_changed.connect(self._show_free)
        soundboard.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """See how much room there is now."""
        super().showEvent(event)
        self._model.look_at_disk()

    def _show(self) -> None:
        choice = self._model.choice
        self.format.setCurrentIndex(self.format.findData(choice.ending))
        self.content.setCurrentIndex(self.content.findData(choice.content))
        self.about.setText(tr(ABOUT[choice.ending]))
        self.folder.setText(str(self._model.folder))
        with QSignalBlocker(self.alone):
            self.alone.setChecked(self._soundboard.alone)
        self._show_free()

    def _show_free(self) -> None:
        free, room = self._model.free_bytes, self._model.room_s
        known = free is not None and room is not None
        self.free.setText(
            tr("{size} free, room for about {room}", size=size_text(free), room=room_text(room))
            if known
            else ""
        )

    def _on_choose(self) -> None:
        folder = self._ask_folder(self, self._model.folder)
        if folder is not None:
            self._model.set_folder(folder)


def _choice(name: str, tooltip: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(tooltip)
    ignore_stray_wheel(made)
    return made


def _ask_folder(parent: QWidget, current: Path) -> Path | None:
    name = QFileDialog.getExistingDirectory(parent, tr("Folder of recordings"), str(current))
    return Path(name) if name else None
