"""``syrinx`` and ``python -m syrinx.app``: with arguments the command line, without the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command named in ``sys.argv``, or open the window; return the exit code."""
    if len(sys.argv) > 1:
        from syrinx.app.cli.main import main as command_line

        return command_line(sys.argv[1:])
    from syrinx.app.main import main as window

    return window()


if __name__ == "__main__":
    sys.exit(main())
