"""The line above the Transcribe area: what is added, the recogniser, the watched folder."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QMenu, QPushButton

from syrinx.app.translation import tr
from syrinx.app.viewmodels.transcribe import TranscribeModel
from syrinx.app.views.parts import ElidedComboBox, ignore_stray_wheel, label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN


class AddBar(QFrame):
    """Buttons and choices; the choices are for the files that are added from now on."""

    files_pressed = Signal()
    folder_pressed = Signal()
    watch_folder_pressed = Signal()

    def __init__(self, model: TranscribeModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("presets")
        self._model, self._theme = model, theme
        self.files = _button(tr("Add files"), tr("Choose recordings to transcribe (Ctrl+O)"))
        self.folder = _button(tr("Add a folder"), tr("All recordings in a folder and below it"))
        self.watch = _button(tr("Watch"), "")
        self.watch.setObjectName("watch")
        self.watch.setCheckable(True)
        self.watch_menu = QMenu(self.watch)
        self.watch_on = self.watch_menu.addAction("")
        self.watch_on.setCheckable(True)
        self.watch_choose = self.watch_menu.addAction(tr("Choose a folder..."))
        self.recogniser = ElidedComboBox()
        self.recogniser.setAccessibleName(tr("Recogniser"))
        self.recogniser.setToolTip(tr("Transcribes the files that are added from now on"))
        ignore_stray_wheel(self.recogniser)
        self.speakers = QCheckBox(tr("Tell speakers apart"))
        self.speakers.setToolTip(tr("Says who speaks when; takes longer"))
        self.skip = QCheckBox(tr("Skip what is done"))
        self.skip.setToolTip(
            tr("Leave out files that were transcribed in the same way and have not changed")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        row.setSpacing(GAP)
        for widget in (self.files, self.folder, self.watch):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(label(tr("Recogniser"), "muted"))
        row.addWidget(self.recogniser)
        row.addSpacing(GAP)
        row.addWidget(self.speakers)
        row.addSpacing(GAP)
        row.addWidget(self.skip)
        self.files.clicked.connect(self.files_pressed)
        self.folder.clicked.connect(self.folder_pressed)
        self.watch.clicked.connect(self._on_watch)
        self.watch_on.triggered.connect(model.watch.set_on)
        self.watch_choose.triggered.connect(self.watch_folder_pressed)
        self.recogniser.activated.connect(lambda _: model.set_model(self.recogniser.currentData()))
        self.speakers.toggled.connect(model.set_speakers)
        self.skip.toggled.connect(model.set_skip_done)
        model.options_changed.connect(self._show)
        model.watch.changed.connect(self._show_watch)
        theme.changed.connect(self._show_watch)
        self._show()
        self._show_watch()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """See which recognisers there are now."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        known = list(self._model.models())
        shown = [
            (self.recogniser.itemData(row), self.recogniser.itemText(row))
            for row in range(self.recogniser.count())
        ]
        if known != shown:
            self.recogniser.clear()
            for model_id, name in known:
                self.recogniser.addItem(name, model_id)
        options = self._model.options
        self.recogniser.setCurrentIndex(self.recogniser.findData(options.model))
        with QSignalBlocker(self.speakers), QSignalBlocker(self.skip):
            self.speakers.setChecked(options.diarize)
            self.skip.setChecked(self._model.skip_done)

    def _show_watch(self) -> None:
        watch = self._model.watch
        self.watch.setChecked(watch.on)
        token = ("warning" if watch.missing else "accent") if watch.on else "text_muted"
        self.watch.setIcon(self._theme.icon("watch", token))
        folder = watch.folder
        self.watch_on.setVisible(folder is not None)
        self.watch_on.setChecked(watch.on)
        if folder is not None:
            self.watch_on.setText(tr("Watch {folder}", folder=folder.name or folder))
        if watch.missing:
            text = tr("The watched folder {folder} is not there.", folder=folder)
        elif watch.on:
            text = tr("New recordings in {folder} are transcribed by themselves.", folder=folder)
        else:
            text = tr("Transcribe by itself what comes into a folder")
        self.watch.setToolTip(text)

    def _on_watch(self) -> None:
        self._show_watch()  # a click only opens the menu
        if self._model.watch.folder is None:
            self.watch_folder_pressed.emit()
        else:
            self.watch_menu.popup(self.watch.mapToGlobal(self.watch.rect().bottomLeft()))


def _button(text: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setIconSize(QSize(16, 16))
    made.setToolTip(tip)
    return made
