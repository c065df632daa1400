"""The soundboard: files that are copied in, pads by mouse and key, levels, damage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syrinx.app.engine import messages as m
from syrinx.app.live_extras import LiveExtras
from syrinx.app.viewmodels.pads import (
    COLOURS,
    KEYS,
    MOST_PADS,
    Board,
    Pad,
    board_of,
    copy_in,
    free_colour,
)
from syrinx.app.viewmodels.soundboard import SoundboardModel
from syrinx.app.views.soundboard_page import SoundboardPage
from syrinx.dsp.errors import SyrinxError
from tests.gui.conftest import Bench
from tests.gui.dropping import drop_files
from tests.gui.fakes import CLIP_S


@pytest.fixture
def extras(bench: Bench) -> Iterator[LiveExtras]:
    made = LiveExtras(bench.window, bench.model, bench.settings, bench.theme)
    yield made
    made.close()


@pytest.fixture
def board(extras: LiveExtras) -> SoundboardModel:
    return extras.studio.soundboard


@pytest.fixture
def page(extras: LiveExtras) -> SoundboardPage:
    return extras.studio.strip.soundboard


def sound_file(path: Path, seconds: float = 1.0) -> Path:
    rng = np.random.default_rng(0)
    soundfile.write(path, 0.1 * rng.standard_normal(round(seconds * 8000)), 8000)
    return path


@pytest.fixture
def pads(board: SoundboardModel, bench: Bench, qtbot: QtBot, tmp_path: Path) -> list[Pad]:
    """Three pads, and a running voice."""
    for number, name in enumerate(("air_horn.wav", "bell.flac", "crowd.mp3"), start=1):
        board.add_files([sound_file(tmp_path / name, number)])
        qtbot.waitUntil(lambda number=number: len(board.pads) == number)
    bench.model.start()
    bench.deliver()
    return list(board.pads)


def told(bench: Bench, board: SoundboardModel) -> dict[str, str]:
    """What plays, by the name of the pad."""
    names = {f"pad:{pad.id}": pad.name for pad in board.pads}
    return {names[slot]: path for slot, path in bench.host.clips.items() if slot in names}


# ---- files ----


def test_dropped_files_are_copied_and_become_pads(
    bench: Bench, board: SoundboardModel, page: SoundboardPage, qtbot: QtBot, tmp_path: Path
) -> None:
    sources = [sound_file(tmp_path / "air_horn.wav"), sound_file(tmp_path / "Bell.FLAC")]
    urls = [*(QUrl.fromLocalFile(str(path)) for path in sources), QUrl("http://a/b.wav")]
    assert drop_files(page.grid, urls)
    assert not drop_files(page.grid, [QUrl("http://a/b.wav")])
    qtbot.waitUntil(lambda: len(board.pads) == 2)
    assert [(pad.name, pad.key, pad.seconds) for pad in board.pads] == [
        ("air horn", "1", 1.0), ("Bell", "2", 1.0),
    ]  # fmt: skip
    assert [button.accessibleName() for button in page.pads] == ["air horn, key 1", "Bell, key 2"]
    for source, pad in zip(sources, board.pads, strict=True):
        assert board.path(pad).read_bytes() == source.read_bytes()
        source.unlink()
    assert len({pad.colour for pad in board.pads}) == 2
    # The engine has them at hand, and the next start of the program too.
    assert bench.host.sent(m.PrepareClips)[-1].paths == tuple(
        str(board.path(pad)) for pad in board.pads
    )
    assert board_of(bench.settings.recall("soundboard")).pads == board.pads


def test_files_that_cannot_be_played_are_one_sentence_each(
    bench: Bench, board: SoundboardModel, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "text.wav").write_text("no sound")
    long = tmp_path / "long.flac"
    soundfile.write(long, np.zeros(8000 * 601, np.int16), 8000)
    posted: list[str] = []
    bench.model.message_posted.connect(lambda message: posted.append(message.text))
    board.add_files([tmp_path / "text.wav", tmp_path / "missing.wav", long, tmp_path])
    qtbot.waitUntil(lambda: len(posted) == 4)
    assert board.pads == ()
    assert "longer than 10 minutes" in posted[2]
    assert all("\n" not in text for text in posted)
    assert not board.folder.exists() or not list(board.folder.iterdir())


def test_a_pad_that_is_removed_takes_its_copy_along(
    bench: Bench, board: SoundboardModel, pads: list[Pad], page: SoundboardPage
) -> None:
    board.press(pads[1].id)
    board.release(pads[1].id)
    bench.deliver()
    board.remove(pads[1].id)
    bench.deliver()
    assert bench.host.clips == {}
    assert not board.path(pads[1]).exists()
    assert board.path(pads[0]).exists()
    assert [button.pad.name for button in page.pads] == ["air horn", "crowd"]


def test_there_is_a_most_of_pads(
    bench: Bench, board: SoundboardModel, qtbot: QtBot, tmp_path: Path
) -> None:
    pad = copy_in(sound_file(tmp_path / "a.wav"), board.folder)
    full = tuple(Pad(id=f"a{n}", file=pad.file, name=str(n)) for n in range(MOST_PADS))
    board._set(Board(pads=full))
    posted = []
    bench.model.message_posted.connect(posted.append)
    board.add_files([tmp_path / "a.wav"])
    qtbot.waitUntil(lambda: bool(posted))
    assert "48 pads" in posted[0].text
    assert [path.name for path in board.folder.iterdir()] == [pad.file]


# ---- playing ----


def test_a_pad_plays_into_the_output_at_its_level(
    bench: Bench, board: SoundboardModel, pads: list[Pad], page: SoundboardPage, qtbot: QtBot
) -> None:
    board.update(pads[0].id, gain_db=-6.0, loop=True, through_voice=True)
    page.gain.setValue(-8)  # half decibels
    qtbot.mousePress(page.pads[0], Qt.MouseButton.LeftButton)
    bench.deliver()
    (command,) = bench.host.sent(m.PlayClip)
    assert command == m.PlayClip(
        path=str(board.path(pads[0])),
        gain_db=-10.0,
        slot=f"pad:{pads[0].id}",
        loop=True,
        through_voice=True,
    )
    qtbot.mouseRelease(page.pads[0], Qt.MouseButton.LeftButton)
    assert page.pads[0].property("playing")
    bench.deliver(m.Telemetry(streaming=True, clips=((command.slot, 0.5),)))
    playing = board.playing(pads[0].id)
    assert playing is not None
    assert playing.share == pytest.approx(0.5 / CLIP_S)
    # Levels are heard at once, and only where something plays.
    page.gain.setValue(0)
    board.update(pads[1].id, gain_db=3.0)
    assert bench.host.sent(m.SetClipGain) == [m.SetClipGain(slot=command.slot, gain_db=-6.0)]
    page.stop.click()
    bench.deliver()
    assert bench.host.clips == {}
    assert not page.stop.isEnabled()
    assert bench.model.state == "running"


def test_what_a_press_does(bench: Bench, board: SoundboardModel, pads: list[Pad]) -> None:
    once, hold, toggle = pads
    board.update(hold.id, mode="hold")
    board.update(toggle.id, mode="toggle")

    def push(pad: Pad) -> None:
        board.press(pad.id)
        bench.deliver()

    def let_go(pad: Pad) -> None:
        board.release(pad.id)
        bench.deliver()

    push(once)
    let_go(once)
    push(hold)
    assert set(told(bench, board)) == {once.name, hold.name}
    push(hold)  # it is held: nothing new
    assert len(bench.host.sent(m.PlayClip)) == 2
    let_go(hold)
    assert set(told(bench, board)) == {once.name}
    push(once)
    let_go(once)
    assert len(bench.host.sent(m.PlayClip)) == 3  # again from its start
    for expected in (True, False, True):
        push(toggle)
        let_go(toggle)
        assert (toggle.name in told(bench, board)) == expected
    board.trigger(hold.id)  # a remote control cannot hold
    bench.deliver()
    assert hold.name in told(bench, board)
    board.trigger_at(2)
    bench.deliver()
    assert hold.name not in told(bench, board)
    with pytest.raises(SyrinxError, match="3 pads"):
        board.trigger_at(4)


def test_one_at_a_time(bench: Bench, board: SoundboardModel, pads: list[Pad]) -> None:
    board.set_alone(True)
    for pad in pads:
        board.trigger(pad.id)
        bench.deliver()
    assert set(told(bench, board)) == {pads[-1].name}
    assert [board.playing(pad.id) is not None for pad in pads] == [False, False, True]


def test_keys_press_and_release(
    bench: Bench, board: SoundboardModel, pads: list[Pad], extras: LiveExtras, qtbot: QtBot
) -> None:
    window = bench.window.windowHandle()
    board.update(pads[0].id, mode="hold")
    board.update(pads[1].id, key="Q")
    qtbot.keyPress(window, Qt.Key.Key_1)
    bench.deliver()
    assert set(told(bench, board)) == {"air horn"}
    qtbot.keyPress(window, Qt.Key.Key_Q)
    qtbot.keyRelease(window, Qt.Key.Key_Q)
    bench.deliver()
    assert set(told(bench, board)) == {"air horn", "bell"}
    qtbot.keyRelease(window, Qt.Key.Key_1)
    bench.deliver()
    assert set(told(bench, board)) == {"bell"}
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    bench.deliver()
    assert told(bench, board) == {}
    # Not with Ctrl, not while typing, not in another area.
    count = len(bench.host.sent(m.PlayClip))
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    bench.window.show_area(bench.window.live)
    bench.window.live.picker.search.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_1)
    bench.window.live.transport.start.setFocus()
    bench.window.show_area(extras.view)
    qtbot.keyClick(window, Qt.Key.Key_1)
    assert len(bench.host.sent(m.PlayClip)) == count
    bench.window.live.picker.search.clear()


def test_a_window_that_loses_the_keyboard_lets_go(
    bench: Bench, board: SoundboardModel, pads: list[Pad], qtbot: QtBot
) -> None:
    board.update(pads[0].id, mode="hold")
    qtbot.keyPress(bench.window.windowHandle(), Qt.Key.Key_1)
    bench.deliver()
    assert told(bench, board)
    QApplication.sendEvent(bench.window, QEvent(QEvent.Type.WindowDeactivate))
    bench.deliver()
    assert told(bench, board) == {}
    qtbot.keyRelease(bench.window.windowHandle(), Qt.Key.Key_1)


def test_the_keyboard_alone_presses_moves_and_edits(
    bench: Bench, board: SoundboardModel, pads: list[Pad], page: SoundboardPage, qtbot: QtBot
) -> None:
    first = page.pads[0]
    qtbot.keyPress(first, Qt.Key.Key_Return)
    qtbot.keyRelease(first, Qt.Key.Key_Return)
    bench.deliver()
    assert set(told(bench, board)) == {"air horn"}
    qtbot.keyClick(first, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [pad.name for pad in board.pads] == ["bell", "air horn", "crowd"]
    assert [button.pad.name for button in page.pads] == ["bell", "air horn", "crowd"]
    assert page.pads[1] is first
    dialog = page.edit(pads[0].id)
    assert dialog is not None
    dialog.name.setText("Horn")
    dialog.name.editingFinished.emit()
    for box, value in (
        (dialog.colour, COLOURS[5]), (dialog.key, "2"), (dialog.mode, "toggle"),
    ):  # fmt: skip
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    dialog.gain.field.setValue(-3.5)
    dialog.loop.click()
    dialog.through.click()
    changed = board.pad(pads[0].id)
    assert changed is not None
    assert (changed.name, changed.colour, changed.key) == ("Horn", COLOURS[5], "2")
    assert (changed.mode, changed.gain_db, changed.loop) == ("toggle", -3.5, True)
    assert changed.through_voice
    assert board.pad_of_key("2") == changed  # it left the pad that had it
    dialog.play.click()
    bench.deliver()
    dialog.remove.click()
    bench.deliver()
    assert board.pad(pads[0].id) is None


def test_without_a_voice_pads_play_in_a_silent_stream(
    bench: Bench, board: SoundboardModel, pads: list[Pad]
) -> None:
    bench.model.stop()
    bench.deliver()
    for pad in pads[:2]:
        board.trigger(pad.id)
    bench.deliver()
    assert bench.host.sent(m.StartStream)[-1].config.silent
    assert len(bench.host.sent(m.StartStream)) == 2
    assert set(told(bench, board)) == {"air horn", "bell"}
    board.stop_all()
    bench.deliver()


def test_an_engine_that_starts_again_is_told_what_to_have_at_hand(
    bench: Bench, board: SoundboardModel, pads: list[Pad]
) -> None:
    before = bench.host.sent(m.PrepareClips)[-1]
    bench.deliver(m.EngineReady(pid=2, ready_s=0.1, rss_mb=80.0, priority="normal"))
    assert bench.host.sent(m.PrepareClips)[-1] == before
    assert len(before.paths) == 3


def test_keys_midi_and_remote_controls_push_pads_by_name(
    bench: Bench, board: SoundboardModel, pads: list[Pad], extras: LiveExtras
) -> None:
    registry, desk = extras.control.registry, extras.control.desk
    second = registry.find("clip.2")
    assert second is not None
    second.run(None)
    bench.deliver()
    assert set(told(bench, board)) == {"bell"}
    facts = desk.clips()
    assert [(fact["place"], fact["name"], fact["playing"]) for fact in facts] == [
        (1, "air horn", False), (2, "bell", True), (3, "crowd", False),
    ]  # fmt: skip
    clip, stop, marker = (registry.find(name) for name in ("clip", "clip_stop", "marker"))
    assert clip is not None and stop is not None and marker is not None  # noqa: PT018
    clip.run(3.0)
    bench.deliver()
    assert set(told(bench, board)) == {"bell", "crowd"}
    stop.run(None)
    bench.deliver()
    assert told(bench, board) == {}
    for wrong in (lambda: clip.run(4.0), lambda: marker.run(None)):
        with pytest.raises(SyrinxError):
            wrong()
    board.remove(pads[2].id)
    assert registry.find("clip.3") is None


# ---- what is kept ----


def test_damaged_pads_are_left_out(tmp_path: Path) -> None:
    good = Pad(id="a1", file="a1.wav", name="Good", key=KEYS[3], mode="hold", gain_db=-4.0)
    kept = Board(pads=(good,), gain_db=-12.0, alone=True).to_json()
    bad = [
        5, {}, {**kept["pads"][0]}, {**kept["pads"][0], "id": "b", "file": "../../etc/passwd"},
        {**kept["pads"][0], "id": "c", "gain_db": float("nan")},
        {**kept["pads"][0], "id": "d", "mode": "never"},
        {**kept["pads"][0], "id": "e", "key": "M"}, {**kept["pads"][0], "id": "f/g"},
        {**kept["pads"][0], "id": "h", "surprise": 1},
    ]  # fmt: skip
    read = board_of({**kept, "pads": [*kept["pads"], *bad]})
    assert read == Board(pads=(good,), gain_db=-12.0, alone=True)
    assert read.damaged == len(bad)
    for wrong in (None, 3, {"pads": 3}, {"gain_db": "loud", "alone": 1}):
        assert board_of(wrong) == Board()


def test_a_value_that_cannot_be_changes_nothing(board: SoundboardModel, pads: list[Pad]) -> None:
    board.update(pads[0].id, gain_db=1e9)
    board.update(pads[0].id, key="B")
    board.update("nobody", name="x")
    assert board.pads == tuple(pads)


def test_new_pads_get_the_colour_that_is_rarest() -> None:
    pads = [Pad(id=f"a{n}", file="a.wav", name="a", colour=COLOURS[n % 3]) for n in range(5)]
    assert free_colour(pads) == COLOURS[3]


def test_nothing_is_left_of_a_copy_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("syrinx.app.viewmodels.pads.shutil.copyfile", full)
    with pytest.raises(SyrinxError, match="no space left"):
        copy_in(sound_file(tmp_path / "a.wav"), tmp_path / "board")
    assert list((tmp_path / "board").iterdir()) == []
