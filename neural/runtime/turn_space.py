"""Where short windows of speech are compared: the speaker embedding, its usual spread taken out.

Of a second and a half the encoder hears what is said as well as who says it. How embeddings of one
person spread was measured on train speakers (recipe ``turn_space``); that spread is divided out
(within-class covariance normalisation, Hatch et al. 2006), half of it being taken as alike in all
directions. Read here with numpy alone.
"""

from __future__ import annotations

import dataclasses
import json
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import shipped_models

FILE_NAME = "turn_space.npz"
FORMAT = 1
Floats = NDArray[np.float64]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TurnSpace:
    """A map of embeddings.

    Attributes
    ----------
    mean
        ``(d,)`` of the windows of train speakers.
    matrix
        ``(d, d)``, symmetric.
    speaker_encoder
        SHA-256 of the encoder that it belongs to.
    notes
        Where it comes from.
    """

    mean: Floats
    matrix: Floats
    speaker_encoder: str = ""
    notes: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    def placed(self, embeddings: NDArray[np.floating]) -> Floats:
        """Embeddings ``(n, d)`` in this space, of unit length."""
        found = (embeddings.astype(np.float64) - self.mean) @ self.matrix
        return np.asarray(found / np.maximum(1e-9, np.linalg.norm(found, axis=1, keepdims=True)))

    def save(self, path: Path) -> None:
        """Write it as `load_turn_space` reads it."""
        document = {
            "format": FORMAT,
            "speaker_encoder": self.speaker_encoder,
            "notes": dict(self.notes),
        }
        np.savez_compressed(
            path,
            mean=self.mean.astype(np.float32),
            matrix=self.matrix.astype(np.float16),
            document=np.frombuffer(json.dumps(document).encode(), np.uint8),
        )


def load_turn_space(path: Path | None = None) -> TurnSpace:
    """Read a space; None = the shipped one.

    Raises
    ------
    SyrinxError
        If the file is missing, damaged or of another version.
    """
    path = shipped_models() / FILE_NAME if path is None else path
    try:
        # Opened here: of a damaged archive numpy forgets to close the file.
        with open(path, "rb") as file, np.load(file, allow_pickle=False) as stored:
            document = json.loads(stored["document"].tobytes())
            if document["format"] != FORMAT:
                raise SyrinxError(
                    f"The file {path} has format {document['format']!r}; this version reads"
                    f" format {FORMAT}: reinstall Syrinx."
                )
            return TurnSpace(
                mean=stored["mean"].astype(np.float64),
                matrix=stored["matrix"].astype(np.float64),
                speaker_encoder=str(document["speaker_encoder"]),
                notes=dict(document["notes"]),
            )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SyrinxError(
            f"The file {path} cannot be read ({reason}): reinstall Syrinx."
        ) from error
    except (ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise SyrinxError(f"The file {path} is damaged: reinstall Syrinx.") from error
