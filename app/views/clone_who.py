"""The first step: whose voice it is, and the statement of consent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.clone.project import CloneProject, Consent
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_capture import InputPicture, RecordControl
from syrinx.app.views.clone_parts import PageKeys, Segments, VerdictCard, button, tab_only
from syrinx.app.views.library_dialogs import LibraryDialogs
from syrinx.app.views.parts import header, label, panel
from syrinx.app.views.pictures import Pictures, prepare_picture
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN, UNIT
from syrinx.dsp.errors import SyrinxError

COLOURS = {
    mark("Lagoon"): "#37b0c8", mark("Leaf"): "#5a9e4b", mark("Ochre"): "#c98a3a",
    mark("Brick"): "#c2553f", mark("Rose"): "#d06a92", mark("Violet"): "#8a63c9",
    mark("Ink"): "#4b67b8", mark("Slate"): "#7a8ca3",
}  # fmt: skip
FACE = 32
LANGUAGES = (("en", mark("English")), ("zh", mark("Mandarin")))
OWNERS = (("own", mark("My own")), ("other", mark("Somebody else's")))


class Swatch(QAbstractButton):
    """One colour of the palette."""

    def __init__(self, name: str, colour: str, theme: Theme) -> None:
        super().__init__()
        self.colour, self._theme = colour, theme
        self.setCheckable(True)
        self.setFixedSize(QSize(28, 28))
        self.setAccessibleName(tr("Colour {name}", name=name))
        self.setToolTip(name)
        tab_only(self)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw the disc; the chosen one has a ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.hasFocus():
            token = "text" if self.isChecked() else "accent"
            painter.setPen(QPen(self._theme.colour(token), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(1, 1, 26, 26))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(QRectF(4, 4, 20, 20))
        painter.end()


class WhoPage(QWidget):
    """Name, colour, language, speaker at the left; the statement at the right."""

    def __init__(
        self,
        model: WizardModel,
        theme: Theme,
        dialogs: LibraryDialogs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._dialogs = dialogs or LibraryDialogs()
        self.name = QLineEdit()
        self.name.setMaxLength(100)
        self.name.setAccessibleName(tr("Name of the voice"))
        self.speaker = QLineEdit()
        self.speaker.setMaxLength(100)
        self.owner = Segments(OWNERS, name=tr("Whose voice it is"))
        self.language = Segments(LANGUAGES, name=tr("Language"))
        self._colours = QButtonGroup(self)
        self.swatches: dict[str, Swatch] = {}
        for text, colour in COLOURS.items():
            self.swatches[colour] = Swatch(tr(text), colour, theme)
            self._colours.addButton(self.swatches[colour])
        self._pictures = Pictures()
        self.choose = button(tr("Choose \N{HORIZONTAL ELLIPSIS}"), tooltip=tr("Choose a picture"))
        self.choose.setAccessibleName(tr("Choose a picture of the voice"))
        self.no_picture = button(tr("Remove"), role="flat", tooltip=tr("Show the colour instead"))
        self._face = QLabel()
        self._face.setFixedSize(QSize(FACE, FACE))
        self._whose = label("", "muted")
        self._hint = label("", "faint", wrap=True)
        self.statement = label("", "statement", wrap=True)
        self.statement.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.record = RecordControl(model, theme, "consent")
        self.picture = InputPicture(model.capture, theme)
        self.verdict = VerdictCard(theme)
        self.play = button(tr("Play"), tooltip=tr("Listen to the recorded statement"))
        self._form = QWidget()
        self._build()
        keys = PageKeys(self)
        keys.let(self.record)
        keys.add("Space", self._on_space)
        for field in (self.name, self.speaker):
            field.editingFinished.connect(self.commit)
        self.speaker.textChanged.connect(self._show_record)
        self.owner.chosen.connect(self.commit)
        self.language.chosen.connect(self.commit)
        self._colours.buttonClicked.connect(self.commit)
        self.play.clicked.connect(self._on_play)
        self.choose.clicked.connect(self._on_choose)
        self.no_picture.clicked.connect(lambda: self._model.set_picture(None))
        model.changed.connect(self.show_now)
        model.checking_changed.connect(self._show_verdict)
        model.capture.clip_changed.connect(self._show_verdict)
        model.capture.state_changed.connect(self._show_verdict)
        theme.changed.connect(self._show_verdict)

    def refresh(self) -> None:
        """Show what moves."""
        self.picture.refresh()
        self.record.show_now()

    def take_focus(self) -> None:
        """Put the focus where one goes on."""
        project = self._model.project
        missing = project is not None and not project.speaker
        (self.speaker if missing else self.record).setFocus()

    def show_now(self) -> None:
        """Show the project."""
        project = self._model.project
        if project is None:
            return
        for field, text in ((self.name, project.name), (self.speaker, project.speaker)):
            if field.text() != text and not (field.hasFocus() and field.isModified()):
                with QSignalBlocker(field):
                    field.setText(text)
        self.owner.set_value("own" if project.own else "other")
        self.language.set_value(project.language)
        for colour, swatch in self.swatches.items():
            swatch.setChecked(colour == project.colour)
        self._show_picture(project)
        self._whose.setText(tr("Your name") if project.own else tr("Name of the speaker"))
        self.speaker.setAccessibleName(self._whose.text())
        self._hint.setText(
            tr("The statement says it; use the name you go by.")
            if project.own
            else tr("They must sit here and read the statement themselves.")
        )
        self._show_record()
        self._show_verdict()

    def commit(self, *_: object) -> None:
        """Keep what was written and chosen."""
        project = self._model.project
        if project is None:
            return
        chosen = self._colours.checkedButton()
        colour = chosen.colour if isinstance(chosen, Swatch) else project.colour
        values = (self.name.text().strip(), self.speaker.text().strip(), self.language.value())
        own = self.owner.value() != "other"
        if (*values, colour, own) == (
            project.name, project.speaker, project.language, project.colour, project.own,
        ):  # fmt: skip
            return
        for field in (self.name, self.speaker):
            field.setModified(False)
        name, speaker, language = values
        self._model.begin(name, speaker=speaker, language=language, colour=colour, own=own)
        self.show_now()

    def _build(self) -> None:
        who, column = panel(margin=0, spacing=0)
        self._form.setObjectName("scrolled")
        form = QVBoxLayout(self._form)
        form.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        form.setSpacing(UNIT)
        form.addLayout(header(tr("WHO")))
        colours = QHBoxLayout()
        colours.setSpacing(0)
        for swatch in self.swatches.values():
            colours.addWidget(swatch)
        colours.addStretch(1)
        picture = QHBoxLayout()
        picture.setSpacing(GAP)
        for part in (self._face, self.choose, self.no_picture):
            picture.addWidget(part)
        picture.addStretch(1)
        rows: Sequence[tuple[str, QWidget | QHBoxLayout]] = (
            (tr("Name of the voice"), self.name),
            (tr("Colour"), colours),
            (tr("Picture"), picture),
            (tr("Language of the recordings"), self.language),
            (tr("Whose voice it is"), self.owner),
        )
        for text, field in rows:
            form.addWidget(label(text, "muted"))
            if isinstance(field, QWidget):
                form.addWidget(field)
            else:
                form.addLayout(field)
            form.addSpacing(GAP)
        form.addWidget(self._whose)
        form.addWidget(self.speaker)
        form.addWidget(self._hint)
        form.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._form)
        column.addWidget(area)
        who.setFixedWidth(296)
        consent, column = panel(margin=MARGIN)
        column.addLayout(header(tr("STATEMENT OF CONSENT, TO BE READ ALOUD")))
        column.addWidget(self.statement, 1)
        column.addWidget(self.picture, 2)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.record)
        row.addWidget(self.verdict, 1)
        row.addWidget(self.play)
        column.addLayout(row)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(GAP)
        page.addWidget(who)
        page.addWidget(consent, 1)

    def _show_picture(self, project: CloneProject) -> None:
        path = self._model.store.picture_of(project)
        shown = None
        if path is not None:
            shown = self._pictures.pixmap(path, FACE, self.devicePixelRatioF())
        self._face.setVisible(shown is not None)
        self.no_picture.setVisible(shown is not None)
        if shown is not None:
            shown.setDevicePixelRatio(self.devicePixelRatioF())
            self._face.setPixmap(shown)

    def _on_choose(self) -> None:
        path = self._dialogs.picture(self)
        if path is None:
            return
        try:
            data = prepare_picture(path)
        except SyrinxError as error:
            self._model.message_posted.emit(Message(level="error", text=str(error)))
            return
        self._pictures = Pictures()  # a file of the same name may hold another picture
        self._model.set_picture(data)

    def _on_space(self) -> None:
        self.commit()
        self.record.click()

    def _show_record(self) -> None:
        named = bool(self.speaker.text().strip())
        self.record.set_blocked("" if named else tr("The name is missing"))
        name = self.speaker.text().strip() or "\N{HORIZONTAL ELLIPSIS}"
        self.statement.setText(self._model.statement_of(name))

    def _show_verdict(self) -> None:
        model = self._model
        project = model.project
        consent = project.consent if project is not None else None
        recording = model.capture.state in ("recording", "stopping")
        self._form.setEnabled(not recording and not model.checking)  # the statement names it all
        playing = self._is_playing(consent)
        self.play.setVisible(consent is not None and not recording and not model.checking)
        self.play.setIcon(self._theme.icon("stop" if playing else "start", "text"))
        self.play.setText(tr("Stop") if playing else tr("Play"))
        verdict = model.verdict
        if recording:
            self.verdict.show_verdict("", tr("Read the statement, then press Space again."))
        elif model.checking:
            self.verdict.show_verdict("", tr("Listening to the recording \N{HORIZONTAL ELLIPSIS}"))
        elif verdict is not None and not verdict.accepted:
            self.verdict.show_verdict("poor", tr("Please read it once more."), verdict.sentences)
        elif consent is not None:
            text = tr(
                "Recorded on {date}, {seconds:.0f} seconds.",
                date=consent.date, seconds=consent.seconds,
            )  # fmt: skip
            more = (consent.checked, tr("Record again to replace it."))
            self.verdict.show_verdict("good", text, tuple(filter(None, more)))
        else:
            self.verdict.show_verdict(
                "",
                tr("Read the statement aloud."),
                (tr("It is recorded and kept with the voice."),),
            )

    def _is_playing(self, consent: Consent | None) -> bool:
        model = self._model
        if consent is None or model.project is None or model.capture.clip is None:
            return False
        return model.capture.clip == model.store.path_of(model.project, consent.file)

    def _on_play(self) -> None:
        project = self._model.project
        if project is not None and project.consent is not None:
            self._model.play(project.consent.file)
