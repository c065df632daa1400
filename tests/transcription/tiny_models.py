"""Models in the layouts of sherpa-onnx whose weights are written by hand: tones spell words.

A hum around 500 Hz is heard as the token " hel", 1000 Hz as "lo", 2000 Hz as " world". What is
heard where is known, so that times of words can be held against it.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

TOKENS = ("<blk>", "<unk>", "\u2581hel", "lo", "\u2581world")
BANDS_HZ = {2: 500.0, 3: 1000.0, 4: 2000.0}
RATE = 16_000
N_MELS = 80
HUM_HZ = 125.0
BLANK, UNKNOWN = -4.0, -50.0
"""Logits: a hum has about 3 in its band, a quiet room -14."""
Node = onnx.NodeProto


def hum(centre_hz: float, seconds: float, level: float = 0.2) -> NDArray[np.float32]:
    """Harmonics of a low voice, strong around one frequency: a tone that counts as speech."""
    t = np.arange(round(seconds * RATE)) / RATE
    made = np.zeros(len(t))
    for k in range(1, 40):
        hz = k * HUM_HZ
        weight = np.exp(-0.5 * ((hz - centre_hz) / 130) ** 2) + (0.8 if k <= 2 else 0.0)
        made += weight * np.sin(2 * np.pi * hz * t + k * k)
    made *= level / max(np.abs(made).max(), 1e-9)
    return made.astype(np.float32)


def silence(seconds: float, seed: int = 0) -> NDArray[np.float32]:
    """Return a very quiet room."""
    noise = np.random.default_rng(seed).standard_normal(round(seconds * RATE))
    return (1e-4 * noise).astype(np.float32)


def hello_world(gap_s: float = 0.25) -> NDArray[np.float32]:
    """Return "hello world": 0.5 s of room, hel, lo, a gap, world, 1 s of room."""
    parts = (silence(0.5), hum(500, 0.2), hum(1000, 0.2), silence(gap_s, 1), hum(2000, 0.3))
    return np.concatenate([*parts, silence(1.0, 2)])


def write_tokens(folder: Path, name: str = "tokens.txt", tokens: Sequence[str] = TOKENS) -> None:
    """Write the table of tokens."""
    lines = [f"{token} {number}" for number, token in enumerate(tokens)]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def save(
    path: Path,
    nodes: Sequence[Node],
    inputs: Sequence[onnx.ValueInfoProto],
    outputs: Sequence[onnx.ValueInfoProto],
    weights: dict[str, NDArray[np.generic]],
    metadata: dict[str, object] | None = None,
) -> Path:
    """Write a network."""
    tensors = [numpy_helper.from_array(np.asarray(value), name) for name, value in weights.items()]
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    helper.set_model_props(model, {key: str(value) for key, value in (metadata or {}).items()})
    onnx.checker.check_model(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, path)
    return path


def stub(path: Path, metadata: dict[str, object] | None = None, *names: str) -> Path:
    """Write a network that does nothing, with metadata and names of inputs."""
    names = names or ("x",)
    inputs = [_floats(name, [1]) for name in names]
    return save(
        path, [helper.make_node("Identity", [names[0]], ["y"])], inputs, [_floats("y", [1])], {},
        metadata,
    )  # fmt: skip


def ctc(
    folder: Path,
    name: str = "model.onnx",
    model_type: str = "zipformer2_ctc",
    metadata: dict[str, object] | None = None,
) -> Path:
    """Write a CTC model that hears the three hums."""
    nodes = _hearing("x", "logits") + _lengths()
    nodes.append(helper.make_node("LogSoftmax", ["logits"], ["log_probs"], axis=-1))
    outputs = [_floats("log_probs", ["N", "T2", len(TOKENS)]), _ints("log_probs_len", ["N"])]
    inputs = [_floats("x", ["N", "T", N_MELS]), _ints("x_lens", ["N"])]
    weights = _weights() | _length_weights()
    said = {"model_type": model_type, **(metadata or {})}
    save(folder / name, nodes, inputs, outputs, weights, said)
    write_tokens(folder)
    return folder


def transducer(folder: Path, suffix: str = "-epoch-99-avg-1") -> Path:
    """Write an offline transducer that hears the three hums."""
    nodes = _hearing("x", "encoder_out") + _lengths("encoder_out_lens")
    inputs = [_floats("x", ["N", "T", N_MELS]), _ints("x_lens", ["N"])]
    outputs = [_floats("encoder_out", ["N", "T2", len(TOKENS)]), _ints("encoder_out_lens", ["N"])]
    meta = {"model_type": "zipformer", "version": 1, "comment": "tiny"}
    weights = _weights() | _length_weights()
    save(folder / f"encoder{suffix}.onnx", nodes, inputs, outputs, weights, meta)
    _decoder_and_joiner(folder, suffix)
    return folder


def streaming_transducer(folder: Path, suffix: str = "-epoch-99-avg-1") -> Path:
    """Write a streaming (LSTM) transducer; its state goes through it unchanged."""
    nodes = _hearing("x", "encoder_out")
    nodes += [helper.make_node("Identity", [name], [f"next_{name}"]) for name in ("h", "c")]
    state = [1, 1, 2]
    inputs = [_floats("x", ["N", 8, N_MELS]), _floats("h", state), _floats("c", state)]
    outputs = [
        _floats("encoder_out", ["N", 2, len(TOKENS)]),
        _floats("next_h", state),
        _floats("next_c", state),
    ]
    meta = {
        "model_type": "lstm", "num_encoder_layers": 1, "T": 8, "decode_chunk_len": 8,
        "rnn_hidden_size": 2, "d_model": 2, "license": "CC0-1.0",
    }  # fmt: skip
    save(folder / f"encoder{suffix}.onnx", nodes, inputs, outputs, _weights(), meta)
    _decoder_and_joiner(folder, suffix)
    return folder


def _decoder_and_joiner(folder: Path, suffix: str) -> None:
    """The decoder forbids the last token, so that a long hum is one token; the joiner adds."""
    size = len(TOKENS)
    again = -100 * np.eye(size, dtype=np.float32)
    again[0] = 0  # after a blank everything is allowed
    nodes = [
        helper.make_node("Gather", ["y", "last"], ["y_last"], axis=1),
        helper.make_node("Gather", ["again", "y_last"], ["decoder_out"], axis=0),
    ]
    save(
        folder / f"decoder{suffix}.onnx",
        nodes,
        [_ints("y", ["N", 2])],
        [_floats("decoder_out", ["N", size])],
        {"again": again, "last": np.array(1, np.int64)},
        {"vocab_size": size, "context_size": 2},
    )
    save(
        folder / f"joiner{suffix}.onnx",
        [helper.make_node("Add", ["encoder_out", "decoder_out"], ["logit"])],
        [_floats("encoder_out", ["N", size]), _floats("decoder_out", ["N", size])],
        [_floats("logit", ["N", size])],
        {},
        {"joiner_dim": size},
    )
    write_tokens(folder)


def _hearing(source: str, result: str) -> list[Node]:
    """Every fourth frame, and how loud each band is in it."""
    return [
        helper.make_node("Slice", [source, "starts", "ends", "axes", "steps"], ["every_fourth"]),
        helper.make_node("MatMul", ["every_fourth", "bands"], ["loud"]),
        helper.make_node("Add", ["loud", "offset"], [result]),
    ]


def _weights() -> dict[str, NDArray[np.generic]]:
    bands = np.zeros((N_MELS, len(TOKENS)), np.float32)
    for token, hz in BANDS_HZ.items():
        bands[mel_bin(hz), token] = 1
    return {
        "bands": bands,
        "offset": np.array([BLANK, UNKNOWN, 0, 0, 0], np.float32),
        "starts": np.array([0], np.int64),
        "ends": np.array([1 << 40], np.int64),
        "axes": np.array([1], np.int64),
        "steps": np.array([4], np.int64),
    }


def _lengths(name: str = "log_probs_len") -> list[Node]:
    return [
        helper.make_node("Add", ["x_lens", "three"], ["more"]),
        helper.make_node("Div", ["more", "four"], [name]),
    ]


def _length_weights() -> dict[str, NDArray[np.generic]]:
    return {"three": np.array(3, np.int64), "four": np.array(4, np.int64)}


def mel_bin(hz: float) -> int:
    """Return the mel band of Kaldi's filter bank (80 bands, 20 to 7600 Hz) around ``hz``."""

    def mel(value: float) -> float:
        return float(1127 * np.log(1 + value / 700))

    step = (mel(7600) - mel(20)) / (N_MELS + 1)
    return round((mel(hz) - mel(20)) / step) - 1


