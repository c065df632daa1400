"""Reading ahead, the place in the text, files, dubbing: with a voice whose times are known."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.app.synthesis.dubbing import dub
from syrinx.app.synthesis.output import SpeechFile, headings, write_speech
from syrinx.app.synthesis.reading import Place, Reader, Spoken, read_aloud, say
from syrinx.app.synthesis.script import Script, Sentence, script_of, subtitle_script
from syrinx.app.synthesis.synthesizer import Manner, SpeechChunk, WordTime
from syrinx.app.transcription.cues import Cue
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.loudness import LoudnessMeter
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.text.front_end import TextFrontEnd

RATE = 16_000
WORD_S = 0.25


class Beeper:
    """Says every word as 0.25 s of a tone, in a chunk of its own."""

    name, language, sample_rate = "beeper", "en", RATE

    def __init__(self) -> None:
        self.said: list[tuple[int, int]] = []

    def speak(self, sentence: Sentence, manner: Manner, *, take: int = 0) -> Iterator[SpeechChunk]:
        self.said.append((sentence.number, take))
        if "broken" in sentence.text:
            raise SyrinxError("This cannot be said.")
        length = round(WORD_S / manner.speed * RATE)
        for number, word in enumerate(sentence.words):
            tone = 0.2 * np.sin(2 * np.pi * (300 + 100 * take) * np.arange(length) / RATE)
            begin = number * length / RATE
            time_of = WordTime(
                start=word.start, end=word.end, start_s=begin, end_s=begin + length / RATE
            )
            yield SpeechChunk(audio=tone.astype(np.float32), words=(time_of,))


def plain(text: str) -> Script:
    return script_of(text, language="xx", front_end=None)


def wait_until(condition: object) -> None:
    until = time.monotonic() + 20
    while not condition() and time.monotonic() < until:  # type: ignore[operator]
        time.sleep(0.01)
    assert condition()  # type: ignore[operator]


def test_a_text_without_a_front_end_is_cut_into_sentences() -> None:
    text = 'Eins zwei. "Drei?" Vier!\n\nKapitel\n\n3.5 Liter 你好。再见'
    found = [sentence.text for sentence in plain(text).all()]
    assert found == ["Eins zwei.", '"Drei?"', "Vier!", "Kapitel", "3.5 Liter 你好。", "再见"]
    for sentence in plain(text).all():
        assert text[sentence.start : sentence.end] == sentence.text
        for word in sentence.words:
            assert text[word.start : word.end] == word.text
    long = "wort " * 1000
    assert max(len(sentence.text) for sentence in plain(long).all()) <= 600
    assert "".join(s.text.replace(" ", "") for s in plain(long).all()) == "wort" * 1000
    assert plain(" \n ... ").all() == ()


def test_the_front_end_and_the_source_agree_about_places() -> None:
    front_end = TextFrontEnd.open(ModelRegistry(None))
    text = "It costs $5. Yes."
    first, second = script_of(text, language="en", front_end=front_end).all()
    assert [(word.text, text[word.start : word.end]) for word in first.words] == [
        ("it", "It"), ("costs", "costs"), ("five", "$5"), ("dollars", "$5"),
    ]  # fmt: skip
    assert (first.number, second.number, second.text) == (0, 1, "Yes.")
    with pytest.raises(SyrinxError, match="SSML is read for English voices only"):
        plain("<speak>Hallo</speak>").all()


def test_a_reading_stays_ahead_by_no_more_than_it_may() -> None:
    """An hour of text, of which 3 s are wanted: not more than that is made."""
    voice = Beeper()
    script = plain("eins zwei drei vier. " * 3600)
    reader = Reader(
        lambda stopped: read_aloud(script, voice, Manner(), stopped=stopped), RATE, ahead_s=3.0
    )
    try:
        wait_until(lambda: reader.waiting_s >= 3.0)
        time.sleep(0.1)
        assert len(voice.said) <= 4
        for _ in range(40):
            assert reader.take() is not None
        wait_until(lambda: reader.waiting_s >= 3.0)
        assert reader.waiting_s <= 3.0 + WORD_S
        assert len(voice.said) <= 14
        assert not reader.finished
    finally:
        reader.close()
    assert reader.finished
    assert reader.take() is None
    assert "syrinx-reader" not in {thread.name for thread in threading.enumerate()}


def test_a_reading_begins_anywhere_and_a_sentence_is_made_anew() -> None:
    voice = Beeper()
    script = plain("Null. Eins. Zwei. Drei.")
    assert [s.sentence.text for s in read_aloud(script, voice, Manner(), first=2)] == [
        "Zwei.", "Drei.",
    ]  # fmt: skip
    assert script.at_place(script.source.index("wei")) == 2
    sentence = script.get(1)
    assert sentence is not None
    (once,), (again,) = say(sentence, voice, Manner()), say(sentence, voice, Manner(), take=1)
    assert (once.chunk.audio != again.chunk.audio).any()
    assert voice.said == [(2, 0), (3, 0), (1, 0), (1, 1)]


def test_what_cannot_be_said_is_told_after_what_can() -> None:
    script = plain("Eins. broken. Drei.")
    reader = Reader(lambda stopped: read_aloud(script, Beeper(), Manner(), stopped=stopped), RATE)
    try:
        first = reader.take()
        assert first is not None
        assert first.sentence.text == "Eins."
        with pytest.raises(SyrinxError, match="This cannot be said"):
            reader.take()
        assert reader.finished
    finally:
        reader.close()


def test_the_word_that_is_heard_is_found() -> None:
    text = "eins zwei. drei."
    place = Place(RATE)
    for spoken in read_aloud(plain(text), Beeper(), Manner()):
        place.took(spoken)
    heard = []
    for step in range(6):
        sentence, word = place.at(step * WORD_S / 2 + 0.01)
        assert sentence is not None
        assert word is not None
        heard.append((sentence.number, text[word.start : word.end]))
    assert heard == [
        (0, "eins"), (0, "eins"), (0, "zwei."), (0, "zwei."), (1, "drei."), (1, "drei."),
    ]  # fmt: skip


@pytest.mark.parametrize("ending", [".wav", ".flac", ".mp3", ".ogg", ".opus"])
def test_a_file_has_the_loudness_that_is_wanted(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    script = plain("eins zwei drei vier. " * 8)
    with SpeechFile(path, sample_rate=RATE) as file:
        write_speech(read_aloud(script, Beeper(), Manner()), file)
        assert not path.exists()
        written = file.finish()
    audio, rate = soundfile.read(path, dtype="float32")
    meter = LoudnessMeter(rate)
    meter.process(audio)
    assert meter.read().integrated == pytest.approx(-16.0, abs=0.5)
    assert len(audio) / rate == pytest.approx(written.seconds, abs=0.1)
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


def test_chapters_stand_in_a_wav_file(tmp_path: Path) -> None:
    text = "# One\n\neins zwei.\n\n```\n# no\n```\n\n## Two ##\n\ndrei."
    assert headings(text) == ((0, "One"), (text.index("## Two"), "Two"))
    path = tmp_path / "a.wav"
    with SpeechFile(path, sample_rate=RATE) as file:
        write_speech(read_aloud(plain(text), Beeper(), Manner()), file, chapters=headings(text))
        written = file.finish()
    assert [title for _, title in written.chapters] == ["One", "Two"]
    data = path.read_bytes()
    assert b"cue " in data
    assert b"labl" in data
    assert b"Two\0" in data


def test_a_file_that_cannot_be_written_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    for path, sentence in (
        (tmp_path / "none" / "a.wav", "there is no folder"),
        (tmp_path / "a.txt", "needs the suffix of a sound file"),
        (tmp_path / "a.aiff", "Speech is written as .wav"),
        (tmp_path, "needs the suffix"),
    ):
        with pytest.raises(SyrinxError, match=sentence):
            SpeechFile(path, sample_rate=RATE)
    with (
        pytest.raises(SyrinxError, match="There is nothing to say"),
        SpeechFile(tmp_path / "a.wav", sample_rate=RATE) as file,
    ):
        file.finish()
    old = tmp_path / "old.wav"
    old.write_bytes(b"old")
    with SpeechFile(old, sample_rate=RATE) as file:
        file.write(np.zeros(RATE, np.float32))  # left without `finish`
    assert old.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [old]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    with SpeechFile(tmp_path / "a.wav", sample_rate=RATE) as file:
        file._raw.close()
        file._raw = open("/dev/full", "r+b", buffering=0)  # noqa: SIM115 - closed by the context
        with pytest.raises(SyrinxError, match=r"Cannot write .*a\.wav: no space left on device"):
            file.silence(10.0)
    assert list(tmp_path.iterdir()) == []


def cue(start_s: float, end_s: float, text: str) -> Cue:
    return Cue(start_s=start_s, end_s=end_s, lines=(text,), speaker=None)


def dubbed(cues: list[Cue], **options: float) -> tuple[np.ndarray, list[tuple[float, float]], list]:
    script = subtitle_script(cues, language="xx", front_end=None)
    parts: list[Spoken] = []
    fits = []
    for spoken, fitted in dub(script, Beeper(), Manner(), **options):
        parts += spoken
        fits.append(fitted)
    audio = np.concatenate([part.chunk.audio for part in parts])
    loud = np.flatnonzero(np.abs(audio) > 0)
    edges = np.flatnonzero(np.diff(loud) > 200)
    starts = [loud[0], *loud[edges + 1]]
    ends = [*loud[edges], loud[-1]]
    return audio, [(a / RATE, b / RATE) for a, b in zip(starts, ends, strict=True)], fits


def test_subtitles_are_spoken_on_their_times() -> None:
    cues = [cue(1.0, 2.0, "eins zwei"), cue(3.0, 3.4, "drei vier"), cue(5.0, 6.0, "Ja. Nein.")]
    _, times, fits = dubbed(cues)
    expected = [(1.0, 1.5), (3.0, 3.4), (5.0, 5.5)]
    for found, wanted in zip(times, expected, strict=True):
        assert found == pytest.approx(wanted, abs=0.01)
    assert [fit.speed for fit in fits] == pytest.approx([1.0, 1.25, 1.0], abs=0.01)
    assert [fit.remark for fit in fits] == [None, None, None]


def test_what_does_not_fit_is_told_and_never_sounds_over_the_next() -> None:
    cues = [cue(0.0, 0.5, "a b c d e f"), cue(0.6, 1.6, "eins"), cue(3.0, 4.0, "zwei")]
    audio, times, fits = dubbed(cues)
    assert fits[0].speed == 1.5
    assert fits[0].over_s == pytest.approx(0.5, abs=0.01)
    assert fits[1].late_s == pytest.approx(0.4, abs=0.01)
    assert fits[1].remark is not None
    assert fits[1].remark.startswith("Subtitle 2 begins 0.4 s late")
    assert fits[2].late_s == 0.0
    assert times[-1][0] == pytest.approx(3.0, abs=0.01)
    assert len(audio) / RATE == pytest.approx(3.25, abs=0.01)


def test_the_places_of_subtitles_are_those_of_their_lines() -> None:
    front_end = TextFrontEnd.open(ModelRegistry(None))
    cues = [cue(0, 1, "One. Two."), cue(2, 3, "It costs $5.")]
    script = subtitle_script(cues, language="en", front_end=front_end)
    first, second = script.all()
    assert [word.text for word in first.words] == ["one", "two"]
    assert [script.source[word.start : word.end] for word in second.words] == [
        "It", "costs", "$5", "$5",
    ]  # fmt: skip
    assert first.utterance is not None
    spelt = [first.utterance.units[w.first : w.last] for w in first.utterance.words]
    assert spelt == [("W", "AH1", "N"), ("T", "UW1")]
