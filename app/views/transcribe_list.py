"""The files of the queue as a list: state, progress, what went wrong; no widget per row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from syrinx.app.transcription.queue import Item
from syrinx.app.translation import tr
from syrinx.app.viewmodels.transcribe_rows import ROW_ROLE, Row, RowsModel
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT

ROW_HEIGHT = 52
_ICONS = {
    "waiting": ("clock", "text_faint"),
    "running": ("live", "accent"),
    "done": ("good", "ok"),
    "failed": ("warning", "danger"),
    "cancelled": ("stop", "text_faint"),
}


class FileRow(QStyledItemDelegate):
    """Draws one file."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Every row has the same height."""
        return QSize(160, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row."""
        row = index.data(ROW_ROLE)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(0, 1, 0, -1)
        self._draw_ground(painter, area, option.state)
        self._draw(painter, area.adjusted(GAP, 6, -GAP, -6), row)
        painter.restore()

    def _draw_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_soft" if selected else "raised"))
            painter.drawRoundedRect(area, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _draw(self, painter: QPainter, area: QRectF, row: Row) -> None:
        theme = self._theme
        odd = row.item.state == "done" and row.item.message
        icon, token = ("warning", "warning") if odd else _ICONS[row.item.state]
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            QPointF(area.left(), area.top() + 1), theme.pixmap(icon, token, 16, ratio)
        )
        left = area.left() + 16 + GAP
        upper = QRectF(left, area.top(), area.right() - left, 18)
        lower = QRectF(left, area.bottom() - 18, area.right() - left, 18)
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("danger" if row.item.state == "failed" else "text_muted"))
        if row.item.state == "running":
            self._draw_progress(painter, lower, row, metrics)
        else:
            painter.drawText(upper, int(right), row.state)
            facts = metrics.elidedText(row.facts, Qt.TextElideMode.ElideRight, int(lower.width()))
            painter.drawText(lower, int(Qt.AlignmentFlag.AlignVCenter), facts)
            upper.setRight(upper.right() - metrics.horizontalAdvance(row.state) - GAP)
        font.setPixelSize(13)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        name = QFontMetrics(font).elidedText(
            row.name, Qt.TextElideMode.ElideMiddle, int(upper.width())
        )
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignVCenter), name)

    def _draw_progress(
        self, painter: QPainter, area: QRectF, row: Row, metrics: QFontMetrics
    ) -> None:
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), row.state)
        area = area.adjusted(metrics.horizontalAdvance(row.state) + GAP, 0, 0, 0)
        bar = QRectF(area.left(), area.center().y() - 2, max(40.0, min(120.0, area.width() / 3)), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line_strong"))
        painter.drawRoundedRect(bar, 2, 2)
        done = QRectF(bar)
        done.setWidth(bar.width() * (row.share or 0.0))
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(done, 2, 2)
        area = area.adjusted(bar.width() + GAP, 0, 0, 0)
        if area.width() < 48:
            return
        painter.setPen(self._theme.colour("text_muted"))
        # The newest words are at the end.
        heard = metrics.elidedText(row.facts, Qt.TextElideMode.ElideLeft, int(area.width()))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), heard)


class FileList(QListView):
    """Enter goes to the text, Delete removes; several can be chosen."""

    chosen = Signal(object)
    """Id of the file that is current; None = there is none."""
    entered_text = Signal()
    remove_pressed = Signal()

    def __init__(self, rows: RowsModel, theme: Theme) -> None:
        super().__init__()
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(FileRow(theme, self))
        self.setAccessibleName(tr("Files"))
        help_text = tr(
            "Files to transcribe, in the order in which they came. Enter goes to the text, Delete "
            "removes a file from the list, the menu key shows what else can be done."
        )
        self.setAccessibleDescription(help_text)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(5 * UNIT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        rows.rowsInserted.connect(self._on_inserted)
        rows.rowsRemoved.connect(self._on_removed)
        rows.modelReset.connect(self._on_removed)
        theme.changed.connect(self.viewport().update)

    def items(self) -> list[Item]:
        """Return what is chosen, in the order of the list."""
        places = sorted(self.selectedIndexes(), key=lambda index: index.row())
        rows = [self._rows.row(index) for index in places]
        return [row.item for row in rows if row is not None]

    def show_item(self, item_id: str) -> None:
        """Choose a file."""
        index = self._rows.index_of(item_id)
        if index.isValid():
            self._choose(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Go to the text, or remove."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_text.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_pressed.emit()
        else:
            super().keyPressEvent(event)

    def visible_rows(self) -> Sequence[int]:
        """Return the places that are seen now."""
        top = self.indexAt(self.viewport().rect().topLeft()).row()
        bottom = self.indexAt(self.viewport().rect().bottomLeft()).row()
        return range(max(0, top), (bottom if bottom >= 0 else self._rows.rowCount() - 1) + 1)

    def _choose(self, index: QModelIndex) -> None:
        """As a click, whatever keys are held: `setCurrentIndex` looks at them."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self._rows.row(index)
        self.chosen.emit(None if row is None else row.item.id)

    def _on_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        if not self.currentIndex().isValid():
            self._choose(self._rows.index(first))

    def _on_removed(self, *_: object) -> None:
        current = self.currentIndex()
        if not current.isValid() and self._rows.rowCount():
            self._choose(self._rows.index(0))
        elif current.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(current, QItemSelectionModel.SelectionFlag.Select)
        elif not current.isValid():
            self.chosen.emit(None)
