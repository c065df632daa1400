"""Weights of the recogniser's decoder, fitted on dev sentences: language model, words, confidence.

Takes the network's answers from a file (``--posteriors``: arrays ``phones.CORPUS.INDEX``,
``letters.…`` and ``text.…``, ``phone_units``, ``letter_units``) or asks the network, and the
second hearing if there is one: its share is fitted, too. Writes ``recognizer_tuning.json`` and a
report. Few numbers are fitted, and the report says what weights fitted on one corpus do on the
other.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.bundle import write_files
from syrinx.neural.runtime.decoding.lexicon import Lexicon
from syrinx.neural.runtime.decoding.ngram import NgramModel
from syrinx.neural.runtime.decoding.search import SearchConfig, Vocabulary
from syrinx.neural.runtime.decoding.word_network import WordNetwork, WordScorer
from syrinx.neural.runtime.recognition import DecoderTuning
from syrinx.neural.runtime.recognizer import AcousticModel
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.second_hearing import SecondHearing, hear_all, mixed
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.language.build import LEXICON_FILE, MODEL_FILE, SOUNDING_FILE
from syrinx.training.language.texts import READ_SENTENCES, words_of
from syrinx.training.language.tuning import (
    Heard,
    Trial,
    fit_confidences,
    fit_rescoring,
    fit_search,
    measure,
    oracle_errors,
)
from syrinx.training.metrics.words import total_errors

BUILT_FILE = "language.json"
SHIPPED = (LEXICON_FILE, MODEL_FILE, SOUNDING_FILE)
SOURCES = (
    "texts of the speech pack's train speakers; prose of this project; sentences made from parts"
    " of speech (ADR 0073)"
)
ATTRIBUTION = (
    "CMU Pronouncing Dictionary 0.4 and letter-to-sound rules as packed for Festival, and the"
    " part-of-speech list POSLEX, Copyright (c) 1996, 1997 Centre for Speech Technology Research,"
    " University of Edinburgh; free to use and distribute"
)
SHARES = (0.0, 0.5, 0.7, 0.85, 1.0)
TUNING_FILE, REPORT_FILE = "recognizer_tuning.json", "decoder_weights.json"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class DevSpeech:
    """Read dev sentences as a network hears them, and what its columns are.

    ``again`` are the same sentences by the second hearing alone; empty without one.
    """

    units: tuple[str, ...]
    letters: tuple[str, ...]
    heard: list[Heard]
    again: list[Heard] = dataclasses.field(default_factory=list)

    def mixed(self, weight: float) -> list[Heard]:
        """Both hearings, the second one with a share of ``weight``."""
        if not self.again:
            return self.heard
        return [
            dataclasses.replace(
                one,
                log_probs=mixed(one.log_probs, other.log_probs, weight),
                letters=None
                if one.letters is None or other.letters is None
                else mixed(one.letters, other.letters, weight),
            )
            for one, other in zip(self.heard, self.again, strict=True)
        ]


def from_file(path: Path) -> DevSpeech:
    """Dev sentences of a file of posteriors.

    Raises
    ------
    SyrinxError
        If it is no such file.
    """
    out = []
    try:
        with np.load(path, allow_pickle=False) as file:
            units = tuple(str(u) for u in file["phone_units"])
            both = "letter_units" in file.files
            letters = tuple(str(u) for u in file["letter_units"]) if both else ()
            for name in file.files:
                kind, _, rest = name.partition(".")
                corpus = rest.split(".")[0]
                if kind == "phones" and corpus in READ_SENTENCES:
                    words = words_of(str(file[f"text.{rest}"]))
                    if words:
                        out.append(
                            Heard(
                                corpus=corpus,
                                speaker=rest,
                                words=tuple(words),
                                log_probs=file[name].astype(np.float32),
                                letters=file[f"letters.{rest}"].astype(np.float32)
                                if both
                                else None,
                            )
                        )
    except (OSError, ValueError, KeyError) as error:
        raise SyrinxError(f"The posteriors {path} cannot be read ({error}).") from error
    return DevSpeech(units=units, letters=letters, heard=out)


def from_network(path: Path | None, cache: SpeechCache) -> DevSpeech:
    """Dev sentences, heard by a recogniser's networks.

    Parameters
    ----------
    path
        File of the streaming network, a second hearing may lie beside it; None: the shipped ones.
    """
    second: SecondHearing | None
    if path is None:
        registry = ModelRegistry()
        model, second = AcousticModel.shipped(registry), SecondHearing.shipped(registry, weight=1)
    else:
        model, second = AcousticModel.of_file(path), SecondHearing.beside(path, weight=1)
    out: list[Heard] = []
    again: list[Heard] = []
    for u in cache.select("dev", READ_SENTENCES):
        words = words_of(u.text)
        if words:
            first = hear_all(model, cache.audio(u))
            for found, rows in ((out, first), (again, second(first) if second else None)):
                if rows is not None:
                    found.append(
                        Heard(
                            corpus=u.corpus,
                            speaker=u.speaker_key,
                            words=tuple(words),
                            log_probs=rows.answers,
                            letters=rows.letters,
                        )
                    )
    return DevSpeech(units=model.units, letters=model.letter_units, heard=out, again=again)


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx train decoder_weights", description=(__doc__ or "").split("\n")[0]
    )
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--posteriors", type=Path, help="file of the network's answers")
    source.add_argument("--network", type=Path, help="an ONNX file; default: the shipped one")
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="default: %(default)s")
    parser.add_argument("--language", type=Path, default=Path("runs/language"))
    parser.add_argument("--out", type=Path, default=Path("runs/language"))
    parser.add_argument(
        "--install", type=Path, metavar="FOLDER", help="put the files into a folder of models"
    )
    parser.add_argument(
        "--given",
        type=float,
        nargs=2,
        metavar=("WEIGHT", "BONUS"),
        help="take these weights of the language model and of a word instead of fitting them",
    )
    parser.add_argument("--most", type=int, default=SearchConfig().most, help="hypotheses kept")
    parser.add_argument("--words", type=Path, help="word model that rescores; default: none")
    parser.add_argument(
        "--n-best", type=int, default=DecoderTuning().n_best, help="hypotheses to be rescored"
    )
    parser.add_argument("--beam", type=float, default=SearchConfig().beam, help="in nats")
    args = parser.parse_args(argv)
    if args.posteriors is not None:
        speech = from_file(args.posteriors)
    else:
        speech = from_network(args.network, SpeechCache(args.cache))
    lexicon = Lexicon.load(args.language / LEXICON_FILE)
    vocabulary = Vocabulary(lexicon, NgramModel.load(args.language / MODEL_FILE), speech.units)
    narrow = SearchConfig(most=min(args.most, 200), beam=args.beam)
    start = dataclasses.replace(
        narrow, **dict(zip(("lm_weight", "word_bonus"), args.given or (), strict=False))
    )
    shares = {w: measure(vocabulary, start, speech.mixed(w)) for w in SHARES if speech.again}
    for share, trial in shares.items():
        print(f"share of the second hearing {share:g}: {_line(trial)}", flush=True)
    second_weight = min(shares, key=lambda w: shares[w].rate(), default=0.0)
    heard = speech.mixed(second_weight)
    half = sorted(heard, key=lambda h: zlib.crc32(h.speaker.encode()))
    trials: list[Trial] = []
    if args.given:
        attempts = iter([measure(vocabulary, start, half)])
    else:
        attempts = fit_search(vocabulary, half, narrow)
    for trial in attempts:
        trials.append(trial)
        print(_line(trial), flush=True)
    best = min(trials, key=Trial.rate)
    config = dataclasses.replace(best.config, most=args.most)
    final = measure(vocabulary, config, heard)
    crossed = {
        corpus: min(trials, key=lambda t: t.rate([c for c in t.errors if c != corpus])).rate(
            [corpus]
        )
        for corpus in final.errors
        if len(final.errors) > 1 and len(trials) > 1
    }
    scorer = None
    if args.words is not None:
        scorer = WordScorer(WordNetwork.of_file(args.words), vocabulary.model)
    rescored = fit_rescoring(vocabulary, config, heard, speech.letters, scorer, n_best=args.n_best)
    letters_weight, network_weight = min(
        rescored, key=lambda pair: total_errors(rescored[pair].values()).rate
    )
    confidence, figures = fit_confidences(
        vocabulary,
        config,
        half,
        letters=speech.letters,
        letters_weight=letters_weight,
        network=scorer,
        network_weight=network_weight,
        n_best=args.n_best,
    )
    oracle = oracle_errors(vocabulary, config, heard, n_best=args.n_best)
    tuning = DecoderTuning(
        search=config,
        confidence=confidence,
        n_best=args.n_best,
        network_weight=network_weight,
        letters_weight=letters_weight,
        second_weight=second_weight,
    )
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / TUNING_FILE).write_text(tuning.to_json(), encoding="utf-8")
    report = {
        "search": dataclasses.asdict(config),
        "wer": {corpus: e.rate for corpus, e in final.errors.items()},
        "errors": {corpus: dataclasses.asdict(e) for corpus, e in final.errors.items()},
        "wer by share of the second hearing": {
            str(share): {corpus: e.rate for corpus, e in trial.errors.items()}
            for share, trial in shares.items()
        },
        "wer with weights of the other corpus, narrow beam": crossed,
        "wer by weights of letters and network": {
            f"{pair[0]:g}, {pair[1]:g}": {corpus: e.rate for corpus, e in table.items()}
            for pair, table in rescored.items()
        },
        f"wer of the best of {args.n_best}": oracle.rate,
        "confidence": figures,
        "ms per frame": 1e3 * final.seconds_per_frame,
    }
    (args.out / REPORT_FILE).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(report, indent=1))
    if args.install is not None:
        install(args.language, args.out, args.install)
    return 0


def install(language: Path, weights: Path, folder: Path) -> Path:
    """Add the decoder's files to a folder of models, with where they come from; return its index.

    Parameters
    ----------
    language
        What `syrinx train language_model` wrote.
    weights
        What this recipe wrote.
    """
    try:
        built = json.loads((language / BUILT_FILE).read_text(encoding="utf-8"))
        report = json.loads((weights / REPORT_FILE).read_text(encoding="utf-8"))
        files = {name: (language / name).read_bytes() for name in SHIPPED}
        files[TUNING_FILE] = (weights / TUNING_FILE).read_bytes()
    except (OSError, ValueError) as error:
        raise SyrinxError(f"The decoder cannot be installed ({error}).") from error
    origin = {
        "recipe": "language_model",
        "commit": built.get("commit", ""),
        "sources": SOURCES,
        "attribution": ATTRIBUTION,
        "words": built.get("words"),
        "weights": built.get("weights"),
        "dev": built.get("pruned"),
    }
    tuned = {"recipe": "decoder_weights", "dev": report}
    provenance = {Path(name).stem: origin for name in SHIPPED}
    return write_files(folder, files, provenance={**provenance, Path(TUNING_FILE).stem: tuned})


def _line(trial: Trial) -> str:
    rates = ", ".join(f"{c} {100 * e.rate:.1f} %" for c, e in trial.errors.items())
    config = trial.config
    return (
        f"weight {config.lm_weight:g} bonus {config.word_bonus:g}: {rates},"
        f" {1e3 * trial.seconds_per_frame:.2f} ms per frame"
    )


if __name__ == "__main__":
    raise SystemExit(main())
