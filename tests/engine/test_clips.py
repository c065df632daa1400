"""Clips in the output, to the sample; and how the desk reads, replaces and tells of them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st

from syrinx.app.engine import clip_desk
from syrinx.app.engine import messages as m
from syrinx.app.engine.clip_desk import ClipDesk, ClipRequest, read_clip
from syrinx.app.engine.clips import Clip, ClipMixer
from syrinx.app.engine.voice_chain import build_voice_chain
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.errors import SyrinxError

RATE, PERIOD = 48000, 128
FADE = 240


def noise(seconds: float, seed: int = 0, level: float = 0.1) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return (level * rng.standard_normal(round(seconds * RATE))).astype(np.float32)


def rising() -> np.ndarray:
    """5 ms of a raised cosine, written anew: sin² is the same curve."""
    return np.sin(np.pi / 2 * (np.arange(FADE) + 0.5) / FADE) ** 2


def faded(audio: np.ndarray) -> np.ndarray:
    shaped = audio.astype(np.float64)
    shaped[:FADE] *= rising()
    shaped[-FADE:] *= rising()[::-1]
    return shaped


def clip(audio: np.ndarray, path: str = "a.wav") -> Clip:
    return Clip(path, audio.copy(), sample_rate=RATE)


def placed(audio: np.ndarray, at: int, length: int) -> np.ndarray:
    whole = np.zeros(length)
    part = audio[: length - at]
    whole[at : at + len(part)] = part
    return whole


def test_in_a_silent_stream_the_clip_is_all_that_is_heard(rig: Callable) -> None:
    run = rig(noise(2.0), silent=True)
    run.run(0.4)
    sound = noise(0.5, seed=1)
    run.path.clips.wanted = clip(sound)
    begun = len(run.device.output())
    out = run.run(1.0)
    # Handed over between two periods, it leaves the buffers one pre-fill later.
    assert begun % PERIOD == 0
    expected = placed(faded(sound), begun + run.path.prefill, len(out))
    np.testing.assert_allclose(out, expected, atol=1e-7)
    assert not out[: begun + run.path.prefill].any()
    assert run.path.clips.wanted.done
    assert run.path.clips.played_s == 0.5


@pytest.mark.parametrize("voice_id", [None, "robot"])
def test_over_a_voice_the_clip_is_added_to_what_the_voice_says(
    rig: Callable, syrinx_home: Path, voice_id: str | None
) -> None:
    sound, outputs = noise(0.5, seed=1, level=0.03), []
    for wanted in (None, clip(sound)):
        voice = None if voice_id is None else VoiceLibrary(syrinx_home).get(voice_id)
        chain = build_voice_chain(voice, sample_rate=RATE, params=m.VoiceParams())
        run = rig(noise(1.5, level=0.05), chain=chain)
        run.run(0.4)
        run.path.clips.wanted = wanted
        begun = len(run.device.output())
        outputs.append(run.run(1.0))
    without, with_clip = outputs
    assert np.abs(without).max() > 0.01
    expected = without + placed(faded(sound), begun + run.path.prefill, len(without))
    np.testing.assert_allclose(with_clip, expected, atol=1e-6)


def test_voice_and_clip_together_never_leave_full_scale(rig: Callable) -> None:
    run = rig(np.full(RATE, 0.8, np.float32))
    run.path.clips.wanted = clip(np.full(RATE // 2, 0.8, np.float32))
    assert run.run().max() == 1.0


def test_a_clip_that_is_stopped_fades_in_5_ms(rig: Callable) -> None:
    run = rig(noise(2.0), silent=True)
    sound = noise(1.5, seed=1)
    run.path.clips.wanted = clip(sound)
    run.run(0.4)
    run.path.clips.wanted = None
    stopped = len(run.device.output())
    out = run.run(1.0)[run.path.prefill :]
    expected = faded(sound)[: len(out)]
    expected[stopped : stopped + FADE] *= rising()[::-1]
    expected[stopped + FADE :] = 0
    np.testing.assert_allclose(out, expected, atol=1e-7)
    assert run.path.clips.played_s is None


def test_a_clip_that_is_replaced_fades_into_the_next_and_a_third_waits(rig: Callable) -> None:
    run = rig(noise(2.0), silent=True)
    first, second, third = (noise(1.0, seed=seed) for seed in (1, 2, 3))
    run.path.clips.wanted = clip(first)
    run.run(0.2)
    at = len(run.device.output())
    run.path.clips.wanted = clip(second)
    run.run(PERIOD / RATE)
    # The first is still fading (240 samples, 128 of them gone): the second stays until it is out.
    run.path.clips.wanted = clip(third)
    out = run.run(0.5)[run.path.prefill :]
    expected = placed(faded(first), 0, len(out))
    expected[at : at + FADE] *= rising()[::-1]
    expected[at + FADE :] = 0
    entered = placed(faded(second), at, len(out))
    change = at + 2 * PERIOD
    entered[change : change + FADE] *= rising()[::-1]
    entered[change + FADE :] = 0
    expected += entered + placed(faded(third), change, len(out))
    np.testing.assert_allclose(out, expected, atol=1e-7)


@settings(max_examples=60, deadline=None)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from([1, 17, 64, 128, 441, 1024]),
            st.sampled_from(["stop", "play", "short", "on", "on"]),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_no_step_in_the_sound_whenever_clips_come_and_go(steps: list[tuple[int, str]]) -> None:
    """Of constant clips all that moves is the fades: their slope is known, a click is a step."""
    mixer, parts = ClipMixer(RATE), [np.zeros(1, np.float32)]
    for size, what in steps:
        if what in ("play", "short"):
            mixer.wanted = clip(np.ones(3000 if what == "play" else 100, np.float32))
        if what == "stop":
            mixer.wanted = None
        parts.append(np.zeros(size, np.float32))
        mixer.mix(parts[-1])
    moves = np.abs(np.diff(np.concatenate(parts))).max()
    # A clip of 100 samples has fades of its own over all of it, short of the full height.
    assert moves <= 3.1 * np.pi / 2 / FADE


def test_the_clip_goes_on_when_the_device_turns_out_to_have_a_larger_period(rig: Callable) -> None:
    before, run = rig(noise(1.0), silent=True), rig(noise(1.0), silent=True, period=480)
    before.path.clips.wanted = clip(noise(0.5))
    before.run(0.1)
    run.path.take_over(before.path)
    run.run(0.2)
    assert run.path.clips.played_s == pytest.approx(0.3, abs=0.02)


# ---- reading ----


@pytest.mark.parametrize("rate", [16000, 44100, 48000])
@pytest.mark.parametrize("gain_db", [0.0, -6.0])
def test_a_file_is_read_as_mono_at_the_device_s_rate(
    tmp_path: Path, rate: int, gain_db: float
) -> None:
    rng = np.random.default_rng(0)
    stereo = (0.1 * rng.standard_normal((2 * rate, 2))).astype(np.float32)
    path = tmp_path / "stereo.wav"
    soundfile.write(path, stereo, rate, subtype="FLOAT")
    read = read_clip(ClipRequest(path=str(path), gain_db=gain_db, sample_rate=RATE))
    assert read is not None
    mono = stereo.mean(axis=1)
    once = mono if rate == RATE else soxr.resample(mono, rate, RATE, quality="VHQ")
    assert read.seconds == 2.0
    np.testing.assert_allclose(read.audio, faded(once) * 10 ** (gain_db / 20), atol=1e-6)


@pytest.mark.parametrize("samples", [1, 7, 100, 300])
def test_a_clip_of_a_few_samples_is_one(tmp_path: Path, samples: int) -> None:
    path = tmp_path / "short.wav"
    soundfile.write(path, np.full(samples, 0.5), 16000)
    read = read_clip(ClipRequest(path=str(path), gain_db=0.0, sample_rate=RATE))
    assert read is not None
    assert len(read.audio) == 3 * samples
    assert np.abs(read.audio).max() < 0.6


def broken_files(folder: Path) -> Iterator[Path]:
    yield folder / "missing.wav"
    yield folder
    text = folder / "text.wav"
    text.write_text("no sound")
    yield text
    empty = folder / "empty.flac"
    soundfile.write(empty, np.zeros(0), RATE)
    yield empty
    torn = folder / "torn.flac"
    soundfile.write(torn, noise(3.0), RATE)
    torn.write_bytes(torn.read_bytes()[:60000] + b"\0" * 40000)
    yield torn
    long = folder / "long.flac"
    soundfile.write(long, np.zeros(8000 * 601, np.int16), 8000)
    yield long


def test_what_cannot_be_played_is_one_sentence(tmp_path: Path) -> None:
    sentences = []
    for path in broken_files(tmp_path):
        with pytest.raises(SyrinxError) as caught:
            read_clip(ClipRequest(path=str(path), gain_db=0.0, sample_rate=RATE))
        sentences.append(str(caught.value))
        assert str(path) in sentences[-1]
        assert "\n" not in sentences[-1]
    assert "longer than 10 minutes" in sentences[-1]
    with pytest.raises(SyrinxError, match="gain of the clip"):
        m.PlayClip(path="a.wav", gain_db=100.0)


# ---- the desk ----


class Desk:
    """A desk with a mixer of its own, and its reader in the hands of the test."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gates: dict[str, threading.Event] = {}
        self.lengths: dict[str, int] = {}
        monkeypatch.setattr(clip_desk, "read_clip", self._read)
        self.told: list[m.Event] = []
        self.desk = ClipDesk(self.told.append)
        self.mixer = ClipMixer(RATE)
        self.desk.begin(self.mixer)

    def play(self, path: str, *, seconds: float = 1.0, ready: bool = True) -> None:
        self.gates[path] = threading.Event()
        self.lengths[path] = round(seconds * RATE)
        if ready:
            self.gates[path].set()
        self.desk.play(m.PlayClip(path=path), sample_rate=RATE)

    def after(self, events: int) -> list[m.Event]:
        """Look after it until so many events were told, and return them."""
        deadline = time.monotonic() + 10
        while len(self.told) < events:
            assert time.monotonic() < deadline
            self.desk.look_after()
            time.sleep(0.001)
        told, self.told[:] = self.told[:], []
        return told

    def pass_time(self, seconds: float) -> None:
        self.mixer.mix(np.zeros(round(seconds * RATE), np.float32))

    def _read(self, request: ClipRequest, *, unwanted: Callable[[], bool]) -> Clip | None:
        assert self.gates[request.path].wait(10)
        if request.path == "broken.wav":
            raise SyrinxError("broken.wav is broken.")
        if request.path == "strange.wav":
            raise ZeroDivisionError("strange")
        audio = np.ones(self.lengths[request.path], np.float32)
        return Clip(request.path, audio, sample_rate=request.sample_rate)


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk(monkeypatch)
    yield made
    for gate in made.gates.values():
        gate.set()
    made.desk.close()


