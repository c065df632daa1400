"""What each picture of the sound costs, and what the engine makes of it.

    python -m tests.bench.pictures [--voice iris] [--seconds 8] [--screen 1280x800] [--scale 1]

Starts the program under an X server of its own (Xvfb) on a JACK server of its own, plays a
voice-like signal into it, shows one picture after the other, and prints for each: pictures per
second, the processor time of a frame (taking the sound, analysing it, painting it), the share of
one processor that the window's process takes, and the late blocks of the engine meanwhile.
Figures belong to a quiet machine; nothing here is asserted.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np

from syrinx.app.engine.dummy_jack import dummy_jack
from tests.bench.window import display
from tests.dsp.signals import sentence

RATE = 48_000

# The program as it is, with clocks in its frames and paint events.
WATCHED = """
import json, os, sys, time
import psutil
from PySide6.QtCore import QTimer
from syrinx.app.main import main
from syrinx.app import window
from syrinx.app.views.chart_view import ChartView
from syrinx.app.views.live_view import LiveView
from syrinx.app.views.pane_view import PaneView
from syrinx.app.views.picture_panel import PicturePanel

seconds = float(os.environ["SYRINX_SECONDS"])
feeds, frames, paints, at = [], [], [], []

def clocked(kind, name, into):
    kept = getattr(kind, name)
    def timed(self, *rest):
        begun = time.thread_time()
        kept(self, *rest)
        into.append(time.thread_time() - begun)
        if into is frames:
            at.append(time.perf_counter())
    setattr(kind, name, timed)

clocked(LiveView, "_on_frame", frames)
clocked(PicturePanel, "refresh", feeds)
clocked(PaneView, "paintEvent", paints)
clocked(ChartView, "paintEvent", paints)
kept_show = window.MainWindow.show

def show(self):
    kept_show(self)
    model, process, panel = self._model, psutil.Process(), self.live.panel
    names = [panel.chooser.itemText(i) for i in range(panel.chooser.count())]
    shown = [(name, None) for name in names] + [("Formants", "Correlation"), (None, None)]
    def begin():
        if not model.can_start:
            QTimer.singleShot(50, begin)
            return
        model.start()
        QTimer.singleShot(4000, one)
    def one():
        if not shown:
            self.close()
            return
        first, second = shown.pop(0)
        if first is None:
            self.showMinimized()
            self.live.setVisible(False)
        else:
            panel.show_pictures(first, second)
        def count():
            for times in (feeds, frames, paints, at):
                times.clear()
            busy, since = sum(process.cpu_times()[:2]), time.perf_counter()
            late = model.stats.late_blocks
            def tell():
                lasted = time.perf_counter() - since
                def ms(times, share):
                    return round(1000 * sorted(times)[int(share * len(times))], 2) if times else 0
                per_frame = sum(paints) / max(1, len(frames))
                gaps = [b - a for a, b in zip(at, at[1:])]
                print("RESULT", json.dumps({
                    "picture": " + ".join(n for n in (first, second) if n) or "hidden",
                    "frames_per_s": round(len(frames) / lasted, 1),
                    "gap_ms_p99": ms(gaps, 0.99),
                    "feed_ms": ms(frames, 0.5), "feed_ms_p99": ms(frames, 0.99),
                    "paint_ms": ms(paints, 0.5), "paints_per_frame":
                        round(len(paints) / max(1, len(frames)), 2),
                    "core_share": round((sum(process.cpu_times()[:2]) - busy) / lasted, 3),
                    "memory_mb": round(process.memory_info().rss / 1e6),
                    "late_blocks": model.stats.late_blocks - late,
                }), flush=True)
                one()
            QTimer.singleShot(int(1000 * seconds), tell)
        QTimer.singleShot(2500, count)
    QTimer.singleShot(300, begin)

window.MainWindow.show = show
sys.exit(main([]))
"""


def main() -> int:
    """Measure and print JSON lines."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.pictures", description=__doc__)
    parser.add_argument("--voice", default="iris")
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--screen", default="1280x800")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--display", type=int, default=92)
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as home,
        dummy_jack(),
        display(options.display, options.screen),
    ):
        width, height = (int(side) / options.scale for side in options.screen.split("x"))
        settings = {"voice": options.voice, "size": [width, height]}
        (Path(home) / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        environment = os.environ | {
            "DISPLAY": f":{options.display}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": str(options.scale),
            "SYRINX_HOME": home,
            "SYRINX_SECONDS": str(options.seconds),
        }
        done = threading.Event()
        player = threading.Thread(target=_play, args=(os.environ["JACK_DEFAULT_SERVER"], done))
        player.start()
        try:
            process = subprocess.Popen(
                [sys.executable, "-c", WATCHED], env=environment, stdout=subprocess.PIPE, text=True
            )
            assert process.stdout is not None
            for line in process.stdout:
                if line.startswith("RESULT "):
                    print(line[7:].strip(), flush=True)
            return process.wait()
        finally:
            done.set()
            player.join()


def _play(server: str, done: threading.Event) -> None:
    """Play a voice-like signal into whatever of the program listens, until ``done``."""
    import jack

    audio, position = sentence(RATE, seconds=12.0), 0
    client = jack.Client("speaker", no_start_server=True, servername=server)
    port = client.outports.register("out")

    @client.set_process_callback
    def process(frames: int) -> None:
        nonlocal position
        index = (position + np.arange(frames)) % len(audio)
        port.get_array()[:] = audio[index]
        position += frames

    client.activate()
    while not done.is_set():
        for taker in client.get_ports("PortAudio", is_audio=True, is_input=True):
            connections = client.get_all_connections(taker)
            if port not in connections:
                for other in connections:
                    client.disconnect(other, taker)
                client.connect(port, taker)
        time.sleep(0.5)
    client.deactivate()
    client.close()


if __name__ == "__main__":
    raise SystemExit(main())
