"""Who was it? The causes of late blocks, and the events that the engine sends about them."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from syrinx.app.engine import messages as m
from syrinx.app.engine.account import Account, ThreadAccount, stolen_s
from syrinx.app.engine.event_text import late_details
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.watch import BlockWatch, Cause, Hiccup, LateWatch, Look

POLL_S = 0.02


def quiet(at_s: float, late: int = 0, gaps: int = 0, missing_ms: float = 0.0, **odd: float) -> Look:
    facts = {
        "callback_gap_s": 0.003,
        "waited_s": 0.0002,
        "slowest_s": 0.001,
        "slowest_cpu_s": 0.001,
        "process_cpu_s": 0.005,
    } | odd
    return Look(
        stream_s=at_s,
        late_blocks=late,
        gaps=gaps,
        missing_ms=missing_ms,
        period_s=0.00267,
        wall_s=POLL_S,
        **facts,  # type: ignore[arg-type]
    )


def watch(looks: list[Look]) -> list[Hiccup]:
    watcher = LateWatch()
    return [hiccup for look in looks if (hiccup := watcher.look(look)) is not None]


@pytest.mark.parametrize(
    ("odd", "cause"),
    [
        ({"slowest_s": 0.03, "slowest_cpu_s": 0.028}, "chain"),
        ({"slowest_s": 0.002, "slowest_cpu_s": 0.0015}, "held"),
        ({"waited_s": 0.03}, "held"),
        ({"slowest_s": 0.03, "slowest_cpu_s": 0.002}, "held"),
        ({"slowest_s": 0.03, "slowest_cpu_s": 0.002, "ready_s": 0.02}, "held"),
        ({"slowest_s": 0.03, "slowest_cpu_s": 0.002, "ready_s": 0.003}, "lock"),
        ({"slowest_s": 0.03, "slowest_cpu_s": 0.002, "ready_s": 0.0, "disk_reads": 3}, "disk"),
        ({"slowest_s": 0.03, "slowest_cpu_s": 0.028, "ready_s": 0.0}, "chain"),
        ({"slowest_s": 0.007, "waited_s": 0.03, "ready_s": 0.0}, "held"),
        ({"callback_gap_s": 0.03, "slowest_s": 0.03, "ready_s": 0.0}, "machine"),
        ({"callback_gap_s": 0.03}, "machine"),
        ({"callback_gap_s": 0.03, "waited_s": 0.028}, "machine"),
        ({"waited_s": 0.03, "process_cpu_s": 0.06}, "engine"),
        ({"callback_gap_s": 0.03, "process_cpu_s": 0.06}, "engine"),
        ({"waited_s": 0.03, "forced": True}, "test"),
    ],
)
def test_the_witnesses_name_the_cause(odd: dict, cause: Cause) -> None:
    looks = [quiet(0.02 * k) for k in range(5)]
    looks.append(quiet(0.10, late=4, gaps=1, missing_ms=9.0, **odd))
    looks += [quiet(0.12 + 0.02 * k, late=4, gaps=1, missing_ms=9.0) for k in range(5)]
    (hiccup,) = watch(looks)
    assert hiccup.cause == cause
    assert (hiccup.blocks, hiccup.gaps, hiccup.missing_ms) == (4, 1, 9.0)
    assert hiccup.stream_s == pytest.approx(0.08)


def test_a_block_that_ends_after_the_gap_was_seen_counts() -> None:
    """The slow block is known only when it is over, one look later."""
    looks = [quiet(0.0), quiet(0.02), quiet(0.04, late=2, gaps=1)]
    looks.append(quiet(0.06, late=3, gaps=1, slowest_s=0.05, slowest_cpu_s=0.05))
    looks += [quiet(0.08 + 0.02 * k, late=3, gaps=1) for k in range(4)]
    (hiccup,) = watch(looks)
    assert (hiccup.cause, hiccup.blocks) == ("chain", 3)
    assert hiccup.slowest_ms == pytest.approx(50.0)


def test_what_does_not_end_is_told_in_pieces() -> None:
    looks = [quiet(0.02 * k, late=k, gaps=1, missing_ms=float(k)) for k in range(500)]
    found = watch(looks)
    assert len(found) == 3
    assert sum(hiccup.blocks for hiccup in found) <= 499


def test_the_maxima_start_again_after_each_look() -> None:
    watcher = BlockWatch()
    watcher.called(1.0)
    watcher.called(1.5)
    watcher.processed(waited_s=0.1, seconds=0.2, cpu_s=0.05)
    assert watcher.take() == (0.5, 0.1, 0.2, 0.05)
    watcher.called(1.51)
    watcher.processed(waited_s=0.0, seconds=0.01, cpu_s=0.01)
    gap, *rest = watcher.take()
    assert gap == pytest.approx(0.01)
    assert rest == [0.0, 0.01, 0.01]
    assert watcher.cpu_s == pytest.approx(0.06)


@pytest.fixture
def host() -> Iterator[EngineHost]:
    with EngineHost() as engine:
        engine.wait_for(m.EngineReady)
        yield engine


def start(host: EngineHost, **changes: object) -> m.StreamStarted:
    script = m.DeviceScript(period=480, stalls=changes.pop("stalls", ()))
    host.send(m.StartStream(config=m.EngineConfig(script=script, **changes)))
    return host.wait_for(m.StreamStarted)


def until(host: EngineHost, kind: type, seconds: float = 20.0) -> list[m.Event]:
    """Poll until an event of ``kind`` comes; return all events."""
    seen: list[m.Event] = []
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        for event in host.poll():
            seen.append(event)
            if isinstance(event, kind):
                return seen
        time.sleep(0.005)
    raise AssertionError(f"no {kind.__name__} came")


def test_a_stall_makes_an_adaptive_margin_grow_and_says_so(host: EngineHost) -> None:
    started = start(host, safety_ms=5.0, adaptive=True)
    host.send(m.ForceStall(seconds=0.03))
    seen = until(host, m.LatencyChanged)
    changes = [e for e in seen if isinstance(e, m.SafetyChanged) and e.reason == "late"]
    assert changes  # a busy machine may have had more of them
    for changed in changes:
        assert changed.base_ms == 5.0
        assert f"{changed.safety_ms:.0f} ms" in changed.message
    grown = seen[-1].latency.buffer_ms - started.latency.buffer_ms
    assert any(grown == pytest.approx(e.safety_ms - 5.0, abs=0.1) for e in changes)
    assert grown >= 2.0


def test_late_blocks_come_with_their_cause(host: EngineHost) -> None:
    start(host, safety_ms=5.0)
    host.send(m.ForceStall(seconds=0.3))
    late = next(e for e in until(host, m.LateBlocks) if isinstance(e, m.LateBlocks))
    assert late.hiccup.cause == "test"
    assert late.hiccup.missing_ms == pytest.approx(300.0, abs=120.0)
    assert late.hiccup.gaps >= 1


def test_a_long_stall_is_named_and_changes_no_margin(host: EngineHost) -> None:
    started = start(host, safety_ms=5.0, adaptive=True)
    host.send(m.ForceStall(seconds=0.4))
    changed = until(host, m.SafetyChanged)[-1]
    assert (changed.reason, changed.safety_ms) == ("stall", 5.0)
    host.send(m.StopStream())
    seen = until(host, m.StreamStopped)
    assert not any(isinstance(event, m.LatencyChanged) for event in seen)
    assert started.latency.buffer_ms == pytest.approx(15.0, abs=0.1)


def test_without_adapting_the_margin_is_what_was_chosen(host: EngineHost) -> None:
    start(host, safety_ms=5.0)
    host.send(m.ForceStall(seconds=0.05))
    seen = until(host, m.LateBlocks)
    host.send(m.StopStream())
    seen += until(host, m.StreamStopped)
    assert not any(isinstance(e, m.SafetyChanged | m.LatencyChanged) for e in seen)


def test_the_margin_can_be_chosen_while_it_runs(host: EngineHost) -> None:
    started = start(host, safety_ms=5.0)
    host.send(m.SetSafety(safety_ms=21.0))
    grown = until(host, m.LatencyChanged)[-1].latency.buffer_ms
    assert grown - started.latency.buffer_ms == pytest.approx(16.0)
    host.send(m.SetSafety(safety_ms=9.0, adaptive=True))
    shrunk = until(host, m.LatencyChanged)[-1].latency.buffer_ms
    assert shrunk - started.latency.buffer_ms == pytest.approx(4.0)
    assert host.wait_for(m.Telemetry).late_blocks == 0


def test_takes_are_recorded_with_the_margin_they_began_with(host: EngineHost) -> None:
    start(host, safety_ms=5.0, adaptive=True, silent=True)
    host.send(m.SetSafety(safety_ms=21.0))
    host.send(m.ForceStall(seconds=0.05))
    seen = until(host, m.LateBlocks)
    assert not any(isinstance(e, m.SafetyChanged | m.LatencyChanged) for e in seen)


def test_the_load_of_each_stage_is_measured_when_asked_for(host: EngineHost) -> None:
    start(host, voice_id="deep")
    assert host.wait_for(m.Telemetry).stages == ()
    host.send(m.MeterStages(on=True))
    time.sleep(0.3)
    host.poll()
    for _ in range(20):
        telemetry = host.wait_for(m.Telemetry)
        if telemetry.stages and telemetry.load > 0:
            break
    shares = dict(telemetry.stages)
    assert {"Input check", "High-pass", "Gain", "Limiter"} < set(shares)
    assert 0 < sum(shares.values()) <= telemetry.load * 1.5
    host.send(m.SetVoice(voice_id="hall"))  # another chain: it is measured as well
    until(host, m.VoiceChanged)
    time.sleep(0.5)
    host.poll()
    assert host.wait_for(m.Telemetry).stages
    host.send(m.MeterStages(on=False))
    time.sleep(0.3)
    host.poll()
    assert host.wait_for(m.Telemetry).stages == ()


def test_the_account_of_a_slow_block_is_told_and_of_no_other() -> None:
    sums = iter([(1.000, 4), (1.020, 6), (1.021, 6), (1.041, 6)])
    watcher = BlockWatch()

    def account() -> Account:
        ready_s, disk_reads = next(sums)
        return Account(ready_s=ready_s, disk_reads=disk_reads)

    watcher.follow(account)
    watcher.processed(waited_s=0.0, seconds=0.001, cpu_s=0.001)
    assert watcher.ready_s is None
    watcher.processed(waited_s=0.0, seconds=0.031, cpu_s=0.001)
    assert watcher.ready_s == pytest.approx(0.020)
    assert watcher.disk_reads == 2
    watcher.processed(waited_s=0.0, seconds=0.030, cpu_s=0.001)  # not the slowest: not read
    watcher.take()
    watcher.processed(waited_s=0.0, seconds=0.001, cpu_s=0.001)  # the next 20 ms begin
    assert watcher.ready_s is None
    assert watcher.disk_reads == 0
    watcher.processed(waited_s=0.0, seconds=0.012, cpu_s=0.002)
    assert watcher.ready_s == pytest.approx(0.010)  # not more than the block has lost
    assert next(sums, None) is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps the account")
def test_a_thread_that_sleeps_is_not_ready() -> None:
    account = ThreadAccount()
    first = account.read()
    if first is None:
        pytest.skip("this kernel keeps no account of a thread")
    gate = threading.Event()
    threading.Timer(0.3, gate.set).start()
    began = time.perf_counter()
    gate.wait()
    passed_s = time.perf_counter() - began
    second = account.read()
    account.close()
    assert second is not None
    assert account.read() is None
    assert 0.0 <= second.ready_s - first.ready_s < passed_s - 0.1
    assert second.disk_reads >= first.disk_reads
    assert stolen_s() >= 0.0


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="needs one processor for two")
def test_a_thread_that_may_not_run_is_ready() -> None:
    busy = "import os\nos.sched_setaffinity(0, {%d})\nprint(1, flush=True)\nwhile True: pass"
    processor = min(os.sched_getaffinity(0))
    found: list[tuple[float, float]] = []

    def compute() -> None:
        os.sched_setaffinity(0, {processor})
        account = ThreadAccount()
        first, lost_s = account.read(), 0.0
        ends = time.monotonic() + 20.0
        while lost_s < 0.1 and time.monotonic() < ends:  # until the other one has had its share
            began, computed = time.perf_counter(), time.thread_time()
            sum(range(10_000))
            lost_s += time.perf_counter() - began - (time.thread_time() - computed)
        second = account.read()
        account.close()
        if first is not None and second is not None:
            found.append((lost_s, second.ready_s - first.ready_s))

    with subprocess.Popen(
        [sys.executable, "-c", busy % processor], stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        thread = threading.Thread(target=compute)
        thread.start()
        thread.join()
        other.kill()
    if not found:
        pytest.skip("this kernel keeps no account of a thread")
    ((lost_s, ready_s),) = found
    assert ready_s > 0.5 * lost_s  # what it lost, it was ready for


def test_the_details_tell_ready_and_asleep_apart() -> None:
    known = Hiccup(
        stream_s=1.0, blocks=1, gaps=1, missing_ms=2.0, cause="lock", callback_gap_ms=3.0,
        waited_ms=1.0, slowest_ms=31.0, slowest_cpu_ms=1.0, ready_ms=4.0, disk_reads=2,
        stolen_ms=20.0,
    )  # fmt: skip
    told = late_details(known)
    assert "ready without a processor for 4.0 ms and asleep for 26.0 ms." in told
    assert "read from the disk: 2." in told
    assert "kept its processors for 20 ms." in told
