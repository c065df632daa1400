"""What a page that records has: the record button, and the picture and the meter of the input."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.capture import CaptureModel
from syrinx.app.viewmodels.wizard import Purpose, WizardModel
from syrinx.app.views.clone_parts import RecordButton, clock
from syrinx.app.views.meter_view import MeterView
from syrinx.app.views.spectrogram_view import TIME_HEIGHT, SpectrogramView
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP


class InputPicture(QWidget):
    """The spectrogram and the level of the microphone."""

    def __init__(self, capture: CaptureModel, theme: Theme) -> None:
        super().__init__()
        self._capture = capture
        self.spectrogram = SpectrogramView(
            capture.input, theme, name=tr("Microphone"), colour_map="cool_map", show_time=True
        )
        self.meter = MeterView(
            capture.meter, theme, name=tr("Microphone"), token="accent", foot=TIME_HEIGHT
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.spectrogram, 1)
        row.addWidget(self.meter)
        capture.state_changed.connect(self._show_state)
        self._show_state()

    def refresh(self) -> None:
        """Show what the models hold now."""
        self.spectrogram.refresh()
        self.meter.refresh()

    def _show_state(self) -> None:
        state = self._capture.state
        texts = {
            "closed": tr("The microphone is closed."),
            "opening": tr("Opening\N{HORIZONTAL ELLIPSIS}"),
        }
        self.spectrogram.set_empty_text(texts.get(state, ""))
        self.refresh()


class RecordControl(RecordButton):
    """The record button of a page: the state of the microphone on it, a press for the model.

    Parameters
    ----------
    model
        Records and checks.
    purpose
        What a recording of this page is.
    """

    def __init__(self, model: WizardModel, theme: Theme, purpose: Purpose) -> None:
        super().__init__(theme)
        self._model, self._purpose = model, purpose
        self._blocked = ""
        self.fired.connect(self._on_fired)
        model.capture.state_changed.connect(self.show_now)
        model.checking_changed.connect(self.show_now)
        self.show_now()

    def set_blocked(self, why: str) -> None:
        """Forbid to record, and say why on the button; "" allows it."""
        self._blocked = why
        self.show_now()

    def show_now(self) -> None:
        """Show what the next press does."""
        capture = self._model.capture
        if capture.state == "recording":
            time = clock(capture.recording_s)
            self.show_state(time, tr("Space: stop"), recording=True, ready=True)
        elif self._model.checking or capture.state == "stopping":
            title = tr("Checking\N{HORIZONTAL ELLIPSIS}")
            self.show_state(title, tr("One moment"), recording=False, ready=False)
        elif self._blocked:
            self.show_state(tr("Record"), self._blocked, recording=False, ready=False)
        elif capture.state == "opening":
            title = tr("Opening\N{HORIZONTAL ELLIPSIS}")
            self.show_state(title, tr("The microphone"), recording=False, ready=False)
        elif capture.state == "closed":
            title = tr("Open again")
            self.show_state(title, tr("Microphone closed"), recording=False, ready=True)
        else:
            self.show_state(tr("Record"), tr("Space: record"), recording=False, ready=True)

    def _on_fired(self) -> None:
        if self._model.capture.state == "closed":
            self._model.capture.open()
        else:
            self._model.press(self._purpose)
