"""Pictures of voices: decoded within limits, cropped to a square, and made small enough to keep."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap

from syrinx.app.translation import tr
from syrinx.app.voice_attachments import MAX_BYTES
from syrinx.dsp.errors import SyrinxError

SIDE = 512
"""Pixels of a kept picture, wide and high: enough for a disc on any screen."""
MAX_SIDE = 16_000
MAX_PIXELS = 60_000_000
MAX_FILE = 40_000_000
_CACHED = 256
_FORMATS = (b"png", b"jpeg", b"jpg", b"webp", b"bmp", b"gif")


class Pictures:
    """Decoded pictures, kept for the next time; broken ones are remembered too."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], QPixmap | None] = {}

    def pixmap(self, path: Path, size: int, ratio: float = 1.0) -> QPixmap | None:
        """Return a picture as a square ``size`` wide; None when it cannot be shown.

        The name of a voice's picture has its checksum: it never changes under one name.
        """
        side = max(1, round(size * ratio))
        key = (str(path), side)
        if key not in self._kept:
            if len(self._kept) >= _CACHED:
                self._kept.clear()
            image = _square(path, side)
            self._kept[key] = None if image is None else QPixmap.fromImage(image)
        return self._kept[key]


def prepare_picture(path: Path) -> bytes:
    """Read any picture that Qt can, crop it to a square, and return it as PNG or JPEG.

    What else lies in the file (place, camera, time) is left behind.

    Raises
    ------
    SyrinxError
        It is no picture, or far too large.
    """
    try:
        if not path.is_file() or path.stat().st_size > MAX_FILE:
            text = tr(
                "{path} is not a picture file, or is over {size:g} MB.",
                path=path,
                size=MAX_FILE / 1e6,
            )
            raise SyrinxError(text)
    except OSError as error:
        raise SyrinxError(tr("Cannot read {path}.", path=path)) from error
    image = _square(path, SIDE)
    if image is None:
        text = tr("{path} is not a picture that Syrinx can read; use PNG or JPEG.", path=path)
        raise SyrinxError(text)
    bare = QImage(image.size(), QImage.Format.Format_ARGB32)
    bare.fill(Qt.GlobalColor.transparent)
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    for kind, quality in (("PNG", -1), ("JPEG", 90), ("JPEG", 60)):
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        flat = bare.convertToFormat(QImage.Format.Format_RGB888) if kind == "JPEG" else bare
        done = flat.save(buffer, kind, quality)
        buffer.close()
        if done and data.size() <= MAX_BYTES["picture.png"]:
            return bytes(data.data())
    raise SyrinxError(tr("{path} cannot be made small enough; use another picture.", path=path))


def _square(path: Path, side: int) -> QImage | None:
    """Decode the middle square of a picture, ``side`` pixels wide; None when it cannot be."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _FORMATS or not size.isValid():
        return None
    if max(size.width(), size.height()) > MAX_SIDE or size.width() * size.height() > MAX_PIXELS:
        return None
    scale = side / min(size.width(), size.height())
    if scale < 1:
        wanted = QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))
        reader.setScaledSize(wanted)
    image = reader.read()
    if image.isNull():
        return None
    edge = min(image.width(), image.height())
    left, top = (image.width() - edge) // 2, (image.height() - edge) // 2
    square = image.copy(QRect(left, top, edge, edge))
    if edge == side:
        return square
    smooth = Qt.TransformationMode.SmoothTransformation
    return square.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
