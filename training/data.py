"""The packed speech cache: one flat array of audio, one of F0, one table of utterances.

``prepare`` decodes the training speech once; every recipe then reads it through
:class:`SpeechCache` by memory map, so that a training starts in a second and random crops
cost nothing but a page fault.

Layout of a cache folder::

    audio.i16        int16, all utterances at 16 kHz, one after another
    f0.f32           float32, Hz, 0 where unvoiced; frame k of an utterance is centred at
                     sample 160 k of it. By the live estimator with its voicing bias of the
                     live path (ADR 0026): the networks learn from what they will be given
    utterances.json  one record per utterance (see :class:`Utterance`)
    phones.u8, phones.json   after ``syrinx train align`` only: ``training/frame_labels.py``
"""

from __future__ import annotations

import dataclasses
import json
import multiprocessing
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.pitch import StreamingF0, TrackerConfig
from syrinx.neural.runtime.onnx_processor import VOICING_BIAS

SAMPLE_RATE = 16_000
HOP_LENGTH = 160
DEFAULT_SPEECH = Path(os.environ.get("SYRINX_SPEECH", "../shared/speech"))
DEFAULT_CACHE = Path(os.environ.get("SYRINX_CACHE", ".cache/speech"))
DEFAULT_TAUGHT = Path(os.environ.get("SYRINX_TAUGHT", ".cache/taught"))
PHONE_LABELS, PHONE_TABLE = "phones.u8", "phones.json"
UNKNOWN_PHONE = 255
ESPEAK_VOICES = {"en": "en-us", "de": "de", "nl": "nl"}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One cut of the speech pack.

    ``start`` and ``n_samples`` address ``audio.i16``; ``f0_start`` and ``n_frames`` address
    ``f0.f32``; ``level_dbfs`` is the RMS of the 10 ms frames within 30 dB of the loudest.
    ``phones`` are espeak-ng IPA phones separated by blanks, ``|`` between words; empty where
    no text or no reliable pronunciation is known.
    """

    index: int
    corpus: str
    speaker: str
    split: str
    language: str
    band_hz: int
    licence: str
    text: str
    phones: str
    start: int
    n_samples: int
    f0_start: int
    n_frames: int
    level_dbfs: float
    f0_median_hz: float

    @property
    def speaker_key(self) -> str:
        """Name of the speaker that is unique over all corpora."""
        return f"{self.corpus}/{self.speaker}"


class SpeechCache:
    """Read-only view of a cache folder made by :func:`prepare`."""

    def __init__(self, folder: Path = DEFAULT_CACHE) -> None:
        table = folder / "utterances.json"
        if not table.is_file():
            raise SyrinxError(f"No speech cache in {folder}: run `syrinx train prepare` first.")
        self.folder = folder
        self.utterances = [Utterance(**record) for record in json.loads(table.read_text())]
        self._audio = np.memmap(folder / "audio.i16", dtype=np.int16, mode="r")
        self._f0 = np.memmap(folder / "f0.f32", dtype=np.float32, mode="r")
        self._phones: NDArray[np.uint8] | None = None
        self.phone_names: tuple[str, ...] = ()
        if (folder / PHONE_LABELS).is_file() and (folder / PHONE_TABLE).is_file():
            labels = np.memmap(folder / PHONE_LABELS, dtype=np.uint8, mode="r")
            if len(labels) == len(self._f0):  # else they are of another preparation
                self._phones = labels
                self.phone_names = tuple(json.loads((folder / PHONE_TABLE).read_text())["phones"])

    def audio(self, utterance: Utterance, start: int = 0, stop: int | None = None) -> NDArray:
        """Return samples ``[start, stop)`` of an utterance, float32 in [-1, 1]."""
        stop = utterance.n_samples if stop is None else min(stop, utterance.n_samples)
        piece = self._audio[utterance.start + start : utterance.start + stop]
        return piece.astype(np.float32) / 32768.0

    def f0(self, utterance: Utterance, start: int = 0, stop: int | None = None) -> NDArray:
        """Return F0 frames ``[start, stop)`` in Hz, 0 where unvoiced."""
        stop = utterance.n_frames if stop is None else min(stop, utterance.n_frames)
        return np.array(self._f0[utterance.f0_start + start : utterance.f0_start + stop])

    def phones(
        self, utterance: Utterance, start: int = 0, stop: int | None = None
    ) -> NDArray[np.uint8] | None:
        """Return phone labels of frames ``[start, stop)``, None if nothing has been aligned.

        0 is silence, ``i`` is ``phone_names[i - 1]``, 255 unknown.
        """
        if self._phones is None:
            return None
        stop = utterance.n_frames if stop is None else min(stop, utterance.n_frames)
        return np.array(self._phones[utterance.f0_start + start : utterance.f0_start + stop])

    def select(self, split: str, corpora: Sequence[str] | None = None) -> list[Utterance]:
        """Return the utterances of a split, of all corpora or of the named ones."""
        return [
            u
            for u in self.utterances
            if u.split == split and (corpora is None or u.corpus in corpora)
        ]

    def noises(self) -> dict[str, NDArray]:
        """Return the noise recordings by name, float32 at 16 kHz."""
        return {path.stem: np.load(path) for path in sorted((self.folder / "noise").glob("*.npy"))}


def _decode(path: Path) -> NDArray:
    audio, rate = soundfile.read(path, dtype="float32", always_2d=True)
    mono = audio.mean(axis=1)
    return mono if rate == SAMPLE_RATE else soxr.resample(mono, rate, SAMPLE_RATE, quality="HQ")


def active_level_dbfs(audio: NDArray) -> float:
    """RMS in dBFS of the 10 ms frames within 30 dB of the loudest; -120 for silence."""
    frames = audio[: len(audio) // HOP_LENGTH * HOP_LENGTH].reshape(-1, HOP_LENGTH)
    power = (frames.astype(np.float64) ** 2).mean(axis=1)
    if power.size == 0 or power.max() <= 1e-12:
        return -120.0
    return float(10 * np.log10(power[power > power.max() * 1e-3].mean()))


def live_f0(
    audio: NDArray[np.float32], *, voicing_bias: float = VOICING_BIAS
) -> NDArray[np.float32]:
    """F0 of an utterance as the live path finds it: ``(n_samples // 160 + 1,)``, Hz.

    Frame ``k`` is centred at sample ``160 k``; 0 where unvoiced.
    """
    estimator = StreamingF0(
        sample_rate=SAMPLE_RATE,
        hop_length=HOP_LENGTH,
        config=TrackerConfig(voicing_bias=voicing_bias),
    )
    lag = estimator.delay_samples // HOP_LENGTH
    count = audio.shape[0] // HOP_LENGTH + 1
    padded = np.zeros((count + lag) * HOP_LENGTH, np.float32)
    padded[: audio.shape[0]] = audio
    return estimator.process(padded)[0][lag - 1 :][:count]


def _cut_file(job: tuple[Path, list[dict[str, str]]]) -> list[tuple[dict, NDArray, NDArray]]:
    path, rows = job
    whole = _decode(path)
    out = []
    for row in rows:
        start = round(float(row["start_s"]) * SAMPLE_RATE)
        stop = round(float(row["end_s"]) * SAMPLE_RATE)
        audio = whole[start:stop]
        if len(audio) < SAMPLE_RATE // 5:
            continue
        f0 = live_f0(audio)
        voiced = f0[f0 > 0]
        record = {
            "corpus": row["corpus"],
            "speaker": row["speaker"],
            "split": row["split"],
            "language": row["language"],
            "band_hz": int(row["sample_rate"]),
            "licence": row["licence"],
            "text": row["text"],
            "level_dbfs": active_level_dbfs(audio),
            "f0_median_hz": float(np.median(voiced)) if voiced.size > 10 else 0.0,
        }
        pcm = np.clip(np.round(audio * 32767.0), -32768, 32767).astype(np.int16)
        out.append((record, pcm, f0))
    return out


def phonemize(texts: Sequence[str], language: str) -> list[str]:
    """Phones of each text by espeak-ng, blanks between phones and ``|`` between words.

    Raises
    ------
    SyrinxError
        If espeak-ng is not installed.
    """
    voice = ESPEAK_VOICES.get(language)
    if voice is None:
        return [""] * len(texts)
    out = []
    for text in texts:
        clean = " ".join(text.split()).lower()
        try:
            done = subprocess.run(
                ["espeak-ng", "-q", "--ipa", "--sep= ", "-v", voice, "--", clean],
                capture_output=True,
                text=True,
                check=True,
            )
        except FileNotFoundError:
            raise SyrinxError(
                "espeak-ng is needed for phone labels: install the package espeak-ng."
            ) from None
        out.append(_plain_phones(done.stdout))
    return out


def _plain_phones(ipa: str) -> str:
    """espeak-ng's IPA without stress and clauses; ``??`` is how it writes the German "ur"."""
    words = " | ".join(line.strip() for line in ipa.split("\n") if line.strip())
    words = words.replace("  ", " | ").replace("??", " ʊ ɾ ")
    keep = [p.strip("ˈˌ_-.,?!()'ʲ") for p in words.split()]
    return " ".join(p for p in keep if p)


def read_manifest(speech: Path) -> list[dict[str, str]]:
    """Return the rows of ``manifest.tsv`` as dictionaries."""
    path = speech / "manifest.tsv"
    if not path.is_file():
        raise SyrinxError(f"There is no manifest.tsv in {speech}: name the speech folder.")
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=False)) for line in lines[1:]]


