"""The recogniser writes down what untranscribed train speech says, to learn on from it.

Of the LibriSpeech clips most have no text: two hundred speakers more than those that have one. The
recogniser itself hears them, lexicon and language model make words of it, and the takes of which it
is surest become a further cache (``syrinx train recognizer --heard``). A take counts as sure when
its words have high confidences and sound like what the network alone heard (self-training, as in
Kahn, Lee and Hannun 2020).
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.final import Finisher
from syrinx.neural.runtime.decoding.lexicon import Lexicon, unit_numbers
from syrinx.neural.runtime.decoding.ngram import NgramModel
from syrinx.neural.runtime.decoding.search import BeamSearch, SearchConfig, Vocabulary
from syrinx.neural.runtime.recognition import DecoderTuning
from syrinx.neural.runtime.recognizer import AcousticModel, LogProbs
from syrinx.neural.runtime.second_hearing import SecondHearing, hear_all
from syrinx.training.align import collapse
from syrinx.training.data import DEFAULT_CACHE, HOP_LENGTH, SpeechCache, Utterance
from syrinx.training.language.build import LEXICON_FILE, MODEL_FILE
from syrinx.training.language.domain import Domain
from syrinx.training.language.templates import Templates
from syrinx.training.recipes.content_encoder import edit_distance
from syrinx.training.recipes.decoder_weights import TUNING_FILE

SUFFIX = "_heard"
"""Added to the name of a corpus: its texts are not what somebody wrote."""
DOMAIN_WEIGHT = 1.1
"""Of a domain's language model, which knows more than the program's (0.65)."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What was understood of a take.

    ``confidence`` is the mean over its words; ``distance`` the share of phones in which the words
    differ from what the network heard without them.
    """

    words: tuple[str, ...]
    confidence: float
    distance: float


def tuning_of(language: Path) -> DecoderTuning:
    """The decoder's weights in a folder of language, or the usual ones."""
    path = language / TUNING_FILE
    if not path.is_file():
        return DecoderTuning()
    return DecoderTuning.from_json(path.read_text(encoding="utf-8"))


class Hearer:
    """Network, lexicon and language model, a recording at a time."""

    def __init__(
        self,
        acoustic: AcousticModel,
        vocabulary: Vocabulary,
        *,
        search: SearchConfig | None = None,
        finisher: Finisher | None = None,
        second: SecondHearing | None = None,
    ) -> None:
        self.acoustic, self.second = acoustic, second
        self._finisher = Finisher(vocabulary) if finisher is None else finisher
        self._search = BeamSearch(vocabulary, SearchConfig() if search is None else search)
        numbers = unit_numbers(vocabulary.lexicon, acoustic.units)
        code = {unit: int(n) for unit, n in zip(vocabulary.lexicon.units, numbers, strict=True)}
        self._sounds: dict[str, list[int]] = {}
        for word, way in vocabulary.lexicon.pronunciations():
            self._sounds.setdefault(word.lower(), [code[unit] for unit in way])

    @classmethod
    def of_files(cls, network: Path, language: Path) -> Hearer:
        """The network of a file and the folder that ``syrinx train language_model`` wrote.

        A second hearing that lies beside the network takes part.

        Raises
        ------
        SyrinxError
            If a file is missing or broken.
        """
        acoustic = AcousticModel.of_file(network)
        tuning = tuning_of(language)
        lexicon = Lexicon.load(language / LEXICON_FILE)
        vocabulary = Vocabulary(lexicon, NgramModel.load(language / MODEL_FILE), acoustic.units)
        finisher = Finisher(
            vocabulary,
            n_best=tuning.n_best,
            confidence=tuning.confidence,
        )
        second = SecondHearing.beside(network, weight=tuning.second_weight)
        return cls(acoustic, vocabulary, search=tuning.search, finisher=finisher, second=second)

    def __call__(self, audio: NDArray[np.float32]) -> Understood:
        """Words of a whole recording at 16 kHz."""
        return self.understand(self.listen(audio))

    def listen(self, audio: NDArray[np.float32]) -> LogProbs:
        """What the networks hear by themselves, frame by frame."""
        return hear_all(self.acoustic, audio, self.second).answers

    def understand(self, log_p: LogProbs) -> Understood:
        """Words of what the networks heard."""
        self._search.reset()
        self._search.step(log_p)
        found = self._finisher.words(self._search, log_p)
        sounds = [unit for word in found for unit in self._sounds[word.text.lower()]]
        alone = collapse(log_p.argmax(-1))
        return Understood(
            words=tuple(word.text for word in found),
            confidence=float(np.mean([word.confidence for word in found])) if found else 0.0,
            distance=edit_distance(sounds, alone) / max(1, len(sounds)),
        )


