"""Speech from text-to-speech engines: its phones and their times are known exactly.

Flite (Black and Lenzo 2001) and Festival (Black, Taylor and Caley) say which segment ends when.
Their phone names are American ones; :func:`matched_phones` turns them into the espeak-ng phones
that the rest of the training speech is labelled with. ADR 0036 has the licences of the voices.
"""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import SAMPLE_RATE

# What espeak-ng writes for each segment; the first is taken where the text does not tell.
IPA: Mapping[str, tuple[str, ...]] = {
    "aa": ("ɑː", "ɔ", "ɔː", "ɑ"),
    "ae": ("æ",),
    "ah": ("ʌ", "ə", "ɐ"),
    "ao": ("ɔː", "ɔ", "oː", "ɑː"),
    "aw": ("aʊ",),
    "ax": ("ə", "ɐ", "ᵻ", "ʌ", "ɪ", "ʊ"),
    "ay": ("aɪ",),
    "b": ("b",),
    "ch": ("tʃ",),
    "d": ("d", "ɾ"),
    "dh": ("ð",),
    "dx": ("ɾ", "t", "d"),
    "eh": ("ɛ",),
    "er": ("ɚ", "ɜː"),
    "axr": ("ɚ",),
    "ey": ("eɪ",),
    "f": ("f",),
    "g": ("ɡ",),
    "hh": ("h",),
    "hv": ("h",),
    "ih": ("ɪ", "ᵻ", "i", "ə"),
    "iy": ("iː", "i"),
    "jh": ("dʒ",),
    "k": ("k",),
    "l": ("l",),
    "el": ("əl", "l"),
    "m": ("m",),
    "em": ("m",),
    "n": ("n", "n̩"),
    "en": ("n̩", "n"),
    "ng": ("ŋ",),
    "nx": ("n",),
    "ow": ("oʊ",),
    "oy": ("ɔɪ",),
    "p": ("p",),
    "r": ("ɹ",),
    "s": ("s",),
    "sh": ("ʃ",),
    "t": ("t", "ɾ", "ʔ"),
    "th": ("θ",),
    "uh": ("ʊ",),
    "uw": ("uː", "u", "ʊ"),
    "v": ("v",),
    "w": ("w",),
    "y": ("j",),
    "z": ("z",),
    "zh": ("ʒ",),
}
# Two segments that espeak-ng writes as one phone.
PAIRS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("ao", "r"): ("ɔːɹ", "oːɹ"),
    ("aa", "r"): ("ɑːɹ",),
    ("eh", "r"): ("ɛɹ",),
    ("ih", "r"): ("ɪɹ",),
    ("iy", "r"): ("ɪɹ",),
    ("uh", "r"): ("ʊɹ",),
    ("ax", "l"): ("əl",),
    ("ah", "l"): ("əl",),
    ("iy", "ax"): ("iə",),
    ("iy", "ah"): ("iə",),
    ("ay", "ax"): ("aɪə",),
    ("ay", "er"): ("aɪɚ",),
    ("ax", "n"): ("n̩",),
}
PAUSES = frozenset({"pau", "sil", "h#", "brth", "ssil", "#"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A segment of an engine and when it ends, in seconds."""

    name: str
    end_s: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One sentence as an engine said it: float32 at 16 kHz."""

    audio: NDArray[np.float32]
    segments: tuple[Segment, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EngineVoice:
    """A voice of an engine; ``f0_hz`` is its own mean, from which sentences are varied."""

    engine: str
    name: str
    licence: str
    f0_hz: float = 0.0


VOICES = (
    EngineVoice(engine="flite", name="slt", licence="CMU (MIT-like)", f0_hz=168),
    EngineVoice(engine="flite", name="rms", licence="CMU (MIT-like)", f0_hz=97),
    EngineVoice(engine="flite", name="awb", licence="CMU (MIT-like)", f0_hz=120),
    EngineVoice(engine="flite", name="kal16", licence="CMU (MIT-like)", f0_hz=105),
    EngineVoice(engine="festival", name="cmu_us_slt_arctic_hts", licence="CMU (MIT-like)"),
    EngineVoice(engine="festival", name="ked_diphone", licence="CSTR (MIT-like)"),
)


def installed_voices() -> list[EngineVoice]:
    """The voices of :data:`VOICES` that this machine has.

    Raises
    ------
    SyrinxError
        If there are none.
    """
    found: dict[str, str] = {}
    if shutil.which("flite"):
        found["flite"] = _run(["flite", "-lv"])
    if shutil.which("festival"):
        found["festival"] = _run(["festival", "--batch", "(print (voice.list))"])
    voices = [v for v in VOICES if v.name in found.get(v.engine, "")]
    if not voices:
        raise SyrinxError(
            "There is no text-to-speech engine: install the packages flite, festival and "
            "festvox-us-slt-hts (only this recipe needs them)."
        )
    return voices


def _run(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SyrinxError(f"{command[0]} failed: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def _read(path: Path) -> NDArray[np.float32]:
    audio, rate = soundfile.read(path, dtype="float32")
    if rate != SAMPLE_RATE:
        audio = soxr.resample(audio, rate, SAMPLE_RATE, quality="HQ")
    return np.asarray(audio, np.float32)


def speak(
    voice: EngineVoice, texts: Sequence[str], folder: Path, rng: np.random.Generator
) -> Iterator[Spoken]:
    """Say ``texts`` one after another; pace and pitch vary where the engine lets them.

    ``folder`` takes temporary files.
    """
    if voice.engine == "flite":
        for text in texts:
            yield _flite(voice, text, folder / "flite.wav", rng)
    else:
        yield from _festival(voice, texts, folder, rng)


def _flite(voice: EngineVoice, text: str, path: Path, rng: np.random.Generator) -> Spoken:
    pitch = voice.f0_hz * 2 ** (rng.normal(0, 1.5) / 12)
    options = [f"duration_stretch={rng.uniform(0.8, 1.25):.3f}", f"int_f0_target_mean={pitch:.1f}"]
    command = ["flite", "-voice", voice.name, "-psdur", "-t", text, "-o", str(path)]
    for option in options:
        command += ["--setf", option]
    segments: list[Segment] = []
    begun = last = 0.0  # flite counts anew from each full stop
    for word in _run(command).split():
        name, end = word.rsplit(":", 1)
        if float(end) <= last:
            begun += last
        last = float(end)
        segments.append(Segment(name=name, end_s=begun + last))
    return Spoken(audio=_read(path), segments=tuple(segments))


def _festival(
    voice: EngineVoice, texts: Sequence[str], folder: Path, rng: np.random.Generator
) -> Iterator[Spoken]:
    lines = [f"(voice_{voice.name})"]
    for i, text in enumerate(texts):
        plain = text.replace("\\", " ").replace('"', " ")
        lines += [
            f"(Parameter.set 'Duration_Stretch {rng.uniform(0.85, 1.25):.3f})",
            f'(set! u (SynthText "{plain}"))',
            f'(utt.save.wave u "{folder / f"{i}.wav"}" \'riff)',
            f'(utt.save.segs u "{folder / f"{i}.lab"}")',
        ]
    script = folder / "say.scm"
    script.write_text("\n".join(lines), encoding="utf-8")
    _run(["festival", "--batch", str(script)])
    for i in range(len(texts)):
        rows = (folder / f"{i}.lab").read_text().splitlines()
        words = [row.split() for row in rows if len(row.split()) == 3]
        segments = tuple(Segment(name=w[2], end_s=float(w[0])) for w in words)
        yield Spoken(audio=_read(folder / f"{i}.wav"), segments=segments)


def matched_phones(segments: Sequence[Segment], phones: str) -> tuple[list[str], str]:
    """Name segments after the espeak-ng phones of the text where the two agree.

    Parameters
    ----------
    segments
        Of one sentence.
    phones
        What :func:`~syrinx.training.data.phonemize` makes of its text.

    Returns
    -------
    names
        An IPA phone per segment, empty in pauses; the two halves of an ``ɔːɹ`` have the same.
    phones
        What is said, with ``|`` between words, for training on sequences.
    """
    spoken = [(i, s.name) for i, s in enumerate(segments) if s.name not in PAUSES]
    wanted = [(p, w) for w, word in enumerate(phones.split("|")) for p in word.split()]
    n, m = len(spoken), len(wanted)
    cost = np.full((n + 1, m + 1), np.inf)
    move = np.zeros((n + 1, m + 1), np.int8)  # 1 segment, 2 phone, 3 both, 4 two segments
    cost[0], cost[:, 0] = np.arange(m + 1), np.arange(n + 1)
    move[0], move[:, 0] = 2, 1
    for i in range(1, n + 1):
        name = spoken[i - 1][1]
        pair = PAIRS.get((spoken[i - 2][1], name), ()) if i > 1 else ()
        known = IPA.get(name, ())
        for j in range(1, m + 1):
            phone = wanted[j - 1][0]
            ways = [
                cost[i - 1, j] + 1,
                cost[i, j - 1] + 1,
                cost[i - 1, j - 1] + (phone not in known) * 1.2,
                cost[i - 2, j - 1] if phone in pair else np.inf,
            ]
            move[i, j] = 1 + int(np.argmin(ways))
            cost[i, j] = min(ways)
    names = [""] * len(segments)
    said: list[tuple[str, int]] = []
    i, j = n, m
    while i > 0:
        way = int(move[i, j])
        place, name = spoken[i - 1]
        word = wanted[j - 1][1] if j else 0
        if way == 2:
            j -= 1
            continue
        if way == 4:
            names[place] = names[spoken[i - 2][0]] = wanted[j - 1][0]
            i -= 1
        elif way == 3 and wanted[j - 1][0] in IPA.get(name, ()):
            names[place] = wanted[j - 1][0]
        else:
            names[place] = IPA.get(name, ("",))[0]
        said.append((names[place], word))
        i -= 1
        j -= way in (3, 4)
    words: dict[int, list[str]] = {}
    for phone, word in reversed(said):
        words.setdefault(word, []).append(phone)
    return names, " | ".join(" ".join(word) for _, word in sorted(words.items()))


def frame_labels(
    segments: Sequence[Segment], names: Sequence[str], classes: Mapping[str, int], n_frames: int
) -> NDArray[np.uint8]:
    """Label of each 10 ms frame: the segment at its centre; 0 in pauses, 255 unknown phones."""
    ends = np.array([s.end_s for s in segments])
    at = np.searchsorted(ends, np.arange(n_frames) * 0.01, side="right")
    labels = [classes.get(name, 255) if name else 0 for name in names] + [0]
    return np.array(labels, np.uint8)[np.minimum(at, len(segments))]


NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
FRAMES = (
    "Call {name} at {n} {n} {n} {n}.",
    "The train to {name} leaves at {n} {n}.",
    "{name} and {name} have {n} {noun}.",
    "Turn {n} degrees left, then walk {n} hundred yards.",
    "I have seen the {noun} {n} times this year.",
    "Is {name} older than {n}?",
    "Channel {n}, please join us.",
    "It costs {n} dollars and {n} cents.",
    "My {noun} belongs to {name}.",
    "Oh, {name}, why did you hide the {noun}?",
)


def sentences(texts: Sequence[str], count: int, rng: np.random.Generator) -> list[str]:
    """``count`` different sentences: given ones, given ones crossed at a shared word, numbers.

    Parameters
    ----------
    texts
        Sentences to start from; the first half of what comes out are these, as far as they last.
    """
    plain = (" ".join(t.split()) for t in texts if 3 <= len(t.split()) <= 18)
    whole = sorted({t.capitalize() if t.isupper() else t for t in plain})
    if not whole:
        raise SyrinxError("There are no texts to be spoken: is the speech cache empty?")
    split = [[w.strip('.,?!;:"()') for w in t.split()] for t in whole]
    by_word: dict[str, list[tuple[int, int]]] = {}
    names, nouns = set(), set()
    for i, words in enumerate(split):
        mixed_case = any(c.islower() for c in whole[i])
        for k, word in enumerate(words):
            if 0 < k < len(words) - 1:
                by_word.setdefault(word.lower(), []).append((i, k))
                if mixed_case and word.istitle() and len(word) > 3 and word.isalpha():
                    names.add(word)
            if k and words[k - 1].lower() == "the" and word.islower() and len(word) > 3:
                nouns.add(word)
    shared = [w for w, places in sorted(by_word.items()) if len(places) > 2]
    fill = {
        "name": sorted(names) or ["Mary"],
        "noun": sorted(nouns) or ["garden"],
        "n": NUMBERS.split(),
    }
    out = dict.fromkeys(whole[i] for i in rng.permutation(len(whole))[: count // 2])
    tries = 0
    while len(out) < count and tries < 50 * count:
        tries += 1
        if rng.random() < 0.2 or not shared:
            text = FRAMES[rng.integers(len(FRAMES))]
            for key, choice in fill.items():
                while f"{{{key}}}" in text:
                    text = text.replace(f"{{{key}}}", choice[rng.integers(len(choice))], 1)
        else:
            places = by_word[shared[rng.integers(len(shared))]]
            (a, i), (b, j) = (places[k] for k in rng.choice(len(places), 2, replace=False))
            words = split[a][: i + 1] + split[b][j + 1 :]
            if a == b or not 4 <= len(words) <= 16:
                continue
            text = " ".join(words).lower().capitalize() + "."
        out[text] = None
    return list(out)[:count]
