"""Frames that nobody spoke, in the decoder that ships: their pitch, their silence, no seams."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.frame_voice import FrameVoice
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.synthesis import SpeechFrames
from syrinx.neural.runtime.timbre import Timbre

N_FRAMES = 60


def timbre(f0_median_hz: float | None = 125.0) -> Timbre:
    embedding = np.random.default_rng(1).normal(0, 1, 192).astype(np.float32)
    return Timbre(embedding=embedding, f0_median_hz=f0_median_hz)


def frames(*, semitones: float = 0.0, loudness_db: float = -26.0) -> SpeechFrames:
    one = np.random.default_rng(2).normal(0, 1, 64).astype(np.float32)
    return SpeechFrames(
        first=0,
        content=np.tile(one, (N_FRAMES, 1)),
        semitones=np.full(N_FRAMES, semitones, np.float32),
        voiced=np.full(N_FRAMES, True),
        loudness_db=np.full(N_FRAMES, loudness_db, np.float32),
    )


def pitch_hz(audio: np.ndarray) -> float:
    middle = audio[4000:8000].astype(np.float64)
    both = np.correlate(middle, middle, "full")[len(middle) - 1 :]
    low, high = 16_000 // 400, 16_000 // 70
    return 16_000 / (low + int(both[low:high].argmax()))


def test_nought_semitones_is_the_voices_own_pitch() -> None:
    voice = FrameVoice(ModelRegistry(), timbre(), index_ratio=0.0)
    audio = voice.speak(frames())
    assert audio.shape == (160 * N_FRAMES,)
    assert pitch_hz(audio) == pytest.approx(125.0, rel=0.02)
    voice.reset()
    assert pitch_hz(voice.speak(frames(semitones=12.0))) == pytest.approx(250.0, rel=0.02)


def test_pieces_join_without_a_seam() -> None:
    whole = FrameVoice(ModelRegistry(), timbre()).speak(frames())
    voice, all_of_it = FrameVoice(ModelRegistry(), timbre()), frames()
    pieces = []
    for part in (slice(0, 7), slice(7, 40), slice(40, N_FRAMES)):
        pieces.append(
            voice.speak(
                SpeechFrames(
                    first=part.start,
                    content=all_of_it.content[part],
                    semitones=all_of_it.semitones[part],
                    voiced=all_of_it.voiced[part],
                    loudness_db=all_of_it.loudness_db[part],
                )
            )
        )
    np.testing.assert_array_equal(np.concatenate(pieces), whole)


def test_silent_frames_are_silent() -> None:
    audio = FrameVoice(ModelRegistry(), timbre()).speak(frames(loudness_db=-100.0))
    assert np.abs(audio).max() < 1e-3


def test_a_voice_without_a_pitch_is_refused() -> None:
    with pytest.raises(SyrinxError, match="enrol it again"):
        FrameVoice(ModelRegistry(), timbre(None))
