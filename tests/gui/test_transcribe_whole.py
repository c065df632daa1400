"""Real recordings, the real recogniser, and processes that are killed: nothing is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from syrinx.app.services.recognition_client import RecognitionClient, make_recognition_client

SECONDS = 300_000


@pytest.fixture
def takes(tmp_path: Path) -> list[Path]:
    """Five takes of people who read, of several kinds."""
    source = resources.files("syrinx.assets") / "speech" / "others.ogg"
    speech, rate = soundfile.read(str(source), dtype="float32", frames=15 * 16_000)
    paths = []
    for number, ending in enumerate(("wav", "flac", "ogg", "mp3", "aiff")):
        part = speech[3 * rate * number : 3 * rate * (number + 1)]
        paths.append(tmp_path / f"take {number}.{ending}")
        soundfile.write(paths[-1], np.stack([part, 0.5 * part], axis=1), rate)
    return paths


@pytest.fixture
def broken(tmp_path: Path) -> list[Path]:
    """Four that are no recordings."""
    paths = [tmp_path / name for name in ("empty.wav", "text.wav", "gone.wav", "folder.wav")]
    paths[0].write_bytes(b"")
    paths[1].write_text("words, but not spoken ones")
    paths[3].write_bytes(b"")
    return paths


@contextmanager
def working(folder: Path) -> Iterator[RecognitionClient]:
    client = make_recognition_client(folder)
    try:
        yield client
    finally:
        client.close()
        client.deleteLater()


def settled(client: RecognitionClient) -> int:
    return client.queue.count("done") + client.queue.count("failed")


def test_killed_in_between_every_file_ends_once(
    takes: list[Path], broken: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    files = [takes[0], broken[0], takes[1], broken[1], takes[2], broken[2], *takes[3:], broken[3]]
    with working(tmp_path / "home") as client:
        added = client.add(files)
        broken[3].unlink()
        broken[3].mkdir()  # it was a file when it was added
        qtbot.waitUntil(lambda: settled(client) >= 2, timeout=SECONDS)
        first = client._child.pid
        os.kill(first, signal.SIGKILL)
        qtbot.waitUntil(lambda: settled(client) >= 4, timeout=SECONDS)
        assert client._child.pid not in (None, first)  # it was given another one
        client.close()  # as if the program had ended here
        kept = {path: path.read_bytes() for path in results(tmp_path)}
        assert kept
    with working(tmp_path / "home") as client:
        assert [item.id for item in client.queue.items] == [item.id for item in added]
        client.resume()
        qtbot.waitUntil(lambda: settled(client) == len(files), timeout=SECONDS)
        items = client.queue.items
        assert [Path(item.path) for item in items] == files
        said = {Path(item.path).name: item.message for item in items if item.state == "failed"}
        assert sorted(said) == sorted(path.name for path in broken)
        for name, sentence in said.items():
            assert name in sentence
            assert sentence.endswith(".")
        done = [item for item in items if item.state == "done"]
        assert {Path(item.path) for item in done} == set(takes)
        assert sum(len(list(client.queue.transcript(item.id).words())) for item in done) > 10
    assert all(path.read_bytes() == body for path, body in kept.items())


def results(folder: Path) -> list[Path]:
    return sorted((folder / "home" / "transcription" / "results").glob("[!.]*.json"))
