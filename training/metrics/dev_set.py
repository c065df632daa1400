"""The fixed set of read dev sentences, and recordings of target voices, as WAV folders."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import SAMPLE_RATE, SpeechCache, Utterance

TEXTS = "texts.tsv"
SPEECH_CORPORA = ("librispeech", "speechocean762")


def dev_sentences(cache: SpeechCache, count: int = 40) -> list[Utterance]:
    """Return ``count`` read English sentences of dev speakers with text, always the same ones.

    2 to 10 s long; a quarter from the one long native reader, the rest shared evenly by the
    other speakers, spread evenly over what each has said.
    """
    by_speaker: dict[str, list[Utterance]] = {}
    for utterance in cache.select("dev", SPEECH_CORPORA):
        seconds = utterance.n_samples / SAMPLE_RATE
        if utterance.text and utterance.language == "en" and 2 <= seconds <= 10:
            by_speaker.setdefault(utterance.speaker_key, []).append(utterance)
    if not by_speaker:
        raise SyrinxError("The cache holds no read dev sentences: prepare it from the whole pack.")
    share = dict.fromkeys(sorted(by_speaker), 0)
    native = [key for key in share if key.startswith("librispeech/")]
    others = [key for key in share if key not in native]
    for keys, amount in ((native, count // 4), (others, count - count // 4)):
        for index in range(amount if keys else 0):
            share[keys[index % len(keys)]] += 1
    chosen: list[Utterance] = []
    for key, amount in share.items():
        have = by_speaker[key]
        places = np.unique(np.linspace(0, len(have) - 1, min(amount, len(have))).round())
        chosen += [have[int(place)] for place in places]
    return chosen


def evenly(items: Sequence[Utterance], count: int) -> list[Utterance]:
    """Return at most ``count`` of the items, spread evenly, in their order."""
    places = np.unique(np.linspace(0, len(items) - 1, min(count, len(items))).round())
    return [items[int(place)] for place in places]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A speaker to convert to.

    ``compare`` are the recordings that the conversion is compared with, ``enrol`` all the others,
    spread over the speaker's recordings whichever number one takes from the front.
    """

    speaker: str
    compare: tuple[Utterance, ...]
    enrol: tuple[Utterance, ...]

    def enrolment(self, seconds: float) -> list[Utterance] | None:
        """Recordings of ``seconds`` in all (the last one goes beyond); None if there is less."""
        chosen: list[Utterance] = []
        total = 0
        for utterance in self.enrol:
            chosen.append(utterance)
            total += utterance.n_samples
            if total >= seconds * SAMPLE_RATE:
                return chosen
        return None


def target_of(cache: SpeechCache, speaker: str, *, compare: int = 20) -> Target:
    """Divide a speaker's recordings of 2 s or more.

    At most ``compare`` and at most half of them, spread evenly, are compared with.

    Raises
    ------
    SyrinxError
        The cache has fewer than four of them.
    """
    have = [
        u for u in cache.utterances if u.speaker_key == speaker and u.n_samples >= 2 * SAMPLE_RATE
    ]
    if len(have) < 4:
        raise SyrinxError(f"There are no four recordings of 2 s of {speaker} in the cache.")
    chosen = evenly(have, min(compare, len(have) // 2))
    taken = {u.index for u in chosen}
    rest = [u for u in have if u.index not in taken]
    order = np.random.default_rng(len(rest)).permutation(len(rest))
    return Target(speaker=speaker, compare=tuple(chosen), enrol=tuple(rest[int(i)] for i in order))


def file_name(utterance: Utterance) -> str:
    """Return the WAV name of an utterance: speaker and place in the table."""
    return f"{utterance.corpus}-{utterance.speaker}-{utterance.index:05d}.wav"


def write_sources(cache: SpeechCache, folder: Path, count: int = 40) -> list[Path]:
    """Write the dev sentences to ``folder`` with their texts in ``texts.tsv``."""
    folder.mkdir(parents=True, exist_ok=True)
    paths, lines = [], []
    for utterance in dev_sentences(cache, count):
        path = folder / file_name(utterance)
        soundfile.write(path, cache.audio(utterance), SAMPLE_RATE)
        paths.append(path)
        lines.append(f"{path.stem}\t{utterance.text}\n")
    (folder / TEXTS).write_text("".join(lines), encoding="utf-8")
    return paths


def write_targets(
    cache: SpeechCache, folder: Path, speakers: Sequence[str], count: int = 20
) -> dict[str, list[Path]]:
    """Write up to ``count`` recordings of 2 s or more of each speaker (``corpus/speaker``)."""
    out: dict[str, list[Path]] = {}
    for speaker in speakers:
        have = [
            u
            for u in cache.utterances
            if u.speaker_key == speaker and u.n_samples >= 2 * SAMPLE_RATE
        ]
        if len(have) < 2:
            raise SyrinxError(f"There are no two recordings of 2 s of {speaker} in the cache.")
        places = np.unique(np.linspace(0, len(have) - 1, min(count, len(have))).round())
        target = folder / speaker.replace("/", "-")
        target.mkdir(parents=True, exist_ok=True)
        out[speaker] = []
        for place in places:
            path = target / file_name(have[int(place)])
            soundfile.write(path, cache.audio(have[int(place)]), SAMPLE_RATE)
            out[speaker].append(path)
    return out


def read_texts(folder: Path) -> dict[str, str]:
    """Return stem -> text from ``texts.tsv`` of a folder, empty without one."""
    path = folder / TEXTS
    if not path.is_file():
        return {}
    rows = (line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[1].strip() for row in rows if len(row) == 2}
