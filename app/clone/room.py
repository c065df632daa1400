"""The room check: a few seconds of silence, a few of speech, then what to do better.

`RoomMeter` is fed blocks as they come from a microphone and knows at any time how loud it is and
what it waits for. `RoomReport` grades each thing that can be wrong.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from enum import StrEnum

import numpy as np

from syrinx.app.clone.takes import TakeLimits
from syrinx.dsp.base import check_sample_rate, clean
from syrinx.dsp.processor import Audio
from syrinx.dsp.recording_levels import frame_powers, to_dbfs
from syrinx.dsp.recording_quality import RecordingQuality, measure_recording
from syrinx.dsp.recording_spectrum import HumMeasures

_METER_S = 0.1
_SETTLING_S = 0.3
"""The click of the key, and what a sound card does when it is opened."""


class Phase(StrEnum):
    """What the meter waits for."""

    SILENCE = "silence"
    SPEECH = "speech"
    DONE = "done"


class Grade(StrEnum):
    """How good a thing is."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class RoomItem(StrEnum):
    """What is graded."""

    LEVEL = "level"
    CLIPPING = "clipping"
    NOISE = "noise"
    HUM = "hum"
    ECHO = "echo"
    BAND = "band"
    SAMPLE_RATE = "sample_rate"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RoomFinding:
    """One thing: its grade, its figure with the unit, and what to do (empty when it is good)."""

    item: RoomItem
    grade: Grade
    value: float
    unit: str
    advice: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RoomReport:
    """What the room check found.

    Attributes
    ----------
    findings
        One for each `RoomItem`.
    quality
        The measures of silence and speech together.
    """

    findings: tuple[RoomFinding, ...]
    quality: RecordingQuality

    @property
    def grade(self) -> Grade:
        """The worst of all."""
        order = (Grade.POOR, Grade.FAIR, Grade.GOOD)
        return min((found.grade for found in self.findings), key=order.index)

    @property
    def advice(self) -> tuple[str, ...]:
        """What to do, the weightiest first."""
        poor = [f.advice for f in self.findings if f.advice and f.grade is Grade.POOR]
        return (*poor, *(f.advice for f in self.findings if f.advice and f.grade is Grade.FAIR))


class RoomMeter:
    """Listens to silence, then to speech.

    Parameters
    ----------
    sample_rate
        In Hz.
    silence_s, speech_s
        How long to listen to each.
    limits
        Those of the takes: what is poor here would be refused there.
    """

    def __init__(
        self,
        sample_rate: int,
        *,
        silence_s: float = 3.0,
        speech_s: float = 6.0,
        limits: TakeLimits | None = None,
    ) -> None:
        self.sample_rate = check_sample_rate(sample_rate)
        self._limits = limits or TakeLimits()
        self._wanted = {
            Phase.SILENCE: round(silence_s * sample_rate),
            Phase.SPEECH: round(speech_s * sample_rate),
        }
        self.reset()

    def reset(self) -> None:
        """Begin again with silence."""
        self._blocks: dict[Phase, list[Audio]] = {Phase.SILENCE: [], Phase.SPEECH: []}
        self._heard = dict.fromkeys(self._blocks, 0)
        self._latest = np.zeros(0, np.float32)

    @property
    def phase(self) -> Phase:
        """What it waits for now."""
        for phase, wanted in self._wanted.items():
            if self._heard[phase] < wanted:
                return phase
        return Phase.DONE

    @property
    def progress(self) -> float:
        """Share of the phase that is over, 0 to 1."""
        phase = self.phase
        return 1.0 if phase is Phase.DONE else self._heard[phase] / self._wanted[phase]

    @property
    def level_dbfs(self) -> float:
        """RMS of the last 0.1 s."""
        power = np.mean(np.square(self._latest, dtype=np.float64)) if self._latest.size else 0.0
        return float(to_dbfs(float(power)))

    @property
    def peak_dbfs(self) -> float:
        """Loudest sample of the last 0.1 s."""
        return float(to_dbfs(float(np.abs(self._latest).max(initial=0.0)) ** 2))

    def feed(self, block: Audio) -> Phase:
        """Take a block of any length, mono; return what is waited for after it."""
        left = clean(block).copy()
        size = round(_METER_S * self.sample_rate)
        self._latest = np.concatenate([self._latest, left])[-size:]
        while left.size and (phase := self.phase) is not Phase.DONE:
            taken = left[: self._wanted[phase] - self._heard[phase]]
            self._blocks[phase].append(taken)
            self._heard[phase] += taken.size
            left = left[taken.size :]
        return self.phase

    def report(self) -> RoomReport:
        """Grade what was heard so far; meant for the end, when `phase` is done."""
        silence, speech = (
            np.concatenate([np.zeros(0, np.float32), *self._blocks[phase]])
            for phase in (Phase.SILENCE, Phase.SPEECH)
        )
        silence = silence[round(_SETTLING_S * self.sample_rate) :]
        quiet = measure_recording(silence, self.sample_rate)
        whole = measure_recording(np.concatenate([silence, speech]), self.sample_rate)
        spoken = measure_recording(speech, self.sample_rate)
        return RoomReport(
            findings=tuple(_findings(silence, quiet, spoken, whole, self._limits)), quality=whole
        )


