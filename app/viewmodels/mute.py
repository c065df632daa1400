"""Who may be heard: mute, panic mute, push-to-talk and push-to-bypass."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.viewmodels.live import LiveModel

KEY = "talk"


class MuteModel(QObject):
    """What silences the output, put together into one word for the engine.

    Panic mute is stronger than mute, mute is stronger than push-to-talk. None of them is
    changed by another voice, a preset, or a stream that starts again.

    Parameters
    ----------
    live
        Tells the engine.
    settings
        Keeps whether push-to-talk is on.

    Attributes
    ----------
    panic
        Nothing at all goes out.
    muted
        The voice does not go out; clips do.
    push_to_talk
        The voice goes out only while somebody talks (`set_talking`).
    """

    changed = Signal()

    def __init__(
        self, live: LiveModel, settings: SettingsStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live, self._settings = live, settings
        self.panic = False
        self.muted = False
        self.talking = False
        self.push_to_talk = settings.recall_fields(KEY).get("push_to_talk") is True
        self._bypass_before: bool | None = None
        self._tell()

    @property
    def is_silent(self) -> bool:
        """Whether the voice does not go out now."""
        return self.panic or self.muted or (self.push_to_talk and not self.talking)

    def set_panic(self, on: bool) -> None:
        """Silence everything at once, until it is taken back."""
        self.panic = on
        self._tell()

    def set_muted(self, on: bool) -> None:
        """Silence the voice, or let it be heard again."""
        self.muted = on
        self._tell()

    def set_push_to_talk(self, on: bool) -> None:
        """Let the voice be heard only while somebody talks."""
        self.push_to_talk = on
        self._settings.remember(KEY, {"push_to_talk": on})
        self._tell()

    def set_talking(self, on: bool) -> None:
        """The push-to-talk key is held, or was let go."""
        self.talking = on
        self._tell()

    def push_bypass(self, held: bool) -> None:
        """Let the own voice through while held; what was before comes back."""
        if held and self._bypass_before is None:
            self._bypass_before = self._live.params.bypass
            self._live.set_bypassed(True)
        elif not held and self._bypass_before is not None:
            before, self._bypass_before = self._bypass_before, None
            self._live.set_bypassed(before)

    def _tell(self) -> None:
        if self.panic:
            mute = "all"
        elif self.muted:
            mute = "voice"
        elif self.push_to_talk and not self.talking:
            mute = "talk"
        else:
            mute = "off"
        self._live.change(mute=mute)
        self.changed.emit()
