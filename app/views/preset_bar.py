"""The bar under the transport: presets as chips, and who may be heard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.presets import Preset
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.keys import KeysModel
from syrinx.app.viewmodels.mute import MuteModel
from syrinx.app.viewmodels.presets import PresetsModel
from syrinx.app.views.mute_controls import MuteControls, PanicStrip
from syrinx.app.views.parts import label, restyle
from syrinx.app.views.preset_dialogs import PresetDialogs
from syrinx.app.views.preset_popover import PresetPopover, dot
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN, UNIT

HEIGHT = 44
HINT = mark("A preset keeps the voice and everything you have turned.")


class Chips(QScrollArea):
    """A row that scrolls sideways with the wheel."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("scrolled")
        self.row = QHBoxLayout(inner)
        self.row.setContentsMargins(2, 0, 2, 0)
        self.row.setSpacing(UNIT)
        self.row.addStretch(1)
        self.setWidget(inner)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Scroll sideways."""
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.y() or turned.x()) // 2)
        event.accept()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as one chip."""
        return QSize(96, super().minimumSizeHint().height())


class PresetBar(QFrame):
    """Chips of the presets, + for another one, and the mute buttons; all red in a panic.

    Parameters
    ----------
    presets, keys, mute
        What it shows and does.
    dialogs
        How it asks for files.
    """

    def __init__(
        self,
        presets: PresetsModel,
        keys: KeysModel,
        mute: MuteModel,
        theme: Theme,
        *,
        dialogs: PresetDialogs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("presets")
        self.setFixedHeight(HEIGHT)
        self._presets, self._keys, self._theme = presets, keys, theme
        self._dialogs = dialogs or PresetDialogs()
        self.chips = Chips()
        self.buttons: dict[str, QToolButton] = {}
        self._dots: dict[str, QIcon] = {}
        self.hint = label(tr(HINT), "faint")
        self.add = self._button("plus", tr("Keep this as a new preset"))
        self.update_button = self._button("tick", tr("Keep the changes in the preset"))
        self.more = self._button("more", tr("Import and export presets"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more_menu = QMenu(self.more)
        self._more_menu.addAction(tr("&Import presets…"), self._import)
        self._export_all = self._more_menu.addAction(
            tr("&Export all presets…"), lambda: self._export(None)
        )
        self.more.setMenu(self._more_menu)
        self.menu = QMenu(self)
        self.popover = PresetPopover(presets, keys, self)
        self.mutes = MuteControls(mute, keys, theme)
        self.panic = PanicStrip(mute, keys, theme)
        usual = QWidget()
        row = QHBoxLayout(usual)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(UNIT)
        row.addWidget(label(tr("PRESETS"), "section"))
        row.addSpacing(GAP)
        row.addWidget(self.chips, 1)
        row.addWidget(self.hint, 1)
        row.addWidget(self.update_button)
        row.addWidget(self.add)
        row.addWidget(self.more)
        row.addSpacing(GAP)
        row.addWidget(self.mutes)
        self._stack = QStackedWidget()
        self._stack.addWidget(usual)
        self._stack.addWidget(self.panic)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._mute = mute
        self.add.clicked.connect(self._on_add)
        self.update_button.clicked.connect(self._on_update)
        presets.changed.connect(self._build)
        presets.state_changed.connect(self._show)
        keys.changed.connect(self._show)
        mute.changed.connect(self._show_panic)
        theme.changed.connect(self._paint)
        self._build()
        self._paint()
        self._show_panic()

    def open_popover(self, preset_id: str) -> None:
        """Edit name, colour and key of a preset."""
        preset, button = self._presets.find(preset_id), self.buttons.get(preset_id)
        if preset is not None and button is not None:
            corner = button.mapToGlobal(QPoint(0, button.height() + UNIT))
            self.popover.open_for(preset, corner)

    # ---- what the user does ----

    def _on_add(self) -> None:
        preset = self._presets.add()
        if preset is not None:
            # The chip has its place only after the row was laid out.
            QTimer.singleShot(0, self, lambda: self.open_popover(preset.id))

    def _on_update(self) -> None:
        if self._presets.current is not None:
            self._presets.update(self._presets.current.id)

    def _import(self) -> None:
        for path in self._dialogs.files_to_import(self):
            self._presets.import_(path)

    def _export(self, preset: Preset | None) -> None:
        name = tr("Syrinx presets") if preset is None else preset.name
        path = self._dialogs.file_to_export(self, name)
        if path is not None:
            chosen = self._presets.presets if preset is None else [preset]
            self._presets.export([item.id for item in chosen], path)

    def _delete(self, preset: Preset) -> None:
        if self._dialogs.may_delete(self, preset.name):
            self._presets.delete(preset.id)

    def _open_menu(self, preset_id: str, place: QPoint) -> None:
        preset, button = self._presets.find(preset_id), self.buttons.get(preset_id)
        if preset is None or button is None:
            return
        presets = self._presets
        self.menu.clear()
        self.menu.addAction(tr("&Update from what is heard"), lambda: presets.update(preset_id))
        self.menu.addAction(tr("&Name, colour, key…"), lambda: self.open_popover(preset_id))
        self.menu.addAction(tr("&Duplicate"), lambda: presets.duplicate(preset_id))
        self.menu.addSeparator()
        self.menu.addAction(tr("Move &left"), lambda: presets.move(preset_id, -1))
        self.menu.addAction(tr("Move &right"), lambda: presets.move(preset_id, 1))
        self.menu.addSeparator()
        self.menu.addAction(tr("&Export…"), lambda: self._export(preset))
        self.menu.addAction(tr("Dele&te…"), lambda: self._delete(preset))
        self.menu.popup(button.mapToGlobal(place))

    # ---- what is shown ----

    def _build(self) -> None:
        """Make the chips again; the focus stays where it was."""
        focused = next((name for name, chip in self.buttons.items() if chip.hasFocus()), None)
        for chip in self.buttons.values():
            self.chips.row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.buttons = {}
        for place, preset in enumerate(self._presets.presets):
            chip = QToolButton()
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setIconSize(QSize(14, 14))
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.clicked.connect(lambda _=False, name=preset.id: self._on_chip(name))
            chip.customContextMenuRequested.connect(
                lambda at, name=preset.id: self._open_menu(name, at)
            )
            self.chips.row.insertWidget(place, chip)
            self.buttons[preset.id] = chip
        there = bool(self.buttons)
        self.chips.setVisible(there)
        self.hint.setVisible(not there)
        self._export_all.setEnabled(there)
        self._show()
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def _on_chip(self, preset_id: str) -> None:
        self._presets.apply(preset_id)
        self._show()  # a click on the one that is on must not let it go

    def _show(self) -> None:
        current, modified = self._presets.current, self._presets.is_modified
        for preset in self._presets.presets:
            chip = self.buttons.get(preset.id)
            if chip is None:
                continue
            on = current is not None and current.id == preset.id
            trouble = self._presets.trouble_of(preset)
            changed = on and modified and trouble is None
            chip.setChecked(on)
            chip.setText(preset.name.replace("&", "&&") + (" *" if changed else ""))
            chip.setIcon(self._icon(preset.colour if trouble is None else None))
            key = self._keys.key_of(f"preset.{preset.id}")
            lines = [preset.name, trouble or "", tr("Key: {key}", key=key) if key else ""]
            if changed:
                lines.append(
                    tr("Changed since: click to go back, or keep the changes with the tick.")
                )
            chip.setToolTip("\n".join(line for line in lines if line))
            chip.setAccessibleName(
                tr("Preset {name}, changed", name=preset.name)
                if changed
                else tr("Preset {name}", name=preset.name)
            )
            chip.setAccessibleDescription(trouble or "")
            if on:
                self.chips.ensureWidgetVisible(chip, 24, 0)
        self.update_button.setVisible(current is not None and modified)

    def _icon(self, colour: str | None) -> QIcon:
        """Return the disc of a colour; None = the sign of trouble."""
        if colour is None:
            return self._theme.icon("warning", "warning")
        if colour not in self._dots:
            self._dots[colour] = dot(colour, 14)
        return self._dots[colour]

    def _show_panic(self) -> None:
        panic = self._mute.panic
        focused = self.mutes.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._stack.setCurrentIndex(1 if panic else 0)
        if panic and focused:
            self.panic.release.setFocus()
        if bool(self.property("panic")) != panic:
            self.setProperty("panic", panic)
            restyle(self)

    def _paint(self) -> None:
        for button, icon in ((self.add, "plus"), (self.more, "more"), (self.update_button, "good")):
            button.setIcon(self._theme.icon(icon))
        self._show()

    @staticmethod
    def _button(name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"preset_{name}")
        button.setProperty("role", "plain")
        button.setIconSize(QSize(16, 16))
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button
