"""Fit the space of invented voices: sliders, a Gaussian of speakers, and whom to keep away from.

Attributes of every train speaker are measured from the cache (once; ``voice_measures.json`` in
the cache folder keeps them), linear directions are fitted to their embeddings within each corpus,
and the result goes into ``voice_space.npz``. To be run again after each new speaker encoder:
``syrinx train embed_speakers``, then this. Takes five minutes on one core, then seconds.

Age and gender of speechocean762's speakers are not in the pack; the corpus (OpenSLR 101) tells
them in its files ``spk2age`` and ``spk2gender``. Give the folder that holds them with ``--tables``;
without, both are inferred from F0 and formants, which tells children badly (ADR 0032).
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import scipy.signal
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import SPEAKER_MODEL, ModelRegistry
from syrinx.neural.runtime.voice_space import FILE_NAME, SLIDERS, VoiceSpace
from syrinx.training.augment import mix_at_snr, room_response
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache, Utterance
from syrinx.training.fit import commit_id
from syrinx.training.speaker_book import UNTOLD
from syrinx.training.voice_attributes import VoiceMeasures, mean_measures, measure_voice
from syrinx.training.voice_fit import (
    FloatArray,
    clusters,
    first_component,
    held_out,
    likeliest_directions,
    low_rank,
    residual,
    ridge,
    standardised,
    two_groups,
    within,
)

MEASURES = "voice_measures.json"
LARGE = ("librispeech", "speechocean762", "alphanumeric_sakshee")
SMALL = (
    "vctk_subset",
    "english_ccc_words",
    "aishell_subset",
    "audio_cmn",
    "rhasspy_kathleen",
    "rhasspy_kerstin",
)
"""Fitted on these. Not on single words of a second (speech_commands), nor on 8 kHz."""
CHILDREN = "speechocean762"
STUDIO = "studio"
MEASURED_S = 20.0
GROWN_UP, CHILD = 18.0, 8.0
"""Years at which the age slider stands at 0 and at -1; nothing is heard of later years."""
VARIANTS = ("tilt", "low-pass", "noise", "room")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class DirectionsRecipe:
    """Settings.

    ``penalty`` is the ridge's, ``immunity`` the weight of the evidence that a microphone does not
    change a voice; ``limit`` is the cosine that invented voices stay below.
    """

    cache: Path = DEFAULT_CACHE
    out: Path = Path("assets/models") / FILE_NAME
    tables: Path | None = None
    again: bool = False
    penalty: float = 3.0
    immunity: float = 30.0
    channels: int = 100
    limit: float = 0.65
    seed: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """The speakers of the fit, row by row."""

    keys: list[str]
    groups: NDArray[np.str_]
    embeddings: FloatArray
    measures: list[VoiceMeasures]

    def column(self, name: str) -> FloatArray:
        """One measure of all speakers; what could not be measured gets the median."""
        values = np.array([getattr(m, name) for m in self.measures], np.float64)
        values[~np.isfinite(values)] = np.nanmedian(values)
        return values


def by_speaker(cache: SpeechCache) -> dict[str, list[Utterance]]:
    """Train utterances that hold something, by speaker."""
    found: dict[str, list[Utterance]] = {}
    for utterance in cache.select("train"):
        if utterance.level_dbfs > -60.0:
            found.setdefault(utterance.speaker_key, []).append(utterance)
    return found


def measure_speakers(
    cache: SpeechCache, speakers: dict[str, list[Utterance]]
) -> Iterator[tuple[str, VoiceMeasures | None]]:
    """Measure the longest utterances of each speaker, about twenty seconds."""
    for key, utterances in speakers.items():
        total, found = 0.0, []
        for u in sorted(utterances, key=lambda u: -u.n_samples):
            if total > MEASURED_S:
                break
            total += u.n_samples / SAMPLE_RATE
            measures = measure_voice(cache.audio(u), cache.f0(u))
            if measures is not None:
                found.append(measures)
        yield key, mean_measures(found) if found else None


def read_or_measure(recipe: DirectionsRecipe, cache: SpeechCache) -> dict[str, VoiceMeasures]:
    """Measures of the speakers of the fit, from the cache folder or anew."""
    speakers = {
        key: utterances
        for key, utterances in by_speaker(cache).items()
        if key.split("/")[0] in LARGE + SMALL
    }
    path = recipe.cache / MEASURES
    if path.is_file() and not recipe.again:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["f0_frames"] == cache.utterances[-1].f0_start:
            return {key: VoiceMeasures(**values) for key, values in stored["speakers"].items()}
    from tqdm import tqdm

    found = {}
    for key, measures in tqdm(
        measure_speakers(cache, speakers), total=len(speakers), unit="speaker", disable=None
    ):
        if measures is not None:
            found[key] = measures
    record = {
        "f0_frames": cache.utterances[-1].f0_start,
        "speakers": {key: dataclasses.asdict(measures) for key, measures in found.items()},
    }
    path.write_text(json.dumps(record), encoding="utf-8")
    return found


def mean_embeddings(
    speakers: dict[str, list[Utterance]], embeddings: NDArray
) -> dict[str, FloatArray]:
    """Unit-length mean of every speaker's utterances, longer ones weighing more."""
    found = {}
    for key, utterances in speakers.items():
        weights = np.array([min(u.n_samples, 6 * SAMPLE_RATE) for u in utterances], np.float64)
        mean = weights @ embeddings[[u.index for u in utterances]].astype(np.float64)
        found[key] = mean / np.linalg.norm(mean)
    return found


