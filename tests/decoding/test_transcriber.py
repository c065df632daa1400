"""Utterances in time: what is shown early, what is final, and that nothing grows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.final import Finisher
from syrinx.neural.runtime.recognizer import Heard
from syrinx.neural.runtime.transcriber import (
    EndingConfig,
    Segment,
    Transcriber,
    transcribe,
)
from tests.decoding.scripted import (
    HOP,
    RATE,
    ScriptedModel,
    ScriptedStream,
    small_vocabulary,
    spoken,
)

PAUSE = "-" * 30
SCRIPT = "---a-b-c--b-d---ce-f" + PAUSE + "aeg--hgd" + PAUSE


def _stream(script: str, block: int, **ending: float) -> list[Segment]:
    model = ScriptedModel(spoken(script))
    transcriber = Transcriber(model, small_vocabulary(), ending=EndingConfig(**ending))
    stream = transcriber.stream()
    out = []
    for start in range(0, len(model.audio), block):
        out += stream.accept(model.audio[start : start + block])
    return out + stream.finish()


def test_words_times_and_ends() -> None:
    final = [s for s in _stream(SCRIPT, HOP) if s.final]
    assert final[0].text == "one two three"
    assert final[1].text in ("four five", "for five")
    assert [s.number for s in final] == [0, 1]
    frame = HOP / RATE
    first = final[0]
    assert [round(w.start_s / frame) for w in first.words] == [3, 10, 16]
    assert [round(w.end_s / frame) for w in first.words] == [8, 13, 20]
    assert final[1].words[0].start_s == pytest.approx(50 * frame)
    assert first.start_s == first.words[0].start_s
    assert first.end_s == first.words[-1].end_s
    assert all(0 < w.confidence < 1 for s in final for w in s.words)


def test_words_are_shown_before_the_utterance_ends() -> None:
    model = ScriptedModel(spoken(SCRIPT))
    stream = Transcriber(model, small_vocabulary()).stream()
    seen: dict[str, int] = {}
    for k in range(len(model.log_probs)):
        for segment in stream.accept(model.audio[:HOP]):
            if segment.number == 0 and not segment.final:
                for word in segment.words:
                    seen.setdefault(word.text, k)
    # The network is two frames late; a word is shown with its last sound.
    assert seen["one"] == 7 + 2
    assert seen["two"] == 12 + 2


def test_settled_words_stay() -> None:
    rng = np.random.default_rng(4)
    script = "-ab-c-bd-cef-aeg-hgd-h-bd-cf-" * 4
    model = ScriptedModel(spoken(script, sure=0.6, rng=rng))
    stream = Transcriber(model, small_vocabulary()).stream()
    settled: list[str] = []
    for _ in range(len(model.log_probs)):
        for segment in stream.accept(model.audio[:HOP]):
            words = [w.text for w in segment.words]
            assert words[: len(settled)] == settled
            settled = [] if segment.final else words[: segment.settled]
    assert settled


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 5000), min_size=1, max_size=30))
def test_final_words_do_not_depend_on_how_the_audio_is_cut(sizes: list[int]) -> None:
    model = ScriptedModel(spoken(SCRIPT))
    transcriber = Transcriber(model, small_vocabulary())
    stream = transcriber.stream()
    audio, final = model.audio, []
    while len(audio):
        for size in sizes:
            final += [s for s in stream.accept(audio[:size]) if s.final]
            audio = audio[size:]
    assert final + stream.finish() == transcribe(transcriber, model.audio)


def test_silence_gives_nothing_and_keeps_nothing() -> None:
    model = ScriptedModel(spoken("-" * 5000))
    stream = Transcriber(model, small_vocabulary()).stream()
    for _ in range(50):
        assert stream.accept(model.audio[: 100 * HOP]) == []
    assert stream._count < 100
    assert stream.finish() == []


def test_speech_without_a_pause_is_cut_and_nothing_is_lost() -> None:
    """Half an hour that never pauses: the memory is that of the longest utterance."""
    script = "abc-bd--cef-hgd-" * 300
    model = ScriptedModel(spoken(script))
    transcriber = Transcriber(
        model, small_vocabulary(), ending=EndingConfig(long_s=3.0, longest_s=4.0)
    )
    stream = transcriber.stream()
    words, most = [], 0
    for _ in range(0, len(script), 40):
        for segment in stream.accept(model.audio[: 40 * HOP]):
            if segment.final:
                words += [w.text for w in segment.words]
        most = max(most, len(stream._search.traces), stream._count)
    words += [w.text for s in stream.finish() for w in s.words]
    assert most < 2000
    hits = sum(words[i : i + 4] == ["one", "two", "three", "five"] for i in range(len(words)))
    assert hits > 250  # a cut within a word may lose that word


def test_noise_that_was_no_word_is_taken_back() -> None:
    segments = _stream("---" + "h" + PAUSE, HOP)
    assert segments[-1].final


def test_units_of_another_model_are_refused() -> None:
    model = ScriptedModel(spoken("a"))
    model.units = ("<blank>", "X")  # type: ignore[misc]
    with pytest.raises(SyrinxError, match="do not belong together"):
        Transcriber(model, small_vocabulary())
    with pytest.raises(SyrinxError, match="pauses"):
        EndingConfig(pause_s=0.1)


class _Spelling(ScriptedModel):
    """Writes letters beside its phones: what it spells is the last word of two that sound alike."""

    letter_units = ("<blank>", *"FOUR")

    def __init__(self, log_probs: np.ndarray, spelled: str) -> None:
        super().__init__(log_probs)
        names = "".join(self.letter_units[1:])
        p = np.full((len(log_probs), 5), 0.01)
        place = [names.find(c) + 1 for c in spelled.upper().ljust(len(log_probs), "-")]
        p[np.arange(len(log_probs)), place] = 0.96
        self.letters = np.log(p).astype(np.float32)

    def stream(self) -> _SpellingStream:
        return _SpellingStream(self.log_probs, self.letters)


class _SpellingStream(ScriptedStream):
    def __init__(self, log_probs: np.ndarray, letters: np.ndarray) -> None:
        super().__init__(log_probs)
        self._all = letters

    def _with_all(self, heard: np.ndarray, begin: int) -> Heard:
        letters = self._all[begin : begin + len(heard)]
        return Heard(answers=heard, letters=letters, hidden=heard[:, :0])

    def accept_all(self, audio: np.ndarray) -> Heard:
        begin = self._given
        return self._with_all(self.accept(audio), begin)

    def finish_all(self) -> Heard:
        begin = self._given
        return self._with_all(self.finish(), begin)


def test_a_second_head_tells_words_apart_that_sound_alike() -> None:
    vocabulary = small_vocabulary()
    finisher = Finisher(vocabulary, letters=_Spelling.letter_units, letters_weight=2.0)
    for spelled in ("four", "for"):
        model = _Spelling(spoken("---aeg---" + PAUSE), spelled)
        said = transcribe(Transcriber(model, vocabulary, finisher=finisher), model.audio)
        assert [s.text for s in said] == [spelled]


def test_an_utterance_is_heard_again_when_it_has_ended() -> None:
    """Partial segments are of the first hearing, final ones of the second."""
    vocabulary = small_vocabulary()
    model = ScriptedModel(spoken("--abc--bd-cef" + PAUSE))
    at_once = transcribe(Transcriber(model, vocabulary), model.audio)[0]
    other = spoken("---aeg-------" + PAUSE)
    lengths: list[int] = []

    def second(heard: Heard) -> Heard:
        lengths.append(len(heard.answers))
        return heard._replace(answers=other[: len(heard.answers)])

    stream = Transcriber(model, vocabulary, second=second).stream()
    heard = stream.accept(model.audio) + stream.finish()
    finals = [s for s in heard if s.final]
    assert [len(lengths), len(finals)] == [1, 1]
    assert finals[0].text in {"four", "for"}
    assert at_once.text != finals[0].text
    assert 0 < lengths[0] <= len(other)