def _floats(name: str, shape: Sequence[object]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape))


def _ints(name: str, shape: Sequence[object]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.INT64, list(shape))


def sense_voice(folder: Path, language: str = "en") -> Path:
    """Write a SenseVoice model: four marks, then a CTC over seven stacked frames every 60 ms."""
    tokens = (*TOKENS, f"<|{language}|>", "<|NEUTRAL|>", "<|Speech|>", "<|withitn|>")
    size, stacked = len(tokens), 7 * N_MELS
    bands = np.zeros((stacked, size), np.float32)
    for token, hz in BANDS_HZ.items():
        bands[mel_bin(hz), token] = 1
    offset = np.full(size, UNKNOWN, np.float32)
    offset[0] = BLANK
    for token in BANDS_HZ:
        offset[token] = 0
    marks = np.full((1, 4, size), UNKNOWN, np.float32)
    for place in range(4):
        marks[0, place, len(TOKENS) + place] = 0
    nodes = [
        helper.make_node("MatMul", ["x", "bands"], ["loud"]),
        helper.make_node("Add", ["loud", "offset"], ["heard"]),
        helper.make_node("Concat", ["marks", "heard"], ["logits"], axis=1),
    ]
    inputs = [_floats("x", ["N", "T", stacked])]
    inputs += [
        helper.make_tensor_value_info(name, TensorProto.INT32, ["N"])
        for name in ("x_length", "language", "text_norm")
    ]
    codes = {f"lang_{code}": k for k, code in enumerate(("auto", "zh", "en", "ja", "ko", "yue"))}
    loudness = 2 * np.log(32768)  # the features are those of whole numbers
    meta: dict[str, object] = {
        "model_type": "sense_voice_ctc",
        "comment": "tiny",
        "vocab_size": size,
        "lfr_window_size": 7,
        "lfr_window_shift": 6,
        "normalize_samples": 0,
        "with_itn": 14,
        "without_itn": 15,
        "neg_mean": ",".join([f"{-loudness:.4f}"] * stacked),
        "inv_stddev": ",".join(["1"] * stacked),
        **codes,
    }
    weights = {"bands": bands, "offset": offset, "marks": marks}
    outputs = [_floats("logits", ["N", "T2", size])]
    save(folder / "model.int8.onnx", nodes, inputs, outputs, weights, meta)
    write_tokens(folder, tokens=tokens)
    return folder


