"""``syrinx live``: the engine without a window."""

from __future__ import annotations

import argparse
import contextlib
import secrets
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from syrinx.app.cli.common import (
    add_json,
    add_neural,
    add_rack,
    note,
    number,
    pitch,
    print_json,
    rack_of,
    wants_mark,
)
from syrinx.app.cli.expression import add_expression, expression_of

if TYPE_CHECKING:
    from syrinx.app.engine.messages import EngineConfig

HELP = "change the voice live, without the window"
DESCRIPTION = "Take the input device's sound, change the voice, play it on the output device."
EPILOG = (
    "Ctrl-C ends it. Devices: see `syrinx devices`; a part of the name is enough. "
    "Use headphones, or the microphone hears the loudspeaker."
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--input", metavar="DEV", help="input device (default: the system's)")
    parser.add_argument("--output", metavar="DEV", help="output device (default: the system's)")
    parser.add_argument(
        "--voice", metavar="NAME", help="see: syrinx voices (default: straight through)"
    )
    parser.add_argument("--seconds", type=number(0.1, 1e7), metavar="S", help="end after this time")
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="write delay, late blocks and load as JSON"
    )
    parser.add_argument(
        "--record",
        type=Path,
        metavar="FILE",
        help="record to a .wav, .flac, .mp3, .opus or .ogg file",
    )
    parser.add_argument(
        "--record-content",
        choices=("both", "output", "input"),
        default="both",
        help="both: input left, output right, in step (default); or one of them",
    )
    parser.add_argument("--pitch", type=pitch, default="auto", metavar="auto|SEMITONES")
    parser.add_argument("--formant", type=number(-12, 12), default=0.0, metavar="SEMITONES")
    parser.add_argument("--input-gain", type=number(-60, 40), default=0.0, metavar="DB")
    parser.add_argument("--output-gain", type=number(-60, 40), default=0.0, metavar="DB")
    parser.add_argument(
        "--gate", type=number(-100, 0), metavar="DBFS", help="silence the input below this level"
    )
    parser.add_argument(
        "--safety",
        type=number(0, 500),
        metavar="MS",
        help="a fixed buffer against late blocks (default: 8 ms, and more by itself while blocks "
        "are late)",
    )
    parser.add_argument(
        "--channel", type=_channel, metavar="N", help="input channel (default: mix of 1 and 2)"
    )
    parser.add_argument(
        "--exclusive", action="store_true", help="have the devices alone (WASAPI, Core Audio)"
    )
    parser.add_argument("--monitor", metavar="DEV", help="hear yourself on a second output")
    parser.add_argument(
        "--monitor-gain", type=number(-60, 24), default=0.0, metavar="DB", help="gain of it"
    )
    parser.add_argument(
        "--monitor-input", action="store_true", help="hear your own voice there, not the changed"
    )
    parser.add_argument(
        "--virtual-mic", action="store_true",
        help="make a virtual microphone and play to it (Linux: PipeWire or PulseAudio)",
    )  # fmt: skip
    parser.add_argument(
        "--wait", action="store_true", help="go on when a lost device is plugged in again"
    )
    parser.add_argument(
        "--feedback-guard",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="rest for some seconds when the microphone hears the loudspeaker (default), or not",
    )
    add_rack(parser)
    add_expression(parser, live=True)
    add_neural(parser)
    add_json(parser)


def _channel(text: str) -> int:
    return int(number(1, 64)(text))


def run(options: argparse.Namespace) -> int:
    """Run until the time is over, Ctrl-C, or the device is gone."""
    from syrinx.app.engine import messages as m
    from syrinx.app.engine.device_messages import MonitorChanged
    from syrinx.app.engine.live import run_live

    config = make_config(options)
    if options.report is not None:
        _check_writable(options.report)
    line = _StatusLine(active=sys.stderr.isatty() and not options.quiet)

    def on_event(event: m.Event) -> None:
        match event:
            case m.StreamStarted() | m.LatencyChanged():
                line.delay_ms = event.latency.total_ms
            case m.Telemetry() if event.streaming:
                line.show(
                    f"{event.stream_s:7.1f} s  delay {line.delay_ms:.1f} ms  "
                    f"late {event.late_blocks}  load {100 * event.load:3.0f} %"
                )
            case m.Notice() | m.EngineRestarted() | m.SafetyChanged() | m.FeedbackHeard():
                line.clear()
                note(options, f"syrinx: {event.message}")
            case m.DeviceLost() if options.wait:  # else it is the error that ends the command
                line.clear()
                note(options, f"syrinx: {event.message}")
            case MonitorChanged() if event.message is not None:
                line.clear()
                note(options, f"syrinx: {event.message}")

    try:
        with virtual_microphone(options):
            done = run_live(
                config,
                seconds=options.seconds,
                report=options.report,
                on_event=on_event,
                wait=options.wait,
            )
    finally:
        line.clear()
    if options.json:
        print_json(done.to_json())
    elif not options.quiet:
        print(
            f"{done.seconds:.1f} s, declared delay {done.latency.total_ms:.1f} ms, "
            f"{done.late_blocks} late blocks of {done.blocks}, {done.xruns} device errors, "
            f"load {100 * done.load_mean:.0f} %"
        )
    cut_short = options.seconds is not None and done.seconds < options.seconds - 1.0
    return 130 if cut_short else 0


@contextlib.contextmanager
def virtual_microphone(options: argparse.Namespace) -> Iterator[None]:
    """Make the virtual microphone where it is asked for, and remove it again."""
    if not options.virtual_mic:
        yield
        return
    from syrinx.app.virtual_mic import MICROPHONE_NAME, VirtualMicrophone, why_not
    from syrinx.dsp.errors import SyrinxError

    refusal = why_not()
    if refusal is not None:
        raise SyrinxError(refusal)
    maker = VirtualMicrophone()
    maker.make()
    note(options, f'syrinx: choose "{MICROPHONE_NAME}" as the microphone in the other program.')
    try:
        yield
    finally:
        maker.remove()


class _StatusLine:
    """One line on the terminal that is written over again and again."""

    def __init__(self, *, active: bool) -> None:
        self.delay_ms = 0.0
        self._active = active
        self._last = 0.0

    def show(self, text: str) -> None:
        now = time.monotonic()
        if self._active and now - self._last > 0.2:
            self._last = now
            print(f"\r{text}\x1b[K", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self._active and self._last:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def make_config(options: argparse.Namespace) -> EngineConfig:
    """Return what the engine is asked for.

    Raises
    ------
    SyrinxError
        There is no such voice, or the recording cannot be written.
    """
    from syrinx.app.engine.device_messages import MonitorConfig
    from syrinx.app.engine.messages import (
        DEFAULT_INDEX_RATIO,
        DEFAULT_SAFETY_MS,
        EngineConfig,
        VoiceParams,
    )
    from syrinx.app.engine.rack_params import FeedbackParams
    from syrinx.app.settings import home_path, load_settings
    from syrinx.app.virtual_mic import OUTPUT_ID
    from syrinx.app.voices import VoiceLibrary
    from syrinx.dsp.errors import SyrinxError

    if options.virtual_mic and options.output is not None:
        raise SyrinxError("--virtual-mic is an output already: leave --output out.")
    library = VoiceLibrary(home_path())
    voice_id = None if options.voice is None else library.get(options.voice).id
    fields, _ = expression_of(options, library)
    own_f0_hz = load_settings(home_path()).settings.own_f0_hz
    monitor = None
    if options.monitor is not None:
        monitor = MonitorConfig(
            device=options.monitor,
            gain_db=options.monitor_gain,
            source="input" if options.monitor_input else "output",
        )
    ratio = DEFAULT_INDEX_RATIO if options.index_ratio is None else options.index_ratio
    return EngineConfig(
        input_device=options.input,
        output_device=OUTPUT_ID if options.virtual_mic else options.output,
        safety_ms=DEFAULT_SAFETY_MS if options.safety is None else options.safety,
        adaptive=options.safety is None,
        voice_id=voice_id,
        params=VoiceParams(
            pitch=options.pitch,
            formant_semitones=options.formant,
            input_gain_db=options.input_gain,
            output_gain_db=options.output_gain,
            gate_threshold_dbfs=options.gate,
            source_f0_hz=own_f0_hz,
            index_ratio=ratio,
            band_extension=options.band_extension,
            mark=wants_mark(options),
            rack=replace(rack_of(options), feedback=FeedbackParams(on=options.feedback_guard)),
            **fields,
        ),
        fp32=options.fp32,
        input_channel=options.channel,
        exclusive=options.exclusive,
        monitor=monitor,
        record_path=None if options.record is None else str(options.record.absolute()),
        record_content=options.record_content,
    )


def _check_writable(path: Path) -> None:
    """Raise SyrinxError now rather than after an hour of streaming."""
    from syrinx.app.files import reason
    from syrinx.dsp.errors import SyrinxError

    if path.is_dir():
        raise SyrinxError(f"Cannot write {path}: it is a folder.")
    probe = path if path.exists() else path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        probe.open("ab").close()
        if probe != path:  # nothing is left behind when there will be no report
            probe.unlink()
    except OSError as error:
        raise SyrinxError(f"Cannot write {path}: {reason(error)}.") from error
