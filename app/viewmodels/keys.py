"""Which key does what: assigned by the user, kept in the settings, bound on the platform."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.chord import Chord, parse_chord
from syrinx.app.services.hotkeys import Hotkey, Hotkeys
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import mark, told, tr
from syrinx.app.viewmodels.actions import Action, ActionRegistry
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.presets import PresetsModel
from syrinx.dsp.errors import SyrinxError

KEY = "keys"
_PRESET = "preset."
_WINDOW_KEYS = {
    "Space": mark("start and stop"), "B": mark("bypass"), "P": mark("freeze the pictures"),
    "Ctrl+F": mark("search"), "Ctrl+R": mark("record"), "F5": mark("search for devices"),
    "Ctrl+Q": mark("quit"),
    **{f"Ctrl+{number}": mark("change the area") for number in range(1, 10)},
}  # fmt: skip
"""Keys of the window itself; a global key takes them away from it."""


class KeysModel(QObject):
    """Keys of all actions that need no argument.

    Parameters
    ----------
    registry
        What can be done.
    presets
        Keep the keys of presets.
    hotkeys
        Hears the keys.
    settings
        Keeps the others.
    live
        Where messages go.
    """

    changed = Signal()

    def __init__(
        self,
        registry: ActionRegistry,
        presets: PresetsModel,
        hotkeys: Hotkeys,
        settings: SettingsStore,
        live: LiveModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._registry, self._presets, self._live = registry, presets, live
        self._hotkeys, self._settings = hotkeys, settings
        self._keys = _read(settings.recall(KEY))
        self._problems: dict[str, str] = {}
        self._refused: dict[str, str] = {}
        self._bound: dict[str, Hotkey] = {}
        self._resting = False
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(0)
        self._due.timeout.connect(self._bind)
        registry.changed.connect(self._due.start)
        hotkeys.pressed.connect(self._on_pressed)
        hotkeys.released.connect(self._on_released)
        self._bind()

    @property
    def note(self) -> str:
        """What the platform can do, in a sentence."""
        return told(self._hotkeys.note)

    @property
    def is_global(self) -> bool:
        """Whether keys work while another program has the focus."""
        return self._hotkeys.is_global

    def actions(self) -> list[Action]:
        """Return what a key can be given to."""
        return [action for action in self._registry.all() if action.wants == "nothing"]

    def key_of(self, action_id: str) -> Chord | None:
        """Return the key of an action."""
        if action_id.startswith(_PRESET):
            preset = self._presets.find(action_id.removeprefix(_PRESET))
            return parse_chord(preset.hotkey) if preset is not None and preset.hotkey else None
        return self._keys.get(action_id)

    def problem_of(self, action_id: str) -> str | None:
        """Return why the key of an action does not work."""
        return self._problems.get(action_id)

    def owner_of(self, chord: Chord) -> Action | None:
        """Return the action that has a key."""
        return next((item for item in self.actions() if self.key_of(item.id) == chord), None)

    def warning_of(self, chord: Chord) -> str | None:
        """Return what one should know before one takes a key."""
        window = _WINDOW_KEYS.get(str(chord))
        if chord.is_bare and self.is_global:
            return tr(
                "While Syrinx runs, no other program gets the key {chord}: you cannot type it.",
                chord=chord,
            )
        if window is not None:
            return tr(
                "In the window, {chord} no longer does “{does}”.", chord=chord, does=tr(window)
            )
        return None

    def assign(self, action_id: str, chord: Chord | None, *, take: bool = False) -> str | None:
        """Give an action a key, or none.

        Parameters
        ----------
        take
            Take it from the action that has it.

        Returns
        -------
        str or None
            The sentence that names who has the key; then nothing was changed.
        """
        owner = None if chord is None else self.owner_of(chord)
        if owner is not None and owner.id != action_id:
            if not take:
                return _taken(chord, owner)
            self._put(owner.id, None)
        self._put(action_id, chord)
        self._bind()
        return None

    def rest(self, resting: bool) -> None:
        """Let all keys alone while the user chooses one: it must reach the window."""
        if self._hotkeys.asks_user:
            return
        self._resting = resting
        self._bind()

    def close(self) -> None:
        """Give the keys back."""
        self._due.stop()
        self._hotkeys.close()

    def _put(self, action_id: str, chord: Chord | None) -> None:
        if action_id.startswith(_PRESET):
            text = None if chord is None else str(chord)
            self._presets.set_hotkey(action_id.removeprefix(_PRESET), text)
            return
        self._keys.pop(action_id, None)
        if chord is not None:
            self._keys[action_id] = chord
        kept = {name: str(key) for name, key in self._keys.items()}
        self._settings.remember(KEY, {"bindings": kept})

    def _bind(self) -> None:
        self._due.stop()
        wanted: dict[str, Hotkey] = {}
        twice: dict[str, str] = {}
        taken: dict[Chord, Action] = {}
        for action in self.actions():
            chord = self.key_of(action.id)
            if chord is None:
                continue
            if chord in taken:  # by files that were edited or imported
                twice[action.id] = _taken(chord, taken[chord])
                continue
            taken[chord] = action
            wanted[action.id] = Hotkey(chord=chord, title=action.title)
        if self._resting:
            wanted = {}
        if wanted != self._bound:
            refused = self._hotkeys.bind(wanted)
            self._refused = {name: told(why) for name, why in refused.items()}
            self._bound = wanted
        self._problems = {**twice, **self._refused}
        self.changed.emit()

    def _on_pressed(self, action_id: str) -> None:
        try:
            self._registry.press(action_id, ("key", action_id))
        except SyrinxError as error:
            self._live.message_posted.emit(Message(level="warning", text=str(error)))

    def _on_released(self, action_id: str) -> None:
        self._registry.release(action_id, ("key", action_id))


def _taken(chord: Chord, owner: Action) -> str:
    return tr("{chord} is the key of “{title}”.", chord=chord, title=owner.title)


def _read(kept: object) -> dict[str, Chord]:
    """Return what was kept, without what cannot be understood."""
    bindings = kept.get("bindings") if isinstance(kept, dict) else None
    found: dict[str, Chord] = {}
    for name, text in bindings.items() if isinstance(bindings, dict) else ():
        try:
            found[str(name)] = parse_chord(text)
        except SyrinxError:
            continue
    return found
