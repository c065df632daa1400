"""The window in Chinese: no English is left in it, and nothing is cut off in either language."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Bench
from tests.gui.reading import Whole, cut_off, name_of, plain, texts_of
from tests.language import LANGUAGE, ROOT, load_tool, spoken

SIZES = {"as at first": (1280, 800), "smallest": (960, 600)}
WORD = re.compile(r"[A-Za-z][A-Za-z0-9'-]+")
_LATIN = """
dB dBFS dBTP LU LUFS EBU R128 Hz kHz ms min st px kB MB GB F1 F4
Ctrl Alt Shift Esc Escape Space Enter Tab Backspace Del Delete Home End PageUp PageDown F2 F3 F5
Syrinx syrinx JACK ALSA MIDI OSC WebSocket WEBSOCKET OBS PipeWire pipewire-pulse PulseAudio WASAPI
ASIO MME DirectSound Core Audio macOS Windows Linux Wayland BlackHole VB-CABLE CABLE Stream Deck
Audacity UDP URL JSON RF64 WAV FLAC MP3 OGG Ogg Vorbis Opus PNG JPEG CPU CC BY SHA English
inspect control FILE NAME labels ws origin en zh de TXT SRT VTT CSV
Whisper Zipformer Moonshine Paraformer SenseVoice sherpa-onnx tokens Python pip install https
Parakeet TDT v3 SHA-256 Apache License
"""
LATIN = frozenset(_LATIN.split())
"""Words that are Latin in every language."""
FIXTURE = (
    "USB microphone", "Headphones", "JACK Audio Connection Kit", "JACK: system", "system",
    "talk.mp3", "take.wav", "Ada", "Lovelace", "program", "given",
    "I agree that my voice is imitated.",
)  # fmt: skip
"""Names and words of the fixtures."""


@pytest.fixture
def chinese(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """Speak the Chinese of the repository, compiled now, until the test ends."""
    folder = tmp_path / "assets" / "translations"
    folder.mkdir(parents=True)
    kept = ROOT / "assets" / "translations"
    load_tool().release(kept / f"syrinx_{LANGUAGE}.ts", folder / f"syrinx_{LANGUAGE}.qm")
    shutil.copy(kept / "forms.json", folder)
    with spoken(qapp, folder.parent):
        yield


@pytest.fixture
def whole(make_bench: Callable[..., Bench], tmp_path: Path) -> Iterator[Whole]:
    """Return the whole window, in English or, after ``chinese``, in Chinese."""
    made = Whole(make_bench, tmp_path / "home")
    yield made
    made.close()


def english(text: str, own_words: set[str]) -> str:
    """Return the words of a text that should not be English."""
    text = re.sub(r"(\w+:/)?[\w.-]*/[^\s“”，。）]*|\.\w{2,11}\b|#[0-9a-f]{6}", " ", plain(text))
    for own in sorted((*own_words, *FIXTURE), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(own)}(?!\w)", " ", text)
    return " ".join(word for word in WORD.findall(text) if word not in LATIN)


def test_nothing_is_english(chinese: None, whole: Whole) -> None:
    found: dict[str, str] = {}
    for place in whole.walk():
        for thing, kind, text in texts_of(whole.window):
            words = "" if text in found else english(text, whole.own_words)
            if words:
                found[text] = f"{words} ({place}: {name_of(thing)}, {kind}: {text!r})"
    assert not found, f"{len(found)} texts are English:\n" + "\n".join(found.values())


def test_captions_are_not_english(chinese: None, whole: Whole) -> None:
    window = whole.captions.window
    whole.captions.button.click()
    window.bar.setVisible(True)
    window.resize(window.minimumWidth(), window.height())
    QApplication.processEvents()
    left = {text: words for _, _, text in texts_of(window)
            if (words := english(text, whole.own_words))}  # fmt: skip
    assert not left
    assert not list(cut_off(window))


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_in_english(whole: Whole, size: str) -> None:
    assert_nothing_is_cut_off(whole, size)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_in_chinese(chinese: None, whole: Whole, size: str) -> None:
    assert_nothing_is_cut_off(whole, size)


def assert_nothing_is_cut_off(whole: Whole, size: str) -> None:
    whole.window.resize(*SIZES[size])
    found: dict[str, str] = {}
    for place in whole.walk():
        for said in cut_off(whole.window):
            found.setdefault(said, f"{place}: {said}")
    assert not found, f"{len(found)} texts are cut off:\n" + "\n".join(found.values())
