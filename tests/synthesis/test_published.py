"""Published voices: recognised by their files, tried aside, kept, and really speaking."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.synthesis.phonemes import espeak_ipa, ipa_of, pieces_of
from syrinx.app.synthesis.published import PublishedVoice
from syrinx.app.synthesis.script import script_of
from syrinx.app.synthesis.synthesizer import Manner
from syrinx.app.synthesis.voice_layouts import recognise_voice
from syrinx.app.synthesis.voice_store import (
    add_voice,
    installed_voices,
    is_voice_folder,
    remove_voice,
)
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.text.front_end import TextFrontEnd
from tests.synthesis import tiny_voices
from tests.synthesis.tiny_voices import PIPER_TOKENS, RATE, TOKEN_S, tones
from tests.transcription import tiny_models

KINDS = {
    "VITS": tiny_voices.vits,
    "Piper": tiny_voices.piper,
    "Kokoro": tiny_voices.kokoro,
    "Kitten": lambda folder: tiny_voices.kokoro(folder, "kitten"),
    "Matcha": tiny_voices.matcha,
}


@pytest.fixture(scope="module")
def front_end() -> TextFrontEnd:
    return TextFrontEnd.open(ModelRegistry(None))


def spoken(folder: Path, text: str, front_end: TextFrontEnd | None, **options: object) -> list:
    voice = PublishedVoice(folder, recognise_voice(folder), name="tiny")
    script = script_of(text, language="en", front_end=front_end)
    manner = Manner(**options)  # type: ignore[arg-type]
    return [chunk for sentence in script.all() for chunk in voice.speak(sentence, manner)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_dropped_folder_becomes_a_voice_and_is_removed_again(
    kind: str, tmp_path: Path, syrinx_home: Path
) -> None:
    folder = KINDS[kind](tmp_path / "sherpa-onnx-tiny voice")
    (folder / "README.md").write_text("---\nlicense: mit\n---\nA voice.\n")
    (folder / "espeak-ng-data").mkdir()
    (folder / "espeak-ng-data" / "phondata").write_bytes(b"not needed any more")
    assert is_voice_folder(folder)
    model = add_voice(folder, syrinx_home)
    assert (model.id, model.name, model.kind) == ("tiny-voice", "tiny voice", kind)
    assert (model.languages, model.sample_rate) == (("en",), RATE)
    assert model.licence == ("CC0-1.0" if kind == "VITS" else "mit")
    assert model.speakers == (("loud", "soft") if kind in ("Kokoro", "Kitten") else ("1",))
    assert not (model.folder / "espeak-ng-data").exists()
    assert installed_voices(syrinx_home) == [model]
    shutil.rmtree(folder)
    PublishedVoice(model.folder, recognise_voice(model.folder), name="again")
    remove_voice("tiny-voice", syrinx_home)
    assert installed_voices(syrinx_home) == []


def test_what_the_lexicon_says_is_heard(tmp_path: Path, front_end: TextFrontEnd) -> None:
    (chunk,) = spoken(tiny_voices.vits(tmp_path / "v"), "Hello world.", front_end)
    heard = [token for token in tones(chunk.audio) if token != 10]  # blanks between words
    assert heard[:6] == [1, 2, 3, 2, 1, 4]  # the last is the full stop
    assert [(word.start, word.end) for word in chunk.words] == [(0, 5), (6, 11)]
    times = [(word.start_s, word.end_s) for word in chunk.words]
    assert times[0][1] == times[1][0]
    assert 0.0 == times[0][0] < times[0][1] < times[1][1] <= len(chunk.audio) / RATE


def test_a_piper_voice_is_given_the_sounds_of_the_front_end(
    tmp_path: Path, front_end: TextFrontEnd
) -> None:
    """ "2" is read out as a word before the voice sees it: t, u."""
    (chunk,) = spoken(tiny_voices.piper(tmp_path / "v"), "2", front_end)
    heard = [PIPER_TOKENS[number] for number in tones(chunk.audio) if number < len(PIPER_TOKENS)]
    sounding = [sign for sign in heard if sign not in ("_", "^", "$")]
    assert sounding == ["t", "ˈ", "u", "ː", "."]


def test_speed_pause_and_volume(tmp_path: Path, front_end: TextFrontEnd) -> None:
    folder = tiny_voices.vits(tmp_path / "v")
    (plain,) = spoken(folder, "Hello world.", front_end, pause=0.0)
    (quick,) = spoken(folder, "Hello world.", front_end, pause=0.0, speed=2.0)
    assert len(quick.audio) == pytest.approx(len(plain.audio) / 2, abs=0.05 * RATE)
    (quiet,) = spoken(folder, "Hello world.", front_end, pause=0.0, volume_db=-20.0)
    np.testing.assert_allclose(quiet.audio, 0.1 * plain.audio, atol=1e-6)
    (long,) = spoken(folder, "Hello world.", front_end, pause=2.0)
    assert len(long.audio) - len(plain.audio) == round(2 * 0.75 * RATE)


def test_the_pitch_moves_and_the_length_stays(tmp_path: Path, front_end: TextFrontEnd) -> None:
    folder = tiny_voices.vits(tmp_path / "v")
    (tmp_path / "v" / "lexicon.txt").write_text("hello b b b b b b\n")
    (plain,) = spoken(folder, "Hello", front_end, pause=0.0)
    (high,) = spoken(folder, "Hello", front_end, pause=0.0, pitch_semitones=7.0)
    assert len(high.audio) == len(plain.audio)
    middle = slice(round(0.1 * RATE), round(0.5 * RATE))

    def peak(audio: np.ndarray) -> float:
        spectrum = np.abs(np.fft.rfft(audio[middle] * np.hanning(round(0.4 * RATE))))
        return float(np.argmax(spectrum) / 0.4)

    assert peak(plain.audio) == pytest.approx(200.0, abs=3)
    assert peak(high.audio) == pytest.approx(299.7, abs=6)


def test_ssml_pauses_and_prosody_cut_a_sentence(tmp_path: Path, front_end: TextFrontEnd) -> None:
    text = '<speak>Hello <break time="500ms"/> <prosody volume="-20dB">world</prosody></speak>'
    first, second = spoken(tiny_voices.vits(tmp_path / "v"), text, front_end, pause=0.0)
    rest = round(0.5 * RATE)
    assert not first.audio[-rest:].any()
    assert first.audio[-rest - 800 : -rest].any()
    assert np.abs(second.audio).max() == pytest.approx(0.1 * np.abs(first.audio).max(), rel=0.05)


def test_speakers_of_one_model(tmp_path: Path, front_end: TextFrontEnd) -> None:
    folder = tiny_voices.kokoro(tmp_path / "v")
    layout = recognise_voice(folder)
    script = script_of("Hello.", language="en", front_end=front_end)
    peaks = []
    for speaker in ("loud", "Soft"):
        voice = PublishedVoice(folder, layout, name="tiny", speaker=speaker)
        peaks += [np.abs(c.audio).max() for c in voice.speak(script.all()[0], Manner())]
    assert peaks == pytest.approx([0.3, 0.03], rel=0.05)
    with pytest.raises(SyrinxError, match='no speaker "nobody"; it has: loud, soft'):
        PublishedVoice(folder, layout, name="tiny", speaker="nobody")


def test_long_sentences_are_given_in_pieces(front_end: TextFrontEnd) -> None:
    script = script_of("word " * 400, language="en", front_end=front_end)
    pieces = [piece for sentence in script.all() for piece in pieces_of(sentence)]
    assert max(len(piece.ipa) for piece in pieces) < 510
    assert sum(len(piece.words) for piece in pieces) == 400


def test_english_sounds_are_written_as_espeak_writes_them() -> None:
    assert ipa_of(["HH", "AH0", "L", "OW1"]) == "həlˈoʊ"
    assert ipa_of(["B", "ER1", "D"]) == "bˈɜːd"
    assert ipa_of(["zh", "ang1"]) == ""


def test_without_espeak_another_language_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SyrinxError, match="come from the program espeak-ng: install it"):
        espeak_ipa("Guten Tag", "de")


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def test_broken_and_wrong_folders_are_one_clear_sentence(tmp_path: Path, syrinx_home: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    no_tokens = tiny_voices.vits(tmp_path / "no_tokens")
    (no_tokens / "tokens.txt").unlink()
    no_lexicon = tiny_voices.vits(tmp_path / "no_lexicon")
    (no_lexicon / "lexicon.txt").unlink()
    no_vocoder = tiny_voices.matcha(tmp_path / "no_vocoder", vocoder=False)
    no_voices = tiny_voices.kokoro(tmp_path / "no_voices")
    (no_voices / "voices.bin").unlink()
    short = tiny_voices.vits(tmp_path / "short")
    _cut_short(short / "model.onnx")
    listens = tiny_models.ctc(tmp_path / "listens")
    bare = tmp_path / "bare"
    tiny_models.stub(bare / "en_US-amy.onnx")
    (bare / "en_US-amy.onnx.json").write_text("{}")
    copies = tmp_path / "copies"
    tiny_models.stub(copies / "lm_flow.onnx")
    silent = tiny_voices.kokoro(tmp_path / "silent")
    size = (silent / "voices.bin").stat().st_size
    (silent / "voices.bin").write_bytes(bytes(size))
    style = tiny_voices.kokoro(tmp_path / "style")
    (style / "voices.bin").write_bytes(b"too short")
    for folder, sentence in (
        (empty, "no .onnx file in empty"),
        (no_tokens, "looks like a VITS voice, but this is missing: tokens.txt"),
        (no_lexicon, "this is missing: lexicon.txt"),
        (no_vocoder, "looks like a Matcha voice, but this is missing: the vocoder"),
        (no_voices, "looks like a Kokoro voice, but this is missing: voices.bin"),
        (short, "model.onnx is not an ONNX model, or is cut short"),
        (listens, 'a model of the kind "zipformer2_ctc", which does not speak'),
        (bare, "take the same voice from the collection of sherpa-onnx"),
        (copies, "is a Pocket TTS model, which needs a recording"),
        (silent, "opens, but makes no sound"),
        (style, "The Kokoro model style cannot be opened: "),
    ):
        with pytest.raises(SyrinxError, match=sentence):
            add_voice(folder, syrinx_home)
        assert installed_voices(syrinx_home) == []
    assert not is_voice_folder(listens)


def test_the_length_of_a_token_is_that_of_the_oracle(
    tmp_path: Path, front_end: TextFrontEnd
) -> None:
    (chunk,) = spoken(tiny_voices.vits(tmp_path / "v"), "Ok", front_end, pause=0.0)
    assert len(chunk.audio) >= TOKEN_S * RATE
