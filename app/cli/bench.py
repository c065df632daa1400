"""``syrinx bench``: what the live chain costs on this machine."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from typing import Any

from syrinx.app.cli.common import add_json, note, number, print_json, progress

HELP = "measure delay, speed, memory and start-up of the live chain"
DESCRIPTION = (
    "Measure the whole live chain at 48 kHz in blocks of 10 ms on one thread, int8 and fp32 in "
    "turns, and the engine process. RTF = computing time / audio time."
)
EPILOG = "Other programs disturb the figures: close them, or look at the medians only."


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "--seconds",
        type=number(1, 600),
        default=20.0,
        metavar="S",
        help="audio per variant (default 20)",
    )
    parser.add_argument(
        "--effects", action="store_true", help="measure every effect voice instead of the networks"
    )
    parser.add_argument(
        "--rack", action="store_true", help="measure the stages of clean-up and effects one by one"
    )
    parser.add_argument(
        "--loopback",
        action="store_true",
        help="measure the delay from mouth to ear, from inside and by another program, over a "
        "JACK server of its own (needs jackd and JACK-Client)",
    )
    parser.add_argument(
        "--voice",
        action="append",
        metavar="ID",
        help="with --loopback: measure this voice (may be repeated; default: straight through, "
        "two effects and two neural voices)",
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Measure and print."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"  # read when numpy is imported, which is now
    from syrinx.app import bench, bench_rack

    with progress(options, total=options.seconds, unit="s", title="bench") as bar:

        def show(done: float, total: float) -> None:
            bar.total = total
            bar.update(done - bar.n)

        if options.rack:
            stages = bench_rack.bench_rack(seconds=min(options.seconds, 10.0), on_progress=show)
            if options.json:
                print_json({"stages": stages})
            else:
                _print_rack(stages)
            return 0
        if options.loopback:
            return _run_loopback(options, show)
        if options.effects:
            rows = bench.bench_effects(seconds=min(options.seconds, 5.0), on_progress=show)
            if options.json:
                print_json({"effects": rows})
            else:
                _print_effects(rows)
            return 0
        figures = bench.bench_neural(seconds=options.seconds, on_progress=show)
    note(options, "Starting the engine ...")
    figures |= bench.bench_engine()
    if options.json:
        print_json(figures)
    else:
        _print_neural(figures)
    return 0


def _run_loopback(options: argparse.Namespace, show: Callable[[float, float], None]) -> int:
    from syrinx.app.loopback import LIMIT_MS, VOICES, bench_loopback

    rows = bench_loopback(options.voice or VOICES, on_progress=show)
    if options.json:
        print_json({"loopback": rows})
        return 0
    print(
        f"{'voice':<18} {'declared':>9} {'inside':>9} {'outside':>9} {'differ':>7} "
        f"{'by speech':>9} {'late':>5}   (ms; limit of a neural voice: {LIMIT_MS:g})"
    )
    for row in rows:
        print(
            f"{row['voice']:<18} {row['declared_ms']:9.2f} {row['inside_ms']:9.2f} "
            f"{row['outside_ms']:9.2f} {row['difference_ms']:7.2f} "
            f"{row['outside_speech_ms']:9.2f} {row['late_blocks']:5d}"
        )
    return 0


def _print_neural(figures: dict[str, Any]) -> None:
    rows = [
        ("delay of the networks", figures["model_latency_ms"], "ms"),
        ("delay of the whole chain", figures["chain_latency_ms"], "ms"),
        *((f"  {part['name']}", part["ms"], "ms") for part in figures["parts"]),
        ("RTF, int8", figures["rtf_int8"], ""),
        ("RTF, fp32", figures["rtf_fp32"], ""),
        ("int8 is faster by", figures["int8_speedup"], "times"),
        ("one 10 ms step, median", figures["step_ms_p50"], "ms"),
        ("one 10 ms step, 99 %", figures["step_ms_p99"], "ms"),
        ("loading and warming up", figures["load_s"], "s"),
        ("files of the live chain", figures["live_files_mb"], "MB"),
        ("engine ready after", figures["engine_ready_s"], "s"),
        ("memory of the engine", figures["engine_rss_mb"], "MB"),
    ]
    for name, value, unit in rows:
        print(f"{name:<28} {value:9.3f} {unit}".rstrip())


def _print_effects(rows: list[dict[str, Any]]) -> None:
    print(f"{'voice':<16} {'delay ms':>9} {'RTF':>7} {'p50 ms':>8} {'p99 ms':>8}")
    for row in rows:
        print(
            f"{row['voice']:<16} {row['chain_latency_ms']:9.2f} {row['rtf']:7.3f} "
            f"{row['step_ms_p50']:8.3f} {row['step_ms_p99']:8.3f}"
        )


def _print_rack(rows: list[dict[str, Any]]) -> None:
    print(f"{'stage':<20} {'delay ms':>9} {'us per 10 ms':>13} {'in blocks of 10 ms':>19}")
    for row in rows:
        print(
            f"{row['stage']:<20} {row['latency_ms']:9.2f} {row['us_periods']:13.0f} "
            f"{row['us_blocks']:19.0f}"
        )
