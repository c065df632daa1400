"""The Voices area: every control to the library and back, files, versions, deletion."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from syrinx.app.engine.messages import SetVoice
from syrinx.app.views.library_card import LibraryCard
from syrinx.app.views.library_dialogs import LibraryDialogs, removal_box
from syrinx.app.views.library_view import LibraryView
from syrinx.app.views.pictures import SIDE, Pictures, prepare_picture
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from tests.app.voices import neural, png, with_everything
from tests.gui.conftest import Bench
from tests.gui.dropping import drop_files


class Answers(LibraryDialogs):
    """Dialogs that answer by themselves."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.target: Path | None = None
        self.image: Path | None = None
        self.chosen: str | None = None
        self.name: str | None = None
        self.agreed = False
        self.asked = ""

    def voices_to_import(self, parent: QWidget) -> list[Path]:
        return self.files

    def file_to_export(self, parent: QWidget, suggested: str) -> Path | None:
        return self.target

    def picture(self, parent: QWidget) -> Path | None:
        return self.image

    def colour(self, parent: QWidget, current: str) -> str | None:
        return self.chosen

    def name_of_copy(self, parent: QWidget, suggested: str) -> str | None:
        self.asked = suggested
        return self.name

    def may_remove(self, parent: QWidget, name: str, text: str) -> bool:
        self.asked = text
        return self.agreed


@pytest.fixture
def library(tmp_path: Path) -> VoiceLibrary:
    """Return a library with a voice that has everything and one that has little."""
    made = VoiceLibrary(tmp_path)
    for seed, text in ((1, "made from 30 s of speech"), (2, "made from 180 s of speech")):
        voice, files = with_everything(seed=seed, description=text, tags=("own", "calm"))
        made.add(voice, files=files, replace_existing=True)
    made.add(neural("Bo", seed=5))
    return made


@pytest.fixture
def bench(make_bench: Callable[..., Bench], library: VoiceLibrary) -> Bench:
    made = make_bench(library=library)
    view: LibraryView = made.window.library
    made.view, made.detail = view, view.detail
    made.answers = Answers()
    view._dialogs = view.detail._dialogs = made.answers
    made.window.show_area(view)
    made.library.select("ada")
    QApplication.processEvents()
    return made


def finish(field: QWidget, text: str) -> None:
    """Write into a field as a user does."""
    field.setText(text)
    field.setModified(True)
    field.editingFinished.emit()


def said(bench: Bench) -> str:
    return bench.view.messages.text.text() if bench.view.messages.isVisible() else ""


# ---- labels ----


def test_labels_are_changed_in_place(bench: Bench, library: VoiceLibrary) -> None:
    finish(bench.detail.name, "Ada L.")
    finish(bench.detail.tags, "low, calm,, Low")
    finish(bench.detail.language, "en-GB")
    finish(bench.detail.speaker, "Countess")
    voice = library.get("ada")
    assert (voice.name, voice.tags) == ("Ada L.", ("low", "calm"))
    assert (voice.language, voice.speaker) == ("en-GB", "Countess")
    assert bench.detail.tags.text() == "low, calm"
    assert len(library.versions("ada")) == 1
    assert bench.model.voices.find("ada").name == "Ada L.", "the Live area's list follows"


def test_a_field_that_was_only_left_changes_nothing(bench: Bench, library: VoiceLibrary) -> None:
    library.add(neural("Odd", tags=("one, two",)))
    bench.library.reload(select="odd")
    bench.detail.tags.editingFinished.emit()
    assert library.get("odd").tags == ("one, two",)


@pytest.mark.parametrize(
    ("name", "wrong", "words"),
    [
        ("name", "  ", "needs a name"),
        ("tags", "x" * 50, "tag has up to"),
        ("language", "no language", "language is written"),
        ("speaker", "x" * 200, "speaker needs a name"),
    ],
)
def test_a_wrong_label_is_one_sentence_and_the_old_one_returns(
    bench: Bench, library: VoiceLibrary, name: str, wrong: str, words: str
) -> None:
    field = getattr(bench.detail, name)
    before, voice = field.text(), library.get("ada")
    finish(field, wrong)
    assert words in said(bench)
    assert field.text() == before
    assert library.get("ada") == voice


