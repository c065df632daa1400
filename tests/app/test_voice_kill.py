"""Changes of the library that are cut off at every file operation: a voice is there whole or not.

Python's audit events announce every file operation before it happens. At the n-th one the
"program" dies: it and everything after it raises, so that no clean-up runs either.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from syrinx.app import voice_attachments, voice_folder, voices
from syrinx.app.voices import Voice, VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from tests.app.voices import png, with_everything

EVENTS = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "os.listdir")


class Killed(BaseException):
    """The end of the program."""


class Killer:
    """Ends the program, or lets the disk refuse, at one file operation under a folder."""

    def __init__(self) -> None:
        self.folder: str | None = None
        self.left = 0
        self.dies = True
        self.version = ""  # the one to restore, found out before

    def hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.folder is None or event not in EVENTS:
            return
        if not str(arguments[0]).startswith(self.folder):
            return
        self.left -= 1
        if self.left == 0 and not self.dies:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if self.left <= 0 and self.dies:
            raise Killed


KILLER = Killer()


@pytest.fixture(scope="module", autouse=True)
def hooked() -> None:
    """Add the hook, which cannot be taken out again; without a folder it does nothing."""
    sys.addaudithook(KILLER.hook)


@pytest.fixture(autouse=True)
def nothing_shipped(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Spare the time of reading them at every step."""
    monkeypatch.setattr(voices, "shipped_ids", list)
    yield
    KILLER.folder = None


def first() -> tuple[Voice, dict[str, bytes]]:
    return with_everything(created="2026-11-01T00:00:00Z")


def second() -> tuple[Voice, dict[str, bytes]]:
    return with_everything(seed=1, created="2026-11-02T00:00:00Z")


def replaced(library: VoiceLibrary) -> None:
    voice, files = second()
    library.add(voice, files=files, replace_existing=True)


def restored(library: VoiceLibrary) -> None:
    library.restore("ada", KILLER.version)


ACTIONS: dict[str, Callable[[VoiceLibrary], object]] = {
    "add": lambda library: library.add(with_everything("Bo")[0], files=first()[1]),
    "replace": replaced,
    "restore": restored,
    "rename": lambda library: library.rename("ada", "Ada L."),
    "tags": lambda library: library.set_tags("ada", ["calm"]),
    "picture": lambda library: library.set_picture("ada", png((1, 2, 3))),
    "no picture": lambda library: library.set_picture("ada", None),
    "duplicate": lambda library: library.duplicate("ada", "Cleo"),
    "import": lambda library: library.import_(library.folder.parent / "bo.syrinxvoice"),
    "remove": lambda library: library.remove("ada"),
}


def prepare(home: Path) -> VoiceLibrary:
    """Make a library with a voice that has one earlier version, and a file to import."""
    shutil.rmtree(home, ignore_errors=True)
    library = VoiceLibrary(home)
    voice, files = with_everything("Bo", created="2026-11-03T00:00:00Z")
    library.add(voice, files=files)
    library.export("bo", home / "bo.syrinxvoice")
    library.remove("bo")
    voice, files = second()
    library.add(voice, files=files)
    voice, files = first()
    library.add(voice, files=files, replace_existing=True)
    KILLER.version = library.versions("ada")[0].id
    return library


def state(library: VoiceLibrary) -> dict[str, object]:
    """Return every listed voice with its files; all must be whole."""
    assert library.problems() == []
    found: dict[str, object] = {}
    for voice in library.list():
        if not voice.shipped:
            files = voice_attachments.load(library.folder / voice.id, voice.files)
            values = voice.to_json()
            values.pop("created")
            found[voice.id] = (values, files)
            for version in library.versions(voice.id):
                voice_attachments.load(library.folder / voice.id, version.voice.files)
    return found


def lost(library: VoiceLibrary) -> list[str]:
    """Return the files in the library's folder that belong to no voice and no version."""
    named = set()
    for voice in library.list():
        if not voice.shipped:
            folder = library.folder / voice.id
            kept = [version.voice for version in library.versions(voice.id)]
            named |= {folder / "voice.json"}
            named |= {folder / item.stored_name for v in [voice, *kept] for item in v.files}
            named |= {folder / "previous" / f"{v.id}.json" for v in library.versions(voice.id)}
    there = {path for path in library.folder.rglob("*") if path.is_file()}
    return sorted(str(path) for path in there ^ named)


@pytest.mark.parametrize("dies", [True, False], ids=["killed", "disk refuses"])
@pytest.mark.parametrize("name", ACTIONS)
def test_cut_off_anywhere_a_voice_is_what_it_was_or_what_it_shall_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, dies: bool
) -> None:
    action = ACTIONS[name]
    home = tmp_path / "home"
    library = prepare(home)
    before = state(library)
    action(library)
    after = state(library)
    assert after != before
    KILLER.dies = dies
    seen = set()
    for step in range(1, 1000):
        library = prepare(home)
        KILLER.left, KILLER.folder = step, str(home)
        try:
            action(library)
            ended = "done"
        except Killed:
            ended = "killed"
        except SyrinxError:
            ended = "refused"
        finally:
            KILLER.folder = None
        now = state(VoiceLibrary(home))
        assert now in (before, after), (name, step)
        seen.add(now == after)
        # The next start finds nothing of it after a while, and it can be done again.
        with monkeypatch.context() as patch:
            patch.setattr(voice_folder, "STALE_S", -1.0)
            library.tidy()
        assert state(library) == now
        assert lost(library) == [], (name, step)
        if now != after:
            action(library)
            assert state(library) == after
        if ended == "done" and KILLER.left > 0:
            break
    else:
        pytest.fail("it never ends")
    assert step > 5
    assert seen == {False, True}, "it was cut off before and after the change"


def test_what_another_process_may_be_writing_is_left_alone(tmp_path: Path) -> None:
    library = prepare(tmp_path)
    fresh = library.folder / ".new-12345678"
    fresh.mkdir()
    half = library.folder / "ada" / ".voice.12345678.part.json"
    half.write_text("{")
    picture = library.folder / "ada" / f"picture-{'0' * 16}.png"
    picture.write_bytes(png())
    library.tidy()
    assert fresh.exists()
    assert half.exists()
    assert picture.exists()
    old = voice_folder.STALE_S + 60
    for path in (fresh, half, picture):
        moment = path.stat().st_mtime - old
        os.utime(path, (moment, moment))
    library.set_tags("ada", ["x"])
    assert not fresh.exists()
    assert not half.exists()
    assert not picture.exists()
    assert lost(library) == []
