"""``syrinx enroll``: recordings of one person to a voice."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from syrinx.app.cli.common import add_json, note, print_json, progress

if TYPE_CHECKING:
    from syrinx.app.enrolment import Tuner
    from syrinx.neural.runtime.registry import ModelRegistry

HELP = "make a voice from recordings of one person"
DESCRIPTION = (
    "Make a voice from recordings of one person: any sound files, 5 s of speech at least, 30 s "
    "is good, 3 min is better. The recordings stay where they are: kept are 192 numbers, the "
    "pitch, ten seconds' worth of frames that say how this person forms sounds, and what "
    "fine-tuning learned, which takes a minute or two (Ctrl-C ends it and keeps the best so far)."
)
EPILOG = (
    "Only with the consent of the person who speaks: --consent states that you have it, and is "
    "stored with the voice."
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("recordings", metavar="AUDIO", type=Path, nargs="+")
    parser.add_argument(
        "--consent", action="store_true", help="state that the speaker agreed to this voice"
    )
    parser.add_argument(
        "--replace", action="store_true", help="replace a voice of that name (the old one is kept)"
    )
    parser.add_argument(
        "--no-fine-tune",
        dest="fine_tune",
        action="store_false",
        help="average only: ready in seconds, less alike",
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Make and store the voice."""
    from syrinx.dsp.errors import SyrinxError

    if not options.consent:
        raise SyrinxError(
            "A voice belongs to the person who speaks: add --consent to state that they agreed."
        )
    from syrinx.app.enrolment import check_name, enrol
    from syrinx.app.settings import home
    from syrinx.app.voices import VoiceLibrary
    from syrinx.neural.runtime.content import ContentExtractor
    from syrinx.neural.runtime.registry import SPEAKER_MODEL, ModelRegistry
    from syrinx.neural.runtime.speaker import SpeakerEmbedder

    data = home()
    library = VoiceLibrary(data)
    check_name(options.name, library, replace_existing=options.replace)
    registry = ModelRegistry(data)
    encoder = registry.entry(SPEAKER_MODEL).sha256
    today = time.strftime("%Y-%m-%d", time.gmtime())
    tuner, without = _tuner(options, registry)
    with (
        progress(options, total=1, unit="s", title=options.name) as bar,
        progress(options, total=1, unit="steps", title="fine-tuning") as tuning,
    ):

        def show(done_s: float, total_s: float) -> None:
            bar.total = total_s
            bar.update(done_s - bar.n)

        def show_tuned(step: int, steps: int, left_s: float) -> None:
            tuning.total = steps
            tuning.update(step - tuning.n)

        done = enrol(
            options.name,
            options.recordings,
            library=library,
            embedder=SpeakerEmbedder(registry, threads=2),
            consent=f"stated with `syrinx enroll --consent` on {today}",
            content=ContentExtractor(registry),
            speaker_encoder=encoder,
            replace_existing=options.replace,
            tuner=tuner,
            on_progress=show,
            on_tuned=show_tuned,
        )
    for remark in (*done.remarks, *without):
        note(options, f"syrinx: {remark}")
    if options.json:
        print_json(
            {
                "id": done.voice.id,
                "name": done.voice.name,
                "speech_s": round(done.speech_s, 2),
                "f0_median_hz": done.voice.f0_median_hz,
                "windows": done.windows,
                "outliers": done.outliers,
                "bank_frames": 0 if done.voice.bank is None else len(done.voice.bank),
                "fine_tuned": done.voice.adapter is not None,
                "remarks": [*done.remarks, *without],
            }
        )
    else:
        print(
            f'The voice "{done.voice.name}" is ready: syrinx convert FILE --voice {done.voice.id}'
        )
    return 0


def _tuner(options: argparse.Namespace, registry: ModelRegistry) -> tuple[Tuner | None, list[str]]:
    """What fine-tunes, and why there is none."""
    if not options.fine_tune:
        return None, []
    try:
        from syrinx.app.voice_tuning import VoiceTuner
    except ImportError:
        return None, [
            "the voice was not fine-tuned, which needs torch: "
            'pip install "syrinx[training]" and enroll it again.'
        ]
    return VoiceTuner(registry), []
