"""The Clone area: the steps above, a page, and what is missing below."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from syrinx.app.clone.project import PAGES, Page
from syrinx.app.translation import tr
from syrinx.app.viewmodels.room_check import RoomCheckModel
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_listen import ListenPage
from syrinx.app.views.clone_parts import button
from syrinx.app.views.clone_room import RoomPage
from syrinx.app.views.clone_start import StartPage
from syrinx.app.views.clone_steps import STEPS, StepBar
from syrinx.app.views.clone_takes import TakesPage
from syrinx.app.views.clone_training import TrainingPage
from syrinx.app.views.clone_who import WhoPage
from syrinx.app.views.message_bar import MessageBar
from syrinx.app.views.parts import label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP

if TYPE_CHECKING:
    from syrinx.app.viewmodels.clone_listen import ListenModel
    from syrinx.app.viewmodels.clone_training import TrainingModel

FRAME_MS = 25
LISTENING: tuple[Page, ...] = ("who", "room", "takes", "listen")
"""Pages that need the microphone."""


class CloneView(QWidget):
    """Shows the page of the wizard, and opens the microphone while a page needs it.

    Parameters
    ----------
    model, room, training, listen
        The wizard and the models of its pages.
    theme
        Colours and icons.
    """

    def __init__(
        self,
        model: WizardModel,
        room: RoomCheckModel,
        training: TrainingModel,
        listen: ListenModel,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._room = model, room
        self.steps = StepBar(model, theme)
        self.messages = MessageBar(model, theme)
        self.start = StartPage(model, theme)
        self.who = WhoPage(model, theme)
        self.room = RoomPage(model, room, theme)
        self.takes = TakesPage(model, theme)
        self.training = TrainingPage(model, training, theme)
        self.listen = ListenPage(model, listen, theme)
        self.pages: dict[Page, QWidget] = {
            "who": self.who, "room": self.room, "takes": self.takes,
            "training": self.training, "listen": self.listen,
        }  # fmt: skip
        self.stack = QStackedWidget()
        self.back = button(tr("Back"))
        self.missing = label("", "muted", wrap=True)
        self.missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.next = button(tr("Continue"), role="primary")
        self.next.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._foot = QFrame()
        self._build()
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self.steps.left.connect(self.leave)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        model.changed.connect(self.show_now)
        model.page_changed.connect(self.show_now)
        model.capture.state_changed.connect(self._on_capture_changed)
        training.changed.connect(self._show_foot)
        room.changed.connect(self._show_foot)
        self.show_now()

    @property
    def page(self) -> QWidget:
        """What is shown now: the start, or the page of the project."""
        return self.start if self._model.project is None else self.pages[self._model.page]

    @property
    def is_animating(self) -> bool:
        """Whether frames are drawn now."""
        return self._timer.isActive()

    def leave(self) -> None:
        """Go back to the list; everything is kept."""
        self.who.commit()
        self._model.leave()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Open the microphone when the page needs it."""
        super().showEvent(event)
        if self._model.project is None:
            self.start.reload()
        self._use_microphone()
        self.page.take_focus()  # type: ignore[attr-defined]  # every page has it

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Let the microphone go: other programs, and the Live area, may want it."""
        self._timer.stop()
        self._model.capture.close()
        super().hideEvent(event)

    def show_now(self, _page: str = "") -> None:
        """Show the page of the project, or the start."""
        page = self.page
        if self.stack.currentWidget() is not page:
            self._room.cancel()
            if page is self.start:
                self.start.reload()
            else:
                page.show_now()  # type: ignore[attr-defined]  # every page has it
            self.stack.setCurrentWidget(page)
            self._use_microphone()
            page.take_focus()  # type: ignore[attr-defined]
        going = page is not self.start
        self.steps.setVisible(going)
        self._foot.setVisible(going)
        self._show_foot()

    def _build(self) -> None:
        self._foot.setObjectName("foot")
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self.missing, 1)
        row.addWidget(self.next)
        self.stack.addWidget(self.start)
        for page in self.pages.values():
            self.stack.addWidget(page)
        body = QVBoxLayout()
        body.setContentsMargins(12, 12, 12, 12)
        body.setSpacing(GAP)
        body.addWidget(self.messages)
        body.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.steps)
        column.addLayout(body, 1)
        column.addWidget(self._foot)

    def _show_foot(self) -> None:
        project = self._model.project
        if project is None:
            return
        missing = self._model.why_not_on()
        last = project.page == PAGES[-1]
        first = project.page == PAGES[0]
        self.back.setText(tr("All voices") if first else tr("Back"))
        self.next.setVisible(not last)
        self.next.setEnabled(not missing)
        note = self.room.note() if project.page == "room" else ""
        self.missing.setText(missing or note)
        if not last:
            following = tr(STEPS[PAGES[PAGES.index(project.page) + 1]])
            self.next.setAccessibleName(tr("Continue to step {name}", name=following))

    def _on_back(self) -> None:
        self.who.commit()
        number = PAGES.index(self._model.page)
        if number:
            self._model.go(PAGES[number - 1])
        else:
            self.leave()

    def _on_next(self) -> None:
        self.who.commit()
        number = PAGES.index(self._model.page)
        if number + 1 < len(PAGES):
            self._model.go(PAGES[number + 1])

    def _use_microphone(self) -> None:
        """Open or close it, as the page that is seen needs it."""
        capture = self._model.capture
        needed = self._model.project is not None and self._model.page in LISTENING
        if needed and self.isVisible():
            capture.open()
            self._model.prepare()
            self._begin()
        elif capture.state != "closed":
            capture.close()

    def _begin(self) -> None:
        self._last = time.perf_counter()
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _on_capture_changed(self, state: str) -> None:
        if state == "open":
            self._begin()

    def _on_frame(self) -> None:
        now = time.perf_counter()
        elapsed, self._last = now - self._last, now
        capture = self._model.capture
        capture.pull(min(elapsed, 1.0))
        self.page.refresh()  # type: ignore[attr-defined]  # every page has it
        if capture.state == "closed":
            self._timer.stop()
