"""Where everything is put together: ``syrinx`` opens the window, ``syrinx COMMAND`` runs it.

Nothing of Qt is imported before it is known that a window can be shown, and nothing of the
window when a command runs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

_TWIN = "use the command line instead, for example: syrinx live --voice NAME (see syrinx --help)"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Parameters
    ----------
    argv
        Arguments without the program's name; None = those of the process.

    Returns
    -------
    int
        The exit code; 1 when the window cannot be opened.
    """
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:  # before a command or the window could take care of it
        print("syrinx: interrupted.", file=sys.stderr)
        return 130


def _run(arguments: list[str]) -> int:
    # Imported here, so that an interruption from now on ends without a traceback.
    import multiprocessing

    from syrinx.app.display import display_problem
    from syrinx.dsp.errors import SyrinxError

    multiprocessing.freeze_support()
    if arguments:
        from syrinx.app.cli.main import main as run_command

        return run_command(arguments)
    problem = display_problem()
    if problem is not None:
        return _refuse(f"Syrinx cannot open its window: {problem}; {_TWIN}.")
    try:
        from syrinx.app.window import run_window
    except ImportError as error:  # a system library that Qt needs is not installed
        return _refuse(f"Syrinx cannot open its window: {error}; {_TWIN}.")
    try:
        return run_window()
    except SyrinxError as error:
        return _refuse(str(error))


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
