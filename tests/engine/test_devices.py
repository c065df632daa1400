"""Choosing a device, and PortAudio's refusals, on a stand-in for the sounddevice module."""

from __future__ import annotations

import threading
import time
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from syrinx.app.engine import device as device_module
from syrinx.app.engine import portaudio, portaudio_halves
from syrinx.app.engine.builder import Workshop
from syrinx.app.engine.device import choose_device, indexed_devices
from syrinx.app.engine.messages import EngineConfig
from syrinx.app.engine.portaudio import PortAudioDevice
from syrinx.app.engine.stream import Stream
from syrinx.app.engine.taps import Taps, TapWriter
from syrinx.dsp.errors import SyrinxError


class PortAudioError(Exception):
    pass


class FakeStream:
    """Calls back from a thread as PortAudio does."""

    def __init__(self, sd: FakeSd, kind: str, **options: Any) -> None:
        self.sd, self.kind, self.options = sd, kind, options
        self.latency = (0.005, 0.007) if kind == "duplex" else 0.006
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.seen: list[np.ndarray] = []

    def start(self) -> None:
        self._thread.start()

    def close(self, ignore_errors: bool = True) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        frames = self.options["blocksize"] or self.sd.own_period
        channels = self.options["channels"]
        rng = np.random.default_rng(0)
        while not self._stop.is_set() and not self.sd.unplugged:
            if self.kind == "duplex":
                indata = rng.uniform(-1, 1, (frames, channels[0])).astype(np.float32)
                outdata = np.full((frames, channels[1]), 9.0, np.float32)
                self.options["callback"](indata, outdata, frames, None, self.sd.status)
            elif self.kind == "input":
                indata = rng.uniform(-1, 1, (frames, channels)).astype(np.float32)
                self.options["callback"](indata, frames, None, self.sd.status)
                outdata = indata
            else:
                outdata = np.full((frames, channels), 9.0, np.float32)
                self.options["callback"](outdata, frames, None, self.sd.status)
            self.seen.append(outdata)
            time.sleep(0.001)
        if self.sd.unplugged:
            self.options["finished_callback"]()


class FakeSd:
    """As much of sounddevice as the engine uses."""

    PortAudioError = PortAudioError

    def __init__(self, devices: list[tuple[str, int, int, int, int]], apis: list[str]) -> None:
        self.devices, self.apis = devices, apis
        self.rates: dict[int, set[int]] = {}
        self.busy = self.unplugged = self.no_duplex = False
        self.status: Any = ""
        self.own_period = 96
        self.streams: list[FakeStream] = []

    def query_hostapis(self) -> tuple[dict[str, Any], ...]:
        return tuple(
            {"name": name, "default_input_device": 0, "default_output_device": 0}
            for name in self.apis
        )

    def query_devices(self) -> list[dict[str, Any]]:
        return [
            {
                "name": name,
                "hostapi": api,
                "max_input_channels": inputs,
                "max_output_channels": outputs,
                "default_samplerate": float(rate),
            }
            for name, api, inputs, outputs, rate in self.devices
        ]

    def check_input_settings(self, **options: Any) -> None:
        self._check(inputs=True, **options)

    def check_output_settings(self, **options: Any) -> None:
        self._check(inputs=False, **options)

    def _check(
        self, *, inputs: bool, device: int, channels: int, samplerate: int, **_: Any
    ) -> None:
        most = self.devices[device][2 if inputs else 3]
        if self.busy:
            raise PortAudioError("Error: Device unavailable", -9985)
        if not 1 <= channels <= most:
            raise PortAudioError("Error: Invalid number of channels", -9998)
        if samplerate not in self.rates.get(device, {self.devices[device][4]}):
            raise PortAudioError("Error: Invalid sample rate", -9997)

    def _open(self, kind: str, **options: Any) -> FakeStream:
        self.streams.append(FakeStream(self, kind, **options))
        return self.streams[-1]

    def Stream(self, **options: Any) -> FakeStream:  # noqa: N802
        if self.no_duplex:
            raise PortAudioError("Error: Illegal combination of I/O devices", -9993)
        return self._open("duplex", **options)

    def InputStream(self, **options: Any) -> FakeStream:  # noqa: N802
        return self._open("input", **options)

    def OutputStream(self, **options: Any) -> FakeStream:  # noqa: N802
        return self._open("output", **options)


