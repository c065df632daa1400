"""The evaluation of the text check, on a program that knows what was said in each take."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.training.cli import evaluate_main
from syrinx.training.data import SpeechCache
from syrinx.training.evaluations import texts
from syrinx.training.evaluations.texts import Cost, report_of, texts_for
from syrinx.training.metrics.take_set import Take
from syrinx.training.studio import StudioOptions

SENTENCES = [f"{word} " * 3 + f"and then the {word} went home at {number}" for number, word in
             enumerate(["dog", "cat", "bird", "fish", "mouse", "horse"])]  # fmt: skip


def take(number: int) -> Take:
    """A take whose samples say which sentence it is."""
    audio = np.full(16_000 * 5, 0.01 * (number + 1), np.float32)
    return Take(speaker=f"corpus/{number % 2}", audio=audio, text=SENTENCES[number], language="en")


class Program:
    """Costs are the share of words that are not in the sentence; in noise one more."""

    deaf = False

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *exc: object) -> None: ...

    def text_costs(
        self, audio: np.ndarray, sample_rate: int, wanted: Sequence[str]
    ) -> list[float | None]:
        if self.deaf:
            return [None] * len(wanted)
        level = round(100 * float(np.median(audio))) - 1
        said = SENTENCES[level].split()
        noise = float(np.ptp(audio) > 0)
        return [noise + 10 * np.mean([w not in said for w in t.split()]) for t in wanted]


def test_the_wrong_texts_are_as_they_are_called() -> None:
    takes = [take(number) for number in range(6)]
    pairs = list(texts_for(takes[0], takes))
    kinds = [kind for kind, _ in pairs]
    assert kinds == ["right", *["other"] * 4, "half of it other", "last third other", "half unread"]
    by_kind = dict(pairs)
    assert by_kind["right"] == SENTENCES[0]
    assert SENTENCES[0] not in [text for kind, text in pairs if kind == "other"]
    words = SENTENCES[0].split()
    assert by_kind["half of it other"].split()[: len(words) // 2] == words[: len(words) // 2]
    assert by_kind["last third other"].split() != words
    assert by_kind["half unread"].startswith(SENTENCES[0])


def test_shares_are_counted_at_each_limit() -> None:
    costs = [
        *(Cost(kind="right", corpus="a", speaker="a/1", cost=c) for c in (0.5, 1.5, 2.5, 9.0)),
        Cost(kind="right", corpus="b", speaker="b/1", cost=0.1),
        *(Cost(kind="other", corpus="a", speaker="a/1", cost=c) for c in (1.9, 5.0)),
    ]
    report = report_of(costs)
    assert report["takes"] == {"a": 4, "b": 1}
    (row,) = [row for row in report["limits"] if row["limit"] == 2.0]
    assert row["refused"]["right"] == pytest.approx(0.4)
    assert row["refused_by_corpus"] == {"a": 0.5, "b": 0.0}
    assert row["accepted"]["other"] == pytest.approx(0.5)


def test_the_command(
    cache: SpeechCache, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    made = {f"corpus/{n}": [take(i) for i in range(6) if i % 2 == n] for n in (0, 1)}
    monkeypatch.setattr(texts, "takes_of", lambda cache, split, corpora: made)
    program = Program()

    def studio(options: StudioOptions) -> Program:
        assert options.home == tmp_path
        return program

    options = ["texts", "--cache", str(cache.folder), "--home", str(tmp_path)]
    out = tmp_path / "figures.json"
    assert evaluate_main([*options, "--json", str(out)], studio=studio) == 0  # type: ignore[arg-type]
    assert "| 2.0 |" in capsys.readouterr().out
    first = json.loads(out.read_text())["limits"][0]
    assert first["refused"]["right"] == 0.0
    assert first["accepted"]["other"] == 0.0
    program.deaf = True
    with pytest.raises(SyrinxError, match="no recogniser"):
        evaluate_main(options, studio=studio)  # type: ignore[arg-type]
    with pytest.raises(SyrinxError, match="program itself"):
        evaluate_main(options)
    with pytest.raises(SyrinxError, match="at least 1"):
        evaluate_main([*options, "--per-speaker", "0"], studio=studio)  # type: ignore[arg-type]
