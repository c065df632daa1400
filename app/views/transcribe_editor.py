"""The right side of the Transcribe area: the chosen file's picture and its text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import told, tr
from syrinx.app.viewmodels.takes import clock
from syrinx.app.viewmodels.transcribe import TranscribeModel
from syrinx.app.viewmodels.transcribe_rows import Row, words_text
from syrinx.app.views.parts import ElidedLabel, label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT
from syrinx.app.views.transcribe_canvas import TranscriptCanvas
from syrinx.app.views.transcribe_files import tool
from syrinx.app.views.transcribe_find import FindBar
from syrinx.app.views.transcribe_speakers import SpeakersPopover
from syrinx.app.views.transcribe_text import TextList


class EditorPanel(QFrame):
    """Picture above, text below; instead of both a sentence while there is no text."""

    export_pressed = Signal(QPoint)
    """Upper right corner of what opens, on the screen."""
    retry_pressed = Signal()
    replaced = Signal(int)

    def __init__(self, model: TranscribeModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._model, self._theme = model, theme
        editor = self._editor = model.editor
        self.title = ElidedLabel("", "title")
        self.facts = ElidedLabel("", "muted")
        self.play = tool(tr("Play (Space)"), "")
        self.undo = tool(tr("Undo (Ctrl+Z)"), "")
        self.redo = tool(tr("Redo (Ctrl+Shift+Z)"), "")
        self.find = tool(tr("Find and replace (Ctrl+F)"), "")
        self.find.setCheckable(True)
        self.speakers = tool(tr("Names of the speakers"), "")
        self.export = QPushButton(tr("Export"))
        self.export.setProperty("role", "small")
        self.export.setAutoDefault(False)
        self.export.setToolTip(tr("Write this transcript, or all that are done (Ctrl+E)"))
        self.canvas = TranscriptCanvas(editor, theme)
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self.bar.setAccessibleName(tr("Place in the recording"))
        self.find_bar = FindBar(editor, theme)
        self.find_bar.hide()
        self.text = TextList(editor, theme)
        self.legend = label(tr("Shaded words are unsure."), "faint")
        self.about = label("", "muted", wrap=True)
        self.again = QPushButton(tr("Try again"))
        self.again.setToolTip(tr("Transcribe this file again"))
        self.names = SpeakersPopover(editor, theme, self)
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self._show()

    def focus_text(self) -> None:
        """Give the text the keyboard."""
        if self._editor.transcript is not None:
            self.text.focus()

    def open_find(self) -> None:
        """Find and replace."""
        if self._editor.transcript is not None:
            self.find.setChecked(True)
            self.find_bar.open_bar()
            self._paint_icons()

    def open_export(self) -> None:
        """Ask for what opens below the button."""
        corner = self.export.mapToGlobal(QPoint(self.export.width(), self.export.height() + UNIT))
        self.export_pressed.emit(corner)

    # ---- inside ----

    def _build(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.facts)
        head = QHBoxLayout()
        head.setSpacing(UNIT)
        head.addLayout(names, 1)
        for button in (self.play, self.undo, self.redo, self.find, self.speakers):
            head.addWidget(button)
        head.addSpacing(UNIT)
        head.addWidget(self.export)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.bar)
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.find_bar)
        column.addWidget(self.text, 1)
        column.addWidget(self.legend)
        self.halves = QSplitter(Qt.Orientation.Vertical)
        self.halves.setChildrenCollapsible(False)
        self.halves.setHandleWidth(GAP)
        self.halves.addWidget(upper)
        self.halves.addWidget(lower)
        self.halves.setSizes([190, 400])
        self.halves.setStretchFactor(0, 1)
        self.halves.setStretchFactor(1, 3)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setSpacing(GAP)
        column.addStretch(1)
        self.about.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.about)
        column.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.stack.addWidget(self.halves)
        self.stack.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, GAP)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        editor, listen = self._editor, self._model.listen
        editor.changed.connect(self._show)
        self._model.rows.dataChanged.connect(self._on_rows_changed)
        for part in (self.text, self.canvas):
            part.play_pressed.connect(listen.play)
            part.stop_pressed.connect(listen.stop)
        self.canvas.play_pressed.connect(self.text.show_time)
        self.text.place_changed.connect(self._on_place_changed)
        self.play.clicked.connect(self._on_play)
        self.undo.clicked.connect(editor.undo)
        self.redo.clicked.connect(editor.redo)
        self.find.clicked.connect(self._on_find)
        self.find_bar.closed.connect(self._on_find_closed)
        self.find_bar.replaced.connect(self.replaced)
        self.speakers.clicked.connect(self._on_speakers)
        self.export.clicked.connect(self.open_export)
        self.again.clicked.connect(self.retry_pressed)
        listen.changed.connect(self._on_listen_changed)
        listen.moved.connect(self._on_moved)
        self.canvas.scrolled.connect(self._show_bar)
        self.bar.valueChanged.connect(lambda value: self.canvas.scroll_to(value / 100))
        self._theme.changed.connect(self._paint_icons)
        for sequence, act in (
            ("Ctrl+Z", editor.undo),
            ("Ctrl+Shift+Z", editor.redo),
            ("Ctrl+Y", editor.redo),
            ("F3", lambda: editor.step(1)),
            ("Shift+F3", lambda: editor.step(-1)),
            ("Ctrl+E", self.open_export),
        ):
            key = QShortcut(QKeySequence(sequence), self)
            key.setAutoRepeat(sequence != "Ctrl+E")
            key.activated.connect(act)

    def _show(self) -> None:
        editor, item = self._editor, self._editor.item
        transcript = editor.transcript
        self.title.setText("" if editor.path is None else editor.path.name)
        there = transcript is not None
        self.stack.setCurrentIndex(0 if there and transcript and transcript.segments else 1)
        if transcript is not None:
            count = sum(len(segment.words) for segment in transcript.segments)
            parts = [clock(transcript.duration_s), words_text(count), transcript.model]
            if transcript.language:
                parts.append(transcript.language)
            parts.append(told(transcript.remark))
            self.facts.setText(" \N{MIDDLE DOT} ".join(filter(None, parts)))
            self.about.setText(tr("No speech was found in this file."))
            self.again.hide()
        else:
            row = None if item is None else Row(item=item)
            self.facts.setText("" if row is None else row.state)
            self._show_about()
        for button in (self.play, self.find, self.export):
            button.setEnabled(there)
        self.export.setEnabled(there or bool(self._model.finished()))
        self.undo.setEnabled(editor.can_undo)
        self.redo.setEnabled(editor.can_redo)
        self.speakers.setVisible(bool(editor.speakers()))
        if not there and self.find_bar.isVisibleTo(self):
            self.find_bar.close_bar()
        self._show_bar()
        self._paint_icons()

    def _show_about(self) -> None:
        item = self._editor.item
        state = "" if item is None else item.state
        texts = {
            "": tr("Choose a file at the left."),
            "waiting": tr("This file waits for its turn. Its text stands here when it is done."),
            "running": tr("This file is being transcribed. Its text stands here when it is done."),
            "cancelled": tr("This file was cancelled."),
            "done": tr("This transcript cannot be read: transcribe the file again."),
            "failed": "" if item is None else told(item.message),
        }
        self.about.setText(texts[state])
        self.again.setVisible(state in ("cancelled", "failed", "done"))

    def _show_bar(self) -> None:
        span = self.canvas.span
        with QSignalBlocker(self.bar):
            self.bar.setRange(0, round(100 * span.room_s))
            self.bar.setPageStep(round(100 * span.seconds))
            self.bar.setSingleStep(100)
            self.bar.setValue(round(100 * span.from_s))
        self.bar.setEnabled(span.room_s > 0)

    def _paint_icons(self) -> None:
        playing = self._model.listen.playing
        for button, icon in (
            (self.play, "stop" if playing else "start"),
            (self.undo, "undo"),
            (self.redo, "redo"),
            (self.find, "search"),
            (self.speakers, "people"),
        ):
            button.setIcon(
                self._theme.icon(icon, "text_muted" if button.isEnabled() else "line_strong")
            )
        name = tr("Stop (Space)") if playing else tr("Play (Space)")
        self.play.setAccessibleName(name)
        self.play.setToolTip(name)

    def _on_rows_changed(self) -> None:
        if self._editor.transcript is None and self._editor.item is not None:
            index = self._model.rows.index_of(self._editor.item.id)
            row = self._model.rows.row(index)
            if row is not None:
                self.facts.setText(row.state)
                self._show_about()

    def _on_play(self) -> None:
        listen = self._model.listen
        if listen.playing:
            listen.stop()
        else:
            listen.play(self.canvas.place_s)

    def _on_place_changed(self, time_s: float) -> None:
        if not self._model.listen.playing:
            self.canvas.show_place(time_s)
        else:
            self.canvas.place_s = time_s
            self.canvas.update()

    def _on_listen_changed(self) -> None:
        playing = self._model.listen.playing
        self.text.playing = playing
        if not playing:
            self.text.show_heard(None)
            self.canvas.show_heard(None)
        self._paint_icons()

    def _on_moved(self, time_s: float) -> None:
        self.text.show_heard(time_s)
        self.canvas.show_heard(time_s)

    def _on_find(self, wanted: bool) -> None:
        if wanted:
            self.open_find()
        else:
            self.find_bar.close_bar()

    def _on_find_closed(self) -> None:
        self.find.setChecked(False)
        if self.isVisible():
            self.text.focus()

    def _on_speakers(self) -> None:
        button = self.speakers
        self.names.open_at(button.mapToGlobal(QPoint(button.width(), button.height() + UNIT)))
