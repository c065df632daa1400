"""The space of voices: where the embeddings of people lie, and which ways sliders lead in it.

Fitted by the recipe ``voice_directions`` (ADR 0032); read here with numpy alone.
"""

from __future__ import annotations

import dataclasses
import json
import zipfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import shipped_models

FILE_NAME = "voice_space.npz"
FORMAT = 1
EMBEDDING_SIZE = 192
SLIDERS = ("pitch", "gender", "age", "brightness", "roughness")
_STRETCH = 2.0
"""Latent numbers beyond this many deviations are drawn again: such people are rare."""
_ROUNDS, _ARRIVED = 40, 1e-4

FloatArray = NDArray[np.float64]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class VoiceSpace:
    """A Gaussian of real speakers, directions for the sliders, and the speakers to keep away from.

    Attributes
    ----------
    mean
        ``(192,)``: the middle of the adult speakers recorded well.
    basis
        ``(192, n_latent)``: ``basis @ basis.T`` is the covariance between speakers of a corpus.
    predictors
        ``(192, 5)``: ``(e - mean) @ predictors`` estimates the five `SLIDERS` of an embedding.
    directions
        ``(192, 5)``: the likeliest way from one voice to another that differs in one slider by
        one, in no other and not in the microphone: ``predictors.T @ directions`` is the identity.
    people
        ``(n_people, 192)``, unit length: the mean embeddings of the real speakers.
    limit
        The cosine to every one of them that an invented voice stays below.
    pitch_model
        ``(4,)``: usual median F0 in octaves over 1 Hz,
        ``a + b * gender + c * age + d * gender * age``.
    speaker_encoder
        SHA-256 of the encoder all of this belongs to.
    notes
        Where it comes from and how well each slider was fitted.
    """

    mean: FloatArray
    basis: FloatArray
    predictors: FloatArray
    directions: FloatArray
    people: FloatArray
    limit: float
    pitch_model: FloatArray
    speaker_encoder: str
    notes: dict[str, Any] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise SyrinxError when the parts do not fit together."""
        size, sliders = EMBEDDING_SIZE, len(SLIDERS)
        shapes = {
            "mean": (size,),
            "basis": (size, self.basis.shape[-1]),
            "predictors": (size, sliders),
            "directions": (size, sliders),
            "people": (len(self.people), size),
            "pitch_model": (4,),
        }
        for name, shape in shapes.items():
            value = getattr(self, name)
            if value.shape != shape or not np.all(np.isfinite(value)):
                raise SyrinxError(f"The space of voices is damaged: its {name} cannot be used.")
        if not 0.0 < self.limit < 1.0:
            raise SyrinxError("The space of voices is damaged: its limit cannot be used.")

    def sliders_of(self, embedding: NDArray[np.floating]) -> FloatArray:
        """Estimate the five sliders of an embedding: ``(5,)``; pitch in octaves over the mean."""
        found: FloatArray = (_unit(embedding) - self.mean) @ self.predictors
        return found

    def usual_pitch_hz(self, gender: float, age: float) -> float:
        """Median F0 in Hz that real speakers of this gender and age have on the average."""
        gender, age = float(np.clip(gender, -1.2, 1.2)), float(np.clip(age, -1.2, 0.5))
        return float(2.0 ** (self.pitch_model @ np.array([1.0, gender, age, gender * age])))

    @property
    def middle_pitch_hz(self) -> float:
        """Median F0 in Hz that belongs to slider 0."""
        return self.usual_pitch_hz(0.0, 0.0)

    def draw(self, rng: np.random.Generator, *, spread: float = 1.15) -> FloatArray:
        """Draw a point as real speakers are spread: ``(192,)``, about of unit length.

        ``spread`` makes up for what the low rank and the missing tails take from the length.
        """
        latent: FloatArray = rng.standard_normal((self.basis.shape[1],))
        for _ in range(64):
            far = np.abs(latent) > _STRETCH
            if not far.any():
                break
            latent[far] = rng.standard_normal((int(far.sum()),))
        point: FloatArray = self.mean + spread * (self.basis @ np.clip(latent, -_STRETCH, _STRETCH))
        return point

    def moved(self, start: NDArray[np.floating], sliders: NDArray[np.floating]) -> FloatArray:
        """Move a point, along the directions alone, to where its estimated sliders are these.

        Parameters
        ----------
        start
            ``(192,)``; any length.
        sliders
            ``(5,)``, as `sliders_of` gives them.

        Returns
        -------
        array (192,)
            Unit length.
        """
        point = np.asarray(start, np.float64)
        for _ in range(_ROUNDS):  # unit length bends the space a little: approach
            unit = _unit(point)
            missing = sliders - (unit - self.mean) @ self.predictors
            if np.abs(missing).max() < _ARRIVED:
                break
            point = unit + self.directions @ missing
        return _unit(point)

    def nearest(self, embedding: NDArray[np.floating]) -> float:
        """Return the cosine to the real speaker who is nearest."""
        return float(np.max(self.people @ _unit(embedding)))

    def save(self, path: Path) -> None:
        """Write the file, small: speakers in 8 bits, the rest in 16 and 32."""
        document = {
            "format": FORMAT,
            "limit": self.limit,
            "speaker_encoder": self.speaker_encoder,
            "notes": self.notes,
        }
        scaled = self.people / np.abs(self.people).max(axis=1, keepdims=True)
        with open(path, "wb") as file:
            np.savez_compressed(
                file,
                document=np.frombuffer(json.dumps(document).encode(), np.uint8),
                mean=self.mean.astype(np.float32),
                basis=self.basis.astype(np.float16),
                predictors=self.predictors.astype(np.float32),
                directions=self.directions.astype(np.float32),
                people=np.round(127 * scaled).astype(np.int8),
                pitch_model=self.pitch_model.astype(np.float32),
            )


def load_voice_space(path: Path | None = None) -> VoiceSpace:
    """Read the space of voices; None = the shipped one.

    Raises
    ------
    SyrinxError
        If the file is missing, damaged or of another version.
    """
    path = shipped_models() / FILE_NAME if path is None else path
    try:
        # Opened here: of a damaged archive numpy forgets to close the file.
        with open(path, "rb") as file, np.load(file, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        document = json.loads(arrays.pop("document").tobytes())
        if document["format"] != FORMAT:
            raise SyrinxError(
                f"The space of voices {path} has format {document['format']!r}; this version reads"
                f" format {FORMAT}: reinstall Syrinx."
            )
        wide: dict[str, FloatArray] = {
            name: value.astype(np.float64) for name, value in arrays.items()
        }
        wide["people"] /= np.linalg.norm(wide["people"], axis=1, keepdims=True)
        return VoiceSpace(
            mean=wide["mean"],
            basis=wide["basis"],
            predictors=wide["predictors"],
            directions=wide["directions"],
            people=wide["people"],
            pitch_model=wide["pitch_model"],
            limit=float(document["limit"]),
            speaker_encoder=str(document["speaker_encoder"]),
            notes=dict(document["notes"]),
        )
    except OSError as error:
        raise SyrinxError(
            f"The space of voices {path} cannot be read ({error.strerror or error}): reinstall"
            " Syrinx."
        ) from error
    except (ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise SyrinxError(f"The space of voices {path} is damaged: reinstall Syrinx.") from error


def _unit(vector: NDArray[np.floating]) -> FloatArray:
    wide = np.asarray(vector, np.float64)
    length = float(np.linalg.norm(wide))
    if wide.shape != (EMBEDDING_SIZE,) or not 0.0 < length < np.inf:
        raise SyrinxError(f"A voice needs {EMBEDDING_SIZE} finite numbers that are not all zero.")
    unit: FloatArray = wide / length
    return unit
