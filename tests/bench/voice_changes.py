"""What building voices costs the one that sounds: ``python -m tests.bench.voice_changes``.

The engine's own parts without a device: a thread that calls as a device does, every 128 samples,
the DSP thread, and the builder, which builds one voice after the other without a pause. In each
part of the run another voice sounds, once alone and once beside the builder. Told is what the
callback found in the buffer beyond what it needed: below 0 a block is late. The machine's own
stalls (`syrinx.app.engine.witness`) take their share; the rows with an idle builder tell it.

Prints JSON.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import tempfile
import threading
import time
from typing import Any

from syrinx.app.engine.priority import cap_threads

VOICES = "deep,iris,robot,otto,hall,kathleen"
RATE, PERIOD = 48_000, 128


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=20.0, help="of each part")
    parser.add_argument("--sounding", default="deep,otto")
    parser.add_argument("--building", default=VOICES)
    options = parser.parse_args()
    cap_threads()
    with tempfile.TemporaryDirectory(prefix="syrinx-changes-") as folder:
        os.environ["SYRINX_HOME"] = folder
        result = measure(
            options.sounding.split(","), options.building.split(","), seconds=options.seconds
        )
    print(json.dumps(result, indent=2))
    return 0


def measure(sounding: list[str], building: list[str], *, seconds: float) -> list[dict[str, Any]]:
    """Return a row for each voice that sounds, alone and beside the builder."""
    from syrinx.app.engine.builder import Builder, BuildRequest, Workshop
    from syrinx.app.engine.params import VoiceParams

    def request(voice_id: str) -> BuildRequest:
        return BuildRequest(
            voice_id=voice_id,
            params=VoiceParams(),
            sample_rate=RATE,
            fp32=False,
            command="SetVoice",
        )

    workshop = Workshop()
    for voice_id in dict.fromkeys([*building, *sounding]):
        workshop.build(request(voice_id))  # what is read once is read
    sys.setswitchinterval(0.0002)  # as the engine does
    gc.collect()
    gc.freeze()
    gc.disable()
    rows = []
    for voice_id in sounding:
        for busy in (False, True):
            chain = workshop.build(request(voice_id))
            works = Works(Builder, workshop, [request(name) for name in building])
            if busy:
                works.begin()
            figures = sound(chain, seconds=seconds)
            times = works.end()
            rows.append(
                {"sounding": voice_id, "builder": "busy" if busy else "idle", **figures}
                | {"builds": len(times), "build_ms": _spread(times) if times else None}
            )
    return rows


class Works:
    """A builder that is asked for the next voice as soon as it has made one."""

    def __init__(self, make: Any, workshop: Any, requests: list[Any]) -> None:
        self._builder = make(workshop, self._deliver)
        self._requests = requests
        self._times: list[float] = []
        self._began = 0.0
        self._done = False

    def begin(self) -> None:
        """Ask for the first one."""
        self._began = time.perf_counter()
        self._builder.request(self._requests[0])

    def end(self) -> list[float]:
        """Make no more; return how long each took, in s."""
        self._done = True
        self._builder.close()
        return self._times

    def _deliver(self, built: Any) -> None:
        assert built.chain is not None, built.error
        now = time.perf_counter()
        self._times.append(now - self._began)
        self._began = now
        if not self._done:
            self._builder.request(self._requests[len(self._times) % len(self._requests)])


def sound(chain: Any, *, seconds: float) -> dict[str, Any]:
    """Let ``chain`` sound for a while; return what the callback found, and how long steps took."""
    import numpy as np

    from syrinx.app.engine.dsp_thread import DspThread
    from syrinx.app.engine.priority import raise_thread_priority
    from syrinx.app.engine.worker import AudioPath

    path = AudioPath(chain, period=PERIOD, safety_ms=8.0)
    noise = (0.1 * np.random.default_rng(0).standard_normal(RATE)).astype(np.float32)
    spare: list[float] = []
    slowest: list[float] = []

    def device() -> None:
        raise_thread_priority()
        out = np.empty(PERIOD, np.float32)
        due = time.perf_counter() + 0.05
        for block in range(round(seconds * RATE / PERIOD)):
            due += PERIOD / RATE
            time.sleep(max(0.0, due - time.perf_counter()))
            needed = PERIOD + path._fade_in.shape[0]
            spare.append((path.ring_out.fill - needed) / RATE)
            path.render(out)
            start = block * PERIOD % (RATE - PERIOD)
            path.capture(noise[start : start + PERIOD])
            slowest.append(path.watch.take()[2])

    thread = DspThread(path)
    caller = threading.Thread(target=device)
    thread.start()
    caller.start()
    caller.join()
    thread.stop()
    return {
        "blocks": path.counters.blocks,
        "late": path.counters.late_blocks,
        "spare_ms": _spread([-found for found in spare], sign=-1),
        "slowest_step_ms": _spread(slowest),
    }


def _spread(values: list[float], sign: int = 1) -> dict[str, float]:
    """Median, 99 %, 99.9 % and the worst, in ms."""
    ordered = sorted(values)
    places = {"p50": 0.5, "p99": 0.99, "p99.9": 0.999, "worst": 1.0}
    last = len(ordered) - 1
    return {name: round(1000 * sign * ordered[round(p * last)], 2) for name, p in places.items()}


if __name__ == "__main__":
    sys.exit(main())
