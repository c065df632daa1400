"""Voices in the making: written at once, read again, and nothing lost on the way."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.app.clone.project import PROJECT_FILE, CloneProject, Consent, ProjectStore, Take
from syrinx.dsp.errors import SyrinxError

RATE = 48_000
TAKE = Take(file="new", seconds=1.0, accepted=True, prompt="en-1", text="A sentence.")


@pytest.fixture
def store(tmp_path: Path) -> ProjectStore:
    return ProjectStore(tmp_path)


@pytest.fixture
def project(store: ProjectStore) -> CloneProject:
    return store.create("Grandma Ida", speaker="Ida", language="en")


def record(store: ProjectStore, project: CloneProject, seconds: float = 1.0) -> Path:
    """Write what the engine would: the input on the left, the output on the right."""
    path = store.new_recording(project)
    rng = np.random.default_rng(1)
    left = 0.1 * rng.standard_normal(round(seconds * RATE))
    soundfile.write(path, np.stack((left, np.zeros_like(left)), axis=1), RATE, subtype="PCM_24")
    return path


def test_what_is_written_is_read_again(store: ProjectStore, project: CloneProject) -> None:
    take = replace(
        TAKE,
        problems=("Too quiet.",),
        measures={"snr_db": 31.5, "speech_s": 0.8},
        embedding=tuple(np.linspace(-1, 1, 192).tolist()),
    )
    project = store.add_take(project, record(store, project), take)
    project = store.save(replace(project, page="takes", prompt=3, room={"hum": "good"}))
    assert store.load(project.id) == project
    assert ProjectStore(store.root.parent).list() == [project]
    assert project.takes[0].file == "take-001.wav"
    assert project.speech_s == 0.8


def test_a_take_is_the_input_alone(store: ProjectStore, project: CloneProject) -> None:
    path = record(store, project)
    left = soundfile.read(path)[0][:, 0]
    project = store.add_take(project, path, TAKE)
    audio, rate = soundfile.read(store.path_of(project, project.takes[0].file))
    assert rate == RATE
    assert audio.ndim == 1
    np.testing.assert_array_equal(audio, left)
    assert not path.exists()


def test_consent_replaces_the_one_before(store: ProjectStore, project: CloneProject) -> None:
    consent = Consent(statement="I agree.", date="2026-11-21", file="new", seconds=1.0)
    project = store.set_consent(project, record(store, project), consent)
    first = project.consent
    project = store.set_consent(project, record(store, project), consent)
    assert first is not None
    assert project.consent is not None
    names = {path.name for path in store.takes_folder(project.id).iterdir()}
    assert names == {project.consent.file}


def test_a_recording_cut_off_by_a_crash_is_cleared_away(
    store: ProjectStore, project: CloneProject
) -> None:
    project = store.add_take(project, record(store, project), TAKE)
    record(store, project)  # the program died here
    assert store.load(project.id) == project
    assert [path.name for path in store.takes_folder(project.id).iterdir()] == ["take-001.wav"]


def test_numbers_are_not_used_again(store: ProjectStore, project: CloneProject) -> None:
    for _ in range(2):
        project = store.add_take(project, record(store, project), TAKE)
    project = store.drop_take(project, "take-001.wav")
    project = store.add_take(project, record(store, project), TAKE)
    assert [take.file for take in project.takes] == ["take-002.wav", "take-003.wav"]


@pytest.mark.parametrize("step", ["replace", "rename"])
def test_killed_while_writing_loses_nothing(
    store: ProjectStore, project: CloneProject, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    project = store.add_take(project, record(store, project), TAKE)

    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, step, die)
    path = record(store, project)
    if step == "replace":
        with pytest.raises(KeyboardInterrupt):
            store.add_take(project, path, TAKE)
        assert path.exists()
    else:
        with pytest.raises(KeyboardInterrupt):
            store.create("Another")
    monkeypatch.undo()
    assert store.list() == [project]
    assert store.problems() == []


def test_a_full_disk_keeps_the_recording(
    store: ProjectStore, project: CloneProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = record(store, project)

    def full(*_: object, **__: object) -> None:
        raise soundfile.LibsndfileError(1)

    monkeypatch.setattr(soundfile, "write", full)
    with pytest.raises(SyrinxError, match="room on the disk"):
        store.add_take(project, path, TAKE)
    assert path.exists()
    assert store.load(project.id) == project


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": 9}', '{"format": 1, "project": {"id": "x"}}']
)
def test_damaged_projects_are_named_and_left_alone(
    store: ProjectStore, project: CloneProject, text: str
) -> None:
    path = store.folder(project.id) / PROJECT_FILE
    path.write_text(text, encoding="utf-8")
    assert store.list() == []
    assert len(store.problems()) == 1
    with pytest.raises(SyrinxError):
        store.load(project.id)
    assert path.read_text(encoding="utf-8") == text


def test_equal_names_get_folders_of_their_own(store: ProjectStore, project: CloneProject) -> None:
    other = store.create("Grandma Ida")
    assert other.id == "grandma-ida-2"
    assert len(store.list()) == 2


def test_removed_means_gone(store: ProjectStore, project: CloneProject) -> None:
    store.add_take(project, record(store, project), TAKE)
    store.remove(project.id)
    assert list(store.root.iterdir()) == []


def test_takes_cannot_lead_out_of_their_folder() -> None:
    with pytest.raises(SyrinxError):
        replace(TAKE, file="../../voices/x.wav")