def _findings(
    silence: Audio,
    quiet: RecordingQuality,
    spoken: RecordingQuality,
    whole: RecordingQuality,
    limits: TakeLimits,
) -> Iterator[RoomFinding]:
    noise_dbfs = (
        float(to_dbfs(frame_powers(silence, quiet.sample_rate).mean())) if len(silence) else -100.0
    )
    speech_dbfs = spoken.levels.speech_dbfs
    heard = spoken.speech.voiced_s >= limits.least_voiced_s
    talked = quiet.speech.voiced_s > 0.5 and quiet.levels.speech_dbfs > speech_dbfs - 12.0
    yield _level(speech_dbfs, heard, limits)
    yield _clipping(spoken, limits)
    yield _noise(silence, quiet, speech_dbfs - noise_dbfs, heard, talked, limits)
    yield _hum(max(quiet.hum, whole.hum, key=lambda hum: hum.prominence_db), speech_dbfs, limits)
    yield _echo(spoken, heard, limits)
    yield _band(spoken, heard, limits)
    yield _rate(whole.sample_rate)


def _level(speech_dbfs: float, heard: bool, limits: TakeLimits) -> RoomFinding:
    grade, advice = Grade.GOOD, ""
    if not heard:
        grade = Grade.POOR
        advice = "Nobody was heard: check that the right microphone is chosen and not muted."
    elif speech_dbfs < limits.quiet_dbfs:
        grade, advice = Grade.POOR, "Move much closer to the microphone, or turn it up."
    elif speech_dbfs < limits.faint_dbfs:
        grade, advice = Grade.FAIR, "Move closer to the microphone, or turn it up a little."
    elif speech_dbfs > -12.0:
        grade, advice = Grade.FAIR, "That is loud: turn the microphone down a little."
    return RoomFinding(
        item=RoomItem.LEVEL, grade=grade, value=speech_dbfs, unit="dBFS", advice=advice
    )


def _clipping(spoken: RecordingQuality, limits: TakeLimits) -> RoomFinding:
    grade, advice = Grade.GOOD, ""
    speaks = spoken.speech.voiced_s >= limits.least_voiced_s
    if spoken.clipped_share > limits.flat_share or (
        speaks and spoken.peak_ratio < limits.peak_ratio
    ):
        grade = Grade.POOR
        advice = "Your voice is cut off where it is loud: turn the microphone down."
    elif spoken.levels.peak_dbfs > -1.0:
        grade, advice = Grade.FAIR, "It is nearly too loud: turn the microphone down a little."
    return RoomFinding(
        item=RoomItem.CLIPPING,
        grade=grade,
        value=100.0 * spoken.clipped_share,
        unit="%",
        advice=advice,
    )


