"""``syrinx evaluate mark``: is the mark found, is it found where there is none, can it be heard?"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray
from tqdm import tqdm

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.watermark import Watermark
from syrinx.dsp.watermark_search import FoundMark, find_mark
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache
from syrinx.training.evaluations.common import emit, mean_tables
from syrinx.training.metrics.dev_set import dev_sentences, evenly
from syrinx.training.metrics.judges import MissingJudgeError, load_dnsmos, load_nisqa
from syrinx.training.metrics.mark import RATE, attacks, audibility, music_like
from syrinx.training.metrics.picture import write_spectrograms
from syrinx.training.studio import OpenStudio, StudioOptions

LENGTHS_S = (3, 10, 30)
VOICES = "kathleen,otto,iris"
_PAUSE_S = 0.2
_NULL_S = 10
Audio = NDArray[np.float32]


def main(argv: Sequence[str], *, studio: OpenStudio | None = None) -> int:
    """Convert, mark, spoil, look; ``studio`` is the program's own (ADR 0031)."""
    args = _parser().parse_args(argv)
    if studio is None:
        raise SyrinxError("This needs the program itself: run `syrinx evaluate mark`.")
    if min(args.sentences, args.keys, args.null_pieces) < 1:
        raise SyrinxError("--sentences, --keys and --null-pieces must be at least 1.")
    cache = SpeechCache(args.cache)
    names = args.voices.split(",")
    sentences: dict[str, list[Audio]] = {}
    with studio(StudioOptions(home=args.home)) as program:
        for name in tqdm(names, unit="voice", disable=None, leave=False):
            sentences[name] = _converted(program, cache, name, args.sentences)
    report: dict[str, Any] = {"audible": _audible(sentences, judges=args.judges)}
    if args.png is not None:
        _draw(args.png, sentences[names[0]])
    plain = {name: _joined(pieces) for name, pieces in sentences.items()}
    report["found"] = _found(plain)
    report["null"] = _null(cache, plain, keys=args.keys, pieces=args.null_pieces)
    emit(report, args.json, _text(report))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate mark",
        description="Convert dev sentences as `syrinx convert` does, mark them on purpose, spoil "
        "them, and count how often the mark is found in pieces of 3, 10 and 30 s; look for it "
        "where there is none, with the true key and with others; and measure what can be heard.",
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--sentences", type=int, default=24, help="of the dev set (default: 24)")
    parser.add_argument("--voices", default=VOICES, help=f"ids, by commas (default: {VOICES})")
    parser.add_argument("--home", type=Path, help="data folder (default: SYRINX_HOME or yours)")
    parser.add_argument("--keys", type=int, default=20, help="other keys (default: 20)")
    parser.add_argument(
        "--null-pieces", type=int, default=200, help="dev recordings of 10 s (default: 200)"
    )
    parser.add_argument("--judges", action="store_true", help="ask DNSMOS and NISQA, too")
    parser.add_argument("--png", type=Path, metavar="FILE", help="spectrograms without and with")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    return parser


def _converted(program: Any, cache: SpeechCache, voice: str, count: int) -> list[Audio]:
    """Return dev sentences spoken by a voice that is not marked, at 48 kHz."""
    made = []
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source.wav", Path(folder) / "target.wav"
        for utterance in dev_sentences(cache, count):
            audio = soxr.resample(cache.audio(utterance), SAMPLE_RATE, RATE)
            soundfile.write(source, audio, RATE)
            program.convert(source, target, voice, fp32=False)
            made.append(soundfile.read(target, dtype="float32")[0])
    return made


def _joined(pieces: Sequence[Audio]) -> Audio:
    pause = np.zeros(round(_PAUSE_S * RATE), np.float32)
    return np.concatenate([part for piece in pieces for part in (piece, pause)])


def _marked(audio: Audio, **options: Any) -> Audio:
    return Watermark(sample_rate=RATE, **options).process(audio)


def _pieces(audio: Audio, rate: int, seconds: float) -> Iterator[Audio]:
    """Cut into pieces; those of one length begin elsewhere in the pattern each."""
    size = round(seconds * rate)
    for start in range(0, len(audio) - size + 1, size):
        yield audio[start : start + size]


