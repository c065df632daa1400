"""Files dropped on a widget, as a file manager does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def drop_files(widget: QWidget, urls: Sequence[QUrl]) -> bool:
    """Drop them on its middle; return whether they were welcome."""
    data = QMimeData()
    data.setUrls(list(urls))
    place = QPoint(widget.width() // 2, widget.height() // 2)
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, action, data, button, none)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        QApplication.sendEvent(widget, QDragLeaveEvent())
        return False
    # Qt gives a drop to whoever has accepted the drag.
    QApplication.sendEvent(widget, QDropEvent(QPointF(place), action, data, button, none))
    return True