def whisper(folder: Path, language: str = "en", name: str = "tiny") -> Path:
    """Write a multilingual Whisper that says " hello world" to every stretch of speech."""
    spoken = (" hello", " world")
    hello, world, end, start, en, zh, write, translate, no_times, no_speech = range(10)
    after = np.full((10, 10), UNKNOWN, np.float32)
    heard = {"en": en, "zh": zh}[language]
    for token, following in ((start, heard), (no_times, hello), (hello, world), (world, end)):
        after[token, following] = 0
    meta = {
        "model_type": f"whisper-{name}", "n_mels": N_MELS, "n_text_layer": 1, "n_text_ctx": 64,
        "n_text_state": 2, "n_vocab": 10, "sot": start, "eot": end, "blank_id": 0,
        "translate": translate, "transcribe": write, "is_multilingual": 1,
        "no_timestamps": no_times, "no_speech": no_speech, "sot_sequence": f"{start},{en},{write}",
        "all_language_tokens": f"{en},{zh}", "all_language_codes": "en,zh",
    }  # fmt: skip
    crosses = ["n_layer_cross_k", "n_layer_cross_v"]
    save(
        folder / f"{name}-encoder.int8.onnx",
        [helper.make_node("Unsqueeze", ["mel", "axes"], [cross]) for cross in crosses],
        [_floats("mel", ["N", N_MELS, "T"])],
        [_floats(cross, [1, "N", N_MELS, "T"]) for cross in crosses],
        {"axes": np.array([0], np.int64)},
        meta,
    )
    caches = ["n_layer_self_k_cache", "n_layer_self_v_cache"]
    nodes = [helper.make_node("Gather", ["after", "tokens"], ["logits"], axis=0)]
    nodes += [helper.make_node("Identity", [f"in_{cache}"], [f"out_{cache}"]) for cache in caches]
    shape = [1, "N", 64, 2]
    save(
        folder / f"{name}-decoder.int8.onnx",
        nodes,
        [
            _ints("tokens", ["N", "L"]),
            *[_floats(f"in_{cache}", shape) for cache in caches],
            *[_floats(cross, [1, "N", N_MELS, "T"]) for cross in crosses],
            _ints("offset", [1]),
        ],
        [
            _floats("logits", ["N", "L", 10]),
            *[_floats(f"out_{cache}", shape) for cache in caches],
        ],
        {"after": after},
    )
    coded = [base64.b64encode(token.encode()).decode() for token in spoken]
    write_tokens(folder, f"{name}-tokens.txt", coded)
    return folder
