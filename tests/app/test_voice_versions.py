"""What a library does with a voice: files, versions, labels, copies, storage, deletion."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.voice_folder import MAX_VERSIONS
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from tests.app.voices import flac, neural, png, recorded, with_everything


@pytest.fixture
def library(tmp_path: Path) -> VoiceLibrary:
    return VoiceLibrary(tmp_path / "home")


def add(library: VoiceLibrary, *, seed: int = 0, **changes: object) -> None:
    voice, files = with_everything(seed=seed, **changes)
    library.add(voice, files=files, replace_existing=True)


def all_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


# ---- files ----


def test_files_lie_beside_the_profile(library: VoiceLibrary) -> None:
    voice, files = with_everything()
    stored = library.add(voice, files=files)
    assert [item.name for item in stored.files] == ["consent.flac", "picture.png"]
    assert library.get("ada") == stored
    assert {name: path.read_bytes() for name, path in library.files("Ada").items()} == files
    assert library.picture(stored) == library.files("ada")["picture.png"]
    assert {path.parent for path in library.files("ada").values()} == {library.folder / "ada"}


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"picture.png": b"GIF89a"}, "not a PNG"),
        ({"picture.jpg": png()}, "not a JPEG"),
        ({"picture.png": png() + bytes(1_000_000)}, "1 MB"),
        ({"consent.flac": b"RIFF"}, "not a FLAC"),
        ({"consent.flac": b"fLaC" + bytes(4_000_000)}, "4 MB"),
        ({"notes.txt": b"x"}, "cannot have a file"),
        ({"../picture.png": png()}, "cannot have a file"),
        ({"picture.png": png(), "picture.jpg": b"\xff\xd8\xff"}, "one picture"),
    ],
)
def test_what_is_no_file_of_a_voice_is_refused(
    library: VoiceLibrary, files: dict[str, bytes], words: str
) -> None:
    with pytest.raises(SyrinxError, match=words):
        library.add(neural(), files=files)
    assert not library.folder.exists()


def test_a_picture_comes_and_goes(library: VoiceLibrary) -> None:
    add(library)
    before = library.get("ada")
    jpeg = b"\xff\xd8\xff\xe0 as far as anybody looks"
    changed = library.set_picture("ada", jpeg)
    assert library.files("ada")["picture.jpg"].read_bytes() == jpeg
    assert changed.consent_record == before.consent_record
    gone = library.set_picture("ada", None)
    assert gone.picture is None
    assert library.picture(gone) is None
    assert list(library.files("ada")) == ["consent.flac"]
    on_disk = sorted(path.suffix for path in (library.folder / "ada").iterdir())
    assert on_disk == [".flac", ".json"], "a removed picture is deleted"
    with pytest.raises(SyrinxError, match="PNG or JPEG"):
        library.set_picture("ada", b"<svg/>")


def test_a_lost_file_hides_no_voice(library: VoiceLibrary) -> None:
    add(library)
    for path in library.files("ada").values():
        path.unlink()
    assert library.get("ada").consent_record is not None
    assert library.files("ada") == {}
    assert library.problems() == []
    assert library.rename("ada", "Ada L.").name == "Ada L."
    with pytest.raises(SyrinxError, match="consent recording"):
        library.duplicate("ada", "Cleo")


# ---- versions ----


def test_a_version_comes_back_and_the_undoing_can_be_undone(library: VoiceLibrary) -> None:
    add(library, seed=1, created="2026-11-01T00:00:00Z")
    first = library.get("ada")
    add(library, seed=2, created="2026-11-02T00:00:00Z")
    second = library.get("ada")
    (version,) = library.versions("ada")
    assert version.voice == first
    assert not version.fine_tuned
    assert version.voice.seconds == 62.5
    assert version.replaced.startswith(time.strftime("%Y-%m-%d", time.gmtime()))
    back = library.restore("Ada", version.id)
    assert np.array_equal(back.speaker_embedding, first.speaker_embedding)
    assert back.consent_record == first.consent_record
    recording = library.files("ada")["consent.flac"].read_bytes()
    assert recording == with_everything(seed=1)[1]["consent.flac"]
    assert back.picture == second.picture, "how it looks stays"
    (version,) = library.versions("ada")
    again = library.restore("ada", version.id)
    assert again == second
    assert len(library.versions("ada")) == 1


def test_labels_stay_and_make_no_version(library: VoiceLibrary) -> None:
    add(library, seed=1)
    add(library, seed=2)
    library.rename("ada", " Ada L. ")
    library.set_tags("ada", ["calm", " low ", "Calm", ""])
    library.set_colour("ada", "#123456")
    library.set_language("ada", "en-GB")
    library.set_picture("ada", png((9, 9, 9)))
    library.set_speaker("ada", "A. Lovelace")
    assert len(library.versions("ada")) == 1
    voice = library.restore("ada", library.versions("ada")[0].id)
    assert (voice.name, voice.tags, voice.colour) == ("Ada L.", ("calm", "low"), "#123456")
    assert voice.language == "en-GB"
    assert library.files("ada")["picture.png"].read_bytes() == png((9, 9, 9))
    assert np.array_equal(voice.speaker_embedding, neural(seed=1).speaker_embedding)


def test_ten_versions_are_kept_and_what_they_need_no_longer_goes(library: VoiceLibrary) -> None:
    for seed in range(MAX_VERSIONS + 4):
        add(library, seed=seed)
    kept = [version.voice.speaker_embedding for version in library.versions("ada")]
    wanted = [neural(seed=seed).speaker_embedding for seed in range(MAX_VERSIONS + 2, 2, -1)]
    np.testing.assert_array_equal(kept, wanted)
    recordings = list((library.folder / "ada").glob("consent-*.flac"))
    assert len(recordings) == MAX_VERSIONS + 1


def test_versions_of_the_first_program_are_listed(library: VoiceLibrary) -> None:
    add(library)
    previous = library.folder / "ada" / "previous"
    previous.mkdir()
    data = (library.folder / "ada" / "voice.json").read_bytes()
    (previous / "20260102-030405-ab12.json").write_bytes(data)
    (previous / "notes.txt").write_text("x")
    (previous / "20260102-030406-ab12.json").write_text("{")
    (version,) = library.versions("ada")
    assert version.replaced == "2026-01-02T03:04:05Z"


def test_unknown_versions_are_one_sentence(library: VoiceLibrary) -> None:
    add(library)
    for wrong in ("", "..", "../voice", "nothing"):
        with pytest.raises(SyrinxError, match="no version"):
            library.restore("ada", wrong)
    with pytest.raises(SyrinxError, match="built in"):
        library.versions("robot")


# ---- labels, copies ----


def test_wrong_labels_are_refused(library: VoiceLibrary) -> None:
    add(library)
    before = library.get("ada")
    for change in (
        lambda: library.rename("ada", "  "),
        lambda: library.set_tags("ada", [f"tag {n}" for n in range(13)]),
        lambda: library.set_tags("ada", ["x" * 41]),
        lambda: library.set_tags("ada", ["a\u202eb"]),
        lambda: library.set_colour("ada", "red"),
        lambda: library.set_language("ada", "English!"),
        lambda: library.set_speaker("ada", "x" * 101),
        lambda: library.set_tags("robot", ["x"]),
        lambda: library.set_picture("robot", png()),
    ):
        with pytest.raises(SyrinxError):
            change()
    assert library.get("ada") == before


def test_a_duplicate_is_a_voice_of_its_own(library: VoiceLibrary) -> None:
    add(library, seed=1)
    add(library, seed=2)
    copy = library.duplicate("ada", "Ada, brighter")
    original = library.get("ada")
    assert copy.id == "ada-brighter"
    assert copy.consent_record == original.consent_record
    assert library.versions(copy.id) == []
    library.remove("ada")
    assert {name: path.read_bytes() for name, path in library.files(copy.id).items()} == (
        with_everything(seed=2)[1]
    )
    with pytest.raises(SyrinxError, match="already"):
        library.duplicate(copy.id, "ADA, brighter")
    with pytest.raises(SyrinxError, match="effect"):
        library.duplicate("robot", "My robot")


def test_a_shipped_voice_can_be_copied_and_says_where_it_is_from(library: VoiceLibrary) -> None:
    shipped = next(v for v in library.list() if v.shipped and v.kind == "neural" and not v.consent)
    copy = library.duplicate(shipped.id, "Mine")
    assert not copy.shipped
    assert shipped.licence in (copy.consent or "")
    assert library.set_tags("mine", ["x"]).tags == ("x",)


# ---- storage, deletion ----


def test_storage_is_what_the_disk_says(library: VoiceLibrary) -> None:
    add(library, seed=1)
    add(library, seed=2)
    library.add(neural("Bo"))
    ada = library.storage("ada")
    assert ada.total == all_bytes(library.folder / "ada")
    assert ada.profile == (library.folder / "ada" / "voice.json").stat().st_size
    assert ada.versions == library.versions("ada")[0].size
    assert library.storage().total == all_bytes(library.folder)
    assert VoiceLibrary(library.folder / "nothing").storage().total == 0


def test_nothing_remains_of_a_removed_voice(library: VoiceLibrary, tmp_path: Path) -> None:
    add(library, seed=1)
    add(library, seed=2)
    library.set_picture("ada", png((7, 7, 7)))
    needles = [b"Lovelace", with_everything(seed=1)[1]["consent.flac"][100:160], b"IHDR"]
    assert all(
        any(needle in path.read_bytes() for path in library.folder.rglob("*") if path.is_file())
        for needle in needles
    )
    library.remove("ada")
    assert list(library.folder.iterdir()) == []
    assert not any(path.is_file() for path in tmp_path.rglob("*"))


def test_a_removal_that_was_cut_off_is_finished_later(library: VoiceLibrary) -> None:
    add(library)
    library.add(neural("Bo"))
    (library.folder / "ada").rename(library.folder / ".removed-12345678")
    assert [v.id for v in library.list() if not v.shipped] == ["bo"]
    library.tidy()
    assert [item.name for item in library.folder.iterdir()] == ["bo"]


# ---- the profile ----


def test_an_altered_consent_record_is_seen(library: VoiceLibrary) -> None:
    add(library)
    path = library.folder / "ada" / "voice.json"
    document = json.loads(path.read_text())
    document["voice"]["consent_record"]["speaker"] = "Somebody"
    path.write_text(json.dumps(document))
    assert "altered" in library.problems()[0]


@pytest.mark.parametrize(
    "change",
    [
        {"consent_record": []},
        {"consent_record": {"statement": "x"}},
        {"files": {}},
        {"files": [{"name": "voice.json", "sha256": "0" * 64, "bytes": 3}]},
        {"files": [{"name": "consent.flac", "sha256": "0" * 64, "bytes": 10**9}]},
        {"files": [{"name": "consent.flac", "sha256": "../x", "bytes": 3}]},
        {"files": 2 * [{"name": "consent.flac", "sha256": "0" * 64, "bytes": 3}]},
        {"files": [["name"]]},
        {"language": ["en"]},
        {"language": "a b"},
        {"speaker": 3},
        {"speaker": "a\nb"},
        {"provenance": []},
        {"provenance": {"x": "y" * 20_000}},
    ],
)
def test_wrong_new_fields_are_one_sentence(change: dict[str, object]) -> None:
    from syrinx.app.voices import Voice

    with pytest.raises(SyrinxError) as caught:
        Voice.from_json(neural().to_json() | change)
    assert "\n" not in str(caught.value)


def test_a_provenance_cannot_be_changed_from_outside() -> None:
    figures = {"similarity": 0.8}
    voice = neural(provenance={"figures": figures})
    figures["similarity"] = 0.1
    assert voice.provenance["figures"]["similarity"] == 0.8
    with pytest.raises(SyrinxError, match="JSON"):
        neural(provenance={"figure": float("nan")})


# ---- the record of consent ----


@pytest.mark.parametrize(
    "change",
    [
        {"statement": ""},
        {"statement": "x" * 2001},
        {"statement": "a\x07b"},
        {"speaker": " "},
        {"date": "yesterday"},
        {"how": "assumed"},
        {"language": "?"},
        {"checked": "maybe"},
        {"recording_sha256": None},
        {"recording_sha256": "abc"},
        {"recording_s": None},
        {"recording_s": 0},
        {"recording_s": 1e9},
        {"recording_s": True},
        {"how": "stated on the command line"},
    ],
)
def test_a_wrong_consent_record_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(SyrinxError):
        replace(recorded(flac()), **change)


def test_a_consent_record_is_a_sentence_and_comes_back() -> None:
    from syrinx.app.consent import ConsentRecord

    record = recorded(flac(), seconds=11.6)
    assert ConsentRecord.from_json(record.to_json()) == record
    assert record.sentence() == (
        "Ada Lovelace agreed on 2026-11-21 by reading a statement aloud "
        "(12 s, kept with the voice; what was read matches the statement)"
    )
    stated = ConsentRecord.stated("Ada Lovelace")
    assert stated.date.startswith(time.strftime("%Y-%m-%d", time.gmtime()))
    assert "stated on the command line" in stated.sentence()
    assert ConsentRecord.from_json(stated.to_json() | {"new": 1}) == stated
    assert "checked" not in stated.to_json()
