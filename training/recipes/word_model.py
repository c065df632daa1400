"""A recurrent language model of words, which rescores what the recogniser may have heard.

Learns from the texts of the n-gram model (ADR 0073) but not from the sentences made of parts of
speech. ``--language`` is what ``syrinx train language_model`` wrote: its words are the ones that
can be heard. Dev texts measure, they have no say in anything.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from syrinx.neural.bundle import write_bundle
from syrinx.neural.export import save_model
from syrinx.neural.export_words import export_word_model, store_as_int8
from syrinx.neural.runtime.decoding.ngram import NgramModel
from syrinx.neural.runtime.decoding.word_network import WordNetwork, WordScorer
from syrinx.neural.runtime.registry import WORD_MODEL
from syrinx.neural.word_model import FIRST_WORD, OTHER, WordModel, WordModelConfig
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.fit import FitConfig, FitEvent, commit_id, fit, load_weights
from syrinx.training.language.build import MODEL_FILE, PROSE, LanguageConfig, Sources
from syrinx.training.language.kneser_ney import estimate
from syrinx.training.language.passages import (
    Passages,
    Texts,
    features_of,
    held_out,
    padded,
    shortlist,
    texts_of,
)
from syrinx.training.language.words import part_probabilities, share_of_parts

MODEL = f"{WORD_MODEL}.onnx"
REPORT_FILE = "word_model.json"
HELD_OUT = 0.03
"""Of each long text, besides a tenth of the read train sentences."""
BATCH_WORDS = 1000
SOURCES = "texts of the speech pack's train speakers; prose of this project (ADR 0073)"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What is learned from: the list of words, passages, and those that are kept back."""

    words: tuple[str, ...]
    features: Tensor
    passages: Passages
    texts: Texts
    kept: Texts
    dev: Mapping[str, Texts]

    @classmethod
    def gather(
        cls,
        cache: SpeechCache,
        prose: Sequence[Path],
        ngrams: NgramModel,
        n_words: int,
        *,
        words: Sequence[str] = (),
    ) -> Learned:
        """Read the texts and choose the words, unless a list of them is given."""
        sources = Sources.gather(cache, None, LanguageConfig(), prose=prose[0])
        texts, kept = held_out(texts_of(sources, prose), HELD_OUT)
        kept += [[s] for part in sources.held_out.values() for s in part]
        unigrams = zip(ngrams.vocabulary, ngrams.unigrams.tolist(), strict=True)
        allowed = {w: p for w, p in unigrams if not w.startswith("<")}
        words = tuple(words) or shortlist(texts, allowed, n_words)
        counts = Counter(w for text in texts for s in text for w in s)
        parts = part_probabilities()
        features, _ = features_of(words, parts, share_of_parts(parts, counts))
        return cls(
            words=words,
            features=features,
            passages=Passages(texts, words),
            texts=texts,
            kept=kept,
            dev={name: [[s] for s in part] for name, part in sources.dev.items()},
        )

    def model(self, config: WordModelConfig) -> WordModel:
        """A model that has learned nothing but how frequent words are."""
        config = dataclasses.replace(
            config,
            tokens=FIRST_WORD + len(self.words),
            features=self.features.shape[1],
            frequent=min(config.frequent, (FIRST_WORD + len(self.words)) // 2 + FIRST_WORD),
        )
        return WordModel(config, self.features, self.passages.log_share(config.tokens))


@torch.no_grad()
def surprise(model: WordModel, texts: Texts, words: Sequence[str]) -> dict[str, float]:
    """Nats per token (``score``) and perplexity of the words in the list and of ends."""
    batches = Passages(texts, words).cut()
    total, n, known, n_known = 0.0, 0, 0.0, 0
    for at in range(0, len(batches), 64):
        before, after, counts = padded(batches[at : at + 64])
        found = model(before, after)
        total, n = total + float(found[counts].sum()), n + int(counts.sum())
        listed = counts & (after != OTHER)
        known, n_known = known + float(found[listed].sum()), n_known + int(listed.sum())
    return {"score": -total / n, "perplexity": float(np.exp(-known / n_known))}


def both_opinions(
    network: WordNetwork, ngrams: NgramModel, texts: Texts
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Log probabilities by n-grams and by the network, of known words and of ends, ``(n,)``."""
    coded = [ngrams.encode(s) for text in texts for s in text]
    known = np.concatenate([np.append(s != ngrams.unknown, True) for s in coded])
    own, scorer = ngrams.sentences(coded), WordScorer(network, ngrams)
    other = [
        row for at in range(0, len(coded), 64) for row in scorer.sentences(coded[at : at + 64])
    ]
    return np.concatenate(own)[known], np.concatenate(other)[known]


def fit_share(own: NDArray[np.float64], other: NDArray[np.float64], *, rounds: int = 60) -> float:
    """Share of the network in the linear mixture that expects the words best (EM)."""
    share, p, q = 0.5, np.exp(own), np.exp(other)
    for _ in range(rounds):
        share = float((share * q / (share * q + (1 - share) * p)).mean())
    return share


def figures(
    network: WordNetwork, ngrams: NgramModel, learned: Learned
) -> dict[str, dict[str, float]]:
    """Perplexity of dev texts by n-grams, by the network and by both, as `perplexity`.

    The share of the network is fitted on the texts that are kept back, beside trigrams of the
    texts that both have learned from: those of ``ngrams`` may know the former.
    """
    unknown = ngrams.unknown
    coded = [ngrams.encode(s) for text in learned.texts for s in text]
    base = np.exp(ngrams.unigrams)
    base[unknown] = max(base[unknown], 1e-5)
    trigrams = estimate(coded, ngrams.vocabulary, 3, base=base)
    share = fit_share(*both_opinions(network, trigrams, learned.kept))
    out: dict[str, dict[str, float]] = {"share of the network": {"linear": round(share, 3)}}
    for name, texts in learned.dev.items():
        own, other = both_opinions(network, ngrams, texts)
        both = np.logaddexp(np.log1p(-share) + own, np.log(share) + other)
        rows = {"n-grams": own, "network": other, "both": both}
        out[name] = {what: round(float(np.exp(-row.mean())), 1) for what, row in rows.items()}
    return out


def train(
    model: WordModel, learned: Learned, config: FitConfig, *, batch_words: int
) -> Iterator[FitEvent]:
    """Events of `fit`; the score is the surprise of the texts that are kept back."""

    def loss_of(batch: tuple[Tensor, Tensor, Tensor]) -> tuple[Tensor, dict[str, float]]:
        before, after, counts = batch
        table = model.table()
        states = model.states(before, table)
        loss = -model.log_probs(states[counts], after[counts], table).mean()
        return loss, {"words": float(counts.sum())}

    provenance = {
        "recipe": "word_model",
        "model": dataclasses.asdict(model.config),
        "words": list(learned.words),
    }
    return fit(
        model,
        learned.passages.batches(batch_words),
        loss_of,
        lambda: surprise(model, learned.kept, learned.words),
        config,
        provenance=provenance,
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    default = WordModelConfig()
    parser = argparse.ArgumentParser(
        prog="syrinx train word_model", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="default: %(default)s")
    parser.add_argument("--language", type=Path, default=Path("runs/language"))
    parser.add_argument("--out", type=Path, default=Path("runs/word_model"))
    parser.add_argument(
        "--prose", type=Path, action="append", help="folders of texts; default: the project's"
    )
    parser.add_argument("--minutes", type=float, default=25.0, help="default: %(default)s")
    parser.add_argument("--words", type=int, default=default.tokens, help="default: %(default)s")
    parser.add_argument("--hidden", type=int, default=default.hidden, help="default: %(default)s")
    parser.add_argument("--learning-rate", type=float, default=3e-3, help="default: %(default)s")
    parser.add_argument("--batch", type=int, default=BATCH_WORDS, help="words; default %(default)s")
    parser.add_argument(
        "--install", type=Path, metavar="FOLDER", help="put the model into a folder of models"
    )
    args = parser.parse_args(argv)
    torch.manual_seed(1)
    ngrams = NgramModel.load(args.language / MODEL_FILE)
    begun = args.out / "provenance.json"  # a training that goes on keeps its words
    words = json.loads(begun.read_text(encoding="utf-8"))["words"] if begun.is_file() else ()
    learned = Learned.gather(
        SpeechCache(args.cache), args.prose or [PROSE], ngrams, args.words, words=words
    )
    sizes = {
        "words": sum(len(s) for text in learned.texts for s in text),
        "list": len(learned.words),
        "kept back": sum(len(s) for text in learned.kept for s in text),
    }
    print(json.dumps(sizes), flush=True)
    model = learned.model(WordModelConfig(hidden=args.hidden))
    config = FitConfig(
        folder=args.out,
        budget_s=60 * args.minutes,
        learning_rate=args.learning_rate,
        weight_decay=0.02,
        betas=(0.9, 0.99),
        warmup_steps=100,
        clip_norm=0.5,
        log_every=50,
        ema_decay=0.998,
    )
    for event in train(model, learned, config, batch_words=args.batch):
        line = " ".join(f"{k} {v:.4g}" for k, v in event.figures.items())
        print(f"{event.kind} {event.step} {event.elapsed_s:.0f} s {line}", flush=True)
    load_weights(model, args.out / "best.safetensors")
    report = {"commit": commit_id(), **sizes}
    graph = store_as_int8(export_word_model(model, learned.words))
    save_model(graph, args.out / MODEL)
    network = WordNetwork.of_file(args.out / MODEL)
    report |= {
        "dev perplexity": figures(network, ngrams, learned),
        "bytes": (args.out / MODEL).stat().st_size,
    }
    if args.install is not None:
        origin = {"recipe": "word_model", **report, "sources": SOURCES}
        write_bundle(args.install, {WORD_MODEL: graph}, provenance={WORD_MODEL: origin})
    (args.out / REPORT_FILE).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(report, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
