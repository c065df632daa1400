"""Files that are dragged over a widget and dropped on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from syrinx.app.views.parts import restyle

Paths = list[Path]


class FileDrop(QObject):
    """Lets a widget take local files and folders; lives as long as the widget.

    Parameters
    ----------
    widget
        Over which files may hover.
    take
        Gets what was let go.
    wanted
        Says which of the data are welcome; without one the drag is not.
    light
        Told whether files hover. None = the property "over" of the widget is set for its style.
    """

    def __init__(
        self,
        widget: QWidget,
        take: Callable[[Paths], object],
        *,
        wanted: Callable[[QMimeData], Paths] | None = None,
        light: Callable[[bool], object] | None = None,
    ) -> None:
        super().__init__(widget)
        self._widget, self._take = widget, take
        self._wanted = wanted or files_in
        self._light = light or self._mark
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Welcome, light up, take."""
        if isinstance(event, QDragEnterEvent):
            if self._wanted(event.mimeData()):
                event.acceptProposedAction()
                self._light(True)
            else:
                event.ignore()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._light(False)
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._light(False)
            paths = self._wanted(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self._take(paths)
            return True
        return False

    def _mark(self, over: bool) -> None:
        self._widget.setProperty("over", over)
        restyle(self._widget)


def files_in(data: QMimeData) -> Paths:
    """Return the local files and folders of a drag."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
