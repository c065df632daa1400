"""The whole window, a walk through it, and what can be read and what is cut off on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from syrinx.app.caption_area import CaptionArea
from syrinx.app.live_extras import LiveExtras
from syrinx.app.services.caption_client import CaptionClient
from syrinx.app.views.device_panel import DeviceBox
from syrinx.app.views.parts import ElidedComboBox, ElidedLabel
from syrinx.app.voices import VoiceLibrary
from tests.app.voices import neural, with_everything
from tests.gui.caption_fakes import FakeChild
from tests.gui.clone_fakes import consented, deliver, make_clone
from tests.gui.conftest import Bench
from tests.gui.transcribe_bench import Transcribing, drop, recordings, spoken

TEXTS = (
    "text", "title", "windowTitle", "placeholderText", "toolTip", "statusTip", "whatsThis",
    "accessibleName", "accessibleDescription", "suffix", "prefix", "specialValueText",
    "toPlainText",
)  # fmt: skip
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


class Whole:
    """The window with all its areas on fakes.

    Attributes
    ----------
    bench, extras, clone, captions
        Its parts, as the tests of each have them.
    own_words
        What the people say who made the voices: nobody translates it.
    """

    def __init__(self, make_bench: Callable[..., Bench], home: Path) -> None:
        library = VoiceLibrary(home)
        library.add(neural("Byron", seed=1))
        everything, files = with_everything()
        library.add(everything, files=files)
        self.bench = make_bench(library=library)
        self.window = self.bench.window
        self.extras = LiveExtras(
            self.window, self.bench.model, self.bench.settings, self.bench.theme, library
        )
        self.clone = make_clone(self.bench, home)
        self.transcribing = Transcribing(self.bench, home)
        self.captions = CaptionArea(
            self.window, self.bench.model, self.bench.settings, self.bench.theme, home,
            client=CaptionClient(FakeChild()),
        )  # fmt: skip
        self._home = home
        self.voices = library.list()
        self.own_words = {
            word
            for voice in self.voices
            for word in (
                voice.name, voice.id, voice.description, voice.speaker, voice.attribution,
                voice.licence, voice.language, *voice.tags,
            )
            if word
        }  # fmt: skip

        self.extras.models.refresh()
        for offer in self.extras.models.offers:  # as their authors call them
            self.own_words |= {offer.name, offer.kind, offer.licence}

    def close(self) -> None:
        self.captions.close()
        self.transcribing.close()
        self.clone.model.close()
        self.extras.close()

    def walk(self) -> Iterator[str]:
        """Go everywhere; yield the name of the place whenever something new is seen."""
        yield from self._areas()
        self.bench.model.start()
        self.bench.deliver()
        yield from self._live("running, ")
        self.bench.model.toggle_recording()
        self.bench.deliver()
        yield "recording"
        self.bench.model.toggle_recording()
        self.bench.model.set_bypassed(True)
        self.bench.deliver()
        yield "bypassed"
        self.bench.model.stop()
        self.bench.deliver()
        yield from self._clone()
        yield from self._transcribe()

    def _areas(self) -> Iterator[str]:
        yield from self._live("")
        window = self.window
        window.show_area(window.library)
        kinds = {(v.kind, v.shipped, bool(v.consent_record)): v.id for v in self.voices}
        for voice_id in kinds.values():
            self.bench.library.select(voice_id)
            self._settle()
            yield f"voices, {voice_id}"
        view = self.extras.view
        window.show_area(view)
        for row in range(view.list.count()):
            view.list.setCurrentRow(row)
            self._settle()
            yield f"settings, page {row}"

    def _live(self, when: str) -> Iterator[str]:
        live = self.window.live
        self.window.show_area(live)
        for card in self.extras.rack_view.cards.values():
            card.more.setChecked(True)
        for tab in live.controls.tabs.names:
            live.controls.show_tab(tab)
            self._settle()
            yield f"live, {when}{tab}"
        for row in range(live.chooser.count()):
            live.chooser.setCurrentIndex(row)
            live.chooser.activated.emit(row)
            self._settle()
            yield f"live, {when}picture {row}"

    def _clone(self) -> Iterator[str]:
        clone = self.clone
        self.window.show_area(clone.view)
        deliver(clone)
        yield "clone, start"
        consented(clone)
        self.own_words |= {clone.model.statement, *(p.text for p in clone.model.prompts.prompts)}
        yield "clone, who"
        for page in ("room", "takes", "training", "listen"):
            clone.model.go(page)
            deliver(clone)
            self._settle()
            yield f"clone, {page}"
        clone.view.leave()
        self._settle()
        yield "clone, begun"

    def _transcribe(self) -> Iterator[str]:
        area = self.transcribing
        view = area.view
        self.window.show_area(view)
        self._settle()
        yield "transcribe, empty"
        drop(view, recordings(self._home / "talks", "a.wav", "b.wav", "c.wav", "d.wav"))
        self.own_words |= {"a.wav", "b.wav", "c.wav", "d.wav", "Fake", "one two", "three", "one"}
        area.finish(spoken("one two", "three", speakers=[0, 1], confidence=0.4))
        area.fail(f"{self._home}/talks/b.wav is not a sound file, or is broken.")
        area.progress(10.0, 40.0, "one two")
        self._settle()
        yield "transcribe, done"
        view.editor.open_find()
        view.editor.find_bar.text.setText("one")
        area.model.editor.rewrite(1, "three three")
        self._settle()
        yield "transcribe, find"
        for popover in (view.popover, view.editor.names):
            if popover is view.popover:
                view.editor.open_export()
            else:
                view.editor.speakers.click()
            self._settle()
            yield "transcribe, popover"
            popover.hide()
        area.model.export(area.model.finished(), replace=False)
        area.model.set_paused(True)
        for item in area.client.queue.items[1:]:
            view.files.list.show_item(item.id)
            self._settle()
            yield f"transcribe, {item.state}"

    def _settle(self) -> None:
        QApplication.processEvents()
        self.window.grab()


def texts_of(root: QWidget) -> Iterator[tuple[QWidget | QAction, str, str]]:
    """Yield who says it, how, and the text: everything in ``root``, hidden or not."""
    for widget in [root, *root.findChildren(QWidget)]:
        for kind in TEXTS:
            if kind == "toPlainText" and widget.property("verbatim"):
                continue  # licences are not translated
            said = getattr(widget, kind, None)
            text = said() if callable(said) else said
            if isinstance(text, str) and text:
                yield widget, kind, text
        if isinstance(widget, QComboBox):
            for row in range(widget.count()):
                yield widget, "item", widget.itemText(row)
                yield widget, "item's tip", widget.itemData(row, Qt.ItemDataRole.ToolTipRole) or ""
        elif isinstance(widget, QTabBar):
            for row in range(widget.count()):
                yield widget, "tab", widget.tabText(row)
                yield widget, "tab's tip", widget.tabToolTip(row)
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount(widget.rootIndex())):
                for role in ROLES:
                    text = model.index(row, 0, widget.rootIndex()).data(role)
                    yield widget, "row", text if isinstance(text, str) else ""
    for action in root.findChildren(QAction):
        for text in (action.text(), action.toolTip()):
            yield action, "action", text


def name_of(thing: Any) -> str:
    """Name a widget by its class and those that it is in."""
    names = []
    while thing is not None and len(names) < 3:
        names.append(thing.objectName() or type(thing).__name__)
        thing = thing.parent()
    return "/".join(reversed(names))


def plain(text: str) -> str:
    """Return a text without mark-up and mnemonics."""
    return re.sub(r"<[^>]+>", " ", text).replace("&&", "\0").replace("&", "").replace("\0", "&")


def cut_off(window: QWidget) -> Iterator[str]:
    """Name what is visible and does not fit into its place."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget.visibleRegion().isEmpty():
            continue
        for text, room in _needs(widget):
            metrics = widget.fontMetrics()
            lines = map(plain, text.splitlines())
            wanted = max(map(metrics.horizontalAdvance, lines), default=0)
            if wanted > room + 1:
                yield f"{name_of(widget)}: {text!r} needs {wanted} px and has {room}"


