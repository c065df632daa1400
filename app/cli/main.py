"""The command line: finds the command, runs it, turns errors into one sentence and a code.

Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted (143 by SIGTERM).
Nothing heavy is imported before a command runs: ``syrinx --help`` must not take a second.
"""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from types import FrameType
from typing import Any

from syrinx.app.cli import (
    bench,
    caption,
    control,
    convert,
    devices,
    doctor,
    dub,
    enroll,
    inspect,
    live,
    models,
    say,
    training,
    transcribe,
    voices,
)
from syrinx.app.cli.common import add_common
from syrinx.app.files import reason
from syrinx.dsp.errors import SyrinxError

OK, FAILED, USAGE, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143

COMMANDS = {
    "devices": devices,
    "doctor": doctor,
    "voices": voices,
    "enroll": enroll,
    "convert": convert,
    "inspect": inspect,
    "transcribe": transcribe,
    "caption": caption,
    "say": say,
    "dub": dub,
    "live": live,
    "models": models,
    "control": control,
    "bench": bench,
}


def main(argv: Sequence[str]) -> int:
    """Run one command.

    Parameters
    ----------
    argv
        The arguments without the program's name.

    Returns
    -------
    int
        The exit code.
    """
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):  # names of files and voices may not fit the terminal
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    arguments = list(argv)
    if arguments and arguments[0] in training.COMMANDS:
        debug = False  # these two parse for themselves
        run = training.command(arguments[0], arguments[1:])
    else:
        try:
            options = build_parser().parse_args(arguments)
        except SystemExit as stop:  # argparse printed the help or the usage
            return int(stop.code or 0)
        debug = options.debug

        def run() -> int:
            return int(options.run(options))

    with _signals_as_interrupts() as signals:
        try:
            code = run()
            sys.stdout.flush()
            return code
        except SyrinxError as error:
            if debug:
                raise
            return _fail(str(error))
        except KeyboardInterrupt as stop:
            return _interrupted(TERMINATED if isinstance(stop, _Terminated) else INTERRUPTED)
        except BrokenPipeError:  # the reader (`| head`) had enough
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return FAILED
        except MemoryError:
            return _fail("There is not enough memory for this.")
        except Exception as error:
            if signals.interrupted:  # native modules turn it into an ImportError
                return _interrupted(INTERRUPTED)
            if debug:
                raise
            if isinstance(error, OSError) and error.errno:  # of stdout, as a rule
                place = f" {error.filename}" if error.filename else ""
                return _fail(f"The system refused to read or write{place}: {reason(error)}.")
            if isinstance(error, ImportError | OSError):  # ctypes and cffi raise the latter
                return _fail(
                    f"A part of Syrinx is missing or broken ({_one_line(error)}): "
                    "install Syrinx again; `syrinx doctor` says more."
                )
            kind = type(error).__name__
            return _fail(
                f"This is an error in Syrinx itself ({kind}: {_one_line(error)}); "
                "--debug shows where."
            )


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="syrinx",
        description="A voice changer. Without a command it opens the window.",
        epilog="All data lie in one folder, which SYRINX_HOME overrides. "
        "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted.",
    )
    parser.add_argument("--version", action="version", version=f"syrinx {_version()}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, module in COMMANDS.items():
        command = commands.add_parser(
            name, help=module.HELP, description=module.DESCRIPTION, epilog=module.EPILOG
        )
        add_common(command)
        module.configure(command)
        command.set_defaults(run=module.run)
    for name, text in training.COMMANDS.items():  # listed here, parsed by syrinx.training.cli
        commands.add_parser(name, help=text, add_help=False)
    return parser


class _Terminated(KeyboardInterrupt):
    """SIGTERM, as an exception, so that temporary files and processes are cleaned up."""


class _signals_as_interrupts:  # noqa: N801 - reads as a word in `with`
    """SIGTERM raises `_Terminated`; that there was a SIGINT is remembered."""

    def __enter__(self) -> _signals_as_interrupts:
        self.interrupted = False
        self._previous: dict[signal.Signals, Any] = {}
        with suppress(ValueError):  # only the main thread may do it
            self._previous[signal.SIGTERM] = signal.signal(signal.SIGTERM, self._terminate)
            if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
                self._previous[signal.SIGINT] = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(self, *exc: object) -> None:
        for number, handler in self._previous.items():
            signal.signal(number, handler)

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        self.interrupted = True
        raise KeyboardInterrupt

    def _terminate(self, _number: int, _frame: FrameType | None) -> None:
        self.interrupted = True
        raise _Terminated


def _interrupted(code: int) -> int:
    print("syrinx: interrupted.", file=sys.stderr)
    return code


def _open_closed_streams() -> None:
    """Give a program that was started without stdout or stderr a place to print to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def _fail(sentence: str) -> int:
    with suppress(OSError):  # nobody can read it
        print(f"syrinx: {_one_line(sentence)}", file=sys.stderr)
    return FAILED


def _one_line(text: object) -> str:
    return " ".join(str(text).split())


def _version() -> str:
    try:
        return version("syrinx")
    except PackageNotFoundError:
        return "(not installed)"