def read_tables(folder: Path) -> tuple[dict[str, float], dict[str, str], str]:
    """Return age and gender by speaker of speechocean762, and a checksum of the tables.

    Raises
    ------
    SyrinxError
        If there are no such files in the folder or below it.
    """
    text: dict[str, str] = {}
    for name in ("spk2age", "spk2gender"):
        paths = sorted(folder.rglob(name))
        if not paths:
            raise SyrinxError(f"There is no file {name} in {folder} or below it.")
        text[name] = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    rows = {name: [line.split() for line in value.splitlines()] for name, value in text.items()}
    ages = {_number(row[0]): float(row[1]) for row in rows["spk2age"] if len(row) == 2}
    genders = {_number(row[0]): row[1] for row in rows["spk2gender"] if len(row) == 2}
    digest = hashlib.sha256((text["spk2age"] + text["spk2gender"]).encode()).hexdigest()
    return ages, genders, digest


def _number(speaker: str) -> str:
    return speaker.upper().removeprefix("SPEAKER").lstrip("0")


def attributes(
    speakers: Speakers, tables: tuple[dict[str, float], dict[str, str], str] | None
) -> dict[str, FloatArray]:
    """What the sliders are fitted to, per speaker; NaN where it is not known.

    pitch in octaves and age on the slider's scale, gender -1 and 1; brightness and roughness in
    deviations, freed of what goes with pitch, gender, age and noise.
    """
    groups = speakers.groups
    octaves = np.log2(speakers.column("f0_hz"))
    tract = np.log2(speakers.column("tract_hz"))
    learners = groups == CHILDREN
    gender = np.full(len(octaves), np.nan)
    upper = two_groups(octaves[~learners], (np.log2(115.0), np.log2(195.0)))
    gender[~learners] = 2 * upper - 1
    age = np.full(len(octaves), np.nan)
    if tables is None:
        small = standardised(octaves, groups) + standardised(tract, groups)
        age[learners] = -0.5 - 0.3 * small[learners]
    else:
        ages, genders, _ = tables
        for row in np.flatnonzero(learners):
            number = _number(speakers.keys[row].split("/")[1])
            if number in ages and number in genders:
                years = ages[number]
                age[row] = min(0.0, np.log(years / GROWN_UP) / np.log(GROWN_UP / CHILD))
                if years >= 15:
                    gender[row] = 1.0 if genders[number] == "f" else -1.0
    pitch = within(octaves, groups)
    snr = standardised(speakers.column("snr_db"), groups)
    known = [snr, pitch, within(gender, groups), within(age, groups)]
    balance = residual(standardised(speakers.column("balance_db"), groups), known)
    parts = [
        residual(sign * standardised(np.log(speakers.column(name)) if log else
                                     speakers.column(name), groups), known)
        for name, sign, log in (
            ("jitter", 1, True),
            ("shimmer", 1, True),
            ("harmonicity_db", -1, False),
            ("prominence_db", -1, False),
        )
    ]  # fmt: skip
    return {
        "pitch": pitch,
        "gender": gender,
        "age": age,
        "brightness": balance / balance.std(),
        "roughness": first_component(np.stack(parts, axis=1)),
    }


