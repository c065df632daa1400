"""Showing a file in the system's file manager."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices


def reveal(path: Path) -> None:
    """Open the folder of ``path`` with the file chosen, or at least the folder."""
    if sys.platform == "win32":
        QProcess.startDetached("explorer", ["/select,", str(path)])
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(path)])
    elif not _show_items(path):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _show_items(path: Path) -> bool:
    """Ask a file manager by the interface org.freedesktop.FileManager1; False = there is none."""
    from PySide6.QtDBus import QDBusConnection, QDBusInterface

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    name = "org.freedesktop.FileManager1"
    manager = QDBusInterface(name, "/org/freedesktop/FileManager1", name, bus)
    if not manager.isValid():
        return False
    manager.asyncCall("ShowItems", [QUrl.fromLocalFile(str(path)).toString()], "")
    return True
