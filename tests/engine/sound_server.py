"""A PulseAudio server of a test's own: two loudspeakers, and a microphone made of a third sink."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

SPEAKER, PHONES, MOUTH, MICROPHONE = "speaker", "phones", "mouth", "microphone"
RATE = 48000


class SoundServer:
    """Runs until `stop`; `environment` leads its clients to it.

    What is played to the sink ``mouth`` is heard by the source ``microphone``.
    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="syr-"))  # short: a socket's path is
        self.environment = {
            "PULSE_RUNTIME_PATH": str(self.folder),
            "PULSE_STATE_PATH": str(self.folder),
            "XDG_RUNTIME_DIR": str(self.folder),
        }
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        script = self.folder / "default.pa"
        lines = [f"load-module module-native-protocol-unix auth-anonymous=1 "
                 f"socket={self.folder / 'native'}"]  # fmt: skip
        lines += [
            f"load-module module-null-sink sink_name={name} rate={RATE} "
            f"sink_properties=device.description={name.title()}"
            for name in (SPEAKER, PHONES, MOUTH)
        ]
        lines.append(
            f"load-module module-remap-source master={MOUTH}.monitor source_name={MICROPHONE} "
            f"source_properties=device.description={MICROPHONE.title()}"
        )
        lines += [f"set-default-sink {SPEAKER}", f"set-default-source {MICROPHONE}"]
        script.write_text("\n".join(lines) + "\n")
        command = "pulseaudio -n --daemonize=no --exit-idle-time=-1 --use-pid-file=no"
        self.process = subprocess.Popen(
            [*command.split(), "--disable-shm=yes", "-F", str(script)],
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 10
        while MICROPHONE not in self.pactl("list", "short", "sources"):
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise RuntimeError("pulseaudio does not start")
            time.sleep(0.05)

    def pactl(self, *words: str) -> str:
        done = subprocess.run(
            ["pactl", *words],
            env={**os.environ, **self.environment, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
        return done.stdout.strip()

    def module_of(self, name: str) -> str:
        """The number of the module that made a sink or source."""
        for line in self.pactl("list", "short", "modules").splitlines():
            if f"sink_name={name} " in line + " " or f"source_name={name} " in line + " ":
                return line.split("\t")[0]
        raise KeyError(name)

    def unplug(self, name: str) -> None:
        self.pactl("unload-module", self.module_of(name))

    def plug(self, name: str) -> None:
        self.pactl(
            "load-module", "module-null-sink", f"sink_name={name}", f"rate={RATE}",
            f"sink_properties=device.description={name.title()}",
        )  # fmt: skip

    def end(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(10)
            self.process = None

    def stop(self) -> None:
        self.end()
        shutil.rmtree(self.folder, ignore_errors=True)


class Ear:
    """Records what a sink plays, until `stop`."""

    def __init__(self, server: SoundServer, source: str, rate: int = RATE) -> None:
        self._process = subprocess.Popen(
            ["parec", "--device", source, "--format=float32le", f"--rate={rate}", "--channels=1",
             "--latency-msec=5", "--raw"],
            env={**os.environ, **server.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def listen(self, seconds: float) -> np.ndarray:
        """The next ``seconds`` of sound."""
        assert self._process.stdout is not None
        data = self._process.stdout.read(4 * round(seconds * RATE))
        return np.frombuffer(data, np.float32)

    def stop(self) -> None:
        self._process.terminate()
        self._process.communicate(timeout=10)


class Mouth:
    """Plays a sound to a sink, over and over, until `stop`."""

    def __init__(self, server: SoundServer, path: Path, sink: str = MOUTH) -> None:
        self._process = subprocess.Popen(
            ["sh", "-c", 'while paplay --device "$0" "$1"; do :; done', sink, str(path)],
            env={**os.environ, **server.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def stop(self) -> None:
        os.killpg(self._process.pid, 15)
        self._process.wait(10)


def run_sound_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """What a fixture yields: a server that this process and its children talk to."""
    if shutil.which("pulseaudio") is None or shutil.which("pactl") is None:
        pytest.skip("pulseaudio is not installed: `sudo apt install pulseaudio` (make test does)")
    server = SoundServer()
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    try:
        yield server
    finally:
        server.stop()
