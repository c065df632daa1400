"""The page "Virtual microphone": so that games, calls and OBS can choose Syrinx as a microphone."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from syrinx.app.translation import mark, told, tr
from syrinx.app.viewmodels.virtual_mic import VirtualMicModel
from syrinx.app.views.parts import header, label, restyle
from syrinx.app.views.settings_view import column_of
from syrinx.app.views.tokens import GAP
from syrinx.app.virtual_cable import MICROPHONE_PERMISSION
from syrinx.app.virtual_mic import MICROPHONE_NAME

_WHAT = mark(
    "Other programs hear your changed voice through a virtual microphone: Syrinx plays into it, "
    "and you choose it as the microphone in the game, the call or OBS."
)
_MONITOR_HINT = mark(
    "You do not hear yourself then. If you want to, switch on “Hear myself” in the Devices tab "
    "of the Live area and choose your headphones."
)


class VirtualMicPage(QWidget):
    """One button on Linux, three steps elsewhere."""

    def __init__(self, model: VirtualMicModel) -> None:
        super().__init__()
        self.setObjectName("virtual-mic")
        self._model = model
        self.state = label("", "text", wrap=True)
        self.action = QPushButton()
        self.action.setProperty("role", "primary")
        self.steps = [label("", "text", wrap=True) for _ in range(3)]
        self.permission = label(tr(MICROPHONE_PERMISSION), "muted", wrap=True)
        self.hint = label(tr(_MONITOR_HINT), "muted", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.action)
        line.addStretch(1)
        column = column_of(self)
        column.addWidget(label(tr(_WHAT), "muted", wrap=True))
        column.addLayout(header(tr("STATE")))
        column.addWidget(self.state)
        column.addLayout(line)
        for step in self.steps:
            column.addWidget(step)
        column.addWidget(self.hint)
        self._permission_header = QWidget()
        row = header(tr("MICROPHONE PERMISSION"))
        row.setContentsMargins(0, 0, 0, 0)
        self._permission_header.setLayout(row)
        column.addWidget(self._permission_header)
        column.addWidget(self.permission)
        self.action.clicked.connect(self._on_action)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self._model
        mac = model.advised.name == "BlackHole" and not model.can_make
        self._permission_header.setVisible(mac)
        self.permission.setVisible(mac)
        if model.can_make:
            self._show_made()
        else:
            self._show_cable()

    def _show_made(self) -> None:
        model = self._model
        refusal = model.refusal
        trouble = bool(model.error or refusal)
        if model.busy:
            text = tr("One moment\N{HORIZONTAL ELLIPSIS}")
        elif trouble:
            text = told(model.error or refusal or "")
        elif model.there and model.is_output:
            text = tr(
                "It is there, and Syrinx plays into it. Choose “{name}” as the microphone in "
                "the other program. It is removed when you quit Syrinx.",
                name=MICROPHONE_NAME,
            )
        elif model.there:
            text = tr("It is there, but Syrinx plays to another output.")
        else:
            text = tr("There is none yet.")
        self._say(text, trouble=trouble and not model.busy)
        used = model.there and model.is_output
        self.action.setText(
            tr("&Remove it")
            if used
            else tr("&Use it")
            if model.there
            else tr("&Make virtual microphone")
        )
        self.action.setToolTip(
            tr("Take it away again")
            if used
            else tr("Other programs can then choose \u201cSyrinx\u201d")
        )
        self.action.setEnabled(not model.busy and (refusal is None or used))
        for step in self.steps:
            step.hide()
        self.hint.setVisible(used)

    def _show_cable(self) -> None:
        model = self._model
        cable, advised = model.cable, model.advised
        if cable is None:
            self._say(
                tr(
                    "No virtual cable was found. Install {name} once, in three steps:",
                    name=advised.name,
                ),
                trouble=False,
            )
        elif model.uses_cable:
            self._say(
                tr(
                    "Syrinx plays into {name}. Choose “{microphone}” as the microphone in the "
                    "other program.",
                    name=cable.kind.name,
                    microphone=cable.microphone,
                ),
                trouble=False,
            )
        else:
            self._say(tr("{name} is installed.", name=cable.kind.name), trouble=False)
        self.action.setVisible(cable is not None and not model.uses_cable)
        self.action.setText(tr("&Use {name}", name=cable.kind.name) if cable is not None else "")
        for number, (step, text) in enumerate(zip(self.steps, advised.steps, strict=True), 1):
            step.setText(f"{number}.  {tr(text)}")
            step.setVisible(cable is None)
        self.hint.setVisible(model.uses_cable)

    def _say(self, text: str, *, trouble: bool) -> None:
        self.state.setText(text)
        role = "warning" if trouble else "text"
        if self.state.property("role") != role:
            self.state.setProperty("role", role)
            restyle(self.state)

    def _on_action(self) -> None:
        model = self._model
        if not model.can_make:
            model.use_cable()
        elif model.there and model.is_output:
            model.remove()
        else:
            model.make()
