"""Events of the engine as lines of a log and of the time line."""

from __future__ import annotations

from typing import Literal

from syrinx.app.engine import messages as m
from syrinx.app.engine.device_messages import MonitorChanged
from syrinx.app.engine.watch import Cause, Hiccup
from syrinx.app.texts import mark

Level = Literal["info", "warning", "error"]

CAUSES: dict[Cause, str] = {
    "machine": mark("the machine stood still: the sound system itself was not served"),
    "chain": mark("the voice took longer to compute than there was time"),
    "engine": mark("the engine was busy with something else, such as building a voice"),
    "lock": mark("the voice waited for another part of the engine"),
    "disk": mark("memory of the engine had to be read from the disk"),
    "held": mark("another program had the processor while the voice was due"),
    "test": mark("a stall was asked for"),
}

PRIORITIES = (mark("realtime"), mark("raised"), mark("normal"))
"""What fills the place of the priority, so that the window can translate it."""
STOPS = {
    "command": "Stream stopped, as asked.",
    "ended": "Stream stopped at the end of the input.",
    "device_lost": "Stream stopped: the device is gone.",
    "error": "Stream stopped after an error.",
}


def event_line(event: m.Event) -> tuple[Level, str] | None:
    """Return level and text of what is worth keeping; None for the rest."""
    match event:
        case m.EngineReady():
            return "info", f"Engine ready after {event.ready_s:.2f} s, priority {event.priority}."
        case m.StreamStarted():
            return "info", (
                f"Stream started: {event.host_api}, {event.sample_rate} Hz, period "
                f"{event.period}, priority {event.priority}, {event.latency.total_ms:.1f} ms."
            )
        case m.StreamStopped():
            level: Level = "info" if event.reason in ("command", "ended") else "warning"
            return level, STOPS[event.reason]
        case m.VoiceChanged():
            return "info", "Another voice."
        case m.LatencyChanged():
            return "info", f"The delay is {event.latency.total_ms:.1f} ms now."
        case m.LateBlocks():
            return "warning", f"{late_text(event.hiccup)} {late_details(event.hiccup)}"
        case m.SafetyChanged():
            return "info" if event.reason == "calm" else "warning", event.message
        case m.DelayMeasured():
            return "info", (
                f"Delay measured: {event.total_ms:.1f} ms, of which the loop "
                f"{event.measured_ms:.1f} ms (spread {event.spread_ms:.2f} ms)."
            )
        case m.Notice():
            return "info", event.message
        case MonitorChanged() if event.message is not None:
            return "warning", event.message
        case m.EngineRestarted() | m.DeviceLost():
            return "warning", event.message
        case m.CommandFailed():
            return "error", f"{event.command}: {event.message}"
        case m.EngineFailed():
            return "error", event.message
    return None


def late_text(hiccup: Hiccup, *, window_busy: bool = False) -> str:
    """Return how many blocks were late, for how long, and why; whether the window was busy."""
    count, silent_ms, cause = hiccup.blocks, f"{hiccup.missing_ms:.1f}", CAUSES[hiccup.cause]
    # Whole sentences, since the window translates them.
    if window_busy and count == 1:
        return f"{count} block late, {silent_ms} ms silent: {cause}; the window was busy then."
    if window_busy:
        return f"{count} blocks late, {silent_ms} ms silent: {cause}; the window was busy then."
    if count == 1:
        return f"{count} block late, {silent_ms} ms silent: {cause}."
    return f"{count} blocks late, {silent_ms} ms silent: {cause}."


def late_details(hiccup: Hiccup) -> str:
    """Return what the witnesses said."""
    called = (
        f"Callback not called for {hiccup.callback_gap_ms:.1f} ms, voice waited "
        f"{hiccup.waited_ms:.1f} ms, slowest block {hiccup.slowest_ms:.1f} ms, of which "
        f"{hiccup.slowest_cpu_ms:.1f} ms computing."
    )
    parts = [called]
    if hiccup.ready_ms is not None:
        lost_ms = hiccup.slowest_ms - hiccup.slowest_cpu_ms
        parts.append(
            f"In that block it was ready without a processor for {hiccup.ready_ms:.1f} ms and "
            f"asleep for {max(0.0, lost_ms - hiccup.ready_ms):.1f} ms."
        )
    if hiccup.disk_reads:
        parts.append(f"Pages of memory read from the disk: {hiccup.disk_reads}.")
    if hiccup.stolen_ms > 0.0:
        parts.append(
            f"The host of this virtual machine kept its processors for {hiccup.stolen_ms:.0f} ms."
        )
    return " ".join(parts)


def window_text(late_s: float) -> str:
    """Return that the window did not answer for so long."""
    return f"The window did not answer for {late_s:.1f} s; the sound went on without it."
