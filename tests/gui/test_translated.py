"""Live, Voices and the pictures in another language: what is shown changes, what is kept not."""

from __future__ import annotations

import json
import string
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from syrinx.app import voice_design
from syrinx.app.live_extras import LiveExtras
from syrinx.app.translation import CONTEXT
from syrinx.app.viewmodels import voice_facts
from syrinx.app.viewmodels.voice_words import DESCRIPTIONS, TAGS, description_text, tags_text
from syrinx.app.viewmodels.voices import VoicesModel
from syrinx.app.views.parts import plain
from syrinx.app.views.theme import interface_font
from syrinx.app.voice_sources import effect_voices, shipped_ids, shipped_voice
from syrinx.app.voices import VoiceLibrary, VoiceStorage
from tests.app.voices import neural, with_everything
from tests.gui.conftest import Bench
from tests.gui.fakes import make_voices

FORMAT = string.Formatter()


class Turned(QTranslator):
    """Writes every text with its letters in Greek, so that what stays Latin is seen."""

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        return False

    def translate(  # type: ignore[override]
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        if context != CONTEXT:
            return ""
        made = []
        for literal, name, spec, _ in FORMAT.parse(text):
            made.append("".join("λ" if c.isascii() and c.isalpha() else c for c in literal))
            if name is not None:
                made.append("{" + name + (f":{spec}" if spec else "") + "}")
        return "".join(made)


@pytest.fixture
def turned(qapp: QApplication) -> Iterator[None]:
    translator = Turned()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def latin(text: str) -> bool:
    return any(c.isascii() and c.isalpha() for c in text)


@pytest.fixture
def bench(turned: None, make_bench: Callable[..., Bench]) -> Bench:
    return make_bench()


@pytest.fixture
def extras(bench: Bench) -> Iterator[LiveExtras]:
    made = LiveExtras(bench.window, bench.model, bench.window._settings, bench.theme)
    yield made
    made.close()


def test_pictures_are_listed_translated_and_kept_in_english(
    bench: Bench, extras: LiveExtras
) -> None:
    panel = bench.window.live.panel
    shown = [panel.chooser.itemText(row) for row in range(panel.chooser.count())]
    assert len(shown) == 8
    assert not any(map(latin, shown))
    assert not latin(panel.second.itemText(0))
    panel.chooser.setCurrentIndex(3)
    panel.second.setCurrentIndex(panel.second.findData("Loudness"))
    assert panel.shown == ("Pitch", "Loudness")
    bench.settings.flush()
    kept = json.loads((bench.settings.folder / "settings.json").read_text("utf-8"))["pictures"]
    assert (kept["first"], kept["second"]) == ("Pitch", "Loudness")
    panel.show_pictures("Waveform")
    assert panel.shown == ("Waveform", None)
    assert panel.second.currentIndex() == 0
    panel.second.setCurrentIndex(panel.second.findData("Waveform"))
    assert panel.shown[1] == "Waveform"
    assert panel.shown[0] != "Waveform"


def test_nothing_in_the_help_of_a_picture_stays_english(bench: Bench, extras: LiveExtras) -> None:
    for name, picture in bench.window.live.panel._pictures.items():
        assert not latin(picture.help_text), name
        for canvas in picture.canvases:  # type: ignore[attr-defined]
            assert not latin(canvas.accessibleName()), name


def test_tabs_keep_their_english_names(bench: Bench) -> None:
    tabs = bench.window.live.controls.tabs
    assert tabs.names[:3] == ["Sound", "Clean-up", "Devices"]
    assert not latin(tabs.bar.tabText(0))
    tabs.show_page("Devices")
    assert tabs.stack.currentIndex() == 2


def test_every_voice_that_comes_with_syrinx_speaks_of_itself_in_known_words() -> None:
    for voice in map(shipped_voice, shipped_ids()):
        assert TAGS.issuperset(voice.tags), voice.name
        assert voice.description in DESCRIPTIONS, voice.name
    for voice in effect_voices():
        assert TAGS.issuperset(voice.tags), voice.name
        assert voice.description[0].isupper(), "a sentence, which is collected by itself"
        assert voice.description.endswith("."), "a sentence, which is collected by itself"


@pytest.mark.parametrize("gender", [-1.5, 0.0, 1.5])
@pytest.mark.parametrize("age", [-1.5, -0.4, 0.0])
@pytest.mark.parametrize("other", [-1.0, 0.0, 1.0])
def test_an_invented_voice_speaks_of_itself_in_known_words(
    turned: None, gender: float, age: float, other: float
) -> None:
    sliders = {"gender": gender, "age": age, "brightness": other, "roughness": -other}
    for hz in (80.0, 220.0):
        voice = neural(
            description=voice_design._description(gender, age, hz, sliders),
            tags=("own", voice_design.INVENTED, *voice_design._tags(gender, age, hz)),
        )
        assert TAGS.issuperset(voice.tags)
        assert not latin(description_text(voice).replace(f"{hz:.0f} Hz", ""))
        assert f"{hz:.0f}" in description_text(voice)
        assert not latin(tags_text(voice.tags))


def test_what_a_user_wrote_is_left_alone(turned: None) -> None:
    voice = neural(description="Grandma, at 80 Hz, invented", tags=("Oma", "warm"))
    assert description_text(voice) == voice.description
    assert tags_text(voice.tags).startswith("Oma, ")
    assert latin(tags_text(voice.tags)[:3])
    assert not latin(tags_text(voice.tags)[3:])


def test_a_voice_is_found_by_what_is_shown_and_by_what_is_kept(turned: None) -> None:
    voices = VoicesModel([neural("Bo", tags=("warm",)), neural("Cy", tags=("Oma",))])
    for text in ("λλλλ", "warm"):
        voices.set_text(text + " bo")
        assert voices.rowCount() == 1, text


def test_facts_of_a_voice_are_told_in_one_language(turned: None) -> None:
    voice, _ = with_everything()
    for row in (*voice_facts.made_rows(voice), *voice_facts.made_rows(make_voices()[0])):
        assert not latin(row[0])
    assert not latin(voice_facts.kind_line(voice))
    assert latin(voice_facts.consent_lines(voice)[1]), "what was read aloud is quoted"
    size = VoiceStorage(profile=500_000, files=3_000)
    assert not latin(voice_facts.storage_line(size).replace(" MB", "").replace(" kB", ""))
    for versions in (0, 1, 2):
        text = voice_facts.removal_text(voice, versions, size)
        assert not latin(text.replace(" MB", ""))


def test_a_message_of_a_part_without_qt_is_translated_where_it_is_shown(bench: Bench) -> None:
    from syrinx.app import translation

    translation._told.cache_clear()
    translation._state.forms = (translation._form("The file {0} is gone."),)
    try:
        bench.model._post("error", "The file is gone.")
        shown = bench.window.live.messages.text.text()
    finally:
        translation._state.forms = ()
        translation._told.cache_clear()
    assert shown == "λλλ λλλλ λλ λλλλ."


def test_the_name_of_a_control_has_no_mnemonic() -> None:
    assert plain("&Pitch") == "Pitch"
    assert plain("音高(&P)") == "音高"
    assert plain("Brillia&nce above 8 kHz") == "Brilliance above 8 kHz"


def test_tags_may_have_chinese_commas_between_them(
    make_bench: Callable[..., Bench], tmp_path: object
) -> None:
    library = VoiceLibrary(tmp_path)  # type: ignore[arg-type]
    library.add(replace(neural("Bo"), tags=()))
    bench = make_bench(library=library)
    bench.library.reload(select="bo")
    bench.library.set_tags("低沉，温暖、own, calm")
    assert library.get("bo").tags == ("低沉", "温暖", "own", "calm")


def test_chinese_fonts_stand_behind_the_interface_font(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = ["Ubuntu", "Droid Sans Fallback", "Noto Sans CJK SC", "Other"]
    monkeypatch.setattr(QFontDatabase, "families", lambda: installed)
    families = interface_font(QFont("Sans Serif")).families()
    assert families == ["Ubuntu", "Sans Serif", "Noto Sans CJK SC", "Droid Sans Fallback"]
    assert interface_font(QFont("Other")).families()[:2] == ["Other", "Noto Sans CJK SC"]
