"""What the encoders hear in training: a batch with other voices, rooms, noise and microphones.

:func:`augment_batch` keeps every sample where it is in time (rooms begin with their direct path,
filters are zero-phase, voices change within 8 ms), so that targets, F0 and phone labels of the
clean speech stay true of what is heard. Changes of speed are not made here but where the speech
is cut, since labels move with them: ``augment.change_speed`` (pitch and formants move along),
``voice_change.change_tempo`` (they stay) and :func:`stretch_frames` for the labels.

The order is that of the world: voice, room, noise in the room, microphone, gain, converter.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import numpy as np
import scipy.fft
import torch
from numpy.typing import NDArray
from torch import Tensor

from syrinx.dsp.errors import SyrinxError
from syrinx.training.augment import coloured_noise, equaliser_gain, recorded_noise, rms
from syrinx.training.devices import DEVICES, clip_hard, clip_soft, companded
from syrinx.training.rooms import RoomBank
from syrinx.training.voice_change import change_voice

SAMPLE_RATE = 16_000
FloatArray = NDArray[np.float32]
ROOMS = RoomBank()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class HearingConfig:
    """Chances per row in [0, 1] and the ranges that are drawn from uniformly.

    ``snr_db`` is the level of the speech (its active level, pauses left out) over that of the
    noise. Of the noises, ``babble_share`` are other rows of the batch talking,
    ``recorded_share`` recordings, the rest coloured. ``pitch_semitones`` and
    ``formant_semitones`` are the furthest changes of the voice up or down, drawn independently.
    """

    voice_chance: float = 0.5
    pitch_semitones: float = 4.0
    formant_semitones: float = 3.0
    room_chance: float = 0.4
    equaliser_chance: float = 0.4
    equaliser_db: float = 9.0
    noise_chance: float = 0.6
    snr_db: tuple[float, float] = (-5.0, 30.0)
    babble_share: float = 0.2
    recorded_share: float = 0.45
    device_chance: float = 0.35
    gain_chance: float = 0.5
    gain_db: float = 10.0
    clip_chance: float = 0.08
    clipped_share: tuple[float, float] = (0.001, 0.03)

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if field.name.endswith(("_chance", "_share")) and not isinstance(value, tuple):
                if not 0.0 <= value <= 1.0:
                    raise SyrinxError(f"{field.name} must be between 0 and 1, not {value}.")
            elif isinstance(value, tuple) and value[0] > value[1]:
                raise SyrinxError(f"{field.name} must be (low, high), not {value}.")
        if self.babble_share + self.recorded_share > 1.0:
            raise SyrinxError("babble_share and recorded_share must not be over 1 together.")


def active_rms(audio: NDArray) -> float:
    """RMS of the 10 ms frames within 30 dB of the loudest: the level of the speech itself."""
    power = np.square(audio[: len(audio) // 160 * 160], dtype=np.float64).reshape(-1, 160).mean(1)
    if power.size == 0 or power.max() <= 1e-12:
        return 0.0
    return float(np.sqrt(power[power > 1e-3 * power.max()].mean()))


def babble(others: NDArray, rng: np.random.Generator) -> FloatArray:
    """Two to six voices at once, equally loud, of ``others (n_rows, n)``; unit RMS."""
    n = others.shape[-1]
    voices = rng.choice(len(others), size=min(len(others), int(rng.integers(2, 7))), replace=False)
    mixed = np.zeros(n, np.float32)
    for voice in voices:
        level = active_rms(others[voice])
        if level > 1e-5:
            mixed += np.roll(others[voice], int(rng.integers(n))) / np.float32(level)
    return mixed / np.float32(rms(mixed) + 1e-9)


def _noise(
    row: int,
    audio: FloatArray,
    noises: Mapping[str, NDArray],
    config: HearingConfig,
    rng: np.random.Generator,
) -> FloatArray:
    kind, n = rng.random(), audio.shape[-1]
    if kind < config.babble_share and len(audio) > 2:
        return babble(np.delete(audio, row, axis=0), rng)
    if kind < config.babble_share + config.recorded_share and noises:
        noise = recorded_noise(noises, n, rng)
        return noise / np.float32(rms(noise) + 1e-9)
    return coloured_noise(n, rng.uniform(0.0, 2.0), rng)


def _hear(
    row: int,
    audio: FloatArray,
    noises: Mapping[str, NDArray],
    config: HearingConfig,
    rng: np.random.Generator,
) -> FloatArray:
    speech = audio[row]
    level = active_rms(speech)
    if rng.random() < config.voice_chance and level > 0:
        pitch, formants = rng.uniform(-1, 1, 2) * (config.pitch_semitones, config.formant_semitones)
        speech = change_voice(speech, float(2 ** (pitch / 12)), float(2 ** (formants / 12)))
    room = ROOMS.draw(rng) if rng.random() < config.room_chance else None
    equalised = rng.random() < config.equaliser_chance
    noise = None
    if rng.random() < config.noise_chance:
        noise = _noise(row, audio, noises, config, rng)
        noise = noise * np.float32(level * 10 ** (-rng.uniform(*config.snr_db) / 20))
    device = None
    if rng.random() < config.device_chance:
        device = list(DEVICES.values())[int(rng.integers(len(DEVICES)))].varied(rng)
    out = speech
    if room is not None or equalised or device is not None:
        out = _filtered(speech, noise, room, device, config if equalised else None, level, rng)
    elif noise is not None:
        out = speech + noise
    if rng.random() < config.gain_chance:
        out = out * np.float32(10 ** (rng.uniform(-1, 1) * config.gain_db / 20))
    if device is not None and device.companded:
        out = companded(out)
    if rng.random() < config.clip_chance:
        clip = clip_hard if rng.random() < 0.5 else clip_soft
        out = clip(out, rng.uniform(*config.clipped_share))
    return out


def _filtered(speech, noise, room, device, equaliser, level, rng) -> FloatArray:
    """Room and equaliser on the speech, the device on everything: one pass through the FFT."""
    n = len(speech)
    n_fft = scipy.fft.next_fast_len(n + (512 if room is None else len(room)), real=True)
    hz = scipy.fft.rfftfreq(n_fft, 1 / SAMPLE_RATE)
    spectrum = scipy.fft.rfft(speech, n_fft)
    if room is not None:
        spectrum *= scipy.fft.rfft(room, n_fft)
    if equaliser is not None:
        spectrum *= equaliser_gain(hz, equaliser.equaliser_db, rng)
    if noise is not None:
        heard = scipy.fft.irfft(spectrum, n_fft)[:n]
        keep = level / max(active_rms(heard), 1e-9)  # the ratio to the noise is that of the room
        spectrum = spectrum * np.float32(keep) + scipy.fft.rfft(noise, n_fft)
    if device is not None:
        spectrum *= device.gain(hz)
    out = scipy.fft.irfft(spectrum, n_fft)[:n].astype(np.float32)
    return out * np.float32(min(4.0, level / max(active_rms(out), 1e-9))) if noise is None else out


def augment_batch(
    audio: Tensor,
    rng: np.random.Generator,
    noises: Mapping[str, NDArray],
    config: HearingConfig | None = None,
) -> Tensor:
    """Return what is heard of a batch ``(B, 1, n)``: another tensor, same shape and timing.

    Parameters
    ----------
    audio
        float32 at 16 kHz, padded with zeros; it is not changed.
    rng
        The same generator state gives the same result.
    noises
        Recordings by name, float32 at 16 kHz (``SpeechCache.noises``); may be empty.
    """
    config = config or HearingConfig()
    rows = audio[:, 0].numpy()
    heard = np.stack([_hear(row, rows, noises, config, rng) for row in range(len(rows))])
    return torch.from_numpy(np.clip(heard, -1.0, 1.0).astype(np.float32, copy=False))[:, None]


def stretch_frames(values: NDArray, n_frames: int, speed: float) -> NDArray:
    """Frame values (F0, labels) of speech that is played at ``speed``, ``(n_frames,)``.

    Frame ``k`` becomes the one nearest to ``k * speed``; numbers are taken as they are (F0 is to
    be multiplied where pitch moves along).
    """
    at = np.rint(np.arange(n_frames) * speed).astype(int)
    return values[np.clip(at, 0, len(values) - 1)]


def spec_augment(
    log_mel: Tensor,
    rng: np.random.Generator,
    *,
    bands: int = 2,
    widest: int = 12,
    gaps: int = 2,
    longest: int = 15,
) -> Tensor:
    """Hide bands and stretches of time of ``(B, T, n_mels)`` (SpecAugment, Park et al. 2019).

    ``bands`` masks of up to ``widest`` mel channels and ``gaps`` of up to ``longest`` frames per
    row, at most a fifth of the row each, filled with the row's mean.
    """
    batch, frames, n_mels = log_mel.shape
    hidden = np.zeros((batch, frames, n_mels), bool)
    for row in range(batch):
        for _ in range(bands):
            width = int(rng.integers(0, min(widest, n_mels // 5) + 1))
            low = int(rng.integers(0, n_mels - width + 1))
            hidden[row, :, low : low + width] = True
        for _ in range(gaps):
            length = int(rng.integers(0, min(longest, frames // 5) + 1))
            start = int(rng.integers(0, frames - length + 1))
            hidden[row, start : start + length] = True
    mean = log_mel.mean(dim=(1, 2), keepdim=True)
    return torch.where(torch.from_numpy(hidden), mean, log_mel)
