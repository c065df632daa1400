"""``syrinx evaluate recognition``: word errors on dev speech, in noise; speed, delay, memory."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache, Utterance
from syrinx.training.evaluations.common import emit, write_json
from syrinx.training.fit import commit_id
from syrinx.training.listening import Listening
from syrinx.training.metrics.dev_set import evenly
from syrinx.training.metrics.judges import MissingJudgeError, load_sphinx
from syrinx.training.metrics.recognition import (
    BLOCK_S,
    Hear,
    Heard,
    endless,
    heard_as,
    long_run,
    material,
    relative_loss,
    score_all,
)
from syrinx.training.metrics.shown_words import Shown, shown_figures, shown_words, word_ends
from syrinx.training.studio import OpenStudio, StudioOptions

CORPORA = ("librispeech", "speechocean762")
QUIET_S, QUIET_LEVEL = 1.5, 3e-4
"""A microphone goes on after the last word."""


def main(argv: Sequence[str], *, studio: OpenStudio | None = None) -> int:
    """Recognise dev speech; print the errors beside those of the judge."""
    args = _parser().parse_args(argv)
    if studio is None:
        raise SyrinxError("This needs the program itself: run `syrinx evaluate recognition`.")
    if (args.limit is not None and args.limit < 1) or min(args.stream, args.minutes) < 0:
        raise SyrinxError("--limit must be at least 1, --stream and --minutes 0.")
    cache = SpeechCache(args.cache)
    found = material(cache, args.corpora.split(","), args.limit)
    if not found:
        raise SyrinxError(f"The cache has no English dev speech with text of {args.corpora}.")
    snrs_db = [None, *(float(snr) for snr in args.snr.split(",") if snr)]
    report: dict[str, Any] = {
        "commit": commit_id(),
        "corpora": {
            corpus: {
                "recordings": len(items),
                "speakers": len({u.speaker for u in items}),
                "minutes": sum(u.n_samples for u in items) / SAMPLE_RATE / 60,
            }
            for corpus, items in found.items()
        },
        "recognisers": {},
    }
    keep = args.json if args.json is not None and str(args.json) != "-" else None

    def measure(name: str, hear: Hear) -> dict[str, Any]:
        with _bar(found, snrs_db, name) as bar:
            errors = score_all(cache, found, hear, snrs_db, on_step=bar.update)
        part = {"errors": errors, "relative_loss": relative_loss(errors)}
        report["recognisers"][name] = part
        if keep is not None:  # a long run that is cut short is not lost
            write_json(report, keep)
        return part

    with studio(StudioOptions(home=args.home)) as place:
        recognizer = place.recognizer(args.model)
        heard = Heard(recognizer, block_s=BLOCK_S)
        mine = measure(recognizer.name, heard)
        mine["rtf"] = heard.rtf
        if args.stream:
            mine["shown"] = shown_figures(_shown(cache, recognizer, found, args.stream))
        if args.minutes:
            mine["long"] = _long(cache, recognizer, found, args.minutes)
        if keep is not None:
            write_json(report, keep)
        if not args.no_judge:
            _judged(report, measure)
    emit(report, args.json, text_of(report))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate recognition",
        description="Dev speech of the pack, clean and in noise that training leaves alone, goes "
        "through a recogniser as files do; texts are brought to one form before words are "
        "counted (training/metrics/spoken_text.py).",
        epilog="PocketSphinx's default model hears the same recordings where it is installed: "
        'pip install "syrinx[judges]".',
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--model", default="syrinx", metavar="ID", help="default: syrinx, our own")
    parser.add_argument(
        "--corpora", default=",".join(CORPORA), metavar="A,B", help="default: %(default)s"
    )
    parser.add_argument("--limit", type=int, metavar="N", help="recordings of a corpus")
    parser.add_argument("--snr", default="20,10,5", help="in dB, by commas (default: 20,10,5)")
    parser.add_argument(
        "--stream", type=int, default=24, metavar="N", help="recordings played live (default: 24)"
    )
    parser.add_argument(
        "--minutes", type=float, default=0.0, help="one long recording, for memory (default: none)"
    )
    parser.add_argument("--no-judge", action="store_true", help="do not ask PocketSphinx")
    parser.add_argument("--home", type=Path, help="data folder (default: SYRINX_HOME or yours)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    return parser


def _bar(found: Mapping[str, Sequence[Utterance]], snrs_db: Sequence[object], name: str) -> Any:
    total = sum(map(len, found.values())) * len(snrs_db)
    return tqdm(total=total, unit="file", desc=name, disable=None, leave=False)


def _judged(report: dict[str, Any], measure: Any) -> None:
    try:
        hear = load_sphinx()
    except MissingJudgeError as missing:
        print(f"Note: {missing}", file=sys.stderr)
        return
    spent = audio_s = 0.0

    def timed(audio: Any) -> str:
        nonlocal spent, audio_s
        began = time.process_time()
        text = hear(audio)
        spent += time.process_time() - began
        audio_s += len(audio) / SAMPLE_RATE
        return text

    part = measure("PocketSphinx", timed)
    part["rtf"] = spent / max(1e-9, audio_s)


def _shown(
    cache: SpeechCache,
    recognizer: Listening,
    found: Mapping[str, Sequence[Utterance]],
    count: int,
) -> list[Shown]:
    """Words of so many recordings, of all corpora alike, whose ends the aligner knows."""
    out: list[Shown] = []
    rng = np.random.default_rng(0)
    each = -(-count // len(found))
    for utterances in found.values():
        known = [u for u in utterances if word_ends(cache, u) is not None]
        for utterance in evenly(known, each) if known else []:
            ends = word_ends(cache, utterance)
            if ends is not None:
                quiet = QUIET_LEVEL * rng.standard_normal(round(QUIET_S * SAMPLE_RATE))
                audio = np.concatenate([heard_as(cache, utterance, None), quiet])
                out += shown_words(recognizer, audio.astype(np.float32), ends)
    return out


def _long(
    cache: SpeechCache,
    recognizer: Listening,
    found: Mapping[str, Sequence[Utterance]],
    minutes: float,
) -> dict[str, float]:
    import psutil

    process = psutil.Process(os.getpid())
    everything = [u for utterances in found.values() for u in utterances]
    with tqdm(total=int(minutes), unit="min", disable=None, leave=False) as bar:
        return long_run(
            recognizer,
            endless(cache, everything, BLOCK_S),
            minutes,
            memory_mb=lambda: process.memory_info().rss / 1e6,
            on_minute=lambda minute: bar.update(minute - bar.n),
        )


def text_of(report: Mapping[str, Any]) -> str:
    """The report as text: a table for each recogniser."""
    blocks = []
    for name, part in report["recognisers"].items():
        lines = [name, f"{'':<34}    WER   95 % of draws      CER  words"]
        for noise, row in part["errors"].items():
            for corpus, figures in row.items():
                lines.append(
                    f"{noise:<8} {corpus:<25} {100 * figures['wer']:5.1f} %"
                    f"  {100 * figures['wer_low']:5.1f} .. {100 * figures['wer_high']:5.1f} %"
                    f"  {100 * figures['cer']:5.1f} %  {figures['words']:5d}"
                )
        for noise, ratio in part["relative_loss"].items():
            lines.append(f"word errors at {noise} over clean: {ratio:.2f}")
        if "rtf" in part:
            lines.append(f"processor time over time: {part['rtf']:.3f}")
        if part.get("shown", {}).get("words"):
            shown = part["shown"]
            lines.append(
                f"word shown after its end: median {shown['first_median_ms']:.0f} ms"
                f" (90 % {shown['first_p90_ms']:.0f} ms), settled {shown['settled_median_ms']:.0f}"
                f" ms ({shown['settled_p90_ms']:.0f} ms), of {shown['words']} words"
            )
        if "long" in part:
            long = part["long"]
            lines.append(
                f"{long['minutes']:.0f} min in one go: {long['rtf']:.3f} of the time, memory"
                f" {long['memory_early_mb']:.0f} MB after a tenth,"
                f" {long['memory_grown_mb']:+.1f} MB at the end"
            )
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)
