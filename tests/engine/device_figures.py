"""Figures of the devices: what watching costs, and the delay through a sound server.

    python -m tests.engine.device_figures

needs pulseaudio. The server gets the real-time priority that desktops give it, where allowed.
"""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import time

import numpy as np

from syrinx.app.engine import messages as m
from syrinx.app.engine.device_watch import SearchProcess, fingerprint
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.monitor import MonitorFeed
from syrinx.app.engine.pulse_list import list_pulse
from syrinx.app.virtual_mic import VirtualMicrophone
from syrinx.dsp.errors import SyrinxError
from tests.engine.sound_server import SoundServer


def timed(work: object, times: int) -> float:
    """Milliseconds of the median call."""
    took = []
    for _ in range(times):
        before = time.perf_counter()
        work()  # type: ignore[operator]
        took.append(1000 * (time.perf_counter() - before))
    return float(np.median(took))


def search() -> None:
    process = SearchProcess()
    while process.result() is None:
        time.sleep(0.005)


def monitor_us(period: int) -> float:
    feed = MonitorFeed(sample_rate=48000, period=period, out_rate=44100, out_period=441)
    block = np.random.default_rng(0).standard_normal(period).astype(np.float32)
    return 1000 * timed(lambda: feed.push(block, block), 2000)


def loop(host: EngineHost, safety_ms: float) -> None:
    config = m.EngineConfig(
        input_device="PulseAudio: speaker.monitor",
        output_device="PulseAudio: speaker",
        safety_ms=safety_ms,
    )
    host.send(m.StartStream(config=config))
    host.wait_for(m.StreamStarted)
    time.sleep(4)
    found = []
    while len(found) < 5:
        host.send(m.MeasureDelay())
        with contextlib.suppress(SyrinxError):
            event = host.wait_for(m.DelayMeasured)
            found.append((event.measured_ms, event.declared_ms))
    host.poll()
    before = host.wait_for(m.Telemetry)
    time.sleep(20)
    host.poll()
    after = host.wait_for(m.Telemetry)
    measured, declared = np.median(np.array(found), axis=0)
    spread = np.ptp([each[0] for each in found])
    print(
        f"safety {safety_ms:g} ms: declared {declared:.1f} ms, measured {measured:.1f} ms "
        f"(spread {spread:.1f}), late {after.late_blocks - before.late_blocks} of "
        f"{after.blocks - before.blocks} blocks"
    )
    host.send(m.StopStream())
    host.wait_for(m.StreamStopped)


def main() -> int:
    server = SoundServer()
    os.environ.update(server.environment)
    os.environ["SYRINX_HOME"] = tempfile.mkdtemp()
    assert server.process is not None
    chrt = ["chrt", "-a", "-r", "-p", "15", str(server.process.pid)]
    allowed = subprocess.run(chrt, capture_output=True, check=False).returncode == 0
    print(f"sound server in real time: {'yes' if allowed else 'no'}; load {os.getloadavg()[0]:.1f}")
    try:
        print(f"fingerprint {timed(fingerprint, 200):.2f} ms, once a second")
        print(f"pactl lists {timed(list_pulse, 10):.0f} ms")
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"search in a process {timed(search, 5):.0f} ms", end=", ")
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
        print(f"{200 * seconds:.0f} ms of a core each")
        maker = VirtualMicrophone()
        print(f"virtual microphone made in {timed(maker.make, 1):.0f} ms", end=", ")
        print(f"removed in {timed(maker.remove, 1):.0f} ms")
        for period in (128, 240, 480):
            print(f"monitor: {monitor_us(period):.0f} us per block of {period}")
        with EngineHost() as host:
            host.wait_for(m.EngineReady)
            for safety_ms in (8.0, 16.0):
                loop(host, safety_ms)
    finally:
        server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
