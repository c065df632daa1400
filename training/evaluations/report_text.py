"""The figures of a conversion report: their names, order and units, as a table of text."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Table = Mapping[str, Mapping[str, Any]]

ROW_NAMES = {
    "source": "source, unchanged",
    "world": "WORLD conversion",
    "shift": "pitch/formant shift",
    "int8": "converted, int8",
    "fp32": "converted, fp32",
    "average_30s": "int8, 30 s, averaged only",
    "average_180s": "int8, 3 min, averaged only",
    "int8_30s": "int8, 30 s of target",
    "int8_180s": "int8, 3 min of target",
    "fp32_30s": "fp32, 30 s of target",
    "fp32_180s": "fp32, 3 min of target",
    "target": "target's own",
}


def percent(value: float) -> str:
    """A share as percent."""
    return f"{100 * value:.1f} %"


def points(value: float) -> str:
    """A difference of shares as percentage points."""
    return f"{100 * value:+.1f} points"


def _fixed(digits: int, unit: str = "") -> Callable[[float], str]:
    return lambda value: f"{value:.{digits}f}{unit}"


@dataclasses.dataclass(frozen=True, slots=True)
class Figure:
    """A column: its key in the table, its heading, what it means, and how it is written."""

    key: str
    heading: str
    meaning: str
    write: Callable[[float], str]


VOICE = (
    Figure("resemblyzer_gap_closed", "gap", "share of the source-to-target gap closed", percent),
    Figure("resemblyzer_to_target", "like target", "Resemblyzer, cosine", _fixed(3)),
    Figure("resemblyzer_to_source", "like source", "Resemblyzer, cosine", _fixed(3)),
    Figure("own_gap_closed", "own gap*", "by our speaker encoder: no judge, it trains", percent),
    Figure("own_to_target", "own target*", "our speaker encoder: no judge", _fixed(3)),
    Figure("wer", "WER", "word errors, PocketSphinx, closed vocabulary", percent),
    Figure("wer_in_noise", "WER 10 dB", "with noise at 10 dB SNR in the source", percent),
    Figure("words_kept_in_noise", "kept 10 dB", "words understood, relative to clean", percent),
)
SOUND = (
    Figure("dnsmos", "DNSMOS", "naturalness, 1 to 5", _fixed(2)),
    Figure("nisqa", "NISQA", "NISQA-TTS naturalness, 1 to 5", _fixed(2)),
    Figure("f0_correlation", "F0 corr.", "log F0 against the source, mean", _fixed(3)),
    Figure("f0_correlation_median", "median", "of the same; the mean has octave errors", _fixed(3)),
    Figure(
        "loudness_difference_db", "loudness", "against the source, speech only", _fixed(1, " dB")
    ),
    Figure("silence_dbfs", "silence", "level where the source is silent", _fixed(1, " dBFS")),
    Figure("clicks_per_minute", "clicks/min", "natural speech has about two", _fixed(1)),
    Figure("clipped_samples", "clipped", "samples in flat tops", _fixed(0)),
    Figure("model_delay_ms", "delay", "of the model, declared", _fixed(0, " ms")),
    Figure("rtf", "RTF", "of the live chain, one thread, processor time", _fixed(3)),
)
BLOCKS = (("Voice and words", VOICE), ("Sound and speed", SOUND))


def present(table: Table, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that any row has."""
    return [f for f in figures if any(row.get(f.key) is not None for row in table.values())]


def ordered(table: Table) -> list[str]:
    """Return the rows of a table in the order of `ROW_NAMES`."""
    return [row for row in ROW_NAMES if row in table]


def cell(row: Mapping[str, Any], figure: Figure) -> str:
    """A figure as text, ``-`` where there is none."""
    value = row.get(figure.key)
    return "-" if value is None else figure.write(float(value))


