"""What is told about a voice, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syrinx.app.viewmodels import voice_facts as facts
from syrinx.app.voices import VoiceStorage
from tests.app.voices import neural, with_everything


@pytest.mark.parametrize(
    ("seconds", "text"), [(5.2, "5 s"), (59.6, "1 min"), (65, "1 min 5 s"), (3600, "60 min")]
)
def test_durations(seconds: float, text: str) -> None:
    assert facts.duration(seconds) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 bytes"), (999, "999 bytes"), (48_000, "48 kB"), (1_250_000, "1.2 MB")],
)
def test_sizes(count: int, text: str) -> None:
    assert facts.size(count) == text


def test_texts_from_files_cannot_garble_the_window() -> None:
    assert facts.clean("a\nb\x1b[31m \u202ec") == "a b [31m c"
    assert len(facts.clean("x" * 10_000)) == facts.LONGEST
    odd = neural(
        provenance={"takes": 3, "list": [1], "yes": True, "a" * 99: "b" * 99, "x": 0.12345}
    )
    text = facts.provenance(odd.provenance)
    assert text.startswith("takes 3, ")
    assert "x 0.123" in text
    assert len(text) < 120


def test_removal_names_what_is_there_and_nothing_else() -> None:
    size = VoiceStorage(profile=500_000)
    assert facts.removal_text(neural(), 0, size).startswith("Its profile (0.5 MB) is deleted")
    voice, files = with_everything()
    from syrinx.app.voice_attachments import describe

    voice = replace(voice, files=describe(files))
    text = facts.removal_text(voice, 3, size)
    assert "Its profile, its picture, the recording of the consent and 3 earlier versions" in text


def test_consent_is_told_with_its_statement() -> None:
    voice, _ = with_everything()
    first, second = facts.consent_lines(voice)
    assert first.startswith("Ada Lovelace agreed on 2026-11-21")
    assert "I agree" in second
    assert facts.consent_lines(neural()) == ["given"]
    assert facts.consent_lines(neural(shipped=True)) == []


def test_a_time_that_is_none_is_nothing() -> None:
    assert facts.moment("") == facts.moment("yesterday") == ""
    assert facts.moment("2026-11-21T12:00:00Z").startswith("2026-11-2")
