"""The bank of a voice: what is stored, what comes back, and what is refused."""

from __future__ import annotations

import base64
import json
import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.voice_bank import MAX_FRAMES, VoiceBank
from syrinx.app.voice_files import decode_voice, encode_voice
from syrinx.app.voices import Voice, VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.retrieval import BANK_FRAMES, unit_rows
from tests.app.voices import neural

ENCODER = "ab" * 32


def frames(count: int = BANK_FRAMES) -> np.ndarray:
    return np.random.default_rng(0).standard_normal((count, 64)).astype(np.float32)


def banked(count: int = BANK_FRAMES) -> Voice:
    bank = VoiceBank.from_frames(frames(count), content_encoder=ENCODER)
    return replace(neural(), bank=bank)


def test_frames_keep_their_direction() -> None:
    given = unit_rows(frames())
    kept = unit_rows(banked().bank.frames)
    assert (given * kept).sum(axis=1).min() > 0.9999


def test_a_voice_with_a_bank_is_small(tmp_path: Path) -> None:
    library = VoiceLibrary(tmp_path)
    library.add(banked())
    assert (library.folder / "ada" / "voice.json").stat().st_size < 150_000


def test_round_trip_in_the_library_the_exchange_file_and_the_pipe(tmp_path: Path) -> None:
    library = VoiceLibrary(tmp_path)
    stored = library.add(banked())
    assert stored.bank is not None
    read = library.get("ada")
    assert read == stored
    assert read.bank is not None
    np.testing.assert_array_equal(read.bank.frames, stored.bank.frames)
    assert read.bank.content_encoder == ENCODER
    library.export("ada", tmp_path / "ada.syrinxvoice")
    elsewhere = VoiceLibrary(tmp_path / "elsewhere").import_(tmp_path / "ada.syrinxvoice")
    assert elsewhere == stored
    assert pickle.loads(pickle.dumps(stored)) == stored
    library.rename("ada", "Ada L.")
    assert library.get("ada").bank is not None


def test_a_voice_without_a_bank_reads_as_before(tmp_path: Path) -> None:
    library = VoiceLibrary(tmp_path)
    library.add(neural())
    profile = json.loads((library.folder / "ada" / "voice.json").read_text())
    assert "bank" not in profile["voice"]
    assert library.get("ada").bank is None


def test_the_bank_counts_for_equality() -> None:
    other = VoiceBank.from_frames(frames()[::-1], content_encoder=ENCODER)
    assert banked() == banked()
    assert banked() != replace(banked(), bank=other)
    assert banked() != neural()


def test_an_effect_cannot_have_a_bank() -> None:
    with pytest.raises(SyrinxError, match="effect"):
        Voice(id="x", name="X", kind="effect", effect_id="robot", bank=banked().bank)


def sealed(bank: object) -> bytes:
    """A profile with this bank and the checksum that belongs to it."""
    from syrinx.app.voice_files import _digest

    values = neural().to_json() | {"bank": bank}
    return json.dumps({"format": 1, "sha256": _digest(values), "voice": values}).encode()


def test_an_altered_bank_is_one_sentence() -> None:
    text = encode_voice(banked()).decode()
    at = text.index('"int8": "') + 100
    changed = text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]
    with pytest.raises(SyrinxError, match=r"profile ada\.json was altered or cut short"):
        decode_voice(changed.encode(), source="ada.json")


GOOD = {"content_encoder": ENCODER, "frames": 1, "int8": base64.b64encode(b"\x01" * 64).decode()}


@pytest.mark.parametrize(
    "bank",
    [
        "text",
        [],
        {},
        GOOD | {"int8": "?"},
        GOOD | {"int8": 3},
        GOOD | {"int8": GOOD["int8"][:-8]},
        GOOD | {"frames": 2},
        GOOD | {"frames": None},
        GOOD | {"frames": 0, "int8": ""},
        GOOD | {"int8": base64.b64encode(bytes(64)).decode()},
        GOOD | {"content_encoder": "short"},
        GOOD | {"content_encoder": None},
    ],
)
def test_a_damaged_bank_is_one_sentence_that_names_the_file(bank: object) -> None:
    with pytest.raises(
        SyrinxError, match=r"^The voice profile a\.json cannot be used: .*bank.*\.$"
    ):
        decode_voice(sealed(bank), source="a.json")
    assert decode_voice(sealed(GOOD), source="a.json").bank is not None
    assert decode_voice(sealed(None), source="a.json").bank is None


def test_a_damaged_bank_hides_no_other_voice(tmp_path: Path) -> None:
    library = VoiceLibrary(tmp_path)
    library.add(neural("Bo"))
    (library.folder / "ada").mkdir()
    (library.folder / "ada" / "voice.json").write_bytes(sealed({"frames": 1}))
    assert "bo" in [voice.id for voice in library.list()]
    (problem,) = library.problems()
    assert "bank" in problem


def test_a_bank_has_a_limit() -> None:
    with pytest.raises(SyrinxError, match=str(MAX_FRAMES)):
        VoiceBank.from_frames(frames(MAX_FRAMES + 1), content_encoder=ENCODER)
