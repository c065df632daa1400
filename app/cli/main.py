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

from syrinx.app.cli import (
    bench,
    convert,
    devices,
    doctor,
    enroll,
    live,
    training,
    voices,
)
from syrinx.app.cli.common import add_common
from syrinx.dsp.errors import SyrinxError

OK, FAILED, USAGE, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143

COMMANDS = {
    "devices": devices,
    "doctor": doctor,
    "voices": voices,
    "enroll": enroll,
    "convert": convert,
    "live": live,
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

    with _terminated_as_interrupt():
        try:
            code = run()
            sys.stdout.flush()
            return code
        except SyrinxError as error:
            if debug:
                raise
            return _fail(str(error))
        except KeyboardInterrupt as stop:
            print("syrinx: interrupted.", file=sys.stderr)
            return TERMINATED if isinstance(stop, _Terminated) else INTERRUPTED
        except BrokenPipeError:  # the reader (`| head`) had enough
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return FAILED
        except MemoryError:
            return _fail("There is not enough memory for this.")
        except Exception as error:
            if debug:
                raise
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


class _terminated_as_interrupt:  # noqa: N801 - reads as a word in `with`
    def __enter__(self) -> None:
        self._previous = None
        with suppress(ValueError):  # only the main thread may do it
            self._previous = signal.signal(signal.SIGTERM, self._raise)

    def __exit__(self, *exc: object) -> None:
        if self._previous is not None:
            signal.signal(signal.SIGTERM, self._previous)

    @staticmethod
    def _raise(_number: int, _frame: FrameType | None) -> None:
        raise _Terminated


def _fail(sentence: str) -> int:
    print(f"syrinx: {_one_line(sentence)}", file=sys.stderr)
    return FAILED


def _one_line(text: object) -> str:
    return " ".join(str(text).split())


def _version() -> str:
    try:
        return version("syrinx")
    except PackageNotFoundError:
        return "(not installed)"
