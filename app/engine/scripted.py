"""A device made of files: deterministic, with faults on demand, as fast as one likes."""

from __future__ import annotations

import threading
import time

import numpy as np
import soundfile

from syrinx.app.engine.device import DeviceClient
from syrinx.app.engine.messages import DeviceScript
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio


class ScriptedDevice:
    """Plays a signal into the engine and keeps what comes back.

    Parameters
    ----------
    script
        What to play and what goes wrong when; see `DeviceScript`.
    audio
        Shape ``(n_samples,)``, float32: instead of ``script.input_path``.

    Attributes
    ----------
    played
        What the engine rendered so far, period by period.
    """

    def __init__(self, script: DeviceScript, *, audio: Audio | None = None) -> None:
        self.script = script
        self.sample_rate = script.sample_rate
        self.period = script.period
        self.input_name = script.input_path or "silence"
        self.output_name = script.output_path or "memory"
        self.host_api = self.output_id = "script"
        self.input_latency_s = self.output_latency_s = 0.0
        self.coupled = True
        self.notices: list[str] = []
        self.played: list[Audio] = []
        self._audio = audio if audio is not None else _read(script)
        self._client: DeviceClient | None = None
        self._position = 0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._state: str | None = None

    def open(self) -> None:
        """Start the thread that calls back."""
        self._thread = threading.Thread(target=self._loop, name="scripted-device", daemon=True)
        self._thread.start()

    def run(self, client: DeviceClient) -> None:
        """Call ``client`` from now on: stream time starts."""
        self._client = client

    def check(self) -> str | None:
        """Return the sentence once the device vanished, "" at its end, else None."""
        return self._state

    def close(self) -> bool:
        """Stop the thread and write the output file."""
        self._stop.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()
            if self.script.output_path is not None:
                soundfile.write(
                    self.script.output_path, self.output(), self.sample_rate, subtype="FLOAT"
                )
        return True

    def output(self) -> Audio:
        """Return everything that the engine rendered, shape ``(n_samples,)``."""
        return np.concatenate(self.played) if self.played else np.zeros(0, np.float32)

    def pump(self, client: DeviceClient, periods: int) -> None:
        """Run ``periods`` callbacks in the calling thread; faults happen at their stream time."""
        for _ in range(periods):
            self._one_period(client)

    @property
    def stream_s(self) -> float:
        """Stream time in s."""
        return self._position / self.sample_rate

    def _loop(self) -> None:
        due = time.perf_counter()
        while not self._stop.is_set():
            client = self._client
            if client is None:
                self._stop.wait(0.001)
                due = time.perf_counter()
                continue
            if not self._one_period(client):
                return
            if self.script.realtime:
                due += self.period / self.sample_rate
                wait = due - time.perf_counter()
                if wait > 0:
                    time.sleep(wait)
                elif wait < -self.period / self.sample_rate:
                    due = time.perf_counter()  # a late clock does not call back in bursts

    def _one_period(self, client: DeviceClient) -> bool:
        """Call back once; False when the device is at its end."""
        script, now, step = self.script, self.stream_s, self.period / self.sample_rate
        if script.vanish_at_s is not None and now >= script.vanish_at_s:
            self._state = "The scripted device is gone: choose another one."
            return False
        if script.seconds is not None and now >= script.seconds:
            self._state = ""
            return False
        held = any(at <= now < at + length for at, length in script.stalls)
        client.hold(held)
        out = np.zeros(self.period, np.float32)
        client.render(out)
        self.played.append(out)
        if any(at <= now < at + step for at in script.xruns):
            client.capture(np.zeros(0, np.float32), xruns=1)
            client.capture(np.zeros(self.period, np.float32))
        else:
            client.capture(self._next())
        if not script.realtime and not held:
            client.drain()
        self._position += self.period
        return True

    def _next(self) -> Audio:
        if not self._audio.shape[0]:
            return np.zeros(self.period, np.float32)
        index = np.arange(self._position, self._position + self.period) % self._audio.shape[0]
        block: Audio = self._audio[index]
        return block


def _read(script: DeviceScript) -> Audio:
    if script.input_path is None:
        return np.zeros(0, np.float32)
    try:
        audio, sample_rate = soundfile.read(script.input_path, dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        raise SyrinxError(f'"{script.input_path}" cannot be read as audio: {error}.') from error
    if sample_rate != script.sample_rate:
        raise SyrinxError(
            f'"{script.input_path}" has {sample_rate} Hz and the scripted device '
            f"{script.sample_rate} Hz: give it the rate of the file."
        )
    mono: Audio = audio.mean(axis=1, dtype=np.float32)
    return mono
