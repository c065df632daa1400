"""``syrinx evaluate suppression``: noise taken away, speech kept, onsets behind the gate."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray
from tqdm import tqdm

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.registry import SUPPRESSOR_MODEL, ModelRegistry
from syrinx.neural.runtime.suppressor import MOST_DB, Suppressor
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.evaluations.common import emit
from syrinx.training.metrics.dev_set import dev_sentences
from syrinx.training.metrics.judges import MissingJudgeError, WordJudge, load_dnsmos
from syrinx.training.metrics.picture import spectrogram_pixels, write_png
from syrinx.training.metrics.stoi import si_sdr_db, stoi
from syrinx.training.metrics.suppression import (
    CLEAN,
    CLIPPED_DB,
    UNSEEN_KINDS,
    Mixture,
    cost_ms,
    mixtures,
    noise_kinds,
    onset_utterances,
    onsets,
    suppressed,
)
from syrinx.training.metrics.words import NO_ERRORS, WordErrors
from syrinx.training.studio import OpenStudio, Studio, StudioOptions

RATE = 16_000
RATES = (16_000, 44_100, 48_000)
WORD_KINDS = ("traffic", "keyboard", "fridge")
WORD_SNRS_DB = (5.0, 10.0)
Judge = Callable[[Audio], float]


def main(argv: Sequence[str], *, studio: OpenStudio | None = None) -> int:
    """Measure the suppressor; print one table per question."""
    args = _parser().parse_args(argv)
    if args.words and studio is None:
        raise SyrinxError("--words needs the program itself: run `syrinx evaluate suppression`.")
    if min(args.sentences, args.onsets) < 1:
        raise SyrinxError("--sentences and --onsets must be at least 1.")
    cache = SpeechCache(args.cache)
    registry = ModelRegistry() if args.models is None else ModelRegistry(shipped=args.models)
    kinds = args.kinds.split(",") if args.kinds else list(noise_kinds(cache))
    snrs_db = [float(snr) for snr in args.snr.split(",")]
    live = Suppressor(registry, sample_rate=args.sample_rate, strength=args.strength)
    report: dict[str, Any] = {
        "facts": _facts(registry, live),
        "quality": _quality(
            live,
            list(mixtures(cache, sentences=args.sentences, kinds=kinds, snrs_db=snrs_db)),
            _dnsmos() if args.judges else None,
        ),
    }
    report["summary"] = summary(report["quality"])
    report["onsets"] = _onsets(registry, cache, args.onsets)
    if args.words and studio is not None:
        with studio(StudioOptions(home=args.home)) as place:
            report["words"] = _words(live, cache, place, args)
    if args.png is not None:
        _draw(args.png, live, cache)
    emit(report, args.json, text_of(report))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate suppression",
        description="Dev sentences, clean and in noise that training did not hear, go through the "
        "noise suppressor; then the gate that its voice activity drives is tried on the first "
        "50 ms of utterances.",
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--models", type=Path, help="folder of models (default: the shipped ones)")
    parser.add_argument("--sentences", type=int, default=12, help="of the dev set (default: 12)")
    parser.add_argument("--kinds", metavar="A,B", help="kinds of noise (default: all)")
    parser.add_argument("--snr", default="0,5,10,20", help="in dB, by commas (default: 0,5,10,20)")
    parser.add_argument("--strength", type=float, default=1.0, help="default: 1")
    parser.add_argument("--sample-rate", type=int, default=RATE, help="default: 16000")
    parser.add_argument("--onsets", type=int, default=200, help="utterances (default: 200)")
    parser.add_argument("--judges", action="store_true", help="ask DNSMOS, too")
    parser.add_argument("--words", action="store_true", help="words kept through a neural voice")
    parser.add_argument("--word-sentences", type=int, default=40, help="default: 40")
    parser.add_argument("--voice", help="id of the voice for --words (default: the first one)")
    parser.add_argument("--home", type=Path, help="data folder (default: SYRINX_HOME or yours)")
    parser.add_argument("--png", type=Path, metavar="FILE", help="spectrograms before and after")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    return parser


def _dnsmos() -> Judge | None:
    try:
        return load_dnsmos()
    except MissingJudgeError as missing:
        print(f"Note: {missing}", file=sys.stderr)
        return None


def _facts(registry: ModelRegistry, live: Suppressor) -> dict[str, Any]:
    entry = registry.entry(SUPPRESSOR_MODEL)
    facts: dict[str, Any] = {"file_kb": entry.bytes / 1000, "most_db": live.strength * MOST_DB}
    for rate in RATES:
        made = Suppressor(registry, sample_rate=rate)
        facts[f"delay_ms_{rate}"] = 1000 * made.latency / rate
        facts |= {f"{k}_ms_per_10_ms_{rate}": v for k, v in cost_ms(registry, rate).items()}
    return facts


def _quality(
    live: Suppressor, material: Sequence[Mixture], dnsmos: Judge | None
) -> dict[str, dict[str, float]]:
    """Means for each kind and level: before and after."""
    rows: dict[str, list[dict[str, float]]] = defaultdict(list)
    for mixture in tqdm(material, unit="mixture", disable=None, leave=False):
        made = suppressed(live, mixture.heard)[0]
        figures = {}
        for name, audio in (("before", mixture.heard), ("after", made)):
            figures[f"stoi_{name}"] = stoi(mixture.clean, audio, RATE)
            if mixture.snr_db is not None or name == "after":
                figures[f"si_sdr_{name}"] = si_sdr_db(mixture.clean, audio)
            if dnsmos is not None:
                figures[f"dnsmos_{name}"] = dnsmos(audio)
        rows[row_name(mixture.kind, mixture.snr_db)].append(figures)
    return {
        name: {key: float(np.mean([row[key] for row in found])) for key in found[0]}
        for name, found in rows.items()
    }


def row_name(kind: str, snr_db: float | None) -> str:
    """``kind 5 dB``, or the kind alone."""
    return kind if snr_db is None else f"{kind} {snr_db:g} dB"


def summary(quality: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Changes, on average over kinds: clean, by level, and of the kinds that were never heard."""
    groups: dict[str, list[Mapping[str, float]]] = defaultdict(list)
    for name, row in quality.items():
        if name == CLEAN:
            groups[CLEAN].append(row)
            continue
        kind, level, _ = name.rsplit(" ", 2)
        groups[f"{level} dB"].append(row)
        if level in ("5", "10"):
            groups["5 and 10 dB"].append(row)
            groups[f"5 and 10 dB, {'un' if kind in UNSEEN_KINDS else ''}known kinds"].append(row)
    found: dict[str, dict[str, float]] = {}
    for name, rows in groups.items():
        found[name] = {}
        for figure in ("dnsmos", "stoi", "si_sdr"):
            changes = [
                row[f"{figure}_after"] - row[f"{figure}_before"]
                for row in rows
                if f"{figure}_before" in row
            ]
            if changes:
                found[name][f"{figure}_change"] = float(np.mean(changes))
    return found


