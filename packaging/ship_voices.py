"""Make the neural voices that ship: speakers whose licence lets them be a voice, and nobody's.

    .venv/bin/python packaging/ship_voices.py [NAME ...]

Needs the speech cache (``syrinx train prepare``) and the exported models; writes
``assets/voices/*.json`` (about ten minutes for all). To be run again after each new export: a bank
made with another content encoder is left out, and so is the fine-tuning of another decoder.
Invented voices come from ``invented_voices.py``; they have neither, having said nothing. After a
new speaker encoder run ``syrinx train voice_directions`` first, and choose seeds again
(``choose_voices.py``).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from invented_voices import INVENTED, invent

from syrinx.app.enrolment import make_bank, robust_mean, windows
from syrinx.app.source_pitch import median_f0_hz
from syrinx.app.voice_files import encode_voice
from syrinx.app.voice_model import Voice
from syrinx.app.voice_tuning import VoiceTuner
from syrinx.neural.runtime.content import ContentExtractor
from syrinx.neural.runtime.registry import SPEAKER_MODEL, ModelRegistry
from syrinx.neural.runtime.speaker import SHORTEST_S, SpeakerEmbedder, skip_silence
from syrinx.neural.runtime.voice_space import load_voice_space
from syrinx.training.data import SpeechCache
from syrinx.training.voice_tuning import TuningConfig

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "voices"
MOST_SPEECH_S = 300.0
LIBRISPEECH = "LibriSpeech (Panayotov et al. 2015), speaker {}, a LibriVox reader"
CONFUSIONS = "English Consistent Confusion Corpus (Marxer et al. 2016), speaker {}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """A voice to make.

    ``fine_tune`` where it served better than averaging: not for speakers whom the decoder was
    trained with for long (docs/quality.md).
    """

    name: str
    corpus: str
    speaker: str
    description: str
    tags: tuple[str, ...]
    colour: str
    licence: str
    attribution: str
    fine_tune: bool = False


def _reader(
    name: str, speaker: str, description: str, tags: tuple[str, ...], colour: str
) -> Shipped:
    return Shipped(
        name=name,
        corpus="librispeech",
        speaker=speaker,
        description=description,
        tags=("English", *tags),
        colour=colour,
        licence="CC BY 4.0",
        attribution=LIBRISPEECH.format(speaker),
        fine_tune=True,
    )


VOICES = (
    Shipped(
        name="Kathleen",
        corpus="rhasspy_kathleen",
        speaker="kathleen",
        description="calm, a little dry; a woman from the US",
        tags=("English", "female", "studio"),
        colour="#c8553d",
        licence="CC0 1.0",
        attribution="Kathleen, the Rhasspy data sets",
    ),
    Shipped(
        name="Kerstin",
        corpus="rhasspy_kerstin",
        speaker="kerstin",
        description="clear and even; a woman from Germany",
        tags=("German", "female", "studio"),
        colour="#8f5fa8",
        licence="CC0 1.0",
        attribution="Kerstin, the Rhasspy data sets",
    ),
    Shipped(
        name="Hazel",
        corpus="vctk_subset",
        speaker="p239",
        description="young and bright; a woman from England",
        tags=("English", "female", "studio"),
        colour="#d08c2e",
        licence="CC BY 4.0",
        attribution="VCTK (Yamagishi, Veaux, MacDonald 2019, CSTR), speaker p239",
    ),
    Shipped(
        name="Edmund",
        corpus="english_ccc_words",
        speaker="eccc_s2",
        description="deep and plain; a man from Britain",
        tags=("English", "male", "deep", "studio"),
        colour="#3d5a80",
        licence="CC BY 4.0",
        attribution=CONFUSIONS.format("s2"),
    ),
    Shipped(
        name="Nora",
        corpus="english_ccc_words",
        speaker="eccc_s4",
        description="clear and firm; a woman from Britain",
        tags=("English", "female", "studio"),
        colour="#7a6c9d",
        licence="CC BY 4.0",
        attribution=CONFUSIONS.format("s4"),
    ),
    _reader("Iris", "19", "lively, rather high", ("female",), "#3f8f6b"),
    _reader("Miles", "27", "unhurried, middle-low", ("male",), "#2f6fa5"),
    _reader("Otto", "7447", "very low", ("male", "deep"), "#4a4e69"),
    _reader("Ruben", "2384", "low and firm", ("male", "deep"), "#5b7553"),
    _reader("Felix", "307", "middle, lively", ("male",), "#b5651d"),
    _reader("Greta", "6476", "high and light", ("female", "bright"), "#c06c84"),
)


def make(
    shipped: Shipped,
    cache: SpeechCache,
    embedder: SpeakerEmbedder,
    content: ContentExtractor,
    digest: str,
    tuner: VoiceTuner,
) -> Voice:
    """Average the speaker's recordings, and fine-tune where that helps, as enrolment does."""
    mine = [
        u
        for u in cache.select("train", (shipped.corpus,))
        if u.speaker == shipped.speaker and u.n_samples > 16_000
    ]
    if not mine:
        raise SystemExit(f"{shipped.corpus} has no train speaker {shipped.speaker}.")
    order = np.random.default_rng(0).permutation(len(mine))
    embeddings, weights, speech, recordings, total_s = [], [], [], [], 0.0
    for i in order:
        recordings.append(cache.audio(mine[i]))
        speech.append(skip_silence(recordings[-1]))
        for window in windows(speech[-1]):
            if len(window) < SHORTEST_S * 16_000:  # of a single word
                continue
            embeddings.append(embedder.embed(window))
            weights.append(len(window) / 16_000)
        total_s += mine[i].n_samples / 16_000
        if total_s > MOST_SPEECH_S:
            break
    mean, _ = robust_mean(np.array(embeddings, np.float64), np.array(weights))
    f0_median_hz = median_f0_hz(speech)
    return Voice(
        id=shipped.name.lower(),
        name=shipped.name,
        kind="neural",
        description=shipped.description,
        tags=shipped.tags,
        colour=shipped.colour,
        licence=shipped.licence,
        attribution=shipped.attribution,
        f0_median_hz=f0_median_hz,
        speaker_embedding=mean,
        speaker_encoder=digest,
        bank=make_bank(recordings, content),
        adapter=tuner.tune(recordings, mean, f0_median_hz) if shipped.fine_tune else None,
        seconds=round(total_s, 1),
        shipped=True,
    )


