"""The wizard and what was read: sent back, believed the third time, said and kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from syrinx.app.clone.checking import CheckTake, TakeChecked
from syrinx.app.clone.project import Take
from syrinx.app.viewmodels.clone_training import TrainingModel
from tests.gui.clone_fakes import consented, deliver, make_clone, record, show_clone
from tests.gui.conftest import Bench

OTHER = "Other words were heard than the ones shown: read it again, word by word."


@pytest.fixture
def clone(bench: Bench, tmp_path: Path) -> Any:
    made = make_clone(bench, tmp_path)
    made.matches = 1.0
    asked = made.child.checked

    def checked(token: int) -> TakeChecked:
        answer = asked(token)
        answer.measures["text_matches"] = made.matches
        return answer

    made.child.checked = checked
    show_clone(made)
    yield made
    made.model.close()


def refuse(clone: Any, *problems: str) -> None:
    clone.child.problems = problems
    clone.matches = 0.0


def accept(clone: Any, matches: float = 1.0) -> None:
    clone.child.problems = ()
    clone.matches = matches


def leniencies(clone: Any) -> list[bool]:
    return [question.lenient for question in clone.child.asked if isinstance(question, CheckTake)]


def test_a_statement_that_was_read_is_kept_as_such(clone: Any) -> None:
    project = consented(clone)
    assert project.consent is not None
    assert project.consent.compared == "matches"
    assert "matches the statement" in project.consent.checked
    assert clone.store.load(project.id).consent.compared == "matches"
    taken = replace(project, takes=(Take(file="a.wav", seconds=5.0, accepted=True),))
    stub = SimpleNamespace(_store=clone.store)
    job = TrainingModel._job(stub, taken, "ada")  # type: ignore[arg-type]
    assert job.consent_record is not None
    assert job.consent_record["checked"] == "matches"


def test_another_text_is_sent_back_and_believed_the_third_time(clone: Any) -> None:
    assert clone.model.begin("Ada", speaker="Ada", language="en", colour="#37b0c8")
    deliver(clone)
    button = clone.view.who.record
    refuse(clone, OTHER)
    record(clone, button)
    assert clone.model.project.consent is None
    assert clone.model.verdict.sentences == (OTHER,)
    refuse(clone, OTHER, "It is too quiet.")
    record(clone, button)  # not the text alone
    refuse(clone, OTHER)
    record(clone, button)
    accept(clone, 0.0)
    record(clone, button)
    assert leniencies(clone) == [False, False, False, True]
    assert clone.model.project.consent.compared == "differs"
    assert "hard to make out" in clone.model.project.consent.checked


def test_patience_is_for_one_sentence(clone: Any) -> None:
    consented(clone)
    clone.model.go("room")
    clone.model.go("takes")
    deliver(clone)
    button = clone.view.takes.record
    refuse(clone, OTHER)
    record(clone, button)
    record(clone, button)
    clone.model.step_prompt(1)
    record(clone, button)
    assert leniencies(clone)[1:] == [False, False, False]
    record(clone, button)
    accept(clone)
    record(clone, button)
    assert leniencies(clone)[-2:] == [False, True]
    assert "the words as shown" in clone.view.takes.verdict.title.text()


def test_without_a_recogniser_nothing_is_claimed(bench: Bench, tmp_path: Path) -> None:
    clone = make_clone(bench, tmp_path)
    show_clone(clone)
    project = consented(clone)
    assert project.consent is not None
    assert project.consent.compared is None
    assert "as long as" in project.consent.checked
    clone.model.close()
