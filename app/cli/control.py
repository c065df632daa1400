"""``syrinx control``: do by command what the keys of a running window do."""

from __future__ import annotations

import argparse
import json
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from syrinx.app.cli.common import add_json, note, print_json
from syrinx.dsp.errors import SyrinxError

if TYPE_CHECKING:
    from websockets.sync.client import ClientConnection

HELP = "control the window that is open: start, mute, presets, knobs"
DESCRIPTION = (
    "Do one thing in the window that is open. ACTION is one of `syrinx control list`, or one of: "
    "list, state, voices, presets, clips, knobs, params, set NAME VALUE, turn KNOB VALUE, watch."
)
EPILOG = (
    "The window must let programs in: Settings, Remote control. Port and token are found in the "
    "data folder. docs/control.md has the messages for programs of your own."
)
TIMEOUT_S = 5.0
_LISTS = ("state", "voices", "presets", "clips", "knobs", "params")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_json(parser)
    parser.add_argument("action", metavar="ACTION", help="what to do")
    parser.add_argument("arguments", metavar="ARG", nargs="*", help="what it wants")
    parser.add_argument(
        "--hold",
        type=float,
        metavar="SECONDS",
        help="how long to hold what lasts while it is held, such as push_to_talk (default: until "
        "Ctrl-C)",
    )


def run(options: argparse.Namespace) -> int:
    """Run the command."""
    name, arguments = options.action, list(options.arguments)
    wanted = {"set": 2, "turn": 2, "watch": 0, "list": 0, **dict.fromkeys(_LISTS, 0)}
    if name in wanted and len(arguments) != wanted[name]:
        raise SyrinxError(f"`syrinx control {name}` takes {wanted[name] or 'no'} arguments.")
    with _connect() as connection:
        if name == "list":
            _list(options, _ask(connection, {"op": "actions"}))
        elif name in _LISTS:
            print_json(_ask(connection, {"op": name}))
        elif name == "set":
            value = _value(arguments[1])
            print_json(_ask(connection, {"op": "set", "name": arguments[0], "value": value}))
        elif name == "turn":
            message = {"op": "turn", "knob": arguments[0], "value": _value(arguments[1])}
            print_json(_ask(connection, message))
        elif name == "watch":
            _watch(connection)
        else:
            _act(options, connection, name, arguments)
    return 0


def _act(
    options: argparse.Namespace, connection: ClientConnection, name: str, arguments: list[str]
) -> None:
    found = [item for item in _ask(connection, {"op": "actions"}) if item["id"] == name]
    if not found:
        raise SyrinxError(f'There is no action "{name}": `syrinx control list` shows them.')
    wants, held = found[0]["wants"], found[0]["held"]
    if (len(arguments) == 1) != (wants != "nothing") or len(arguments) > 1:
        what = "no argument" if wants == "nothing" else f"one argument, a {wants}"
        raise SyrinxError(f'The action "{name}" takes {what}.')
    argument = {"argument": _value(arguments[0])} if wants == "number" else {}
    if wants == "text":
        argument = {"argument": arguments[0]}
    if not held:
        if options.hold is not None:
            raise SyrinxError(f'The action "{name}" is done once: there is nothing to hold.')
        _ask(connection, {"op": "call", "action": name, **argument})
        return
    _ask(connection, {"op": "press", "action": name, **argument})
    try:
        if options.hold is None:
            note(options, "Held until Ctrl-C.")
        end = None if options.hold is None else time.monotonic() + options.hold
        while end is None or time.monotonic() < end:
            rest = 0.5 if end is None else max(0.0, min(0.5, end - time.monotonic()))
            with suppress(TimeoutError):
                connection.recv(timeout=rest)
    finally:
        with suppress(Exception):  # the end of the connection lets go as well
            _ask(connection, {"op": "release", "action": name})


def _list(options: argparse.Namespace, actions: list[dict[str, Any]]) -> None:
    if options.json:
        print_json(actions)
        return
    width = max(len(item["id"]) for item in actions)
    for group in dict.fromkeys(item["group"] for item in actions):
        print(group)
        for item in (entry for entry in actions if entry["group"] == group):
            wants = "" if item["wants"] == "nothing" else f" [{item['wants']}]"
            held = " (lasts while held)" if item["held"] else ""
            print(f"  {item['id']:<{width}}  {item['title']}{wants}{held}")


def _watch(connection: ClientConnection) -> None:
    """Print a line of JSON for every change, until the window closes."""
    first = _ask(connection, {"op": "subscribe", "topics": ["state"]})
    print(json.dumps(first["state"]), flush=True)
    for text in connection:
        message = json.loads(text)
        if message.get("event") == "state":
            print(json.dumps(message["state"]), flush=True)


def _connect() -> ClientConnection:
    from websockets.exceptions import InvalidStatus, WebSocketException
    from websockets.sync.client import connect

    from syrinx.app.remote_access import load_access
    from syrinx.app.settings import home_path

    access = load_access(home_path())
    if access is None or access.port is None:
        raise SyrinxError(
            "No window can be controlled: open Syrinx and switch it on in Settings, Remote control."
        )
    try:
        return connect(
            access.url,
            additional_headers={"Authorization": f"Bearer {access.token}"},
            open_timeout=TIMEOUT_S,
            close_timeout=TIMEOUT_S,
            compression=None,
            proxy=None,
        )
    except InvalidStatus as error:
        code = error.response.status_code
        raise SyrinxError(f"The window refuses to be controlled ({code}).") from error
    except (OSError, WebSocketException) as error:
        raise SyrinxError(
            f"No window answers on port {access.port}: is Syrinx still open?"
        ) from error


def _ask(connection: ClientConnection, message: dict[str, Any]) -> Any:
    from websockets.exceptions import WebSocketException

    try:
        connection.send(json.dumps({"id": 1, **message}))
        end = time.monotonic() + TIMEOUT_S
        while True:
            answer = json.loads(connection.recv(timeout=max(0.0, end - time.monotonic())))
            if answer.get("id") == 1:
                break
    except TimeoutError as error:
        raise SyrinxError("The window does not answer.") from error
    except WebSocketException as error:
        raise SyrinxError("The window has hung up.") from error
    if not answer.get("ok"):
        raise SyrinxError(str(answer.get("error")))
    return answer.get("result")


def _value(text: str) -> Any:
    """Return what a word on the command line says: a number, true, false, null, or a text."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value if isinstance(value, int | float | bool) or value is None else text
