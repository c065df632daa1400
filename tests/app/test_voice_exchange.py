"""The exchange file, format 2: what is in it, what comes back, and what is refused."""

from __future__ import annotations

import json
import random
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from syrinx.app.voice_exchange import MANIFEST, MAX_EXCHANGE_BYTES, read_exchange
from syrinx.app.voice_files import encode_voice
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from tests.app.voices import flac, neural, png, with_everything


@pytest.fixture
def library(tmp_path: Path) -> VoiceLibrary:
    return VoiceLibrary(tmp_path / "home")


@pytest.fixture
def exported(library: VoiceLibrary, tmp_path: Path) -> Path:
    voice, files = with_everything()
    library.add(voice, files=files)
    return library.export("ada", tmp_path / "ada.syrinxvoice")


def entries_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def test_all_of_a_voice_comes_back_elsewhere(
    library: VoiceLibrary, exported: Path, tmp_path: Path
) -> None:
    other = VoiceLibrary(tmp_path / "other")
    voice = other.import_(exported)
    assert voice == library.get("ada")
    assert voice.consent_record is not None
    assert voice.provenance["takes"] == 12
    for name, data in with_everything()[1].items():
        assert other.files("ada")[name].read_bytes() == data
    assert other.import_(exported) == voice, "a second import changes nothing"
    assert [item.name for item in other.folder.iterdir()] == ["ada"]


def test_the_manifest_names_format_size_and_checksum_of_everything(exported: Path) -> None:
    entries = entries_of(exported)
    manifest = json.loads(entries.pop(MANIFEST))
    assert manifest["format"] == 2
    assert manifest["made_with"].startswith("syrinx")
    assert {n: f["bytes"] for n, f in manifest["entries"].items()} == {
        name: len(data) for name, data in entries.items()
    }
    assert set(entries) == {"voice.json", "consent.flac", "picture.png"}


def test_the_same_voice_gives_the_same_bytes(
    library: VoiceLibrary, exported: Path, tmp_path: Path
) -> None:
    again = library.export("ada", tmp_path / "again.syrinxvoice")
    assert again.read_bytes() == exported.read_bytes()


def test_format_1_still_imports(library: VoiceLibrary, tmp_path: Path) -> None:
    voice = neural(created="2026-01-01T00:00:00Z")
    path = packed(tmp_path / "old.syrinxvoice", {"voice.json": encode_voice(voice)})
    assert library.import_(path) == voice


def test_a_profile_without_the_new_fields_reads_as_before() -> None:
    values = json.loads(encode_voice(neural()))["voice"]
    new = {"consent_record", "language", "speaker", "provenance", "files"}
    assert not new & set(values)


def test_an_older_program_still_finds_the_profile(exported: Path) -> None:
    """It reads ``voice.json`` of format 1 and ignores the rest."""
    document = json.loads(entries_of(exported)["voice.json"])
    assert document["format"] == 1
    assert document["voice"]["consent"]


Change = Callable[[dict[str, bytes]], dict[str, bytes]]


def with_manifest(**changes: object) -> Change:
    def change(entries: dict[str, bytes]) -> dict[str, bytes]:
        return entries | {MANIFEST: json.dumps(json.loads(entries[MANIFEST]) | changes).encode()}

    return change


def without(name: str) -> Change:
    return lambda entries: {key: data for key, data in entries.items() if key != name}


