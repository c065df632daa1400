"""The recogniser's ears at work: audio in, log probabilities of phones or letters out.

Without torch. The network answers for a stretch of sound a little later than it hears it; here its
answers are lined up again with the sound, so that frame ``i`` tells of the samples
``[480 i, 480 (i + 1))`` whatever the delay.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.registry import RECOGNIZER_MODEL, ModelRegistry
from syrinx.neural.runtime.session import StateSession, open_session, session_metadata

Head = Literal["phones", "letters"]
LogProbs = NDArray[np.float32]


class Heard(NamedTuple):
    """Frames that were heard: ``answers (n, n_units)`` of the head asked, and what goes with them.

    ``letters (n, n_letters)`` is the letters' head, ``hidden (n, C)`` what both were told from; a
    network that shows no hidden frames has ``C = 0``.
    """

    answers: LogProbs
    letters: LogProbs
    hidden: NDArray[np.float32]


class AcousticModel:
    """A recogniser's network: what its units are, and streams that hear.

    Parameters
    ----------
    session
        Of an exported recogniser (`syrinx.neural.runtime.session.open_session`).
    head
        What is answered: "phones" (ARPAbet without stress) or "letters" (with the space between
        words).

    Attributes
    ----------
    sample_rate
        Of the audio, in Hz.
    frame_rate_hz
        Answers per second.
    units
        What the columns of an answer mean; the first is the blank of CTC.
    letter_units
        The same of the letters' head, whichever is asked.
    latency_s
        How long after its end a frame is answered for. A frame itself lasts
        ``1 / frame_rate_hz``.

    Raises
    ------
    SyrinxError
        If the model is no recogniser of this version.
    """

    def __init__(self, session: ort.InferenceSession, *, head: Head = "phones") -> None:
        metadata = session_metadata(session)
        units = metadata.get("units", {}).get(head)
        if metadata.get("name") != "recognizer" or not units:
            raise SyrinxError(
                f"The model is no recogniser that names {head}: restore the file or reinstall"
                " syrinx."
            )
        self._session = session
        self.head = head
        self.letter_units = tuple(metadata.get("units", {}).get("letters", ()))
        self.sample_rate = int(metadata["sample_rate"])
        self.hop_length = int(metadata["block_size"])
        self.frames_late = int(metadata["latency"]) // self.hop_length
        self.frame_rate_hz = self.sample_rate / self.hop_length
        self.units: tuple[str, ...] = tuple(units)
        self.latency_s = int(metadata["latency"]) / self.sample_rate

    @classmethod
    def shipped(
        cls, registry: ModelRegistry, *, name: str = RECOGNIZER_MODEL, head: Head = "phones"
    ) -> AcousticModel:
        """The model that comes with the program; sessions are shared.

        Raises
        ------
        SyrinxError
            If it is missing, broken or of another version.
        """
        return cls(registry.session(name), head=head)

    @classmethod
    def of_file(cls, path: Path, *, head: Head = "phones") -> AcousticModel:
        """A model of one's own.

        Raises
        ------
        SyrinxError
            As `shipped`.
        """
        return cls(open_session(path), head=head)

    def stream(self) -> AcousticStream:
        """Begin to hear; streams know nothing of one another."""
        return AcousticStream(self, StateSession(self._session))


class AcousticStream:
    """One recording or one microphone, heard piece by piece.

    The answers do not depend on how the audio is cut, and memory does not grow.
    """

    def __init__(self, model: AcousticModel, network: StateSession) -> None:
        self._model, self._network = model, network
        self.reset()

    def reset(self) -> None:
        """Forget what was heard."""
        self._network.reset()
        self._pending: Audio = np.zeros(0, np.float32)
        self._early = self._model.frames_late

    def accept(self, audio: Audio) -> LogProbs:
        """Hear ``audio (n,)``, float32 in [-1, 1]; return what can be answered by now.

        Returns
        -------
        ndarray
            ``(n_frames, n_units)``: natural logarithms, ``n_frames`` may be 0. Samples that are
            no numbers count as silence.
        """
        return self._heard(audio, (self._model.head,))[0]

    def accept_all(self, audio: Audio) -> Heard:
        """As `accept`, with everything that the network tells of the same frames."""
        return Heard(*self._heard(audio, (self._model.head, "letters", "hidden")))

    def _heard(self, audio: Audio, names: tuple[str, ...]) -> list[NDArray[np.float32]]:
        """Some outputs of the network; one that it does not have is empty."""
        heard = np.nan_to_num(
            np.asarray(audio, np.float32).reshape(-1), nan=0.0, posinf=0.0, neginf=0.0
        )
        pending = np.concatenate((self._pending, heard))
        hop = self._model.hop_length
        steps = len(pending) // hop
        self._pending = pending[steps * hop :].copy()
        network = self._network
        late = min(self._early, steps)
        nothing = np.zeros((1, 0, 1), np.float32)
        answers = [network.outputs.get(name, nothing) for name in names]
        out = [np.empty((steps - late, a.shape[1]), np.float32) for a in answers]
        samples = network.inputs["audio"]
        for step in range(steps):
            samples[0, 0] = pending[step * hop : (step + 1) * hop]
            network.run()
            if step >= late:
                for rows, answer in zip(out, answers, strict=True):
                    rows[step - late] = answer[0, :, 0]
        self._early -= late
        return out

    def finish(self) -> LogProbs:
        """Return the answers that are still due, as if silence followed; then begin anew.

        A recording of ``n`` samples has ``ceil(n / hop)`` frames in all.
        """
        out = self.accept(self._tail())
        self.reset()
        return out

    def finish_all(self) -> Heard:
        """As `finish`, with everything that the network tells of the same frames."""
        out = self.accept_all(self._tail())
        self.reset()
        return out

    def _tail(self) -> Audio:
        """The silence that brings what is still due."""
        model = self._model
        rest = -len(self._pending) % model.hop_length
        return np.zeros(rest + model.frames_late * model.hop_length, np.float32)
