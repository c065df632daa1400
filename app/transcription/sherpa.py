"""Models of the user behind the program's protocol, opened by the package sherpa-onnx.

The package ends the whole process when a model is broken. So it is imported in processes that do
nothing else: that of transcription, that of a trial (`model_trial`), the command line.
"""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from syrinx.app.transcription.layouts import Layout
from syrinx.app.transcription.recognizer import RecognizerStream
from syrinx.app.transcription.speech_cutter import Activity, SpeechCutter, Stretch
from syrinx.app.transcription.token_words import Said, words_of
from syrinx.app.transcription.transcript import Segment
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

PAUSE_S = 0.8
"""A streaming model's segment ends after so long a pause..."""
LONG_PAUSE_S = 2.4
"""... or this, before anything was said; it forgets what it heard..."""
LONGEST_S = 20.0
"""... or when it is so long."""
FLUSH_S = 0.8
"""Silence at the end, for what a streaming model has still in its window."""


def sherpa_onnx() -> Any:
    """Import the package.

    Raises
    ------
    SyrinxError
        It is not installed, or does not load.
    """
    try:
        return importlib.import_module("sherpa_onnx")
    except (ImportError, OSError) as error:
        raise SyrinxError(
            "Models of your own need the Python package sherpa-onnx, which is missing or broken: "
            "install it (pip install sherpa-onnx) or take Syrinx's own recogniser."
        ) from error


class SherpaRecognizer:
    """A model that is open.

    Parameters
    ----------
    folder
        Where its files are.
    layout
        What it is.
    name
        As it stands in transcripts.
    language
        The only one it knows; None = it finds out, or nobody says.
    make_activity
        Says where speech is, for models that hear only finished stretches.
    module
        The package; None = import it.

    Raises
    ------
    SyrinxError
        The package is missing. A broken model ends the process.
    """

    def __init__(
        self,
        folder: Path,
        layout: Layout,
        *,
        name: str,
        language: str | None,
        make_activity: Callable[[], Activity],
        module: Any = None,
    ) -> None:
        self.name, self._known = name, language
        self.sample_rate = layout.sample_rate
        self._layout, self._make_activity = layout, make_activity
        self._languages: Counter[str] = Counter()
        self._model = open_model(folder, layout, sherpa_onnx() if module is None else module)
        self._small = _only_capitals(folder, layout)

    @property
    def language(self) -> str | None:
        """What it knows, or what it has heard most since the last recording began."""
        if self._known is None and self._languages:
            return self._languages.most_common(1)[0][0]
        return self._known

    def stream(self) -> RecognizerStream:
        """Begin a recording."""
        self._languages.clear()
        if self._layout.streaming:
            return OnlineStream(self._model, self.sample_rate, self._segment)
        cutter = SpeechCutter(self._make_activity(), self.sample_rate, self._layout.longest_s)
        return OfflineStream(self._model, self.sample_rate, cutter, self._segment)

    def _segment(self, said: Said, language: str) -> list[Segment]:
        code = language.strip("<|> ").lower()
        if code and code.isalpha() and len(code) <= 3:
            self._languages[code] += 1
        if self._small:
            said = Said(
                text=said.text.lower(),
                start_s=said.start_s,
                end_s=said.end_s,
                tokens=said.tokens,
                times=said.times,
                lengths=said.lengths,
                log_probs=said.log_probs,
            )
        words = words_of(said)
        return [Segment(words=words)] if words else []


def open_model(folder: Path, layout: Layout, module: Any) -> Any:
    """Return sherpa-onnx's recogniser for a model, on one thread."""
    arguments: dict[str, Any] = {name: str(folder / path) for name, path in layout.paths}
    arguments |= dict(layout.options)
    arguments["num_threads"] = 1
    if layout.streaming:
        arguments |= {
            "enable_endpoint_detection": True,
            "rule1_min_trailing_silence": LONG_PAUSE_S,
            "rule2_min_trailing_silence": PAUSE_S,
            "rule3_min_utterance_length": LONGEST_S,
        }
    owner = module.OnlineRecognizer if layout.streaming else module.OfflineRecognizer
    try:
        return getattr(owner, layout.factory)(**arguments)
    except (RuntimeError, ValueError, AttributeError, TypeError) as error:
        text = " ".join(str(error).split())
        raise SyrinxError(f"The model in {folder.name} cannot be opened ({text}).") from error


