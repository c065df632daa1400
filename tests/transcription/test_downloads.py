"""Downloads from a real server: going on, checksums, cancelling, a full disk, and tricks."""

from __future__ import annotations

import errno
import hashlib
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from syrinx.app.transcription import downloads
from syrinx.app.transcription.downloads import Download, download
from syrinx.app.transcription.model_trial import StoppedError
from syrinx.dsp.errors import SyrinxError
from tests.transcription.file_server import Server, serving

CONTENT = np.random.default_rng(0).bytes(700_000)
SHA = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(CONTENT) as made:
        yield made


def fetch(server: Server, folder: Path, **more: Any) -> Path:
    wanted = Download(url=server.url(), sha256=more.pop("sha256", SHA), size=more.pop("size", None))
    return download(wanted, folder, pause_s=0, **more)


def test_a_file_comes_whole_and_alone(server: Server, tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    path = fetch(server, tmp_path, on_progress=lambda done, total: seen.append((done, total)))
    assert path.read_bytes() == CONTENT
    assert path.name == "model.tar.bz2"
    assert list(tmp_path.iterdir()) == [path]
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_a_broken_connection_is_begun_anew_where_it_broke(server: Server, tmp_path: Path) -> None:
    server.stop_after = [100_000, 50_000]
    assert fetch(server, tmp_path).read_bytes() == CONTENT
    assert server.asked == ["", "bytes=100000-", "bytes=150000-"]


def test_a_cancelled_download_goes_on_the_next_time(server: Server, tmp_path: Path) -> None:
    done = 0

    def progress(now: int, _total: int | None) -> None:
        nonlocal done
        done = now

    with pytest.raises(StoppedError, match="what has come is kept"):
        fetch(server, tmp_path, on_progress=progress, cancelled=lambda: done > 300_000)
    (part,) = tmp_path.glob("*.part")
    kept = part.stat().st_size
    assert 300_000 < kept < len(CONTENT)
    assert fetch(server, tmp_path).read_bytes() == CONTENT
    assert server.asked == ["", f"bytes={kept}-"]


def test_another_file_under_the_same_address_is_begun_anew(server: Server, tmp_path: Path) -> None:
    server.stop_after = [200_000] + [0] * 9
    with pytest.raises(SyrinxError, match="what has come is kept"):
        fetch(server, tmp_path)
    server.stop_after = []
    server.content, server.tag = CONTENT[::-1], '"two"'
    path = fetch(server, tmp_path, sha256=hashlib.sha256(CONTENT[::-1]).hexdigest())
    assert path.read_bytes() == CONTENT[::-1]


@pytest.mark.parametrize("tag", ['W/"weak"', ""])
def test_without_a_strict_tag_nothing_is_pieced_together(
    tag: str, server: Server, tmp_path: Path
) -> None:
    server.tag = tag
    server.stop_after = [200_000]
    assert fetch(server, tmp_path).read_bytes() == CONTENT
    assert server.asked == ["", ""]


def test_a_server_that_cannot_begin_in_the_middle(server: Server, tmp_path: Path) -> None:
    server.ranges = False
    server.stop_after = [200_000]
    assert fetch(server, tmp_path).read_bytes() == CONTENT
    assert server.asked == ["", "bytes=200000-"]


def test_a_wrong_checksum_leaves_nothing(server: Server, tmp_path: Path) -> None:
    server.content = CONTENT[:-1] + b"\0"
    with pytest.raises(SyrinxError, match=r"The checksum of the download is wrong.*deleted"):
        fetch(server, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_another_size_than_the_list_says_is_not_even_begun(server: Server, tmp_path: Path) -> None:
    with pytest.raises(SyrinxError, match="another file than the list says"):
        fetch(server, tmp_path, size=len(CONTENT) + 1)


def test_no_room_is_seen_before(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=100_500_000))
    with pytest.raises(SyrinxError, match=r"not enough room for the download: it needs 1 MB"):
        fetch(server, tmp_path)


def test_a_disk_that_gets_full_keeps_what_has_come(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = downloads._receive

    class Full:
        def __init__(self, file: Any) -> None:
            self._file, self._left = file, 300_000

        def write(self, data: bytes) -> int:
            self._left -= len(data)
            if self._left < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            return int(self._file.write(data))

    monkeypatch.setattr(
        downloads, "_receive", lambda response, file, *rest: real(response, Full(file), *rest)
    )
    with pytest.raises(SyrinxError, match=r"cannot be stored: no space left on device\."):
        fetch(server, tmp_path)
    monkeypatch.setattr(downloads, "_receive", real)
    assert fetch(server, tmp_path).read_bytes() == CONTENT
    assert server.asked[1].startswith("bytes=")


def test_more_than_was_announced_or_allowed_is_refused(server: Server, tmp_path: Path) -> None:
    with pytest.raises(SyrinxError, match=r"at most 0\.0 GB are taken"):
        fetch(server, tmp_path, max_bytes=600_000)


def test_a_missing_file_and_a_missing_server_are_told(server: Server, tmp_path: Path) -> None:
    server.status = 404
    with pytest.raises(SyrinxError, match=r"127\.0\.0\.1 does not give the file \(404 Not Found\)"):
        fetch(server, tmp_path)
    assert server.asked == [""]
    with serving(b"") as gone:
        url = gone.url()
    with pytest.raises(SyrinxError, match=r"no connection to 127\.0\.0\.1 \(connection refused\)"):
        download(Download(url=url), tmp_path, pause_s=0)


def test_redirects_are_followed_but_not_out_of_the_web(server: Server, tmp_path: Path) -> None:
    with serving(CONTENT) as other:
        server.redirect = other.url("elsewhere.bin")
        assert fetch(server, tmp_path).read_bytes() == CONTENT
    for bad in ("file:///etc/passwd", "ftp://127.0.0.1/x"):
        server.redirect = bad
        with pytest.raises(SyrinxError):
            fetch(server, tmp_path / "again")


@pytest.mark.parametrize(
    ("url", "sha256", "sentence"),
    [
        ("ftp://a/b.tar", "", "must begin with https"),
        ("file:///etc/passwd", "", "must begin with https"),
        ("https:///x", "", "must begin with https"),
        ("http://[x/y", "", "must begin with https"),
        ("https://a/b.tar", "12", "64 digits"),
        ("http://example.org/b.tar", "", "give its SHA-256"),
    ],
)
def test_addresses_that_are_none(url: str, sha256: str, sentence: str) -> None:
    with pytest.raises(SyrinxError, match=sentence):
        Download(url=url, sha256=sha256)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a/b/model.tar.bz2?x=1#y", "model.tar.bz2"),
        ("https://a/..%2F..%2Fetc%2Fpasswd", "passwd"),
        ("https://a/", "download"),
        ("https://a/..", "download"),
        ("https://a/%00x%20y.tar", "_x_y.tar"),
    ],
)
def test_names_of_files_stay_in_their_folder(url: str, name: str) -> None:
    assert Download(url=url).file_name == name


def test_a_server_that_says_nothing_more_is_left_at_once(server: Server, tmp_path: Path) -> None:
    server.gate.clear()
    asked: list[int] = []

    def unwanted() -> bool:
        return bool(asked) and asked[-1] == 4096  # all that comes before it stalls

    before = set(threading.enumerate())
    with pytest.raises(StoppedError):
        fetch(server, tmp_path, on_progress=lambda done, _: asked.append(done), cancelled=unwanted)
    assert not server.gate.is_set()  # it was not the server that let go
    assert "download" not in {thread.name for thread in set(threading.enumerate()) - before}
    (part,) = tmp_path.glob("*.part")
    assert part.stat().st_size == 4096
    server.gate.set()
    assert fetch(server, tmp_path).read_bytes() == server.content
    assert server.asked[-1] == "bytes=4096-"


def test_a_server_that_accepts_and_is_silent_is_left(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/model.tar.bz2"
        asked: list[None] = []

        def unwanted() -> bool:
            asked.append(None)
            return len(asked) > 3

        with pytest.raises(StoppedError):
            download(Download(url=url, sha256="0" * 64), tmp_path, cancelled=unwanted)
    assert "download" not in {thread.name for thread in threading.enumerate()}
