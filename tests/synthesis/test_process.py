"""The process that speaks: real child, real published voices, and one that ends it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.clone.child import ChildDiedError, ChildProcess
from syrinx.app.synthesis.process import (
    AllSaid,
    Answer,
    Heard,
    Inbox,
    Opened,
    Quiet,
    Said,
    Speak,
    synthesis_main,
)
from syrinx.app.synthesis.reading import AHEAD_S
from syrinx.app.synthesis.synthesizer import Manner
from syrinx.dsp.errors import SyrinxError
from tests.synthesis import tiny_voices
from tests.synthesis.tiny_voices import RATE


class Talk:
    """A child and what it has answered."""

    def __init__(self, home: Path) -> None:
        self.child = ChildProcess(synthesis_main, str(home), name="test-synthesis")
        self.answers: list[Answer] = []

    def wait(self, condition: Callable[[list[Answer]], bool]) -> None:
        until = time.monotonic() + 60
        while not condition(self.answers) and time.monotonic() < until:
            self.answers.extend(self.child.poll())
            time.sleep(0.02)
        assert condition(self.answers)

    def pieces(self, job: str) -> list[Said]:
        return [answer for answer in self.answers if isinstance(answer, Said) and answer.job == job]


@pytest.fixture
def talk(syrinx_home: Path) -> Iterator[Talk]:
    tiny_voices.vits(syrinx_home / "speakers" / "tiny")
    made = Talk(syrinx_home)
    yield made
    made.child.close(kill=True)


def ended(job: str) -> Callable[[list[Answer]], bool]:
    return lambda answers: any(isinstance(a, AllSaid) and a.job == job for a in answers)


def test_it_speaks_one_text_after_the_other(talk: Talk) -> None:
    for job, voice in (("a", "tiny"), ("b", "none")):
        talk.child.send(Speak(job=job, text="Hello world. Ok.", voice=voice, manner=Manner()))
        talk.wait(ended(job))
    assert talk.answers[0] == Opened(job="a", name="tiny", language="en", sample_rate=RATE)
    assert [piece.spoken.sentence.text for piece in talk.pieces("a")] == ["Hello world.", "Ok."]
    assert all(np.abs(piece.spoken.chunk.audio).max() > 0.1 for piece in talk.pieces("a"))
    last = talk.answers[-1]
    assert isinstance(last, AllSaid)
    assert last.message is not None
    assert last.message.startswith('There is no voice "none" that speaks; published voices are')


def test_it_stays_ahead_of_the_listener_and_gives_up(talk: Talk) -> None:
    text = "Hello world one two. " * 500
    talk.child.send(Speak(job="a", text=text, voice="tiny", manner=Manner()))

    def seconds() -> float:
        return sum(len(piece.spoken.chunk.audio) for piece in talk.pieces("a")) / RATE

    talk.wait(lambda _: seconds() >= AHEAD_S)
    talk.child.send(Heard(job="a", seconds=10.0))
    talk.wait(lambda _: seconds() >= AHEAD_S + 10.0)
    time.sleep(0.3)
    talk.answers.extend(talk.child.poll())
    assert seconds() < AHEAD_S + 15.0
    talk.child.send(Quiet(job="a"))
    talk.wait(ended("a"))
    one = Speak(job="b", text=text, voice="tiny", manner=Manner(), first=7, last=7, take=1)
    talk.child.send(one)
    talk.wait(ended("b"))
    assert {piece.spoken.sentence.number for piece in talk.pieces("b")} == {7}


def test_a_new_text_replaces_the_one_that_is_spoken(talk: Talk) -> None:
    text = "Hello world one two. " * 500
    talk.child.send(Speak(job="a", text=text, voice="tiny", manner=Manner()))
    talk.wait(lambda _: bool(talk.pieces("a")))
    talk.child.send(Speak(job="b", text="Ok.", voice="tiny", manner=Manner()))
    talk.wait(ended("b"))
    assert ended("a")(talk.answers)


def test_a_voice_that_ends_the_process_is_noticed(talk: Talk, syrinx_home: Path) -> None:
    """Its styles were cut after it was taken in: sherpa-onnx exits."""
    folder = tiny_voices.kokoro(syrinx_home / "speakers" / "bad")
    (folder / "voices.bin").write_bytes(b"short")
    talk.child.send(Speak(job="a", text="Hello.", voice="bad", manner=Manner()))
    with pytest.raises(ChildDiedError):
        talk.wait(ended("a"))


def test_the_inbox_hands_on_what_came_and_then_why_it_ended(talk: Talk) -> None:
    asked: list[object] = []
    inbox = Inbox("a", asked.append)
    talk.child.send(Speak(job="a", text="Hello. Ok.", voice="tiny", manner=Manner()))
    talk.wait(ended("a"))
    for answer in talk.answers:
        inbox.on_answer(answer)
    assert not inbox.finished
    assert [inbox.take(), inbox.take()] != [None, None]
    assert inbox.take() is None
    assert inbox.finished
    other = Inbox("x", asked.append)
    other.on_answer(AllSaid(job="x", message="It broke."))
    with pytest.raises(SyrinxError, match="It broke"):
        other.take()
    third = Inbox("y", asked.append)
    third.heard(2.0)
    third.close()
    assert asked == [Heard(job="y", seconds=2.0), Quiet(job="y")]