_Make = Callable[[Said, str], list[Segment]]


class OfflineStream:
    """A recording on its way through a model that hears finished stretches."""

    partial = ""
    """Nothing is known before a stretch is finished."""

    def __init__(self, model: Any, rate: int, cutter: SpeechCutter, make: _Make) -> None:
        self._model, self._rate, self._cutter, self._make = model, rate, cutter, make

    def accept(self, audio: Audio) -> list[Segment]:
        """Take the next samples; return the segments that are final now."""
        return [s for piece in self._cutter.accept(audio) for s in self._hear(piece)]

    def finish(self) -> list[Segment]:
        """Return what is left."""
        return [s for piece in self._cutter.finish() for s in self._hear(piece)]

    def _hear(self, piece: Stretch) -> list[Segment]:
        stream = self._model.create_stream()
        stream.accept_waveform(self._rate, piece.audio)
        self._model.decode_stream(stream)
        result = stream.result
        at = piece.start_s
        said = Said(
            text=str(result.text),
            start_s=at,
            end_s=at + len(piece.audio) / self._rate,
            tokens=list(result.tokens),
            times=[at + time for time in result.timestamps],
            lengths=list(getattr(result, "durations", ())),
            log_probs=list(getattr(result, "ys_log_probs", ())),
        )
        return self._make(said, str(getattr(result, "lang", "")))


class OnlineStream:
    """A recording on its way through a model that hears as somebody speaks."""

    def __init__(self, model: Any, rate: int, make: _Make) -> None:
        self._model, self._rate, self._make = model, rate, make
        self._stream = model.create_stream()
        self._samples = 0
        self._partial = ""

    @property
    def partial(self) -> str:
        """What was understood since the last segment."""
        return self._partial

    def accept(self, audio: Audio) -> list[Segment]:
        """Take the next samples; return the segments that are final now."""
        self._samples += len(audio)
        return self._hear(audio)

    def finish(self) -> list[Segment]:
        """Return what is left."""
        segments = self._hear(np.zeros(round(FLUSH_S * self._rate), np.float32))
        self._stream.input_finished()
        segments += self._decode()
        return segments + self._close()

    def _hear(self, audio: Audio) -> list[Segment]:
        if len(audio):
            self._stream.accept_waveform(self._rate, audio)
        return self._decode()

    def _decode(self) -> list[Segment]:
        segments: list[Segment] = []
        while self._model.is_ready(self._stream):
            self._model.decode_stream(self._stream)
            if self._model.is_endpoint(self._stream):
                segments += self._close()
                self._model.reset(self._stream)
        self._partial = str(self._model.get_result(self._stream)).strip()
        return segments

    def _close(self) -> list[Segment]:
        """Make a segment of what was understood since the last one."""
        result = self._model.get_result_all(self._stream)
        begin = float(result.start_time)
        end = max(begin, self._samples / self._rate)
        said = Said(
            text=str(result.text),
            start_s=begin,
            end_s=end,
            tokens=list(result.tokens),
            times=[begin + time for time in result.timestamps],
            log_probs=list(result.ys_probs),
        )
        self._partial = ""
        return self._make(said, "")


def _only_capitals(folder: Path, layout: Layout) -> bool:
    """Whether a model knows no small letters: it would shout in every transcript."""
    tokens = dict(layout.paths).get("tokens")
    if tokens is None:
        return False
    text = (folder / tokens).read_text(encoding="utf-8", errors="replace")
    spoken = [line.split()[0] for line in text.splitlines() if line.strip()]
    letters = "".join(token for token in spoken if not token.startswith("<"))
    return letters.upper() == letters and any("A" <= letter <= "Z" for letter in letters)
