"""Delay against safety in the Devices tab: one slider, what it costs, and how it is measured."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.engine.messages import DEFAULT_SAFETY_MS, DelayMeasured
from syrinx.app.translation import mark, told, tr
from syrinx.app.viewmodels.delay import (
    PERIODS,
    POSITIONS_MS,
    RATES,
    DelayModel,
    default_position,
)
from syrinx.app.views.parts import ParamRow, header, ignore_stray_wheel, label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT

MEASURE_TEXT = mark(
    "Three soft chirps are played; the microphone is off for two seconds. The output must be heard "
    "at the input: by a cable, a virtual one, or through the air."
)


class SafetySlider(QSlider):
    """Positions from the lowest delay to the most safety; a double click goes to the default."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, len(POSITIONS_MS) - 1)
        self.setPageStep(2)
        self.setAccessibleName(tr("Delay or safety"))
        self.setToolTip(
            tr(
                "Left: the lowest delay. Right: the most safety from gaps when other programs need "
                "the processor.\nDouble-click for the default."
            )
        )
        ignore_stray_wheel(self)

    def mouseDoubleClickEvent(self, _event: object) -> None:  # noqa: N802 (Qt's name)
        """Go back to the default."""
        self.setValue(default_position())


class DelayPanel(QWidget):
    """The section; `Advanced` opens what most people never need."""

    def __init__(self, model: DelayModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self.slider = SafetySlider()
        self.figure = label("", "figure")
        self.note = label("", "muted", wrap=True)
        self.automatic = QCheckBox(tr("A&djust by itself"))
        self.automatic.setToolTip(
            tr(
                "More safety as soon as blocks come too late, less again after long calm, never "
                "less than the slider says"
            )
        )
        self.measure = QPushButton(tr("Meas&ure the delay"))
        self.measure.setToolTip(tr(MEASURE_TEXT))
        self.result = label("", "text", wrap=True)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.advanced = QToolButton()
        self.advanced.setText(tr("Advanced"))
        self.advanced.setProperty("role", "plain")
        self.advanced.setCheckable(True)
        self.advanced.setIconSize(QSize(12, 12))
        self.advanced.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.advanced.setToolTip(tr("Margin in milliseconds, sample rate and period"))
        self.safety = ParamRow(
            tr("Safe&ty margin"), low=0, high=60, step=1, default=DEFAULT_SAFETY_MS,
            unit="ms", decimals=0, tooltip=tr("Buffered beyond one period of the device."),
        )  # fmt: skip
        self.rate = _choice(tr("Sample rate"), RATES, lambda hz: f"{hz / 1000:g} kHz")
        self.rate.setToolTip(tr("What is asked of the device. A running voice starts again."))
        self.period = _choice(tr("Period"), PERIODS, lambda n: tr("{count} samples", count=n))
        self.period.setToolTip(
            tr(
                "Samples that the device hands over at once: less is a shorter delay. JACK and "
                "sound servers have their own. A running voice starts again."
            )
        )
        self.details = QWidget()
        self._build()
        self._connect()
        self._show()
        self._paint_icons()

    def _build(self) -> None:
        ends = QHBoxLayout()
        ends.addWidget(label(tr("Lowest delay"), "faint"))
        ends.addStretch(1)
        ends.addWidget(label(tr("Most safety"), "faint"))
        more = QVBoxLayout(self.details)
        more.setContentsMargins(0, UNIT, 0, 0)
        more.setSpacing(GAP)
        more.addWidget(self.safety)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        for row, (caption, box) in enumerate(
            ((tr("&Rate"), self.rate), (tr("P&eriod"), self.period))
        ):
            name = label(caption, "heading")
            name.setBuddy(box)
            grid.addWidget(name, row, 0)
            grid.addWidget(box, row, 1)
        grid.setColumnStretch(1, 1)
        more.addLayout(grid)
        self.details.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(header(tr("DELAY OR SAFETY")))
        column.addWidget(self.slider)
        column.addLayout(ends)
        column.addWidget(self.figure)
        column.addWidget(self.note)
        column.addWidget(self.automatic)
        column.addWidget(self.measure)
        column.addWidget(self.result)
        column.addWidget(self.advanced)
        column.addWidget(self.details)

    def _connect(self) -> None:
        model = self._model
        self.slider.valueChanged.connect(model.set_position)
        self.safety.value_changed.connect(model.set_safety)
        self.automatic.toggled.connect(model.set_automatic)
        self.rate.activated.connect(lambda _: model.set_sample_rate(self.rate.currentData()))
        self.period.activated.connect(lambda _: model.set_period(self.period.currentData()))
        self.measure.clicked.connect(model.measure)
        self.advanced.toggled.connect(self.details.setVisible)
        self.advanced.toggled.connect(self._paint_icons)
        model.changed.connect(self._show)
        self._theme.changed.connect(self._paint_icons)

    def _show(self) -> None:
        model = self._model
        with QSignalBlocker(self.slider), QSignalBlocker(self.automatic):
            self.slider.setValue(model.position)
            self.automatic.setChecked(model.choice.automatic)
        self.safety.set_value(model.safety_ms)
        self.rate.setCurrentIndex(self.rate.findData(model.choice.sample_rate))
        self.period.setCurrentIndex(self.period.findData(model.choice.period))
        total = model.total_ms
        if total is None:
            self.figure.clear()
        elif model.is_running:
            self.figure.setText(f"{total:.0f} ms")
        else:
            self.figure.setText(tr("about {total:.0f} ms", total=total))
        self.figure.setVisible(total is not None)
        self.slider.setAccessibleDescription(self.figure.text())
        self.note.setText(_note(model))
        self.measure.setEnabled(model.can_measure)
        self.measure.setText(
            tr("Measuring \N{HORIZONTAL ELLIPSIS}") if model.measuring else tr("Meas&ure the delay")
        )
        self.result.setText(told(model.failure) or measured_text(model.measured))
        self.result.setVisible(bool(self.result.text()))

    def _paint_icons(self) -> None:
        name = "chevron-down" if self.advanced.isChecked() else "forward"
        self.advanced.setIcon(self._theme.icon(name))


def _note(model: DelayModel) -> str:
    if model.margin_ms > model.safety_ms:
        return tr(
            "From mouth to ear, with a margin of {margin_ms:.0f} ms: {safety_ms:.0f} as "
            "chosen, the rest because blocks were late.",
            margin_ms=model.margin_ms,
            safety_ms=model.safety_ms,
        )
    return tr(
        "From mouth to ear, with a safety margin of {safety_ms:.0f} ms.", safety_ms=model.safety_ms
    )


def measured_text(measured: DelayMeasured | None) -> str:
    """Return the measurement as text: the sum, its parts, and how sure they are."""
    if measured is None:
        return ""
    declared = measured.declared
    devices = measured.measured_ms - declared.buffer_ms
    lines = [
        tr("Measured: {total_ms:.1f} ms, mouth to ear", total_ms=measured.total_ms),
        tr(
            "devices and way {devices:.1f} ms (declared {declared:.1f})",
            devices=devices,
            declared=declared.input_ms + declared.output_ms,
        ),
        tr("buffer {buffer_ms:.1f} ms", buffer_ms=declared.buffer_ms),
    ]
    if measured.chain_ms:
        own = measured.chain_measured_ms
        voice_ms = measured.chain_ms
        lines.append(
            tr("voice {voice_ms:.1f} ms (as declared)", voice_ms=voice_ms)
            if own is None
            else tr("voice {voice_ms:.1f} ms ({own:.1f} by speech)", voice_ms=voice_ms, own=own)
        )
    lines.append(
        tr(
            "{count} of 3 chirps, spread {spread_ms:.2f} ms",
            count=measured.count,
            spread_ms=measured.spread_ms,
        )
    )
    return "\n".join(lines)


def _choice(name: str, values: tuple, text) -> QComboBox:  # type: ignore[no-untyped-def, type-arg]
    box = QComboBox()
    box.setAccessibleName(name)
    for value in values:
        box.addItem(tr("As the device likes") if value is None else text(value), value)
    ignore_stray_wheel(box)
    return box
