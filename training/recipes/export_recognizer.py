"""The recogniser's checkpoint to the files that the program ships.

The streaming network in int8; the second hearing, which runs once for each stretch of speech, in
half precision. The streaming network in half precision is kept beside, to go on training.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import onnx
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.bundle import write_bundle
from syrinx.neural.export import export_second_hearing, export_streaming, store_as_fp16
from syrinx.neural.fidelity import compare_models
from syrinx.neural.quantize import Inputs, QuantizeConfig, calibrate, quantize_static
from syrinx.neural.recognizer import (
    HOP_LENGTH,
    LETTER_UNITS,
    PHONE_UNITS,
    Recognizer,
    RecognizerConfig,
)
from syrinx.neural.recognizer_second import SecondConfig
from syrinx.neural.runtime.registry import RECOGNIZER_FLOAT, RECOGNIZER_MODEL, SECOND_MODEL
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.fit import load_weights
from syrinx.training.recipes.export_live import audio_streams, choose, figures, read_provenance
from syrinx.training.recipes.recognizer import KEPT, RecognizerTrainer

QUANTIZE = QuantizeConfig(float_layers=("embed.*", "head_*"))
SEED = 3
UNITS = {"phones": PHONE_UNITS, "letters": LETTER_UNITS}


def float_model(recognizer: Recognizer) -> onnx.ModelProto:
    """The live graph, float32, with its units in the metadata."""
    return export_streaming(recognizer.eval(), name="recognizer", extra={"units": UNITS})


def steps_of(streams: Sequence[tuple[NDArray, NDArray]]) -> list[Inputs]:
    """Live inputs of the recogniser; an empty entry begins each stream."""
    steps: list[Inputs] = []
    for audio, _ in streams:
        steps.append({})
        whole = audio[: len(audio) // HOP_LENGTH * HOP_LENGTH].reshape(-1, HOP_LENGTH)
        steps.extend({"audio": block[None, None]} for block in whole)
    return steps


def int8_model(
    model: onnx.ModelProto, cache: SpeechCache, *, speakers: int, seconds: float
) -> onnx.ModelProto:
    """The int8 twin, its ranges those of train speakers, loud, soft, in noise, and of silence."""
    heard = audio_streams(cache, choose(cache, "train", speakers, SEED), seconds, SEED)
    ranges = calibrate(model, steps_of(list(heard)), QUANTIZE)
    return quantize_static(model, ranges, QUANTIZE)


def load_trained(checkpoint: Path) -> tuple[RecognizerTrainer, dict[str, Any]]:
    """The networks of a checkpoint of the recipe, and its provenance."""
    origin = read_provenance(checkpoint)
    origin.pop("frame_labels", None)  # of the head that is not shipped
    values = origin.get("model", {})
    trainer = RecognizerTrainer(
        RecognizerConfig(**values.get("recognizer", {})), SecondConfig(**values.get("second", {}))
    )
    load_weights(trainer, checkpoint)
    if origin.get("history"):  # the checkpoint is that of the best validation, not of the last
        best = min(origin["history"], key=lambda item: item["score"])
        origin = {**origin, "history": [best], "steps": best["step"]}
    return trainer, origin


def export(
    checkpoint: Path,
    out: Path,
    cache: SpeechCache,
    *,
    kept: Path = KEPT,
    speakers: int = 32,
    seconds: float = 6.0,
) -> Iterator[str]:
    """Write the files into the folder of models ``out``; yields what was done."""
    trainer, origin = load_trained(checkpoint)
    model = float_model(trainer.recognizer)
    again = export_second_hearing(
        trainer.second, channels=trainer.second.config.channels, extra={"units": UNITS}
    )
    int8 = store_as_fp16(int8_model(model, cache, speakers=speakers, seconds=seconds))
    half = store_as_fp16(model)
    unheard = audio_streams(cache, choose(cache, "dev", 8, SEED), seconds, SEED)
    report = compare_models(half, int8, steps_of(list(unheard)))
    yield (
        f"{report.megabytes_float:.2f} MB and {report.megabytes_int8:.2f} MB,"
        f" {report.step_us_float:.0f} and {report.step_us_int8:.0f} us for 30 ms; "
        + ", ".join(f"{k} {v:.1f} dB" for k, v in report.snr_db.items())
    )
    provenance = {
        RECOGNIZER_MODEL: {"training": origin, "int8_against_float": figures(report)},
        SECOND_MODEL: {"training": origin},
    }
    models = {RECOGNIZER_MODEL: int8, SECOND_MODEL: store_as_fp16(again)}
    yield f"wrote {write_bundle(out, models, provenance=provenance)}"
    float_origin = {RECOGNIZER_FLOAT: {"training": origin}}
    yield f"wrote {write_bundle(kept, {RECOGNIZER_FLOAT: half}, provenance=float_origin)}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="syrinx train export_recognizer", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--checkpoint", type=Path, default=Path("runs/recognizer/best.safetensors"))
    parser.add_argument("--out", type=Path, default=Path("assets/models"))
    parser.add_argument("--kept", type=Path, default=KEPT, help="where the float network goes")
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--speakers", type=int, default=32, help="speakers to calibrate with")
    parser.add_argument("--seconds", type=float, default=6.0, help="seconds of each")
    args = parser.parse_args(argv)
    try:
        for line in export(
            args.checkpoint,
            args.out,
            SpeechCache(args.cache),
            kept=args.kept,
            speakers=args.speakers,
            seconds=args.seconds,
        ):
            print(line, flush=True)
    except SyrinxError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