def _onsets(registry: ModelRegistry, cache: SpeechCache, count: int) -> dict[str, Any]:
    live = Suppressor(registry, sample_rate=RATE)
    utterances = onset_utterances(cache, count)
    table: dict[str, Any] = {}
    for snr_db in (None, 10.0):
        found = list(
            tqdm(
                onsets(live, cache, utterances, snr_db=snr_db),
                total=len(utterances),
                unit="onset",
                disable=None,
                leave=False,
            )
        )
        lowered = [item.lowered_db for item in found]
        table[CLEAN if snr_db is None else f"{snr_db:g} dB"] = {
            "utterances": len(found),
            "clipped": sum(item.clipped for item in found),
            "most_lowered_db": max(lowered, default=0.0),
            "faint_clipped": sum(item.faint_db > CLIPPED_DB for item in found),
        }
    return table


def _words(
    live: Suppressor, cache: SpeechCache, program: Studio, args: argparse.Namespace
) -> dict[str, Any]:
    """Word errors of converted speech: clean, in noise, and in noise that was suppressed."""
    sentences = dev_sentences(cache, args.word_sentences)
    judge = WordJudge(u.text for u in sentences)
    voice = args.voice or program.voices()[0].id
    errors: dict[str, WordErrors] = defaultdict(lambda: NO_ERRORS)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source.wav", Path(folder) / "target.wav"

        def heard(name: str, text: str, audio: Audio) -> None:
            soundfile.write(source, audio, RATE, subtype="FLOAT")
            program.convert(source, target, voice, fp32=False)
            made = soundfile.read(target, dtype="float32")[0]
            errors[name] += judge.errors(text, made)

        material = list(
            mixtures(
                cache,
                sentences=args.word_sentences,
                kinds=WORD_KINDS,
                snrs_db=WORD_SNRS_DB,
            )
        )
        order = {u.index: number for number, u in enumerate(sentences)}
        for mixture in tqdm(material, unit="mixture", disable=None, leave=False):
            text, name = mixture.utterance.text, mixture.kind
            if name != CLEAN:  # every other sentence at 5 and at 10 dB
                turn = order[mixture.utterance.index] + WORD_KINDS.index(name)
                if mixture.snr_db != WORD_SNRS_DB[turn % 2]:
                    continue
            if judge.knows(text):
                heard(f"{name}, as it is", text, mixture.heard)
                heard(f"{name}, suppressed", text, suppressed(live, mixture.heard)[0])
    return {
        name: {"word_error_rate": count.rate, "words": count.words}
        for name, count in errors.items()
    }


def _draw(path: Path, live: Suppressor, cache: SpeechCache) -> None:
    """A row for each of some kinds: clean, in the noise at 5 dB, suppressed."""
    rows: list[NDArray] = []
    kinds = [kind for kind in WORD_KINDS if kind in noise_kinds(cache)]
    span, gap = slice(0, 4 * RATE), np.zeros(RATE // 8, np.float32)
    for mixture in mixtures(cache, sentences=2, kinds=kinds, snrs_db=(5.0,)):
        if mixture.kind != CLEAN:
            made = suppressed(live, mixture.heard)[0]
            parts = [mixture.clean[span], gap, mixture.heard[span], gap, made[span]]
            pixels = spectrogram_pixels(np.concatenate(parts), zoom=2)
            rows += [pixels, np.full((6, pixels.shape[1], 3), 128, np.uint8)]
        if len(rows) == 2 * len(kinds):
            break  # of the first sentence
    width = min(row.shape[1] for row in rows)
    write_png(path, np.concatenate([row[:, :width] for row in rows[:-1]]))


def text_of(report: Mapping[str, Any]) -> str:
    """The report as text."""
    lines = [f"{name:<32}{value:10.3g}" for name, value in report["facts"].items()]
    for title in ("quality", "summary", "onsets", "words"):
        table = report.get(title)
        if not table:
            continue
        columns = list(dict.fromkeys(key for row in table.values() for key in row))
        width = max(len(name) for name in (title, *table)) + 2
        lines += ["", f"{title:<{width}}" + "  ".join(columns)]
        for name, row in table.items():
            values = (
                f"{row[key]:>{len(key)}.3f}" if key in row else " " * len(key) for key in columns
            )
            lines.append(f"{name:<{width}}" + "  ".join(values))
    return "\n".join(lines)
