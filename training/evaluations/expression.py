"""``syrinx evaluate expression``: do intonation, breathiness and morph do what they say?"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray
from tqdm import tqdm

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache, Utterance
from syrinx.training.evaluations.common import emit
from syrinx.training.metrics.defects import find_clicks
from syrinx.training.metrics.dev_set import dev_sentences, evenly, file_name
from syrinx.training.metrics.panel import find_judges
from syrinx.training.metrics.picture import write_spectrograms
from syrinx.training.metrics.prosody import world_f0
from syrinx.training.metrics.scoring import Embed, Judges, cosine, mean_vector
from syrinx.training.metrics.words import WordErrors, total_errors
from syrinx.training.studio import Knobs, OpenStudio, Studio, StudioOptions
from syrinx.training.voice_attributes import harmonicity_db, measure_voice

VOICES = "iris,otto,kathleen"
PAIRS = "greta+otto,kathleen+edmund"
INTONATIONS = (0.0, 0.5, 1.0, 1.5, 2.0)
LOCKS = (0.0, 1.0)
BREATHS = (-1.0, -0.5, 0.0, 0.5, 1.0)
POSITIONS = (0.0, 0.25, 0.5, 0.75, 1.0)
FORMANTS = (-4.0, 0.0, 4.0)
PARTS = ("intonation", "lock", "breathiness", "formant", "morph", "clicks", "load")
_RATE = 48_000
_GLIDE: Knobs = {"morph_s": 0.5}
Audio = NDArray[np.float32]
Table = dict[str, dict[str, float]]


def main(argv: Sequence[str], *, studio: OpenStudio | None = None) -> int:
    """Convert with every setting and measure; ``studio`` is the program's own (ADR 0031)."""
    args = _parser().parse_args(argv)
    if studio is None:
        raise SyrinxError("This needs the program itself: run `syrinx evaluate expression`.")
    if args.sentences < 2:
        raise SyrinxError("--sentences must be at least 2.")
    wanted = PARTS if args.only is None else tuple(args.only.split(","))
    if unknown := sorted(set(wanted) - set(PARTS)):
        raise SyrinxError(f"--only takes {', '.join(PARTS)}, not {', '.join(unknown)}.")
    cache = SpeechCache(args.cache)
    known = dev_sentences(cache, 40)
    judges, notes = find_judges(
        {file_name(u): u.text for u in known}, None, outside_judges=not args.no_judges
    )
    only_words = Judges(encoders=judges.encoders, words=judges.words)
    with (
        studio(StudioOptions(home=args.home)) as program,
        tempfile.TemporaryDirectory(prefix="syrinx-expression-") as folder,
    ):
        desk = _Desk(program, cache, evenly(known, args.sentences), only_words, Path(folder))
        voices = args.voices.split(",")
        pairs = [tuple(pair.split("+")) for pair in args.pairs.split(",")]
        report: dict[str, Any] = {"notes": notes}
        parts: dict[str, Callable[[], Table]] = {
            "intonation": lambda: desk.table(voices, "intonation", INTONATIONS, _melody),
            "lock": lambda: desk.table(voices, "pitch_lock", LOCKS, _register),
            "breathiness": lambda: desk.table(voices, "breathiness", BREATHS, _breath),
            "formant": lambda: desk.table(voices, "formant_semitones", FORMANTS, _tract),
            "morph": lambda: desk.morphs(pairs),
            "clicks": lambda: desk.clicks(voices[0], pairs[0][1]),
            "load": lambda: desk.load(voices[0], pairs[0][1]),
        }
        for name in wanted:
            report[name] = parts[name]()
        if args.png is not None:
            desk.draw(args.png, voices[0], pairs[0][1])
    for note in notes:
        print(f"Note: {note}", file=sys.stderr)
    emit(report, args.json, _text(report))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate expression",
        description="Convert dev sentences with every setting of intonation, pitch lock, "
        "breathiness, formant and morph, and measure what it does: the spread of the pitch, "
        "harmonics over noise, words that are kept, likeness to both voices, clicks, load.",
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--sentences", type=int, default=8, help="of the dev set (default: 8)")
    parser.add_argument("--voices", default=VOICES, help=f"ids, by commas (default: {VOICES})")
    parser.add_argument("--pairs", default=PAIRS, help=f"to morph between (default: {PAIRS})")
    parser.add_argument("--only", metavar="A,B,...", help=f"some of: {', '.join(PARTS)}")
    parser.add_argument("--home", type=Path, help="data folder (default: SYRINX_HOME or yours)")
    parser.add_argument("--no-judges", action="store_true", help="only what is built in")
    parser.add_argument("--png", type=Path, metavar="FOLDER", help="spectrograms")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    return parser


