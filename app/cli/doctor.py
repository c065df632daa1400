"""``syrinx doctor``: what is wrong with this installation, and what to do."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from syrinx.app.cli.common import add_json, print_json

HELP = "check audio, window, models, processor and disk"
DESCRIPTION = "Check everything Syrinx needs, and say what to do about what is wrong."
EPILOG = "Exit code 1 when anything fails; warnings alone give 0."


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Run all checks and print one line for each."""
    from syrinx.app.doctor import examine

    findings = list(examine())
    failed = any(finding.state == "fail" for finding in findings)
    if options.json:
        print_json({"ok": not failed, "checks": [asdict(finding) for finding in findings]})
        return int(failed)
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        print(f"{finding.state:<4}  {finding.name:<{width}}  {finding.text}")
        if finding.advice:
            print(f"{'':<4}  {'':<{width}}  -> {finding.advice}")
    return int(failed)
