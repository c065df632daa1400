"""The theme of one application: palette, style sheet, icons, fonts, and when they change."""

from __future__ import annotations

from dataclasses import fields
from importlib.resources import files

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from syrinx.app.views.tokens import DARK, LIGHT, Palette

MODES = ("system", "light", "dark")

# Where the desktop names no interface font, the first of these that is installed is used.
_FAMILIES = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Roboto", "Open Sans")
_CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei UI",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
)
"""Behind the interface font, for Chinese letters: a system left to itself may take those of a
Japanese font, which differ."""
_NO_CHOICE = ("", "DejaVu Sans", "Sans Serif", "sans-serif", "Bitstream Vera Sans", "Sans")


class Theme(QObject):
    """Follows the system's colour scheme, or keeps to the one the user chose.

    Parameters
    ----------
    application
        Gets the palette and the style sheet.
    mode
        "system", "light" or "dark".
    """

    changed = Signal()

    def __init__(self, application: QApplication, mode: str = "system") -> None:
        super().__init__()
        self._application = application
        self._mode = mode if mode in MODES else "system"
        self._icons: dict[tuple[str, str, int], QPixmap] = {}
        self._sources: dict[str, str] = {}
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        application.setStyle("Fusion")
        application.setFont(interface_font(application.font()))
        self._palette = self._choose()
        self._apply()

    @property
    def mode(self) -> str:
        """What the user chose: "system", "light" or "dark"."""
        return self._mode

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return self._palette

    def set_mode(self, mode: str) -> None:
        """Switch to ``mode``; every view repaints."""
        if mode not in MODES:
            raise ValueError(f"no theme mode {mode!r}")
        if mode == self._mode:
            return
        self._mode = mode
        self._switch()

    def colour(self, name: str) -> QColor:
        """Return the token ``name`` as a colour."""
        return QColor(getattr(self._palette, name))

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Draw the icon ``name`` in ``colour`` (a token or ``#rrggbb``), ``size`` wide."""
        value = colour if colour.startswith("#") else str(getattr(self._palette, colour))
        key = (name, value, round(size * ratio))
        if key not in self._icons:
            self._icons[key] = self._render(name, value, size, ratio)
        return self._icons[key]

    def icon(self, name: str, colour: str = "text_muted", *, checked: str | None = None) -> QIcon:
        """Return a toolbar icon with its disabled (and, if given, checked) appearance."""
        icon = QIcon()
        for ratio in (1.0, 2.0, 3.0):
            icon.addPixmap(self.pixmap(name, colour, 18, ratio))
            faint = self.pixmap(name, "line_strong", 18, ratio)
            icon.addPixmap(faint, QIcon.Mode.Disabled)
            if checked is not None:
                on = self.pixmap(name, checked, 18, ratio)
                icon.addPixmap(on, QIcon.Mode.Normal, QIcon.State.On)
        return icon

    def _render(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        if name not in self._sources:
            path = files("syrinx.assets") / "icons" / f"{name}.svg"
            self._sources[name] = path.read_text(encoding="utf-8")
        source = self._sources[name].replace("currentColor", colour)
        pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(source.encode())).render(
            painter, QRectF(0, 0, pixmap.width(), pixmap.height())
        )
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _on_system_changed(self) -> None:
        if self._mode == "system":
            self._switch()

    def _switch(self) -> None:
        palette = self._choose()
        if palette is not self._palette:
            self._palette = palette
            self._icons.clear()
            self._apply()
        self.changed.emit()

    def _choose(self) -> Palette:
        if self._mode == "system":
            return LIGHT if self._hints.colorScheme() == Qt.ColorScheme.Light else DARK
        return DARK if self._mode == "dark" else LIGHT

    def _apply(self) -> None:
        self._application.setPalette(_qt_palette(self._palette))
        self._application.setStyleSheet(style_sheet(self._palette))


def interface_font(font: QFont) -> QFont:
    """Return the desktop's own font, or the best installed one where it names none.

    Fonts with Chinese letters stand behind it.
    """
    chosen = QFont(font)
    installed = set(QFontDatabase.families())
    families = font.families() or [font.family()]
    if font.family() in _NO_CHOICE:
        families = [*(name for name in _FAMILIES if name in installed), font.family()]
    chinese = [name for name in _CHINESE if name in installed and name not in families]
    chosen.setFamilies([*families, *chinese])
    chosen.setPixelSize(13)
    chosen.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return chosen


def style_sheet(palette: Palette) -> str:
    """Fill the tokens into ``assets/style/syrinx.qss``."""
    text = (files("syrinx.assets") / "style" / "syrinx.qss").read_text(encoding="utf-8")
    folder = files("syrinx.assets") / "icons"
    names = [item.name for item in fields(palette) if isinstance(getattr(palette, item.name), str)]
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(f"@{name}", getattr(palette, name))
    text = text.replace("@scheme", "dark" if palette.dark else "light")
    return text.replace("@icons", str(folder).replace("\\", "/"))


def application_icon() -> QIcon:
    """Return the icon of windows and task bars."""
    data = (files("syrinx.assets") / "icons" / "syrinx.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(data))
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _qt_palette(palette: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: palette.ground,
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.raised,
        QPalette.ColorRole.AlternateBase: palette.surface,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.Button: palette.raised,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.BrightText: palette.danger,
        QPalette.ColorRole.PlaceholderText: palette.text_faint,
        QPalette.ColorRole.ToolTipBase: palette.raised,
        QPalette.ColorRole.ToolTipText: palette.text,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.accent_text,
        QPalette.ColorRole.Link: palette.accent,
        QPalette.ColorRole.Light: palette.line,
        QPalette.ColorRole.Mid: palette.line,
        QPalette.ColorRole.Dark: palette.line_strong,
    }
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.text_faint))
    result.setColor(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor(palette.text_faint)
    )
    return result
