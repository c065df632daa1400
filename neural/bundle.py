"""The folder of models that the program ships: files, checksums, provenance, written atomically."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnx

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import INDEX_NAME


def write_bundle(
    folder: str | Path,
    models: Mapping[str, onnx.ModelProto | bytes],
    *,
    provenance: Mapping[str, Any] | None = None,
) -> Path:
    """Write models and add them to ``models.json``; what else the index lists stays.

    Every file is written beside its place and then renamed, the index last: a reader sees the
    old bundle or the new one. While files are replaced the old index is still there, so a crash
    in between shows as a wrong checksum, never as a silent mixture.

    Parameters
    ----------
    folder
        Made if it is not there.
    models
        Models by name (``content_encoder.int8``); the file is ``<name>.onnx``.
    provenance
        By model name: data, recipe, figures (JSON types). Never paths of a machine.

    Returns
    -------
    Path
        The index.
    """
    files = {
        f"{name}.onnx": model if isinstance(model, bytes) else model.SerializeToString()
        for name, model in models.items()
    }
    return write_files(folder, files, provenance=provenance)


def write_files(
    folder: str | Path,
    files: Mapping[str, bytes],
    *,
    provenance: Mapping[str, Any] | None = None,
) -> Path:
    """Write files of any kind as `write_bundle` does; their names are those without the suffix."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    index_path = folder / INDEX_NAME
    index: dict[str, Any] = {"models": {}}
    if index_path.exists():
        try:
            index = json.loads(index_path.read_text(encoding="utf-8"))
            index["models"].keys()
        except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
            raise SyrinxError(
                f"The list of models {index_path} cannot be read ({error}): remove it first."
            ) from error
    for file, content in files.items():
        name = file.rpartition(".")[0]
        _write_atomically(folder / file, content)
        index["models"][name] = {
            "file": file,
            "sha256": hashlib.sha256(content).hexdigest(),
            "bytes": len(content),
            "provenance": dict(provenance or {}).get(name),
        }
    text = json.dumps(index, indent=2, sort_keys=True) + "\n"
    _write_atomically(index_path, text.encode("utf-8"))
    return index_path


def _write_atomically(path: Path, content: bytes) -> None:
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(part, 0o644)
        os.replace(part, path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
