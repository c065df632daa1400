"""The collector of texts: what it finds, what it keeps, what it complains about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.language import LANGUAGE, ROOT, load_tool

tool = load_tool()


def collect(folder: Path, **sources: str) -> dict[str, str]:
    """Return the texts and their comments of sources: ``app__engine__a`` is app/engine/a.py."""
    for name, source in sources.items():
        path = folder / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")
    return {text.source: text.comment for text in tool.collect(folder).values()}


def test_what_is_marked_is_collected_everywhere(tmp_path: Path) -> None:
    source = 'a = tr("Stop {n:.1f}", n=1)\nb = mark("Live")\nc = tr(name)\nd = "Not a text."\n'
    assert set(collect(tmp_path, app__views__a=source)) == {"Stop {n:.1f}", "Live"}


def test_an_f_string_cannot_be_marked(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"app/views/a\.py:1: tr"):
        collect(tmp_path, app__views__a='tr(f"Stop {n}")\n')


def test_sentences_of_parts_without_qt_are_collected_with_their_places(tmp_path: Path) -> None:
    found = collect(
        tmp_path,
        app__engine__a='''
"""A module with a sentence that is its own."""
def run(path, error):
    """Say something that is not shown."""
    print("short.", "no sentence at all", "Two words")
    raise SyrinxError(f"Cannot write {path!s}: {error:>3}.")
''',
        dsp__b='raise SyrinxError("its bank is cut short.")\n',
        app__cli__c='print("Only the command line says this.")\n',
        app__views__d='x = "This is marked."\nraise SyrinxError("This is told.")\n',
    )
    assert found == {
        "Cannot write {0}: {1}.": "{0} = path, {1} = error",
        "its bank is cut short.": "",
        "This is told.": "",
    }


def test_pieces_make_whole_sentences(tmp_path: Path) -> None:
    found = collect(
        tmp_path,
        app__engine__a="""
TABLE = {1: "the engine was busy", 2: "the machine stood still"}

def run(names, n, key):
    kind = "output" if n else "input"
    why = f"The process stopped (code {n})"
    raise SyrinxError(f"There is no {kind} device, only " + ", ".join(names) + ".")
    raise SyrinxError(f"{why} and goes on.")
    raise SyrinxError("Nothing is left" + (f" of {n}." if n else "."))
    raise SyrinxError(f"It came late: {TABLE[key]}.")

def other(kind, why):
    raise SyrinxError(f"There is no such {kind} here.")
    for key in why:
        raise SyrinxError(f"Nobody knows what {key} means.")
""",
    )
    assert set(found) == {
        "There is no output device, only {0}.",
        "There is no input device, only {0}.",
        "The process stopped (code {0}) and goes on.",
        "Nothing is left of {0}.",
        "Nothing is left.",
        "It came late: the engine was busy.",
        "It came late: the machine stood still.",
        "There is no such {0} here.",
        "Nobody knows what {0} means.",
    }


def test_too_many_ways_are_a_place(tmp_path: Path) -> None:
    words = ", ".join(f'{n}: "word {n}"' for n in range(tool.MAX_WAYS + 1))
    found = collect(
        tmp_path,
        app__engine__a=f'T = {{{words}}}\nraise SyrinxError(f"It says {{T[n]}} to nobody.")\n',
    )
    assert set(found) == {"It says {0} to nobody."}


def test_a_marked_piece_is_a_place_and_a_text_of_its_own(tmp_path: Path) -> None:
    source = """
def run(wanted):
    kind = mark("input") if wanted else mark("output")
    why = mark("it ended after {0} s").format(wanted)
    raise SyrinxError(f"There is no {kind} device: {why}.")
"""
    assert set(collect(tmp_path, app__engine__a=source)) == {
        "input", "output", "it ended after {0} s", "There is no {0} device: {1}.",
    }  # fmt: skip


def test_a_new_collection_keeps_translations_and_drops_what_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "x.ts"
    texts = {
        text: tool.Text(text, {"app/b.py", "app/a.py"}, comment="{0} = path", form=True)
        for text in ("Stop", "Go", "<&\"> {0}'")
    }
    done = {"Stop": "停止", "<&\"> {0}'": "<{0}>&", "Gone": "没了"}
    tool.write(path, texts, done, LANGUAGE)
    kept = tool.read(path)
    assert kept == {"Stop": "停止", "<&\"> {0}'": "<{0}>&"}
    first = path.read_bytes()
    tool.write(path, texts, kept, LANGUAGE)
    assert path.read_bytes() == first
    assert 'type="unfinished"' in first.decode()
    assert tool.read(tmp_path / "none.ts") == {}
    tool.release(path, tmp_path / "x.qm")
    assert (tmp_path / "x.qm").stat().st_size > 20
    assert json.loads(tool.forms(texts)) == sorted(texts)


def test_translations_that_do_not_fit_are_named() -> None:
    texts = {name: tool.Text(name) for name in ("A {n:.1f}", "B {0}", "C", "D {n}", "E {")}
    done = {
        "A {n:.1f}": "甲 {n}", "B {0}": "乙 {0} {0}", "C": "丙 {x}", "D {n}": "丁 {n}",
        "E {": "戊 {", "F": "己",
    }  # fmt: skip
    said = "\n".join(tool.problems(texts, done))
    for start in ("other fields than in 'A", "other fields than in 'B", "other fields than in 'C"):
        assert start in said
    assert "no longer in the program: 'F'" in said
    assert len(said.splitlines()) == 4
    assert tool.problems(texts, {}) == [f"not translated: {name!r}" for name in texts]


def test_the_forms_are_those_of_this_program() -> None:
    written = (ROOT / "assets" / "translations" / "forms.json").read_text("utf-8")
    assert written == tool.forms(tool.collect()), "run packaging/translations.py update"


def test_everything_is_translated_and_compiled(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["check"]) == 0, capsys.readouterr().out
