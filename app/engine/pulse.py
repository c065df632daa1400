"""Streams of a PulseAudio or PipeWire server, by ctypes, each with a main loop of its own.

The thread that reads or writes runs the loop itself, so nothing calls back into Python and no
other thread is in between: measured, 10 to 20 ms from a sink to its monitor, where PortAudio's way
through ALSA's plugin takes 35 to 60 and stops now and then. Foreign calls of ctypes do not hold
Python's lock.

A stream is never moved: without `DONT_MOVE` the server would play on, aloud, on the next best
device when one is unplugged.
"""

from __future__ import annotations

import ctypes
import time
from typing import Any

from syrinx.app.engine.output import Frames
from syrinx.app.texts import mark
from syrinx.dsp.errors import SyrinxError

_FLOAT32_LE = 5
_DEFAULT = 0xFFFFFFFF
_READY = {"context": 4, "stream": 2}
_BROKEN = {"context": (5, 6), "stream": (3, 4)}
_NO_AUTOSPAWN = 1
_INTERPOLATE, _AUTO_TIMING, _DONT_MOVE, _ADJUST_LATENCY = 0x2, 0x8, 0x200, 0x2000
_FLAGS = _INTERPOLATE | _AUTO_TIMING | _DONT_MOVE | _ADJUST_LATENCY
_CONNECT_S = 3.0
_POLL_US = 50_000

_pointer, _text, _int, _size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_size_t
_SIGNATURES: dict[str, tuple[Any, list[Any]]] = {
    "pa_mainloop_new": (_pointer, []),
    "pa_mainloop_free": (None, [_pointer]),
    "pa_mainloop_get_api": (_pointer, [_pointer]),
    "pa_mainloop_prepare": (_int, [_pointer, _int]),
    "pa_mainloop_poll": (_int, [_pointer]),
    "pa_mainloop_dispatch": (_int, [_pointer]),
    "pa_context_new": (_pointer, [_pointer, _text]),
    "pa_context_connect": (_int, [_pointer, _text, _int, _pointer]),
    "pa_context_get_state": (_int, [_pointer]),
    "pa_context_errno": (_int, [_pointer]),
    "pa_context_disconnect": (None, [_pointer]),
    "pa_context_unref": (None, [_pointer]),
    "pa_stream_new": (_pointer, [_pointer, _text, _pointer, _pointer]),
    "pa_stream_connect_playback": (_int, [_pointer, _text, _pointer, _int, _pointer, _pointer]),
    "pa_stream_connect_record": (_int, [_pointer, _text, _pointer, _int]),
    "pa_stream_get_state": (_int, [_pointer]),
    "pa_stream_writable_size": (_size, [_pointer]),
    "pa_stream_write": (
        _int,
        [_pointer, _pointer, _size, _pointer, ctypes.c_int64, _int],
    ),
    "pa_stream_peek": (
        _int,
        [_pointer, ctypes.POINTER(_pointer), ctypes.POINTER(_size)],
    ),
    "pa_stream_drop": (_int, [_pointer]),
    "pa_stream_get_latency": (
        _int,
        [_pointer, ctypes.POINTER(ctypes.c_uint64), ctypes.POINTER(_int)],
    ),
    "pa_stream_update_timing_info": (_pointer, [_pointer, _pointer, _pointer]),
    "pa_operation_unref": (None, [_pointer]),
    "pa_stream_disconnect": (_int, [_pointer]),
    "pa_stream_unref": (None, [_pointer]),
    "pa_strerror": (_text, [_int]),
}


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class _BufferAttr(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize")
    )


