"""A sound file on its way to a recogniser: what can be read of it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from syrinx.app.audio_files import AudioReader
from syrinx.app.resampling import resampled
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio


class Recording:
    """A recording of which as much is read as there is.

    A file that breaks in the middle ends there: an hour that was understood is worth more than
    the sentence that a minute is missing, which is said as well.

    Parameters
    ----------
    path
        Anything `AudioReader` reads.

    Raises
    ------
    SyrinxError
        Nothing of it can be read.
    """

    def __init__(self, path: Path) -> None:
        self._reader = AudioReader(path)
        self._broken = ""

    @property
    def done_s(self) -> float:
        """How much was read, in s."""
        return self._reader.frames_read / self._reader.sample_rate

    @property
    def total_s(self) -> float:
        """Length as the header says, or more when there was more, in s."""
        return max(self.done_s, self._reader.seconds)

    def blocks(self, seconds: float, sample_rate: int) -> Iterator[Audio]:
        """Yield the audio at a rate, ``(n,)`` float32, about as long as wanted each.

        Raises
        ------
        SyrinxError
            There is nothing in it.
        """
        rate = self._reader.sample_rate
        yield from resampled(self._read(max(1, round(seconds * rate))), rate, sample_rate)

    def remark(self) -> str:
        """Say what was wrong with what was read: sentences, or an empty text."""
        reader, said = self._reader, []
        if self._broken:
            said.append(self._broken)
        elif reader.frames_read < reader.frames or reader.cut_short:
            said.append(
                f"The recording was cut short: the {self.done_s:.1f} s that are there were "
                "transcribed."
            )
        if reader.bad_samples:
            said.append(f"{reader.bad_samples} samples are no numbers and count as silence.")
        return " ".join(said)

    def _read(self, frames: int) -> Iterator[Audio]:
        reader = self._reader
        blocks = reader.blocks(frames)
        while True:
            try:
                block = next(blocks, None)
            except SyrinxError:
                if not reader.frames_read:
                    raise
                self._broken = (
                    f"The recording is broken after {self.done_s:.1f} s: what comes before was "
                    "transcribed."
                )
                break
            if block is None:
                break
            yield block
        if not reader.frames_read:
            raise SyrinxError(f"{reader.path} holds no audio.")
        if reader.bad_samples == reader.frames_read * reader.channels:
            raise SyrinxError(f"{reader.path} holds no audio: its samples are no numbers.")

    def __enter__(self) -> Recording:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self._reader.__exit__(kind, error, trace)