def unsure(understood: Understood) -> Understood:
    """The same, without words: it is never among the surest."""
    return dataclasses.replace(understood, words=(), confidence=0.0)


def surest(understood: Sequence[Understood], *, share: float, farthest: float) -> list[int]:
    """Indices of the takes to learn from, in order.

    Confidence and distance count alike, each in its own standard deviations; what lies beyond
    ``farthest`` is left out whatever its rank.
    """
    confidence = np.array([u.confidence for u in understood])
    distance = np.array([u.distance for u in understood])
    if not len(confidence):
        return []
    score = distance / (distance.std() + 1e-9) - confidence / (confidence.std() + 1e-9)
    best = np.argsort(score, kind="stable")[: round(share * len(score))]
    return sorted(int(i) for i in best if understood[i].words and distance[i] < farthest)


def write_heard(
    cache: SpeechCache, takes: Sequence[tuple[Utterance, Understood]], out: Path
) -> None:
    """A cache of the takes with the words understood; it has no F0 and no phone labels.

    What ``out`` has of other corpora stays.
    """
    out.mkdir(parents=True, exist_ok=True)
    understood = [
        (
            dataclasses.replace(
                u,
                corpus=u.corpus + SUFFIX,
                text=" ".join(words.words),
                phones="|",  # not nothing, as where a text cannot be relied on, but unknown
            ),
            cache.audio(u),
        )
        for u, words in takes
    ]
    corpora = {u.corpus for u, _ in understood}
    if (out / "utterances.json").is_file():
        before = SpeechCache(out)
        stay = (u for u in before.utterances if u.corpus not in corpora)
        understood = [*((u, before.audio(u)) for u in stay), *understood]
    records, samples, frames = [], 0, 0
    with open(out / "audio.i16.part", "wb") as file:
        for u, audio in understood:
            n_frames = len(audio) // HOP_LENGTH + 1
            place = {"start": samples, "f0_start": frames, "n_frames": n_frames}
            records.append(dataclasses.asdict(u) | place | {"index": len(records)})
            np.round(audio * 32768.0).astype(np.int16).tofile(file)
            samples += len(audio)
            frames += n_frames
    os.replace(out / "audio.i16.part", out / "audio.i16")
    np.zeros(frames, np.float32).tofile(out / "f0.f32")
    (out / "utterances.json").write_text(json.dumps(records, ensure_ascii=False))


def wanted_of(cache: SpeechCache, corpora: Sequence[str]) -> list[Utterance]:
    """The English train takes that have no text.

    Raises
    ------
    SyrinxError
        If there are none.
    """
    wanted = [u for u in cache.select("train", corpora) if u.language == "en" and not u.text]
    if not wanted:
        raise SyrinxError("There is no untranscribed speech to be heard in this cache.")
    return wanted


def keep(
    cache: SpeechCache,
    wanted: Sequence[Utterance],
    understood: Sequence[Understood],
    out: Path,
    *,
    share: float,
    farthest: float,
) -> str:
    """Choose the surest takes and write them; say how many they are.

    Raises
    ------
    SyrinxError
        If none is sure.
    """
    chosen = surest(understood, share=share, farthest=farthest)
    if not chosen:
        raise SyrinxError("The recogniser is sure of nothing that it heard: train it first.")
    write_heard(cache, [(wanted[i], understood[i]) for i in chosen], out)
    minutes = sum(wanted[i].n_samples for i in chosen) / 960_000
    confidence = np.mean([understood[i].confidence for i in chosen])
    distance = np.mean([understood[i].distance for i in chosen])
    return (
        f"{len(chosen)} of {len(wanted)} takes, {minutes:.1f} minutes, in {out}; "
        f"mean confidence {confidence:.2f}, distance {distance:.2f}"
    )


