"""``syrinx evaluate synthesis``: is synthesised speech understood, does it sound natural?"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.synthesis import Manner, SpeechFrames, Synthesis
from syrinx.neural.runtime.text.front_end import TextFrontEnd
from syrinx.training.data import SAMPLE_RATE
from syrinx.training.evaluations.common import emit
from syrinx.training.metrics import judges as outside
from syrinx.training.metrics.picture import write_spectrograms
from syrinx.training.metrics.recognition import Heard
from syrinx.training.metrics.words import WordErrors, normalise_text, total_errors, word_errors
from syrinx.training.recipes.export_synthesizer import FLOW_STEPS, exported
from syrinx.training.studio import OpenStudio, Studio, StudioOptions
from syrinx.training.synthesis_data import DEFAULT_SYNTHESIS, SynthesisCache

SENTENCES = (
    "The ferry leaves the island at seven and comes back after dark.",
    "Could you close the window before it starts to rain?",
    "My sister keeps three grey horses behind the old mill.",
    "Nobody had told the driver that the bridge was closed.",
    "We walked along the river until the path turned to mud.",
    "The baker sold the last loaf to a boy in a red coat.",
    "Why does the kitchen smell of oranges and smoke?",
    "Snow fell through the night and covered every roof in town.",
    "If the engine stops again, call the garage on the corner.",
    "She drew a small map, folded it twice and gave it to her father.",
    "The judge listened quietly and then asked a single question.",
    "Put the green boxes under the stairs and lock the door.",
    "An owl was sitting on the fence, watching the field for mice.",
    "There is a good chance that the meeting will be moved to Friday.",
    "He paid for the tickets with a handful of silver coins.",
    "The children laughed when the puppet lost its hat.",
    "Most of the letters were written in a careful round hand.",
    "Turn left at the church, and the house is the second on your right.",
    "What a strange sound that machine makes!",
    "After a long winter the first warm morning felt like a present.",
)
JUDGES = ("own", "closed", "sphinx", "nisqa")
Audio = NDArray[np.float32]


def main(argv: Sequence[str], *, studio: OpenStudio | None = None) -> int:
    """Speak and measure; ``studio`` is the program's own (ADR 0031)."""
    args = _parser().parse_args(argv)
    if studio is None:
        raise SyrinxError("This needs the program itself: run `syrinx evaluate synthesis`.")
    sentences = SENTENCES[: args.sentences]
    wanted = args.judges.split(",")
    if unknown := sorted(set(wanted) - set(JUDGES)):
        raise SyrinxError(f"--judges takes {', '.join(JUDGES)}, not {', '.join(unknown)}.")
    hearers, naturalness, notes = _judges(sentences, wanted)
    report: dict[str, Any] = {"notes": notes, "systems": {}}
    with studio(StudioOptions(index_ratio=args.index_ratio)) as rooms:
        if "own" in wanted:
            hearers["own"] = Heard(rooms.recognizer("syrinx"))
        for name, spoken in _systems(args, rooms, sentences):
            row = _figures(name, spoken, hearers, naturalness, args.out)
            report["systems"][name] = row
            print(name, " ".join(f"{k}={v:.3g}" for k, v in row.items()), file=sys.stderr)
    emit(report, args.json, _text(report))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate synthesis", description="Speak sentences and have them judged."
    )
    parser.add_argument("--run", type=Path, default=Path("runs/synthesizer"))
    parser.add_argument("--weights", default="averaged.safetensors")
    parser.add_argument("--cache", type=Path, default=DEFAULT_SYNTHESIS)
    parser.add_argument("--voices", default="kathleen,edmund")
    parser.add_argument("--style", help="way of speaking; default: the first of the model")
    parser.add_argument(
        "--steps", default=str(FLOW_STEPS), help="of the flow: one or more, 0,4; empty: no model"
    )
    parser.add_argument("--liveliness", type=float, default=Manner().liveliness)
    parser.add_argument("--index-ratio", type=float, help="default: the program's")
    parser.add_argument("--sentences", type=int, default=len(SENTENCES))
    parser.add_argument("--real", type=int, default=0, help="so many real takes kept back, too")
    parser.add_argument("--engines", action="store_true", help="flite and espeak-ng, too")
    parser.add_argument(
        "--judges",
        default=",".join(JUDGES),
        help="own: our recogniser, closed: words of the sentences only, sphinx: any, nisqa",
    )
    parser.add_argument("--out", type=Path, help="folder for recordings and pictures")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    return parser


Hear = Callable[[Audio], str]


def _judges(
    sentences: Sequence[str], wanted: Sequence[str]
) -> tuple[dict[str, Hear], dict[str, Callable[[Audio], float]], list[str]]:
    """The outside judges that are wanted and at hand, and a sentence for each that is not."""
    hearers: dict[str, Hear] = {}
    naturalness: dict[str, Callable[[Audio], float]] = {}
    notes: list[str] = []

    def closed() -> Hear:
        judge = outside.WordJudge(sentences)
        return lambda audio: " ".join(judge.hear(audio))

    def add(name: str, load: Callable[[], Any], where: dict[str, Any]) -> None:
        if name in wanted:
            try:
                where[name] = load()
            except SyrinxError as error:
                notes.append(str(error))

    add("closed", closed, hearers)
    add("sphinx", outside.load_sphinx, hearers)
    add("nisqa", outside.load_nisqa, naturalness)
    return hearers, naturalness, notes


