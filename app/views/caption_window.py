"""A small window above all others with what is being said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QPoint, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QEnterEvent,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSizeGrip,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.captions import LARGEST, SMALLEST, CaptionModel
from syrinx.app.views.caption_text import CaptionText
from syrinx.app.views.parts import ElidedComboBox, label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN, RADIUS, UNIT

GEOMETRY = "caption_geometry"
SOURCES = (("input", mark("Microphone")), ("output", mark("Changed voice")))
FONT_STEP = 4
LEAST_WIDTH = 400


class CaptionDialogs:
    """Asks with the system's dialogs; a test gives its own answers instead."""

    def file_to_save(self, parent: QWidget) -> Path | None:
        """Ask where the text goes, and whether a file that is there may be replaced."""
        filters = [tr("Subtitles (*.srt)"), tr("Subtitles for the web (*.vtt)"), tr("Text (*.txt)")]
        dialog = QFileDialog(parent, tr("Save what was said"), "", ";;".join(filters))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("srt")
        endings = dict(zip(filters, ("srt", "vtt", "txt"), strict=True))
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(endings[name]))
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None


class CaptionWindow(QWidget):
    """The last two lines, and a bar of controls while the pointer is over it.

    It has no frame: it is moved by its middle, and its size changes at the corner. It stays above
    other windows where the system lets it, and does not take the keyboard when it appears.

    Parameters
    ----------
    model
        What is said; the window is visible while it is on.
    settings
        Where its place is kept.
    dialogs
        How it asks for a file.
    """

    def __init__(
        self,
        model: CaptionModel,
        settings: SettingsStore,
        theme: Theme,
        *,
        dialogs: CaptionDialogs | None = None,
    ) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint,
        )
        self._model, self._settings, self._theme = model, settings, theme
        self._dialogs = dialogs or CaptionDialogs()
        self._grabbed: QPoint | None = None
        self.setObjectName("captions")
        self.setWindowTitle(tr("Captions"))
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMinimumWidth(LEAST_WIDTH)
        self.text = CaptionText(theme)
        self.source = ElidedComboBox()
        self.source.setMinimumWidth(96)
        self.source.setAccessibleName(tr("What is written down"))
        for value, name in SOURCES:
            self.source.addItem(tr(name), value)
        self.recogniser = self._button("more", tr("Recogniser"))
        self.recogniser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.recogniser)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.recogniser.setMenu(self._menu)
        self.lag = label("", "caption")
        self.lag.setToolTip(tr("How long after its end a word is shown (median)."))
        self.smaller = self._button("zoom-out", tr("Smaller letters"))
        self.larger = self._button("zoom-in", tr("Larger letters"))
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(20, 100)
        self.opacity.setMinimumWidth(40)
        self.opacity.setMaximumWidth(72)
        self.opacity.setAccessibleName(tr("Opacity"))
        self.opacity.setToolTip(tr("How much of what lies behind shines through"))
        self.copy = self._button("copy", tr("Copy all that was said"))
        self.save = self._button("export", tr("Save what was said…"))
        self.shut = self._button("close", tr("Captions off"))
        self.bar = QWidget()
        self._build()
        self.source.currentIndexChanged.connect(
            lambda _: model.set_source(self.source.currentData())
        )
        self.smaller.clicked.connect(lambda: model.set_font_size(model.font_size - FONT_STEP))
        self.larger.clicked.connect(lambda: model.set_font_size(model.font_size + FONT_STEP))
        self.opacity.valueChanged.connect(lambda value: model.set_opacity(value / 100))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(model.text))
        self.save.clicked.connect(self._on_save)
        self.shut.clicked.connect(model.stop)
        model.state_changed.connect(self._show_state)
        model.text_changed.connect(self._show_text)
        model.look_changed.connect(self._show_look)
        theme.changed.connect(self._paint_icons)
        kept = settings.recall(GEOMETRY)
        known = QByteArray.fromBase64(kept.encode()) if isinstance(kept, str) else QByteArray()
        if not self.restoreGeometry(known):
            self._place()
        self._paint_icons()
        self._show_look()
        self._show_state()

    # ---- Qt ----

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw the ground, as opaque as it was chosen; the text on it always is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._theme.colour("ground")
        ground.setAlphaF(self._model.opacity)
        painter.setBrush(ground)
        painter.setPen(self._theme.colour("line_strong"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, 2 * RADIUS, 2 * RADIUS)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to move the window."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        handle = self.windowHandle()
        if handle is None or not handle.startSystemMove():  # the system does not do it for us
            self._grabbed = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Move the window."""
        if self._grabbed is not None:
            self.move(event.globalPosition().toPoint() - self._grabbed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go of the window."""
        self._grabbed = None

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Show the controls."""
        self._show_bar()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Hide the controls."""
        self._show_bar()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Show the controls while the keyboard is here."""
        if event.type() == QEvent.Type.ActivationChange:
            self._show_bar()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closed by the system is switched off."""
        self._keep_place()
        self._model.stop()
        super().closeEvent(event)

    # ---- inside ----

    def _build(self) -> None:
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the text stays where it is
        self.bar.setSizePolicy(policy)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.source)
        row.addWidget(self.recogniser)
        row.addStretch(1)
        for part in (self.smaller, self.larger, self.opacity, self.copy, self.save, self.shut):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP, MARGIN, UNIT)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.text, 1)
        foot = QHBoxLayout()  # how late it is stays in sight when the bar is hidden
        foot.addWidget(self.lag)
        foot.addStretch(1)
        foot.addWidget(QSizeGrip(self), 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)

    def _button(self, icon: str, tooltip: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "plain")
        made.setProperty("drawn", icon)
        made.setIconSize(QSize(16, 16))
        made.setToolTip(tooltip)
        made.setAccessibleName(tooltip.rstrip("…"))
        return made

    def _paint_icons(self) -> None:
        for button in (
            self.recogniser, self.smaller, self.larger, self.copy, self.save, self.shut,
        ):  # fmt: skip
            button.setIcon(self._theme.icon(str(button.property("drawn"))))
        self.update()

    def _place(self) -> None:
        """Lie in the lower middle of the screen, where subtitles are."""
        screen = QGuiApplication.primaryScreen()
        if screen is None:
            return
        room = screen.availableGeometry()
        size = QSize(min(760, room.width() - 2 * MARGIN), self.sizeHint().height())
        self.resize(size)
        self.move(
            room.left() + (room.width() - size.width()) // 2,
            room.bottom() - size.height() - 3 * MARGIN,
        )

    def _show_state(self) -> None:
        if self._model.is_on and not self.isVisible():
            self.show()
            self._show_bar()
        elif not self._model.is_on and self.isVisible():
            self._keep_place()
            self.hide()
        self._show_text()

    def _show_text(self) -> None:
        model = self._model
        self.text.show_text(model.recent, model.partial, model.hint)
        lag = model.lag_ms
        self.lag.setText("" if lag is None else tr("{lag:.0f} ms behind", lag=lag))
        said = bool(model.segments or model.partial)
        self.copy.setEnabled(said)
        self.save.setEnabled(bool(model.segments))

    def _show_look(self) -> None:
        model = self._model
        with QSignalBlocker(self.source), QSignalBlocker(self.opacity):
            self.source.setCurrentIndex(self.source.findData(model.source))
            self.opacity.setValue(round(100 * model.opacity))
        self.text.set_pixels(model.font_size)
        self.smaller.setEnabled(model.font_size > SMALLEST)
        self.larger.setEnabled(model.font_size < LARGEST)
        self.update()

    def _show_bar(self) -> None:
        self.bar.setVisible(self.underMouse() or self.isActiveWindow())

    def _fill_menu(self) -> None:
        self._menu.clear()
        for model_id, name in self._model.models():
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(model_id == self._model.model_id)
            action.triggered.connect(
                lambda _=False, model_id=model_id: self._model.set_model(model_id)
            )

    def _keep_place(self) -> None:
        self._settings.remember(GEOMETRY, self.saveGeometry().toBase64().toStdString())

    def _on_save(self) -> None:
        path = self._dialogs.file_to_save(self)
        if path is not None:
            self._model.save(path)
