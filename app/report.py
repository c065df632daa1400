"""A report of how Syrinx is and fares here, for whoever is asked for help: text, nothing personal.

What could name a person is left out or replaced: own voices, takes, file names, the user's and the
machine's name, "Anna's headphones". Settings are those on a list; what features keep for
themselves (a token, for instance) never gets in.
"""

from __future__ import annotations

import getpass
import os
import platform
import re
import socket
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.messages import DelayMeasured, DeviceInfo, StreamStarted, Telemetry
from syrinx.app.logs import FOLDER, crash_path, last_lines, log_path
from syrinx.app.settings import Settings

PACKAGES = ("numpy", "onnxruntime", "sounddevice", "soundfile", "soxr", "PySide6-Essentials")
SETTINGS = (
    "pitch", "formant_semitones", "input_gain_db", "output_gain_db", "gate_threshold_dbfs", "wet",
    "index_ratio", "band_extension", "mark_output", "safety_ms", "theme",
)  # fmt: skip
"""Settings that say nothing about a person."""
LOG_LINES = 30
_LEAST_NAME = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """What the program knows beyond its files; everything may be missing.

    Attributes
    ----------
    settings
        As they are.
    devices
        As last listed.
    stream, latency, telemetry
        Of the running stream.
    voice
        How to call the voice: see `voice_text`.
    measured
        The last measured delay.
    timeline
        Lines of what happened, newest last.
    notes
        Further lines.
    """

    settings: Settings | None = None
    devices: Sequence[DeviceInfo] = ()
    stream: StreamStarted | None = None
    latency: LatencyReport | None = None
    telemetry: Telemetry | None = None
    voice: str = "none"
    measured: DelayMeasured | None = None
    timeline: Sequence[str] = ()
    notes: Sequence[str] = field(default_factory=tuple)


def make_report(folder: Path, facts: ReportFacts) -> str:
    """Return the report.

    Parameters
    ----------
    folder
        The data folder, for the logs.
    facts
        See `ReportFacts`.
    """
    sections = [
        ("Syrinx report", [time.strftime("%Y-%m-%d %H:%M:%S %z"), *map(_unquoted, facts.notes)]),
        ("Versions", _versions()),
        ("Machine", _machine(folder)),
        ("Devices", [_device(device) for device in facts.devices] or ["not listed"]),
        ("Settings", _settings(facts.settings)),
        ("Stream", _stream(facts)),
        ("Delay", _delay(facts.latency, facts.measured)),
        ("What happened", [_unquoted(line) for line in facts.timeline] or ["nothing"]),
        ("Errors in the logs", [_unquoted(scrub(line)) for line in _errors(folder)]),
    ]
    lines: list[str] = []
    for title, body in sections:
        lines += [f"== {title} ==", *(scrub(line) for line in body), ""]
    return "\n".join(lines)


def voice_text(voice_id: str | None, *, kind: str = "", shipped: bool = False) -> str:
    """Return how a report calls a voice: one's own voices are not named."""
    if voice_id is None:
        return "none"
    return f"{voice_id} ({kind})" if shipped else f"an own voice ({kind})"


def scrub(text: str) -> str:
    """Replace what could name a person: home and user, machine, paths, possessives."""
    text = re.sub(r"(?<![\w.])(?:[A-Za-z]:)?(?:[/\\][^/\\\"'<>|:*?\n]+){2,}[/\\]?", _path, text)
    for name, what in _names():
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", what, text, flags=re.IGNORECASE)
    return re.sub(r"\b[^\W\d_][\w-]*(?:[ ][A-Z][\w-]*)?['’]s(?= )", "somebody’s", text)


def _unquoted(line: str) -> str:
    """Leave out what stands in quotes: names of voices and files. Program files stay."""
    return re.sub(r'"(?!\.\.\./)[^"]*"', '"..."', line)


def _path(found: re.Match[str]) -> str:
    path = found.group()
    for marker in ("syrinx", "site-packages"):
        if marker in path.casefold() and path.endswith(".py"):
            return ".../" + "/".join(re.split(r"[/\\]", path)[-2:])
    ending = Path(path.replace("\\", "/").rstrip("/")).suffix
    return f"<path>{ending}" if len(ending) <= 5 else "<path>"


def _names() -> list[tuple[str, str]]:
    names = []
    with suppress(Exception):  # a container may have a user without a name
        names.append((getpass.getuser(), "<user>"))
    names.append((Path.home().name, "<user>"))
    names.append((socket.gethostname(), "<machine>"))
    common = {"root", "user", "home", "localhost"}
    return [(n, what) for n, what in names if len(n) >= _LEAST_NAME and n.casefold() not in common]


