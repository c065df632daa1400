"""The page of recognition models: drop, download, cancel, remove, and what it says."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from syrinx.app.services.models_client import Ended, ModelsClient
from syrinx.app.transcription.layouts import Layout
from syrinx.app.transcription.model_list import FILE_NAME
from syrinx.app.transcription.model_store import Given, ModelStore
from syrinx.app.viewmodels.recognition_models import RecognitionModels, languages, size
from syrinx.app.views.models_page import ModelDialogs, ModelsPage
from syrinx.app.views.theme import Theme
from tests.gui.conftest import Bench
from tests.gui.dropping import drop_files
from tests.transcription import tiny_models
from tests.transcription.file_server import Server, serving


def no_trial(folder: Path, layout: Layout, **_: object) -> None:
    """Trust the model."""


class Answers(ModelDialogs):
    """Answers instead of a user."""

    def __init__(self) -> None:
        self.chosen: Path | None = None
        self.agrees = True
        self.asked: list[str] = []

    def folder(self, parent: QWidget) -> Path | None:
        return self.chosen

    def may_remove(self, parent: QWidget, name: str, text: str) -> bool:
        self.asked.append(f"{name}: {text}")
        return self.agrees


class Parts(Bench):
    """The page and what is behind it."""

    def wait(self, qtbot: QtBot) -> Ended:
        """Wait for the job that runs, and return how it ended."""
        with qtbot.waitSignal(self.client.ended, timeout=10_000) as caught:
            pass
        (ended,) = caught.args
        assert isinstance(ended, Ended)
        return ended

    def says(self) -> str:
        return str(self.page.message.text.text()) if self.page.message.isVisible() else ""


@pytest.fixture
def parts(qtbot: QtBot, qapp: QApplication, syrinx_home: Path) -> Iterator[Parts]:
    store = ModelStore(syrinx_home, trial=no_trial)
    client = ModelsClient(store)
    model = RecognitionModels(client, syrinx_home)
    answers = Answers()
    page = ModelsPage(model, Theme(qapp, "dark"), answers)
    qtbot.addWidget(page)
    page.resize(700, 900)
    page.show()
    qtbot.waitExposed(page)
    yield Parts(store=store, client=client, model=model, page=page, answers=answers)
    model.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_models.ctc(tmp_path / "sherpa-onnx-tiny", metadata={"language": "en"})


@pytest.fixture
def server(folder: Path, syrinx_home: Path) -> Iterator[Server]:
    """Serve an archive, and offer it in the list of the data folder."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:bz2") as tar:
        tar.add(folder, "sherpa-onnx-tiny")
    body = content.getvalue()
    with serving(body) as made:
        entry = {
            "id": "tiny", "name": "Tiny one", "kind": "Zipformer CTC", "languages": ["en", "zh"],
            "licence": "MIT", "size": len(body), "sha256": hashlib.sha256(body).hexdigest(),
            "url": made.url(),
        }  # fmt: skip
        (syrinx_home / FILE_NAME).write_text(json.dumps({"format": 1, "models": [entry]}))
        yield made


def drop(page: QWidget, *paths: Path) -> bool:
    return drop_files(page, [QUrl.fromLocalFile(str(path)) for path in paths])


def test_a_dropped_folder_is_listed_with_what_is_known_of_it(
    parts: Parts, folder: Path, qtbot: QtBot
) -> None:
    assert drop(parts.page, folder)
    assert parts.page.work.isVisible()
    assert parts.page.status.text().startswith("sherpa-onnx-tiny")
    parts.wait(qtbot)
    assert not parts.page.work.isVisible()
    row = parts.page.installed["tiny"]
    assert row.name.text() == "tiny"
    added = parts.store.list()[0].added
    assert row.text.text() == (
        f"Zipformer CTC · English · 0.0 MB · licence not stated · added {added}"
    )
    assert parts.says().startswith("tiny is installed")


def test_what_is_no_model_is_said_and_nothing_stays(
    parts: Parts, tmp_path: Path, folder: Path, qtbot: QtBot
) -> None:
    (folder / "tokens.txt").unlink()
    drop(parts.page, folder)
    ended = parts.wait(qtbot)
    assert ended.model is None
    assert "this is missing: tokens.txt" in parts.says()
    assert parts.page.installed == {}
    (tmp_path / "a.zip").write_bytes(b"")
    drop(parts.page, tmp_path / "a.zip")
    assert parts.says() == "a.zip is a file: drop the folder of the model, unpacked."


def test_several_folders_come_one_after_the_other(
    parts: Parts, tmp_path: Path, qtbot: QtBot
) -> None:
    folders = [tiny_models.ctc(tmp_path / name) for name in ("one", "two", "three")]
    drop(parts.page, *folders)
    assert parts.page.queue.text() == "Then: two, three"
    qtbot.waitUntil(lambda: len(parts.page.installed) == 3, timeout=10_000)
    assert list(parts.page.installed) == ["one", "three", "two"]


