"""The middle of the Live area: one or two pictures of the sound, chosen from a list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QObject,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QCursor, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWhatsThis,
    QWidget,
)

from syrinx.app.files import free_path, write_atomically
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.pictures_model import PicturesModel
from syrinx.app.views.meter_view import MeterView
from syrinx.app.views.pane_view import ZOOM_STEP
from syrinx.app.views.parts import ElidedComboBox, ignore_stray_wheel
from syrinx.app.views.sound_pictures import Picture
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT
from syrinx.dsp.errors import SyrinxError

NO_SECOND = mark("Single")
NARROW = 480


class PicturePanel(QWidget):
    """Shows the chosen pictures above each other, with the level meters beside them.

    Parameters
    ----------
    model
        What the pictures share.
    meters
        Input and output.
    """

    message_posted = Signal(object)
    chosen = Signal()

    def __init__(
        self, model: PicturesModel, theme: Theme, meters: tuple[MeterView, MeterView]
    ) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self.meters = meters
        self.folder_of: Callable[[], Path] = Path
        self._pictures: dict[str, Picture] = {}
        self._empty_text = ""
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(GAP)
        self.splitter.setChildrenCollapsible(False)
        self.chooser = self._make_chooser(tr("Picture of the sound"), tr("What the picture shows"))
        self.second = self._make_chooser(
            tr("Second picture of the sound"), tr("What a second picture below shows")
        )
        self.second.addItem(tr(NO_SECOND), None)
        self._buttons: list[tuple[QToolButton, str]] = []
        self.zoom_out = self._button("zoom-out", tr("Show more time (\N{MINUS SIGN})"))
        self.zoom_in = self._button("zoom-in", tr("Show less time (+)"))
        self.live = self._button("latest", tr("Back to the present (End)"))
        self.export = self._button("export", tr("Save what is selected or seen (Ctrl+E)"))
        self.help = self._button("info", tr("What am I looking at?"))
        self.pause = self._button("pause", tr("Freeze the pictures; the sound goes on (P)"))
        self.pause.setCheckable(True)
        self.pause.setAccessibleName(tr("Freeze the pictures"))
        self.menu = self._make_menu()
        self._build()
        window = model.window
        self.zoom_in.clicked.connect(lambda: window.zoom(1 / ZOOM_STEP))
        self.zoom_out.clicked.connect(lambda: window.zoom(ZOOM_STEP))
        self.live.clicked.connect(window.follow)
        self.export.clicked.connect(self.open_export)
        self.help.clicked.connect(self._show_help)
        self.pause.toggled.connect(model.set_paused)
        model.paused_changed.connect(self.pause.setChecked)
        window.changed.connect(self._show_window)
        theme.changed.connect(self._paint_icons)
        self.chooser.currentIndexChanged.connect(self._on_chosen)
        self.second.currentIndexChanged.connect(self._on_second_chosen)
        self._paint_icons()
        self._show_window()

    # ---- which pictures ----

    @property
    def shown(self) -> tuple[str, str | None]:
        """Names (English) of what is shown; None = one picture."""
        return self.chooser.currentData() or "", self.second.currentData()

    def add(self, name: str, picture: Picture) -> None:
        """Offer a picture under a marked English name; the first one is shown."""
        self._pictures[name] = picture
        picture.setVisible(False)
        self.splitter.addWidget(picture)
        for box in (self.chooser, self.second):
            box.addItem(tr(name), name)
            box.setItemData(box.count() - 1, picture.help_text, Qt.ItemDataRole.ToolTipRole)
        several = len(self._pictures) > 1
        self.chooser.setVisible(several)
        self.second.setVisible(several)
        self._show_empty_text(picture)
        self._arrange()

    def show_pictures(self, first: str, second: str | None = None) -> None:
        """Show the pictures of these names; unknown ones change nothing."""
        if first in self._pictures:
            self.chooser.setCurrentIndex(self.chooser.findData(first))
        if second is None or (second in self._pictures and second != self.chooser.currentData()):
            self._show_second(second)

    def visible_pictures(self) -> list[Picture]:
        """Return what is shown, from the top."""
        first, second = self.shown
        names = [name for name in (first, second) if name is not None]
        return [self._pictures[name] for name in names if name in self._pictures]

    def refresh(self) -> None:
        """Show what is new; hidden pictures do nothing."""
        for picture in self.visible_pictures():
            picture.refresh()
        for meter in self.meters:
            meter.refresh()

    def set_empty_text(self, text: str) -> None:
        """Set what is written while nothing was received."""
        self._empty_text = text
        for picture in self._pictures.values():
            self._show_empty_text(picture)

    # ---- saving ----

    def open_export(self) -> None:
        """Open the menu of what can be saved."""
        self.menu.popup(self.export.mapToGlobal(QPoint(0, self.export.height() + 2)))

    def save_picture(self) -> Path | None:
        """Save the pictures as they are seen, with their scales, as PNG; return the file."""
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.splitter.grab().save(buffer, "PNG")
        try:
            path = free_path(self.folder_of(), "syrinx picture", ".png")
            write_atomically(path, data.data())
        except SyrinxError as error:
            self._post("error", str(error))
            return None
        self._post("info", tr("Saved {path}.", path=path))
        return path

    def save_sound(self, *channels: str) -> Path | None:
        """Save what is selected or seen as WAV; return the file."""
        try:
            path, seconds = self._model.save_wav(self.folder_of(), channels)  # type: ignore[arg-type]
        except SyrinxError as error:
            self._post("error", str(error))
            return None
        self._post("info", tr("Saved {seconds:.2f} s to {path}.", seconds=seconds, path=path))
        return path

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        """Offer to save what was clicked on."""
        self.menu.popup(event.globalPos())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Without room the menu and the keys do for some of the buttons."""
        narrow = event.size().width() < NARROW
        for button in (self.zoom_out, self.zoom_in, self.help):
            button.setVisible(not narrow)
        for box in (self.chooser, self.second):
            box.set_tight(narrow)
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Name the range in the menu before it opens."""
        if event.type() == QEvent.Type.Show:
            start, stop = self._model.window.shown()
            selected = self._model.window.selection is not None
            text = mark("{seconds:.2f} s selected") if selected else mark("{seconds:.2f} s seen")
            self._range.setText(tr(text, seconds=stop - start))
            for action in self._sounds:
                action.setEnabled(stop > start)
            self._unselect.setEnabled(selected)
        return super().eventFilter(watched, event)

    # ---- inside ----

    def _make_chooser(self, name: str, tip: str) -> ElidedComboBox:
        box = ElidedComboBox()
        box.setAccessibleName(name)
        box.setToolTip(tip)
        box.setVisible(False)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        box.setMinimumWidth(80)
        ignore_stray_wheel(box)
        return box

    def _button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "plain")
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (")[0])
        self._buttons.append((button, icon))
        return button

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self._range = menu.addAction("")
        self._range.setEnabled(False)
        self._sounds: list[QAction] = []
        for text, channels in (
            (tr("Save &input and output as stereo WAV"), ("input", "output")),
            (tr("Save i&nput as WAV"), ("input",)),
            (tr("Save &output as WAV"), ("output",)),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, c=channels: self.save_sound(*c))
            self._sounds.append(action)
        menu.addSeparator()
        menu.addAction(tr("Save &picture as PNG")).triggered.connect(self.save_picture)
        menu.addSeparator()
        self._unselect = menu.addAction(tr("Select nothing (Esc)"))
        self._unselect.triggered.connect(self._model.window.clear_selection)
        menu.addAction(tr("Zoom as at the start (0)")).triggered.connect(
            self._model.window.reset_zoom
        )
        menu.addAction(tr("&What am I looking at?")).triggered.connect(self._show_help)
        menu.installEventFilter(self)
        return menu

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(UNIT)
        head.addWidget(self.chooser)
        head.addWidget(self.second)
        head.addStretch(1)
        for button, _ in self._buttons:
            head.addWidget(button)
        levels = QVBoxLayout()
        levels.setSpacing(GAP)
        for meter in self.meters:
            levels.addWidget(meter, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.splitter, 1)
        row.addLayout(levels)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _on_chosen(self) -> None:
        first, second = self.shown
        if first == second:
            self._show_second(None)
        self._arrange()
        self.chosen.emit()

    def _on_second_chosen(self) -> None:
        first, second = self.shown
        if first == second:  # the other one takes its place
            others = [name for name in self._pictures if name != second]
            self.chooser.setCurrentIndex(self.chooser.findData(others[0]))
        self._arrange()
        self.chosen.emit()

    def _show_second(self, name: str | None) -> None:
        self.second.setCurrentIndex(0 if name is None else self.second.findData(name))

    def _arrange(self) -> None:
        visible = self.visible_pictures()
        for picture in self._pictures.values():
            if picture not in visible:
                picture.setVisible(False)
        for place, picture in enumerate(visible):
            self.splitter.insertWidget(place, picture)
            picture.setVisible(True)
        self.help.setToolTip(self._help_text())

    def _show_empty_text(self, picture: Picture) -> None:
        setter = getattr(picture, "set_empty_text", None)
        if setter is not None:
            setter(self._empty_text)

    def _show_window(self) -> None:
        self.live.setEnabled(not self._model.window.following)

    def _show_help(self) -> None:
        QWhatsThis.showText(QCursor.pos(), self._help_text(), self)

    def _help_text(self) -> str:
        return "\n\n".join(p.help_text for p in self.visible_pictures() if p.help_text)

    def _post(self, level: str, text: str) -> None:
        self.message_posted.emit(Message(level=level, text=text))  # type: ignore[arg-type]

    def _paint_icons(self) -> None:
        for button, icon in self._buttons:
            button.setIcon(self._theme.icon(icon, checked="text"))