MIC = ("USB mic", 0, 1, 0, 44100)
CARD = ("Card", 0, 8, 8, 48000)
OTHER = ("Card", 1, 2, 2, 48000)


def fake(
    monkeypatch: pytest.MonkeyPatch, *devices: tuple, apis: tuple = ("ALSA", "JACK")
) -> FakeSd:
    sd = FakeSd(list(devices), list(apis))
    for module in (portaudio, portaudio_halves, device_module):
        monkeypatch.setattr(module, "load_portaudio", lambda: sd)
    monkeypatch.setattr(device_module, "list_pulse", lambda: ())
    return sd


class Client:
    def __init__(self) -> None:
        self.captured: list[np.ndarray] = []
        self.xruns = 0

    def render(self, out: np.ndarray) -> None:
        out[:] = 0.25

    def capture(self, audio: np.ndarray, *, xruns: int = 0) -> None:
        self.captured.append(audio.copy())
        self.xruns += xruns


def run_for(device: PortAudioDevice, client: Any, seconds: float = 0.05) -> None:
    device.open()
    device.run(client)
    time.sleep(seconds)


def infos(*devices: tuple) -> list:
    return indexed_devices(FakeSd(list(devices), ["ALSA", "JACK"]))


def test_ids_are_stable_and_unambiguous() -> None:
    ids = [info.id for _, info in infos(CARD, OTHER, CARD, MIC)]
    assert ids == ["ALSA: Card", "JACK: Card", "ALSA: Card #2", "ALSA: USB mic"]


def test_a_device_is_found_by_id_name_and_part() -> None:
    devices = infos(MIC, CARD, OTHER)
    for wanted in ("ALSA: USB mic", "usb MIC", "mic"):
        assert choose_device(devices, wanted, output=False)[0] == 0
    assert choose_device(devices, "JACK: Card", output=True)[0] == 2
    assert choose_device(devices, None, output=True, host_api="JACK")[0] == 2


@pytest.mark.parametrize(
    ("devices", "wanted", "sentence"),
    [
        ([], None, "No sound device was found"),
        ([MIC], None, "None of the sound devices has an output"),
        ([CARD, OTHER], "Card", 'Several output devices match "Card"'),
        ([CARD, OTHER], "Crad", 'There is no output device "Crad"; there is "JACK: Card"'),
    ],
)
def test_a_wrong_choice_is_one_sentence(devices: list, wanted: str | None, sentence: str) -> None:
    with pytest.raises(SyrinxError, match=sentence):
        choose_device(infos(*devices), wanted, output=True)


def test_the_own_rate_of_the_output_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = fake(monkeypatch, ("Card", 0, 1, 2, 96000))
    device = PortAudioDevice()
    assert (device.sample_rate, device.notices) == (96000, [])
    client = Client()
    run_for(device, client)
    assert device.period == sd.own_period
    assert (device.input_latency_s, device.output_latency_s) == (0.005, 0.007)
    assert device.check() is None
    assert device.close()
    assert sd.streams[0].seen[0].max() == 0.0  # silent until it runs
    assert any((block == 0.25).all() for block in sd.streams[0].seen)
    assert client.captured[0].shape == (96,)


def test_a_refused_rate_is_a_notice_and_the_own_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, CARD)
    device = PortAudioDevice(sample_rate=22050)
    assert device.sample_rate == 48000
    assert "do not take 22050 Hz; they run at 48000 Hz" in device.notices[0]


