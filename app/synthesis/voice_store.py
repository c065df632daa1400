"""The published voices of the user: found in a folder, tried aside, kept, removed (ADR 0086)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import numpy as np

from syrinx.app.synthesis.script import Sentence, Word
from syrinx.app.synthesis.synthesizer import Manner
from syrinx.app.synthesis.voice_layouts import VoiceLayout, recognise_voice
from syrinx.app.transcription.model_files import files_of
from syrinx.app.transcription.model_store import (
    Copied,
    Given,
    InstalledModel,
    ModelStore,
    StoreKind,
)
from syrinx.app.transcription.model_trial import tried_aside
from syrinx.app.transcription.onnx_header import read_onnx_header
from syrinx.dsp.errors import SyrinxError

FOLDER = "speakers"
TRIAL_TEXT = "Hello, this is a test"
TRIAL_IPA = "həlˈoʊ, ðɪs ɪz ɐ tˈɛst"
_MARKS = {"voices.bin", "duration_predictor.onnx", "lm_flow.onnx", "fm_decoder.onnx"}
_LEXICON = ("lexicon", "vocos", "hifigan")
_SPEAK = ("vits", "matcha", "kokoro", "kitten")


def try_voice(
    folder: Path,
    layout: VoiceLayout,
    *,
    name: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Open a voice aside and let it say a few words.

    Raises
    ------
    SyrinxError
        It cannot be opened, or makes no sound.
    StoppedError
        ``cancelled`` became true.
    """
    tried_aside(say_something, folder, layout, name=name, cancelled=cancelled)


def say_something(folder: Path, layout: VoiceLayout) -> None:
    """Open a voice and have it say a few words; runs in a process of its own.

    Raises
    ------
    SyrinxError
        It makes no sound.
    """
    from syrinx.app.synthesis.published import PublishedVoice, open_voice
    from syrinx.app.transcription.sherpa import sherpa_onnx

    module = sherpa_onnx()
    if layout.sounds:  # without espeak-ng: its own language may not be there, its sounds are
        model = open_voice(folder, layout, module)
        options = module.GenerationConfig()
        options.phoneme_codepoints = [[ord(char) for char in TRIAL_IPA]]
        audio = np.asarray(model.generate(TRIAL_TEXT, options).samples, np.float32)
    else:
        voice = PublishedVoice(folder, layout, name="trial")
        # A lexicon has only its own words: some of them, whatever their language.
        text = " ".join(_known_words(folder, layout)) or TRIAL_TEXT
        word = Word(text=text, start=0, end=len(text))
        sentence = Sentence(number=0, text=text, start=0, end=len(text), words=(word,), pause_s=0.0)
        audio = np.concatenate([chunk.audio for chunk in voice.speak(sentence, Manner())])
    if not len(audio) or not np.isfinite(audio).all() or not np.abs(audio).max() > 1e-5:
        raise SyrinxError("The voice opens, but makes no sound: copy or download it again.")


def _known_words(folder: Path, layout: VoiceLayout) -> list[str]:
    named = dict(layout.paths).get("lexicon", "")
    words: list[str] = []
    if named:
        path = folder / named.split(",")[0]
        with path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                word = (line.split() or [""])[0]
                if word.isalpha():
                    words.append(word)
                if len(words) == 6:
                    break
    return words


def _none_such(voice_id: str, known: str) -> SyrinxError:
    return SyrinxError(f'There is no published voice "{voice_id}"; there is: {known}.')


VOICES = StoreKind(
    folder=FOLDER,
    own="syrinx",
    none_such=_none_such,
    recognise=recognise_voice,
    trial=try_voice,
)


def voice_store(home: Path) -> ModelStore:
    """Return the store of published voices in a data folder."""
    return ModelStore(home, kind=VOICES)


def installed_voices(home: Path) -> list[InstalledModel]:
    """Return the published voices of the user by name. Cheap: no network is opened."""
    return voice_store(home).list()


def add_voice(
    folder: Path,
    home: Path,
    *,
    given: Given | None = None,
    full_precision: bool = False,
    on_progress: Callable[[Copied], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> InstalledModel:
    """Check the voice in a folder and take it in; see `ModelStore.add`.

    Raises
    ------
    SyrinxError
        In a sentence, why not.
    """
    return voice_store(home).add(
        folder,
        given=given,
        full_precision=full_precision,
        on_progress=on_progress,
        cancelled=cancelled,
    )


def remove_voice(voice_id: str, home: Path) -> None:
    """Delete a published voice for good.

    Raises
    ------
    SyrinxError
        There is none of this id, or the system does not allow it.
    """
    voice_store(home).remove(voice_id)


def is_voice_folder(path: Path) -> bool:
    """Whether a folder is meant to speak rather than to listen, also when it is not complete."""
    try:
        files = files_of(path) if path.is_dir() else []
    except SyrinxError:
        return False
    names = [file.path.name.lower() for file in files]
    if any(name in _MARKS or name.startswith(_LEXICON) for name in names):
        return True
    if any("espeak-ng-data" in file.path.parts for file in files):
        return True
    for file in files:
        if file.path.suffix.lower() == ".onnx":
            with contextlib.suppress(SyrinxError):
                said = read_onnx_header(path / file.name).metadata.get("model_type", "")
                if said.startswith(_SPEAK):
                    return True
    return False
