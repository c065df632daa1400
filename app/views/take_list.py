"""The last takes as a list: name, outline, length; they can be dragged out of the window."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.recordings import RecordingsModel
from syrinx.app.viewmodels.takes import TAKE_ROLE, Take
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT

ROW_HEIGHT = 30
_DETAIL_WIDTH = 148
_OUTLINED = 380
_EMPTY = mark("Recordings appear here. Press Record (Ctrl+R) while the voice runs.")


class TakeRow(QStyledItemDelegate):
    """Draws one take, and lets its name be edited."""

    def __init__(self, model: RecordingsModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

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
        take = index.data(TAKE_ROLE)
        if take is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, QRectF(option.rect), take, option.state)
        painter.restore()

    def _draw(self, painter: QPainter, row: QRectF, take: Take, state: QStyle.StateFlag) -> None:
        theme = self._theme
        row = row.adjusted(0, 1, 0, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if selected else "raised"))
            painter.drawRoundedRect(row, 6, 6)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        share = self._model.share(take)
        ratio = painter.device().devicePixelRatioF()
        icon = theme.pixmap("start" if share is None else "stop", "text_muted", 14, ratio)
        painter.drawPixmap(QPointF(row.left() + GAP, row.center().y() - 7), icon)
        left, right = row.left() + 30, row.right() - GAP
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        narrow = row.width() < _OUTLINED
        width = metrics.horizontalAdvance(take.detail) + UNIT if narrow else _DETAIL_WIDTH
        detail = QRectF(right - width, row.top(), width, row.height())
        space = detail.left() - left - 2 * GAP
        name = QRectF(left, row.top(), space if narrow else 0.55 * space, row.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("text"))
        text = metrics.elidedText(take.path.stem, Qt.TextElideMode.ElideMiddle, int(name.width()))
        painter.drawText(name, int(middle | Qt.AlignmentFlag.AlignLeft), text)
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(detail, int(middle | Qt.AlignmentFlag.AlignRight), take.detail)
        if narrow:  # the name tells takes apart, their outline only shows them
            return
        wave = QRectF(name.right() + GAP, row.top() + 4, 0.45 * space, row.height() - 8)
        self._draw_outline(painter, wave, take, share)

    def _draw_outline(
        self, painter: QPainter, area: QRectF, take: Take, share: float | None
    ) -> None:
        count = len(take.peaks)
        middle = area.center().y()
        painter.setPen(QPen(self._theme.colour("line_strong"), 1))
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
        if count:
            # Square root: speech is far below its peaks, and a low picture shows only those.
            heights = [max(0.5, 0.5 * area.height() * float(p) ** 0.5) for p in take.peaks]
            xs = [area.left() + area.width() * (i + 0.5) / count for i in range(count)]
            upper = [QPointF(x, middle - h) for x, h in zip(xs, heights, strict=True)]
            lower = [QPointF(x, middle + h) for x, h in zip(xs, heights, strict=True)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("warm"))
            painter.drawPolygon(QPolygonF(upper + lower[::-1]))
        if share is not None:
            x = area.left() + share * area.width()
            painter.setPen(QPen(self._theme.colour("text"), 1.5))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def createEditor(  # noqa: N802
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return a field for the name."""
        field = QLineEdit(parent)
        field.setAccessibleName(tr("New name of the take"))
        return field

    def setEditorData(  # noqa: N802
        self, editor: QWidget, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Fill the field once; the view calls this at each change of the row."""
        if isinstance(editor, QLineEdit) and not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.setText(str(index.data()))

    def updateEditorGeometry(  # noqa: N802
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Lay the field over the name."""
        editor.setGeometry(option.rect.adjusted(26, 0, -_DETAIL_WIDTH, 0))


class TakeList(QListView):
    """Enter or Space plays, F2 renames, Delete deletes, the mouse drags a file out."""

    play_pressed = Signal(QModelIndex)
    delete_pressed = Signal(QModelIndex)

    def __init__(self, model: RecordingsModel, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("takes")
        self.setModel(model.takes)
        self.setItemDelegate(TakeRow(model, theme, self))
        self.setAccessibleName(tr("Takes"))
        self.setAccessibleDescription(
            tr("Recordings, newest first. Enter plays, F2 renames, Delete deletes.")
        )
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self.play_pressed)
        model.takes.rowsInserted.connect(self._on_inserted)
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Play, or delete."""
        index = self.currentIndex()
        key = event.key()
        if index.isValid() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.play_pressed.emit(index)
        elif index.isValid() and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit(index)
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Carry the chosen file out of the window."""
        drag = self.drag_of(self.currentIndex())
        if drag is not None:
            drag.exec(Qt.DropAction.CopyAction)

    def drag_of(self, index: QModelIndex) -> QDrag | None:
        """Return a drag with the file of a row; None when it is gone."""
        model = self.model()
        assert isinstance(model, QAbstractItemModel)
        data = model.mimeData([index]) if index.isValid() else None
        if data is None or not data.urls():
            return None
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self._label(str(index.data())))
        return drag

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the rows, or what will be here."""
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.colour("text_faint"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(
                self.viewport().rect().adjusted(16, 4, -16, -4), int(flags), tr(_EMPTY)
            )
            painter.end()

    def _label(self, text: str) -> QPixmap:
        metrics = QFontMetrics(self.font())
        text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, 240)
        ratio = self.devicePixelRatioF()
        size = QSize(metrics.horizontalAdvance(text) + 4 * UNIT, metrics.height() + 2 * UNIT)
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.colour("accent_soft"))
        painter = QPainter(pixmap)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(
            QRectF(0, 0, size.width(), size.height()), Qt.AlignmentFlag.AlignCenter, text
        )
        painter.end()
        return pixmap

    def _on_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        self.setCurrentIndex(self.model().index(first, 0))
