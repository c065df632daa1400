"""How well two F0 tracks agree."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.units import ratio_to_cents

GROSS_CENTS = 200.0
"""A voiced frame is a gross error when it is further off than this (about 20 % in RAPT's terms)."""


def f0_agreement(
    estimated: NDArray[np.floating], reference: NDArray[np.floating]
) -> dict[str, float]:
    """Compare two F0 tracks with the same frame times.

    Parameters
    ----------
    estimated, reference
        F0 in Hz, shape ``(n_frames,)``; 0 stands for unvoiced.

    Returns
    -------
    dict
        ``frames``; ``voicing_error`` (share of the frames where the two disagree, 0 to 1) and its
        parts ``false_voiced`` and ``missed_voiced`` (shares of all frames); over the frames that
        are voiced in both: ``median_cents`` and ``p90_cents`` (absolute), ``bias_cents`` (median
        of the signed error), ``gross_error`` (share more than 200 cents off), ``octave_error``
        (share within 200 cents of an octave above or below) and ``log_f0_correlation``. NaN
        where nothing is voiced in both.

    Raises
    ------
    SyrinxError
        When the tracks differ in length.
    """
    if estimated.shape != reference.shape or estimated.ndim != 1:
        raise SyrinxError(
            f"The F0 tracks must have the same frames, not {estimated.shape} and {reference.shape}."
        )
    voiced, wanted = estimated > 0, reference > 0
    frames = max(1, reference.shape[0])
    result = {
        "frames": float(reference.shape[0]),
        "voicing_error": float((voiced != wanted).sum()) / frames,
        "false_voiced": float((voiced & ~wanted).sum()) / frames,
        "missed_voiced": float((~voiced & wanted).sum()) / frames,
    }
    both = voiced & wanted
    names = ("median_cents", "p90_cents", "bias_cents", "gross_error", "octave_error")
    if not both.any():
        return result | dict.fromkeys((*names, "log_f0_correlation"), float("nan"))
    cents = ratio_to_cents(estimated[both].astype(np.float64) / reference[both].astype(np.float64))
    off = np.abs(cents)
    logs = np.log(np.stack((estimated[both], reference[both])).astype(np.float64))
    spread = logs.std(axis=1)
    steady = both.sum() < 2 or float(spread.min()) < 1e-9
    values = (
        float(np.median(off)),
        float(np.percentile(off, 90)),
        float(np.median(cents)),
        float((off > GROSS_CENTS).mean()),
        float((np.abs(off - 1200.0) < GROSS_CENTS).mean()),
    )
    correlation = float("nan") if steady else float(np.corrcoef(logs)[0, 1])
    return result | dict(zip(names, values, strict=True)) | {"log_f0_correlation": correlation}