def prepare(
    speech: Path = DEFAULT_SPEECH, cache: Path = DEFAULT_CACHE, *, workers: int = 4
) -> Iterator[dict]:
    """Decode, resample, analyse and phonemize the whole pack into ``cache``.

    Yields ``{"done": files, "total": files}`` after each file.
    """
    cache.mkdir(parents=True, exist_ok=True)
    by_file: dict[str, list[dict[str, str]]] = {}
    for row in read_manifest(speech):
        by_file.setdefault(row["file"], []).append({"text": "", **row})
    jobs = [(speech / name, rows) for name, rows in sorted(by_file.items())]
    records: list[dict] = []
    n_samples = n_frames = 0
    context = multiprocessing.get_context("spawn")
    with (
        context.Pool(workers) as pool,
        open(cache / "audio.i16.part", "wb") as audio_file,
        open(cache / "f0.f32.part", "wb") as f0_file,
    ):
        for done, cuts in enumerate(pool.imap(_cut_file, jobs), start=1):
            for record, pcm, f0 in cuts:
                place = {
                    "index": len(records),
                    "start": n_samples,
                    "n_samples": len(pcm),
                    "f0_start": n_frames,
                    "n_frames": len(f0),
                }
                records.append({**record, **place, "phones": ""})
                pcm.tofile(audio_file)
                f0.tofile(f0_file)
                n_samples += len(pcm)
                n_frames += len(f0)
            yield {"done": done, "total": len(jobs)}
        _add_phones(records, pool)
    (cache / "noise").mkdir(exist_ok=True)
    for path in sorted((speech / "noise").glob("*.opus")):
        np.save(cache / "noise" / f"{path.stem}.npy", _decode(path))
    os.replace(cache / "audio.i16.part", cache / "audio.i16")
    os.replace(cache / "f0.f32.part", cache / "f0.f32")
    (cache / "utterances.json").write_text(json.dumps(records, ensure_ascii=False))


