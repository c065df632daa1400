"""What a recogniser says, on the terminal: a line that is written over, and lines that stay."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from syrinx.app.transcription.listening import Said


class SaidPrinter:
    """Prints final segments with their times, and what may still change.

    Parameters
    ----------
    rewrite
        Let what may change be written over in place, as a terminal can; else every state of it
        gets a line of its own, which begins with "~".
    out
        Where to; None = the standard output.
    """

    def __init__(self, *, rewrite: bool, out: TextIO | None = None) -> None:
        self._rewrite = rewrite
        self._out = sys.stdout if out is None else out
        self._dirty = False

    def __enter__(self) -> SaidPrinter:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take away what is not final."""
        self.clear()

    def show(self, said: Said) -> None:
        """Print what is new."""
        self.clear()
        for segment in said.final:
            self._out.write(f"{stamp(segment.start_s)} - {stamp(segment.end_s)}  {segment.text}\n")
        if said.partial:
            if self._rewrite:
                room = shutil.get_terminal_size().columns - 3
                text = said.partial
                if len(text) > room:  # the end is what is new
                    text = "\N{HORIZONTAL ELLIPSIS}" + text[1 - room :]
                self._out.write(f"~ {text}")
                self._dirty = True
            else:
                self._out.write(f"~ {said.partial}\n")
        self._out.flush()

    def clear(self) -> None:
        """Take the line that is written over away."""
        if self._dirty:
            self._out.write("\r\x1b[K")
            self._out.flush()
            self._dirty = False


def stamp(seconds: float) -> str:
    """Return a time as ``1:02:03.4`` or ``02:03.4``."""
    tenths = round(seconds * 10)
    hours, rest = divmod(tenths, 36_000)
    minutes, rest = divmod(rest, 600)
    clock = f"{minutes:02d}:{rest // 10:02d}.{rest % 10}"
    return f"{hours}:{clock}" if hours else clock
