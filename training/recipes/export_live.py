"""From checkpoints to the models that the program ships.

Exports the content encoder, the decoder and the speaker encoder, calibrates and quantises the
live pair on real streams, measures int8 against float on speakers that the calibration has not
seen, and writes the bundle. Takes about a minute.

``python -m syrinx.training.recipes.export_live --encoder runs/conversion/best.safetensors
--decoder runs/conversion/best.safetensors --speaker training/checkpoints/speaker_encoder.pt
--phone-head training/checkpoints/phone_head.safetensors``
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.bundle import write_bundle
from syrinx.neural.content_encoder import ContentEncoder, ContentEncoderConfig
from syrinx.neural.decoder import Decoder, DecoderConfig
from syrinx.neural.export import export_speaker_encoder, export_streaming, store_as_fp16
from syrinx.neural.fidelity import FidelityReport, compare_models, describe
from syrinx.neural.hoist import cache_condition
from syrinx.neural.quantize import Inputs, QuantizeConfig, calibrate, quantize_static
from syrinx.neural.runtime.session import StateSession, open_session
from syrinx.training.data import DEFAULT_CACHE, SpeechCache, Utterance
from syrinx.training.sharpen import REACH_BINS, emphasise, sharpen_head

HOP_LENGTH = 160
EMBEDDING_SIZE = 192
PREFIXES = ("", "recogniser.encoder.", "encoder.", "decoder.")

Config = TypeVar("Config", ContentEncoderConfig, DecoderConfig)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExportRecipe:
    """Settings of the recipe.

    ``utterances`` is how many different speakers the calibration hears, ``seconds`` how much of
    each; as many dev speakers, up to eight, are kept for the comparison. ``sharpen`` goes to
    :func:`syrinx.training.sharpen.sharpen_head`, ``emphasis`` and ``less_noise_db`` to
    :func:`syrinx.training.sharpen.emphasise`.
    """

    encoder: Path
    decoder: Path
    speaker: Path | None = None
    phone_head: Path | None = None
    discriminators: Path | None = None
    out: Path = Path("assets/models")
    cache: Path = DEFAULT_CACHE
    utterances: int = 32
    seconds: float = 3.0
    seed: int = 3
    sharpen: float = 1.0
    emphasis: float = 1.0
    less_noise_db: float = 0.0
    quantize: QuantizeConfig = dataclasses.field(default_factory=QuantizeConfig)


def load_part(module: nn.Module, path: Path) -> None:
    """Load the tensors of ``module`` from a checkpoint that may hold more than this module.

    Raises
    ------
    SyrinxError
        If the file cannot be read, or has no complete set of tensors of the right shapes.
    """
    try:
        tensors = load_file(path)
    except (OSError, SafetensorError) as error:
        raise SyrinxError(f"The checkpoint {path} cannot be read ({error}).") from error
    wanted = {name: tuple(value.shape) for name, value in module.state_dict().items()}
    for prefix in PREFIXES:
        found = {name: tensors.get(prefix + name) for name in wanted}
        if all(v is not None and tuple(v.shape) == wanted[k] for k, v in found.items()):
            module.load_state_dict({k: v.float() for k, v in found.items() if v is not None})
            return
    raise SyrinxError(
        f"The checkpoint {path} holds no {type(module).__name__} of this version and size."
    )


def read_provenance(checkpoint: Path) -> dict[str, Any]:
    """Return what training wrote beside the checkpoint (empty if it wrote nothing)."""
    path = checkpoint.parent / "provenance.json"
    if not path.is_file():
        return {}
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SyrinxError(f"The provenance {path} cannot be read ({error}).") from error
    return value if isinstance(value, dict) else {}


def shortened(provenance: dict[str, Any]) -> dict[str, Any]:
    """Return the provenance with the last entry of the training's history only."""
    history = provenance.get("history")
    if not isinstance(history, list):
        return provenance
    return {**provenance, "history": history[-1:]}


def config_of(kind: type[Config], provenance: dict[str, Any], part: str) -> Config:
    """Return the hyper-parameters from the provenance, the default ones where there are none."""
    fields = {field.name for field in dataclasses.fields(kind)}
    model = provenance.get("model", {})
    for values in (model.get(part), model, provenance.get(part)):
        if isinstance(values, dict) and values and set(values) <= fields:
            return kind(**values)
    return kind()


