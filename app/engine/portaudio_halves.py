"""One direction of a sound card through PortAudio: a monitor, or half of a mixed pair."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from syrinx.app.engine.device import load_portaudio, quiet_stderr
from syrinx.app.engine.messages import DeviceInfo
from syrinx.app.engine.output import Frames, Render
from syrinx.app.engine.portaudio_modes import (
    channel_counts,
    extra_settings,
    refusal_sentence,
    wants_exclusive,
)
from syrinx.app.engine.priority import raise_thread_priority
from syrinx.dsp.errors import SyrinxError

_FIRST_CALLBACK_S = 3.0
_SILENT_S = 1.5
_CLOSE_S = 2.0
_PROBED_CALLBACKS = 4
_LONGEST_S = 5.0

Capture = Callable[[Frames, int], None]


class PortAudioHalf:
    """An input or an output alone, at a rate that it takes.

    Parameters
    ----------
    index, info
        As `syrinx.app.engine.device.known_devices` lists them.
    output
        Which way.
    rates
        Rates in Hz to try first; then the device's own, 48,000 and 44,100.
    input_channel
        See `EngineConfig`.
    exclusive
        Have the device alone where the host API leaves the choice.

    Raises
    ------
    SyrinxError
        In use by another program, or no rate that works.
    """

    def __init__(
        self,
        index: int,
        info: DeviceInfo,
        *,
        output: bool,
        rates: tuple[int, ...] = (),
        input_channel: int | None = None,
        exclusive: bool = False,
    ) -> None:
        self._sd = load_portaudio()
        self._index, self.info, self._output = index, info, output
        self.name, self.host_api = info.name, info.host_api
        self.period = 0
        self.latency_s = 0.0
        self.callback_errors = 0
        self._exclusive = wants_exclusive(info, exclusive)
        self._stream: Any = None
        self._client: Any = None
        self._calls = 0
        self._frames: list[int] = []
        self._seen: tuple[int, float] = (0, time.monotonic())
        self._finished = False
        wanted = (*rates, info.default_sample_rate, 48000, 44100)
        most = info.output_channels if output else info.input_channels
        counts = channel_counts(most, input_channel, info.name)
        self.sample_rate, self.channels = self._choose(tuple(dict.fromkeys(wanted)), counts)

    def open(self) -> None:
        """Start the stream, silent, and learn its period and delay.

        Raises
        ------
        SyrinxError
            It does not open, or does not run.
        """
        kind = self._sd.OutputStream if self._output else self._sd.InputStream
        self._calls, self._finished, self._frames = 0, False, []
        try:
            with quiet_stderr():
                self._stream = kind(
                    device=self._index,
                    channels=self.channels,
                    samplerate=self.sample_rate,
                    blocksize=0,
                    dtype="float32",
                    latency="low",
                    callback=self._on_output if self._output else self._on_input,
                    finished_callback=self._on_finished,
                    extra_settings=self._extra(),
                )
                self._stream.start()
        except self._sd.PortAudioError as error:
            self.close()
            sentence = refusal_sentence(self.name, error, rate=self.sample_rate)
            raise SyrinxError(sentence) from error
        end = time.monotonic() + _FIRST_CALLBACK_S
        while self._calls < _PROBED_CALLBACKS and time.monotonic() < end:
            time.sleep(0.002)
        if not self._frames:
            self.close()
            raise SyrinxError(
                f'"{self.name}" opened but no sound moved: choose another device or restart the '
                "sound server."
            )
        self.period = max(self._frames)
        told = float(self._stream.latency)
        # Of a JACK client without a delay of its own PortAudio tells an overflow.
        self.latency_s = told if 0.0 <= told < _LONGEST_S else self.period / self.sample_rate
        self._seen = (self._calls, time.monotonic())

    def run(self, client: Render | Capture) -> None:
        """Connect the callback: a `Render` for an output, a `Capture` for an input."""
        self._client = client

    def check(self) -> str | None:
        """Return a sentence once callbacks have stopped coming, else None."""
        count, now = self._calls, time.monotonic()
        if count != self._seen[0]:
            self._seen = (count, now)
        if self._finished or now - self._seen[1] > _SILENT_S:
            return f'The sound device "{self.name}" is gone: plug it in again or choose another.'
        return None

    def close(self) -> bool:
        """Stop the stream; False when PortAudio hangs over it."""
        self._client = None
        stream, self._stream = self._stream, None
        if stream is None:
            return True
        done = threading.Event()

        def close() -> None:
            try:
                stream.close(ignore_errors=True)
            except Exception:  # a device that is gone may answer anything
                return
            finally:
                done.set()

        threading.Thread(target=close, name="close-device", daemon=True).start()
        return done.wait(_CLOSE_S)

    def _extra(self) -> Any:
        return extra_settings(self._sd, self.info, exclusive=self._exclusive)

    def _choose(self, rates: tuple[int, ...], counts: list[int]) -> tuple[int, int]:
        check = self._sd.check_output_settings if self._output else self._sd.check_input_settings
        worst: Exception | None = None
        for rate in rates:
            for count in counts:
                try:
                    with quiet_stderr():
                        check(
                            device=self._index,
                            channels=count,
                            dtype="float32",
                            samplerate=rate,
                            extra_settings=self._extra(),
                        )
                    return rate, count
                except (self._sd.PortAudioError, ValueError) as error:
                    worst = worst or error
        if worst is None:
            raise SyrinxError(f'"{self.name}" has no rate to open it at.')
        raise SyrinxError(refusal_sentence(self.name, worst, rate=rates[0])) from worst

    # ---- audio thread ----

    def _on_finished(self) -> None:
        self._finished = True

    def _on_output(self, outdata: Frames, frames: int, *_: Any) -> None:
        self._count(frames)
        client = self._client
        if client is None:
            outdata.fill(0)
            return
        try:
            client(outdata)
        except Exception:  # must never reach PortAudio, which would end the stream
            outdata.fill(0)
            self.callback_errors += 1

    def _on_input(self, indata: Frames, frames: int, _time: Any, status: Any) -> None:
        self._count(frames)
        client = self._client
        if client is None:
            return
        try:
            client(indata, 1 if status else 0)
        except Exception:
            self.callback_errors += 1

    def _count(self, frames: int) -> None:
        if not self._calls:
            raise_thread_priority()
        self._calls += 1
        if self._client is None:
            self._frames.append(frames)
