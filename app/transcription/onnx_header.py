"""What an ONNX file says of itself, read without loading it: metadata, inputs, outputs, files.

Only the lengths of the protobuf fields are followed; weights are skipped, so that a file of a
gigabyte takes as long as a small one, and nothing of it is run. Field numbers are those of
``onnx.proto`` (github.com/onnx/onnx).
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from syrinx.app.files import reason
from syrinx.dsp.errors import SyrinxError

MAX_ENTRIES = 4096
MAX_TEXT = 1 << 20
"""Longer metadata is kept cut off: a table of vocabulary, which nobody needs here."""
MAX_DEPTH = 16
"""Of graphs in graphs."""
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
# (message, field) -> message inside: where other files can be named.
_INSIDE = {
    ("graph", 1): "node",
    ("graph", 5): "tensor",
    ("graph", 15): "sparse",
    ("node", 5): "attribute",
    ("attribute", 5): "tensor",
    ("attribute", 6): "graph",
    ("attribute", 10): "tensor",
    ("attribute", 11): "graph",
    ("attribute", 22): "sparse",
    ("attribute", 23): "sparse",
    ("sparse", 1): "tensor",
    ("sparse", 2): "tensor",
    ("function", 7): "node",
}
_ORT_MAGIC = b"ORTM"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnnxHeader:
    """What a model file says of itself.

    Attributes
    ----------
    metadata
        Its ``metadata_props``.
    inputs, outputs
        Names, as the graph lists them.
    external
        Other files that hold weights, as named in it: relative to its folder.
    optimised
        An ``.ort`` file: the rest is not known then.
    """

    metadata: dict[str, str]
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    external: tuple[str, ...] = ()
    optimised: bool = False


def read_onnx_header(path: Path) -> OnnxHeader:
    """Read the header of ``path``.

    Raises
    ------
    SyrinxError
        It cannot be read, is cut short, or is no ONNX model.
    """
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            if data[4:8] == _ORT_MAGIC:
                return OnnxHeader(metadata={}, optimised=True)
            return _header(data)
    except OSError as error:
        raise SyrinxError(f"Cannot read {path}: {reason(error)}.") from error
    except ValueError as error:  # also an empty file, which cannot be mapped
        raise SyrinxError(f"{path.name} is not an ONNX model, or is cut short.") from error


def _header(data: mmap.mmap) -> OnnxHeader:
    metadata: dict[str, str] = {}
    inputs: list[str] = []
    outputs: list[str] = []
    external: set[str] = set()
    graphs = 0
    for number, start, stop in _fields(data, 0, len(data)):
        if number == 7:
            graphs += 1
            for inner, first, last in _fields(data, start, stop):
                if inner in (11, 12) and len(inputs) + len(outputs) < MAX_ENTRIES:
                    (inputs if inner == 11 else outputs).append(_text(data, first, last, 1))
            _find_external(data, start, stop, "graph", external, 0)
        elif number == 14 and len(metadata) < MAX_ENTRIES:
            metadata[_text(data, start, stop, 1)] = _text(data, start, stop, 2)
        elif number == 25:
            _find_external(data, start, stop, "function", external, 0)
    if graphs != 1 or not outputs:
        raise ValueError("no graph")
    return OnnxHeader(
        metadata=metadata,
        inputs=tuple(inputs),
        outputs=tuple(outputs),
        external=tuple(sorted(external)),
    )


def _find_external(
    data: mmap.mmap, start: int, stop: int, kind: str, found: set[str], depth: int
) -> None:
    """Collect the ``location`` of tensors whose weights lie in other files."""
    if depth > MAX_DEPTH:
        raise ValueError("too deep")
    for number, first, last in _fields(data, start, stop):
        if kind == "tensor":
            if number == 13 and _text(data, first, last, 1) == "location":
                found.add(_text(data, first, last, 2))
            continue
        inside = _INSIDE.get((kind, number))
        if inside is not None:
            _find_external(data, first, last, inside, found, depth + (inside == "graph"))


def _fields(data: mmap.mmap, start: int, stop: int) -> Iterator[tuple[int, int, int]]:
    """Yield number, begin and end of the fields that are messages or texts; skip the others."""
    at = start
    while at < stop:
        key, at = _varint(data, at, stop)
        number, kind = key >> 3, key & 7
        if kind == _VARINT:
            _, at = _varint(data, at, stop)
            continue
        if kind == _FIXED64:
            length = 8
        elif kind == _FIXED32:
            length = 4
        elif kind == _BYTES:
            length, at = _varint(data, at, stop)
        else:
            raise ValueError("unknown kind of field")
        if number == 0 or length > stop - at:
            raise ValueError("a field ends behind its message")
        if kind == _BYTES:
            yield number, at, at + length
        at += length


def _varint(data: mmap.mmap, at: int, stop: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if at >= stop:
            raise ValueError("cut short")
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if not byte & 0x80:
            return value, at
    raise ValueError("a number without an end")


def _text(data: mmap.mmap, start: int, stop: int, wanted: int) -> str:
    for number, first, last in _fields(data, start, stop):
        if number == wanted:
            return data[first : min(last, first + MAX_TEXT)].decode("utf-8", errors="replace")
    return ""
