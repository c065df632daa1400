"""Export a trained synthesiser as two ONNX files, with the ways of speaking that it has learned."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import onnx

from syrinx.neural.export import save_model, store_as_fp16
from syrinx.neural.synthesizer import Synthesizer, SynthesizerConfig
from syrinx.neural.synthesizer_export import export_synthesizer
from syrinx.training.fit import load_weights
from syrinx.training.synthesis_batches import style_of_speaker
from syrinx.training.synthesis_data import DEFAULT_SYNTHESIS, SynthesisCache

STYLES = {
    "kathleen": "rhasspy_kathleen/kathleen",
    "reader": "librispeech/19",
    "storyteller": "librispeech/27",
    "lively": "vctk_subset/p239",
}
"""Name -> the speaker whose way of speaking it is; the first is the one to begin with."""
FILES = ("synthesizer_text.fp16.onnx", "synthesizer_frames.fp16.onnx")
FLOW_STEPS = 4


def exported(
    folder: Path,
    cache: SynthesisCache,
    *,
    weights: str = "averaged.safetensors",
    steps: int = FLOW_STEPS,
) -> tuple[onnx.ModelProto, onnx.ModelProto]:
    """The graphs of a run, in float.

    Raises
    ------
    SyrinxError
        If the run has no such weights.
    """
    record = json.loads((folder / "provenance.json").read_text(encoding="utf-8"))
    model = Synthesizer(SynthesizerConfig(**record["model"]["synthesizer"]))
    load_weights(model, folder / weights)
    names = [speaker.name for speaker in cache.speakers]
    styles = {
        style: style_of_speaker(cache.speakers[k], cache.embeddings[k]).tolist()
        for style, name in STYLES.items()
        if name in names
        for k in [names.index(name)]
    }
    return export_synthesizer(model, steps=steps, styles=styles, encoder=record["encoder"])


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx train export_synthesizer", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--folder", type=Path, default=Path("runs/synthesizer"))
    parser.add_argument("--cache", type=Path, default=DEFAULT_SYNTHESIS)
    parser.add_argument("--weights", default="averaged.safetensors")
    parser.add_argument("--steps", type=int, default=FLOW_STEPS, help="of the flow")
    parser.add_argument("--out", type=Path, help="default: the folder of the run")
    args = parser.parse_args(argv)
    out = args.out or args.folder
    out.mkdir(parents=True, exist_ok=True)
    graphs = exported(
        args.folder, SynthesisCache(args.cache), weights=args.weights, steps=args.steps
    )
    for name, graph in zip(FILES, graphs, strict=True):
        save_model(store_as_fp16(graph), out / name)
        print(out / name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
