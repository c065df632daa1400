"""Examples of keywords: from a folder with a folder per word, or from the speech pack.

Clips are brought to one length around where they are loudest. Speakers are kept apart: nobody is
in both parts. In a folder the speaker is what stands in front of the first ``_`` of a file's name
(as in Speech Commands, ``0a2b400e_nohash_0.wav``); a name without one is a speaker of its own.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import SAMPLE_RATE, SpeechCache, Utterance

PACK = "pack"
PACK_CORPORA = ("speech_commands_subset", "fsdd_digits_8k")
SUFFIXES = {".wav", ".flac", ".ogg", ".opus", ".mp3"}
CLIP_S = 1.0
HELD_OUT_SHARE = 0.2
FloatArray = NDArray[np.float32]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Clips of one part.

    ``audio (n, n_samples)`` float32 at 16 kHz, ``label (n,)`` places in ``classes``, ``speaker``
    and ``source`` (corpus or folder) of each.
    """

    classes: tuple[str, ...]
    audio: FloatArray
    label: NDArray[np.int64]
    speaker: tuple[str, ...]
    source: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.label)

    def part(self, keep: NDArray[np.bool_]) -> Examples:
        """Some of them."""
        places = np.flatnonzero(keep)
        return Examples(
            classes=self.classes,
            audio=self.audio[places],
            label=self.label[places],
            speaker=tuple(self.speaker[i] for i in places),
            source=tuple(self.source[i] for i in places),
        )


class WordRecipe(Protocol):
    """What recipes that tell words apart have in common."""

    folder: str
    out: Path
    cache: Path
    corpora: tuple[str, ...]
    budget_s: float


def add_word_options(parser: argparse.ArgumentParser, default: WordRecipe) -> None:
    """Add the options that say where the words are from, where to, and for how long."""
    parser.add_argument(
        "--folder",
        default=default.folder,
        help="folder with a folder of sound files per word, or `pack`: the speech pack's words",
    )
    parser.add_argument("--out", type=Path, default=default.out, help="folder of the run")
    parser.add_argument("--cache", type=Path, default=default.cache, help="speech cache folder")
    parser.add_argument(
        "--corpora", default=",".join(default.corpora), help="of the pack (default: %(default)s)"
    )
    parser.add_argument("--budget", type=float, default=default.budget_s, metavar="S", help="time")


def fitted(audio: FloatArray, n_samples: int) -> FloatArray:
    """``audio`` at a length: where it is loudest if it is longer, zeros around it if shorter."""
    if len(audio) <= n_samples:
        before = (n_samples - len(audio)) // 2
        return np.pad(audio, (before, n_samples - len(audio) - before)).astype(np.float32)
    energy = np.concatenate([[0.0], np.cumsum(np.square(audio, dtype=np.float64))])
    start = int(np.argmax(energy[n_samples:] - energy[:-n_samples]))
    return np.ascontiguousarray(audio[start : start + n_samples], np.float32)


def from_pack(
    cache: SpeechCache,
    *,
    corpora: Sequence[str] = PACK_CORPORA,
    clip_s: float = CLIP_S,
    least: int = 20,
) -> tuple[Examples, Examples]:
    """Clips of single words of the pack: its train speakers, its dev speakers.

    Words with fewer than ``least`` examples in the train part are left out.

    Raises
    ------
    SyrinxError
        There are not two words with so many examples.
    """
    by_split: dict[str, list[Utterance]] = {"train": [], "dev": []}
    for split, found in by_split.items():
        found += [u for u in cache.select(split, corpora) if len(u.text.split()) == 1]
    counts: dict[str, int] = {}
    for utterance in by_split["train"]:
        counts[utterance.text] = counts.get(utterance.text, 0) + 1
    classes = tuple(sorted(word for word, count in counts.items() if count >= least))
    if len(classes) < 2:
        raise SyrinxError(
            f"The pack's {', '.join(corpora)} have no two words with {least} examples:"
            " lower --least or name other corpora."
        )

    def collect(utterances: Sequence[Utterance]) -> Examples:
        chosen = [u for u in utterances if u.text in classes]
        size = round(clip_s * SAMPLE_RATE)
        return Examples(
            classes=classes,
            audio=_stacked([fitted(cache.audio(u), size) for u in chosen], size),
            label=np.array([classes.index(u.text) for u in chosen], np.int64),
            speaker=tuple(u.speaker_key for u in chosen),
            source=tuple(u.corpus for u in chosen),
        )

    return collect(by_split["train"]), collect(by_split["dev"])


