"""The evaluation of recognisers: texts in one form, errors, delay, memory, by a script."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.training.cli import evaluate_main
from syrinx.training.data import SpeechCache
from syrinx.training.metrics.diarisation import confusion_of
from syrinx.training.metrics.recognition import (
    Heard,
    edit_distance,
    figures,
    heard_as,
    long_run,
    relative_loss,
    scored,
)
from syrinx.training.metrics.shown_words import shown_figures, shown_words, word_ends
from syrinx.training.metrics.spoken_text import number_words, spoken_words
from syrinx.training.studio import StudioOptions

RATE = 16_000


@dataclasses.dataclass(frozen=True)
class SaidWord:
    text: str
    start_s: float
    end_s: float


@dataclasses.dataclass(frozen=True)
class Said:
    words: Sequence[SaidWord]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


class Script:
    """Shows each word of a script so long after its end, and all of it as final at the end.

    Parameters
    ----------
    words
        Text, end in s, when it is shown in s.
    """

    name = "Script"
    language = "en"

    def __init__(self, words: Sequence[tuple[str, float, float]], rate: int = RATE) -> None:
        self.sample_rate, self.words = rate, words
        self.given: list[int] = []

    def stream(self) -> ScriptStream:
        return ScriptStream(self)


class ScriptStream:
    def __init__(self, script: Script) -> None:
        self._script, self._samples, self.partial = script, 0, ""

    def accept(self, audio: np.ndarray) -> list[Said]:
        self._script.given.append(len(audio))
        self._samples += len(audio)
        now = self._samples / self._script.sample_rate
        self.partial = " ".join(w for w, _, shown in self._script.words if shown <= now)
        return []

    def finish(self) -> list[Said]:
        self.partial = ""
        return [Said([SaidWord(w, 0.0, end) for w, end, _ in self._script.words])]


class Studio:
    """A program whose recogniser hears "hum", and in noise "hum ham"; everyone is one speaker."""

    def __init__(self, options: StudioOptions) -> None: ...

    def __enter__(self) -> Studio:
        return self

    def __exit__(self, *exc: object) -> None: ...

    def recognizer(self, model: str) -> Script:
        if model != "script":
            raise SyrinxError(f"There is no model {model}.")
        return Noisy([])


class Noisy(Script):
    def stream(self) -> ScriptStream:
        return NoisyStream(self)


class NoisyStream(ScriptStream):
    """The fixture's hums stand on a square wave: between its levels is only noise."""

    floor = 0.0

    def accept(self, audio: np.ndarray) -> list[Said]:
        middle = np.abs(audio) < 0.3 * np.abs(audio).max()
        self.floor = max(self.floor, float(middle.mean()))
        return super().accept(audio)

    def finish(self) -> list[Said]:
        words = ["hum", "ham"] if self.floor > 0.02 else ["HUM,"]
        return [Said([SaidWord(w, 0.0, 0.1) for w in words])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Well-known, isn't it?", "well known is not it"),
        ("I'm sure they'll say we've CAN'T.", "i am sure they will say we have can not"),
        ("She's John\u2019s sister; let's go", "she is john's sister let us go"),
        ("He'd won't", "he would will not"),
        ("Mr. and Mrs. Smith & Dr. Who", "mister and missus smith and doctor who"),
        ("1665", "one thousand six hundred sixty five"),
        ("40% of $1,200", "forty percent of one thousand two hundred dollars"),
        ("3.5 and 0", "three point five and zero"),
        ("the 21st and 12th, 3rd, 40th", "the twenty first and twelfth third fortieth"),
        ("007", "zero zero seven"),
        ("ok O.K.", "okay o k"),
        ("...", ""),
    ],
)
def test_texts_in_one_form(text: str, words: str) -> None:
    assert spoken_words(text) == words.split()
    assert spoken_words(words) == words.split()


def test_numbers_are_as_one_counts() -> None:
    assert number_words(0) == "zero"
    assert number_words(1_000_019) == "one million nineteen"
    assert number_words(90_710) == "ninety thousand seven hundred ten"
    told = [number_words(value) for value in range(3000)]
    assert len(set(told)) == len(told)


