"""The check of takes: spoiled in each way, compared with others, stored and read again."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable

import numpy as np
import pytest

from syrinx.app.clone.likeness import dominant, likeness, odd_ones, one_voice, reference_of
from syrinx.app.clone.take_report import TakeIssue, report_from_json
from syrinx.app.clone.takes import (
    TakeChecker,
    TakeLimits,
    accepted_takes,
    letters,
)
from syrinx.dsp.errors import SyrinxError
from tests.dsp.signals import VOWELS, voice

RATE = 16_000


def take(f0_hz: float = 140.0, *, syllables: int = 12, rate: int = RATE, seed: int = 0):
    """Syllables of different vowels and loudness, 0.4 s of faint hiss before and after."""
    rng = np.random.default_rng(seed)
    pause = round(0.4 * rate)
    parts = [np.zeros(pause)]
    for index in range(syllables):
        size = round(rng.uniform(0.16, 0.26) * rate)
        hz = f0_hz * 2 ** (0.25 * np.sin(np.linspace(index, index + 1, size)))
        vowel = voice(hz, rate, VOWELS["aiu"[index % 3]]) * rng.uniform(0.3, 1.0)
        shape = np.clip(np.minimum(np.arange(size), size - np.arange(size)) / (0.02 * rate), 0, 1)
        accent = 1 + 0.8 * np.exp(-(((np.arange(size) - 0.4 * size) / (0.006 * rate)) ** 2))
        parts += [0.6 * vowel * shape**2 * accent, np.zeros(round(rng.uniform(0.05, 0.12) * rate))]
    parts.append(np.zeros(pause))
    audio = np.concatenate(parts)
    return (audio + 1e-4 * rng.standard_normal(len(audio))).astype(np.float32)


class ByPitch:
    """A speaker encoder that hears only pitch: an octave up is another person."""

    def embed(self, audio: np.ndarray) -> np.ndarray:
        from syrinx.dsp.recording_speech import pitch_track

        found = pitch_track(np.asarray(audio, np.float32))
        if not (found > 0).any():
            raise SyrinxError("nobody")
        angle = np.pi / 2 * float(np.log2(np.median(found[found > 0]) / 140.0))
        out = np.zeros(192, np.float32)
        out[:2] = np.cos(angle), np.sin(angle)
        return out


@pytest.fixture
def checker() -> TakeChecker:
    return TakeChecker(ByPitch())


def test_a_good_take_is_accepted(checker: TakeChecker) -> None:
    report = checker.check(take(), RATE)
    assert report.accepted, report.problems
    assert report.likeness is None
    assert report.embedding is not None
    assert report.quality.levels.snr_db > 40


def echoing(audio: np.ndarray) -> np.ndarray:
    rng = np.random.default_rng(1)
    tail = rng.standard_normal(RATE) * 10 ** (-3 * np.arange(RATE) / RATE / 1.2)
    response = np.concatenate([[1.0], 0.1 * tail])
    n_fft = 1 << int(np.ceil(np.log2(len(audio) + len(response))))
    wet = np.fft.irfft(np.fft.rfft(audio, n_fft) * np.fft.rfft(response, n_fft))
    return (0.5 * wet[: len(audio) + RATE // 4] / np.abs(wet).max()).astype(np.float32)


def humming(audio: np.ndarray) -> np.ndarray:
    time = np.arange(len(audio)) / RATE
    hum = sum(np.sin(2 * np.pi * k * 50.02 * time) / k for k in (1, 2, 3))
    return (audio + 0.02 * hum).astype(np.float32)


def noisy(audio: np.ndarray) -> np.ndarray:
    return audio + 0.015 * np.random.default_rng(0).standard_normal(len(audio)).astype(np.float32)


SPOILED: dict[str, tuple[TakeIssue, Callable[[np.ndarray], np.ndarray]]] = {
    "zeros": (TakeIssue.SILENT, np.zeros_like),
    "hiss": (TakeIssue.SILENT, lambda a: noisy(0 * a)),
    "short": (TakeIssue.TOO_SHORT, lambda a: np.r_[a[:10_000], 0 * a[:4000]]),
    "quiet": (TakeIssue.TOO_QUIET, lambda a: 0.01 * a),
    "clipped": (TakeIssue.CLIPPED, lambda a: np.clip(6 * a, -1, 1)),
    "clipped, then turned down": (TakeIssue.CLIPPED, lambda a: 0.3 * np.clip(6 * a, -1, 1)),
    "noisy": (TakeIssue.NOISY, noisy),
    "hum": (TakeIssue.HUM, humming),
    "echo": (TakeIssue.ECHO, echoing),
    "no start": (TakeIssue.CUT_START, lambda a: a[8200:]),
    "no end": (TakeIssue.CUT_END, lambda a: a[:-8900]),
    "long": (TakeIssue.TOO_LONG, lambda a: np.tile(a, 9)),
}


@pytest.mark.parametrize("kind", SPOILED)
def test_a_spoiled_take_is_refused_for_what_is_wrong(kind: str, checker: TakeChecker) -> None:
    issue, spoil = SPOILED[kind]
    report = checker.check(spoil(take()).astype(np.float32), RATE)
    assert issue in report.issues, report.problems
    assert not report.accepted
    for problem in report.problems:
        assert problem.sentence.endswith(".")
        assert len(problem.sentence) > 20


def test_the_rate_of_the_sound_card_changes_nothing(checker: TakeChecker) -> None:
    wide = take(rate=48_000)
    assert checker.check(wide, 48_000).accepted
    assert checker.check(np.clip(8 * wide, -1, 1), 48_000).issues >= {TakeIssue.CLIPPED}
    with pytest.raises(SyrinxError):
        checker.check(wide, 100)


def test_another_person_is_refused(checker: TakeChecker) -> None:
    reports = [checker.check(take(seed=seed), RATE) for seed in range(3)]
    others = accepted_takes(reports)
    assert len(others) == 3
    own = checker.check(take(145.0, seed=7), RATE, others=others)
    assert own.accepted
    assert own.likeness is not None
    stranger = checker.check(take(260.0, seed=8), RATE, others=others)
    assert stranger.issues == {TakeIssue.OTHER_SPEAKER}
    assert stranger.likeness is not None
    assert stranger.likeness < 0.3 < own.likeness
    # Refused takes are nobody's reference.
    assert len(accepted_takes([*reports, stranger])) == 3
    assert len(accepted_takes([])) == 0


def test_two_people_in_one_take(checker: TakeChecker) -> None:
    both = np.concatenate([take(130.0, syllables=16), take(280.0, syllables=16)])
    assert TakeIssue.TWO_SPEAKERS in checker.check(both, RATE).issues
    assert one_voice(take(syllables=4), ByPitch().embed) == 1.0  # too short to tell


def test_likeness_does_not_depend_on_the_number_of_takes() -> None:
    """Takes that agree by 0.6 with each other are by 0.6 alike, one or many."""
    rng = np.random.default_rng(0)
    shared = np.zeros(192)
    shared[0] = np.sqrt(0.6)

    def one() -> np.ndarray:
        own = rng.standard_normal(192)
        own[0] = 0.0
        return (shared + np.sqrt(0.4) * own / np.linalg.norm(own)).astype(np.float32)

    for count in (1, 3, 30):
        reference = reference_of([one() for _ in range(count)], [120.0] * count)
        assert likeness(one(), 120.0, reference) == pytest.approx(0.6, abs=0.08)
    assert likeness(one(), 240.0, reference) < 0.35  # an octave away


def test_an_early_stranger_is_found_later() -> None:
    ours, theirs = np.eye(192, dtype=np.float32)[:2]
    reference = reference_of([theirs, ours, ours, ours], [0.0] * 4)
    assert odd_ones(reference, 0.4) == [0]
    assert odd_ones(reference_of([ours] * 5, [100.0] * 5), 0.4) == []
    assert odd_ones(reference_of([ours, theirs], [0.0] * 2), 0.4) == []  # who is it?


def test_the_main_speaker_is_who_speaks_longest() -> None:
    rng = np.random.default_rng(0)
    people = np.eye(192)[:3]
    who = np.array([0, 1, 0, 2, 1, 1, 0, 1])
    found = [people[i] + 0.02 * rng.standard_normal(192) for i in who]
    found = [(x / np.linalg.norm(x)).astype(np.float32) for x in found]
    even = dominant(found, np.ones(8), least=0.4)
    assert even == (who == 1).tolist()
    long = dominant(found, np.where(who == 2, 60.0, 1.0), least=0.4)
    assert long == (who == 2).tolist()
    assert dominant(found, np.ones(8), least=0.4, most=4) in (
        (who == 0).tolist(),
        (who == 1).tolist(),
    )
    assert dominant([], np.zeros(0), least=0.4) == []


def test_the_length_must_suit_the_text(checker: TakeChecker) -> None:
    audio = take()
    fitting = "a sentence of about this length reads well"
    assert checker.check(audio, RATE, text=fitting).accepted
    assert checker.check(audio, RATE, text=5 * fitting).issues == {TakeIssue.TEXT_TOO_SHORT}
    assert checker.check(audio, RATE, text="yes").issues == {TakeIssue.TEXT_TOO_LONG}
    assert checker.check(audio, RATE, text="yes", language="nl").accepted  # nothing is known
    assert checker.check(audio, RATE, text=" ").accepted


class Costs:
    """Says of every text what it was told to."""

    def __init__(self, cost: float | None) -> None:
        self._cost = cost
        self.asked: list[tuple[int, str, str]] = []

    def cost(self, audio: np.ndarray, text: str, language: str) -> float | None:
        self.asked.append((len(audio), text, language))
        return self._cost


FITTING = "a sentence of about this length reads well"


def test_the_text_is_held_against_what_was_heard() -> None:
    limits = TakeLimits()
    right = TakeChecker(None, texts=Costs(limits.text_cost - 0.1))
    report = right.check(take(), RATE, text=FITTING)
    assert report.accepted
    assert report.text_matches is True
    assert report.text_cost == pytest.approx(limits.text_cost - 0.1)
    wrong = TakeChecker(None, texts=Costs(limits.text_cost + 0.1))
    report = wrong.check(take(), RATE, text=FITTING)
    assert report.issues == {TakeIssue.OTHER_TEXT}
    assert report.text_matches is False
    again = report_from_json(json.loads(json.dumps(report.to_json())))
    assert (again.text_cost, again.text_matches) == (report.text_cost, False)
    nobody = TakeChecker(None, texts=Costs(None)).check(take(), RATE, text=FITTING)
    assert nobody.accepted
    assert nobody.text_matches is None


def test_somebody_who_is_hard_to_understand_is_believed_more_but_not_everything() -> None:
    limits = TakeLimits()
    hard = TakeChecker(None, texts=Costs(limits.text_cost_lenient))
    assert not hard.check(take(), RATE, text=FITTING).accepted
    report = hard.check(take(), RATE, text=FITTING, lenient=True)
    assert report.accepted
    assert report.text_matches is False
    assert TakeIssue.OTHER_TEXT in {found.issue for found in report.remarks}
    other = TakeChecker(None, texts=Costs(limits.text_cost_lenient + 0.1))
    assert not other.check(take(), RATE, text=FITTING, lenient=True).accepted


def test_the_recogniser_hears_16_khz_and_only_texts_of_the_right_length() -> None:
    costs = Costs(0.0)
    checker = TakeChecker(None, texts=costs)
    audio = take()
    checker.check(audio, RATE, text=FITTING)
    assert costs.asked == [(round(len(audio) * 16_000 / RATE), FITTING, "en")]
    assert checker.check(audio, RATE, text="yes").issues == {TakeIssue.TEXT_TOO_LONG}
    checker.check(audio, RATE)
    assert len(costs.asked) == 1


def test_letters() -> None:
    assert letters("Is it 5, or 今天?") == 9


def test_a_report_is_stored_and_read_again(checker: TakeChecker) -> None:
    others = accepted_takes([checker.check(take(), RATE)])
    report = checker.check(noisy(take(260.0)), RATE, others=others)
    again = report_from_json(json.loads(json.dumps(report.to_json())))
    assert again.problems == report.problems
    assert again.quality == report.quality
    assert dataclasses.replace(again, likeness=0.5) != again
    assert again.likeness == report.likeness
    assert again.embedding == pytest.approx(report.embedding, abs=1e-4)
    broken = {**report.to_json(), "problems": [["nonsense", "x"]]}
    with pytest.raises(SyrinxError, match="check the take again"):
        report_from_json(broken)


def test_every_issue_has_words() -> None:
    from syrinx.app.clone.takes import _SENTENCES

    assert set(_SENTENCES) == set(TakeIssue)
    assert TakeLimits().rates("zh-CN") == TakeLimits().rates("zh")
