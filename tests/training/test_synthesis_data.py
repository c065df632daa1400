"""Units in time: alignment of ARPAbet phones, durations of a reading, rows of a batch."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.units import UNITS, VERSION
from syrinx.neural.synthesizer import Synthesizer, SynthesizerConfig
from syrinx.training.recipes.prepare_synthesis import plain_text
from syrinx.training.recipes.synthesizer import frame_classes, losses_of
from syrinx.training.synthesis_align import (
    CLASSES,
    PHONES,
    Timing,
    align_words,
    class_map,
    mapped,
    teach_classifier,
)
from syrinx.training.synthesis_batches import _contour, batch_of, row_of
from syrinx.training.synthesis_data import NUMBERS, Reading, SynthesisCache, with_durations

FLAT = np.zeros(1 + len(PHONES), np.float32)


def posteriors(labels: list[int], confidence: float = 0.9) -> np.ndarray:
    out = np.full((len(labels), 1 + len(PHONES)), (1 - confidence) / len(PHONES), np.float32)
    out[np.arange(len(labels)), labels] = confidence
    return np.log(out)


def reading(units: str, words: list[int]) -> Reading:
    names = tuple(units.split())
    return Reading(
        units=names,
        emphasis=(0,) * len(names),
        edges=(0,) * len(names),
        word_of=tuple(words),
        mode="statement",
    )


def timing(runs: list[tuple[str, int]]) -> Timing:
    """Of runs of (phone or "-", frames); every run of a phone is a unit."""
    label, unit, count = [], [], 0
    for phone, length in runs:
        label += [CLASSES.get(phone, 0)] * length
        unit += [-1 if phone == "-" else count] * length
        count += phone != "-"
    found = np.array(unit)
    return Timing(label=np.array(label), unit=found, word=found * 0, score=0.0, worst_word=0.0)


def test_the_same_phone_at_the_seam_of_two_words_is_two_units() -> None:
    k, s, t = CLASSES["K"], CLASSES["S"], CLASSES["T"]
    truth = [0] * 6 + [k] * 5 + [s] * 12 + [t] * 4 + [0] * 5
    (found,) = align_words([posteriors(truth)], [[[k, s], [s, t]]], FLAT)
    assert found is not None
    np.testing.assert_array_equal(found.label, truth)
    assert found.unit.max() == 3
    assert found.unit[6] == 0
    assert found.unit[23] == 3
    assert {found.word[6], found.word[23]} == {0, 1}
    assert (found.unit[:6] == -1).all()


def test_a_text_too_long_for_its_take_is_none() -> None:
    assert align_words([posteriors([0, 0, 0])], [[[1, 2, 3]]], FLAT) == [None]


def test_espeak_phones_are_shared_out() -> None:
    names = ["b", "ɑːɹ", "ə"]
    log_p = np.log(np.array([[0.1, 0.2, 0.4, 0.3]], np.float32))
    found = np.exp(mapped(log_p, class_map(names)))[0]
    assert found[0] == pytest.approx(0.1, abs=1e-5)
    assert found[CLASSES["B"]] == pytest.approx(0.2, abs=1e-5)
    assert found[CLASSES["AA"]] == pytest.approx(0.4, abs=1e-5)
    assert found[CLASSES["R"]] == pytest.approx(0.4, abs=1e-5)
    assert found[CLASSES["AH"]] == pytest.approx(0.3, abs=1e-5)
    assert found[CLASSES["Z"]] < 1e-6


def test_pauses_take_the_silence_and_breaks_are_added() -> None:
    said = reading("_ K AH0 , T S D .", [-1, 0, 0, -1, 1, 2, 3, -1])
    runs = [("-", 7), ("K", 3), ("AH", 4), ("T", 5), ("-", 6), ("S", 4), ("-", 12), ("D", 2)]
    made, durations = with_durations(said, timing([*runs, ("-", 9)]), punctuated=True)
    assert made.units == ("_", "K", "AH0", ",", "T", "S", "|", "D", ".")
    # The comma was not made; six frames before S are its own closure; twelve are a break.
    assert durations == [7, 3, 4, 0, 5, 10, 12, 2, 9]
    assert made.word_of == (-1, 0, 0, -1, 1, 2, -1, 3, -1)


def test_long_breaks_of_a_text_without_punctuation_are_clauses() -> None:
    said = reading("_ K T .", [-1, 0, 1, -1])
    runs = [("-", 4), ("K", 3), ("-", 30), ("T", 5), ("-", 4)]
    made, _ = with_durations(said, timing(runs), punctuated=False)
    assert made.units == ("_", "K", ",", "T", ".")


def test_transcripts_in_capitals_are_set_small() -> None:
    assert plain_text("SO  GIVE ME") == "so give me"
    assert plain_text("So give me, Ann.") == "So give me, Ann."


def test_the_classifier_learns_the_content_of_phones() -> None:
    rng = np.random.default_rng(0)
    centres = rng.normal(0, 1, (1 + len(PHONES), 64))
    labels = [np.repeat(rng.integers(0, 40, 12), 8) for _ in range(12)]
    contents = [centres[y] + rng.normal(0, 0.3, (len(y), 64)) for y in labels]
    masked = [np.where(y == 3, -1, y) for y in labels]
    model = teach_classifier(contents[:-1], masked[:-1], steps=60)
    right = model.log_p(contents[-1]).argmax(1) == labels[-1]
    assert right.mean() > 0.8


@pytest.fixture
def cache(tmp_path: Path) -> SynthesisCache:
    rng = np.random.default_rng(2)
    durations = [(6, 5, 8, 0, 9, 7), (4, 7, 9, 12, 5, 8)]
    units = tuple(NUMBERS[u] for u in ("_", "K", "AE1", ",", "T", "¶"))
    takes, start = [], 0
    for row in durations:
        takes.append(
            {
                "corpus": "vctk_subset",
                "speaker": 0,
                "split": "train",
                "text": "cat",
                "mode": 0,
                "units": units,
                "durations": row,
                "emphasis": (0, 1, 1, 0, 1, 0),
                "edges": (0, 1, 2, 0, 3, 0),
                "start": start,
                "n_frames": sum(row),
                "score": -0.1,
            }
        )
        start += sum(row)
    f0 = np.where(rng.random(start) < 0.6, 200.0, 0.0)
    rng.normal(0, 1, (start, 64)).astype(np.float16).tofile(tmp_path / "content.f16")
    f0.astype(np.float32).tofile(tmp_path / "f0.f32")
    rng.uniform(-60, -20, start).astype(np.float16).tofile(tmp_path / "loudness.f16")
    np.save(tmp_path / "speakers.npy", np.full((1, 192), 192**-0.5, np.float32))
    speaker = {
        "name": "vctk_subset/p1",
        "log_f0_mean": float(np.log2(100.0)),
        "log_f0_spread": 0.3,
        "rate": 9.0,
        "seconds": 1.0,
    }
    record = {"version": VERSION, "encoder": "e", "speakers": [speaker], "takes": takes}
    (tmp_path / "takes.json").write_text(json.dumps(record))
    return SynthesisCache(tmp_path)


def test_rows_are_even_and_in_step(cache: SynthesisCache) -> None:
    take = cache.takes[0]  # 35 frames
    row = row_of(cache, take)
    assert len(row.index) == len(row.content) == len(row.pitch) == 34
    np.testing.assert_allclose(np.expm1(row.prosody[:, 0]), [6, 5, 8, 0, 9, 6], atol=1e-4)
    np.testing.assert_allclose(row.pitch, 12 / 4, atol=1e-5)  # 200 Hz over a mean of 100 Hz
    np.testing.assert_array_equal(row.index[:7], [0, 0, 0, 0, 0, 0, 1])
    assert frame_classes(take)[6] == CLASSES["K"]
    assert len(frame_classes(take)) == take.n_frames


def test_stray_pitch_is_bridged() -> None:
    f0 = np.full(60, 200.0, np.float32)
    f0[20:23] = 100.0  # an octave missed
    f0[40:50] = 0.0
    found = _contour(f0, float(np.log2(100.0)))
    np.testing.assert_allclose(found, 12.0, atol=1e-4)
    rising = 100.0 * 2 ** (np.arange(80) / 80)  # an octave in 0.8 s is melody
    np.testing.assert_allclose(_contour(rising, np.log2(100.0)), 12 * np.arange(80) / 80, atol=1e-4)


def test_padding_counts_for_nothing_in_the_losses(cache: SynthesisCache) -> None:
    torch.manual_seed(0)
    config = SynthesizerConfig(
        channels=24, heads=2, layers=1, style=8, frame_channels=24, frame_dilations=(1,),
        flow_channels=16, flow_dilations=(1,), dropout=0.0, n_units=len(UNITS),
    )  # fmt: skip
    model = Synthesizer(config).eval()
    rows = [row_of(cache, take) for take in cache.takes]
    both = losses_of(model, batch_of(rows))
    alone = [losses_of(model, batch_of([row])) for row in rows]
    cells = np.array([len(row.index) for row in rows])
    for name in ("mean", "voicing", "loudness"):
        wanted = np.average([float(part[name].detach()) for part in alone], weights=cells)
        assert float(both[name].detach()) == pytest.approx(wanted, rel=0.02)


def test_other_units_are_refused(cache: SynthesisCache) -> None:
    table = cache.folder / "takes.json"
    table.write_text(json.dumps({**json.loads(table.read_text()), "version": VERSION + 1}))
    with pytest.raises(SyrinxError, match="prepare_synthesis"):
        SynthesisCache(cache.folder)
