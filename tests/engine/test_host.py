"""The engine as a real process on a scripted device: commands, events, death and restart."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import psutil
import pytest
import soundfile

from syrinx.app.engine import host as host_module
from syrinx.app.engine import messages as m
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.live import run_live
from syrinx.dsp.errors import SyrinxError

SCRIPT = m.DeviceScript(period=480, realtime=True)


def config(**changes: object) -> m.EngineConfig:
    return m.EngineConfig(**{"script": SCRIPT, **changes})


def shared_memory(pid: int) -> set[Path]:
    """What a process has of ours; other engines may run on this machine meanwhile."""
    maps = Path(f"/proc/{pid}/maps")
    lines = maps.read_text().splitlines() if maps.exists() else []
    return {Path(line.split()[-1]) for line in lines if "/dev/shm/syx-" in line}


def wait_gone(pid: int, seconds: float = 10.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def test_start_play_change_stop_and_nothing_is_left() -> None:
    with EngineHost() as host:
        ready = host.wait_for(m.EngineReady)
        assert ready.pid == host.pid
        host.send(m.StartStream(config=config()))
        started = host.wait_for(m.StreamStarted)
        assert (started.sample_rate, started.period, started.voice_id) == (48000, 480, None)
        assert started.latency.total_ms == pytest.approx(10.0 + m.DEFAULT_SAFETY_MS)
        host.send(m.SetVoice(voice_id="robot"))
        assert host.wait_for(m.VoiceChanged).voice_id == "robot"
        louder = host.wait_for(m.LatencyChanged).latency
        assert louder.total_ms == pytest.approx(10.0 + m.DEFAULT_SAFETY_MS + louder.chain_ms)
        host.send(m.SetParams(params=m.VoiceParams(bypass=True, gate_threshold_dbfs=-50.0)))
        assert "gate" in dict(host.wait_for(m.LatencyChanged).latency.parts)
        host.send(m.StopStream())
        assert host.wait_for(m.StreamStopped).reason == "command"
        pid = ready.pid
        memory = shared_memory(pid)
        assert memory or not Path("/proc").exists()
    assert wait_gone(pid)
    assert not [path for path in memory if path.exists()]


def test_the_engine_holds_neither_qt_nor_torch_and_little_memory() -> None:
    code = (
        "import syrinx.app.engine.control, syrinx.app.engine.portaudio, sys;"
        "bad = {'torch', 'torchaudio', 'PySide6', 'pyqtgraph', 'scipy', 'syrinx.training'};"
        "print(sorted(bad & set(sys.modules)))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert shown.stdout.strip() == "[]"
    with EngineHost() as host:
        host.wait_for(m.EngineReady)
        host.send(m.StartStream(config=config(voice_id="deep")))
        host.wait_for(m.StreamStarted)
        maps = Path(f"/proc/{host.pid}/maps")
        if maps.exists():
            loaded = maps.read_text()
            assert "torch" not in loaded
            assert "PySide6" not in loaded
        telemetry = host.wait_for(m.Telemetry)
        assert 0 < telemetry.rss_mb <= 300


def test_a_killed_engine_comes_back_with_the_last_voice(tmp_path: Path) -> None:
    with EngineHost() as host:
        host.wait_for(m.EngineReady)
        host.send(m.StartStream(config=config()))
        host.wait_for(m.StreamStarted)
        host.send(m.SetVoice(voice_id="robot"))
        host.wait_for(m.VoiceChanged)
        recording = tmp_path / "take.wav"
        host.send(m.StartRecording(path=str(recording)))
        host.wait_for(m.RecordingStarted)
        time.sleep(1.6)
        host.poll()
        reader = host.tap_reader()
        first = host.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        rescued = host.wait_for(m.RecordingStopped)
        assert "ended with the engine" in (rescued.error or "")
        assert rescued.seconds > 0.9
        assert soundfile.info(recording).frames > 0
        assert "It was started again." in host.wait_for(m.EngineRestarted).message
        assert host.wait_for(m.StreamStarted).voice_id == "robot"
        assert host.pid != first
        time.sleep(0.3)
        audio = reader.read_audio()
        assert audio is not None
        assert audio.stream == 2
        reader.close()


def test_an_engine_that_dies_again_and_again_is_given_up() -> None:
    with EngineHost() as host:
        for _ in range(3):
            host.wait_for(m.EngineReady)
            os.kill(host.pid or 0, signal.SIGKILL)
            host.wait_for(m.EngineRestarted)
        host.wait_for(m.EngineReady)
        os.kill(host.pid or 0, signal.SIGKILL)
        with pytest.raises(SyrinxError, match="again and again"):
            host.wait_for(m.EngineRestarted)
        with pytest.raises(SyrinxError, match="has failed"):
            host.send(m.StopStream())


def test_an_engine_that_hangs_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_module, "HANG_S", 1.5)
    with EngineHost() as host:
        host.send(m.StartStream(config=config(voice_id="robot")))
        host.wait_for(m.StreamStarted)
        first = host.pid or 0
        os.kill(first, signal.SIGSTOP)
        assert "did not answer" in host.wait_for(m.EngineRestarted).message
        assert wait_gone(first)
        assert host.wait_for(m.StreamStarted).voice_id == "robot"


def test_a_host_that_does_not_listen_for_a_while_loses_no_engine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(host_module, "HANG_S", 1.0)
    with EngineHost() as host:
        host.send(m.StartStream(config=config()))
        host.wait_for(m.StreamStarted)
        pid = host.pid
        time.sleep(1.5)
        events = host.poll() + host.poll()
        assert not any(isinstance(event, m.EngineRestarted) for event in events)
        assert host.pid == pid


def test_the_engine_ends_with_its_host() -> None:
    code = (
        "from syrinx.app.engine.host import EngineHost;"
        "from syrinx.app.engine import messages as m;"
        "import os, sys; host = EngineHost(); host.start(); host.wait_for(m.EngineReady);"
        "print(host.pid, flush=True); sys.stdin.read()"
    )
    owner = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert owner.stdout is not None
    assert owner.stdin is not None
    pid = int(owner.stdout.readline())
    memory = shared_memory(pid)
    assert memory or not Path("/proc").exists()
    owner.kill()
    owner.wait(10)
    owner.stdin.close()
    owner.stdout.close()
    assert wait_gone(pid)
    deadline = time.monotonic() + 5  # multiprocessing's tracker removes what the owner left
    while any(path.exists() for path in memory) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not [path for path in memory if path.exists()]


def test_a_clean_run_prints_nothing() -> None:
    code = (
        "from syrinx.app.engine.host import EngineHost\n"
        "from syrinx.app.engine import messages as m\n"
        "with EngineHost() as host:\n"
        "    reader = host.tap_reader()\n"
        "    host.send(m.StartStream(config=m.EngineConfig(script=m.DeviceScript())))\n"
        "    host.wait_for(m.StreamStarted)\n"
        "    reader.close()\n"
    )
    shown = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, timeout=60
    )
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (m.StartStream(config=m.EngineConfig(script=SCRIPT, voice_id="nobody")), "nobody"),
        (m.StartRecording(path="take.wav"), "Nothing runs"),
        (m.StopRecording(), "Nothing runs"),
        (m.StartStream(config=m.EngineConfig(input_device="no such device")), "device"),
        (m.StartStream(config=config(script=m.DeviceScript(input_path="no.wav"))), "no.wav"),
    ],
)
def test_a_failed_command_is_one_sentence_and_the_engine_lives(
    command: m.Command, sentence: str
) -> None:
    with EngineHost() as host:
        host.send(command)
        with pytest.raises(SyrinxError, match=sentence) as caught:
            host.wait_for(m.StreamStopped)
        assert "\n" not in str(caught.value)
        host.send(m.Ping(token=7))
        assert host.wait_for(m.Pong).token == 7


def test_a_wrong_voice_leaves_the_present_one_running() -> None:
    with EngineHost() as host:
        host.send(m.StartStream(config=config(voice_id="robot")))
        host.wait_for(m.StreamStarted)
        host.send(m.SetVoice(voice_id="nobody"))
        with pytest.raises(SyrinxError, match="nobody"):
            host.wait_for(m.VoiceChanged)
        os.kill(host.pid or 0, signal.SIGKILL)
        host.wait_for(m.EngineRestarted)
        assert host.wait_for(m.StreamStarted).voice_id == "robot"


def test_a_device_that_vanishes_stops_the_stream_and_not_the_engine() -> None:
    with EngineHost() as host:
        script = m.DeviceScript(period=480, vanish_at_s=0.2)
        host.send(m.StartStream(config=config(script=script)))
        host.wait_for(m.StreamStarted)
        assert host.wait_for(m.StreamStopped).reason == "device_lost"
        assert "gone" in host.wait_for(m.DeviceLost).message
        host.send(m.StartStream(config=config()))
        host.wait_for(m.StreamStarted)


def test_two_hosts_at_once_get_along() -> None:
    with EngineHost() as one, EngineHost() as two:
        for host in (one, two):
            host.send(m.StartStream(config=config()))
        started = [host.wait_for(m.StreamStarted) for host in (one, two)]
        assert [event.stream for event in started] == [1, 1]
        assert one.tap_name != two.tap_name


def test_faster_than_real_time_the_output_is_the_input_and_aligned(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    audio = (0.1 * rng.standard_normal(48000)).astype(np.float32)
    soundfile.write(tmp_path / "in.wav", audio, 48000, subtype="FLOAT")
    script = m.DeviceScript(
        input_path=str(tmp_path / "in.wav"),
        output_path=str(tmp_path / "out.wav"),
        period=128,
        seconds=1.0,
        realtime=False,
    )
    report = run_live(m.EngineConfig(script=script), seconds=None, report=tmp_path / "report.json")
    assert report.late_blocks == 0
    out, _ = soundfile.read(tmp_path / "out.wav", dtype="float32")
    delay = round(report.latency.total_ms * 48)
    assert np.array_equal(out[delay:], audio[: len(out) - delay])
    assert '"late_blocks": 0' in (tmp_path / "report.json").read_text()


def test_a_stall_on_command_is_heard_once_and_leaves_no_delay() -> None:
    with EngineHost() as host:
        host.send(m.StartStream(config=config()))
        host.wait_for(m.StreamStarted)
        host.send(m.ForceStall(seconds=1.0))
        time.sleep(1.6)
        host.poll()
        last = host.wait_for(m.Telemetry)
        assert last.late_blocks >= 80
        assert last.queue_ms == pytest.approx(last.declared_queue_ms, abs=10.1)


def test_objects_are_freed_after_close() -> None:
    gc.collect()
    children = len(psutil.Process().children(recursive=True))
    for _ in range(2):
        with EngineHost() as host:
            host.wait_for(m.EngineReady)
    assert len(psutil.Process().children(recursive=True)) <= children + 1  # + resource tracker
