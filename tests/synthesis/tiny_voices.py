"""Voices in the layouts of sherpa-onnx whose weights are written by hand: every token is a tone.

Token ``n`` sounds for 0.1 s at ``100 n`` Hz, so that what was said can be read off the audio.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from tests.transcription.tiny_models import save

RATE = 16_000
TOKEN_S = 0.1
HZ = 100.0
WORDS = {"hello": "a b", "world": "c b a", "ok": "a", "one": "b", "two": "c"}
TOKENS = ("_", "a", "b", "c", ".", ",", "!", "?", "^", "$", " ")
PIPER_TOKENS = (
    "_", "^", "$", " ", "!", "'", "(", ")", ",", "-", ".", ":", ";", "?", "a", "b", "d", "e", "h",
    "l", "o", "s", "t", "w", "ə", "ɛ", "ʊ", "ɪ", "ɜ", "ː", "ˈ", "ˌ", "ð", "z", "n", "ʌ", "u", "ɐ",
)  # fmt: skip


def _floats(name: str, shape: list[str | int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def _ints(name: str, shape: list[str | int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.INT64, shape)


def _tones(tokens: str, length: str, out: str) -> list[onnx.NodeProto]:
    """Nodes that make a tone of each token (1, T), as long as ``length`` (1 number) says."""
    return [
        helper.make_node("Cast", [tokens], ["tokens_f"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["tokens_f", "axis"], ["tokens_3"]),
        helper.make_node("Mul", [length, "samples"], ["samples_f"]),
        helper.make_node("Cast", ["samples_f"], ["samples_i"], to=TensorProto.INT64),
        helper.make_node("Reshape", ["samples_i", "scalar"], ["samples_0"]),
        helper.make_node("Range", ["zero", "samples_0", "one"], ["time_i"]),
        helper.make_node("Cast", ["time_i"], ["time_f"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["tokens_3", "time_f"], ["turns"]),
        helper.make_node("Mul", ["turns", "omega"], ["phase"]),
        helper.make_node("Sin", ["phase"], ["wave"]),
        helper.make_node("Mul", ["wave", "level"], ["loud"]),
        helper.make_node("Reshape", ["loud", "flat"], [out]),
    ]


def _weights(shape: list[int]) -> dict[str, NDArray[np.generic]]:
    return {
        "axis": np.array([2]),
        "samples": np.array([TOKEN_S * RATE], np.float32),
        "scalar": np.array([], np.int64),
        "zero": np.array(0),
        "one": np.array(1),
        "omega": np.array(2 * np.pi * HZ / RATE, np.float32),
        "level": np.array(0.3, np.float32),
        "flat": np.array(shape),
    }


def _write_tokens(folder: Path, tokens: tuple[str, ...]) -> None:
    lines = [f"{token} {number}" for number, token in enumerate(tokens)]
    (folder / "tokens.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def vits(folder: Path, **metadata: object) -> Path:
    """Write a VITS voice that reads words by a lexicon."""
    meta = {
        "model_type": "vits", "comment": "tiny", "language": "English", "n_speakers": 1,
        "sample_rate": RATE, "add_blank": 0, "punctuation": ". , ! ?", "license": "CC0-1.0",
    }  # fmt: skip
    inputs = [
        _ints("x", ["N", "T"]), _ints("x_length", ["N"]), _floats("noise_scale", [1]),
        _floats("length_scale", [1]), _floats("noise_scale_w", [1]),
    ]  # fmt: skip
    save(
        folder / "model.onnx",
        _tones("x", "length_scale", "y"),
        inputs,
        [_floats("y", [1, 1, "L"])],
        _weights([1, 1, -1]),
        meta | metadata,
    )
    _write_tokens(folder, TOKENS)
    lines = [f"{word} {said}" for word, said in WORDS.items()]
    (folder / "lexicon.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def piper(folder: Path, name: str = "en_US-tiny-low.onnx", **metadata: object) -> Path:
    """Write a Piper voice, which is given sounds."""
    meta = {
        "model_type": "vits", "comment": "piper", "language": "English", "voice": "en-us",
        "has_espeak": 1, "n_speakers": 1, "sample_rate": RATE,
    }  # fmt: skip
    nodes = [
        helper.make_node("Gather", ["scales", "second"], ["length"]),
        *_tones("input", "length", "output"),
    ]
    inputs = [
        _ints("input", ["N", "T"]), _ints("input_lengths", ["N"]), _floats("scales", [3]),
    ]  # fmt: skip
    save(
        folder / name,
        nodes,
        inputs,
        [_floats("output", [1, 1, "L"])],
        _weights([1, 1, -1]) | {"second": np.array([1])},
        meta | metadata,
    )
    _write_tokens(folder, PIPER_TOKENS)
    return folder


def kokoro(folder: Path, model_type: str = "kokoro") -> Path:
    """Write a Kokoro (or Kitten) voice of two speakers: the style is its level."""
    longest, width = 128, 4
    kitten = model_type == "kitten"
    meta = {
        "model_type": "kitten-tts" if kitten else "kokoro", "language": "English",
        "voice": "en-us", "has_espeak": 1, "n_speakers": 2, "sample_rate": RATE,
        "style_dim": f"1,{width}" if kitten else f"{longest},1,{width}", "version": 1,
        "speaker_names": "loud,soft", "max_token_len": longest,
    }  # fmt: skip
    nodes = [
        helper.make_node("Div", ["one_f", "speed"], ["length"]),
        *_tones("input_ids" if kitten else "tokens", "length", "tone"),
        helper.make_node("ReduceMean", ["style"], ["amount"], keepdims=0),
        helper.make_node("Mul", ["tone", "amount"], ["waveform" if kitten else "audio"]),
    ]
    inputs = [
        _ints("input_ids" if kitten else "tokens", [1, "T"]),
        _floats("style", [1, width]),
        _floats("speed", [1]),
    ]
    save(
        folder / "model.onnx",
        nodes,
        inputs,
        [_floats("waveform" if kitten else "audio", ["L"])],
        _weights([-1]) | {"one_f": np.array([1], np.float32)},
        meta,
    )
    rows = 1 if kitten else longest
    styles = np.stack([np.full((rows, width), level, np.float32) for level in (1.0, 0.1)])
    (folder / "voices.bin").write_bytes(styles.tobytes())
    _write_tokens(folder, ("$", *PIPER_TOKENS[3:]))
    return folder


def matcha(folder: Path, *, vocoder: bool = True) -> Path:
    """Write a Matcha voice with a lexicon: its spectrum is the audio, cut into 80 rows."""
    meta = {
        "model_type": "matcha-tts", "language": "English", "n_speakers": 1, "sample_rate": RATE,
        "pad_id": 0, "use_eos_bos": 0, "version": 1, "num_ode_steps": 3, "has_espeak": 0,
        "jieba": 0, "voice": "",
    }  # fmt: skip
    inputs = [
        _ints("x", ["N", "T"]), _ints("x_length", ["N"]), _floats("noise_scale", [1]),
        _floats("length_scale", [1]),
    ]  # fmt: skip
    save(
        folder / "model-steps-3.onnx",
        _tones("x", "length_scale", "mel"),
        inputs,
        [_floats("mel", [1, 80, "L"])],
        _weights([1, 80, -1]),
        meta,
    )
    if vocoder:
        save(
            folder / "hifigan_v2.onnx",
            [helper.make_node("Reshape", ["mel", "flat"], ["audio"])],
            [_floats("mel", [1, 80, "L"])],
            [_floats("audio", [1, "M"])],
            {"flat": np.array([1, -1])},
            {"model_type": "hifigan", "sample_rate": RATE},
        )
    _write_tokens(folder, TOKENS)
    lines = [f"{word} {said}" for word, said in WORDS.items()]
    (folder / "lexicon.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def tones(audio: NDArray[np.float32], rate: int = RATE) -> list[int]:
    """Return the tokens that are heard, each as long as it sounds, in steps of `TOKEN_S`."""
    size = round(TOKEN_S * rate)
    heard = []
    for at in range(0, len(audio) - size // 2, size):
        part = audio[at : at + size]
        spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)), 8 * size))
        loud = spectrum.max() > 1.0
        peak = np.argmax(spectrum) * rate / (8 * size)
        heard.append(round(peak / HZ) if loud else 0)
    return heard
