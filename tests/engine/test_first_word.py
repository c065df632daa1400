"""The first word costs what every other does: nothing is imported in the audio thread."""

from __future__ import annotations

import subprocess
import sys

import pytest

SCRIPT = """
import sys
import numpy as np
from syrinx.app.engine.builder import BuildRequest, Workshop
from syrinx.app.engine.params import VoiceParams
from syrinx.app.engine.rack_params import RACK
from syrinx.app.engine.worker import AudioPath

rack = RackParams(
    feedback=FeedbackParams(on=True), level=LevelParams(on=True), de_esser=DeEsserParams(on=True),
    eq=EqParams(on=True), compressor=CompressorParams(on=True), reverb=ReverbParams(on=True),
)
params = VoiceParams(rack=rack, gate_threshold_dbfs=-50.0)
for wanted in (VoiceParams(), params):
    request = BuildRequest(
        voice_id=VOICE, params=wanted, sample_rate=48000, fp32=False, command="StartStream"
    )
    path = AudioPath(Workshop().build(request), period=480, safety_ms=8.0)
    path.guard.on = wanted.rack.feedback.on
    before = set(sys.modules)
    time = np.arange(480) / 48000
    for index in range(200):
        phase = 2 * np.pi * 120 * (time + index / 100)
        block = 0.02 * sum(np.sin(k * phase) for k in range(1, 9))
        path.render(np.empty(480, np.float32))
        path.capture(block.astype(np.float32))
        while path.step():
            pass
    assert path.error is None, path.error
    print(*sorted(set(sys.modules) - before))
"""
NAMES = "CompressorParams, DeEsserParams, EqParams, FeedbackParams, LevelParams, RackParams"


@pytest.mark.parametrize("voice", [None, "deep"])
def test_nothing_is_imported_when_somebody_begins_to_speak(voice: str | None) -> None:
    script = SCRIPT.replace("RACK\n", f"{NAMES}, ReverbParams\n").replace("VOICE", repr(voice))
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
