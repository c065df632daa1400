"""The voice library: storage, exchange files, and everything that can be wrong with them."""

from __future__ import annotations

import json
import pickle
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.voices import Voice, VoiceLibrary, slug
from syrinx.dsp.errors import SyrinxError
from tests.app.voices import neural


@pytest.fixture
def library(tmp_path: Path) -> VoiceLibrary:
    return VoiceLibrary(tmp_path)


def test_add_and_get_round_trip(library: VoiceLibrary) -> None:
    stored = library.add(neural("Ada Lovelace", tags=("calm",), description="ü — “quoted”"))
    for key in ("ada-lovelace", "Ada Lovelace", "ADA lovelace"):
        assert library.get(key) == stored
    assert np.array_equal(library.get("ada-lovelace").speaker_embedding, stored.speaker_embedding)
    assert stored.created.endswith("Z")


def test_a_voice_survives_the_pipe_to_the_engine() -> None:
    voice = neural()
    assert pickle.loads(pickle.dumps(voice)) == voice


def test_equality_sees_the_embedding() -> None:
    assert neural(seed=0) == neural(seed=0)
    assert neural(seed=0) != neural(seed=1)


def test_effects_are_listed_as_shipped(library: VoiceLibrary) -> None:
    effects = [voice for voice in library.list() if voice.kind == "effect"]
    assert len(effects) >= 10
    assert all(voice.shipped and voice.effect_id for voice in effects)
    assert len({voice.id for voice in library.list()}) == len(library.list())


def test_reading_makes_no_folder(tmp_path: Path) -> None:
    VoiceLibrary(tmp_path / "home").list()
    assert not (tmp_path / "home").exists()


def test_an_existing_voice_is_not_overwritten(library: VoiceLibrary) -> None:
    first = library.add(neural(seed=0))
    with pytest.raises(SyrinxError, match="already"):
        library.add(neural(seed=1))
    assert library.get("ada") == first


def test_replacing_keeps_the_old_version(library: VoiceLibrary) -> None:
    library.add(neural(seed=0))
    old = (library.folder / "ada" / "voice.json").read_bytes()
    new = library.add(neural(seed=1), replace_existing=True)
    assert library.get("ada") == new
    (kept,) = (library.folder / "ada" / "previous").iterdir()
    assert kept.read_bytes() == old


def test_what_another_process_changes_is_seen(library: VoiceLibrary, tmp_path: Path) -> None:
    """Profiles are decoded once, and again when their file is another."""
    library.add(neural(seed=0))
    assert library.get("ada") is library.get("ada")
    other = VoiceLibrary(tmp_path)
    for seed in range(1, 6):
        changed = other.add(neural(seed=seed), replace_existing=True)
        assert library.get("ada") == changed
        assert changed in library.list()
    other.remove("ada")
    assert "ada" not in [voice.id for voice in library.list()]


