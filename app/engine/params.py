"""What a stream and its voice are made of: frozen dataclasses that travel inside the messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from syrinx.app.engine.checking import check as check
from syrinx.app.engine.device_messages import MonitorConfig, check_channel
from syrinx.app.engine.rack_params import RackParams
from syrinx.app.texts import mark
from syrinx.dsp.errors import SyrinxError

DEFAULT_SAFETY_MS = 8.0
"""Buffered beyond one period: what the DSP thread may be late without being heard."""
DEFAULT_INDEX_RATIO = 0.25
"""Measured: ``docs/measurements/retrieval.md``."""
Mute = Literal["off", "talk", "voice", "all"]
MAX_INTONATION = 2.0
MAX_MORPH_S = 5.0

RecordContent = Literal["both", "output", "input"]
"""Of a recording: input left and output right, in step, or one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceParams:
    """What the user can turn while a voice runs.

    Attributes
    ----------
    pitch
        Shift in semitones on top of the voice, or "auto": to the mean of the target voice.
    formant_semitones
        Shift of the formants in semitones.
    input_gain_db, output_gain_db
        Before the gate, and after the voice.
    gate_threshold_dbfs
        Level below which the input is silenced; None switches the gate off.
    bypass
        Send the input through unchanged, at the same delay.
    wet
        Share of the changed voice, 0 (only the input) to 1.
    source_f0_hz
        The user's own median F0 as stored, from which auto pitch starts; None = not known.
    index_ratio
        How far the content is pulled towards the voice's own, 0 (not at all) to 1. Only voices
        with a bank can.
    band_extension
        Give a neural voice a band above 8 kHz where the device's rate has room for it.
    mark
        Mark what a voice of somebody's recordings says (`syrinx.app.marking`).
    mute
        What goes out: "off": everything; "voice": no voice, but clips; "talk": the same, once
        what was said until now has been heard (push-to-talk); "all": nothing.
    intonation
        How much the melody of speech moves: 0 (monotone), 1 (as spoken) to `MAX_INTONATION`
        (exaggerated). Neural voices only, as all below are.
    pitch_lock
        How firmly auto pitch holds the mean of the target voice: 0 (follows within seconds, so
        that shouting still sounds higher) to 1 (within a second).
    breathiness
        Noise among the harmonics: -1 (firm), 0 (as the voice is) to 1 (breathy).
    morph_to
        Id of a second neural voice to mix in; None = none.
    morph
        Share of the second voice, 0 to 1.
    morph_s
        Seconds from the one voice to the other, 0 to `MAX_MORPH_S`. Above 0 a change to another
        neural voice glides as well, instead of being faded.
    rack
        Clean-up of the input and effects on the output.
    """

    pitch: float | Literal["auto"] = "auto"
    formant_semitones: float = 0.0
    input_gain_db: float = 0.0
    output_gain_db: float = 0.0
    gate_threshold_dbfs: float | None = None
    bypass: bool = False
    wet: float = 1.0
    source_f0_hz: float | None = None
    index_ratio: float = DEFAULT_INDEX_RATIO
    band_extension: bool = True
    mark: bool = True
    mute: Mute = "off"
    intonation: float = 1.0
    pitch_lock: float = 0.0
    breathiness: float = 0.0
    morph_to: str | None = None
    morph: float = 0.0
    morph_s: float = 0.0
    rack: RackParams = field(default_factory=RackParams)

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        if self.pitch != "auto":
            check(mark("pitch"), self.pitch, -36.0, 36.0, mark("semitones"))
        check(mark("formant shift"), self.formant_semitones, -24.0, 24.0, mark("semitones"))
        check(mark("input gain"), self.input_gain_db, -60.0, 40.0, "dB")
        check(mark("output gain"), self.output_gain_db, -60.0, 40.0, "dB")
        check(mark("share of the changed voice"), self.wet, 0.0, 1.0, "")
        check(mark("index ratio"), self.index_ratio, 0.0, 1.0, "")
        check(mark("intonation"), self.intonation, 0.0, MAX_INTONATION, "")
        check(mark("pitch lock"), self.pitch_lock, 0.0, 1.0, "")
        check(mark("breathiness"), self.breathiness, -1.0, 1.0, "")
        check(mark("share of the second voice"), self.morph, 0.0, 1.0, "")
        check(mark("time of the morph"), self.morph_s, 0.0, MAX_MORPH_S, "s")
        if self.gate_threshold_dbfs is not None:
            check(mark("gate threshold"), self.gate_threshold_dbfs, -120.0, 0.0, "dBFS")
        if self.source_f0_hz is not None:
            check(mark("median F0"), self.source_f0_hz, 30.0, 1000.0, "Hz")
        if self.mute not in get_args(Mute):
            raise SyrinxError(f"The mute is off, talk, voice or all, not {self.mute!r}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceScript:
    """A device made of files, for tests and trials without a sound card.

    Attributes
    ----------
    input_path
        Sound file to play into the engine; None = silence. It is repeated to `seconds`.
    output_path
        WAV file that gets the engine's output when the stream ends.
    sample_rate, period
        Of the device, in Hz and samples.
    seconds
        Stream time after which the device ends; None = never.
    realtime
        Pace the callbacks by the clock; else as fast as the engine can follow.
    xruns
        Stream times in s at which the device reports an overflow and drops one period.
    stalls
        ``(at_s, for_s)``: from stream time ``at_s`` the DSP thread is held for ``for_s``.
    vanish_at_s
        Stream time at which the device is gone.
    """

    input_path: str | None = None
    output_path: str | None = None
    sample_rate: int = 48000
    period: int = 128
    seconds: float | None = None
    realtime: bool = True
    xruns: tuple[float, ...] = ()
    stalls: tuple[tuple[float, float], ...] = ()
    vanish_at_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineConfig:
    """What a stream is made of.

    Attributes
    ----------
    input_device, output_device
        Id, name or unambiguous part of a name of a device; None = the system's default.
    sample_rate
        Wanted rate in Hz; None = the device's own.
    period
        Wanted samples per callback; None = the device's own (JACK always uses its own).
    safety_ms
        Buffered beyond one period, ms. Less is a shorter delay, more is fewer late blocks.
    adaptive
        Let the margin grow from there when blocks are late, and shrink back after calm
        (`syrinx.app.engine.margin`). A silent stream keeps the margin that it has.
    voice_id
        Id of a voice in the library; None = straight through.
    params
        See `VoiceParams`.
    fp32
        Run neural voices with the unquantised networks.
    record_path, record_content
        Start a recording to this file with the stream; see `StartRecording`.
    silent
        Play silence instead of the input (and clips, see `PlayClip`), to record takes without
        feedback. The voice and the knobs are left out, and no captured sample is: after a late
        block the recording holds the stale input, too.
    script
        Run on a scripted device instead of a sound card.
    input_channel
        Channel of the input device to listen to, from 1; None = the mean of the first two.
    exclusive
        Have the devices alone, where the host API leaves the choice (`exclusive_mode` of
        `syrinx.app.engine.device_names`).
    monitor
        A second output, off by default, and in a silent stream.
    """

    input_device: str | None = None
    output_device: str | None = None
    sample_rate: int | None = None
    period: int | None = None
    safety_ms: float = DEFAULT_SAFETY_MS
    adaptive: bool = False
    voice_id: str | None = None
    params: VoiceParams = field(default_factory=VoiceParams)
    fp32: bool = False
    record_path: str | None = None
    record_content: RecordContent = "both"
    silent: bool = False
    script: DeviceScript | None = None
    input_channel: int | None = None
    exclusive: bool = False
    monitor: MonitorConfig | None = None

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        check_channel(self.input_channel)
        check(mark("safety margin"), self.safety_ms, 0.0, 1000.0, "ms")
        if self.sample_rate is not None:
            check(mark("sample rate"), self.sample_rate, 8000, 192_000, "Hz")
        if self.period is not None:
            check(mark("period"), self.period, 16, 8192, mark("samples"))
