"""Takes as the clone wizard gets them, of 4 to 12 s, made of the utterances of a speech cache."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.training.data import SAMPLE_RATE, SpeechCache, Utterance

SHORTEST_S, LONGEST_S = 4.0, 12.0
_HOP = 160
FloatArray = NDArray[np.float32]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One take: audio at 16 kHz, and the text where it is whole."""

    speaker: str
    audio: FloatArray
    text: str
    language: str

    @property
    def corpus(self) -> str:
        """Name of the corpus."""
        return self.speaker.split("/")[0]


def takes_of(cache: SpeechCache, split: str, corpora: Sequence[str]) -> dict[str, list[Take]]:
    """Takes of every labelled speaker, in the order in which they were spoken.

    Utterances that are too short are joined with the next ones of the speaker, as a prompt of
    two sentences would be; those that are too long are cut at their longest pauses.
    """
    by_speaker: dict[str, list[Utterance]] = {}
    for utterance in cache.select(split, corpora):
        if utterance.speaker != "unlabelled":
            by_speaker.setdefault(utterance.speaker_key, []).append(utterance)
    return {
        key: made
        for key, utterances in sorted(by_speaker.items())
        if (made := list(_join(cache, utterances)))
    }


def _join(cache: SpeechCache, utterances: Sequence[Utterance]) -> Iterator[Take]:
    audio: list[FloatArray] = []
    texts: list[str] = []
    for utterance in utterances:
        audio.append(cache.audio(utterance))
        texts.append(utterance.text)
        joined = np.concatenate(audio)
        if len(joined) < SHORTEST_S * SAMPLE_RATE:
            continue
        pieces = list(cut_at_pauses(joined))
        # Of what was cut a short rest was dropped: its words are not in the piece.
        whole = len(joined) <= LONGEST_S * SAMPLE_RATE
        text = " ".join(texts) if whole and all(texts) else ""
        for piece in pieces:
            yield Take(
                speaker=utterance.speaker_key,
                audio=piece,
                text=text,
                language=utterance.language,
            )
        audio, texts = [], []


def cut_at_pauses(audio: FloatArray) -> Iterator[FloatArray]:
    """Cut at the quietest 0.2 s between 4 s and 12 s, again and again; what is left is dropped."""
    while len(audio) > LONGEST_S * SAMPLE_RATE:
        power = np.square(audio[: len(audio) // _HOP * _HOP], dtype=np.float64)
        power = np.convolve(power.reshape(-1, _HOP).mean(axis=1), np.ones(20), mode="same")
        first, last = round(SHORTEST_S * 100), round((LONGEST_S - 1.0) * 100)
        at = (first + int(np.argmin(power[first:last]))) * _HOP
        yield audio[:at]
        audio = audio[at:]
    if len(audio) >= SHORTEST_S * SAMPLE_RATE:
        yield audio
