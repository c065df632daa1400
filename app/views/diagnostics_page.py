"""Settings, Diagnostics: what was late and why, what each stage costs, report and log."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QWidget,
)

from syrinx.app.translation import mark, told, tr
from syrinx.app.viewmodels.diagnostics import DiagnosticsModel, Entry
from syrinx.app.views.parts import header, label
from syrinx.app.views.settings_view import column_of
from syrinx.app.views.theme import Theme
from syrinx.app.views.time_strip import TimeStrip

LIST_HEIGHT = 260
"""At most; few lines take less."""
STRIP_EVERY_S = 2.0
COPIED_TEXT = mark(
    "Copied. It names no person, no file and none of your own voices; read it first."
)
QUIET_TEXT = mark("Nothing has happened since the program was started.")
_TOKENS = {"info": "text_muted", "warning": "warning", "error": "danger"}
_ICONS = {"info": "info", "warning": "warning", "error": "warning"}


class StageBars(QWidget):
    """One bar for each stage, in percent of the time that there is."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[QProgressBar, QLabel]] = {}

    def show_stages(self, stages: tuple[tuple[str, float], ...]) -> None:
        """Show ``(name, share)``; the rows stay while the names do."""
        if [name for name, _ in stages] != list(self._rows):
            self._rebuild([name for name, _ in stages])
        for name, share in stages:
            bar, value = self._rows[name]
            bar.setValue(round(1000 * min(1.0, share)))
            value.setText(f"{100 * share:.1f} %")
            bar.setAccessibleName(
                tr("{stage} {share:.1f} percent", stage=tr(name), share=100 * share)
            )

    def rows(self) -> list[tuple[str, str]]:
        """Return what is shown: (stage, percent)."""
        return [(name, value.text()) for name, (_, value) in self._rows.items()]

    def _rebuild(self, names: list[str]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        for row, name in enumerate(names):
            bar = QProgressBar()
            bar.setRange(0, 1000)
            bar.setTextVisible(False)
            bar.setFixedHeight(8)
            value = label("", "text")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setMinimumWidth(56)
            self._grid.addWidget(label(tr(name), "text"), row, 0)
            self._grid.addWidget(bar, row, 1)
            self._grid.addWidget(value, row, 2)
            self._rows[name] = (bar, value)


def shown(text: str) -> str:
    """Translate a line of the time line; that of a command that failed begins with its name."""
    command, colon, message = text.partition(": ")
    return f"{command}: {told(message)}" if colon and command.isidentifier() else told(text)


class DiagnosticsPage(QWidget):
    """Measures stages only while it is visible."""

    def __init__(self, model: DiagnosticsModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("diagnostics")
        self._model, self._theme = model, theme
        self._strip_s = 0.0
        self.stages = StageBars()
        self.stages_note = label("", "muted", wrap=True)
        self.list = QListWidget()
        self.list.setObjectName("timeline")
        self.list.setAccessibleName(tr("What happened"))
        self.list.setWordWrap(True)
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.list.setMaximumHeight(LIST_HEIGHT)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.strip = TimeStrip(theme)
        self.quiet = label(tr(QUIET_TEXT), "muted", wrap=True)
        self.copy = QPushButton(tr("&Copy report"))
        self.copy.setToolTip(
            tr("Versions, devices, settings, delay and what happened, without personal data")
        )
        self.folder = QPushButton(tr("Open the &log folder"))
        self.folder.setToolTip(str(model.log.path.parent))
        self.clear = QPushButton(tr("C&lear"))
        self.clear.setProperty("role", "small")
        self.clear.setToolTip(tr("Empty the list; the log files stay"))
        self.copied = label("", "muted", wrap=True)
        buttons = QHBoxLayout()
        for button in (self.copy, self.folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = column_of(self)
        column.addLayout(header(tr("WHAT EACH STAGE COSTS")))
        column.addWidget(self.stages)
        column.addWidget(self.stages_note)
        column.addLayout(header(tr("WHAT HAPPENED"), self.clear))
        column.addWidget(self.quiet)
        column.addWidget(self.strip)
        column.addWidget(self.list)
        column.addLayout(header(tr("FOR HELP")))
        column.addLayout(buttons)
        column.addWidget(self.copied)
        self.copy.clicked.connect(self._on_copy)
        self.folder.clicked.connect(self._on_folder)
        self.clear.clicked.connect(self._on_clear)
        model.entry_added.connect(self._add)
        model.stages_changed.connect(self._show_stages)
        theme.changed.connect(self._show_entries)
        self._show_entries()
        self._show_stages()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Measure while somebody looks."""
        super().showEvent(event)
        self._model.set_active(True)
        self._show_stages()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Cost nothing while hidden."""
        if not event.spontaneous():
            self._model.set_active(False)
        super().hideEvent(event)

    def _show_stages(self) -> None:
        if time.monotonic() - self._strip_s > STRIP_EVERY_S:
            self._show_strip()
        stages = self._model.stages
        if not stages:
            self.stages.show_stages(())
            self.stages_note.setText(tr("Start a voice to see what its stages cost."))
            return
        other = max(0.0, self._model.load - sum(share for _, share in stages))
        self.stages.show_stages((*stages, (mark("Everything else"), other)))
        self.stages_note.setText(
            tr(
                "{load:.0f} % of one processor's time; a voice that needs 100 % is late.",
                load=100 * self._model.load,
            )
        )

    def _show_entries(self) -> None:
        self.list.clear()
        for entry in self._model.entries:
            self._add(entry)
        self._show_quiet()

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem(self._theme.icon(_ICONS[entry.level], _TOKENS[entry.level]), "")
        line = f"{entry.clock()} {shown(entry.text)}"
        item.setToolTip(f"{line} {told(entry.details)}".rstrip())
        if entry.voice:
            line = tr("{line} Voice: {voice}.", line=line, voice=entry.voice)
        item.setText(line)
        self.list.insertItem(0, item)  # the newest on top
        while self.list.count() > (self._model.entries.maxlen or 0):
            self.list.takeItem(self.list.count() - 1)
        self._show_quiet()
        self._show_strip()

    def _show_strip(self) -> None:
        self._strip_s = time.monotonic()
        self.strip.show_entries(list(self._model.entries))

    def _show_quiet(self) -> None:
        empty = self.list.count() == 0
        self.quiet.setVisible(empty)
        self.list.setVisible(not empty)
        self.strip.setVisible(not empty)
        self.clear.setEnabled(not empty)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._model.report())
        self.copied.setText(tr(COPIED_TEXT))

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._model.log.path.parent)))

    def _on_clear(self) -> None:
        self._model.clear()
        self._show_entries()