def channel_changes(
    cache: SpeechCache, registry: ModelRegistry, count: int, seed: int
) -> dict[str, FloatArray]:
    """Mean change of the embedding when the same speech comes through another channel."""
    rng = np.random.default_rng(seed)
    session = registry.session(SPEAKER_MODEL)
    pool = [
        u
        for u in cache.select("train", ("librispeech", CHILDREN, "rhasspy_kathleen", "vctk_subset"))
        if u.n_samples > 2 * SAMPLE_RATE
    ]
    changes: dict[str, list[FloatArray]] = {name: [] for name in VARIANTS}
    for index in rng.choice(len(pool), min(count, len(pool)), replace=False):
        audio = cache.audio(pool[index], 0, 3 * SAMPLE_RATE)
        variants = {
            "low-pass": scipy.signal.sosfiltfilt(
                scipy.signal.butter(6, 3500, fs=SAMPLE_RATE, output="sos"), audio
            ),
            "noise": mix_at_snr(audio, rng.standard_normal(len(audio)).astype(np.float32), 15.0),
            "room": np.convolve(audio, room_response(0.3, 3.0, rng))[: len(audio)],
        }
        plain = _embed(session, audio)
        for name, changed in variants.items():
            changes[name].append(_embed(session, changed) - plain)
        up, down = (_embed(session, tilted(audio, db)) for db in (3.0, -3.0))
        changes["tilt"].append(up - down)
    return {name: np.mean(values, axis=0) for name, values in changes.items()}


def tilted(audio: NDArray, db_per_octave: float) -> NDArray[np.float32]:
    """Tilt a recording's spectrum around 1 kHz, within three octaves of it."""
    hz = np.fft.rfftfreq(len(audio), 1 / SAMPLE_RATE)
    octaves = np.clip(np.log2(np.maximum(hz, 1.0) / 1000.0), -3, 3)
    spectrum = np.fft.rfft(audio) * 10 ** (db_per_octave * octaves / 20)
    return np.fft.irfft(spectrum, len(audio)).astype(np.float32)


def _embed(session: Any, audio: NDArray) -> FloatArray:
    window = np.asarray(audio, np.float32)[None, None]
    (found,) = session.run(["speaker_embedding"], {"audio": window})
    return np.asarray(found[0], np.float64)


