"""What an evaluation asks of the program: to enrol and to convert exactly as a user would.

``training`` cannot import ``app`` (imports go the other way); the program gives the evaluation an
`OpenStudio` when it starts it (ADR 0031).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from syrinx.neural.runtime.synthesis import SpeechFrames
from syrinx.training.listening import Listening

Knobs = Mapping[str, float | str]
"""Of the program's voices, by name: "intonation", "breathiness", "morph_to", "morph" ..."""
NO_KNOBS: Knobs = MappingProxyType({})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StudioOptions:
    """Where models and voices come from.

    ``home`` is a data folder (None: the user's); ``models`` a folder of exported models that come
    before its own; ``index_ratio`` how far content is pulled to the voice's own (None: what the
    program does by itself).
    """

    home: Path | None = None
    models: Path | None = None
    index_ratio: float | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StudioVoice:
    """A voice that can be converted to.

    ``averaged_s`` and ``tuned_s`` are the seconds that making it took: all but fine-tuning, and
    fine-tuning; 0 for one that was there.
    """

    id: str
    name: str
    averaged_s: float = 0.0
    tuned_s: float = 0.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TakeVerdict:
    """What the program says of a take: codes of its ``problems``, none when it is accepted.

    ``report`` is the program's own, to be handed back as one of the ``others``.
    """

    problems: tuple[str, ...]
    likeness: float | None
    report: object


class Studio(Protocol):
    """The program's enrolment and live chain, on files. A context: it keeps temporary files."""

    def __enter__(self) -> Studio: ...

    def __exit__(self, *exc: object) -> None: ...

    def voices(self) -> Sequence[StudioVoice]:
        """Neural voices of the library."""
        ...

    def enrol(
        self, name: str, recordings: Sequence[Path], *, fine_tune: bool = True
    ) -> StudioVoice:
        """Make a voice that lives as long as the studio, by averaging alone or fine-tuned."""
        ...

    def convert(
        self, source: Path, target: Path, voice: str, *, fp32: bool, knobs: Knobs = NO_KNOBS
    ) -> None:
        """Convert a file with the voice of this id, as ``syrinx convert`` does."""
        ...

    def voiced(self, frames: Sequence[SpeechFrames], voice: str) -> NDArray[np.float32]:
        """Return what frames that follow each other are in a voice, at 16 kHz."""
        ...

    def rtf(
        self, source: Path, voice: str, *, fp32: bool, knobs: Knobs = NO_KNOBS, to: Knobs = NO_KNOBS
    ) -> float:
        """Processor time over time of the live chain, in one thread.

        ``to`` are the knobs that it turns to and back from, twice a second.
        """
        ...

    def sweep(
        self, source: Path, voice: str, *, knobs: Knobs, to: Knobs, every_s: float
    ) -> NDArray[np.float32]:
        """Return what the live chain at 48 kHz makes while it turns the knobs to and fro."""
        ...

    def check_take(
        self,
        audio: NDArray[np.float32],
        sample_rate: int,
        *,
        text: str = "",
        language: str = "en",
        others: Sequence[TakeVerdict] = (),
    ) -> TakeVerdict:
        """Check a take as the clone wizard does; ``others`` are the earlier takes."""
        ...

    def recognizer(self, model: str) -> Listening:
        """Open the recogniser of this id, as ``syrinx transcribe --model`` does."""
        ...

    def turns(
        self,
        recording: Path,
        words: Sequence[tuple[float, float]],
        *,
        speakers: int | None = None,
        least: float | None = None,
    ) -> Sequence[int]:
        """Tell whose words these are (begin and end in s), as transcripts are diarised.

        ``speakers`` is their number where it is known, ``least`` another threshold.
        """
        ...

    def text_costs(
        self, audio: NDArray[np.float32], sample_rate: int, texts: Sequence[str]
    ) -> list[float | None]:
        """How badly each English text fits a take, as the clone wizard judges; None = unknown."""
        ...

    def facts(self, voice: str) -> Mapping[str, float]:
        """``model_delay_ms``, ``chain_delay_ms`` (declared), ``live_files_mb``, ``index_ratio``."""
        ...


class OpenStudio(Protocol):
    """Opens a studio; can be pickled, for evaluations that use several processes."""

    def __call__(self, options: StudioOptions) -> Studio: ...
