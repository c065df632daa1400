"""What the remote control can be asked, and its answers: the message reference as code.

``docs/control.md`` says the same in words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from syrinx.app.engine.params import VoiceParams
from syrinx.app.plain import changed, nested, to_plain
from syrinx.app.translation import english
from syrinx.app.viewmodels.actions import ActionRegistry, Argument
from syrinx.app.viewmodels.knobs import Knob
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.mute import MuteModel
from syrinx.app.viewmodels.presets import PresetsModel
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.units import gain_to_db

if TYPE_CHECKING:
    from syrinx.app.services.remote_session import RemoteSession

PROTOCOL = 1
TOPICS = ("state", "levels")
_NOT_FROM_AFAR = frozenset({"mute", "source_f0_hz", "mark"})
"""Muting has actions; the other two are not for a script to change."""
_FLOOR_DBFS = -120.0


class RemoteDesk:
    """Answers messages with the models of the window.

    Parameters
    ----------
    registry, live, mute, presets
        What is controlled.
    knobs
        What can be turned.

    Attributes
    ----------
    clips
        Returns the clips of the soundboard, each a JSON object; whoever has some puts it there.
    """

    def __init__(
        self,
        registry: ActionRegistry,
        live: LiveModel,
        mute: MuteModel,
        presets: PresetsModel,
        knobs: Sequence[Knob],
    ) -> None:
        self._registry, self._live, self._mute, self._presets = registry, live, mute, presets
        self._knobs = {knob.id: knob for knob in knobs}
        self.clips: Callable[[], list[dict[str, Any]]] = list
        self._ops: dict[str, Callable[[Any, dict[str, Any]], Any]] = {
            "hello": lambda _session, _message: {"program": "syrinx", "protocol": PROTOCOL},
            "actions": lambda _session, _message: self._actions(),
            "call": self._call,
            "press": self._press,
            "release": self._release,
            "params": lambda _session, _message: to_plain(self._live.params),
            "set": self._set,
            "knobs": lambda _session, _message: [self._knob(knob) for knob in self._knobs.values()],
            "turn": self._turn,
            "voices": lambda _session, _message: self._voices(),
            "presets": lambda _session, _message: self._list_presets(),
            "clips": lambda _session, _message: self.clips(),
            "state": lambda _session, _message: self.state(),
            "subscribe": self._subscribe,
            "unsubscribe": self._unsubscribe,
        }

    def answer(self, session: object, message: dict[str, Any]) -> Any:
        """Do what a message asks for and return its result.

        Raises
        ------
        SyrinxError
            The sentence that the client gets.
        """
        op = message.get("op")
        if not isinstance(op, str) or op not in self._ops:
            known = ", ".join(self._ops)
            raise SyrinxError(f'A message needs an "op", one of: {known}.')
        try:
            return self._ops[op](session, message)
        except SyrinxError as error:  # of a view-model: in the language of the window
            raise SyrinxError(english(str(error))) from error

    def leave(self, session: object) -> None:
        """Let go of what a client held: a broken connection must not keep a microphone open."""
        self._registry.release_all(("remote", id(session)))

    def on_osc(self, parts: tuple[str, ...], arguments: tuple[Any, ...]) -> None:
        """Do what an OSC message asks for: ``action/ID``, ``fader/ID``, ``knob/ID``.

        Raises
        ------
        SyrinxError
            It asks for nothing that there is.
        """
        if len(parts) != 2:
            raise SyrinxError("There is no such address.")
        kind, name = parts
        value = arguments[0] if arguments else None
        if kind == "action":
            self._osc_action(name, value)
            return
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
            raise SyrinxError("A knob is turned by a number.")
        if kind == "fader":
            self._wanted_knob(name).turn_to(float(value))
        elif kind == "knob":
            self._turn_to(self._wanted_knob(name), float(value))
        else:
            raise SyrinxError("There is no such address.")

    def state(self) -> dict[str, Any]:
        """Return what is on, as subscribers of "state" get it."""
        live, mute, preset = self._live, self._mute, self._presets.current
        voice, latency = live.voice, live.latency
        return {
            "state": live.state,
            "voice": None if voice is None else {"id": voice.id, "name": voice.name},
            "preset": None
            if preset is None
            else {
                "id": preset.id,
                "name": preset.name,
                "colour": preset.colour,
                "modified": self._presets.is_modified,
            },
            "panic": mute.panic,
            "muted": mute.muted,
            "push_to_talk": mute.push_to_talk,
            "talking": mute.talking,
            "silent": mute.is_silent,
            "bypass": live.params.bypass,
            "recording": live.recording_path is not None,
            "delay_ms": None if latency is None else round(latency.total_ms, 1),
        }

    def levels(self) -> dict[str, Any]:
        """Return what moves, as subscribers of "levels" get it, ten times a second."""
        stats = self._live.stats
        levels = stats.levels
        return {
            "input_peak_dbfs": _dbfs(levels.input_peak),
            "input_rms_dbfs": _dbfs(levels.input_rms),
            "output_peak_dbfs": _dbfs(levels.output_peak),
            "output_rms_dbfs": _dbfs(levels.output_rms),
            "load": round(stats.load, 3),
            "late_blocks": stats.late_blocks,
        }

    # ---- answers ----

    def _actions(self) -> list[dict[str, Any]]:
        return [
            {
                "id": action.id,
                "title": english(action.title),
                "description": english(action.description),
                "group": action.group,
                "held": action.is_held,
                "wants": action.wants,
                "on": None if action.is_on is None else bool(action.is_on()),
            }
            for action in self._registry.all()
        ]

    def _call(self, session: object, message: dict[str, Any]) -> None:
        name = _text(message, "action")
        action = self._registry.find(name)
        if action is not None and action.is_held:
            raise SyrinxError(f'"{name}" lasts while it is held: use "press" and "release".')
        self._registry.call(name, _argument(message))

    def _press(self, session: object, message: dict[str, Any]) -> None:
        holder = ("remote", id(session))
        self._registry.press(_text(message, "action"), holder, _argument(message))

    def _release(self, session: object, message: dict[str, Any]) -> None:
        self._registry.release(_text(message, "action"), ("remote", id(session)))

    def _set(self, _session: object, message: dict[str, Any]) -> dict[str, Any]:
        values = message.get("values")
        if values is None and isinstance(message.get("name"), str) and "value" in message:
            values = nested(message["name"], message["value"])
        if not isinstance(values, dict) or not values:
            raise SyrinxError('"set" needs a "name" and a "value", or an object "values".')
        forbidden = sorted(_NOT_FROM_AFAR & values.keys())
        if forbidden:
            raise SyrinxError(f"{forbidden[0]} cannot be set from here.")
        wanted, problems = changed(self._live.params, values)
        if problems:
            raise SyrinxError(f"{problems[0]} is no parameter, or the value does not fit it.")
        self._change(wanted)
        return {name: to_plain(getattr(self._live.params, name)) for name in values}

    def _change(self, wanted: VoiceParams) -> None:
        now = self._live.params
        names = [item.name for item in fields(wanted)]
        self._live.change(
            **{n: getattr(wanted, n) for n in names if getattr(wanted, n) != getattr(now, n)}
        )
        if self._live.params != wanted:
            raise SyrinxError("The value is out of its range.")

    def _turn(self, _session: object, message: dict[str, Any]) -> dict[str, Any]:
        knob = self._wanted_knob(_text(message, "knob"))
        if "place" in message:
            knob.turn_to(_number(message, "place"))
        else:
            self._turn_to(knob, _number(message, "value"))
        return self._knob(knob)

    def _turn_to(self, knob: Knob, value: float) -> None:
        if not knob.low <= value <= knob.high:
            raise SyrinxError(f"{knob.title} lies between {knob.low:g} and {knob.high:g}.")
        knob.set(value)

    def _wanted_knob(self, name: str) -> Knob:
        if name not in self._knobs:
            raise SyrinxError(f"There is no such knob; there are: {', '.join(self._knobs)}.")
        return self._knobs[name]

    @staticmethod
    def _knob(knob: Knob) -> dict[str, Any]:
        return {
            "id": knob.id, "title": english(knob.title), "low": knob.low, "high": knob.high,
            "unit": knob.unit, "value": round(knob.get(), 3),
        }  # fmt: skip

    def _voices(self) -> list[dict[str, Any]]:
        now = self._live.voice
        return [
            {
                "id": voice.id,
                "name": voice.name,
                "kind": voice.kind,
                "own": not voice.shipped,
                "colour": voice.colour,
                "on": now is not None and voice.id == now.id,
            }
            for voice in self._live.voices.everything
        ]

    def _list_presets(self) -> list[dict[str, Any]]:
        now = self._presets.current
        return [
            {
                "id": preset.id,
                "number": number,
                "name": preset.name,
                "colour": preset.colour,
                "voice": preset.voice,
                "on": now is not None and preset.id == now.id,
                "trouble": english(self._presets.trouble_of(preset) or "") or None,
            }
            for number, preset in enumerate(self._presets.presets, 1)
        ]

    def _subscribe(self, session: RemoteSession, message: dict[str, Any]) -> dict[str, Any]:
        """Subscribe; the state as it is now is the result."""
        session.topics |= _topics(message)
        return {"topics": sorted(session.topics), "state": self.state()}

    def _unsubscribe(self, session: RemoteSession, message: dict[str, Any]) -> dict[str, Any]:
        session.topics -= _topics(message)
        return {"topics": sorted(session.topics)}

    def _osc_action(self, name: str, value: Any) -> None:
        action = self._registry.find(name)
        if action is None:
            raise SyrinxError("There is no such action.")
        if action.wants != "nothing":
            self._registry.call(name, value)
            return
        # Buttons of control surfaces send 1 when they go down and 0 when they come up.
        down = value is None or bool(value >= 0.5 if isinstance(value, int | float) else value)
        if not action.is_held:
            if down:
                self._registry.call(name)
        elif down:
            self._registry.press(name, "osc")
        else:
            self._registry.release(name, "osc")


def _text(message: dict[str, Any], name: str) -> str:
    value = message.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= 100:
        raise SyrinxError(f'The message needs a text "{name}".')
    return value


def _number(message: dict[str, Any], name: str) -> float:
    value = message.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        raise SyrinxError(f'The message needs a number "{name}".')
    return float(value)


def _argument(message: dict[str, Any]) -> Argument:
    value = message.get("argument")
    if value is not None and not isinstance(value, str | int | float):
        raise SyrinxError("An argument is a text or a number.")
    return value


def _topics(message: dict[str, Any]) -> set[str]:
    topics = message.get("topics")
    if not isinstance(topics, list) or not topics or not all(t in TOPICS for t in topics):
        raise SyrinxError(f'"topics" is a list of some of: {", ".join(TOPICS)}.')
    return set(topics)


def _dbfs(level: float) -> float:
    return _FLOOR_DBFS if level <= 1e-6 else round(gain_to_db(level), 1)
