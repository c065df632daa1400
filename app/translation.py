"""The language of the window: texts by Qt's translator, sentences of other parts by their form.

Views and view-models write ``tr("Text with {number}", number=3)``. Errors and events of the parts
without Qt arrive as finished English sentences; ``told`` finds the form such a sentence was made
from and translates that (ADR 0070). ``packaging/translations.py`` collects both.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from syrinx.app.texts import mark

__all__ = ["LANGUAGES", "install", "language_for", "mark", "told", "tr"]

CONTEXT = "Syrinx"
LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""Each by its own name: who cannot read the others finds it."""
_FIELD = re.compile(r"\{(\d+)\}")
_END = re.compile(r"(?<=[.!?])\s+")


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
    return translated.format(**values) if values else translated


def told(sentence: str, /) -> str:
    """Translate a finished sentence of a part without Qt; an unknown one stays as it is."""
    return _told(sentence) if _state.forms else sentence


@dataclass(slots=True)
class _State:
    forms: tuple[_Form, ...] = ()


@dataclass(frozen=True, slots=True)
class _Form:
    """A sentence with places ``{0}``, ``{1}``."""

    text: str
    literal: str
    pattern: re.Pattern[str]
    weight: int


_state = _State()


@lru_cache(maxsize=512)
def _told(sentence: str) -> str:
    whole = _exact(sentence)
    if whole is not None:
        return whole
    parts = _END.split(sentence)
    known = [_exact(part) or _by_form(part) for part in parts]
    if len(parts) > 1 and None not in known:  # before a form could lay a place over several
        return "".join(filter(None, known))
    whole = _by_form(sentence)
    if whole is not None:
        return whole
    return "".join(
        part + " " if found is None else found for part, found in zip(parts, known, strict=True)
    ).strip()


def _exact(text: str) -> str | None:
    translated = QCoreApplication.translate(CONTEXT, text)
    return None if translated == text else translated


def _by_form(sentence: str) -> str | None:
    for form in _state.forms:
        if form.literal not in sentence:
            continue
        found = form.pattern.fullmatch(sentence)
        translated = _exact(form.text)
        if found is not None and translated is not None:
            # A name is left alone, a reason of several words may be a known one.
            values = [_told(value) if " " in value else value for value in found.groups()]
            parts = _FIELD.split(translated)
            parts[1::2] = [values[int(number)] for number in parts[1::2]]
            return "".join(parts)
    return None


def _form(text: str) -> _Form:
    literals = _FIELD.split(text)[::2]
    pattern = "(.*?)".join(re.escape(literal) for literal in literals)
    return _Form(
        text=text,
        literal=max(literals, key=len),
        pattern=re.compile(pattern, re.DOTALL),
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

    Only what is made afterwards is translated, so this comes before the window.
    """
    _told.cache_clear()
    _state.forms = ()
    QLocale.setDefault(QLocale(language))
    if language == "en":
        return []
    folder = files("syrinx.assets") / "translations"
    made = []
    with as_file(folder) as ours:
        own_forms = json.loads((ours / "forms.json").read_text(encoding="utf-8"))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, where in ((f"qtbase_{language}", qt), (f"syrinx_{language}", str(ours))):
            translator = QTranslator(application)
            if translator.load(name, where):  # Qt's own texts may be missing in a bundle
                application.installTranslator(translator)
                made.append(translator)
    _state.forms = tuple(sorted(map(_form, own_forms), key=lambda form: -form.weight))
    return made


def uninstall(application: QCoreApplication, translators: list[QTranslator]) -> None:
    """Take back what ``install`` returned; English again."""
    for translator in translators:
        application.removeTranslator(translator)
        QObject.deleteLater(translator)
    _told.cache_clear()
    _state.forms = ()
    QLocale.setDefault(QLocale.system())
