"""Live audio beside a training: ``python -m syrinx.app.clone.training_soak AUDIO ...``.

The engine runs as in ``syrinx.app.engine.soak``; beside it a voice is fine-tuned from these
recordings in a data folder of its own, without an end. Late blocks are those that training costs;
``--all-cores`` shows what leaving a core to the stream is good for, ``--pause`` the stream alone.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from syrinx.app.clone import training_job as jobs
from syrinx.app.clone import training_messages as m
from syrinx.app.clone.training_host import TrainingHost
from syrinx.app.engine.soak import make_parser, report, soak
from syrinx.dsp.errors import SyrinxError

ENDLESS = {"steps": 1_000_000, "budget_s": 1e6, "patience": 1_000_000}


def main(arguments: list[str] | None = None) -> int:
    """Run both; the exit code is 0 when no block was late."""
    parser = make_parser("python -m syrinx.app.clone.training_soak", __doc__)
    parser.set_defaults(busy=0)
    parser.add_argument("recordings", metavar="AUDIO", type=Path, nargs="+")
    parser.add_argument("--all-cores", action="store_true", help="train as if no stream ran")
    parser.add_argument("--pause", action="store_true", help="the stream alone, to compare with")
    options = parser.parse_args(arguments)
    told: list[tuple[float, m.Event]] = []
    try:
        with (
            tempfile.TemporaryDirectory(prefix="syrinx-soak-") as place,
            TrainingHost(home=Path(place)) as host,
        ):
            if not options.pause:
                _start(host, Path(place), options.recordings, live=not options.all_cores)

            def look() -> None:
                told.extend((time.monotonic(), event) for event in host.poll())

            result = soak(options, look)
            result["training"] = _training(told, alone=options.pause, over=not host.running)
    except SyrinxError as error:
        print(error, file=sys.stderr)
        return 2
    return report(options, result)


def _start(host: TrainingHost, home: Path, recordings: list[Path], *, live: bool) -> None:
    job = jobs.TrainingJob(
        name="Soak",
        recordings=jobs.absolute(recordings),
        consent="for this measurement only",
        tuning=ENDLESS,
    )
    folder = home / jobs.JOBS_FOLDER / job.id
    jobs.write_job(folder, job)
    host.start(folder, live=live)


def _training(told: list[tuple[float, m.Event]], *, alone: bool, over: bool) -> dict[str, Any]:
    """What the training did meanwhile.

    Raises
    ------
    SyrinxError
        It ended, so that nothing was measured.
    """
    if alone:
        return {}
    for _, event in told:
        if isinstance(event, m.TrainingFailed):
            raise SyrinxError(event.message)
    if over:
        raise SyrinxError("The training ended before the stream: nothing was measured.")
    steps = [at for at, event in told if isinstance(event, m.Progress) and event.step]
    return {
        "steps": len(steps),
        "seconds_per_step": (steps[-1] - steps[0]) / (len(steps) - 1) if len(steps) > 1 else None,
        "restarts": sum(isinstance(event, m.TrainingRestarted) for _, event in told),
    }


if __name__ == "__main__":
    sys.exit(main())
