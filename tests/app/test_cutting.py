"""Dropped files: cut at pauses, strangers and music put aside, any length, broken files named."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.app.clone.cutting import CutConfig, cut_files, cut_frames, read_piece
from syrinx.app.clone.takes import TakeChecker
from syrinx.dsp.errors import SyrinxError
from syrinx.training.metrics.made_music import made_music
from tests.app.test_takes import ByPitch, noisy, take

RATE = 16_000


def write(path: Path, *parts: np.ndarray, rate: int = RATE) -> Path:
    soundfile.write(path, np.concatenate(parts), rate, subtype="PCM_16")
    return path


def test_pieces_are_cut_at_pauses() -> None:
    """Three sentences of 4 s, pauses of 0.2 s inside and of 0.8 s between."""
    rng = np.random.default_rng(0)
    sentence = np.concatenate([np.full(190, -20.0), np.full(20, -70.0), np.full(190, -20.0)])
    pause = np.full(80, -70.0)
    levels = np.concatenate([pause, sentence, pause, sentence, pause, sentence, pause])
    levels += rng.normal(0, 0.5, len(levels))
    found = cut_frames(levels, CutConfig(wanted_s=3.0))
    wanted = [(60, 500), (540, 980), (1020, 1460)]
    assert np.abs(np.array(found) - wanted).max() <= 5
    joined = cut_frames(levels, CutConfig(wanted_s=6.0))
    assert len(joined) == 2  # 8.8 s, and what is left
    assert cut_frames(np.full(3000, -70.0), CutConfig()) == []
    assert cut_frames(np.zeros(0), CutConfig()) == []


def test_nothing_is_longer_than_the_longest_and_nothing_overlaps() -> None:
    levels = -20.0 + 3 * np.sin(np.arange(9000) / 7.0)
    levels[np.arange(9000) % 100 < 10] = -60.0
    found = cut_frames(levels, CutConfig())
    assert len(found) > 6
    for (start, stop), (following, _) in pairwise(found):
        assert 200 <= stop - start <= 1200
        assert stop <= following
    with pytest.raises(SyrinxError):
        CutConfig(shortest_s=5.0, wanted_s=2.0)


def test_the_main_speaker_is_kept_and_the_rest_put_aside_with_reasons(tmp_path: Path) -> None:
    gap = np.zeros(RATE, np.float32)
    ours = [take(140.0, syllables=14, seed=i) for i in range(5)]
    theirs = take(270.0, syllables=14, seed=9)
    music = made_music(6.0, np.random.default_rng(1))
    first = write(
        tmp_path / "one.wav", ours[0], gap, theirs, gap, ours[1], gap, ours[2], gap, gap, music, gap
    )
    second = write(tmp_path / "two.wav", ours[3], gap, ours[4], gap)
    told: list[tuple[float, float]] = []
    report = cut_files(
        [first, second, first],
        TakeChecker(ByPitch()),
        on_progress=lambda done_s, total_s: told.append((done_s, total_s)),
    )
    assert len(report.kept) == 5
    assert [kept.piece.path for kept in report.kept] == [first] * 3 + [second] * 2
    reasons = report.aside_s()
    assert reasons["music"] > 4.0
    assert reasons["other_speaker"] == pytest.approx(len(theirs) / RATE, abs=1.0)
    assert report.kept_s == pytest.approx(sum(map(len, ours)) / RATE, abs=3.0)
    assert report.failed == ()
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    audio, rate = read_piece(report.kept[1].piece)
    start = round(report.kept[1].piece.start_s * RATE)
    whole, _ = soundfile.read(first, dtype="float32")
    assert rate == RATE
    assert np.array_equal(audio, whole[start : start + len(audio)])


def test_spoiled_pieces_are_put_aside_and_broken_files_named(tmp_path: Path) -> None:
    gap = 1e-4 * np.random.default_rng(0).standard_normal(RATE)
    good, loud = take(140.0, syllables=16), np.clip(9 * take(140.0, syllables=16, seed=4), -1, 1)
    path = write(tmp_path / "a.wav", good, gap, 0.7 * loud, gap, noisy(noisy(0 * good)))
    (tmp_path / "text.wav").write_text("no sound")
    report = cut_files([path, tmp_path / "text.wav", tmp_path / "none.wav"], TakeChecker(ByPitch()))
    assert len(report.kept) == 1
    assert [aside.reason for aside in report.aside] == ["clipped", "silent"]
    assert report.aside[0].sentence.endswith(".")
    assert len(report.failed) == 2
    assert "text.wav is not a sound file" in report.failed[0]


def test_long_files_keep_their_time(tmp_path: Path) -> None:
    """Blocks of 30 s at 44.1 kHz add up without a drift: the last piece is where it belongs."""
    rate = 44_100
    silence = 1e-4 * np.random.default_rng(0).standard_normal(100 * rate)
    last = take(rate=rate)
    path = write(tmp_path / "long.wav", take(rate=rate, seed=1), silence, last, rate=rate)
    report = cut_files([path], TakeChecker(None))
    assert len(report.kept) == 2
    ends = 100 + (len(take(rate=rate, seed=1)) + len(last)) / rate
    assert report.kept[-1].piece.end_s == pytest.approx(ends - 0.4, abs=0.4)


def test_it_can_be_cancelled(tmp_path: Path) -> None:
    class StopError(Exception):
        pass

    def cancel(done_s: float, total_s: float) -> None:
        raise StopError

    with pytest.raises(StopError):
        cut_files([write(tmp_path / "a.wav", take())], TakeChecker(None), on_progress=cancel)
    assert cut_files([], TakeChecker(None)).kept == ()
