"""A JACK client that is the engine's microphone and ear: an outside clock for its delay.

It plays into the engine's input and keeps what comes out of it, sample by sample in JACK's own
frame time. It shares nothing with the engine but the server, so that what it measures is what
another program gets. Needs the package JACK-Client, which only tests and measurements use.
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import Any

import numpy as np

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

CONNECT_S = 5.0
_SETTLE_S = 0.2


class JackLoop:
    """The client; it is connected to nothing at first.

    Parameters
    ----------
    server
        Name of the JACK server.

    Attributes
    ----------
    echo
        While nothing is played: hand what is heard back, one period later.
    xruns
        What JACK reported.

    Raises
    ------
    SyrinxError
        JACK-Client is not installed, or the server does not answer.
    """

    def __init__(self, server: str) -> None:
        try:
            import jack
        except (ImportError, OSError) as error:
            raise SyrinxError(
                "An outside client needs JACK-Client and libjack: `pip install JACK-Client`, "
                "`sudo apt install jackd2`."
            ) from error
        try:
            self.client = jack.Client("loop", no_start_server=True, servername=server)
        except jack.JackOpenError as error:
            raise SyrinxError(f'The JACK server "{server}" does not answer.') from error
        self.out = self.client.outports.register("out")
        self.inp = self.client.inports.register("in")
        self.rate = int(self.client.samplerate)
        self._sent: Audio = np.zeros(0, np.float32)
        self._heard: Audio = np.zeros(0, np.float32)
        self._start = -1
        self._done = threading.Event()
        self._active = False
        self.echo = False
        self.xruns = 0
        self.client.set_process_callback(self._process)
        self.client.set_xrun_callback(self._count_xrun)
        self.client.activate()

    def connect(self) -> None:
        """Take the place of the sound card at the engine's ports."""
        takes, gives = self._free()
        for port in takes:
            self.client.connect(self.out, port)
        for port in gives:
            self.client.connect(port, self.inp)
        time.sleep(_SETTLE_S)

    def cable(self) -> None:
        """Connect the engine's output to its own input, as a cable between two jacks does."""
        takes, gives = self._free()
        for port in takes:
            self.client.connect(gives[0], port)
        time.sleep(_SETTLE_S)

    def unplug(self) -> None:
        """Connect the engine's ports to nothing."""
        self._free()

    def play(self, audio: Audio) -> Audio:
        """Send ``audio``, return what came back in the same time, sample by sample.

        Raises
        ------
        SyrinxError
            JACK has stopped calling.
        """
        self._heard = np.zeros(len(audio), np.float32)
        self._sent = audio.astype(np.float32)
        self._done.clear()
        self._start = -1
        self._active = True
        if not self._done.wait(len(audio) / self.rate + 10):
            raise SyrinxError("The JACK server has stopped.")
        return self._heard

    def close(self) -> None:
        """Leave the server."""
        with contextlib.suppress(Exception):  # the server may be gone
            self.client.deactivate()
            self.client.close()

    def _free(self) -> tuple[list[Any], list[Any]]:
        """Disconnect the engine's ports and return its inputs and its outputs."""
        client, deadline = self.client, time.monotonic() + CONNECT_S
        while True:
            takes = client.get_ports("PortAudio", is_audio=True, is_input=True)
            gives = client.get_ports("PortAudio", is_audio=True, is_output=True)
            if takes and gives:
                break
            if time.monotonic() > deadline:
                raise SyrinxError("The engine has no ports in JACK.")
            time.sleep(0.05)
        for port in takes:
            for other in client.get_all_connections(port):
                client.disconnect(other, port)
        for port in gives:
            for other in client.get_all_connections(port):
                client.disconnect(port, other)
        return takes, gives

    def _count_xrun(self, _delayed_usecs: float) -> None:
        self.xruns += 1

    def _process(self, frames: int) -> None:
        out = self.out.get_array()
        out.fill(0)
        if not self._active:
            if self.echo:
                out[:] = self.inp.get_array()
            return
        now = self.client.last_frame_time
        if self._start < 0:
            self._start = now
        at = now - self._start
        count = min(frames, len(self._sent) - at)
        if count <= 0:
            self._active = False
            self._done.set()
            return
        out[:count] = self._sent[at : at + count]
        self._heard[at : at + count] = self.inp.get_array()[:count]
