"""Parts that several pages of the clone wizard use: keys, segments, verdicts, the record button."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import told, tr
from syrinx.app.views.parts import label, restyle
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP

LEVELS = {"good": ("good", "ok"), "fair": ("fair", "warning"), "poor": ("warning", "danger")}
"""Icon and colour of a level; the word stands beside it always."""
FULL_STOP = "\N{IDEOGRAPHIC FULL STOP}"
_OWN_KEYS = (QLineEdit, QAbstractSpinBox, QAbstractButton, QComboBox, QAbstractItemView)


def clock(seconds: float) -> str:
    """Return a length as minutes and seconds."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def tab_only(*widgets: QWidget) -> None:
    """Let a click leave the focus where it is, so that Space goes on recording."""
    for widget in widgets:
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def button(text: str, *, role: str = "", icon_size: int = 16, tooltip: str = "") -> QPushButton:
    """Return a button that the mouse does not give the focus."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setIconSize(QSize(icon_size, icon_size))
    made.setToolTip(tooltip)
    if role == "flat":
        made.setProperty("flat", True)
    elif role:
        made.setProperty("role", role)
    tab_only(made)
    return made


class PageKeys(QObject):
    """Keys of one page: they act while it is shown and no focused widget needs them itself.

    Parameters
    ----------
    page
        Owns the shortcuts; Qt lets them rest while it is hidden.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._keys: list[QShortcut] = []
        self._friends: tuple[QWidget, ...] = ()
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # a widget cannot exist without it
        application.focusChanged.connect(self._on_focus_changed)

    def add(self, sequence: str, action: Callable[[], object]) -> None:
        """Bind a key."""
        key = QShortcut(QKeySequence(sequence), self._page)
        key.setAutoRepeat(False)
        key.activated.connect(action)
        self._keys.append(key)

    def let(self, *widgets: QWidget) -> None:
        """Let the keys act though one of ``widgets`` has the focus."""
        self._friends = widgets

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        free = now in self._friends or not isinstance(now, _OWN_KEYS)
        for key in self._keys:
            key.setEnabled(free)


class Segments(QFrame):
    """Several buttons that are one choice.

    Parameters
    ----------
    choices
        Key and marked text of each.
    name
        For who cannot see them.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], *, name: str) -> None:
        super().__init__()
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for key, text in choices:
            made = button(tr(text), role="segment")
            made.setCheckable(True)
            self._group.addButton(made)
            self.buttons[key] = made
            made.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            row.addWidget(made)

    def value(self) -> str:
        """Return what is chosen."""
        return next((key for key, made in self.buttons.items() if made.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Show a choice, without a signal."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)


def in_a_row(sentences: Iterable[str]) -> str:
    """Return sentences, translated, as one text; behind a full-width stop there is no blank."""
    return " ".join(map(told, sentences)).replace(FULL_STOP + " ", FULL_STOP)


class VerdictCard(QFrame):
    """What was found: an icon, one line, and sentences below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self._theme = theme
        self._level = ""
        self._icon = QLabel()
        self._icon.setFixedWidth(20)
        self.title = label("", "heading", wrap=True)
        self.text = label("", "muted", wrap=True)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch(1)
        lines.addWidget(self.title)
        lines.addWidget(self.text)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(GAP)
        row.addWidget(self._icon)
        row.addLayout(lines, 1)
        theme.changed.connect(self._paint_icon)
        self.show_verdict("", "")

    def show_verdict(self, level: str, title: str, sentences: Sequence[str] = ()) -> None:
        """Show ``level`` "good", "fair", "poor" or "" (nothing is judged).

        ``sentences`` may be of parts without Qt: they are translated here.
        """
        text = in_a_row(sentences)
        if (level, title, text) == (self._level, self.title.text(), self.text.text()):
            return
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(f"{title} {text}".strip())
        if level != self._level:
            self._level = level
            self.setProperty("level", level)
            restyle(self)
        self._paint_icon()

    def _paint_icon(self) -> None:
        self._icon.setVisible(bool(self._level))
        if self._level:
            name, token = LEVELS[self._level]
            self._icon.setPixmap(self._theme.pixmap(name, token, 20, self.devicePixelRatioF()))


class RecordButton(QAbstractButton):
    """The big button: a red disc to record, a square to stop, with two lines beside it.

    It is never disabled, since it would lose the focus: while it is not `ready` a press does
    nothing.
    """

    fired = Signal()
    SIZE = 64

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._recording = False
        self.ready = False
        self._title = ""
        self._hint = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Record, or stop (Space)"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Room for the disc and the longest line."""
        return QSize(self.SIZE + 136, self.SIZE + 8)

    def show_state(self, title: str, hint: str, *, recording: bool, ready: bool) -> None:
        """Show what the next press does, and how long it records."""
        state = (title, hint, recording, ready)
        if state != (self._title, self._hint, self._recording, self.ready):
            self._title, self._hint, self._recording, self.ready = state
            self.setAccessibleName(tr("Stop recording") if recording else title)
            self.update()

    @property
    def title(self) -> str:
        """The line beside the disc."""
        return self._title

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses it, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        if self.ready:
            self.fired.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the disc and the two lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.ready
        ring = QRectF(4, 4, self.SIZE, self.SIZE)
        token = "danger" if on else "line_strong"
        colour = self._theme.colour(token)
        border = "accent" if self.hasFocus() else "line_strong"
        if self._recording:
            border = "danger"
        painter.setPen(QPen(self._theme.colour(border), 3))
        painter.setBrush(self._theme.colour("line" if self.underMouse() and on else "raised"))
        painter.drawEllipse(ring.adjusted(1.5, 1.5, -1.5, -1.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.darker(115) if self.isDown() else colour)
        if self._recording:
            painter.drawRoundedRect(ring.adjusted(21, 21, -21, -21), 4, 4)
        else:
            painter.drawEllipse(ring.adjusted(13, 13, -13, -13))
        left = ring.right() + 12
        width = self.width() - left
        font = self.font()
        font.setPixelSize(22 if self._recording else 15)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if on else "text_muted"))
        align = Qt.AlignmentFlag.AlignLeft
        upper = QRectF(left, 0, width, self.height() / 2 + 4)
        painter.drawText(upper, align | Qt.AlignmentFlag.AlignBottom, self._title)
        font.setPixelSize(12)
        font.setWeight(font.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_muted"))
        lower = QRectF(left, self.height() / 2 + 6, width, self.height() / 2)
        painter.drawText(lower, align | Qt.AlignmentFlag.AlignTop, self._hint)
        painter.end()
