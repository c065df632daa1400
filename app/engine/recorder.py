"""Recording of input and output, aligned, written by a thread of its own."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import struct
import threading
from pathlib import Path

import numpy as np
import soundfile

from syrinx.app.engine.ring import Ring
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

BUFFER_S = 8.0
WRITE_EVERY_S = 0.1
KEEP_FREE_BYTES = 32 * 1024 * 1024
_HEADER_EVERY = 5
_SEAM_S = 0.005


class Recorder:
    """Writes a stereo file: the input on the left, the output on the right, the delay removed.

    The DSP thread only copies into two rings (`push`); a thread writes. A recording that cannot
    go on ends with a sentence in `error`, and the file holds what was written until then.

    Parameters
    ----------
    path
        ``.wav`` (24 bit) or ``.flac`` (24 bit); the folder is made.
    sample_rate
        Hz.
    latency
        Samples by which the output lags the input at the start.
    keep_free
        Bytes that must stay free on the disk.

    Raises
    ------
    SyrinxError
        Another ending, a file of that name is there, or it cannot be made.
    """

    def __init__(
        self, path: Path, *, sample_rate: int, latency: int, keep_free: int = KEEP_FREE_BYTES
    ) -> None:
        kind = path.suffix.lower()
        if kind not in (".wav", ".flac"):
            raise SyrinxError(
                f'A recording must end in ".wav" or ".flac", and "{path.name}" does not.'
            )
        self.path, self.sample_rate = path, sample_rate
        self.error: str | None = None
        self.written = 0
        if path.exists():
            raise SyrinxError(f'The recording "{path}" exists already: choose another name.')
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = soundfile.SoundFile(
                path, "w", sample_rate, 2, format=kind[1:].upper(), subtype="PCM_24"
            )
        except (OSError, soundfile.LibsndfileError) as error:
            raise SyrinxError(f'The recording "{path}" cannot be written ({error}).') from error
        self._wav = kind == ".wav"
        self._keep_free = keep_free
        size = round(BUFFER_S * sample_rate)
        self._input, self._output = Ring(size), Ring(size)
        self._latency = latency
        self._skip = latency
        self._seam = round(_SEAM_S * sample_rate)
        self._fade_in = 0
        self._changes: list[tuple[int, int]] = []
        self._pushed = 0
        self._overrun = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="recorder", daemon=True)
        self._thread.start()

    @property
    def seconds(self) -> float:
        """Length of the file so far, s."""
        return self.written / self.sample_rate

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

    def close(self) -> None:
        """Write the rest and close the file."""
        self._stop.set()
        self._thread.join()

    # ---- writer thread ----

    def _loop(self) -> None:
        left: Audio = np.zeros(0, np.float32)
        right: Audio = np.zeros(0, np.float32)
        taken, rounds = 0, 0
        try:
            while True:
                stopping = self._stop.wait(WRITE_EVERY_S)
                size = self._input.fill
                fresh_in, fresh_out = np.empty(size, np.float32), np.empty(size, np.float32)
                self._input.pop(fresh_in)
                self._output.pop(fresh_out)
                left = np.concatenate((left, fresh_in))
                right = np.concatenate((right, self._aligned(fresh_out, taken)))
                taken += size
                count = min(left.shape[0], right.shape[0])
                rounds += 1
                self._write(left[:count], right[:count], header=rounds % _HEADER_EVERY == 0)
                left, right = left[count:], right[count:]
                if self._overrun:
                    raise OSError(errno.EIO, "the disk is too slow")
                if stopping:
                    return
        except (OSError, soundfile.LibsndfileError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.error = (
                f'The recording "{self.path}" ended early ({reason}): make room on the disk; '
                f"the first {self.seconds:.1f} s are kept."
            )
        finally:
            with contextlib.suppress(OSError, AssertionError, soundfile.LibsndfileError):
                if not self.written:  # a FLAC file without a sample would have no header
                    self._file.write(np.zeros((1, 2), np.float32))
            with contextlib.suppress(OSError, soundfile.LibsndfileError):
                self._file.close()
            if self._wav and self.error is not None:
                with contextlib.suppress(OSError):
                    repair_wav_header(self.path)

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

    def _write(self, left: Audio, right: Audio, *, header: bool) -> None:
        if left.shape[0]:
            if shutil.disk_usage(self.path.parent).free < self._keep_free:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            try:
                self._file.write(np.stack((left, right), axis=1))
            except AssertionError as error:  # soundfile's answer to a write cut short
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
            self.written += left.shape[0]
        if header and self._wav:
            self._file.flush()
            repair_wav_header(self.path)


def repair_wav_header(path: Path) -> None:
    """Write the true sizes into the header of an unfinished WAV file, so that it can be read.

    Raises
    ------
    OSError
        The file cannot be opened.
    """
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        head = file.read(4096)
        at = head.find(b"data", 12)
        if head[:4] != b"RIFF" or at < 0:
            return
        file.seek(4)
        file.write(struct.pack("<I", min(size - 8, 0xFFFFFFFF)))
        file.seek(at + 4)
        file.write(struct.pack("<I", min(size - at - 8, 0xFFFFFFFF)))