def test_case_and_punctuation_are_no_errors() -> None:
    right = scored("IT IS TWENTY ONE", "It's 21.")
    assert right.words.rate == 0
    assert right.character_errors == 0
    wrong = scored("a bad day", "a bed")
    assert (wrong.words.substitutions, wrong.words.deletions, wrong.words.insertions) == (1, 1, 0)
    assert wrong.character_errors == 5
    assert wrong.characters == 9


def test_edit_distance_is_that_of_the_plain_recursion() -> None:
    def plain(a: str, b: str) -> int:
        if not a or not b:
            return len(a) + len(b)
        return min(plain(a[1:], b) + 1, plain(a, b[1:]) + 1, plain(a[1:], b[1:]) + (a[0] != b[0]))

    rng = np.random.default_rng(0)
    for _ in range(30):
        a, b = ("".join(rng.choice(list("abc"), rng.integers(0, 7))) for _ in range(2))
        assert edit_distance(a, b) == plain(a, b)


def test_the_interval_holds_the_rate_and_narrows() -> None:
    few = [scored("one two three four", "one two three" if i % 2 else "one two three four")
           for i in range(10)]  # fmt: skip
    small, large = figures(few), figures(few * 20)
    assert small["wer"] == pytest.approx(0.125)
    assert small["wer_low"] <= 0.125 <= small["wer_high"]
    assert large["wer_high"] - large["wer_low"] < small["wer_high"] - small["wer_low"]
    assert small["left_out"] == pytest.approx(0.125)


def test_relative_loss() -> None:
    table = {"clean": {"all": {"wer": 0.2}}, "10 dB": {"all": {"wer": 0.25}}}
    assert relative_loss(table) == {"10 dB": pytest.approx(1.25)}
    assert relative_loss({"10 dB": {"all": {"wer": 0.25}}}) == {}


def test_noise_is_as_loud_as_it_says(cache: SpeechCache) -> None:
    utterance = cache.select("dev")[0]
    clean = heard_as(cache, utterance, None)
    for snr_db in (20.0, 5.0):
        noise = heard_as(cache, utterance, snr_db) - clean
        level = 10 * np.log10(np.mean(np.square(noise, dtype=np.float64)))
        assert level == pytest.approx(-26.0 - snr_db, abs=0.2)


def test_words_are_shown_as_late_as_the_script_says() -> None:
    script = Script([("one", 0.5, 0.8), ("two", 1.0, 1.7), ("three", 2.0, 2.2)])
    audio = np.zeros(round(2.5 * RATE), np.float32)
    found = shown_words(script, audio, [("one", 0.5), ("two", 1.0), ("four", 2.0)])
    assert len(found) == 2  # "four" was not heard
    assert found[0].first_s == pytest.approx(0.3, abs=0.05)
    assert found[1].first_s == pytest.approx(0.7, abs=0.05)
    report = shown_figures(found)
    assert report["words"] == 2
    assert report["first_median_ms"] == pytest.approx(500, abs=50)


def test_a_word_that_comes_and_goes_is_settled_late() -> None:
    class Wavering(ScriptStream):
        def accept(self, audio: np.ndarray) -> list[Said]:
            super().accept(audio)
            if 0.75 < self._samples / RATE < 1.25:
                self.partial = "won"
            return []

    script = Script([("one", 0.5, 0.6)])
    script.stream = lambda: Wavering(script)  # type: ignore[method-assign]
    (found,) = shown_words(script, np.zeros(2 * RATE, np.float32), [("one", 0.5)])
    assert found.first_s == pytest.approx(0.1, abs=0.05)
    assert found.settled_s == pytest.approx(0.8, abs=0.05)


def test_words_end_where_the_labels_say(cache: SpeechCache) -> None:
    """Labels of "h ʌ m" twice; the ends are where each m ends."""
    utterance = dataclasses.replace(cache.utterances[3], text="hum, hum", phones="h ʌ m | h ʌ m")
    labels = np.zeros(sum(u.n_frames for u in cache.utterances), np.uint8)
    mine = labels[utterance.f0_start : utterance.f0_start + utterance.n_frames]
    mine[10:20], mine[20:30], mine[30:38] = 1, 2, 3
    mine[50:60], mine[60:70], mine[70:90] = 1, 2, 3
    labels.tofile(cache.folder / "phones.u8")
    (cache.folder / "phones.json").write_text(json.dumps({"phones": ["h", "ʌ", "m"]}))
    labelled = SpeechCache(cache.folder)
    ends = word_ends(labelled, utterance)
    assert ends is not None
    assert [word for word, _ in ends] == ["hum", "hum"]
    assert [end for _, end in ends] == pytest.approx([0.375, 0.895])
    joined = dataclasses.replace(utterance, phones="h ʌ m h ʌ m")
    assert word_ends(labelled, joined) is None
    assert word_ends(cache, utterance) is None  # nothing was aligned when it was opened


