"""The evaluation of the take check: spoilers that spoil as they say, tables that add up."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.training.augment import coloured_noise, rms
from syrinx.training.augment_batch import active_rms
from syrinx.training.cli import evaluate_main
from syrinx.training.data import SpeechCache
from syrinx.training.metrics import spoiled_takes as spoiled
from syrinx.training.metrics.made_music import made_music
from syrinx.training.metrics.take_checks import (
    Outcome,
    chosen_takes,
    kinds_of,
    reasons_of,
    run_checks,
    table_of,
)
from syrinx.training.metrics.take_set import Take, cut_at_pauses, takes_of
from syrinx.training.studio import StudioOptions, TakeVerdict

RATE = 16_000


def speech(seconds: float = 5.0, seed: int = 0) -> np.ndarray:
    """Buzzing syllables between pauses."""
    time = np.arange(round(seconds * RATE)) / RATE
    buzz = sum(np.sin(2 * np.pi * 130 * k * time) / k for k in range(1, 20))
    shape = np.clip(np.sin(2 * np.pi * 2.0 * time), 0, 1) * ((time > 0.5) & (time < seconds - 0.5))
    hiss = 1e-4 * np.random.default_rng(seed).standard_normal(len(time))
    return (0.1 * buzz * shape * (1 + 0.3 * np.sin(7 * time)) + hiss).astype(np.float32)


class Listener:
    """A program that hears only lengths and peaks."""

    asked = 0

    def __enter__(self) -> Listener:
        return self

    def __exit__(self, *exc: object) -> None: ...

    def check_take(
        self,
        audio: np.ndarray,
        sample_rate: int,
        *,
        text: str = "",
        language: str = "en",
        others: Sequence[TakeVerdict] = (),
    ) -> TakeVerdict:
        Listener.asked += 1
        assert audio.dtype == np.float32
        assert np.abs(audio).max() <= 1.0
        problems = []
        if len(audio) < 2 * sample_rate:
            problems.append("too_short")
        if np.abs(audio).max() < 0.01:
            problems.append("silent")
        return TakeVerdict(problems=tuple(problems), likeness=None, report=len(others))


@pytest.fixture
def long_cache(cache: SpeechCache) -> SpeechCache:
    """The tests' cache as one corpus, everything in it said twice."""
    table = cache.folder / "utterances.json"
    records = json.loads(table.read_text())
    for record in records:
        record["corpus"] = "librispeech"
    records += [{**record, "index": len(records) + i} for i, record in enumerate(records)]
    table.write_text(json.dumps(records))
    return SpeechCache(cache.folder)


def test_short_utterances_are_joined_and_long_ones_cut_at_pauses(long_cache: SpeechCache) -> None:
    takes = takes_of(long_cache, "dev", ["librispeech"])
    assert list(takes) == ["librispeech/s4", "librispeech/s5"]
    for found in takes.values():
        lengths = [len(take.audio) / RATE for take in found]
        assert all(4.0 <= length <= 12.0 for length in lengths)
        assert found[0].text == "hum hum hum hum hum"
    long = np.concatenate([speech(6.0), speech(6.0), speech(6.0)])
    pieces = list(cut_at_pauses(long))
    assert sum(map(len, pieces)) > len(long) - 4 * RATE
    for piece in pieces:
        assert 4.0 <= len(piece) / RATE <= 12.0
        assert rms(piece[:400]) < 0.01  # in a pause


def test_noise_and_hum_have_the_level_they_say() -> None:
    rng, audio = np.random.default_rng(0), 0.2 * speech()
    added = spoiled.white_noise(audio, rng) - audio
    assert 20 * np.log10(active_rms(audio) / rms(added)) == pytest.approx(5.0, abs=0.1)
    for _ in range(5):
        under = 20 * np.log10(active_rms(audio) / rms(spoiled.hum(audio, rng) - audio))
        assert 9.9 < under < 25.1


def test_clipping_flattens_the_share_it_says() -> None:
    rng, audio = np.random.default_rng(0), speech()
    for _ in range(5):
        out = spoiled.clipped(audio, rng)
        flat = np.mean(np.abs(out) > 0.9999 * np.abs(out).max())
        assert 0.004 < flat < 0.06


