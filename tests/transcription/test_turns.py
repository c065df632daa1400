"""Speakers told apart: a script of who speaks when, found again from windows."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.app.clone.likeness import grouped
from syrinx.app.transcription.speakers import embedded, labelled, split, with_speakers
from syrinx.app.transcription.transcript import Segment, Transcript, Word
from syrinx.app.transcription.turns import (
    TurnSettings,
    by_appearance,
    runs,
    stretches,
    windows,
)
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import SPEAKER_MODEL, ModelRegistry
from syrinx.neural.runtime.speaker import SpeakerEmbedder
from syrinx.neural.runtime.turn_space import TurnSpace, load_turn_space
from syrinx.training.recipes.turn_space import space_of

RATE = 16_000
SETTINGS = TurnSettings()
PITCHES = (150.0, 400.0, 1100.0, 2500.0)


class Ear(SpeakerEmbedder):
    """Knows speakers by their tone: energy near each of four pitches, as a direction."""

    def __init__(self) -> None:
        self.longest = 0

    def window(self, audio: np.ndarray) -> np.ndarray:
        self.longest = max(self.longest, len(audio))
        power = np.abs(np.fft.rfft(audio)) ** 2
        hz = np.fft.rfftfreq(len(audio), 1 / RATE)
        found = np.array([power[np.abs(hz - p) < 60].sum() for p in PITCHES]) + 1e-9
        rng = np.random.default_rng(len(audio))
        return (found / np.linalg.norm(found) + 0.05 * rng.standard_normal(4)).astype(np.float32)


def script(turns: list[tuple[int, float]], gap_s: float = 0.2) -> tuple[np.ndarray, list, list]:
    """Tones in turns of (who, seconds): audio, words of 0.4 s, and whose each is."""
    pieces, words, whose, at = [np.zeros(RATE // 2, np.float32)], [], [], 0.5
    for who, seconds in turns:
        time = np.arange(round(seconds * RATE)) / RATE
        pieces.append((0.2 * np.sin(2 * np.pi * PITCHES[who] * time)).astype(np.float32))
        count = round(seconds / 0.4)
        for place in range(count):
            words.append((at + place * seconds / count, at + (place + 1) * seconds / count))
            whose.append(who)
        pieces.append(np.zeros(round(gap_s * RATE), np.float32))
        at += len(time) / RATE + gap_s
    return np.concatenate(pieces), words, whose


def transcript_of(words: list, duration_s: float, per_segment: int = 7) -> Transcript:
    made = [Word(text=f"w{i}", start_s=a, end_s=b) for i, (a, b) in enumerate(words)]
    segments = [made[i : i + per_segment] for i in range(0, len(made), per_segment)]
    return Transcript(
        segments=tuple(Segment(words=tuple(part)) for part in segments),
        duration_s=duration_s,
        speakers=("Old name",),
    )


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Ear:
    made = Ear()
    plain = TurnSpace(mean=np.zeros(4), matrix=np.eye(4))
    monkeypatch.setattr("syrinx.app.transcription.speakers.SpeakerEmbedder", lambda _: made)
    monkeypatch.setattr("syrinx.app.transcription.speakers.load_turn_space", lambda: plain)
    return made


TURNS = [(2, 3.0), (0, 6.0), (2, 2.0), (1, 7.0), (0, 1.6), (1, 4.0), (2, 5.0)]


@pytest.mark.parametrize("gap_s", [0.0, 0.15, 0.7])
def test_the_script_is_found_again(tmp_path: Path, ear: Ear, gap_s: float) -> None:
    audio, words, whose = script(TURNS, gap_s)
    path = tmp_path / "talk.wav"
    soundfile.write(path, audio, RATE)
    before = transcript_of(words, len(audio) / RATE)
    after = with_speakers(path, before, tmp_path)
    heard = [s.speaker for s in after.segments for _ in s.words]
    assert [w.text for w in after.words()] == [w.text for w in before.words()]
    wrong = sum(a != b for a, b in zip(heard, by_appearance(whose), strict=True))
    assert wrong <= (3 if gap_s == 0 else 0)  # a word at a turn without any pause
    assert set(heard) == {0, 1, 2}
    assert heard[0] == 0
    assert after.speakers == ()
    starts = [s.start_s for s in after.segments]
    assert starts == sorted(starts)


def test_any_rate_and_both_channels(tmp_path: Path, ear: Ear) -> None:
    audio, words, whose = script([(0, 4.0), (1, 4.0)])
    wide = np.repeat(audio, 3)[:, None] * np.ones((1, 2), np.float32)
    path = tmp_path / "talk.flac"
    soundfile.write(path, wide, 3 * RATE)
    after = with_speakers(path, transcript_of(words, len(audio) / RATE), tmp_path)
    assert [s.speaker for s in after.segments for _ in s.words] == whose


def test_segments_are_split_at_turns_only() -> None:
    words = tuple(Word(text=t, start_s=i, end_s=i + 1) for i, t in enumerate("abcde"))
    whose = {id(w): s for w, s in zip(words, (0, 0, 1, 1, 0), strict=True)}
    parts = list(split(Segment(words=words), whose))
    assert [(p.text, p.speaker) for p in parts] == [("a b", 0), ("c d", 1), ("e", 0)]


def test_nothing_said_and_silence(tmp_path: Path, ear: Ear) -> None:
    path = tmp_path / "quiet.wav"
    soundfile.write(path, np.zeros(4 * RATE), RATE)
    empty = Transcript(segments=(), duration_s=4.0)
    assert with_speakers(path, empty, tmp_path).segments == ()
    told = with_speakers(path, transcript_of([(0.5, 1.0), (1.0, 3.9)], 4.0), tmp_path)
    assert [s.speaker for s in told.segments] == [0]


def test_words_beyond_the_end_of_the_file(tmp_path: Path, ear: Ear) -> None:
    audio, words, whose = script([(0, 4.0), (1, 4.0)])
    path = tmp_path / "talk.wav"
    soundfile.write(path, audio, RATE)
    late = [*words, (words[-1][1] + 5, words[-1][1] + 6)]
    after = with_speakers(path, transcript_of(late, 20.0), tmp_path)
    assert [s.speaker for s in after.segments for _ in s.words][:-1] == whose


def test_a_known_number_of_speakers(tmp_path: Path, ear: Ear) -> None:
    audio, words, _ = script(TURNS)
    path = tmp_path / "talk.wav"
    soundfile.write(path, audio, RATE)
    before = transcript_of(words, len(audio) / RATE)
    for count in (1, 3):
        after = with_speakers(path, before, tmp_path, speakers=count)
        assert len({s.speaker for s in after.segments}) == count
    with pytest.raises(SyrinxError, match="one speaker at least"):
        with_speakers(path, before, tmp_path, speakers=0)


def test_little_of_the_recording_is_in_memory(tmp_path: Path) -> None:
    """Windows far apart: what lies between is dropped, and every window is what it should be."""
    path, ear = tmp_path / "long.wav", Ear()
    rng = np.random.default_rng(0)
    audio = (0.1 * rng.standard_normal(RATE * 60)).astype(np.float32)
    soundfile.write(path, audio, RATE, subtype="FLOAT")
    spans = [(0.0, 1.5), (0.5, 2.0), (31.25, 32.75), (58.5, 60.0)]
    heard: list[np.ndarray] = []
    ear.window = lambda piece: heard.append(piece.copy()) or np.zeros(4, np.float32)  # type: ignore
    assert len(list(embedded(path, spans, ear))) == 4
    for piece, (start, end) in zip(heard, spans, strict=True):
        np.testing.assert_array_equal(piece, audio[round(start * RATE) : round(end * RATE)])


def test_stretches_and_windows() -> None:
    speech = stretches([(0.0, 0.4), (0.5, 1.0), (2.0, 2.2), (4.0, 8.0)], 0.3)
    assert speech == [(0.0, 1.0), (2.0, 2.2), (4.0, 8.0)]
    short, tiny, long = windows(speech, SETTINGS)
    assert short == [(0.0, 1.0)]
    assert tiny[0][1] - tiny[0][0] == pytest.approx(SETTINGS.window_s / 2)
    assert (tiny[0][0] + tiny[0][1]) / 2 == pytest.approx(2.1)
    assert long[0][0] == 4.0
    assert long[-1][1] == pytest.approx(8.0)
    assert max(b[0] - a[0] for a, b in itertools.pairwise(long)) <= SETTINGS.step_s


def test_windows_never_begin_before_the_recording() -> None:
    assert windows([(0.0, 0.1)], SETTINGS)[0][0][0] == 0.0


def test_runs_end_at_a_change_and_at_a_pause() -> None:
    a, b = np.eye(3)[:2]
    found = runs(np.stack([a, a, b, b, b, b]), [0, 0, 0, 0, 1, 1], SETTINGS)
    assert found == [[0, 1], [2, 3], [4, 5]]


def test_weighted_linkage_is_that_of_the_members() -> None:
    """Groups of means with their counts are the groups of all members, where those begin so."""
    rng = np.random.default_rng(4)
    centres = rng.standard_normal((3, 12))
    rows = np.repeat(centres, 8, axis=0) + 0.4 * rng.standard_normal((24, 12))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    whole = grouped(rows, 0.3)
    parts = rows.reshape(6, 4, 12).mean(axis=1)
    by_mean = grouped(parts, 0.3, np.full(6, 4.0))
    wanted = [sorted(i for p in group for i in range(4 * p, 4 * p + 4)) for group in by_mean]
    assert sorted(map(sorted, whole)) == sorted(wanted)
    assert len(whole) == 3


def test_a_crumb_of_another_sound_is_no_speaker() -> None:
    rng = np.random.default_rng(0)
    spans = [(float(t), t + 1.5) for t in np.arange(0, 60, 1.5)]
    words = [(a + 0.1, b - 0.1) for a, b in spans]
    who = np.array([i // 10 % 2 for i in range(len(spans))])
    rows = np.eye(20)[who] + 0.1 * rng.standard_normal((len(spans), 20))
    rows[7] = np.eye(20)[9]  # a cough
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    labels = labelled(words, spans, list(range(len(spans))), rows)
    assert labels[:7] + labels[8:] == [int(w) for i, w in enumerate(who) if i != 7]
    assert set(labels) == {0, 1}


def test_an_hour_has_a_bounded_number_of_runs() -> None:
    rng = np.random.default_rng(1)
    n = 2400
    spans = [(1.5 * i, 1.5 * i + 1.4) for i in range(n)]
    who = rng.integers(0, 3, n // 8).repeat(8)
    rows = np.eye(16)[who] + 0.15 * rng.standard_normal((n, 16))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    settings = TurnSettings(most_runs=200)
    labels = labelled(spans, spans, list(range(n)), rows, settings=settings)
    assert np.mean(np.array(labels) == np.array(by_appearance(who.tolist()))) > 0.99


def test_the_shipped_space_belongs_to_the_shipped_encoder() -> None:
    space = load_turn_space()
    assert space.speaker_encoder == ModelRegistry().entry(SPEAKER_MODEL).sha256
    np.testing.assert_allclose(space.matrix, space.matrix.T, atol=0.02)
    rows = np.random.default_rng(0).standard_normal((5, 192))
    np.testing.assert_allclose(np.linalg.norm(space.placed(rows), axis=1), 1)


def test_the_spread_of_one_person_is_divided_out() -> None:
    """Speakers differ in one direction, every take in another one, and much more."""
    rng = np.random.default_rng(2)
    whose = np.repeat(np.arange(40), 10)
    rows = 0.05 * rng.standard_normal((400, 6))
    rows[:, 0] += 3.0 * rng.standard_normal(400)
    rows[:, 1] += rng.standard_normal(40)[whose]
    mean, matrix = space_of(rows, whose, even_share=0.01)
    placed = TurnSpace(mean=mean, matrix=matrix).placed(rows)
    same = whose[:, None] == whose[None]
    cosines = placed @ placed.T
    plain = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    before = plain @ plain.T
    gap = cosines[same].mean() - cosines[~same].mean()
    assert gap > 2 * (before[same].mean() - before[~same].mean())


def test_a_space_is_kept_and_damage_is_told(tmp_path: Path) -> None:
    path = tmp_path / "space.npz"
    TurnSpace(mean=np.ones(4), matrix=2 * np.eye(4), speaker_encoder="abc").save(path)
    back = load_turn_space(path)
    assert back.speaker_encoder == "abc"
    np.testing.assert_array_equal(back.matrix, 2 * np.eye(4))
    content = path.read_bytes()
    for damaged in (content[:100], b"", b"PK" + content[2:300]):
        path.write_bytes(damaged)
        with pytest.raises(SyrinxError, match="damaged"):
            load_turn_space(path)
    with pytest.raises(SyrinxError, match="cannot be read"):
        load_turn_space(tmp_path / "missing.npz")
