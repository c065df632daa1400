"""How far an int8 graph is from its float twin, and what it gains: the figures to accept it by."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.mel import StreamingLogMel
from syrinx.neural.quantize import Inputs
from syrinx.neural.runtime.session import StateSession, open_session

SAMPLE_RATE = 16_000
AUDIBLE_DB = 60.0
TURN_STEPS = 100


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FidelityReport:
    """Float against int8 over one stream.

    Attributes
    ----------
    snr_db
        By output: power of the float output over the power of the difference.
    log_mel_distance_db
        Where an output is audio: see `log_mel_distance_db`; ``None`` otherwise.
    megabytes_float, megabytes_int8
        Size of the files compared.
    step_us_float, step_us_int8
        Median time of a step. The two take turns of a hundred steps: other load hits both, and
        yet neither drives the other's weights out of the cache at every step.
    """

    snr_db: Mapping[str, float]
    log_mel_distance_db: float | None
    megabytes_float: float
    megabytes_int8: float
    step_us_float: float
    step_us_int8: float

    @property
    def speed_ratio(self) -> float:
        """How many times faster the int8 graph is."""
        return self.step_us_float / self.step_us_int8


def compare_models(
    reference: onnx.ModelProto, quantized: onnx.ModelProto, steps: Sequence[Inputs]
) -> FidelityReport:
    """Run both graphs over the same stream.

    Parameters
    ----------
    reference, quantized
        Live graphs with the same inputs and outputs.
    steps
        As in `syrinx.neural.quantize.calibrate`; not what the calibration has seen.
    """
    if not steps:
        raise SyrinxError("There is nothing to compare with: give recordings of speech.")
    content = [model.SerializeToString() for model in (reference, quantized)]
    sessions = [StateSession(open_session(c)) for c in content]
    collected: list[dict[str, list[NDArray[np.float32]]]] = [{}, {}]
    times: list[list[float]] = [[], []]
    for first in range(0, len(steps), TURN_STEPS):
        for which, session in enumerate(sessions):
            for inputs in steps[first : first + TURN_STEPS]:
                if not inputs:
                    session.reset()
                    continue
                start = time.perf_counter()
                outputs = session.step(**inputs)
                times[which].append(time.perf_counter() - start)
                for name, value in outputs.items():
                    collected[which].setdefault(name, []).append(value.copy())
    joined = [{k: np.concatenate(v, axis=-1) for k, v in c.items()} for c in collected]
    audio = "audio_out"
    distance = None
    if audio in joined[0]:
        distance = log_mel_distance_db(joined[0][audio].reshape(-1), joined[1][audio].reshape(-1))
    return FidelityReport(
        snr_db={name: snr_db(joined[0][name], joined[1][name]) for name in joined[0]},
        log_mel_distance_db=distance,
        megabytes_float=len(content[0]) / 1e6,
        megabytes_int8=len(content[1]) / 1e6,
        step_us_float=1e6 * float(np.median(times[0])),
        step_us_int8=1e6 * float(np.median(times[1])),
    )


def snr_db(reference: NDArray[np.floating], other: NDArray[np.floating]) -> float:
    """Power of ``reference`` over the power of the difference, in dB."""
    signal = float(np.sum(np.square(reference, dtype=np.float64)))
    noise = float(np.sum(np.square(np.subtract(reference, other, dtype=np.float64))))
    return 10.0 * float(np.log10((signal + 1e-20) / (noise + 1e-20)))


def log_mel_distance_db(
    reference: NDArray[np.float32], other: NDArray[np.float32], *, sample_rate: int = SAMPLE_RATE
) -> float:
    """Root mean square difference of two log-mel spectrograms in dB.

    40 bands, 32 ms frames every 10 ms; the frames of ``reference`` that lie more than 60 dB under
    its loudest one do not count, nor do the last 60 dB of each band: nobody hears them.
    """
    spectra = []
    for audio in (reference, other):
        mel = StreamingLogMel(sample_rate=sample_rate, n_fft=512, hop_length=160, n_mels=40)
        whole = audio[: audio.shape[0] // 160 * 160].astype(np.float32)
        spectra.append(mel.process(whole).astype(np.float64) * (10.0 / np.log(10.0)))
    floor = float(spectra[0].max()) - AUDIBLE_DB
    first, second = (np.maximum(spectrum, floor) for spectrum in spectra)
    heard = first.max(axis=1) > floor
    if not heard.any():
        return 0.0
    return float(np.sqrt(np.mean(np.square(first[heard] - second[heard]))))


def describe(name: str, report: FidelityReport, write: Callable[[str], None]) -> None:
    """Write the report in one line."""
    snr = " ".join(f"{key} {value:.1f} dB" for key, value in report.snr_db.items())
    mel = report.log_mel_distance_db
    write(
        f"{name}: {report.megabytes_float:.1f} -> {report.megabytes_int8:.1f} MB,"
        f" {report.step_us_float:.0f} -> {report.step_us_int8:.0f} us per step"
        f" ({report.speed_ratio:.2f}x), SNR {snr}"
        + ("" if mel is None else f", log-mel distance {mel:.2f} dB")
    )
