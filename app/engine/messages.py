"""Everything the engine process is told (commands) and tells (events): frozen dataclasses only.

They cross a pipe as pickles, so every field is a plain value.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from syrinx.app.engine.checking import check
from syrinx.app.engine.device_messages import DeviceCommand, DeviceEvent
from syrinx.app.engine.fed_messages import FeedClip as FeedClip
from syrinx.app.engine.fed_messages import PlayFed as PlayFed
from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.params import (
    DEFAULT_INDEX_RATIO,
    DEFAULT_SAFETY_MS,
    DeviceScript,
    EngineConfig,
    RecordContent,
    VoiceParams,
)
from syrinx.app.engine.priority import Priority
from syrinx.app.engine.watch import Hiccup
from syrinx.app.texts import mark

__all__ = [
    "DEFAULT_INDEX_RATIO",
    "DEFAULT_SAFETY_MS",
    "DeviceScript",
    "EngineConfig",
    "RecordContent",
    "VoiceParams",
]

ClipEnd = Literal["ended", "command", "replaced", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceInfo:
    """A sound device as PortAudio lists it.

    Attributes
    ----------
    id
        ``"<host API>: <name>"``, with ``#2`` ... behind equal names: stable between starts.
    name, host_api
        As the system names them.
    input_channels, output_channels
        0 = the device cannot do that.
    default_sample_rate
        The device's own rate in Hz.
    is_default_input, is_default_output
        Whether it is the default of the whole system.
    monitor_of
        Id of the output whose sound this input is (a loop, not a microphone), where it is known.
    """

    id: str
    name: str
    host_api: str
    input_channels: int
    output_channels: int
    default_sample_rate: int
    is_default_input: bool = False
    is_default_output: bool = False
    monitor_of: str | None = None


# ---- commands ----


@dataclass(frozen=True, slots=True, kw_only=True)
class StartStream:
    """Open the devices and run; a running stream is stopped first."""

    config: EngineConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class StopStream:
    """Close the devices. The engine stays ready."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetVoice:
    """Swap the voice without a gap; None = straight through. A silent stream takes no notice."""

    voice_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetParams:
    """Turn the knobs, smoothly."""

    params: VoiceParams


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRecording:
    """Record to a new file.

    Attributes
    ----------
    path
        Its ending is one of `syrinx.app.engine.recording_file.FORMATS`.
    content
        Input (left) and output (right), aligned, or one of them.
    """

    path: str
    content: RecordContent = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMarker:
    """Mark what is being said now in the recording; answered by `MarkerAdded`."""

    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopRecording:
    """Close the recording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayClip:
    """Play a sound file into the output, on top of what is heard.

    Answered by `ClipStarted` or `CommandFailed`. A clip that another one replaces, or that is
    stopped, before its file was read is answered by `ClipStopped` alone.

    Attributes
    ----------
    path
        Anything `syrinx.app.audio_files.AudioReader` reads, at most 10 minutes unless only a part
        is asked for.
    gain_db
        Of the clip.
    slot
        Who plays: a clip replaces that of its own slot. Clips of other slots sound on.
    loop
        Play it over and over, until it is stopped.
    alone
        Stop the clips of all other slots but "".
    through_voice
        Say it with the voice: it is added to the input, behind what is recorded of that.
    start_s, seconds
        Play only this part of the file, at most 10 minutes; None = to its end. What is told about
        the clip counts from the start of the part.
    """

    path: str
    gain_db: float = 0.0
    slot: str = ""
    loop: bool = False
    alone: bool = False
    through_voice: bool = False
    start_s: float = 0.0
    seconds: float | None = None

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        check(mark("gain of the clip"), self.gain_db, -80.0, 40.0, "dB")
        check(mark("start of the clip"), self.start_s, 0.0, 1e6, "s")
        if self.seconds is not None:
            check(mark("length of the clip"), self.seconds, 0.001, 600.0, "s")

    @property
    def whole(self) -> bool:
        """Whether all of the file is asked for."""
        return self.start_s == 0.0 and self.seconds is None


@dataclass(frozen=True, slots=True, kw_only=True)
class StopClip:
    """Fade the clip of a slot out, or all of them (None); nothing happens when none plays."""

    slot: str | None = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetClipGain:
    """Change the level of what plays in a slot, smoothly."""

    slot: str
    gain_db: float

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        check(mark("gain of the clip"), self.gain_db, -80.0, 40.0, "dB")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareClips:
    """Keep these files ready, for this stream and the next ones: they start without being read.

    Those named first are read first, as far as there is memory for them. Each command replaces the
    one before.
    """

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDevices:
    """Ask for the devices; searched again when no stream runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDelay:
    """Play soft chirps to the output and look for them in the input: they must hear each other.

    The microphone is let go of meanwhile (2.5 s, more where the chirps must be repeated louder).
    Answered by `DelayMeasured` or `CommandFailed`.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSafety:
    """Change the safety margin while the stream runs; see `EngineConfig`.

    Answered by `LatencyChanged` once it is so: in the next quiet moment, or soon.
    """

    safety_ms: float
    adaptive: bool = False

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        check(mark("safety margin"), self.safety_ms, 0.0, 100.0, "ms")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterStages:
    """Measure what each stage of the voice costs (`Telemetry.stages`), or stop it."""

    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceStall:
    """Hold the DSP thread (a diagnostic: what does a stall sound like?)."""

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ping:
    """Ask for a `Pong`."""

    token: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shutdown:
    """Stop the stream, close the recording, leave."""


Command = (
    StartStream
    | StopStream
    | SetVoice
    | SetParams
    | StartRecording
    | AddMarker
    | StopRecording
    | PlayClip
    | PlayFed
    | FeedClip
    | StopClip
    | SetClipGain
    | PrepareClips
    | ListDevices
    | MeasureDelay
    | SetSafety
    | MeterStages
    | ForceStall
    | DeviceCommand
    | Ping
    | Shutdown
)

# ---- events ----


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineReady:
    """The engine process takes commands.

    Attributes
    ----------
    pid
        Of the engine process.
    ready_s
        Seconds from the request to start it until it was ready.
    rss_mb
        Resident memory in MB.
    priority
        What the system allows the whole process; `StreamStarted` has that of the DSP thread.
    """

    pid: int
    ready_s: float
    rss_mb: float
    priority: Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamStarted:
    """The stream runs.

    Attributes
    ----------
    stream
        Counts the streams of this engine; the taps carry the same number.
    sample_rate, period
        Of the device, Hz and samples.
    input_device, output_device, host_api
        Names of what was opened.
    voice_id
        What runs on it.
    priority
        What the system allowed the DSP thread.
    latency
        The declared delay by parts.
    """

    stream: int
    sample_rate: int
    period: int
    input_device: str
    output_device: str
    host_api: str
    voice_id: str | None
    priority: Priority
    latency: LatencyReport


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamStopped:
    """The stream is closed: on command, at the end of a scripted device, or by an error."""

    reason: Literal["command", "ended", "device_lost", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceChanged:
    """The new voice is in the stream."""

    voice_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LatencyChanged:
    """The declared delay is another one, after a change of the voice."""

    latency: LatencyReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Peak and rms since the last telemetry, linear, full scale = 1."""

    input_peak: float = 0.0
    input_rms: float = 0.0
    output_peak: float = 0.0
    output_rms: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Telemetry:
    """Sent several times a second, with or without a stream: the heart-beat.

    Attributes
    ----------
    streaming
        Whether a stream runs.
    stream_s
        Stream time in s.
    blocks
        Callbacks of the device so far.
    late_blocks
        Callbacks that found too little processed audio (heard as a faded gap).
    dropped_samples
        Stale input that was left out to keep the delay. In a silent stream: lost to the recording.
    xruns
        Over- and underflows that the device itself reported.
    load
        Time used per time available in the DSP thread, mean since the last telemetry.
    load_peak
        The same for its slowest block.
    queue_ms, declared_queue_ms
        Audio held between the callbacks now, and what is declared.
    levels
        Since the last telemetry.
    rss_mb
        Resident memory of the engine process in MB.
    source_f0_hz
        Running median F0 of the user's voice; None = not known yet.
    recording_s
        Length of the running recording in s; None = no recording.
    recording_bytes, recording_free_bytes
        Size of its file, and what its disk has left.
    clips
        How far the clip of each slot has been played, s of the file. What the device and the
        buffers hold back is not yet heard.
    stages
        ``(name, share)`` of the time available that each stage of the voice took, after
        `MeterStages`.
    readings
        What each stage of the rack that is on does now (`rack.Rack.readings`), and "feedback":
        0 while the guard listens, 1 while it tests a suspicion, 2 while the output rests.
    """

    streaming: bool
    stream_s: float = 0.0
    blocks: int = 0
    late_blocks: int = 0
    dropped_samples: int = 0
    xruns: int = 0
    load: float = 0.0
    load_peak: float = 0.0
    queue_ms: float = 0.0
    declared_queue_ms: float = 0.0
    levels: Levels = field(default_factory=Levels)
    rss_mb: float = 0.0
    source_f0_hz: float | None = None
    recording_s: float | None = None
    recording_bytes: int = 0
    recording_free_bytes: int = 0
    clips: tuple[tuple[str, float], ...] = ()
    stages: tuple[tuple[str, float], ...] = ()
    readings: tuple[tuple[str, float], ...] = ()

    @property
    def clip_s(self) -> float | None:
        """How far the clip of the slot "" has been played, in s; None = no clip."""
        return dict(self.clips).get("")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingStarted:
    """The file is open."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerAdded:
    """The marker is in the recording at `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingStopped:
    """The file is closed and readable; `error` says why it ended early."""

    path: str
    seconds: float
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipStarted:
    """The clip is heard from the next block on; `seconds` is its length."""

    path: str
    seconds: float
    slot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipStopped:
    """The clip is not heard any more.

    Attributes
    ----------
    path, slot
        As in `PlayClip`.
    reason
        "ended": played to its end. "command": `StopClip` or the end of the stream on command.
        "replaced": by another clip, also one too many. "error": the stream or the engine ended; see
        `error`.
    seconds
        How much of it was played; 0 when it had not begun.
    error
        One sentence, with the reason "error".
    """

    path: str
    reason: ClipEnd
    seconds: float
    error: str | None = None
    slot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicesListed:
    """The devices; `fresh` is False when a running stream forbade a new search."""

    devices: tuple[DeviceInfo, ...]
    fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayMeasured:
    """Result of `MeasureDelay`.

    Attributes
    ----------
    measured_ms
        From the output of the engine through the world to its input: median of the chirps.
    spread_ms, count
        Largest minus smallest, and how many of the three were recognised.
    declared_ms
        What the devices and the buffer declare for the same way.
    confidence
        Peak of the correlation over the next best, ≥ 1; below 2 nothing was recognised.
    level_dbfs
        How loud the chirps had to be.
    chain_ms
        Delay of the voice: the declared one where a measurement of a copy of it agrees, else
        that measurement.
    chain_declared_ms, chain_measured_ms
        Both; None = the voice smears what could be measured.
    declared
        The parts as declared.
    """

    measured_ms: float
    spread_ms: float
    count: int
    declared_ms: float
    confidence: float
    level_dbfs: float
    chain_ms: float
    chain_declared_ms: float
    chain_measured_ms: float | None
    declared: LatencyReport

    @property
    def total_ms(self) -> float:
        """From mouth to ear, ms: the loop and the voice."""
        return self.measured_ms + self.chain_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class LateBlocks:
    """Some blocks were late; sent when it is over.

    Attributes
    ----------
    at
        ``time.time()`` at its end.
    hiccup
        When, how long, and why; see `syrinx.app.engine.watch.Hiccup`.
    voice_id
        What ran.
    """

    at: float
    hiccup: Hiccup
    voice_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyChanged:
    """The adaptive margin has decided; a `LatencyChanged` follows once it is so.

    Attributes
    ----------
    safety_ms, base_ms
        The margin from now on, and the one that the user chose.
    reason
        See `syrinx.app.engine.margin.MarginStep`.
    message
        One sentence.
    """

    safety_ms: float
    base_ms: float
    reason: Literal["late", "calm", "limit", "stall", "overload"]
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pong:
    """Answer to `Ping`."""

    token: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One sentence worth knowing; nothing failed."""

    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackHeard:
    """The microphone heard the output: it rests and is tried again.

    Attributes
    ----------
    kind
        "howl": a tone fed itself. "echo": what is said came back.
    message
        The sentence for the user.
    muted_s
        How long it rests now.
    """

    kind: Literal["howl", "echo"]
    message: str
    muted_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandFailed:
    """A command could not be done; what ran before still runs. `slot` is that of a `PlayClip`."""

    command: str
    message: str
    slot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceLost:
    """The device went away; the stream is stopped, the engine lives.

    ``respawn`` is True when the sound library hung over the loss: the host then replaces the
    engine process.
    """

    message: str
    respawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineRestarted:
    """Made by the host: the engine had died or hung and runs again with its last commands."""

    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineFailed:
    """The engine cannot go on: it failed to start, or died too often to be restarted."""

    message: str


Event = (
    EngineReady
    | StreamStarted
    | StreamStopped
    | VoiceChanged
    | LatencyChanged
    | Telemetry
    | RecordingStarted
    | MarkerAdded
    | RecordingStopped
    | ClipStarted
    | ClipStopped
    | DevicesListed
    | DeviceEvent
    | DelayMeasured
    | LateBlocks
    | SafetyChanged
    | Pong
    | Notice
    | FeedbackHeard
    | CommandFailed
    | DeviceLost
    | EngineRestarted
    | EngineFailed
)