def test_full_precision_is_asked_for_by_the_box(parts: Parts, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tiny_models.ctc(tmp_path / "m", name="model.int8.onnx")
    tiny_models.ctc(folder, name="model.onnx")
    parts.page.full.setChecked(True)
    parts.answers.chosen = folder
    parts.page.choose.click()
    parts.wait(qtbot)
    (model,) = parts.store.list()
    assert (model.folder / "model.onnx").exists()
    assert not (model.folder / "model.int8.onnx").exists()


def test_an_offer_is_downloaded_by_a_click_and_then_no_offer_any_more(
    parts: Parts, server: Server, qtbot: QtBot
) -> None:
    parts.model.refresh()
    assert server.asked == []  # nothing without a click
    row = parts.page.offers["tiny"]
    assert row.text.text() == f"Zipformer CTC · English, 中文 · {size(len(server.content))} · MIT"
    row.button.click()
    assert not row.button.isEnabled()
    ended = parts.wait(qtbot)
    assert ended.model is not None
    assert (ended.model.languages, ended.model.licence) == (("en", "zh"), "MIT")
    assert "tiny" not in parts.page.offers
    assert server.asked == [""]


def test_a_download_is_shown_and_cancelled_and_goes_on(
    parts: Parts, server: Server, qtbot: QtBot
) -> None:
    server.content += bytes(9_000)  # after the end of the archive
    server.gate.clear()
    entry = json.loads((parts.store.folder.parent / FILE_NAME).read_text())["models"][0]
    entry |= {
        "size": len(server.content),
        "sha256": hashlib.sha256(server.content).hexdigest(),
    }
    text = json.dumps({"format": 1, "models": [entry]})
    (parts.store.folder.parent / FILE_NAME).write_text(text)
    parts.model.refresh()
    parts.page.offers["tiny"].button.click()
    qtbot.waitUntil(lambda: "Downloading" in parts.page.status.text(), timeout=5000)
    parts.page.cancel.click()
    assert parts.page.status.text() == "Tiny one: stopping"
    server.gate.set()
    ended = parts.wait(qtbot)
    assert ended.stopped
    assert parts.says() == "The download was cancelled; what has come is kept for the next time."
    assert parts.page.offers["tiny"].button.isEnabled()
    parts.page.offers["tiny"].button.click()
    assert parts.wait(qtbot).model is not None


def test_a_wrong_checksum_is_said(parts: Parts, server: Server, qtbot: QtBot) -> None:
    parts.page.url.setText(server.url())
    parts.page.sha256.setText("0" * 64)
    parts.page.fetch.click()
    parts.wait(qtbot)
    assert "The checksum of the download is wrong" in parts.says()
    assert parts.page.installed == {}


def test_an_address_that_is_none_stays_in_its_field(parts: Parts) -> None:
    assert not parts.page.fetch.isEnabled()
    parts.page.url.setText("nonsense")
    parts.page.fetch.click()
    assert "must begin with https://" in parts.says()
    assert parts.page.url.text() == "nonsense"
    assert parts.client.running is None


def test_removing_asks_first(parts: Parts, folder: Path) -> None:
    parts.store.add(folder)
    parts.model.refresh()
    parts.answers.agrees = False
    parts.page.installed["tiny"].button.click()
    assert parts.answers.asked == ["tiny: 0.0 MB become free. Transcripts stay."]
    assert "tiny" in parts.page.installed
    parts.answers.agrees = True
    parts.page.installed["tiny"].button.click()
    assert parts.page.installed == {}
    assert parts.store.list() == []


def test_a_damaged_model_shows_its_problem(parts: Parts, folder: Path) -> None:
    model = parts.store.add(folder, given=Given(licence="MIT"))
    (model.folder / "tokens.txt").unlink()
    parts.model.refresh()
    row = parts.page.installed["tiny"]
    assert row.problem.isVisibleTo(row)
    assert "tokens.txt is missing" in row.problem.text()


def test_a_broken_list_is_said_and_the_page_works(parts: Parts, syrinx_home: Path) -> None:
    (syrinx_home / FILE_NAME).write_text("{")
    parts.model.refresh()
    assert "is not a list of recognition models" in parts.says()
    assert parts.page.offers == {}


def test_closing_ends_a_download(parts: Parts, server: Server, qtbot: QtBot) -> None:
    parts.model.refresh()
    server.gate.clear()
    parts.page.offers["tiny"].button.click()
    qtbot.waitUntil(lambda: server.asked != [], timeout=5000)
    server.gate.set()
    parts.model.close()  # the fixture looks for a thread that is left
    assert parts.client.running is None


def test_languages_and_sizes_in_words() -> None:
    assert languages(()) == "languages not stated"
    assert languages(("multilingual",)) == "many languages"
    assert languages(("en", "xx")) == "English, xx"
    assert languages(tuple("abcdef")) == "6 languages"
    assert [size(n) for n in (2_400, 3_210_000, 63_000_000, 1_047_000_000)] == [
        "0.0 MB", "3.2 MB", "63 MB", "1.05 GB",
    ]  # fmt: skip
