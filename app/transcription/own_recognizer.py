"""Syrinx's own recogniser behind the program's protocol: the one seam to `syrinx.neural`."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from syrinx.app.transcription.recognizer import RecognizerStream
from syrinx.app.transcription.transcript import Segment, Word
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.registry import ModelRegistry

NAME = "Syrinx"
LANGUAGE = "en"
_ACOUSTIC, _LANGUAGE = (
    "syrinx.neural.runtime.recognizer",
    "syrinx.neural.runtime.recognition",
)


def own_recognizer(home: Path) -> OwnRecognizer:
    """Open the recogniser that comes with the program.

    Raises
    ------
    SyrinxError
        Its models are not installed, or broken.
    """
    try:
        acoustic: Any = importlib.import_module(_ACOUSTIC)
        language: Any = importlib.import_module(_LANGUAGE)
    except ModuleNotFoundError as error:
        if error.name not in (_ACOUSTIC, _LANGUAGE):
            raise
        raise SyrinxError(
            "Syrinx's own recogniser is not part of this version: add a recognition model of "
            "your own, or install a newer version."
        ) from error
    registry = ModelRegistry(home)
    transcriber = language.load_transcriber(registry, acoustic.AcousticModel.shipped(registry))
    return OwnRecognizer(transcriber)


class OwnRecognizer:
    """A ``SpeechToText`` of `syrinx.neural.runtime.transcriber` as the program wants it.

    Parameters
    ----------
    transcriber
        Its streams give segments with a number, words, and whether they are final.
    """

    name = NAME
    language: str | None = LANGUAGE

    def __init__(self, transcriber: Any) -> None:
        self._transcriber = transcriber
        self.sample_rate = int(transcriber.sample_rate)

    def stream(self) -> RecognizerStream:
        """Begin a recording."""
        return OwnStream(self._transcriber.stream())


class OwnStream:
    """One recording: final utterances are given out, the open one is `partial`."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._partial = ""

    @property
    def partial(self) -> str:
        """What was understood since the last segment."""
        return self._partial

    def accept(self, audio: Audio) -> list[Segment]:
        """Take the next samples; return the segments that are final now."""
        return self._final(self._stream.accept(audio))

    def finish(self) -> list[Segment]:
        """Return what is left."""
        segments = self._final(self._stream.finish())
        self._partial = ""
        return segments

    def _final(self, heard: list[Any]) -> list[Segment]:
        segments = []
        for utterance in heard:
            self._partial = "" if utterance.final else str(utterance.text)
            if utterance.final and utterance.words:
                words = tuple(
                    Word(
                        text=word.text,
                        start_s=max(0.0, float(word.start_s)),
                        end_s=max(0.0, float(word.start_s), float(word.end_s)),
                        confidence=min(1.0, max(0.0, float(word.confidence))),
                    )
                    for word in utterance.words
                )
                segments.append(Segment(words=words))
        return segments
