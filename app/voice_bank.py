"""The bank of a voice: content frames of its speaker, small enough for the voice's profile."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.app.base64_text import decode_base64
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.retrieval import CONTENT_CHANNELS, FrameBank, unit_rows

MAX_FRAMES = 8192
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VoiceBank:
    """Content frames of a voice's speaker.

    Attributes
    ----------
    frames
        ``(n_frames, 64)`` int8, read-only: each frame scaled so that its largest number is 127.
        Only directions count; the scaling costs 0.01 % of the cosine.
    content_encoder
        SHA-256 of the content encoder that made them: content of another one means other things.
    """

    frames: NDArray[np.int8]
    content_encoder: str

    def __post_init__(self) -> None:
        """Raise SyrinxError when the frames or the checksum have the wrong form."""
        frames = np.array(self.frames)
        if frames.dtype != np.int8 or frames.ndim != 2 or frames.shape[1] != CONTENT_CHANNELS:
            raise SyrinxError(f"A voice's bank needs frames of {CONTENT_CHANNELS} small integers.")
        if not 0 < len(frames) <= MAX_FRAMES or not np.all(np.any(frames, axis=1)):
            raise SyrinxError(f"A voice's bank needs 1 to {MAX_FRAMES} frames that are not zero.")
        if not isinstance(self.content_encoder, str) or not _DIGEST.fullmatch(self.content_encoder):
            raise SyrinxError("A voice's bank must name the SHA-256 of its content encoder.")
        frames.setflags(write=False)
        object.__setattr__(self, "frames", frames)

    def __len__(self) -> int:
        """Number of frames."""
        return len(self.frames)

    @classmethod
    def from_frames(cls, frames: NDArray[np.floating], *, content_encoder: str) -> VoiceBank:
        """Store content frames ``(n_frames, 64)``.

        Raises
        ------
        SyrinxError
            There is no frame, or one is zero or not finite.
        """
        rows = unit_rows(frames)
        rows *= 127.0 / np.abs(rows).max(axis=1, keepdims=True)
        return cls(frames=np.round(rows).astype(np.int8), content_encoder=content_encoder)

    def frame_bank(self) -> FrameBank:
        """Return the bank to search in; each voice that runs needs its own."""
        return FrameBank(self.frames)

    def to_json(self) -> dict[str, Any]:
        """Return JSON values: the frames row by row, base64."""
        return {
            "content_encoder": self.content_encoder,
            "frames": len(self.frames),
            "int8": base64.b64encode(self.frames.tobytes()).decode("ascii"),
        }

    @classmethod
    def from_json(cls, values: Any) -> VoiceBank:
        """Build a bank from JSON values.

        Raises
        ------
        SyrinxError
            They are not those of a bank.
        """
        try:
            count, digest, text = values["frames"], values["content_encoder"], values["int8"]
            data = decode_base64(text)
        except (KeyError, TypeError, ValueError, binascii.Error) as error:
            raise SyrinxError("its bank is damaged.") from error
        if len(data) % CONTENT_CHANNELS or len(data) // CONTENT_CHANNELS != count:
            raise SyrinxError("its bank is cut short.")
        frames = np.frombuffer(data, np.int8).reshape(-1, CONTENT_CHANNELS)
        return cls(frames=frames, content_encoder=digest)
