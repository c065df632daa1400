"""Draws a segment: its time, who speaks, and words shaded by how sure they are; edits its text."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from syrinx.app.transcription.find import Match, word_at
from syrinx.app.transcription.transcript import Segment
from syrinx.app.translation import tr
from syrinx.app.viewmodels.takes import clock
from syrinx.app.viewmodels.transcribe_segments import LINE_ROLE, Line
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP

GUTTER = 64
PAD = 5
TURN_HEIGHT = 20
FONT_SIZE = 14
WIDEST = 880
"""Longer lines are hard to read."""
SURE = 0.85
"""Words from here on are not shaded."""
_MOST_KEPT = 400
Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class Lights:
    """What is lit: the word that is heard, the one the keys are at, what was found."""

    heard: tuple[int, int] | None = None
    at: tuple[int, int] | None = None
    matches: dict[int, list[Match]] | None = None
    chosen: Match | None = None


def doubt(confidence: float) -> float:
    """Return how strongly a word is shaded, 0 to 1."""
    return min(1.0, max(0.0, (SURE - confidence) / SURE))


def speaker_colour(theme: Theme, speaker: int) -> QColor:
    """Return the colour of a speaker; with more than six they come again."""
    palette = theme.palette
    colours = [palette.formants[1], palette.formants[0], palette.formants[2], palette.formants[3]]
    colours += [palette.accent, palette.warm]
    return QColor(colours[speaker % len(colours)])


class SegmentRow(QStyledItemDelegate):
    """One segment of the text."""

    def __init__(self, theme: Theme, lights: Lights, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.lights = theme, lights
        self._layouts: OrderedDict[tuple[str, int], QTextLayout] = OrderedDict()
        self._heights: dict[tuple[str, int], float] = {}
        self.width = 400

    # ---- layout ----

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the room of all lines at the width of the list."""
        line = index.data(LINE_ROLE)
        if line is None:
            return QSize(100, 24)
        head = TURN_HEIGHT if line.turn else 0
        return QSize(200, round(self._height(line.segment.text) + 2 * PAD + head))

    def letters_rect(self, row: QRectF, line: Line) -> QRectF:
        """Return where the text of a row stands."""
        head = TURN_HEIGHT if line.turn else 0
        return row.adjusted(GUTTER, PAD + head, -GAP, -PAD)

    def word_at(self, row: QRectF, line: Line, place: QPointF) -> int | None:
        """Return the word under a place; None = beside the text."""
        area = self.letters_rect(row, line)
        layout = self._layout(line.segment.text)
        inside = place - area.topLeft()
        for number in range(layout.lineCount()):
            one = layout.lineAt(number)
            if one.y() <= inside.y() < one.y() + one.height():
                if not -4 <= inside.x() <= one.naturalTextWidth() + 4:
                    return None
                letter = one.xToCursor(inside.x(), one.CursorPosition.CursorOnCharacter)
                return word_at(line.segment, letter[0] if isinstance(letter, tuple) else letter)
        return None

    def word_rect(self, row: QRectF, line: Line, word: int) -> QRectF:
        """Return where a word stands."""
        area = self.letters_rect(row, line)
        layout = self._layout(line.segment.text)
        start, stop = _span(line.segment, word)
        one = layout.lineForTextPosition(start)
        left, right = one.cursorToX(start), one.cursorToX(stop)
        x0 = left[0] if isinstance(left, tuple) else left
        x1 = right[0] if isinstance(right, tuple) else right
        return QRectF(area.left() + x0, area.top() + one.y(), x1 - x0, one.height())

    # ---- painting ----

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        line = index.data(LINE_ROLE)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("raised"))
            painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), 6, 6)
        self._draw_gutter(painter, row, line)
        area = self.letters_rect(row, line)
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._draw_marks(painter, row, line, index.row(), focus)
        painter.setPen(self._theme.colour("text"))
        self._layout(line.segment.text).draw(painter, area.topLeft(), self._colours(line, index))
        painter.restore()

    def _draw_gutter(self, painter: QPainter, row: QRectF, line: Line) -> None:
        speaker = line.segment.speaker
        if speaker is not None:
            colour = speaker_colour(self._theme, speaker)
            top = 4 if line.turn else 0
            painter.fillRect(QRectF(row.left() + 2, row.top() + top, 3, row.height() - top), colour)
            if line.turn:
                font = self._font(12, QFont.Weight.DemiBold)
                painter.setFont(font)
                painter.setPen(colour)
                box = QRectF(row.left() + GUTTER, row.top() + 3, row.width() - GUTTER, TURN_HEIGHT)
                name = QFontMetrics(font).elidedText(
                    line.turn, Qt.TextElideMode.ElideRight, int(box.width() - GAP)
                )
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.setFont(self._font(11))
        painter.setPen(self._theme.colour("text_faint"))
        area = self.letters_rect(row, line)
        height = self._layout(line.segment.text).lineAt(0).height()
        box = QRectF(row.left() + 8, area.top(), GUTTER - 18, height)
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(box, flags, clock(line.segment.start_s))

    def _draw_marks(
        self, painter: QPainter, row: QRectF, line: Line, number: int, focus: bool
    ) -> None:
        """Draw what lies behind the letters: doubt, what is heard, where the keys are."""
        painter.setPen(Qt.PenStyle.NoPen)
        for place, word in enumerate(line.segment.words):
            share = doubt(word.confidence)
            if share > 0.02:
                shade = self._theme.colour("warning")
                shade.setAlphaF(0.12 + 0.38 * share)
                painter.setBrush(shade)
                painter.drawRoundedRect(
                    self.word_rect(row, line, place).adjusted(-1.5, 1, 1.5, -1), 3, 3
                )
        if self.lights.heard is not None and self.lights.heard[0] == number:
            word_place = min(self.lights.heard[1], len(line.segment.words) - 1)
            painter.setBrush(self._theme.colour("accent"))
            box = self.word_rect(row, line, word_place)
            painter.drawRoundedRect(box.adjusted(-2.5, 0.5, 2.5, -0.5), 4, 4)
        if focus and self.lights.at is not None and self.lights.at[0] == number:
            box = self.word_rect(row, line, min(self.lights.at[1], len(line.segment.words) - 1))
            painter.setPen(self._theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2.5, 0.5, 2.5, -0.5), 4, 4)

    def _colours(self, line: Line, index: Index) -> list[QTextLayout.FormatRange]:
        made = []
        for match in (self.lights.matches or {}).get(index.row(), []):
            chosen = match == self.lights.chosen
            ink, ground = ("accent_text", "accent") if chosen else ("accent", "accent_soft")
            made.append(self._range(match.start, match.stop, ink, ground))
        if self.lights.heard is not None and self.lights.heard[0] == index.row():
            place = min(self.lights.heard[1], len(line.segment.words) - 1)
            made.append(self._range(*_span(line.segment, place), "accent_text", None))
        return made

    def _range(
        self, start: int, stop: int, ink: str, ground: str | None
    ) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, stop - start  # type: ignore[misc]
        look = QTextCharFormat()
        look.setForeground(self._theme.colour(ink))
        if ground is not None:
            look.setBackground(self._theme.colour(ground))
        made.format = look  # type: ignore[misc]
        return made

    # ---- editing ----

    def createEditor(  # noqa: N802
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Return a field for the text."""
        field = QPlainTextEdit(parent)
        field.setObjectName("segment")
        field.setFont(self._font(FONT_SIZE))
        field.setAccessibleName(tr("Text of the segment"))
        field.setToolTip(tr("Enter keeps the text, Esc leaves it as it was"))
        field.setTabChangesFocus(True)
        field.document().setDocumentMargin(2)
        field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Fill the field once; the view calls this at each change of the row."""
        if isinstance(editor, QPlainTextEdit) and not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
            # One word is wrong most often: it is marked, not all of them.
            line, at, cursor = index.data(LINE_ROLE), self.lights.at, editor.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            if line is not None and at is not None and at[0] == index.row():
                start, stop = _span(line.segment, min(at[1], len(line.segment.words) - 1))
                cursor.setPosition(start)
                cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Keep what was written."""
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)  # type: ignore[arg-type]

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the field over the text, a line larger: there is room to add words."""
        line = index.data(LINE_ROLE)
        if line is not None:
            area = self.letters_rect(QRectF(option.rect), line)
            more = QFontMetrics(self._font(FONT_SIZE)).lineSpacing() + 6
            editor.setGeometry(area.adjusted(-6, -5, 4, more).toRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter keeps what was written: a segment has no lines of its own."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(watched, QPlainTextEdit)
        ):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(watched, event)

    # ---- inside ----

    def _font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        parent = self.parent()
        font = QFont(parent.font() if isinstance(parent, QWidget) else QFont())
        font.setPixelSize(size)
        font.setWeight(weight)
        return font

    def _height(self, text: str) -> float:
        key = (text, self.width)
        if key not in self._heights:
            if len(self._heights) > 20_000:
                self._heights.clear()
            self._heights[key] = self._layout(text).boundingRect().height()
        return self._heights[key]

    def _layout(self, text: str) -> QTextLayout:
        key = (text, self.width)
        if key in self._layouts:
            self._layouts.move_to_end(key)
            return self._layouts[key]
        layout = QTextLayout(text, self._font(FONT_SIZE))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y, width = 0.0, min(WIDEST, max(60, self.width - GUTTER - GAP))
        while (one := layout.createLine()).isValid():
            one.setLineWidth(width)
            one.setPosition(QPointF(0, y))
            y += one.height() + 2
        layout.endLayout()
        self._layouts[key] = layout
        while len(self._layouts) > _MOST_KEPT:
            self._layouts.popitem(last=False)
        return layout


def _span(segment: Segment, word: int) -> tuple[int, int]:
    start = sum(len(one.text) + 1 for one in segment.words[:word])
    return start, start + len(segment.words[word].text)
