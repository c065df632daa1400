"""What the real processes have loaded: by starting them and looking into ``sys.modules``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QT = ("PySide6", "shiboken6", "pyqtgraph")
TORCH = ("torch", "torchaudio", "syrinx.training", "onnxscript")
REPORT = "import json, sys; print('\\n' + json.dumps(sorted(sys.modules)))"


def loaded_by(code: str, *arguments: str) -> set[str]:
    """Run ``code`` in a fresh interpreter; return the names in its ``sys.modules``."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{REPORT}", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        cwd="/",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def forbidden(modules: set[str], names: tuple[str, ...]) -> list[str]:
    return sorted(m for m in modules if any(m == n or m.startswith(n + ".") for n in names))


def modules_in(folder: str) -> list[str]:
    return sorted(
        "syrinx." + ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / folder).rglob("*.py")
        if path.name not in ("__init__.py", "__main__.py")
    )


def import_all(folder: str) -> str:
    return "\n".join(f"import {name}" for name in modules_in(folder))


def test_the_probe_sees_what_is_loaded() -> None:
    assert forbidden(loaded_by("import PySide6.QtCore"), QT)


def test_dsp_is_numpy_only() -> None:
    modules = loaded_by(import_all("dsp"))
    others = ("scipy", "onnxruntime", "soundfile", "sounddevice", "soxr", "pyworld")
    assert forbidden(modules, (*QT, *TORCH, *others, "syrinx.neural", "syrinx.app")) == []


def test_the_runtime_of_the_networks_has_no_torch() -> None:
    modules = loaded_by(import_all("neural/runtime"))
    assert forbidden(modules, (*QT, *TORCH, "syrinx.app", "syrinx.neural.streaming")) == []
    assert "onnxruntime" in modules


def test_every_module_of_the_engine() -> None:
    assert forbidden(loaded_by(import_all("app/engine")), (*QT, *TORCH)) == []


def test_voices_settings_and_the_tools_around_them() -> None:
    names = ("settings", "voices", "files", "offline", "enrolment", "bench", "doctor")
    code = "\n".join(f"import syrinx.app.{name}" for name in names)
    assert forbidden(loaded_by(code), (*QT, *TORCH)) == []


def test_making_voices_needs_neither_qt_nor_torch_in_the_process_that_asks() -> None:
    assert forbidden(loaded_by(import_all("app/clone")), (*QT, *TORCH)) == []


def test_neural_never_loads_training_or_app() -> None:
    assert forbidden(loaded_by(import_all("neural")), ("syrinx.training", "syrinx.app", *QT)) == []


def test_training_never_loads_app_or_qt() -> None:
    assert forbidden(loaded_by(import_all("training")), ("syrinx.app", *QT)) == []


def test_the_windows_process_has_no_torch() -> None:
    code = "\n".join(import_all(f"app/{part}") for part in ("services", "viewmodels", "views"))
    modules = loaded_by(code)
    assert forbidden(modules, (*TORCH, "onnxscript")) == []


def test_services_and_view_models_load_no_widgets() -> None:
    code = import_all("app/services") + "\n" + import_all("app/viewmodels")
    assert forbidden(loaded_by(code), ("PySide6.QtWidgets", "pyqtgraph")) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["devices"],
        ["voices"],
        ["voices", "--json"],
        ["doctor"],
        ["train", "--none"],
    ],
    ids=" ".join,
)
def test_commands_load_no_qt(arguments: list[str]) -> None:
    code = f"from syrinx.app.cli.main import main\nmain({arguments!r})"
    names = QT if arguments[0] == "train" else (*QT, *TORCH)
    assert forbidden(loaded_by(code), names) == []


def test_help_loads_next_to_nothing() -> None:
    """What makes ``syrinx --help`` fast: none of the big libraries is there."""
    modules = loaded_by("from syrinx.app.cli.main import main\nmain(['--help'])")
    big = ("numpy", "onnxruntime", "soundfile", "sounddevice", "soxr", "scipy", "tqdm")
    assert forbidden(modules, (*QT, *TORCH, *big)) == []


def test_imports_have_no_side_effects(tmp_path: Path) -> None:
    """Importing writes nothing, makes no data folder and starts no thread."""
    code = (
        "import threading\n"
        + import_all("app/engine")
        + "\nimport syrinx.app.settings, syrinx.app.voices\n"
        + "assert threading.active_count() == 1, threading.enumerate()"
    )
    loaded_by(code)
    assert not list(Path(os.environ["SYRINX_HOME"]).iterdir())
