"""A caption process that says what a test lets it say."""

from __future__ import annotations

from syrinx.app.clone.child import ChildDiedError
from syrinx.app.transcription.caption_process import Caption, Listen, Listening
from syrinx.app.transcription.captioning import Captioned
from syrinx.app.transcription.transcript import Segment, Word


class FakeChild:
    """Is asked, and answers what it is given."""

    def __init__(self) -> None:
        self.asked: list[Listen] = []
        self.answers: list[object] = []
        self.dies = False
        self.killed = 0

    def send(self, question: object) -> None:
        assert isinstance(question, Listen)
        self.asked.append(question)

    def poll(self) -> list[object]:
        if self.dies:
            self.dies = False
            raise ChildDiedError("The process syrinx-captions stopped unexpectedly (exit code 1).")
        answers, self.answers = self.answers, []
        return answers

    def close(self, *, kill: bool = False) -> None:
        self.killed += 1

    def ready(self) -> None:
        token = self.asked[-1].token
        self.answers.append(Listening(token=token, model="beeps", language="en"))

    def say(self, partial: str, *final: str, end_s: float = 1.0) -> None:
        segments = tuple(
            Segment(words=tuple(Word(text=w, start_s=0.5, end_s=end_s) for w in text.split()))
            for text in final
        )
        began_at = self.asked[-1].began_at or 0.0
        said = Captioned(final=segments, partial=partial, began_at=began_at)
        self.answers.append(Caption(token=self.asked[-1].token, said=said))