def test_a_rate_that_both_take_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = fake(monkeypatch, MIC, CARD)
    sd.rates = {0: {44100}, 1: {48000, 44100}}
    assert PortAudioDevice(input_device="mic", output_device="card").sample_rate == 44100
    sd.rates = {0: {44100}, 1: {48000}}
    with pytest.raises(SyrinxError, match="no sample rate in common"):
        PortAudioDevice(input_device="mic", output_device="card")


def test_a_device_in_use_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = fake(monkeypatch, CARD)
    sd.busy = True
    with pytest.raises(SyrinxError, match="another program"):
        PortAudioDevice()


def test_stereo_input_is_averaged_and_flags_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = fake(monkeypatch, CARD)
    sd.status = "input overflow"
    client = Client()
    device = PortAudioDevice()
    run_for(device, client)
    device.close()
    assert sd.streams[0].options["channels"] == (2, 2)
    assert client.xruns == len(client.captured) > 0
    assert 0.1 < np.concatenate(client.captured).std() < 0.5  # 0.408 = mean of two


def test_devices_that_cannot_be_joined_run_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = fake(monkeypatch, CARD)
    sd.no_duplex = True
    client = Client()
    device = PortAudioDevice(period=64)
    run_for(device, client)
    assert [stream.kind for stream in sd.streams] == ["input", "output"]
    assert device.period == 64
    assert client.captured
    assert not device.coupled
    device.close()


def test_two_host_apis_run_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = fake(monkeypatch, CARD, OTHER)
    device = PortAudioDevice(input_device="ALSA: Card", output_device="JACK: Card")
    run_for(device, Client())
    device.close()
    assert [stream.options["device"] for stream in sd.streams] == [0, 1]


def test_an_exception_in_the_client_is_silence_and_the_stream_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sd = fake(monkeypatch, CARD)

    class Broken(Client):
        def render(self, out: np.ndarray) -> None:
            raise RuntimeError("bug")

    device = PortAudioDevice()
    run_for(device, Broken())
    device.close()
    assert device.callback_errors > 1
    assert sd.streams[0].seen[-1].max() == 0.0


def test_an_unplugged_device_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = fake(monkeypatch, CARD)
    device = PortAudioDevice()
    run_for(device, Client())
    sd.unplugged = True
    deadline = time.monotonic() + 5
    while device.check() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert "is gone" in (device.check() or "")
    assert device.close()


def test_a_device_that_calls_with_more_later_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    sd = fake(monkeypatch, CARD)
    taps = Taps()
    writer = TapWriter(taps.name)
    stream = Stream(EngineConfig(), Workshop(), writer)
    before = stream.latency().total_ms
    assert not stream.adapt()
    for frames in (240, 240):
        sd.streams[0].options["callback"](
            np.zeros((frames, 2), np.float32), np.zeros((frames, 2), np.float32), frames, None, ""
        )
    before_missing = stream.path.missing_ms
    assert stream.adapt()
    assert stream.path.period == 240
    assert stream.path.missing_ms >= before_missing  # the device goes on calling meanwhile
    assert stream.latency().total_ms == pytest.approx(before + 1000 * (240 - 96) / 48000)
    assert stream.close()
    writer.close()
    taps.close()


def test_a_close_that_hangs_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, CARD)
    monkeypatch.setattr(portaudio, "_CLOSE_S", 0.05)
    device = PortAudioDevice()
    run_for(device, Client())
    stream, release = device._streams[0], threading.Event()
    device._streams = [SimpleNamespace(close=lambda **_: release.wait(5))]
    assert not device.close()
    release.set()
    stream.close()


def test_a_device_without_callbacks_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, CARD)
    monkeypatch.setattr(portaudio, "_FIRST_CALLBACK_S", 0.05)
    monkeypatch.setattr(FakeStream, "_run", lambda self: None)
    with pytest.raises(SyrinxError, match="no sound moved"):
        PortAudioDevice().open()
