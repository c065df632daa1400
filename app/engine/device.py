"""What a sound device is to the engine, and the list of those that there are."""

from __future__ import annotations

import contextlib
import difflib
import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Protocol

from syrinx.app.engine.device_names import plain_name
from syrinx.app.engine.messages import DeviceInfo, EngineConfig
from syrinx.app.engine.pulse_list import is_pulse, list_pulse
from syrinx.app.texts import mark
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

NO_DEVICES = (
    "No sound device was found: plug one in or start a sound server "
    "(PipeWire, PulseAudio or JACK), then refresh the list."
)


class DeviceClient(Protocol):
    """What a device calls. `render` and `capture` come from its audio thread and never wait."""

    def render(self, out: Audio) -> None:
        """Fill ``out`` with the next samples to play."""
        ...

    def capture(self, audio: Audio, *, xruns: int = 0) -> None:
        """Take the samples just recorded; ``xruns`` of them lost before, as the device says."""
        ...

    def drain(self) -> None:
        """Wait until everything captured is processed (scripted devices only)."""
        ...

    def hold(self, held: bool) -> None:
        """Hold the processing, or let it go on (scripted devices only)."""
        ...


class AudioDevice(Protocol):
    """A pair of one input and one output, mono.

    The constructor finds out `sample_rate` without running anything, so that the voice can be
    built and warmed up first; `open` runs the device silently and finds out the rest; `run`
    connects it. `coupled`: one callback serves both. `output_id`: as the list of devices has it.
    """

    sample_rate: int
    period: int
    input_name: str
    output_name: str
    host_api: str
    input_latency_s: float
    output_latency_s: float
    output_id: str
    coupled: bool
    notices: list[str]

    def open(self) -> None:
        """Start the device, playing silence. Raises SyrinxError with a sentence."""
        ...

    def run(self, client: DeviceClient) -> None:
        """From the next callback on, call ``client``."""
        ...

    def check(self) -> str | None:
        """Return a sentence once the device is gone, "" at its regular end, else None."""
        ...

    def close(self) -> bool:
        """Stop. Returns False when the sound library hangs over it."""
        ...


def open_device(config: EngineConfig) -> AudioDevice:
    """Return the device that the configuration asks for, not opened yet.

    Raises
    ------
    SyrinxError
        There is no such device, or it takes no rate that works.
    """
    if config.script is not None:
        from syrinx.app.engine.scripted import ScriptedDevice

        return ScriptedDevice(config.script)
    devices = known_devices()
    source, sink = choose_pair(devices, config.input_device, config.output_device)
    if not is_pulse(source[1]) and not is_pulse(sink[1]):
        from syrinx.app.engine.portaudio import PortAudioDevice
        from syrinx.app.engine.portaudio_modes import NoCommonRateError

        # Two devices without a common rate run apart, and the input is resampled.
        with contextlib.suppress(NoCommonRateError):
            return PortAudioDevice(
                input_device=None if config.input_device is None else source[1].id,
                output_device=None if config.output_device is None else sink[1].id,
                sample_rate=config.sample_rate,
                period=config.period,
                input_channel=config.input_channel,
                exclusive=config.exclusive,
            )
    from syrinx.app.engine.paired import PairedDevice

    return PairedDevice(
        source,
        sink,
        sample_rate=config.sample_rate,
        period=config.period,
        input_channel=config.input_channel,
        exclusive=config.exclusive,
    )


def choose_pair(
    devices: list[tuple[int, DeviceInfo]], source: str | None, sink: str | None
) -> tuple[tuple[int, DeviceInfo], tuple[int, DeviceInfo]]:
    """Return input and output; a default belongs to the host API of the one that was named.

    Raises
    ------
    SyrinxError
        As `choose_device`.
    """
    if source is None and sink is not None:
        out = choose_device(devices, sink, output=True)
        return choose_device(devices, None, output=False, host_api=out[1].host_api), out
    inp = choose_device(devices, source, output=False)
    return inp, choose_device(devices, sink, output=True, host_api=inp[1].host_api)


def load_portaudio() -> Any:
    """Import sounddevice, with the native libraries' chatter on stderr kept away.

    Raises
    ------
    SyrinxError
        PortAudio is not installed.
    """
    os.environ.setdefault("JACK_NO_START_SERVER", "1")
    os.environ.setdefault("JACK_NO_AUDIO_RESERVATION", "1")
    try:
        with quiet_stderr():
            import sounddevice
    except OSError as error:
        raise SyrinxError(
            "The PortAudio library is missing: install it (Debian and Ubuntu: "
            "`sudo apt install libportaudio2`) and start Syrinx again."
        ) from error
    return sounddevice


def list_devices(*, rescan: bool = False) -> tuple[DeviceInfo, ...]:
    """Return the sound devices: those of a sound server, then of all host APIs of PortAudio.

    Parameters
    ----------
    rescan
        Search again: PortAudio lists devices once, when it starts. Ends every stream of this
        process.

    Raises
    ------
    SyrinxError
        PortAudio is not installed, and no sound server runs.
    """
    if rescan:
        rescan_portaudio()
    return tuple(info for _, info in known_devices())


