"""The training process for real: it makes voices, can be cancelled, killed and gone on with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
import soundfile

from syrinx.app.clone import training_host, training_process
from syrinx.app.clone import training_job as jobs
from syrinx.app.clone import training_messages as m
from syrinx.app.clone.training_host import TrainingHost
from syrinx.app.clone.training_job import TrainingJob
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from tests.neural_runtime.tiny import voice_like

TINY = {"steps": 4, "rows": 2, "crop_s": 0.5, "validate_every": 2, "warmup_steps": 1}
LONG_S = 600.0
"""Something hangs; a machine with much else to do needs minutes for what takes seconds."""


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "speech.wav"
    soundfile.write(path, voice_like(8.0), 16_000)
    return path


@pytest.fixture
def make(recording: Path, syrinx_home: Path) -> Callable[..., Path]:
    """Write a job and return its folder."""

    def write(**changes: object) -> Path:
        folder = syrinx_home / "training" / "job"
        values = {"name": "Ada", "recordings": (str(recording),), "consent": "given"}
        jobs.write_job(folder, TrainingJob(**{**values, "tuning": TINY, **changes}))
        return folder

    return write


@pytest.fixture
def host(syrinx_home: Path) -> Iterator[TrainingHost]:
    with TrainingHost(home=syrinx_home) as made:
        yield made


def follow(host: TrainingHost, seconds: float = LONG_S) -> Iterator[m.Event]:
    """Yield the events of a job to its end."""
    deadline = time.monotonic() + seconds
    while host.running:
        assert time.monotonic() < deadline, "the job does not end"
        events = host.poll()
        yield from events
        if not events:
            time.sleep(0.005)


def kind(event: m.Event) -> str:
    match event:
        case m.StageChanged():
            return event.stage
        case m.Progress():
            return f"step {event.step}"
        case m.VoiceStored():
            return "provisional" if event.provisional else "stored"
    return type(event).__name__


def test_a_job_tells_what_it_does_and_ends_with_a_voice(
    make: Callable[..., Path], host: TrainingHost, syrinx_home: Path
) -> None:
    folder = make(colour="#102030")
    host.start(folder)
    with pytest.raises(SyrinxError, match="already"):
        host.start(folder)
    pid = host.pid
    assert pid is not None
    library = VoiceLibrary(syrinx_home)
    events, nice = [], 0
    for event in follow(host):
        events.append(event)
        if isinstance(event, m.VoiceStored) and event.provisional:
            voice = library.get("ada")
            assert voice.adapter is None  # to be used at once
        if kind(event) == "step 2":
            nice = psutil.Process(pid).nice()
            assert "PySide6" not in Path(f"/proc/{pid}/maps").read_text()
    assert nice >= training_process.NICE
    kinds = list(dict.fromkeys(kind(event) for event in events))
    assert [k for k in kinds if k in m.STAGES] == list(m.STAGES)
    assert kinds.index("provisional") < kinds.index("fine-tuning")
    steps = [e for e in events if isinstance(e, m.Progress)]
    assert [e.step for e in steps] == [0, 0, 1, 2, 3, 4]
    assert [e.held_out is not None for e in steps] == [True, True, False, True, False, True]
    assert steps[-1].left_s == 0.0
    end = events[-1]
    assert isinstance(end, m.VoiceStored)
    assert m.is_end(end)
    assert sum(map(m.is_end, events)) == 1
    assert end.fine_tuned
    assert end.f0_low_hz is not None
    assert end.f0_median_hz is not None
    assert end.f0_high_hz is not None
    assert 105 < end.f0_low_hz < end.f0_median_hz < end.f0_high_hz < 195  # 150 +- 40 Hz
    voice = library.get("ada")
    assert voice.adapter is not None
    assert (voice.colour, voice.consent) == ("#102030", "given")
    state = jobs.read_state(folder)
    assert state.status == "done"
    assert state.result["f0_median_hz"] == end.f0_median_hz
    assert not (folder / jobs.TUNING_FILE).exists()
    assert not psutil.pid_exists(pid)


STOPS = (
    "reading",
    "embedding",
    "averaging",
    "provisional",
    "fine-tuning",
    "step 0",
    "step 1",
    "step 2",
    "step 3",
    "step 4",
    "bank",
    "storing",
)


@pytest.mark.slow
def test_killed_at_every_step_it_goes_on_and_no_half_voice_is_ever_listed(
    make: Callable[..., Path], syrinx_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training_host, "MAX_RESTARTS", 0)
    folder, library = make(), VoiceLibrary(syrinx_home)
    seen: list[str] = []
    ends: list[m.Event] = []
    faster = 0
    for stop in (*STOPS, "never"):
        with TrainingHost(home=syrinx_home) as host:
            host.start(folder)
            for event in follow(host):
                seen.append(kind(event))
                if kind(event) == stop and host.pid is not None:
                    os.kill(host.pid, signal.SIGKILL)
                    assert_whole(library)
            ends.append(event)
        assert_whole(library)
        if isinstance(event, m.VoiceStored):
            if stop != "never":  # it was faster than the signal: the next kill is of a new job
                library.remove("ada")
                folder, faster = make(), faster + 1
            continue
        assert isinstance(event, m.TrainingFailed), (stop, event)
        assert event.resumable
        assert jobs.read_state(folder).resumable
    assert len(ends) - faster > len(STOPS) // 2
    end = ends[-1]
    assert isinstance(end, m.VoiceStored)
    assert end.fine_tuned
    voice = library.get("ada")
    assert voice.adapter is not None
    assert voice.bank is not None
    assert [step["step"] for step in jobs.read_state(folder).curve] == [0, 0, 2, 4]
    # It did not start over but where it had to.
    assert seen.count("step 1") < len(ends) - STOPS.index("step 1") + faster


def assert_whole(library: VoiceLibrary) -> None:
    """No profile is damaged, and the voice is one that can be used, if it is there."""
    assert library.problems() == []
    for voice in library.list():
        if not voice.shipped:
            assert voice.speaker_embedding is not None


def test_a_killed_child_is_reported_and_started_again_once(
    make: Callable[..., Path], host: TrainingHost, syrinx_home: Path
) -> None:
    host.start(make())
    pids, events = set(), []
    for event in follow(host):
        events.append(event)
        if kind(event) == "averaging":
            assert host.pid is not None
            pids.add(host.pid)
            os.kill(host.pid, signal.SIGKILL)
    assert len(pids) == 2
    assert [kind(e) for e in events if isinstance(e, m.TrainingRestarted)] == ["TrainingRestarted"]
    end = events[-1]
    assert isinstance(end, m.TrainingFailed)
    assert end.resumable
    assert "again" in end.message
    assert not host.running


def test_cancelled_before_there_is_a_voice_nothing_is_kept(
    make: Callable[..., Path], host: TrainingHost, syrinx_home: Path
) -> None:
    host.start(make())
    host.send(m.CancelTraining())
    *_, end = follow(host)
    assert end == m.TrainingCancelled(stored=None)
    assert not end.kept
    assert [v for v in VoiceLibrary(syrinx_home).list() if not v.shipped] == []
    assert not jobs.read_state(syrinx_home / "training" / "job").resumable


def test_cancelled_while_it_learns_the_best_so_far_is_kept(
    make: Callable[..., Path], host: TrainingHost, syrinx_home: Path
) -> None:
    host.start(make(tuning={**TINY, "steps": 5000}), live=True)
    host.send(m.LiveStream(runs=False))
    end = None
    for event in follow(host):
        if kind(event) == "step 3":
            host.send(m.CancelTraining())
        end = event
    assert isinstance(end, m.TrainingCancelled)
    assert end.stored is not None
    assert end.stored.fine_tuned
    assert end.stored.bank_frames > 0
    assert VoiceLibrary(syrinx_home).get("ada").adapter is not None


def test_a_process_that_hangs_can_be_cancelled(
    make: Callable[..., Path], host: TrainingHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training_host, "CANCEL_S", 1.0)
    folder = make()
    host.start(folder)
    end = None
    for event in follow(host):
        end = event
        if kind(event) == "provisional" and host.pid is not None:
            os.kill(host.pid, signal.SIGSTOP)
            host.send(m.CancelTraining())
    assert isinstance(end, m.TrainingCancelled)
    assert end.stored is not None
    assert end.stored.provisional
    assert not jobs.read_state(folder).resumable


def test_a_checkpoint_of_something_else_starts_over(
    make: Callable[..., Path], host: TrainingHost, syrinx_home: Path
) -> None:
    folder = make()
    (folder / jobs.TUNING_FILE).write_bytes(b"what is this?")
    (folder / jobs.STATE_FILE).write_bytes(b"\x00" * 100)
    host.start(folder)
    *_, end = follow(host)
    assert isinstance(end, m.VoiceStored)
    assert end.fine_tuned


def test_another_voice_is_not_replaced_without_being_asked(
    make: Callable[..., Path], host: TrainingHost, syrinx_home: Path
) -> None:
    host.start(make(fine_tune=False))
    *_, first = follow(host)
    assert isinstance(first, m.VoiceStored)
    assert not first.fine_tuned
    library = VoiceLibrary(syrinx_home)
    before = library.get("ada")
    host.start(make(fine_tune=False))
    *_, end = follow(host)
    assert isinstance(end, m.TrainingFailed)
    assert "choose another name" in end.message
    assert library.get("ada") == before
    host.start(make(fine_tune=False, name="Robot"))
    *_, end = follow(host)
    assert isinstance(end, m.TrainingFailed)
    assert "built-in" in end.message
    host.start(make(fine_tune=False, replace=True))
    *_, end = follow(host)
    assert isinstance(end, m.VoiceStored)


def test_another_process_is_left_alone_with_its_job(
    make: Callable[..., Path], host: TrainingHost
) -> None:
    folder = make()
    jobs.write_state(folder, jobs.JobState(status="running", claimed=True))
    before = jobs.read_state(folder)
    with jobs.locked(folder):
        host.start(folder)
        *_, end = follow(host)
    assert isinstance(end, m.TrainingFailed)
    assert "being made already" in end.message
    assert jobs.read_state(folder) == before


def test_recordings_that_cannot_be_used_are_one_sentence(
    make: Callable[..., Path], host: TrainingHost, tmp_path: Path, syrinx_home: Path
) -> None:
    silent = tmp_path / "silent.wav"
    soundfile.write(silent, np.zeros(160_000), 16_000)
    for path in (silent, tmp_path / "gone.wav"):
        host.start(make(recordings=(str(path),)))
        *_, end = follow(host)
        assert isinstance(end, m.TrainingFailed)
        assert path.name in end.message
        assert not end.resumable
    assert [v for v in VoiceLibrary(syrinx_home).list() if not v.shipped] == []
    with pytest.raises(SyrinxError, match="no training job"):
        host.start(tmp_path / "nowhere")


def test_a_setting_that_is_none_leaves_an_averaged_voice_that_says_so(
    make: Callable[..., Path], host: TrainingHost
) -> None:
    host.start(make(tuning={"stepz": 4}))
    events = list(follow(host))
    assert any(isinstance(e, m.Remark) and "no setting stepz" in e.text for e in events)
    end = events[-1]
    assert isinstance(end, m.VoiceStored)
    assert not end.fine_tuned


PARENT = """
import os, signal, sys, time
from pathlib import Path
from syrinx.app.clone import training_messages as m
from syrinx.app.clone.training_host import TrainingHost

