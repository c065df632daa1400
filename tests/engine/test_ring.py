"""The ring against a plain list, for any sequence of calls, and with two real threads."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syrinx.app.engine.ring import Ring
from syrinx.dsp.errors import SyrinxError

CALLS = st.lists(
    st.tuples(st.sampled_from(["push", "pop", "skip", "peek"]), st.integers(0, 70)), max_size=60
)


@given(capacity=st.integers(1, 64), calls=CALLS)
def test_behaves_like_a_bounded_queue(capacity: int, calls: list[tuple[str, int]]) -> None:
    ring, model, next_value = Ring(capacity), [], 0
    for call, size in calls:
        if call == "push":
            block = np.arange(next_value, next_value + size, dtype=np.float32)
            accepted = ring.push(block)
            assert accepted == min(size, ring.capacity - len(model))
            model += block[:accepted].tolist()
            next_value += accepted
        elif call == "pop":
            out = np.full(size, -1, np.float32)
            count = ring.pop(out)
            assert out[:count].tolist() == model[:count]
            assert count == min(size, len(model))
            assert (out[count:] == -1).all()
            del model[:count]
        elif call == "skip":
            count = min(size, len(model))
            ring.skip(count)
            del model[:count]
        else:
            offset = min(size, len(model)) // 2
            out = np.empty(min(size, len(model)) - offset, np.float32)
            ring.peek(offset, out)
            assert out.tolist() == model[offset : offset + len(out)]
        assert ring.fill == len(model)


@given(capacity=st.integers(1, 32), sizes=st.lists(st.integers(0, 50), max_size=20))
def test_push_newest_keeps_the_newest(capacity: int, sizes: list[int]) -> None:
    ring, values = Ring(capacity), []
    for size in sizes:
        block = np.arange(len(values), len(values) + size, dtype=np.float32)[-ring.capacity :]
        ring.push_newest(block)
        values += block.tolist()
    ring.skip(ring.lost)
    kept = np.empty(ring.fill, np.float32)
    ring.pop(kept)
    assert kept.tolist() == values[-ring.capacity :]


def test_capacity_is_checked_and_rounded_up() -> None:
    assert Ring(1000).capacity == 1024
    with pytest.raises(SyrinxError, match="room for one sample"):
        Ring(0)


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 2**31))
def test_two_threads_lose_and_repeat_nothing(seed: int) -> None:
    total, ring = 20_000, Ring(257)
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 200, size=2000)
    source = np.arange(total, dtype=np.float32)

    def produce() -> None:
        at = index = 0
        while at < total:
            at += ring.push(source[at : at + sizes[index % 2000]])
            index += 1

    thread = threading.Thread(target=produce)
    thread.start()
    received, index = np.empty(total, np.float32), 7
    at = 0
    while at < total:
        at += ring.pop(received[at : at + sizes[index % 2000]])
        index += 1
    thread.join()
    assert np.array_equal(received, source)
