"""Mixed conversations and the evaluation of diarisation, with a program that knows the pitches."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.dsp.errors import SyrinxError
from syrinx.training.cli import evaluate_main
from syrinx.training.data import SpeechCache
from syrinx.training.metrics import conversations
from syrinx.training.metrics.conversations import halves, people, talk
from syrinx.training.studio import StudioOptions

RATE = 16_000


@pytest.fixture
def talkers(cache: SpeechCache, monkeypatch: pytest.MonkeyPatch) -> SpeechCache:
    """The fixture's six hummers, all of them dev speakers of one corpus."""
    monkeypatch.setattr(conversations, "LEAST_S", 1.0)
    table = json.loads((cache.folder / "utterances.json").read_text())
    for record in table:
        number = record["index"] // 4
        record |= {"corpus": "librispeech", "split": "dev", "speaker": f"s{number}"}
    (cache.folder / "utterances.json").write_text(json.dumps(table))
    return SpeechCache(cache.folder)


class Studio:
    """Tells speakers by their pitch, 90 + 40 n Hz; with ``least`` above 1 all are one."""

    def __init__(self, options: StudioOptions) -> None: ...

    def __enter__(self) -> Studio:
        return self

    def __exit__(self, *exc: object) -> None: ...

    def turns(
        self,
        recording: Path,
        words: Sequence[tuple[float, float]],
        *,
        speakers: int | None = None,
        least: float | None = None,
    ) -> Sequence[int]:
        audio, _ = soundfile.read(recording, dtype="float32")
        return [0 if least else pitch_number(audio, word) for word in words]


def pitch_number(audio: np.ndarray, word: tuple[float, float]) -> int:
    piece = audio[round(word[0] * RATE) : round(word[1] * RATE)]
    power = np.abs(np.fft.rfft(piece * np.hanning(len(piece)), 1 << 16))
    hz = np.fft.rfftfreq(1 << 16, 1 / RATE)
    low = (hz > 70) & (hz < 320)
    return round((hz[low][power[low].argmax()] - 90) / 40)


def test_a_talk_is_what_it_says(talkers: SpeechCache) -> None:
    everybody = people(talkers)
    assert len(everybody) == 6
    voices = {name: everybody[name] for name in list(everybody)[:3]}
    made = talk(talkers, voices, 30.0, np.random.default_rng(3))
    assert len(made.audio) >= 30 * RATE
    assert set(made.speaker) == {0, 1, 2}
    assert made.speaker[0] == 0
    for before, after in itertools.pairwise(made.words):
        assert before[0] < before[1] <= after[0] + 1e-9
    for word, who in zip(made.words, made.speaker, strict=True):
        if word[1] - word[0] > 0.2:
            assert f"s{pitch_number(made.audio, word)}" == made.names[who].split("/")[1]
    again = talk(talkers, voices, 30.0, np.random.default_rng(3))
    np.testing.assert_array_equal(made.audio, again.audio)


def test_who_sets_limits_does_not_measure() -> None:
    names = [f"a/{i}" for i in range(5)] + ["b/1", "c/1"]
    first, second = halves(names)
    assert not set(first) & set(second)
    assert sorted(first + second) == sorted(names)
    assert {"b/1", "c/1"} & set(first)
    assert {"b/1", "c/1"} & set(second)


def test_the_command(
    talkers: SpeechCache, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    argv = ["diarisation", "--cache", str(talkers.folder), "--kinds", "librispeech"]
    argv += ["--most", "3", "--talks", "1", "--json", str(tmp_path / "d.json")]
    assert evaluate_main(argv, studio=Studio) == 0
    rows = json.loads((tmp_path / "d.json").read_text())["rows"]
    assert rows["all"]["talks"] == 3
    assert rows["all"]["count_right"] == 1.0
    assert rows["all"]["error"] < 0.02
    assert "librispeech" in capsys.readouterr().out
    evaluate_main([*argv, "--least", "2"], studio=Studio)
    rows = json.loads((tmp_path / "d.json").read_text())["rows"]
    assert rows["1 speakers"]["error"] == 0
    assert rows["3 speakers"]["error"] > 0.2
    assert rows["all"]["count_bias"] == pytest.approx(-1)
    with pytest.raises(SyrinxError, match="no 4 dev speakers"):
        evaluate_main([*argv, "--most", "4"], studio=Studio)
    with pytest.raises(SyrinxError, match="needs the program"):
        evaluate_main(argv)
