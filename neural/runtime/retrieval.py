"""Retrieval: live content is pulled towards the nearest frames of the target's own speech.

What a content encoder says still tells who spoke. A voice therefore keeps a bank of content frames
of its own speaker, and each step's content moves towards the mean of its nearest neighbours in it
(kNN-VC, Baas et al. 2023, there with the whole recording and the whole frame; the ratio is that of
RVC's index). Which neighbours, how many and how large a bank: ``docs/measurements/retrieval.md``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError

CONTENT_CHANNELS = 64
NEIGHBOURS = 8
BANK_FRAMES = 1024
LEAST_FRAMES = 64
BELOW_LOUD_DB = 30.0
"""Frames this far under the 95th percentile of the recordings' loudness are pauses."""
_SAME = 1.0 - 1e-6

Frames = NDArray[np.float32]


class FrameBank:
    """Content frames of one speaker, searched by cosine.

    A search allocates nothing but the integers of the indices: the scores, the rows and the
    result have their buffers. So one bank serves one voice in one thread.

    Parameters
    ----------
    frames
        ``(n_frames, channels)``; their lengths do not matter.
    neighbours
        Frames that are averaged; all of a bank that has fewer.

    Attributes
    ----------
    channels
        Numbers per frame.

    Raises
    ------
    SyrinxError
        There is no frame, or one is zero or not finite.
    """

    def __init__(self, frames: NDArray[np.number], *, neighbours: int = NEIGHBOURS) -> None:
        self._keys = unit_rows(frames)
        count, self.channels = self._keys.shape
        self._scores = np.empty(count, np.float32)
        self._rows = np.empty((min(neighbours, count), self.channels), np.float32)
        self._pulled = np.empty(self.channels, np.float32)

    def __len__(self) -> int:
        """Number of frames."""
        return len(self._keys)

    def pull(self, content: Frames, ratio: float) -> Frames:
        """Return ``content`` moved by ``ratio`` of the way to the mean of its neighbours.

        Parameters
        ----------
        content
            ``(channels,)`` float32.
        ratio
            0 (stays) to 1 (the mean itself, as long as ``content`` where they all agree).

        Returns
        -------
        array (channels,), float32
            The bank's own buffer: overwritten by the next call.
        """
        scores, rows, pulled = self._scores, self._rows, self._pulled
        np.dot(self._keys, content, out=scores)
        for row in rows:  # some searches for the largest take less than one partition
            best = scores.argmax()
            row[:] = self._keys[best]
            scores[best] = -np.inf
        np.add.reduce(rows, axis=0, out=pulled)
        # Content frames are all of one length (a layer norm is the encoder's last layer), so the
        # neighbours are as long as the frame that looks for them.
        pulled *= np.float32(np.sqrt(np.dot(content, content)) / rows.shape[0])
        pulled -= content
        pulled *= np.float32(ratio)
        pulled += content
        return pulled


def unit_rows(frames: NDArray[np.number]) -> Frames:
    """Return frames ``(n, channels)`` scaled to unit length, float32.

    Raises
    ------
    SyrinxError
        There is no frame, or one is zero or not finite.
    """
    rows = np.array(frames, dtype=np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True) if rows.ndim == 2 else np.zeros(0)
    if not lengths.size or not np.all((lengths > 0) & np.isfinite(lengths)):
        raise SyrinxError("A bank of content needs frames that are finite and not all zero.")
    rows /= lengths
    return rows


def speech_frames(
    content: NDArray[np.floating], loudness_db: NDArray[np.floating]
) -> NDArray[np.floating]:
    """Return the frames ``(m, channels)`` of ``content`` ``(n, channels)`` that are no pause."""
    if not len(content):
        return content
    loud_db = float(np.percentile(loudness_db, 95.0))
    return content[loudness_db > loud_db - BELOW_LOUD_DB]


def compact(frames: NDArray[np.floating], size: int = BANK_FRAMES) -> Frames:
    """Return at most ``size`` of the frames that stand for all of them: farthest-point sampling.

    Each frame taken is the one least like those taken before (Gonzalez 1985), so that rare sounds
    are there as well as frequent ones: a bank of a thousand then serves as well as one of tens of
    thousands. They are in no order of time, so that no sentence can be read from them. Thirty
    thousand frames take about two seconds.

    Parameters
    ----------
    frames
        ``(n, channels)``, pauses left out.

    Returns
    -------
    array (m, channels), float32
        Unit length, all different, ``m <= size``.

    Raises
    ------
    SyrinxError
        There is no frame, or one is zero or not finite.
    """
    rows = unit_rows(frames)
    taken = [int((rows @ rows.mean(axis=0)).argmin())]
    nearest = rows @ rows[taken[0]]
    while len(taken) < min(size, len(rows)):
        farthest = int(nearest.argmin())
        if nearest[farthest] > _SAME:
            break
        taken.append(farthest)
        np.maximum(nearest, rows @ rows[farthest], out=nearest)
    return rows[taken]