def _found(plain: dict[str, Audio]) -> dict[str, dict[str, float]]:
    """Share of pieces that are found, and the median strength, for each attack and length."""
    marked = [_marked(audio) for audio in plain.values()]
    table: dict[str, dict[str, float]] = {}
    for name, attack in tqdm(list(attacks()), unit="attack", disable=None, leave=False):
        row: dict[str, float] = {}
        for seconds in LENGTHS_S:
            found: list[FoundMark] = []
            for audio in marked:
                for piece in _pieces(audio, RATE, seconds):
                    spoiled, rate = attack(piece)
                    found.append(find_mark(spoiled.astype(np.float32), rate))
            if not found:  # nothing is as long
                continue
            row[f"found_{seconds}s"] = float(np.mean([item.marked for item in found]))
            row[f"strength_{seconds}s"] = float(np.median([item.strength for item in found]))
            row[f"pieces_{seconds}s"] = len(found)
        table[name] = row
    return table


def _null(
    cache: SpeechCache, plain: dict[str, Audio], *, keys: int, pieces: int
) -> dict[str, dict[str, float]]:
    """Look where there is no mark: how small does the bound of the chance get by accident?"""
    speech = np.concatenate([cache.audio(u) for u in evenly(cache.select("dev"), 100 * pieces)])
    noises = np.concatenate(list(cache.noises().values()))
    music = np.concatenate([music_like(60.0, seed=seed) for seed in range(4)])
    converted = np.concatenate(list(plain.values()))
    material = {
        "dev recordings": (speech[: pieces * _NULL_S * SAMPLE_RATE], SAMPLE_RATE),
        "noises": (noises, SAMPLE_RATE),
        "music-like": (music, SAMPLE_RATE),
        "converted, not marked": (converted, RATE),
    }
    wrong = [b"null %d" % number for number in range(keys)]
    table: dict[str, dict[str, float]] = {}
    for name, (audio, rate) in tqdm(material.items(), unit="kind", disable=None, leave=False):
        cut = list(_pieces(audio, rate, _NULL_S))
        table[name] = _chances([find_mark(piece, rate) for piece in cut])
        table[f"{name}, other keys"] = _chances(
            [find_mark(piece, rate, key=key) for piece in _some(cut) for key in wrong]
        )
    marked = list(_pieces(_marked(converted), RATE, _NULL_S))
    table["marked, other keys"] = _chances(
        [find_mark(piece, RATE, key=key) for piece in _some(marked) for key in wrong]
    )
    return table


def _some(pieces: Sequence[Audio]) -> Sequence[Audio]:
    return pieces[:: max(1, len(pieces) // 10)]


def _chances(found: Sequence[FoundMark]) -> dict[str, float]:
    if not found:
        raise SyrinxError("There is no piece of 10 s to look at; use more --sentences.")
    chances = np.array([item.log10_chance for item in found])
    return {
        "files": len(found),
        "marked": sum(item.marked for item in found),
        "strongest": max(item.strength for item in found),
        "smallest_log10_chance": float(chances.min()),
        "share_below_0.1": float(np.mean(chances < -1)),
    }


def _audible(sentences: dict[str, list[Audio]], *, judges: bool) -> dict[str, dict[str, float]]:
    asked = {}
    for name, load in (("dnsmos", load_dnsmos), ("nisqa", load_nisqa)) if judges else ():
        try:
            asked[name] = load()
        except MissingJudgeError as missing:
            print(f"Note: {missing}", file=sys.stderr)
    tables = []
    for voice, pieces in sentences.items():
        rows = []
        for audio in pieces:
            marked = _marked(audio)
            figures = audibility(audio, marked)
            for name, judge in asked.items():
                before, after = (judge(soxr.resample(x, RATE, 16_000)) for x in (audio, marked))
                figures |= {f"{name}_plain": before, f"{name}_change": after - before}
            rows.append({voice: figures})
        tables.append(mean_tables(rows))
    return {name: row for table in tables for name, row in table.items()}


def _draw(path: Path, pieces: Sequence[Audio]) -> None:
    """Draw a sentence without the mark, with it, and the difference, on one scale."""
    audio = pieces[0][: 5 * RATE]
    gap = np.zeros(RATE // 5, np.float32)
    row = np.concatenate([audio, gap, _marked(audio), gap, _marked(audio) - audio])
    write_spectrograms(path, [soxr.resample(row, RATE, 16_000)])


def _text(report: dict[str, Any]) -> str:
    width = max(len(name) for table in report.values() for name in table) + 2
    lines = []
    for title, table in report.items():
        columns = list(next(iter(table.values())))
        lines.append(f"{title:<{width}}" + "  ".join(columns))
        for name, row in table.items():
            values = (f"{row[column]:>{len(column)}.4g}" for column in columns)
            lines.append(f"{name:<{width}}" + "  ".join(values))
        lines.append("")
    return "\n".join(lines)
