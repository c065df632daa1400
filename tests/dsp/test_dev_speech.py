"""F0 and shift on real speech of held-out speakers, where the speech corpus is at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(
    os.environ.get("SYRINX_SPEECH", Path(__file__).resolve().parents[3] / "shared" / "speech")
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (FOLDER / "manifest.tsv").is_file(), reason="needs the speech corpus (SYRINX_SPEECH)"
    ),
    # pyworld itself imports a deprecated module.
    pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning"),
]


def test_f0_agrees_with_world_on_held_out_speakers():
    pytest.importorskip("pyworld")
    from syrinx.training.evaluate_f0 import evaluate

    result = evaluate(FOLDER, per_corpus=4)["all"]
    assert result["frames"] > 5000
    assert result["median_cents"] < 10.0
    assert result["gross_error"] < 0.06
    assert result["voicing_error"] < 0.14  # small sample; docs/measurements/f0.md has the figure
