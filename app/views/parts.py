"""Small widgets that every area uses: labels by role, elided text, a parameter row, panels."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import tr
from syrinx.app.views.tokens import GAP, HEADER_HEIGHT, MARGIN, UNIT

_MNEMONIC = re.compile(r"\s*\(&\w\)")
"""As it is written behind a text of other letters than the keys have."""


def label(text: str, role: str, *, wrap: bool = False) -> QLabel:
    """Return a label styled by its role (see ``syrinx.qss``)."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return made


def plain(text: str) -> str:
    """Return the text of a button without its mnemonic: "&Pitch", and "音高(&P)"."""
    return _MNEMONIC.sub("", text).replace("&", "")


def panel(*, spacing: int = GAP, margin: int = MARGIN) -> tuple[QFrame, QVBoxLayout]:
    """Return a panel and its column layout."""
    frame = QFrame()
    frame.setObjectName("panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(spacing)
    return frame, column


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a dynamic property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def header(text: str, *extras: QWidget) -> QHBoxLayout:
    """Return a section's heading line; all have the same height, with or without buttons."""
    title = label(text, "section")
    title.setFixedHeight(HEADER_HEIGHT)
    row = QHBoxLayout()
    row.setSpacing(UNIT)
    row.addWidget(title, 1)
    for extra in extras:
        row.addWidget(extra)
    return row


class ElidedLabel(QLabel):
    """A label of one line that ends in an ellipsis; the tooltip has the whole text."""

    def __init__(self, text: str = "", role: str = "muted") -> None:
        super().__init__(text)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)

    def setText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        """Set the text and offer it whole in the tooltip."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as an ellipsis."""
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw as much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        painter.drawText(self.contentsRect(), int(self.alignment()), text)
        painter.end()


_ROUNDING, _SPARE = 2, 6


class ElidedComboBox(QComboBox):
    """A list that ends what it cannot show in an ellipsis; ``tight`` = as wide as what is chosen.

    The widest entry, which Qt asks room for, is seldom the chosen one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tight = False
        self.currentIndexChanged.connect(lambda _: self.updateGeometry())

    def set_tight(self, tight: bool) -> None:
        """Ask for the room of the chosen entry only, or of the widest."""
        if tight != self.tight:
            self.tight = tight
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the widest entry, or as the chosen one."""
        whole = super().sizeHint()
        whole.setWidth(whole.width() + _SPARE)
        if not self.tight:
            return whole
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        around = self.width() - self._field_width(option)
        text = self.fontMetrics().horizontalAdvance(self.currentText())
        return QSize(min(whole.width(), text + around + _SPARE), whole.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Less than is asked for: the rest is an ellipsis."""
        least = super().minimumSizeHint()
        return least.boundedTo(self.sizeHint()) if self.tight else least

    def shown_text(self) -> str:
        """Return the chosen entry as far as there is room for it."""
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        return self._fit(option)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802
        """Write as much as fits."""
        super().initStyleOption(option)
        option.currentText = self._fit(option)  # type: ignore[misc, assignment]

    def _fit(self, option: QStyleOptionComboBox) -> str:
        room = self._field_width(option) - _ROUNDING
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def _field_width(self, option: QStyleOptionComboBox) -> int:
        field = QStyle.SubControl.SC_ComboBoxEditField
        box = QStyle.ComplexControl.CC_ComboBox
        return self.style().subControlRect(box, option, field, self).width()


class _Wheel(QObject):
    """Keeps the mouse wheel from changing values that only lie under the pointer."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        wheel = event.type() == QEvent.Type.Wheel
        if wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def ignore_stray_wheel(widget: QWidget) -> None:
    """Let the wheel scroll the page unless ``widget`` has the focus."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_Wheel(widget))


class ParamRow(QWidget):
    """A named number: caption, field with unit, slider. A double click restores the default.

    Parameters
    ----------
    caption
        With a mnemonic, as ``"&Pitch"``.
    low, high, step, default
        In the unit of the field.
    unit
        Written behind the number.
    decimals
        Digits after the point.
    """

    value_changed = Signal(float)

    def __init__(
        self,
        caption: str,
        *,
        low: float,
        high: float,
        step: float,
        default: float,
        unit: str,
        decimals: int = 1,
        tooltip: str = "",
    ) -> None:
        super().__init__()
        self._step = step
        self._default = default
        name = plain(caption)
        self.caption = label(caption, "heading")
        self.field = QDoubleSpinBox()
        self.field.setRange(low, high)
        self.field.setSingleStep(step)
        self.field.setDecimals(decimals)
        self.field.setSuffix(f" {unit}")
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setFixedWidth(76)
        self.field.setKeyboardTracking(False)
        self.field.setAccessibleName(name)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(low / step), round(high / step))
        self.slider.setPageStep(max(1, round((high - low) / step / 12)))
        self.slider.setAccessibleName(tr("{name} slider", name=name))
        self.caption.setBuddy(self.field)
        back = tr("Double-click the slider for {default:g} {unit}.", default=default, unit=unit)
        for widget in (self.caption, self.field, self.slider):
            widget.setToolTip(f"{tooltip}\n{back}" if tooltip else back)
        ignore_stray_wheel(self.field)
        ignore_stray_wheel(self.slider)
        self.slider.installEventFilter(self)
        self.head = QHBoxLayout()
        self.head.setSpacing(GAP)
        self.head.addWidget(self.caption)
        self.head.addStretch(1)
        self.head.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(self.head)
        column.addWidget(self.slider)
        self.set_value(default)
        self.field.valueChanged.connect(self._on_field_changed)
        self.slider.valueChanged.connect(self._on_slider_changed)

    def value(self) -> float:
        """Return the number shown."""
        return self.field.value()

    def set_value(self, value: float) -> None:
        """Show ``value`` without a signal."""
        with QSignalBlocker(self.field), QSignalBlocker(self.slider):
            self.field.setValue(value)
            self.slider.setValue(round(value / self._step))

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid changes; the value stays readable."""
        self.field.setEnabled(editable)
        self.slider.setEnabled(editable)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Restore the default on a double click."""
        if watched is self.slider and event.type() == QEvent.Type.MouseButtonDblClick:
            self.field.setValue(self._default)
            return True
        return False

    def _on_field_changed(self, value: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(value / self._step))
        self.value_changed.emit(value)

    def _on_slider_changed(self, position: int) -> None:
        self.field.setValue(position * self._step)