def stopped(path: str, reason: m.ClipEnd, seconds: float) -> m.ClipStopped:
    return m.ClipStopped(path=path, reason=reason, seconds=seconds)


def test_a_clip_starts_plays_and_ends(desk: Desk) -> None:
    desk.play("a.wav")
    assert desk.after(1) == [m.ClipStarted(path="a.wav", seconds=1.0)]
    desk.pass_time(0.75)
    assert desk.mixer.played_s == 0.75
    desk.desk.look_after()
    assert not desk.told
    desk.pass_time(0.5)
    assert desk.after(1) == [stopped("a.wav", "ended", 1.0)]
    assert desk.mixer.played_s is None
    desk.desk.stop()
    assert not desk.told


def test_a_clip_is_stopped_and_another_replaced(desk: Desk) -> None:
    desk.play("a.wav")
    desk.after(1)
    desk.pass_time(0.25)
    desk.play("b.wav")
    started = m.ClipStarted(path="b.wav", seconds=1.0)
    assert desk.after(2) == [stopped("a.wav", "replaced", 0.25), started]
    desk.pass_time(0.5)
    desk.desk.stop()
    assert desk.after(1) == [stopped("b.wav", "command", 0.5)]


def test_what_is_being_read_holds_nobody_up_and_can_be_withdrawn(desk: Desk) -> None:
    desk.play("slow.wav", ready=False)
    desk.desk.look_after()
    assert not desk.told
    desk.play("b.wav", ready=False)
    assert desk.after(1) == [stopped("slow.wav", "replaced", 0.0)]
    desk.gates["slow.wav"].set()
    desk.desk.stop()
    assert desk.after(1) == [stopped("b.wav", "command", 0.0)]
    desk.gates["b.wav"].set()
    desk.play("c.wav")
    assert desk.after(1) == [m.ClipStarted(path="c.wav", seconds=1.0)]


