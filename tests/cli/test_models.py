"""``syrinx models``: what it lists, takes in, downloads and removes."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Result
from tests.transcription import tiny_models
from tests.transcription.file_server import serving

Syrinx = Callable[..., Result]


def test_a_model_is_added_listed_and_removed(syrinx: Syrinx, tmp_path: Path) -> None:
    folder = tiny_models.ctc(tmp_path / "sherpa-onnx-tiny", metadata={"language": "en"})
    empty = syrinx("models")
    assert (empty.code, empty.out) == (0, "")
    assert "No recognition model of yours is installed" in empty.err
    added = syrinx("models", "add", str(folder))
    assert (added.code, added.out) == (0, "tiny\n")
    assert "syrinx transcribe --model tiny FILE" in added.err
    listed = syrinx("models", "list")
    assert listed.out == "tiny  Zipformer CTC; en; 0 MB; licence not stated\n"
    (facts,) = json.loads(syrinx("models", "--json").out)
    assert facts["id"] == "tiny"
    assert facts["languages"] == ["en"]
    assert facts["problem"] is None
    assert Path(facts["folder"]).is_dir()
    assert syrinx("models", "remove", "tiny").code == 0
    assert json.loads(syrinx("models", "--json").out) == []


def test_a_damaged_model_is_listed_with_its_problem(syrinx: Syrinx, syrinx_home: Path) -> None:
    (syrinx_home / "recognizers" / "mine").mkdir(parents=True)
    assert "-> There is no .onnx file" in syrinx("models").out


def test_a_folder_that_is_none_is_one_sentence(syrinx: Syrinx, tmp_path: Path) -> None:
    sentence = syrinx("models", "add", str(tmp_path)).assert_one_sentence()
    assert "There is no .onnx file in this folder" in sentence
    assert "no recognition model" in syrinx("models", "remove", "x").assert_one_sentence()


def test_the_list_of_well_known_models(syrinx: Syrinx) -> None:
    lines = syrinx("models", "offers").out.splitlines()
    assert any(line.startswith("whisper-tiny ") and "116 MB; MIT" in line for line in lines)
    offers = json.loads(syrinx("models", "offers", "--json").out)
    assert len(offers) == len(lines)
    assert all(len(offer["sha256"]) == 64 for offer in offers)


def test_a_model_is_downloaded_by_its_address(syrinx: Syrinx, tmp_path: Path) -> None:
    folder = tiny_models.ctc(tmp_path / "tiny")
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as tar:
        tar.add(folder, "tiny")
    digest = hashlib.sha256(content.getvalue()).hexdigest()
    with serving(content.getvalue()) as server:
        url = server.url("tiny.tar.gz")
        wrong = syrinx("models", "download", url, "--sha256", "0" * 64)
        assert "checksum of the download is wrong" in wrong.assert_one_sentence()
        right = syrinx("models", "download", url, "--sha256", digest.upper())
    assert (right.code, right.out) == (0, "tiny\n")


def test_an_unknown_name_is_not_looked_for_in_the_network(syrinx: Syrinx) -> None:
    sentence = syrinx("models", "download", "nonsense").assert_one_sentence()
    assert 'The list has no model "nonsense"' in sentence