def rescan_portaudio() -> None:
    """Let PortAudio search again, where it is installed. Ends every stream of this process."""
    with contextlib.suppress(SyrinxError):
        sounddevice = load_portaudio()
        with quiet_stderr():
            sounddevice._terminate()
            sounddevice._initialize()


def known_devices() -> list[tuple[int, DeviceInfo]]:
    """Return all devices; PortAudio's with its number, those of a sound server with -1.

    Where a sound server runs, its devices are the defaults, and PortAudio's own ways to it are
    left out: through ALSA's plugin callbacks stopped for up to two seconds (measured).

    Raises
    ------
    SyrinxError
        PortAudio is not installed, and no sound server runs.
    """
    served = list_pulse()
    try:
        listed = indexed_devices(load_portaudio())
    except SyrinxError:
        if not served:
            raise
        listed = []
    if not served:
        return listed
    ways = ("ALSA: pulse", "ALSA: default", "ALSA: pipewire")
    kept = [
        (index, replace(info, is_default_input=False, is_default_output=False))
        for index, info in listed
        if info.id not in ways
    ]
    return [(-1, info) for info in served] + kept


def indexed_devices(sounddevice: Any) -> list[tuple[int, DeviceInfo]]:
    """Return PortAudio's number of each device with its description."""
    apis = sounddevice.query_hostapis()
    default_in, default_out = _system_defaults(apis)
    seen: dict[str, int] = {}
    found = []
    for index, device in enumerate(sounddevice.query_devices()):
        api = apis[device["hostapi"]]["name"]
        plain = f"{api}: {device['name']}"
        seen[plain] = seen.get(plain, 0) + 1
        info = DeviceInfo(
            id=plain if seen[plain] == 1 else f"{plain} #{seen[plain]}",
            name=device["name"],
            host_api=api,
            input_channels=int(device["max_input_channels"]),
            output_channels=int(device["max_output_channels"]),
            default_sample_rate=round(device["default_samplerate"]),
            is_default_input=index == default_in,
            is_default_output=index == default_out,
        )
        found.append((index, info))
    return found


def choose_device(
    devices: list[tuple[int, DeviceInfo]], wanted: str | None, *, output: bool, host_api: str = ""
) -> tuple[int, DeviceInfo]:
    """Return the device that ``wanted`` means: its id, its name or an unambiguous part of one.

    Parameters
    ----------
    devices
        As `indexed_devices` lists them.
    wanted
        None = the default.
    output
        Whether to play or to record.
    host_api
        Preferred for the default, so that both ends belong together.

    Raises
    ------
    SyrinxError
        There is none, or there are several; the sentence names the near ones.
    """
    kind = mark("output") if output else mark("input")

    def able(info: DeviceInfo) -> bool:
        return (info.output_channels if output else info.input_channels) > 0

    fit = [pair for pair in devices if able(pair[1])]
    if not devices:
        raise SyrinxError(NO_DEVICES)
    if not fit:
        raise SyrinxError(f"None of the sound devices has an {kind}: plug one in and refresh.")
    if wanted is None:
        fit.sort(
            key=lambda pair: (
                bool(host_api) and pair[1].host_api != host_api,
                # A server without a microphone names a loop as its default: that feeds back.
                pair[1].monitor_of is not None,
                not (pair[1].is_default_output if output else pair[1].is_default_input),
            )
        )
        return fit[0]
    text = wanted.strip().casefold()
    for matches in (
        [pair for pair in fit if pair[1].id.casefold() == text],
        [pair for pair in fit if pair[1].name.casefold() == text],
        [pair for pair in fit if plain_name(pair[1].id).casefold() == plain_name(text)],
        [pair for pair in fit if text and text in pair[1].id.casefold()],
        [pair for pair in fit if text and text in pair[1].name.casefold()],
    ):
        if len(matches) == 1:
            return matches[0]
        if matches:
            several = ", ".join(f'"{info.id}"' for _, info in matches[:4])
            raise SyrinxError(f'Several {kind} devices match "{wanted}": write one of {several}.')
    names = [info.id for _, info in fit]
    near = difflib.get_close_matches(wanted, names, n=3, cutoff=0.3) or names[:3]
    there = ", ".join(f'"{name}"' for name in near)
    raise SyrinxError(f'There is no {kind} device "{wanted}"; there is {there}.')


_stderr_lock = threading.Lock()


@contextlib.contextmanager
def quiet_stderr() -> Iterator[None]:
    """Send what native libraries print on stderr to nowhere."""
    with _stderr_lock:
        try:
            sys.stderr.flush()
            kept = os.dup(2)
        except (OSError, ValueError, AttributeError):  # a program without a console
            yield
            return
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 2)
            os.close(nowhere)
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)


def _system_defaults(apis: Any) -> tuple[int, int]:
    default_in = default_out = -1
    for api in apis:
        if default_in < 0:
            default_in = api["default_input_device"]
        if default_out < 0:
            default_out = api["default_output_device"]
    return default_in, default_out
