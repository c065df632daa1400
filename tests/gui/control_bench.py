"""The control area on a fake engine, with fake keys and a fake controller."""

from __future__ import annotations

from collections.abc import Mapping

from syrinx.app.live_extras import LiveExtras
from syrinx.app.services.hotkeys import Hotkey, OnKey
from syrinx.dsp.errors import SyrinxError


class FakeKeys:
    """Keys that a test presses."""

    is_global = True
    asks_user = False
    note = "Fake keys."

    def __init__(self, *, taken: tuple[str, ...] = (), broken: str | None = None) -> None:
        self.taken, self.broken = taken, broken
        self.hotkeys: dict[str, Hotkey] = {}
        self.is_open = False
        self._on_key: OnKey | None = None

    def open(self, on_key: OnKey) -> None:
        if self.broken is not None:
            raise SyrinxError(self.broken)
        self._on_key, self.is_open = on_key, True

    def bind(self, hotkeys: Mapping[str, Hotkey]) -> dict[str, str]:
        self.hotkeys = {n: h for n, h in hotkeys.items() if str(h.chord) not in self.taken}
        return {
            name: f"Another program has the key {hotkey.chord}."
            for name, hotkey in hotkeys.items()
            if str(hotkey.chord) in self.taken
        }

    def close(self) -> None:
        self.is_open = False

    def press(self, chord: str, *, down: bool = True) -> None:
        for name, hotkey in list(self.hotkeys.items()):
            if str(hotkey.chord) == chord and self._on_key is not None:
                self._on_key(name, down)


class FakeMidi:
    """A controller that a test moves."""

    def __init__(self, *ports: str, broken: str | None = None) -> None:
        self.there, self.broken = list(ports), broken
        self.opened: str | None = None
        self.queue: list[list[int]] = []

    def ports(self) -> list[str]:
        if self.broken is not None:
            raise SyrinxError(self.broken)
        return list(self.there)

    def open(self, port: str) -> None:
        if port not in self.there:
            raise SyrinxError("gone")
        self.opened = port

    def read(self) -> list[list[int]]:
        found, self.queue = self.queue, []
        return found

    def close(self) -> None:
        self.opened = None


__all__ = ["FakeKeys", "FakeMidi", "LiveExtras"]
