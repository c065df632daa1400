"""The sound server's simple way: blocking reads and writes of one stream each (libpulse-simple).

It is there wherever PulseAudio or PipeWire's stand-in for it is, and lets a program name the
device and the size of its buffer. A foreign call of ctypes does not hold Python's lock.
"""

from __future__ import annotations

import ctypes
from typing import Any

from syrinx.app.engine.output import Frames
from syrinx.dsp.errors import SyrinxError

_FLOAT32_LE = 5
_PLAYBACK, _RECORD = 1, 2
_DEFAULT = 0xFFFFFFFF


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class _BufferAttr(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize")
    )


class PulseStream:
    """One stream to or from a device of the server.

    Parameters
    ----------
    device
        The server's name of the sink or source; None = its default.
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
        device: str | None,
        *,
        output: bool,
        sample_rate: int,
        channels: int,
        buffer: int,
        chunk: int,
    ) -> None:
        self._library = _load()
        self._stream: int | None = None
        self._error = ctypes.c_int(0)
        size = 4 * channels
        spec = _SampleSpec(_FLOAT32_LE, sample_rate, channels)
        attributes = _BufferAttr(
            _DEFAULT,
            buffer * size if output else _DEFAULT,
            buffer * size if output else _DEFAULT,
            chunk * size if output else _DEFAULT,
            _DEFAULT if output else buffer * size,
        )
        self._stream = self._library.pa_simple_new(
            None,
            b"Syrinx",
            _PLAYBACK if output else _RECORD,
            None if device is None else device.encode(),
            b"voice" if output else b"microphone",
            ctypes.byref(spec),
            None,
            ctypes.byref(attributes),
            ctypes.byref(self._error),
        )
        if not self._stream:
            raise SyrinxError(f"The sound server refuses ({self.reason()}).")

    def write(self, frames: Frames) -> bool:
        """Play ``frames``, waiting for room; False when the stream is broken."""
        return self._move(self._library.pa_simple_write, frames)

    def read(self, frames: Frames) -> bool:
        """Fill ``frames``, waiting for sound; False when the stream is broken."""
        return self._move(self._library.pa_simple_read, frames)

    def latency_s(self) -> float:
        """Return what the server says about the way between this program and the device."""
        if not self._stream:
            return 0.0
        return 1e-6 * float(
            self._library.pa_simple_get_latency(self._stream, ctypes.byref(self._error))
        )

    def reason(self) -> str:
        """Return the server's word for the last failure."""
        return _strerror(self._error.value)

    def close(self) -> None:
        """End the stream; what is still in the buffer is not played."""
        stream, self._stream = self._stream, None
        if stream:
            self._library.pa_simple_free(stream)

    def _move(self, call: Any, frames: Frames) -> bool:
        if not self._stream:
            return False
        data = frames.ctypes.data
        return int(call(self._stream, data, frames.nbytes, ctypes.byref(self._error))) >= 0


def has_pulse() -> bool:
    """Whether the client library is installed."""
    try:
        _load()
    except SyrinxError:
        return False
    return True


def _load() -> Any:
    try:
        library = ctypes.CDLL("libpulse-simple.so.0")
    except OSError as error:
        raise SyrinxError(
            "The sound server's client library is missing: install libpulse0 "
            "(Debian and Ubuntu: `sudo apt install libpulse0`)."
        ) from error
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    library.pa_simple_new.restype = pointer
    library.pa_simple_new.argtypes = [text, text, ctypes.c_int, text, text, *[pointer] * 4]
    for name in ("pa_simple_read", "pa_simple_write"):
        getattr(library, name).argtypes = [pointer, pointer, ctypes.c_size_t, pointer]
        getattr(library, name).restype = ctypes.c_int
    library.pa_simple_get_latency.argtypes = [pointer, pointer]
    library.pa_simple_get_latency.restype = ctypes.c_uint64
    library.pa_simple_free.argtypes = [pointer]
    library.pa_simple_free.restype = None
    return library


def _strerror(code: int) -> str:
    try:
        function = ctypes.CDLL("libpulse.so.0").pa_strerror
    except (OSError, AttributeError):
        return f"error {code}"
    function.restype = ctypes.c_char_p
    function.argtypes = [ctypes.c_int]
    said = function(code)
    return said.decode(errors="replace") if said else f"error {code}"
