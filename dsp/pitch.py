"""F0 of a live stream, with 20 ms of delay."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, log2

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import clean, windows
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.pitch_frames import Analysis, PitchFrames
from syrinx.dsp.pitch_voicing import VoicingModel
from syrinx.dsp.processor import Audio


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerConfig:
    """Constants of the tracker, chosen on the training speakers.

    Attributes
    ----------
    octave_cost
        Handicap of a candidate per octave of lag: of two equal peaks the shorter period wins.
    below_cost
        Handicap of a candidate for the share of the spectrum below it.
    jump_cost
        Handicap per octave of F0 change between two frames, at most ``max_jump``.
    memory
        Share of the past that a frame's path score keeps.
    range_cost
        Handicap of a candidate per octave that it is further than one octave from the mean of the
        voiced frames so far (the last 200 or so count), at most ``max_range``.
    hysteresis
        Added to the log-odds of the state that the last frame had.
    voicing_bias
        Added to the log-odds of voiced.
    """

    octave_cost: float = 0.55
    below_cost: float = 7.0
    jump_cost: float = 0.5
    max_jump: float = 1.2
    memory: float = 0.85
    range_cost: float = 0.5
    max_range: float = 0.3
    hysteresis: float = 0.25
    voicing_bias: float = 0.0


class StreamingF0:
    """Estimate F0 frame by frame.

    The frame that is complete with sample ``(k + 1) * hop_length - 1`` is centred
    ``delay_samples`` before ``(k + 1) * hop_length``: with the defaults frame ``k`` describes
    the signal at ``160 * (k - 1)``, where WORLD has its frame ``k - 1``. Decisions use the frame
    and the past, never the future.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    hop_length
        Samples per frame.
    fmin_hz, fmax_hz
        Range of F0.
    window_length
        Samples per analysis window, 40 ms by default; the delay is half of it.

    Raises
    ------
    SyrinxError
        When the window holds less than two periods of ``fmin_hz``.
    """

    def __init__(
        self,
        *,
        sample_rate: int = 16000,
        hop_length: int = 160,
        fmin_hz: float = 60.0,
        fmax_hz: float = 700.0,
        window_length: int | None = None,
        config: TrackerConfig | None = None,
    ) -> None:
        length = round(0.04 * sample_rate) if window_length is None else int(window_length)
        if not 0 < fmin_hz < fmax_hz <= sample_rate / 4 or length * fmin_hz < 2.0 * sample_rate:
            raise SyrinxError(
                f"F0 from {fmin_hz:g} to {fmax_hz:g} Hz cannot be found in windows of {length} "
                f"samples at {sample_rate} Hz."
            )
        self.sample_rate = int(sample_rate)
        self.hop_length = int(hop_length)
        self.delay_samples = length // 2
        self._frames = PitchFrames(
            sample_rate=sample_rate, window_length=length, fmin_hz=fmin_hz, fmax_hz=fmax_hz
        )
        self._config = config or TrackerConfig()
        self._length = length
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._past: Audio = np.zeros(self._length - self.hop_length, dtype=np.float32)
        self._tracker = _Tracker(self._config, self._frames)

    @property
    def features(self) -> tuple[float, ...]:
        """What the voicing decision of the last frame was based on; empty without candidates."""
        return self._tracker.features

    def process(self, audio: Audio) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """Push ``audio``, a multiple of ``hop_length`` samples.

        Returns
        -------
        tuple
            ``f0_hz`` (0 where unvoiced) and ``voiced``, each ``(n_frames,)``.

        Raises
        ------
        SyrinxError
            When the length is no multiple of ``hop_length``.
        """
        hop = self.hop_length
        if audio.ndim != 1 or audio.shape[0] % hop:
            raise SyrinxError(
                f"StreamingF0 needs multiples of {hop} samples, not an array of {audio.shape}."
            )
        count = audio.shape[0] // hop
        f0_hz = np.zeros(count, dtype=np.float32)
        joined = np.concatenate((self._past, clean(audio)))
        self._past = joined[count * hop :]
        if not count:
            return f0_hz, f0_hz > 0
        views = windows(joined, self._length, step=hop)
        for index in range(count):
            f0_hz[index] = self._tracker.step(self._frames.analyse(views[index]))
        return f0_hz, f0_hz > 0


class _Tracker:
    """Forward-only Viterbi over the candidates, and the voicing decision."""

    def __init__(self, config: TrackerConfig, frames: PitchFrames) -> None:
        self._config = config
        self._frames = frames
        self._hz: list[float] = []
        self._scores: list[float] = []
        self._voiced = False
        self._register, self._heard = 0.0, 0  # mean octave of the voiced frames, how many
        self._peak_db = _QUIET_DB
        self._floor_db = _QUIET_DB
        # Strength, the one before, level and octave of the last frame.
        self._last = (0.0, 0.0, _QUIET_DB, 0.0)
        self.features: tuple[float, ...] = ()  # of the last frame; for fitting the model
        self._model = VoicingModel()

    def step(self, frame: Analysis) -> float:
        """Return F0 in Hz of the next frame, 0 when unvoiced."""
        power = frame.mean_power
        level_db = 10.0 * log(power + 1e-12) / _LN10
        # The reference level follows loud frames at once and forgets 6 dB per second.
        self._peak_db = max(level_db, self._peak_db - 0.06, _QUIET_DB)
        self._floor_db = max(-90.0, min(level_db, self._floor_db + 0.06))
        hz, strength = self._frames.candidates(
            frame.correlation, octave_cost=self._config.octave_cost
        )
        if power < 1e-9 or not hz.shape[0]:
            self._hz, self._scores, self._voiced = [], [], False
            self._last = (0.0, 0.0, level_db, 0.0)
            self.features = ()
            return 0.0
        under = self._frames.share_below(frame.below, hz)
        fit = strength - self._config.below_cost * under
        best = self._advance(hz.tolist(), fit.tolist())
        f0_hz, first_share, spread = self._frames.refine(frame.spectra, self._hz[best])
        height, octave = float(strength[best]), log2(f0_hz / _REFERENCE_HZ)
        last_height, older_height, last_db, last_octave = self._last
        self._last = (height, last_height, level_db, octave)
        loud = max(-40.0, level_db - self._peak_db) / 10.0
        jump = min(1.0, abs(octave - last_octave)) if last_height else 1.0
        self.features = (
            height,
            height * height,
            height * loud,
            loud,
            min(40.0, level_db - self._floor_db) / 10.0,
            frame.low_share,
            octave,
            octave * octave,
            jump,
            last_height,
            older_height,
            max(-2.0, min(2.0, (level_db - last_db) / 10.0)),
            float(strength.max()),
            first_share,
            log(first_share + 1e-4),
            10.0 * spread,
            float(under[best]),
            *frame.bands.tolist(),
            *self._frames.edges(frame.samples, f0_hz),
        )
        odds = self._model.step(self.features)
        odds += self._config.voicing_bias
        odds += self._config.hysteresis if self._voiced else -self._config.hysteresis
        self._voiced = odds > 0.0
        if self._voiced:
            self._heard = min(self._heard + 1, _REGISTER_FRAMES)
            self._register += (octave - self._register) / self._heard
        return f0_hz if self._voiced else 0.0

    def _advance(self, hz: list[float], strength: list[float]) -> int:
        """Extend the paths by one frame; return the index of the best candidate."""
        config = self._config
        scores = []
        for f0_hz, height in zip(hz, strength, strict=True):
            score = height - config.octave_cost * log2(self._frames.fmax_hz / f0_hz)
            if self._heard >= _REGISTER_LEAST:
                away = abs(log2(f0_hz / _REFERENCE_HZ) - self._register)
                score -= min(config.max_range, config.range_cost * max(0.0, away - 1.0))
            if self._hz:
                score += max(
                    config.memory * old
                    - min(config.max_jump, config.jump_cost * abs(log2(f0_hz / old_hz)))
                    for old_hz, old in zip(self._hz, self._scores, strict=True)
                )
            scores.append(score)
        self._hz, self._scores = hz, scores
        return max(range(len(scores)), key=scores.__getitem__)


_LN10 = log(10.0)
_REFERENCE_HZ = 150.0  # of octaves; the voicing was fitted with it
_REGISTER_FRAMES = 200
_REGISTER_LEAST = 20
_QUIET_DB = -60.0
