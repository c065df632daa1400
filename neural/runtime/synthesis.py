"""Utterances of the text front end to what the conversion decoder is given, chunk by chunk.

onnxruntime and numpy. A sentence is planned at once (durations, pitch and loudness of every unit:
a few milliseconds), its frames are made piece by piece: each piece is computed with as many frames
around it as decide it, so that the pieces do not depend on where they were cut.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.session import open_session, session_metadata
from syrinx.neural.runtime.synthesis_frames import positions
from syrinx.neural.runtime.synthesis_units import MODES, edges_of
from syrinx.neural.runtime.text.units import PAUSE_MS, PAUSES, VERSION
from syrinx.neural.runtime.text.utterance import Utterance

FloatArray = NDArray[np.float32]
FRAME_S = 0.01
SPEECH_DBFS = -26.0
SILENCE_DBFS = -100.0
_PITCH_SCALE, _LOUDNESS_SCALE = 4.0, 10.0
_SHORTEST_PHONE = 2
_EMPHASIS = {2: (1.5, 1.5, 1.1), 3: (3.0, 3.0, 1.2)}
"""Level of emphasis -> semitones, decibels, factor of the duration (ADR 0083)."""
_LEAD = 5
"""Frames of silence before the first sound: the decoder begins there as in the readings."""
_FADE = 4
"""Frames in which the loudness falls to silence in a pause, and rises again."""
_FADED_FROM = 12
"""Pauses shorter than so many frames keep their own sound."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a text is spoken.

    Attributes
    ----------
    speed
        0.5 to 2; 1 is the reader's own.
    pitch_semitones
        Added to the voice's own pitch.
    pitch_range
        0 (monotonous) to 2; 1 is the reader's own.
    emphasis
        How much of the emphasis is heard that a text asks for, 0 to 2.
    liveliness
        Spread of the readings: 0 is always the likeliest one, 1 as people differ.
    style
        Name of a way of speaking; None: the first.
    final_pause
        Whether the pause after the utterance is part of it.

    Raises
    ------
    SyrinxError
        A number is out of range.
    """

    speed: float = 1.0
    pitch_semitones: float = 0.0
    pitch_range: float = 1.0
    emphasis: float = 1.0
    liveliness: float = 0.7
    style: str | None = None
    final_pause: bool = True

    def __post_init__(self) -> None:
        if not (
            0.5 <= self.speed <= 2.0
            and abs(self.pitch_semitones) <= 24.0
            and 0.0 <= self.pitch_range <= 2.0
            and 0.0 <= self.emphasis <= 2.0
            and 0.0 <= self.liveliness <= 1.5
        ):
            raise SyrinxError(
                "The manner of speaking is out of range: speed 0.5 to 2, pitch -24 to 24 semitones,"
                " pitch range and emphasis 0 to 2, liveliness 0 to 1.5."
            )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SpeechPlan:
    """A sentence before its frames are made.

    ``durations (U,)`` in frames; ``prosody (U, 3)`` as the network takes it; ``word_times`` begin
    and end of each word of the utterance in seconds.
    """

    hidden: FloatArray
    prosody: FloatArray
    durations: NDArray[np.int64]
    style: FloatArray
    lift_semitones: float
    pauses: NDArray[np.bool_]
    gains_db: FloatArray
    word_times: tuple[tuple[float, float], ...]
    noise_seed: int

    @property
    def n_frames(self) -> int:
        """Length in frames of 10 ms."""
        return int(self.durations.sum())


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SpeechFrames:
    """A piece of speech for the conversion decoder.

    ``content (T, 64)``; ``semitones (T,)`` above the voice's own pitch, ``voiced (T,)``,
    ``loudness_db (T,)`` in dBFS. ``first`` is the number of its first frame.
    """

    first: int
    content: FloatArray
    semitones: FloatArray
    voiced: NDArray[np.bool_]
    loudness_db: FloatArray


class Synthesis:
    """The acoustic model of the program's own speech synthesis.

    Parameters
    ----------
    text_model, frame_model
        Contents of the two files that ``neural/synthesizer_export.py`` makes.

    Attributes
    ----------
    styles
        Names of the ways of speaking.

    Raises
    ------
    SyrinxError
        A model is broken or of other units.
    """

    def __init__(self, text_model: bytes, frame_model: bytes) -> None:
        self._text = open_session(text_model, name="synthesizer_text")
        self._frames = open_session(frame_model, name="synthesizer_frames")
        self._facts: dict[str, Any] = session_metadata(self._text)
        more = session_metadata(self._frames)
        if self._facts.get("units") != VERSION or more.get("units") != VERSION:
            raise SyrinxError("The synthesiser was made for other sounds: reinstall Syrinx.")
        self._styles = {
            name: np.array(values, np.float32) for name, values in self._facts["styles"].items()
        }
        self.styles = tuple(self._styles)
        self.around = int(more["frames_around"])
        self._n_noise = self._frames.get_inputs()[-1].shape[-1]

    @property
    def encoder_id(self) -> str:
        """SHA-256 of the content encoder whose content this is."""
        return str(self._facts["encoder"])

    def plan(
        self, utterance: Utterance, manner: Manner | None = None, *, seed: int = 0
    ) -> SpeechPlan:
        """Decide when each unit is said and how high; see `SpeechPlan`.

        Another ``seed`` is another reading.

        Raises
        ------
        SyrinxError
            The style is unknown.
        """
        manner = manner or Manner()
        name = self.styles[0] if manner.style is None else manner.style
        if name not in self._styles:
            raise SyrinxError(f"There is no style {name}, only {', '.join(self.styles)}.")
        style = self._styles[name]
        emphasis = np.asarray(utterance.emphasis)
        hidden, prosody = self._text.run(
            ["hidden", "prosody"],
            {
                "units": utterance.numbers[None],
                "emphasis": np.minimum(emphasis, 1)[None],
                "edges": edges_of(utterance)[None],
                "mode": np.array([MODES.index(utterance.mode)]),
                "style": style[None],
            },
        )
        prosody = np.array(prosody[0], np.float32)
        frames = np.expm1(np.clip(prosody[:, 0], 0.0, 6.0))
        pauses = np.array([unit in PAUSES for unit in utterance.units])
        spoken = ~pauses
        middle = float(np.average(prosody[spoken, 1], weights=frames[spoken] + 1e-6))
        prosody[:, 1] = middle + manner.pitch_range * (prosody[:, 1] - middle)
        gains_db = np.zeros(len(frames), np.float32)
        rate = np.full(len(frames), manner.speed)
        for level, (semitones, db, stretch) in _EMPHASIS.items():
            here = emphasis == level
            prosody[here, 1] += manner.emphasis * semitones / _PITCH_SCALE
            prosody[here, 2] += manner.emphasis * db / _LOUDNESS_SCALE
            rate[here] /= stretch**manner.emphasis
        for word in utterance.words:
            units = slice(word.first, word.last)
            rate[units] *= word.prosody.rate
            prosody[units, 1] += word.prosody.pitch_semitones / _PITCH_SCALE
            gains_db[units] += word.prosody.volume_db
        durations = self._durations(utterance, frames / rate, pauses, manner)
        prosody[:, 0] = np.log1p(durations)
        ends = np.cumsum(durations) * FRAME_S
        starts = ends - durations * FRAME_S
        return SpeechPlan(
            hidden=hidden[0],
            prosody=prosody,
            durations=durations,
            style=style,
            lift_semitones=manner.pitch_semitones,
            pauses=pauses,
            gains_db=gains_db,
            word_times=tuple(
                (float(starts[w.first]), float(ends[w.last - 1])) for w in utterance.words
            ),
            noise_seed=seed,
        )

    @staticmethod
    def _durations(
        utterance: Utterance,
        frames: NDArray[np.floating],
        pauses: NDArray[np.bool_],
        manner: Manner,
    ) -> NDArray[np.int64]:
        """Whole frames; the errors of rounding are carried on, so that the tempo stays."""
        wanted = np.where(pauses, frames, np.maximum(frames, _SHORTEST_PHONE))
        wanted[0] = _LEAD
        last = len(wanted) - 1
        wanted[last] = 0.1 * PAUSE_MS[utterance.units[last]] / manner.speed
        if not manner.final_pause:
            wanted[last] = _FADE
        for k, asked in enumerate(utterance.pause_ms):
            if asked is not None:
                wanted[k] = 0.1 * asked
        out = np.diff(np.round(np.cumsum(wanted)), prepend=0.0).astype(np.int64)
        out[~pauses] = np.maximum(out[~pauses], _SHORTEST_PHONE)
        out[last] += out.sum() % 2
        return out

    def chunks(
        self,
        plan: SpeechPlan,
        manner: Manner | None = None,
        *,
        first_s: float = 0.4,
        chunk_s: float = 1.2,
    ) -> Iterator[SpeechFrames]:
        """Make the frames of a plan, a short piece first."""
        manner = manner or Manner()
        total = plan.n_frames
        index = np.repeat(np.arange(len(plan.durations)), plan.durations)
        place = positions(plan.durations)
        noise = np.random.default_rng(plan.noise_seed).standard_normal(
            (total // 2, self._n_noise), dtype=np.float32
        )
        noise *= np.float32(manner.liveliness)
        quiet_db = _pause_loudness(plan)
        start = 0
        while start < total:
            size = first_s if start == 0 else chunk_s
            end = min(total, start + max(2, round(50 * size) * 2))
            low, high = max(0, start - self.around), min(total, end + self.around)
            content, others = self._frames.run(
                ["content", "others"],
                {
                    "hidden": plan.hidden[None],
                    "prosody": plan.prosody[None],
                    "style": plan.style[None],
                    "index": index[None, low:high],
                    "position": place[None, low:high],
                    "noise": noise[None, low // 2 : high // 2],
                },
            )
            inner = slice(start - low, end - low)
            semitones, voicing, loud = others[0, inner].T
            loudness = loud + SPEECH_DBFS + plan.gains_db[index[start:end]]
            yield SpeechFrames(
                first=start,
                content=content[0, inner],
                semitones=semitones + np.float32(plan.lift_semitones),
                voiced=(voicing > 0) & (quiet_db[start:end] > -20.0),
                loudness_db=np.maximum(loudness + quiet_db[start:end], SILENCE_DBFS),
            )
            start = end


def _pause_loudness(plan: SpeechPlan) -> FloatArray:
    """What is added to the loudness in long pauses, in dB: the room of the readers is not ours."""
    out = np.zeros(plan.n_frames, np.float32)
    ends = np.cumsum(plan.durations)
    for k in np.flatnonzero(plan.pauses & (plan.durations >= _FADED_FROM)):
        length = int(plan.durations[k])
        near = np.minimum(np.arange(length), np.arange(length)[::-1]) / _FADE
        last = k == len(plan.durations) - 1
        if last:
            near = np.arange(length) / _FADE
        out[ends[k] - length : ends[k]] = -60.0 * np.minimum(near, 1.0)
    return out
