"""``syrinx dub``: subtitles spoken on their times."""

from __future__ import annotations

import argparse
from pathlib import Path

from syrinx.app.cli.common import note, number, progress
from syrinx.app.cli.say import add_speaking, front_end_for, manner_of, opened_voice, read_text

HELP = "speak subtitles on their times"
DESCRIPTION = (
    "Speak the subtitles of an SRT or WebVTT file, each at its time. One that is too long is said "
    "faster, within the limit; what still does not fit is told."
)
EPILOG = "Without -o the speech goes beside the file, as NAME.wav."


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("file", metavar="FILE", type=Path, help=".srt or .vtt")
    add_speaking(parser)
    parser.add_argument(
        "--most-faster",
        type=number(1, 2),
        default=1.5,
        metavar="FACTOR",
        help="how much faster a subtitle may be said to fit (default: 1.5)",
    )


def run(options: argparse.Namespace) -> int:
    """Speak them; 0 also when some do not fit, which is told."""
    from syrinx.app.synthesis.dubbing import dub
    from syrinx.app.synthesis.output import SpeechFile
    from syrinx.app.synthesis.script import subtitle_script
    from syrinx.app.transcription.formats import read_subtitles

    cues = read_subtitles(read_text(options.file))
    target = options.output or options.file.with_suffix(".wav")
    voice = opened_voice(options)
    front_end = front_end_for(voice.language)
    script = subtitle_script(cues, language=voice.language, front_end=front_end)
    remarks = []
    with (
        SpeechFile(target, sample_rate=voice.sample_rate) as file,
        progress(options, total=len(cues), unit="", title=voice.name) as bar,
    ):
        for spoken, fitted in dub(
            script, voice, manner_of(options), most_faster=options.most_faster
        ):
            for part in spoken:
                file.write(part.chunk.audio)
            remarks.append(fitted.remark)
            bar.update(1)
        file.finish(target_lufs=options.loudness)
    for remark in filter(None, remarks):
        note(options, f"syrinx: {remark}")
    print(target)
    return 0