def pronounce(cache: Path = DEFAULT_CACHE, *, workers: int = 4) -> None:
    """Pronounce the texts of a cache anew (another espeak-ng, a mended rule); nothing else."""
    table = cache / "utterances.json"
    if not table.is_file():
        raise SyrinxError(f"No speech cache in {cache}: run `syrinx train prepare` first.")
    records = json.loads(table.read_text())
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        _add_phones(records, pool)
    part = table.with_suffix(".part")
    part.write_text(json.dumps(records, ensure_ascii=False))
    os.replace(part, table)


def _phonemize_job(job: tuple[list[str], str]) -> list[str]:
    return phonemize(*job)


def _add_phones(records: list[dict], pool) -> None:
    """Fill in ``phones``; each different text is pronounced once."""
    known = sorted(
        {
            (r["language"], r["text"])
            for r in records
            if r["text"] and r["language"] in ESPEAK_VOICES
        }
    )
    jobs = []
    for language in ESPEAK_VOICES:
        texts = [text for lang, text in known if lang == language]
        jobs += [(texts[i : i + 64], language) for i in range(0, len(texts), 64)]
    spoken = {}
    for (texts, language), phones in zip(jobs, pool.imap(_phonemize_job, jobs), strict=True):
        spoken.update({(language, t): p for t, p in zip(texts, phones, strict=True)})
    for record in records:
        if record["corpus"] != "alphanumeric_sakshee":  # texts there are prompts, not verbatim
            record["phones"] = spoken.get((record["language"], record["text"]), "")
