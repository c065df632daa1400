"""Telemetry in shared memory: what the window draws, pulled at its own pace, lossy.

The engine writes numbered frames into slots that it uses again and again; a reader that is too
slow loses the oldest. Each slot is a seqlock: its sequence number is odd while it is written,
and a reader that sees another number after copying throws its copy away. No side ever waits.

Input and output samples of one frame carry the same stream position; the output lags the input
by `TapAudio.latency` samples (the delay of the voice chain), so a reader that wants them
aligned shifts by that.

The reader needs nothing of the engine but this file and numpy. It must run in the process that
made the memory or in one that it spawned.
"""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import dataclass
from multiprocessing.shared_memory import SharedMemory

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

CHUNK = 256
"""Samples per audio frame."""
AUDIO_SLOTS = 512
F0_SLOTS = 1024
_MAGIC = 0x53595254  # "SYRT"
_VERSION = 1

_AUDIO = np.dtype(
    [
        ("sequence", np.int64),
        ("stream", np.int64),
        ("position", np.int64),
        ("levels", np.float32, (4,)),
        ("input", np.float32, (CHUNK,)),
        ("output", np.float32, (CHUNK,)),
    ]
)
_F0 = np.dtype(
    [
        ("sequence", np.int64),
        ("stream", np.int64),
        ("position", np.int64),
        ("f0_hz", np.float64),
    ]
)
_HEADER = np.dtype(
    [
        ("magic", np.int64),
        ("version", np.int64),
        ("stream", np.int64),
        ("sample_rate", np.int64),
        ("latency", np.int64),
        ("audio_frames", np.int64),
        ("f0_frames", np.int64),
    ]
)
_SIZE = _HEADER.itemsize + AUDIO_SLOTS * _AUDIO.itemsize + F0_SLOTS * _F0.itemsize


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TapAudio:
    """What passed the engine since the last look.

    Attributes
    ----------
    stream
        Number of the stream; positions start again at 0 with each.
    sample_rate
        Hz.
    latency
        Samples by which `output` lags `input`.
    position
        Stream position of the first sample.
    input, output
        Shape ``(n_samples,)``, float32.
    input_peak, input_rms, output_peak, output_rms
        Over these samples, linear, full scale = 1.
    lost_frames
        Frames the reader was too slow for, before `position` or inside.
    """

    stream: int
    sample_rate: int
    latency: int
    position: int
    input: Audio
    output: Audio
    input_peak: float
    input_rms: float
    output_peak: float
    output_rms: float
    lost_frames: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TapF0:
    """F0 of the input: stream positions (centre of each frame) and Hz, 0 = unvoiced."""

    stream: int
    positions: NDArray[np.int64]
    f0_hz: NDArray[np.float64]


class _Memory:
    """The shared memory seen as header and slots; the views are dropped before it is closed."""

    def __init__(self, memory: SharedMemory) -> None:
        self._memory: SharedMemory | None = memory
        buffer = memory.buf
        self.header = np.ndarray((1,), _HEADER, buffer)
        offset = _HEADER.itemsize
        self.audio = np.ndarray((AUDIO_SLOTS,), _AUDIO, buffer, offset)
        self.f0 = np.ndarray((F0_SLOTS,), _F0, buffer, offset + AUDIO_SLOTS * _AUDIO.itemsize)

    @classmethod
    def attach(cls, name: str) -> _Memory:
        try:
            memory = SharedMemory(name)
        except (OSError, ValueError) as error:
            raise SyrinxError("The telemetry of the engine is gone: restart Syrinx.") from error
        view = cls(memory)
        if int(view.header["magic"][0]) != _MAGIC or int(view.header["version"][0]) != _VERSION:
            view.close()
            raise SyrinxError("The telemetry belongs to another version: restart Syrinx.")
        return view

    def close(self) -> None:
        memory, self._memory = self._memory, None
        if memory is None:
            return
        del self.header, self.audio, self.f0
        memory.close()


class Taps:
    """Owner of the memory: makes it, and removes it in `close` whatever became of the engine."""

    def __init__(self) -> None:
        self.name = f"syx-{secrets.token_hex(6)}"  # macOS allows 31 characters
        memory = SharedMemory(self.name, create=True, size=_SIZE)
        self._memory: SharedMemory | None = memory
        header = np.ndarray((1,), _HEADER, memory.buf)
        header["magic"], header["version"] = _MAGIC, _VERSION
        del header

    def close(self) -> None:
        """Remove the memory; readers and writers that still have it open keep their view."""
        memory, self._memory = self._memory, None
        if memory is not None:
            memory.close()
            with contextlib.suppress(FileNotFoundError):  # a foreign reader's tracker was faster
                memory.unlink()


