"""The recipe of letters to sounds: graphones, stress, the tagger's files, the mapping to espeak."""

import struct
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.text.front_end import TextFrontEnd
from syrinx.neural.runtime.text.letters import LetterToSound
from syrinx.neural.runtime.text.units import CONSONANTS, VOWELS
from syrinx.training.evaluations.text_front_end import agreement, aligned
from syrinx.training.language.espeak_phones import TO_UNITS, from_espeak, to_espeak
from syrinx.training.language.graphones import graphones
from syrinx.training.language.letter_model import (
    LetterConfig,
    edit_distance,
    held_out,
    letter_model,
    score,
)
from syrinx.training.language.poslex import read_counts
from syrinx.training.language.stressed import entries, graded
from syrinx.training.language.unit_transcripts import transcript, unit_durations

SOUND = {"a": "AE1", "b": "B", "d": "D", "g": "G", "n": "N", "s": "S", "t": "T", "m": "M"}


def made_words() -> list[tuple[str, tuple[str, ...]]]:
    """Words of a language in which sh is one sound, x is two, and a last e is mute."""
    rng = np.random.default_rng(1)
    out = []
    for _ in range(400):
        word, way = "", []
        for _ in range(int(rng.integers(2, 5))):
            kind = int(rng.integers(0, 10))
            if kind == 0:
                word, way = word + "sh", [*way, "SH"]
            elif kind == 1:
                word, way = word + "x", [*way, "K", "S"]
            else:
                letter = str(rng.choice(list(SOUND)))
                word, way = word + letter, [*way, SOUND[letter]]
        if rng.random() < 0.3:
            word += "e"
        out.append((word, tuple(way)))
    return out


def test_words_are_cut_into_the_pieces_they_were_made_of() -> None:
    pairs = made_words()
    for (word, way), pieces in zip(pairs, graphones(pairs), strict=True):
        assert pieces is not None
        assert "".join(letters for letters, _ in pieces) == word
        assert tuple(p for _, said in pieces for p in said) == way
        for letters, said in pieces:
            assert letters != "x" or said == ("K", "S")
            assert letters != "e" or said == ()
            assert "SH" not in said or letters == "sh"


def test_what_cannot_be_cut_is_none() -> None:
    found = graphones([*made_words(), ("a", ("AE1", "B", "D"))])
    assert found[-1] is None


def test_the_model_says_words_it_has_not_seen(tmp_path: Path) -> None:
    pairs = list(dict(made_words()).items())
    cuts = [cut for cut in graphones(pairs[:250]) if cut]
    model = letter_model(cuts, LetterConfig(order=3, prune=0.0))
    unseen = {word: [way] for word, way in pairs[250:]}
    found = score(LetterToSound(model), unseen)
    assert found.exact > 0.9
    assert found.phone_errors < 0.05
    model.save(tmp_path / "m.npz")
    read = LetterToSound.load(tmp_path / "m.npz")
    assert read.say("shax") == ("SH", "AE1", "K", "S")
    assert read.ways("shax", most=5)[0][1] >= read.ways("shax", most=5)[-1][1]
    assert read.ways("?!") == []
    with pytest.raises(SyrinxError):
        read.say("?!")


def test_words_are_held_out_by_their_letters() -> None:
    words = [f"w{i}" for i in range(4000)]
    assert 0.03 < sum(map(held_out, words)) / 4000 < 0.07
    assert edit_distance("kitten", "sitting") == 3


@pytest.mark.parametrize(
    ("word", "way", "expected"),
    [
        ("celebrate", "S EH1 L AH0 B R EY1 T", "S EH1 L AH0 B R EY2 T"),
        ("celebrated", "S EH1 L AH0 B R EY1 T IH0 D", "S EH1 L AH0 B R EY2 T IH0 D"),
        ("nation", "N EY1 SH AH0 N", "N EY1 SH AH0 N"),
        ("refugee", "R EH1 F Y UH0 JH IY1", "R EH2 F Y UH0 JH IY1"),
        ("understand", "AH1 N D ER0 S T AE1 N D", "AH2 N D ER0 S T AE1 N D"),
        ("undergrad", "AH1 N D ER0 G R AE1 D", "AH1 N D ER0 G R AE2 D"),
        ("newspaper", "N UW1 Z P EY1 P ER0", "N UW1 Z P EY2 P ER0"),
        ("information", "IH1 N F ER0 M EY1 SH AH0 N", "IH2 N F ER0 M EY1 SH AH0 N"),
        ("tourism", "T UH1 R IH1 Z AH0 M", "T UH1 R IH2 Z AH0 M"),
        ("literary", "L IH1 T ER0 EH1 R IY0", "L IH1 T ER0 EH2 R IY0"),
        ("the", "DH AH0", "DH AH1"),
    ],
)
def test_stress_is_graded(word: str, way: str, expected: str) -> None:
    known = {
        "news": [("N", "UW1", "Z")],
        "paper": [("P", "EY1", "P", "ER0")],
    }
    assert graded(word, way.split(), known, {"understand"}) == tuple(expected.split())


