"""Recording in the window: choices, the strip, markers, takes that play, move and are dragged."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from syrinx.app.engine import messages as m
from syrinx.app.engine.markers import labels_path
from syrinx.app.live_extras import LiveExtras
from syrinx.app.studio_parts import StudioParts
from syrinx.app.viewmodels import player as player_module
from syrinx.app.viewmodels import takes as takes_module
from syrinx.app.viewmodels.recordings import RecordingChoice, choice_of, room_text, size_text
from syrinx.app.viewmodels.take_peaks import BINS, peaks_of
from syrinx.app.viewmodels.takes import clock, renamed
from syrinx.app.views.take_list import TakeList
from syrinx.dsp.errors import SyrinxError
from tests.gui.conftest import Bench, settle


@pytest.fixture
def studio(bench: Bench) -> Iterator[StudioParts]:
    extras = LiveExtras(bench.window, bench.model, bench.settings, bench.theme)
    bench.extras = extras
    yield extras.studio
    extras.close()


def record(bench: Bench, qtbot: QtBot, *, seconds: float = 3.0, markers: int = 0) -> Path:
    """Press Record twice; the fake engine writes nothing, so that the file is written here."""
    if bench.model.state == "stopped":
        bench.model.start()
        bench.deliver()
    qtbot.mouseClick(bench.window.live.transport.record, Qt.MouseButton.LeftButton)
    bench.deliver()
    path = Path(bench.host.recording)
    rng = np.random.default_rng(0)
    audio = (0.1 * rng.standard_normal((round(seconds * 48000), 2))).astype(np.float32)
    soundfile.write(path, audio, 48000)
    for _ in range(markers):
        bench.extras.studio.recordings.add_marker()
    if markers:
        labels_path(path).write_text("1.0\t1.0\tMarker\n" * markers)
    qtbot.mouseClick(bench.window.live.transport.record, Qt.MouseButton.LeftButton)
    bench.deliver()
    return path


def outlined(studio: StudioParts, qtbot: QtBot, row: int = 0) -> None:
    """Wait until the outline of a take is there."""
    takes = studio.recordings.takes
    qtbot.waitUntil(lambda: len(takes.take(takes.index(row)).peaks) == BINS, timeout=10_000)


@pytest.mark.parametrize(
    "kept",
    [None, 5, [], {"ending": ".exe", "content": 3}, {"ending": ["x"]}, {"takes": "no list"}],
)
def test_damaged_choices_are_the_defaults(kept: object) -> None:
    assert choice_of(kept) == RecordingChoice()


def test_format_content_and_folder_go_to_the_engine(
    bench: Bench, studio: StudioParts, qtbot: QtBot, tmp_path: Path
) -> None:
    page = studio.page
    page._ask_folder = lambda *_: tmp_path / "my takes"
    for box, value in ((page.format, ".flac"), (page.content, "output")):
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    page.choose.click()
    assert page.folder.text() == str(tmp_path / "my takes")
    assert "FLAC" in studio.strip.status.text()
    assert "free, room for about" in page.free.text()
    path = record(bench, qtbot)
    (command,) = bench.host.sent(m.StartRecording)
    assert command == m.StartRecording(path=str(path), content="output")
    assert (path.parent, path.suffix) == (tmp_path / "my takes", ".flac")
    # The next start of the program knows it.
    again = choice_of(bench.settings.recall("recording"))
    assert again == RecordingChoice(ending=".flac", content="output")
    page.standard.click()
    assert studio.recordings.folder == bench.settings.folder / "recordings"


def test_a_folder_that_cannot_be_is_one_sentence(
    bench: Bench, studio: StudioParts, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    posted = []
    bench.model.message_posted.connect(posted.append)
    studio.recordings.set_folder(tmp_path / "file" / "folder")
    assert "Cannot record into" in posted[0].text
    assert studio.recordings.folder == bench.settings.folder / "recordings"


def test_the_strip_shows_what_is_recorded_and_marks_it(
    bench: Bench, studio: StudioParts, qtbot: QtBot
) -> None:
    strip = studio.strip
    assert not strip.marker.isVisible()
    bench.model.start()
    bench.deliver()
    qtbot.keyClick(bench.window.windowHandle(), Qt.Key.Key_M)  # nothing is recorded: no marker
    bench.window.live.transport.record.click()
    bench.deliver()
    stats = m.Telemetry(
        streaming=True, recording_s=62.4, recording_bytes=12_100_000, recording_free_bytes=10**11
    )
    bench.deliver(stats)
    assert strip.status.text() == "Recording 1:02 · 12.1 MB"
    assert "100 GB free" in strip.status.toolTip()
    qtbot.mouseClick(strip.marker, Qt.MouseButton.LeftButton)
    qtbot.keyClick(bench.window.windowHandle(), Qt.Key.Key_M)
    bench.deliver()
    assert len(bench.host.sent(m.AddMarker)) == 2
    assert strip.status.text().endswith("2 markers")
    bench.deliver(m.Telemetry(streaming=True, recording_s=63.0, recording_free_bytes=57_600_000))
    assert strip.status.text().endswith("room for 3 min")
    # While a name is typed, M is a letter.
    bench.window.live.picker.search.setFocus()
    qtbot.keyClick(bench.window.windowHandle(), Qt.Key.Key_M)
    assert len(bench.host.sent(m.AddMarker)) == 2
    bench.window.live.transport.record.click()
    bench.deliver()
    assert not strip.marker.isVisible()


def test_takes_are_listed_newest_first_and_come_back(
    bench: Bench, studio: StudioParts, qtbot: QtBot
) -> None:
    posted = []
    bench.model.message_posted.connect(posted.append)
    first, second = record(bench, qtbot, markers=1), record(bench, qtbot, seconds=5.0)
    # The strip says it; a message would push the pictures down.
    assert posted == []
    assert studio.strip.status.text() == f"Saved 0:03 as {second.name}"
    studio.strip._forget.timeout.emit()
    assert studio.strip.status.text().startswith("WAV · room for")
    takes = studio.recordings.takes
    assert takes.paths == [second, first]
    outlined(studio, qtbot, 0)
    outlined(studio, qtbot, 1)
    assert takes.take(takes.index(1)).detail == "0:03 · WAV · 1 marker"
    assert takes.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"{second.stem}, 0:05 · WAV"
    assert studio.strip._names["Takes"].text() == "Takes  2"
    second.unlink()
    again = takes_module.TakesModel()
    again.restore([Path(text) for text in bench.settings.recall("recording")["takes"]])
    assert again.paths == [first]
    again.close()
    settle()


def test_a_recording_that_somebody_else_made_is_no_take(
    bench: Bench, studio: StudioParts, tmp_path: Path
) -> None:
    soundfile.write(tmp_path / "wizard.wav", np.zeros(100), 48000)
    bench.deliver(
        m.RecordingStarted(path=str(tmp_path / "wizard.wav")),
        m.RecordingStopped(path=str(tmp_path / "wizard.wav"), seconds=1.0),
    )
    assert studio.recordings.takes.rowCount() == 0


def test_a_take_that_ended_early_is_kept(bench: Bench, studio: StudioParts, qtbot: QtBot) -> None:
    bench.model.start()
    bench.deliver()
    bench.model.toggle_recording()
    bench.deliver()
    path = Path(bench.host.recording)
    soundfile.write(path.with_name("again.wav"), np.zeros(48000), 48000)
    told = m.RecordingStopped(path=str(path.with_name("again.wav")), seconds=1.0, error="Early.")
    bench.deliver(told)
    assert studio.recordings.takes.paths == [path.with_name("again.wav")]


# ---- dragging ----


def test_a_take_is_dragged_out_as_a_file(bench: Bench, studio: StudioParts, qtbot: QtBot) -> None:
    path = record(bench, qtbot)
    model, view = studio.recordings.takes, studio.strip.takes.list
    index = model.index(0)
    assert model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.supportedDragActions() == Qt.DropAction.CopyAction
    data = model.mimeData([index])
    assert data.urls() == [QUrl.fromLocalFile(str(path))]
    assert data.formats() == ["text/uri-list"]
    drag = view.drag_of(index)
    assert drag is not None
    assert drag.mimeData().urls() == [QUrl.fromLocalFile(str(path))]
    assert not drag.pixmap().isNull()
    drag.deleteLater()
    path.unlink()
    assert view.drag_of(index) is None
    assert view.drag_of(QModelIndex()) is None


def test_the_mouse_drags_the_row_it_is_on(
    bench: Bench, studio: StudioParts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(bench, qtbot)
    path = record(bench, qtbot)
    studio.strip.show_page("Takes")
    view = studio.strip.takes.list
    carried = []
    monkeypatch.setattr(
        TakeList, "startDrag", lambda self, _: carried.append(self.drag_of(self.currentIndex()))
    )
    place = view.visualRect(studio.recordings.takes.index(0)).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    for step in (8, 30, 60):
        qtbot.mouseMove(view.viewport(), place - type(place)(step, 0))
    qtbot.waitUntil(lambda: bool(carried))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert carried[0].mimeData().urls() == [QUrl.fromLocalFile(str(path))]
    for drag in carried:
        drag.deleteLater()


# ---- playing ----


def test_a_take_plays_into_the_running_stream(
    bench: Bench, studio: StudioParts, qtbot: QtBot
) -> None:
    path = record(bench, qtbot)
    studio.strip.show_page("Takes")
    qtbot.keyClick(studio.strip.takes.list, Qt.Key.Key_Return)
    bench.deliver()
    (command,) = bench.host.sent(m.PlayClip)
    assert (command.path, command.slot) == (str(path), "take")
    assert len(bench.host.sent(m.StartStream)) == 1  # the voice went on
    take = studio.recordings.takes.take(studio.recordings.takes.index(0))
    bench.deliver(m.Telemetry(streaming=True, clips=(("take", 0.5),)))
    assert studio.recordings.share(take) == pytest.approx(0.25)
    assert studio.strip.takes.play.accessibleName() == "Stop"
    qtbot.mouseClick(studio.strip.takes.play, Qt.MouseButton.LeftButton)
    bench.deliver()
    assert bench.host.sent(m.StopClip) == [m.StopClip(slot="take")]
    assert studio.recordings.share(take) is None
    assert bench.model.state == "running"


def test_without_a_stream_a_silent_one_is_opened_and_closed_again(
    bench: Bench, studio: StudioParts, qtbot: QtBot
) -> None:
    path = record(bench, qtbot)
    bench.model.stop()
    bench.deliver()
    studio.player._rest.setInterval(10)
    studio.recordings.toggle(studio.recordings.takes.index(0))
    bench.deliver()
    assert bench.host.sent(m.StartStream)[-1].config.silent
    assert bench.host.sent(m.PlayClip)[-1].path == str(path)
    assert bench.model.lent
    stops = len(bench.host.sent(m.StopStream))
    bench.host.end_clip("ended", "take")
    bench.deliver()
    qtbot.waitUntil(lambda: len(bench.host.sent(m.StopStream)) == stops + 1)
    bench.deliver()
    # And the voice can be started as ever.
    bench.model.start()
    bench.deliver()
    assert bench.model.state == "running"
    assert not bench.host.sent(m.StartStream)[-1].config.silent
    studio.recordings.toggle(studio.recordings.takes.index(0))
    bench.host.end_clip("ended", "take")
    bench.deliver()
    assert not studio.player._rest.isActive()


def test_the_voice_takes_the_stream_from_a_take_that_plays(
    bench: Bench, studio: StudioParts, qtbot: QtBot
) -> None:
    record(bench, qtbot)
    bench.model.stop()
    bench.deliver()
    studio.recordings.toggle(studio.recordings.takes.index(0))
    bench.deliver()
    stops = len(bench.host.sent(m.StopStream))
    bench.model.start()
    bench.deliver()
    assert bench.model.state == "running"
    assert studio.player.playing == {}
    assert not studio.player._rest.isActive()
    assert len(bench.host.sent(m.StopStream)) == stops


def test_a_stream_that_does_not_open_is_one_sentence(
    bench: Bench, studio: StudioParts, qtbot: QtBot
) -> None:
    record(bench, qtbot)
    bench.model.stop()
    bench.deliver()
    posted = []
    bench.model.message_posted.connect(posted.append)
    bench.host.answering = False
    studio.recordings.toggle(studio.recordings.takes.index(0))
    bench.deliver(m.CommandFailed(command="StartStream", message="No device."))
    assert [message.text for message in posted] == ["No device."]
    assert studio.player.playing == {}


def test_another_take_replaces_the_one_that_plays(
    bench: Bench, studio: StudioParts, qtbot: QtBot
) -> None:
    record(bench, qtbot)
    record(bench, qtbot)
    takes = studio.recordings.takes
    for row in (0, 1):
        studio.recordings.toggle(takes.index(row))
        bench.deliver()
    assert list(bench.host.clips.values()) == [str(takes.paths[1])]
    assert studio.recordings.is_playing(takes.take(takes.index(1)))
    assert not studio.recordings.is_playing(takes.take(takes.index(0)))


# ---- renaming, deleting, showing ----


def test_f2_renames_the_file_and_its_markers(
    bench: Bench, studio: StudioParts, qtbot: QtBot
) -> None:
    path = record(bench, qtbot, markers=2)
    studio.strip.show_page("Takes")
    view = studio.strip.takes.list
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = view.findChild(QLineEdit)
    assert field is not None
    field.setText("Interview")
    outlined(studio, qtbot)  # what is learnt of the take meanwhile leaves the typed name
    qtbot.keyClick(field, Qt.Key.Key_Return)
    renamed_to = [path.with_name("Interview.wav")]
    qtbot.waitUntil(lambda: studio.recordings.takes.paths == renamed_to)
    assert not path.exists()
    assert labels_path(path.with_name("Interview.wav")).exists()
    assert bench.settings.recall("recording")["takes"] == [str(path.with_name("Interview.wav"))]


@pytest.mark.parametrize("name", ["", "  ", ".hidden", "a/b", "a:b", "taken", "a\0b"])
def test_a_name_that_cannot_be_changes_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / "take.wav"
    path.write_text("sound")
    (tmp_path / "taken.wav").write_text("other")
    with pytest.raises(SyrinxError):
        renamed(path, name)
    assert path.read_text() == "sound"
    assert (tmp_path / "taken.wav").read_text() == "other"


def test_the_ending_stays_however_it_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    path.write_text("sound")
    assert renamed(path, "take") == path
    assert renamed(path, "New.WAV") == tmp_path / "New.wav"


def test_delete_moves_to_the_trash(
    bench: Bench, studio: StudioParts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = record(bench, qtbot, markers=1)
    record(bench, qtbot)
    trashed: list[Path] = []

    def to_trash(wanted: Path) -> bool:
        trashed.append(wanted)
        wanted.unlink()
        return True

    monkeypatch.setattr(takes_module, "_to_trash", to_trash)
    studio.strip.show_page("Takes")
    view = studio.strip.takes.list
    view.setCurrentIndex(studio.recordings.takes.index(1))
    studio.recordings.toggle(view.currentIndex())
    bench.deliver()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    bench.deliver()
    assert trashed == [path, labels_path(path)]
    assert studio.recordings.takes.rowCount() == 1
    assert bench.host.clips == {}


@pytest.mark.parametrize("agreed", [True, False])
def test_without_a_trash_it_is_asked_first(
    bench: Bench,
    studio: StudioParts,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    agreed: bool,
) -> None:
    path = record(bench, qtbot, markers=1)
    monkeypatch.setattr(takes_module, "_to_trash", lambda _: False)
    asked = []
    studio.strip.takes._may_delete = lambda _, wanted: bool(asked.append(wanted)) or agreed
    studio.strip.takes.delete.click()
    assert asked == [path]
    assert path.exists() != agreed
    assert studio.recordings.takes.rowCount() == (0 if agreed else 1)


def test_a_take_is_shown_in_its_folder(bench: Bench, studio: StudioParts, qtbot: QtBot) -> None:
    path = record(bench, qtbot)
    shown: list[Path] = []
    studio.strip.takes._show_file = shown.append
    studio.strip.takes.show_button.click()
    assert shown == [path]


# ---- outlines and words ----


def test_an_outline_follows_the_sound(tmp_path: Path) -> None:
    path = tmp_path / "ramp.wav"
    ramp = np.linspace(0, 0.9, 48000, dtype=np.float32)
    soundfile.write(path, np.stack((ramp, -0.5 * ramp), axis=1), 48000, subtype="FLOAT")
    peaks, seconds = peaks_of(path)
    assert seconds == 1.0
    np.testing.assert_allclose(peaks, 0.9 * (np.arange(BINS) + 1) / BINS, atol=1e-3)
    assert [len(part) for part in peaks_of(path, lambda: True)[:1]] == [BINS]
    path.write_text("no sound")
    assert len(peaks_of(path)[0]) == 0


def test_of_a_long_file_each_piece_is_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "long.flac"
    soundfile.write(path, np.repeat(np.linspace(0, 0.9, BINS), 8000).astype(np.float32), 8000)
    started = time.perf_counter()
    peaks, seconds = peaks_of(path)
    assert seconds == BINS
    assert time.perf_counter() - started < 10
    np.testing.assert_allclose(peaks, np.linspace(0, 0.9, BINS), atol=1e-3)


def test_lengths_sizes_and_room_in_words() -> None:
    assert [clock(s) for s in (0, 65, 3725)] == ["0:00", "1:05", "1:02:05"]
    assert [size_text(b) for b in (10, 2_500, 12_140_000, 123e6, 4.29e9)] == [
        "10 B", "2 kB", "12.1 MB", "123 MB", "4.3 GB",
    ]  # fmt: skip
    assert [room_text(s) for s in (59, 600, 3700, 36_000)] == [
        "0 min",
        "10 min",
        "1 h 1 min",
        "10 h",
    ]


def test_the_strip_folds_and_stays_so(
    bench: Bench, studio: StudioParts, make_bench: Callable[..., Bench]
) -> None:
    studio.strip.fold.click()  # folded while it is empty
    assert studio.strip.stack.isVisible()
    studio.strip.fold.click()
    assert not studio.strip.stack.isVisible()
    assert bench.settings.recall("studio_folded") is True
    studio.strip.show_page("Takes")
    assert studio.strip.stack.isVisible()
    assert player_module.REST_MS > 0
