"""Commands and events: they cross a pipe unchanged, and refuse what cannot be."""

from __future__ import annotations

import dataclasses
import math
import pickle
from typing import get_args

import pytest

from syrinx.app.engine import messages as m
from syrinx.app.engine.latency import LatencyReport
from syrinx.dsp.errors import SyrinxError

REPORT = LatencyReport(input_ms=1.0, buffer_ms=2.0, output_ms=3.0, chain_parts=(("a", 1.0),))
SAMPLES = {
    "str": "x",
    "float": 1.0,
    "int": 1,
    "bool": True,
    "str | None": None,
    "float | None": None,
    "Priority": "normal",
    "LatencyReport": REPORT,
    "EngineConfig": m.EngineConfig(),
    "VoiceParams": m.VoiceParams(),
    "Levels": m.Levels(),
    "tuple[DeviceInfo, ...]": (),
}


@pytest.mark.parametrize("kind", [*get_args(m.Command), *get_args(m.Event)])
def test_every_message_is_a_frozen_value_that_survives_the_pipe(kind: type) -> None:
    values = {
        field.name: SAMPLES.get(str(field.type), "command")
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    message = kind(**values)
    assert pickle.loads(pickle.dumps(message)) == message
    assert not hasattr(message, "__dict__")
    assert kind.__doc__
    for field in dataclasses.fields(kind):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(message, field.name, None)


@pytest.mark.parametrize(
    "values",
    [
        {"pitch": 40.0},
        {"pitch": math.nan},
        {"pitch": "high"},
        {"wet": 1.5},
        {"wet": True},
        {"index_ratio": -0.1},
        {"index_ratio": math.nan},
        {"input_gain_db": math.inf},
        {"gate_threshold_dbfs": 3.0},
        {"source_f0_hz": 0.0},
        {"formant_semitones": -30},
    ],
)
def test_wrong_params_are_one_sentence(values: dict) -> None:
    with pytest.raises(SyrinxError, match="must"):
        m.VoiceParams(**values)


@pytest.mark.parametrize("values", [{"safety_ms": -1.0}, {"sample_rate": 100}, {"period": 0}])
def test_a_wrong_configuration_is_one_sentence(values: dict) -> None:
    with pytest.raises(SyrinxError, match="must lie between"):
        m.EngineConfig(**values)
