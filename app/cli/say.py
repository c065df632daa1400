"""``syrinx say``: a text spoken by any voice, into a file, the ear or the virtual microphone."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from syrinx.app.cli.common import note, number, progress, wants_mark
from syrinx.dsp.errors import SyrinxError

if TYPE_CHECKING:
    from syrinx.app.synthesis.reading import Reader, Spoken
    from syrinx.app.synthesis.script import Script
    from syrinx.app.synthesis.synthesizer import Manner, Synthesizer

HELP = "speak a text"
DESCRIPTION = (
    "Speak a text in a published voice (syrinx models add FOLDER), or in a voice of the library "
    "by way of one. Without -o it is played; speech is heard while the rest is still made."
)
EPILOG = (
    "The text comes from the command line, a file (.txt .md .ssml), or the standard input. "
    "Headings of a .md file become chapters of a .wav file."
)
MOST_TEXT = 50 << 20
POLL_S = 0.05


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("text", metavar="TEXT", nargs="?", help="what to say; - = standard input")
    parser.add_argument("--file", metavar="FILE", type=Path, help="say what stands in a file")
    add_speaking(parser)
    parser.add_argument(
        "--device", metavar="DEVICE", help="play on this output (see: syrinx devices)"
    )
    parser.add_argument(
        "--virtual-mic", action="store_true", help="speak into the virtual microphone"
    )
    parser.add_argument(
        "--from-sentence",
        type=lambda text: int(number(1, 1e9)(text)),
        default=1,
        metavar="N",
        help="begin with the N-th sentence",
    )


def add_speaking(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how to speak, and where to."""
    parser.add_argument(
        "--voice", metavar="NAME", required=True, help="a published voice, or one of the library"
    )
    parser.add_argument(
        "--by", metavar="NAME", help="the published voice that says the words of a library voice"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help=".wav .flac .mp3 .ogg .opus"
    )
    parser.add_argument("--speed", type=number(0.5, 2), default=1.0, metavar="FACTOR")
    parser.add_argument("--pitch", type=number(-24, 24), default=0.0, metavar="SEMITONES")
    parser.add_argument("--pause", type=number(0, 5), default=1.0, metavar="FACTOR")
    parser.add_argument(
        "--loudness",
        type=number(-40, -5),
        default=-16.0,
        metavar="LUFS",
        help="of a file (default: -16)",
    )
    parser.add_argument(
        "--mark",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="let a voice made from recordings carry the inaudible mark, or not",
    )


def run(options: argparse.Namespace) -> int:
    """Speak it; 0 when all of it was said."""
    text, form = _text_of(options)
    voice, script = _opened(options, text, form)
    if options.output is not None:
        return _into_file(options, text, script, voice)
    return _aloud(options, script, voice)


def manner_of(options: argparse.Namespace) -> Manner:
    """Return how to speak."""
    from syrinx.app.synthesis.synthesizer import Manner

    return Manner(speed=options.speed, pitch_semitones=options.pitch, pause=options.pause)


def opened_voice(options: argparse.Namespace) -> Synthesizer:
    """Open the voice that the options name."""
    from syrinx.app.settings import home_path
    from syrinx.app.synthesis.speakers import open_speaker

    return open_speaker(options.voice, home_path(), by=options.by, mark=wants_mark(options))


def front_end_for(language: str) -> Any:
    """Return the text front end with the user's pronunciations, for English; else None."""
    from syrinx.app.settings import home_path
    from syrinx.neural.runtime.registry import ModelRegistry
    from syrinx.neural.runtime.text.front_end import TextFrontEnd
    from syrinx.neural.runtime.text.user_dictionary import FILE_NAME, UserDictionary

    if language not in ("en", ""):
        return None
    own = home_path() / FILE_NAME
    dictionary = UserDictionary.load(own) if own.is_file() else None
    return TextFrontEnd.open(ModelRegistry(home_path()), dictionary)


def _opened(options: argparse.Namespace, text: str, form: Any) -> tuple[Synthesizer, Script]:
    from syrinx.app.synthesis.script import script_of

    voice = opened_voice(options)
    front_end = front_end_for(voice.language)
    return voice, script_of(text, language=voice.language, front_end=front_end, form=form)


