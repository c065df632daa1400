"""Sentences to read: enough of them, of the right length, consent with its places."""

from __future__ import annotations

import calendar
import json
import re
import shutil
import subprocess
import time
from collections import Counter
from importlib import resources

import pytest

from syrinx.app.clone.prompts import LANGUAGES, PromptBook, prompt_book, spoken_date
from syrinx.dsp.errors import SyrinxError

LEAST = {"en": 60, "zh": 40}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_sentences_of_the_right_length(language: str) -> None:
    book = prompt_book(language)
    assert len(book.prompts) >= LEAST[language]
    assert len(book.topics) >= 10
    assert sum(p.text.endswith(("?", "？")) for p in book.prompts) >= 5
    for prompt in book.prompts:
        assert 4.0 <= prompt.seconds <= 8.0, prompt.text
        assert prompt.id.startswith(f"{language}-")
        assert prompt.text == prompt.text.strip()
        assert book.prompt(prompt.id) is prompt
    with pytest.raises(SyrinxError, match="no sentence"):
        book.prompt("en-999")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_consent_names_speaker_and_day(language: str) -> None:
    spoken = prompt_book(language).consent(" Ada {date} ", "1 May")
    assert "Ada" in spoken
    assert "1 May" in spoken
    assert "{name}" not in spoken


def test_mandarin_has_a_syllable_for_each_character() -> None:
    for prompt in prompt_book("zh").prompts:
        characters = len(re.findall(r"[\u4e00-\u9fff]", prompt.text))
        erhua = prompt.pinyin.count("diǎnr")
        assert len(prompt.pinyin.split()) + erhua == characters, prompt.text
        assert all(
            re.fullmatch(r"[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]+", s) for s in prompt.pinyin.split()
        )


def test_regions_are_the_language_and_unknown_ones_are_named() -> None:
    assert prompt_book("en-GB") == prompt_book("EN")
    with pytest.raises(SyrinxError, match="speak freely"):
        prompt_book("xx")


def test_damaged_books_are_refused() -> None:
    book = prompt_book("en")
    facts = {"language": "en", "name": "English", "topics": book.topics}
    with pytest.raises(SyrinxError, match="twice"):
        PromptBook(prompts=book.prompts[:1] * 2, consent_form=book.consent_form, **facts)
    with pytest.raises(SyrinxError, match="consent"):
        PromptBook(prompts=book.prompts, consent_form="I agree.", **facts)
    with pytest.raises(SyrinxError, match="missing"):
        PromptBook(prompts=(), consent_form=book.consent_form, **facts)


def test_the_files_are_assets() -> None:
    """The wheel's test packs every JSON of the assets; here: they are where the loader looks."""
    folder = resources.files("syrinx.assets") / "prompts"
    names = {item.name for item in folder.iterdir() if item.name.endswith(".json")}
    assert names == {f"{language}.json" for language in LANGUAGES}
    assert json.loads((folder / "en.json").read_text(encoding="utf-8"))["format"] == 1


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="needs espeak-ng")
def test_the_first_sentences_cover_the_sounds_of_english() -> None:
    def phones(text: str) -> list[str]:
        command = ["espeak-ng", "-q", "--ipa", "--sep= ", "-v", "en-us", "--", text.lower()]
        spoken = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return [p for p in (p.strip("ˈˌ_-.,?!'") for p in spoken.split()) if p]

    said = [phones(prompt.text) for prompt in prompt_book("en").prompts]
    counts = Counter(phone for sentence in said for phone in sentence)
    usual = {phone for phone, count in counts.items() if count >= 5}
    assert len(usual) > 35
    assert len(usual - {p for s in said[:10] for p in s}) <= 1
    assert usual <= {p for s in said[:20] for p in s}


def test_a_day_is_spoken_in_the_language_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    # As on a system that speaks another language, once Qt has set its locale.
    monkeypatch.setattr(calendar, "month_name", ["", *("十一月" for _ in range(12))])
    for month, name in ((1, "January"), (5, "May"), (11, "November"), (12, "December")):
        day = time.strptime(f"2026-{month:02d}-03", "%Y-%m-%d")
        assert spoken_date("en", day) == f"3 {name} 2026"
    assert spoken_date("zh", time.strptime("2026-11-22", "%Y-%m-%d")) == "2026年11月22日"
