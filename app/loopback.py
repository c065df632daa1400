"""The engine's own figure for its delay beside that of an outside program, over JACK.

``syrinx bench --loopback`` runs a JACK server on the dummy driver. The engine measures its delay
through a cable from its output to its input, as the button in the window does. Then another client
plays into its input and captures its output, sample by sample: a chirp with the voice bypassed,
and speech, whose loudness it follows, through the voice.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from syrinx.app.engine import messages as m
from syrinx.app.engine.chain_check import loudness_lag, sentences
from syrinx.app.engine.dummy_jack import PERIOD, RATE, dummy_jack
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.jack_loop import JackLoop
from syrinx.app.engine.latency import chirp, find_delay
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

VOICES = (None, "deep", "robot", "iris", "otto")
LIMIT_MS = 60.0
_TRIES = 12
_CLEAN = 3


def bench_loopback(
    voices: Sequence[str | None] = VOICES,
    *,
    home: Path | None = None,
    on_progress: Callable[[float, float], None] = lambda done, total: None,
) -> list[dict[str, Any]]:
    """Measure the delay of ``voices`` from inside and from outside.

    Returns
    -------
    list of dict
        ``voice period declared_ms loop_ms spread_ms inside_ms outside_ms difference_ms
        chain_measured_ms outside_speech_ms late_blocks`` each. ``inside_ms`` is what the window
        shows, ``outside_ms`` what the other client found with the voice bypassed.

    Raises
    ------
    SyrinxError
        jackd or JACK-Client is missing, or a voice does not run.
    """
    rows = []
    with dummy_jack():
        loop = JackLoop(os.environ["JACK_DEFAULT_SERVER"])
        try:
            for number, voice_id in enumerate(voices, start=1):
                with EngineHost(home=home) as host:
                    host.wait_for(m.EngineReady)
                    rows.append(_row(voice_id, loop, host))
                on_progress(number, len(voices))
        finally:
            loop.close()
    return rows


def _row(voice_id: str | None, loop: JackLoop, host: EngineHost) -> dict[str, Any]:
    host.send(m.StartStream(config=m.EngineConfig(input_device="system", voice_id=voice_id)))
    started = host.wait_for(m.StreamStarted)
    declared = started.latency.total_ms
    loop.cable()
    for _ in range(_CLEAN):
        before = _trouble(loop, host)
        host.send(m.MeasureDelay())
        inside = host.wait_for(m.DelayMeasured)
        if _trouble(loop, host) == before:
            break
    loop.connect()
    speech = np.concatenate(sentences(RATE)[:2])
    by_speech = _median(
        loop, host, speech, declared, lambda heard: loudness_lag(speech, heard, RATE)[0]
    )
    host.send(m.SetParams(params=m.VoiceParams(bypass=True)))
    time.sleep(0.2)
    sound = np.concatenate((chirp(RATE), np.zeros(RATE // 2, np.float32)))
    outside = _median(
        loop, host, sound, declared, lambda heard: find_delay(sound, heard).samples * 1000 / RATE
    )
    late = host.wait_for(m.Telemetry).late_blocks
    host.send(m.StopStream())
    host.wait_for(m.StreamStopped)
    return {
        "voice": voice_id or "straight through",
        "period": started.period,
        "declared_ms": declared,
        "loop_ms": inside.measured_ms,
        "spread_ms": inside.spread_ms,
        "inside_ms": inside.total_ms,
        "outside_ms": outside,
        "difference_ms": inside.total_ms - outside,
        "chain_measured_ms": inside.chain_measured_ms,
        "outside_speech_ms": by_speech,
        "late_blocks": late,
    }


def _median(
    loop: JackLoop,
    host: EngineHost,
    sound: Audio,
    declared_ms: float,
    find: Callable[[Audio], float],
) -> float:
    """The median of three measurements during which nothing was late.

    JACK hands on every block of a late client one period later, which is neither the engine's
    delay nor declared; on a machine so busy that a dozen tries hold no clean one it is taken off
    where it is there.
    """
    clean: list[float] = []
    every: list[float] = []
    while len(clean) < _CLEAN and len(every) < _TRIES:
        before = _trouble(loop, host)
        every.append(find(loop.play(sound)))
        if _trouble(loop, host) == before:
            clean.append(every[-1])
    found = float(np.median(clean or every))
    period_ms = 1000.0 * PERIOD / RATE
    return found if clean or found - declared_ms < period_ms / 2 else found - period_ms


def _trouble(loop: JackLoop, host: EngineHost) -> int:
    """Everything that came too late so far, in JACK and in the engine."""
    for event in host.poll():  # what was said before is old
        if isinstance(event, m.CommandFailed | m.EngineFailed | m.DeviceLost):
            raise SyrinxError(event.message)
    now = host.wait_for(m.Telemetry)
    return loop.xruns + now.late_blocks + now.dropped_samples + now.xruns
