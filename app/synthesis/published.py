"""Published voices behind the program's protocol, spoken by the package sherpa-onnx.

The package ends the whole process when a model is broken: it is imported in processes that do
nothing else, as with recognition (`syrinx.app.transcription.sherpa`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from syrinx.app.engine.device import quiet_stderr
from syrinx.app.offline import aligned
from syrinx.app.synthesis.phonemes import Piece, espeak_ipa, pieces_of
from syrinx.app.synthesis.script import Sentence, Word
from syrinx.app.synthesis.synthesizer import FASTEST, SLOWEST, Manner, SpeechChunk, WordTime
from syrinx.app.synthesis.voice_layouts import VoiceLayout
from syrinx.app.transcription.sherpa import sherpa_onnx
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.dsp.shift import PitchFormantShift
from syrinx.dsp.units import db_to_gain

QUIET_DB = -45.0
"""Below the loudest moment: what lies before and behind the words."""
_HOP_S = 0.01
_CONFIGS = {
    "vits": "OfflineTtsVitsModelConfig",
    "matcha": "OfflineTtsMatchaModelConfig",
    "kokoro": "OfflineTtsKokoroModelConfig",
    "kitten": "OfflineTtsKittenModelConfig",
    "supertonic": "OfflineTtsSupertonicModelConfig",
}
_SEVERAL = ("lexicon",)
"""Arguments of several files, with commas between them."""


class PublishedVoice:
    """A voice that is open.

    Parameters
    ----------
    folder
        Where its files are.
    layout
        What it is.
    name
        For people.
    language
        What it speaks; empty = as the layout says.
    speaker
        Name of one of its speakers; None = the first.
    module
        The package; None = import it.

    Raises
    ------
    SyrinxError
        The package is missing, or there is no such speaker. A broken model ends the process.
    """

    def __init__(
        self,
        folder: Path,
        layout: VoiceLayout,
        *,
        name: str,
        language: str = "",
        speaker: str | None = None,
        module: Any = None,
    ) -> None:
        self.name = name
        self.language = language or next(iter(layout.languages), "")
        self.speaker = _number(layout, speaker)
        self._layout = layout
        self._module = sherpa_onnx() if module is None else module
        self._model = open_voice(folder, layout, self._module)
        self.sample_rate = int(self._model.sample_rate)

    def speak(self, sentence: Sentence, manner: Manner, *, take: int = 0) -> Iterator[SpeechChunk]:
        """Say one sentence and the pause behind it, piece by piece.

        A published voice tells no times: words are given the sounding part of their piece by the
        letters that they have. Every take of most of them differs by chance, and ``take`` is left
        out.
        """
        at_s = 0.0
        for piece in pieces_of(sentence):
            audio = self._said(piece, manner)
            words = spread_words(audio, self.sample_rate, piece.words, at_s)
            rest_s = piece.pause_s * (manner.pause if piece.final else 1.0)
            rest = np.zeros(max(0, round(rest_s * self.sample_rate)), np.float32)
            whole = np.concatenate([audio, rest])
            at_s += len(whole) / self.sample_rate
            yield SpeechChunk(audio=whole, words=words)

    def _said(self, piece: Piece, manner: Manner) -> Audio:
        """Return a piece without the silence around it."""
        options = self._module.GenerationConfig()
        options.sid = self.speaker
        options.speed = float(np.clip(manner.speed * piece.prosody.rate, SLOWEST / 2, FASTEST * 2))
        text = piece.text
        if not any(char.isalnum() for char in text):
            return np.zeros(0, np.float32)
        if self._layout.sounds:
            ipa = piece.ipa if piece.ipa and self.language in ("en", "") else ""
            ipa = ipa or espeak_ipa(text, self._layout.espeak or self.language)
            options.phoneme_codepoints = [[ord(char) for char in ipa]]
        try:
            with quiet_stderr():  # it lists every sign that it does not know
                made = self._model.generate(text, options)
        except (RuntimeError, ValueError, IndexError) as error:
            text = " ".join(str(error).split())
            raise SyrinxError(f"The voice {self.name} cannot say a sentence ({text}).") from error
        audio = np.asarray(made.samples, np.float32)
        if not np.isfinite(audio).all():
            raise SyrinxError(f"The voice {self.name} makes no sound: it is broken.")
        audio = _trimmed(audio, self.sample_rate)
        semitones = manner.pitch_semitones + piece.prosody.pitch_semitones
        if semitones and len(audio):
            semitones = float(np.clip(semitones, -24.0, 24.0))
            shift = PitchFormantShift(sample_rate=self.sample_rate, pitch_semitones=semitones)
            audio = np.concatenate(list(aligned([audio], shift)))
        gain = db_to_gain(manner.volume_db + piece.prosody.volume_db)
        return np.asarray(audio * np.float32(gain), np.float32)


def open_voice(folder: Path, layout: VoiceLayout, module: Any) -> Any:
    """Return sherpa-onnx's object for a voice, on one thread.

    Raises
    ------
    SyrinxError
        It cannot be opened; or the process ends.
    """
    arguments = {
        name: ",".join(str(folder / part) for part in value.split(","))
        if name in _SEVERAL
        else str(folder / value)
        for name, value in layout.paths
    }
    try:
        part = getattr(module, _CONFIGS[layout.family])(**arguments)
        config = module.OfflineTtsConfig(
            model=module.OfflineTtsModelConfig(**{layout.family: part}, num_threads=1),
            rule_fsts=",".join(str(folder / name) for name in layout.rules),
        )
        if not config.validate():
            raise SyrinxError(f"The voice in {folder.name} is not complete, or broken.")
        return module.OfflineTts(config)
    except (RuntimeError, ValueError, AttributeError, TypeError) as error:
        text = " ".join(str(error).split())
        raise SyrinxError(f"The voice in {folder.name} cannot be opened ({text}).") from error


def spread_words(
    audio: Audio, sample_rate: int, words: Iterable[Word], at_s: float
) -> tuple[WordTime, ...]:
    """Give words their times, by their letters.

    Parameters
    ----------
    audio
        ``(n,)``, from the first word to the last.
    at_s
        When it begins in the sentence.
    """
    found = list(words)
    letters = np.array([1 + sum(map(str.isalnum, word.text)) for word in found], float)
    if not found:
        return ()
    ends = at_s + len(audio) / sample_rate * np.cumsum(letters) / letters.sum()
    starts = np.concatenate([[at_s], ends[:-1]])
    return tuple(
        WordTime(start=word.start, end=word.end, start_s=float(start), end_s=float(end))
        for word, start, end in zip(found, starts, ends, strict=True)
    )


def _trimmed(audio: Audio, sample_rate: int) -> Audio:
    """Return what sounds, and a moment around it."""
    hop = max(1, round(_HOP_S * sample_rate))
    n = len(audio) // hop
    if n == 0:
        return audio
    levels = np.sqrt(np.mean(audio[: n * hop].reshape(n, hop) ** 2, axis=1))
    loud = np.flatnonzero(levels > levels.max() * db_to_gain(QUIET_DB))
    if not len(loud) or levels.max() <= 0.0:
        return audio[:0]
    begin, end = max(0, loud[0] - 2), min(n, loud[-1] + 3)
    return audio[begin * hop : len(audio) if end == n else end * hop]


def _number(layout: VoiceLayout, speaker: str | None) -> int:
    if speaker is None:
        return 0
    names = [name.casefold() for name in layout.speakers]
    if speaker.casefold() in names:
        return names.index(speaker.casefold())
    shown = ", ".join(layout.speakers[:20])
    raise SyrinxError(f'The voice has no speaker "{speaker}"; it has: {shown}.')