class TapWriter:
    """The engine's side; used by the DSP thread alone once a stream runs.

    Parameters
    ----------
    name
        `Taps.name`.
    """

    def __init__(self, name: str) -> None:
        self._memory = _Memory.attach(name)
        header = self._memory.header
        self._stream = int(header["stream"][0])
        self._audio_frames = int(header["audio_frames"][0])
        self._f0_frames = int(header["f0_frames"][0])
        self._input: Audio = np.zeros(CHUNK, np.float32)
        self._output: Audio = np.zeros(CHUNK, np.float32)
        self._filled = 0
        self._position = 0

    @property
    def stream(self) -> int:
        """Number of the present stream."""
        return self._stream

    def begin(self, *, sample_rate: int, latency: int) -> int:
        """Start a stream at position 0; return its number."""
        self._stream += 1
        self._filled = self._position = 0
        header = self._memory.header
        header["sample_rate"], header["latency"] = sample_rate, latency
        header["stream"] = self._stream
        return self._stream

    def set_latency(self, latency: int) -> None:
        """Declare another delay between the two signals, after a change of the voice."""
        self._memory.header["latency"] = latency

    def write(self, audio_in: Audio, audio_out: Audio) -> None:
        """Append equally many samples of input and output."""
        done, size = 0, audio_in.shape[0]
        while done < size:
            count = min(CHUNK - self._filled, size - done)
            end = self._filled + count
            self._input[self._filled : end] = audio_in[done : done + count]
            self._output[self._filled : end] = audio_out[done : done + count]
            self._filled, done = end, done + count
            if end == CHUNK:
                self._publish()

    def write_f0(self, position: int, f0_hz: float) -> None:
        """Append one F0 value (0 = unvoiced) whose frame is centred at ``position``."""
        slot = self._memory.f0[self._f0_frames % F0_SLOTS]
        slot["sequence"] = 2 * self._f0_frames + 1
        slot["stream"], slot["position"], slot["f0_hz"] = self._stream, position, f0_hz
        slot["sequence"] = 2 * self._f0_frames + 2
        self._f0_frames += 1
        self._memory.header["f0_frames"] = self._f0_frames

    def close(self) -> None:
        """Let go of the memory; its owner removes it."""
        self._memory.close()

    def _publish(self) -> None:
        slot = self._memory.audio[self._audio_frames % AUDIO_SLOTS]
        slot["sequence"] = 2 * self._audio_frames + 1
        slot["stream"], slot["position"] = self._stream, self._position
        slot["input"], slot["output"] = self._input, self._output
        slot["levels"] = (
            np.abs(self._input).max(),
            np.dot(self._input, self._input),
            np.abs(self._output).max(),
            np.dot(self._output, self._output),
        )
        slot["sequence"] = 2 * self._audio_frames + 2
        self._audio_frames += 1
        self._memory.header["audio_frames"] = self._audio_frames
        self._position += CHUNK
        self._filled = 0


class TapReader:
    """The window's side: `read_audio` and `read_f0` return what is new since their last call.

    Parameters
    ----------
    name
        `Taps.name` (``EngineHost.tap_name``).
    """

    def __init__(self, name: str) -> None:
        self._memory = _Memory.attach(name)
        self._next_audio = int(self._memory.header["audio_frames"][0])
        self._next_f0 = int(self._memory.header["f0_frames"][0])

    def read_audio(self) -> TapAudio | None:
        """Return the new samples of the present stream; None when there are none.

        A gap of lost frames inside is closed up by cutting off what lies before it.
        """
        header = self._memory.header
        stream, end = int(header["stream"][0]), int(header["audio_frames"][0])
        first = max(self._next_audio, end - AUDIO_SLOTS + 2)
        lost = first - self._next_audio
        frames: list[np.void] = []
        for index in range(first, end):
            frame = _copy(self._memory.audio, index)
            if frame is None:
                lost += len(frames) + 1
                frames.clear()
            elif int(frame["stream"]) == stream:
                frames.append(frame)
        self._next_audio = max(self._next_audio, end)
        if not frames:
            return None
        levels = np.stack([frame["levels"] for frame in frames])
        count = len(frames) * CHUNK
        return TapAudio(
            stream=stream,
            sample_rate=int(header["sample_rate"][0]),
            latency=int(header["latency"][0]),
            position=int(frames[0]["position"]),
            input=np.concatenate([frame["input"] for frame in frames]),
            output=np.concatenate([frame["output"] for frame in frames]),
            input_peak=float(levels[:, 0].max()),
            input_rms=float(np.sqrt(levels[:, 1].sum() / count)),
            output_peak=float(levels[:, 2].max()),
            output_rms=float(np.sqrt(levels[:, 3].sum() / count)),
            lost_frames=lost,
        )

    def read_f0(self) -> TapF0 | None:
        """Return the new F0 values of the present stream; None when there are none."""
        header = self._memory.header
        stream, end = int(header["stream"][0]), int(header["f0_frames"][0])
        first = max(self._next_f0, end - F0_SLOTS + 2)
        copies = (_copy(self._memory.f0, index) for index in range(first, end))
        frames = [frame for frame in copies if frame is not None and int(frame["stream"]) == stream]
        self._next_f0 = max(self._next_f0, end)
        if not frames:
            return None
        return TapF0(
            stream=stream,
            positions=np.array([int(frame["position"]) for frame in frames], np.int64),
            f0_hz=np.array([float(frame["f0_hz"]) for frame in frames], np.float64),
        )

    def close(self) -> None:
        """Let go of the memory."""
        self._memory.close()


def _copy(slots: NDArray[np.void], index: int) -> np.void | None:
    """Return a copy of frame ``index``, or None when another frame has its slot by now."""
    slot = slots[index % len(slots)]
    wanted = 2 * index + 2
    if int(slot["sequence"]) != wanted:
        return None
    copy: np.void = slot.copy()
    if int(slot["sequence"]) != wanted or int(copy["sequence"]) != wanted:
        return None
    return copy
