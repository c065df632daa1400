"""Minutes of live audio beside a load, and what came of it: ``python -m syrinx.app.engine.soak``.

Starts a JACK server on the dummy driver unless told to use a device, runs the engine, keeps some
processes busy beside it, and reports late blocks, load and jitter as JSON. Not part of the tests:
its result says something about the machine, so run it when the machine is quiet.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from syrinx.app.engine import messages as m
from syrinx.app.engine.dummy_jack import dummy_jack
from syrinx.app.engine.host import EngineHost
from syrinx.dsp.errors import SyrinxError

_BUSY = "while True:\n    sum(i * i for i in range(10000))"


def make_parser(prog: str, description: str | None) -> argparse.ArgumentParser:
    """The options of a soak."""
    parser = argparse.ArgumentParser(prog=prog, description=description)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--voice", help="id of a voice; default: straight through")
    parser.add_argument("--device", help="a device instead of a JACK server of its own")
    parser.add_argument("--safety-ms", type=float, default=m.DEFAULT_SAFETY_MS)
    parser.add_argument("--busy", type=int, default=2, help="processes that only compute")
    parser.add_argument(
        "--beside",
        action="append",
        default=[],
        metavar="COMMAND",
        help="command to run beside it, for instance a window that paints; {taps} becomes the "
        "name of the telemetry memory",
    )
    parser.add_argument("--report", type=Path, help="write the JSON here, too")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the soak; the exit code is 0 when no block was late."""
    options = make_parser("python -m syrinx.app.engine.soak", __doc__).parse_args(arguments)
    try:
        result = soak(options)
    except SyrinxError as error:
        print(error, file=sys.stderr)
        return 2
    return report(options, result)


def report(options: argparse.Namespace, result: dict[str, Any]) -> int:
    """Print the result and write it where it was asked for; return the exit code."""
    text = json.dumps(result, indent=2)
    print(text)
    if options.report is not None:
        options.report.write_text(text + "\n", encoding="utf-8")
    return 0 if result["late_blocks"] == 0 else 1


def soak(
    options: argparse.Namespace, on_poll: Callable[[], object] = lambda: None
) -> dict[str, Any]:
    """Run the engine beside the load; ``on_poll`` is called every 30 ms.

    Raises
    ------
    SyrinxError
        The engine failed, or the device was lost.
    """
    with contextlib.ExitStack() as stack:
        device = options.device or stack.enter_context(dummy_jack())
        host = stack.enter_context(EngineHost())
        ready = host.wait_for(m.EngineReady)
        config = m.EngineConfig(
            input_device=device,
            output_device=device,
            voice_id=options.voice,
            safety_ms=options.safety_ms,
        )
        host.send(m.StartStream(config=config))
        started = host.wait_for(m.StreamStarted)
        commands = [[sys.executable, "-c", _BUSY]] * options.busy
        commands += [shlex.split(text.format(taps=host.tap_name)) for text in options.beside]
        for command in commands:
            stack.enter_context(_beside(command))
        seen: list[m.Telemetry] = []
        changes: list[dict[str, float]] = []
        began, late = time.monotonic(), 0
        while time.monotonic() - began < 60 * options.minutes:
            for event in host.poll():
                if isinstance(event, m.CommandFailed | m.EngineFailed | m.DeviceLost):
                    raise SyrinxError(event.message)
                if isinstance(event, m.EngineRestarted):
                    raise SyrinxError(event.message)
                if not isinstance(event, m.Telemetry):
                    continue
                seen.append(event)
                if event.late_blocks > late:
                    changes.append({"at_s": event.stream_s, "count": event.late_blocks - late})
                    late = event.late_blocks
            on_poll()
            time.sleep(0.03)
    last = seen[-1]
    loads = sorted(event.load for event in seen)
    peaks = sorted(event.load_peak for event in seen)
    return {
        "minutes": last.stream_s / 60,
        "wall_minutes": options.minutes,
        "voice": started.voice_id,
        "device": started.input_device,
        "period": started.period,
        "sample_rate": started.sample_rate,
        "priority": started.priority,
        "safety_ms": options.safety_ms,
        "declared_ms": started.latency.total_ms,
        "blocks": last.blocks,
        "late_blocks": last.late_blocks,
        "late_at": changes,
        "xruns": last.xruns,
        "dropped_samples": last.dropped_samples,
        "load_p50": loads[len(loads) // 2],
        "load_p99": loads[int(0.99 * (len(loads) - 1))],
        "block_peak_p50": peaks[len(peaks) // 2],
        "block_peak_max": peaks[-1],
        "engine_rss_mb": max(event.rss_mb for event in seen),
        "engine_ready_s": ready.ready_s,
        "busy_processes": options.busy,
        "beside": options.beside,
    }


@contextlib.contextmanager
def _beside(command: list[str]) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
