"""Fine-tuning of a voice with what the program ships: networks, and sentences of other people."""

from __future__ import annotations

import dataclasses
import importlib.resources
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from syrinx.app.audio_files import AudioReader
from syrinx.app.voice_adapter import VoiceAdapter
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.onnx_processor import decoder_id
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.training.voice_speech import Speech
from syrinx.training.voice_tuning import (
    TuningConfig,
    TuningEvent,
    TuningModels,
    VoiceTuning,
    as_arrays,
)

__all__ = [
    "TuningConfig",
    "TuningEvent",
    "VoiceTuner",
    "config_of",
    "other_speech",
    "use_threads",
]

MOST_SPEECH_S = 300.0
"""More is not learned from: in 150 steps each second of it would be seen once."""
SAMPLE_RATE = 16_000
MOST_THREADS = 4


def other_speech() -> Speech:
    """The sentences of other people that are converted in training, one after another."""
    path = Path(str(importlib.resources.files("syrinx.assets"))) / "speech" / "others.ogg"
    with AudioReader(path) as reader:
        if reader.sample_rate != SAMPLE_RATE:
            raise SyrinxError(f"{path} was replaced: reinstall Syrinx.")
        return Speech.of(reader.read(reader.frames))


class VoiceTuner:
    """Makes the adapters of voices; a `syrinx.app.enrolment.Tuner`.

    Parameters
    ----------
    registry
        Where the networks come from.
    config
        See `TuningConfig`.
    threads
        Of the training; None: what torch would take (``OMP_NUM_THREADS``), up to four.
    """

    def __init__(
        self,
        registry: ModelRegistry,
        *,
        config: TuningConfig | None = None,
        threads: int | None = None,
    ) -> None:
        self._registry = registry
        self._config = config or TuningConfig()
        self._threads = threads or min(MOST_THREADS, torch.get_num_threads())

    def tune(
        self,
        recordings: Sequence[Audio],
        embedding: NDArray[np.floating],
        f0_median_hz: float | None,
        on_progress: Callable[[int, int, float], None] = lambda step, steps, left_s: None,
    ) -> VoiceAdapter:
        """Learn a voice from recordings at 16 kHz, ``(n_samples,)`` each.

        Interrupted (Ctrl-C), it returns the best so far.

        Parameters
        ----------
        on_progress
            Called with steps done, steps in all and the seconds that are left.
        """
        before = torch.get_num_threads()
        torch.set_num_threads(self._threads)
        try:
            tuning = self.begin(recordings, embedding, f0_median_hz)
            try:
                for event in tuning.run():
                    if "held_out" in event.figures:
                        on_progress(event.step, event.steps, event.left_s)
            except KeyboardInterrupt:
                pass
            return self.adapter(tuning)
        finally:
            torch.set_num_threads(before)

    def begin(
        self,
        recordings: Sequence[Audio],
        embedding: NDArray[np.floating],
        f0_median_hz: float | None,
    ) -> VoiceTuning:
        """Make ready to learn, for somebody who steps, saves and ends as he likes."""
        return VoiceTuning(
            TuningModels.load(self._registry),
            [Speech.of(audio) for audio in _limited(recordings)],
            [other_speech()],
            embedding=embedding,
            f0_median_hz=f0_median_hz,
            config=self._config,
        )

    def adapter(self, tuning: VoiceTuning) -> VoiceAdapter:
        """The best so far, as a voice keeps it."""
        return VoiceAdapter(tensors=as_arrays(tuning.result()), decoder=decoder_id(self._registry))


def use_threads(count: int) -> None:
    """Let fine-tuning use so many threads from now on; may be called between its steps."""
    torch.set_num_threads(count)


def config_of(settings: Mapping[str, float]) -> TuningConfig:
    """The usual settings but for these, by the names of `TuningConfig`.

    Raises
    ------
    SyrinxError
        There is no such setting, or it cannot have this value.
    """
    usual = dataclasses.asdict(TuningConfig())
    if unknown := sorted(set(settings) - set(usual)):
        raise SyrinxError(f"Fine-tuning has no setting {unknown[0]}.")
    return TuningConfig(**{name: type(usual[name])(value) for name, value in settings.items()})


def _limited(recordings: Sequence[Audio]) -> list[Audio]:
    """The same share of every recording, `MOST_SPEECH_S` in all."""
    share = min(1.0, MOST_SPEECH_S * SAMPLE_RATE / max(1, sum(len(r) for r in recordings)))
    return [audio[: round(share * len(audio))] for audio in recordings]
