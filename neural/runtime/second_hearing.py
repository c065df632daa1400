"""The second hearing at work: what a stretch of speech sounds like, once all of it was heard.

Without torch. The streaming network's hidden frames in, log probabilities out, mixed with those
that the streaming network gave.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.recognizer import AcousticModel, Heard
from syrinx.neural.runtime.registry import SECOND_MODEL, ModelRegistry
from syrinx.neural.runtime.session import open_session, session_metadata


class SecondHearing:
    """A network that answers for whole stretches.

    Parameters
    ----------
    session
        Of an exported second hearing.
    weight
        Its share in the probabilities; the streaming network has the rest.

    Attributes
    ----------
    units, letter_units
        What the columns of its answers mean.

    Raises
    ------
    SyrinxError
        If the model is no second hearing.
    """

    def __init__(self, session: ort.InferenceSession, *, weight: float = 0.7) -> None:
        metadata = session_metadata(session)
        units = metadata.get("units", {})
        if metadata.get("name") != "recognizer_second" or "phones" not in units:
            raise SyrinxError(
                "The model is no second hearing: restore the file or reinstall syrinx."
            )
        self._session = session
        self.weight = weight
        self.units: tuple[str, ...] = tuple(units["phones"])
        self.letter_units: tuple[str, ...] = tuple(units["letters"])

    @classmethod
    def shipped(cls, registry: ModelRegistry, *, weight: float = 0.7) -> SecondHearing | None:
        """The one that comes with the program; None if it has none.

        Raises
        ------
        SyrinxError
            If it is broken or of another version.
        """
        if SECOND_MODEL not in registry.entries():
            return None
        return cls(registry.session(SECOND_MODEL), weight=weight)

    @classmethod
    def of_file(cls, path: Path, *, weight: float = 0.7) -> SecondHearing:
        """A model of one's own."""
        return cls(open_session(path), weight=weight)

    @classmethod
    def beside(cls, network: Path, *, weight: float = 0.7) -> SecondHearing | None:
        """The one whose file lies beside that of a streaming network; None if there is none."""
        path = network.with_name(f"{SECOND_MODEL}.onnx")
        return cls.of_file(path, weight=weight) if path.is_file() else None

    def __call__(self, heard: Heard) -> Heard:
        """The stretch again: answers and letters of both hearings, mixed.

        Parameters
        ----------
        heard
            Of the streaming network, all frames of the stretch.
        """
        if not len(heard.answers) or not heard.hidden.shape[1]:
            return heard  # nothing was said, or the network shows nothing to hear again
        phones, letters = self._session.run(None, {"hidden": heard.hidden[None]})
        return Heard(
            answers=mixed(heard.answers, phones[0], self.weight),
            letters=mixed(heard.letters, letters[0], self.weight),
            hidden=heard.hidden,
        )


def mixed(
    first: NDArray[np.floating[Any]], second: NDArray[np.floating[Any]], weight: float
) -> NDArray[np.float32]:
    """Log probabilities whose distance to both, weighted, is least: the geometric mean."""
    log_p = (1.0 - weight) * first + weight * second
    log_p -= log_p.max(-1, keepdims=True)
    log_p -= np.log(np.exp(log_p).sum(-1, keepdims=True))
    return np.asarray(log_p, np.float32)


def hear_all(
    acoustic: AcousticModel, audio: NDArray[np.float32], second: SecondHearing | None = None
) -> Heard:
    """Both hearings of a whole recording at the network's rate."""
    stream = acoustic.stream()
    parts = [stream.accept_all(audio), stream.finish_all()]
    heard = Heard(*(np.concatenate(rows) for rows in zip(*parts, strict=True)))
    return heard if second is None else second(heard)