def choose(cache: SpeechCache, split: str, count: int, seed: int) -> list[Utterance]:
    """Return utterances of ``count`` different speakers, over all corpora in turn."""
    rng = np.random.default_rng(seed)
    by_corpus: dict[str, dict[str, Utterance]] = {}
    items = [u for u in cache.select(split) if u.n_samples >= 16_000 and u.f0_median_hz > 0]
    for index in rng.permutation(len(items)):
        utterance = items[index]
        by_corpus.setdefault(utterance.corpus, {}).setdefault(utterance.speaker, utterance)
    queues = [list(speakers.values()) for _, speakers in sorted(by_corpus.items())]
    chosen: list[Utterance] = []
    while len(chosen) < count and any(queues):
        for queue in queues:
            if queue and len(chosen) < count:
                chosen.append(queue.pop())
    return chosen


def audio_streams(
    cache: SpeechCache, utterances: Sequence[Utterance], seconds: float, seed: int
) -> Iterator[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """Yield audio ``(160 n,)`` and the F0 of step ``t`` ``(n,)``: speech, noisy, quiet, silent.

    Every third stream has noise added at 5 to 25 dB, levels vary by 30 dB, and each begins and
    ends with silence; the last stream is noise alone.
    """
    rng = np.random.default_rng(seed)
    noises = list(cache.noises().values())
    for index, utterance in enumerate(utterances):
        length = min(utterance.n_samples, round(seconds * 16_000)) // HOP_LENGTH * HOP_LENGTH
        audio = cache.audio(utterance, 0, length)
        gain = 10.0 ** ((-26.0 + rng.uniform(-20.0, 10.0) - utterance.level_dbfs) / 20.0)
        audio = audio * gain
        if index % 3 == 2 and noises:
            noise = np.resize(noises[int(rng.integers(len(noises)))], length)
            power = np.mean(audio**2) / (np.mean(noise**2) + 1e-12)
            audio = audio + noise * np.sqrt(power * 10.0 ** (-rng.uniform(5.0, 25.0) / 10.0))
        silence = np.zeros(20 * HOP_LENGTH, np.float32)
        audio = np.concatenate([silence, audio, silence]).clip(-1.0, 1.0).astype(np.float32)
        frames = cache.f0(utterance, 0, length // HOP_LENGTH)
        f0 = np.zeros(audio.shape[0] // HOP_LENGTH, np.float32)
        f0[21 : 21 + frames.shape[0]] = frames[: f0.shape[0] - 21]  # step t: frame t - 1
        yield audio, f0
    if noises:
        noise = np.resize(noises[0], 200 * HOP_LENGTH).astype(np.float32)
        yield noise, np.zeros(200, np.float32)


def encoder_steps(streams: Sequence[tuple[NDArray, NDArray]]) -> list[Inputs]:
    """Live inputs of the content encoder; an empty entry begins each stream."""
    steps: list[Inputs] = []
    for audio, _ in streams:
        steps.append({})
        steps.extend({"audio": block[None, None]} for block in audio.reshape(-1, HOP_LENGTH))
    return steps


def decoder_steps(
    encoder: onnx.ModelProto,
    streams: Sequence[tuple[NDArray, NDArray]],
    embeddings: NDArray[np.float32],
    seed: int,
) -> list[Inputs]:
    """Live inputs of the decoder: content from the encoder, other speakers, shifted F0."""
    rng = np.random.default_rng(seed)
    session = StateSession(open_session(encoder.SerializeToString()))
    steps: list[Inputs] = []
    for audio, f0 in streams:
        session.reset()
        steps.append({})
        target = embeddings[int(rng.integers(len(embeddings)))][None]
        ratio = 2.0 ** (rng.uniform(-10.0, 10.0) / 12.0)
        for block, f0_hz in zip(audio.reshape(-1, HOP_LENGTH), f0, strict=True):
            outputs = session.step(audio=block[None, None])
            shifted = float(np.clip(f0_hz * ratio, 50.0, 700.0)) if f0_hz > 0 else 0.0
            steps.append(
                {
                    "content": outputs["content"].copy(),
                    "loudness_db": outputs["loudness_db"].copy(),
                    "f0_hz": np.full((1, 1, 1), shifted, np.float32),
                    "speaker_embedding": target,
                    "noise": rng.standard_normal((1, 1, HOP_LENGTH), dtype=np.float32),
                }
            )
    return steps


def embed_all(
    model: onnx.ModelProto | None, cache: SpeechCache, utterances: Sequence[Utterance], seed: int
) -> NDArray[np.float32]:
    """Embeddings ``(n, 192)`` of the utterances; random directions without a speaker encoder."""
    if model is None:
        random = np.random.default_rng(seed).standard_normal((16, EMBEDDING_SIZE))
        return (random / np.linalg.norm(random, axis=1, keepdims=True)).astype(np.float32)
    session = open_session(model.SerializeToString(), threads=2)
    rows = []
    for utterance in utterances:
        audio = np.resize(cache.audio(utterance, 0, 48_000), 48_000)
        rows.append(session.run(["speaker_embedding"], {"audio": audio[None, None]})[0][0])
    return np.stack(rows).astype(np.float32)


def own_speech(
    encoder: ContentEncoder,
    cache: SpeechCache,
    utterances: Sequence[Utterance],
    embeddings: NDArray[np.float32],
) -> Iterator[tuple[Tensor, Tensor, Tensor, Tensor, Tensor]]:
    """Inputs of the decoder that give each utterance back in its own voice."""
    generator = torch.Generator().manual_seed(0)
    for utterance, embedding in zip(utterances, embeddings, strict=True):
        length = min(utterance.n_samples, 48_000) // HOP_LENGTH * HOP_LENGTH
        gain = 10.0 ** ((-26.0 - utterance.level_dbfs) / 20.0)
        audio = torch.from_numpy(cache.audio(utterance, 0, length) * np.float32(gain))[None, None]
        f0 = torch.from_numpy(cache.f0(utterance, 0, length // HOP_LENGTH))[None, None]
        with torch.no_grad():
            content, loudness_db = encoder(audio)
        f0 = F.pad(f0, (1, 0))[..., : content.shape[2]]  # step t: frame t - 1
        noise = torch.randn(audio.shape, generator=generator)
        yield content, f0, loudness_db, torch.from_numpy(embedding)[None], noise


def run(recipe: ExportRecipe) -> Iterator[str]:
    """Export, quantise, compare, write; yields a line of progress after each part."""
    origin = {
        "content_encoder": read_provenance(recipe.encoder),
        "decoder": read_provenance(recipe.decoder),
    }
    encoder = ContentEncoder(config_of(ContentEncoderConfig, origin["content_encoder"], "encoder"))
    decoder = Decoder(config_of(DecoderConfig, origin["decoder"], "decoder"))
    load_part(encoder, recipe.encoder)
    load_part(decoder, recipe.decoder)
    cache = SpeechCache(recipe.cache)
    heard = choose(cache, "train", recipe.utterances, recipe.seed)
    models: dict[str, onnx.ModelProto] = {}
    speaker: onnx.ModelProto | None = None
    if recipe.speaker is not None:
        from syrinx.neural.speaker_encoder import load_speaker_encoder

        origin["speaker_encoder"] = read_provenance(recipe.speaker)
        speaker = store_as_fp16(export_speaker_encoder(load_speaker_encoder(recipe.speaker)))
        models["speaker_encoder.fp16"] = speaker
        yield "speaker encoder exported"
    embeddings = embed_all(speaker, cache, heard, recipe.seed)
    if recipe.sharpen != 1.0:
        louder = sharpen_head(
            decoder, recipe.sharpen, own_speech(encoder, cache, heard, embeddings)
        )
        kept = {"sharpened": recipe.sharpen, "sharpened_reach_bins": REACH_BINS}
        origin["decoder"] = {**origin["decoder"], **kept}
        yield f"decoder sharpened by {recipe.sharpen:g}; it had become {louder:.1f} dB louder"
    if recipe.emphasis != 1.0 or recipe.less_noise_db != 0.0:
        given = own_speech(encoder, cache, heard, embeddings)
        louder = emphasise(decoder, recipe.emphasis, recipe.less_noise_db, given)
        set_to = {"emphasis": recipe.emphasis, "less_noise_db": recipe.less_noise_db}
        origin["decoder"] = {**origin["decoder"], **set_to}
        yield f"voiced gains vary {recipe.emphasis:g} times as much; {louder:.1f} dB louder"
    live = {
        "content_encoder": export_streaming(encoder, name="content_encoder"),
        "decoder": export_streaming(decoder, name="decoder"),
    }
    yield "content encoder and decoder exported"

    unheard = choose(cache, "dev", min(8, recipe.utterances), recipe.seed)
    streams = {
        split: list(audio_streams(cache, items, recipe.seconds, recipe.seed))
        for split, items in (("train", heard), ("dev", unheard))
    }
    reports: dict[str, FidelityReport] = {}
    for name, model in live.items():
        steps: dict[str, list[Inputs]] = {}
        for split, pieces in streams.items():
            if name == "content_encoder":
                steps[split] = encoder_steps(pieces)
            else:
                steps[split] = decoder_steps(
                    live["content_encoder"], pieces, embeddings, recipe.seed
                )
        ranges = calibrate(model, steps["train"], recipe.quantize)
        int8 = quantize_static(model, ranges, recipe.quantize)
        models[f"{name}.int8"] = store_as_fp16(cache_condition(int8))
        models[f"{name}.fp16"] = store_as_fp16(cache_condition(model))
        reports[name] = compare_models(models[f"{name}.fp16"], models[f"{name}.int8"], steps["dev"])
        lines: list[str] = []
        describe(name, reports[name], lines.append)
        yield lines[0]
    provenance: dict[str, Any] = {}
    for full_name in models:
        part, form = full_name.rsplit(".", 1)
        provenance[full_name] = {"training": shortened(origin[part])}
        if form == "int8":
            provenance[full_name]["int8_against_float"] = figures(reports[part])
    yield f"wrote {write_bundle(recipe.out, models, provenance=provenance)}"
    if recipe.phone_head is not None and save_phone_head(recipe.encoder, recipe.phone_head):
        yield f"wrote {recipe.phone_head}"
    if recipe.discriminators is not None and save_discriminators(
        recipe.decoder, recipe.discriminators
    ):
        yield f"wrote {recipe.discriminators}"


def save_phone_head(checkpoint: Path, out: Path) -> bool:
    """Keep the phone head of a checkpoint in half precision, for who trains on; whether it has one.

    The program does not need it, so that it lies beside the recipes and not with the models.
    """
    if checkpoint.suffix != ".safetensors":
        return False
    prefix = "recogniser.head."
    tensors = load_file(checkpoint)
    head = {k.removeprefix(prefix): v.half() for k, v in tensors.items() if k.startswith(prefix)}
    if head:
        out.parent.mkdir(parents=True, exist_ok=True)
        phones = read_provenance(checkpoint).get("phones", [])
        save_file(head, out, metadata={"phones": json.dumps(phones)})
    return bool(head)


def save_discriminators(checkpoint: Path, out: Path) -> bool:
    """Keep the discriminators beside a checkpoint in half precision, as :func:`save_phone_head`."""
    state = checkpoint.with_name("optimizer.pt")
    if not state.is_file():
        return False
    companions = torch.load(state, weights_only=True).get("companions", {})
    kept = {k: v.half().contiguous() for k, v in companions.get("discriminators", {}).items()}
    if kept:
        out.parent.mkdir(parents=True, exist_ok=True)
        save_file(kept, out)
    return bool(kept)


def figures(report: FidelityReport) -> dict[str, Any]:
    """Return what is worth keeping of a report (no times: they belong to a machine)."""
    return {
        "snr_db": {name: round(value, 1) for name, value in report.snr_db.items()},
        "log_mel_distance_db": None
        if report.log_mel_distance_db is None
        else round(report.log_mel_distance_db, 2),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="export_live", description="Checkpoints to the models that the program ships."
    )
    parser.add_argument("--encoder", type=Path, required=True, metavar="CKPT")
    parser.add_argument("--decoder", type=Path, required=True, metavar="CKPT")
    parser.add_argument("--speaker", type=Path, metavar="CKPT", help="default: not exported")
    parser.add_argument("--out", type=Path, default=Path("assets/models"))
    parser.add_argument(
        "--phone-head", type=Path, metavar="FILE", help="keep the encoder's phone head here"
    )
    parser.add_argument(
        "--discriminators", type=Path, metavar="FILE", help="keep the decoder's discriminators here"
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--utterances", type=int, default=32, help="speakers to calibrate with")
    parser.add_argument("--seconds", type=float, default=3.0, help="seconds of each")
    parser.add_argument(
        "--sharpen", type=float, default=1.0, help="strength of formants, 1: as trained"
    )
    parser.add_argument(
        "--emphasis", type=float, default=1.0, help="how much more voiced gains vary, 1: as trained"
    )
    parser.add_argument(
        "--less-noise-db", type=float, default=0.0, help="taken off the noise of voiced frames"
    )
    parser.add_argument("--percentile", type=float, default=QuantizeConfig().percentile)
    values = vars(parser.parse_args(arguments))
    values["quantize"] = QuantizeConfig(percentile=values.pop("percentile"))
    try:
        for line in run(ExportRecipe(**values)):
            print(line, flush=True)
    except SyrinxError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
