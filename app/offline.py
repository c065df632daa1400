"""Files through the live chain: aligned, as long as the input, in constant memory."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
import soxr

from syrinx.app import source_pitch
from syrinx.app.audio_files import AudioReader, format_of, writing
from syrinx.app.engine.params import DEFAULT_INDEX_RATIO, VoiceParams
from syrinx.app.engine.rack_params import RackParams
from syrinx.app.engine.voice_chain import build_voice_chain
from syrinx.app.files import reason
from syrinx.app.resampling import resampled
from syrinx.app.voices import Voice
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio, Processor
from syrinx.neural.runtime.registry import ModelRegistry

_BLOCK_S = 0.25
_PLAIN = VoiceParams()
_PITCH_CHUNK_S = 5.0
_PITCH_CHUNKS = 120
"""Ten minutes, spread over the file, decide its median pitch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionReport:
    """What was done with one file.

    Attributes
    ----------
    samples, sample_rate
        Of the result.
    pitch_semitones
        The shift that was used.
    source_f0_hz
        Median F0 of the source; None = not asked for, or no voiced speech.
    remarks
        One sentence each; nothing failed.
    """

    samples: int
    sample_rate: int
    pitch_semitones: float
    source_f0_hz: float | None
    remarks: tuple[str, ...]


def plan_outputs(
    inputs: Sequence[Path], output: str | None, *, voice_id: str
) -> list[tuple[Path, Path]]:
    """Pair every input with the file its result goes to.

    Parameters
    ----------
    output
        A file (one input only), a folder (made when it does not exist), or None: beside the
        input as ``NAME-VOICE.wav``. A new name without a suffix, or with a ``/`` behind it, is a
        folder.

    Raises
    ------
    SyrinxError
        Two inputs would go to one file, an input would be overwritten, or the folder cannot be
        made.
    """
    if output == "-":
        raise SyrinxError("The result cannot go to the standard output; name a file or a folder.")
    folder: Path | None = None
    if output is None:
        pairs = [(path, path.with_name(f"{path.stem}-{voice_id}.wav")) for path in inputs]
    else:
        target = Path(output)
        is_file = bool(target.suffix) and not target.is_dir() and not output.endswith(("/", "\\"))
        if is_file and len(inputs) == 1:
            format_of(target)
            pairs = [(inputs[0], target)]
        elif is_file:
            raise SyrinxError(f"{len(inputs)} files cannot go into the one file {target}.")
        else:
            folder = target
            pairs = [(path, target / f"{path.stem}.wav") for path in inputs]
    seen: dict[Path, Path] = {}
    sources = {path.resolve() for path in inputs}
    for source, result in pairs:
        place = result.resolve()
        if place in sources:
            raise SyrinxError(f"The result would overwrite the input {result}; use another -o.")
        if place in seen:
            raise SyrinxError(
                f"{seen[place]} and {source} would both become {result}; convert them one by one."
            )
        seen[place] = source
    if folder is not None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SyrinxError(f"Cannot make the folder {folder}: {reason(error)}.") from error
    return pairs


