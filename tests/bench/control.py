"""How fast mute and remote control are: ``python -m tests.bench.control``.

What a block costs, how long a mute takes inside a running engine, how long a message takes to a
window that is open. Figures belong to a quiet machine; nothing here is asserted.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile

from syrinx.app.engine import messages as m
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.mute import MuteGate
from syrinx.app.remote_access import load_access
from tests.cli.test_control import WINDOW
from tests.lines import Lines

RATE, BLOCK, ROUNDS = 48000, 480, 40


def block_cost_us(mute: str) -> float:
    """Median time of a block of 10 ms, in microseconds."""
    gate = MuteGate(RATE)
    gate.start(mute)  # type: ignore[arg-type]
    audio = np.ones(BLOCK, np.float32)
    times = []
    for _ in range(20000):
        started = time.perf_counter()
        gate.voice(audio, after=1000)
        gate.everything(audio)
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1e6


def engine_ms(folder: Path) -> list[float]:
    """Times from the command until the newest sample that the engine made is silent, in ms."""
    tone = 0.25 * np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE)
    soundfile.write(folder / "in.wav", tone, RATE, subtype="FLOAT")
    script = m.DeviceScript(input_path=str(folder / "in.wav"), period=128, seconds=3600.0)
    found = []
    with EngineHost() as host:
        host.send(m.StartStream(config=m.EngineConfig(script=script)))
        host.wait_for(m.StreamStarted)
        taps = host.tap_reader()
        for _ in range(ROUNDS):
            time.sleep(0.2)
            host.poll()
            taps.read_audio()
            started = time.perf_counter()
            host.send(m.SetParams(params=m.VoiceParams(mute="all")))
            while True:
                audio = taps.read_audio()
                if audio is not None and not audio.output[-1:].any():
                    break
            found.append((time.perf_counter() - started) * 1e3)
            host.send(m.SetParams(params=m.VoiceParams()))
        taps.close()
    return found


def message_ms(folder: Path) -> list[float]:
    """Times of a question and its answer through the WebSocket of a window, in ms."""
    from websockets.sync.client import connect

    environment = {**os.environ, "SYRINX_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    window = subprocess.Popen(
        [sys.executable, "-c", WINDOW], env=environment, stdout=subprocess.PIPE
    )
    found = []
    try:
        Lines(window).next(60)
        time.sleep(3.0)  # the engine starts
        access = load_access(folder)
        assert access is not None
        with connect(f"{access.url}?token={access.token}", compression=None, proxy=None) as client:
            for _ in range(10 * ROUNDS):
                time.sleep(0.01)
                started = time.perf_counter()
                client.send(json.dumps({"op": "call", "action": "mute"}))
                client.recv()
                found.append((time.perf_counter() - started) * 1e3)
    finally:
        window.terminate()
        window.wait(30)
    return found


def main() -> int:
    """Measure and print."""
    for mute in ("off", "voice", "all"):
        print(f"a block of 10 ms, mute {mute}: {block_cost_us(mute):.2f} us")
    with tempfile.TemporaryDirectory() as name:
        for what, times in (
            ("mute in the engine", engine_ms(Path(name))),
            ("message to the window and back", message_ms(Path(name))),
        ):
            high = float(np.percentile(times, 95))
            print(f"{what}: median {statistics.median(times):.1f} ms, 95 % under {high:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