def _noise(
    silence: Audio,
    quiet: RecordingQuality,
    snr_db: float,
    heard: bool,
    talked: bool,
    limits: TakeLimits,
) -> RoomFinding:
    grade = Grade.GOOD
    if talked:
        grade = Grade.FAIR
        advice = "Somebody spoke during the silence: do the check again and wait quietly."
    else:
        grade = Grade.POOR if snr_db < limits.snr_db else Grade.FAIR
        advice = _noise_advice(silence, quiet)
    if not heard or (snr_db >= limits.good_snr_db + 5.0 and not talked):
        grade, advice = Grade.GOOD, ""
    return RoomFinding(item=RoomItem.NOISE, grade=grade, value=snr_db, unit="dB", advice=advice)


def _noise_advice(silence: Audio, quiet: RecordingQuality) -> str:
    """What the noise sounds like: steady as a fan, or changing as a street."""
    levels = to_dbfs(frame_powers(silence, quiet.sample_rate))
    spread = float(np.subtract(*np.percentile(levels, [95.0, 10.0]))) if len(levels) > 20 else 0.0
    if spread < 8.0:
        return (
            "A fan or another steady noise is audible: switch it off, or move away from the "
            "computer and closer to the microphone."
        )
    return (
        "Noises come and go: close doors and windows, switch off music and television, or wait "
        "until it is quieter."
    )


def _hum(hum: HumMeasures, speech_dbfs: float, limits: TakeLimits) -> RoomFinding:
    under_db = hum.hum_dbfs - speech_dbfs
    grade, advice = Grade.GOOD, ""
    if hum.prominence_db > limits.hum_prominence_db and under_db > limits.hum_lines_db - 12.0:
        strong = under_db > (limits.hum_lines_db if hum.lines > 1 else limits.hum_line_db)
        grade = Grade.POOR if strong else Grade.FAIR
        advice = (
            f"A hum of {hum.mains_hz:.0f} Hz from the mains is audible: move microphone and cable "
            "away from power supplies, try another socket, or run a laptop on its battery."
        )
    return RoomFinding(
        item=RoomItem.HUM, grade=grade, value=hum.hum_dbfs, unit="dBFS", advice=advice
    )


def _echo(spoken: RecordingQuality, heard: bool, limits: TakeLimits) -> RoomFinding:
    grade, advice = Grade.GOOD, ""
    if heard and spoken.levels.snr_db >= limits.snr_db and spoken.decay_s > limits.good_decay_s:
        grade = Grade.POOR if spoken.decay_s > limits.decay_s else Grade.FAIR
        advice = (
            "The room echoes: move closer to the microphone, or go to a room with curtains, a "
            "carpet or a bed."
        )
    return RoomFinding(
        item=RoomItem.ECHO, grade=grade, value=spoken.decay_s, unit="s", advice=advice
    )


def _band(spoken: RecordingQuality, heard: bool, limits: TakeLimits) -> RoomFinding:
    grade, advice = Grade.GOOD, ""
    if heard and spoken.levels.snr_db >= limits.snr_db and spoken.band_limit_hz < limits.dull_hz:
        grade = Grade.FAIR
        advice = (
            "High tones are missing, as over Bluetooth or a telephone: a microphone on a cable "
            "sounds better."
        )
    return RoomFinding(
        item=RoomItem.BAND, grade=grade, value=spoken.band_limit_hz, unit="Hz", advice=advice
    )


def _rate(sample_rate: int) -> RoomFinding:
    grade, advice = Grade.GOOD, ""
    if sample_rate < 16_000:
        grade = Grade.POOR
        advice = "The microphone runs at telephone quality: choose another one, or 48000 Hz."
    elif sample_rate < 44_100:
        grade = Grade.FAIR
        advice = "Choose 44100 or 48000 Hz in the sound settings, if the microphone has it."
    return RoomFinding(
        item=RoomItem.SAMPLE_RATE, grade=grade, value=float(sample_rate), unit="Hz", advice=advice
    )