def test_colour_and_picture(bench: Bench, library: VoiceLibrary, tmp_path: Path) -> None:
    bench.answers.chosen = "#123456"
    bench.detail.colour.click()
    assert library.get("ada").colour == "#123456"
    photo = QImage(900, 600, QImage.Format.Format_RGB32)
    photo.fill(QColor("#ff0000"))
    photo.setText("Comment", "where I live")
    photo.save(str(tmp_path / "photo.png"))
    bench.answers.image = tmp_path / "photo.png"
    bench.detail.picture.click()
    kept = library.picture(library.get("ada"))
    assert QImage(str(kept)).size().toTuple() == (SIDE, SIDE)
    assert QImage(str(kept)).pixelColor(5, 5) == QColor("#ff0000")
    assert b"where I live" not in kept.read_bytes()
    assert bench.detail.no_picture.isVisible()
    bench.detail.no_picture.click()
    assert library.get("ada").picture is None
    assert not bench.detail.no_picture.isVisible()
    bench.answers.image = tmp_path / "settings.json"
    bench.detail.choose.click()
    assert "not a picture" in said(bench)


def test_what_is_built_in_is_only_looked_at(bench: Bench) -> None:
    for voice in ("kathleen", "robot"):
        bench.library.select(voice)
        assert not bench.detail.name.isEnabled()
        assert not bench.detail.picture.isEnabled()
        assert not bench.detail.tags.isVisible()
        assert not bench.detail.remove.isVisible()
        assert bench.detail.restore_buttons == []
    assert not bench.detail.duplicate.isVisible(), "an effect has no copy"
    bench.detail.ask_to_remove()
    assert bench.answers.asked == ""


# ---- versions, copies, deletion ----


def test_an_earlier_version_comes_back_and_undo_undoes_it(
    bench: Bench, library: VoiceLibrary
) -> None:
    (button,) = bench.detail.restore_buttons
    button.click()
    assert np.array_equal(library.get("ada").speaker_embedding, neural(seed=1).speaker_embedding)
    assert "undo" in said(bench)
    (button,) = bench.detail.restore_buttons
    button.click()
    assert np.array_equal(library.get("ada").speaker_embedding, neural(seed=2).speaker_embedding)


def test_a_running_engine_hears_of_a_restored_voice_but_not_of_a_new_name(bench: Bench) -> None:
    bench.model.select_voice("ada")
    bench.model.start()
    bench.deliver()
    finish(bench.detail.name, "Ada L.")
    assert bench.host.sent(SetVoice) == []
    bench.detail.restore_buttons[0].click()
    assert [command.voice_id for command in bench.host.sent(SetVoice)] == ["ada"]


def test_duplicate(bench: Bench, library: VoiceLibrary) -> None:
    bench.detail.duplicate.click()
    assert bench.answers.asked == "Ada copy"
    bench.answers.name = "Ada copy"
    bench.detail.duplicate.click()
    assert bench.library.voice == library.get("ada-copy")
    assert bench.library.copy_name() == "Ada copy copy"
    bench.library.select("ada")
    assert bench.library.copy_name() == "Ada copy 2"
    bench.detail.duplicate.click()
    assert "already" in said(bench)


def test_deletion_says_what_goes_and_waits_for_the_answer(
    bench: Bench, library: VoiceLibrary
) -> None:
    bench.library.toggle_favourite("ada")
    bench.detail.remove.click()
    assert library.get("ada")
    for word in ("profile", "picture", "recording of the consent", "1 earlier version", "kB"):
        assert word in bench.answers.asked
    bench.answers.agreed = True
    bench.view.grid.setFocus()
    bench.view.grid.removal_asked.emit()
    assert not (library.folder / "ada").exists()
    assert "ada" not in bench.settings.current.favourites
    assert bench.library.voice is not None
    assert bench.library.voice.id != "ada"
    assert bench.model.voices.find("ada") is None
    assert "deleted" in said(bench)


def test_the_question_before_deletion_is_safe_by_default(bench: Bench, qtbot: QtBot) -> None:
    box = removal_box(bench.view, "Ada", "All of it.")
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    assert "Ada" in box.text()
    assert box.informativeText() == "All of it."
    box.deleteLater()


# ---- files ----


def test_export_and_import(bench: Bench, library: VoiceLibrary, tmp_path: Path) -> None:
    bench.answers.target = tmp_path / "ada.syrinxvoice"
    bench.detail.export.click()
    assert "Exported" in said(bench)
    library.remove("ada")
    bad = tmp_path / "bad.syrinxvoice"
    bad.write_text("no")
    bench.answers.files = [bad, tmp_path / "ada.syrinxvoice"]
    bench.view.import_.click()
    assert str(bad) in said(bench)
    assert library.get("ada").consent_record is not None
    assert bench.library.voice.id == "ada"
    bench.answers.files = [tmp_path / "ada.syrinxvoice"]
    bench.view.import_.click()
    bench.answers.target = tmp_path / "no" / "folder.syrinxvoice"
    bench.detail.export.click()
    assert "Cannot write" in said(bench)


