"""The text of the chosen transcript: a click plays, a double click edits, what is heard is lit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QToolTip

from syrinx.app.translation import tr
from syrinx.app.viewmodels.transcribe_editor import EditorModel
from syrinx.app.viewmodels.transcribe_segments import SegmentsModel, line_help
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import UNIT
from syrinx.app.views.transcribe_row import Lights, SegmentRow


class TextList(QListView):
    """Segments below each other; a cursor goes from word to word."""

    play_pressed = Signal(float)
    """From this time on."""
    stop_pressed = Signal()
    place_changed = Signal(float)
    """The cursor is at a word that begins then."""

    def __init__(self, editor: EditorModel, theme: Theme) -> None:
        super().__init__()
        self._editor = editor
        self.segments = SegmentsModel(editor, self)
        self.lights = Lights()
        self.row = SegmentRow(theme, self.lights, self)
        self.playing = False
        self.setObjectName("transcript")
        self.setModel(self.segments)
        self.setItemDelegate(self.row)
        self.setAccessibleName(tr("Text"))
        self.setAccessibleDescription(
            tr(
                "The transcript. Up and Down go from segment to segment, Left and Right from word "
                "to word; Space plays from there and stops, Enter or F2 edits, Delete deletes a "
                "segment. Words that are shaded are unsure."
            )
        )
        self.setMouseTracking(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(5 * UNIT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.segments.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        editor.matches_changed.connect(self._on_matches_changed)
        editor.changed.connect(self._on_editor_changed)
        theme.changed.connect(self.viewport().update)

    # ---- where ----

    def place_s(self) -> float:
        """Return when the word at the cursor begins."""
        transcript, at = self._editor.transcript, self.lights.at
        if transcript is None or at is None or at[0] >= len(transcript.segments):
            return 0.0
        words = transcript.segments[at[0]].words
        return words[min(at[1], len(words) - 1)].start_s

    def show_heard(self, time_s: float | None) -> None:
        """Light the word that is heard; None = nothing plays."""
        heard = None if time_s is None else self._editor.word_at(time_s)
        before = self.lights.heard
        if heard == before:
            return
        self.lights.heard = heard
        for place in {before[0] if before else -1, heard[0] if heard else -1} - {-1}:
            self.update(self.segments.index(place))
        if heard is not None and (before is None or before[0] != heard[0]):
            index = self.segments.index(heard[0])
            if not self.viewport().rect().contains(self.visualRect(index)):
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def show_time(self, time_s: float) -> None:
        """Put the cursor at the word that is said at a time, and show it."""
        at = self._editor.word_at(time_s)
        if at is not None:
            self._go(*at)

    def focus(self) -> None:
        """Give it the keyboard."""
        self.setFocus()
        if not self.currentIndex().isValid() and self.segments.rowCount():
            self._go(0, 0)

    # ---- events ----

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Break the lines anew."""
        if self.viewport().width() != self.row.width:
            self.row.width = self.viewport().width()
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Play from the word that was clicked."""
        super().mousePressEvent(event)
        found = self._under(event.position().toPoint())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(*found)
            self.play_pressed.emit(self.place_s())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Edit; what the first click began to play stops."""
        self.stop_pressed.emit()
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A hand over words."""
        over = self._under(event.position().toPoint()) is not None
        cursor = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(cursor)
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Tell how sure the word under the pointer is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._under(event.pos())
            line = None if found is None else self.segments.line(self.segments.index(found[0]))
            text = line_help(line.segment, found[1]) if line is not None and found else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go from word to word, play, edit, delete."""
        key, at = event.key(), self.lights.at
        if key == Qt.Key.Key_Space:
            if self.playing:
                self.stop_pressed.emit()
            else:
                self.play_pressed.emit(self.place_s())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.stop_pressed.emit()
            self.edit(self.currentIndex())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and at is not None:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self._editor.rewrite(self.currentIndex().row(), "")
        else:
            super().keyPressEvent(event)

    def menu(self, index: QModelIndex) -> QMenu:
        """Return what can be done with a segment; the caller deletes it."""
        menu = QMenu(self)
        number = index.row()
        menu.addAction(tr("Edit")).triggered.connect(lambda: self.edit(index))
        menu.addAction(tr("Delete")).triggered.connect(lambda: self._editor.rewrite(number, ""))
        menu.addSeparator()
        line = self.segments.line(index)
        known = self._editor.speakers()
        more = menu.addMenu(tr("Speaker"))
        for speaker in [*known, max(known, default=-1) + 1]:
            new = speaker not in known
            action = more.addAction(
                tr("New speaker") if new else self._editor.speaker_name(speaker)
            )
            action.setCheckable(not new)
            action.setChecked(line is not None and line.segment.speaker == speaker)
            action.triggered.connect(
                lambda _=False, speaker=speaker: self._editor.set_speaker(number, speaker)
            )
        return menu

    # ---- inside ----

    def _under(self, place: QPoint) -> tuple[int, int] | None:
        index = self.indexAt(place)
        line = self.segments.line(index)
        if line is None:
            return None
        row = QRectF(self.visualRect(index))
        word = self.row.word_at(row, line, place.toPointF())
        return None if word is None else (index.row(), word)

    def _go(self, number: int, word: int) -> None:
        self.lights.at = (number, word)
        index = self.segments.index(number)
        if index != self.currentIndex():
            # Not by setCurrentIndex, which looks at the keys that are held.
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
        self.viewport().update()
        self.place_changed.emit(self.place_s())

    def _step(self, by: int) -> None:
        assert self.lights.at is not None  # asked before
        number, word = self.lights.at
        transcript = self._editor.transcript
        if transcript is None:
            return
        word += by
        if word < 0 and number > 0:
            number -= 1
            word = len(transcript.segments[number].words) - 1
        elif word >= len(transcript.segments[number].words):
            if number + 1 >= len(transcript.segments):
                return
            number, word = number + 1, 0
        self._go(number, max(0, word))

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and (self.lights.at is None or self.lights.at[0] != index.row()):
            self.lights.at = (index.row(), 0)
            self.place_changed.emit(self.place_s())

    def _on_matches_changed(self) -> None:
        matches: dict[int, list] = {}  # type: ignore[type-arg]
        for match in self._editor.matches:
            matches.setdefault(match.segment, []).append(match)
        self.lights.matches = matches
        number = self._editor.match
        chosen = None if number is None else self._editor.matches[number]
        if chosen != self.lights.chosen and chosen is not None:
            self.scrollTo(self.segments.index(chosen.segment))
        self.lights.chosen = chosen
        self.viewport().update()

    def _on_editor_changed(self) -> None:
        rows = self.segments.rowCount()
        if self.lights.at is not None and self.lights.at[0] >= rows:
            self.lights.at = None
        self.lights.heard = None
        self.viewport().update()

    def _on_menu(self, place: QPoint) -> None:
        index = self.indexAt(place) if self.indexAt(place).isValid() else self.currentIndex()
        if index.isValid():
            menu = self.menu(index)
            menu.exec(self.viewport().mapToGlobal(place))
            menu.deleteLater()
