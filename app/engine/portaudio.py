"""A sound card through PortAudio (sounddevice): callbacks that copy and count."""

from __future__ import annotations

import threading
import time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.app.engine.device import (
    DeviceClient,
    choose_pair,
    indexed_devices,
    load_portaudio,
    quiet_stderr,
)
from syrinx.app.engine.device_names import feedback
from syrinx.app.engine.messages import DeviceInfo
from syrinx.app.engine.portaudio_modes import (
    NoCommonRateError,
    channel_counts,
    extra_settings,
    is_invalid_rate,
    refusal_sentence,
    selects,
    wants_exclusive,
)
from syrinx.app.engine.priority import raise_thread_priority
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

_SCRATCH = 8192
_FIRST_CALLBACK_S = 3.0
_SILENT_S = 1.5
"""Without a callback for so long, the device counts as gone."""
_CLOSE_S = 2.0
_PROBED_CALLBACKS = 4


class PortAudioDevice:
    """Input and output device as one stream, or as two where PortAudio cannot join them.

    Parameters
    ----------
    input_device, output_device
        See `choose_device`.
    sample_rate
        Wanted rate in Hz; a device that refuses it runs at its own, and a notice says so.
    period
        Wanted samples per callback; None = what the device likes.
    input_channel, exclusive
        See `EngineConfig`. Devices that refuse the exclusive mode are shared, with a notice.

    Raises
    ------
    SyrinxError
        No such device, in use by another program, or no common rate.
    """

    def __init__(
        self,
        *,
        input_device: str | None = None,
        output_device: str | None = None,
        sample_rate: int | None = None,
        period: int | None = None,
        input_channel: int | None = None,
        exclusive: bool = False,
    ) -> None:
        self._sd = load_portaudio()
        devices = indexed_devices(self._sd)
        self._in, self._out = choose_pair(devices, input_device, output_device)
        self.input_name, self.output_name = self._in[1].name, self._out[1].name
        self.host_api, self.output_id = self._in[1].host_api, self._out[1].id
        self.coupled = True
        warning = feedback(self._in[1], [self._out[1]])
        self.notices: list[str] = [] if warning is None else [warning]
        self.period = 0
        self.input_latency_s = self.output_latency_s = 0.0
        self._wanted_period = period
        self._input_channel, self._exclusive = input_channel, exclusive
        alone = input_channel is not None and selects(self._in[1])
        self._picked = None if input_channel is None else 0 if alone else input_channel - 1
        self.sample_rate = self._settle(sample_rate)
        self._client: DeviceClient | None = None
        self._streams: list[Any] = []
        self._frames: list[int] = []
        self._callbacks = 0
        self._seen: tuple[int, float] = (0, time.monotonic())
        self._finished = False
        self._scratch_in: Audio = np.zeros(_SCRATCH, np.float32)
        self._scratch_out: Audio = np.zeros(_SCRATCH, np.float32)
        self.callback_errors = 0

    def open(self) -> None:
        """Start the stream, silent, and learn its period and delays.

        Raises
        ------
        SyrinxError
            It does not open, or does not run.
        """
        # JACK has one period for everybody; 0 hands every host API's own blocks through, which
        # avoids PortAudio's re-blocking and the bursts of callbacks that it makes.
        jack = "jack" in self.host_api.lower()
        blocksize = 0 if jack or self._wanted_period is None else self._wanted_period
        try:
            with quiet_stderr():
                self._open_streams(blocksize)
                for stream in self._streams:
                    stream.start()
        except self._sd.PortAudioError as error:
            self.close()
            raise SyrinxError(self._sentence(error)) from error
        end = time.monotonic() + _FIRST_CALLBACK_S
        while self._callbacks < _PROBED_CALLBACKS and time.monotonic() < end:
            time.sleep(0.002)
        if not self._frames:
            self.close()
            raise SyrinxError(
                f'"{self.input_name}" and "{self.output_name}" opened but no sound moved: '
                "choose another device or restart the sound server."
            )
        self.period = max(self._frames)
        if jack and self._wanted_period not in (None, self.period):
            self.notices.append(
                f"JACK runs with {self.period} samples per period; the wanted "
                f"{self._wanted_period} can only be set in JACK itself."
            )
        self.input_latency_s, self.output_latency_s = self._latencies()
        self._seen = (self._callbacks, time.monotonic())

    def run(self, client: DeviceClient) -> None:
        """Connect the callbacks to ``client``."""
        self._client = client

    def check(self) -> str | None:
        """Return a sentence when callbacks have stopped coming, else None."""
        count, now = self._callbacks, time.monotonic()
        if count != self._seen[0]:
            self._seen = (count, now)
        if self._finished or now - self._seen[1] > _SILENT_S:
            names = " or ".join(
                f'"{n}"' for n in dict.fromkeys([self.input_name, self.output_name])
            )
            return f"The sound device {names} is gone: plug it in again or choose another one."
        return None

    def close(self) -> bool:
        """Stop the streams; False when PortAudio hangs (it does after a JACK server died)."""
        self._client = None
        streams, self._streams = self._streams, []
        if not streams:
            return True
        done = threading.Event()

        def close() -> None:
            for stream in streams:
                try:
                    stream.close(ignore_errors=True)
                except Exception:  # a device that is gone may answer anything
                    continue
            done.set()

        threading.Thread(target=close, name="close-device", daemon=True).start()
        return done.wait(_CLOSE_S)

    # ---- opening ----

    def _open_streams(self, blocksize: int) -> None:
        common = {
            "samplerate": self.sample_rate,
            "blocksize": blocksize,
            "dtype": "float32",
            "latency": "low",
            "finished_callback": self._on_finished,
        }
        if self._in[1].host_api == self._out[1].host_api:
            try:
                stream = self._sd.Stream(
                    device=(self._in[0], self._out[0]),
                    channels=(self._in_channels, self._out_channels),
                    callback=self._on_duplex,
                    extra_settings=(
                        self._extra(self._in[1], output=False),
                        self._extra(self._out[1], output=True),
                    ),
                    **common,
                )
                self._streams = [stream]
                return
            except self._sd.PortAudioError:
                # Some pairs only work apart; if each fails alone too, that error is reported.
                self._streams = []
        self.coupled = False
        self._streams.append(
            self._sd.InputStream(
                device=self._in[0],
                channels=self._in_channels,
                callback=self._on_input,
                extra_settings=self._extra(self._in[1], output=False),
                **common,
            )
        )
        self._streams.append(
            self._sd.OutputStream(
                device=self._out[0],
                channels=self._out_channels,
                callback=self._on_output,
                extra_settings=self._extra(self._out[1], output=True),
                **common,
            )
        )

    def _latencies(self) -> tuple[float, float]:
        if len(self._streams) == 1:
            given = self._streams[0].latency
            return float(given[0]), float(given[1])
        return float(self._streams[0].latency), float(self._streams[1].latency)

    def _extra(self, info: DeviceInfo, *, output: bool) -> Any:
        exclusive = wants_exclusive(info, self._exclusive)
        channel = None if output else self._input_channel
        return extra_settings(self._sd, info, exclusive=exclusive, input_channel=channel)

    def _settle(self, wanted: int | None) -> int:
        """Find channels and rate; give up the exclusive mode where it is refused."""
        if self._exclusive:
            try:
                return self._find_format(wanted)
            except SyrinxError:
                self._exclusive = False
                self.notices.append(
                    f'"{self.input_name}" and "{self.output_name}" refuse the exclusive mode; '
                    "they are shared with other programs."
                )
        return self._find_format(wanted)

    def _find_format(self, wanted: int | None) -> int:
        self._in_channels = self._channels(self._in, output=False)
        self._out_channels = self._channels(self._out, output=True)
        return self._choose_rate(wanted)

    def _channels(self, device: tuple[int, DeviceInfo], *, output: bool) -> int:
        """Return 2 where possible (a microphone may be on either), else what the device takes."""
        info = device[1]
        most = info.output_channels if output else info.input_channels
        channel = None if output else self._input_channel
        counts = channel_counts(most, channel, info.name)
        if channel is not None and selects(info):
            return 1
        for count in counts:
            if self._refusal(device, info.default_sample_rate, count, output=output) is None:
                return count
        return counts[0]

    def _choose_rate(self, wanted: int | None) -> int:
        rates = [self._out[1].default_sample_rate, self._in[1].default_sample_rate, 48000, 44100]
        refusals: dict[int, Any] = {}
        for rate in dict.fromkeys(([wanted] if wanted else []) + rates):
            refusal = self._refusal(
                self._in, rate, self._in_channels, output=False
            ) or self._refusal(self._out, rate, self._out_channels, output=True)
            if refusal is None:
                if wanted and rate != wanted:
                    self.notices.append(
                        f'"{self.input_name}" and "{self.output_name}" do not take {wanted} Hz; '
                        f"they run at {rate} Hz."
                    )
                return int(rate)
            refusals[rate] = refusal
        worst = next((e for e in refusals.values() if not is_invalid_rate(e)), None)
        if worst is not None:
            raise SyrinxError(self._sentence(worst)) from worst
        raise NoCommonRateError(
            f'"{self.input_name}" and "{self.output_name}" have no sample rate in common: choose '
            "another pair, or the devices of a sound server (PipeWire, PulseAudio)."
        )

    def _refusal(
        self, device: tuple[int, DeviceInfo], rate: int, channels: int, *, output: bool
    ) -> Exception | None:
        check = self._sd.check_output_settings if output else self._sd.check_input_settings
        try:
            with quiet_stderr():
                check(
                    device=device[0],
                    channels=channels,
                    dtype="float32",
                    samplerate=rate,
                    extra_settings=self._extra(device[1], output=output),
                )
        except (self._sd.PortAudioError, ValueError) as error:
            return error
        return None

    def _sentence(self, error: Exception) -> str:
        rate = getattr(self, "sample_rate", 0)
        return refusal_sentence(self.input_name, error, rate=rate, other=self.output_name)

    # ---- audio thread ----

    def _on_finished(self) -> None:
        self._finished = True

    def _on_duplex(
        self, indata: NDArray[np.float32], outdata: NDArray[np.float32], *rest: Any
    ) -> None:
        try:
            self._render(outdata)
            self._capture(indata, rest[-1])
        except Exception:  # must never reach PortAudio, which would end the stream
            outdata.fill(0)
            self.callback_errors += 1
        self._count(outdata.shape[0])

    def _on_input(self, indata: NDArray[np.float32], *rest: Any) -> None:
        try:
            self._capture(indata, rest[-1])
        except Exception:
            self.callback_errors += 1
        self._count(indata.shape[0])

    def _on_output(self, outdata: NDArray[np.float32], *rest: Any) -> None:
        try:
            self._render(outdata)
        except Exception:
            outdata.fill(0)
            self.callback_errors += 1

    def _count(self, frames: int) -> None:
        if not self._callbacks:
            # JACK and ALSA call from a thread of ordinary priority when they may not have more.
            raise_thread_priority()
        self._callbacks += 1
        if self._client is None:
            self._frames.append(frames)

    def _render(self, outdata: NDArray[np.float32]) -> None:
        client = self._client
        if client is None:
            outdata.fill(0)
            return
        # Pieces of one scratch buffer: no device was seen with more than one of them.
        for start in range(0, outdata.shape[0], _SCRATCH):
            part = outdata[start : start + _SCRATCH]
            mono = self._scratch_out[: part.shape[0]]
            client.render(mono)
            part[:, :2] = mono[:, None]
            part[:, 2:] = 0

    def _capture(self, indata: NDArray[np.float32], status: Any) -> None:
        client = self._client
        if client is None:
            return
        xruns = 1 if status else 0
        for start in range(0, indata.shape[0], _SCRATCH):
            part = indata[start : start + _SCRATCH]
            mono = self._scratch_in[: part.shape[0]]
            if self._picked is None:
                np.mean(part[:, :2], axis=1, out=mono)
            else:
                mono[:] = part[:, self._picked]
            client.capture(mono, xruns=xruns)
            xruns = 0
