"""Languages for tests: one made up by putting brackets round every text of the program."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QCoreApplication

from syrinx.app import translation

ROOT = Path(__file__).resolve().parents[1]
LANGUAGE = "zh_CN"
OPEN, CLOSE = "《", "》"


def load_tool() -> ModuleType:
    """Return ``packaging/translations.py``, which is no module of the program."""
    name = "syrinx_translations_tool"
    if name not in sys.modules:
        path = ROOT / "packaging" / "translations.py"
        specification = importlib.util.spec_from_file_location(name, path)
        assert specification is not None
        assert specification.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def compile_into(folder: Path, done: Mapping[str, str]) -> Path:
    """Make the assets of a language in ``folder/translations``: English -> translation."""
    tool = load_tool()
    target = folder / "translations"
    target.mkdir(parents=True, exist_ok=True)
    texts = {
        source: tool.Text(source, {"x.py"}, form=re.search(r"\{\d+\}", source) is not None)
        for source in done
    }
    tool.write(target / "x.ts", texts, dict(done), LANGUAGE)
    tool.release(target / "x.ts", target / f"syrinx_{LANGUAGE}.qm")
    (target / "forms.json").write_text(tool.forms(texts), "utf-8")
    return folder


def bracketed(texts: Mapping[str, object]) -> dict[str, str]:
    """Return a translation of each text that shows where it came from: 《text》."""
    return {source: f"{OPEN}{source}{CLOSE}" for source in texts}


@contextmanager
def spoken(application: QCoreApplication, folder: Path | None = None) -> Iterator[None]:
    """Speak Chinese as shipped, or what was compiled into ``folder``; English again afterwards."""
    kept = translation.files
    if folder is not None:
        translation.files = lambda _package: folder  # type: ignore[assignment]
    made = translation.install(application, LANGUAGE)
    try:
        yield
    finally:
        translation.uninstall(application, made)
        translation.files = kept
