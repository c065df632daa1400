"""Everything can be reached by the keyboard and has a name; tabs, pictures, strips, settings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from syrinx.app.live_extras import LiveExtras
from syrinx.app.settings import load_settings
from syrinx.app.views.live_view import Picture
from syrinx.app.views.parts import label
from syrinx.app.views.tabs import Page, Tabs
from tests.gui.conftest import Bench


def reachable(window: QWidget) -> list[QWidget]:
    """What the tab key can come to now, in its order."""
    found: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def assert_named(widgets: list[QWidget]) -> None:
    for widget in widgets:
        text = getattr(widget, "text", lambda: "")()
        assert widget.accessibleName() or text, widget


def assert_helped(widgets: list[QWidget]) -> None:
    """Each says what it is for, itself or through what it is part of (a field with its unit)."""
    for widget in widgets:
        said: QWidget | None = widget
        while said is not None and not (said.toolTip() or said.accessibleDescription()):
            said = said.parentWidget()
        assert said is not None, (widget, widget.accessibleName())


@pytest.fixture
def extras(bench: Bench) -> LiveExtras:
    made = LiveExtras(bench.window, bench.model, bench.window._settings, bench.theme)
    yield made
    made.close()


def test_the_live_area_in_its_order(bench: Bench, extras: LiveExtras) -> None:
    live = bench.window.live
    cards = extras.rack_view.cards
    controls = live.controls
    for tab, wanted in {
        "Sound": [controls.auto, controls.formant.slider, controls.output_gain.slider],
        "Clean-up": [cards[stage].switch for stage in extras.rack.order()],
        "Devices": [controls.devices.input, controls.devices.output],
    }.items():
        controls.show_tab(tab)
        reached = reachable(bench.window)
        first = [live.transport.start, live.transport.bypass, live.picker.search, live.picker.list]
        order = [reached.index(widget) for widget in [*first, controls.tabs.bar, *wanted]]
        assert order == sorted(order)
        assert_named(reached)
        assert_helped(reached)


def test_every_area_and_every_page_of_the_settings(bench: Bench, extras: LiveExtras) -> None:
    window, view = bench.window, extras.view
    for button, _ in window._areas:
        button.click()
        assert_named(reachable(window))
        assert_helped(reachable(window))
    window.show_area(view)
    for row in range(view.list.count()):
        view.list.setCurrentRow(row)
        assert_named(reachable(window))
        assert_helped(reachable(window))


def test_the_arrow_keys_move_along_the_tabs(bench: Bench, qtbot: QtBot) -> None:
    tabs = bench.window.live.controls.tabs
    tabs.bar.setFocus()
    qtbot.keyClick(tabs.bar, Qt.Key.Key_Right)
    assert tabs.bar.tabText(tabs.bar.currentIndex()) == "Clean-up"
    assert tabs.stack.currentWidget() is bench.window.live.controls.clean_up
    tabs.show_page("no such page")
    assert tabs.stack.currentWidget() is bench.window.live.controls.clean_up


def test_tabs_and_pages_keep_their_order(qtbot: QtBot) -> None:
    tabs = Tabs("Test")
    qtbot.addWidget(tabs)
    page = Page(label("one", "muted"))
    page.add(label("two", "muted"))
    tabs.add("First", page)
    tabs.add("Second", QWidget())
    assert tabs.names == ["First", "Second"]
    assert [page.rows.itemAt(i).widget().text() for i in range(2)] == ["one", "two"]
    assert tabs.stack.currentWidget() is page


class _Counted(Picture):
    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def refresh(self) -> None:
        self.times += 1


def test_only_the_picture_that_is_shown_is_painted(bench: Bench) -> None:
    live = bench.window.live
    assert not live.chooser.isVisible()
    picture = _Counted()
    live.add_picture("Counted", picture)
    live._on_frame()
    assert picture.times == 0
    live.show_picture("Counted")
    live._on_frame()
    assert picture.times == 1
    assert live.chooser.isVisible()
    live.show_picture("Spectrogram")
    live._on_frame()
    assert picture.times == 1


def test_mark_and_theme_are_kept(
    make_bench: Callable[..., Bench], extras: LiveExtras, bench: Bench
) -> None:
    page = extras.view.stack.widget(0).findChild(QWidget, "general")
    assert page is not None
    page.mark.click()  # type: ignore[attr-defined]
    assert not bench.model.params.mark
    page.theme.setCurrentIndex(page.theme.findData("light"))  # type: ignore[attr-defined]
    page.theme.activated.emit(page.theme.currentIndex())  # type: ignore[attr-defined]
    assert bench.theme.mode == "light"
    bench.window.close()
    kept = load_settings(bench.window._settings.folder).settings
    assert not kept.mark_output
    assert kept.theme == "light"
