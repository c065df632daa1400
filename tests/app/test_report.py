"""The report says what a helper needs, and nothing that names a person."""

from __future__ import annotations

import getpass
import socket
from pathlib import Path

import pytest

from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.messages import DelayMeasured, DeviceInfo, StreamStarted, Telemetry
from syrinx.app.logs import RotatingLog, crash_path
from syrinx.app.report import ReportFacts, make_report, scrub, voice_text
from syrinx.app.settings import Settings

LATENCY = LatencyReport(
    input_ms=0.0, buffer_ms=20.7, output_ms=2.7, chain_parts=(("voice: Anna Smith", 33.5),)
)


def facts() -> ReportFacts:
    return ReportFacts(
        settings=Settings(
            voice="anna-smith",
            own_f0_hz=211.5,
            recordings="/home/anna/secret",
            favourites=("anna-smith",),
            extra={"control": {"token": "hunter2"}, "delay": {"automatic": True}},
        ),
        devices=(
            DeviceInfo(
                id="ALSA: Anna’s headset", name="Anna’s headset", host_api="ALSA",
                input_channels=1, output_channels=2, default_sample_rate=48000,
                is_default_input=True,
            ),
        ),
        stream=StreamStarted(
            stream=1, sample_rate=48000, period=128, input_device="USB", output_device="USB",
            host_api="ALSA", voice_id="anna-smith", priority="realtime", latency=LATENCY,
        ),
        latency=LATENCY,
        telemetry=Telemetry(streaming=True, stream_s=61.0, late_blocks=3, stages=(("Gate", 0.01),)),
        voice=voice_text("anna-smith", kind="neural"),
        measured=DelayMeasured(
            measured_ms=23.3, spread_ms=0.1, count=3, declared_ms=23.4, confidence=9.0,
            level_dbfs=-32.0, chain_ms=33.5, chain_declared_ms=33.5, chain_measured_ms=33.7,
            declared=LATENCY,
        ),
        timeline=('12:00:01 The likeness of the voice "Anna Smith" is left out.', "12:00:02 late"),
    )  # fmt: skip


def test_it_says_what_a_helper_needs(tmp_path: Path) -> None:
    RotatingLog(tmp_path, "engine").write("error", "The device is gone.")
    text = make_report(tmp_path, facts())
    for wanted in (
        "syrinx", "numpy", "cores", "ALSA", "48000 Hz", "period 128", "realtime", "3 late",
        "Gate 1.0 %", "declared 56.9 ms", "measured 56.8 ms", "safety_ms = 8.0", "12:00:02 late",
        "The device is gone.", "an own voice (neural)", "features with settings: control, delay",
    ):  # fmt: skip
        assert wanted in text, wanted


def test_it_names_nobody(tmp_path: Path) -> None:
    log = RotatingLog(tmp_path, "window")
    log.write("error", f'"/home/anna/takes/anna.wav" cannot be read by {getpass.getuser()}.')
    crash_path(tmp_path, "window").write_text('  File "/home/anna/syrinx/app/x.py", line 3 in f\n')
    text = make_report(tmp_path, facts())
    for secret in ("anna", "smith", "hunter2", "211.5", "secret", str(tmp_path)):
        assert secret not in text.casefold(), secret
    assert ".../app/x.py" in text
    assert "somebody’s headset" in text


def test_without_anything_known_there_is_a_report(tmp_path: Path) -> None:
    text = make_report(tmp_path / "missing", ReportFacts())
    assert "nothing runs" in text
    assert "== Versions ==" in text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"/home/x/y/take 1.wav" is full', '"<path>.wav" is full'),
        (r'"C:\Users\Anna\a.wav" is full', '"<path>.wav" is full'),
        ("Anna's AirPods play", "somebody’s AirPods play"),
        ("Mary Jane’s iPhone plays", "somebody’s iPhone plays"),
        ("5/6 ms and/or 3 %", "5/6 ms and/or 3 %"),
        ("ALSA: HDA Intel PCH: ALC257 Analog (hw:0,0)",) * 2,
    ],
)
def test_names_and_paths_are_replaced(text: str, wanted: str) -> None:
    assert scrub(text) == wanted


def test_the_users_and_the_machines_name_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "berta")
    monkeypatch.setattr(socket, "gethostname", lambda: "bertas-laptop")
    assert scrub("Berta on bertas-laptop, not Bertaxy") == "<user> on <machine>, not Bertaxy"


def test_shipped_voices_are_named() -> None:
    assert voice_text("iris", kind="neural", shipped=True) == "iris (neural)"
    assert voice_text(None) == "none"
