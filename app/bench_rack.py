"""Measuring what each stage around a voice costs, in time and in delay."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from syrinx.app.bench import BLOCK, SAMPLE_RATE, speech_like
from syrinx.app.engine.params import VoiceParams
from syrinx.app.engine.rack_params import (
    CompressorParams,
    DeEsserParams,
    EqParams,
    GateParams,
    LevelParams,
    LimiterParams,
    RackParams,
    ReverbParams,
    SuppressParams,
)
from syrinx.app.engine.rack_presets import RACK_PRESETS
from syrinx.app.engine.voice_chain import VoiceChain, build_voice_chain
from syrinx.app.settings import home_path
from syrinx.dsp.feedback import FeedbackGuard
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.registry import ModelRegistry

PERIOD = 128
GATE_DBFS = -50.0
_WARM_S = 0.5

Step = Callable[[Audio], Audio]


def bench_rack(
    *, seconds: float, on_progress: Callable[[float, float], None] = lambda done, total: None
) -> list[dict[str, Any]]:
    """Measure every stage by itself at 48 kHz, on this one thread.

    A stage's time is the median of the chain with it less that of the chain without any.

    Returns
    -------
    list of dict
        ``stage latency_ms us_periods us_blocks`` each: microseconds per 10 ms of audio, in periods
        of 128 samples (as effects run) and in blocks of 480 (as neural voices run).

    Raises
    ------
    SyrinxError
        The network of the noise suppression is damaged.
    """
    registry = ModelRegistry(home_path())
    bare = RackParams(limiter=LimiterParams(on=False))
    plain, gate = VoiceParams(rack=bare), GATE_DBFS

    def alone(**stage: Any) -> VoiceParams:
        return VoiceParams(rack=RackParams(limiter=LimiterParams(on=False), **stage))

    by_voice = RackParams(
        limiter=LimiterParams(on=False),
        suppress=SuppressParams(on=True),
        gate=GateParams(by_voice=True),
    )
    stages: dict[str, VoiceParams] = {
        "automatic level": alone(level=LevelParams(on=True)),
        "noise suppression": alone(suppress=SuppressParams(on=True)),
        "gate by level": VoiceParams(rack=bare, gate_threshold_dbfs=gate),
        "both, gate by voice": VoiceParams(rack=by_voice, gate_threshold_dbfs=gate),
        "de-esser": alone(de_esser=DeEsserParams(on=True)),
        "equaliser": alone(eq=EqParams(on=True, low_db=2.0)),
        "compressor": alone(compressor=CompressorParams(on=True)),
        "reverb": alone(reverb=ReverbParams(on=True)),
        "all but suppression": VoiceParams(
            rack=RackParams(
                level=LevelParams(on=True),
                de_esser=DeEsserParams(on=True),
                eq=EqParams(on=True, low_db=2.0),
                compressor=CompressorParams(on=True),
                reverb=ReverbParams(on=True),
            )
        ),
        "preset warm radio": VoiceParams(rack=RACK_PRESETS["warm-radio"].rack),
    }
    speech = speech_like(seconds + _WARM_S, seed=1)
    base = [_us(_chain(plain, registry).process, speech, size) for size in (PERIOD, BLOCK)]
    rows: list[dict[str, Any]] = []
    guards = [FeedbackGuard(sample_rate=SAMPLE_RATE, shortest_ms=10.0) for _ in range(2)]
    guarded = [
        _us(lambda block, guard=guard: guard.process(block, block), speech, size, mean=True)  # type: ignore[misc]
        for guard, size in zip(guards, (PERIOD, BLOCK), strict=True)
    ]
    rows.append(_row("feedback guard", 0.0, guarded))
    for number, (name, params) in enumerate(stages.items(), start=1):
        chains = [_chain(params, registry) for _ in range(2)]
        times = [
            _us(chain.process, speech, size) - less
            for chain, size, less in zip(chains, (PERIOD, BLOCK), base, strict=True)
        ]
        rows.append(_row(name, 1000.0 * chains[0].latency / SAMPLE_RATE, times))
        on_progress(number, len(stages))
    return rows


def _row(name: str, latency_ms: float, times: list[float]) -> dict[str, Any]:
    return {
        "stage": name,
        "latency_ms": latency_ms,
        "us_periods": times[0],
        "us_blocks": times[1],
    }


def _chain(params: VoiceParams, registry: ModelRegistry) -> VoiceChain:
    chain = build_voice_chain(None, sample_rate=SAMPLE_RATE, params=params, registry=registry)
    chain.warm_up()
    return chain


def _us(step: Step, audio: Audio, size: int, *, mean: bool = False) -> float:
    """Microseconds of this thread per 10 ms of audio, after the first half second."""
    blocks = audio[: len(audio) // size * size].reshape(-1, size)
    warm = round(_WARM_S * SAMPLE_RATE / size)
    # What is done every few blocks counts: the median is that of stretches of 0.1 s.
    stretch = max(1, round(0.1 * SAMPLE_RATE / size))
    enabled = gc.isenabled()
    gc.disable()
    times = []
    try:
        for block in blocks[:warm]:
            step(block)
        for first in range(warm, len(blocks) - stretch, stretch):
            start = time.thread_time()
            for block in blocks[first : first + stretch]:
                step(block)
            times.append((time.thread_time() - start) / stretch)
    finally:
        if enabled:
            gc.enable()
    middle = float(np.mean(times)) if mean else float(np.median(times))
    return 1e6 * middle * BLOCK / size
