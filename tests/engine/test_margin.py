"""The adaptive margin as a state machine: what it may never do, and where it ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syrinx.app.engine.margin import AdaptiveMargin, MarginRule, MarginStep
from syrinx.dsp.errors import SyrinxError

POLL_S = 0.05
RULE = MarginRule()


def run(
    margin: AdaptiveMargin,
    seconds: float,
    *,
    start_s: float = 0.0,
    every_s: float | None = None,
    needs_ms: float = 0.0,
    load: float = 0.2,
) -> list[tuple[float, MarginStep]]:
    """Poll as the engine does; every ``every_s`` something takes ``needs_ms`` of margin."""
    told = []
    polls = round(seconds / POLL_S)
    for index in range(polls):
        now = start_s + index * POLL_S
        gaps, missing = 0, 0.0
        if every_s is not None and index and index % round(every_s / POLL_S) == 0:
            short = needs_ms - margin.margin_ms
            if short > 0:
                gaps, missing = 1, short
        step = margin.observe(now, gaps=gaps, missing_ms=missing, load=load)
        if step is not None:
            told.append((now, step))
    return told


def test_nothing_late_changes_nothing() -> None:
    margin = AdaptiveMargin(8.0)
    assert run(margin, 3600.0) == []
    assert margin.margin_ms == 8.0


def test_it_grows_by_what_was_missing_and_goes_back_after_calm() -> None:
    margin = AdaptiveMargin(4.0)
    margin.observe(0.0, gaps=1, missing_ms=2.5)
    (at, step), *rest = run(margin, 400.0, start_s=POLL_S)
    assert at < 0.2
    assert (step.reason, step.margin_ms, step.missing_ms) == ("late", 8.0, 2.5)
    assert [s.reason for _, s in rest] == ["calm", "calm"]
    assert [s.margin_ms for _, s in rest] == [6.0, 4.0]
    assert rest[0][0] == pytest.approx(RULE.calm_s, abs=0.2)
    assert rest[1][0] - rest[0][0] == pytest.approx(RULE.again_s, abs=0.05)


def test_a_hiccup_of_many_gaps_is_one_decision() -> None:
    margin = AdaptiveMargin(4.0)
    told = [margin.observe(index * POLL_S, gaps=1, missing_ms=1.0) for index in range(8)]
    assert told == [None] * 8
    (_, step), *_ = run(margin, 1.0, start_s=8 * POLL_S)
    assert step.margin_ms == 6.0


def test_what_no_margin_holds_does_not_make_it_grow() -> None:
    margin = AdaptiveMargin(8.0)
    margin.observe(0.0, gaps=1, missing_ms=20.0)
    steps = []
    for index in range(1, 40):  # two seconds without a sample
        steps.append(margin.observe(index * POLL_S, missing_ms=1000 * POLL_S))
    steps += [step for _, step in run(margin, 1.0, start_s=2.0)]
    assert {step.reason for step in steps if step} == {"stall"}
    assert margin.margin_ms == 8.0


def test_a_voice_that_is_too_slow_is_named_instead() -> None:
    margin = AdaptiveMargin(8.0)
    told = run(margin, 10.0, every_s=0.2, needs_ms=30.0, load=1.02)
    assert {step.reason for _, step in told} == {"overload"}
    assert margin.margin_ms == 8.0


def test_at_its_limit_it_says_so() -> None:
    margin = AdaptiveMargin(36.0)
    told = run(margin, 60.0, every_s=5.0, needs_ms=70.0)
    assert [step.reason for _, step in told][:2] == ["late", "limit"]
    assert margin.margin_ms == RULE.limit_ms


def test_a_larger_choice_of_the_user_is_kept() -> None:
    margin = AdaptiveMargin(55.0)
    run(margin, 60.0, every_s=5.0, needs_ms=70.0)
    run(margin, 3600.0, start_s=60.0)
    assert margin.margin_ms == 55.0


@pytest.mark.parametrize("needs_ms", [6.0, 13.0, 30.0])
def test_something_regular_is_met_ever_more_rarely(needs_ms: float) -> None:
    """The calm doubles with each step down that was wrong: a few gaps an hour, then fewer."""
    margin = AdaptiveMargin(4.0)
    late = [
        [s for _, s in run(margin, 3600.0, start_s=3600.0 * hour, every_s=20.0, needs_ms=needs_ms)
         if s.reason == "late"]
        for hour in range(4)
    ]  # fmt: skip
    counts = [len(steps) for steps in late]
    assert counts[0] <= 12
    assert counts[3] <= 3
    assert margin.calm_s == RULE.longest_calm_s


def test_after_long_peace_the_waiting_is_short_again() -> None:
    margin = AdaptiveMargin(4.0)
    run(margin, 3600.0, every_s=20.0, needs_ms=9.0)
    assert margin.calm_s > RULE.calm_s
    run(margin, 3 * 3600.0, start_s=3600.0)
    assert (margin.margin_ms, margin.calm_s) == (4.0, RULE.calm_s)


@settings(max_examples=200, deadline=None)
@given(
    base=st.floats(0.0, 60.0),
    events=st.lists(
        st.tuples(
            st.floats(0.0, 400.0),  # s of calm before it
            st.integers(0, 30),
            st.floats(0.0, 3000.0, allow_subnormal=False),
            st.floats(0.0, 2.0),
        ),
        max_size=60,
    ),
)
def test_whatever_happens_it_stays_in_its_bounds(
    base: float, events: list[tuple[float, int, float, float]]
) -> None:
    margin, now = AdaptiveMargin(base), 0.0
    before = margin.margin_ms
    for calm_s, gaps, missing, load in events:
        now += calm_s
        step = margin.observe(now, gaps=gaps, missing_ms=missing, load=load)
        change = margin.margin_ms - before
        before = margin.margin_ms
        assert base <= margin.margin_ms <= max(base, RULE.limit_ms)
        assert RULE.calm_s <= margin.calm_s <= RULE.longest_calm_s
        if change == 0:
            assert step is None or step.reason in ("limit", "stall", "overload")
            continue
        assert step is not None
        assert step.margin_ms == margin.margin_ms
        assert step.reason == ("late" if change > 0 else "calm")
        assert change <= RULE.most_step_ms + 1e-9
        assert change >= -RULE.step_ms - 1e-9
    # And with enough calm it is what the user chose.
    for _ in range(200):
        now += RULE.longest_calm_s
        margin.observe(now)
    assert margin.margin_ms == base


def test_a_rule_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(SyrinxError):
        MarginRule(step_ms=4.0, most_step_ms=2.0)
    with pytest.raises(SyrinxError):
        MarginRule(calm_s=10.0, again_s=20.0)
