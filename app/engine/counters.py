"""What is counted on the audio path."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Counters:
    """What the DSP thread and the callback count; read by the control thread.

    Levels and load are those since `AudioPath.take_counters` was last called.
    """

    late_blocks: int = 0
    gaps: int = 0
    blocks: int = 0
    rendered: int = 0
    dropped: int = 0
    xruns: int = 0
    busy_s: float = 0.0
    busy_samples: int = 0
    load_peak: float = 0.0
    input_peak: float = 0.0
    output_peak: float = 0.0
    input_square: float = 0.0
    output_square: float = 0.0
