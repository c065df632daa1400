"""The work of a training job, stage by stage. Runs in the child process, which alone has torch.

reading -> embedding -> averaging (a voice that can be used at once) -> fine-tuning, which goes on
from its checkpoint -> bank -> storing. A voice enters the library whole or not at all.
"""

from __future__ import annotations

import dataclasses
import math
import time
from collections.abc import Callable
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from syrinx.app.clone import training_job as jobs
from syrinx.app.clone import training_messages as m
from syrinx.app.clone.consent_recording import consent_of
from syrinx.app.clone.training_job import JobState, TrainingJob
from syrinx.app.consent import ConsentRecord
from syrinx.app.enrolment import NOT_TUNED, Averaged, average, description_of, make_bank
from syrinx.app.files import reason
from syrinx.app.recordings import Recordings, read_recordings
from syrinx.app.settings import home as default_home
from syrinx.app.voice_adapter import VoiceAdapter
from syrinx.app.voice_attachments import read_picture
from syrinx.app.voice_bank import VoiceBank
from syrinx.app.voices import Voice, VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.content import ContentExtractor
from syrinx.neural.runtime.registry import SPEAKER_MODEL, ModelRegistry
from syrinx.neural.runtime.speaker import SpeakerEmbedder

if TYPE_CHECKING:
    from syrinx.app.voice_tuning import TuningEvent

SAVE_EVERY_S = 10.0
NEW_COLOUR = "#7a8ca3"


class Orders(Protocol):
    """What the process was told since it began."""

    def cancelled(self) -> bool:
        """Whether the job shall end with the best so far."""
        ...

    def threads(self) -> int:
        """How many threads fine-tuning may use now."""
        ...


class _CancelledError(Exception):
    """Told to end before there was anything to keep."""


