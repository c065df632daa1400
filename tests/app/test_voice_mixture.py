"""A mixture that is kept: sounds as the morph does, and says whose voices it is made of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.consent import ConsentRecord
from syrinx.app.engine.params import VoiceParams
from syrinx.app.engine.voice_chain import build_voice_chain
from syrinx.app.marking import is_marked
from syrinx.app.voice_mixture import MIXED_FROM, keep_mixture
from syrinx.app.voices import Voice, VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry
from tests.neural_runtime.tiny import voice_like


@pytest.fixture(scope="module")
def registry() -> ModelRegistry:
    return ModelRegistry()


@pytest.fixture
def library(tmp_path: Path) -> VoiceLibrary:
    return VoiceLibrary(tmp_path)


def said(voice: Voice, registry: ModelRegistry, second: Voice | None = None) -> np.ndarray:
    params = VoiceParams(
        pitch=0.0,
        index_ratio=0.0,
        mark=False,
        morph_to=None if second is None else second.id,
        morph=0.0 if second is None else 0.3,
    )
    chain = build_voice_chain(
        voice, sample_rate=16_000, params=params, second=second, registry=registry
    )
    return chain.process(voice_like(0.6))


def test_it_sounds_as_the_morph_did(library: VoiceLibrary, registry: ModelRegistry) -> None:
    iris, otto = library.get("iris"), library.get("otto")
    kept = library.add(keep_mixture("Both", iris, otto, share=0.3, registry=registry))
    assert kept.f0_median_hz == pytest.approx(iris.f0_median_hz**0.7 * otto.f0_median_hz**0.3, 1e-3)
    live, stored = said(iris, registry, otto), said(kept, registry)
    assert np.sqrt(np.mean(np.square(live - stored))) < 0.02 * np.sqrt(np.mean(np.square(live)))
    assert np.abs(live - said(iris, registry)).max() > 1e-3
    assert len(kept.bank) == pytest.approx(1024, abs=1)
    assert is_marked(kept)


def test_consents_and_licences_of_both_go_with_it(
    library: VoiceLibrary, registry: ModelRegistry
) -> None:
    record = ConsentRecord.of_recording(
        b"flac", seconds=8.0, statement="I agree.", speaker="Ada L.", language="en"
    )
    iris = library.get("iris")
    ada = replace(
        library.get("otto"), id="ada", name="Ada", shipped=False, licence="", attribution="",
        consent=record.sentence(), consent_record=record,
    )  # fmt: skip
    kept = library.add(keep_mixture("Both", iris, ada, share=0.25, registry=registry))
    first, second = library.get(kept.id).provenance[MIXED_FROM]
    assert (first["id"], first["share"], first["licence"]) == ("iris", 0.75, iris.licence)
    assert second["consent_record"] == record.to_json()
    assert ConsentRecord.from_json(second["consent_record"]) == record
    assert "Ada L. agreed" in kept.consent
    again = keep_mixture("Deeper", kept, library.get("miles"), share=0.5, registry=registry)
    assert again.provenance[MIXED_FROM][0][MIXED_FROM][1]["consent_record"] == record.to_json()


def test_what_nobody_agreed_to_is_refused(library: VoiceLibrary, registry: ModelRegistry) -> None:
    iris, otto = library.get("iris"), library.get("otto")
    nobody = replace(otto, consent=None, licence="")
    with pytest.raises(SyrinxError, match="neither a consent nor a licence"):
        keep_mixture("Both", iris, nobody, share=0.5, registry=registry)
    for first, second, share in ((iris, otto, 0.0), (iris, otto, 1.0), (iris, iris, 0.5)):
        with pytest.raises(SyrinxError, match="between two different voices"):
            keep_mixture("Both", first, second, share=share, registry=registry)
    with pytest.raises(SyrinxError, match="neural"):
        keep_mixture("Both", iris, library.get("robot"), share=0.5, registry=registry)


def test_voices_without_fine_tuning_or_bank(library: VoiceLibrary, registry: ModelRegistry) -> None:
    pia, anton = library.get("pia"), library.get("anton")
    kept = keep_mixture("Both", pia, anton, share=0.5, registry=registry)
    assert (kept.adapter, kept.bank) == (None, None)
    assert kept.f0_flutter == pytest.approx(0.01)
    half = keep_mixture("Half", pia, library.get("iris"), share=0.5, registry=registry)
    assert len(half.bank) == 512
    assert half.adapter is not None
