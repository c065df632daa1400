"""Everything that can be done by name: keys, MIDI, WebSocket and OSC all call these actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from syrinx.app.translation import tr
from syrinx.dsp.errors import SyrinxError

Argument = str | float | None
Wants = Literal["nothing", "text", "number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something that can be done by name.

    Attributes
    ----------
    id
        Lasting: settings and scripts name it.
    title, description
        For lists, in the language of the window: a few words, one sentence.
    group
        Heading under which it is listed, in English: where it is shown, it is translated.
    run
        What it does, or begins to do, with the argument that it wants, else None. It may raise
        SyrinxError with a sentence for whoever called.
    end
        Of an action that lasts while a key is held: what happens when the last one lets go.
        None = it is done once.
    is_on
        Whether what it switches is on; None = it switches nothing.
    wants
        What `run` gets. What wants an argument cannot be bound to a key.
    """

    id: str
    title: str
    description: str
    group: str
    run: Callable[[Argument], object]
    end: Callable[[], object] | None = None
    is_on: Callable[[], bool] | None = None
    wants: Wants = "nothing"

    @property
    def is_held(self) -> bool:
        """Whether it lasts while a key is held."""
        return self.end is not None


class ActionRegistry(QObject):
    """All actions of the window, in the order in which they were added."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, Action] = {}
        self._held: dict[str, set[object]] = {}

    def add(self, *actions: Action) -> None:
        """Offer actions; one with the same id is replaced."""
        for action in actions:
            self._actions[action.id] = action
        self.changed.emit()

    def replace_group(self, group: str, actions: list[Action]) -> None:
        """Offer these instead of all others of their group."""
        kept = {action.id for action in actions}
        for action in [item for item in self._actions.values() if item.group == group]:
            if action.id not in kept:
                self._end(action.id, all_of_them=True)
                del self._actions[action.id]
        self.add(*actions)

    def all(self) -> list[Action]:
        """Return every action."""
        return list(self._actions.values())

    def find(self, action_id: str) -> Action | None:
        """Return an action by its id."""
        return self._actions.get(action_id)

    def is_held(self, action_id: str) -> bool:
        """Whether somebody holds it."""
        return bool(self._held.get(action_id))

    def call(self, action_id: str, argument: Argument = None) -> None:
        """Do something once. What lasts while it is held changes over: begins, or ends.

        Raises
        ------
        SyrinxError
            There is no such action, the argument does not fit, or it cannot be done now.
        """
        action = self._wanted(action_id)
        if action.is_held and self.is_held(action_id):
            self._end(action_id, all_of_them=True)
        elif action.is_held:
            self.press(action_id, "call", argument)
        else:
            action.run(_argument(action, argument))

    def press(self, action_id: str, holder: object, argument: Argument = None) -> None:
        """Do something, or begin what lasts until ``holder`` lets go.

        Parameters
        ----------
        holder
            Who holds it: any hashable value of the caller's own.

        Raises
        ------
        SyrinxError
            As `call` does.
        """
        action = self._wanted(action_id)
        value = _argument(action, argument)
        if not action.is_held:
            action.run(value)
            return
        holders = self._held.setdefault(action_id, set())
        first = not holders
        holders.add(holder)
        if first:
            try:
                action.run(value)
            except SyrinxError:
                holders.discard(holder)
                raise

    def release(self, action_id: str, holder: object) -> None:
        """Let go; the last one to do so ends it."""
        if holder in self._held.get(action_id, ()):
            self._held[action_id].discard(holder)
            self._end(action_id)

    def release_all(self, holder: object) -> None:
        """Let go of everything: the key, the controller, the connection is gone."""
        for action_id in list(self._held):
            self.release(action_id, holder)

    def _end(self, action_id: str, *, all_of_them: bool = False) -> None:
        holders = self._held.get(action_id)
        if all_of_them and holders:
            holders.clear()
        elif all_of_them or holders is None:
            return
        action = self._actions.get(action_id)
        if not holders and action is not None and action.end is not None:
            action.end()

    def _wanted(self, action_id: str) -> Action:
        action = self._actions.get(action_id)
        if action is None:
            raise SyrinxError(tr('There is no action "{id}".', id=str(action_id)[:60]))
        return action


def _argument(action: Action, argument: Argument) -> Argument:
    """Return the argument as the action wants it."""
    if action.wants == "nothing":
        return None
    if action.wants == "text":
        if isinstance(argument, float | int) and not isinstance(argument, bool):
            argument = f"{argument:g}"
        if isinstance(argument, str) and 0 < len(argument) <= 200:
            return argument
        raise SyrinxError(tr('The action "{id}" needs a text.', id=action.id))
    try:
        number = float(argument)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        number = float("nan")
    if isinstance(argument, bool) or not abs(number) < 1e9:
        raise SyrinxError(tr('The action "{id}" needs a number.', id=action.id))
    return number
