"""The self-check: each finding says what was looked at, how it is, and what to do."""

from __future__ import annotations

import os
import platform
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from syrinx.app.files import reason
from syrinx.app.settings import home
from syrinx.dsp.errors import SyrinxError

_PACKAGES = (
    "numpy",
    "onnxruntime",
    "soundfile",
    "soxr",
    "sounddevice",
    "PySide6-Essentials",
    "sherpa-onnx",
    "websockets",
)
_LEAST_FREE_MB = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the self-check.

    Attributes
    ----------
    name
        What was looked at.
    state
        "OK", "warn" (works, but) or "fail".
    text
        How it is.
    advice
        What to do; "" when nothing.
    """

    name: str
    state: Literal["OK", "warn", "fail"]
    text: str
    advice: str = ""


def examine() -> Iterator[Finding]:
    """Yield the findings; an error inside one check fails that check only."""
    checks: list[tuple[str, Callable[[], Iterator[Finding]]]] = [
        ("versions", _versions),
        ("processor", _processor),
        ("memory", _memory),
        ("data folder", _data_folder),
        ("models", _models),
        ("voices", _voices),
        ("sound files", _sound_files),
        ("sound devices", _devices),
        ("window", _window),
        ("training", _training),
    ]
    for name, check in checks:
        try:
            yield from check()
        except SyrinxError as error:
            yield Finding(name=name, state="fail", text=str(error))
        except Exception as error:
            yield Finding(
                name=name, state="fail", text=f"{type(error).__name__}: {error}", advice=_REINSTALL
            )


_REINSTALL = "install Syrinx again"


def _versions() -> Iterator[Finding]:
    yield Finding(
        name="versions",
        state="OK",
        text=f"syrinx {package_version('syrinx')}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release()} {platform.machine()}",
    )
    found = {name: package_version(name) for name in _PACKAGES}
    missing = [name for name, number in found.items() if number is None]
    yield Finding(
        name="packages",
        state="fail" if missing else "OK",
        text="missing: " + ", ".join(missing)
        if missing
        else ", ".join(f"{name} {number}" for name, number in found.items()),
        advice=_REINSTALL if missing else "",
    )


def _processor() -> Iterator[Finding]:
    count = os.cpu_count() or 1
    flags = _cpu_flags()
    wide = [
        name for name in ("avx2", "avx512f", "avx512_vnni", "avx_vnni", "asimd") if name in flags
    ]
    text = f"{cpu_name()}, {count} cores" + (f", {' '.join(wide)}" if wide else "")
    if flags and not wide:
        yield Finding(
            name="processor",
            state="warn",
            text=f"{text}, without AVX2",
            advice="neural voices may be too slow here; effect voices work",
        )
    elif count < 2:
        yield Finding(
            name="processor",
            state="warn",
            text=text,
            advice="one core leaves nothing for other programs; expect late blocks",
        )
    else:
        yield Finding(name="processor", state="OK", text=text)


def _memory() -> Iterator[Finding]:
    import psutil

    free_mb = psutil.virtual_memory().available / 1e6
    low = free_mb < _LEAST_FREE_MB
    yield Finding(
        name="memory",
        state="warn" if low else "OK",
        text=f"{free_mb:.0f} MB free",
        advice="close other programs: the engine and the window need 500 MB" if low else "",
    )


def _data_folder() -> Iterator[Finding]:
    folder = home()
    probe = folder / f".doctor-{secrets.token_hex(4)}"
    try:
        probe.write_bytes(b"x")
    except OSError as error:
        yield Finding(
            name="data folder",
            state="fail",
            text=f"{folder} cannot be written: {reason(error)}",
            advice="change its permissions, or set SYRINX_HOME to another folder",
        )
        return
    finally:
        with suppress(OSError):
            probe.unlink()
    free_mb = shutil.disk_usage(folder).free / 1e6
    low = free_mb < _LEAST_FREE_MB
    yield Finding(
        name="data folder",
        state="warn" if low else "OK",
        text=f"{folder}, {free_mb / 1000:.1f} GB free",
        advice="make room before recording" if low else "",
    )


def _models() -> Iterator[Finding]:
    from syrinx.neural.runtime.registry import ModelRegistry

    registry = ModelRegistry(home())
    problems = registry.verify()
    for problem in problems:
        yield Finding(name="models", state="fail", text=problem)
    if not problems:
        entries = registry.entries().values()
        size = sum(entry.bytes for entry in entries) / 1e6
        yield Finding(
            name="models",
            state="OK",
            text=f"{len(entries)} files, {size:.1f} MB, all checksums right",
        )


def _voices() -> Iterator[Finding]:
    from syrinx.app.voices import VoiceLibrary
    from syrinx.neural.runtime.content import content_encoder_id
    from syrinx.neural.runtime.onnx_processor import decoder_id
    from syrinx.neural.runtime.registry import ModelRegistry

    library = VoiceLibrary(home())
    voices = library.list()
    own = sum(not voice.shipped for voice in voices)
    yield Finding(name="voices", state="OK", text=f"{len(voices)} voices, {own} of your own")
    for problem in library.problems():
        yield Finding(
            name="voices",
            state="warn",
            text=problem,
            advice="import it again from its .syrinxvoice file, or enroll it again",
        )
    learned = [voice for voice in voices if voice.adapter or voice.bank]
    if not learned:
        return
    registry = ModelRegistry(home())
    decoder, encoder = decoder_id(registry), content_encoder_id(registry)
    lost = {
        "another decoder, so without fine-tuning": [
            v.id for v in learned if v.adapter and v.adapter.decoder != decoder
        ],
        "another content encoder, so without likeness": [
            v.id for v in learned if v.bank and v.bank.content_encoder != encoder
        ],
    }
    for what, foreign in lost.items():
        if foreign:
            yield Finding(
                name="voices",
                state="warn",
                text=f"made for {what}: {', '.join(foreign)}",
                advice="enroll your own ones again; for built-in ones install Syrinx again",
            )


def _sound_files() -> Iterator[Finding]:
    import soundfile
    import soxr  # noqa: F401 - every file goes through it

    formats = soundfile.available_formats()
    missing = [name for name in ("WAV", "FLAC", "OGG", "MP3") if name not in formats]
    yield Finding(
        name="sound files",
        state="warn" if missing else "OK",
        text=f"libsndfile {soundfile.__libsndfile_version__}"
        + (f", cannot read {', '.join(missing)}" if missing else ""),
        advice="use WAV files, or install a newer soundfile" if missing else "",
    )


def _devices() -> Iterator[Finding]:
    from syrinx.app.engine.device import NO_DEVICES, list_devices

    devices = list_devices()
    if not devices:
        yield Finding(
            name="sound devices",
            state="warn",
            text="none",
            advice=NO_DEVICES + " Files can be converted without one.",
        )
        return
    apis = sorted({device.host_api for device in devices})
    inputs = [device for device in devices if device.input_channels]
    outputs = [device for device in devices if device.output_channels]
    complete = bool(inputs and outputs)
    yield Finding(
        name="sound devices",
        state="OK" if complete else "warn",
        text=f"{len(inputs)} inputs, {len(outputs)} outputs ({', '.join(apis)})",
        advice="" if complete else "live needs an input and an output; plug one in",
    )


def _window() -> Iterator[Finding]:
    """Try Qt in a process of its own: a missing system library may end the process."""
    script = (
        "import PySide6; from PySide6.QtWidgets import QApplication; QApplication([]); "
        "print(PySide6.__version__)"
    )
    headless = sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    environment = dict(os.environ)
    if headless:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    try:
        done = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            timeout=60,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        done = None
    if done is None or done.returncode != 0:
        lines = [line for line in (done.stderr if done else "").splitlines() if line.strip()]
        yield Finding(
            name="window",
            state="fail",
            text="Qt cannot start" + (f": {lines[-1]}" if lines else ""),
            advice="on Debian: sudo apt install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0",
        )
    elif headless and os.environ.get("QT_QPA_PLATFORM") is None:
        yield Finding(
            name="window",
            state="warn",
            text=f"Qt {done.stdout.strip()} works, but there is no display here",
            advice="the commands convert, live, enroll and voices work without one",
        )
    else:
        yield Finding(name="window", state="OK", text=f"Qt {done.stdout.strip()}")


def _training() -> Iterator[Finding]:
    number = package_version("torch")
    yield Finding(
        name="training",
        state="OK",
        text=f"torch {number}" if number else "not installed (only `train` and `evaluate` need it)",
    )


def package_version(package: str) -> str | None:
    """Return the version of an installed package, None where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def cpu_name() -> str:
    """Return what the processor calls itself."""
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _cpu_flags() -> frozenset[str]:
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith(("flags", "Features")):
                return frozenset(line.split(":", 1)[1].split())
    return frozenset()
