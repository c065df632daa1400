"""A portal for global keys on a bus of its own: ``python fake_portal.py`` with the bus's address.

Prints what it is asked for; a line ``press ID`` or ``release ID`` on its input is a key.
"""

from __future__ import annotations

import json
import os
import select
import sys

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

BUS_NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"


def main() -> None:
    bus = open_dbus_connection("SESSION")
    bus.send_and_get_reply(message_bus.RequestName(BUS_NAME))
    session = ""
    print("READY", flush=True)
    while True:
        ready = select.select([bus.sock, sys.stdin], [], [])[0]
        if sys.stdin in ready:
            line = os.read(0, 1000).decode()
            if not line:
                return
            for word, name in (entry.split() for entry in line.splitlines()):
                member = "Activated" if word == "press" else "Deactivated"
                emitter = DBusAddress(PATH, interface=SHORTCUTS)
                bus.send(new_signal(emitter, member, "osta{sv}", (session, name, 1, {})))
            continue
        while True:
            try:
                message = bus.receive(timeout=0)
            except TimeoutError:
                break
            if message.header.message_type is MessageType.method_call:
                session = answer(bus, message, session)


def answer(bus, message, session: str) -> str:  # type: ignore[no-untyped-def]
    fields = message.header.fields
    member, sender = fields[HeaderFields.member], fields[HeaderFields.sender]
    caller = sender.removeprefix(":").replace(".", "_")
    if member == "Get":
        bus.send(new_method_return(message, "v", (("u", 2),)))
    elif member == "CreateSession":
        token = message.body[0]["handle_token"][1]
        session = f"{PATH}/session/{caller}/{message.body[0]['session_handle_token'][1]}"
        respond(bus, message, caller, token, {"session_handle": ("s", session)})
        print("CREATE", flush=True)
    elif member == "BindShortcuts":
        assert message.body[0] == session
        asked = {n: [o["description"][1], o["preferred_trigger"][1]] for n, o in message.body[1]}
        respond(bus, message, caller, message.body[3]["handle_token"][1], {})
        print("BIND", json.dumps(asked), flush=True)
    elif member == "Close":
        bus.send(new_method_return(message))
        print("CLOSE", flush=True)
    else:
        bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
    return session


def respond(bus, message, caller: str, token: str, results: dict) -> None:  # type: ignore[no-untyped-def, type-arg]
    path = f"{PATH}/request/{caller}/{token}"
    bus.send(new_method_return(message, "o", (path,)))
    emitter = DBusAddress(path, interface="org.freedesktop.portal.Request")
    bus.send(new_signal(emitter, "Response", "ua{sv}", (0, results)))


if __name__ == "__main__":
    main()
