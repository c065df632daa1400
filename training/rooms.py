"""Simulated rooms: image sources for the first echoes, a diffuse tail with the room's decay.

The echoes of a shoe-box room come from mirror images of the mouth (Allen and Berkley 1979). After
some tens of milliseconds there are too many to count: the rest is noise that falls as Eyring's
formula says, at the level the images have reached. Walls swallow more above 2 kHz than below:
both halves of the spectrum get a response of their own. The direct path is at sample 0 with
height 1, so that a recording stays where it is in time.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError

SAMPLE_RATE = 16_000
SPEED_OF_SOUND = 343.0
EARLY_S = 0.05
"""How long images are counted."""
CROSSOVER_HZ = 2000.0
FloatArray = NDArray[np.float32]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A shoe box with a mouth and a microphone in it.

    Lengths in metres from one lower corner; ``absorption`` is the share of energy that a wall
    swallows below 2 kHz and above it.
    """

    size_m: tuple[float, float, float]
    mouth_m: tuple[float, float, float]
    microphone_m: tuple[float, float, float]
    absorption: tuple[float, float]

    def __post_init__(self) -> None:
        for place in (self.mouth_m, self.microphone_m):
            if not all(0 < x < side for x, side in zip(place, self.size_m, strict=True)):
                raise SyrinxError(f"{place} is not inside a room of {self.size_m} m.")
        if not all(0 < a < 1 for a in self.absorption):
            raise SyrinxError("Walls absorb more than nothing and less than everything.")

    @property
    def distance_m(self) -> float:
        """From the mouth to the microphone."""
        return float(np.linalg.norm(np.subtract(self.mouth_m, self.microphone_m)))

    @property
    def decay_s(self) -> tuple[float, float]:
        """RT60 below and above 2 kHz by Eyring's formula."""
        x, y, z = self.size_m
        surface = 2 * (x * y + y * z + x * z)
        low, high = (-0.161 * x * y * z / (surface * np.log1p(-a)) for a in self.absorption)
        return float(low), float(high)

    @classmethod
    def drawn(
        cls, rng: np.random.Generator, *, distance_m: tuple[float, float] = (0.1, 2.5)
    ) -> Room:
        """A living room, office, kitchen or hall; near and far microphones equally often."""
        size = (rng.uniform(2.5, 8.0), rng.uniform(2.2, 6.0), rng.uniform(2.2, 3.5))
        middle = np.array(size) / 2
        wanted = float(np.exp(rng.uniform(*np.log(distance_m))))
        mouth = np.array([rng.uniform(0.5, size[0] - 0.5), rng.uniform(0.5, size[1] - 0.5), 1.3])
        towards = rng.normal(size=3) * (1, 1, 0.3) + 0.5 * (middle - mouth)
        microphone = mouth + wanted * towards / np.linalg.norm(towards)
        microphone = np.clip(microphone, 0.1, np.array(size) - 0.1)
        low = float(np.exp(rng.uniform(np.log(0.12), np.log(0.6))))
        return cls(
            size_m=size,
            mouth_m=tuple(mouth),
            microphone_m=tuple(microphone),
            absorption=(low, min(0.9, low * rng.uniform(1.1, 2.0))),
        )


def image_sources(room: Room, *, longest_s: float) -> tuple[NDArray, NDArray]:
    """Distances in metres and numbers of reflections of every image heard within ``longest_s``."""
    longest = SPEED_OF_SOUND * longest_s
    distances, counts = [], []
    for size, mouth, microphone in zip(room.size_m, room.mouth_m, room.microphone_m, strict=True):
        n = np.arange(-int(longest / (2 * size)) - 1, int(longest / (2 * size)) + 2)
        straight = mouth + 2 * n * size - microphone  # walls hit: |n| at each end
        mirrored = -mouth + 2 * n * size - microphone
        distances.append(np.concatenate([straight, mirrored]))
        counts.append(np.concatenate([2 * np.abs(n), np.abs(n) + np.abs(n - 1)]))
    x, y, z = distances
    distance = np.sqrt(x[:, None, None] ** 2 + y[None, :, None] ** 2 + z[None, None, :] ** 2)
    a, b, c = counts
    count = a[:, None, None] + b[None, :, None] + c[None, None, :]
    near = distance <= longest
    return distance[near], count[near]


def room_response(room: Room, rng: np.random.Generator) -> FloatArray:
    """Impulse response of a room; the direct path is the first sample, 1.0."""
    direct = room.distance_m
    distance, count = image_sources(room, longest_s=EARLY_S + direct / SPEED_OF_SOUND)
    delay = np.rint((distance - direct) / SPEED_OF_SOUND * SAMPLE_RATE).astype(int)
    early = round(EARLY_S * SAMPLE_RATE)
    inside = delay < early
    length = max(early + 1, round(max(room.decay_s) * SAMPLE_RATE))
    time_s = np.arange(length) / SAMPLE_RATE
    noise = rng.standard_normal(length)
    bands = []
    for absorption, decay_s in zip(room.absorption, room.decay_s, strict=True):
        height = np.sqrt(1 - absorption) ** count * direct / distance
        response = np.bincount(delay[inside], height[inside], minlength=length)
        late = slice(early - round(0.02 * SAMPLE_RATE), early)
        fall = 10 ** (-3 * (time_s - time_s[late].mean()) / decay_s)
        level = np.sqrt(np.mean(response[late] ** 2) / np.mean(fall[late] ** 2))
        tail = level * fall * noise
        tail[:early] = 0.0
        bands.append(response + tail)
    return _crossed(*bands)


def _crossed(low: NDArray, high: NDArray) -> FloatArray:
    """Low frequencies of one response, high ones of the other; what they share stays as it is."""
    n_fft = scipy.fft.next_fast_len(len(low) + 256, real=True)
    hz = scipy.fft.rfftfreq(n_fft, 1 / SAMPLE_RATE)
    share = 1 / (1 + (hz / CROSSOVER_HZ) ** 4)
    mixed = scipy.fft.irfft(
        scipy.fft.rfft(low, n_fft) * share + scipy.fft.rfft(high, n_fft) * (1 - share), n_fft
    )[: len(low)]
    mixed[0] = 1.0
    return mixed.astype(np.float32)


class RoomBank:
    """Some rooms, each made when it is first needed: drawing one then costs nothing."""

    def __init__(self, n_rooms: int = 200, *, seed: int = 0) -> None:
        self.n_rooms, self.seed = n_rooms, seed
        self._responses: dict[int, FloatArray] = {}

    def room(self, number: int) -> Room:
        """The room of a number."""
        return Room.drawn(np.random.default_rng((self.seed, number)))

    def draw(self, rng: np.random.Generator) -> FloatArray:
        """The response of one of the rooms."""
        number = int(rng.integers(self.n_rooms))
        if number not in self._responses:
            own = np.random.default_rng((self.seed, number, 1))
            self._responses[number] = room_response(self.room(number), own)
        return self._responses[number]
