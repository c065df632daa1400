"""Helpers of the engine's tests: paths on scripted devices, and JACK servers of their own."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from syrinx.app.engine.dummy_jack import DummyJack
from syrinx.app.engine.messages import DeviceScript, VoiceParams
from syrinx.app.engine.scripted import ScriptedDevice
from syrinx.app.engine.voice_chain import VoiceChain, build_voice_chain
from syrinx.app.engine.worker import AudioPath
from tests.engine.sound_server import SoundServer, run_sound_server

RATE = 48000
PERIOD = 128


class Rig:
    """An audio path on a scripted device, run in lock-step in the test's own thread."""

    def __init__(
        self,
        audio: np.ndarray,
        *,
        chain: VoiceChain | None = None,
        period: int = PERIOD,
        safety_ms: float = 4.0,
        stalls: tuple[tuple[float, float], ...] = (),
        xruns: tuple[float, ...] = (),
        silent: bool = False,
    ) -> None:
        self.audio = audio.astype(np.float32)
        self.chain = chain or straight()
        self.path = AudioPath(self.chain, period=period, safety_ms=safety_ms, silent=silent)
        self.stalls = stalls
        script = DeviceScript(
            sample_rate=self.chain.sample_rate, period=period, realtime=False, xruns=xruns
        )
        self.device = ScriptedDevice(script, audio=self.audio)

    def run(self, seconds: float | None = None) -> np.ndarray:
        """Run ``seconds`` (default: the whole audio) and return all output so far."""
        rate, period = self.chain.sample_rate, self.path.period
        count = len(self.audio) if seconds is None else round(seconds * rate)
        for _ in range(count // period):
            now = self.device.stream_s
            self.device.pump(self.path, 1)
            if not any(at <= now < at + length for at, length in self.stalls):
                while self.path.step():
                    pass
        return self.device.output()


def straight(rate: int = RATE) -> VoiceChain:
    return build_voice_chain(None, sample_rate=rate, params=VoiceParams())


@pytest.fixture(autouse=True)
def _no_drain(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """In lock-step nobody else drains the path: the rig itself calls step."""
    if "rig" in request.fixturenames:
        monkeypatch.setattr(AudioPath, "drain", lambda self: None)


@pytest.fixture
def rig() -> Callable[..., Rig]:
    return Rig


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(1)


@pytest.fixture
def jack_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[DummyJack]:
    """Start a JACK server, the default one of this process and its children."""
    if shutil.which("jackd") is None:
        pytest.skip("jackd is not installed: `sudo apt install jackd2` (make test does it)")
    jack = pytest.importorskip("jack", reason="JACK-Client is not installed")
    server = DummyJack()
    monkeypatch.setenv("JACK_DEFAULT_SERVER", server.name)
    monkeypatch.setenv("JACK_NO_START_SERVER", "1")
    try:
        deadline = time.monotonic() + 10
        while True:
            try:
                jack.Client("probe", no_start_server=True, servername=server.name).close()
                break
            except jack.JackOpenError:
                if time.monotonic() > deadline or server.process.poll() is not None:
                    pytest.fail("jackd does not start on the dummy driver")
                time.sleep(0.1)
        yield server
    finally:
        server.stop()


@pytest.fixture
def sound_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """Start a PulseAudio server, that of this process and its children."""
    yield from run_sound_server(monkeypatch)
