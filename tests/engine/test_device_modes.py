"""Channels, exclusive modes and single outputs, on the stand-in for sounddevice."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from syrinx.app.engine.device import choose_pair, indexed_devices, open_device
from syrinx.app.engine.messages import EngineConfig
from syrinx.app.engine.paired import PairedDevice
from syrinx.app.engine.portaudio import PortAudioDevice
from syrinx.app.engine.portaudio_halves import PortAudioHalf
from syrinx.dsp.errors import SyrinxError
from tests.engine.test_devices import CARD, MIC, Client, FakeSd, FakeStream, fake, run_for

EIGHT = ("Interface", 0, 8, 8, 96000)


class Modes(FakeSd):
    """With the settings of the host APIs as plain records; some devices refuse to be had alone."""

    refuses_exclusive = False

    def _settings(self, kind: str) -> Any:
        return lambda **options: SimpleNamespace(kind=kind, **options)

    def __getattr__(self, name: str) -> Any:
        if name.endswith("Settings"):
            return self._settings(name)
        raise AttributeError(name)

    def _check(self, **options: Any) -> None:
        extra = options.pop("extra_settings", None)
        if self.refuses_exclusive and getattr(extra, "exclusive", False):
            raise type(self).PortAudioError("Error: Invalid device", -9996)
        super()._check(**options)


def modes(monkeypatch: pytest.MonkeyPatch, api: str, *devices: tuple) -> Modes:
    fake(monkeypatch, *devices, apis=(api,))
    sd = Modes(list(devices), [api])
    for name in ("portaudio", "portaudio_halves", "device"):
        monkeypatch.setattr(f"syrinx.app.engine.{name}.load_portaudio", lambda: sd)
    return sd


def extras(sd: Modes) -> tuple[Any, Any]:
    return sd.streams[0].options["extra_settings"]


def test_one_channel_of_eight_is_heard_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each channel holds its own number."""
    sd = modes(monkeypatch, "ALSA", EIGHT)
    device = PortAudioDevice(input_channel=5)
    client = Client()
    run_for(device, client)
    device.close()
    assert sd.streams[0].options["channels"] == (5, 2)
    assert device.sample_rate == 96000
    numbers = np.tile(np.arange(5, dtype=np.float32), (96, 1))
    client.captured.clear()
    device.run(client)
    device._on_duplex(numbers, np.zeros((96, 2), np.float32), 96, None, "")
    assert (client.captured[0] == 4.0).all()