def convert_file(
    source: Path,
    target: Path,
    voice: Voice | None,
    *,
    pitch: float | Literal["auto"] = "auto",
    formant_semitones: float = 0.0,
    fp32: bool = False,
    index_ratio: float = DEFAULT_INDEX_RATIO,
    band_extension: bool = True,
    mark: bool = True,
    rack: RackParams | None = None,
    registry: ModelRegistry | None = None,
    output_rate: int | None = None,
    others: VoiceParams = _PLAIN,
    second: Voice | None = None,
    on_progress: Callable[[float, float], None] = lambda done_s, total_s: None,
) -> ConversionReport:
    """Convert one file.

    The chain is the one of the live path, fed with the file's own rate. Its delay is taken out:
    sample n of the result belongs to sample n of the source, and both are equally long.

    Parameters
    ----------
    pitch
        Semitones, or "auto": from the source's median F0, found in a first pass, to the voice's.
    index_ratio
        How far the content is pulled towards the voice's own, 0 to 1; for voices with a bank.
    band_extension
        Give a neural voice a band above 8 kHz where the source or the result has a rate for it.
    mark
        Mark what a voice made from recordings says (`syrinx.app.marking`).
    rack
        Clean-up and effects; None = all off.
    registry
        Where the networks come from; None = only those that came with the program.
    output_rate
        Rate of the result in Hz; None = the source's.
    others
        The knobs that are not named here, as they are set in it.
    second
        The voice that ``others.morph_to`` names.
    on_progress
        Called with seconds done and seconds in all.

    Raises
    ------
    SyrinxError
        A sentence about the file, the voice or the disk; ``target`` is then as it was before.
    """
    remarks: list[str] = []
    format_of(target)
    shift, source_f0_hz = pitch, None
    locked = pitch == "auto" and others.pitch_lock > 0.0
    if shift == "auto":
        target_hz = source_pitch.target_f0_hz(voice, second, others.morph)
        shift, source_f0_hz = _auto_shift(source, target_hz, remarks)
    elif others.intonation != 1.0 and voice is not None and voice.kind == "neural":
        source_f0_hz = source_median_f0_hz(source)
    params = replace(
        others,
        pitch="auto" if locked else shift,
        source_f0_hz=source_f0_hz,
        formant_semitones=formant_semitones,
        index_ratio=index_ratio,
        band_extension=band_extension,
        mark=mark,
        rack=rack if rack is not None else RackParams(),
    )
    with AudioReader(source) as reader:
        rate_in, rate_out = reader.sample_rate, output_rate or reader.sample_rate
        # A voice whose result is to have more room than its source speaks into that room.
        neural = voice is not None and voice.kind == "neural"
        rate = max(rate_in, rate_out) if neural else rate_in
        chain = build_voice_chain(
            voice, sample_rate=rate, params=params, second=second, fp32=fp32, registry=registry
        )
        remarks += chain.notices
        expected = round(reader.frames * rate_out / rate_in)
        with writing(
            target, sample_rate=rate_out, frames=expected, like_subtype=reader.subtype
        ) as writer:
            blocks = resampled(reader.blocks(round(_BLOCK_S * rate_in)), rate_in, rate)
            for audio in resampled(aligned(blocks, chain), rate, rate_out):
                writer.write(audio)
                on_progress(reader.frames_read / rate_in, reader.seconds)
            if reader.frames_read == 0:
                raise SyrinxError(f"{source} holds no audio.")
        if reader.bad_samples:
            remarks.append(f"{reader.bad_samples} samples were no numbers and became silence.")
        if reader.frames_read < reader.frames:
            remarks.append(f"the file ends early, after {reader.frames_read / rate_in:.1f} s.")
        elif reader.cut_short:
            remarks.append(
                f"the file was cut short; the {reader.seconds:.1f} s that are there were converted."
            )
        return ConversionReport(
            samples=writer.frames,
            sample_rate=rate_out,
            pitch_semitones=shift,
            source_f0_hz=source_f0_hz,
            remarks=tuple(remarks),
        )


def aligned(blocks: Iterable[Audio], processor: Processor) -> Iterator[Audio]:
    """Yield ``blocks`` processed, the latency removed, as many samples as came in.

    Blocks may have any length. Silence is fed behind the end for what is still inside.
    """
    size = processor.block_size
    skip, due = processor.latency, 0
    rest = np.zeros(0, dtype=np.float32)
    for block in blocks:
        due += len(block)
        rest = np.concatenate([rest, block])
        whole = len(rest) - len(rest) % size
        if whole:
            audio = processor.process(rest[:whole])
            rest = rest[whole:]
            skipped = min(skip, len(audio))
            skip -= skipped
            due -= len(audio) - skipped
            if skipped < len(audio):
                yield audio[skipped:]
    if due:
        needed = math.ceil((due + skip) / size) * size
        tail = np.concatenate([rest, np.zeros(needed - len(rest), dtype=np.float32)])
        yield processor.process(tail)[skip : skip + due]


def source_median_f0_hz(path: Path) -> float | None:
    """Return the median F0 of a file in Hz, from at most ten minutes spread over it.

    Raises
    ------
    SyrinxError
        The file cannot be read.
    """
    with AudioReader(path) as reader:
        return source_pitch.median_f0_hz(_pitch_chunks(reader))


def _pitch_chunks(reader: AudioReader) -> Iterator[Audio]:
    length = round(_PITCH_CHUNK_S * reader.sample_rate)
    if reader.frames <= _PITCH_CHUNKS * length or not reader.seekable:
        chunks: Iterable[Audio] = reader.blocks(length)
    else:
        starts = np.linspace(0, reader.frames - length, _PITCH_CHUNKS).astype(int)
        chunks = (_read_at(reader, int(start), length) for start in starts)
    for chunk in chunks:
        yield soxr.resample(chunk, reader.sample_rate, source_pitch.SAMPLE_RATE)


def _read_at(reader: AudioReader, start: int, length: int) -> Audio:
    reader.seek(start)
    return reader.read(length)


def _auto_shift(
    source: Path, target_hz: float | None, remarks: list[str]
) -> tuple[float, float | None]:
    if target_hz is None:
        return 0.0, None
    median = source_median_f0_hz(source)
    if median is None:
        remarks.append("no voiced speech was found, so the pitch was not shifted.")
        return 0.0, None
    return float(np.clip(12.0 * np.log2(target_hz / median), -24.0, 24.0)), median
