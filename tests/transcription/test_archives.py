"""Archives are unpacked, and those that want more are refused."""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from syrinx.app.transcription.archives import unpack
from syrinx.app.transcription.model_trial import StoppedError
from syrinx.dsp.errors import SyrinxError


def archive(path: Path, *members: tuple[str, bytes] | tarfile.TarInfo, mode: str = "w:bz2") -> Path:
    with tarfile.open(path, mode) as tar:  # type: ignore[call-overload]
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                tar.addfile(member)
                continue
            name, content = member
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return path


def link(name: str, target: str, kind: bytes = tarfile.SYMTYPE) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname = kind, target
    return entry


@pytest.mark.parametrize("mode", ["w:bz2", "w:gz", "w:xz", "w"])
def test_files_come_out_as_they_went_in_without_recordings(mode: str, tmp_path: Path) -> None:
    files = {"m/model.onnx": os.urandom(3_000_000), "m/tokens.txt": b"a 0\n"}
    path = archive(
        tmp_path / "a", *files.items(), ("m/test_wavs/0.wav", b"x"), ("m/._model.onnx", b"y"),
        mode=mode,
    )  # fmt: skip
    seen: list[int] = []
    unpack(path, tmp_path / "out", on_progress=seen.append)
    out = tmp_path / "out"
    found = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    assert found == files
    assert 0 < seen[-1] <= path.stat().st_size


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ([("../evil", b"x")], "outside its folder"),
        ([("a/../../evil", b"x")], "outside its folder"),
        ([("/tmp/evil", b"x")], "outside its folder"),
        ([("C:\\evil", b"x")], "outside its folder"),
        ([("..\\evil", b"x")], "outside its folder"),
        ([link("a", "/etc/passwd")], "which is a link or a device"),
        ([link("a", "/etc/passwd", tarfile.LNKTYPE)], "which is a link or a device"),
        ([link("a", "", tarfile.FIFOTYPE)], "which is a link or a device"),
        ([link("a", "", tarfile.CHRTYPE)], "which is a link or a device"),
        ([("a", bytes(2_000_000))], r"unpacks to more than 0\.0 GB"),
        ([("a", bytes(600_000)), ("b", bytes(600_000))], r"unpacks to more than 0\.0 GB"),
        ([(f"f{k}", b"") for k in range(2001)], "more than 2000 files"),
        ([("a", b"1"), ("a", b"2")], "cannot be unpacked: file exists"),
        ([("a", b"1"), ("a/b", b"2")], "cannot be unpacked"),
    ],
)
def test_archives_that_want_more_are_refused(
    members: list[tuple[str, bytes] | tarfile.TarInfo], sentence: str, tmp_path: Path
) -> None:
    path = archive(tmp_path / "a.tar.bz2", *members)
    with pytest.raises(SyrinxError, match=sentence):
        unpack(path, tmp_path / "in" / "out", max_bytes=1_000_000)
    outside = [p for p in tmp_path.rglob("*") if p.name == "evil"]
    assert outside == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: b"no archive",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:2000] + bytes(500) + whole[2500:],
    ],
)
def test_broken_archives_are_told(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = archive(tmp_path / "a", ("model.onnx", os.urandom(100_000)))
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(SyrinxError, match=r"The archive is broken, or is no tar archive\."):
        unpack(path, tmp_path / "out")


def test_unpacking_can_be_cancelled(tmp_path: Path) -> None:
    path = archive(tmp_path / "a", ("model.onnx", os.urandom(3_000_000)), mode="w")
    with pytest.raises(StoppedError):
        unpack(path, tmp_path / "out", cancelled=lambda: True)
