"""``syrinx enroll``: recordings of one person to a voice."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from syrinx.app.cli.common import add_json, note, print_json, progress

if TYPE_CHECKING:
    from syrinx.app.clone.training_host import TrainingHost
    from syrinx.app.clone.training_messages import VoiceStored

HELP = "make a voice from recordings of one person"
DESCRIPTION = (
    "Make a voice from recordings of one person: any sound files, 5 s of speech at least, 30 s "
    "is good, 3 min is better. The recordings stay where they are: kept are 192 numbers, the "
    "pitch, ten seconds' worth of frames that say how this person forms sounds, and what "
    "fine-tuning learned, which takes a minute or two at low priority; the averaged voice can be "
    "used meanwhile. Ctrl-C ends it and keeps the best so far. After a crash the same command "
    "goes on from where it was."
)
EPILOG = (
    "Only with the consent of the person who speaks: --consent states that you have it, and is "
    "stored with the voice."
)
_POLL_S = 0.03


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("recordings", metavar="AUDIO", type=Path, nargs="+")
    parser.add_argument(
        "--consent", action="store_true", help="state that the speaker agreed to this voice"
    )
    parser.add_argument(
        "--replace", action="store_true", help="replace a voice of that name (the old one is kept)"
    )
    parser.add_argument(
        "--no-fine-tune",
        dest="fine_tune",
        action="store_false",
        help="average only: ready in seconds, less alike",
    )
    parser.add_argument(
        "--resume",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="go on with the same enrolment where it was cut off (default), or start over",
    )
    parser.add_argument("--steps", type=int, help=argparse.SUPPRESS)  # of fine-tuning, for tests
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Make and store the voice."""
    from syrinx.dsp.errors import SyrinxError

    if not options.consent:
        raise SyrinxError(
            "A voice belongs to the person who speaks: add --consent to state that they agreed."
        )
    from syrinx.app.clone import training_job as jobs
    from syrinx.app.clone.training_host import TrainingHost
    from syrinx.app.consent import ConsentRecord
    from syrinx.app.enrolment import check_name
    from syrinx.app.settings import home
    from syrinx.app.voices import VoiceLibrary

    data = home()
    # By the day: a job that was cut off is known again by being the same.
    today = time.strftime("%Y-%m-%d", time.gmtime())
    stated = ConsentRecord.stated(options.name.strip(), date=today)
    job = jobs.TrainingJob(
        name=options.name,
        recordings=jobs.absolute(options.recordings),
        consent=stated.sentence(),
        consent_record=stated.to_json(),
        fine_tune=options.fine_tune,
        replace=options.replace,
        tuning={} if options.steps is None else {"steps": options.steps},
    )
    folder, resumed = jobs.job_folder(data, job)
    if resumed and options.resume:
        note(options, "Going on with the enrolment that was cut off.")
    else:
        if not resumed:
            check_name(options.name, VoiceLibrary(data), replace_existing=options.replace)
        jobs.write_job(folder, job)
    with TrainingHost(home=data) as host:
        host.start(folder)
        try:
            done, remarks = _watch(host, options)
        except SyrinxError:
            if not jobs.read_state(folder).result:  # nothing to go on with
                jobs.remove_job(folder)
            raise
    jobs.remove_job(folder)
    if done is None:
        raise KeyboardInterrupt
    _show(options, done, remarks)
    return 0


def _watch(host: TrainingHost, options: argparse.Namespace) -> tuple[VoiceStored | None, list[str]]:
    """Follow a job to its end; the voice, None = interrupted before there was one."""
    from syrinx.app.clone import training_messages as m
    from syrinx.dsp.errors import SyrinxError

    remarks: list[str] = []
    told: list[Any] = []
    interrupted = False
    with (
        progress(options, total=1, unit="parts", title=options.name) as bar,
        progress(options, total=1, unit="steps", title="fine-tuning") as tuning,
    ):
        while True:
            try:
                told += host.poll()
                if not told:
                    time.sleep(_POLL_S)
            except KeyboardInterrupt:
                if interrupted:
                    raise
                interrupted = True
                note(
                    options,
                    "Keeping the best so far (Ctrl-C again: stop at once; the same command goes "
                    "on with it).",
                )
                host.send(m.CancelTraining())
            while told:
                match event := told.pop(0):
                    case m.StageChanged(stage="reading" | "embedding"):
                        place = 0.5 * (event.share + (event.stage == "embedding"))
                        bar.update(place - bar.n)
                    case m.Progress():
                        tuning.total = event.steps
                        tuning.update(event.step - tuning.n)
                    case m.Remark():
                        remarks.append(event.text)
                    case m.TrainingRestarted():
                        remarks = []
                        note(options, f"syrinx: {event.message}")
                    case m.VoiceStored(provisional=True):
                        note(options, f"It can be used already (--voice {event.voice_id}).")
                    case m.VoiceStored():
                        return event, remarks
                    case m.TrainingCancelled():
                        return event.stored, remarks
                    case m.TrainingFailed():
                        raise SyrinxError(event.message)


def _show(options: argparse.Namespace, done: VoiceStored, remarks: list[str]) -> None:
    for remark in remarks:
        note(options, f"syrinx: {remark}")
    if options.json:
        print_json(
            {
                "id": done.voice_id,
                "name": done.name,
                "speech_s": done.speech_s,
                "f0_median_hz": done.f0_median_hz,
                "f0_low_hz": done.f0_low_hz,
                "f0_high_hz": done.f0_high_hz,
                "windows": done.windows,
                "outliers": done.outliers,
                "bank_frames": done.bank_frames,
                "fine_tuned": done.fine_tuned,
                "similarity_averaged": done.similarity_averaged,
                "similarity": done.similarity,
                "averaged_s": done.averaged_s,
                "tuned_s": done.tuned_s,
                "remarks": remarks,
            }
        )
    else:
        print(f'The voice "{done.name}" is ready: syrinx convert FILE --voice {done.voice_id}')
