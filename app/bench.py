"""Measuring the live chain on this machine: delay, speed, memory, start-up."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.app.engine.live import run_live
from syrinx.app.engine.messages import DeviceScript, EngineConfig, VoiceParams
from syrinx.app.engine.voice_chain import VoiceChain, build_voice_chain
from syrinx.app.settings import home_path
from syrinx.app.voices import EMBEDDING_SIZE, Voice, VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio, Processor
from syrinx.neural.runtime.onnx_processor import LATENCY
from syrinx.neural.runtime.onnx_processor import SAMPLE_RATE as CORE_RATE
from syrinx.neural.runtime.registry import EXTENDER_MODEL, LIVE_MODELS, ModelRegistry

SAMPLE_RATE = 48_000
BLOCK = 480
"""10 ms: one step of the networks."""
_ROUND_BLOCKS = 100
_WARM_BLOCKS = 50


def bench_voice() -> Voice:
    """Return the neural voice that is measured: the first shipped one, or an invented one.

    The networks do the same sums for every voice.
    """
    for voice in VoiceLibrary(home_path()).list():
        if voice.kind == "neural" and voice.shipped:
            return voice
    embedding = np.full(EMBEDDING_SIZE, EMBEDDING_SIZE**-0.5, dtype=np.float32)
    return Voice(
        id="bench",
        name="Bench",
        kind="neural",
        f0_median_hz=200.0,
        speaker_embedding=embedding,
        shipped=True,
    )


def bench_neural(
    *, seconds: float, on_progress: Callable[[float, float], None] = lambda done, total: None
) -> dict[str, Any]:
    """Measure the live chain with a neural voice at 48 kHz in 10 ms blocks, on this one thread.

    int8 and fp32 take turns every second, so that what else the machine does hits both; the
    figures are medians over the turns.

    Parameters
    ----------
    seconds
        Audio per variant.

    Returns
    -------
    dict
        JSON values: ``model_latency_ms chain_latency_ms parts rtf_int8 rtf_fp32 int8_speedup
        step_ms_p50 step_ms_p99 load_s live_files_mb`` and more.

    Raises
    ------
    SyrinxError
        A model is missing or damaged.
    """
    voice = bench_voice()
    registry = ModelRegistry(home_path())
    entries = registry.entries()
    missing = [name for name in LIVE_MODELS if name not in entries]
    if missing:
        raise SyrinxError(
            f"The networks ({', '.join(missing)}) are not installed, so there is nothing to "
            "measure; `syrinx bench --effects` measures the effects."
        )
    start = time.perf_counter()
    chain = _chain(voice, registry=registry)
    load_s = time.perf_counter() - start
    variants = {"int8": chain, "fp32": _chain(voice, fp32=True, registry=registry)}
    speech = speech_like(seconds, seed=1)
    blocks = speech[: len(speech) // BLOCK * BLOCK].reshape(-1, BLOCK)
    for processor in variants.values():
        _times(processor, blocks[:_WARM_BLOCKS])
    steps: dict[str, list[NDArray[np.float64]]] = {name: [] for name in variants}
    for first in range(0, len(blocks), _ROUND_BLOCKS):
        for name, processor in variants.items():
            steps[name].append(_times(processor, blocks[first : first + _ROUND_BLOCKS]))
        on_progress(min(first + _ROUND_BLOCKS, len(blocks)) * BLOCK / SAMPLE_RATE, seconds)
    rtf = {name: _rtf(rounds) for name, rounds in steps.items()}
    int8_ms = 1000.0 * np.concatenate(steps["int8"])
    return {
        "voice": voice.id,
        "sample_rate": SAMPLE_RATE,
        "block_ms": 1000.0 * BLOCK / SAMPLE_RATE,
        "seconds": seconds,
        "threads": 1,
        "model_latency_ms": _model_latency_ms(),
        "chain_latency_ms": _ms(chain.latency),
        "parts": _parts(chain),
        "rtf_int8": rtf["int8"],
        "rtf_fp32": rtf["fp32"],
        "int8_speedup": rtf["fp32"] / rtf["int8"],
        "step_ms_p50": float(np.percentile(int8_ms, 50)),
        "step_ms_p99": float(np.percentile(int8_ms, 99)),
        "step_ms_max": float(int8_ms.max()),
        "load_s": load_s,
        "live_files_mb": sum(
            entries[name].bytes for name in (*LIVE_MODELS, EXTENDER_MODEL) if name in entries
        )
        / 1e6,
    }


def bench_effects(
    *, seconds: float, on_progress: Callable[[float, float], None] = lambda done, total: None
) -> list[dict[str, Any]]:
    """Measure the live chain with every effect voice, in 128-sample blocks at 48 kHz.

    Returns
    -------
    list of dict
        ``voice chain_latency_ms parts rtf step_ms_p50 step_ms_p99`` each.
    """
    effects = [v for v in VoiceLibrary(home_path()).list() if v.kind == "effect"]
    period = 128
    speech = speech_like(seconds, seed=1)
    blocks = speech[: len(speech) // period * period].reshape(-1, period)
    rows = []
    for number, voice in enumerate(effects, start=1):
        chain = _chain(voice)
        _times(chain, blocks[:_WARM_BLOCKS])
        times = _times(chain, blocks)
        rows.append(
            {
                "voice": voice.id,
                "chain_latency_ms": _ms(chain.latency),
                "parts": _parts(chain),
                "rtf": float(np.median(times)) * SAMPLE_RATE / period,
                "step_ms_p50": 1000.0 * float(np.percentile(times, 50)),
                "step_ms_p99": 1000.0 * float(np.percentile(times, 99)),
            }
        )
        on_progress(number, len(effects))
    return rows


def bench_engine(*, seconds: float = 2.0) -> dict[str, Any]:
    """Start an engine with the measured voice on a scripted device.

    Returns
    -------
    dict
        ``engine_ready_s`` and ``engine_rss_mb``.

    Raises
    ------
    SyrinxError
        The engine or the voice failed.
    """
    with _home_with(bench_voice()) as voice_id:
        config = EngineConfig(
            voice_id=voice_id,
            script=DeviceScript(sample_rate=SAMPLE_RATE, period=BLOCK, seconds=seconds + 1.0),
        )
        report = run_live(config, seconds=seconds).to_json()
    return {name: report[name] for name in ("engine_ready_s", "engine_rss_mb")}


def speech_like(seconds: float, *, seed: int) -> Audio:
    """Return 48 kHz audio with the loudness and pitch movement of speech, ``(n_samples,)``."""
    time_s = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    f0_hz = 140.0 * 2.0 ** (0.3 * np.sin(2 * np.pi * 0.7 * time_s))
    phase = 2.0 * np.pi * np.cumsum(f0_hz) / SAMPLE_RATE
    voice = sum(np.sin(number * phase) / number for number in range(1, 20))
    noise = np.random.default_rng(seed).standard_normal(len(time_s))
    syllables = np.clip(np.sin(2 * np.pi * 2.0 * time_s), 0.0, 1.0)
    return np.asarray(0.1 * syllables * voice + 0.002 * noise, dtype=np.float32)


@contextmanager
def _home_with(voice: Voice) -> Iterator[str]:
    """Give the id by which an engine finds ``voice``.

    An invented voice is put into a temporary data folder that has the user's models.
    """
    home = home_path()
    if voice.id in {known.id for known in VoiceLibrary(home).list()}:
        yield voice.id
        return
    before = os.environ.get("SYRINX_HOME")
    with tempfile.TemporaryDirectory(prefix="syrinx-bench-") as folder:
        if (home / "models").is_dir():
            shutil.copytree(home / "models", Path(folder) / "models")
        VoiceLibrary(Path(folder)).add(replace(voice, shipped=False, consent="invented"))
        os.environ["SYRINX_HOME"] = folder
        try:
            yield voice.id
        finally:
            del os.environ["SYRINX_HOME"]
            if before is not None:
                os.environ["SYRINX_HOME"] = before


def _chain(
    voice: Voice, *, fp32: bool = False, registry: ModelRegistry | None = None
) -> VoiceChain:
    chain = build_voice_chain(
        voice, sample_rate=SAMPLE_RATE, params=VoiceParams(), fp32=fp32, registry=registry
    )
    chain.warm_up()
    return chain


def _times(processor: Processor, blocks: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the seconds that each block took, with the collector off as in the engine."""
    times = np.empty(len(blocks))
    enabled = gc.isenabled()
    gc.disable()
    try:
        for index, block in enumerate(blocks):
            start = time.perf_counter()
            processor.process(block)
            times[index] = time.perf_counter() - start
    finally:
        if enabled:
            gc.enable()
    return times


def _rtf(rounds: list[NDArray[np.float64]]) -> float:
    return float(np.median([times.mean() for times in rounds])) * SAMPLE_RATE / BLOCK


def _ms(samples: int) -> float:
    return 1000.0 * samples / SAMPLE_RATE


def _parts(chain: VoiceChain) -> list[dict[str, Any]]:
    return [{"name": name, "ms": _ms(samples)} for name, samples in chain.latency_parts]


def _model_latency_ms() -> float:
    return 1000.0 * LATENCY / CORE_RATE
