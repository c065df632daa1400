"""What is said, frame by frame, of recordings: the live content encoder run over audio."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.registry import FLOAT_MODELS, LIVE_MODELS, ModelRegistry
from syrinx.neural.runtime.session import StateSession

HOP_LENGTH = 160
_IDENTITY = FLOAT_MODELS[0]


def content_encoder_id(registry: ModelRegistry) -> str:
    """Return the SHA-256 of the content encoder's weights: content of another one is not alike.

    It is that of the float model, from which the int8 one is made: both say the same.
    """
    return registry.entry(_IDENTITY).sha256


class ContentExtractor:
    """Runs the content encoder of the live path over recordings.

    Parameters
    ----------
    registry
        Where the model comes from; it is opened at the first use.
    """

    def __init__(self, registry: ModelRegistry) -> None:
        self._registry = registry
        self._session: StateSession | None = None

    @property
    def encoder_id(self) -> str:
        """See `content_encoder_id`."""
        return content_encoder_id(self._registry)

    def extract(self, audio: Audio) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return content and loudness of a recording.

        Parameters
        ----------
        audio
            ``(n_samples,)`` at 16 kHz, in [-1, 1].

        Returns
        -------
        content
            ``(n_samples // 160 - 2, 64)``: without the first two steps, which hear the silence
            before the recording.
        loudness_db
            ``(n_samples // 160 - 2,)``, dBFS.

        Raises
        ------
        SyrinxError
            The model is missing or broken.
        """
        if self._session is None:
            self._session = StateSession(self._registry.session(LIVE_MODELS[0]))
        session = self._session
        session.reset()
        steps = len(audio) // HOP_LENGTH
        content = np.empty((steps, session.outputs["content"].shape[1]), np.float32)
        loudness_db = np.empty(steps, np.float32)
        for step in range(steps):
            session.inputs["audio"][0, 0] = audio[step * HOP_LENGTH : (step + 1) * HOP_LENGTH]
            session.run()
            content[step] = session.outputs["content"][0, :, 0]
            loudness_db[step] = session.outputs["loudness_db"][0, 0, 0]
        return content[2:], loudness_db[2:]
