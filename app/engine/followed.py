"""A neural voice with everything about it that moves from step to step: pitch, melody, morph."""

from __future__ import annotations

import numpy as np

from syrinx.app.engine.melody import Melody
from syrinx.app.engine.morph import Morph
from syrinx.app.engine.params import VoiceParams
from syrinx.app.engine.pitch_follow import AutoPitch, F0Points
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.onnx_processor import HOP_LENGTH, SAMPLE_RATE, NeuralVoice
from syrinx.neural.runtime.timbre import Timbre


class FollowedVoice:
    """A `NeuralVoice` that is told anew for every step what pitch to have and whom to sound like.

    A processor at the core rate. Working step by step keeps the output independent of how the
    signal is split.

    Parameters
    ----------
    voice
        The network.
    timbre, second
        The voice, and the one it can be morphed into.
    params
        The knobs; see `apply`.

    Attributes
    ----------
    auto
        Follows the user's mean pitch.
    trace
        ``(time_s, f0_hz)`` of the source while ``tracing`` is on; the owner empties it.
    """

    def __init__(
        self,
        voice: NeuralVoice,
        timbre: Timbre,
        *,
        second: Timbre | None = None,
        params: VoiceParams,
    ) -> None:
        self._voice = voice
        self.morph = Morph(voice, timbre, second, position=params.morph, seconds=params.morph_s)
        self.auto = AutoPitch(self.morph.f0_median_hz, stored_hz=params.source_f0_hz)
        self._melody = Melody(self.auto, pitch=None)
        self.trace: F0Points = []
        self.tracing = False
        self.apply(params)
        voice.melody = self._melody.target_hz
        self.reset()

    @property
    def sample_rate(self) -> int:
        """Hz."""
        return self._voice.sample_rate

    @property
    def block_size(self) -> int:
        """Samples of one step."""
        return self._voice.block_size

    @property
    def latency(self) -> int:
        """Samples."""
        return self._voice.latency

    @property
    def semitones(self) -> float:
        """The present shift of the mean pitch."""
        return self._melody.semitones

    def apply(self, params: VoiceParams) -> None:
        """Turn the knobs; everything glides."""
        melody, morph = self._melody, self.morph
        melody.pitch = None if params.pitch == "auto" else params.pitch
        melody.intonation, melody.lock = params.intonation, params.pitch_lock
        morph.position, morph.seconds = params.morph, params.morph_s
        self._voice.set_index_ratio(params.index_ratio)
        self._voice.set_formant(params.formant_semitones)
        self._voice.set_breathiness(params.breathiness)

    def begin_at(self, other: FollowedVoice, *, glide: bool) -> None:
        """Go on where another voice is: with what it knows of the user, and with its sound.

        Parameters
        ----------
        other
            Its own thread may go on with it.
        glide
            Sound like it at first and glide away; else only the user's pitch is taken over.
        """
        self.auto.go_on_from(other.auto)
        if glide:
            self.morph.begin_at(other.morph.snapshot())
            self.auto.set_target(self.morph.f0_median_hz)

    def reset(self) -> None:
        """Forget the past, the running median too; glides are at their ends."""
        self.morph.reset()
        self._voice.reset()
        self.auto.set_target(self.morph.f0_median_hz)
        self.auto.reset()
        self._melody.reset()
        self.trace.clear()
        self._steps = 0

    def process(self, block: Audio) -> Audio:
        """Process any number of whole steps."""
        output = np.empty(block.shape[0], np.float32)
        for start in range(0, block.shape[0], HOP_LENGTH):
            end = start + HOP_LENGTH
            if self.morph.step():
                self.auto.set_target(self.morph.f0_median_hz)
            self._melody.step()
            self._voice.flutter_share = min(1.0, self._melody.strength)
            output[start:end] = self._voice.process(block[start:end])
            for source_hz, _ in self._voice.f0_trace().tolist():
                self.auto.update(source_hz, self._voice.level_dbfs)
                if self.tracing:
                    centre = HOP_LENGTH * (self._steps - 1) / SAMPLE_RATE
                    self.trace.append((centre, source_hz))
                self._steps += 1
        return output
