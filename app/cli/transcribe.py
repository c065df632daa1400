"""``syrinx transcribe``: recordings to text, subtitles or data."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from syrinx.app.cli.common import note, number, progress, tell_failure
from syrinx.app.cli.said import SaidPrinter
from syrinx.app.files import reason
from syrinx.dsp.errors import SyrinxError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from syrinx.app.transcription.cues import CueLimits
    from syrinx.app.transcription.recognizer import Recognizer
    from syrinx.app.transcription.transcript import Segment, Transcript

FORMATS = ("txt", "srt", "vtt", "json", "csv")
"""Those of `syrinx.app.transcription.formats`, which is read only when it is needed."""
PIPE = "-"
STREAM_BLOCK_S = 0.12
"""Audio that is heard at once where words shall be seen as they come."""

HELP = "write down what is said in recordings"
DESCRIPTION = (
    "Write down what is said in sound files: text, subtitles, or words with times. Folders are "
    "searched for sound files. A file of any length needs the same memory."
)
EPILOG = (
    "Without -o a transcript goes beside its recording, under its name. What is there already is "
    "not overwritten without --overwrite. A file that fails leaves nothing behind and does not "
    "stop the others. A recording that is cut short or breaks is written down as far as it goes, "
    "and named. - is a sound file from the standard input (with --stream a WAV, heard as it "
    "comes); its transcript is printed, or goes into -o as stdin.txt."
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("inputs", metavar="FILE", nargs="+", help="sound files and folders; or -")
    parser.add_argument("--format", choices=FORMATS, default="txt", help="default: txt")
    parser.add_argument(
        "-o", "--output", metavar="DIR", type=Path, help="folder for the transcripts"
    )
    parser.add_argument("--model", metavar="ID", default="syrinx", help="recogniser to use")
    parser.add_argument(
        "--stream", action="store_true", help="print what is understood while it is being heard"
    )
    parser.add_argument("--diarize", action="store_true", help="tell the speakers apart")
    parser.add_argument(
        "--speakers", type=_whole(1, 50), metavar="N",
        help="tell them apart, and there are N",
    )  # fmt: skip
    parser.add_argument(
        "--line-length", type=_whole(10, 500), default=42, metavar="N",
        help="letters in a line of subtitles (default: 42)",
    )  # fmt: skip
    parser.add_argument(
        "--lines", type=_whole(1, 4), default=2, metavar="N",
        help="lines of a subtitle (default: 2)",
    )  # fmt: skip
    there = parser.add_mutually_exclusive_group()
    there.add_argument("--skip-done", action="store_true", help="leave out what has a transcript")
    there.add_argument("--overwrite", action="store_true", help="write transcripts anew")


def _whole(low: int, high: int) -> Any:
    parse = number(low, high)

    def whole(text: str) -> int:
        value = parse(text)
        if value != int(value):
            raise argparse.ArgumentTypeError(f"{text} is not a whole number")
        return int(value)

    return whole


def run(options: argparse.Namespace) -> int:
    """Transcribe every input; 1 when one failed."""
    from syrinx.app.transcription.cues import CueLimits
    from syrinx.app.transcription.outputs import make_folders, plan

    limits = CueLimits(line_length=options.line_length, lines=options.lines)
    if PIPE in options.inputs:
        return _run_pipe(options, limits)
    planned = plan([Path(name) for name in options.inputs], options.output, options.format)
    for sentence in planned.missed:
        tell_failure(options, SyrinxError(sentence))
    jobs = list(planned.jobs)
    count = len(jobs)
    if options.skip_done:
        jobs = [job for job in jobs if not job.target.exists()]
        if len(jobs) < count:
            note(options, f"syrinx: {count - len(jobs)} of {count} have a transcript already.")
    failed = [] if options.overwrite else [job for job in jobs if job.target.exists()]
    for job in failed:
        tell_failure(
            options,
            SyrinxError(
                f"{job.target} is there already: --overwrite writes it anew, --skip-done leaves it."
            ),
        )
    jobs = [job for job in jobs if job not in failed]
    make_folders(jobs)
    recognizer = _load(options.model) if jobs else None
    for job in jobs:
        assert recognizer is not None
        try:
            transcript = _transcribe(options, job.source, recognizer)
            _write(job.target, transcript, options, limits)
        except SyrinxError as error:
            tell_failure(options, error)
            failed.append(job)
            continue
        if transcript.remark:
            note(options, f"syrinx: {job.source}: {transcript.remark}")
        print(job.target)
    if failed and count > 1:
        names = ", ".join(str(job.source) for job in failed)
        print(f"syrinx: {len(failed)} of {count} were not transcribed: {names}", file=sys.stderr)
    return 1 if failed or planned.missed else 0


def _load(model: str) -> Recognizer:
    from syrinx.app.settings import home_path
    from syrinx.app.transcription.models import load_recognizer

    return load_recognizer(model, home_path())


def _transcribe(options: argparse.Namespace, source: Path, recognizer: Recognizer) -> Transcript:
    from syrinx.app.settings import home_path

    if options.stream:
        transcript = _stream(options, source, recognizer)
    else:
        transcript = _whole_file(options, source, recognizer)
    if options.diarize or options.speakers:
        from syrinx.app.transcription.speakers import with_speakers

        transcript = with_speakers(source, transcript, home_path(), speakers=options.speakers)
    return transcript


def _whole_file(options: argparse.Namespace, source: Path, recognizer: Recognizer) -> Transcript:
    from syrinx.app.transcription.recognizer import Heard, transcribe

    # The bar is gone before a sentence is printed, else they share a line.
    with progress(options, total=1, unit="s", title=source.name) as bar:

        def show(heard: Heard) -> None:
            bar.total = heard.total_s
            bar.update(heard.done_s - bar.n)

        return transcribe(source, recognizer, on_progress=show)


def _stream(options: argparse.Namespace, source: Path, recognizer: Recognizer) -> Transcript:
    from syrinx.app.transcription.recognizer import transcript_of
    from syrinx.app.transcription.recording import Recording

    with Recording(source) as recording:
        blocks = recording.blocks(STREAM_BLOCK_S, recognizer.sample_rate)
        segments = _print_said(blocks, recognizer)
        return transcript_of(segments, recognizer, recording.done_s, recording.remark())


def _run_pipe(options: argparse.Namespace, limits: CueLimits) -> int:
    """Transcribe what comes through the standard input; with --stream as it comes."""
    from syrinx.app.transcription.formats import write
    from syrinx.app.transcription.outputs import Job, make_folders

    if options.inputs != [PIPE]:
        raise SyrinxError("The standard input is read alone: leave the other files out.")
    if options.stream and (options.diarize or options.speakers):
        raise SyrinxError("Speakers are told apart in files only: write the sound to one first.")
    target: Path | None = None
    if options.output is not None:
        target = options.output / f"stdin.{options.format}"
        if target.exists() and not options.overwrite:
            raise SyrinxError(f"{target} is there already: --overwrite writes it anew.")
        make_folders([Job(source=Path(PIPE), target=target)])
    recognizer = _load(options.model)
    transcript = (_hear_pipe if options.stream else _spool_pipe)(options, recognizer)
    if transcript.remark:
        note(options, f"syrinx: the standard input: {transcript.remark}")
    if target is not None:
        _write(target, transcript, options, limits)
        print(target)
    elif not options.stream:
        sys.stdout.write(write(transcript, options.format, limits))
    return 0


def _hear_pipe(options: argparse.Namespace, recognizer: Recognizer) -> Transcript:
    from syrinx.app.resampling import resampled
    from syrinx.app.transcription.recognizer import transcript_of
    from syrinx.app.transcription.wav_pipe import WavPipe

    pipe = WavPipe(sys.stdin.buffer)
    blocks = pipe.blocks(max(1, round(STREAM_BLOCK_S * pipe.sample_rate)))
    segments = _print_said(resampled(blocks, pipe.sample_rate, recognizer.sample_rate), recognizer)
    return transcript_of(segments, recognizer, pipe.frames_read / pipe.sample_rate)


def _spool_pipe(options: argparse.Namespace, recognizer: Recognizer) -> Transcript:
    """A pipe cannot be wound back, as most kinds of sound files want: it becomes a file first."""
    with tempfile.TemporaryDirectory(prefix="syrinx-") as folder:
        path = Path(folder) / "stdin"
        try:
            with path.open("wb") as file:
                shutil.copyfileobj(sys.stdin.buffer, file)
        except OSError as error:
            raise SyrinxError(f"Cannot keep the standard input: {reason(error)}.") from error
        try:
            return _transcribe(options, path, recognizer)
        except SyrinxError as error:
            raise SyrinxError(str(error).replace(str(path), "the standard input")) from error


def _print_said(blocks: Iterator[Any], recognizer: Recognizer) -> list[Segment]:
    from syrinx.app.transcription.listening import listen

    segments: list[Segment] = []
    with SaidPrinter(rewrite=sys.stdout.isatty()) as printer:
        for said in listen(blocks, recognizer):
            segments += said.final
            printer.show(said)
    return segments


def _write(
    target: Path, transcript: Transcript, options: argparse.Namespace, limits: CueLimits
) -> None:
    from syrinx.app.files import write_atomically
    from syrinx.app.transcription.formats import write

    write_atomically(target, write(transcript, options.format, limits).encode("utf-8"))
