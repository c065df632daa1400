"""The pictures in the window: chosen, zoomed, scrolled, selected, saved, remembered, rested."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syrinx.app.live_extras import LiveExtras
from syrinx.app.viewmodels.time_window import F_HIGH_HZ, SPAN_S
from syrinx.app.views.pane_view import PaneView
from syrinx.app.views.picture_panel import NO_SECOND
from syrinx.app.views.sound_pictures import SoundPicture
from tests.gui.conftest import Bench
from tests.gui.fakes import RATE

NAMES = [
    "Spectrogram",
    "Difference",
    "Waveform",
    "Pitch",
    "Formants",
    "Long-term spectrum",
    "Loudness",
    "Correlation",
]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def extras(bench: Bench) -> Iterator[LiveExtras]:
    made = LiveExtras(bench.window, bench.model, bench.window._settings, bench.theme)
    yield made
    made.close()


def speak(bench: Bench, seconds: float) -> None:
    """Start, and let a gliding voice pass the engine; the output is half as loud, 480 late."""
    if bench.model.state != "running":
        bench.window.live.transport.start.click()
        bench.deliver()
        bench.window.live._timer.stop()  # these tests move the time themselves
    t = np.arange(round(seconds * RATE)) / RATE
    phase = 2 * np.pi * (120 * t + 20 * t**2)
    audio = sum(np.sin(n * phase) * 0.2 / n for n in range(1, 9)).astype("f4")
    late = np.concatenate([np.zeros(480, "f4"), 0.5 * audio])[: len(audio)]
    for first in range(0, len(audio), RATE // 20):
        part = slice(first, first + RATE // 20)
        bench.host.writer.write(audio[part], late[part])
        bench.model.pull(0.05)


def catch_up(bench: Bench) -> None:
    for _ in range(20):
        bench.window.live.panel.refresh()


def pixels_of(view: PaneView, top: int = 40) -> np.ndarray:
    """What lies below the tags in the corners."""
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    everything = np.frombuffer(image.constBits(), np.uint32)
    everything = everything.reshape(image.height(), image.width())
    plot = view.plot_rect()
    return everything[top : plot.bottom() - 4, plot.left() + 4 : plot.right() - 4].copy()


def wheel(view: PaneView, at: QPointF, notches: int, keys=Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(0, 0), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def drag(view: PaneView, start: float, stop: float) -> None:
    plot = view.plot_rect()
    places = [QPoint(round(plot.left() + share * plot.width()), 60) for share in (start, stop)]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseMove(view, (places[0] + places[1]) / 2)
    QTest.mouseMove(view, places[1])
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=places[1])


def test_all_pictures_are_offered_and_show_the_voice(bench: Bench, extras: LiveExtras) -> None:
    live = bench.window.live
    assert [live.chooser.itemText(i) for i in range(live.chooser.count())] == NAMES
    speak(bench, 5.0)
    for name in NAMES:
        live.show_picture(name)
        QApplication.processEvents()
        catch_up(bench)
        (picture,) = live.panel.visible_pictures()
        assert isinstance(picture, SoundPicture)
        assert picture.help_text
        for canvas in picture.canvases:
            assert canvas.isVisible()
            assert canvas.accessibleName()
            assert canvas.accessibleDescription()
            assert canvas.focusPolicy() & Qt.FocusPolicy.TabFocus
            canvas._corners = lambda *_: None  # type: ignore[method-assign,attr-defined]
            seen = np.unique(pixels_of(canvas, top=4))  # type: ignore[arg-type]
            assert len(seen) > 3, canvas.accessibleName()


def test_each_picture_has_a_name_of_its_own(bench: Bench, extras: LiveExtras) -> None:
    names = [
        canvas.accessibleName()
        for picture in bench.window.live.panel._pictures.values()
        for canvas in picture.canvases  # type: ignore[attr-defined]
    ]
    assert len(set(names)) == len(names) == 12


def test_two_pictures_at_a_time_and_never_one_twice(bench: Bench, extras: LiveExtras) -> None:
    panel = bench.window.live.panel
    panel.second.setCurrentText("Waveform")
    assert panel.shown == ("Spectrogram", "Waveform")
    first, second = panel.visible_pictures()
    QApplication.processEvents()
    assert first.isVisible()
    assert second.isVisible()
    assert first.y() < second.y()
    panel.chooser.setCurrentText("Waveform")
    assert panel.shown == ("Waveform", None)
    panel.second.setCurrentText("Waveform")
    assert panel.shown[1] == "Waveform"
    assert panel.shown[0] != "Waveform"
    panel.second.setCurrentText(NO_SECOND)
    assert len(panel.visible_pictures()) == 1


def test_the_choice_is_remembered(bench: Bench, extras: LiveExtras) -> None:
    bench.window.live.panel.show_pictures("Pitch", "Loudness")
    bench.model.pictures.window.zoom(0.5)
    bench.settings.flush()
    kept = json.loads((bench.settings.folder / "settings.json").read_text("utf-8"))["pictures"]
    assert kept == {"first": "Pitch", "second": "Loudness", "span_s": SPAN_S / 2}


@pytest.mark.parametrize(
    ("kept", "shown", "span_s"),
    [
        ({"first": "Pitch", "second": "Waveform", "span_s": 20}, ("Pitch", "Waveform"), 20.0),
        ({"first": "Gone", "second": 7, "span_s": -1}, ("Spectrogram", None), SPAN_S),
        ({"first": "Pitch", "second": "Pitch"}, ("Pitch", None), SPAN_S),
        ("nonsense", ("Spectrogram", None), SPAN_S),
    ],
)
def test_it_is_there_again_and_damage_does_no_harm(
    make_bench: Callable[..., Bench], kept: object, shown: object, span_s: float
) -> None:
    bench = make_bench()
    bench.settings.remember("pictures", kept)
    extras = LiveExtras(bench.window, bench.model, bench.settings, bench.theme)
    assert bench.window.live.panel.shown == shown
    assert bench.model.pictures.window.span_s == pytest.approx(span_s)
    extras.close()


def test_hidden_pictures_analyse_nothing(bench: Bench, extras: LiveExtras) -> None:
    speak(bench, 1.0)
    catch_up(bench)
    model = bench.model.pictures
    assert model._levels["input"].ready_s > 0.5
    assert model.loudness["input"].ready_s == 0.0
    assert model._formants["output"].ready_s == 0.0
    bench.window.live.show_picture("Loudness")
    levels = model._levels["input"].ready_s
    speak(bench, 1.0)
    catch_up(bench)
    assert model.loudness["input"].ready_s == pytest.approx(2.0, abs=0.15)
    assert model._levels["input"].ready_s == levels


def test_the_minute_is_kept_while_the_area_is_hidden(bench: Bench, extras: LiveExtras) -> None:
    speak(bench, 1.0)
    live = bench.window.live
    bench.window.show_area(extras.view)
    QApplication.processEvents()
    assert not live.is_animating
    assert live._gather.isActive()
    before = bench.model.pictures.sound.newest
    bench.host.writer.write(np.ones(4800, "f4"), np.ones(4800, "f4"))
    live._on_gather()
    assert bench.model.pictures.sound.newest > before
    bench.window.show_area(live)
    QApplication.processEvents()
    assert live.is_animating
    assert not live._gather.isActive()


def test_a_minimised_window_paints_nothing(bench: Bench, extras: LiveExtras) -> None:
    speak(bench, 1.0)
    live = bench.window.live
    live._begin()
    bench.window.showMinimized()
    live._on_frame()
    assert not live.is_animating
    assert live._gather.isActive()
    bench.window.showNormal()
    live._on_gather()
    assert live.is_animating
    assert not live._gather.isActive()


# ---- mouse ----


def test_a_drag_selects_and_holds_and_a_click_lets_go(bench: Bench, extras: LiveExtras) -> None:
    speak(bench, 10.0)
    catch_up(bench)
    view, window = bench.window.live.input, bench.model.pictures.window
    start = window.start_s
    drag(view, 0.25, 0.5)
    assert window.selection is not None
    assert window.selection[0] == pytest.approx(start + 0.25 * SPAN_S, abs=0.05)
    assert window.selection[1] == pytest.approx(start + 0.5 * SPAN_S, abs=0.05)
    assert not window.following
    assert bench.window.live.panel.live.isEnabled()
    outside, inside = pixels_of(view)[:, 20].mean(), pixels_of(view)[:, 170].mean()
    assert inside > outside  # what is not selected lies under a veil
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 60))
    assert window.selection is None
    bench.window.live.panel.live.click()
    assert window.following
    assert not bench.window.live.panel.live.isEnabled()


def test_the_wheel_scrolls_and_zooms_where_it_points(bench: Bench, extras: LiveExtras) -> None:
    speak(bench, 20.0)
    view, window = bench.window.live.output, bench.model.pictures.window
    plot = view.plot_rect()
    at = QPointF(plot.left() + 100.0, 60.0)
    end = window.end_s
    wheel(view, at, 2)
    assert window.end_s == pytest.approx(end - SPAN_S / 4)
    under = view.time_at(at.x())
    wheel(view, at, 3, CTRL)
    assert window.span_s == pytest.approx(SPAN_S / 1.25**3)
    assert view.time_at(at.x()) == pytest.approx(under, abs=1e-6)
    wheel(view, QPointF(10.0, 30.0), 2)  # over the scale
    assert window.f_high_hz < F_HIGH_HZ
    wheel(view, at, -20, ALT)
    assert window.f_high_hz > F_HIGH_HZ


def test_the_middle_button_moves_the_picture(bench: Bench, extras: LiveExtras) -> None:
    speak(bench, 20.0)
    view, window = bench.window.live.input, bench.model.pictures.window
    end, plot = window.end_s, view.plot_rect()
    QTest.mousePress(view, Qt.MouseButton.MiddleButton, pos=QPoint(plot.left() + 50, 60))
    QTest.mouseMove(view, QPoint(plot.left() + 50 + plot.width() // 4, 60))
    QTest.mouseRelease(view, Qt.MouseButton.MiddleButton, pos=QPoint(plot.left() + 150, 60))
    assert window.end_s == pytest.approx(end - SPAN_S / 4, abs=0.1)


def test_what_was_scrolled_to_is_the_same_sound(bench: Bench, extras: LiveExtras) -> None:
    """What is seen 4 s later, 4 s scrolled back, is what was seen before."""
    speak(bench, 12.0)
    catch_up(bench)
    view, window = bench.window.live.input, bench.model.pictures.window
    window.hold()
    view._pointer = None
    before = pixels_of(view)
    end = window.end_s
    window.follow()
    speak(bench, 4.0)
    catch_up(bench)
    assert not np.array_equal(pixels_of(view), before)
    window.scroll(end - window.end_s)
    after = pixels_of(view)
    assert np.mean(before[:, :-60] == after[:, :-60]) > 0.995


# ---- keys ----


def test_keys_of_a_picture(bench: Bench, extras: LiveExtras, qtbot: QtBot) -> None:
    speak(bench, 30.0)
    view, window = bench.window.live.input, bench.model.pictures.window
    view.setFocus()
    end = window.end_s
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert window.end_s == pytest.approx(end - SPAN_S / 8)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert window.following
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert window.span_s == pytest.approx(SPAN_S / 1.25)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert window.span_s == pytest.approx(SPAN_S)
    qtbot.keyClick(view, Qt.Key.Key_Plus, CTRL)
    assert window.f_high_hz < F_HIGH_HZ
    low = window.f_low_hz
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert window.f_low_hz > low
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert window.f_high_hz == F_HIGH_HZ
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert window.start_s == pytest.approx(0.0, abs=1e-6)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert window.selection is not None
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert window.selection is None
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert window.following


def test_pause_by_its_key_and_saving_by_its_key(
    bench: Bench, extras: LiveExtras, qtbot: QtBot
) -> None:
    speak(bench, 1.0)
    view = bench.window.live.input
    bench.window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(lambda: view.hasFocus() and bench.window.isActiveWindow())
    QApplication.processEvents()
    qtbot.keyClick(view, Qt.Key.Key_P)
    assert bench.model.pictures.paused
    assert bench.window.live.pause.isChecked()
    newest = bench.model.pictures.sound.newest
    speak(bench, 1.0)
    assert bench.model.pictures.sound.newest == newest
    qtbot.keyClick(view, Qt.Key.Key_P)
    qtbot.keyClick(view, Qt.Key.Key_E, CTRL)
    menu = bench.window.live.panel.menu
    assert menu.isVisible()
    assert "seen" in menu.actions()[0].text()
    menu.close()


# ---- saving ----


def test_a_selection_is_saved_aligned(bench: Bench, extras: LiveExtras) -> None:
    speak(bench, 10.0)
    panel, window = bench.window.live.panel, bench.model.pictures.window
    assert panel.folder_of() == bench.model.recordings_folder
    window.select(2.0, 3.5)
    told: list[object] = []
    bench.model.message_posted.connect(told.append)
    path = panel.save_sound("input", "output")
    assert path is not None
    audio, rate = soundfile.read(path)
    assert (rate, audio.shape) == (RATE, (int(1.5 * RATE), 2))
    # The output is half of the input, and 480 samples of delay are taken back.
    np.testing.assert_allclose(audio[:, 1], 0.5 * audio[:, 0], atol=1e-5)
    expected = bench.model.pictures.sound.read("input", 2 * RATE, int(3.5 * RATE))
    np.testing.assert_allclose(audio[:, 0], expected, atol=1e-6)
    assert "1.50 s" in told[-1].text  # type: ignore[attr-defined]
    single = panel.save_sound("output")
    assert single is not None
    assert single != path
    assert soundfile.info(single).channels == 1


def test_without_a_selection_what_is_seen_is_saved(bench: Bench, extras: LiveExtras) -> None:
    speak(bench, 20.0)
    bench.model.pictures.window.zoom(0.25)
    path = bench.window.live.panel.save_sound("input")
    assert path is not None
    assert soundfile.info(path).duration == pytest.approx(SPAN_S / 4, abs=0.01)


def test_nothing_to_save_is_said(bench: Bench, extras: LiveExtras) -> None:
    told: list[object] = []
    bench.model.message_posted.connect(told.append)
    assert bench.window.live.panel.save_sound("input") is None
    assert "press Start" in told[-1].text  # type: ignore[attr-defined]
    blocked = bench.settings.folder / "file"
    blocked.write_text("no folder")
    bench.window.live.panel.folder_of = lambda: blocked
    assert bench.window.live.panel.save_picture() is None
    assert "Cannot save" in told[-1].text  # type: ignore[attr-defined]


def test_the_picture_is_saved_with_its_scales(bench: Bench, extras: LiveExtras) -> None:
    speak(bench, 3.0)
    panel = bench.window.live.panel
    panel.show_pictures("Waveform", "Pitch")
    QApplication.processEvents()
    catch_up(bench)
    size = panel.splitter.size() * panel.devicePixelRatioF()
    path = panel.save_picture()
    assert path is not None
    assert QImage(str(path)).size() == size
    assert path.suffix == ".png"
    assert not list(Path(path.parent).glob(".*"))


def test_loudness_figures_and_measuring_anew(bench: Bench, extras: LiveExtras) -> None:
    live = bench.window.live
    live.show_picture("Loudness")
    speak(bench, 4.0)
    catch_up(bench)
    (picture,) = live.panel.visible_pictures()
    figures = picture.figures  # type: ignore[attr-defined]
    loud, soft = (
        float(figures[channel, "Integrated"].text().replace("−", "-"))
        for channel in ("input", "output")
    )
    assert loud - soft == pytest.approx(6.0, abs=0.2)
    assert "0:0" in picture.over.text()  # type: ignore[attr-defined]
    picture.reset.click()  # type: ignore[attr-defined]
    assert figures["input", "Integrated"].text() == "–"


def test_themes_and_sizes_of_all_pictures(bench: Bench, extras: LiveExtras) -> None:
    speak(bench, 3.0)
    live = bench.window.live
    for mode, size in (("light", (960, 600)), ("dark", (1900, 1000))):
        bench.theme.set_mode(mode)
        bench.window.resize(*size)
        for name in NAMES:
            live.show_picture(name)
            QApplication.processEvents()
            catch_up(bench)
            (picture,) = live.panel.visible_pictures()
            seen = pixels_of(picture.canvases[0])  # type: ignore[attr-defined]
            green = (seen >> 8) & 0xFF
            assert (np.median(green) > 128) == (mode == "light"), name
