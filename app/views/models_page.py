"""Settings, Recognition models: what is installed, what can be downloaded, how to add one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import mark, told, tr
from syrinx.app.viewmodels.recognition_models import RecognitionModels, size
from syrinx.app.views.file_drop import FileDrop
from syrinx.app.views.message_bar import MessageBar
from syrinx.app.views.parts import header, label, restyle
from syrinx.app.views.settings_view import column_of
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT

TEXT = mark(
    "Syrinx recognises speech with a model of its own, or with a published one that you have: "
    "Whisper, Zipformer, Moonshine, Paraformer, SenseVoice and others, as sherpa-onnx publishes "
    "them. A model is a folder with .onnx files and tokens.txt."
)
PACKAGE = mark(
    "Models of your own need the Python package sherpa-onnx, which is not installed: "
    "pip install sherpa-onnx."
)
OWN_TEXT = mark("Comes with Syrinx \N{MIDDLE DOT} English")
NETWORK_TEXT = mark(
    "Nothing is downloaded unless you click. Each file is held against its checksum; a download "
    "that was cut off goes on where it stopped."
)
ADDRESS_TEXT = mark(
    "An archive (.tar.bz2, .tar.gz, .tar.xz) by its address. Only https is taken without a "
    "checksum."
)


class ModelDialogs:
    """Asks with the system's dialogs; a test gives its own answers instead."""

    def folder(self, parent: QWidget) -> Path | None:
        """Ask for the folder of a model."""
        name = QFileDialog.getExistingDirectory(parent, tr("Folder of a recognition model"))
        return Path(name) if name else None

    def may_remove(self, parent: QWidget, name: str, text: str) -> bool:
        """Ask whether a model may be deleted; the safe answer is the default."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(tr("Delete this model?"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Delete “{name}” for good?", name=name))
        box.setInformativeText(text)
        discard = QMessageBox.StandardButton.Discard
        box.setStandardButtons(discard | QMessageBox.StandardButton.Cancel)
        box.button(discard).setText(tr("Delete"))
        for button in box.buttons():
            button.setIcon(QIcon())  # the desktop's own do not fit the theme
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        agreed = box.clickedButton() is box.button(discard)
        box.deleteLater()
        return agreed


class ModelRow(QFrame):
    """A name, a line about it, perhaps a problem, and a button."""

    def __init__(self, name: str, text: str, action: str = "", problem: str = "") -> None:
        super().__init__()
        self.setObjectName("row")
        self.name = label(name, "heading")
        self.text = label(text, "muted", wrap=True)
        self.problem = label(problem, "warning", wrap=True)
        self.button = QPushButton(action)
        self.button.setProperty("role", "small")
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for line in (self.name, self.text, self.problem):
            lines.addWidget(line)
        for part, wanted in ((self.problem, problem), (self.button, action)):
            if not wanted:  # the others come up with the row: shown now they would be windows
                part.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, UNIT, GAP, UNIT)
        row.setSpacing(GAP)
        row.addLayout(lines, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


class ModelsPage(QWidget):
    """Shows `RecognitionModels`.

    Parameters
    ----------
    model
        The view-model.
    dialogs
        What asks the user; None = the system's dialogs.
    """

    def __init__(
        self, model: RecognitionModels, theme: Theme, dialogs: ModelDialogs | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("models")
        FileDrop(self, model.add_folders, light=self._show_over)
        self._model, self._dialogs = model, dialogs or ModelDialogs()
        self.message = MessageBar(model, theme)
        self.package = label(tr(PACKAGE), "warning", wrap=True)
        self._make_zone()
        self._make_work()
        self._make_address()
        self.installed: dict[str, ModelRow] = {}
        self.offers: dict[str, ModelRow] = {}
        self._installed_rows, self._offer_rows = QVBoxLayout(), QVBoxLayout()
        for rows in (self._installed_rows, self._offer_rows):
            rows.setSpacing(0)
        self._build()
        model.changed.connect(self._show_models)
        model.progressed.connect(self._show_work)
        self._show_work()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Look what is there when the page comes up: models may have been added elsewhere."""
        super().showEvent(event)
        self.package.setVisible(self._model.package_missing)
        self._model.refresh()

    # ---- parts ----

    def _make_zone(self) -> None:
        self.zone = QFrame()
        self.zone.setObjectName("dropzone")
        title = label(tr("Drop the folder of a model here"), "heading")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = QPushButton(tr("&Add a folder\N{HORIZONTAL ELLIPSIS}"))
        self.choose.setProperty("role", "small")
        self.choose.setToolTip(tr("The files that the model needs are copied; it is tried out"))
        self.full = QCheckBox(tr("&Full precision where the model has both"))
        self.full.setToolTip(
            tr("Larger and slower, seldom better; otherwise the quantised networks are taken")
        )
        column = QVBoxLayout(self.zone)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(GAP)
        column.addWidget(title)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.full, 0, Qt.AlignmentFlag.AlignHCenter)
        self.choose.clicked.connect(self._on_choose)
        self.full.toggled.connect(self._model.set_full_precision)

    def _make_work(self) -> None:
        self.work = QFrame()
        self.work.setObjectName("card")
        self.status = label("", "text", wrap=True)
        self.queue = label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the model"))
        self.cancel = QPushButton(tr("&Cancel"))
        self.cancel.setProperty("role", "small")
        self.cancel.setToolTip(tr("Stop; what was downloaded is kept for the next time"))
        lines = QVBoxLayout()
        lines.setSpacing(UNIT)
        for line in (self.status, self.bar, self.queue):
            lines.addWidget(line)
        row = QHBoxLayout(self.work)
        row.setContentsMargins(12, GAP, 12, GAP)
        row.setSpacing(12)
        row.addLayout(lines, 1)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self.cancel.clicked.connect(self._model.cancel)

    def _make_address(self) -> None:
        self.url = QLineEdit()
        self.url.setPlaceholderText("https://\N{HORIZONTAL ELLIPSIS}.tar.bz2")
        self.url.setAccessibleName(tr("Address of an archive with a model"))
        self.url.setToolTip(tr("Address of an archive with a model"))
        self.sha256 = QLineEdit()
        self.sha256.setToolTip(tr("What the archive must be, digit for digit; else it is deleted"))
        self.sha256.setPlaceholderText(tr("64 digits, if you know them"))
        self.sha256.setAccessibleName(tr("SHA-256 checksum of the archive"))
        self.fetch = QPushButton(tr("&Download"))
        self.fetch.setProperty("role", "small")
        self.fetch.setAccessibleName(tr("Download from this address"))
        self.fetch.setToolTip(tr("Download the archive and install the model in it"))
        self.fetch.setEnabled(False)
        self.url.textChanged.connect(lambda text: self.fetch.setEnabled(bool(text.strip())))
        for field in (self.url, self.sha256):
            field.returnPressed.connect(self.fetch.click)
        self.fetch.clicked.connect(self._on_fetch)

    def _build(self) -> None:
        column = column_of(self)
        column.addWidget(label(tr(TEXT), "muted", wrap=True))
        column.addWidget(self.package)
        column.addWidget(self.message)
        column.addWidget(self.work)
        column.addLayout(header(tr("INSTALLED")))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(ModelRow("Syrinx", tr(OWN_TEXT)))
        rows.addLayout(self._installed_rows)
        column.addLayout(rows)
        column.addWidget(self.zone)
        column.addLayout(header(tr("WELL-KNOWN MODELS")))
        column.addWidget(label(tr(NETWORK_TEXT), "muted", wrap=True))
        column.addLayout(self._offer_rows)
        column.addLayout(header(tr("BY ADDRESS")))
        column.addWidget(label(tr(ADDRESS_TEXT), "muted", wrap=True))
        column.addLayout(_line(tr("Address"), self.url))
        column.addLayout(_line("SHA-256", self.sha256, self.fetch))

    # ---- what is shown ----

    def _show_models(self) -> None:
        _clear(self._installed_rows)
        _clear(self._offer_rows)
        self.installed, self.offers = {}, {}
        for model in self._model.installed:
            problem = told(model.problem) if model.problem else ""
            row = ModelRow(model.name, self._model.describe(model), tr("Remove"), problem)
            row.button.setAccessibleName(tr("Remove {name}", name=model.name))
            row.button.setToolTip(tr("Delete this model; it asks first"))
            row.button.clicked.connect(lambda _=False, key=model.id: self._on_remove(key))
            self.installed[model.id] = row
            self._installed_rows.addWidget(row)
        for offer in self._model.offers:
            row = ModelRow(offer.name, self._model.describe_offer(offer), tr("Download"))
            row.button.setAccessibleName(tr("Download {name}", name=offer.name))
            row.button.setToolTip(offer.download.url)
            row.button.clicked.connect(lambda _=False, key=offer.id: self._model.download(key))
            self.offers[offer.id] = row
            self._offer_rows.addWidget(row)
        self._show_work()

    def _show_work(self) -> None:
        running = self._model.running is not None
        self.work.setVisible(running)
        self.status.setText(self._model.status)
        self.queue.setText(self._model.queue)
        self.queue.setVisible(bool(self._model.queue))
        share = self._model.share
        self.bar.setRange(0, 0 if share is None and running else 1000)
        self.bar.setValue(round(1000 * (share or 0)))
        busy = {*self._model.busy}
        for key, row in self.offers.items():
            row.button.setEnabled(key not in busy)

    # ---- what the user does ----

    def _on_choose(self) -> None:
        folder = self._dialogs.folder(self)
        if folder is not None:
            self._model.add_folders([folder])

    def _on_fetch(self) -> None:
        if self._model.fetch(self.url.text(), self.sha256.text()):
            self.url.clear()
            self.sha256.clear()

    def _on_remove(self, model_id: str) -> None:
        model = next((model for model in self._model.installed if model.id == model_id), None)
        if model is None:
            return
        text = tr("{size} become free. Transcripts stay.", size=size(model.size))
        if self._dialogs.may_remove(self, model.name, text):
            self._model.remove(model_id)

    # ---- inside ----

    def _show_over(self, over: bool) -> None:
        self.zone.setProperty("over", over)
        restyle(self.zone)


def _clear(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _line(caption: str, field: QLineEdit, *more: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    text = label(caption, "heading")
    text.setFixedWidth(72)
    text.setBuddy(field)
    row.addWidget(text)
    row.addWidget(field, 1)
    for widget in more:
        row.addWidget(widget)
    return row
