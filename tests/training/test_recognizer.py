"""The recogniser's recipe on tiny data: its texts, batches, losses, and that it learns."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.recognizer import HOP_LENGTH, LETTER_UNITS, PHONE_UNITS
from syrinx.neural.runtime.recognizer import AcousticModel
from syrinx.neural.runtime.registry import RECOGNIZER_FLOAT, RECOGNIZER_MODEL, ModelRegistry
from syrinx.neural.runtime.second_hearing import SecondHearing, hear_all
from syrinx.training.cli import recipe_names
from syrinx.training.data import SpeechCache
from syrinx.training.recipes import export_recognizer
from syrinx.training.recipes import recognizer as recipe
from syrinx.training.recognition_data import (
    Pronunciations,
    Sentence,
    SentenceBatches,
    letters_of,
    sentences_of,
    words_of_text,
)

LEXICON = "HUM  HH AH1 M\nHUM(2)  HH UW1 M\nTHE  DH AX0\n"


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    path = tmp_path / "lexicon.txt"
    path.write_text(LEXICON, encoding="utf-8")
    return path


def units(*names: str) -> list[int]:
    return [PHONE_UNITS.index(name) for name in names]


def test_words_of_texts() -> None:
    assert words_of_text("Saxon's onto her job.") == ["SAXON'S", "ONTO", "HER", "JOB"]
    assert words_of_text("'Tis well-known \u2019\u2014 isn\u2019t it?") == [
        "TIS",
        "WELL",
        "KNOWN",
        "ISN'T",
        "IT",
    ]
    assert words_of_text("84 River Road") is None


def test_the_first_pronunciation_counts(lexicon: Path) -> None:
    known = Pronunciations.read(lexicon)
    assert known(["THE", "HUM"]) == units("DH", "AH", "HH", "AH", "M")
    assert known(["THE", "HUMMING"]) is None
    lexicon.write_text("HUM  Q\n", encoding="utf-8")
    with pytest.raises(SyrinxError, match="unknown phone"):
        Pronunciations.read(lexicon)
    with pytest.raises(SyrinxError, match="--lexicon"):
        Pronunciations.read(lexicon.with_name("missing"))


def test_letters_have_spaces() -> None:
    assert [LETTER_UNITS[i] for i in letters_of(["A", "HUM"])] == ["A", " ", "H", "U", "M"]


def test_batches_hold_what_they_say(cache: SpeechCache, lexicon: Path) -> None:
    sentences = sentences_of(cache.select("train"), Pronunciations.read(lexicon), longest_s=10.0)
    assert len(sentences) == 16
    assert sentences[0].phones == tuple(units("HH", "AH", "M"))
    assert not sentences_of(cache.select("train"), Pronunciations.read(lexicon), longest_s=0.1)
    maker = SentenceBatches(cache, sentences, {}, batch_s=12.0, seed=1, tail_frames=4)
    again = SentenceBatches(cache, sentences, {}, batch_s=12.0, seed=1, tail_frames=4)
    first, same = next(iter(maker)), next(iter(again))
    assert torch.equal(first.audio, same.audio)
    rows, _, n = first.audio.shape
    assert n == (int(first.frames.max()) + 4) * HOP_LENGTH
    assert not first.audio[..., -4 * HOP_LENGTH :].any()
    assert first.named.shape == (rows, int(first.frames.max()))
    assert int(first.phone_counts.sum()) == len(first.phones)
    assert int(first.letter_counts.sum()) == len(first.letters)
    words = first.phone_counts // 3
    assert torch.equal(first.letter_counts, 4 * words - 1)  # H U M and spaces between


def test_short_takes_are_strung_together_with_their_speakers(
    cache: SpeechCache, lexicon: Path
) -> None:
    sentences = sentences_of(cache.select("train"), Pronunciations.read(lexicon), longest_s=10.0)
    maker = SentenceBatches(cache, sentences, {}, batch_s=12.0, seed=1, tail_frames=4)
    rows = [maker.strung(sentences[i % 16]) for i in range(60)]
    assert {1} < {len(row) for row in rows}
    assert all(len({s.utterance.speaker_key for s in row}) == 1 for row in rows)
    whole = maker.strung(
        dataclasses.replace(
            sentences[0],
            utterance=dataclasses.replace(sentences[0].utterance, n_samples=64_000),
        )
    )
    assert len(whole) == 1


def test_speed_moves_labels_along(cache: SpeechCache, lexicon: Path) -> None:
    sentence = sentences_of(cache.select("train"), Pronunciations.read(lexicon), longest_s=10.0)[3]
    labels = np.repeat(np.arange(sentence.utterance.n_frames // 10 + 1, dtype=np.uint8), 10)

    class Labelled(SpeechCache):
        def phones(self, utterance, start=0, stop=None):
            return labels[start:stop][: utterance.n_frames]

    maker = SentenceBatches(
        Labelled(cache.folder), [sentence], {}, batch_s=12.0, seed=1, tail_frames=0
    )
    batches = [maker.pack([[sentence]], [speed]) for speed in range(3)]
    whole = int(batches[0].frames)
    assert int(batches[1].frames) == pytest.approx(whole * 7 / 8, abs=1)
    assert int(batches[2].frames) == pytest.approx(whole * 8 / 7, abs=1)
    middle = [int(b.named[0, int(b.frames) // 2]) for b in batches]
    assert max(middle) - min(middle) <= 1
    assert int(batches[0].named[0, 5]) == labels[16]


def test_greedy_decoding_takes_repetitions_and_blanks_out() -> None:
    path = [0, 3, 3, 0, 3, 5, 5, 0]
    assert recipe.greedy(np.eye(6)[path]) == [3, 3, 5]


def test_frames_of_unknown_phones_do_not_count() -> None:
    logits = torch.randn(2, 5, 7)
    named = torch.full((2, 5), -1)
    assert float(recipe.frames_loss(logits, named)) == 0.0
    named[1, 3] = 4
    wanted = -torch.log_softmax(logits[1, 3], 0)[4]
    assert float(recipe.frames_loss(logits, named)) == pytest.approx(float(wanted), rel=1e-5)


def test_parts_are_hidden() -> None:
    hidden = recipe.hidden_parts((4, 300, 80), np.random.default_rng(0))
    assert hidden.shape == (4, 300, 80)
    assert 0.02 < float(hidden.float().mean()) < 0.6


def spoken_cache(folder: Path) -> SpeechCache:
    """Two train and one dev speaker who sing two notes: HUM is low, THE is high, many orders."""
    rng = np.random.default_rng(0)
    pieces, records, start = [], [], 0
    for number in range(36):
        words = [["hum", "the"][int(i)] for i in rng.integers(0, 2, 3)]
        parts = []
        for word in words:
            time = np.arange(4_800) / 16_000
            hz = (300.0, 1500.0)[word == "the"] * (1 + 0.03 * (number % 3))
            parts += [0.2 * np.sin(2 * np.pi * hz * time), np.zeros(1_600)]
        audio = np.concatenate(parts) + 0.001 * rng.standard_normal(3 * 6_400)
        pieces.append(np.round(audio * 32767).astype(np.int16))
        records.append(
            {
                "index": number,
                "corpus": "librispeech",
                "speaker": str(number % 3),
                "split": "dev" if number % 3 == 2 else "train",
                "language": "en",
                "band_hz": 16_000,
                "licence": "CC0",
                "text": " ".join(words),
                "phones": "h ʌ m",
                "start": start,
                "n_samples": len(audio),
                "f0_start": 0,
                "n_frames": len(audio) // 160 + 1,
                "level_dbfs": -20.0,
                "f0_median_hz": 300.0,
            }
        )
        start += len(audio)
    (folder / "noise").mkdir(parents=True)
    np.concatenate(pieces).tofile(folder / "audio.i16")
    np.zeros(200, np.float32).tofile(folder / "f0.f32")
    (folder / "utterances.json").write_text(json.dumps(records))
    return SpeechCache(folder)


def tiny(tmp_path: Path, cache: SpeechCache, lexicon: Path, **changes: object):
    return recipe.RecognizerRecipe(
        folder=tmp_path / "run",
        cache=cache.folder,
        taught=tmp_path / "none",
        more=tmp_path / "none",
        heard=tmp_path / "none",
        converted=tmp_path / "none",
        lexicon=lexicon,
        channels=16,
        batch_s=8.0,
        threads=1,
        **changes,  # type: ignore[arg-type]
    )


def test_it_learns(tmp_path: Path, lexicon: Path) -> None:
    cache = spoken_cache(tmp_path / "cache")
    known = Pronunciations.read(lexicon)
    sentences = sentences_of(cache.select("train"), known, longest_s=10.0)
    dev = recipe.dev_sentences(cache, known, 10.0)
    assert isinstance(dev[0], Sentence)
    torch.manual_seed(0)
    model = recipe.RecognizerTrainer(
        recipe.RecognizerConfig(channels=24, dilations=(1, 2), ahead=(2, 2), dropout=0.0)
    )
    maker = SentenceBatches(
        cache,
        sentences,
        {},
        batch_s=20.0,
        seed=1,
        tail_frames=model.recognizer.frames_late,
        speed_chance=0.0,
    )
    batches = iter(maker)
    recipe.usual_spectrum(model, [next(batches)])
    rng = np.random.default_rng(0)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    for _ in range(150):
        batch = next(batches)
        scores = model.logits(model.hear(batch.audio, rng), batch.frames)
        loss = recipe.ctc(scores.phones, batch, batch.phones, batch.phone_counts)
        loss = loss + recipe.ctc(scores.phones_again, batch, batch.phones, batch.phone_counts)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
    model.eval()
    rates = recipe.error_rates(model, cache, dev)
    assert rates["per_librispeech"] < 15.0
    assert rates["per2_librispeech"] < 15.0


def dev_of(cache: SpeechCache, lexicon: Path) -> list[Sentence]:
    return recipe.dev_sentences(cache, Pronunciations.read(lexicon), 10.0)


def test_the_recipe_resumes_and_ships(tmp_path: Path, lexicon: Path) -> None:
    cache = spoken_cache(tmp_path / "cache")
    settings = tiny(tmp_path, cache, lexicon, budget_s=1.0)
    first = list(recipe.run(settings))[-1]
    again = list(recipe.run(dataclasses.replace(settings, budget_s=first.elapsed_s + 1.0)))[-1]
    assert (first.kind, again.kind) == ("validate", "validate")
    assert again.step > first.step
    words = ["--checkpoint", str(tmp_path / "run" / "best.safetensors"), "--speakers", "2"]
    words += ["--cache", str(cache.folder), "--out", str(tmp_path / "models"), "--seconds", "1"]
    assert export_recognizer.main([*words, "--kept", str(tmp_path / "kept")]) == 0
    kept_files = ModelRegistry(shipped=tmp_path / "kept")
    registry = ModelRegistry(shipped=tmp_path / "models")
    assert registry.verify(()) == []
    provenance = registry.entry(RECOGNIZER_MODEL).provenance
    assert provenance["training"]["recipe"] == "recognizer"
    assert provenance["training"]["data"]["speakers"] == 2
    audio = cache.audio(cache.select("dev")[0])
    found = []
    for name, place in ((RECOGNIZER_FLOAT, kept_files), (RECOGNIZER_MODEL, registry)):
        stream = AcousticModel.shipped(place, name=name).stream()
        found.append(np.concatenate([stream.accept(audio), stream.finish()]))
    second = SecondHearing.shipped(registry, weight=1.0)
    assert second is not None
    again = hear_all(AcousticModel.shipped(kept_files, name=RECOGNIZER_FLOAT), audio, second)
    trainer, _ = export_recognizer.load_trained(tmp_path / "run" / "best.safetensors")
    shown = dict(recipe.log_posteriors(trainer.eval(), cache, dev_of(cache, lexicon)))[0]
    assert np.abs(np.exp(again.answers) - np.exp(shown["per2"])).max() < 0.05  # bf16 there
    assert again.answers.shape == (-(-len(audio) // HOP_LENGTH), len(PHONE_UNITS))
    shipped = tmp_path / "kept" / "recognizer.fp16.onnx"
    other = dataclasses.replace(
        settings,
        folder=tmp_path / "other",
        start_from=shipped,
        shipped=tmp_path / "models",
    )
    *_, last = recipe.run(other)
    assert last.kind == "validate"
    continued = recipe.RecognizerTrainer(trainer.recognizer.config, trainer.second.config)
    recipe.load_kept(continued, shipped, tmp_path / "models")
    kept = dict(trainer.named_parameters())
    for name, value in continued.named_parameters():
        if not name.startswith("head_frames"):  # is not shipped
            torch.testing.assert_close(value, kept[name], atol=2e-3, rtol=2e-3)
    assert found[0].shape == found[1].shape == (-(-len(audio) // HOP_LENGTH), len(PHONE_UNITS))


def test_they_are_listed() -> None:
    assert {"recognizer", "export_recognizer"} <= set(recipe_names())
