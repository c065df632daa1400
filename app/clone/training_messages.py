"""Everything the training process is told (commands) and tells (events): frozen dataclasses only.

They cross a pipe as pickles, so every field is a plain value. A job ends with exactly one of
`VoiceStored` that is not provisional, `TrainingCancelled` and `TrainingFailed`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Stage = Literal["reading", "embedding", "averaging", "fine-tuning", "bank", "storing"]
STAGES: tuple[Stage, ...] = (
    "reading",
    "embedding",
    "averaging",
    "fine-tuning",
    "bank",
    "storing",
)


# ---- commands ----


@dataclass(frozen=True, slots=True, kw_only=True)
class StartTraining:
    """Make the voice of the job in ``folder``, or go on with it.

    ``live`` says that a live stream runs: the training then leaves a core to it.
    """

    folder: str
    live: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelTraining:
    """End, and keep the best so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveStream:
    """A live stream began to run, or ended."""

    runs: bool


# ---- events ----


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChanged:
    """Work on ``stage``, of which ``share`` (0 to 1) is done."""

    stage: Stage
    share: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A step of fine-tuning.

    Attributes
    ----------
    step, steps
        Done, and the most there will be. Step 0 comes twice: the averaged voice, then the same
        equalised to the speaker's long-term spectrum.
    left_s
        Seconds that fine-tuning still needs, as far as can be told.
    loss
        Of this step; None at step 0.
    held_out
        Loss on the speech that is kept apart; None between validations.
    similarity
        Mean cosine of conversions to the voice by the program's own speaker encoder; None between
        validations, or where nothing could be heard. It may fall while judges hear the voice
        come closer (ADR 0051).
    colour_db
        Mean distance of the conversions' long-term spectrum from the speaker's, in dB; None
        between validations.
    """

    step: int
    steps: int
    left_s: float
    loss: float | None = None
    held_out: float | None = None
    similarity: float | None = None
    colour_db: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something worth knowing; nothing failed."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceStored:
    """A whole voice is in the library.

    Attributes
    ----------
    provisional
        Averaged only, to be used while fine-tuning goes on; another one will follow.
    speech_s
        Seconds of speech it is made from.
    windows, outliers
        Windows embedded, and those left out because they sound unlike the others.
    f0_median_hz, f0_low_hz, f0_high_hz
        Median, 5th and 95th percentile of the speaker's F0; None = nothing voiced.
    bank_frames
        Frames for retrieval.
    fine_tuned
        Whether it has an adapter.
    similarity_averaged, similarity
        First and best-so-far figure of `Progress`; None = not told.
    averaged_s, tuned_s
        Seconds that averaging and fine-tuning took, the latter over all attempts.
    """

    voice_id: str
    name: str
    provisional: bool
    speech_s: float
    windows: int
    outliers: int
    f0_median_hz: float | None
    f0_low_hz: float | None
    f0_high_hz: float | None
    bank_frames: int = 0
    fine_tuned: bool = False
    similarity_averaged: float | None = None
    similarity: float | None = None
    averaged_s: float = 0.0
    tuned_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingCancelled:
    """The end of a job that was cancelled; what was kept is ``stored``, None = nothing."""

    stored: VoiceStored | None = None

    @property
    def kept(self) -> bool:
        """Whether there is a voice."""
        return self.stored is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingFailed:
    """The end of a job that cannot go on; ``resumable`` when starting it again may help."""

    message: str
    resumable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRestarted:
    """The process died and was started again; the job goes on from its checkpoint."""

    message: str


Command = StartTraining | CancelTraining | LiveStream
Event = (
    StageChanged
    | Progress
    | Remark
    | VoiceStored
    | TrainingCancelled
    | TrainingFailed
    | TrainingRestarted
)


def is_end(event: Event) -> bool:
    """Whether nothing of this job follows."""
    if isinstance(event, VoiceStored):
        return not event.provisional
    return isinstance(event, TrainingCancelled | TrainingFailed)
