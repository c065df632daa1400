"""Tiny models through sherpa-onnx itself: hums spell words, at times that are known."""

from __future__ import annotations

import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import psutil
import pytest
import soundfile
from numpy.typing import NDArray

from syrinx.app.transcription.layouts import recognise
from syrinx.app.transcription.models import load_recognizer
from syrinx.app.transcription.recognizer import Recognizer, transcribe
from syrinx.app.transcription.sherpa import SherpaRecognizer
from syrinx.app.transcription.speech_cutter import LevelActivity
from syrinx.app.transcription.transcript import Segment
from syrinx.dsp.errors import SyrinxError
from tests.transcription import tiny_models
from tests.transcription.tiny_models import RATE, hello_world, silence

MODELS: dict[str, Callable[[Path], Path]] = {
    "ctc": tiny_models.ctc,
    "transducer": tiny_models.transducer,
    "streaming": tiny_models.streaming_transducer,
    "sense-voice": tiny_models.sense_voice,
}


@pytest.fixture(params=MODELS)
def recognizer(request: pytest.FixtureRequest, syrinx_home: Path) -> Recognizer:
    """Return each of the models, put into the data folder by hand."""
    MODELS[request.param](syrinx_home / "recognizers" / request.param)
    return load_recognizer(request.param, syrinx_home)


def hear(
    recognizer: Recognizer, audio: NDArray[np.float32], size: int = 8000
) -> tuple[list[Segment], list[str]]:
    stream = recognizer.stream()
    segments, partials = [], []
    for at in range(0, len(audio), size):
        segments += stream.accept(audio[at : at + size])
        partials.append(stream.partial)
    return segments + stream.finish(), partials


def test_words_come_with_their_times(recognizer: Recognizer) -> None:
    again = len(hello_world()) / RATE + 2
    audio = np.concatenate([hello_world(), silence(2, 7), hello_world(0.4)])
    segments, _ = hear(recognizer, audio)
    words = [word for segment in segments for word in segment.words]
    assert [word.text for word in words] == ["hello", "world", "hello", "world"]
    true = [0.5, 1.15, again + 0.5, again + 1.3]
    assert [word.start_s for word in words] == pytest.approx(true, abs=0.08)
    assert all(word.end_s > word.start_s for word in words)
    assert len(segments) == 2


@pytest.mark.parametrize("size", [160, 1234, 50_000])
def test_the_size_of_the_blocks_changes_nothing(recognizer: Recognizer, size: int) -> None:
    audio = np.concatenate([hello_world(), silence(1.5, 3), hello_world()])
    whole, _ = hear(recognizer, audio, 8000)
    other, _ = hear(recognizer, audio, size)
    assert [segment.text for segment in other] == [segment.text for segment in whole]
    for one, two in zip(whole, other, strict=True):
        assert two.start_s == pytest.approx(one.start_s, abs=0.09)


def test_a_streaming_model_shows_words_before_the_end(syrinx_home: Path) -> None:
    tiny_models.streaming_transducer(syrinx_home / "recognizers" / "s")
    _, partials = hear(load_recognizer("s", syrinx_home), hello_world(), 1600)
    assert "hello" in partials
    assert "hello world" in partials
    assert partials.index("hello") * 0.1 < 1.3  # "hel" begins at 0.5 s, "lo" at 0.7 s


def test_transducers_say_how_sure_they_are(syrinx_home: Path) -> None:
    for name in ("transducer", "streaming"):
        MODELS[name](syrinx_home / "recognizers" / name)
        segments, _ = hear(load_recognizer(name, syrinx_home), hello_world())
        assert all(0.5 < word.confidence < 1 for word in segments[0].words)