def test_rooms_have_the_decay_that_is_asked_for() -> None:
    rng = np.random.default_rng(0)
    for _ in range(20):
        where = spoiled.room(rng, decay_s=(0.7, 1.6), distance_m=(0.6, 2.5))
        assert 0.65 < where.decay_s[0] < 1.65
    audio = speech()
    assert active_rms(spoiled.echo(audio, rng)) == pytest.approx(active_rms(audio), rel=0.3)


def test_cut_takes_begin_or_end_in_speech() -> None:
    rng, audio = np.random.default_rng(0), speech()
    level = active_rms(audio)
    for _ in range(10):
        out = spoiled.cut(audio, rng)
        assert max(rms(out[:320]), rms(out[-320:])) > 0.3 * level
        assert len(out) < len(audio)
    assert len(spoiled.too_short(audio, rng)) < 1.6 * RATE


def test_speakers_with_one_take_are_left_out(long_cache: SpeechCache) -> None:
    with pytest.raises(SyrinxError, match="no two takes of a train speaker"):
        chosen_takes(long_cache, "train", ["librispeech"], per_speaker=1, speakers=9)


def test_a_run_shows_every_kind() -> None:
    takes = {
        name: [Take(speaker=name, audio=speech(seed=i), text="", language="en") for i in range(3)]
        for name in ("a/one", "a/two")
    }
    noises = {"fan": coloured_noise(4 * RATE, 1.0, np.random.default_rng(0))}
    outcomes = list(run_checks(Listener(), takes, noises, spoiled_per_speaker=1))
    kinds = {outcome.kind for outcome in outcomes}
    assert set(kinds_of(noises)) <= kinds
    assert {"good", "good, furnished room", "other speaker, 1-2 takes", "two speakers"} <= kinds
    table = table_of(outcomes)
    assert table["good"] == {"takes": 6.0, "refused": 0.0}
    assert table["too short"]["named"] == 1.0
    assert table["hum"]["refused"] == 0.0
    spoiled_takes = sum(row["takes"] for kind, row in table.items() if "named" in row)
    assert table["all spoiled"]["takes"] * 2 == spoiled_takes
    again = list(run_checks(Listener(), takes, noises, spoiled_per_speaker=1))
    assert again == outcomes


def test_reasons_are_counted_by_corpus() -> None:
    outcomes = [
        Outcome(kind="good", speaker="a/1", problems=("hum", "cut_end")),
        Outcome(kind="good", speaker="a/2", problems=()),
        Outcome(kind="hum", speaker="a/2", problems=("noisy",), codes=frozenset({"hum"})),
    ]
    assert reasons_of(outcomes) == {"a": {"takes": 2, "refused": 1, "hum": 1, "cut_end": 1}}
    table = table_of(outcomes)
    assert table["hum"] == {"takes": 1.0, "refused": 1.0, "named": 0.0}
    assert table["all spoiled"]["refused"] == 1.0


def test_the_command(long_cache: SpeechCache, tmp_path: Path, capsys, monkeypatch) -> None:
    from syrinx.training.metrics import take_checks

    audio = speech()
    two = [Take(speaker="x/y", audio=audio, text="", language="en")] * 2
    made = {"x/y": two, "x/z": [Take(speaker="x/z", audio=audio, text="", language="en")] * 2}
    monkeypatch.setattr(take_checks, "takes_of", lambda cache, split, corpora: made)
    options = ["--cache", str(long_cache.folder), "--per-speaker", "2", "--spoiled", "1"]
    out = tmp_path / "takes.json"

    def studio(options: StudioOptions) -> Listener:
        return Listener()

    assert evaluate_main(["takes", *options, "--json", str(out)], studio=studio) == 0
    assert "rightly named" in capsys.readouterr().out
    assert json.loads(out.read_text())["kinds"]["good"]["refused"] == 0.0
    with pytest.raises(SyrinxError, match="run `syrinx evaluate takes`"):
        evaluate_main(["takes", *options])
    with pytest.raises(SyrinxError, match="at least 1"):
        evaluate_main(["takes", *options, "--per-speaker", "0"], studio=studio)


def test_made_music_is_music_of_that_length() -> None:
    audio = made_music(3.0, np.random.default_rng(0))
    assert len(audio) == 3 * RATE
    assert 0.4 < np.abs(audio).max() <= 0.51
