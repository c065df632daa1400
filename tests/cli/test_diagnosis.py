"""``syrinx doctor --report`` and ``syrinx bench --loopback``."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from syrinx.app.logs import RotatingLog
from syrinx.app.settings import Settings, save_settings
from tests.cli.conftest import Result

Run = Callable[..., Result]


def test_doctor_prints_the_report(syrinx: Run, syrinx_home: Path) -> None:
    save_settings(Settings(safety_ms=12.0, voice="anna", extra={"x": {"token": "hunter2"}}))
    RotatingLog(syrinx_home, "engine").write("error", "The device is gone.")
    result = syrinx("doctor", "--report")
    assert result.code == 0
    for wanted in ("== Versions ==", "safety_ms = 12.0", "The device is gone.", "settings: x"):
        assert wanted in result.out, wanted
    for secret in ("anna", "hunter2", str(syrinx_home)):
        assert secret not in result.out, secret


def test_without_jackd_the_loopback_says_what_to_install(
    syrinx: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    result = syrinx("bench", "--loopback")
    assert "jackd2" in result.assert_one_sentence()


@pytest.mark.jack
def test_inside_and_outside_agree(syrinx: Run) -> None:
    pytest.importorskip("jack", reason="JACK-Client is not installed")
    if shutil.which("jackd") is None:
        pytest.skip("jackd is not installed")
    result = syrinx("bench", "--loopback", "--voice", "hall", "--json")
    assert result.code == 0, result.err
    (row,) = json.loads(result.out)["loopback"]
    assert row["voice"] == "hall"
    assert abs(row["difference_ms"]) <= 1.0
    assert row["inside_ms"] == pytest.approx(row["declared_ms"], abs=1.0)
