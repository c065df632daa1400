"""What a clip of ten minutes costs while a voice runs.

    python -m tests.engine.long_clip

prints, for a short clip and long ones: the time from the command to the start, the longest pause
between two telemetries, the late blocks, and the memory before, during and after. The first row of
each voice plays nothing for the time of a long clip: what the machine itself makes late.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile

from syrinx.app.engine import messages as m
from syrinx.app.engine.host import EngineHost

VOICES = (None, "iris")
FILES = (
    ("4 s", "short.wav", 4),
    ("10 min, WAV", "long.wav", 600),
    ("10 min, FLAC", "long.flac", 600),
)
RATE = 44100


def figures(host: EngineHost, path: Path) -> str:
    """Play ``path`` for half a second and tell what it took."""
    host.poll()
    before = host.wait_for(m.Telemetry)
    asked = last = time.perf_counter()
    host.send(m.PlayClip(path=str(path)))
    pause = started = rss = 0.0
    while not started or time.perf_counter() < asked + started + 0.5:
        for event in host.poll():
            now = time.perf_counter()
            if isinstance(event, m.Telemetry):
                pause, last, rss = max(pause, now - last), now, max(rss, event.rss_mb)
            elif isinstance(event, m.ClipStarted):
                started = now - asked
        time.sleep(0.002)
    host.send(m.StopClip())
    host.wait_for(m.ClipStopped)
    time.sleep(1.5)
    host.poll()
    after = host.wait_for(m.Telemetry)
    return (
        f"started after {started:.2f} s, telemetry paused {pause:.2f} s at most, "
        f"{after.late_blocks - before.late_blocks} late blocks, "
        f"{before.rss_mb:.0f} -> {rss:.0f} -> {after.rss_mb:.0f} MB"
    )


def nothing(host: EngineHost) -> str:
    """Count late blocks over the time that a long clip takes, without one."""
    host.poll()
    before = host.wait_for(m.Telemetry)
    time.sleep(4.0)
    host.poll()
    return f"{host.wait_for(m.Telemetry).late_blocks - before.late_blocks} late blocks"


def main() -> int:
    rng = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as folder:
        for _, name, seconds in FILES:
            audio = 0.05 * rng.standard_normal((RATE * seconds, 2), dtype=np.float32)
            soundfile.write(Path(folder) / name, audio, RATE)
        for voice_id in VOICES:
            with EngineHost() as host:
                script = m.DeviceScript(period=128)
                host.send(m.StartStream(config=m.EngineConfig(voice_id=voice_id, script=script)))
                host.wait_for(m.StreamStarted)
                time.sleep(1.0)
                print(f"{voice_id or 'no voice':>10}  {'nothing':>12}: {nothing(host)}", flush=True)
                for label, name, _ in FILES:
                    print(f"{voice_id or 'no voice':>10}  {label:>12}:", end=" ")
                    print(figures(host, Path(folder) / name), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
