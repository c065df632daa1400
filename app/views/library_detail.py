"""The chosen voice of the Voices area: its labels to change, what is known of it, its versions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import tr
from syrinx.app.viewmodels import voice_facts
from syrinx.app.viewmodels.library import LibraryModel
from syrinx.app.views.library_dialogs import LibraryDialogs
from syrinx.app.views.parts import ElidedLabel, label, panel
from syrinx.app.views.pictures import Pictures, prepare_picture
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN, UNIT
from syrinx.app.views.voice_card import draw_disc
from syrinx.dsp.errors import SyrinxError

_DISC = 72


class PictureButton(QAbstractButton):
    """The picture of the chosen voice; a click chooses another."""

    def __init__(self, model: LibraryModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self._pictures = Pictures()
        self.setFixedSize(_DISC, _DISC)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Picture of this voice"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw picture or disc, and a ring where the keyboard is."""
        voice = self._model.voice
        if voice is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        draw_disc(painter, area, voice, path=self._model.picture(voice), pictures=self._pictures)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            pen = painter.pen()
            pen.setColor(self._theme.colour("accent" if self.hasFocus() else "text_faint"))
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = area.adjusted(-2, -2, 2, 2)
            if voice.kind == "neural":
                painter.drawEllipse(ring)
            else:
                painter.drawRoundedRect(ring, 19, 19)
        painter.end()


