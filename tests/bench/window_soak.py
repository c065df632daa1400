"""The whole program for minutes: ``python -m tests.bench.window_soak --minutes 30``.

Starts the program under an X server of its own (Xvfb) on a JACK server of its own (dummy driver)
and drives it as a user does, by its models: start, another voice every ten seconds, recording all
the time (a new file every five minutes), and the JACK server ended and started again now and then,
as if the sound card had been pulled out. The pictures scroll all the time. Beside it run two
witnesses: `syrinx.app.engine.witness` sees when a processor stands still or memory is slow, and
`tests.bench.jack_witness`, another client of the server, when the server itself calls late.

Prints JSON; the exit code is 0 when nothing broke, memory of window and engine stayed within 5 %,
and no block was late but for the machine's own stalls.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from syrinx.app.engine.dummy_jack import DummyJack, running_jack
from syrinx.app.engine.soak import Witness, memory_growth
from syrinx.app.engine.witness import explained

VOICES = "deep,iris,robot,otto,hall,kathleen"
GROWTH = 0.05
NEAR_S = 1.0
"""What happened so near to a late block is told with it: (seconds after it, what)."""

# The program as it is, with a timer that does what a user does.
DRIVEN = """
import json, os, sys, time
import psutil
from PySide6.QtCore import QTimer
from syrinx.app import window
from syrinx.app.engine.event_text import late_details, late_text
from syrinx.app.engine import messages as m
from syrinx.app.main import main

options = json.loads(os.environ["SYRINX_SOAK"])
kept_show = window.MainWindow.show

def tell(kind, **facts):
    print("TOLD", json.dumps({"kind": kind, "at": time.time(), **facts}), flush=True)

def show(self):
    kept_show(self)
    model, voices = self._model, options["voices"]
    me, engine = psutil.Process(), [None]
    state = {"next": 0, "voice": 0, "record": 0, "ends": 0}

    def on_event(event):
        if isinstance(event, m.LateBlocks):
            hiccup = event.hiccup
            tell("late", blocks=hiccup.blocks, missing_ms=hiccup.missing_ms, cause=hiccup.cause,
                 late_at=event.at, text=late_text(hiccup) + " " + late_details(hiccup))
        elif isinstance(event, m.EngineReady):
            engine[0] = event.pid
            tell("engine", pid=event.pid, ready_s=event.ready_s)
        elif isinstance(event, (m.EngineRestarted, m.EngineFailed, m.DeviceLost, m.CommandFailed)):
            tell(type(event).__name__, text=event.message)
        elif isinstance(event, m.SafetyChanged):
            tell("safety", safety_ms=event.safety_ms, reason=event.reason)
        elif isinstance(event, m.StreamStarted):
            tell("stream", latency_ms=event.latency.total_ms, period=event.period)
        elif isinstance(event, m.RecordingStopped):
            tell("recording", seconds=event.seconds, error=event.error)
            if event.error is None and os.path.exists(event.path):
                os.remove(event.path)

    def disk_faults():  # pages that had to be read from the disk while the engine ran
        try:
            with open(f"/proc/{engine[0]}/stat") as stat:
                return int(stat.read().rsplit(")", 1)[1].split()[9])
        except (OSError, IndexError):
            return None

    def on_second():
        now = time.monotonic()
        if now >= state["ends"]:
            self.close()
            return
        if model.state == "stopped" and model.can_start:
            model.start()
        if model.state == "running":
            if now >= state["next"]:
                state["next"] = now + options["switch_every"]
                state["voice"] += 1
                model.select_voice(voices[state["voice"] % len(voices)])
                tell("voice", id=model.voice.id)
            if model.recording_path is None:
                state["record"] = now + 300
                model.toggle_recording()
            elif now >= state["record"]:
                model.toggle_recording()
        elif not model.can_start:
            model.refresh_devices()
        stats = model.stats
        tell("second", state=model.state, window_mb=me.memory_info().rss / 1e6,
             engine_mb=stats.rss_mb, engine=engine[0], blocks=stats.blocks,
             late=stats.late_blocks, faults=disk_faults(), stream_s=stats.stream_s, load=stats.load)

    def begin():
        state["ends"] = time.monotonic() + 60 * options["minutes"]
        model.client.event_received.connect(on_event)
        timer = QTimer(self)
        timer.timeout.connect(on_second)
        timer.start(1000)

    begin()

window.MainWindow.show = show
sys.argv = ["syrinx"]
code = main([])
print("TOLD", json.dumps({"kind": "end", "at": time.time(), "code": code}), flush=True)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--voices", default=VOICES)
    parser.add_argument("--switch-every", type=float, default=10.0, metavar="S")
    parser.add_argument("--replug-every", type=float, default=600.0, metavar="S", help="0 = never")
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="syrinx-soak-") as folder,
        running_jack() as server,
        display() as screen,
        Witness() as witness,
    ):
        beside = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.jack_witness"], stdout=subprocess.PIPE, text=True
        )
        try:
            told, code = run(options, server, screen, Path(folder))
            beside.terminate()
            unserved = [tuple(gap) for gap in json.loads(beside.communicate(timeout=30)[0])]
        finally:
            beside.kill()
            beside.wait()
        stalls = witness.stop()
    result = figures(told, stalls, unserved, witness.pages) | {
        "exit_code": code,
        "witness_realtime": witness.realtime,
    }
    text = json.dumps(result, indent=2)
    print(text)
    if options.report is not None:
        options.report.write_text(text + "\n", encoding="utf-8")
    return 0 if passed(result) else 1


