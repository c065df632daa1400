"""From mouth to ear through PortAudio and JACK's dummy device, sample by sample.

    python -m tests.engine.loopback [--json]

prints declared and measured delay of some voices: what the tests assert, as figures.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from typing import Any

import numpy as np

from syrinx.app.engine import messages as m
from syrinx.app.engine.dummy_jack import dummy_jack
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.latency import Delay, chirp, find_delay, find_envelope_delay

RATE = 48000
VOICES = (None, "deep", "high", "robot", "whisper", "hall", "iris", "otto")


class Loop:
    """A JACK client: the microphone and the ear of the engine."""

    def __init__(self, server: str) -> None:
        import jack

        self.client = jack.Client("loop", no_start_server=True, servername=server)
        self.out = self.client.outports.register("out")
        self.inp = self.client.inports.register("in")
        self._sent: np.ndarray = np.zeros(0, np.float32)
        self._heard: np.ndarray = np.zeros(0, np.float32)
        self._start = -1
        self._done = threading.Event()
        self._active = False
        self.echo = False
        self.xruns = 0
        self.client.set_process_callback(self._process)
        self.client.set_xrun_callback(self._count_xrun)
        self.client.activate()

    def connect(self) -> None:
        """Take the place of the sound card at the engine's ports."""
        client, deadline = self.client, time.monotonic() + 5
        while True:
            takes = client.get_ports("PortAudio", is_audio=True, is_input=True)
            gives = client.get_ports("PortAudio", is_audio=True, is_output=True)
            if takes and gives:
                break
            assert time.monotonic() < deadline
            time.sleep(0.05)
        for port in takes:
            for other in client.get_all_connections(port):
                client.disconnect(other, port)
            client.connect(self.out, port)
        for port in gives:
            for other in client.get_all_connections(port):
                client.disconnect(port, other)
            client.connect(port, self.inp)
        time.sleep(0.2)

    def play(self, audio: np.ndarray) -> np.ndarray:
        """Send ``audio``, return what came back in the same time, sample by sample."""
        self._heard = np.zeros(len(audio), np.float32)
        self._sent = audio.astype(np.float32)
        self._done.clear()
        self._start = -1
        self._active = True
        assert self._done.wait(len(audio) / RATE + 10)
        return self._heard

    def close(self) -> None:
        self.client.deactivate()
        self.client.close()

    def _count_xrun(self, _delayed_usecs: float) -> None:
        self.xruns += 1

    def _process(self, frames: int) -> None:
        out = self.out.get_array()
        out.fill(0)
        if not self._active:
            if self.echo:
                out[:] = self.inp.get_array()
            return
        now = self.client.last_frame_time
        if self._start < 0:
            self._start = now
        at = now - self._start
        count = min(frames, len(self._sent) - at)
        if count <= 0:
            self._active = False
            self._done.set()
            return
        out[:count] = self._sent[at : at + count]
        self._heard[at : at + count] = self.inp.get_array()[:count]


def start(host: EngineHost, **changes: Any) -> m.StreamStarted:
    host.send(m.StartStream(config=m.EngineConfig(input_device="system", **changes)))
    return host.wait_for(m.StreamStarted)


def trouble(loop: Loop, host: EngineHost) -> int:
    """Everything that came too late so far, in JACK and in the engine."""
    host.poll()  # what was said before is old
    now = host.wait_for(m.Telemetry)
    return loop.xruns + now.late_blocks + now.dropped_samples + now.xruns


def excess_ms(
    loop: Loop, host: EngineHost, signal: np.ndarray, declared_ms: float, *, envelope: bool = False
) -> float:
    """How much the measured delay differs from the declared one.

    The median of three measurements during which nothing was late. A busy machine may yield none
    in a dozen: JACK then hands on every block of a late client one period later, which is neither
    the engine's delay nor declared, and is taken off when it is there.
    """
    clean: list[int] = []
    every: list[int] = []
    while len(clean) < 3 and len(every) < 12:
        before = trouble(loop, host)
        heard = loop.play(signal)
        delay: Delay = (
            find_envelope_delay(signal, heard, RATE) if envelope else find_delay(signal, heard)
        )
        every.append(delay.samples)
        if trouble(loop, host) == before:
            clean.append(delay.samples)
    found = sorted(clean or every)
    excess = found[len(found) // 2] * 1000 / RATE - declared_ms
    period_ms = 128 * 1000 / RATE
    return excess if clean or excess < period_ms / 2 else excess - period_ms


def chirps() -> np.ndarray:
    return np.concatenate((chirp(RATE), np.zeros(RATE // 2, np.float32)))


def bursts() -> np.ndarray:
    """Noise that comes and goes: its loudness tells the time, whatever a voice makes of it."""
    buzz = np.random.default_rng(0).standard_normal(2 * RATE)
    on = np.zeros(2 * RATE)
    for start, end in ((0.1, 0.18), (0.33, 0.5), (0.71, 0.8), (1.02, 1.3), (1.5, 1.57)):
        on[int(start * RATE) : int(end * RATE)] = 1
    fade = np.hanning(480) / np.hanning(480).sum()
    return (0.1 * buzz * np.convolve(on, fade, "same")).astype(np.float32)


def figures(voice_id: str | None, loop: Loop, host: EngineHost) -> dict[str, Any]:
    """Declared delay of a voice, and the measured one: of the whole chain, and bypassed."""
    started = start(host, voice_id=voice_id)
    loop.connect()
    declared = started.latency.total_ms
    by_loudness = excess_ms(loop, host, bursts(), declared, envelope=True)
    host.send(m.SetParams(params=m.VoiceParams(bypass=True)))
    time.sleep(0.2)
    by_chirp = excess_ms(loop, host, chirps(), declared)
    host.send(m.StopStream())
    host.wait_for(m.StreamStopped)
    return {
        "voice": voice_id or "straight through",
        "declared_ms": round(declared, 3),
        "measured_bypassed_ms": round(declared + by_chirp, 3),
        "measured_by_loudness_ms": round(declared + by_loudness, 3),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    os.environ["SYRINX_HOME"] = tempfile.mkdtemp()
    rows = []
    with dummy_jack():
        loop = Loop(os.environ["JACK_DEFAULT_SERVER"])
        for voice_id in VOICES:
            with EngineHost() as host:
                host.wait_for(m.EngineReady)
                rows.append(figures(voice_id, loop, host))
        loop.close()
    if as_json:
        print(json.dumps(rows, indent=1))
    else:
        for row in rows:
            print("  ".join(f"{value:>20}" for value in row.values()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
