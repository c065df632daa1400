"""From mouth to ear through PortAudio and JACK's dummy device, sample by sample.

The figures: ``syrinx bench --loopback``.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from syrinx.app.engine import messages as m
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.jack_loop import JackLoop
from syrinx.app.engine.latency import Delay, chirp, find_delay, find_envelope_delay

RATE = 48000
Loop = JackLoop


def start(host: EngineHost, **changes: Any) -> m.StreamStarted:
    host.send(m.StartStream(config=m.EngineConfig(input_device="system", **changes)))
    return host.wait_for(m.StreamStarted)


def trouble(loop: Loop, host: EngineHost) -> int:
    """Everything that came too late so far, in JACK and in the engine."""
    host.poll()  # what was said before is old
    now = host.wait_for(m.Telemetry)
    return loop.xruns + now.late_blocks + now.dropped_samples + now.xruns


def excess_ms(
    loop: Loop, host: EngineHost, signal: np.ndarray, declared_ms: float, *, envelope: bool = False
) -> float:
    """How much the measured delay differs from the declared one.

    The median of three measurements during which nothing was late. A busy machine may yield none
    in a dozen: JACK then hands on every block of a late client one period later, which is neither
    the engine's delay nor declared, and is taken off when it is there.
    """
    clean: list[int] = []
    every: list[int] = []
    while len(clean) < 3 and len(every) < 12:
        before = trouble(loop, host)
        heard = loop.play(signal)
        delay: Delay = (
            find_envelope_delay(signal, heard, RATE) if envelope else find_delay(signal, heard)
        )
        every.append(delay.samples)
        if trouble(loop, host) == before:
            clean.append(delay.samples)
    found = sorted(clean or every)
    excess = found[len(found) // 2] * 1000 / RATE - declared_ms
    period_ms = 128 * 1000 / RATE
    return excess if clean or excess < period_ms / 2 else excess - period_ms


def chirps() -> np.ndarray:
    return np.concatenate((chirp(RATE), np.zeros(RATE // 2, np.float32)))


def bursts() -> np.ndarray:
    """Noise that comes and goes: its loudness tells the time, whatever a voice makes of it."""
    buzz = np.random.default_rng(0).standard_normal(2 * RATE)
    on = np.zeros(2 * RATE)
    for start, end in ((0.1, 0.18), (0.33, 0.5), (0.71, 0.8), (1.02, 1.3), (1.5, 1.57)):
        on[int(start * RATE) : int(end * RATE)] = 1
    fade = np.hanning(480) / np.hanning(480).sum()
    return (0.1 * buzz * np.convolve(on, fade, "same")).astype(np.float32)
