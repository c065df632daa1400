"""What is done to marked speech before it is looked at again, and how loud the mark is in it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import scipy.signal
import soundfile
import soxr
from numpy.typing import NDArray

from syrinx.training.augment import mix_at_snr
from syrinx.training.metrics.spectrum import log_mel_distance_db
from syrinx.training.rooms import SAMPLE_RATE as ROOM_RATE
from syrinx.training.rooms import RoomBank, room_response

RATE = 48_000
ROOMS_SEED = 3
ROOMS = (4, 1, 2, 5, 0)
"""Numbers of simulated rooms, from a near microphone in a dry room to a far one in a live one."""
_FRAME = 960

Audio = NDArray[np.float32]
Attack = Callable[[Audio], tuple[Audio, int]]
"""From audio at 48 kHz to audio and its rate."""


def attacks(*, rooms: bool = True) -> Iterator[tuple[str, Attack]]:
    """Yield what is done, by name, beginning with nothing."""
    yield "nothing", lambda audio: (audio, RATE)
    for level, rate in ((0.87, RATE), (0.87, 44_100), (0.94, RATE), (0.82, 16_000)):
        yield f"MP3 {_kbit(rate, level):.0f} kbit/s, {rate} Hz", _coder("MP3", level, rate)
    yield "Vorbis, weakest", _coder("VORBIS", 0.99, RATE)
    yield "Opus, 29 kbit/s", _coder("OPUS", 0.9, RATE)
    for rate in (44_100, 16_000, 8000):
        yield f"to {rate} Hz and back", _resampler(rate)
    yield "telephone: 8 kHz, mu-law", _telephone
    yield "-30 dB, 16 bits", _quiet
    yield "8 bits", _coarse
    for snr in (20.0, 10.0):
        yield f"white noise, {snr:.0f} dB below", _noise(snr)
    yield "middle third cut out", _cut
    for percent in (1.0, -1.0, 3.0):
        yield f"speed {percent:+g} %", _speed(1 + percent / 100)
    if rooms:
        bank = RoomBank(50, seed=ROOMS_SEED)
        for number in ROOMS:
            room = bank.room(number)
            name = f"room, {room.distance_m:.2f} m away, decay {max(room.decay_s):.2f} s"
            yield name, _room(room_response(room, np.random.default_rng(number)))


def kbit_per_s(audio: Audio, rate: int, level: float) -> float:
    """Return the true rate of an MP3 file, from its size."""
    with tempfile.TemporaryDirectory() as folder:
        path = _write(Path(folder), audio, rate, "MP3", level)
        return path.stat().st_size * 8e-3 * rate / len(audio)


def _kbit(rate: int, level: float) -> float:
    noise = np.random.default_rng(0).standard_normal(rate * 10).astype(np.float32)
    return kbit_per_s(0.1 * noise, rate, level)


def _write(folder: Path, audio: Audio, rate: int, kind: str, level: float) -> Path:
    path = folder / ("coded.mp3" if kind == "MP3" else "coded.ogg")
    options: dict[str, Any] = {"format": "MP3", "subtype": "MPEG_LAYER_III"}
    options["bitrate_mode"] = "CONSTANT"
    if kind != "MP3":
        options = {"format": "OGG", "subtype": kind}
    with soundfile.SoundFile(path, "w", rate, 1, compression_level=level, **options) as file:
        for start in range(0, len(audio), 4096):  # libsndfile overflows its stack on long ones
            file.write(np.clip(audio[start : start + 4096], -1, 1))
    return path


def _coder(kind: str, level: float, rate: int) -> Attack:
    def run(audio: Audio) -> tuple[Audio, int]:
        given = audio if rate == RATE else soxr.resample(audio, RATE, rate)
        with tempfile.TemporaryDirectory() as folder:
            path = _write(Path(folder), given, rate, kind, level)
            return soundfile.read(path, dtype="float32")

    return run


def _resampler(rate: int) -> Attack:
    def run(audio: Audio) -> tuple[Audio, int]:
        return soxr.resample(soxr.resample(audio, RATE, rate), rate, RATE), RATE

    return run


def _telephone(audio: Audio) -> tuple[Audio, int]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "call.wav"
        soundfile.write(path, soxr.resample(audio, RATE, 8000), 8000, subtype="ULAW")
        return soundfile.read(path, dtype="float32")


def _quiet(audio: Audio) -> tuple[Audio, int]:
    steps = np.round(audio * (10 ** (-30 / 20) * 32767))
    return (steps / 32768).astype(np.float32), RATE


def _coarse(audio: Audio) -> tuple[Audio, int]:
    return (np.round(audio * 127) / 128).astype(np.float32), RATE


def _noise(snr_db: float) -> Attack:
    def run(audio: Audio) -> tuple[Audio, int]:
        noise = np.random.default_rng(len(audio)).standard_normal(len(audio))
        return mix_at_snr(audio, noise.astype(np.float32), snr_db).astype(np.float32), RATE

    return run


def _cut(audio: Audio) -> tuple[Audio, int]:
    third = len(audio) // 3
    return np.concatenate((audio[:third], audio[2 * third :])), RATE


def _speed(factor: float) -> Attack:
    def run(audio: Audio) -> tuple[Audio, int]:
        return soxr.resample(audio, RATE * factor, RATE), RATE

    return run


def _room(response: NDArray) -> Attack:
    def run(audio: Audio) -> tuple[Audio, int]:
        dry = soxr.resample(audio, RATE, ROOM_RATE)
        wet = scipy.signal.fftconvolve(dry, response)[: len(dry)].astype(np.float32)
        return wet, ROOM_RATE

    return run


def audibility(plain: Audio, marked: Audio) -> dict[str, float]:
    """Return how far marked audio at 48 kHz lies from the same without the mark.

    ``ratio_db``: power of the signal over that of the difference. ``segmental_db``: the same in
    frames of 20 ms within 40 dB of the loudest, mean; ``worst_5_percent_db``: what 5 % of them
    are below. ``pauses_db``: in the softer frames. ``log_mel_db``: distance of the log-mel
    spectra. ``peak_change_db``: of the highest sample.
    """
    count = len(plain) // _FRAME
    cut = count * _FRAME
    frames, difference = (
        np.square(x[:cut].astype(np.float64)).reshape(count, _FRAME).mean(axis=1) + 1e-15
        for x in (plain, marked - plain)
    )
    ratio = 10 * np.log10(frames / difference)
    loud = frames > frames.max() * 1e-4
    quiet = ~loud & (frames > 1e-12)
    sixteen = [soxr.resample(x, RATE, 16_000) for x in (plain, marked)]
    return {
        "ratio_db": float(10 * np.log10(frames.mean() / difference.mean())),
        "segmental_db": float(ratio[loud].mean()),
        "worst_5_percent_db": float(np.percentile(ratio[loud], 5)),
        "pauses_db": float(ratio[quiet].mean()) if quiet.any() else float("nan"),
        "log_mel_db": log_mel_distance_db(*sixteen),
        "peak_change_db": float(20 * np.log10(np.abs(marked).max() / np.abs(plain).max())),
    }


def music_like(seconds: float, *, seed: int) -> Audio:
    """Return chords, bass and drums at 16 kHz, in a tempo of which the mark's period is a multiple.

    The worst that a melody can do to a search for a pattern that repeats.
    """
    rng = np.random.default_rng(seed)
    beat = round(0.256 * ROOM_RATE)
    audio = np.zeros(round(seconds * ROOM_RATE) + beat, np.float64)
    time = np.arange(4 * beat) / ROOM_RATE
    fall = np.exp(-time * 6)
    for number, start in enumerate(range(0, len(audio) - 4 * beat, beat)):
        if number % 8 == 0:
            chord = 110 * 2 ** (rng.choice([0, 2, 4, 5, 7, 9], 3, replace=False) / 12)
        tone = sum(np.sin(2 * np.pi * hz * k * time) / k for hz in chord for k in range(1, 12))
        audio[start : start + 4 * beat] += 0.05 * fall * tone
        drum = rng.standard_normal(len(time)) * np.exp(-time * (40 if number % 4 else 15))
        audio[start : start + 4 * beat] += 0.1 * drum
    return audio[: round(seconds * ROOM_RATE)].astype(np.float32)
