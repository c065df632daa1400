"""The settings while the program runs: changed field by field, written soon after."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.settings import Settings, load_settings, save_settings
from syrinx.dsp.errors import SyrinxError

SAVE_DELAY_MS = 800


class SettingsStore(QObject):
    """Holds the settings of ``folder`` and writes them when changes have settled.

    Attributes
    ----------
    notice
        Why the file could not be read, else None.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        loaded = load_settings(folder)
        self._current = loaded.settings
        self.notice = loaded.notice
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_DELAY_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def current(self) -> Settings:
        """The settings as they are now."""
        return self._current

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._folder

    def update(self, **changes: Any) -> None:
        """Change fields of ``Settings`` (by name); nothing happens when they are so already."""
        changed = replace(self._current, **changes)
        if changed != self._current:
            self._current = changed
            self._timer.start()
            self.changed.emit()

    def remember(self, name: str, value: Any) -> None:
        """Keep a JSON value that ``Settings`` has no field for, such as the window's geometry."""
        self.update(extra={**self._current.extra, name: value})

    def recall(self, name: str) -> Any:
        """Return what was kept under ``name``, None when nothing was."""
        return self._current.extra.get(name)

    def recall_fields(self, name: str) -> dict[str, Any]:
        """Return the JSON object kept under ``name``; empty when it is none, or damaged."""
        kept = self.recall(name)
        return kept if isinstance(kept, dict) else {}

    def flush(self) -> None:
        """Write now what was changed."""
        self._timer.stop()
        try:
            save_settings(self._current, self._folder)
        except SyrinxError as error:
            self.failed.emit(str(error))