def main() -> int:
    """Write every voice, or the named ones."""
    wanted = {name.lower() for name in sys.argv[1:]}
    known = {voice.name.lower() for voice in (*VOICES, *INVENTED)}
    if wanted - known:
        raise SystemExit(f"There is no voice {', '.join(sorted(wanted - known))} to ship.")
    registry = ModelRegistry()
    space = load_voice_space()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for recipe in INVENTED:
        if not wanted or recipe.name.lower() in wanted:
            voice = invent(recipe, space)
            (FOLDER / f"{voice.id}.json").write_bytes(encode_voice(voice))
            print(f"{voice.name}: invented, {voice.f0_median_hz:.0f} Hz")
    digest = registry.entry(SPEAKER_MODEL).sha256
    cache, embedder = SpeechCache(), SpeakerEmbedder(registry, threads=2)
    content = ContentExtractor(registry)
    tuner = VoiceTuner(registry, config=TuningConfig(budget_s=900.0))  # all steps, at any speed
    for shipped in VOICES:
        if wanted and shipped.name.lower() not in wanted:
            continue
        voice = make(shipped, cache, embedder, content, digest, tuner)
        profile = encode_voice(voice)
        (FOLDER / f"{voice.id}.json").write_bytes(profile)
        print(
            f"{voice.name}: {voice.seconds:.0f} s, {voice.f0_median_hz:.0f} Hz, "
            f"{len(voice.bank or ())} frames, {len(profile) / 1000:.0f} kB"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