WRONG: dict[str, tuple[Change, str]] = {
    "a newer format": (with_manifest(format=3), "update Syrinx"),
    "an odd format": (with_manifest(format="2" * 5000), "update Syrinx"),
    "true is not 1": (with_manifest(format=True), "update Syrinx"),
    "no entries": (with_manifest(entries={}), "does not hold the files"),
    "entries that are none": (with_manifest(entries=[]), "does not hold the files"),
    "a manifest that is none": (lambda e: e | {MANIFEST: b"[]"}, "manifest"),
    "a deep manifest": (lambda e: e | {MANIFEST: b"[" * 9000}, "manifest"),
    "a huge manifest": (lambda e: e | {MANIFEST: b" " * 20_000}, "too large"),
    "another picture": (lambda e: e | {"picture.png": png((1, 1, 1))}, "altered"),
    "another recording": (lambda e: e | {"consent.flac": flac(0.4)}, "altered"),
    "another profile": (lambda e: e | {"voice.json": encode_voice(neural())}, "altered"),
    "no recording": (without("consent.flac"), "does not hold the files"),
    "no profile": (without("voice.json"), "does not hold the files"),
    "no manifest": (without(MANIFEST), "not those that its profile names"),
    "something else": (lambda e: e | {"run.exe": b"MZ"}, "no voice file has"),
    "a name that is no sentence": (lambda e: e | {"a\nb" * 500: b""}, "no voice file has"),
    "a bomb": (lambda e: e | {"consent.flac": b"fLaC" + bytes(20_000_000)}, "too large"),
    "too many": (lambda e: e | {f"f{n}": b"" for n in range(20)}, "too many"),
    "a path": (lambda e: e | {"../picture.png": png()}, "unsafe path"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_contents_are_refused_and_leave_nothing(
    exported: Path, tmp_path: Path, name: str
) -> None:
    change, words = WRONG[name]
    path = packed(tmp_path / "wrong.syrinxvoice", change(entries_of(exported)))
    other = VoiceLibrary(tmp_path / "other")
    with pytest.raises(SyrinxError, match=words) as caught:
        other.import_(path)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400 + 2 * len(str(path))
    assert not (tmp_path / "other").exists()


def test_a_recording_of_another_consent_is_refused(tmp_path: Path) -> None:
    """Even where manifest, profile and files agree: the record must be of this recording."""
    voice, files = with_everything()
    other = {**files, "consent.flac": flac(0.4)}
    library = VoiceLibrary(tmp_path / "home")
    with pytest.raises(SyrinxError, match="not the one"):
        library.add(voice, files=other)
    with pytest.raises(SyrinxError, match="missing"):
        library.add(voice, files={})
    with pytest.raises(SyrinxError, match="needs the record"):
        library.add(neural(), files={"consent.flac": flac()})
    assert not library.folder.exists()


def test_odd_entries_are_refused(exported: Path, tmp_path: Path) -> None:
    entries = entries_of(exported)
    twice = tmp_path / "twice.syrinxvoice"
    packed(twice, entries)
    with zipfile.ZipFile(twice, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("voice.json", b"{}")
    link = tmp_path / "link.syrinxvoice"
    with zipfile.ZipFile(link, "w") as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, data)
    bzip = tmp_path / "bzip.syrinxvoice"
    with zipfile.ZipFile(bzip, "w", zipfile.ZIP_BZIP2) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    encrypted = tmp_path / "encrypted.syrinxvoice"
    data = bytearray(exported.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # the flag in the central directory
    encrypted.write_bytes(data)
    huge = tmp_path / "huge.syrinxvoice"
    with huge.open("wb") as stream:
        stream.truncate(MAX_EXCHANGE_BYTES + 1)
    other = VoiceLibrary(tmp_path / "other")
    for path, words in (
        (twice, "twice"),
        (link, "link"),
        (bzip, "packed"),
        (encrypted, "encrypted"),
        (huge, "too large"),
    ):
        with pytest.raises(SyrinxError, match=words):
            other.import_(path)
    assert not other.folder.exists()


def small(tmp_path: Path) -> bytes:
    """Return a valid file with a short profile, so that every byte of it can be tried."""
    voice, files = with_everything()
    library = VoiceLibrary(tmp_path / "small")
    library.add(voice, files=files)
    return library.export("ada", tmp_path / "small.syrinxvoice").read_bytes()


def spoiled(good: bytes, kind: str, place: int, chance: random.Random) -> bytes:
    end = min(len(good), place + chance.randint(1, 64))
    if kind == "truncated":
        return good[:place]
    if kind == "flipped":
        flipped = bytes([good[place] ^ (1 << chance.randrange(8))])
        return good[:place] + flipped + good[place + 1 :]
    if kind == "zeroed":
        return good[:place] + bytes(end - place) + good[end:]
    return good[:place] + good[end:] if kind == "cut out" else good[:end] + good[place:]


@pytest.mark.parametrize("kind", ["truncated", "flipped", "zeroed", "cut out", "doubled"])
def test_fuzz_it_is_the_identical_voice_or_one_sentence(tmp_path: Path, kind: str) -> None:
    good = small(tmp_path)
    path = tmp_path / "fuzzed.syrinxvoice"
    path.write_bytes(good)
    wanted = read_exchange(path)
    chance = random.Random(kind)
    structure = good.index(b"PK\x01\x02")  # from here on every byte steers the reading
    places = {*range(structure, len(good)), *range(400), *chance.sample(range(len(good)), 600)}
    if kind == "truncated":
        places = {*range(structure, len(good)), *range(0, structure, 5)}
    refusals = []
    for place in sorted(places):
        path.write_bytes(spoiled(good, kind, place, chance))
        try:
            assert read_exchange(path) == wanted, place
        except SyrinxError as error:
            refusals.append(str(error))
    assert not any("\n" in refusal for refusal in refusals)
    assert len(refusals) > len(places) // 2
    if kind == "truncated":
        assert len(refusals) == len(places), "a part is never taken for the whole"


def test_a_changed_file_with_right_zip_checksums_is_refused(exported: Path, tmp_path: Path) -> None:
    """Every byte of what is inside counts, whatever the zip says."""
    entries = entries_of(exported)
    chance = random.Random(0)
    path = tmp_path / "changed.syrinxvoice"
    for name, data in entries.items():
        for place in chance.sample(range(len(data)), min(60, len(data))):
            changed = bytearray(data)
            changed[place] ^= 1 << chance.randrange(8)
            packed(path, entries | {name: bytes(changed)})
            try:
                read = read_exchange(path)
            except SyrinxError:
                continue
            assert name == MANIFEST, (name, place)  # white space, or the program's name
            assert read == read_exchange(exported)


def test_what_is_exported_is_checked(library: VoiceLibrary, exported: Path, tmp_path: Path) -> None:
    library.files("ada")["consent.flac"].write_bytes(b"fLaC other")
    with pytest.raises(SyrinxError, match="altered"):
        library.export("ada", tmp_path / "x.syrinxvoice")
    assert not (tmp_path / "x.syrinxvoice").exists()
    with pytest.raises(SyrinxError, match="exists already"):
        library.export("ada", exported, overwrite=False)