def _versions() -> list[str]:
    from syrinx.app.doctor import package_version

    return [
        f"syrinx {package_version('syrinx')}, Python {platform.python_version()}",
        ", ".join(f"{name} {package_version(name)}" for name in PACKAGES),
    ]


def _machine(folder: Path) -> list[str]:
    import psutil

    from syrinx.app.doctor import cpu_name

    memory = psutil.virtual_memory()
    lines = [
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"{cpu_name()}, {os.cpu_count()} cores, {psutil.cpu_percent():.0f} % busy",
        f"memory {memory.total / 1e9:.1f} GB, {memory.available / 1e9:.1f} GB free",
    ]
    with suppress(OSError):
        free = psutil.disk_usage(str(folder)).free
        lines.append(f"disk of the data folder: {free / 1e9:.1f} GB free")
    if hasattr(psutil, "getloadavg"):
        lines.append("load average " + " ".join(f"{value:.1f}" for value in psutil.getloadavg()))
    return lines


def _device(device: DeviceInfo) -> str:
    marks = [
        mark
        for mark, there in (
            ("default input", device.is_default_input),
            ("default output", device.is_default_output),
        )
        if there
    ]
    return (
        f"{device.id}: {device.input_channels} in, {device.output_channels} out, "
        f"{device.default_sample_rate} Hz" + (f" ({', '.join(marks)})" if marks else "")
    )


def _settings(settings: Settings | None) -> list[str]:
    if settings is None:
        return ["not read"]
    lines = [f"{name} = {getattr(settings, name)}" for name in SETTINGS]
    lines.append(f"input_device = {settings.input_device}")
    lines.append(f"output_device = {settings.output_device}")
    lines.append(f"recordings = {'a folder of one’s own' if settings.recordings else 'as usual'}")
    lines.append("features with settings: " + (", ".join(sorted(settings.extra)) or "none"))
    return lines


def _stream(facts: ReportFacts) -> list[str]:
    stream, now = facts.stream, facts.telemetry
    if stream is None:
        return ["nothing runs"]
    lines = [
        f"{stream.host_api}: {stream.input_device} -> {stream.output_device}",
        f"{stream.sample_rate} Hz, period {stream.period}, priority {stream.priority}",
        f"voice: {facts.voice}",
    ]
    if now is not None and now.streaming:
        lines += [
            f"{now.stream_s:.0f} s, {now.blocks} blocks, {now.late_blocks} late, "
            f"{now.xruns} xruns, {now.dropped_samples} samples dropped",
            f"load {100 * now.load:.0f} %, slowest block {100 * now.load_peak:.0f} %, queue "
            f"{now.queue_ms:.1f} of {now.declared_queue_ms:.1f} ms, memory {now.rss_mb:.0f} MB",
        ]
        if now.stages:
            lines.append("stages: " + ", ".join(f"{n} {100 * s:.1f} %" for n, s in now.stages))
    return lines


def _delay(latency: LatencyReport | None, measured: DelayMeasured | None) -> list[str]:
    lines = []
    if latency is not None:
        lines.append(f"declared {latency.total_ms:.1f} ms: {_parts(latency.parts)}")
    if measured is not None:
        own = measured.chain_measured_ms
        lines.append(
            f"measured {measured.total_ms:.1f} ms: loop {measured.measured_ms:.2f} (declared "
            f"{measured.declared_ms:.2f}, spread {measured.spread_ms:.2f}, {measured.count} of 3 "
            f"chirps at {measured.level_dbfs:.0f} dBFS), voice {measured.chain_ms:.2f} (declared "
            f"{measured.chain_declared_ms:.2f}, "
            + ("not measurable)" if own is None else f"by speech {own:.2f})")
        )
    return lines or ["not known"]


def _parts(parts: Iterable[tuple[str, Any]]) -> str:
    shown = []
    for name, ms in parts:
        name = "voice" if name.startswith("voice:") else name
        if ms > 0.005:
            shown.append(f"{name} {ms:.2f}")
    return ", ".join(shown)


def _errors(folder: Path) -> list[str]:
    lines: list[str] = []
    for role in ("window", "engine"):
        found = last_lines(log_path(folder, role), LOG_LINES, only=("warning", "error"))
        crash = crash_path(folder, role)
        for path in (crash.with_name(crash.name + ".1"), crash):
            stacks = last_lines(path, LOG_LINES)
            if stacks:
                found += [f"[{path.name}]", *stacks]
        if found:
            lines += [f"{FOLDER}/{role}.log:", *found]
    return lines or ["none"]
