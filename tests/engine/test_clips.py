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

from syrinx.app.engine import clip_desk, clip_reader
from syrinx.app.engine import messages as m
from syrinx.app.engine.clip_desk import ClipDesk
from syrinx.app.engine.clip_reader import ReadRequest, Shelf, attempt, read_sound
from syrinx.app.engine.clips import MAX_CLIPS, Clip, ClipMixer, Sound
from syrinx.app.engine.recorder import Recorder
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


def sound(audio: np.ndarray, path: str = "a.wav") -> Sound:
    return Sound(path, audio.copy(), sample_rate=RATE)


def clip(audio: np.ndarray, **options: object) -> Clip:
    return Clip(sound(audio), **options)  # type: ignore[arg-type]


def placed(audio: np.ndarray, at: int, length: int) -> np.ndarray:
    whole = np.zeros(length)
    part = audio[: length - at]
    whole[at : at + len(part)] = part
    return whole


def test_in_a_silent_stream_the_clip_is_all_that_is_heard(rig: Callable) -> None:
    run = rig(noise(2.0), silent=True)
    run.run(0.4)
    audio = noise(0.5, seed=1)
    played = clip(audio)
    run.path.clips.start(played)
    begun = len(run.device.output())
    out = run.run(1.0)
    # Handed over between two periods, it leaves the buffers one pre-fill later.
    assert begun % PERIOD == 0
    expected = placed(faded(audio), begun + run.path.prefill, len(out))
    np.testing.assert_allclose(out, expected, atol=1e-7)
    assert not out[: begun + run.path.prefill].any()
    assert played.done
    assert played.played_s == 0.5


@pytest.mark.parametrize("voice_id", [None, "robot"])
def test_over_a_voice_the_clip_is_added_to_what_the_voice_says(
    rig: Callable, syrinx_home: Path, voice_id: str | None
) -> None:
    audio, outputs = noise(0.5, seed=1, level=0.03), []
    for wanted in (None, clip(audio)):
        voice = None if voice_id is None else VoiceLibrary(syrinx_home).get(voice_id)
        chain = build_voice_chain(voice, sample_rate=RATE, params=m.VoiceParams())
        run = rig(noise(1.5, level=0.05), chain=chain)
        run.run(0.4)
        if wanted is not None:
            run.path.clips.start(wanted)
        begun = len(run.device.output())
        outputs.append(run.run(1.0))
    without, with_clip = outputs
    assert np.abs(without).max() > 0.01
    expected = without + placed(faded(audio), begun + run.path.prefill, len(without))
    np.testing.assert_allclose(with_clip, expected, atol=1e-6)