Spoken = list[tuple[str, Audio]]


def _systems(
    args: argparse.Namespace, rooms: Studio, sentences: Sequence[str]
) -> Iterator[tuple[str, Spoken]]:
    """Name of each system and what it says, beside the text."""
    cache = SynthesisCache(args.cache)
    voices = args.voices.split(",")
    if args.real:
        some = [t for t in cache.select("held") if t.corpus == "rhasspy_kathleen"][: args.real]
        for voice in voices:
            spoken = []
            for take in some:
                f0 = cache.f0(take)
                mean = cache.speakers[take.speaker].log_f0_mean
                frames = SpeechFrames(
                    first=0,
                    content=cache.content(take),
                    semitones=12 * (np.log2(np.maximum(f0, 1.0)) - mean).astype(np.float32),
                    voiced=f0 > 0,
                    loudness_db=cache.loudness(take),
                )
                spoken.append((take.text, rooms.voiced([frames], voice)))
            yield f"real:{voice}", spoken
    if args.engines:
        for engine in ("flite", "espeak-ng"):
            yield engine, [(text, _engine(engine, text)) for text in sentences]
    front_end = TextFrontEnd.open(ModelRegistry())
    manner = Manner(style=args.style, liveliness=args.liveliness)
    for steps in filter(None, args.steps.split(",")):
        graphs = exported(args.run, cache, weights=args.weights, steps=int(steps))
        model = Synthesis(*(graph.SerializeToString() for graph in graphs))
        for voice in voices:
            began, seconds, spoken = time.process_time(), 0.0, []
            frames_of = [
                [
                    piece
                    for number, utterance in enumerate(front_end.utterances(text))
                    for piece in model.chunks(model.plan(utterance, manner, seed=number), manner)
                ]
                for text in sentences
            ]
            took = time.process_time() - began
            for text, frames in zip(sentences, frames_of, strict=True):
                spoken.append((text, rooms.voiced(frames, voice)))
                seconds += len(spoken[-1][1]) / SAMPLE_RATE
            print(f"rtf of the model: {took / seconds:.4f}", file=sys.stderr)
            yield f"syrinx{steps}:{voice}", spoken


def _engine(engine: str, text: str) -> Audio:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        command = {
            "flite": ["flite", "-voice", "slt", "-t", text, "-o", str(path)],
            "espeak-ng": ["espeak-ng", "-v", "en-us", "-w", str(path), "--", text],
        }[engine]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise SyrinxError(f"{engine} does not speak: install it.") from error
        audio, rate = soundfile.read(path, dtype="float32")
        narrow: Audio = np.asarray(soxr.resample(audio, rate, SAMPLE_RATE), np.float32)
        return narrow


def _figures(
    name: str,
    spoken: Spoken,
    hearers: dict[str, Hear],
    naturalness: dict[str, Callable[[Audio], float]],
    out: Path | None,
) -> dict[str, float]:
    row: dict[str, float] = {}
    errors: dict[str, list[WordErrors]] = {}
    scores: dict[str, list[float]] = {}
    for number, (text, audio) in enumerate(spoken):
        level = float(np.sqrt(np.mean(np.square(audio, dtype=np.float64)))) + 1e-9
        audio = np.clip(audio * (10 ** (-26 / 20) / level), -1, 1).astype(np.float32)
        for judge, hear in hearers.items():
            if judge == "closed" and name.startswith("real"):
                continue  # it knows the words of the sentences only
            heard = normalise_text(hear(audio))
            errors.setdefault(judge, []).append(word_errors(normalise_text(text), heard))
            if judge == "own" and out is not None:
                _note(out, f"{name}\t{text}\t{' '.join(heard)}")
        for judge, score in naturalness.items():
            scores.setdefault(judge, []).append(score(audio))
        if out is not None:
            out.mkdir(parents=True, exist_ok=True)
            stem = f"{name.replace(':', '-')}-{number:02}"
            soundfile.write(out / f"{stem}.wav", audio, SAMPLE_RATE)
            if number < 3:
                write_spectrograms(out / f"{stem}.png", [audio])
    for judge, found in errors.items():
        row[f"wer_{judge}"] = 100.0 * total_errors(found).rate
    for judge, values in scores.items():
        row[judge] = float(np.mean(values))
    row["words_per_s"] = sum(len(normalise_text(t)) for t, _ in spoken) / (
        sum(len(a) for _, a in spoken) / SAMPLE_RATE
    )
    return row


def _note(out: Path, line: str) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "heard.tsv", "a", encoding="utf-8") as file:
        file.write(line + "\n")


def _text(report: dict[str, Any]) -> str:
    lines = list(report["notes"])
    for name, row in report["systems"].items():
        lines.append(f"{name:<20} " + "  ".join(f"{k} {v:.2f}" for k, v in row.items()))
    return "\n".join(lines)
