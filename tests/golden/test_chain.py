"""The whole live chain on the same audio as ever: what it made once, it makes again.

``python -m tests.golden.test_chain`` writes the golden spectrograms anew. That belongs into the
commit of a new model or of a voice that was changed on purpose, and nowhere else.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from syrinx.app.engine.messages import VoiceParams
from syrinx.app.engine.voice_chain import build_voice_chain
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.mel import StreamingLogMel
from tests.dsp.signals import sentence

GOLDEN = Path(__file__).with_name("chain.npz")
RATE = 48000
PERIOD = 128
EFFECTS = ("deep", "high", "robot", "radio", "whisper", "hall", "alien")
NEURAL = ("iris", "otto")
AUDIBLE_DB = 60.0


def spectrogram(voice_id: str, home: Path) -> NDArray[np.float32]:
    """Log-mel in dB ``(n_frames, 40)`` of the chain's output, in the device's blocks."""
    voice = VoiceLibrary(home).get(voice_id)
    chain = build_voice_chain(voice, sample_rate=RATE, params=VoiceParams(pitch=0.0))
    audio = sentence(RATE, seconds=2.0)
    audio = audio[: len(audio) // PERIOD * PERIOD]
    output = np.concatenate([chain.process(block) for block in audio.reshape(-1, PERIOD)])
    mel = StreamingLogMel(sample_rate=RATE, n_fft=2048, hop_length=960, n_mels=40)
    return mel.process(output) * np.float32(10.0 / np.log(10.0))


@pytest.mark.parametrize(
    ("voice_id", "tolerance_db"), [(v, 1.0) for v in EFFECTS] + [(v, 1.5) for v in NEURAL]
)
def test_the_chain_makes_what_it_made(
    voice_id: str, tolerance_db: float, syrinx_home: Path
) -> None:
    """Root mean square over what is heard; other processors round int8 networks otherwise."""
    with np.load(GOLDEN) as golden:
        wanted = golden[voice_id].astype(np.float32)
    floor = wanted.max() - AUDIBLE_DB
    got = np.maximum(spectrogram(voice_id, syrinx_home), floor)
    wanted = np.maximum(wanted, floor)
    assert got.shape == wanted.shape
    assert np.sqrt(np.mean(np.square(got - wanted))) < tolerance_db


def test_golden_voices_differ_from_one_another() -> None:
    """A tolerance that lets one voice pass for another would test nothing."""
    with np.load(GOLDEN) as golden:
        pictures = {name: golden[name].astype(np.float32) for name in golden}
    assert set(pictures) == {*EFFECTS, *NEURAL}
    for name, picture in pictures.items():
        floor = picture.max() - AUDIBLE_DB
        for other, another in pictures.items():
            if other != name:
                difference = np.maximum(picture, floor) - np.maximum(another, floor)
                assert np.sqrt(np.mean(np.square(difference))) > 2.0, (name, other)


if __name__ == "__main__":
    made = {v: spectrogram(v, Path("nowhere")).astype(np.float16) for v in (*EFFECTS, *NEURAL)}
    np.savez_compressed(GOLDEN, **made)
    sys.stdout.write(f"{GOLDEN.name}: {GOLDEN.stat().st_size} bytes\n")
