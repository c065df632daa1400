"""A job on disk: what to make, how far it is, and that damage never crashes."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from syrinx.app.clone import training_job as jobs
from syrinx.app.clone.training_job import JobState, TrainingJob
from syrinx.app.clone.training_messages import Progress, VoiceStored
from syrinx.dsp.errors import SyrinxError

JOB = TrainingJob(
    name="Ada Ä",
    recordings=("/a.wav", "/b.wav"),
    consent="given",
    colour="#102030",
    language="en",
    speaker="Ada",
    consent_record={"text": "I agree", "date": "2026-11-21"},
    consent_audio="/consent.wav",
    replace=True,
    tuning={"steps": 4},
)
POINT = dataclasses.asdict(Progress(step=2, steps=4, left_s=1.0, held_out=1.5))
STORED = VoiceStored(
    voice_id="ada-a",
    name="Ada Ä",
    provisional=True,
    speech_s=30.0,
    windows=10,
    outliers=1,
    f0_median_hz=None,
    f0_low_hz=None,
    f0_high_hz=None,
)
BROKEN = (
    b'{"format": 1, "status": "running", "result": {"voice_id": "x"}}',
    json.dumps({"format": 1, "curve": [{**POINT, "held_out": "low"}]}).encode(),
    json.dumps({"format": 1, "curve": [{**POINT, "step": None}]}).encode(),
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe",
    b'{"format": 1}',
    b'{"format": 99, "name": "Ada"}',
    b"[" * 100_000,
    b'{"format": 1, "status": "finished", "name": 3, "recordings": 5, "consent": {}}',
    b'{"format": 1, "status": "done", "claimed": 3, "curve": [1], "recordings": ["a"]}',
    b'{"format": 1, "status": ["done"], "result": 1, "recordings": [1], "name": "A"}',
)


def test_a_job_and_its_state_come_back_as_written(tmp_path: Path) -> None:
    folder = tmp_path / "job"
    jobs.write_job(folder, JOB)
    assert jobs.read_job(folder) == JOB
    assert JOB.id == "ada-a"
    assert jobs.read_state(folder) == JobState()
    state = JobState(
        status="running", claimed=True, curve=[POINT], result=dataclasses.asdict(STORED)
    )
    jobs.write_state(folder, state)
    assert jobs.read_state(folder) == state
    (folder / jobs.TUNING_FILE).write_bytes(b"x")
    jobs.write_job(folder, JOB)  # anew: nothing of the old one is left
    assert sorted(item.name for item in folder.iterdir()) == [jobs.JOB_FILE]


@pytest.mark.parametrize("data", BROKEN)
def test_a_damaged_state_starts_over_and_a_damaged_job_is_a_sentence(
    tmp_path: Path, data: bytes
) -> None:
    jobs.write_job(tmp_path, JOB)
    (tmp_path / jobs.STATE_FILE).write_bytes(data)
    assert jobs.read_state(tmp_path) == JobState()
    (tmp_path / jobs.JOB_FILE).write_bytes(data)
    with pytest.raises(SyrinxError, match="make a new one"):
        jobs.read_job(tmp_path)
    assert jobs.jobs(tmp_path.parent) == []


def test_a_job_cut_anywhere_is_never_half_read(tmp_path: Path) -> None:
    jobs.write_job(tmp_path, JOB)
    path = tmp_path / jobs.JOB_FILE
    data = path.read_bytes()
    for cut in range(len(data)):
        path.write_bytes(data[:cut])
        with pytest.raises(SyrinxError, match="make a new one"):
            jobs.read_job(tmp_path)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": ""}, "name"),
        ({"recordings": ()}, "recording"),
        ({"consent": ""}, "consent"),
        ({"colour": "red"}, "colour"),
        ({"consent_record": "yes"}, "consent record"),
        ({"tuning": {"steps": "many"}}, "numbers"),
        ({"language": 3}, "wrong kind"),
    ],
)
def test_a_voice_that_cannot_be_is_refused(wrong: dict, words: str) -> None:
    values = {"name": "Ada", "recordings": ("/a.wav",), "consent": "given", **wrong}
    with pytest.raises(SyrinxError, match=words):
        TrainingJob(**values)


def test_the_same_job_is_found_again_until_it_is_done(tmp_path: Path) -> None:
    folder, resumed = jobs.job_folder(tmp_path, JOB)
    assert (folder.name, resumed) == ("ada-a", False)
    jobs.write_job(folder, JOB)
    jobs.write_state(folder, JobState(status="running"))
    tomorrow = TrainingJob(**{**_values(JOB), "consent": "given tomorrow"})
    assert jobs.job_folder(tmp_path, tomorrow) == (folder, True)
    other = TrainingJob(**{**_values(JOB), "recordings": ("/c.wav",)})
    assert jobs.job_folder(tmp_path, other) == (folder.with_name("ada-a-2"), False)
    jobs.write_state(folder, JobState(status="done"))
    assert jobs.job_folder(tmp_path, JOB) == (folder.with_name("ada-a-2"), False)
    jobs.remove_job(folder)
    assert not folder.exists()


def _values(job: TrainingJob) -> dict:
    return {name: getattr(job, name) for name in TrainingJob.__slots__}


def test_one_process_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "LOCK_S", 0.1)
    jobs.write_job(tmp_path, JOB)
    with (
        jobs.locked(tmp_path),
        pytest.raises(SyrinxError, match="being made already"),
        jobs.locked(tmp_path),
    ):
        pass
    with jobs.locked(tmp_path):
        pass


def test_the_files_are_json_that_says_what_it_is(tmp_path: Path) -> None:
    jobs.write_job(tmp_path, JOB)
    values = json.loads((tmp_path / jobs.JOB_FILE).read_text(encoding="utf-8"))
    assert values["format"] == 1
    assert values["consent_record"] == {"text": "I agree", "date": "2026-11-21"}