def test_two_writers_of_one_name_give_one_voice(library: VoiceLibrary) -> None:
    outcomes: list[str] = []

    def write(seed: int) -> None:
        try:
            library.add(neural(seed=seed))
            outcomes.append("stored")
        except SyrinxError:
            outcomes.append("refused")

    threads = [threading.Thread(target=write, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["refused"] * 7 + ["stored"]
    assert [item.name for item in library.folder.iterdir()] == ["ada"]


def test_no_consent_no_voice(library: VoiceLibrary) -> None:
    with pytest.raises(SyrinxError, match="consent"):
        library.add(neural(consent=None))
    assert not library.folder.exists()


def test_unknown_name_names_near_matches(library: VoiceLibrary) -> None:
    library.add(neural("Margarethe"))
    with pytest.raises(SyrinxError, match="did you mean margarethe"):
        library.get("Margarete")
    with pytest.raises(SyrinxError, match="There is no voice"):
        library.get("")


def test_two_voices_of_one_name_need_an_id(library: VoiceLibrary) -> None:
    library.add(neural("Ada"))
    library.add(neural("Ada", id="ada-2"))
    assert library.get("ada").id == "ada"
    library.add(neural("Bo", id="bo-1"))
    library.add(neural("Bo", id="bo-2"))
    with pytest.raises(SyrinxError, match="bo-1, bo-2"):
        library.get("Bo")


def test_remove_deletes_everything(library: VoiceLibrary) -> None:
    library.add(neural(seed=0))
    library.add(neural(seed=1), replace_existing=True)
    library.remove("ada")
    assert list(library.folder.iterdir()) == []
    with pytest.raises(SyrinxError, match="no voice"):
        library.remove("ada")


def test_built_in_voices_cannot_be_removed_or_exported(
    library: VoiceLibrary, tmp_path: Path
) -> None:
    effect = next(voice for voice in library.list() if voice.kind == "effect")
    with pytest.raises(SyrinxError, match="built in"):
        library.remove(effect.id)
    with pytest.raises(SyrinxError, match="nothing to export"):
        library.export(effect.id, tmp_path / "x.syrinxvoice")
    with pytest.raises(SyrinxError, match="built-in"):
        library.add(neural(id=effect.id))


@pytest.mark.parametrize("bad", ["../outside", "a/b", "..", "", "a\x00b"])
def test_an_id_cannot_leave_the_folder(library: VoiceLibrary, tmp_path: Path, bad: str) -> None:
    (tmp_path / "outside").mkdir()
    library.add(neural())
    with pytest.raises(SyrinxError):
        library.remove(bad)
    with pytest.raises(SyrinxError):
        replace(neural(), id=bad)
    assert (tmp_path / "outside").is_dir()
    assert library.get("ada")


def damage(text: str) -> list[bytes]:
    altered = json.loads(text)
    altered["voice"]["f0_median_hz"] = 90.0
    newer = json.loads(text) | {"format": 99}
    return [
        b"",
        text[: len(text) // 2].encode(),
        json.dumps(altered).encode(),
        json.dumps(newer).encode(),
        b"[" * 100_000,
        b"\xff\xfe",
        b"null",
    ]


@pytest.mark.parametrize("case", range(7))
def test_a_damaged_profile_is_named_and_left_in_place(library: VoiceLibrary, case: int) -> None:
    library.add(neural("Ada"))
    library.add(neural("Grace"))
    path = library.folder / "ada" / "voice.json"
    wrong = damage(path.read_text())[case]
    path.write_bytes(wrong)
    assert "grace" in {voice.id for voice in library.list()}
    assert "ada" not in {voice.id for voice in library.list()}
    (problem,) = library.problems()
    assert str(path) in problem
    assert "\n" not in problem
    with pytest.raises(SyrinxError, match=r"ada.voice\.json"):
        library.get("ada")
    assert path.read_bytes() == wrong
    library.remove("ada")
    assert library.problems() == []


@pytest.mark.parametrize(
    "embedding", [np.zeros(192), np.ones(191), np.full(192, np.nan), None, "abc"]
)
def test_a_wrong_embedding_is_refused(embedding: object) -> None:
    with pytest.raises(SyrinxError, match="embedding"):
        neural(speaker_embedding=embedding)


def test_export_and_import_into_another_home(library: VoiceLibrary, tmp_path: Path) -> None:
    stored = library.add(neural("Zoë"))
    path = library.export("Zoë", tmp_path / "mine")
    assert path.name == "mine.syrinxvoice"
    other = VoiceLibrary(tmp_path / "other")
    assert other.import_(path) == stored
    assert other.import_(path) == stored, "a second import changes nothing"
    assert len(list(other.folder.iterdir())) == 1
    assert library.export("zoe", tmp_path).name == "zoe.syrinxvoice"


def test_importing_another_voice_of_the_same_id_keeps_both(
    library: VoiceLibrary, tmp_path: Path
) -> None:
    library.add(neural(seed=1))
    path = library.export("ada", tmp_path / "a.syrinxvoice")
    other = VoiceLibrary(tmp_path / "other")
    mine = other.add(neural(seed=2))
    theirs = other.import_(path)
    assert (theirs.id, theirs.name) == ("ada-2", "Ada (2)")
    assert other.get("ada") == mine
    assert other.import_(path) == theirs


def exchange(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil", "..\\evil", "C:evil"])
def test_zip_slip_is_refused(library: VoiceLibrary, tmp_path: Path, name: str) -> None:
    library.add(neural())
    good = (library.folder / "ada" / "voice.json").read_bytes()
    path = exchange(tmp_path / "a.syrinxvoice", {"voice.json": good, name: b"x"})
    with pytest.raises(SyrinxError, match="unsafe path"):
        VoiceLibrary(tmp_path / "other").import_(path)
    assert not (tmp_path / "other").exists()


def test_odd_archives_are_refused(library: VoiceLibrary, tmp_path: Path) -> None:
    library.add(neural())
    good = library.export("ada", tmp_path / "good.syrinxvoice").read_bytes()
    missing = tmp_path / "missing.syrinxvoice"
    text = tmp_path / "text.syrinxvoice"
    text.write_text("hello")
    short = tmp_path / "short.syrinxvoice"
    short.write_bytes(good[: len(good) // 2])
    flipped = tmp_path / "flipped.syrinxvoice"
    middle = len(good) // 2
    flipped.write_bytes(good[:middle] + bytes([good[middle] ^ 0xFF]) + good[middle + 1 :])
    bomb = exchange(tmp_path / "bomb.syrinxvoice", {"voice.json": b" " * 50_000_000})
    many = exchange(tmp_path / "many.syrinxvoice", {f"f{n}": b"" for n in range(100)})
    empty = exchange(tmp_path / "empty.syrinxvoice", {"readme": b""})
    other = VoiceLibrary(tmp_path / "other")
    for path in (missing, text, short, flipped, bomb, many, empty, tmp_path):
        with pytest.raises(SyrinxError) as caught:
            other.import_(path)
        assert "\n" not in str(caught.value)
    assert not other.folder.exists()


def test_slug() -> None:
    assert slug("  Zoë  O'Neil ") == "zoe-o-neil"
    assert slug("声").startswith("voice-")
    assert slug("声") != slug("音")
    assert slug("x" * 200) == "x" * 48


def test_only_the_exact_id_or_one_name_is_removed(library: VoiceLibrary) -> None:
    """What is removed is gone for good: a name that only resembles an id must not be enough."""
    library.add(neural("Ada"))
    library.rename("ada", "Cleo")
    library.add(neural("Bea"))
    library.rename("bea", "Ada")
    for near in ("ada!!", "a d a", "../ada"):
        with pytest.raises(SyrinxError, match="There is no voice"):
            library.remove(near)
    with pytest.raises(SyrinxError, match="Several voices"):
        library.remove("ADA")
    assert library.remove("Cleo") == "ada"
    assert library.remove("Ada") == "bea"


def test_a_device_is_no_exchange_file(library: VoiceLibrary) -> None:
    """An endless one would be read until the memory is full."""
    with pytest.raises(SyrinxError, match="device"):
        library.import_(Path("/dev/zero"))


def test_import_finds_room_for_the_longest_id_and_name(
    library: VoiceLibrary, tmp_path: Path
) -> None:
    library.add(neural("A" * 100, id="a" * 64))
    other = VoiceLibrary(tmp_path / "other")
    other.add(neural("A" * 100, id="a" * 64, seed=1))
    path = other.export("a" * 64, tmp_path / "a.syrinxvoice")
    stored = library.import_(path)
    assert stored.id == "a" * 62 + "-2"
    assert stored.name == "A" * 96 + " (2)"


def test_a_number_too_long_for_a_float_is_a_sentence() -> None:
    with pytest.raises(SyrinxError, match="f0_median_hz"):
        Voice.from_json(neural().to_json() | {"f0_median_hz": 10**400})


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "a\nb", "\x1b[31mred", "a\u202eb"])
def test_names_that_would_garble_a_sentence_are_refused(name: str) -> None:
    with pytest.raises(SyrinxError, match="name"):
        replace(neural(), name=name)


def test_an_id_means_its_voice_though_another_has_that_name(library: VoiceLibrary) -> None:
    mine = library.add(neural("Deep", id="deep-2"))
    assert library.get("deep").kind == "effect"
    assert library.get("deep-2") == mine
    with pytest.raises(SyrinxError, match="Several voices"):
        library.get("DEEP")
