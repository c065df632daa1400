"""Models are found, checked and named when they are bad."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.bundle import write_bundle
from syrinx.neural.runtime.registry import INDEX_NAME, REQUIRED_MODELS, ModelRegistry


@pytest.fixture
def models(tiny_models: Path, tmp_path: Path) -> Path:
    """A copy of the tiny bundle that a test may spoil."""
    return Path(shutil.copytree(tiny_models, tmp_path / "shipped"))


def test_a_good_bundle_has_no_problems(models: Path) -> None:
    registry = ModelRegistry(shipped=models)
    assert registry.verify() == []
    assert set(registry.entries()) == set(REQUIRED_MODELS)
    assert registry.entry("decoder.int8").provenance == {"test": True}


def test_a_flipped_byte_is_found_though_size_and_date_are_the_same(models: Path) -> None:
    registry = ModelRegistry(shipped=models)
    registry.read("decoder.int8")
    path = models / "decoder.int8.onnx"
    stat, content = path.stat(), bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    import os

    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    with pytest.raises(SyrinxError, match=r"decoder\.int8\.onnx was altered"):
        registry.read("decoder.int8")
    assert registry.verify() == [problem for problem in registry.verify() if "altered" in problem]
    assert len(registry.verify()) == 1


def test_a_file_cut_short_or_missing_is_named(models: Path) -> None:
    path = models / "content_encoder.int8.onnx"
    path.write_bytes(path.read_bytes()[:1000])
    (models / "speaker_encoder.fp16.onnx").unlink()
    problems = ModelRegistry(shipped=models).verify()
    assert len(problems) == 2
    assert "content_encoder.int8.onnx has 1000 bytes" in problems[0]
    assert "speaker_encoder.fp16.onnx cannot be read" in problems[1]


def test_no_models_at_all_is_said_once_for_each(tmp_path: Path) -> None:
    problems = ModelRegistry(tmp_path, shipped=tmp_path / "none").verify()
    assert len(problems) == len(REQUIRED_MODELS)
    assert all("not installed" in problem for problem in problems)


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"models": []}', '{"models": {"a": {"file": "a.onnx"}}}'],
)
def test_a_broken_index_is_one_sentence(models: Path, text: str) -> None:
    (models / INDEX_NAME).write_text(text)
    (problem,) = ModelRegistry(shipped=models).verify()
    assert str(models / INDEX_NAME) in problem


def test_an_index_cannot_point_out_of_its_folder(models: Path) -> None:
    index = json.loads((models / INDEX_NAME).read_text())
    index["models"]["decoder.int8"]["file"] = "../decoder.int8.onnx"
    (models / INDEX_NAME).write_text(json.dumps(index))
    with pytest.raises(SyrinxError, match="plain file name"):
        ModelRegistry(shipped=models).entries()


def test_models_of_the_user_come_first(models: Path, tmp_path: Path) -> None:
    own = write_bundle(tmp_path / "models", {"decoder.int8": b"own"})
    registry = ModelRegistry(tmp_path, shipped=models)
    assert registry.read("decoder.int8") == b"own"
    assert registry.entry("decoder.int8").path.parent == own.parent
    assert registry.entry("content_encoder.int8").path.parent == models


def test_the_remedy_for_a_model_of_ones_own_is_to_remove_it(models: Path, tmp_path: Path) -> None:
    own = tmp_path / "models"
    shutil.copytree(models, own)
    for folder, remedy in ((own, f"remove {own} "), (models, "reinstall Syrinx")):
        (folder / "decoder.int8.onnx").write_bytes(b"no model")
        with pytest.raises(SyrinxError, match="was cut short") as caught:
            ModelRegistry(tmp_path if folder is own else None, shipped=models).read("decoder.int8")
        assert remedy in str(caught.value)
    (own / INDEX_NAME).write_text("{")
    with pytest.raises(SyrinxError, match=r"cannot be read .*: remove .*models"):
        ModelRegistry(tmp_path, shipped=models).entries()


def test_a_session_is_opened_once(models: Path) -> None:
    registry = ModelRegistry(shipped=models)
    assert registry.session("decoder.int8") is registry.session("decoder.int8")
    with pytest.raises(SyrinxError, match="nothing is not installed"):
        registry.session("nothing")


def test_a_bundle_grows_and_leaves_no_parts(tmp_path: Path) -> None:
    write_bundle(tmp_path, {"a": b"1"}, provenance={"a": {"from": "x"}})
    write_bundle(tmp_path, {"b": b"22"})
    registry = ModelRegistry(shipped=tmp_path)
    assert (registry.read("a"), registry.read("b")) == (b"1", b"22")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.onnx", "b.onnx", INDEX_NAME]


def test_an_interrupted_bundle_keeps_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_bundle(tmp_path, {"a": b"1"})

    def broken(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.replace", broken)
    with pytest.raises(OSError, match="disk full"):
        write_bundle(tmp_path, {"a": b"2"})
    monkeypatch.undo()
    assert ModelRegistry(shipped=tmp_path).read("a") == b"1"
    assert len(list(tmp_path.iterdir())) == 2


def test_an_index_is_decoded_again_only_when_it_changed(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from syrinx.neural.runtime import registry as module

    read: list[Path] = []
    kept = module._read_index
    monkeypatch.setattr(
        module, "_read_index", lambda folder, remedy: (read.append(folder), kept(folder, remedy))[1]
    )
    registry = ModelRegistry(shipped=models)
    registry.entries().clear()  # the caller's own
    assert set(registry.entries()) == set(REQUIRED_MODELS)
    assert read == [models]
    index = json.loads((models / INDEX_NAME).read_text())
    del index["models"]["decoder.fp16"]
    (models / INDEX_NAME).write_text(json.dumps(index))
    assert "decoder.fp16" not in registry.entries()
    assert read == [models, models]
