"""Live captions beside a soak: ``--beside "python -m tests.bench.caption_listener {taps} SPEECH"``.

The taps of a soak hold silence, which costs a recogniser little: it gets a recording instead, as
many samples at a time as the taps give.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from multiprocessing import resource_tracker
from pathlib import Path

import numpy as np
import soundfile

from syrinx.app.clone.training_process import give_way
from syrinx.app.engine.taps import TapAudio, TapReader
from syrinx.app.resampling import resampled
from syrinx.app.settings import home_path
from syrinx.app.transcription.caption_process import LOOK_S
from syrinx.app.transcription.captioning import Captioner
from syrinx.app.transcription.models import load_recognizer
from syrinx.app.transcription.tap_feed import TapFeed


class Speaking:
    """Taps in which somebody speaks."""

    def __init__(self, taps: TapReader, path: Path) -> None:
        self._taps, self._path = taps, path
        self._audio: np.ndarray | None = None
        self._place = 0

    def read_audio(self) -> TapAudio | None:
        """As the taps, with other samples."""
        found = self._taps.read_audio()
        if found is None:
            return None
        if self._audio is None:
            audio, rate = soundfile.read(self._path, dtype="float32")
            self._audio = np.concatenate(list(resampled([audio], rate, found.sample_rate)))
        count = len(found.input)
        index = np.arange(self._place, self._place + count) % len(self._audio)
        self._place += count
        return replace(found, input=self._audio[index])


def main() -> None:
    """Listen until the process is ended; print how much time of the processor it took."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.caption_listener")
    parser.add_argument("taps")
    parser.add_argument("speech", type=Path)
    options = parser.parse_args()
    give_way()
    recognizer = load_recognizer("syrinx", home_path())
    taps = TapReader(options.taps)
    # Else the tracker of this process removes at its end what it does not own.
    resource_tracker.unregister(f"/{options.taps}", "shared_memory")
    feed = TapFeed(Speaking(taps, options.speech), "input", recognizer.sample_rate)
    captioner = Captioner(feed, recognizer)
    began, told = time.monotonic(), 0.0
    while True:
        captioner.pull()
        time.sleep(LOOK_S)
        passed = time.monotonic() - began
        if passed - told > 10:
            told = passed
            share = 100 * time.process_time() / passed
            print(f"captions: {share:.0f} % of a processor", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
