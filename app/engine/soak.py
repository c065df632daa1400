"""Minutes of live audio beside a load, and what came of it: ``python -m syrinx.app.engine.soak``.

Starts a JACK server on the dummy driver unless told to use a device, runs the engine, keeps some
processes busy beside it, and reports late blocks, load and jitter as JSON. Beside it runs a control
process (`syrinx.app.engine.witness`) that only sleeps: late blocks during which it saw the machine
itself stand still are counted apart. Not part of the tests: its result says something about the
machine, so run it when the machine is quiet.

With ``--switch-every`` it changes between the voices of ``--voices``, with ``--record`` it records,
and with ``--replug-every`` the JACK server is ended and started again, as if the sound card had
been pulled out: the engine process is a new one then, and memory is compared within each. The whole
program with its window: ``python -m tests.bench.window_soak``.
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
from tempfile import TemporaryDirectory
from typing import Any

from syrinx.app.engine import messages as m
from syrinx.app.engine.dummy_jack import DEVICE, DummyJack, running_jack
from syrinx.app.engine.event_text import late_details, late_text
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.witness import Stall, explained
from syrinx.dsp.errors import SyrinxError

REPLUG_S = 20.0
_BUSY = "while True:\n    sum(i * i for i in range(10000))"


def make_parser(prog: str, description: str | None) -> argparse.ArgumentParser:
    """The options of a soak."""
    parser = argparse.ArgumentParser(prog=prog, description=description)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--voice", help="id of a voice; default: straight through")
    parser.add_argument("--voices", default="", help="ids with commas, to change between")
    parser.add_argument("--switch-every", type=float, default=10.0, metavar="S")
    parser.add_argument("--record", action="store_true", help="record all the time")
    parser.add_argument(
        "--replug-every", type=float, metavar="S", help="end and start the JACK server again"
    )
    parser.add_argument(
        "--stall",
        type=float,
        nargs=2,
        metavar=("MS", "EVERY_S"),
        help="hold the DSP thread so long, so often: to watch the margin adapt",
    )
    parser.add_argument("--adaptive", action="store_true", help="let the safety margin adapt")
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
    """Run the soak; the exit code is 0 when no block was late but for the machine's own stalls."""
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
    return 0 if result["late_blocks_of_ours"] == 0 else 1


def soak(
    options: argparse.Namespace, on_poll: Callable[[], object] = lambda: None
) -> dict[str, Any]:
    """Run the engine beside the load; ``on_poll`` is called every 30 ms.

    Raises
    ------
    SyrinxError
        The engine failed, or the device was lost and was not to be.
    """
    with contextlib.ExitStack() as stack:
        server = None if options.device else stack.enter_context(running_jack())
        witness = stack.enter_context(Witness())
        host = stack.enter_context(EngineHost())
        run = _Run(options, host, server, Path(stack.enter_context(TemporaryDirectory())))
        ready = host.wait_for(m.EngineReady)
        started = run.start()
        commands = [[sys.executable, "-c", _BUSY]] * options.busy
        commands += [shlex.split(text.format(taps=host.tap_name)) for text in options.beside]
        for command in commands:
            stack.enter_context(_beside(command))
        began = time.monotonic()
        while time.monotonic() - began < 60 * options.minutes:
            run.poll()
            on_poll()
            time.sleep(0.03)
        stalls = witness.stop()
    return {
        "minutes": run.stream_s / 60,
        "wall_minutes": options.minutes,
        "voice": started.voice_id,
        "device": started.input_device,
        "period": started.period,
        "sample_rate": started.sample_rate,
        "priority": started.priority,
        "safety_ms": options.safety_ms,
        "declared_ms": started.latency.total_ms,
        **run.figures(stalls + witness.pages),
        "machine_stalls": len(stalls),
        "machine_stall_longest_ms": round(1000 * max((s for _, s in stalls), default=0.0), 1),
        "memory_stalls": len(witness.pages),
        "witness_realtime": witness.realtime,
        "engine_ready_s": ready.ready_s,
        "busy_processes": options.busy,
        "beside": options.beside,
    }


