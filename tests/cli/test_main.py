"""The program as a whole: help, exit codes, errors without tracebacks."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from syrinx.app.cli import main as cli
from syrinx.dsp.errors import SyrinxError
from tests.cli.conftest import Result, run_program

Run = Callable[..., Result]
COMMANDS = ["devices", "doctor", "voices", "enroll", "convert", "live", "bench"]


def test_help_names_every_command(syrinx: Run) -> None:
    result = syrinx("--help")
    assert result.code == 0
    for name in [*COMMANDS, "train", "evaluate"]:
        assert f"  {name} " in result.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(syrinx: Run, name: str) -> None:
    result = syrinx(name, "--help")
    assert result.code == 0
    assert f"usage: syrinx {name}" in result.out


@pytest.mark.parametrize("arguments", [["--nonsense"], ["dance"], ["convert"], ["voices", "x"]])
def test_wrong_usage_is_2(syrinx: Run, arguments: list[str]) -> None:
    result = syrinx(*arguments)
    assert result.code == 2
    assert "usage:" in result.err


def test_version(syrinx: Run) -> None:
    assert syrinx("--version").out.startswith("syrinx 0.")


def test_an_error_of_ours_is_one_sentence(syrinx: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(options: object) -> int:
        raise ZeroDivisionError("unforeseen\nin two lines")

    monkeypatch.setattr(cli.COMMANDS["devices"], "run", fail)
    result = syrinx("devices")
    assert result.code == 1
    assert len(result.err.splitlines()) == 1
    assert "--debug" in result.err
    with pytest.raises(ZeroDivisionError):
        cli.main(["devices", "--debug"])


def test_debug_shows_where_a_sentence_comes_from(tmp_path: Path) -> None:
    missing = tmp_path / "gone.syrinxvoice"
    with pytest.raises(SyrinxError):
        cli.main(["voices", "import", str(missing), "--debug"])


def test_interrupt_is_130(syrinx: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.COMMANDS["devices"], "run", interrupt)
    result = syrinx("devices")
    assert result.code == 130
    assert result.err == "syrinx: interrupted.\n"


def test_interrupt_that_a_native_module_made_an_import_error(
    syrinx: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(options: object) -> int:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise ImportError("initialization failed") from None
        return 0

    monkeypatch.setattr(cli.COMMANDS["devices"], "run", interrupt)
    result = syrinx("devices")
    assert (result.code, result.err) == (130, "syrinx: interrupted.\n")


@pytest.mark.parametrize("kind", [ImportError, OSError])
def test_a_missing_library_is_a_sentence(
    syrinx: Run, monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    def broken(options: object) -> int:
        raise kind("libgone.so.1: cannot open shared object file")

    monkeypatch.setattr(cli.COMMANDS["devices"], "run", broken)
    sentence = syrinx("devices").assert_one_sentence()
    assert "libgone.so.1" in sentence
    assert "doctor" in sentence


def test_an_interruption_while_the_program_loads_has_no_traceback() -> None:
    """An import that sends SIGINT stands for a hand that is quick."""
    script = (
        "import signal, sys\n"
        "class Quick:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'syrinx.app.cli.main':\n"
        "            signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Quick())\n"
        "from syrinx.app.main import main\n"
        "sys.exit(main(['devices']))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (130, "syrinx: interrupted.\n")


def test_the_signal_handler_is_put_back(syrinx: Run) -> None:
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = [signal.getsignal(number) for number in numbers]
    syrinx("voices")
    assert [signal.getsignal(number) for number in numbers] == before


def test_a_closed_pipe_is_no_error_message() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stdout:
        done = subprocess.run(
            [sys.executable, "-m", "syrinx.app", "voices", "--json"],
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
def test_a_full_disk_behind_stdout_is_one_sentence() -> None:
    command = [sys.executable, "-m", "syrinx.app", "voices", "--json"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith("syrinx: The system refused")
    assert len(done.stderr.splitlines()) == 1


def test_closed_streams_are_no_error() -> None:
    command = f'"{sys.executable}" -m syrinx.app voices >&-'
    done = subprocess.run(command, shell=True, stderr=subprocess.PIPE, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    command = f'"{sys.executable}" -m syrinx.app voices remove nobody 2>&-'
    assert subprocess.run(command, shell=True, timeout=60).returncode == 1


def test_the_window_without_a_display_names_its_twin() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    result = run_program(env=environment)
    assert result.code == 1
    assert len(result.err.strip().splitlines()) == 1
    assert "syrinx live" in result.err


def test_train_and_evaluate_without_torch_are_one_sentence(
    syrinx: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("syrinx.app.cli.training.find_spec", lambda name: None)
    for name in ("train", "evaluate"):
        assert "PyTorch" in syrinx(name, "anything").assert_one_sentence()


def test_train_and_evaluate_get_their_arguments(
    syrinx: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import types

    calls: list[tuple[str, list[str]]] = []
    stand_in = types.ModuleType("syrinx.training.cli")
    stand_in.train_main = lambda argv: calls.append(("train", argv)) or 0  # type: ignore[attr-defined]
    stand_in.evaluate_main = lambda argv, studio: calls.append(("evaluate", argv)) or 3  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "syrinx.training.cli", stand_in)
    import syrinx.training

    monkeypatch.setattr(syrinx.training, "cli", stand_in, raising=False)
    assert cli.main(["train", "tiny", "--steps", "3"]) == 0
    assert cli.main(["evaluate", "--help"]) == 3
    assert calls == [("train", ["tiny", "--steps", "3"]), ("evaluate", ["--help"])]


@pytest.mark.parametrize("name", ["train", "evaluate"])
def test_train_and_evaluate_have_help(name: str) -> None:
    result = run_program(name, "--help")
    assert result.code == 0, result.err
    assert "usage:" in result.out


def test_json_has_no_nan(capsys: pytest.CaptureFixture[str]) -> None:
    from syrinx.app.cli.common import print_json

    print_json({"a": float("nan"), "b": [float("inf"), 1.5]})
    assert json.loads(capsys.readouterr().out) == {"a": None, "b": [None, 1.5]}
