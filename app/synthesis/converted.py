"""Any voice: what a published voice says, sent through a voice of the library as live speech is."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
import soxr

from syrinx.app import source_pitch
from syrinx.app.engine.params import DEFAULT_INDEX_RATIO, VoiceParams
from syrinx.app.engine.voice_chain import VoiceChain, build_voice_chain
from syrinx.app.offline import aligned
from syrinx.app.resampling import resampled
from syrinx.app.synthesis.script import Sentence
from syrinx.app.synthesis.synthesizer import Manner, SpeechChunk, Synthesizer, WordTime
from syrinx.app.voices import Voice
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.registry import ModelRegistry

RATE = 48_000
"""The band above 8 kHz of a neural voice has room there."""
BLOCK_S = 0.25
_LONGEST_SHIFT = 24.0


class ConvertedVoice:
    """A voice of the library, spoken by another one and converted.

    Each sentence is converted by itself, so that one that is made anew is the same as before.

    Parameters
    ----------
    speaker
        Says the words.
    voice
        What it is to sound like.
    registry
        Where the networks come from.
    index_ratio, mark
        As in `syrinx.app.offline.convert_file`.
    """

    def __init__(
        self,
        speaker: Synthesizer,
        voice: Voice,
        *,
        registry: ModelRegistry,
        index_ratio: float = DEFAULT_INDEX_RATIO,
        mark: bool = True,
    ) -> None:
        self.name = voice.name
        self._speaker, self._voice, self._registry = speaker, voice, registry
        self.sample_rate = RATE if voice.kind == "neural" else speaker.sample_rate
        self._params = VoiceParams(index_ratio=index_ratio, mark=mark, pitch=0.0)
        self._chain: VoiceChain | None = None
        self._chain_pitch = 0.0
        self._pitch: float | None = None

    @property
    def language(self) -> str:
        """That of the voice that says the words."""
        return self._speaker.language

    def speak(self, sentence: Sentence, manner: Manner, *, take: int = 0) -> Iterator[SpeechChunk]:
        """Say one sentence and the pause behind it, converted while it comes."""
        plain = replace(manner, pitch_semitones=0.0)
        chunks: Iterable[SpeechChunk] = self._speaker.speak(sentence, plain, take=take)
        if self._pitch is None:  # the first sentence tells how high the speaker's voice is
            chunks = list(chunks)
            self._find_pitch(chunks)
        pitch = float(
            np.clip((self._pitch or 0.0) + manner.pitch_semitones, -_LONGEST_SHIFT, _LONGEST_SHIFT)
        )
        chain = self._ready(pitch)
        words: deque[WordTime] = deque()

        def blocks() -> Iterator[Audio]:
            size = round(BLOCK_S * self._speaker.sample_rate)
            for chunk in chunks:
                words.extend(chunk.words)
                for at in range(0, len(chunk.audio), size):
                    yield chunk.audio[at : at + size]

        done_s = 0.0
        source = resampled(blocks(), self._speaker.sample_rate, self.sample_rate)
        for audio in aligned(source, chain):
            done_s += len(audio) / self.sample_rate
            begun = []
            while words and words[0].start_s < done_s:
                begun.append(words.popleft())
            yield SpeechChunk(audio=audio, words=tuple(begun))
        if words:
            yield SpeechChunk(audio=np.zeros(0, np.float32), words=tuple(words))

    def _find_pitch(self, chunks: Iterable[SpeechChunk]) -> None:
        target_hz = source_pitch.target_f0_hz(self._voice, None, 0.0)
        if target_hz is None:
            self._pitch = 0.0
            return
        rate = self._speaker.sample_rate
        heard = [soxr.resample(c.audio, rate, source_pitch.SAMPLE_RATE) for c in chunks]
        found = source_pitch.median_f0_hz(audio for audio in heard if len(audio))
        if found is not None:  # else the next sentence may tell
            self._pitch = float(12.0 * np.log2(target_hz / found))

    def _ready(self, pitch: float) -> VoiceChain:
        if self._chain is None or pitch != self._chain_pitch:
            self._chain = build_voice_chain(
                self._voice,
                sample_rate=self.sample_rate,
                params=replace(self._params, pitch=pitch),
                registry=self._registry,
            )
            self._chain_pitch = pitch
        self._chain.reset()
        return self._chain