def _needs(widget: QWidget) -> Iterator[tuple[str, int]]:
    """Yield each text of one line and the room for it in px."""
    style = widget.style()
    if isinstance(widget, ElidedLabel | ElidedComboBox | DeviceBox):
        return  # ends in an ellipsis, and its tool tip says the whole
    if isinstance(widget, QLabel):
        if not widget.wordWrap() and widget.text():
            yield widget.text(), widget.contentsRect().width()
    elif isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        option.initFrom(widget)
        field = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option,
            QStyle.SubControl.SC_ComboBoxEditField, widget,
        )  # fmt: skip
        if not widget.isEditable():
            yield widget.currentText(), field.width()
    elif isinstance(widget, QTabBar):
        for index in range(widget.count()):
            place: QRect = widget.tabRect(index).intersected(widget.rect())
            yield widget.tabText(index), place.width()
    elif isinstance(widget, QPushButton | QCheckBox | QRadioButton):
        part = {
            QPushButton: QStyle.SubElement.SE_PushButtonContents,
            QCheckBox: QStyle.SubElement.SE_CheckBoxContents,
            QRadioButton: QStyle.SubElement.SE_RadioButtonContents,
        }[next(k for k in (QPushButton, QCheckBox, QRadioButton) if isinstance(widget, k))]
        button = QStyleOptionButton()
        button.initFrom(widget)
        button.text, button.icon, button.iconSize = widget.text(), widget.icon(), widget.iconSize()
        icon = 0 if widget.icon().isNull() else widget.iconSize().width() + 4
        yield widget.text(), style.subElementRect(part, button, widget).width() - icon
    elif isinstance(widget, QToolButton):
        beside = widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        shown = widget.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
        if shown or widget.icon().isNull():
            yield widget.text(), widget.width() - (widget.iconSize().width() + 4 if beside else 0)
    elif isinstance(widget, QAbstractButton):
        hint = widget.sizeHint().width()
        if hint > widget.width() and widget.text():
            yield widget.text(), widget.width()
