"""What every test needs: a home of its own, so that no test sees or changes the user's data."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

import pytest

# Before Qt or a numerical library is imported, in this process and in those it starts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")


@pytest.fixture(autouse=True)
def syrinx_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty data folder and return it."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("SYRINX_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def default_float_mode() -> None:
    """Undo a test's flush-to-zero mode, which onnxruntime sets on the thread that calls it."""
    default_environment = ctypes.c_void_p(-1)  # FE_DFL_ENV of glibc
    ctypes.CDLL(None).fesetenv(default_environment)