@contextlib.contextmanager
def display() -> Iterator[str]:
    """Run an X server on a free display; yield its name."""
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x800x24"],
        pass_fds=(theirs,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        os.close(theirs)
        with os.fdopen(ours) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def run(
    options: argparse.Namespace, server: DummyJack, screen: str, folder: Path
) -> tuple[list[dict[str, Any]], int]:
    """Drive the program; return what it told and its exit code."""
    wanted = {
        "minutes": options.minutes,
        "voices": options.voices.split(","),
        "switch_every": options.switch_every,
    }
    environment = os.environ | {
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "SYRINX_HOME": str(folder),
        "SYRINX_SOAK": json.dumps(wanted),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", DRIVEN], env=environment, stdout=subprocess.PIPE, text=True
    )
    told: list[dict[str, Any]] = []
    replug_at = time.monotonic() + (options.replug_every or 1e9)
    assert process.stdout is not None
    try:
        for line in process.stdout:  # one at least every second
            if line.startswith("TOLD "):
                told.append(json.loads(line[5:]))
            if time.monotonic() >= replug_at:
                replug_at = time.monotonic() + options.replug_every
                server.pause()
                told.append({"kind": "unplugged", "at": time.time()})
                time.sleep(3.0)
                server.resume()
                told.append({"kind": "replugged", "at": time.time()})
        return told, process.wait(60)
    finally:
        process.kill()
        process.wait()


def figures(
    told: list[dict[str, Any]],
    stalls: list[tuple[float, float]],
    unserved: list[tuple[float, float]],
    pages: list[tuple[float, float]],
) -> dict[str, Any]:
    """Return what came of it; the lists are what the witnesses saw."""
    seconds = [fact for fact in told if fact["kind"] == "second"]
    running = [fact for fact in seconds if fact["state"] == "running"]
    late = [fact for fact in told if fact["kind"] == "late"]
    ours = [fact for fact in late if not explained(fact["late_at"], stalls + unserved + pages)]
    plugs = [fact["at"] for fact in told if fact["kind"] in ("unplugged", "replugged")]
    bad = [
        fact
        for fact in told
        if fact["kind"] in ("EngineRestarted", "EngineFailed", "CommandFailed")
        and not any(-1 < fact["at"] - at < 15 for at in plugs)
    ]
    lives: dict[int, list[float]] = {}
    for fact in running:
        lives.setdefault(fact["engine"], []).append(fact["engine_mb"])
    window = [fact["window_mb"] for fact in seconds]
    loads = sorted(fact["load"] for fact in running)
    kinds = [fact["kind"] for fact in told]
    return {
        "minutes": len(seconds) / 60,
        "minutes_running": len(running) / 60,
        "voice_changes": kinds.count("voice"),
        "recordings": kinds.count("recording"),
        "recording_errors": [
            fact["error"] for fact in told if fact["kind"] == "recording" and fact["error"]
        ],
        "replugs": kinds.count("replugged"),
        "streams": kinds.count("stream"),
        "engines": len(lives),
        "failures": bad,
        "late_blocks": sum(fact["blocks"] for fact in late),
        "late_blocks_of_ours": sum(fact["blocks"] for fact in ours),
        "late": late,
        "nearby": [
            {
                "at": fact["late_at"],
                "told_near": [
                    (round(other["at"] - fact["late_at"], 3), other["kind"], other.get("faults"))
                    for other in told
                    if abs(other["at"] - fact["late_at"]) < NEAR_S and other is not fact
                ],
                "stalls_near": [
                    (round(end - fact["late_at"], 3), round(1000 * length, 1))
                    for end, length in stalls
                    if abs(end - fact["late_at"]) < NEAR_S
                ],
                "server_late_near": [
                    (round(end - fact["late_at"], 3), round(1000 * length, 1))
                    for end, length in unserved
                    if abs(end - fact["late_at"]) < NEAR_S
                ],
                "memory_late_near": [
                    (round(end - fact["late_at"], 3), round(1000 * length, 1))
                    for end, length in pages
                    if abs(end - fact["late_at"]) < NEAR_S
                ],
            }
            for fact in late
        ],
        "machine_stalls": len(stalls),
        "memory_stalls": len(pages),
        "memory_stall_longest_ms": round(1000 * max((s for _, s in pages), default=0.0), 1),
        "server_late": len(unserved),
        "server_late_longest_ms": round(1000 * max((s for _, s in unserved), default=0.0), 1),
        "machine_stall_longest_ms": round(1000 * max((s for _, s in stalls), default=0.0), 1),
        "safety": [fact for fact in told if fact["kind"] == "safety"],
        "load_p50": loads[len(loads) // 2] if loads else None,
        "window_mb": round(max(window, default=0.0)),
        "window_growth": memory_growth(window, per_s=1.0),
        "engine_mb": round(max((max(life) for life in lives.values()), default=0.0)),
        "engine_growth": max(
            (g for life in lives.values() if (g := memory_growth(life, per_s=1.0)) is not None),
            default=None,
        ),
    }


def passed(result: dict[str, Any]) -> bool:
    """Whether everything that must hold does."""
    return (
        result["exit_code"] == 0
        and not result["failures"]
        and result["late_blocks_of_ours"] == 0
        and result["streams"] == result["replugs"] + 1
        and all((result[name] or 0.0) <= GROWTH for name in ("window_growth", "engine_growth"))
    )


if __name__ == "__main__":
    sys.exit(main())
