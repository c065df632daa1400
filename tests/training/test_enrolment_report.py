"""What `syrinx evaluate enrolment` makes of the figures: differences, verdicts, seconds."""

from __future__ import annotations

from typing import Any

import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.training.cli import evaluate_main
from syrinx.training.evaluations.enrolment import compare, make_report, report_text
from syrinx.training.metrics.conversion_run import Plan, Result
from syrinx.training.studio import StudioOptions, StudioVoice


def figures(gap: float | None, wer: float | None) -> dict[str, Any]:
    return {"resemblyzer_gap_closed": gap, "wer": wer, "nisqa": 2.5}


def result(name: str = "corpus/one", **rows: dict[str, Any]) -> Result:
    usual = {
        "average_30s": figures(0.40, 0.10),
        "int8_30s": figures(0.52, 0.105),
        "average_180s": figures(0.45, 0.10),
        "int8_180s": figures(0.55, 0.11),
    }
    return Result(
        name=name,
        kind="dev",
        speaker=name,
        enrolled_s={"30s": 31.0, "180s": 181.0},
        took_s={
            "average_30s": {"averaged": 3.0, "tuned": 0.0},
            "int8_30s": {"averaged": 3.5, "tuned": 60.0},
            "average_180s": {"averaged": 9.0, "tuned": 0.0},
            "int8_180s": {"averaged": 10.0, "tuned": 100.0},
        },
        table={"source": {}, **usual, **rows},
        examples=[],
        notes=["a judge is missing"],
    )


def report(*results: Result) -> dict[str, Any]:
    from pathlib import Path

    plan = Plan(cache=Path("none"), studio=StudioOptions())
    return make_report(results, plan, elapsed_s=1.0)


def test_differences_and_seconds_of_each_length() -> None:
    short, long = compare(result())
    assert (short["length_s"], long["length_s"]) == (30, 180)
    assert short["gap_more"] == pytest.approx(0.12)
    assert short["wer_more"] == pytest.approx(0.005)
    assert short["nisqa_more"] == 0.0
    assert short["dnsmos_more"] is None
    assert (short["averaged_s"], short["tuned_s"], short["whole_s"]) == (3.0, 60.0, 63.5)
    assert (long["averaged_s"], long["tuned_s"], long["whole_s"]) == (9.0, 100.0, 110.0)
    assert all(row["holds"] and row["in_time"] for row in (short, long))  # both at the limit


@pytest.mark.parametrize(
    ("tuned", "holds"),
    [
        (figures(0.50, 0.11), True),
        (figures(0.499, 0.10), False),
        (figures(0.60, 0.111), False),
        (figures(0.60, None), True),  # nobody judges the words
        (figures(None, 0.10), None),
    ],
)
def test_it_holds_only_with_enough_gap_and_few_enough_words(
    tuned: dict[str, Any], holds: bool | None
) -> None:
    assert compare(result(int8_30s=tuned))[0]["holds"] is holds


def test_one_speaker_who_fails_is_not_averaged_away() -> None:
    best = result("corpus/best", int8_30s=figures(0.99, 0.01))
    worst = result("corpus/worst", int8_180s=figures(0.54, 0.10))
    assert report(best, result())["holds"] is True
    failed = report(best, worst, result())
    assert failed["holds"] is False
    text = report_text(failed)
    assert text.count("FAILS") == 1
    assert "for everyone: NO" in text
    assert report(result(average_30s={}, average_180s={}))["holds"] is None
    assert "cannot be told" in report_text(report(result(average_30s={}, average_180s={})))


def test_what_takes_too_long_is_said() -> None:
    late = result()
    late.took_s["int8_180s"] = {"averaged": 10.0, "tuned": 111.0}
    assert [row["in_time"] for row in compare(late)] == [True, False]
    assert report(late)["in_time"] is False
    slow = result()
    slow.took_s["average_30s"] = {"averaged": 31.0, "tuned": 0.0}
    assert [row["in_time"] for row in compare(slow)] == [False, True]


def test_a_speaker_without_three_minutes_has_one_row() -> None:
    short = result()
    del short.table["int8_180s"], short.table["average_180s"]
    assert [row["length_s"] for row in compare(short)] == [30]


def test_wrong_wishes_are_one_sentence() -> None:
    def studio(options: StudioOptions) -> StudioVoice:
        raise AssertionError("not opened")

    with pytest.raises(SyrinxError, match="run `syrinx evaluate enrolment`"):
        evaluate_main(["enrolment"])
    for words, message in (
        (["--limit", "0"], "--limit must be at least 1"),
        (["--speakers", "kathleen"], "kathleen is no dev speaker"),
        (["--speakers", "a/b,"], "empty name"),
    ):
        with pytest.raises(SyrinxError, match=message):
            evaluate_main(["enrolment", *words], studio=studio)  # type: ignore[arg-type]
