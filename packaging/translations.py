"""Collect the texts of the program and keep the translations: ``packaging/translations.py``.

    packaging/translations.py update    put new texts into assets/translations/*.ts (Qt Linguist)
    packaging/translations.py release   compile them (.qm), which the program reads
    packaging/translations.py check     say what is not collected, not translated or does not fit

``lupdate`` of Qt collects neither the fields of ``str.format`` nor the sentences of the parts
without Qt, which are f-strings (ADR 0070); so this reads the syntax trees itself. The files are
Qt's, made for Qt Linguist, and compiled by ``lrelease``.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import string
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "assets" / "translations"
LANGUAGES = ("zh_CN",)
CONTEXT = "Syrinx"
WITH_QT = ("app/views", "app/viewmodels")
"""Here texts are written ``tr(...)``, and only the sentences of errors are collected, too: they
also answer the remote control, which is English. Elsewhere every whole sentence is."""
LEFT_OUT = (
    *("app/cli", "app/main.py", "app/bench", "app/doctor.py", "app/report.py"),
    "app/viewmodels/remote_desk.py",
    *("training/cli.py", "training/recipes", "training/evaluations", "training/taught.py"),
)
"""Command line, reports, remote control and synthetic voices stay English."""
ROOTS = ("app", "dsp", "neural", "training")
MIN_LETTERS = 8
MAX_WAYS = 12
"""More sentences than this are not made of one expression; what varies is a field then."""
PLACE = re.compile(r"\{\d+\}")
SENTENCE = re.compile(r"[\"“‘A-Za-z{].*([.!?]|: \{\d+\})\Z", re.DOTALL)
"""Also what ends in a reason, which is a sentence itself."""


@dataclass(slots=True)
class Text:
    """One text to translate."""

    source: str
    files: set[str] = field(default_factory=set)
    comment: str = ""
    form: bool = False


def collect(root: Path = ROOT) -> dict[str, Text]:
    """Return the texts of the program by their English."""
    found: dict[str, Text] = {}
    for part in ROOTS:
        for path in sorted((root / part).rglob("*.py")):
            name = path.relative_to(root).as_posix()
            if name.startswith(LEFT_OUT):
                continue
            tree = ast.parse(path.read_text(encoding="utf-8"))
            sentences = _visit(tree, _bound(tree, {}), shown=not name.startswith(WITH_QT))
            for text in (*_calls(tree, name), *sentences):
                kept = found.setdefault(text.source, text)
                kept.files.add(name)
                kept.form = kept.form or text.form
                kept.comment = kept.comment or text.comment
    return found


def _calls(tree: ast.AST, name: str) -> Iterator[Text]:
    """Yield what is marked."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id not in ("tr", "mark") or not node.args:
            continue
        first = node.args[0]
        if isinstance(first, ast.JoinedStr):
            sys.exit(f"{name}:{node.lineno}: {node.func.id}() of an f-string cannot be translated.")
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield Text(first.value, form=PLACE.search(first.value) is not None)


Way = tuple[str | ast.expr, ...]
"""What an expression can be: texts, and expressions that fill a place between them."""
Names = dict[str, list[Way]]
"""What names of texts can be; "NAME[]" are the values of a table."""


def _visit(node: ast.AST, names: Names, *, shown: bool) -> Iterator[Text]:
    """Yield the sentences in it; while they are not ``shown``, those of errors that it raises."""
    shown = shown or isinstance(node, ast.Raise)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        names = names | _bound(node, names)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    texts = (ast.Constant, ast.JoinedStr, ast.BinOp, ast.IfExp)
    ways = _ways(node, names) if shown and isinstance(node, texts) else None
    if not ways:
        for child in ast.iter_child_nodes(node):
            yield from _visit(child, names, shown=shown)
        return
    for way in ways:
        text = _as_text(way)
        letters = sum(map(str.isalpha, PLACE.sub("", text.source)))
        # Without letters "{0}: {1}." would be the form of everything.
        if " " in text.source and SENTENCE.match(text.source) and letters >= MIN_LETTERS:
            yield text
    for part in {id(part): part for way in ways for part in way}.values():
        if isinstance(part, ast.expr):
            yield from _visit(part, names, shown=shown)


