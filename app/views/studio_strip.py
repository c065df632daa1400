"""The strip under the picture: soundboard and takes, and the running recording."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.engine.recording_file import FORMATS
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.recordings import RecordingsModel, room_text, size_text
from syrinx.app.viewmodels.soundboard import SoundboardModel
from syrinx.app.viewmodels.takes import clock
from syrinx.app.views.file_drop import files_in
from syrinx.app.views.parts import ElidedLabel
from syrinx.app.views.soundboard_page import SoundboardPage
from syrinx.app.views.takes_page import TakesPage
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT

BODY_HEIGHT = 100
_LOW_S = 600.0
_NARROW = 400
_SAVED_MS = 8000
_DOT = " \N{MIDDLE DOT} "


class StudioStrip(QWidget):
    """Two pages behind two names; at the right what is being recorded, or could be.

    Parameters
    ----------
    recordings, soundboard
        The models of the pages.
    """

    def __init__(
        self, recordings: RecordingsModel, soundboard: SoundboardModel, theme: Theme
    ) -> None:
        super().__init__()
        self._recordings, self._soundboard, self._theme = recordings, soundboard, theme
        self.setAcceptDrops(True)
        self.soundboard = SoundboardPage(soundboard, theme)
        self.takes = TakesPage(recordings, theme)
        self.stack = QStackedWidget()
        self.stack.setFixedHeight(BODY_HEIGHT)
        self._group = QButtonGroup(self)
        self._names: dict[str, QPushButton] = {}
        frame = QFrame()
        frame.setObjectName("segments")
        names = QHBoxLayout(frame)
        names.setContentsMargins(2, 2, 2, 2)
        names.setSpacing(2)
        for name, page, tooltip in (
            (
                mark("Soundboard"),
                self.soundboard,
                tr("Sounds that others hear when you press them"),
            ),
            (mark("Takes"), self.takes, tr("Your last recordings")),
        ):
            names.addWidget(self._add_page(name, page, tooltip))
        self.fold = QToolButton()
        self.fold.setProperty("role", "plain")
        self.fold.setProperty("fold", True)
        self.fold.setCheckable(True)
        self.fold.setIconSize(QSize(16, 16))
        self.status = ElidedLabel("", "muted")
        self.status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.marker = QPushButton(tr("Marker"))
        self.marker.setProperty("role", "small")
        self.marker.setIconSize(QSize(14, 14))
        self.marker.setToolTip(tr("Mark what is being said now in the recording (M)"))
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(frame)
        head.addWidget(self.status, 1)
        head.addWidget(self.marker)
        head.addWidget(self.fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(head)
        column.addWidget(self.stack)
        self._saved = ""
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(_SAVED_MS)
        self._forget.timeout.connect(self._on_forgotten)
        self.fold.toggled.connect(self._on_folded)
        self.marker.clicked.connect(lambda: recordings.add_marker())
        soundboard.added.connect(lambda _: self.show_page("Soundboard"))
        recordings.running_changed.connect(self._show)
        recordings.choice_changed.connect(self._show)
        recordings.takes.rowsInserted.connect(self._on_saved)
        recordings.takes.rowsRemoved.connect(lambda *_: self._count())
        theme.changed.connect(self._paint)
        self._names["Soundboard"].setChecked(True)
        self._count()
        self._show()
        self._paint()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Rest."""
        self._forget.stop()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Unfold for files, so that they can be let go over the pads; or anywhere here."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()
            self.show_page("Soundboard")

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Make pads of the files."""
        event.acceptProposedAction()
        self._soundboard.add_files(files_in(event.mimeData()))

    def show_page(self, name: str) -> None:
        """Show the page of this (English) name, unfolded."""
        if name in self._names:
            self.fold.setChecked(False)
            self._names[name].click()

    def set_folded(self, folded: bool) -> None:
        """Show only the head, or all."""
        self.fold.setChecked(folded)

    def _add_page(self, name: str, page: QWidget, tooltip: str) -> QPushButton:
        made = QPushButton(tr(name))
        made.setToolTip(tooltip)
        made.setProperty("role", "segment")
        made.setCheckable(True)
        made.setAutoDefault(False)
        self._group.addButton(made)
        self._names[name] = made
        index = self.stack.addWidget(page)
        made.clicked.connect(lambda: self._on_chosen(index))
        return made

    def _on_chosen(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self.fold.setChecked(False)

    def _on_folded(self, folded: bool) -> None:
        self.stack.setVisible(not folded)
        self._paint()

    def _on_saved(self, _parent: QModelIndex, first: int, _last: int) -> None:
        take = self._recordings.takes.take(self._recordings.takes.index(first))
        if take is not None:
            self._saved = tr(
                "Saved {length} as {name}", length=clock(take.seconds), name=take.path.name
            )
            self._forget.start()
        self._count()
        self._show()

    def _on_forgotten(self) -> None:
        self._saved = ""
        self._show()

    def _count(self) -> None:
        count = self._recordings.takes.rowCount()
        self._names["Takes"].setText(tr("Takes  {count}", count=count) if count else tr("Takes"))

    def _show(self) -> None:
        model = self._recordings
        running = model.running is not None
        self.marker.setVisible(running)
        room = model.room_s
        left = "" if room is None else tr("room for {room}", room=room_text(room))
        if running:
            parts = [size_text(model.size_bytes)]
            if self.width() >= _NARROW:  # the button of the recording tells, too
                parts.insert(0, tr("Recording {length}", length=clock(model.seconds)))
            if model.markers:
                parts.append(
                    tr("1 marker")
                    if model.markers == 1
                    else tr("{count} markers", count=model.markers)
                )
            if room is not None and room < _LOW_S:
                parts.append(left)
        elif self._saved:
            parts = [self._saved]
        else:
            parts = [FORMATS[model.choice.ending].name, left]
        self.status.setText(_DOT.join(part for part in parts if part))
        facts = [f"{model.running or model.folder}"]
        if model.free_bytes is not None:
            facts.append(tr("{size} free", size=size_text(model.free_bytes)))
        self.status.setToolTip("\n".join(facts))

    def _paint(self) -> None:
        folded = self.fold.isChecked()
        self.fold.setIcon(self._theme.icon("chevron-up" if folded else "chevron-down"))
        name = tr("Unfold the soundboard and the takes") if folded else tr("Fold the strip")
        self.fold.setToolTip(name)
        self.fold.setAccessibleName(name)
        self.marker.setIcon(self._theme.icon("marker", "text"))
