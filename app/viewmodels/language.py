"""The choice of the window's language, and whether it waits for the next start."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import LANGUAGES, language_for

KEY = "language"


def chosen_language(settings: SettingsStore) -> str | None:
    """Return what was chosen, a key of ``LANGUAGES``; None = as the system."""
    kept = settings.recall(KEY)
    return kept if isinstance(kept, str) and kept in LANGUAGES else None


class LanguageModel(QObject):
    """Keeps the choice; what is on the screen changes with the next start.

    Attributes
    ----------
    restart_requested
        The user wants that start now.
    """

    changed = Signal()
    restart_requested = Signal()

    def __init__(self, settings: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._shown = language_for(self.choice)

    @property
    def choice(self) -> str | None:
        """A key of ``LANGUAGES``; None = as the system."""
        return chosen_language(self._settings)

    @property
    def needs_restart(self) -> bool:
        """Whether the window speaks another language than was chosen."""
        return language_for(self.choice) != self._shown

    def choose(self, language: str | None) -> None:
        """Speak this language from the next start on."""
        self._settings.remember(KEY, language)
        self.changed.emit()

    def restart(self) -> None:
        """Ask for the next start now."""
        self.restart_requested.emit()