def test_a_recording_becomes_a_transcript(recognizer: Recognizer, tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", hello_world(), RATE)
    transcript = transcribe(tmp_path / "a.wav", recognizer)
    assert transcript.text == "hello world"
    assert transcript.model == recognizer.name
    assert transcript.language in (None, "en")


def test_silence_is_no_word(recognizer: Recognizer) -> None:
    assert hear(recognizer, silence(4))[0] == []
    stream = recognizer.stream()
    assert stream.finish() == []


@pytest.mark.parametrize("name", MODELS)
def test_memory_does_not_grow_with_the_recording(name: str, tmp_path: Path) -> None:
    folder = MODELS[name](tmp_path)
    heard = SherpaRecognizer(
        folder,
        recognise(folder),
        name="m",
        language=None,
        make_activity=lambda: LevelActivity(RATE),
    )
    stream = heard.stream()
    minute = np.concatenate([np.concatenate([hello_world(), silence(2, k)]) for k in range(13)])
    process = psutil.Process()
    found, after_two = 0, 0
    for k in range(10):
        for at in range(0, len(minute), 8000):
            found += len(stream.accept(minute[at : at + 8000]))
        after_two = process.memory_info().rss if k == 1 else after_two
    assert found >= 10 * 12
    assert process.memory_info().rss - after_two < 5e6  # eight minutes of audio are 31 MB


def test_a_model_that_knows_only_capitals_does_not_shout(syrinx_home: Path) -> None:
    folder = tiny_models.ctc(syrinx_home / "recognizers" / "m")
    tokens = tuple(token.upper() if "<" not in token else token for token in tiny_models.TOKENS)
    tiny_models.write_tokens(folder, tokens=tokens)
    segments, _ = hear(load_recognizer("m", syrinx_home), hello_world())
    assert segments[0].text == "hello world"


def test_the_only_language_of_a_model_is_that_of_the_transcript(syrinx_home: Path) -> None:
    home = syrinx_home / "recognizers"
    tiny_models.ctc(home / "de", metadata={"language": "de"})
    tiny_models.ctc(home / "two", metadata={"language": "de, en"})
    tiny_models.ctc(home / "word", metadata={"language": "Russian"})
    assert load_recognizer("de", syrinx_home).language == "de"
    assert load_recognizer("two", syrinx_home).language is None
    assert load_recognizer("word", syrinx_home).language is None


def test_sense_voice_says_which_language_it_heard(syrinx_home: Path) -> None:
    tiny_models.sense_voice(syrinx_home / "recognizers" / "s", language="ja")
    recognizer = load_recognizer("s", syrinx_home)
    assert recognizer.language is None
    segments, _ = hear(recognizer, hello_world())
    assert [segment.text for segment in segments] == ["hello world"]
    assert recognizer.language == "ja"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_whisper_hears_stretches_and_finds_out_the_language(
    language: str, syrinx_home: Path
) -> None:
    tiny_models.whisper(syrinx_home / "recognizers" / "w", language)
    recognizer = load_recognizer("w", syrinx_home)
    audio = np.concatenate([hello_world(), silence(2, 7), hello_world()])
    segments, _ = hear(recognizer, audio)
    assert [segment.text for segment in segments] == ["hello world"] * 2
    assert recognizer.language == language
    hello, world = segments[0].words  # it says no times: they share the stretch by letters
    assert hello.end_s == pytest.approx(world.start_s)
    assert hello.end_s - hello.start_s == pytest.approx(world.end_s - world.start_s)
    assert 0.2 <= hello.start_s <= 0.5
    assert 1.45 <= world.end_s <= 1.8


class FakeStream:
    """What sherpa-onnx returns for a stretch: SenseVoice says which language it heard."""

    def __init__(self) -> None:
        self.result = SimpleNamespace(
            text="你好。", tokens=["你", "好", "。"], timestamps=[0.1, 0.2, 0.3], lang="<|zh|>"
        )

    def accept_waveform(self, rate: int, audio: NDArray[np.float32]) -> None:
        assert rate == RATE
        assert audio.dtype == np.float32


def test_a_language_that_was_heard_is_told(tmp_path: Path) -> None:
    model = SimpleNamespace(create_stream=FakeStream, decode_stream=lambda stream: None)
    module = types.ModuleType("fake")
    module.OfflineRecognizer = SimpleNamespace(from_zipformer_ctc=lambda **_: model)  # type: ignore[attr-defined]
    folder = tiny_models.ctc(tmp_path / "m")
    heard = SherpaRecognizer(
        folder,
        recognise(folder),
        name="m",
        language=None,
        make_activity=lambda: LevelActivity(RATE),
        module=module,
    )
    assert heard.language is None
    segments, _ = hear(heard, hello_world())
    assert segments[0].text == "你好。"
    assert heard.language == "zh"
    heard.stream()
    assert heard.language is None


def test_without_the_package_a_sentence_says_what_to_do(
    syrinx_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny_models.ctc(syrinx_home / "recognizers" / "m")
    monkeypatch.setitem(sys.modules, "sherpa_onnx", None)
    with pytest.raises(SyrinxError, match="pip install sherpa-onnx"):
        load_recognizer("m", syrinx_home)


def test_neither_the_package_nor_a_network_is_imported_before_a_model_is_opened() -> None:
    code = (
        "import sys; from syrinx.app.transcription import models; "
        "models.installed_models(__import__('pathlib').Path('/nowhere')); "
        "print([name for name in ('sherpa_onnx', 'onnxruntime') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
