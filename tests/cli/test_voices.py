"""``syrinx voices``: show, set, tag, duplicate, versions, restore, storage, and export's care."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.voices import VoiceLibrary
from tests.app.voices import neural, png, with_everything
from tests.cli.conftest import Result

Run = Callable[..., Result]


@pytest.fixture
def library(syrinx_home: Path) -> VoiceLibrary:
    """Return a library with one voice that has everything, and an earlier version of it."""
    made = VoiceLibrary(syrinx_home)
    for seed, text in ((1, "made from 30 s of speech"), (2, "made from 180 s of speech")):
        voice, files = with_everything(seed=seed, description=text)
        made.add(voice, files=files, replace_existing=True)
    return made


def test_show_tells_everything(syrinx: Run, library: VoiceLibrary) -> None:
    text = syrinx("voices", "show", "Ada").out
    for word in (
        "Ada (ada)",
        "180 s of speech",
        "Ada Lovelace agreed on 2026-11-21",
        "I agree that my voice is imitated.",
        "similarity",
        "consent.flac",
        "1 earlier",
        str(library.folder / "ada"),
    ):
        assert word in text, word
    values = json.loads(syrinx("voices", "show", "ada", "--json").out)
    assert values["consent_record"]["speaker"] == "Ada Lovelace"
    assert values["provenance"]["takes"] == 12
    assert Path(values["files"]["picture.png"]).is_file()
    assert values["storage"]["bytes"] == library.storage("ada").total
    assert [v["description"] for v in values["versions"]] == ["made from 30 s of speech"]
    assert "speaker_embedding" not in values


def test_show_of_what_is_built_in(syrinx: Run) -> None:
    for voice in ("robot", "kathleen"):
        assert syrinx("voices", "show", voice).code == 0
        values = json.loads(syrinx("voices", "show", voice, "--json").out)
        assert values["shipped"]
        assert "storage" not in values


def test_show_cannot_be_garbled(syrinx: Run, syrinx_home: Path) -> None:
    library = VoiceLibrary(syrinx_home)
    library.add(neural(consent="a\n\x1b[31m" + "x" * 5000, provenance={"\x1b": "\u202e"}))
    text = syrinx("voices", "show", "ada").out
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert max(map(len, text.splitlines())) < 450


def test_set_changes_labels(syrinx: Run, library: VoiceLibrary, tmp_path: Path) -> None:
    picture = tmp_path / "me.png"
    picture.write_bytes(png((1, 2, 3)))
    done = syrinx(
        "voices", "set", "ada", "--name", "Ada L.", "--colour", "#112233",
        "--language", "en-GB", "--speaker", "Ada", "--picture", picture,
    )  # fmt: skip
    assert done.code == 0, done.err
    voice = library.get("ada")
    assert (voice.name, voice.colour, voice.language) == ("Ada L.", "#112233", "en-GB")
    assert library.files("ada")["picture.png"].read_bytes() == picture.read_bytes()
    assert len(library.versions("ada")) == 1
    assert syrinx("voices", "set", "ada", "--no-picture").code == 0
    assert library.picture(library.get("ada")) is None


def test_tag_adds_and_takes_off(syrinx: Run, library: VoiceLibrary) -> None:
    assert syrinx("voices", "tag", "ada", "calm", "low").out == "calm, low\n"
    assert syrinx("voices", "tag", "ada", "bright", "--remove", "LOW").out == "calm, bright\n"
    assert syrinx("voices", "tag", "ada").out == "calm, bright\n"
    assert syrinx("voices", "tag", "ada", "new", "--clear").out == "new\n"
    assert library.get("ada").tags == ("new",)


def test_duplicate(syrinx: Run, library: VoiceLibrary) -> None:
    assert "ada-two" in syrinx("voices", "duplicate", "ada", "Ada two").out
    assert set(library.files("ada-two")) == set(library.files("ada"))


def test_versions_and_restore(syrinx: Run, library: VoiceLibrary) -> None:
    listed = syrinx("voices", "versions", "ada").out
    assert "30 s of speech" in listed
    (entry,) = json.loads(syrinx("voices", "versions", "ada", "--json").out)["versions"]
    assert (entry["seconds"], entry["fine_tuned"]) == (62.5, False)
    assert "30 s of speech" in syrinx("voices", "restore", "ada").out
    assert np.array_equal(library.get("ada").speaker_embedding, neural(seed=1).speaker_embedding)
    assert syrinx("voices", "restore", "ada").code == 0, "the same command undoes it"
    assert "180 s" in library.get("ada").description
    (entry,) = json.loads(syrinx("voices", "versions", "ada", "--json").out)["versions"]
    assert syrinx("voices", "restore", "ada", entry["id"]).code == 0
    assert "30 s" in library.get("ada").description


def test_storage(syrinx: Run, library: VoiceLibrary) -> None:
    library.add(neural("Bo"))
    told = json.loads(syrinx("voices", "storage", "--json").out)
    assert told["bytes"] == library.storage().total
    assert set(told["voices"]) == {"ada", "bo"}
    one = json.loads(syrinx("voices", "storage", "Ada", "--json").out)
    assert one["bytes"] == library.storage("ada").total
    assert str(library.folder) in syrinx("voices", "storage").out


def test_export_replaces_nothing_silently(
    syrinx: Run, library: VoiceLibrary, tmp_path: Path
) -> None:
    target = tmp_path / "ada.syrinxvoice"
    target.write_text("mine")
    assert "--force" in syrinx("voices", "export", "ada", tmp_path).assert_one_sentence()
    assert "--force" in syrinx("voices", "export", "ada", target).assert_one_sentence()
    assert target.read_text() == "mine"
    assert syrinx("voices", "export", "ada", target, "--force").code == 0
    library.remove("ada")
    assert syrinx("voices", "import", target).code == 0
    assert set(library.files("ada")) == {"consent.flac", "picture.png"}


def test_errors_are_sentences(syrinx: Run, library: VoiceLibrary, tmp_path: Path) -> None:
    text = tmp_path / "text.png"
    text.write_text("no picture")
    library.add(neural("Bo"))
    for arguments in (
        ["show", "nobody"],
        ["duplicate", "ada", "Ada"],
        ["duplicate", "robot", "Mine"],
        ["set", "ada"],
        ["set", "ada", "--colour", "red"],
        ["set", "ada", "--name", "", "--picture", text],
        ["set", "ada", "--picture", text],
        ["set", "ada", "--picture", tmp_path],
        ["set", "ada", "--picture", tmp_path / "gone.png"],
        ["set", "kathleen", "--name", "Kate"],
        ["tag", "ada", "x" * 50],
        ["tag", "robot", "x"],
        ["versions", "robot"],
        ["restore", "ada", "2"],
        ["restore", "ada", "nothing"],
        ["restore", "bo"],
        ["storage", "robot"],
        ["storage", "nobody"],
    ):
        syrinx("voices", *arguments).assert_one_sentence()
    assert library.get("ada").name == "Ada"
