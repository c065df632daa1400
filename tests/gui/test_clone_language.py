"""The wizard in another language: everything is shown translated, nothing is kept translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from syrinx.app import translation
from syrinx.app.clone.room import Grade, RoomFinding, RoomItem
from syrinx.app.clone.room_summary import FIGURES, _figure
from syrinx.app.viewmodels.clone_training import STAGE_TEXT
from syrinx.app.views.clone_parts import in_a_row
from syrinx.app.views.clone_room import figure_text
from syrinx.app.views.clone_start import ProjectRow
from tests.gui.clone_fakes import consented, deliver, make_clone, record, show_clone
from tests.gui.conftest import Bench

NO_TEXT = re.compile(r"[\W\d_]|\b(s|dB|dBFS|kHz|Hz|USB|talk|mp3|take|consent|wav|Ada|Lovelace)\b")
"""What may stand untranslated beside or instead of a text."""


class Brackets(QTranslator):
    """Translates every text of the program into itself, in brackets; with ``only``: those."""

    only: tuple[str, ...] = ()

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if context != translation.CONTEXT or (self.only and text not in self.only):
            return None
        return f"⟦{text}⟧"


@pytest.fixture
def brackets(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Brackets]:
    """Speak in brackets, sentences of parts without Qt as well."""
    translator = Brackets(qapp)
    qapp.installTranslator(translator)
    monkeypatch.setattr(translation._state, "forms", (translation._form("Of {0} there is none."),))
    translation._told.cache_clear()
    yield translator
    translation._told.cache_clear()
    qapp.removeTranslator(translator)
    QObject.deleteLater(translator)


@pytest.fixture
def clone(brackets: Brackets, bench: Bench, tmp_path: Path) -> Any:
    """Return the Clone area in brackets."""
    made = make_clone(bench, tmp_path)
    show_clone(made)
    yield made
    made.model.close()


def english(page: QWidget, known: tuple[str, ...] = ()) -> list[str]:
    """Return the texts that are seen on a page and do not stand in brackets."""
    found = []
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisibleTo(page):
            continue
        shown = (widget.text(), widget.toolTip(), widget.accessibleName())
        for text in shown:
            for piece in known:
                text = text.replace(piece, "")
            bare = text
            while (fewer := re.sub(r"⟦[^⟦⟧]*⟧", "", bare)) != bare:  # one may hold another
                bare = fewer
            if NO_TEXT.sub("", bare):
                found.append(f"{type(widget).__name__}: {text}")
    return found


def test_every_page_is_shown_translated(clone: Any) -> None:
    view, model = clone.view, clone.model
    assert english(view.start) == []
    consented(clone)
    said = (model.statement, *(prompt.text for prompt in model.prompts.prompts))
    assert english(view.steps) == []
    assert english(view.who, said) == []
    view.next.click()
    deliver(clone)
    model.set_room(  # a check found it
        {
            "level": "poor",
            "items": [
                {
                    "name": "Echo", "level": "poor", "figure": "dies away in 0.6 s",
                    "advice": "The room echoes: move closer to the microphone.",
                },
                {"name": "Hum", "level": "good", "figure": "none", "advice": ""},
            ],
        }
    )  # fmt: skip
    assert english(view.room, said) == []
    assert "⟦This room spoils" in view.missing.text()
    view.next.click()
    deliver(clone)
    clone.child.remarks = ("It is rather quiet: a little closer would be better.",)
    record(clone, view.takes.record, speech_s=40.0)
    assert english(view.takes, said) == []
    clone.child.remarks, clone.child.problems = (), ("The end is cut off: wait a moment.",)
    record(clone, view.takes.record)
    assert english(view.takes, said) == []
    for mode in ("free", "files"):
        view.takes.mode.buttons[mode].click()
        deliver(clone)
        assert english(view.takes, (*said, *model.prompts.topics)) == []
    model.cut_remarks = ("12 s were put aside. Music can be heard in it.",)
    model.cutting_changed.emit()
    assert english(view.takes, said) == []
    view.next.click()
    deliver(clone)
    assert english(view.training) == []
    stage = translation.tr(STAGE_TEXT["reading"])
    clone.training.tell(state="running", stage_text=stage, left_s=80.0, remarks=("A file is odd.",))
    assert english(view.training) == []
    model.set_voice("ada")
    clone.training.tell(state="failed", problem="The disk is full: make room.")
    assert english(view.training) == []
    view.next.click()
    deliver(clone)
    record(clone, view.listen.record)
    assert english(view.listen) == []
    assert english(view.steps) == []
    view.leave()
    assert view.start.findChildren(ProjectRow)
    assert english(view.start) == []


@pytest.mark.parametrize(("window", "recordings"), [("zh_CN", "zh"), ("en", "en")])
def test_a_voice_begins_in_the_language_of_the_window(
    bench: Bench, tmp_path: Path, window: str, recordings: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(window))
    try:
        made = make_clone(bench, tmp_path)
        show_clone(made)
        made.view.start.name.setText("Ada")
        made.view.start.begin.click()
        assert made.model.project.language == recordings
        made.model.close()
    finally:
        QLocale.setDefault(before)


def test_what_is_kept_stays_english(clone: Any) -> None:
    project = consented(clone)
    clone.child.remarks = ("It is rather quiet: a little closer would be better.",)
    record(clone, clone.view.who.record)
    clone.view.next.click()
    clone.view.next.click()
    deliver(clone)
    record(clone, clone.view.takes.record, speech_s=40.0)
    kept = (clone.store.folder(project.id) / "project.json").read_text(encoding="utf-8")
    assert "a little closer" in kept
    assert "The recording is clean" in kept
    assert "⟦" not in kept


def test_figures_of_a_room_have_a_form_that_is_translated() -> None:
    for item in RoomItem:
        for grade in Grade:
            for value in (0.0, 0.32, 4000.0):
                finding = RoomFinding(item=item, grade=grade, value=value, unit="dBFS")
                form = re.sub(r"\d+(\.\d+)?", "{value}", _figure(finding))
                only_unit = not re.sub(r"\{value\}|dBFS|kHz|%|\s", "", form)
                assert form in FIGURES or only_unit, form


def test_figures_begin_with_a_capital_and_may_hold_anything() -> None:
    assert figure_text("dies away in 0.32 s") == "Dies away in 0.32 s"
    assert figure_text("\N{MINUS SIGN}21 dBFS") == "\N{MINUS SIGN}21 dBFS"
    assert figure_text("none") == "None"
    assert figure_text("{0} of 3 {value.real}") == "{0} of 3 {value.real}"
    assert figure_text("") == ""


def test_sentences_in_a_row() -> None:
    assert in_a_row(("One.", "Two.")) == "One. Two."
    assert in_a_row(("一。", "二。")) == "一。二。"
    assert in_a_row(()) == ""


def test_two_known_sentences_are_no_place_in_a_wide_form(
    brackets: Brackets, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = "The {0} is not {1}."
    first, second = "The voice was not fine-tuned.", "There is not enough memory."
    brackets.only = (wide, first, second)
    monkeypatch.setattr(translation._state, "forms", (translation._form(wide),))
    assert translation.told(f"{first} {second}") == f"⟦{first}⟧ ⟦{second}⟧"
    assert translation.told("The disk is not empty.") == "⟦The disk is not empty.⟧"
    assert translation.told(f"{first} Nobody knows.") == f"⟦{first}⟧ Nobody knows."
    assert translation.told("Nobody knows.") == "Nobody knows."
