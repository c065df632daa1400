"""What the band extender learns from: 16 kHz speech and the energies above 8 kHz that go with it.

`prepare_bands` takes the speech of the pack that truly has a high band (measured: one corpus of
three that claim 48 kHz ends at 7 kHz), plays it at several speeds, which makes other speakers of
it, and keeps per cut: the recording at 16 kHz, the same after the shipped encoder and decoder
(what the extender hears live), and the energy of each band of `syrinx.dsp.high_band` in frames
of 10 ms every 5 ms.

Layout of a cache folder: ``audio.i16`` (recording and rebuilt speech of each cut, one after the
other), ``bands.f16`` (dB, ``N_BANDS`` and the full level per frame), ``cuts.json``.

Time line of a cut, at step ``t`` and 16 kHz: the high band is made from time ``160 t - 16`` to
``160 t + 144``; frames ``2 t`` and ``2 t + 1`` are centred a quarter and three quarters along.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import soundfile
import soxr
import torch
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.high_band import ENVELOPE_DELAY, N_BANDS, STEP, Envelope, band_weights
from syrinx.dsp.windows import hann_window
from syrinx.neural.content_encoder import LATENCY, ContentEncoder, ContentEncoderConfig
from syrinx.neural.decoder import Decoder, DecoderConfig
from syrinx.neural.export import load_exported, metadata_of
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.speaker import SpeakerEmbedder
from syrinx.training.data import DEFAULT_SPEECH, SAMPLE_RATE, live_f0, read_manifest

WIDE_RATE = 48_000
WIDE_TOP_HZ = 20_000
"""The pack's codec ends here."""
DEFAULT_BANDS = Path(".cache/bands")
SPEEDS = (0.87, 0.93, 1.0, 1.07, 1.15)
LEAST_HIGH_DB = -48.0
"""Power above 9 kHz over all power; a true recording of speech has -25 to -40 dB."""
_FRAME = WIDE_RATE // 100
_LATE = 16
_EMBED_S = 4.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One utterance at one speed. ``start`` addresses the recording; the rebuilt speech follows.

    Bands whose upper edge lies over ``top_hz`` hold nothing. ``frame`` addresses ``bands.f16``.
    """

    speaker: str
    split: str
    speed: float
    top_hz: float
    start: int
    n_samples: int
    frame: int


class BandCache:
    """Read-only view of a folder made by `prepare_bands`."""

    def __init__(self, folder: Path) -> None:
        table = folder / "cuts.json"
        if not table.is_file():
            raise SyrinxError(f"No band energies in {folder}: run the recipe with --prepare 1.")
        self.cuts = [Cut(**record) for record in json.loads(table.read_text())["cuts"]]
        self._audio = np.memmap(folder / "audio.i16", dtype=np.int16, mode="r")
        self._bands = np.memmap(folder / "bands.f16", dtype=np.float16, mode="r")
        self._bands = self._bands.reshape(-1, N_BANDS + 1)

    def audio(
        self, cut: Cut, step: int = 0, stop: int | None = None, *, rebuilt: bool
    ) -> NDArray[np.float32]:
        """Samples of steps ``[step, stop)``, the recording or what the decoder makes of it."""
        stop = cut.n_samples // STEP if stop is None else stop
        start = cut.start + (cut.n_samples if rebuilt else 0)
        piece = self._audio[start + step * STEP : start + stop * STEP]
        return piece.astype(np.float32) / 32768.0

    def bands(self, cut: Cut, step: int = 0, stop: int | None = None) -> NDArray[np.float32]:
        """Energies in dB of steps ``[step, stop)``: ``(2 n, N_BANDS + 1)``, the level last."""
        stop = cut.n_samples // STEP if stop is None else stop
        return self._bands[cut.frame + 2 * step : cut.frame + 2 * stop].astype(np.float32)


def band_energies(wide: NDArray[np.float32], steps: int) -> NDArray[np.float32]:
    """Energies in dB of 48 kHz audio in the frames of ``steps`` steps: ``(2 steps, N_BANDS + 1)``.

    The last column is the level of the whole signal.
    """
    before = 3 * _LATE - _FRAME // 4 + _FRAME // 2
    padded = np.zeros(before + (steps + 1) * _FRAME + _FRAME, np.float32)
    padded[before : before + wide.shape[0]] = wide[: padded.shape[0] - before]
    window = hann_window(_FRAME).astype(np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(padded, _FRAME)[:: _FRAME // 2][: 2 * steps]
    spectra = np.fft.rfft(frames * window, axis=1)
    power = (spectra.real**2 + spectra.imag**2) * (2.0 / (_FRAME * np.sum(window**2)))
    weights = band_weights(np.fft.rfftfreq(_FRAME, 1.0 / WIDE_RATE))
    energy = np.concatenate([power @ weights.T, power.sum(axis=1, keepdims=True)], axis=1)
    return (10.0 * np.log10(energy + 1e-12)).astype(np.float32)


def carrier_energies(audio: NDArray[np.float32]) -> NDArray[np.float32]:
    """Energy in dB of the carrier over 16 kHz ``audio`` in the same frames: ``(2 steps,)``."""
    carrier = Envelope().process(audio)
    steps = audio.shape[0] // STEP
    before = STEP // 2 - STEP // 4 + _LATE - ENVELOPE_DELAY
    padded = np.zeros(before + steps * STEP + STEP, np.float32)
    padded[before : before + steps * STEP] = carrier[: steps * STEP]
    weight = hann_window(STEP).astype(np.float32) ** 2
    frames = np.lib.stride_tricks.sliding_window_view(padded, STEP)[:: STEP // 2][: 2 * steps]
    energy = (frames * frames) @ (weight / weight.sum())
    return (10.0 * np.log10(energy + 1e-12)).astype(np.float32)


class Rebuilder:
    """Speech through the exported float encoder and decoder, with its own voice."""

    def __init__(self, models: Path) -> None:
        parts: list[torch.nn.Module] = []
        for name, kind, config in (
            ("content_encoder", ContentEncoder, ContentEncoderConfig),
            ("decoder", Decoder, DecoderConfig),
        ):
            model = onnx.load(models / f"{name}.fp16.onnx")
            part = kind(config(**metadata_of(model)["config"]))
            load_exported(part, model)
            parts.append(part.eval())
        self.encoder, self.decoder = parts
        self._embedder = SpeakerEmbedder(ModelRegistry(shipped=models))

    def embed(self, audio: NDArray[np.float32]) -> NDArray[np.float32]:
        """Embedding of (the first seconds of) 16 kHz audio."""
        return self._embedder.embed(np.resize(audio, round(_EMBED_S * SAMPLE_RATE)))

    def __call__(
        self,
        audio: NDArray[np.float32],
        embedding: NDArray[np.float32],
        rng: np.random.Generator,
        *,
        pitch_ratio: float = 1.0,
    ) -> NDArray[np.float32]:
        """Return the rebuilt audio, aligned with whole steps of ``audio``."""
        steps = audio.shape[0] // STEP
        padded = np.zeros(steps * STEP + LATENCY, np.float32)
        padded[: steps * STEP] = audio[: steps * STEP]
        total = padded.shape[0] // STEP
        f0 = np.zeros(total, np.float32)
        found = live_f0(padded)
        f0[1:] = found[: total - 1] * pitch_ratio  # step t: the frame centred at 160 (t - 1)
        noise = rng.standard_normal((1, 1, total * STEP), dtype=np.float32)
        with torch.no_grad():
            content, loudness = self.encoder(torch.from_numpy(padded)[None, None])
            out = self.decoder(
                content,
                torch.from_numpy(f0)[None, None],
                loudness,
                torch.from_numpy(embedding)[None],
                torch.from_numpy(noise),
            )
        result: NDArray[np.float32] = out[0, 0, LATENCY:].numpy()
        return result


def choose_cuts(
    rows: Sequence[dict[str, str]], minutes: float, dev_minutes: float, seed: int
) -> list[tuple[dict[str, str], float]]:
    """Rows and speeds: ``minutes`` of every train speaker at most, the rare ones at each speed."""
    rng = np.random.default_rng(seed)
    by_speaker: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        if int(row["sample_rate"]) == WIDE_RATE:
            by_speaker[row["corpus"], row["speaker"]].append(row)
    chosen: list[tuple[dict[str, str], float]] = []
    for _, items in sorted(by_speaker.items()):
        dev = items[0]["split"] == "dev"
        left = 60.0 * (dev_minutes if dev else minutes)
        rare = sum(float(r["end_s"]) - float(r["start_s"]) for r in items) < 120.0
        for index in rng.permutation(len(items)):
            row = items[index]
            speeds = SPEEDS if rare and not dev else (1.0 if dev else float(rng.choice(SPEEDS)),)
            chosen += [(row, speed) for speed in speeds]
            left -= float(row["end_s"]) - float(row["start_s"])
            if left <= 0:
                break
    return chosen


def has_high_band(wide: NDArray[np.float32]) -> bool:
    """Whether 48 kHz audio holds anything above 9 kHz that a recording of speech would."""
    power = np.abs(np.fft.rfft(wide)) ** 2
    edge = round(9000 / WIDE_RATE * wide.shape[0])
    return bool(10 * np.log10(power[edge:].sum() / (power.sum() + 1e-20) + 1e-20) > LEAST_HIGH_DB)


def prepare_bands(
    folder: Path,
    *,
    speech: Path = DEFAULT_SPEECH,
    models: Path = Path("assets/models"),
    minutes: float = 22.0,
    dev_minutes: float = 4.0,
    seed: int = 4,
) -> Iterator[dict[str, Any]]:
    """Write a cache; yields ``{"done", "total", "kept"}`` after each cut."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = choose_cuts(read_manifest(speech), minutes, dev_minutes, seed)
    rebuild = Rebuilder(models)
    rng = np.random.default_rng(seed)
    voices: dict[tuple[str, float], NDArray[np.float32]] = {}
    cuts: list[Cut] = []
    start = frame = 0
    audio_part, bands_part = folder / "audio.i16.part", folder / "bands.f16.part"
    with open(audio_part, "wb") as audio_file, open(bands_part, "wb") as bands_file:
        for done, (row, speed) in enumerate(chosen, start=1):
            first, last = (round(float(row[k]) * WIDE_RATE) for k in ("start_s", "end_s"))
            wide, _ = soundfile.read(
                speech / row["file"], start=first, stop=last, dtype="float32", always_2d=True
            )
            wide = wide.mean(axis=1)
            if wide.shape[0] > WIDE_RATE and has_high_band(wide):
                if speed != 1.0:
                    wide = soxr.resample(wide, WIDE_RATE * speed, WIDE_RATE, quality="HQ")
                low = soxr.resample(wide, WIDE_RATE, SAMPLE_RATE, quality="HQ")
                steps = low.shape[0] // STEP
                low = low[: steps * STEP]
                key = f"{row['corpus']}/{row['speaker']}"
                if (key, speed) not in voices:
                    voices[key, speed] = rebuild.embed(low)
                for piece in (low, rebuild(low, voices[key, speed], rng)):
                    pcm = np.clip(np.round(piece * 32767.0), -32768, 32767).astype(np.int16)
                    pcm.tofile(audio_file)
                band_energies(wide, steps).astype(np.float16).tofile(bands_file)
                cuts.append(
                    Cut(
                        speaker=key,
                        split=row["split"],
                        speed=speed,
                        top_hz=WIDE_TOP_HZ * min(1.0, speed),
                        start=start,
                        n_samples=steps * STEP,
                        frame=frame,
                    )
                )
                start += 2 * steps * STEP
                frame += 2 * steps
            yield {"done": done, "total": len(chosen), "kept": len(cuts)}
    os.replace(audio_part, folder / "audio.i16")
    os.replace(bands_part, folder / "bands.f16")
    (folder / "cuts.json").write_text(json.dumps({"cuts": [dataclasses.asdict(c) for c in cuts]}))