class TrainingWork:
    """Makes the voice of one job.

    Parameters
    ----------
    folder
        Of the job.
    tell
        Is called with every event.
    orders
        Looked at all the time.
    home
        Data folder; None = that of the environment.
    """

    def __init__(
        self,
        folder: Path,
        tell: Callable[[m.Event], None],
        orders: Orders,
        *,
        home: Path | None = None,
    ) -> None:
        self._folder, self._tell, self._orders = folder, tell, orders
        self._home = default_home() if home is None else home
        self._library, self._registry = VoiceLibrary(self._home), ModelRegistry(self._home)
        self._state = JobState()
        self._took: dict[str, float] = {}

    def run(self) -> None:
        """Work until the job ends; its last event says how. Raises nothing."""
        with ExitStack() as stack:
            ours = False
            try:
                job = jobs.read_job(self._folder)
                stack.enter_context(jobs.locked(self._folder))
                ours = True
                self._state = jobs.read_state(self._folder)
                end = self._make(job)
            except _CancelledError:
                end = m.TrainingCancelled()
            except SyrinxError as error:
                end = m.TrainingFailed(message=str(error), resumable=bool(self._state.result))
            except MemoryError:
                end = m.TrainingFailed(
                    message="There is not enough memory to make the voice: close other programs "
                    "and go on with it.",
                    resumable=True,
                )
            except OSError as error:
                end = m.TrainingFailed(
                    message=f"The system refused to read or write ({reason(error)}): make room on "
                    "the disk and go on with it.",
                    resumable=True,
                )
            if ours:
                self._finish(end)
        self._tell(end)  # the process may be killed from now on

    def _finish(self, end: m.Event) -> None:
        """Write down how the job ended; that it cannot be written must not hide how."""
        changes: dict[str, Any] = {"status": "done"}
        if isinstance(end, m.TrainingFailed):
            claimed = bool(self._state.result)
            changes = {"status": "failed", "message": end.message, "claimed": claimed}
        else:
            if isinstance(end, m.TrainingCancelled):
                changes = {"status": "cancelled"}
            jobs.forget_tuning(self._folder)
        try:
            self._keep_state(**changes)
        except SyrinxError:
            return

    def _make(self, job: TrainingJob) -> m.Event:
        self._claim(job)
        began = time.monotonic()
        recordings, averaged = self._average(job)
        for remark in (*recordings.remarks, *averaged.remarks):
            self._tell(m.Remark(text=remark))
        self._took["averaged_s"] = round(time.monotonic() - began, 2)
        adapter = None
        if job.fine_tune:
            self._offer(job, recordings, averaged)
            adapter = self._fine_tune(job, recordings, averaged)
        self._stage("bank", 0.0)
        bank = make_bank(recordings.whole, ContentExtractor(self._registry))
        self._stage("storing", 0.0)
        stored = self._store(job, recordings, averaged, bank=bank, adapter=adapter)
        return m.TrainingCancelled(stored=stored) if self._orders.cancelled() else stored

    def _claim(self, job: TrainingJob) -> None:
        """Make sure that the id is free, or that its voice is this job's or may be replaced."""
        taken = {voice.id: voice for voice in self._library.list()}.get(job.id)
        if taken is not None and taken.shipped:
            raise SyrinxError(f'"{job.id}" is the name of a built-in voice; choose another name.')
        if taken is not None and not (job.replace or self._state.claimed):
            raise SyrinxError(f'There already is a voice "{job.id}"; choose another name.')
        self._keep_state(status="running", claimed=True, message="")

    def _offer(self, job: TrainingJob, recordings: Recordings, averaged: Averaged) -> None:
        """Store the averaged voice, to be used meanwhile, where it takes no other one's place."""
        there = job.id in {voice.id for voice in self._library.list()}
        if there and self._state.result:
            self._tell(m.VoiceStored(**self._state.result))
        elif not there and not self._orders.cancelled():
            self._store(job, recordings, averaged, provisional=True)

    def _average(self, job: TrainingJob) -> tuple[Recordings, Averaged]:
        def read(done_s: float, total_s: float) -> None:
            self._stage_unless_cancelled("reading", done_s / total_s)

        def embedded(share: float) -> None:
            self._stage_unless_cancelled("embedding", share)

        self._stage_unless_cancelled("reading", 0.0)
        recordings = read_recordings([Path(path) for path in job.recordings], read)
        self._stage_unless_cancelled("embedding", 0.0)
        averaged = average(recordings, SpeakerEmbedder(self._registry), embedded)
        self._stage_unless_cancelled("averaging", 1.0)
        return recordings, averaged

    def _fine_tune(
        self, job: TrainingJob, recordings: Recordings, averaged: Averaged
    ) -> VoiceAdapter | None:
        """Learn an adapter; None where that fails, or was cancelled before anything was learned."""
        if self._orders.cancelled():
            return None
        self._stage("fine-tuning", 0.0)
        try:
            from syrinx.app.voice_tuning import VoiceTuner, config_of, use_threads
        except ImportError:
            self._tell(
                m.Remark(
                    text="The voice was not fine-tuned, which needs torch: "
                    'pip install "syrinx[training]" and enroll it again.'
                )
            )
            return None
        use_threads(self._orders.threads())
        began, before_s = time.monotonic(), 0.0
        checkpoint = self._folder / jobs.TUNING_FILE
        try:
            tuner = VoiceTuner(self._registry, config=config_of(job.tuning))
            tuning = tuner.begin(recordings.whole, averaged.embedding, averaged.f0_median_hz)
            if checkpoint.exists():
                try:
                    tuning.load(checkpoint)
                except SyrinxError:  # damaged, or of recordings that have changed: start over
                    jobs.forget_tuning(self._folder)
            before_s = tuning.spent_s
            self._retell(tuning.step)
            saved = time.monotonic()
            for event in tuning.run():
                validated = self._tell_step(event)
                now = time.monotonic()
                if event.step and (validated or now - saved > SAVE_EVERY_S):
                    self._keep_state()
                    tuning.save(checkpoint)
                    saved = now
                if self._orders.cancelled():
                    break
                use_threads(self._orders.threads())
            return tuner.adapter(tuning)
        except SyrinxError as error:
            self._tell(m.Remark(text=f"{NOT_TUNED} {error}"))
            return None
        finally:
            self._took["tuned_s"] = round(before_s + time.monotonic() - began, 2)

    def _retell(self, step: int) -> None:
        """Tell the curve up to the checkpoint, and forget what lies after it; 0 = begin anew."""
        told = [values for values in self._state.curve if 0 <= values["step"] <= step > 0]
        self._state = dataclasses.replace(self._state, curve=tuple(told))
        for values in told:
            self._tell(m.Progress(**values))

    def _tell_step(self, event: TuningEvent) -> bool:
        """Tell a step; return whether it was validated."""
        progress = m.Progress(
            step=event.step,
            steps=event.steps,
            left_s=round(event.left_s, 1),
            loss=_finite(event.figures.get("loss")),
            held_out=_finite(event.figures.get("held_out")),
            similarity=_finite(event.figures.get("similarity")),
            colour_db=_finite(event.figures.get("colour_db")),
        )
        self._tell(progress)
        if progress.held_out is None:
            return False
        curve = (*self._state.curve, dataclasses.asdict(progress))
        self._state = dataclasses.replace(self._state, curve=curve)
        return True

    def _likeness(self) -> dict[str, float | None]:
        """The similarity of the averaged voice, and that of the best step."""
        if not self._state.curve:
            return {}
        first, *steps = self._state.curve
        best = min(steps, key=lambda values: values["held_out"], default=first)
        return {"similarity_averaged": first["similarity"], "similarity": best["similarity"]}

    def _store(
        self,
        job: TrainingJob,
        recordings: Recordings,
        averaged: Averaged,
        *,
        bank: VoiceBank | None = None,
        adapter: VoiceAdapter | None = None,
        provisional: bool = False,
    ) -> m.VoiceStored:
        encoder = self._registry.entry(SPEAKER_MODEL).sha256
        likeness: dict[str, Any] = self._likeness()
        record, files = consent_of(job.consent_record, job.consent_audio)
        before = self._before(job.id)
        voice = voice_of(
            job, recordings, averaged, encoder=encoder, bank=bank, adapter=adapter, consent=record
        )
        provenance = {"syrinx": version("syrinx"), "takes": len(job.recordings), **likeness}
        voice = dataclasses.replace(
            voice,
            tags=voice.tags if before is None else before.tags,
            provenance={name: value for name, value in provenance.items() if value is not None},
        )
        if before is not None and before.picture is not None:
            picture = before.picture.name
            files[picture] = self._library.files(job.id)[picture].read_bytes()
        elif before is None and job.picture:
            files.update(read_picture(Path(job.picture)))
        voice = self._library.add(voice, replace_existing=True, files=files)
        low_hz, high_hz = averaged.f0_range_hz or (None, None)
        stored = m.VoiceStored(
            voice_id=voice.id,
            name=voice.name,
            provisional=provisional,
            speech_s=round(recordings.speech_s, 2),
            windows=averaged.windows,
            outliers=averaged.outliers,
            f0_median_hz=averaged.f0_median_hz,
            f0_low_hz=low_hz,
            f0_high_hz=high_hz,
            bank_frames=0 if bank is None else len(bank),
            fine_tuned=adapter is not None,
            **likeness,
            **self._took,
        )
        self._keep_state(result=dataclasses.asdict(stored))
        if provisional:
            self._tell(stored)
        return stored

    def _before(self, id_: str) -> Voice | None:
        """The voice that the new one takes the place of."""
        own = (voice for voice in self._library.list() if not voice.shipped)
        return next((voice for voice in own if voice.id == id_), None)

    def _keep_state(self, **changes: Any) -> None:
        self._state = dataclasses.replace(self._state, **changes)
        jobs.write_state(self._folder, self._state)

    def _stage(self, stage: m.Stage, share: float) -> None:
        self._tell(m.StageChanged(stage=stage, share=min(1.0, share)))

    def _stage_unless_cancelled(self, stage: m.Stage, share: float) -> None:
        if self._orders.cancelled():
            raise _CancelledError
        self._stage(stage, share)


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def voice_of(
    job: TrainingJob,
    recordings: Recordings,
    averaged: Averaged,
    *,
    encoder: str,
    bank: VoiceBank | None,
    adapter: VoiceAdapter | None,
    consent: ConsentRecord | None = None,
) -> Voice:
    """The voice that a job makes, as the library keeps it."""
    return Voice(
        id=job.id,
        name=job.name.strip(),
        kind="neural",
        description=description_of(recordings),
        tags=("own",),
        colour=job.colour or NEW_COLOUR,
        f0_median_hz=averaged.f0_median_hz,
        speaker_embedding=averaged.embedding,
        speaker_encoder=encoder,
        bank=bank,
        adapter=adapter,
        consent=job.consent if consent is None else consent.sentence(),
        consent_record=consent,
        language=job.language,
        speaker=job.speaker,
        seconds=round(recordings.speech_s, 1),
        created=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    )
