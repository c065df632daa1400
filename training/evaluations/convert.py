"""``syrinx evaluate convert``: score folders of converted speech."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from syrinx.dsp.errors import SyrinxError
from syrinx.training.evaluations.common import emit, mean_tables
from syrinx.training.metrics.conversion import audio_files, read_recording, score_folders
from syrinx.training.metrics.dev_set import read_texts
from syrinx.training.metrics.panel import find_judges
from syrinx.training.metrics.picture import write_spectrograms
from syrinx.training.metrics.scoring import Judges

ROWS = ("source", "pitch_shift", "converted", "target")


def main(argv: Sequence[str]) -> int:
    """Score folders of converted speech."""
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate convert",
        description="Score converted speech: similarity to the target and to the source, words, "
        "pitch, spectrum and defects, beside the source unchanged, a pitch shift only, and the "
        "target's own other recordings. Make the folders with `syrinx evaluate sources OUT` and "
        "`syrinx convert OUT/source/*.wav --voice NAME -o OUT/converted/NAME`.",
    )
    parser.add_argument("--source", type=Path, required=True, help="recordings before")
    parser.add_argument(
        "--converted",
        type=Path,
        required=True,
        help="recordings after, same names; or one such folder per target",
    )
    parser.add_argument(
        "--target", type=Path, required=True, help="recordings of the target; or one folder each"
    )
    parser.add_argument("--texts", type=Path, help="folder with texts.tsv (default: --source)")
    parser.add_argument("--encoder", type=Path, help="speaker encoder checkpoint (.pt)")
    parser.add_argument("--limit", type=int, help="only the first N sources")
    parser.add_argument("--no-judges", action="store_true", help="only what is built in")
    parser.add_argument("--png", type=Path, help="folder for spectrograms: before, after, target")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    args = parser.parse_args(argv)
    if args.limit is not None and args.limit < 1:
        raise SyrinxError("--limit must be at least 1.")
    texts = read_texts(args.texts or args.source)
    judges, notes = find_judges(texts, args.encoder, outside_judges=not args.no_judges)
    report: dict[str, Any] = {"notes": notes, "voices": {}}
    for name, converted, target in _voices(args.converted, args.target):
        report["voices"][name] = _score_voice(name, converted, target, judges, texts, args)
    report["mean"] = mean_tables(list(report["voices"].values()))
    for note in notes:
        print(f"Note: {note}", file=sys.stderr)
    emit(report, args.json, _conversion_text(report))
    return 0


def _voices(converted: Path, target: Path) -> list[tuple[str, Path, Path]]:
    if not target.is_dir():
        raise SyrinxError(f"There is no folder {target}.")
    inside = sorted(p for p in target.iterdir() if p.is_dir())
    if not inside:
        return [(target.name, converted, target)]
    found = [(p.name, converted / p.name, p) for p in inside if (converted / p.name).is_dir()]
    if not found:
        raise SyrinxError(
            f"None of the targets in {target} has a folder of the same name in {converted}."
        )
    return found


def _score_voice(
    name: str,
    converted: Path,
    target: Path,
    judges: Judges,
    texts: Mapping[str, str],
    args: argparse.Namespace,
) -> dict[str, dict[str, Any]]:
    from tqdm import tqdm

    table: dict[str, dict[str, Any]] = {}
    with tqdm(desc=name, unit="file", disable=None, leave=False) as bar:
        for done, total, scores in score_folders(
            judges, args.source, converted, target, texts, limit=args.limit
        ):
            bar.total = total
            bar.update(done - bar.n)
            if done == total:
                table = scores.table()
    if args.png is not None:
        args.png.mkdir(parents=True, exist_ok=True)
        own = read_recording(audio_files(target)[0]).audio_16k
        for path in audio_files(args.source)[: args.limit][:8]:
            after = next(p for p in audio_files(converted) if p.stem == path.stem)
            pictures = [read_recording(p).audio_16k for p in (path, after)]
            write_spectrograms(args.png / f"{name}-{path.stem}.png", [*pictures, own])
    return table


def _conversion_text(report: Mapping[str, Any]) -> str:
    blocks = [*report["voices"].items()]
    if len(blocks) > 1:
        blocks.append(("mean of the voices", report["mean"]))
    return "\n\n".join(f"{name}\n{_table_text(table)}" for name, table in blocks)


def _table_text(table: Mapping[str, Mapping[str, Any]]) -> str:
    rows = [row for row in ROWS if row in table]
    names = list(dict.fromkeys(name for row in rows for name in table[row]))
    width = max(map(len, names))
    lines = [" " * width + "".join(f"{row:>13}" for row in rows)]
    for name in names:
        cells = [table[row].get(name) for row in rows]
        texts = ["-" if cell is None else f"{cell:.4g}" for cell in cells]
        lines.append(f"{name:<{width}}" + "".join(f"{text:>13}" for text in texts))
    return "\n".join(lines)