class _Run:
    """What the engine is told and says; each life of the engine process is a segment."""

    def __init__(
        self,
        options: argparse.Namespace,
        host: EngineHost,
        server: DummyJack | None,
        folder: Path,
    ) -> None:
        self._options, self._host, self._server, self._folder = options, host, server, folder
        self._voices = [name for name in options.voices.split(",") if name]
        self._seen: list[m.Telemetry] = []
        self._late: list[m.LateBlocks] = []
        self._safety: list[dict[str, Any]] = []
        self._segments: list[list[float]] = []
        self._counts: dict[str, int] = {}
        self._before = m.Telemetry(streaming=False)
        self._recordings = self._switches = self._replugs = 0
        self._switch_at = self._replug_at = self._stall_at = float("inf")
        self._expects_loss = False
        self.stream_s = 0.0

    def start(self) -> m.StreamStarted:
        """Start the stream on what there is."""
        options = self._options
        device = options.device or DEVICE
        config = m.EngineConfig(
            input_device=device,
            output_device=device,
            voice_id=self._voices[0] if self._voices else options.voice,
            safety_ms=options.safety_ms,
            adaptive=options.adaptive,
        )
        self._host.send(m.StartStream(config=config))
        started = self._host.wait_for(m.StreamStarted)
        self._segments.append([])
        self._before = m.Telemetry(streaming=False)
        if options.record:
            self._recordings += 1
            path = self._folder / f"{self._recordings}.flac"
            self._host.send(m.StartRecording(path=str(path)))
        now = time.monotonic()
        if self._voices:
            self._switch_at = now + options.switch_every
        if options.stall:
            self._stall_at = now + options.stall[1]
        if self._server is not None and options.replug_every:
            self._replug_at = now + options.replug_every
        return started

    def poll(self) -> None:
        """Take what the engine says and do what is due."""
        for event in self._host.poll():
            self._take(event)
        now = time.monotonic()
        if now >= self._switch_at:
            self._switch_at = now + self._options.switch_every
            self._switches += 1
            voice_id = self._voices[self._switches % len(self._voices)]
            self._host.send(m.SetVoice(voice_id=voice_id))
        if now >= self._stall_at:
            self._stall_at = now + self._options.stall[1]
            self._host.send(m.ForceStall(seconds=self._options.stall[0] / 1000.0))
        if now >= self._replug_at:
            self._replug()

    def figures(self, stalls: list[Stall]) -> dict[str, Any]:
        """Return what came of it; ``stalls`` are the machine's own, of processors and memory."""
        loads = sorted(event.load for event in self._seen)
        peaks = sorted(event.load_peak for event in self._seen)
        ours = [late for late in self._late if not explained(late.at, stalls)]
        growth = [memory_growth(segment) for segment in self._segments]
        return {
            "blocks": self._counts.get("blocks", 0),
            "late_blocks": self._counts.get("late_blocks", 0),
            "late_blocks_of_ours": sum(late.hiccup.blocks for late in ours),
            "late": [
                {
                    "at_s": late.hiccup.stream_s,
                    "blocks": late.hiccup.blocks,
                    "missing_ms": late.hiccup.missing_ms,
                    "cause": late.hiccup.cause,
                    "machine_stalled": late not in ours,
                    "text": f"{late_text(late.hiccup)} {late_details(late.hiccup)}",
                }
                for late in self._late
            ],
            "safety": self._safety,
            "xruns": self._counts.get("xruns", 0),
            "dropped_samples": self._counts.get("dropped_samples", 0),
            "load_p50": loads[len(loads) // 2],
            "load_p99": loads[int(0.99 * (len(loads) - 1))],
            "block_peak_p50": peaks[len(peaks) // 2],
            "block_peak_max": peaks[-1],
            "engine_rss_mb": max(event.rss_mb for event in self._seen),
            "engine_rss_growth": max((g for g in growth if g is not None), default=None),
            "voice_changes": self._switches,
            "recordings": self._recordings,
            "replugs": self._replugs,
        }

    def _take(self, event: m.Event) -> None:
        match event:
            case m.Telemetry() if event.streaming:
                self._seen.append(event)
                self._segments[-1].append(event.rss_mb)
                self.stream_s += max(0.0, event.stream_s - self._before.stream_s)
                for name in ("blocks", "late_blocks", "xruns", "dropped_samples"):
                    grown = getattr(event, name) - getattr(self._before, name)
                    self._counts[name] = self._counts.get(name, 0) + grown
                self._before = event
            case m.LateBlocks():
                self._late.append(event)
            case m.SafetyChanged():
                at_s = round(self.stream_s, 1)
                step = {"at_s": at_s, "safety_ms": event.safety_ms, "reason": event.reason}
                self._safety.append(step)
            case m.DeviceLost() if self._expects_loss:
                pass
            case m.RecordingStopped() if event.error is not None and not self._expects_loss:
                raise SyrinxError(event.error)
            case m.CommandFailed() | m.EngineFailed() | m.EngineRestarted() | m.DeviceLost():
                raise SyrinxError(event.message)

    def _replug(self) -> None:
        """Take the sound card away for two seconds and go on as before."""
        assert self._server is not None
        self._expects_loss = True
        self._server.pause()
        deadline = time.monotonic() + REPLUG_S
        lost = False
        while not lost and time.monotonic() < deadline:
            for event in self._host.poll():
                lost = lost or isinstance(event, m.DeviceLost)
                self._take(event)
            time.sleep(0.03)
        if not lost:
            raise SyrinxError("The engine did not notice that its device was gone.")
        self._server.resume()
        self._host.send(m.Ping(token=1))
        self._host.wait_for(m.Pong)
        self._replugs += 1
        self.start()
        self._expects_loss = False


class Witness:
    """The control processes, started on entry.

    Attributes
    ----------
    realtime
        Whether all of them had real-time priority; known after `stop`.
    pages
        When touching memory took long: ``(time.time() at the end, seconds)``; after `stop`.
    """

    def __init__(self) -> None:
        self.realtime = False
        self.pages: list[Stall] = []
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Witness:
        command = [sys.executable, "-m", "syrinx.app.engine.witness", "--seconds", "1e6"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *exception: object) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.communicate()

    def stop(self) -> list[Stall]:
        """End it and return the stalls that it saw: ``(time.time() at the end, seconds)``."""
        process, self._process = self._process, None
        if process is None:
            return []
        process.terminate()
        text = process.communicate(timeout=30)[0]
        if not text.strip():  # it had not begun
            return []
        seen = json.loads(text)
        self.realtime = bool(seen["realtime"])
        self.pages = [(end, length) for end, length in seen["pages"]]
        return [(end, length) for end, length in seen["stalls"]]


def memory_growth(rss_mb: list[float], *, per_s: float = 10.0) -> float | None:
    """Return by which share memory grew from the second fifth of the time to the last.

    The first fifth is the warm-up: voices are loaded for the first time. None = too short to say:
    less than two minutes of ``per_s`` values a second.
    """
    fifth = len(rss_mb) // 5
    if len(rss_mb) < 120 * per_s:
        return None
    early, late = rss_mb[fifth : 2 * fifth], rss_mb[-fifth:]
    return sorted(late)[fifth // 2] / sorted(early)[fifth // 2] - 1.0


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