def test_voice_and_clip_together_never_leave_full_scale(rig: Callable) -> None:
    run = rig(np.full(RATE, 0.8, np.float32))
    run.path.clips.start(clip(np.full(RATE // 2, 0.8, np.float32)))
    assert run.run().max() == 1.0


def test_a_clip_that_is_stopped_fades_in_5_ms(rig: Callable) -> None:
    run = rig(noise(2.0), silent=True)
    audio = noise(1.5, seed=1)
    played = clip(audio)
    run.path.clips.start(played)
    run.run(0.4)
    run.path.clips.stop(played)
    stopped = len(run.device.output())
    out = run.run(1.0)[run.path.prefill :]
    expected = faded(audio)[: len(out)]
    expected[stopped : stopped + FADE] *= rising()[::-1]
    expected[stopped + FADE :] = 0
    np.testing.assert_allclose(out, expected, atol=1e-7)
    assert played.done
    assert not run.path.clips.holds(played)


def test_clips_over_each_other_are_their_sum(rig: Callable) -> None:
    """Against an oracle: each faded, placed and weighted on its own, then added."""
    run = rig(noise(3.0), silent=True)
    expected = np.zeros(3 * RATE)
    for number in range(MAX_CLIPS):
        audio, gain = noise(0.3 + 0.1 * number, seed=number, level=0.02), 0.25 * (number + 1)
        begun = len(run.device.output())
        run.path.clips.start(clip(audio, gain=gain, slot=str(number)))
        expected += gain * placed(faded(audio), begun, 3 * RATE)
        run.run(0.1)
    out = run.run(1.5)[run.path.prefill :]
    np.testing.assert_allclose(out, expected[: len(out)], atol=1e-6)


def test_a_loop_is_in_time_to_the_sample_and_takes_its_step_back(rig: Callable) -> None:
    run = rig(noise(2.0), silent=True)
    audio = noise(0.25, seed=1) + np.linspace(-0.3, 0.3, RATE // 4, dtype=np.float32)
    run.path.clips.start(clip(audio, loop=True))
    out = run.run(1.9)[run.path.prefill :]
    begin = audio.astype(np.float64)
    begin[:FADE] *= rising()
    again = audio.astype(np.float64)
    again[:FADE] += (again[-1] - again[0]) * rising()[::-1]
    expected = np.concatenate([begin] + 8 * [again])[: len(out)]
    np.testing.assert_allclose(out, expected, atol=1e-6)


@pytest.mark.parametrize("samples", [1, 7, 239, 240, 241])
def test_a_loop_of_a_few_samples_is_no_burden(samples: int) -> None:
    mixer, tone = ClipMixer(RATE), np.full(samples, 0.5, np.float32)
    played = clip(tone, loop=True)
    mixer.start(played)
    out = np.zeros(2 * RATE, np.float32)
    mixer.mix(out)
    np.testing.assert_allclose(out[FADE:], 0.5, atol=1e-7)
    assert played._round < 2 / 0.05
    assert played.played_s < samples / RATE


@pytest.mark.parametrize("sizes", [[4096], [1] * 600, [17, 300, 64, 1000]])
def test_the_level_slides_and_arrives(sizes: list[int]) -> None:
    mixer, played = ClipMixer(RATE), clip(np.ones(RATE, np.float32))
    mixer.start(played)
    mixer.mix(np.zeros(1000, np.float32))
    played.gain = 0.25
    out = np.zeros(sum(sizes), np.float32)
    at = 0
    for size in sizes:
        mixer.mix(out[at : at + size])
        at += size
    expected = np.maximum(0.25, 1.0 - np.arange(1, len(out) + 1) / FADE)
    np.testing.assert_allclose(out, expected, atol=1e-5)


def test_a_clip_through_the_voice_is_heard_as_the_voice_says_it(
    rig: Callable, syrinx_home: Path, tmp_path: Path
) -> None:
    """The same as if it had been spoken; and the input is recorded without it."""
    audio, spoken = noise(0.5, seed=1, level=0.05), noise(1.5, level=0.05)
    robot = VoiceLibrary(syrinx_home).get("robot")
    runs = []
    for through in (True, False):
        chain = build_voice_chain(robot, sample_rate=RATE, params=m.VoiceParams())
        begun = round(0.4 * RATE) // PERIOD * PERIOD
        heard = spoken if through else spoken + placed(faded(audio), begun, len(spoken))
        run = rig(heard, chain=chain)
        run.run(0.4)
        if through:
            run.path.clips.start(clip(audio, through_voice=True))
        runs.append(run)
    recorder = Recorder(tmp_path / "take.wav", sample_rate=RATE, latency=0)
    runs[0].path.recorder = recorder
    through, said = (run.run(1.0) for run in runs)
    recorder.close()
    np.testing.assert_allclose(through, said, atol=1e-5)
    stereo, _ = soundfile.read(tmp_path / "take.wav", dtype="float32")
    at = round(0.4 * RATE) // PERIOD * PERIOD
    np.testing.assert_allclose(stereo[:, 0], spoken[at : at + len(stereo)], atol=1e-6)


@settings(max_examples=60, deadline=None)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from([1, 17, 64, 128, 441, 1024]),
            st.sampled_from(["stop", "play", "short", "loop", "soft", "on", "on"]),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_no_step_in_the_sound_whenever_clips_come_and_go(steps: list[tuple[int, str]]) -> None:
    """Of constant clips all that moves is the fades: their slope is known, a click is a step."""
    mixer, parts, playing = ClipMixer(RATE), [np.zeros(1, np.float32)], []
    most = 1
    for size, what in steps:
        if what in ("play", "short", "loop"):
            length = 100 if what == "short" else 3000
            playing.append(clip(np.ones(length, np.float32), loop=what == "loop"))
            mixer.start(playing[-1])
        if what == "stop" and playing:
            mixer.stop(playing.pop(0))
        if what == "soft" and playing:
            playing[-1].gain = 0.5
        parts.append(np.zeros(size, np.float32))
        mixer.mix(parts[-1])
        most = max(most, len(mixer._playing) + len(playing))
    moves = np.abs(np.diff(np.concatenate(parts))).max()
    # A clip of 100 samples has fades of its own over all of it, short of the full height.
    assert moves <= (most + 2.1) * np.pi / 2 / FADE


def test_a_storm_of_clips_is_bounded_and_none_is_lost() -> None:
    mixer, clips = ClipMixer(RATE), [clip(np.full(480, 0.01, np.float32)) for _ in range(100)]
    for one in clips:
        mixer.start(one)
    for _ in range(200):
        mixer.mix(np.zeros(PERIOD, np.float32))
        assert len(mixer._playing) <= 2 * MAX_CLIPS
    assert all(one.done for one in clips)
    assert not any(mixer.holds(one) for one in clips)


def test_the_clip_goes_on_when_the_device_turns_out_to_have_a_larger_period(rig: Callable) -> None:
    before, run = rig(noise(1.0), silent=True), rig(noise(1.0), silent=True, period=480)
    played = clip(noise(0.5))
    before.path.clips.start(played)
    before.run(0.1)
    run.path.take_over(before.path)
    run.run(0.2)
    assert played.played_s == pytest.approx(0.3, abs=0.02)


# ---- reading ----


@pytest.mark.parametrize("rate", [16000, 44100, 48000])
def test_a_file_is_read_as_mono_at_the_device_s_rate(tmp_path: Path, rate: int) -> None:
    rng = np.random.default_rng(0)
    stereo = (0.1 * rng.standard_normal((2 * rate, 2))).astype(np.float32)
    path = tmp_path / "stereo.wav"
    soundfile.write(path, stereo, rate, subtype="FLOAT")
    read = read_sound(str(path), RATE)
    assert read is not None
    mono = stereo.mean(axis=1)
    once = mono if rate == RATE else soxr.resample(mono, rate, RATE, quality="VHQ")
    assert read.seconds == 2.0
    np.testing.assert_allclose(read.audio, once, atol=1e-6)


@pytest.mark.parametrize("samples", [1, 7, 100, 300])
def test_a_clip_of_a_few_samples_is_one(tmp_path: Path, samples: int) -> None:
    path = tmp_path / "short.wav"
    soundfile.write(path, np.full(samples, 0.5), 16000)
    read = read_sound(str(path), RATE)
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
            read_sound(str(path), RATE)
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
        self.read: list[str] = []
        monkeypatch.setattr(clip_reader, "read_sound", self._read)
        monkeypatch.setattr(clip_reader, "stamp_of", lambda _: (1, 1))
        self.parts: list[tuple[float, float | None]] = []
        self.told: list[m.Event] = []
        self.desk = ClipDesk(self.told.append)
        self.mixer = ClipMixer(RATE)
        self.desk.begin(self.mixer)

    def offer(self, path: str, *, seconds: float = 1.0, ready: bool = True) -> None:
        self.gates[path] = threading.Event()
        self.lengths[path] = round(seconds * RATE)
        if ready:
            self.gates[path].set()

    def play(
        self, path: str, *, seconds: float = 1.0, ready: bool = True, **options: object
    ) -> None:
        self.offer(path, seconds=seconds, ready=ready)
        self.desk.play(m.PlayClip(path=path, **options))  # type: ignore[arg-type]

    def after(self, events: int) -> list[m.Event]:
        """Look after it until so many events were told, and return them."""
        deadline = time.monotonic() + 10
        while len(self.told) < events:
            assert time.monotonic() < deadline
            self.desk.look_after()
            time.sleep(0.001)
        told, self.told[:] = self.told[:], []
        return told

    def pass_time(self, seconds: float) -> np.ndarray:
        out = np.zeros(round(seconds * RATE), np.float32)
        self.mixer.mix(out)
        return out

    def _read(
        self,
        path: str,
        sample_rate: int,
        *,
        start_s: float,
        seconds: float | None,
        unwanted: Callable[[], bool],
    ) -> Sound | None:
        self.read.append(path)
        self.parts.append((start_s, seconds))
        assert self.gates[path].wait(10)
        if unwanted():
            return None
        if path == "broken.wav":
            raise SyrinxError("broken.wav is broken.")
        if path == "strange.wav":
            raise ZeroDivisionError("strange")
        return Sound(path, np.ones(self.lengths[path], np.float32), sample_rate=sample_rate)


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk(monkeypatch)
    yield made
    for gate in made.gates.values():
        gate.set()
    made.desk.close()


def started(path: str, slot: str = "", seconds: float = 1.0) -> m.ClipStarted:
    return m.ClipStarted(path=path, seconds=seconds, slot=slot)


def stopped(path: str, reason: m.ClipEnd, seconds: float, slot: str = "") -> m.ClipStopped:
    return m.ClipStopped(path=path, reason=reason, seconds=seconds, slot=slot)


def test_a_clip_starts_plays_and_ends(desk: Desk) -> None:
    desk.play("a.wav")
    assert desk.after(1) == [started("a.wav")]
    desk.pass_time(0.75)
    assert desk.desk.played == (("", 0.75),)
    desk.desk.look_after()
    assert not desk.told
    desk.pass_time(0.5)
    assert desk.after(1) == [stopped("a.wav", "ended", 1.0)]
    assert desk.desk.played == ()
    desk.desk.stop("")
    assert not desk.told


def test_a_clip_is_stopped_and_another_replaced(desk: Desk) -> None:
    desk.play("a.wav")
    desk.after(1)
    desk.pass_time(0.25)
    desk.play("b.wav")
    assert desk.after(2) == [stopped("a.wav", "replaced", 0.25), started("b.wav")]
    desk.pass_time(0.5)
    desk.desk.stop("")
    assert desk.after(1) == [stopped("b.wav", "command", 0.5)]


def test_slots_play_over_each_other_and_one_alone_stops_the_others(desk: Desk) -> None:
    desk.play("take.wav")
    for slot in ("1", "2"):
        desk.play(f"{slot}.wav", slot=slot, gain_db=-20.0)
    assert desk.after(3) == [started("take.wav"), started("1.wav", "1"), started("2.wav", "2")]
    assert desk.pass_time(0.5)[-1] == pytest.approx(1.2)
    desk.play("slow.wav", slot="3", ready=False)
    desk.play("4.wav", slot="4", alone=True)
    # The take is nobody's pad: it plays on.
    assert desk.after(4) == [
        stopped("slow.wav", "replaced", 0.0, "3"),
        stopped("1.wav", "replaced", 0.5, "1"),
        stopped("2.wav", "replaced", 0.5, "2"),
        started("4.wav", "4"),
    ]
    assert dict(desk.desk.played) == {"": 0.5, "4": 0.0}
    desk.desk.stop(None)
    assert {event.slot for event in desk.after(2)} == {"", "4"}  # type: ignore[union-attr]


def test_one_clip_too_many_replaces_the_oldest(desk: Desk) -> None:
    for number in range(MAX_CLIPS):
        desk.play(f"{number}.wav", slot=str(number))
        desk.after(1)
    desk.play("more.wav", slot="more")
    assert desk.after(2) == [stopped("0.wav", "replaced", 0.0, "0"), started("more.wav", "more")]
    assert len(desk.desk.played) == MAX_CLIPS


def test_what_is_being_read_holds_nobody_up_and_can_be_withdrawn(desk: Desk) -> None:
    desk.play("slow.wav", ready=False)
    desk.desk.look_after()
    assert not desk.told
    desk.play("b.wav", ready=False)
    assert desk.after(1) == [stopped("slow.wav", "replaced", 0.0)]
    desk.gates["slow.wav"].set()
    desk.desk.stop("")
    assert desk.after(1) == [stopped("b.wav", "command", 0.0)]
    desk.gates["b.wav"].set()
    desk.play("c.wav")
    assert desk.after(1) == [started("c.wav")]


def test_what_was_prepared_starts_without_being_read(desk: Desk) -> None:
    for path in ("a.wav", "b.wav", "broken.wav"):
        desk.offer(path)
    desk.desk.prepare(("a.wav", "broken.wav", "b.wav"))
    deadline = time.monotonic() + 10
    while desk.desk._preparing is not None or len(desk.read) < 3:
        assert time.monotonic() < deadline
        desk.desk.look_after()
        time.sleep(0.001)
    assert desk.read == ["a.wav", "broken.wav", "b.wav"]
    for path in ("a.wav", "b.wav"):
        desk.play(path, slot=path, loop=True)
    # At once, without a look at what was read.
    assert desk.told == [started("a.wav", "a.wav"), started("b.wav", "b.wav")]
    assert desk.read == ["a.wav", "broken.wav", "b.wav"]
    # Another stream of another rate wants them anew, but not what was found to be broken.
    desk.desk.end(error=None)
    desk.desk.begin(ClipMixer(44100))
    while desk.desk._preparing is not None:
        assert time.monotonic() < deadline
        desk.desk.look_after()
        time.sleep(0.001)
    assert desk.read[3:] == ["a.wav", "b.wav"]


def test_the_level_of_a_slot_follows(desk: Desk) -> None:
    desk.play("a.wav", slot="1", ready=False)
    desk.desk.set_gain("1", -20.0)
    desk.gates["a.wav"].set()
    desk.after(1)
    assert desk.pass_time(0.1)[-1] == pytest.approx(0.1)
    desk.desk.set_gain("1", 0.0)
    desk.desk.set_gain("nobody", 0.0)
    assert desk.pass_time(0.1)[-1] == pytest.approx(1.0)


@pytest.mark.parametrize("path", ["broken.wav", "strange.wav"])
def test_a_file_that_fails_leaves_what_plays(desk: Desk, path: str) -> None:
    desk.play("a.wav", slot="1")
    desk.after(1)
    desk.play(path, slot="1")
    (failed,) = desk.after(1)
    assert isinstance(failed, m.CommandFailed)
    assert (failed.command, failed.slot) == ("PlayClip", "1")
    assert path in failed.message
    assert desk.desk.played == (("1", 0.0),)


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
    assert desk.after(1) == [started("c.wav")]


def test_the_audio_thread_is_never_the_last_to_hold_a_clip(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Freeing 115 MB takes time: the desk keeps a clip until the DSP thread has let go of it."""
    monkeypatch.setattr(clip_desk, "_KEPT_S", 0.0)
    desk.play("a.wav")
    desk.after(1)
    desk.pass_time(0.1)
    first = desk.desk._playing[""]
    desk.desk.stop("")
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

    assert read_sound(str(path), RATE, unwanted=unwanted) is None
    assert len(asked) == 3


def test_the_shelf_keeps_what_is_wanted_as_far_as_it_fits(tmp_path: Path) -> None:
    shelf = Shelf(limit=2 * 4 * RATE)
    names = [str(tmp_path / f"{number}.wav") for number in range(3)]
    for name in names:
        soundfile.write(name, noise(1.0), RATE, subtype="FLOAT")
    shelf.want(names)
    read = []
    while (name := shelf.missing(RATE)) is not None:
        read.append(name)
        shelf.put(attempt(ReadRequest(path=name, sample_rate=RATE), lambda: False))
    assert read == names
    assert [shelf.find(name, RATE) is not None for name in names] == [True, True, False]
    assert shelf.find(names[0], 44100) is None
    soundfile.write(names[0], noise(2.0), RATE, subtype="FLOAT")  # it was recorded anew
    assert shelf.find(names[0], RATE) is None
    shelf.want(names[1:])
    assert shelf.missing(RATE) == names[2]
