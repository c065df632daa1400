"""Adding, listing and removing models; nothing half, nothing foreign, nothing that dies later."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psutil
import pytest

from syrinx.app.transcription.layouts import Layout
from syrinx.app.transcription.model_store import Copied, Given, ModelStore
from syrinx.app.transcription.model_trial import StoppedError, try_model
from syrinx.app.transcription.models import (
    add_model,
    installed_models,
    is_model_folder,
    load_recognizer,
    remove_model,
)
from syrinx.dsp.errors import SyrinxError
from tests.transcription import tiny_models
from tests.transcription.tiny_models import hello_world


def no_trial(folder: Path, layout: Layout, **_: object) -> None:
    """Trust the model."""


@pytest.fixture
def store(syrinx_home: Path) -> ModelStore:
    return ModelStore(syrinx_home, trial=no_trial)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_models.ctc(tmp_path / "sherpa-onnx-Tiny CTC")


def left_aside(store: ModelStore) -> list[str]:
    return [name for name in os.listdir(store.folder) if name.startswith(".")]


def test_a_folder_becomes_a_model_that_hears(folder: Path, syrinx_home: Path) -> None:
    (folder / "README.md").write_text("---\nlanguage:\n- en\nlicense: mit\n---\nHello.\n")
    (folder / "notes.exe").write_bytes(b"MZ")
    (folder / "test_wavs").mkdir()
    (folder / "test_wavs" / "0.wav").write_bytes(b"RIFF")
    seen: list[Copied] = []
    model = add_model(folder, syrinx_home, on_progress=seen.append)
    assert (model.id, model.name, model.kind) == ("tiny-ctc", "Tiny CTC", "Zipformer CTC")
    assert (model.languages, model.licence) == (("en",), "mit")
    assert model.added == time.strftime("%Y-%m-%d")
    assert installed_models(syrinx_home) == [model]
    assert {path.name for path in model.folder.iterdir()} == {
        "model.onnx", "tokens.txt", "README.md", "model.json",
    }  # fmt: skip
    assert model.size == sum(
        path.stat().st_size for path in model.folder.iterdir() if path.name != "model.json"
    )
    assert seen[-1] == Copied(done=model.size, total=model.size, trying=True)
    shutil.rmtree(folder)  # nothing of it is needed any more
    recognizer = load_recognizer("tiny-ctc", syrinx_home)
    assert recognizer.language == "en"
    stream = recognizer.stream()
    heard = stream.accept(hello_world()) + stream.finish()
    assert [segment.text for segment in heard] == ["hello world"]


def test_a_broken_model_ends_only_its_trial(tmp_path: Path, syrinx_home: Path) -> None:
    folder = tmp_path / "nemo"
    tiny_models.stub(folder / "model.onnx", {"model_type": "EncDecCTCModel"})
    tiny_models.write_tokens(folder)
    with pytest.raises(SyrinxError, match=r"NeMo CTC model nemo cannot be opened: 'vocab_size'"):
        add_model(folder, syrinx_home)
    damaged = tiny_models.transducer(tmp_path / "zip")
    tiny_models.write_tokens(damaged, tokens=("a", "b"))
    with pytest.raises(SyrinxError, match=r"cannot be opened"):
        add_model(damaged, syrinx_home)
    assert left_aside(ModelStore(syrinx_home)) == []
    assert installed_models(syrinx_home) == []
    assert psutil.Process().children(recursive=True) == [] or all(
        "trial" not in " ".join(child.cmdline()) for child in psutil.Process().children()
    )


def test_a_trial_can_be_cancelled(folder: Path, syrinx_home: Path) -> None:
    store = ModelStore(syrinx_home, trial=try_model)
    trying: list[bool] = []
    with pytest.raises(StoppedError):
        store.add(
            folder,
            on_progress=lambda copied: trying.append(copied.trying),
            cancelled=lambda: bool(trying and trying[-1]),
        )
    assert left_aside(store) == []
    assert store.list() == []


def test_copying_can_be_cancelled(folder: Path, store: ModelStore) -> None:
    with pytest.raises(StoppedError):
        store.add(folder, cancelled=lambda: True)
    assert left_aside(store) == []


def test_only_the_chosen_precision_is_copied(tmp_path: Path, store: ModelStore) -> None:
    folder = tiny_models.ctc(tmp_path / "m", name="model.int8.onnx")
    tiny_models.ctc(folder, name="model.onnx")
    small = store.add(folder, given=Given(name="small"))
    full = store.add(folder, given=Given(name="full"), full_precision=True)
    assert sorted(path.name for path in small.folder.glob("*.onnx")) == ["model.int8.onnx"]
    assert sorted(path.name for path in full.folder.glob("*.onnx")) == ["model.onnx"]


def test_the_same_model_is_not_stored_twice_but_another_of_its_name_is(
    folder: Path, store: ModelStore
) -> None:
    store.add(folder)
    with pytest.raises(SyrinxError, match="Tiny CTC is there already"):
        store.add(folder)
    (folder / "LICENSE").write_text("MIT License\n")
    assert store.add(folder).id == "tiny-ctc-2"
    assert store.add(folder, given=Given(name="Syrinx")).id == "syrinx-2"


def test_what_the_giver_says_goes_before_what_the_papers_say(
    folder: Path, store: ModelStore
) -> None:
    (folder / "LICENSE").write_text("Apache License\nVersion 2.0\n")
    given = Given(name="Mine", languages=("de",), licence="CC0", source="https://a/b.tar")
    model = store.add(folder, given=given)
    assert (model.name, model.languages, model.licence) == ("Mine", ("de",), "CC0")
    assert json.loads((model.folder / "model.json").read_text())["source"] == given.source


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Apache License\n   Version 2.0, January 2004", "Apache-2.0"),
        ("MIT License\n\nCopyright", "MIT"),
        ("Creative Commons Attribution-NonCommercial 4.0 International", "CC-BY-NC-4.0"),
        ("Attribution 4.0 International", "CC-BY-4.0"),
        ("All rights are mine.", ""),
    ],
)
def test_licences_are_known_by_their_words(
    text: str, licence: str, folder: Path, store: ModelStore
) -> None:
    (folder / "LICENSE").write_text(text)
    assert store.add(folder).licence == licence


def test_no_room_and_empty_files_are_told(
    folder: Path, store: ModelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=50_000_000))
    with pytest.raises(SyrinxError, match=r"There is not enough room for the model: it needs 0 MB"):
        store.add(folder)
    monkeypatch.undo()
    (folder / "model.onnx").write_bytes(b"")
    with pytest.raises(SyrinxError, match="is not an ONNX model"):
        store.add(folder)


def test_a_disk_that_gets_full_leaves_nothing(
    folder: Path, store: ModelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SyrinxError, match=r"cannot be stored: no space left on device\."):
        store.add(folder)
    assert left_aside(store) == []


def test_a_model_whose_files_are_gone_or_changed_is_listed_with_its_problem(
    folder: Path, store: ModelStore, syrinx_home: Path
) -> None:
    model = store.add(folder)
    (model.folder / "tokens.txt").write_text("cut")
    (entry,) = store.list()
    assert entry.problem == (
        "tokens.txt is missing or was changed: remove the model and add it again."
    )
    with pytest.raises(SyrinxError, match=r"Tiny CTC cannot be used: tokens\.txt is missing"):
        load_recognizer(model.id, syrinx_home)


@pytest.mark.parametrize("record", [b"", b"[]", b"{}", b'{"format": 2}', b"\xff", b"[" * 100_000])
def test_a_folder_without_a_record_is_looked_at(
    record: bytes, store: ModelStore, syrinx_home: Path
) -> None:
    folder = tiny_models.ctc(syrinx_home / "recognizers" / "by-hand")
    (folder / "model.json").write_bytes(record)
    (model,) = store.list()
    assert (model.kind, model.problem, model.added) == ("Zipformer CTC", None, "")
    (folder / "model.onnx").unlink()
    (model,) = store.list()
    assert model.problem is not None
    assert ".onnx" in model.problem


def test_removing_a_model_is_for_good_and_only_that(
    folder: Path, store: ModelStore, syrinx_home: Path
) -> None:
    store.add(folder)
    store.add(folder, given=Given(name="other"))
    remove_model("tiny-ctc", syrinx_home)
    assert [model.id for model in store.list()] == ["other"]
    assert left_aside(store) == []
    for bad in ("tiny-ctc", "..", "../home", "", ".downloads", "other/..", "syrinx"):
        with pytest.raises(SyrinxError, match="There is no recognition model"):
            remove_model(bad, syrinx_home)
    assert [model.id for model in store.list()] == ["other"]


def test_what_a_program_that_died_left_aside_is_swept(folder: Path, store: ModelStore) -> None:
    old, young = store.folder / ".incoming-old", store.folder / ".incoming-young"
    for path in (old, young):
        path.mkdir(parents=True)
    os.utime(old, (0, 0))
    store.add(folder)
    assert left_aside(store) == [".incoming-young"]


def test_a_model_folder_is_told_from_one_with_recordings(folder: Path, tmp_path: Path) -> None:
    assert is_model_folder(folder)
    assert not is_model_folder(folder / "model.onnx")
    assert not is_model_folder(tmp_path / "missing")
    (tmp_path / "music").mkdir()
    (tmp_path / "music" / "a.wav").write_bytes(b"")
    assert not is_model_folder(tmp_path / "music")


def test_unknown_ids_name_the_known_ones(store: ModelStore, syrinx_home: Path) -> None:
    tiny_models.ctc(syrinx_home / "recognizers" / "mine")
    with pytest.raises(SyrinxError, match=r'no recognition model "other"; there is: syrinx, mine'):
        load_recognizer("other", syrinx_home)


def test_a_file_that_grows_while_it_is_copied_is_not_taken(folder: Path, store: ModelStore) -> None:
    def grow(copied: Copied) -> None:
        with (folder / "tokens.txt").open("a") as file:
            file.write("x 9\n")

    with pytest.raises(SyrinxError, match=r"tokens\.txt changes while it is copied"):
        store.add(folder, on_progress=grow)
    assert left_aside(store) == []


def test_unpacked_files_are_taken_instead_of_copied(store: ModelStore) -> None:
    store.folder.mkdir(parents=True)
    folder = tiny_models.ctc(store.folder / ".unpacked-1" / "m")
    number = (folder / "model.onnx").stat().st_ino
    model: Any = store.add(folder, take=True)
    assert (model.folder / "model.onnx").stat().st_ino == number
    assert not (folder / "model.onnx").exists()
