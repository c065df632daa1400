"""The notices of others' work: complete, in the wheel, and shown in the window."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.packaging.test_wheel import ROOT

NOTICES = (resources.files("syrinx.assets") / "third-party.md").read_text(encoding="utf-8")
OURS = {"Syrinx"}


def named(provenance: Any) -> Iterator[str]:
    """Yield what a provenance names: corpora, noises, attributions."""
    if isinstance(provenance, dict):
        for key, value in provenance.items():
            if key in ("corpora", "noises", "noise") and isinstance(value, list):
                yield from value
            elif key == "speakers" and isinstance(value, list):
                yield from {name.split("/")[0] for name in value}
            elif key == "attribution":
                yield value.split(", Copyright")[0]
            elif key == "licence":
                continue
            else:
                yield from named(value)
    elif isinstance(provenance, list):
        for value in provenance:
            yield from named(value)


def models() -> dict[str, Any]:
    folder = ROOT / "assets" / "models"
    found = json.loads((folder / "models.json").read_text(encoding="utf-8"))["models"]
    kept = {name: entry.get("provenance") for name, entry in found.items()}
    for path in folder.glob("*_space.npz"):
        kept[path.stem] = json.loads(bytes(np.load(path)["document"]))
    return kept


def test_something_is_named_by_the_models() -> None:
    sources = {source for provenance in models().values() for source in named(provenance)}
    assert {"librispeech", "vctk_subset", "cafe"} <= sources
    assert any("POSLEX" in source for source in sources)


@pytest.mark.parametrize("name", models())
def test_every_source_of_a_shipped_model_is_named(name: str) -> None:
    provenance = models()[name]
    assert [source for source in set(named(provenance)) if source not in NOTICES] == []


def test_every_source_of_the_speaker_encoder_is_named() -> None:
    path = ROOT / "training" / "checkpoints" / "speaker_encoder.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    for source in (*found["data"], *found["noise"]):
        assert f"`{source}`" in NOTICES


def test_the_texts_of_the_licences_that_ask_for_it_are_there() -> None:
    for text in (
        "Copyright (C) 1993-2015 Carnegie Mellon University",
        "Centre for Speech Technology Research, University of Edinburgh, UK",
        "Any modifications must be clearly marked as such.",
        "THE UNIVERSITY OF EDINBURGH AND THE CONTRIBUTORS TO THIS WORK DISCLAIM ALL WARRANTIES",
    ):
        assert text in NOTICES


def test_every_voice_and_its_source_is_named() -> None:
    part = NOTICES.split("## Voices and recordings")[1].split("##")[0]
    for path in (ROOT / "assets" / "voices").glob("*.json"):
        voice = json.loads(path.read_text(encoding="utf-8"))["voice"]
        (line,) = [line for line in part.splitlines() if re.search(rf"\b{voice['name']}\b", line)]
        assert voice["licence"] in line
        if voice["attribution"] not in OURS:
            source, _, speaker = voice["attribution"].partition(", speaker ")
            assert source.removeprefix(f"{voice['name']}, ") in line
            assert speaker.split(",")[0] in line


def test_every_recording_that_ships_is_named() -> None:
    for path in (ROOT / "assets").rglob("*.ogg"):
        assert path.name in NOTICES


def test_every_package_that_is_installed_is_named() -> None:
    rows = dict(re.findall(r"^\| ([\w.-]+) \| (.+) \|$", NOTICES, re.MULTILINE))
    wanted = {"torch", "torchaudio", "python-rtmidi"}
    for lock in ("requirements.lock", "requirements-training.lock"):
        text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
        wanted |= set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))
    assert wanted <= rows.keys()
    assert set(rows) - wanted == {"package"}
    assert all(rows.values())


def test_the_wheel_carries_it(wheel_names: set[str]) -> None:
    assert "syrinx/assets/third-party.md" in wheel_names
    assert any(name.endswith("licenses/assets/third-party.md") for name in wheel_names)
    assert any(name.endswith("licenses/LICENSE") for name in wheel_names)


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build a wheel of the assets alone, with the project's own settings."""
    import shutil
    import subprocess
    import sys
    import zipfile

    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    for package in re.findall(
        r'^    "syrinx\.([\w.]+)",$', (ROOT / "pyproject.toml").read_text(), re.M
    ):
        folder = Path(source, *package.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    shutil.copy(ROOT / "assets" / "third-party.md", source / "assets")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    command += ["--no-build-isolation", "--wheel-dir", str(target), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = target.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())
