"""A JACK server on the dummy driver: a sound device for tests and measurements without a card."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator

from syrinx.dsp.errors import SyrinxError

RATE = 48000
PERIOD = 128
DEVICE = "JACK Audio Connection Kit: system"
_SETTLE_S = 1.0


class DummyJack:
    """A jackd under a name of its own, in real time where the machine grants it.

    Raises
    ------
    SyrinxError
        When jackd is not installed.
    """

    def __init__(self) -> None:
        if shutil.which("jackd") is None:
            raise SyrinxError(
                "jackd is not installed: `sudo apt install jackd2`, or name a device instead."
            )
        self.name = f"syrinx-{os.getpid()}-{secrets.token_hex(3)}"
        self._scheduling = "--realtime -P 60"
        self.process = self._start()
        if self.process.poll() is not None:
            self._scheduling = "--no-realtime"
            self.process = self._start()

    def stop(self) -> None:
        """End the server so that JACK's table of servers, which has eight rows, is left clean."""
        for _ in range(2):
            self.process.terminate()
            try:
                self.process.wait(5)
                return
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(5)
            # A killed server keeps its row; one of the same name takes it over and clears it.
            self.process = self._start()
        self.process.kill()
        self.process.wait(5)

    def pause(self) -> None:
        """End the server, as if the sound card was pulled out; `resume` starts it again."""
        self.stop()

    def resume(self) -> None:
        """Start the server again under its name."""
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        driver = f"-d dummy -r {RATE} -p {PERIOD} -C 1 -P 1"
        process = subprocess.Popen(
            ["jackd", "-n", self.name, *self._scheduling.split(), *driver.split()],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_SETTLE_S)  # one that may not run in real time ends at once
        return process


@contextlib.contextmanager
def dummy_jack() -> Iterator[str]:
    """Run a `DummyJack` as the default server of this process; yield its device's name."""
    with running_jack():
        yield DEVICE


@contextlib.contextmanager
def running_jack() -> Iterator[DummyJack]:
    """As `dummy_jack`, but yield the server, which can be paused."""
    server = DummyJack()
    kept = {name: os.environ.get(name) for name in ("JACK_DEFAULT_SERVER", "JACK_NO_START_SERVER")}
    os.environ |= {"JACK_DEFAULT_SERVER": server.name, "JACK_NO_START_SERVER": "1"}
    try:
        yield server
    finally:
        for name, value in kept.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        server.stop()
