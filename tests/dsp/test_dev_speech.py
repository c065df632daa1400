"""F0 on real speech of held-out speakers, where the speech cache is at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CACHE = Path(
    os.environ.get("SYRINX_CACHE", Path(__file__).resolve().parents[2] / ".cache" / "speech")
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (CACHE / "utterances.json").is_file(), reason="needs the speech cache (SYRINX_CACHE)"
    ),
    # pyworld itself imports a deprecated module.
    pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning"),
]


def test_f0_agrees_with_world_on_held_out_speakers():
    pytest.importorskip("pyworld")
    from syrinx.training.data import SpeechCache
    from syrinx.training.metrics.live_f0 import score_live_f0, segments

    *_, (_, table) = score_live_f0(segments(SpeechCache(CACHE), split="dev", per_corpus=4))
    result = table["all"]
    assert result["frames"] > 5000
    assert result["median_cents"] < 10.0
    assert result["gross_error"] < 0.06
    assert result["voicing_error"] < 0.14  # small sample; docs/measurements/f0.md has the figure
