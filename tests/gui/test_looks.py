"""What is seen at the smallest window: nothing is cut off, what is empty takes no room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from syrinx.app.live_extras import LiveExtras
from syrinx.app.views.parts import ElidedComboBox, label
from syrinx.app.views.tabs import Page
from tests.gui.conftest import Bench


@pytest.fixture
def extras(bench: Bench) -> Iterator[LiveExtras]:
    made = LiveExtras(bench.window, bench.model, bench.settings, bench.theme)
    yield made
    made.close()


def test_no_row_is_cut_off_at_the_right_in_the_smallest_window(
    bench: Bench, extras: LiveExtras
) -> None:
    bench.window.resize(bench.window.minimumSize())
    for card in extras.rack_view.cards.values():
        card.more.setChecked(True)
    controls = bench.window.live.controls
    for tab in ("Sound", "Clean-up", "Devices"):
        controls.show_tab(tab)
        bench.window.grab()
        page = controls.tabs.stack.currentWidget()
        assert isinstance(page, Page)
        assert page.widget().minimumSizeHint().width() <= page.viewport().width(), tab


def test_a_scroll_bar_takes_its_room_from_the_margin(qtbot: QtBot) -> None:
    row = label("row", "muted")
    page = Page(row)
    qtbot.addWidget(page)
    page.resize(300, 400)
    page.show()
    before = row.width()
    assert not page.verticalScrollBar().isVisible()
    page.resize(300, 40)
    qtbot.waitUntil(lambda: page.verticalScrollBar().isVisible() and row.width() == before)


def test_the_chosen_voice_stays_in_sight(bench: Bench, extras: LiveExtras) -> None:
    window, picker = bench.window, bench.window.live.picker
    window.resize(1280, 1000)
    window.grab()
    voices = bench.model.voices
    last = voices.voice_at(voices.rowCount() - 1)
    assert last is not None
    bench.model.select_voice(last.id)
    window.resize(window.minimumSize())
    window.grab()
    seen = picker.list.visualRect(picker.list.currentIndex())
    assert picker.list.viewport().rect().contains(seen)


def test_a_list_ends_in_an_ellipsis_and_can_be_tight(qtbot: QtBot) -> None:
    box = ElidedComboBox()
    qtbot.addWidget(box)
    box.addItems(["Pitch", "The long-term spectrum of everything"])
    box.resize(box.sizeHint())
    assert box.shown_text() == "Pitch"
    wide = box.sizeHint().width()
    box.set_tight(True)
    assert box.sizeHint().width() < wide / 2
    box.setCurrentIndex(1)
    assert box.sizeHint().width() > 0.8 * wide
    assert box.shown_text() == "The long-term spectrum of everything"
    box.resize(wide // 2, box.height())
    assert box.shown_text().startswith("The long")
    assert box.shown_text().endswith("\N{HORIZONTAL ELLIPSIS}")


def test_a_tight_list_leaves_its_room_to_the_other(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    row = QHBoxLayout(whole)
    boxes = [ElidedComboBox(), ElidedComboBox()]
    for box in boxes:
        box.addItems(["Pitch", "Long-term spectrum"])
        box.setMinimumWidth(40)
        box.set_tight(True)
        row.addWidget(box)
    row.addStretch(1)
    boxes[0].setCurrentIndex(1)
    whole.show()
    whole.resize(sum(box.sizeHint().width() for box in boxes) + 60, 60)
    whole.grab()
    assert [box.shown_text() for box in boxes] == ["Long-term spectrum", "Pitch"]
    assert boxes[1].width() < boxes[0].width()


def test_an_empty_strip_is_folded_until_there_is_a_pad(
    extras: LiveExtras, qtbot: QtBot, tmp_path: Path
) -> None:
    strip, board = extras.studio.strip, extras.studio.soundboard
    assert strip.fold.isChecked()
    assert not strip.stack.isVisibleTo(strip)
    sound = tmp_path / "horn.wav"
    soundfile.write(sound, 0.1 * np.ones(800), 8000)
    board.add_files([sound])
    qtbot.waitUntil(lambda: len(board.pads) == 1)
    assert strip.stack.isVisibleTo(strip)


def test_files_that_are_dragged_over_the_strip_unfold_it(extras: LiveExtras) -> None:
    strip = extras.studio.strip
    data = QMimeData()
    move = Qt.DropAction.CopyAction
    keys = Qt.KeyboardModifier.NoModifier
    strip.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), move, data, Qt.MouseButton.LeftButton, keys))
    assert strip.fold.isChecked()
    data.setUrls([QUrl.fromLocalFile("/a/horn.wav")])
    strip.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), move, data, Qt.MouseButton.LeftButton, keys))
    assert not strip.fold.isChecked()


@pytest.mark.parametrize("folded", [True, False])
def test_a_choice_to_fold_is_kept(
    make_bench: Callable[..., Bench], bench: Bench, folded: bool
) -> None:
    bench.settings.remember("studio_folded", folded)
    made = LiveExtras(bench.window, bench.model, bench.settings, bench.theme)
    assert made.studio.strip.fold.isChecked() == folded
    made.close()


def test_the_level_of_the_soundboard_has_a_caption(extras: LiveExtras) -> None:
    page = extras.studio.strip.soundboard
    page.gain.setValue(-12)
    assert page.level.text().split() == ["Level", "-6.0", "dB"]


def test_knobs_of_a_stage_that_is_off_rest(extras: LiveExtras) -> None:
    card = extras.rack_view.cards["gate"]
    parts = [*(row.field for row in card.rows.values()), *card.options.values(), card.main.field]
    assert len(parts) > 2
    for on in (True, False):
        card.switch.setChecked(on)
        assert [part.isEnabled() for part in parts] == [on] * len(parts)
