"""The contract test of every live block processor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.processor import Audio, Processor

Factory = Callable[[], Processor]


def assert_processor_contract(
    factory: Factory,
    *,
    seconds: float = 0.6,
    probe: Audio | None = None,
    measure_delay: bool = True,
    delay_tolerance: float = 0.5,
    delay_skip_s: float = 0.0,
    split_tolerance: float = 1e-6,
    tail_s: float = 0.0,
    seed: int = 0,
) -> None:
    """Assert everything that `Processor` promises.

    Parameters
    ----------
    factory
        Makes a new, equal processor at every call.
    seconds, probe
        Length of the noise that is used as a signal, or the signal itself.
    measure_delay
        Whether the output is near enough to the input to measure its delay; ``delay_tolerance``
        is in samples, the first ``delay_skip_s`` seconds do not count.
    split_tolerance
        Largest difference that a different split may make.
    tail_s
        How long a finite disturbance may be heard after it ended (reverberation).
    seed
        Of the signal and of the splits.
    """
    rng = np.random.default_rng(seed)
    processor = factory()
    rate, block = processor.sample_rate, processor.block_size
    assert isinstance(processor, Processor)
    assert {type(rate), type(block), type(processor.latency)} == {int}
    assert min(block - 1, processor.latency) >= 0
    if probe is None:
        probe = _bursts(rng, round(seconds * rate), rate)
    probe = probe[: probe.shape[0] // block * block].astype(np.float32)
    assert probe.shape[0] >= 4 * block

    whole = processor.process(probe.copy())
    assert whole.dtype == np.float32, whole.dtype
    assert whole.shape == probe.shape
    assert np.isfinite(whole).all()
    _assert_input_untouched(factory(), probe)
    _assert_splits(factory, probe, whole, rng, split_tolerance)

    processor.reset()
    np.testing.assert_array_equal(
        processor.process(probe), whole, "reset does not give a new instance's output"
    )
    _assert_independent(factory, probe, whole, split_tolerance)
    _assert_silence(factory, rate, block)
    _assert_recovers(factory, probe, round(tail_s * rate))
    if measure_delay:
        skip = round(delay_skip_s * rate)
        found = measured_delay(probe[skip:], whole[skip:], limit=processor.latency * 2 + 200)
        assert abs(found - processor.latency) <= delay_tolerance, (
            f"declares {processor.latency} samples, measured {found:.2f}"
        )


def measured_delay(audio: Audio, output: Audio, *, limit: int) -> float:
    """Delay of ``output`` behind ``audio`` in samples: peak of the correlation, refined."""
    n_fft = 1 << int(np.ceil(np.log2(audio.shape[0] * 2)))
    cross = np.fft.rfft(output, n_fft) * np.conj(np.fft.rfft(audio, n_fft))
    values = np.abs(np.fft.irfft(cross, n_fft))[: limit + 2]
    peak = int(values.argmax())
    if not 0 < peak < limit:
        return float(peak)
    left, top, right = values[peak - 1 : peak + 2]
    return peak + 0.5 * float(left - right) / float(left - 2 * top + right)


def random_splits(size: int, block: int, rng: np.random.Generator, largest: int = 700) -> list[int]:
    """Lengths of random blocks that add up to ``size``, each a multiple of ``block``."""
    lengths = []
    left = size // block
    while left:
        take = min(left, int(rng.integers(1, max(2, largest // block + 1))))
        lengths.append(take * block)
        left -= take
    return lengths


def run_split(processor: Processor, audio: Audio, lengths: Sequence[int]) -> Audio:
    """Process ``audio`` in blocks of the given lengths."""
    parts, start = [], 0
    for length in lengths:
        parts.append(processor.process(audio[start : start + length]))
        start += length
    return np.concatenate(parts)


def _bursts(rng: np.random.Generator, size: int, rate: int) -> Audio:
    """Coloured noise with pauses and loud bursts: exercises gates and limiters."""
    noise = rng.standard_normal(size)
    time = np.arange(size) / rate
    loud = 0.05 + 0.3 * (np.sin(2 * np.pi * 7.0 * time) > -0.3)
    return (noise * loud).astype(np.float32)


def _assert_input_untouched(processor: Processor, probe: Audio) -> None:
    given = probe.copy()
    output = processor.process(given)
    np.testing.assert_array_equal(given, probe, "the input was changed")
    assert not np.shares_memory(output, given), "the output is the input's memory"


def _assert_splits(
    factory: Factory, probe: Audio, whole: Audio, rng: np.random.Generator, tolerance: float
) -> None:
    block = factory().block_size
    size = probe.shape[0]
    short = min(size, 40 * block if block > 1 else 400)
    plans = [
        random_splits(size, block, rng),
        random_splits(size, block, rng, largest=3000),
        random_splits(short, block, rng, largest=3),
    ]
    for lengths in plans:
        output = run_split(factory(), probe, lengths)
        assert output.shape[0] == sum(lengths)
        worst = float(np.abs(output - whole[: output.shape[0]]).max())
        assert worst <= tolerance, f"the split changes the output by {worst:g}"


def _assert_independent(factory: Factory, probe: Audio, whole: Audio, tolerance: float) -> None:
    first, other = factory(), factory()
    half = probe.shape[0] // 2 // first.block_size * first.block_size
    start = first.process(probe[:half])
    other.process(-0.5 * probe[::-1][: probe.shape[0] - half])
    rest = first.process(probe[half:])
    output = np.concatenate((start, rest))
    assert np.abs(output - whole).max() <= tolerance, "instances share state"


def _assert_silence(factory: Factory, rate: int, block: int) -> None:
    size = (rate // 4 // block + 1) * block
    silence = np.zeros(size, dtype=np.float32)
    assert not np.any(factory().process(silence)), "silence does not stay silence"


def _assert_recovers(factory: Factory, probe: Audio, tail: int) -> None:
    """NaN, infinities and absurd samples come out finite and are forgotten."""
    processor = factory()
    block, rate = processor.block_size, processor.sample_rate
    for poison in (np.nan, np.inf, -np.inf, 1e30):
        bad = probe.copy()
        bad[bad.shape[0] // 3] = poison
        bad[-block:] = poison
        output = processor.process(bad)
        assert np.isfinite(output).all(), f"{poison} came out"
    wait = (processor.latency + tail + rate // 2) // block * block + block
    after = processor.process(np.zeros(wait, dtype=np.float32))
    assert np.isfinite(after).all()
    again: NDArray[np.float32] = processor.process(probe)
    assert np.isfinite(again).all()
    assert np.any(again[probe.shape[0] // 2 :]), "the processor went dead after bad samples"