def run(
    cache: SpeechCache,
    hear: Callable[[NDArray[np.float32]], Understood],
    out: Path,
    *,
    corpora: Sequence[str],
    share: float,
    farthest: float,
) -> Iterator[str]:
    """Hear, choose, write; yields a line now and then."""
    wanted = wanted_of(cache, corpora)
    understood = []
    for n, u in enumerate(wanted, start=1):
        understood.append(hear(cache.audio(u)))
        if n % 20 == 0:
            yield f"{n} of {len(wanted)}"
    yield keep(cache, wanted, understood, out, share=share, farthest=farthest)


def run_domain(
    cache: SpeechCache,
    acoustic: AcousticModel,
    second: SecondHearing | None,
    domain: Domain,
    out: Path,
    *,
    corpora: Sequence[str],
    share: float,
    farthest: float,
    rounds: int,
    search: SearchConfig,
) -> Iterator[str]:
    """As `run`, with the language of a domain, which learns from the surest of each round."""
    wanted = wanted_of(cache, corpora)
    hearer = Hearer(acoustic, domain.vocabulary(acoustic.units), search=search, second=second)
    heard = []
    for n, u in enumerate(wanted, start=1):
        heard.append(hearer.listen(cache.audio(u)))
        if n % 100 == 0:
            yield f"{n} of {len(wanted)} heard"
    understood: list[Understood] = []
    sure: list[tuple[str, ...]] = []
    for number in range(rounds):
        vocabulary = domain.vocabulary(acoustic.units, sure)
        hearer = Hearer(acoustic, vocabulary, search=search)
        understood = [hearer.understand(log_p) for log_p in heard]
        # What no order sounds like is not understood, however well it fits the sound.
        understood = [u if domain.allows(u.words) else unsure(u) for u in understood]
        chosen = surest(understood, share=share, farthest=farthest)
        sure = [understood[i].words for i in chosen]
        confidence = np.mean([u.confidence for u in understood])
        distance = np.mean([u.distance for u in understood])
        yield f"round {number + 1}: mean confidence {confidence:.3f}, distance {distance:.3f}"
    yield keep(cache, wanted, understood, out, share=share, farthest=farthest)


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx train heard_speech", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--network", type=Path, required=True, help="the recogniser's ONNX file")
    parser.add_argument("--language", type=Path, default=Path("runs/language"))
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="default: %(default)s")
    parser.add_argument("--out", type=Path, default=Path(".cache/recognizer/heard"))
    parser.add_argument("--corpora", default="librispeech", help="with commas between them")
    parser.add_argument("--share", type=float, default=0.6, help="of the takes (default: 0.6)")
    parser.add_argument("--farthest", type=float, default=0.38, help="default: %(default)s")
    parser.add_argument(
        "--domain", type=Path, help="templates of a narrow domain (training/language/domains)"
    )
    parser.add_argument("--rounds", type=int, default=3, help="with --domain (default: 3)")
    args = parser.parse_args(argv)
    chosen = {
        "corpora": args.corpora.split(","),
        "share": args.share,
        "farthest": args.farthest,
    }
    cache = SpeechCache(args.cache)
    if args.domain is None:
        hearer = Hearer.of_files(args.network, args.language)
        lines = run(cache, hearer, args.out, **chosen)
    else:
        lines = run_domain(
            cache,
            AcousticModel.of_file(args.network),
            SecondHearing.beside(args.network, weight=tuning_of(args.language).second_weight),
            Domain.installed(Templates.read(args.domain)),
            args.out,
            rounds=args.rounds,
            search=SearchConfig(lm_weight=DOMAIN_WEIGHT),
            **chosen,
        )
    for line in lines:
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
