"""Helpers of the command line's tests: run ``main()`` here, or the real program."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from syrinx.app.cli.main import main


@dataclass(frozen=True)
class Result:
    """What a command did: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    def assert_one_sentence(self) -> str:
        """Fail unless it failed with exactly one line on stderr; return the line."""
        assert self.code == 1, (self.code, self.out, self.err)
        assert "Traceback" not in self.err
        lines = self.err.strip().splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("syrinx: ")
        assert "error in Syrinx itself" not in lines[0]
        return lines[0]


@pytest.fixture
def syrinx(capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Run a command in this process."""

    def run(*arguments: object) -> Result:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run


def run_program(*arguments: object, raw: bool = False, **options: object) -> Result:
    """Run a command in a process of its own; ``raw`` passes bytes as they are."""
    command: list[object] = [sys.executable, "-m", "syrinx.app"]
    command += arguments if raw else [str(argument) for argument in arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, **options)  # type: ignore[call-overload]
    return Result(done.returncode, done.stdout, done.stderr)


def speech_like(seconds: float, rate: int, *, f0_hz: float = 120.0) -> NDArray[np.float32]:
    """Return a buzz with syllables, ``(n_samples,)``: voiced, with an even spectrum."""
    time = np.arange(round(seconds * rate)) / rate
    phase = 2 * np.pi * f0_hz * time
    count = max(1, min(30, int(0.45 * rate / f0_hz)))
    buzz = sum(np.sin(number * phase) / number for number in range(1, count + 1))
    return np.asarray(0.1 * (0.6 + 0.4 * np.sin(2 * np.pi * 3 * time)) * buzz, dtype=np.float32)


@pytest.fixture
def wav(tmp_path: Path) -> Callable[..., Path]:
    """Write a sound file into the test's folder; return its path."""

    def write(
        name: str = "in.wav",
        *,
        seconds: float = 1.0,
        rate: int = 16_000,
        channels: int = 1,
        subtype: str | None = None,
        audio: NDArray[np.float32] | None = None,
    ) -> Path:
        if audio is None:
            mono = speech_like(seconds, rate)
            audio = mono if channels == 1 else np.repeat(mono[:, None], channels, axis=1)
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(path, audio, rate, subtype=subtype)
        return path

    return write
