"""``syrinx doctor``: what is wrong with this installation, and what to do."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from syrinx.app.cli.common import add_json, print_json

if TYPE_CHECKING:
    from syrinx.app.engine.messages import DeviceInfo

HELP = "check audio, window, models, processor and disk"
DESCRIPTION = "Check everything Syrinx needs, and say what to do about what is wrong."
EPILOG = "Exit code 1 when anything fails; warnings alone give 0."


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "--report",
        action="store_true",
        help="print a report for whoever is asked for help: versions, devices, settings and the "
        "errors in the logs, without personal data",
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Run all checks and print one line for each."""
    from syrinx.app.doctor import examine

    if options.report:
        return _report()
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


def _report() -> int:
    from contextlib import suppress

    from syrinx.app.engine.device import list_devices
    from syrinx.app.report import ReportFacts, make_report
    from syrinx.app.settings import home, load_settings
    from syrinx.dsp.errors import SyrinxError

    devices: tuple[DeviceInfo, ...] = ()
    with suppress(SyrinxError):  # without PortAudio the report says what it can
        devices = list_devices()
    folder = home()
    loaded = load_settings(folder)
    notes = [loaded.notice] if loaded.notice else []
    facts = ReportFacts(settings=loaded.settings, devices=devices, notes=notes)
    print(make_report(folder, facts), end="")
    return 0
