"""``syrinx inspect``: facts of sound files, and whether Syrinx marked them."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from syrinx.app.cli.common import add_json, note, print_json, progress, tell_failure

if TYPE_CHECKING:
    from syrinx.app.inspection import Inspection

HELP = "was a file spoken by a voice made with Syrinx?"
DESCRIPTION = (
    "Tell the length, rate and level of sound files, and look for the inaudible mark that Syrinx "
    "puts into what voices made from recordings say."
)
EPILOG = (
    "A mark that is found is no accident: less than one file in a million without it would be "
    "called marked. A mark that is not found says nothing: it can be switched off, removed on "
    "purpose, or be lost in noise, echo, or less than three seconds of speech."
)
_LEAST_SPEED = 1e-3


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("inputs", metavar="AUDIO", type=Path, nargs="+")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Inspect every file; 1 when one could not be read."""
    from syrinx.app.inspection import inspect_file
    from syrinx.dsp.errors import SyrinxError

    failed = 0
    listed: list[dict[str, Any]] = []
    for path in options.inputs:
        try:
            with progress(options, total=1, unit="s", title=path.name) as bar:

                def show(done_s: float, total_s: float, bar: Any = bar) -> None:
                    bar.total = total_s
                    bar.update(done_s - bar.n)

                facts = inspect_file(path, on_progress=show)
        except SyrinxError as error:
            tell_failure(options, error)
            failed += 1
            continue
        for remark in facts.remarks:
            note(options, f"syrinx: {path}: {remark}")
        if options.json:
            listed.append({"file": str(path), **facts.to_json()})
        else:
            print(f"{path}: {_verdict(facts)}")
            print(f"  {_facts(facts)}")
    if options.json:
        print_json({"files": listed})
    return 1 if failed else 0


def _verdict(facts: Inspection) -> str:
    if not facts.marked:
        return "no mark found"
    spans = ", ".join(f"{start:.1f} to {end:.1f} s" for start, end in facts.spans_s)
    side = f" (channel {facts.channel})" if facts.channels > 1 else ""
    speed = ""
    if abs(facts.speed) >= _LEAST_SPEED:
        way = "faster" if facts.speed > 0 else "slower"
        speed = f", {100 * abs(facts.speed):.1f} % {way} than it was made"
    return (
        f"marked by Syrinx, {spans}{side}{speed}; "
        f"chance of an accident below 1e{max(math.ceil(facts.log10_chance), -99)}"
    )


def _facts(facts: Inspection) -> str:
    channels = "mono" if facts.channels == 1 else f"{facts.channels} channels"
    return (
        f"{facts.seconds:.1f} s, {facts.sample_rate} Hz, {channels}, {facts.subtype}; "
        f"peak {facts.peak_dbfs:.1f} dBFS, speech {facts.level_dbfs:.1f} dBFS"
    )
