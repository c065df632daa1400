"""The language of the window: texts by Qt's translator, sentences of other parts by their form.

Views and view-models write ``tr("Text with {number}", number=3)``. Errors and events of the parts
without Qt arrive as finished English sentences; ``told`` finds the form such a sentence was made
from and translates that (ADR 0070). ``packaging/translations.py`` collects both.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from syrinx.app.shown_texts import ShownTexts
from syrinx.app.texts import mark

__all__ = ["LANGUAGES", "english", "install", "language_for", "mark", "told", "tr"]

CONTEXT = "Syrinx"
LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""Each by its own name: who cannot read the others finds it."""
_FIELD = re.compile(r"\{(\d+)\}")
_END = re.compile(r"(?<=[.!?])\s+")
_WIDE_ENDS = ("。", "！", "？")
"""Behind these no blank stands."""


def tr(text: str, /, **values: object) -> str:
    """Return ``text`` in the language of the window.

    Parameters
    ----------
    text
        English, written out (not an f-string), with ``{name}`` or ``{name:.1f}`` where a value
        stands; or a text from a table that was marked there.
    values
        What the fields are filled with, as by ``str.format``.
    """
    translated = QCoreApplication.translate(CONTEXT, text)
    if translated != text:
        _state.shown.add_text(translated, text)
    return translated.format(**values) if values else translated


def english(text: str, /) -> str:
    """Return what a shown text was in English: for logs, and for those who control from outside.

    Only texts that `tr` or `told` has given before are known; any other stays as it is.
    """
    return _state.shown.english(text)


def told(sentence: str, /) -> str:
    """Translate a finished sentence of a part without Qt; an unknown one stays as it is.

    Texts that are translated already pass through, and so do names in quotation marks.
    """
    if not _state.forms:
        return sentence
    said = _told(sentence)
    if said != sentence:
        _state.shown.add_sentence(said, sentence)
    return said


@dataclass(slots=True)
class _State:
    forms: tuple[_Form, ...] = ()
    shown: ShownTexts = field(default_factory=ShownTexts)


@dataclass(frozen=True, slots=True)
class _Form:
    """A sentence with places ``{0}``, ``{1}``."""

    text: str
    literals: tuple[str, ...]
    longest: str
    weight: int


_state = _State()


@lru_cache(maxsize=512)
def _told(text: str) -> str:
    whole = _exact(text) or _by_form(text)
    if whole is not None:
        return whole
    parts = _END.split(text)
    if len(parts) == 1:
        return text
    found = [_exact(part) or _by_form(part) for part in parts]
    if None in found:
        whole = _by_form(text, across=True)  # a path or a system's reason may hold a full stop
    if whole is not None:
        return whole
    said = ""
    for part, known in zip(parts, found, strict=True):
        blank = "" if not said or said.endswith(_WIDE_ENDS) else " "
        said += blank + (known or part)
    return said


def _exact(text: str) -> str | None:
    try:
        translated = QCoreApplication.translate(CONTEXT, text)
    except UnicodeEncodeError:  # a path that is no UTF-8
        return None
    # Qt reads up to a NUL, which a stranger's name may hold.
    return None if translated == text or "\0" in text else translated


def _by_form(text: str, *, across: bool = False) -> str | None:
    """Translate by the form with the most text of its own.

    ``across``: a place may hold the end of one sentence and the start of the next.
    """
    for form in _state.forms:
        if form.longest not in text:
            continue
        found = _pattern(form.literals).fullmatch(text)
        if found is None or not (across or not any(map(_END.search, found.groups()))):
            continue
        translated = _exact(form.text)
        if translated is None:
            continue
        parts = _FIELD.split(translated)
        values = [
            value if _is_quoted(form.literals, place) else _value(value)
            for place, value in enumerate(found.groups())
        ]
        parts[1::2] = [values[int(number)] for number in parts[1::2]]
        return "".join(parts)
    return None


def _is_quoted(literals: tuple[str, ...], place: int) -> bool:
    """Whether a place stands in quotation marks: it is a name, which is nobody's to translate."""
    return literals[place].endswith(('"', "“")) and literals[place + 1].startswith(('"', "”"))


def _value(value: str) -> str:
    """Translate what fills a place when it is a known word, reason or sentence."""
    whole = _told(value) if " " in value else _exact(value)
    if whole is not None and whole != value:
        return whole
    if " " in value:
        capital, small = value[:1].upper() + value[1:], value[:1].lower() + value[1:]
        for similar, end in ((small, ""), (capital + ".", "。."), (small + ".", "。.")):
            known = _told(similar)
            if known != similar:
                return known.rstrip(end) if end else known
    return value


@lru_cache(maxsize=1024)
def _pattern(literals: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("(.*?)".join(map(re.escape, literals)), re.DOTALL)


def _form(text: str) -> _Form:
    literals = tuple(_FIELD.split(text)[::2])
    return _Form(
        text=text,
        literals=literals,
        longest=max(literals, key=len),
        weight=sum(map(len, literals)),
    )


def language_for(wanted: str | None, of_system: list[str] | None = None) -> str:
    """Return the key of ``LANGUAGES`` for a choice; None and "" follow the system.

    Parameters
    ----------
    wanted
        What was chosen; an unknown language counts as none.
    of_system
        Languages of the system, most wanted first ("zh-Hans-CN"); None = asked of Qt.
    """
    if wanted in LANGUAGES:
        return str(wanted)
    for name in QLocale.system().uiLanguages() if of_system is None else of_system:
        parts = name.replace("_", "-").split("-")
        if parts[0] == "zh" and not {"Hant", "TW", "HK", "MO"} & set(parts):
            return "zh_CN"
        if parts[0] in ("en", "C"):
            return "en"
    return "en"


def install(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Speak ``language`` (a key of ``LANGUAGES``) from now on; return Qt's translators.

    Only what is made afterwards is translated, so this comes before the window. A language whose
    files are missing or damaged is English: a program that starts is worth more.
    """
    _told.cache_clear()
    _state.forms = ()
    _state.shown.clear()
    QLocale.setDefault(QLocale(language))
    if language == "en":
        return []
    with as_file(files("syrinx.assets") / "translations") as folder:
        ours = QTranslator(application)
        if not ours.load(f"syrinx_{language}", str(folder)):
            ours.deleteLater()
            QLocale.setDefault(QLocale("en"))
            return []
        forms = _read_forms(folder / "forms.json")
    made = [ours]
    qt = QTranslator(application)
    where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt.load(f"qtbase_{language}", where):  # a bundle may lack Qt's own texts
        made.insert(0, qt)
    else:
        qt.deleteLater()
    for translator in made:
        application.installTranslator(translator)
    _state.forms = tuple(sorted(map(_form, forms), key=lambda form: -form.weight))
    return made


def _read_forms(path: Path) -> list[str]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [text for text in kept if isinstance(text, str)] if isinstance(kept, list) else []


def uninstall(application: QCoreApplication, translators: list[QTranslator]) -> None:
    """Take back what ``install`` returned; English again."""
    for translator in translators:
        application.removeTranslator(translator)
        translator.deleteLater()
    _told.cache_clear()
    _state.forms = ()
    _state.shown.clear()
    QLocale.setDefault(QLocale.system())
