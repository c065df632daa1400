"""Finding and replacing in a transcript, against Python's own search of each line."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from syrinx.app.transcription.export import targets
from syrinx.app.transcription.find import (
    Query,
    find,
    replace_all,
    replace_match,
    rewrite,
    word_at,
)
from syrinx.app.transcription.transcript import Segment, Transcript, Word
from syrinx.app.transcription.watch import FolderWatch


def spoken(*lines: str) -> Transcript:
    at, segments = 0.0, []
    for line in lines:
        words = []
        for text in line.split():
            words.append(Word(text=text, start_s=at, end_s=at + 1, confidence=0.5))
            at += 1
        segments.append(Segment(words=tuple(words)))
    return Transcript(segments=tuple(segments), duration_s=at)


lines = st.lists(
    st.lists(st.text("aAbé.", min_size=1, max_size=4), min_size=1, max_size=6).map(" ".join),
    min_size=1,
    max_size=5,
)


@given(lines, st.text("aAb .", min_size=1, max_size=3), st.booleans())
def test_every_place_is_found_and_replaced(found: list[str], wanted: str, case: bool) -> None:
    transcript, query = spoken(*found), Query(text=wanted, case=case)
    needle = " ".join(wanted.split())
    texts = [text if case else text.lower() for text in found]
    count = sum(text.count(needle if case else needle.lower()) for text in texts) if needle else 0
    matches = list(find(transcript.segments, query))
    assert len(matches) == count
    for match in matches:
        here = transcript.segments[match.segment].text[match.start : match.stop]
        assert here == needle if case else here.lower() == needle.lower()
    after, replaced = replace_all(transcript, query, "\\1 zz")
    assert replaced == count
    assert after.text.count("\\1 zz") == count
    starts = [segment.start_s for segment in after.segments]
    assert starts == sorted(starts)


@given(lines)
def test_one_by_one_is_the_same_as_all(found: list[str]) -> None:
    transcript, query = spoken(*found), Query(text="a")
    for match in reversed(list(find(transcript.segments, query))):
        transcript = replace_match(transcript, match, "q")
    assert transcript.text == replace_all(spoken(*found), query, "q")[0].text


def test_whole_words() -> None:
    transcript = spoken("then the mother, the end", "The")
    found = list(find(transcript.segments, Query(text="the", whole=True)))
    assert [(match.segment, match.start) for match in found] == [(0, 5), (0, 17), (1, 0)]
    both = list(find(transcript.segments, Query(text="the   end", whole=True)))
    assert [(match.start, match.stop) for match in both] == [(17, 24)]


def test_words_that_stay_keep_their_times_and_an_empty_segment_goes() -> None:
    transcript = spoken("a cat sat", "gone")
    after, count = replace_all(transcript, Query(text="cat"), "black dog")
    assert count == 1
    assert after.segments[0].words[0] == transcript.segments[0].words[0]
    assert after.segments[0].words[-1] == transcript.segments[0].words[-1]
    assert [(word.text, word.confidence) for word in after.segments[0].words[1:3]] == [
        ("black", 1.0), ("dog", 1.0),
    ]  # fmt: skip
    assert rewrite(after, 1, "  ").segments == after.segments[:1]


def test_letters_belong_to_words() -> None:
    (segment,) = spoken("one two three").segments
    assert [word_at(segment, letter) for letter in (0, 2, 3, 4, 8, 12, 99)] == [0, 0, 0, 1, 2, 2, 2]


def test_names_of_exports(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").write_text("there")
    (folder / "a (2).txt").write_text("there, too")
    items = [("1", tmp_path / "a.wav"), ("2", tmp_path / "deep" / "a.mp3")]
    free = targets(items, ["txt"], folder)
    assert [target.path.name for target in free] == ["a (3).txt", "a (4).txt"]
    assert not any(target.taken for target in free)
    over = targets(items, ["txt"], folder, replace=True)
    assert [(target.path.name, target.taken) for target in over] == [
        ("a.txt", True), ("a (2).txt", True),
    ]  # fmt: skip
    beside = targets(items, ["srt"], None)
    assert [target.path for target in beside] == [
        tmp_path / "a.srt", tmp_path / "deep" / "a.srt",
    ]  # fmt: skip


def test_a_damaged_memory_of_the_watch_is_forgotten(tmp_path: Path) -> None:
    memory, folder = tmp_path / "watched.json", tmp_path / "in"
    folder.mkdir()
    (folder / "a.wav").write_bytes(b"x")
    memory.write_text("{")
    watch = FolderWatch(memory)
    assert watch.look(folder) == []
    (path,) = watch.look(folder) or []
    watch.take([path])
    assert watch.look(folder) == []
    assert FolderWatch(memory).look(folder) == []
    (folder / "a.wav").write_bytes(b"another take")
    assert watch.look(folder) == []
    assert watch.look(folder) == [path]
    assert watch.look(tmp_path / "none") is None