@pytest.mark.parametrize("path", ["broken.wav", "strange.wav"])
def test_a_file_that_fails_leaves_what_plays(desk: Desk, path: str) -> None:
    desk.play("a.wav")
    desk.after(1)
    desk.play(path)
    (failed,) = desk.after(1)
    assert isinstance(failed, m.CommandFailed)
    assert failed.command == "PlayClip"
    assert path in failed.message
    assert desk.mixer.wanted is not None
    assert desk.mixer.wanted.path == "a.wav"


@pytest.mark.parametrize("error", [None, "The device is gone."])
def test_the_end_of_the_stream_ends_clips(desk: Desk, error: str | None) -> None:
    desk.play("a.wav")
    desk.after(1)
    desk.pass_time(0.5)
    desk.play("b.wav", ready=False)
    desk.desk.end(error=error)
    reason: m.ClipEnd = "command" if error is None else "error"
    assert desk.after(2) == [
        m.ClipStopped(path=path, reason=reason, seconds=seconds, error=error)
        for path, seconds in (("b.wav", 0.0), ("a.wav", 0.5))
    ]
    desk.gates["b.wav"].set()
    desk.desk.begin(ClipMixer(RATE))
    desk.play("c.wav")
    assert desk.after(1) == [m.ClipStarted(path="c.wav", seconds=1.0)]


def test_the_audio_thread_is_never_the_last_to_hold_a_clip(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Freeing 115 MB takes time: the desk keeps a clip until the DSP thread has let go of it."""
    monkeypatch.setattr(clip_desk, "_KEPT_S", 0.0)
    desk.play("a.wav")
    desk.after(1)
    desk.pass_time(0.1)
    first = desk.mixer.wanted
    desk.desk.stop()
    desk.desk.look_after()
    assert [kept for _, kept in desk.desk._retired] == [first]
    desk.pass_time(0.001)
    assert desk.mixer.holds(first)
    desk.pass_time(0.01)
    desk.desk.look_after()
    assert not desk.mixer.holds(first)
    assert desk.desk._retired == []


def test_a_long_file_is_broken_off_when_another_is_wanted(tmp_path: Path) -> None:
    path, asked = tmp_path / "long.wav", []
    soundfile.write(path, noise(20.0), RATE)

    def unwanted() -> bool:
        asked.append(True)
        return len(asked) == 3

    assert (
        read_clip(ClipRequest(path=str(path), gain_db=0, sample_rate=RATE), unwanted=unwanted)
        is None
    )
    assert len(asked) == 3