class _Desk:
    """The sentences, and what is done with them."""

    def __init__(
        self,
        program: Studio,
        cache: SpeechCache,
        sentences: Sequence[Utterance],
        judges: Judges,
        folder: Path,
    ) -> None:
        self._program, self._judges, self._folder = program, judges, folder
        self._sources: list[tuple[Path, str]] = []
        for utterance in sentences:
            path = folder / f"{file_name(utterance)}.wav"
            audio = soxr.resample(cache.audio(utterance), SAMPLE_RATE, _RATE)
            soundfile.write(path, audio, _RATE)
            self._sources.append((path, utterance.text))

    def _said(self, voice: str, knobs: Knobs) -> list[Audio]:
        """Return all sentences as a voice says them, 16 kHz."""
        target = self._folder / "target.wav"
        made = []
        for source, _ in self._sources:
            self._program.convert(source, target, voice, fp32=False, knobs=knobs)
            audio, rate = soundfile.read(target, dtype="float32")
            made.append(soxr.resample(audio, rate, SAMPLE_RATE).astype(np.float32))
        return made

    def _words(self, made: Sequence[Audio]) -> dict[str, float]:
        judge, found = self._judges.words, []
        for audio, (_, text) in zip(made, self._sources, strict=True):
            if judge is not None and judge.knows(text):
                found.append(judge.errors(text, audio))
        return _word_figures(found)

    def table(
        self,
        voices: Sequence[str],
        knob: str,
        settings: Sequence[float],
        measure: Callable[[Sequence[Audio]], dict[str, float]],
    ) -> Table:
        """One row per setting: means over the voices."""
        rows: Table = {}
        for setting in tqdm(settings, desc=knob, disable=None, leave=False):
            found = []
            for voice in voices:
                made = self._said(voice, {knob: setting})
                figures = measure(made) | self._words(made)
                if knob == "breathiness":  # a moving pitch looks like noise to the measure
                    still = self._said(voice, {knob: setting, "intonation": 0.0})
                    figures |= _harmonics(still)
                found.append(figures)
            rows[f"{setting:g}"] = _means(found)
        return rows

    def morphs(self, pairs: Sequence[Sequence[str]]) -> Table:
        """Likeness to both ends and words, at positions between two voices."""
        rows: Table = {}
        for first, second in tqdm(pairs, desc="morph", disable=None, leave=False):
            said = {
                place: self._said(first, {"morph_to": second, "morph": place})
                for place in POSITIONS
            }
            pure = (self._said(first, {}), self._said(second, {}))
            for place, made in said.items():
                figures = {"f0_hz": float(np.median([_median_f0(audio) for audio in made]))}
                for name, embed in self._judges.encoders.items():
                    figures |= _likeness(name, embed, made, pure)
                if place in (0.0, 1.0):
                    end = pure[round(place)]
                    figures["largest_difference"] = max(
                        float(np.abs(a - b).max()) for a, b in zip(made, end, strict=True)
                    )
                rows[f"{first} {place:g} {second}"] = figures | self._words(made)
        return rows

    def clicks(self, voice: str, second: str) -> Table:
        """Clicks per minute while a knob is turned to and fro, beside the knob at rest."""
        sweeps: dict[str, tuple[Knobs, Knobs]] = {
            "at rest": ({}, {}),
            "intonation": ({"intonation": 0.0}, {"intonation": 2.0}),
            "breathiness": ({"breathiness": -1.0}, {"breathiness": 1.0}),
            "dry and wet": ({"wet": 0.0}, {"wet": 1.0}),
            "morph": (
                {"morph_to": second, "morph": 0.0, **_GLIDE},
                {"morph_to": second, "morph": 1.0, **_GLIDE},
            ),
            "morph, at once": (
                {"morph_to": second, "morph": 0.0},
                {"morph_to": second, "morph": 1.0},
            ),
        }
        rows: Table = {}
        for name, (knobs, to) in tqdm(sweeps.items(), desc="clicks", disable=None, leave=False):
            count, seconds, largest = 0, 0.0, 0.0
            for source, _ in self._sources:
                made = self._program.sweep(source, voice, knobs=knobs, to=to, every_s=0.25)
                count += len(find_clicks(made, _RATE))
                seconds += len(made) / _RATE
                largest = max(largest, float(np.abs(np.diff(made)).max()))
            rows[name] = {"clicks_per_minute": 60.0 * count / seconds, "largest_step": largest}
        return rows

    def load(self, voice: str, second: str) -> Table:
        """Time used per time available of one thread, and ms per block of 10 ms."""
        longest = max(self._sources, key=lambda item: item[0].stat().st_size)[0]
        other: Knobs = {"morph_to": second, "morph": 0.0, "morph_s": 0.5}
        kinds: dict[str, tuple[Knobs, Knobs]] = {
            "plain": ({}, {}),
            "intonation 2": ({"intonation": 2.0}, {}),
            "breathiness 1": ({"breathiness": 1.0}, {}),
            "formant 4": ({"formant_semitones": 4.0}, {}),
            "between two voices": ({**other, "morph": 0.5}, {}),
            "gliding": (other, {**other, "morph": 1.0}),
        }
        rows: Table = {}
        for name, (knobs, to) in kinds.items():
            rtf = self._program.rtf(longest, voice, fp32=False, knobs=knobs, to=to)
            rows[name] = {"share": rtf, "ms_per_block": 10.0 * rtf}
        return rows

    def draw(self, folder: Path, voice: str, second: str) -> None:
        """One sentence with the settings side by side."""
        folder.mkdir(parents=True, exist_ok=True)
        self._sources = self._sources[:1]
        for knob, settings in (
            ("intonation", INTONATIONS[::2]),
            ("breathiness", BREATHS[::2]),
            ("formant_semitones", FORMANTS),
        ):
            made = [self._said(voice, {knob: setting})[0] for setting in settings]
            write_spectrograms(folder / f"{knob}.png", made)
        made = [self._said(voice, {"morph_to": second, "morph": p})[0] for p in POSITIONS[::2]]
        write_spectrograms(folder / "morph.png", made)


