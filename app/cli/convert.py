"""``syrinx convert``: files through the live chain."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from syrinx.app.cli.common import (
    add_neural,
    add_rack,
    note,
    number,
    pitch,
    progress,
    rack_of,
    tell_failure,
    wants_mark,
)
from syrinx.app.cli.expression import add_expression, expression_of

HELP = "convert audio files"
DESCRIPTION = (
    "Send audio files through the same chain as live. The result is mono (all channels mixed), "
    "as long as the input to the sample, in step with it, and at its sample rate. "
    "A file of any length needs the same memory."
)
EPILOG = (
    "Without -o the result goes beside the input as NAME-VOICE.wav, or NAME-clean.wav. "
    "A file that fails leaves nothing behind and does not stop the others."
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("inputs", metavar="AUDIO", type=Path, nargs="+")
    parser.add_argument(
        "--voice",
        metavar="NAME",
        help="see: syrinx voices; without one the sound is only cleaned up (--suppress, "
        "--rack-preset)",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE_OR_DIR",
        help="a file (its suffix gives the format), or a folder, where the names are kept, as WAV",
    )
    parser.add_argument(
        "--pitch",
        type=pitch,
        default="auto",
        metavar="auto|SEMITONES",
        help="shift of the pitch; auto: to the median of the voice (default)",
    )
    parser.add_argument(
        "--formant",
        type=number(-12, 12),
        default=0.0,
        metavar="SEMITONES",
        help="shift of the formants",
    )
    parser.add_argument(
        "--rate",
        type=lambda text: int(number(8000, 192_000)(text)),
        metavar="HZ",
        help="sample rate of the result (default: that of the input)",
    )
    add_rack(parser)
    add_expression(parser)
    add_neural(parser)


def run(options: argparse.Namespace) -> int:
    """Convert every input; 1 when one failed."""
    from syrinx.app.engine.params import DEFAULT_INDEX_RATIO, VoiceParams
    from syrinx.app.offline import convert_file, plan_outputs
    from syrinx.app.settings import home_path
    from syrinx.app.voices import VoiceLibrary
    from syrinx.dsp.errors import SyrinxError
    from syrinx.neural.runtime.registry import ModelRegistry

    registry = ModelRegistry(home_path())
    library = VoiceLibrary(home_path())
    rack = rack_of(options)
    voice = None
    if options.voice is not None:
        voice = library.get(options.voice)
    elif options.rack_preset is None and options.suppress is None:
        print(
            "syrinx: Nothing to do: choose a --voice, --suppress or a --rack-preset.",
            file=sys.stderr,
        )
        return 2  # wrong usage
    fields, second = expression_of(options, library)
    name = "clean" if voice is None else voice.id
    pairs = plan_outputs(options.inputs, options.output, voice_id=name)
    ratio = DEFAULT_INDEX_RATIO if options.index_ratio is None else options.index_ratio
    mark = wants_mark(options)
    failed = 0
    for source, target in pairs:
        try:
            # The bar is gone before a sentence is printed, else they share a line.
            with progress(options, total=1, unit="s", title=source.name) as bar:

                def show(done_s: float, total_s: float, bar: Any = bar) -> None:
                    bar.total = total_s
                    bar.update(done_s - bar.n)

                report = convert_file(
                    source,
                    target,
                    voice,
                    pitch=options.pitch,
                    formant_semitones=options.formant,
                    fp32=options.fp32,
                    index_ratio=ratio,
                    band_extension=options.band_extension,
                    mark=mark,
                    rack=rack,
                    registry=registry,
                    output_rate=options.rate,
                    others=VoiceParams(**fields),
                    second=second,
                    on_progress=show,
                )
        except SyrinxError as error:
            tell_failure(options, error)
            failed += 1
            continue
        for remark in report.remarks:
            note(options, f"syrinx: {source}: {remark}")
        print(target)
    return 1 if failed else 0