def test_the_mix_is_that_of_the_first_two(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = modes(monkeypatch, "ALSA", EIGHT)
    sd.devices = [EIGHT]
    device = PortAudioDevice()
    client = Client()
    device.run(client)
    numbers = np.tile(np.arange(8, dtype=np.float32), (64, 1))
    out = np.full((64, 8), 9.0, np.float32)
    device._on_duplex(numbers, out, 64, None, "")
    assert (client.captured[0] == 0.5).all()
    assert (out[:, :2] == 0.25).all()
    assert not out[:, 2:].any()  # not aloud on sockets that nobody chose


def test_a_channel_that_is_not_there_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    modes(monkeypatch, "ALSA", CARD, MIC)
    with pytest.raises(SyrinxError, match="has channels 1 to 8: choose one of them, not 9"):
        PortAudioDevice(input_channel=9)
    with pytest.raises(SyrinxError, match="has one channel"):
        PortAudioDevice(input_device="USB mic", input_channel=2)


@pytest.mark.parametrize(
    ("api", "selected"), [("ASIO", "channel_selectors"), ("Core Audio", "channel_map")]
)
def test_some_host_apis_open_one_channel_alone(
    monkeypatch: pytest.MonkeyPatch, api: str, selected: str
) -> None:
    sd = modes(monkeypatch, api, EIGHT)
    device = PortAudioDevice(input_channel=5)
    client = Client()
    run_for(device, client)
    device.close()
    assert sd.streams[0].options["channels"] == (1, 2)
    inp, out = extras(sd)
    assert getattr(inp, selected) == [4]
    assert out is None
    assert client.captured


def test_wasapi_is_shared_or_exclusive(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = modes(monkeypatch, "Windows WASAPI", CARD)
    run_for(device := PortAudioDevice(), Client())
    device.close()
    assert all(extra.auto_convert for extra in extras(sd))
    sd.streams.clear()
    run_for(device := PortAudioDevice(exclusive=True), Client())
    device.close()
    assert all(extra.exclusive for extra in extras(sd))
    assert device.notices == []


def test_a_refused_exclusive_mode_is_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = modes(monkeypatch, "Windows WASAPI", CARD)
    sd.refuses_exclusive = True
    run_for(device := PortAudioDevice(exclusive=True), Client())
    device.close()
    assert "refuse the exclusive mode" in device.notices[0]
    assert all(extra.auto_convert for extra in extras(sd))


def test_core_audio_changes_the_device_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = modes(monkeypatch, "Core Audio", CARD)
    run_for(device := PortAudioDevice(), Client())
    device.close()
    assert extras(sd) == (None, None)
    sd.streams.clear()
    run_for(device := PortAudioDevice(exclusive=True), Client())
    device.close()
    assert all(extra.change_device_parameters for extra in extras(sd))


@pytest.mark.parametrize("api", ["ALSA", "JACK", "ASIO", "MME"])
def test_exclusive_means_nothing_elsewhere(monkeypatch: pytest.MonkeyPatch, api: str) -> None:
    sd = modes(monkeypatch, api, CARD)
    run_for(device := PortAudioDevice(exclusive=True), Client())
    device.close()
    assert extras(sd) == (None, None)
    assert device.notices == []


# ---- one direction ----


def half(sd: FakeSd, number: int, **options: Any) -> PortAudioHalf:
    index, info = indexed_devices(sd)[number]
    return PortAudioHalf(index, info, **options)


def test_an_output_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = modes(monkeypatch, "ALSA", ("Phones", 0, 0, 2, 44100))
    output = half(sd, 0, output=True)
    assert (output.sample_rate, output.channels) == (44100, 2)
    output.open()
    assert (output.period, output.latency_s) == (sd.own_period, 0.006)
    assert sd.streams[0].seen[0].max() == 0.0
    output.run(lambda frames: frames.fill(0.25))
    time.sleep(0.05)
    assert output.check() is None
    assert (sd.streams[0].seen[-1] == 0.25).all()
    output.run(lambda _: 1 / 0)
    time.sleep(0.05)
    assert not sd.streams[0].seen[-1].any()
    assert output.callback_errors
    sd.unplugged = True
    deadline = time.monotonic() + 5
    while output.check() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert "is gone" in (output.check() or "")
    assert output.close()


def test_an_output_that_does_not_open_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = modes(monkeypatch, "ALSA", ("Phones", 0, 0, 2, 44100))
    sd.busy = True
    with pytest.raises(SyrinxError, match="another program"):
        half(sd, 0, output=True)
    sd.busy = False
    sd.rates = {0: {22050}}
    with pytest.raises(SyrinxError, match='"Phones" does not take 44100 Hz'):
        half(sd, 0, output=True)
    sd.rates = {}
    output = half(sd, 0, output=True)
    monkeypatch.setattr("syrinx.app.engine.portaudio_halves._FIRST_CALLBACK_S", 0.05)
    monkeypatch.setattr(FakeStream, "_run", lambda self: None)
    with pytest.raises(SyrinxError, match="no sound moved"):
        output.open()


class FakePulseOutput:
    def __init__(self, info: Any, *, rate: int | None = None) -> None:
        self.name, self.sample_rate = info.name, rate
        self.period, self.latency_s, self.opened = 240, 0.02, 0
        self.render: Any = None

    def open(self) -> None:
        self.opened += 1

    def run(self, render: Any) -> None:
        self.render = render

    def check(self) -> str | None:
        return "It is gone."

    def close(self) -> bool:
        self.opened -= 1
        return True


def test_a_card_and_a_sound_server_are_a_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    """The card's own rate, since the server converts; and channel 2 of the card."""
    sd = modes(monkeypatch, "ALSA", ("USB mic", 0, 2, 0, 44100))
    monkeypatch.setattr("syrinx.app.engine.paired.PulseOutput", FakePulseOutput)
    sink = type(indexed_devices(sd)[0][1])(
        id="PulseAudio: a", name="A", host_api="PulseAudio", input_channels=0, output_channels=2,
        default_sample_rate=48000,
    )  # fmt: skip
    pair = choose_pair([*indexed_devices(sd), (-1, sink)], "USB mic", "A")
    device = PairedDevice(*pair, input_channel=2)
    assert device.sample_rate == 44100
    assert (device.coupled, device.output_id) == (False, "PulseAudio: a")
    device.open()
    assert device.period == 240
    client = Client()
    device.run(client)
    numbers = np.tile(np.arange(2, dtype=np.float32), (64, 1))
    client.captured.clear()
    device._on_input(numbers, 1)
    assert (client.captured[-1] == 1.0).all()
    assert client.xruns == 1
    out = np.zeros((240, 2), np.float32)
    device._output.render(out)  # type: ignore[attr-defined]
    assert (out == 0.25).all()
    assert device.check() == "It is gone."
    assert device.close()
    assert device._output.opened == 0  # type: ignore[attr-defined]


def test_two_cards_without_a_common_rate_run_apart_and_the_input_is_resampled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sd = modes(monkeypatch, "ALSA", ("USB mic", 0, 1, 0, 44100), ("Card", 0, 0, 2, 48000))
    monkeypatch.setattr("syrinx.app.engine.device.list_pulse", lambda: ())
    device = open_device(EngineConfig(input_device="USB mic", output_device="Card"))
    assert isinstance(device, PairedDevice)
    assert device.sample_rate == 48000
    device.open()
    try:
        assert [stream.options["samplerate"] for stream in sd.streams] == [48000, 44100]
        assert device.period == 105  # 96 samples at 44.1 kHz
        client = Client()
        device._client = client
        tone = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(44100) / 44100)
        for start in range(0, 44100, 441):
            device._on_input(tone[start : start + 441, None].astype(np.float32), 0)
        heard = np.concatenate(client.captured)
        assert len(heard) == pytest.approx(48000, abs=110)
        spectrum = np.abs(np.fft.rfft(heard[1000:45000] * np.hanning(44000)))
        assert np.argmax(spectrum) * 48000 / 44000 == pytest.approx(1000, abs=1.5)
        assert device.input_latency_s == pytest.approx(0.006 + (96 + 16) / 44100, abs=1e-4)
    finally:
        assert device.close()
