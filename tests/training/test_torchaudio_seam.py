"""torchaudio works through the seam, in a process of its own, with the CPU build of torch."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import types
from pathlib import Path

import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.training import torchaudio_seam

installed = pytest.mark.skipif(
    importlib.util.find_spec("torchaudio") is None, reason="torchaudio is not installed"
)


def _run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@installed
def test_python_parts_work_and_extension_parts_say_why_not() -> None:
    out = _run(
        """
import math, torch
from syrinx.dsp.errors import SyrinxError
from syrinx.training.torchaudio_seam import load_torchaudio
audio = load_torchaudio()
assert load_torchaudio() is audio
rate = 16000
tone = torch.sin(2 * math.pi * 1000 * torch.arange(rate) / rate)[None]
up = audio.functional.resample(tone, rate, 48000)
peak = torch.fft.rfft(up[0]).abs().argmax().item()
spectrum = audio.transforms.Spectrogram(n_fft=512)(tone)[0].mean(1).argmax().item()
print(up.shape[1], peak, spectrum)
if torch.version.cuda is None:
    try:
        audio.functional.forced_align(torch.zeros(1, 4, 3), torch.ones(1, 2, dtype=torch.int32))
    except SyrinxError as error:
        print("refused:", error)
"""
    ).splitlines()
    assert out[0] == "48000 1000 32"
    import torch

    if torch.version.cuda is None:
        assert out[1].startswith("refused: torchaudio's forced_align needs its compiled extension")


def test_an_extension_that_cannot_be_loaded_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A CUDA build of torch whose libraries are missing: OSError first, then the stand-in."""
    import torch

    tries: list[bool] = []
    good = types.ModuleType("torchaudio")

    def fake_import(name: str) -> types.ModuleType:
        assert name == "torchaudio"
        tries.append("torchaudio._extension" in sys.modules)
        if not tries[-1]:
            raise OSError("Could not load this library: _torchaudio.so")
        return good

    for name in [n for n in sys.modules if n.split(".")[0] == "torchaudio"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(torch.version, "cuda", "13.0")
    monkeypatch.setattr(torchaudio_seam.importlib, "import_module", fake_import)
    try:
        assert torchaudio_seam.load_torchaudio() is good
        assert tries == [False, True]
        assert sys.modules["torchaudio._extension"]._IS_TORCHAUDIO_EXT_AVAILABLE is False
    finally:
        torchaudio_seam._forget()


def test_missing_torchaudio_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> types.ModuleType:
        raise ModuleNotFoundError("No module named 'torchaudio'", name="torchaudio")

    for name in [n for n in sys.modules if n.split(".")[0] == "torchaudio"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(torchaudio_seam.importlib, "import_module", absent)
    with pytest.raises(SyrinxError, match="not installed"):
        torchaudio_seam.load_torchaudio()
    assert "torchaudio._extension" not in sys.modules


def test_nobody_else_imports_torchaudio() -> None:
    root = Path(torchaudio_seam.__file__).parent.parent
    pattern = re.compile(r"^\s*(import|from)\s+torchaudio\b", re.MULTILINE)
    offenders = [
        path.relative_to(root)
        for folder in ("app", "dsp", "neural", "training")
        for path in (root / folder).rglob("*.py")
        if pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert offenders == []
