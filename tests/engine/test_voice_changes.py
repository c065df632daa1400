"""A change of the voice: nothing is decoded twice, and the DSP thread takes nothing apart."""

from __future__ import annotations

import queue
import threading
import time
import weakref
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from syrinx.app import voice_sources
from syrinx.app.engine.builder import Builder, BuildRequest, Built, Workshop
from syrinx.app.engine.control import Engine
from syrinx.app.engine.params import VoiceParams
from syrinx.app.engine.worker import SWAP_S
from syrinx.app.voices import VoiceLibrary
from syrinx.neural.runtime import registry
from tests.engine.conftest import PERIOD, RATE, Rig, straight


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Names of what is decoded: profiles of voices, lists of models."""
    monkeypatch.setenv("SYRINX_HOME", str(tmp_path))
    names: list[str] = []

    def counted(module: Any, function: str, name: Callable[..., list[str]]) -> None:
        kept = getattr(module, function)

        def count(*values: Any, **more: Any) -> Any:
            names.extend(name(*values, **more))
            return kept(*values, **more)

        monkeypatch.setattr(module, function, count)

    counted(voice_sources, "decode_voice", lambda _, source: [Path(source).name])
    index = registry.INDEX_NAME
    there = lambda folder, _: [index] if (folder / index).exists() else []  # noqa: E731
    counted(registry, "_read_index", there)
    return names


def request(voice_id: str, **knobs: Any) -> BuildRequest:
    return BuildRequest(
        voice_id=voice_id,
        params=VoiceParams(**knobs),
        sample_rate=RATE,
        fp32=False,
        command="SetVoice",
    )


def test_only_the_voice_that_is_wanted_is_decoded_and_only_once(decoded: list[str]) -> None:
    workshop = Workshop()
    workshop.build(request("deep"))
    assert decoded == []  # an effect has no profile
    workshop.build(request("lena", morph_to="pia", morph=0.5))
    assert sorted(set(decoded) - {registry.INDEX_NAME}) == ["lena.json", "pia.json"]
    assert len(decoded) == len(set(decoded))
    decoded.clear()
    for voice_id in ("pia", "deep", "lena"):
        assert workshop.build(request(voice_id)).voice_id == voice_id
    assert decoded == []


def test_a_profile_that_changed_is_decoded_again(decoded: list[str], tmp_path: Path) -> None:
    library = VoiceLibrary(tmp_path)
    mine = library.duplicate("lena", "Mine").id
    workshop = Workshop()
    workshop.build(request(mine))
    decoded.clear()
    workshop.build(request(mine))
    assert decoded == []
    library.rename(mine, "Another name")
    decoded.clear()
    workshop.build(request(mine))
    assert decoded == ["voice.json"]


def test_networks_of_one_rate_share_their_noise(decoded: list[str]) -> None:
    from syrinx.dsp.high_band import HighBand

    first, second = HighBand(RATE), HighBand(RATE)
    assert first._bands is second._bands
    assert not first._bands.flags.writeable
    assert HighBand(44_100)._bands.shape != first._bands.shape


def test_a_chain_that_warms_up_rests_behind_each_block() -> None:
    rests: list[float] = []
    chain = straight()
    blocks: list[int] = []
    kept = chain.process

    def process(block: np.ndarray) -> np.ndarray:
        blocks.append(len(rests))
        return kept(block)

    chain.process = process  # type: ignore[method-assign]
    chain.warm_up(rests.append)
    assert len(rests) > 10
    assert blocks == list(range(len(rests)))
    assert all(seconds > 0 for seconds in rests)


def test_the_builder_rests_and_a_start_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[object] = []

    def build(_: Workshop, request: BuildRequest, rest: object = None) -> object:
        rests.append(rest)
        return straight()

    monkeypatch.setattr(Workshop, "build", build)
    built: queue.SimpleQueue[Built] = queue.SimpleQueue()
    builder = Builder(Workshop(), built.put)
    builder.request(request("deep"))
    assert built.get(timeout=10).error is None
    builder.close()
    assert rests == [time.sleep]


def test_a_voice_that_sounds_no_more_is_taken_apart_by_the_builder(
    rig: Callable[..., Rig],
) -> None:
    run = rig(np.zeros(RATE, np.float32))
    path, ends = run.path, queue.SimpleQueue[str]()
    weakref.finalize(run.chain, lambda: ends.put(threading.current_thread().name))
    path.set_chain(straight())
    run.run(SWAP_S / 2)
    assert not path.retired  # it still fades out
    del run.chain
    for _ in range(round(2 * SWAP_S * RATE / PERIOD)):
        path.capture(np.zeros(PERIOD, np.float32))
        while path.step():
            pass
    assert len(path.retired) == 1
    assert ends.empty()
    builder = Builder(Workshop(), lambda _: None)
    look_after(builder, path.retired)
    assert ends.get(timeout=10) == "builder"
    builder.close()
    assert not path.retired


def look_after(builder: Builder, retired: deque[Any]) -> None:
    """Let the engine's control thread look once after a stream that has retired voices."""
    stream = SimpleNamespace(path=SimpleNamespace(retired=retired))
    nothing = SimpleNamespace(look_after=lambda: None)
    engine = SimpleNamespace(
        _built=queue.SimpleQueue(),
        _clips=nothing,
        _outputs=nothing,
        _stream=stream,
        _builder=builder,
        _watch=lambda _: None,
        _telemetry_due=float("inf"),
    )
    Engine._look_after(cast(Engine, engine))
