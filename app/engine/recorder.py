"""Recording of input and output, aligned, written by a thread of its own."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import threading
from collections import deque
from dataclasses import replace
from pathlib import Path

import numpy as np

from syrinx.app.engine.markers import Marker, one_line, write_labels
from syrinx.app.engine.params import RecordContent
from syrinx.app.engine.recording_file import RecordingFile
from syrinx.app.engine.ring import Ring
from syrinx.app.engine.wav_file import repair_wav_header
from syrinx.app.files import reason
from syrinx.app.texts import mark
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

__all__ = ["KEEP_FREE_BYTES", "Recorder", "repair_wav_header"]

BUFFER_S = 8.0
WRITE_EVERY_S = 0.1
KEEP_FREE_BYTES = 32 * 1024 * 1024
_HEADER_EVERY = 5
_SEAM_S = 0.005
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Recorder:
    """Writes the input on the left and the output on the right, the delay removed, or one of them.

    The DSP thread only copies into two rings (`push`); a thread writes. A recording that cannot
    go on ends with a sentence in `error`, and the file holds what was written until then. If the
    file was taken away meanwhile, or its folder, it is written again.

    Parameters
    ----------
    path
        See `RecordingFile`.
    sample_rate
        Hz.
    latency
        Samples by which the output lags the input at the start.
    content
        "both" makes a stereo file, "input" or "output" a mono one. The output alone is shifted,
        too: files of one moment are in step, whatever they hold.
    keep_free
        Bytes that must stay free on the disk.

    Attributes
    ----------
    path
        Of the file; another one when it had to be written again beside what took its name.
    error
        Why it ended by itself.
    free_bytes
        On the disk, when it was last looked.

    Raises
    ------
    SyrinxError
        Another ending, a file of that name is there, it cannot be made, or the disk is full.
    """

    def __init__(
        self,
        path: Path,
        *,
        sample_rate: int,
        latency: int,
        content: RecordContent = "both",
        keep_free: int = KEEP_FREE_BYTES,
    ) -> None:
        self.sample_rate, self.content = sample_rate, content
        self.error: str | None = None
        self.written = 0
        self._file = RecordingFile(
            path, sample_rate=sample_rate, channels=2 if content == "both" else 1
        )
        self._keep_free = keep_free
        try:
            self.free_bytes = shutil.disk_usage(path.parent).free
        except OSError:
            self.free_bytes = keep_free
        if self.free_bytes < keep_free:
            self._file.close()
            with contextlib.suppress(OSError):
                path.unlink()
            raise SyrinxError(
                f'There is no room for the recording "{path}": the disk has '
                f"{self.free_bytes / 1e6:.0f} MB left."
            )
        size = round(BUFFER_S * sample_rate)
        self._input, self._output = Ring(size), Ring(size)
        self._latency = latency
        self._skip = latency
        self._seam = round(_SEAM_S * sample_rate)
        self._fade_in = 0
        self._changes: list[tuple[int, int]] = []
        self._pushed = 0
        self._overrun = False
        self._asked: deque[Marker] = deque()
        self._markers: list[Marker] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="recorder", daemon=True)
        self._thread.start()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._file.path

    @property
    def seconds(self) -> float:
        """Length of the file so far, s."""
        return self.written / self.sample_rate

    @property
    def size_bytes(self) -> int:
        """Size of the file so far."""
        return self._file.size

    def push(self, audio_in: Audio, audio_out: Audio, latency: int) -> None:
        """Take equally many samples of both (DSP thread; copies, never waits)."""
        if self.error is not None or self._overrun:
            return
        if latency != self._latency:
            self._changes.append((self._pushed, latency - self._latency))
            self._latency = latency
        size = audio_in.shape[0]
        if self._input.fill + size > self._input.capacity:
            self._overrun = True  # the disk is seconds behind: end cleanly, keep what there is
            return
        # The output first: the writer takes as much as both have.
        self._output.push(audio_out)
        self._input.push(audio_in)
        self._pushed += size

    def mark(self, label: str = "") -> float:
        """Mark the newest sample of the input; return its place in s (control thread)."""
        sample = self._pushed
        number = len(self._markers) + len(self._asked) + 1
        self._asked.append(Marker(sample=sample, label=one_line(label) or f"Marker {number}"))
        return sample / self.sample_rate

    def close(self) -> None:
        """Write the rest and close the file."""
        self._stop.set()
        self._thread.join()

    # ---- writer thread ----

    def _loop(self) -> None:
        problem: OSError | None = None
        try:
            self._copy()
        except OSError as error:
            problem = error
        except Exception as error:  # whatever it is, the file is closed and somebody told
            problem = OSError(errno.EIO, f"{type(error).__name__}: {error}")
        last = max(0, self.written - 1)
        self._markers = [replace(mark, sample=min(mark.sample, last)) for mark in self._markers]
        ratio = self._file.sample_rate / self.sample_rate
        try:
            self._file.finish(
                [replace(mark, sample=round(mark.sample * ratio)) for mark in self._markers]
            )
        except OSError as error:
            problem = problem or error
        vanished = self._file.vanished
        if vanished:
            try:
                self._file.save_again()
            except OSError as error:
                self.error = (
                    f'The recording "{self.path}" is lost: its folder was taken away and cannot '
                    f"be made again ({reason(error)})."
                )
        self._file.close()
        if self._markers:
            with contextlib.suppress(SyrinxError):
                self._write_labels()
        if self.error is None and (vanished or problem is not None):
            self.error = self._sentence(problem, vanished=vanished)

    def _copy(self) -> None:
        """Write what is pushed until the end. Raises OSError when it cannot go on."""
        left: Audio = np.zeros(0, np.float32)
        right: Audio = np.zeros(0, np.float32)
        taken, rounds = 0, 0
        while True:
            stopping = self._stop.wait(WRITE_EVERY_S)
            size = self._input.fill
            fresh_in, fresh_out = np.empty(size, np.float32), np.empty(size, np.float32)
            self._input.pop(fresh_in)
            self._output.pop(fresh_out)
            left = np.concatenate((left, fresh_in))
            right = np.concatenate((right, self._aligned(fresh_out, taken)))
            taken += size
            count = len(left) if self.content == "input" else min(len(left), len(right))
            rounds += 1
            self._write(left[:count], right[:count], header=rounds % _HEADER_EVERY == 0)
            left, right = left[count:], right[count:]
            if self._asked:
                self._take_markers()
            if self._overrun:
                raise OSError(errno.EIO, mark("the disk is too slow"))
            if stopping:
                return

    def _write(self, left: Audio, right: Audio, *, header: bool) -> None:
        if len(left):
            if self._file.vanished:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            self.free_bytes = shutil.disk_usage(self.path.parent).free
            if self.free_bytes < self._keep_free:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if self.content == "both":
                audio = np.stack((left, right), axis=1)
            else:
                audio = (left if self.content == "input" else right)[:, np.newaxis]
            self._file.write(audio)
            self.written += len(left)
        if header:
            self._file.settle()

    def _take_markers(self) -> None:
        while self._asked:
            self._markers.append(self._asked.popleft())
        # Now, not at the end: a killed engine leaves the markers, too.
        with contextlib.suppress(SyrinxError):
            self._write_labels()

    def _write_labels(self) -> None:
        write_labels(self.path, self._markers, sample_rate=self.sample_rate)

    def _sentence(self, problem: OSError | None, *, vanished: bool) -> str:
        if vanished:
            return (
                f"The recording ended early, as its file was taken away: the first "
                f'{self.seconds:.1f} s were saved again as "{self.path}".'
            )
        assert problem is not None  # then there would be nothing to tell
        advice = mark("make room on the disk") if problem.errno in _FULL else mark("check the disk")
        return (
            f'The recording "{self.path}" ended early ({reason(problem)}): {advice}; the first '
            f"{self.seconds:.1f} s are kept."
        )

    def _aligned(self, fresh: Audio, taken: int) -> Audio:
        """Leave out the delay at the start; follow changes of the delay inside."""
        parts: list[Audio] = []
        start = 0
        while self._changes and self._changes[0][0] < taken + fresh.shape[0]:
            at, change = self._changes.pop(0)
            before = self._skipped(fresh[start : at - taken])
            count = min(self._seam, before.shape[0])
            if count:
                before[before.shape[0] - count :] *= np.linspace(1.0, 0.0, count, dtype=np.float32)
            parts.append(before)
            start = at - taken
            if change > 0:
                self._skip += change
            else:
                # Less delay now: what would be early is preceded by silence.
                parts.append(np.zeros(-change, np.float32))
            self._fade_in = self._seam
        parts.append(self._skipped(fresh[start:]))
        return np.concatenate(parts)

    def _skipped(self, audio: Audio) -> Audio:
        count = min(self._skip, audio.shape[0])
        self._skip -= count
        kept = audio[count:]
        rising = min(self._fade_in, kept.shape[0])
        if rising:
            done = self._seam - self._fade_in
            kept[:rising] *= np.arange(done, done + rising, dtype=np.float32) / self._seam
            self._fade_in -= rising
        return kept
