"""Which microphone and which loudspeaker."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import tr
from syrinx.app.viewmodels.devices import DeviceChoice, DevicesModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.parts import header, ignore_stray_wheel, label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP

ID_ROLE = Qt.ItemDataRole.UserRole + 1


class DeviceBox(QComboBox):
    """A list of devices under headings; it never grows wider than its place."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setModel(QStandardItemModel(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setAccessibleName(name)
        ignore_stray_wheel(self)

    def show_choices(self, choices: list[DeviceChoice], chosen: str | None) -> None:
        """Fill the list and show the chosen device."""
        with QSignalBlocker(self):
            model = self.model()
            assert isinstance(model, QStandardItemModel)  # set in the constructor
            model.clear()
            current = 0
            for row, choice in enumerate(choices):
                item = QStandardItem(choice.text)
                item.setData(choice.id, ID_ROLE)
                item.setToolTip(choice.text)
                if choice.heading:
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
                    font = item.font()
                    font.setPixelSize(11)
                    font.setWeight(font.Weight.DemiBold)
                    item.setFont(font)
                elif choice.id == chosen:
                    current = row
                model.appendRow(item)
            self.setCurrentIndex(current)
        self.setToolTip(self.currentText())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw the chosen device, elided where it is too long."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, field.width() - 4
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def chosen_id(self) -> str | None:
        """Return the id of the device shown; None = the system's default."""
        value = self.currentData(ID_ROLE)
        return value if isinstance(value, str) else None


class DevicePanel(QWidget):
    """Input, output, refresh, and what to do when there is none."""

    def __init__(self, model: LiveModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = model
        self._model: DevicesModel = model.devices
        self._theme = theme
        self._icons: list[tuple[QLabel, str, str]] = []
        self.refresh = QToolButton()
        self.refresh.setProperty("role", "plain")
        self.refresh.setIconSize(QSize(16, 16))
        self.refresh.setToolTip(tr("Search for devices again (F5)"))
        self.refresh.setAccessibleName(tr("Search for devices again"))
        self.input = DeviceBox(tr("Input device"))
        self.output = DeviceBox(tr("Output device"))
        self.empty = label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(header(tr("DEVICES"), self.refresh))
        column.addLayout(
            self._row("microphone", "accent", tr("Input (your microphone)"), self.input)
        )
        column.addLayout(
            self._row("speaker", "warm", tr("Output (where you are heard)"), self.output)
        )
        column.addWidget(self.empty)
        self.refresh.clicked.connect(model.refresh_devices)
        self.input.activated.connect(lambda _: self._model.choose_input(self.input.chosen_id()))
        self.output.activated.connect(lambda _: self._model.choose_output(self.output.chosen_id()))
        self._model.changed.connect(self._show)
        theme.changed.connect(self._paint_icons)
        self._show()
        self._paint_icons()

    def _row(self, icon: str, token: str, tooltip: str, box: DeviceBox) -> QHBoxLayout:
        mark = QLabel()
        mark.setToolTip(tooltip)
        self._icons.append((mark, icon, token))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(mark)
        row.addWidget(box, 1)
        return row

    def _show(self) -> None:
        self.input.show_choices(self._model.inputs(), self._model.input_id)
        self.output.show_choices(self._model.outputs(), self._model.output_id)
        self.input.setEnabled(self._model.has_input or not self._model.known)
        self.output.setEnabled(self._model.has_output or not self._model.known)
        self.refresh.setEnabled(not self._model.searching)
        self.empty.setText(self._hint())
        self.empty.setVisible(bool(self.empty.text()))

    def _hint(self) -> str:
        if not self._model.known:
            return (
                tr("Looking for devices \N{HORIZONTAL ELLIPSIS}") if self._model.searching else ""
            )
        if not self._model.has_input and not self._model.has_output:
            return tr("No audio devices found. Connect one, then search again.")
        if not self._model.has_input:
            return tr("No microphone found. Connect one, then search again.")
        if not self._model.has_output:
            return tr("No loudspeaker or headphones found. Connect some, then search again.")
        return ""

    def _paint_icons(self) -> None:
        self.refresh.setIcon(self._theme.icon("refresh"))
        for mark, name, token in self._icons:
            mark.setPixmap(self._theme.pixmap(name, token, 18, self.devicePixelRatioF()))
