"""The wheel: what is in it, and that it works where the source is not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ("app", "assets", "dsp", "neural", "training")
DATA_SUFFIXES = {".json", ".npy", ".npz", ".onnx", ".svg", ".png", ".qss", ".toml", ".yaml"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the source, so that no build folder is left here."""
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    for layer in LAYERS:
        shutil.copytree(ROOT / layer, source / layer, ignore=shutil.ignore_patterns("__pycache__"))
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    command += ["--no-build-isolation", "--wheel-dir", str(target), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the wheel, as an installer would, into a folder of its own."""
    target = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run_installed(site: Path, code: str) -> str:
    """Run ``code`` with the wheel's files ahead of the editable install."""
    first = f"import sys; sys.path.insert(0, {str(site)!r})\n"
    # The editable install's finder answers before the path: it must go, for a true test.
    first += "sys.meta_path = [f for f in sys.meta_path if '__editable__' not in repr(f)]\n"
    done = subprocess.run(
        [sys.executable, "-c", first + code],
        capture_output=True,
        text=True,
        cwd="/",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_module_and_asset_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    for layer in LAYERS:
        for path in (ROOT / layer).rglob("*"):
            if {"__pycache__", "checkpoints"} & set(path.parts) or not path.is_file():
                continue  # checkpoints belong to the checkout: training goes on from there
            if path.suffix == ".py" or path.suffix in DATA_SUFFIXES:
                assert f"syrinx/{path.relative_to(ROOT)}" in packed


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
        layers = {n.split("/")[1] for n in archive.namelist() if n.startswith("syrinx/")}
        kept = [name for name in archive.namelist() if "/checkpoints/" in name]
    assert kept == ["syrinx/training/checkpoints/phone_head.safetensors"]  # for fine-tuning
    assert {top for top in tops if not top.endswith(".dist-info")} == {"syrinx"}
    assert layers == set(LAYERS)


def test_the_console_script_is_declared(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [n for n in archive.namelist() if n.endswith("entry_points.txt")]
        assert "syrinx = syrinx.app.main:main" in archive.read(name).decode()


def test_the_installed_program_runs_without_the_source(installed: Path) -> None:
    code = (
        "import syrinx.app.voices as v; print(v.__file__)\n"
        "from syrinx.app.cli.main import main\n"
        "raise SystemExit(main(['voices', '--json']))"
    )
    out = run_installed(installed, code)
    assert out.startswith(str(installed))
    assert '"kind": "effect"' in out


def test_the_installed_assets_are_found(installed: Path) -> None:
    code = (
        "from importlib.resources import files\n"
        "folder = files('syrinx.assets')\n"
        "print(folder)\n"
        "print([item.name for item in folder.iterdir()])"
    )
    out = run_installed(installed, code)
    assert out.startswith(str(installed / "syrinx" / "assets"))
    for item in (ROOT / "assets").iterdir():
        if item.name != "__pycache__":
            assert item.name in out


def test_the_wheel_is_small_enough_to_download(wheel: Path) -> None:
    assert wheel.stat().st_size < 60e6
