"""The commands of ``syrinx evaluate``: sources, convert, f0, speaker."""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.metrics import judges as outside
from syrinx.training.metrics.conversion import (
    Judges,
    audio_files,
    read_recording,
    score_folders,
)
from syrinx.training.metrics.dev_set import read_texts, write_sources, write_targets
from syrinx.training.metrics.picture import write_spectrograms

DEFAULT_TARGETS = ("rhasspy_kathleen/kathleen", "vctk_subset/p239", "librispeech/19")
ROWS = ("source", "pitch_shift", "converted", "target")


def sources_main(argv: Sequence[str]) -> int:
    """Write the fixed dev sentences, and target recordings, as folders of WAV files."""
    from syrinx.training.data import DEFAULT_CACHE, SpeechCache

    parser = argparse.ArgumentParser(
        prog="syrinx evaluate sources",
        description="Write the fixed set of dev sentences (OUT/source, with texts.tsv) and "
        "recordings of target speakers (OUT/target/NAME).",
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="folder to write into")
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--sentences", type=int, default=40, help="how many (default: 40)")
    parser.add_argument(
        "--target",
        action="append",
        metavar="CORPUS/SPEAKER",
        help=f"target speaker, repeatable (default: {', '.join(DEFAULT_TARGETS)})",
    )
    args = parser.parse_args(argv)
    if args.sentences < 1:
        raise SyrinxError("--sentences must be at least 1.")
    cache = SpeechCache(args.cache)
    paths = write_sources(cache, args.out / "source", args.sentences)
    targets = write_targets(cache, args.out / "target", args.target or DEFAULT_TARGETS)
    print(f"{len(paths)} sentences and {len(targets)} targets in {args.out}")
    return 0


def convert_main(argv: Sequence[str]) -> int:
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
    _emit(report, args.json, _conversion_text(report))
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


def find_judges(
    texts: Mapping[str, str], encoder: Path | None, *, outside_judges: bool = True
) -> tuple[Judges, list[str]]:
    """Return every judge that is at hand, and a sentence for each that is not."""
    notes: list[str] = []
    encoders: dict[str, Callable[[NDArray], NDArray]] = {}
    found: dict[str, Any] = {"naturalness": None, "words": None}
    try:
        encoders["own"] = own_encoder(encoder)
    except SyrinxError as error:
        if encoder is not None:
            raise
        notes.append(f"{error}")
    if outside_judges:
        loaders: dict[str, Callable[[], Any]] = {
            "resemblyzer": outside.load_resemblyzer,
            "naturalness": outside.load_dnsmos,
            "words": lambda: outside.WordJudge(texts.values()),
        }
        if not texts:
            del loaders["words"]
            notes.append("There is no texts.tsv, so words are not judged.")
        for name, load in loaders.items():
            try:
                judge = load()
            except SyrinxError as error:
                notes.append(str(error))
                continue
            if name == "resemblyzer":
                encoders[name] = judge
            else:
                found[name] = judge
    return Judges(encoders=encoders, **found), notes


def own_encoder(checkpoint: Path | None) -> Callable[[NDArray], NDArray]:
    """Return our speaker encoder: of a checkpoint, or else the shipped one."""
    from syrinx.neural.runtime.registry import ModelRegistry
    from syrinx.neural.runtime.speaker import SpeakerEmbedder

    if checkpoint is None:
        home = os.environ.get("SYRINX_HOME")
        embedder = SpeakerEmbedder(ModelRegistry(Path(home) if home else None))
        embedder.embed(np.random.default_rng(0).normal(0, 0.1, 16_000).astype(np.float32))
        return embedder.embed
    import torch

    from syrinx.neural.speaker_encoder import load_speaker_encoder

    model = load_speaker_encoder(checkpoint)

    def embed(audio: NDArray) -> NDArray:
        piece = np.ascontiguousarray(audio, dtype=np.float32)
        if len(piece) < model.minimum_samples:
            piece = np.resize(piece, model.minimum_samples)
        with torch.inference_mode():
            return model(torch.from_numpy(piece)[None, None])[0].numpy()

    return embed


def mean_tables(tables: Sequence[Mapping[str, Mapping[str, Any]]]) -> dict[str, dict[str, Any]]:
    """Average tables of row -> figure -> number over voices; missing figures are left out."""
    out: dict[str, dict[str, Any]] = {}
    for row in ROWS:
        names = dict.fromkeys(name for table in tables for name in table.get(row, {}))
        figures = {}
        for name in names:
            values = [t[row][name] for t in tables if t.get(row, {}).get(name) is not None]
            if values:
                figures[name] = round(float(np.mean(values)), 4)
        if figures:
            out[row] = figures
    return out


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


def _emit(report: Mapping[str, Any], path: Path | None, text: str) -> None:
    document = json.dumps(_finite(report), indent=1, ensure_ascii=False)
    if path is not None and str(path) == "-":
        print(document)
        return
    print(text)
    if path is not None:
        path.write_text(document + "\n", encoding="utf-8")


def _finite(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Mapping):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value


def f0_main(argv: Sequence[str]) -> int:
    """Score the streaming F0 estimator against WORLD."""
    from tqdm import tqdm

    from syrinx.training.data import DEFAULT_CACHE, SpeechCache
    from syrinx.training.metrics.live_f0 import score_streaming_f0

    parser = argparse.ArgumentParser(
        prog="syrinx evaluate f0",
        description="Score the live F0 estimator against WORLD (DIO and StoneMask) on dev speech.",
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--limit", type=int, default=200, help="utterances (default: 200)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    args = parser.parse_args(argv)
    if args.limit < 1:
        raise SyrinxError("--limit must be at least 1.")
    report: dict[str, Any] = {}
    with tqdm(unit="utt", disable=None, leave=False) as bar:
        for done, total, figures in score_streaming_f0(SpeechCache(args.cache), args.limit):
            report = figures
            bar.total = total
            bar.update(done - bar.n)
    _emit(report, args.json, _figures_text(report))
    return 0


def speaker_main(argv: Sequence[str]) -> int:
    """Equal error rates of a speaker encoder."""
    from syrinx.neural.speaker_encoder import load_speaker_encoder
    from syrinx.training.data import DEFAULT_CACHE, SpeechCache
    from syrinx.training.metrics.speaker import dev_equal_error_rates

    parser = argparse.ArgumentParser(
        prog="syrinx evaluate speaker",
        description="Equal error rates over the labelled dev speakers, for pieces of 3, 10, 30 s; "
        "`_in_corpus` counts impostors of the same corpus only.",
    )
    parser.add_argument("checkpoint", type=Path, help="speaker encoder, such as best.pt")
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    args = parser.parse_args(argv)
    model = load_speaker_encoder(args.checkpoint)
    report = dev_equal_error_rates(model, SpeechCache(args.cache))
    _emit(report, args.json, _figures_text(report))
    return 0


def _figures_text(figures: Mapping[str, Any]) -> str:
    width = max((len(name) for name in figures), default=0)
    return "\n".join(
        f"{name:<{width}}  {'-' if value is None else format(value, '.4g')}"
        for name, value in figures.items()
    )


MAINS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "sources": sources_main,
    "convert": convert_main,
    "f0": f0_main,
    "speaker": speaker_main,
}