host = TrainingHost(home=Path(sys.argv[1]))
host.start(Path(sys.argv[2]))
told = []
while not any(isinstance(e, m.StageChanged) and e.stage == "embedding" for e in told):
    told += host.poll()
    time.sleep(0.005)
heavy = {name.split(".")[0] for name in sys.modules} & {"torch", "torchaudio", "PySide6"}
heavy |= {name for name in sys.modules if name.startswith("syrinx.training")}
print(host.pid, sorted(heavy), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_parent_has_no_torch_and_its_child_dies_with_it(
    make: Callable[..., Path], syrinx_home: Path
) -> None:
    folder = make(tuning={**TINY, "steps": 5000})
    done = subprocess.run(
        [sys.executable, "-c", PARENT, str(syrinx_home), str(folder)],
        capture_output=True,
        text=True,
        timeout=LONG_S,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    pid, _, heavy = done.stdout.partition(" ")
    assert heavy.strip() == "[]"
    deadline = time.monotonic() + LONG_S
    while psutil.pid_exists(int(pid)) and time.monotonic() < deadline:
        if psutil.Process(int(pid)).status() == psutil.STATUS_ZOMBIE:
            break
        time.sleep(0.05)
    else:
        assert not psutil.pid_exists(int(pid)), "the child outlived its parent"
    assert jobs.read_state(folder).resumable


def test_threads_leave_a_core_to_a_live_stream() -> None:
    threads = training_process.threads_for
    assert [threads(live=False, cores=n) for n in (1, 2, 4, 16)] == [1, 2, 4, 4]
    assert [threads(live=True, cores=n) for n in (1, 2, 4, 16)] == [1, 1, 3, 4]


def test_the_command_line_makes_the_same_voice_and_ctrl_c_keeps_the_best(
    recording: Path, syrinx_home: Path
) -> None:
    command = [sys.executable, "-m", "syrinx.app", "enroll", "Ada", str(recording), "--consent"]
    child = subprocess.Popen(
        [*command, "--steps", "5000", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stderr is not None
    for line in child.stderr:
        if "used already" in line:
            break
    time.sleep(1.0)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=LONG_S)
    assert child.returncode == 0, err
    assert "best so far" in err
    told = json.loads(out)
    assert (told["id"], told["bank_frames"] > 0) == ("ada", True)
    assert VoiceLibrary(syrinx_home).get("ada").bank is not None
    assert list((syrinx_home / "training").iterdir()) == []


def test_the_command_line_goes_on_after_a_crash(recording: Path, syrinx_home: Path) -> None:
    command = [sys.executable, "-m", "syrinx.app", "enroll", "Ada", str(recording), "--consent"]
    child = subprocess.Popen([*command, "--steps", "1"], stderr=subprocess.PIPE, text=True)
    assert child.stderr is not None
    for line in child.stderr:
        if "used already" in line:
            break
    child.kill()
    child.communicate()
    assert VoiceLibrary(syrinx_home).get("ada").adapter is None
    done = subprocess.run(
        [*command, "--steps", "1"], capture_output=True, text=True, timeout=LONG_S, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "cut off" in done.stderr
    assert VoiceLibrary(syrinx_home).get("ada").adapter is not None
    again = subprocess.run(command, capture_output=True, text=True, timeout=LONG_S, check=False)
    assert again.returncode == 1
    assert "--replace" in again.stderr
