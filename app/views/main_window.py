"""The main window: a navigation rail, the areas, and the keys that work everywhere."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.library import LibraryModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.library_view import LibraryView
from syrinx.app.views.live_view import LiveView
from syrinx.app.views.parts import restyle
from syrinx.app.views.theme import MODES, Theme, application_icon
from syrinx.app.views.tokens import RAIL_WIDTH

MODE_NAMES = {"system": mark("&Like the system"), "light": mark("&Light"), "dark": mark("&Dark")}
_MODE_ICON = {"system": "system", "light": "sun", "dark": "moon"}


class MainWindow(QMainWindow):
    """Shows the areas; an area is a widget with an icon and a name on the rail.

    Parameters
    ----------
    model
        The Live area's model.
    theme
        Colours and icons.
    settings
        Where the geometry and the choice of the theme are kept.
    library
        The Voices area's model; None = a window without that area.
    """

    def __init__(
        self,
        model: LiveModel,
        theme: Theme,
        settings: SettingsStore,
        library: LibraryModel | None = None,
    ) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self._settings = settings
        self.setWindowTitle("Syrinx")
        self.setWindowIcon(application_icon())
        self.setMinimumSize(960, 600)
        self._areas: list[tuple[QToolButton, str]] = []
        self._tops = 0
        self._group = QButtonGroup(self)
        self.stack = QStackedWidget()
        self.theme_button = QToolButton()
        self._rail = QVBoxLayout()
        self._build()
        self.live = LiveView(model, theme)
        self.add_area(self.live, icon="live", name=mark("Live"))
        self.library: LibraryView | None = None
        if library is not None:
            self._add_library(library)
        self._make_keys()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._restore_geometry()
        self.live.transport.start.setFocus()

    def add_area(self, widget: QWidget, *, icon: str, name: str, foot: bool = False) -> None:
        """Put an area on the rail, or at its foot; the first one is shown.

        Its name is marked English; the rail shows it in the language of the window.
        """
        button = QToolButton()
        button.setProperty("role", "rail")
        button.setCheckable(True)
        button.setText(tr(name))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(22, 22))
        button.setAccessibleName(tr(name))
        number = len(self._areas) + 1
        button.setToolTip(f"{tr(name)} (Ctrl+{number})")
        button.setShortcut(QKeySequence(f"Ctrl+{number}"))
        self._group.addButton(button)
        place = self._rail.indexOf(self.theme_button) if foot else self._tops + 1  # below the logo
        self._tops += not foot
        self._rail.insertWidget(place, button, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._areas.append((button, icon))
        self.stack.addWidget(widget)
        button.clicked.connect(lambda: self.stack.setCurrentWidget(widget))
        if number == 1:
            button.setChecked(True)
        self._on_theme_changed()

    def show_area(self, widget: QWidget) -> None:
        """Show an area as a click on the rail does."""
        self._areas[self.stack.indexOf(widget)][0].click()

    def set_alert(self, widget: QWidget, text: str | None) -> None:
        """Let an area's button on the rail be red and say why; None = no longer."""
        button = self._areas[self.stack.indexOf(widget)][0]
        button.setProperty("alert", text is not None)
        button.setAccessibleDescription(text or "")
        restyle(button)
        self._on_theme_changed()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Remember the geometry and stop the engine."""
        geometry = self.saveGeometry().toBase64().toStdString()
        self._settings.remember("window_geometry", geometry)
        columns = self.live.columns.saveState().toBase64().toStdString()
        self._settings.remember("window_columns", columns)
        self.live.transport.popover.hide()
        self.hide()  # at once, while the engine takes its leave
        self._model.close()
        super().closeEvent(event)

    def _build(self) -> None:
        rail = QFrame()
        rail.setObjectName("rail")
        rail.setFixedWidth(RAIL_WIDTH)
        logo = QLabel()
        logo.setPixmap(application_icon().pixmap(QSize(32, 32), self.devicePixelRatioF()))
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        logo.setToolTip("Syrinx")
        self._rail.setContentsMargins(0, 12, 0, 12)
        self._rail.setSpacing(8)
        self._rail.addWidget(logo)
        self._rail.addStretch(1)
        self.theme_button.setProperty("role", "rail")
        self.theme_button.setIconSize(QSize(20, 20))
        self.theme_button.setAccessibleName(tr("Theme"))
        self.theme_button.setToolTip(tr("Light or dark"))
        self.theme_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.theme_button)
        modes = QActionGroup(self)
        self.theme_actions: dict[str, QAction] = {}
        for mode in MODES:
            action = menu.addAction(tr(MODE_NAMES[mode]))
            action.setCheckable(True)
            action.setActionGroup(modes)
            action.triggered.connect(lambda _=False, mode=mode: self.choose_theme(mode))
            self.theme_actions[mode] = action
        self.theme_button.setMenu(menu)
        self._rail.addWidget(self.theme_button, alignment=Qt.AlignmentFlag.AlignHCenter)
        rail.setLayout(self._rail)
        ground = QWidget()
        ground.setObjectName("ground")
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(ground)

    def _add_library(self, library: LibraryModel) -> None:
        self.library = LibraryView(library, self._theme)
        self.add_area(self.library, icon="voices", name=mark("Voices"))
        library.changed.connect(self._model.reload_voices)
        library.voice_wanted.connect(self._on_voice_wanted)

    def _on_voice_wanted(self, voice_id: str) -> None:
        self._model.select_voice(voice_id)
        self.show_area(self.live)

    def _focus_search(self) -> None:
        area = self.stack.currentWidget()
        getattr(area, "focus_search", self.live.picker.focus_search)()

    def _make_keys(self) -> None:
        model = self._model
        live = self.live  # keys of an area rest while it is hidden: they are its children
        self._space = self._key("Space", live.transport.start.click, live)
        self._letters = [
            self._key("B", live.transport.bypass.toggle, live),
            self._key("P", live.pause.toggle, live),
        ]
        self._key("Ctrl+F", self._focus_search)
        self._key("Ctrl+R", live.transport.record.click, live)
        self._key("Ctrl+E", live.panel.open_export, live)
        self._key("F5", model.refresh_devices)
        self._key("Ctrl+Q", self.close)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # a window cannot exist without it
        application.focusChanged.connect(self._on_focus_changed)

    def _key(self, sequence: str, action, area: QWidget | None = None) -> QShortcut:  # type: ignore[no-untyped-def]
        shortcut = QShortcut(QKeySequence(sequence), area or self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(action)
        return shortcut

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Keys that a focused widget needs for itself belong to it."""
        typing = isinstance(now, QLineEdit | QAbstractSpinBox)
        self._space.setEnabled(not typing and not isinstance(now, QAbstractButton | QComboBox))
        for shortcut in self._letters:
            shortcut.setEnabled(not typing)

    def choose_theme(self, mode: str) -> None:
        """Look so from now on, and at the next start."""
        self._theme.set_mode(mode)
        self._settings.update(theme=mode)

    def _on_theme_changed(self) -> None:
        for button, icon in self._areas:
            colours = ("danger_text",) * 2 if button.property("alert") else ("text_muted", "accent")
            button.setIcon(self._theme.icon(icon, colours[0], checked=colours[1]))
        self.theme_button.setIcon(self._theme.icon(_MODE_ICON[self._theme.mode]))
        self.theme_actions[self._theme.mode].setChecked(True)

    def _restore_geometry(self) -> None:
        self.resize(1280, 800)
        kept = self._settings.recall("window_geometry")
        if isinstance(kept, str):
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))
        columns = self._settings.recall("window_columns")
        if isinstance(columns, str):
            self.live.columns.restoreState(QByteArray.fromBase64(columns.encode()))
