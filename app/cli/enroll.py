"""``syrinx enroll``: recordings of one person to a voice."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from syrinx.app.cli.common import add_json, note, print_json, progress

HELP = "make a voice from recordings of one person"
DESCRIPTION = (
    "Make a voice from recordings of one person: any sound files, 5 s of speech at least, 30 s "
    "is good, 3 min is better. The recordings stay where they are: kept are 192 numbers, the "
    "pitch, and ten seconds' worth of frames that say how this person forms sounds."
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
    with progress(options, total=1, unit="s", title=options.name) as bar:

        def show(done_s: float, total_s: float) -> None:
            bar.total = total_s
            bar.update(done_s - bar.n)

        done = enrol(
            options.name,
            options.recordings,
            library=library,
            embedder=SpeakerEmbedder(registry, threads=2),
            consent=f"stated with `syrinx enroll --consent` on {today}",
            content=ContentExtractor(registry),
            speaker_encoder=encoder,
            replace_existing=options.replace,
            on_progress=show,
        )
    for remark in done.remarks:
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
                "remarks": list(done.remarks),
            }
        )
    else:
        print(
            f'The voice "{done.voice.name}" is ready: syrinx convert FILE --voice {done.voice.id}'
        )
    return 0
