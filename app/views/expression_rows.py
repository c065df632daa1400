"""Intonation, breathiness, mix and morph in the Sound tab."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QPushButton, QWidget

from syrinx.app.engine.params import MAX_MORPH_S
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.expression import ExpressionModel
from syrinx.app.viewmodels.voice_words import description_text
from syrinx.app.views.control_panel import ControlPanel
from syrinx.app.views.parts import ElidedComboBox, ParamRow, ignore_stray_wheel, label
from syrinx.app.views.tokens import UNIT

NONE = mark("None")


class ExpressionRows(QObject):
    """Puts the rows into the groups of the Sound tab and keeps them in step with the model.

    Parameters
    ----------
    model
        What is turned.
    controls
        Gets the rows.
    """

    def __init__(self, model: ExpressionModel, controls: ControlPanel) -> None:
        super().__init__(controls)
        self._model = model
        self.intonation = ParamRow(
            tr("Intonation"), low=0, high=200, step=1, default=100, unit="%", decimals=0,
            tooltip=tr(
                "How much the melody of your speech moves: 0 % speaks on one note like a\n"
                "robot, 100 % as you speak, 200 % exaggerates."
            ),
        )  # fmt: skip
        self.lock = QPushButton(tr("Lock"))
        self.lock.setObjectName("auto")
        self.lock.setCheckable(True)
        self.lock.setAccessibleName(tr("Lock automatic pitch to the mean of the voice"))
        self.lock.setToolTip(
            tr(
                "With Auto: hold the mean of the voice within a second, even when you shout.\n"
                "Off: it follows your usual pitch slowly, and a shout still sounds higher."
            )
        )
        self.breathiness = ParamRow(
            tr("Breathiness"), low=-100, high=100, step=1, default=0, unit="%", decimals=0,
            tooltip=tr("More mixes breath into the vowels, less makes the voice firm and clear."),
        )  # fmt: skip
        self.wet = ParamRow(
            tr("Changed voice"), low=0, high=100, step=1, default=100, unit="%", decimals=0,
            tooltip=tr(
                "100 % is the changed voice alone; less mixes your own voice in, both in step."
            ),
        )  # fmt: skip
        self.second = ElidedComboBox()
        self.second.setAccessibleName(tr("Second voice"))
        self.second.setToolTip(
            tr(
                "A second neural voice to mix in. Voices, and what makes them, are blended, "
                "not only added up."
            )
        )
        self.second.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.second.setMinimumContentsLength(8)
        ignore_stray_wheel(self.second)
        self.morph = ParamRow(
            tr("Morph"), low=0, high=100, step=1, default=0, unit="%", decimals=0,
            tooltip=tr("0 % is the chosen voice, 100 % the second one, between them a mixture."),
        )  # fmt: skip
        self.time = ParamRow(
            tr("Morph time"), low=0, high=MAX_MORPH_S, step=0.1, default=0, unit="s",
            tooltip=tr(
                "How long the way from one voice to the other takes. Above 0, another neural\n"
                "voice that you choose is glided to as well."
            ),
        )  # fmt: skip
        self.keep = QPushButton(tr("Keep as a voice …"))
        self.keep.setProperty("role", "small")
        self.keep.setToolTip(
            tr("Store this mixture as a voice of your own, with the licences and consents of both.")
        )
        controls.pitch.head.insertWidget(2, self.lock)
        controls.pitch_group.add(self.intonation)
        controls.timbre_group.add(self.breathiness, at=1)
        for row in (self.wet, self._second_row(), self.morph, self.time, self.keep):
            controls.mix_group.add(row)
        self._groups = {  # as the settings name them
            "Pitch": controls.pitch_group,
            "Timbre": controls.timbre_group,
            "Mix": controls.mix_group,
            "Levels": controls.level_group,
        }
        self._ids: list[str | None] = []
        self._neural = [self.intonation, self.lock, self.breathiness, self.second, self.time]
        self._connect()
        self._show()

    def ask_name(self) -> str | None:
        """Ask how the mixture is to be called."""
        first, second = self._model.names
        name, done = QInputDialog.getText(
            self.keep,
            tr("Keep as a voice"),
            tr("Name of the voice:"),
            text=tr("{first} and {second}", first=first, second=second),
        )
        return name.strip() if done and name.strip() else None

    def _second_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(UNIT)
        caption = label(tr("Second voice"), "heading")
        caption.setBuddy(self.second)
        line.addWidget(caption)
        line.addWidget(self.second, 1)
        return row

    def _connect(self) -> None:
        model = self._model
        self.intonation.value_changed.connect(model.set_intonation)
        self.lock.toggled.connect(model.set_locked)
        self.breathiness.value_changed.connect(model.set_breathiness)
        self.wet.value_changed.connect(model.set_wet)
        self.second.activated.connect(lambda index: model.set_second(self._ids[index]))
        self.morph.value_changed.connect(model.set_morph)
        self.time.value_changed.connect(model.set_morph_time)
        self.keep.clicked.connect(self._on_keep)
        model.changed.connect(self._show)
        for name, group in self._groups.items():
            group.fold(name in model.folded)
            group.folded.connect(partial(model.set_folded, name))

    def _show(self) -> None:
        model, params = self._model, self._model.params
        self.intonation.set_value(100.0 * params.intonation)
        self.breathiness.set_value(100.0 * params.breathiness)
        self.wet.set_value(100.0 * params.wet)
        self.morph.set_value(100.0 * params.morph)
        self.time.set_value(params.morph_s)
        with QSignalBlocker(self.lock):
            self.lock.setChecked(params.pitch_lock > 0.5)
        self._show_voices()
        for widget in self._neural:
            widget.setEnabled(model.is_neural)
        self.lock.setEnabled(model.is_neural and params.pitch == "auto")
        self.morph.setEnabled(model.is_neural and self.second.currentIndex() > 0)
        self.keep.setEnabled(model.can_keep)

    def _show_voices(self) -> None:
        voices = self._model.candidates
        ids = [None, *(voice.id for voice in voices)]
        names = [tr(NONE), *(voice.name for voice in voices)]
        with QSignalBlocker(self.second):
            shown = [self.second.itemText(row) for row in range(self.second.count())]
            if ids != self._ids or names != shown:
                self._ids = ids
                self.second.clear()
                self.second.addItems(names)
                for row, voice in enumerate(voices, start=1):
                    text = description_text(voice)
                    self.second.setItemData(row, text, Qt.ItemDataRole.ToolTipRole)
            wanted = self._model.params.morph_to
            self.second.setCurrentIndex(ids.index(wanted) if wanted in ids else 0)

    def _on_keep(self) -> None:
        name = self.ask_name()
        if name is not None:
            self._model.keep(name)
