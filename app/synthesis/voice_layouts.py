"""Recognises a published voice of sherpa-onnx: what it is, and what it is opened with.

Names of files and the metadata of the networks say it, without opening them. The kinds are those
that sherpa-onnx 2.0 opens and that speak without being given a recording.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from syrinx.app.transcription.layouts import check_tokens, weights_beside
from syrinx.app.transcription.model_files import ModelFile, files_of
from syrinx.app.transcription.onnx_header import OnnxHeader, read_onnx_header
from syrinx.dsp.errors import SyrinxError

Family = Literal["vits", "matcha", "kokoro", "kitten", "supertonic"]
MOST_SPEAKERS = 2000
_MAX_JSON = 4 << 20
_SUPERTONIC = (
    ("duration_predictor", "duration_predictor.onnx"),
    ("text_encoder", "text_encoder.onnx"),
    ("vector_estimator", "vector_estimator.onnx"),
    ("vocoder", "vocoder.onnx"),
    ("tts_json", "tts.json"),
    ("unicode_indexer", "unicode_indexer.bin"),
    ("voice_style", "voice.bin"),
)
_COPIES = (  # of the voice that a recording shows: what their networks are called
    ("ZipVoice", ("fm_decoder", "flow_decoder")),
    ("Pocket TTS", ("lm_flow", "lm_main")),
)
_LANGUAGES = {
    "english": "en", "chinese": "zh", "mandarin": "zh", "cantonese": "yue", "german": "de",
    "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt", "russian": "ru",
    "japanese": "ja", "korean": "ko", "polish": "pl", "dutch": "nl", "turkish": "tr",
    "ukrainian": "uk", "vietnamese": "vi", "arabic": "ar", "hindi": "hi", "persian": "fa",
    "swedish": "sv", "danish": "da", "norwegian": "nb", "finnish": "fi", "czech": "cs",
    "greek": "el", "hungarian": "hu", "romanian": "ro", "catalan": "ca", "thai": "th",
}  # fmt: skip
_IN_NAME = re.compile(r"(?:^|[-_])([a-z]{2,3})(?:_[A-Z]{2})?[-_.]")
_VOICE = re.compile(r"([a-z]{2,3})(?:[-_]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceLayout:
    """How a published voice is opened.

    Attributes
    ----------
    kind
        Name for people, as "Piper".
    family
        Which of sherpa-onnx's configurations it is.
    paths
        Arguments that are files, relative to the folder.
    rules
        Files that rewrite numbers and the like, as the voice brings them.
    needed
        All files of it, besides papers.
    sounds
        Whether it is given phonemes; else it reads letters by its own lexicon.
    espeak
        What espeak-ng calls its language, as "en-us"; may be empty.
    sample_rate
        In Hz; 0 where the networks do not say it.
    speakers
        Names, at least one.
    languages, licence
        As the networks state them; may be empty.
    """

    kind: str
    family: Family
    paths: tuple[tuple[str, str], ...]
    rules: tuple[str, ...] = ()
    needed: tuple[ModelFile, ...]
    sounds: bool
    espeak: str = ""
    sample_rate: int = 0
    speakers: tuple[str, ...] = ("1",)
    languages: tuple[str, ...] = ()
    licence: str = ""

    @property
    def streaming(self) -> bool:
        """It is not: a sentence is made at once."""
        return False

    @property
    def size(self) -> int:
        """Bytes of the files."""
        return sum(file.size for file in self.needed)


def recognise_voice(folder: Path, *, full_precision: bool = False) -> VoiceLayout:
    """Say what kind of voice a folder holds.

    Parameters
    ----------
    full_precision
        Where a network is there twice, take the one that is not quantised.

    Raises
    ------
    SyrinxError
        It is none, of an unknown kind, incomplete, or names files outside the folder.
    """
    parts = _Folder(folder, full_precision)
    if parts.find("duration_predictor.onnx") is not None:
        return _supertonic(parts)
    for name, marks in _COPIES:
        if any(mark in file.path.name for file in parts.networks for mark in marks):
            raise SyrinxError(
                f"{folder.name} is a {name} model, which needs a recording of the voice to speak: "
                "Syrinx clones voices by itself, see the area Clone."
            )
    vocoder = next((f for f in parts.networks if parts.is_vocoder(f)), None)
    network, header = parts.main(vocoder)
    said = header.metadata.get("model_type", "")
    if said.startswith("matcha"):
        return _matcha(parts, network, header, vocoder)
    if said.startswith(("kokoro", "kitten")) or "style_dim" in header.metadata:
        return _styled(parts, network, header, kitten=said.startswith("kitten"))
    if said == "vits" or (
        not said and "sample_rate" in header.metadata and "n_speakers" in header.metadata
    ):
        return _vits(parts, network, header)
    if any(f.name == f"{network.name}.json" for f in parts.files) and not header.metadata:
        raise SyrinxError(
            f"{network.name} is a Piper voice as Piper itself publishes it: take the same voice "
            "from the collection of sherpa-onnx, which says in the file what it needs."
        )
    if said:
        raise SyrinxError(f'{network.name} is a model of the kind "{said}", which does not speak.')
    raise SyrinxError(
        f"{network.name} does not say what kind of voice it is: Syrinx takes voices as sherpa-onnx "
        "publishes them."
    )


class _Folder:
    """A folder while it is being recognised."""

    def __init__(self, folder: Path, full_precision: bool) -> None:
        self.path = folder
        self.files = files_of(folder)
        networks = [file for file in self.files if file.path.suffix.lower() == ".onnx"]
        if not networks:
            raise SyrinxError(
                f"There is no .onnx file in {folder.name}: it is no voice of sherpa-onnx."
            )
        folders = sorted({str(file.path.parent) for file in networks})
        if len(folders) > 1:
            names = ", ".join(folders[:4])
            raise SyrinxError(f"There is more than one voice in this folder: add one of {names}.")
        self.networks = sorted(
            networks, key=lambda f: (f.quantised == full_precision, f.path.name != "model.onnx")
        )

    @staticmethod
    def is_vocoder(file: ModelFile) -> bool:
        """Whether a network is one that makes sound of spectra, by its name."""
        return any(word in file.path.name.lower() for word in ("vocos", "hifigan", "vocoder"))

    def find(self, *names: str) -> ModelFile | None:
        """Return the first file of these names, wherever it lies."""
        for name in names:
            for file in self.files:
                if file.path.name == name:
                    return file
        return None

    def main(self, vocoder: ModelFile | None) -> tuple[ModelFile, OnnxHeader]:
        """Return the network that speaks."""
        for file in self.networks:
            if file is not vocoder and not self.is_vocoder(file):
                return file, read_onnx_header(self.path / file.name)
        raise SyrinxError(
            f"{self.path.name} holds a vocoder only: the network of the voice itself is missing."
        )

    def tokens(self, kind: str) -> ModelFile:
        """Return the table of tokens, or say that it is missing."""
        tokens = self.find("tokens.txt")
        if tokens is None:
            raise self.missing(kind, "tokens.txt")
        check_tokens(self.path, tokens)
        return tokens

    def missing(self, kind: str, *names: str) -> SyrinxError:
        """Say what is missing."""
        return SyrinxError(
            f"{self.path.name} looks like a {kind} voice, but this is missing: {', '.join(names)}."
        )

    def lexicons(self) -> list[ModelFile]:
        """Return the dictionaries of the voice."""
        return [
            file
            for file in self.files
            if file.path.name.startswith("lexicon") and file.path.suffix == ".txt" and file.size
        ]

    def rules(self) -> list[ModelFile]:
        """Return the files that rewrite text before it is read."""
        return [
            file
            for file in self.files
            if file.path.suffix == ".fst" and len(file.path.parts) == 1 and file.size
        ]


def _vits(parts: _Folder, network: ModelFile, header: OnnxHeader) -> VoiceLayout:
    meta = header.metadata
    comment = meta.get("comment", "").lower()
    names = {"piper": "Piper", "coqui": "Coqui VITS", "melo": "MeloTTS"}
    kind = next((name for word, name in names.items() if word in comment), "VITS")
    lexicons = parts.lexicons()[:1]
    sounds = not lexicons and meta.get("frontend") != "characters"
    if sounds and kind not in ("Piper", "Coqui VITS") and "icefall" not in comment:
        raise parts.missing(kind, "lexicon.txt")
    return _layout(parts, kind, "vits", network, header, lexicons, sounds=sounds)


def _matcha(
    parts: _Folder, network: ModelFile, header: OnnxHeader, vocoder: ModelFile | None
) -> VoiceLayout:
    if vocoder is None:
        raise parts.missing(
            "Matcha", "the vocoder (vocos-22khz-univ.onnx or hifigan_v2.onnx, put it beside it)"
        )
    lexicons = parts.lexicons()[:1]
    return _layout(
        parts,
        "Matcha",
        "matcha",
        network,
        header,
        lexicons,
        sounds=not lexicons,
        role="acoustic_model",
        others=(("vocoder", vocoder),),
    )


def _styled(parts: _Folder, network: ModelFile, header: OnnxHeader, *, kitten: bool) -> VoiceLayout:
    kind = "Kitten" if kitten else "Kokoro"
    voices = parts.find("voices.bin")
    if voices is None:
        raise parts.missing(kind, "voices.bin")
    family: Family = "kitten" if kitten else "kokoro"
    lexicons = parts.lexicons()
    return _layout(
        parts,
        kind,
        family,
        network,
        header,
        lexicons,
        sounds=not lexicons,
        others=(("voices", voices),),
    )


def _supertonic(parts: _Folder) -> VoiceLayout:
    found = {role: parts.find(name) for role, name in _SUPERTONIC}
    missing = [name for role, name in _SUPERTONIC if found[role] is None]
    if missing:
        raise parts.missing("Supertonic", *missing)
    needed = tuple(file for file in found.values() if file is not None)
    beside = [
        other
        for file in needed
        if file.path.suffix == ".onnx"
        for other in weights_beside(file, read_onnx_header(parts.path / file.name), parts.files)
    ]
    return VoiceLayout(
        kind="Supertonic",
        family="supertonic",
        paths=tuple((role, file.name) for role, file in found.items() if file is not None),
        needed=tuple(dict.fromkeys([*needed, *beside])),
        sounds=False,
        languages=("en",),
    )


def _layout(
    parts: _Folder,
    kind: str,
    family: Family,
    network: ModelFile,
    header: OnnxHeader,
    lexicons: list[ModelFile],
    *,
    sounds: bool,
    role: str = "model",
    others: tuple[tuple[str, ModelFile], ...] = (),
) -> VoiceLayout:
    meta = header.metadata
    tokens = parts.tokens(kind)
    rules = [] if sounds else parts.rules()
    card = parts.find(f"{network.path.name}.json")
    needed = [network, tokens, *(file for _, file in others), *lexicons, *rules]
    needed += weights_beside(network, header, parts.files)
    for _, file in others:
        if file.path.suffix == ".onnx":
            other = read_onnx_header(parts.path / file.name)
            needed += weights_beside(file, other, parts.files)
    if card is not None and 0 < card.size <= _MAX_JSON:
        needed.append(card)
    else:
        card = None
    paths = [(role, network.name), ("tokens", tokens.name)]
    paths += [(name, file.name) for name, file in others]
    if lexicons:
        paths.append(("lexicon", ",".join(file.name for file in lexicons)))
    rate = meta.get("sample_rate", "0")
    language = _language(meta, network.path.name)
    return VoiceLayout(
        kind=kind,
        family=family,
        paths=tuple(paths),
        rules=tuple(file.name for file in rules),
        needed=tuple(dict.fromkeys(needed)),
        sounds=sounds,
        espeak=meta.get("voice", "") or language,
        sample_rate=int(rate) if rate.isdigit() else 0,
        speakers=_speakers(meta, None if card is None else parts.path / card.name),
        languages=(language,) if language else (),
        licence=meta.get("license", ""),
    )


def _speakers(meta: Mapping[str, str], card: Path | None) -> tuple[str, ...]:
    """Names as the network or Piper's card states them, else numbers from 1."""
    stated = meta.get("n_speakers", "1")
    count = min(max(1, int(stated) if stated.isdigit() else 1), MOST_SPEAKERS)
    names = [name.strip() for name in meta.get("speaker_names", "").split(",") if name.strip()]
    if not names and card is not None and count > 1:
        names = _names_of(card, count)
    if len(names) == count and len(set(names)) == count:
        return tuple(names)
    return tuple(str(number) for number in range(1, count + 1))


def _names_of(card: Path, count: int) -> list[str]:
    try:
        said = json.loads(card.read_text(encoding="utf-8")).get("speaker_id_map", {})
        order = {number: name for name, number in said.items()}
        return [str(order[number]) for number in range(count)]
    except (OSError, ValueError, AttributeError, KeyError, TypeError, RecursionError):
        return []


def _language(meta: Mapping[str, str], name: str) -> str:
    """Code of the language: of espeak's voice, of the language in words, of the file's name."""
    voice = _VOICE.fullmatch(meta.get("voice", "").strip())
    if voice is not None:
        return voice[1]
    stated = meta.get("language", "").strip().lower()
    if len(stated) in (2, 3) and stated.isalpha():
        return stated
    for word in re.split(r"[^a-z]+", stated):
        if word in _LANGUAGES:
            return _LANGUAGES[word]
    found = _IN_NAME.match(name)
    return found[1] if found is not None and found[1] in _LANGUAGES.values() else ""