def table_text(table: Table) -> str:
    """A table as text: one line per row, in two blocks of columns."""
    blocks = []
    for title, all_figures in BLOCKS:
        figures = present(table, all_figures)
        if not figures:
            continue
        head = [title, *(f.heading for f in figures)]
        lines = [head] + [
            [ROW_NAMES[row], *(cell(table[row], f) for f in figures)] for row in ordered(table)
        ]
        widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
        blocks.append(
            "\n".join(
                line[0].ljust(widths[0])
                + "".join(
                    f"  {text:>{width}}" for text, width in zip(line[1:], widths[1:], strict=True)
                )
                for line in lines
            )
        )
    return "\n\n".join(blocks)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A figure that must reach a limit: first this, then that."""

    name: str
    value: float | None
    first: float
    then: float
    higher: bool
    write: Callable[[float], str]

    def verdict(self) -> str:
        """Which of the two limits is reached."""
        if self.value is None:
            return "not measured"
        for limit, text in ((self.then, "second aim reached"), (self.first, "first aim reached")):
            if self.value >= limit if self.higher else self.value <= limit:
                return text
        return "not reached"


def aims(table: Table) -> list[Aim]:
    """The aims of the project for the mean of the dev targets (see docs/quality.md)."""

    def of(row: str, key: str) -> float | None:
        value = table.get(row, {}).get(key)
        return None if value is None else float(value)

    best = "int8_180s" if "int8_180s" in table else "int8_30s"
    more = of(best, "wer_above_source")
    kept = of(best, "words_kept_in_noise")

    def aim(
        name: str,
        value: float | None,
        first: float,
        then: float,
        write: Callable[[float], str],
        *,
        higher: bool = True,
    ) -> Aim:
        return Aim(name=name, value=value, first=first, then=then, higher=higher, write=write)

    gap, three = "resemblyzer_gap_closed", _fixed(3)
    found = [
        aim("gap closed, 30 s of target", of("int8_30s", gap), 0.45, 0.65, percent),
        aim("gap closed, 3 min of target", of("int8_180s", gap), 0.60, 0.75, percent),
        aim("word errors above the source's", more, 0.06, 0.02, points, higher=False),
        aim("log-F0 correlation, median", of(best, "f0_correlation_median"), 0.88, 0.92, three),
        aim("NISQA-TTS", of(best, "nisqa"), 3.1, 3.5, _fixed(2)),
        aim("words kept in noise, 10 dB", kept, 0.90, 0.95, percent),
        aim(
            "output in silence",
            of(best, "silence_dbfs"),
            -60,
            -70,
            _fixed(0, " dBFS"),
            higher=False,
        ),
        aim("model delay", of(best, "model_delay_ms"), 30, 20, _fixed(0, " ms"), higher=False),
        aim("RTF, one thread", of(best, "rtf"), 0.15, 0.10, three, higher=False),
        aim("live files", of(best, "live_files_mb"), 20, 15, _fixed(1, " MB"), higher=False),
    ]
    floating = best.replace("int8", "fp32")
    if floating in table:
        pairs = [(of(floating, gap), of(best, gap)), (of(best, "wer"), of(floating, "wer"))]
        names = ["gap lost by int8", "word errors added by int8"]
        for name, (a, b), first in zip(names, pairs, (0.02, 0.01), strict=True):
            lost = None if a is None or b is None else a - b
            found.append(aim(name, lost, first, 0.0, points, higher=False))
    return found


def aims_text(table: Table) -> str:
    """The aims as text."""
    lines = []
    for a in aims(table):
        value = "-" if a.value is None else a.write(a.value)
        lines.append([a.name, value, a.write(a.first), a.write(a.then), a.verdict()])
    lines.insert(0, ["Aims", "measured", "first", "then", ""])
    widths = [max(len(line[i]) for line in lines) for i in range(5)]
    return "\n".join(
        line[0].ljust(widths[0])
        + "".join(f"  {text:>{width}}" for text, width in zip(line[1:4], widths[1:4], strict=True))
        + f"  {line[4]}"
        for line in lines
    )
