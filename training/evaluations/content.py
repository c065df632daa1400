"""``syrinx evaluate content``: what the content says of the words, and of the speaker."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.content_encoder import ContentEncoderConfig
from syrinx.neural.export import load_exported, metadata_of
from syrinx.neural.runtime.registry import shipped_models
from syrinx.training.batches import PhoneSet
from syrinx.training.data import DEFAULT_CACHE, HOP_LENGTH, SpeechCache
from syrinx.training.evaluations.common import emit
from syrinx.training.fit import load_weights
from syrinx.training.metrics.speaker_probe import probe, probe_set
from syrinx.training.recipes.content_encoder import PhoneRecogniser, dev_batches, phone_error_rate
from syrinx.training.recipes.speaker_encoder import CHECKPOINT

PHONE_HEAD = CHECKPOINT.with_name("phone_head.safetensors")
EXPORTED = "content_encoder.fp16.onnx"
SPLITS = ("dev", "train")


def main(argv: Sequence[str]) -> int:
    """Phone error rate and speaker probe."""
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate content",
        description="Phone error rate of a content encoder on dev sentences, and how well a small "
        "classifier tells speakers from its output (`pooled` over an utterance, and by single "
        "frames), beside chance and beside the same classifier on log-mel features. A good "
        "content has few phone errors and a probe near chance.",
    )
    parser.add_argument(
        "checkpoint",
        type=Path,
        nargs="?",
        help="a folder of exported models, or a checkpoint of the recipes conversion and "
        "content_encoder (.safetensors beside its provenance.json); default: what ships",
    )
    parser.add_argument(
        "--phone-head",
        type=Path,
        default=PHONE_HEAD,
        help="of exported models, which have none of their own (default: %(default)s)",
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--limit", type=int, default=160, help="sentences (default: 160)")
    parser.add_argument("--speakers", type=int, default=40, help="of a split (default: 40)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    args = parser.parse_args(argv)
    if args.limit < 1 or args.speakers < 2:
        raise SyrinxError("--limit must be at least 1 and --speakers at least 2.")
    cache = SpeechCache(args.cache)
    model, named = load_recogniser(args.checkpoint or shipped_models(), args.phone_head)
    model.eval()
    report: dict[str, Any] = {"phone_error_rate": None, "probe": {}}
    if named:
        batches = dev_batches(cache, model.phones, limit=args.limit)
        if batches:
            with torch.inference_mode():
                rate = phone_error_rate(model, batches, np.random.default_rng(0))
            report["phone_error_rate"] = round(rate / 100.0, 4)
    else:
        print("Note: there is no phone head for it, so phones are not counted.", file=sys.stderr)
    for split in SPLITS:
        try:
            speech = probe_set(cache, split, speakers=args.speakers)
        except SyrinxError as error:
            print(f"Note: {error}", file=sys.stderr)
            continue
        report["probe"][split] = {
            name: probe(cache, speech, features)
            for name, features in (("content", model.content_of), ("log-mel", model.log_mel_of))
        }
    emit(report, args.json, report_text(report))
    return 0


class Listening(PhoneRecogniser):
    """A recogniser that gives features of one recording as arrays."""

    phones: PhoneSet

    def content_of(self, audio: NDArray) -> NDArray:
        """Content of audio at 16 kHz, ``(n_frames, channels)``; frame ``k`` is that at ``160 k``.

        Step ``t`` describes the frame one hop before: the first step has none.
        """
        return self._frames(audio, trunk=True)

    def log_mel_of(self, audio: NDArray) -> NDArray:
        """The newest log-mel frame that the content was made with, ``(n_frames, n_mels)``."""
        return self._frames(audio, trunk=False)

    def _frames(self, audio: NDArray, *, trunk: bool) -> NDArray:
        padded = np.concatenate([audio, np.zeros(HOP_LENGTH, np.float32)])
        encoder = self.encoder
        state = encoder.initial_state(1)
        with torch.inference_mode():
            frames, _ = encoder.frames(
                torch.from_numpy(padded)[None, None], {"past": state["framing.past"]}
            )
            found = encoder.log_mel(frames[..., -encoder.config.win_length :])
            if trunk:
                found, _, _ = encoder.trunk(found, state)
        return np.asarray(found[0, 1:].float().numpy())


def load_recogniser(source: Path, phone_head: Path) -> tuple[Listening, bool]:
    """Load a content encoder, and its phone head if there is one.

    Returns
    -------
    (model, named)
        Whether the phone head is a trained one.

    Raises
    ------
    SyrinxError
        There is no such model, or it does not fit this program.
    """
    if source.is_dir():
        path = source / EXPORTED
        if not path.is_file():
            raise SyrinxError(f"There is no {EXPORTED} in {source}.")
        graph = onnx.load(path)
        phones = _phones_of(phone_head)
        model = _made(phones, metadata_of(graph).get("config", {}))
        load_exported(model.encoder, graph)
        if phones:
            load_weights(model.head, phone_head)
        return model, bool(phones)
    try:
        weights = {name: value.float() for name, value in load_file(source).items()}
        record = json.loads(source.with_name("provenance.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, SafetensorError) as error:
        raise SyrinxError(f"The checkpoint {source} cannot be read: {error}.") from error
    prefix = "recogniser."
    inner = {n.removeprefix(prefix): v for n, v in weights.items() if n.startswith(prefix)}
    model = _made(record.get("phones", []), record.get("encoder") or record.get("model") or {})
    try:
        model.load_state_dict(inner or weights)
    except RuntimeError as error:
        raise SyrinxError(f"The checkpoint {source} does not fit: {error}") from error
    return model, True


def _made(phones: Sequence[str], config: Mapping[str, Any]) -> Listening:
    values = {k: tuple(v) if isinstance(v, list) else v for k, v in config.items()}
    known = PhoneSet(tuple(phones))
    model = Listening(known, ContentEncoderConfig(**values))
    model.phones = known
    return model


def _phones_of(path: Path) -> list[str]:
    if not path.is_file():
        return []
    with safe_open(path, framework="pt") as file:
        return list(json.loads((file.metadata() or {}).get("phones", "[]")))


def report_text(report: Mapping[str, Any]) -> str:
    """The figures as text."""
    rate = report["phone_error_rate"]
    lines = [f"phone error rate on dev  {'-' if rate is None else f'{100 * rate:.1f} %'}"]
    for split, table in report["probe"].items():
        speakers = int(table["content"]["speakers"])
        lines += ["", f"speaker named by a probe, {split}, {speakers} speakers"]
        lines.append(f"{'':<28}{'content':>10}{'log-mel':>10}{'chance':>10}")
        for name, text in (
            ("pooled", "by an utterance"),
            ("frame", "by a frame"),
            ("pooled_in_corpus", "by an utterance, in corpus"),
            ("frame_in_corpus", "by a frame, in corpus"),
        ):
            chance = table["content"]["chance" + ("_in_corpus" if "in_corpus" in name else "")]
            cells = [table["content"][name], table["log-mel"][name], chance]
            lines.append(f"{text:<28}" + "".join(f"{100 * v:>8.1f} %" for v in cells))
    return "\n".join(lines)
