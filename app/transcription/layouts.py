"""Recognises a published sherpa-onnx model: what it is, and what it is opened with.

File names tell the family (encoder, decoder, joiner...), the metadata of the networks the rest.
The kinds are those that sherpa-onnx 2.0 opens (github.com/k2-fsa/sherpa-onnx).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from syrinx.app.transcription.model_files import (
    ModelFile,
    files_of,
    networks_by_role,
    tokenizer_of,
    tokens_of,
)
from syrinx.app.transcription.onnx_header import OnnxHeader, read_onnx_header
from syrinx.dsp.errors import SyrinxError

Option = str | int | float | bool
Mode = Literal["offline", "online"]
WHISPER_S = 28.0
"""Whisper hears at most 30 s at once."""
SEGMENT_S = 20.0
"""Others: longer stretches cost memory with the square of their length."""
MAX_TOKENS = 16 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a model is opened.

    Attributes
    ----------
    kind
        Name for people, as "Whisper".
    mode, factory
        Method of sherpa-onnx's ``OfflineRecognizer`` or ``OnlineRecognizer``.
    paths
        Arguments that are files or folders, relative to the model's folder.
    options
        Other arguments.
    needed
        All files of it, besides papers.
    sample_rate
        In Hz.
    longest_s
        So much is given to an offline model at once.
    languages
        Codes, as the networks state them; may be empty.
    licence
        As the networks state it; may be empty.
    """

    kind: str
    mode: Mode
    factory: str
    paths: tuple[tuple[str, str], ...]
    options: tuple[tuple[str, Option], ...] = ()
    needed: tuple[ModelFile, ...] = ()
    sample_rate: int = 16_000
    longest_s: float = SEGMENT_S
    languages: tuple[str, ...] = ()
    licence: str = ""

    @property
    def streaming(self) -> bool:
        """Whether it hears while somebody speaks."""
        return self.mode == "online"

    @property
    def speakers(self) -> tuple[str, ...]:
        """Nobody: it listens."""
        return ()

    @property
    def size(self) -> int:
        """Bytes of the files."""
        return sum(file.size for file in self.needed)


class _Folder:
    """The parts of a folder while it is being recognised."""

    def __init__(self, folder: Path, full_precision: bool) -> None:
        self.path = folder
        self.files = files_of(folder)
        self.roles = networks_by_role(self.files, full_precision=full_precision)
        self.tokens = tokens_of(self.files)
        self.headers = {
            role: read_onnx_header(folder / file.name) for role, file in self.roles.items()
        }

    def metadata(self, role: str) -> Mapping[str, str]:
        header = self.headers.get(role)
        return {} if header is None else header.metadata

    def has(self, *roles: str) -> bool:
        return all(role in self.roles for role in roles)

    def layout(
        self,
        kind: str,
        factory: str,
        roles: Mapping[str, str],
        *,
        mode: Mode = "offline",
        tokens: bool = True,
        tokenizer: bool = False,
        options: tuple[tuple[str, Option], ...] = (),
        sample_rate: int = 16_000,
        longest_s: float = SEGMENT_S,
    ) -> Layout:
        """Return the layout whose arguments ``roles`` are networks, or say what is missing."""
        missing = [_FILES[role] for role in roles.values() if role not in self.roles]
        paths = [(name, self.roles[role].name) for name, role in roles.items() if self.has(role)]
        needed = [self.roles[role] for role in roles.values() if role in self.roles]
        if tokens and self.tokens is None:
            missing.append("tokens.txt")
        elif tokens and self.tokens is not None:
            check_tokens(self.path, self.tokens)
            paths.append(("tokens", self.tokens.name))
            needed.append(self.tokens)
        if tokenizer:
            found = tokenizer_of(self.files)
            if found is None:
                missing.append("tokenizer/vocab.json")
            else:
                paths.append(("tokenizer", found[0]))
                needed += found[1]
        if missing:
            raise SyrinxError(
                f"{self.path.name} looks like a {kind} model, but this is missing: "
                f"{', '.join(missing)}."
            )
        for role in roles.values():
            needed += weights_beside(self.roles[role], self.headers[role], self.files)
        said = [self.metadata(role) for role in roles.values()]
        return Layout(
            kind=kind,
            mode=mode,
            factory=factory,
            paths=tuple(paths),
            options=options,
            needed=tuple(dict.fromkeys(needed)),
            sample_rate=sample_rate,
            longest_s=longest_s,
            languages=next(filter(None, map(_languages, said)), ()),
            licence=next((meta["license"] for meta in said if meta.get("license")), ""),
        )


