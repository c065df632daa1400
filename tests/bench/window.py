"""How soon the window is painted, and how often its pictures: ``python -m tests.bench.window``.

Starts the program under an X server of its own (Xvfb) on a JACK server of its own, presses Start
with a voice, and counts. Figures belong to a quiet machine; nothing here is asserted.
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

from syrinx.app.engine.dummy_jack import dummy_jack

# The program as it is, with a clock in its paint events.
WATCHED = """
import json, os, sys, time
asked_at = float(os.environ["SYRINX_ASKED_AT"])
import psutil
from PySide6.QtCore import QTimer
from syrinx.app.main import main
from syrinx.app import window
from syrinx.app.views.pane_view import PaneView

paints = {}
first = []
kept_paint, kept_show = PaneView.paintEvent, window.MainWindow.show

def paint(self, event):
    kept_paint(self, event)
    first or first.append(time.time() - asked_at)
    paints.setdefault(id(self), []).append(time.perf_counter())

def show(self):
    kept_show(self)
    model, seconds = self._model, float(os.environ["SYRINX_SECONDS"])
    process = psutil.Process()
    def begin():
        if not model.can_start:
            QTimer.singleShot(50, begin)
            return
        model.start()
        QTimer.singleShot(3000, count)
    def count():
        paints.clear()
        busy, since = sum(process.cpu_times()[:2]), time.perf_counter()
        def tell():
            lasted = time.perf_counter() - since
            load = (sum(process.cpu_times()[:2]) - busy) / lasted
            gaps = sorted(b - a for times in paints.values() for a, b in zip(times, times[1:]))
            print("RESULT", json.dumps({
                "first_painted_s": round(first[0], 2),
                "pictures_per_s": [round(len(times) / lasted, 1) for times in paints.values()],
                "gap_ms_p50": round(1000 * gaps[len(gaps) // 2], 1),
                "gap_ms_p99": round(1000 * gaps[int(0.99 * len(gaps))], 1),
                "window_core_share": round(load, 2),
                "late_blocks": model.stats.late_blocks,
            }), flush=True)
            self.close()
        QTimer.singleShot(int(1000 * seconds), tell)
    QTimer.singleShot(300, begin)

PaneView.paintEvent = paint
window.MainWindow.show = show
sys.exit(main([]))
"""


def main() -> int:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.window", description=__doc__)
    parser.add_argument("--voice", default="iris")
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--screen", default="1280x800")
    parser.add_argument("--display", type=int, default=91)
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as home,
        dummy_jack(),
        display(options.display, options.screen),
    ):
        settings = {"voice": options.voice}
        (Path(home) / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        environment = os.environ | {
            "DISPLAY": f":{options.display}",
            "SYRINX_HOME": home,
            "SYRINX_SECONDS": str(options.seconds),
            "SYRINX_ASKED_AT": str(time.time()),
        }
        done = subprocess.run(
            [sys.executable, "-c", WATCHED],
            env=environment,
            capture_output=True,
            text=True,
            timeout=options.seconds + 60,
            check=False,
        )
    results = [line[7:] for line in done.stdout.splitlines() if line.startswith("RESULT ")]
    print(results[0] if results else done.stdout + done.stderr)
    return 0 if results else 1


@contextlib.contextmanager
def display(number: int, screen: str) -> Iterator[None]:
    """Run an X server without a screen, ``screen`` as "1280x800"."""
    server = subprocess.Popen(
        ["Xvfb", f":{number}", "-screen", "0", f"{screen}x24"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        time.sleep(1.5)
        yield
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    raise SystemExit(main())