class PulseStream:
    """One stream to or from a device of the server. Used by one thread, the one that made it.

    Parameters
    ----------
    device
        The server's name of the sink or source.
    output
        Whether to play or to record.
    sample_rate, channels
        The server converts to whatever the device has.
    buffer
        Frames that the server holds ahead (output), or collects before it hands them on (input).
    chunk
        Frames that it asks for at once (output).

    Raises
    ------
    SyrinxError
        No library, no server, no such device.
    """

    def __init__(
        self,
        device: str,
        *,
        output: bool,
        sample_rate: int,
        channels: int,
        buffer: int,
        chunk: int = 0,
    ) -> None:
        self._pa = load_pulse()
        self._loop = self._pa.pa_mainloop_new()
        self._context: Any = None
        self._stream: Any = None
        self._data, self._held = ctypes.c_void_p(), ctypes.c_size_t()
        self._offset = 0
        size = 4 * channels
        whole, part = buffer * size, chunk * size
        attributes = (
            _BufferAttr(_DEFAULT, whole, whole, part, _DEFAULT)
            if output
            else _BufferAttr(_DEFAULT, _DEFAULT, _DEFAULT, _DEFAULT, whole)
        )
        spec = _SampleSpec(_FLOAT32_LE, sample_rate, channels)
        try:
            self._connect(device, output, spec, attributes)
        except SyrinxError:
            self.close()
            raise

    def write(self, frames: Frames) -> bool:
        """Play ``frames``, waiting for room; False when the stream is broken."""
        size = frames.nbytes
        while self._pa.pa_stream_writable_size(self._stream) < size:
            if not self._turn():
                return False
        data = frames.ctypes.data
        return bool(self._pa.pa_stream_write(self._stream, data, size, None, 0, 0) == 0)

    def read(self, frames: Frames) -> bool:
        """Fill ``frames``, waiting for sound; False when the stream is broken."""
        at, wanted = frames.ctypes.data, frames.nbytes
        while wanted:
            if not self._held.value:
                if self._pa.pa_stream_peek(self._stream, self._data, self._held) < 0:
                    return False
                self._offset = 0
                if not self._held.value:
                    if not self._turn():
                        return False
                    continue
            count = min(wanted, self._held.value - self._offset)
            if self._data.value:
                ctypes.memmove(at, self._data.value + self._offset, count)
            else:  # a hole: what was recorded there is lost
                ctypes.memset(at, 0, count)
            at, wanted, self._offset = at + count, wanted - count, self._offset + count
            if self._offset == self._held.value:
                self._pa.pa_stream_drop(self._stream)
                self._held.value = 0
        return True

    def latency_s(self) -> float | None:
        """Return the way between this program and the device; None = not known yet."""
        latency, negative = ctypes.c_uint64(), ctypes.c_int()
        asked = self._pa.pa_stream_update_timing_info(self._stream, None, None)
        if asked:  # by itself the server tells more and more rarely
            self._pa.pa_operation_unref(asked)
        if self._pa.pa_stream_get_latency(self._stream, latency, negative) < 0:
            return None
        return 0.0 if negative.value else 1e-6 * latency.value

    def reason(self) -> str:
        """Return the server's word for the last failure."""
        if self._context is None:
            return mark("no connection")
        said = self._pa.pa_strerror(self._pa.pa_context_errno(self._context))
        return str(said.decode(errors="replace")) if said else mark("unknown reason")

    def close(self) -> None:
        """End the stream; what is still in the buffer is not played."""
        stream, context, loop = self._stream, self._context, self._loop
        self._stream = self._context = self._loop = None
        if stream:
            self._pa.pa_stream_disconnect(stream)
            self._pa.pa_stream_unref(stream)
        if context:
            self._pa.pa_context_disconnect(context)
            self._pa.pa_context_unref(context)
        if loop:
            self._pa.pa_mainloop_free(loop)

    # ---- inside ----

    def _connect(
        self, device: str, output: bool, spec: _SampleSpec, attributes: _BufferAttr
    ) -> None:
        pa = self._pa
        self._context = pa.pa_context_new(pa.pa_mainloop_get_api(self._loop), b"Syrinx")
        if pa.pa_context_connect(self._context, None, _NO_AUTOSPAWN, None) < 0:
            raise SyrinxError(f"There is no sound server ({self.reason()}).")
        self._wait("context", lambda: pa.pa_context_get_state(self._context))
        title = b"voice" if output else b"microphone"
        self._stream = pa.pa_stream_new(self._context, title, ctypes.byref(spec), None)
        if not self._stream:
            raise SyrinxError(f"The sound server refuses the format ({self.reason()}).")
        name, attr = device.encode(), ctypes.byref(attributes)
        refused = (
            pa.pa_stream_connect_playback(self._stream, name, attr, _FLAGS, None, None)
            if output
            else pa.pa_stream_connect_record(self._stream, name, attr, _FLAGS)
        )
        if refused:
            raise SyrinxError(f"The sound server refuses ({self.reason()}).")
        self._wait("stream", lambda: pa.pa_stream_get_state(self._stream))

    def _wait(self, kind: str, state: Any) -> None:
        end = time.monotonic() + _CONNECT_S
        while (now := state()) != _READY[kind]:
            if now in _BROKEN[kind] or time.monotonic() > end or not self._iterate():
                raise SyrinxError(f"The sound server refuses ({self.reason()}).")

    def _turn(self) -> bool:
        """Let the loop turn once; False when the stream is over."""
        return self._iterate() and self._pa.pa_stream_get_state(self._stream) == _READY["stream"]

    def _iterate(self) -> bool:
        pa, loop = self._pa, self._loop
        return bool(
            pa.pa_mainloop_prepare(loop, _POLL_US) >= 0
            and pa.pa_mainloop_poll(loop) >= 0
            and pa.pa_mainloop_dispatch(loop) >= 0
        )


def load_pulse() -> Any:
    """Return the client library.

    Raises
    ------
    SyrinxError
        It is not installed.
    """
    try:
        library = ctypes.CDLL("libpulse.so.0")
    except OSError as error:
        raise SyrinxError(
            "The sound server's client library is missing: install libpulse0 "
            "(Debian and Ubuntu: `sudo apt install libpulse0`)."
        ) from error
    for name, (result, arguments) in _SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library