def from_folder(folder: Path, *, clip_s: float = CLIP_S) -> tuple[Examples, Examples]:
    """Clips of a folder with a folder per word; a fifth of the speakers is held out.

    Who is held out depends on the names alone: the same tomorrow, and with more files.

    Raises
    ------
    SyrinxError
        There are not two words, a file cannot be read, or a word has no example in one part.
    """
    if not folder.is_dir():
        raise SyrinxError(f"There is no folder {folder}: name one that has a folder per word.")
    words = sorted(place for place in folder.iterdir() if place.is_dir() and place.name[0] != ".")
    files = {
        place.name: sorted(p for p in place.rglob("*") if p.suffix.lower() in SUFFIXES)
        for place in words
    }
    classes = tuple(name for name, paths in files.items() if paths)
    if len(classes) < 2:
        raise SyrinxError(f"{folder} needs folders with sound files for two words or more.")
    size = round(clip_s * SAMPLE_RATE)
    speakers = sorted({speaker_of(path) for word in classes for path in files[word]})
    held = held_out(speakers)
    clips: list[FloatArray] = []
    label: list[int] = []
    speaker: list[str] = []
    for place, word in enumerate(classes):
        for path in files[word]:
            clips.append(fitted(_read(path), size))
            label.append(place)
            speaker.append(speaker_of(path))
    whole = Examples(
        classes=classes,
        audio=_stacked(clips, size),
        label=np.array(label, np.int64),
        speaker=tuple(speaker),
        source=(folder.name,) * len(label),
    )
    apart = np.array([name in held for name in speaker])
    parts = whole.part(~apart), whole.part(apart)
    for examples, what in zip(parts, ("train on", "test with"), strict=True):
        missing = set(range(len(classes))) - set(examples.label.tolist())
        if missing:
            word = classes[min(missing)]
            raise SyrinxError(
                f'There is nobody to {what} for "{word}": more speakers are needed, named in front'
                " of the first _ of each file's name."
            )
    return parts


def speaker_of(path: Path) -> str:
    """Who speaks in a file, by its name."""
    return path.stem.split("_", 1)[0]


def held_out(speakers: Sequence[str], share: float = HELD_OUT_SHARE) -> set[str]:
    """A fifth of the speakers by the hash of their names, one of two at least."""
    ranked = sorted(speakers, key=lambda name: hashlib.sha256(name.encode()).digest())
    return set(ranked[: max(1, round(share * len(ranked)))]) if len(ranked) > 1 else set()


def _read(path: Path) -> FloatArray:
    try:
        audio, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError) as error:
        raise SyrinxError(f"{path} is not a sound file, or is broken: take it out.") from error
    mono = np.nan_to_num(audio.mean(axis=1))
    return mono if rate == SAMPLE_RATE else soxr.resample(mono, rate, SAMPLE_RATE, quality="HQ")


def _stacked(clips: Sequence[FloatArray], size: int) -> FloatArray:
    return np.stack(clips) if clips else np.zeros((0, size), np.float32)


def facts(train: Examples, test: Examples) -> Mapping[str, object]:
    """What goes into the provenance."""
    return {
        "classes": list(train.classes),
        "sources": sorted(set(train.source)),
        "train": {"clips": len(train), "speakers": len(set(train.speaker))},
        "test": {"clips": len(test), "speakers": len(set(test.speaker))},
    }
