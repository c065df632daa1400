"""Texts and sentences in another language; each test makes the language that it speaks."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from syrinx.app import translation
from syrinx.app.translation import english, install, language_for, told, tr, uninstall
from tests.language import compile_into, spoken

Speak = Callable[[Mapping[str, str]], None]


@pytest.fixture
def speak(qapp: QApplication, tmp_path: Path) -> Iterator[Speak]:
    """Return a function that speaks a language of these translations until the test ends."""
    with ExitStack() as stack:
        yield lambda done: stack.enter_context(spoken(qapp, compile_into(tmp_path, done)))


# ---- tr ----


def test_texts_are_translated_and_fields_filled(speak: Speak) -> None:
    assert tr("Level {level:.1f} dB", level=1.25) == "Level 1.2 dB"
    speak({"Stop": "停止", "Level {level:.1f} dB": "电平 {level:.1f} dB", "{a} of {b}": "{b}-{a}"})
    assert tr("Stop") == "停止"
    assert tr("Level {level:.1f} dB", level=1.25) == "电平 1.2 dB"
    assert tr("{a} of {b}", a=1, b=2) == "2-1"
    assert tr("Start") == "Start"
    assert tr("100 % {x}") == "100 % {x}"  # no values: braces are braces


# ---- and back ----


def test_what_was_shown_is_found_in_english(speak: Speak) -> None:
    assert english("Stop") == "Stop"
    speak(
        {
            "Stop": "停止",
            "Pad {number}": "音效键 {number}",
            "Level {level:.1f} dB": "电平 {level:.1f} dB",
            "{a} of {b}": "{b}的{a}",
            "“{name}”: {trouble} The rest is applied.": "“{name}”：{trouble}其余部分已应用。",
            "Its voice “{name}” is gone.": "声音“{name}”已不在。",
            "Cannot write {0}: {1}.": "无法写入 {0}：{1}。",
            "Nothing runs.": "没有在运行。",
        }
    )
    assert english("停止") == "停止"  # nobody has seen it yet
    assert english(tr("Stop")) == "Stop"
    assert english(tr("Pad {number}", number=12)) == "Pad 12"
    assert english(tr("Level {level:.1f} dB", level=-3.26)) == "Level -3.3 dB"
    assert english(tr("{a} of {b}", a=tr("Stop"), b="门")) == "Stop of 门"
    trouble = tr("Its voice “{name}” is gone.", name="Ada")
    whole = tr("“{name}”: {trouble} The rest is applied.", name="停止 x", trouble=trouble)
    assert english(whole) == "“停止 x”: Its voice “Ada” is gone. The rest is applied."
    assert english(told("Cannot write /a b: full.")) == "Cannot write /a b: full."
    both = told("Nothing runs. Cannot write x: full.")
    assert english(both) == "Nothing runs. Cannot write x: full."
    assert english(told("Nothing runs.") + trouble) == "Nothing runs. Its voice “Ada” is gone."
    assert english("谁知道") == "谁知道"


# ---- told ----


def test_a_sentence_is_found_as_it_is_and_by_its_form(speak: Speak) -> None:
    assert told("Nothing runs.") == "Nothing runs."
    speak(
        {
            "Nothing runs.": "没有在运行。",
            "Cannot write {0}: {1}.": "无法写入 {0}：{1}。",
            "{0} and {1} differ.": "{1} 与 {0} 不同。",
        }
    )
    assert told("Nothing runs.") == "没有在运行。"
    assert told("Cannot write /a b/c.wav: full.") == "无法写入 /a b/c.wav：full。"
    assert told("One and Two differ.") == "Two 与 One 不同。"
    assert told("Cannot write\nto this.") == "Cannot write\nto this."
    assert told("没有在运行。") == "没有在运行。"
    assert told("") == ""


def test_the_form_with_the_most_text_of_its_own_is_meant(speak: Speak) -> None:
    speak(
        {
            "{0} cannot be opened.": "{0} 打不开。",
            "The device {0} cannot be opened.": "设备 {0} 打不开。",
        }
    )
    assert told("The device X cannot be opened.") == "设备 X 打不开。"
    assert told("The file X cannot be opened.") == "The file X 打不开。"


def test_several_sentences_in_one_text(speak: Speak) -> None:
    speak(
        {
            "The stream ended.": "流已结束。",
            "{0} is gone.": "{0} 不见了。",
            "{0} Try it again.": "{0}请重试。",
            "Wait. Then {0}.": "等一下，然后{0}。",
        }
    )
    assert told("The stream ended. Mic is gone.") == "流已结束。Mic 不见了。"
    assert told("The stream ended. Nobody knows this. Mic is gone.") == (
        "流已结束。Nobody knows this. Mic 不见了。"
    )
    assert told("The stream ended. Try it again.") == "流已结束。请重试。"
    assert told("Wait. Then go.") == "等一下，然后go。"
    # A full stop inside a path does not end the sentence.
    assert told("/tmp/No. 5 is gone.") == "/tmp/No. 5 不见了。"


def test_reasons_and_sentences_inside_are_translated(speak: Speak) -> None:
    speak(
        {
            "Cannot write {0}: {1}.": "无法写入 {0}：{1}。",
            "no space left on device": "设备空间不足",
            "The disk {0} is slow.": "磁盘 {0} 太慢。",
            "start the stream": "启动流",
            "Nothing runs: {0}.": "没有在运行：{0}。",
            "channel": "声道",
            "The {0} is wrong.": "{0} 有误。",
            '"{0}" and "{1}"': "“{0}”和“{1}”",
            "{0} refuse.": "{0} 拒绝。",
        }
    )
    assert told("Cannot write x: no space left on device.") == "无法写入 x：设备空间不足。"
    assert told("Cannot write x: No space left on device.") == "无法写入 x：设备空间不足。"
    assert told("Cannot write x: the disk sda is slow.") == "无法写入 x：磁盘 sda 太慢。"
    assert told("Cannot write x: something else entirely.") == (
        "无法写入 x：something else entirely。"
    )
    assert told("Nothing runs: start the stream.") == "没有在运行：启动流。"
    assert told("The channel is wrong.") == "声道 有误。"
    assert told('"My mic" and "Other" refuse.') == "“My mic”和“Other” 拒绝。"


def test_names_of_the_user_are_untouched(speak: Speak) -> None:
    speak(
        {
            'The voice "{0}" is gone.': "声音“{0}”不见了。",
            "“{0}” is gone.": "“{0}”不见了。",
            "Clean up": "净化",
            "no sound moved": "没有声音",
            "{0} is gone.": "{0} 不见了。",
        }
    )
    assert told('The voice "Clean up" is gone.') == "声音“Clean up”不见了。"
    assert told("“no sound moved” is gone.") == "“no sound moved”不见了。"
    for name in ("{0}", "{1}", "{x}", "%1", "a{b", "\\1", "\N{SNOWMAN}", "a\nb", '"', "a\0b"):
        assert told(f'The voice "{name}" is gone.') == f"声音“{name}”不见了。"
    assert told("a\udc80 is gone.") == "a\udc80 不见了。"  # a path that is no UTF-8


def test_a_form_without_translation_is_no_answer(speak: Speak) -> None:
    speak({"{0} ended early.": "{0} ended early.", "{0} early.": "{0} 早。"})
    assert told("X ended early.") == "X ended 早。"


# ---- the choice ----


@pytest.mark.parametrize(
    ("system", "language"),
    [
        (["zh-Hans-CN", "zh-CN", "zh"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["zh_CN"], "zh_CN"),
        (["zh-SG"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW"], "en"),
        (["zh_HK", "zh_CN"], "zh_CN"),
        (["zh-MO"], "en"),
        (["en-GB", "zh-CN"], "en"),
        (["de-DE", "zh-CN", "en"], "zh_CN"),
        (["de-DE", "en", "zh-CN"], "en"),
        (["C"], "en"),
        (["fr"], "en"),
        ([""], "en"),
        ([], "en"),
    ],
)
def test_the_language_of_the_system(system: list[str], language: str) -> None:
    for unset in (None, "", "xx", "zh"):
        assert language_for(unset, system) == language
    assert language_for("en", system) == "en"
    assert language_for("zh_CN", system) == "zh_CN"


# ---- installing ----


def test_english_installs_nothing_and_uninstalling_ends_a_language(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert install(qapp, "en") == []
    folder = compile_into(tmp_path, {"Stop": "停止", "{0} is gone.": "{0} 不见了。"})
    monkeypatch.setattr(translation, "files", lambda _package: folder)
    made = install(qapp, "zh_CN")
    assert (tr("Stop"), told("X is gone.")) == ("停止", "X 不见了。")
    assert QLocale().language() == QLocale.Language.Chinese
    assert qapp.translate("QPlatformTheme", "Cancel") == "取消"  # Qt's own buttons
    uninstall(qapp, made)
    assert (tr("Stop"), told("X is gone.")) == ("Stop", "X is gone.")
    assert QLocale() == QLocale.system()


@pytest.mark.parametrize("damage", ["no folder", "missing", "empty", "cut", "noise"])
def test_a_language_without_its_file_is_english(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    folder = compile_into(tmp_path / "assets", {"Stop": "停止", "{0} is gone.": "{0} 不见了。"})
    path = folder / "translations" / "syrinx_zh_CN.qm"
    if damage == "no folder":
        folder = tmp_path / "nowhere"
    elif damage == "missing":
        path.unlink()
    else:
        content = path.read_bytes()
        broken = {"empty": b"", "cut": content[: len(content) // 2], "noise": os.urandom(200)}
        path.write_bytes(broken[damage])
    monkeypatch.setattr(translation, "files", lambda _package: folder)
    made = install(qapp, "zh_CN")
    try:
        assert (tr("Stop"), told("X is gone.")) == ("Stop", "X is gone.")
        assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
    finally:
        uninstall(qapp, made)


@pytest.mark.parametrize("forms", [None, "", "{", '{"a": 1}', "[1, null]", "\udcff"])
def test_damaged_forms_leave_sentences_english(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forms: str | None
) -> None:
    folder = compile_into(tmp_path, {"Stop": "停止", "{0} is gone.": "{0} 不见了。"})
    path = folder / "translations" / "forms.json"
    path.unlink()
    if forms is not None:
        path.write_bytes(forms.encode(errors="surrogateescape"))
    monkeypatch.setattr(translation, "files", lambda _package: folder)
    made = install(qapp, "zh_CN")
    try:
        assert (tr("Stop"), told("X is gone.")) == ("停止", "X is gone.")
    finally:
        uninstall(qapp, made)


def test_what_the_system_says_is_known() -> None:
    from syrinx.app.files import reason
    from syrinx.app.texts import PIECES

    for number in (
        errno.ENOSPC, errno.EACCES, errno.ENOENT, errno.EROFS, errno.EISDIR, errno.ENOTDIR,
        errno.EEXIST, errno.ENAMETOOLONG, errno.EDQUOT, errno.EIO, errno.EPERM, errno.EMFILE,
        errno.ENOTEMPTY, errno.EBUSY, errno.ECONNREFUSED,
    ):  # fmt: skip
        assert reason(OSError(number, os.strerror(number))) in PIECES