def drop(view: LibraryView, *paths: Path) -> bool:
    return drop_files(view, [QUrl.fromLocalFile(str(path)) for path in paths])


def test_dropped_files_are_imported_others_are_not(
    bench: Bench, library: VoiceLibrary, tmp_path: Path
) -> None:
    path = library.export("ada", tmp_path / "Ada.SYRINXVOICE")
    library.remove("ada")
    assert drop(bench.view, tmp_path / "settings.json", path)
    assert library.get("ada")
    assert "Imported" in said(bench)
    assert not drop(bench.view, tmp_path / "settings.json")
    assert bench.view._frame.property("drop") is False


# ---- cards, search, filters ----


def shown(bench: Bench) -> list[str]:
    voices = bench.library.voices
    return [voices.voice_at(row).id for row in range(voices.rowCount())]


def test_search_kinds_tags_and_favourites(bench: Bench) -> None:
    view = bench.view
    view.search.setText("lovelace")
    assert shown(bench) == ["ada"], "whose voice it is counts"
    view.search.clear()
    view._segments["own"].click()
    assert shown(bench) == ["ada", "bo"]
    view._segments["all"].click()
    view.tag.setCurrentIndex(view.tag.findData("calm"))
    view.tag.activated.emit(view.tag.currentIndex())
    assert "ada" in shown(bench)
    assert "bo" not in shown(bench)
    view.clear.click()
    assert len(shown(bench)) == bench.library.voices.total
    bench.library.toggle_favourite("bo")
    assert shown(bench)[0] == "bo"
    view.favourites.click()
    assert shown(bench) == ["bo"]
    bench.library.toggle_favourite("bo")
    assert shown(bench) == []
    assert "No favourites" in view.empty.text()
    view.clear.click()
    assert not view.favourites.isChecked()
    view.search.setText("nothing like it")
    assert "nothing like it" in view.empty.text()


def test_favourites_are_the_same_in_both_areas(bench: Bench) -> None:
    bench.detail.star.click()
    assert bench.model.voices.is_favourite("ada")
    bench.model.toggle_favourite("bo")
    assert bench.library.voices.is_favourite("bo")
    bench.model.toggle_favourite("ada")
    assert not bench.library.is_favourite