def weights_beside(
    network: ModelFile, header: OnnxHeader, files: Iterable[ModelFile]
) -> list[ModelFile]:
    """Return the files with weights that a network names; none outside its own folder.

    Raises
    ------
    SyrinxError
        One is missing, or lies elsewhere.
    """
    by_name = {file.name: file for file in files}
    found = []
    for name in header.external:
        beside = str(network.path.parent / name)
        if Path(name).is_absolute() or ".." in Path(name).parts or "\\" in name:
            raise SyrinxError(
                f"{network.name} wants to read {name}, outside its folder: it is not safe."
            )
        if beside not in by_name:
            raise SyrinxError(f"{network.name} needs the file {name}, which is missing.")
        found.append(by_name[beside])
    return found


_FILES = {
    "encoder": "encoder.onnx",
    "decoder": "decoder.onnx",
    "joiner": "joiner.onnx",
    "model": "model.onnx",
    "preprocessor": "preprocess.onnx",
    "uncached_decoder": "uncached_decode.onnx",
    "cached_decoder": "cached_decode.onnx",
    "conv_frontend": "conv_frontend.onnx",
    "encoder_adaptor": "encoder_adaptor.onnx",
    "embedding": "embedding.onnx",
    "llm": "llm.onnx",
}
_PAIR = {"encoder": "encoder", "decoder": "decoder"}
_TRIPLE = {**_PAIR, "joiner": "joiner"}


