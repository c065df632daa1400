"""The page that says what the program is and what it contains of others."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from syrinx.app.live_extras import LiveExtras
from syrinx.app.views.about_page import AboutPage
from tests.gui.conftest import Bench


def test_the_notices_are_read_when_the_page_is_shown(bench: Bench, qtbot: QtBot) -> None:
    extras = LiveExtras(bench.window, bench.model, bench.settings, bench.theme)
    try:
        page = extras.view.findChild(AboutPage)
        assert page is not None
        assert page.notices.document().isEmpty()
        bench.window.show_area(extras.view)
        extras.view.show_page("About")
        text = page.notices.toPlainText()
        assert "CMU Pronouncing Dictionary" in text
        assert "**" not in text  # it is laid out
        page.hide()
        page.show()
        assert page.notices.toPlainText() == text
    finally:
        extras.close()
