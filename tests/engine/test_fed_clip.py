"""Clips that are made while they are heard: to the sample, over gaps, and through PortAudio."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from syrinx.app.engine import messages as m
from syrinx.app.engine.clip_desk import ClipDesk
from syrinx.app.engine.clips import ClipMixer
from syrinx.app.engine.fed_clip import FedClip
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.latency import chirp, find_delay
from syrinx.dsp.errors import SyrinxError
from tests.engine.loopback import Loop, start
from tests.synthesis import tiny_voices

RATE = 48000
FADE = 240


def noise(seconds: float, seed: int = 0) -> np.ndarray:
    made = 0.1 * np.random.default_rng(seed).standard_normal(round(seconds * RATE))
    return made.astype(np.float32)


def fed(source_rate: int = RATE, **options: Any) -> FedClip:
    return FedClip("speech", slot="s", source_rate=source_rate, sample_rate=RATE, **options)


def taken(clip: FedClip, blocks: int, size: int = 128) -> np.ndarray:
    return np.concatenate([clip.take(size) for _ in range(blocks)])


@pytest.mark.parametrize("size", [64, 128, 480, 1000])
def test_what_is_fed_is_heard_to_the_sample(size: int) -> None:
    audio = noise(0.5)
    clip = fed()
    for at in range(0, len(audio), 5000):
        clip.put(audio[at : at + 5000], last=at + 5000 >= len(audio))
    heard = []
    while not clip.done:
        heard.append(clip.take(size))
    out = np.concatenate(heard)
    assert len(out) == len(audio)
    np.testing.assert_array_equal(out[FADE:-FADE], audio[FADE:-FADE])
    assert np.abs(out[0]) < 1e-4
    assert np.abs(out[-1]) < 1e-4
    assert clip.ended
    assert clip.played_s == 0.5
    assert clip.gaps == 0


def test_a_late_piece_leaves_nothing_out_and_makes_no_click() -> None:
    tone = 0.5 * np.sin(2 * np.pi * 200 * np.arange(RATE) / RATE).astype(np.float32)
    clip = fed()
    clip.put(tone[:9600], last=False)
    early = taken(clip, 150)  # twice as long as what is there
    assert clip.gaps == 1
    assert not early[-4800:].any()
    clip.put(tone[9600:], last=True)
    late = []
    while not clip.done:
        late.append(clip.take(128))
    out = np.concatenate([early, *late])
    assert np.abs(np.diff(out)).max() < 0.5 * 2 * np.pi * 200 / RATE + 0.5 * np.pi / FADE
    assert clip.position == len(tone)
    # What is heard is the tone, with silence put in at one place.
    silent = np.flatnonzero(np.convolve(np.abs(out) > 0, np.ones(480), "valid") == 0)
    gap = slice(silent[0], silent[-1] + 480)
    rest = len(out) - gap.stop - 2 * FADE
    np.testing.assert_allclose(out[-rest + 0 : -FADE], tone[-rest:-FADE], atol=1e-6)
    np.testing.assert_allclose(out[FADE:9000], tone[FADE:9000], atol=1e-6)


def test_stopping_fades_in_5_ms() -> None:
    clip = fed()
    clip.put(noise(1.0), last=True)
    taken(clip, 50)
    clip.leave()
    out = taken(clip, 4)
    assert clip.done
    assert not clip.ended
    assert out[:100].any()
    assert not out[FADE:].any()


def test_another_rate_is_resampled_and_levels_are_followed() -> None:
    source = np.sin(2 * np.pi * 440 * np.arange(22_050) / 22_050).astype(np.float32)
    clip = fed(22_050, gain=0.5)
    for at in range(0, len(source), 1000):
        clip.put(source[at : at + 1000], last=at + 1000 >= len(source))
    heard = []
    while not clip.done:
        heard.append(clip.take(256))
    out = np.concatenate(heard)
    assert len(out) == pytest.approx(RATE, abs=2)
    middle = slice(4800, 40_000)
    expected = 0.5 * np.sin(2 * np.pi * 440 * np.arange(len(out)) / RATE)
    assert np.abs(out[middle] - expected[middle]).max() < 5e-3


def test_the_desk_feeds_replaces_and_refuses() -> None:
    told: list[m.Event] = []
    desk = ClipDesk(told.append)
    try:
        command = m.PlayFed(label="a", sample_rate=RATE, slot="s")
        with pytest.raises(SyrinxError, match="Nothing runs"):
            desk.begin_feed(command)
        mixer = ClipMixer(RATE)
        desk.begin(mixer)
        desk.begin_feed(command)
        desk.feed(m.FeedClip(label="a", slot="s", audio=noise(0.2).tobytes()))
        desk.feed(m.FeedClip(label="b", slot="s", audio=noise(0.2).tobytes()))  # not of this one
        out = np.zeros(480, np.float32)
        mixer.mix(out)
        assert out.any()
        desk.begin_feed(m.PlayFed(label="b", sample_rate=RATE, slot="s"))
        desk.feed(m.FeedClip(label="b", slot="s", audio=noise(0.1).tobytes(), last=True))
        for _ in range(100):
            mixer.mix(np.zeros(480, np.float32))
        desk.look_after()
        assert [type(event).__name__ for event in told] == [
            "ClipStarted", "ClipStopped", "ClipStarted", "ClipStopped",
        ]  # fmt: skip
        ended = told[-1]
        assert isinstance(ended, m.ClipStopped)
        assert (ended.path, ended.reason, ended.seconds) == ("b", "ended", 0.1)
        desk.begin_feed(command)
        for _ in range(2):
            desk.feed(m.FeedClip(label="a", slot="s", audio=bytes(4 * 40 * RATE)))
        with pytest.raises(SyrinxError, match="faster than it is heard"):
            desk.feed(m.FeedClip(label="a", slot="s", audio=b""))
    finally:
        desk.close()


@pytest.fixture
def loop(jack_server: Any) -> Iterator[Loop]:
    client = Loop(jack_server.name)
    yield client
    client.close()


@pytest.mark.jack
@pytest.mark.parametrize("silent", [True, False])
def test_speech_that_is_made_meanwhile_comes_out_of_the_device(
    jack_server: Any, loop: Loop, silent: bool
) -> None:
    """Pieces of 0.1 s, fed while they play, captured behind PortAudio's callbacks."""
    speech = np.concatenate([np.zeros(RATE // 10, np.float32), chirp(RATE), noise(1.5, 1)])
    size = RATE // 10
    pieces = [speech[at : at + size] for at in range(0, len(speech), size)]
    with EngineHost() as host:
        host.wait_for(m.EngineReady)
        start(host, silent=silent)
        loop.connect()
        host.send(m.PlayFed(label="x", sample_rate=RATE, slot="speech"))
        host.wait_for(m.ClipStarted)

        def feed() -> None:
            for number, piece in enumerate(pieces, 1):
                last = number == len(pieces)
                host.send(m.FeedClip(label="x", slot="speech", audio=piece.tobytes(), last=last))
                time.sleep(0.05 if number > 5 else 0.0)

        feeding = threading.Timer(0.2, feed)
        feeding.start()
        heard = loop.play(np.zeros(round(4.0 * RATE), np.float32))
        feeding.join()
        stopped = host.wait_for(m.ClipStopped)
    assert (stopped.path, stopped.reason) == ("x", "ended")
    assert stopped.seconds == pytest.approx(len(speech) / RATE, abs=1e-6)
    at = round(find_delay(speech, heard).samples)
    placed = heard[at : at + len(speech)]
    # Every sample is the one that was fed; the ends are faded, a busy JACK may lose some periods.
    wrong = np.abs(placed - speech)[FADE:-FADE] > 1e-4
    assert np.count_nonzero(wrong) <= 4 * 128


@pytest.mark.jack
def test_the_command_line_speaks_through_the_device(
    jack_server: Any, loop: Loop, syrinx_home: Path
) -> None:
    """The whole program in a process of its own: three tokens, each a tone of its own."""
    tiny_voices.vits(syrinx_home / "speakers" / "tiny")
    command = ["say", "world world world", "--voice", "tiny", "--device", "system", "-q"]
    speaking = subprocess.Popen(
        [sys.executable, "-m", "syrinx.app", *command], stderr=subprocess.PIPE, text=True
    )
    try:
        _, said = speaking.communicate(timeout=60)
        assert (speaking.returncode, said) == (0, "")
    finally:
        speaking.kill()
        speaking.wait()