def check_encoder(cache: SpeechCache, registry: ModelRegistry, embeddings: NDArray) -> None:
    """Raise SyrinxError when the cache's embeddings are not of the shipped speaker encoder."""
    from syrinx.training.recipes.embed_speakers import embedding_length, utterance_excerpt

    session = registry.session(SPEAKER_MODEL)
    cosines = []
    for utterance in cache.select("train")[:: max(1, len(cache.utterances) // 24)]:
        excerpt = utterance_excerpt(cache, utterance, embedding_length(utterance.n_samples))
        stored = embeddings[utterance.index].astype(np.float64)
        cosines.append(_embed(session, excerpt) @ stored / np.linalg.norm(stored))
    if np.median(cosines) < 0.98:
        raise SyrinxError(
            "The cache holds embeddings of another speaker encoder than the one that is shipped: "
            "run `syrinx train embed_speakers` first."
        )


def likeness(
    speakers: dict[str, list[Utterance]], embeddings: NDArray, fitted: Speakers
) -> dict[str, float]:
    """Cosines that tell what the limit is worth.

    ``one_speaker``: the 1st percentile of two halves of one speaker's utterances (ten or more);
    ``nearest_other``: the median, over readers, of the nearest other reader.
    """
    halves = []
    for utterances in speakers.values():
        if len(utterances) >= 10:
            one, other = (
                embeddings[[u.index for u in part]].astype(np.float64).sum(axis=0)
                for part in (utterances[::2], utterances[1::2])
            )
            halves.append(one @ other / (np.linalg.norm(one) * np.linalg.norm(other)))
    readers = fitted.embeddings[fitted.groups == "librispeech"]
    cosine = readers @ readers.T
    np.fill_diagonal(cosine, -1.0)
    return {
        "one_speaker": round(float(np.percentile(halves, 1)), 3) if halves else np.nan,
        "nearest_other": round(float(np.median(cosine.max(axis=1))), 3),
    }


def fit_space(
    recipe: DirectionsRecipe,
    speakers: Speakers,
    wanted: dict[str, FloatArray],
    changes: dict[str, FloatArray],
    people: FloatArray,
    digest: str,
) -> VoiceSpace:
    """Fit everything that is stored; the figures go into its notes."""
    groups, embeddings = speakers.groups, within(speakers.embeddings, speakers.groups)
    moves = np.stack([changes[name] for name in VARIANTS])
    nuisances = moves / np.linalg.norm(moves, axis=1, keepdims=True)
    predictors, figures = [], {}
    for name in SLIDERS:
        values = within(wanted[name], groups)
        options = {"penalty": recipe.penalty, "nuisances": nuisances}
        plain = ridge(embeddings, values, immunity=0.0, **options)
        _, without = held_out(embeddings, values, immunity=0.0, **options)
        _, quality = held_out(embeddings, values, immunity=recipe.immunity, **options)
        weights = ridge(embeddings, values, immunity=recipe.immunity, **options)
        deviation = float(np.std(embeddings @ weights))
        unit = deviation if name in ("brightness", "roughness") else quality.slope
        predictors.append(weights / unit)
        figures[name] = {
            **{key: round(value, 3) for key, value in dataclasses.asdict(quality).items()},
            "r2_without_immunity": round(without.r2, 3),
            "deviation": round(deviation / unit, 3),
            "channel_before": _rounded(moves @ plain / np.std(embeddings @ plain)),
            "channel_after": _rounded(moves @ weights / deviation),
        }
    filters = np.stack(predictors, axis=1)
    weights = np.where(groups == CHILDREN, 0.6, 1.0)
    covariance = (embeddings * weights[:, None]).T @ embeddings / weights.sum()
    directions = likeliest_directions(covariance, filters, nuisances)
    firm = np.linalg.inv(covariance + 0.02 * np.trace(covariance) / 192 * np.eye(192))
    for index, name in enumerate(SLIDERS):
        column = directions[:, index]
        figures[name]["mahalanobis_per_unit"] = round(float(np.sqrt(column @ firm @ column)), 3)
        figures[name]["length_per_unit"] = round(float(np.linalg.norm(column)), 3)
    notes: dict[str, Any] = {"sliders": figures, "channels": list(VARIANTS)}
    return VoiceSpace(
        mean=_middle(speakers, wanted["gender"]),
        basis=low_rank(covariance),
        predictors=filters,
        directions=directions,
        people=people,
        limit=recipe.limit,
        pitch_model=_pitch_model(speakers, wanted),
        speaker_encoder=digest,
        notes=notes,
    )


def _rounded(values: NDArray) -> dict[str, float]:
    return {name: round(float(value), 3) for name, value in zip(VARIANTS, values, strict=True)}


def _middle(speakers: Speakers, gender: FloatArray) -> FloatArray:
    """Mean of the well-recorded grown-ups, half of it women's."""
    weights = np.select([speakers.groups == "librispeech", speakers.groups == STUDIO], [1.0, 4.0])
    means = []
    for side in (gender > 0, gender < 0):
        chosen = weights * side
        means.append(chosen @ speakers.embeddings / chosen.sum())
    return np.asarray(0.5 * (means[0] + means[1]))


def _pitch_model(speakers: Speakers, wanted: dict[str, FloatArray]) -> FloatArray:
    """Median F0 in octaves by gender (adults of LibriSpeech) and age (the learners)."""
    octaves, gender = np.log2(speakers.column("f0_hz")), wanted["gender"]
    readers = speakers.groups == "librispeech"
    man = float(octaves[readers & (gender < -0.5)].mean())
    woman = float(octaves[readers & (gender > 0.5)].mean())
    learners = (speakers.groups == CHILDREN) & np.isfinite(wanted["age"])
    child = float(octaves[learners & (wanted["age"] < -0.7)].mean())
    middle, half = (man + woman) / 2, (woman - man) / 2
    # Boys' and girls' voices differ little: both sides nearly meet at the children's mean.
    return np.array([middle, half, middle - child, 0.85 * half])


def main(argv: Sequence[str] | None = None) -> int:
    """Run the recipe from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx train voice_directions", description=__doc__.splitlines()[0]
    )
    default = DirectionsRecipe()
    parser.add_argument("--cache", type=Path, default=default.cache, help="speech cache folder")
    parser.add_argument("--out", type=Path, default=default.out, help="default: %(default)s")
    parser.add_argument(
        "--tables", type=Path, help="folder with speechocean762's spk2age and spk2gender"
    )
    parser.add_argument("--again", action="store_true", help="measure the speakers anew")
    for name in ("penalty", "immunity", "limit"):
        value = getattr(default, name)
        parser.add_argument(f"--{name}", type=float, default=value, help="default: %(default)s")
    args = parser.parse_args(argv)
    recipe = DirectionsRecipe(**vars(args))
    space = run(recipe)
    print(json.dumps(space.notes, indent=1))
    print(recipe.out, file=sys.stderr)
    return 0


def run(recipe: DirectionsRecipe) -> VoiceSpace:
    """Measure, fit, write and return the space."""
    cache, registry = SpeechCache(recipe.cache), ModelRegistry()
    path = recipe.cache / "speaker_embeddings.npy"
    if not path.is_file():
        raise SyrinxError(f"There is no {path}: run `syrinx train embed_speakers` first.")
    embeddings = np.load(path, mmap_mode="r")[0]
    if len(embeddings) != len(cache.utterances):
        raise SyrinxError(f"{path} belongs to another cache: run `syrinx train embed_speakers`.")
    check_encoder(cache, registry, embeddings)
    tables = read_tables(recipe.tables) if recipe.tables is not None else None
    measures = read_or_measure(recipe, cache)
    told = {key: us for key, us in by_speaker(cache).items() if UNTOLD not in key}
    means = mean_embeddings(told, embeddings)
    untold = [u.index for u in cache.select("train") if UNTOLD in u.speaker]
    people = [*means.values()]
    if untold:
        people += [*clusters(embeddings[untold].astype(np.float64), alike=0.75)]
    keys = [key for key in measures if key in means]
    corpora = np.array([key.split("/")[0] for key in keys])
    speakers = Speakers(
        keys=keys,
        groups=np.where(np.isin(corpora, LARGE), corpora, STUDIO),
        embeddings=np.stack([means[key] for key in keys]),
        measures=[measures[key] for key in keys],
    )
    wanted = attributes(speakers, tables)
    changes = channel_changes(cache, registry, recipe.channels, recipe.seed)
    digest = registry.entry(SPEAKER_MODEL).sha256
    space = fit_space(recipe, speakers, wanted, changes, np.stack(people), digest)
    space.notes.update(
        commit=commit_id(),
        corpora=sorted({*corpora.tolist()}),
        fitted_speakers=len(keys),
        people=len(people),
        cosines=likeness(told, embeddings, speakers),
        tables=tables[2] if tables else "none: age and gender inferred from F0 and formants",
        settings={
            "penalty": recipe.penalty,
            "immunity": recipe.immunity,
            "channels": recipe.channels,
        },
    )
    recipe.out.parent.mkdir(parents=True, exist_ok=True)
    space.save(recipe.out)
    return space


if __name__ == "__main__":
    sys.exit(main())