def _melody(made: Sequence[Audio]) -> dict[str, float]:
    spreads = [_log_f0(audio) for audio in made]
    return {
        "std_semitones": float(np.mean([12.0 * x.std() for x in spreads if x.size])),
        "median_hz": float(2.0 ** np.median(np.concatenate(spreads))),
    }


def _register(made: Sequence[Audio]) -> dict[str, float]:
    """How far the mean of half a second of voice strays within a sentence."""
    strays = []
    for values in map(_log_f0, made):
        count = len(values) // 50
        if count > 1:
            strays.append(12.0 * values[: 50 * count].reshape(count, 50).mean(axis=1).std())
    return {**_melody(made), "std_of_half_seconds": float(np.mean(strays)) if strays else 0.0}


def _breath(made: Sequence[Audio]) -> dict[str, float]:
    found = [measure_voice(audio, _f0(audio)) for audio in made]
    rms = [float(np.sqrt(np.mean(np.square(audio)))) for audio in made]
    return {
        "cpp_db": float(np.mean([m.prominence_db for m in found if m is not None])),
        "level_dbfs": 20.0 * float(np.log10(np.mean(rms))),
    }


def _harmonics(made: Sequence[Audio]) -> dict[str, float]:
    bands = {"hnr_db": (0.0, 8000.0), "hnr_1_to_5_khz_db": (1000.0, 5000.0)}
    figures = {}
    for name, (low, high) in bands.items():
        found = [harmonicity_db(audio, _f0(audio), low_hz=low, high_hz=high) for audio in made]
        figures[name] = float(np.mean([value for value in found if value is not None]))
    return figures


def _tract(made: Sequence[Audio]) -> dict[str, float]:
    found = [measure_voice(audio, _f0(audio)) for audio in made]
    spacing = [m.tract_hz for m in found if m is not None and np.isfinite(m.tract_hz)]
    return {**_melody(made), "formant_spacing_hz": float(np.mean(spacing))}


def _likeness(
    name: str, embed: Embed, made: Sequence[Audio], pure: Sequence[Sequence[Audio]]
) -> dict[str, float]:
    """Mean cosine with other sentences of either pure voice."""
    ends = [[embed(audio) for audio in end] for end in pure]
    mine = [embed(audio) for audio in made]
    figures = {}
    for label, end in zip(("first", "second"), ends, strict=True):
        scores = []
        for number, vector in enumerate(mine):
            others = [other for k, other in enumerate(end) if k != number]
            scores.append(cosine(vector, mean_vector(others)))
        figures[f"{name}_{label}"] = float(np.mean(scores))
    return figures


def _f0(audio: Audio) -> NDArray[np.float32]:
    return world_f0(audio).astype(np.float32)


def _log_f0(audio: Audio) -> NDArray[np.float64]:
    """Log2 of F0, without what lies 1.5 octaves and more from the median: errors of WORLD."""
    f0 = world_f0(audio)
    values = np.log2(f0[f0 > 0])
    return np.asarray(values[np.abs(values - np.median(values)) < 1.5] if values.size else values)


def _median_f0(audio: Audio) -> float:
    return float(2.0 ** np.median(_log_f0(audio)))


def _word_figures(found: Sequence[WordErrors]) -> dict[str, float]:
    if not found:
        return {}
    total = total_errors(found)
    return {"wer": total.rate, "words": float(total.words)}


def _means(found: Sequence[dict[str, float]]) -> dict[str, float]:
    return {name: float(np.mean([row[name] for row in found])) for name in found[0]}


def _text(report: dict[str, Any]) -> str:
    lines = []
    for title, table in report.items():
        if title == "notes":
            continue
        columns = list(dict.fromkeys(name for row in table.values() for name in row))
        width = max(len(title), *map(len, table)) + 2
        lines.append(f"{title:<{width}}" + "  ".join(columns))
        for name, row in table.items():
            cells = [f"{row[c]:.4g}" if c in row else "-" for c in columns]
            pairs = zip(columns, cells, strict=True)
            lines.append(f"{name:<{width}}" + "  ".join(f"{v:>{len(c)}}" for c, v in pairs))
        lines.append("")
    return "\n".join(lines)
