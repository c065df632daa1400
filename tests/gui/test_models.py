"""Meters, voices, devices and tokens as values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from syrinx.app.engine.messages import DeviceInfo
from syrinx.app.viewmodels.devices import DevicesModel
from syrinx.app.viewmodels.meters import FALL_DB_PER_S, FLOOR_DBFS, HOLD_S, Meter, fraction
from syrinx.app.viewmodels.voices import VoiceRole, VoicesModel
from syrinx.app.views.theme import style_sheet
from syrinx.app.views.tokens import DARK, LIGHT, Palette, contrast
from tests.gui.fakes import DEVICES, make_voices


def test_meter_rises_at_once_and_falls_at_its_rate() -> None:
    meter = Meter()
    meter.update(rms_dbfs=-10, peak_dbfs=-3, elapsed_s=0.02)
    assert (meter.level_dbfs, meter.peak_dbfs) == (-10, -3)
    for _ in range(10):
        meter.update(rms_dbfs=-200, peak_dbfs=-200, elapsed_s=0.1)
    assert meter.level_dbfs == pytest.approx(-10 - FALL_DB_PER_S)
    for _ in range(100):
        meter.update(rms_dbfs=-200, peak_dbfs=-200, elapsed_s=0.1)
    assert (meter.level_dbfs, meter.peak_dbfs) == (FLOOR_DBFS, FLOOR_DBFS)


def test_meter_holds_its_peak() -> None:
    meter = Meter()
    meter.update(rms_dbfs=-10, peak_dbfs=-3, elapsed_s=0.02)
    held = 0.0
    while meter.peak_dbfs == -3:
        meter.update(rms_dbfs=-60, peak_dbfs=-60, elapsed_s=0.05)
        held += 0.05
    assert held == pytest.approx(HOLD_S, abs=0.11)


def test_clip_light_stays_until_cleared() -> None:
    meter = Meter()
    meter.update(rms_dbfs=-10, peak_dbfs=0.0, elapsed_s=0.02)
    meter.update(rms_dbfs=-60, peak_dbfs=-60, elapsed_s=10)
    assert meter.clipped
    meter.clear_clip()
    assert not meter.clipped


def test_meter_scale() -> None:
    assert (fraction(-60), fraction(-30), fraction(0), fraction(6)) == (0, 0.5, 1, 1)


def names(model: VoicesModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["Kathleen", "Günter", "Robot", "Giant", "Radio", "Whisper"]),
        ("gunter", ["Günter"]),
        ("GÜNT", ["Günter"]),
        ("deep", ["Günter", "Giant"]),
        ("deep german", ["Günter"]),
        ("zebra", []),
    ],
)
def test_search(text: str, expected: list[str]) -> None:
    model = VoicesModel(make_voices())
    model.set_text(text)
    assert names(model) == expected


def test_kinds_and_favourites() -> None:
    model = VoicesModel(make_voices())
    model.set_kind("effect")
    assert names(model) == ["Robot", "Giant", "Radio", "Whisper"]
    model.set_favourites(["radio"])
    assert names(model)[0] == "Radio"
    assert model.index(0).data(VoiceRole.FAVOURITE) is True
    assert (model.count_of("neural"), model.count_of("all")) == (2, 6)
    assert model.row_of("kathleen") == -1
    found = model.find("kathleen")
    assert found is not None


def test_what_a_screen_reader_hears() -> None:
    model = VoicesModel(make_voices())
    text = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Kathleen, neural voice. A clear, warm narrator"


def test_devices_are_grouped_by_host_api() -> None:
    model = DevicesModel()
    model.set_devices(DEVICES)
    lines = [(line.text, line.heading, line.id) for line in model.inputs()]
    assert lines == [
        ("System default (USB microphone)", False, None),
        ("ALSA", True, None),
        ("USB microphone", False, "ALSA: USB microphone"),
        ("JACK Audio Connection Kit", True, None),
        ("system", False, "JACK: system"),
    ]
    assert [line.id for line in model.outputs() if line.id] == ["ALSA: Headphones", "JACK: system"]


def test_a_chosen_device_that_is_gone_stays_visible() -> None:
    model = DevicesModel()
    model.restore("ALSA: USB microphone", None)
    model.set_devices(DEVICES[1:])
    missing = [line for line in model.inputs() if line.missing]
    assert [line.text for line in missing] == ["ALSA: USB microphone (not connected)"]


def test_what_is_there() -> None:
    model = DevicesModel()
    model.set_devices(())
    assert not model.has_input
    only_out: DeviceInfo = replace(DEVICES[1])
    model.set_devices((only_out,))
    assert (model.has_input, model.has_output) == (False, True)


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
def test_text_is_readable(palette: Palette) -> None:
    for ground in (palette.ground, palette.surface, palette.raised, palette.accent_soft):
        assert contrast(palette.text, ground) >= 7
        assert contrast(palette.text_muted, ground) >= 4.5
        assert contrast(palette.text_faint, ground) >= 3
    assert contrast(palette.accent_text, palette.accent) >= 4.5
    assert contrast(palette.danger_text, palette.danger) >= 4.5
    assert contrast(palette.accent, palette.surface) >= 3
    assert contrast("#201500", palette.warning) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
def test_no_token_of_the_style_sheet_is_left_open(palette: Palette) -> None:
    assert "@" not in style_sheet(palette)