def test_a_click_on_the_star_chooses_nothing(bench: Bench, qtbot: QtBot) -> None:
    view = bench.view
    index = bench.library.voices.index(bench.library.voices.row_of("bo"))
    star = LibraryCard.star_rect(view.grid.visualRect(index)).center()
    qtbot.mouseClick(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=star)
    assert bench.library.voices.is_favourite("bo")
    assert bench.library.voice.id == "ada"
    index = bench.library.voices.index(bench.library.voices.row_of("bo"))
    place = view.grid.visualRect(index).center()
    qtbot.mouseClick(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.library.voice.id == "bo"
    assert bench.detail.name.text() == "Bo"


def test_keys_of_the_cards(bench: Bench, qtbot: QtBot) -> None:
    grid = bench.view.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_F)
    assert bench.library.is_favourite
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    assert bench.detail.name.hasFocus()
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert "deleted" in bench.answers.asked
    qtbot.keyClick(bench.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert bench.view.search.hasFocus()
    qtbot.keyClick(bench.view.search, Qt.Key.Key_Down)
    assert grid.hasFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert bench.window.stack.currentWidget() is bench.window.live


def test_use_this_voice_live(bench: Bench) -> None:
    bench.detail.use.click()
    assert bench.model.voice.id == "ada"
    assert bench.window.stack.currentWidget() is bench.window.live
    bench.window.show_area(bench.view)
    assert bench.window.stack.currentWidget() is bench.view


def test_cards_share_the_width(bench: Bench) -> None:
    grid = bench.view.grid
    for width in (1000, 1280, 1900, 3800):
        bench.window.resize(width, 900)
        QApplication.processEvents()
        columns = (grid.width() - 16) // grid.gridSize().width()
        assert columns >= 1
        left = grid.width() - 16 - columns * grid.gridSize().width()
        assert 0 <= left < grid.gridSize().width() / 3
        assert grid.viewport().width() >= columns * grid.gridSize().width()
        second = grid.visualRect(bench.library.voices.index(1))
        assert (second.top() == grid.visualRect(bench.library.voices.index(0)).top()) == (
            columns > 1
        )


def test_a_change_from_outside_is_seen_when_the_area_is_shown(
    bench: Bench, library: VoiceLibrary
) -> None:
    bench.window.show_area(bench.window.live)
    library.rename("ada", "Changed")
    library.remove("bo")
    bench.window.show_area(bench.view)
    assert bench.detail.name.text() == "Changed"
    assert "bo" not in shown(bench)
    assert bench.model.voices.find("bo") is None
    (library.folder / "ada" / "voice.json").write_text("{")
    bench.window.show_area(bench.window.live)
    bench.window.show_area(bench.view)
    assert "damaged" in said(bench)


def test_both_themes_and_a_voice_that_would_garble(bench: Bench, library: VoiceLibrary) -> None:
    library.add(
        neural(
            "Odd",
            description="\x1b[31m<img src='/etc/passwd'>" + "long " * 500,
            tags=tuple(f"tag\n{n}" for n in range(500)),
            consent="a\u202eb" * 1000,
            provenance={f"key {n}": "\x00" * 30 for n in range(40)},
        )
    )
    bench.library.reload()
    index = bench.library.voices.index(bench.library.voices.row_of("odd"))
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert len(tip) < 2000
    assert removal_box(bench.view, "<b>Odd</b>", "").textFormat() == Qt.TextFormat.PlainText
    for theme in ("light", "dark"):
        bench.theme.set_mode(theme)
        for voice in ("odd", "ada", "robot"):
            bench.library.select(voice)
            bench.window.grab()
    assert bench.window.width() == 1280


def test_the_consent_is_listened_to_where_something_plays(
    bench: Bench, library: VoiceLibrary
) -> None:
    assert not bench.detail.listen.isVisible()
    played: list[Path] = []
    bench.detail._play = played.append
    bench.library.select("bo")
    assert not bench.detail.listen.isVisible()
    bench.library.select("ada")
    assert bench.detail.listen.isVisible()
    bench.detail.listen.click()
    assert played == [library.files("ada")["consent.flac"]]


def test_a_new_voice_from_elsewhere_is_shown(bench: Bench, library: VoiceLibrary) -> None:
    library.add(neural("Cleo", seed=7))
    bench.library.reload(select="cleo")
    assert bench.library.voice.id == "cleo"
    assert bench.model.voices.find("cleo") is not None


# ---- pictures ----


def test_a_broken_or_huge_picture_is_a_disc(
    bench: Bench, library: VoiceLibrary, tmp_path: Path
) -> None:
    broken = png()[:40] + b"broken" * 10
    library.set_picture("bo", broken)
    bench.library.reload()
    bench.library.select("bo")
    bench.window.grab()
    pictures = Pictures()
    assert pictures.pixmap(library.picture(library.get("bo")), 56) is None
    assert pictures.pixmap(tmp_path / "gone.png", 56) is None
    bomb = tmp_path / "bomb.png"
    header = bytearray(png())
    header[16:24] = (60_000).to_bytes(4, "big") * 2
    bomb.write_bytes(header)
    with pytest.raises(SyrinxError, match=r"not a picture that Syrinx can read"):
        prepare_picture(bomb)
    with pytest.raises(SyrinxError, match="not a picture"):
        prepare_picture(tmp_path)
    vector = tmp_path / "drawing.png"
    vector.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    with pytest.raises(SyrinxError):
        prepare_picture(vector)


def test_a_loud_photograph_is_made_small(qapp: QApplication, tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (1500, 2000, 3), np.uint8)
    image = QImage(noise.data, 2000, 1500, 6000, QImage.Format.Format_RGB888)
    image.save(str(tmp_path / "noise.png"))
    data = prepare_picture(tmp_path / "noise.png")
    assert len(data) <= 1_000_000
    assert QImage.fromData(data).size().toTuple() == (SIDE, SIDE)


def test_a_click_in_the_middle_of_nothing(bench: Bench, qtbot: QtBot) -> None:
    bench.view.search.setText("lovelace")
    place = bench.view.grid.viewport().rect().bottomRight() - QPoint(5, 5)
    qtbot.mouseClick(bench.view.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(bench.view.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.window.stack.currentWidget() is bench.view