def recognise(folder: Path, *, full_precision: bool = False) -> Layout:
    """Say what kind of model a folder holds.

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
    if parts.has("conv_frontend"):
        return parts.layout(
            "Qwen3-ASR",
            "from_qwen3_asr",
            {"conv_frontend": "conv_frontend", **_PAIR},
            tokens=False,
            tokenizer=True,
        )
    if parts.has("encoder_adaptor") or parts.has("llm"):
        roles = {name: name for name in ("encoder_adaptor", "llm", "embedding")}
        return parts.layout("FunASR Nano", "from_funasr_nano", roles, tokens=False, tokenizer=True)
    if parts.roles.keys() & {"preprocessor", "uncached_decoder", "cached_decoder"}:
        roles = {
            name: name for name in ("preprocessor", "encoder", "uncached_decoder", "cached_decoder")
        }
        return parts.layout("Moonshine", "from_moonshine", roles)
    if parts.has("joiner"):
        return _transducer(parts)
    if parts.has("encoder") or parts.has("decoder"):
        return _encoder_decoder(parts)
    return _single(parts)


def _transducer(parts: _Folder) -> Layout:
    encoder = parts.metadata("encoder")
    nemo = encoder.get("model_type", "").startswith("EncDec")
    streaming = any(
        key in encoder
        for key in ("decode_chunk_len", "cache_last_channel_dim1", "streaming_model_type")
    )
    if streaming:
        kind = "NeMo transducer (streaming)" if nemo else _zipformer(encoder) + " (streaming)"
        return parts.layout(kind, "from_transducer", _TRIPLE, mode="online")
    kind = "NeMo transducer" if nemo else _zipformer(encoder)
    chosen = "nemo_transducer" if nemo else "transducer"
    return parts.layout(kind, "from_transducer", _TRIPLE, options=(("model_type", chosen),))


def _zipformer(metadata: Mapping[str, str]) -> str:
    names = {"conformer": "Conformer", "lstm": "LSTM", "ebranchformer": "E-Branchformer"}
    return names.get(metadata.get("model_type", ""), "Zipformer") + " transducer"


def _encoder_decoder(parts: _Folder) -> Layout:
    encoder, decoder = parts.metadata("encoder"), parts.metadata("decoder")
    said = encoder.get("model_type", "")
    names = " ".join(file.path.name.lower() for file in parts.roles.values())
    optimised = any(header.optimised for header in parts.headers.values())
    if "n_text_layer" in encoder or said.startswith("whisper"):
        only_english = encoder.get("is_multilingual") == "0"
        language = "en" if only_english else ""
        return parts.layout(
            "Whisper",
            "from_whisper",
            _PAIR,
            options=(("language", language),),
            longest_s=WHISPER_S,
        )
    if "merged" in names or optimised:
        return parts.layout("Moonshine", "from_moonshine_v2", _PAIR)
    if said == "EncDecMultiTaskModel":
        return parts.layout("Canary", "from_nemo_canary", _PAIR)
    if "cohere-transcribe" in said + decoder.get("model_type", ""):
        return parts.layout("Cohere Transcribe", "from_cohere_transcribe", _PAIR)
    if "lfr_window_size" in encoder:
        return parts.layout("Paraformer (streaming)", "from_paraformer", _PAIR, mode="online")
    if "cmvn_mean" in encoder:
        return parts.layout("FireRedASR", "from_fire_red_asr", _PAIR)
    if not parts.has("encoder", "decoder"):
        parts.layout("Whisper or transducer", "", _PAIR)  # says what is missing
    raise _unknown(parts, "encoder")


def _single(parts: _Folder) -> Layout:
    header = parts.headers["model"]
    said = header.metadata.get("model_type", "")
    for matches, kind, factory, mode, rate in _SINGLE:
        if matches(said, header):
            argument = "paraformer" if factory == "from_paraformer" else "model"
            options: tuple[tuple[str, Option], ...] = ()
            if factory == "from_sense_voice":
                options = (("use_itn", True),)
            return parts.layout(
                kind,
                factory,
                {argument: "model"},
                mode=mode,
                sample_rate=rate,
                options=options,
            )
    raise _unknown(parts, "model")


_Match = Callable[[str, OnnxHeader], bool]
_NEMO = ("EncDecCTCModel", "EncDecCTCModelBPE", "EncDecHybridRNNTCTCBPEModel")
_SINGLE: tuple[tuple[_Match, str, str, Mode, int], ...] = (
    (lambda m, h: m == "sense_voice_ctc", "SenseVoice", "from_sense_voice", "offline", 16_000),
    (
        lambda m, h: m in _NEMO and "cache_last_channel_dim1" in h.metadata,
        "NeMo CTC (streaming)",
        "from_nemo_ctc",
        "online",
        16_000,
    ),
    (lambda m, h: m in _NEMO, "NeMo CTC", "from_nemo_ctc", "offline", 16_000),
    (
        lambda m, h: m.startswith("zipformer2") and "decode_chunk_len" in h.metadata,
        "Zipformer CTC (streaming)",
        "from_zipformer2_ctc",
        "online",
        16_000,
    ),
    (lambda m, h: m == "zipformer2_ctc", "Zipformer CTC", "from_zipformer_ctc", "offline", 16_000),
    (
        lambda m, h: m == "wenet_ctc" and "att_cache" in h.inputs,
        "WeNet CTC (streaming)",
        "from_wenet_ctc",
        "online",
        16_000,
    ),
    (lambda m, h: m == "wenet_ctc", "WeNet CTC", "from_wenet_ctc", "offline", 16_000),
    (
        lambda m, h: m == "telespeech_ctc",
        "TeleSpeech CTC",
        "from_telespeech_ctc",
        "offline",
        16_000,
    ),
    (lambda m, h: m == "tdnn", "TDNN CTC", "from_tdnn_ctc", "offline", 8_000),
    (lambda m, h: m == "medasr_ctc", "MedASR CTC", "from_medasr_ctc", "offline", 16_000),
    (
        lambda m, h: m == "omnilingual-asr",
        "Omnilingual CTC",
        "from_omnilingual_asr_ctc",
        "offline",
        16_000,
    ),
    (
        lambda m, h: m == "fire-red-asr-2-ctc",
        "FireRedASR CTC",
        "from_fire_red_asr_ctc",
        "offline",
        16_000,
    ),
    (lambda m, h: m == "t-one", "T-one CTC (streaming)", "from_t_one_ctc", "online", 8_000),
    (
        lambda m, h: "invstd" in h.metadata and "mean" in h.metadata,
        "Dolphin CTC",
        "from_dolphin_ctc",
        "offline",
        16_000,
    ),
    (
        lambda m, h: m == "paraformer" or {"neg_mean", "lfr_window_size"} <= h.metadata.keys(),
        "Paraformer",
        "from_paraformer",
        "offline",
        16_000,
    ),
)


def _unknown(parts: _Folder, role: str) -> SyrinxError:
    said = parts.metadata(role).get("model_type", "")
    name = parts.roles[role].name
    if said:
        return SyrinxError(
            f'{name} is a model of the kind "{said}", which Syrinx cannot recognise speech with.'
        )
    return SyrinxError(
        f"{name} does not say what kind of model it is: Syrinx takes models as sherpa-onnx "
        "publishes them."
    )


def check_tokens(folder: Path, tokens: ModelFile) -> None:
    """See that the table has a token and a number on each line, as sherpa-onnx insists."""
    try:
        if not 0 < tokens.size <= MAX_TOKENS:
            raise ValueError
        lines = (folder / tokens.name).read_text(encoding="utf-8").splitlines()
        for line in lines:
            if line.strip():
                int(line.split()[-1])
    except (OSError, ValueError) as error:
        raise SyrinxError(f"{tokens.name} is not a table of tokens, or is broken.") from error


def _languages(metadata: Mapping[str, str]) -> tuple[str, ...]:
    codes = metadata.get("all_language_codes", "")
    if metadata.get("is_multilingual") == "0":
        return ("en",)
    if codes:
        return tuple(filter(None, codes.split(",")))
    spoken = [key.removeprefix("lang_") for key in metadata if key.startswith("lang_")]
    spoken = [code for code in spoken if code != "auto" and len(code) <= 3]
    if spoken:
        return tuple(spoken)
    named = metadata.get("language") or metadata.get("languages") or ""
    return tuple(filter(None, (part.strip() for part in named.replace(";", ",").split(","))))
