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
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "assets" / "translations"
LANGUAGES = ("zh_CN",)
CONTEXT = "Syrinx"
WITH_QT = ("app/views", "app/viewmodels")
"""Here texts are written ``tr(...)``; elsewhere whole sentences are collected, too."""
LEFT_OUT = (
    *("app/cli", "app/main.py", "app/bench", "app/doctor.py", "app/report.py"),
    *("training/cli.py", "training/recipes", "training/evaluations", "training/taught.py"),
)
"""What only the command line, a report or a synthetic voice says stays English."""
ROOTS = ("app", "dsp", "neural", "training")
MIN_LETTERS = 8
SENTENCE = re.compile(r"[\"“‘A-Za-z{].*[.!?]\Z", re.DOTALL)


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
            texts = _calls(tree, name)
            if not name.startswith(WITH_QT):
                texts = [*texts, *_sentences(tree)]
            for text in texts:
                kept = found.setdefault(text.source, text)
                kept.files.add(name)
                kept.form = kept.form or text.form
                kept.comment = kept.comment or text.comment
    return found


def _calls(tree: ast.AST, name: str) -> list[Text]:
    texts = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id not in ("tr", "mark") or not node.args:
            continue
        first = node.args[0]
        if isinstance(first, ast.JoinedStr):
            sys.exit(f"{name}:{node.lineno}: {node.func.id}() of an f-string cannot be translated.")
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            texts.append(Text(first.value))
    return texts


def _sentences(tree: ast.AST) -> Iterator[Text]:
    inside: set[int] = set()
    for node in ast.walk(tree):
        for statement in getattr(node, "body", None) or () if _has_statements(node) else ():
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                inside.add(id(statement.value))  # a docstring
        if isinstance(node, ast.JoinedStr):
            inside.update(map(id, node.values))
    for node in ast.walk(tree):
        if id(node) in inside:
            continue
        text = _template(node)
        if text is None or " " not in text.source or not SENTENCE.match(text.source):
            continue
        if sum(map(str.isalpha, text.source)) >= MIN_LETTERS:  # "{0}: {1}." is the form of all
            yield text


def _has_statements(node: ast.AST) -> bool:
    return isinstance(getattr(node, "body", None), list)


def _template(node: ast.AST) -> Text | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return Text(node.value)
    if not isinstance(node, ast.JoinedStr):
        return None
    parts, values = [], []
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(str(value.value))
        elif isinstance(value, ast.FormattedValue):
            parts.append(f"{{{len(values)}}}")
            values.append(f"{{{len(values)}}} = {ast.unparse(value.value)}")
    return Text("".join(parts), comment=", ".join(values), form=bool(values))


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
