"""What the soak says of its figures: memory, and whose stalls they were."""

from __future__ import annotations

import json
import mmap
import os
import subprocess
import sys
import time
from typing import Any

import psutil
import pytest

from syrinx.app.engine import witness as control
from syrinx.app.engine.soak import Witness, memory_growth
from syrinx.app.engine.witness import explained


def test_growth_is_that_after_the_warm_up() -> None:
    warm = [100.0 + k for k in range(400)] + [500.0] * 1600
    assert memory_growth(warm) == pytest.approx(0.0)
    leak = [500.0 + 0.05 * k for k in range(2000)]
    assert memory_growth(leak) == pytest.approx(60.0 / 515.0, rel=0.1)
    spikes = [500.0 if k % 10 else 900.0 for k in range(2000)]
    assert memory_growth(spikes) == pytest.approx(0.0)
    assert memory_growth([500.0] * 100) is None


def test_a_stall_explains_what_was_late_near_it() -> None:
    stalls = [(100.0, 0.01), (200.0, 2.0)]
    assert explained(100.2, stalls)
    assert explained(199.0, stalls)
    assert not explained(101.0, stalls)
    assert not explained(0.0, [])
    assert not explained(100.0, [(100.0, 0.003)])


def test_the_witness_ends_and_tells() -> None:
    with Witness() as witness:
        pass
    assert witness.stop() == []
    command = [sys.executable, "-m", "syrinx.app.engine.witness", "--seconds", "0.3"]
    told = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert set(told) == {"realtime", "stalls", "pages"}
    assert all(length > 0.002 for _, length in (*told["stalls"], *told["pages"]))


def test_memory_that_is_slow_to_touch_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    class Forgotten(mmap.mmap):
        """Memory that takes 5 ms to touch, as when a host has to fetch its pages again."""

        def __getitem__(self, pages: int | slice) -> Any:
            time.sleep(0.005)
            return super().__getitem__(pages)

    rounds = iter([False] * 3 + [True])
    monkeypatch.setattr(control.mmap, "mmap", Forgotten)
    seen = control.watch_pages(lambda: next(rounds))
    assert len(seen) == 3
    assert all(length >= 0.005 for _, length in seen)
    assert explained(seen[-1][0], seen)


def test_no_watcher_outlives_the_witness() -> None:
    command = [sys.executable, "-m", "syrinx.app.engine.witness", "--seconds", "60"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        me, watchers = psutil.Process(process.pid), []
        deadline = time.monotonic() + 30.0
        while len(watchers) < (os.cpu_count() or 1) + 1 and time.monotonic() < deadline:
            watchers = me.children()
            time.sleep(0.02)
        assert len(watchers) == (os.cpu_count() or 1) + 1  # each its own interpreter
        process.kill()
    _, alive = psutil.wait_procs(watchers, timeout=30.0)
    for watcher in alive:
        watcher.kill()
    assert not alive