def test_any_rate_is_served_and_time_counted() -> None:
    script = Script([("a", 1.0, 1.0)], rate=8_000)
    hear = Heard(script, block_s=0.5)
    assert hear(np.zeros(RATE * 2, np.float32)) == "a"
    assert sum(script.given) == pytest.approx(16_000, abs=2)
    assert hear.audio_s == 2.0
    assert hear.rtf >= 0


def test_a_long_run_looks_at_the_memory() -> None:
    said = iter([100.0, 130.0])
    minutes: list[float] = []
    result = long_run(
        Script([("a", 1.0, 1.0)]),
        itertools.repeat(np.zeros(RATE // 2, np.float32)),
        2.0,
        memory_mb=lambda: next(said),
        on_minute=minutes.append,
    )
    assert result["minutes"] == pytest.approx(2.0)
    assert result["memory_grown_mb"] == pytest.approx(30.0)
    assert result["words"] == 1
    assert minutes == [1, 2]


def test_the_command(
    cache: SpeechCache, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    argv = ["recognition", "--cache", str(cache.folder), "--corpora", "hums", "--snr", "5"]
    argv += ["--model", "script", "--no-judge", "--json", str(tmp_path / "r.json")]
    assert evaluate_main(argv, studio=Studio) == 0
    report = json.loads((tmp_path / "r.json").read_text())
    mine = report["recognisers"]["Script"]
    assert mine["errors"]["clean"]["hums"]["wer"] == 0
    assert mine["errors"]["5 dB"]["hums"]["wer"] == pytest.approx(1.0)  # a word added to each
    assert mine["errors"]["5 dB"]["hums"]["added"] == pytest.approx(1.0)
    assert report["corpora"]["hums"]["speakers"] == 2
    assert "Script" in capsys.readouterr().out
    with pytest.raises(SyrinxError, match="There is no model other"):
        evaluate_main([*argv, "--model", "other"], studio=Studio)
    with pytest.raises(SyrinxError, match="no English dev speech"):
        evaluate_main([*argv, "--corpora", "songs"], studio=Studio)
    with pytest.raises(SyrinxError, match="needs the program"):
        evaluate_main(argv)


def test_confusion_is_that_of_the_best_naming() -> None:
    words = [(0.0, 1.0), (1.0, 3.0), (3.0, 4.0), (4.0, 5.0)]
    found = confusion_of(words, [0, 1, 0, 1], [1, 0, 0, 0])
    assert found.confused_s == pytest.approx(1.0)
    assert found.rate == pytest.approx(0.2)
    assert (found.speakers, found.found) == (2, 2)
    assert confusion_of(words, [0, 1, 0, 1], [5, 3, 5, 3]).rate == 0
    one = confusion_of(words, [0, 1, 0, 1], [0, 0, 0, 0])
    assert one.confused_s == pytest.approx(2.0)
    assert confusion_of([], [], []).found == 0
    with pytest.raises(SyrinxError, match="one speaker"):
        confusion_of(words, [0], [0])


def test_the_judge_hears_the_same(
    cache: SpeechCache, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from syrinx.training.evaluations import recognition

    heard: list[int] = []

    def judge(audio: np.ndarray) -> str:
        heard.append(len(audio))
        sum(range(200_000))  # so that it takes time
        return "HUM hum"

    monkeypatch.setattr(recognition, "load_sphinx", lambda: judge)
    argv = ["recognition", "--cache", str(cache.folder), "--corpora", "hums", "--snr", ""]
    assert evaluate_main([*argv, "--model", "script", "--json", "-"], studio=Studio) == 0
    report = json.loads(capsys.readouterr().out)
    assert heard == [u.n_samples for u in cache.select("dev")]
    theirs = report["recognisers"]["PocketSphinx"]
    assert theirs["errors"]["clean"]["all"]["wer"] == pytest.approx(1.0)
    assert theirs["rtf"] > 0