class LibraryDetail(QWidget):
    """Shows the chosen voice and changes it.

    Parameters
    ----------
    model
        The Voices area's model.
    theme
        Colours and icons.
    dialogs
        How the user is asked.
    play
        Plays a sound file; None = recordings of consent cannot be listened to here.
    """

    def __init__(
        self,
        model: LibraryModel,
        theme: Theme,
        dialogs: LibraryDialogs,
        play: Callable[[Path], None] | None = None,
    ) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self._dialogs = dialogs
        self._play = play
        self._shown: str | None = None
        self._iconed: list[tuple[QPushButton, str, str]] = []
        self.picture = PictureButton(model, theme)
        self.name = _line(tr("Name of this voice"))
        self.name.setProperty("role", "name")
        self.kind = ElidedLabel("", "muted")
        self.use = QPushButton(tr("&Use this voice live"))
        self.use.setProperty("role", "primary")
        self.star = self._button("", "star", tr("Favourite (F)"))
        self.choose = self._button(tr("Picture"), "picture", tr("Choose a picture"))
        self.colour = self._button(tr("Colour"), "colour", tr("Choose the colour"))
        self.no_picture = self._button(tr("Remove picture"), "close", tr("Show the colour instead"))
        self.duplicate = self._button(
            tr("Duplicate"), "copy", tr("Copy this voice under another name")
        )
        self.export = self._button(tr("Export"), "export", tr("Write this voice into one file"))
        self.remove = self._button(tr("Delete"), "trash", tr("Delete this voice for good (Delete)"))
        self.listen = self._button(
            tr("Listen to the consent"), "speaker", tr("Play what was recorded")
        )
        self.tags = _line(tr("Tags, with commas between them"))
        self.tags.setPlaceholderText(tr("calm, narrator"))
        self.language = _line(tr("Language"))
        self.language.setPlaceholderText(tr("en, zh, de …"))
        self.speaker = _line(tr("Whose voice it is"))
        self.speaker.setPlaceholderText(tr("Name of the person"))
        self.restore_buttons: list[QPushButton] = []
        self._made = _Section(tr("ABOUT"))
        self._consent = _Section(tr("CONSENT"))
        self._versions = _Section(tr("EARLIER VERSIONS"))
        self._storage = _Section(tr("ON THIS COMPUTER"))
        self._build()
        self._connect()
        self._paint_icons()
        self._show()

    # ---- building ----

    def _build(self) -> None:
        frame, outer_column = panel(margin=0, spacing=0)
        scrolled = QWidget()
        scrolled.setObjectName("scrolled")
        column = QVBoxLayout(scrolled)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.picture)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addWidget(self.name)
        names.addWidget(self.kind)
        names.addStretch(1)
        head.addLayout(names, 1)
        column.addLayout(head)
        first = QHBoxLayout()
        first.setSpacing(GAP)
        first.addWidget(self.use, 1)
        first.addWidget(self.star)
        column.addLayout(first)
        column.addLayout(_row(self.duplicate, self.export, self.remove))
        self._labels = QWidget()
        form = QGridLayout(self._labels)
        form.setContentsMargins(0, GAP, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(GAP)
        form.setColumnStretch(1, 1)
        for row, (text, field) in enumerate(
            (
                (tr("&Tags"), self.tags),
                (tr("&Language"), self.language),
                (tr("&Whose"), self.speaker),
            )
        ):
            caption = label(text, "muted")
            caption.setBuddy(field)
            form.addWidget(caption, row, 0)
            form.addWidget(field, row, 1)
        form.addWidget(label(tr("Looks"), "muted"), 3, 0)
        form.addLayout(_row(self.choose, self.colour), 3, 1)
        form.addWidget(self.no_picture, 4, 1, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._labels)
        for section in (self._made, self._consent, self._versions, self._storage):
            column.addWidget(section)
            if section is self._consent:
                column.addWidget(self.listen, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(scrolled)
        outer_column.addWidget(self.area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _button(self, text: str, icon: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tip)
        button.setAccessibleName(text or tip)
        button.setProperty("role", "small")
        self._iconed.append((button, icon, "text_muted"))
        return button

    def _connect(self) -> None:
        model = self._model
        self.use.clicked.connect(model.use)
        self.star.clicked.connect(self._on_star)
        for field, change in (
            (self.name, model.rename),
            (self.tags, model.set_tags),
            (self.language, model.set_language),
            (self.speaker, model.set_speaker),
        ):
            field.editingFinished.connect(lambda field=field, change=change: _finish(field, change))
        self.picture.clicked.connect(self._on_picture)
        self.choose.clicked.connect(self._on_picture)
        self.no_picture.clicked.connect(lambda: model.set_picture(None))
        self.colour.clicked.connect(self._on_colour)
        self.duplicate.clicked.connect(self._on_duplicate)
        self.export.clicked.connect(self._on_export)
        self.remove.clicked.connect(self.ask_to_remove)
        self.listen.clicked.connect(self._on_listen)
        model.selection_changed.connect(self._show)
        model.voices.modelReset.connect(self._paint_icons)
        self._theme.changed.connect(self._paint_icons)

    # ---- what the user does ----

    def edit_name(self) -> None:
        """Put the cursor into the name."""
        if self.name.isEnabled():
            self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.name.selectAll()

    def ask_to_remove(self) -> None:
        """Delete the voice when the user agrees."""
        model = self._model
        voice, storage = model.voice, model.storage
        if voice is None or storage is None:
            return
        text = voice_facts.removal_text(voice, len(model.versions), storage)
        if self._dialogs.may_remove(self, voice.name, text):
            model.remove()

    def _on_star(self) -> None:
        if self._model.voice is not None:
            self._model.toggle_favourite(self._model.voice.id)

    def _on_picture(self) -> None:
        path = self._dialogs.picture(self)
        if path is None:
            return
        try:
            self._model.set_picture(prepare_picture(path))
        except SyrinxError as error:
            self._model.post_error(str(error))

    def _on_colour(self) -> None:
        if self._model.voice is not None:
            chosen = self._dialogs.colour(self, self._model.voice.colour)
            if chosen is not None:
                self._model.set_colour(chosen)

    def _on_duplicate(self) -> None:
        name = self._dialogs.name_of_copy(self, self._model.copy_name())
        if name is not None:
            self._model.duplicate(name)

    def _on_export(self) -> None:
        if self._model.voice is not None:
            path = self._dialogs.file_to_export(self, self._model.voice.id)
            if path is not None:
                self._model.export(path)

    def set_player(self, play: Callable[[Path], None]) -> None:
        """Let the statement of consent be listened to."""
        self._play = play
        self._show()

    def _on_listen(self) -> None:
        path = self._model.consent_recording
        if path is not None and self._play is not None:
            self._play(path)

    # ---- showing ----

    def _show(self) -> None:
        model, voice = self._model, self._model.voice
        self.setVisible(voice is not None)
        if voice is None:
            return
        if voice.id != self._shown:
            self._shown = voice.id
            self.area.verticalScrollBar().setValue(0)
        own = model.is_own
        texts = (
            (self.name, voice.name),
            (self.tags, ", ".join(voice.tags)),
            (self.language, voice.language),
            (self.speaker, voice.speaker),
        )
        for field, text in texts:
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
            field.setEnabled(own)
        self.kind.setText(voice_facts.kind_line(voice))
        self.picture.setEnabled(own)
        self._labels.setVisible(own)
        self.remove.setVisible(own)
        self.no_picture.setVisible(own and voice.picture is not None)
        self.picture.setToolTip(tr("Choose a picture") if own else "")
        self.duplicate.setVisible(voice.kind == "neural")
        self.export.setVisible(voice.kind == "neural")
        self._made.show_pairs(voice_facts.made_rows(voice))
        self._consent.show_lines(voice_facts.consent_lines(voice))
        heard = self._play is not None and self._model.consent_recording is not None
        self.listen.setVisible(heard)
        self._show_versions()
        lines = []
        if model.storage is not None:
            lines = [voice_facts.storage_line(model.storage), str(model.folder / voice.id)]
        self._storage.show_lines(lines)
        self.picture.update()
        self._paint_icons()

    def _show_versions(self) -> None:
        self._versions.clear()
        self.restore_buttons = []
        for version in self._model.versions:
            what, when = voice_facts.version_lines(version)
            button = QPushButton(tr("Restore"))
            button.setProperty("role", "small")
            button.setIcon(self._theme.icon("undo"))
            button.setIconSize(QSize(16, 16))
            button.setToolTip(tr("Sound like this version again; the present one is kept"))
            button.setAccessibleName(tr("Restore the version {when}", when=when))
            button.clicked.connect(lambda _=False, id_=version.id: self._model.restore(id_))
            self.restore_buttons.append(button)
            self._versions.add_entry(what, when, button)
        self._versions.setVisible(bool(self._model.versions))

    def _paint_icons(self) -> None:
        for button, icon, token in self._iconed:
            if button is not self.star:
                button.setIcon(self._theme.icon(icon, token))
        favourite = self._model.is_favourite
        icon = "star-filled" if favourite else "star"
        self.star.setIcon(self._theme.icon(icon, "warning" if favourite else "text_muted"))
        text = (
            tr("Take from the favourites (F)") if favourite else tr("Put among the favourites (F)")
        )
        self.star.setToolTip(text)
        self.star.setAccessibleName(text)
        for button in self.restore_buttons:
            button.setIcon(self._theme.icon("undo"))


class _Section(QWidget):
    """A heading and lines below it; without lines it is hidden."""

    def __init__(self, title: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(_rule())
        column.addSpacing(UNIT)
        column.addWidget(label(title, "section"))
        self._body = QVBoxLayout()
        self._body.setSpacing(UNIT)
        column.addLayout(self._body)

    def clear(self) -> None:
        """Take all lines out."""
        while self._body.count():
            item = self._body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def show_lines(self, lines: list[str]) -> None:
        """Show texts below each other."""
        self.clear()
        for number, text in enumerate(line for line in lines if line):
            shown = label(text, "text" if number == 0 else "muted", wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._body.addWidget(shown)
        self.setVisible(self._body.count() > 0)

    def show_pairs(self, pairs: list[tuple[str, str]]) -> None:
        """Show names and texts in two columns."""
        self.clear()
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnMinimumWidth(0, 76)
        grid.setColumnStretch(1, 1)
        for row, (name, text) in enumerate(pairs):
            caption = label(name, "muted")
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
            shown = label(text, "text", wrap=True)
            shown.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(caption, row, 0)
            grid.addWidget(shown, row, 1)
        self._body.addWidget(table)
        self.setVisible(bool(pairs))

    def add_entry(self, what: str, when: str, button: QWidget) -> None:
        """Add two lines with a button at their right."""
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(GAP)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(what, "text"))
        texts.addWidget(label(when, "caption"))
        row.addLayout(texts, 1)
        row.addWidget(button)
        self._body.addWidget(entry)


def _finish(field: QLineEdit, change: Callable[[str], None]) -> None:
    """Take what the user wrote; a field that was only left changes nothing."""
    if field.isModified():
        field.setModified(False)
        change(field.text())


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAcceptDrops(False)  # files are dropped on the area
    field.setAccessibleName(name)
    field.setToolTip(name)
    field.setMaxLength(500)
    return field


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for button in buttons:
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(button, 1)
    return row


def _rule() -> QFrame:
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line
