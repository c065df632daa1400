"""Pictures and sounds of every augmentation, to look at and to listen to before a training.

One PNG (the clean spectrogram left, what is heard right) and one WAV per effect.
"""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import soundfile
import torch
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.augment import change_speed
from syrinx.training.augment_batch import HearingConfig, augment_batch, spec_augment
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache
from syrinx.training.devices import DEVICES, clip_hard, clip_soft, companded
from syrinx.training.metrics.picture import colour, write_png, write_spectrograms
from syrinx.training.metrics.spectrum import log_mel_db
from syrinx.training.voice_change import change_tempo, change_voice

OFF = {f.name: 0.0 for f in dataclasses.fields(HearingConfig) if f.name.endswith("_chance")}
Effect = Callable[[NDArray], NDArray]


def effects(
    others: NDArray, noises: Mapping[str, NDArray], rng: np.random.Generator
) -> dict[str, Effect]:
    """Every effect by name; ``others (n_rows, n)`` talk in the babble."""

    def batch(**settings: float | tuple[float, float]) -> Effect:
        config = HearingConfig(**{**OFF, **settings})

        def run(audio: NDArray) -> NDArray:
            rows = torch.from_numpy(np.stack([audio, *others])[:, None])
            return augment_batch(rows, rng, noises, config)[0, 0].numpy()

        return run

    def device(name: str) -> Effect:
        def run(audio: NDArray) -> NDArray:
            spectrum = np.fft.rfft(audio, 2 * len(audio))
            hz = np.fft.rfftfreq(2 * len(audio), 1 / SAMPLE_RATE)
            out = np.fft.irfft(spectrum * DEVICES[name].gain(hz))[: len(audio)].astype(np.float32)
            return companded(out) if DEVICES[name].companded else out

        return run

    noise = {"noise_chance": 1.0, "snr_db": (5.0, 5.0)}
    return {
        "noise_babble_5_db": batch(**noise, babble_share=1.0, recorded_share=0.0),
        "noise_recorded_5_db": batch(**noise, babble_share=0.0, recorded_share=1.0),
        "noise_coloured_5_db": batch(**noise, babble_share=0.0, recorded_share=0.0),
        "room": batch(room_chance=1.0),
        "equaliser": batch(equaliser_chance=1.0),
        **{f"device_{name}": device(name) for name in DEVICES},
        "clip_hard_3_percent": lambda x: clip_hard(x, 0.03),
        "clip_soft_3_percent": lambda x: clip_soft(x, 0.03),
        "speed_1.2": lambda x: change_speed(x, 6, 5),
        "tempo_0.8": lambda x: change_tempo(x, 0.8),
        "tempo_1.2": lambda x: change_tempo(x, 1.2),
        "pitch_up_4": lambda x: change_voice(x, 2 ** (4 / 12), 1.0),
        "pitch_down_4": lambda x: change_voice(x, 2 ** (-4 / 12), 1.0),
        "formants_up_3": lambda x: change_voice(x, 1.0, 2 ** (3 / 12)),
        "formants_down_3": lambda x: change_voice(x, 1.0, 2 ** (-3 / 12)),
        **{f"all_defaults_{i}": batch(**dataclasses.asdict(HearingConfig())) for i in range(3)},
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx train show_augment", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--out", type=Path, default=Path("runs/augment"))
    parser.add_argument("--corpus", default="rhasspy_kathleen", help="whose speech to show")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args(argv)
    cache = SpeechCache(args.cache)
    rng = np.random.default_rng(args.seed)
    n = 3 * SAMPLE_RATE
    chosen = [u for u in cache.select("train", [args.corpus]) if u.n_samples >= n]
    talking = [u for u in cache.select("train") if u.n_samples >= n and u.corpus != args.corpus]
    if not chosen or not talking:
        raise SyrinxError(f"The cache has no three seconds of {args.corpus} and of others.")
    audio = cache.audio(chosen[int(rng.integers(len(chosen)))], 0, n)
    others = np.stack(
        [cache.audio(talking[i], 0, n) for i in rng.choice(len(talking), min(5, len(talking)))]
    )
    args.out.mkdir(parents=True, exist_ok=True)
    soundfile.write(args.out / "clean.wav", audio, SAMPLE_RATE)
    for name, effect in effects(others, cache.noises(), rng).items():
        heard = effect(audio)
        write_spectrograms(args.out / f"{name}.png", [audio, heard])
        soundfile.write(args.out / f"{name}.wav", heard, SAMPLE_RATE)
    mel = torch.from_numpy(log_mel_db(audio).astype(np.float32))[None]
    image = spec_augment(mel, rng)[0].numpy()
    pixels = colour((image - image.max() + 70) / 70).transpose(1, 0, 2)[::-1]
    write_png(args.out / "spec_augment.png", np.ascontiguousarray(np.repeat(pixels, 3, axis=0)))
    print(args.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
