"""How long after their end words are shown, measured on the captions themselves."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from difflib import SequenceMatcher
from statistics import median

KEPT = 60
"""Words that the median is of: what was said in the last half minute."""


class LagMeter:
    """Follows the words of a partial line until they are final, and their times known.

    A word counts from the moment since which it stood there unchanged; one that came only with the
    final line counts from then.
    """

    def __init__(self) -> None:
        self._shown: list[tuple[str, float]] = []
        self._lags: deque[float] = deque(maxlen=KEPT)

    def show(self, partial: str, at: float) -> None:
        """Note what is shown now."""
        self._shown = self._aligned(partial.split(), at)

    def end(self, words: Sequence[tuple[str, float]], at: float) -> None:
        """Note that a segment is final and shown.

        Parameters
        ----------
        words
            Text, and when it was over by the clock, in s.
        at
            Now, by the same clock.
        """
        aligned = self._aligned([text for text, _ in words], at)
        for (_, shown_at), (_, ended_at) in zip(aligned, words, strict=True):
            # A recogniser may know a word before it is over.
            self._lags.append(max(0.0, shown_at - ended_at))
        self._shown = []

    @property
    def median_ms(self) -> float | None:
        """Half of the last words were shown sooner after their end; None without words."""
        return 1000 * median(self._lags) if self._lags else None

    def _aligned(self, texts: list[str], at: float) -> list[tuple[str, float]]:
        before = [_plain(text) for text, _ in self._shown]
        times = [at] * len(texts)
        matcher = SequenceMatcher(a=before, b=[_plain(text) for text in texts], autojunk=False)
        for first, start, count in matcher.get_matching_blocks():
            for offset in range(count):
                times[start + offset] = self._shown[first + offset][1]
        return list(zip(texts, times, strict=True))


def _plain(text: str) -> str:
    """Punctuation and capitals that come with the final line make no other word."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
