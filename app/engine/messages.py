"""Everything the engine process is told (commands) and tells (events): frozen dataclasses only.

They cross a pipe as pickles, so every field is a plain value.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from syrinx.app.engine.checking import check
from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.params import (
    DEFAULT_INDEX_RATIO,
    DEFAULT_SAFETY_MS,
    DeviceScript,
    EngineConfig,
    VoiceParams,
)
from syrinx.app.engine.priority import Priority

__all__ = [
    "DEFAULT_INDEX_RATIO",
    "DEFAULT_SAFETY_MS",
    "DeviceScript",
    "EngineConfig",
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
    """

    id: str
    name: str
    host_api: str
    input_channels: int
    output_channels: int
    default_sample_rate: int
    is_default_input: bool = False
    is_default_output: bool = False


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
    """Record input (left) and output (right), aligned, to a ``.wav`` or ``.flac`` file."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StopRecording:
    """Close the recording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayClip:
    """Play a sound file into the output, on top of what is heard; another clip is replaced.

    Answered by `ClipStarted` or `CommandFailed`. A clip that another one replaces, or that is
    stopped, before its file was read is answered by `ClipStopped` alone.

    Attributes
    ----------
    path
        Anything `syrinx.app.audio_files.AudioReader` reads, at most 10 minutes.
    gain_db
        Of the clip.
    """

    path: str
    gain_db: float = 0.0

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        check("gain of the clip", self.gain_db, -60.0, 40.0, "dB")


@dataclass(frozen=True, slots=True, kw_only=True)
class StopClip:
    """Fade the clip out; nothing happens when none plays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDevices:
    """Ask for the devices; searched again when no stream runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDelay:
    """Play a chirp to the output and look for it in the input: they must hear each other."""


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
    | StopRecording
    | PlayClip
    | StopClip
    | ListDevices
    | MeasureDelay
    | ForceStall
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
    clip_s
        How far the clip has been played, s of the file; None = no clip. What the device and the
        buffers hold back is not yet heard.
    stages
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
    clip_s: float | None = None
    stages: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingStarted:
    """The file is open."""

    path: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipStopped:
    """The clip is not heard any more.

    Attributes
    ----------
    path
        As in `PlayClip`.
    reason
        "ended": played to its end. "command": `StopClip` or the end of the stream on command.
        "replaced": by another clip. "error": the stream or the engine ended; see `error`.
    seconds
        How much of it was played; 0 when it had not begun.
    error
        One sentence, with the reason "error".
    """

    path: str
    reason: ClipEnd
    seconds: float
    error: str | None = None


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
        From the output of the engine through the world to its input.
    declared_ms
        What the devices and the buffer declare for the same way.
    confidence
        Peak of the correlation over the next best, ≥ 1; below 2 nothing was recognised.
    """

    measured_ms: float
    declared_ms: float
    confidence: float


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
    """A command could not be done; what ran before still runs."""

    command: str
    message: str


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
    | RecordingStopped
    | ClipStarted
    | ClipStopped
    | DevicesListed
    | DelayMeasured
    | Pong
    | Notice
    | FeedbackHeard
    | CommandFailed
    | DeviceLost
    | EngineRestarted
    | EngineFailed
)
