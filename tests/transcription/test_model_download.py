"""From an address to a model that hears; the list of well-known models."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest

from syrinx.app.transcription.downloads import Download
from syrinx.app.transcription.model_download import Step, fetch_model
from syrinx.app.transcription.model_list import FILE_NAME, offer_of, offers
from syrinx.app.transcription.model_store import Given, ModelStore
from syrinx.app.transcription.model_trial import StoppedError
from syrinx.app.transcription.models import load_recognizer
from syrinx.dsp.errors import SyrinxError
from tests.transcription import tiny_models
from tests.transcription.file_server import serving
from tests.transcription.tiny_models import hello_world


def packed(folder: Path) -> bytes:
    """Return a folder as published archives have it."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:bz2") as tar:
        tar.add(folder, folder.name)
    return content.getvalue()


def test_an_archive_becomes_a_model_that_hears(tmp_path: Path, syrinx_home: Path) -> None:
    content = packed(tiny_models.streaming_transducer(tmp_path / "sherpa-onnx-tiny"))
    stages: list[str] = []

    def progress(step: Step) -> None:
        assert step.total is None or step.done <= step.total
        if step.stage not in stages:
            stages.append(step.stage)

    with serving(content) as server:
        wanted = Download(url=server.url(), sha256=hashlib.sha256(content).hexdigest())
        model = fetch_model(
            wanted,
            ModelStore(syrinx_home),
            given=Given(name="Tiny", languages=("en",), licence="MIT"),
            on_progress=progress,
        )
    assert stages == ["downloading", "unpacking", "trying"]
    assert (model.name, model.licence, model.streaming) == ("Tiny", "MIT", True)
    stream = load_recognizer(model.id, syrinx_home).stream()
    heard = stream.accept(hello_world()) + stream.finish()
    assert [segment.text for segment in heard] == ["hello world"]
    left = [path for path in ModelStore(syrinx_home).folder.rglob("*") if path.is_file()]
    assert all(path.is_relative_to(model.folder) for path in left)


def test_without_a_name_the_folder_gives_it(tmp_path: Path, syrinx_home: Path) -> None:
    content = packed(tiny_models.ctc(tmp_path / "sherpa-onnx-a-b"))
    with serving(content) as server:
        model = fetch_model(Download(url=server.url("x.tar.bz2")), ModelStore(syrinx_home))
    assert model.name == "a-b"


def test_what_is_no_model_leaves_nothing(tmp_path: Path, syrinx_home: Path) -> None:
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "readme.txt").write_text("hello")
    store = ModelStore(syrinx_home)
    with serving(packed(tmp_path / "m")) as server:
        with pytest.raises(SyrinxError, match=r"There is no \.onnx file"):
            fetch_model(Download(url=server.url()), store)
        with pytest.raises(SyrinxError, match=r"model\.zip is not an archive that Syrinx unpacks"):
            fetch_model(Download(url=server.url("model.zip")), store)
    assert [path for path in store.folder.rglob("*") if path.is_file()] == []


def test_cancelling_while_it_unpacks_leaves_nothing(tmp_path: Path, syrinx_home: Path) -> None:
    content = packed(tiny_models.ctc(tmp_path / "m"))
    stages: list[str] = []
    store = ModelStore(syrinx_home)
    with serving(content) as server, pytest.raises(StoppedError):
        fetch_model(
            Download(url=server.url()),
            store,
            on_progress=lambda step: stages.append(step.stage),
            cancelled=lambda: bool(stages) and stages[-1] == "unpacking",
        )
    assert store.list() == []
    assert not list(store.folder.glob(".unpacked-*"))


def test_the_shipped_list_is_complete_and_has_checksums(tmp_path: Path) -> None:
    every = offers(tmp_path)
    assert {offer.kind for offer in every} >= {"Whisper", "Moonshine", "SenseVoice"}
    assert len({offer.id for offer in every}) == len(every)
    assert len({offer.download.sha256 for offer in every}) == len(every)
    for offer in every:
        assert len(offer.download.sha256) == 64
        assert offer.size > 50_000_000
        assert offer.download.url.startswith(
            "https://github.com/k2-fsa/sherpa-onnx/releases/download/asr-models/sherpa-onnx-"
        )
        assert offer.licence
        assert offer.languages


def test_a_list_in_the_data_folder_adds_and_replaces(tmp_path: Path) -> None:
    entry = {
        "id": "whisper-tiny", "name": "Other", "kind": "Whisper", "languages": ["en"],
        "licence": "MIT", "size": 7, "sha256": "0" * 64, "url": "https://a/b.tar.gz",
    }  # fmt: skip
    own = {"format": 1, "models": [entry, {**entry, "id": "new"}]}
    (tmp_path / FILE_NAME).write_text(json.dumps(own))
    assert offer_of("whisper-tiny", tmp_path).name == "Other"
    assert offer_of("new", tmp_path).given == Given(name="Other", languages=("en",), licence="MIT")
    assert len(offers(tmp_path)) == len(offers(tmp_path / "none")) + 1
    with pytest.raises(SyrinxError, match='The list has no model "x"; it has: whisper-tiny'):
        offer_of("x", tmp_path)
    assert offer_of("whisper-base", tmp_path).given.languages == ()  # many: the model says which


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"sha256": ""}, "Entry 1 of the list .* cannot be used"),
        ({"sha256": "12"}, "64 digits"),
        ({"size": 0}, "Entry 1"),
        ({"size": "7"}, "Entry 1"),
        ({"url": "file:///etc/passwd"}, "must begin with https"),
        ({"languages": 3}, "Entry 1"),
        ({"name": None}, "Entry 1"),
    ],
)
def test_an_entry_without_what_makes_it_safe_is_refused(
    change: dict[str, object], sentence: str, tmp_path: Path
) -> None:
    entry = {
        "id": "a", "name": "A", "kind": "K", "languages": [], "licence": "L", "size": 1,
        "sha256": "0" * 64, "url": "https://a/b.tar", **change,
    }  # fmt: skip
    (tmp_path / FILE_NAME).write_text(json.dumps({"format": 1, "models": [entry]}))
    with pytest.raises(SyrinxError, match=sentence):
        offers(tmp_path)


@pytest.mark.parametrize(
    "text", ["", "[]", '{"format": 2, "models": []}', '{"format": 1}', "[" * 9999]
)
def test_a_list_that_is_none_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    with pytest.raises(SyrinxError, match="is not a list of recognition models"):
        offers(tmp_path)