def _ways(node: ast.AST, names: Names) -> list[Way] | None:
    """Return every text that an expression can be; None = it is none."""
    match node:
        case ast.Constant(value=str(text)):
            return [(text,)]
        case ast.JoinedStr(values=values):
            return _joined(values, names)
        case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
            return _ways(value, names) or [(value,)]
        case ast.FormattedValue(value=value):
            return [(value,)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            if _ways(left, names) or _ways(right, names):
                return _joined([left, right], names)
        case ast.IfExp(body=one, orelse=other):
            first, second = _ways(one, names), _ways(other, names)
            return [*first, *second] if first and second else None
        case ast.Name(id=name):
            return names.get(name)
        case ast.Subscript(value=ast.Name(id=name)):
            return names.get(f"{name}[]")
    return None


def _joined(nodes: Sequence[ast.expr], names: Names) -> list[Way]:
    ways: list[Way] = [()]
    for node in nodes:
        more = _ways(node, names)
        if more is None or len(ways) * len(more) > MAX_WAYS:
            more = [(node.value if isinstance(node, ast.FormattedValue) else node,)]
        ways = [(*way, *another) for way in ways for another in more]
    return ways


def _bound(scope: ast.AST, known: Names) -> Names:
    """Return the names that a scope gives to texts, and to nothing else."""
    found: Names = {}
    others: set[str] = set()
    for node in _own_nodes(scope):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                table = value.values if isinstance(value, ast.Dict) else []
                ways = _ways(value, known)
                if table and all(_ways(item, known) for item in table):
                    every = [way for item in table for way in _ways(item, known) or []]
                    found[f"{name}[]"] = list(dict.fromkeys(every))
                elif ways and _are_words(ways):
                    found[name] = [*found.get(name, []), *ways]
                else:
                    others.add(name)
            case ast.For(target=ast.Name(id=name)) | ast.AugAssign(target=ast.Name(id=name)):
                others.add(name)
            case ast.arg(arg=name):
                others.add(name)
    return {name: ways for name, ways in found.items() if name not in others} | {
        name: [] for name in others
    }


def _own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """Walk a scope without the functions and classes in it."""
    for child in ast.iter_child_nodes(scope):
        yield child
        if not isinstance(
            child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda
        ):
            yield from _own_nodes(child)


def _are_words(ways: Sequence[Way]) -> bool:
    """Whether these are words of a sentence; one word alone is the name of a file or a key."""
    texts = ["".join(part for part in way if isinstance(part, str)) for way in ways]
    return all(re.search("[A-Za-z]{2}", text) for text in texts) and (
        len(texts) > 1 or " " in texts[0]
    )


def _as_text(way: Way) -> Text:
    source, values = "", []
    for part in way:
        if isinstance(part, str):
            source += part
        else:
            source += f"{{{len(values)}}}"
            values.append(f"{{{len(values)}}} = {ast.unparse(part)}")
    return Text(source, comment=", ".join(values), form=bool(values))


def read(path: Path) -> dict[str, str]:
    """Return the finished translations of a .ts file by their English."""
    if not path.exists():
        return {}
    done = {}
    for message in ET.parse(path).iter("message"):
        translation = message.find("translation")
        source = message.findtext("source", "")
        if translation is not None and translation.text and not translation.get("type"):
            done[source] = translation.text
    return done


def write(path: Path, texts: dict[str, Text], done: dict[str, str], language: str) -> None:
    """Write a .ts file: every text, translated where ``done`` has it; others are dropped."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in sorted(texts.values(), key=lambda text: (min(text.files), text.source)):
        message = ET.SubElement(context, "message")
        for name in sorted(text.files):
            ET.SubElement(message, "location", filename=f"../../{name}")
        ET.SubElement(message, "source").text = text.source
        if text.comment:
            ET.SubElement(message, "extracomment").text = text.comment
        translation = ET.SubElement(message, "translation")
        if text.source in done:
            translation.text = done[text.source]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def forms(texts: dict[str, Text]) -> str:
    """Return the file of sentences with places, by which finished ones are found again."""
    return json.dumps(sorted(text.source for text in texts.values() if text.form), indent=0) + "\n"


def problems(texts: dict[str, Text], done: dict[str, str]) -> list[str]:
    """Say what is missing, left over or does not fit."""
    said = [f"not translated: {source!r}" for source in texts if source not in done]
    said += [f"no longer in the program: {source!r}" for source in done if source not in texts]
    for source, translation in done.items():
        if _fields(source) != _fields(translation):
            said.append(f"other fields than in {source!r}: {translation!r}")
    return said


def _fields(text: str) -> list[tuple[str, str]]:
    try:
        parts = [part for part in string.Formatter().parse(text) if part[1] is not None]
    except ValueError:  # a text with a brace of its own, which is never formatted
        return []
    return sorted((str(name), spec or "") for _, name, spec, _ in parts)


def release(source: Path, target: Path) -> None:
    """Compile a .ts file."""
    tool = ROOT / ".venv" / "bin" / "pyside6-lrelease"
    command = [str(tool) if tool.exists() else "pyside6-lrelease", "-silent", "-nounfinished"]
    subprocess.run([*command, str(source), "-qm", str(target)], check=True)


def main(argv: list[str] | None = None) -> int:
    """Run the command line; the exit code is 1 when ``check`` finds something."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("what", choices=("update", "release", "check"))
    parser.add_argument("--also", type=Path, action="append", default=[], metavar="TS")
    options = parser.parse_args(argv)
    texts = collect()
    said: list[str] = []
    if options.what == "update":
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / "forms.json").write_text(forms(texts), "utf-8")
    elif (FOLDER / "forms.json").read_text("utf-8") != forms(texts):
        said.append("forms.json is not of this program: run packaging/translations.py update")
    for language in LANGUAGES:
        path = FOLDER / f"syrinx_{language}.ts"
        done = read(path)
        for other in options.also:
            done |= {text: found for text, found in read(other).items() if text not in done}
        if options.what == "update":
            write(path, texts, done, language)
            missing = sum(source not in done for source in texts)
            print(f"{path.name}: {len(texts)} texts, {missing} to translate")
        elif options.what == "release":
            release(path, path.with_suffix(".qm"))
        else:
            said += [f"{language}: {problem}" for problem in problems(texts, done)]
            with tempfile.TemporaryDirectory() as folder:
                fresh = Path(folder) / "fresh.qm"
                release(path, fresh)
                compiled = path.with_suffix(".qm")
                if not compiled.exists() or fresh.read_bytes() != compiled.read_bytes():
                    said.append(f"{compiled.name} is older: run packaging/translations.py release")
    print("\n".join(said), end="\n" if said else "")
    return 1 if said else 0


if __name__ == "__main__":
    raise SystemExit(main())
