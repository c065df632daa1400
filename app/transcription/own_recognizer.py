"""Syrinx's own recogniser behind the program's protocol: the one seam to `syrinx.neural`."""

from __future__ import annotations

from pathlib import Path

from syrinx.app.transcription.recognizer import RecognizerStream
from syrinx.app.transcription.transcript import Segment, Word
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime import transcriber
from syrinx.neural.runtime.recognition import can_recognise, load_transcriber
from syrinx.neural.runtime.recognizer import AcousticModel
from syrinx.neural.runtime.registry import RECOGNIZER_MODEL, ModelRegistry

NAME = "Syrinx"
LANGUAGE = "en"


def own_recognizer(home: Path) -> OwnRecognizer:
    """Open the recogniser that comes with the program.

    Raises
    ------
    SyrinxError
        Its models are not installed, or broken.
    """
    registry = ModelRegistry(home)
    if RECOGNIZER_MODEL not in registry.entries() or not can_recognise(registry):
        raise SyrinxError(
            "The models of Syrinx's own recogniser are not installed: add a recognition model of "
            "your own, or install Syrinx again."
        )
    return OwnRecognizer(load_transcriber(registry, AcousticModel.shipped(registry)))


class OwnRecognizer:
    """A recogniser of `syrinx.neural.runtime.transcriber` as the program wants it.

    Parameters
    ----------
    speech_to_text
        Its streams give segments with a number, words, and whether they are final.
    """

    name = NAME
    language: str | None = LANGUAGE

    def __init__(self, speech_to_text: transcriber.SpeechToText) -> None:
        self._speech_to_text = speech_to_text
        self.sample_rate = int(speech_to_text.sample_rate)

    def stream(self) -> RecognizerStream:
        """Begin a recording."""
        return OwnStream(self._speech_to_text.stream())


class OwnStream:
    """One recording: final utterances are given out, the open one is `partial`."""

    def __init__(self, stream: transcriber.TranscriptStream) -> None:
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

    def _final(self, heard: list[transcriber.Segment]) -> list[Segment]:
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