def _text_of(options: argparse.Namespace) -> tuple[str, str]:
    if options.file is not None and options.text is not None:
        raise SyrinxError("Give a TEXT or a --file, not both.")
    if options.file is not None:
        endings = {".md": "markdown", ".markdown": "markdown", ".ssml": "ssml"}
        form = endings.get(options.file.suffix.lower(), "auto")
        return read_text(options.file), form
    if options.text is not None and options.text != "-":
        return str(options.text), "auto"
    data = sys.stdin.buffer.read(MOST_TEXT + 1)
    return _decoded(data, "The standard input"), "auto"


def read_text(path: Path) -> str:
    """Read a text file.

    Raises
    ------
    SyrinxError
        It cannot be read, is too long, or no text.
    """
    from syrinx.app.files import reason

    try:
        with path.open("rb") as file:
            data = file.read(MOST_TEXT + 1)
    except OSError as error:
        raise SyrinxError(f"Cannot read {path}: {reason(error)}.") from error
    return _decoded(data, str(path))


def _decoded(data: bytes, name: str) -> str:
    if len(data) > MOST_TEXT:
        raise SyrinxError(f"{name} holds more than {MOST_TEXT >> 20} MB of text.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:4096]:
        raise SyrinxError(f"{name} is not a text.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _into_file(options: argparse.Namespace, text: str, script: Script, voice: Synthesizer) -> int:
    from syrinx.app.synthesis.output import SpeechFile, headings, write_speech
    from syrinx.app.synthesis.reading import read_aloud

    chapters: tuple[tuple[int, str], ...] = ()
    if options.file is not None and options.file.suffix.lower() in (".md", ".markdown"):
        chapters = headings(text)
    with (
        SpeechFile(options.output, sample_rate=voice.sample_rate) as file,
        progress(options, total=max(1, len(text)), unit="", title=voice.name) as bar,
    ):

        def shown(spoken: Spoken) -> Spoken:
            bar.update(max(0, spoken.sentence.end - bar.n))
            return spoken

        first = options.from_sentence - 1
        reading = read_aloud(script, voice, manner_of(options), first=first)
        write_speech((shown(spoken) for spoken in reading), file, chapters=chapters)
        file.finish(target_lufs=options.loudness)
    print(options.output)
    return 0


def _aloud(options: argparse.Namespace, script: Script, voice: Synthesizer) -> int:
    from syrinx.app.synthesis.reading import Reader, read_aloud

    manner, first = manner_of(options), options.from_sentence - 1
    reader = Reader(
        lambda stopped: read_aloud(script, voice, manner, first=first, stopped=stopped),
        voice.sample_rate,
    )
    try:
        return play_reading(options, reader, voice.sample_rate)
    finally:
        reader.close()


def play_reading(options: argparse.Namespace, reader: Reader, sample_rate: int) -> int:
    """Play a reading through an engine of its own.

    Raises
    ------
    SyrinxError
        The devices cannot be opened, or something ended it.
    """
    from syrinx.app.cli.live import virtual_microphone
    from syrinx.app.engine import messages as m
    from syrinx.app.engine.host import EngineHost
    from syrinx.app.synthesis.feeding import Feeder
    from syrinx.app.virtual_mic import OUTPUT_ID

    if options.virtual_mic and options.device is not None:
        raise SyrinxError("--virtual-mic is an output already: leave --device out.")
    output = OUTPUT_ID if options.virtual_mic else options.device
    with virtual_microphone(options), EngineHost() as host:
        host.wait_for(m.EngineReady)
        config = m.EngineConfig(output_device=output, silent=True)
        host.send(m.StartStream(config=config))
        host.wait_for(m.StreamStarted)
        feeder = Feeder(reader, sample_rate, host.send)
        feeder.begin()
        number_shown = -1
        while not feeder.done:
            for event in host.poll():
                feeder.on_event(event)
                if isinstance(event, m.Notice):
                    note(options, f"syrinx: {event.message}")
            feeder.poll()
            sentence, _ = feeder.where()
            if sentence is not None and sentence.number != number_shown and sys.stderr.isatty():
                number_shown = sentence.number
                note(options, f"{sentence.number + 1}: {sentence.text}")
            time.sleep(POLL_S)
        if feeder.error is not None:
            raise SyrinxError(feeder.error)
        time.sleep(0.2)  # the device still has the last blocks
    return 0