def test_entries_of_the_dictionary_are_read(tmp_path: Path) -> None:
    (tmp_path / "cmu").mkdir()
    (tmp_path / "cmu" / "cmudict-0.4.out").write_text(
        'MNCL\n("record" n (((r eh) 1) ((k er d) 0)))\n("aback" nil (((ax) 0) ((b ae k) 1)))\n'
        '("a.b." nil (((ey) 1)))\n'
    )
    found = {(e.word, e.part): e.way for e in entries(tmp_path)}
    assert found == {
        ("record", "n"): ("R", "EH1", "K", "ER0", "D"),
        ("aback", ""): ("AH0", "B", "AE1", "K"),
    }
    with pytest.raises(SyrinxError, match="festlex-cmu"):
        entries(tmp_path / "none")


def test_counts_of_the_speech_tools_are_read() -> None:
    counts = [5.0, -3.0, 2.0, 0.5, -2.0, 1.0, 4.0]  # two zeros, one zero
    data = b"NgramBin_2 3\na b\na b\n" + struct.pack(">7d", *counts)
    tags, table = read_counts(data)
    assert tags == ["a", "b"]
    assert table.reshape(-1).tolist() == [5.0, 0.0, 0.0, 2.0, 0.5, 0.0, 1.0, 4.0]
    with pytest.raises(SyrinxError):
        read_counts(data[:-8])
    with pytest.raises(SyrinxError):
        read_counts(b"x\na\na\n")


def test_the_mapping_to_espeak_goes_both_ways() -> None:
    for vowel in VOWELS:
        for stress in "012":
            assert from_espeak(to_espeak([vowel + stress])) == [vowel]
    for consonant in CONSONANTS:
        assert from_espeak(to_espeak([consonant])) == [consonant]
    assert to_espeak(["HH", "AH0", "L", "OW1"]) == ["h", "ə", "l", "oʊ"]
    assert to_espeak(["K", "AA1", "R"]) == ["k", "ɑːɹ"]
    assert to_espeak(["B", "AH1", "T", "AH0", "L", "¶"]) == ["b", "ʌ", "t", "əl"]
    assert from_espeak(["k", "ɑːɹ", "ç"]) == ["K", "AA", "R"]
    known = {*CONSONANTS, *VOWELS}
    assert all(unit in known for way in TO_UNITS.values() for unit in way)


def test_agreement_counts_words() -> None:
    front = TextFrontEnd.open(ModelRegistry())
    same = agreement(front, ["the cat sat"], ["ð ə | k æ t | s æ t"])
    assert (same.words, same.same, same.identical_texts) == (3, 3, 1)
    other = agreement(front, ["the cat sat"], ["ð ɪ | k ɛ t | s æ t"])
    assert (other.same, other.loosely, other.differing) == (1, 2, 2)
    assert other.which == {"cat": 1}
    assert aligned("abc", "ac") == [(0, "a", "a"), (1, "b", ""), (2, "c", "c")]


def test_transcripts_have_the_form_of_the_cache() -> None:
    front = TextFrontEnd.open(ModelRegistry())
    found = transcript(front, "The car, $5.")
    assert " ".join(found.units) == "DH AH0 K AA1 R F AY1 V D AA1 L ER0 Z"
    assert found.phones == "ð ə | k ɑːɹ | f aɪ v | d ɑː l ɚ z"
    assert sum(found.counts) == len(found.units)
    frames = [3, 4, 5, 9, 6, 8, 4, 3, 7, 5, 6, 8]
    lengths = unit_durations(found.counts, frames)
    assert sum(lengths) == sum(frames)
    assert lengths[:5] == [3, 4, 5, 5, 4]
